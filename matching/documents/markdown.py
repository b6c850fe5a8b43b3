"""Markdown: the marks go, the words stay, addresses stand beside their words, comments are kept apart.

Taken for Markdown only when two kinds of its marks occur, so that a plain text with a star or an underscore keeps
them. Line by line, without a tree: every line of the source stays one line of the text, which is what quotes need.
Every pattern is bounded, because an unbounded one takes hours for a line of a hundred thousand brackets.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from matching.documents.flow import Line
from matching.documents.links import address_of

_MARKS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\*\*\S[^*\n]{0,1000}\*\*"),
    re.compile(r"\[[^\]\n]{1,500}\]\([^)\s]{1,500}\)"),
    re.compile(r"^(?:---+|```\w*)$", re.MULTILINE),
)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_PICTURE = re.compile(r"!\[([^\]\n]{0,500})\](?:\([^)\n]{0,800}\)|\[[^\]\n]{0,500}\])")
_LINK = re.compile(r"\[([^\]\n]{1,500})\]\(<?([^)\s>]{1,800})>?(?:\s+\"[^\"\n]{0,500}\")?\)")
_REFERENCE = re.compile(r"\[([^\]\n]{1,500})\](?:\[([^\]\n]{0,500})\])?")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:\s*<?(\S+?)>?(?:\s+[\"'(].*)?$", re.MULTILINE)
_BARE = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,800}|[^\s<>@]{1,100}@[^\s<>@]{1,200}\.\w{1,20})>")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)(.{1,1000}?)(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_\n]{1,1000}?)(?<=\S)_(?!\w)"
)
_RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*$")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_TASK = re.compile(r"^(\s*[-*+]\s+)\[[ xX]\]\s+")
_TAG = re.compile(
    r"</?(?:a|b|br|center|code|details|div|em|font|h[1-6]|hr|i|img|kbd|li|ol|p|small|span|strong|sub|summary|sup|table"
    r"|tbody|td|th|thead|tr|u|ul)\b[^<>]{0,1000}>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_CODE = re.compile(r"(`{1,3})(.{1,1000}?)\1")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LONGEST = 5_000
_SHIFT = 0xF0000
_KEPT = {_SHIFT + code: chr(code) for code in range(33, 127) if not chr(code).isalnum()}


def is_markdown(text: str) -> bool:
    """True when at least two kinds of marks occur."""
    return sum(bool(mark.search(text)) for mark in _MARKS) >= 2


@dataclass(slots=True)
class Markdown:
    """Reads the lines of one text; what stands in comments is collected in `hidden`."""

    references: Mapping[str, str] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    _fenced: bool = False

    def lines(self, page: str) -> list[Line]:
        """The visible lines of a page."""
        page = _COMMENT.sub(self._comment, page)
        self.references = {match[1].lower(): match[2] for match in _DEFINITION.finditer(page)}
        found: list[Line] = []
        broken = True
        for raw in _DEFINITION.sub("", page).split("\n"):
            if _TABLE_RULE.match(raw):
                continue
            text, heads, links = self._line(raw)
            if text.strip():
                found.append(Line(text, breaks=broken or heads, links=links))
            broken = heads or not text.strip()
        return found

    def _comment(self, match: re.Match[str]) -> str:
        self.hidden.append(match[1])
        return ""

    def _line(self, line: str) -> tuple[str, bool, tuple[tuple[str, str], ...]]:
        if _FENCE.match(line):
            self._fenced = not self._fenced
            return "", False, ()
        if self._fenced or len(line) > _LONGEST:
            return line, False, ()
        if _RULE.match(line):
            return "", False, ()
        heading = _HEADING.match(line)
        line = heading[1] if heading else _TASK.sub(r"\1", _QUOTE.sub("", line))
        links: list[tuple[str, str]] = []
        line = self._links(_kept(line), links)
        line = _EMPHASIS.sub(lambda m: m[1] or m[2], _STRONG.sub(r"\2", line))
        line = html.unescape(_TAG.sub("", line)).translate(_KEPT)
        if line.strip().startswith("|"):
            line = "  ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
        return line, heading is not None, tuple((_plain(words), url) for words, url in links if url)

    def _links(self, line: str, links: list[tuple[str, str]]) -> str:
        def known(match: re.Match[str]) -> str:
            url = self.references.get((match[2] or match[1]).lower())
            if url is None:
                return match[0]
            links.append((match[1], address_of(url)))
            return match[1]

        def written(match: re.Match[str]) -> str:
            links.append((match[1], address_of(match[2].translate(_KEPT))))
            return match[1]

        line = _LINK.sub(written, _PICTURE.sub(r"\1", line))
        return _BARE.sub(r"\1", _REFERENCE.sub(known, line))


def _kept(line: str) -> str:
    """The line with its code and its escaped characters out of the reach of every other rule."""
    line = _CODE.sub(lambda match: _shifted(match[2]), line)
    return _ESCAPED.sub(lambda match: _shifted(match[1]), line)


def _shifted(text: str) -> str:
    return "".join(chr(_SHIFT + ord(c)) if _SHIFT + ord(c) in _KEPT else c for c in text)


def _plain(words: str) -> str:
    return _EMPHASIS.sub(lambda m: m[1] or m[2], _STRONG.sub(r"\2", words)).translate(_KEPT)
