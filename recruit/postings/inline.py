"""What a line of an ad shows: runs of characters with their place in the text, and what is only markup left out.

Written by hand for two reasons. Every quote of a posting is a span of its stored text, so a renderer has to know where
each shown character came from, which no Markdown library tells. And nothing of an ad ever becomes markup here: a run
is text with a style of four, the page escapes it, and so a script, a picture or a handler has no way in. An
address behind words is kept as a word to read and never as a link that fetches. Every pattern is bounded, every loop
goes forward: a hostile ad costs as much as a long one.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

TAGS = (
    "a|abbr|article|aside|b|base|blockquote|body|br|button|center|code|dd|del|details|div|dl|dt|em|embed|figure|font|"
    "footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|li|link|main|mark|math|meta|nav|object|ol|"
    "p|picture|pre|s|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|"
    "textarea|tfoot|th|thead|title|tr|u|ul|video"
)
_LINK = re.compile(
    r"!?\[([^\[\]\n]{0,200})\]"
    r"\([ ]{0,3}<?((?:[^()<>\s]|\([^()<>\s]{0,100}\)){0,500})>?(?:[ ]{1,3}[\"'(][^\n\"()]{0,200}[\"')])?[ ]{0,3}\)"
)
_SIGN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    rf"|(?P<tag><!--[^<>]*-->|</?(?i:{TAGS})\b[^<>]*>)"
    r"|(?P<bracket><(?=https?://[^<>\s]{1,500}>)|(?<=[^\s<>])>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|(?P<style>\*\*|__|~~|\*|_|`{1,3})"
)
_BREAKS = re.compile(r"<(?:br|p|li|div|h[1-6]|tr)\b", re.IGNORECASE)
_STYLES = {"**": "strong", "__": "strong", "*": "emphasis", "_": "emphasis", "~~": "struck"}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that are shown alike; `text` stands at `[start, end)` of the ad, `address`: where the words lead."""

    text: str
    start: int
    end: int
    styles: frozenset[str] = frozenset()
    address: str = ""


@dataclass(frozen=True, slots=True)
class _Sign:
    """Characters that are no words: shown as `shown`, or not at all; `turns` a style on or off."""

    start: int
    end: int
    shown: str = ""
    turns: str = ""
    address: str | None = None


def runs_of(text: str, start: int, end: int) -> tuple[Run, ...]:
    """The runs of `text[start:end]`, in order; what they leave out is markup."""
    return tuple(_runs(text, start, end))


def plainly(text: str) -> str:
    """A few words of an ad without their markup, on one line."""
    return " ".join("".join(each.text for each in _runs(text, 0, len(text))).split())


def _runs(text: str, start: int, end: int) -> Iterator[Run]:
    at, styles, address = start, frozenset[str](), ""
    for sign in _signs(text, start, end):
        if sign.start > at:
            yield Run(text[at : sign.start], at, sign.start, styles, address)
        if sign.shown:
            yield Run(sign.shown, sign.start, sign.end, styles, address)
        styles = styles ^ {sign.turns} if sign.turns else styles
        address = address if sign.address is None else sign.address
        at = sign.end
    if end > at:
        yield Run(text[at:end], at, end, styles, address)


def _signs(text: str, start: int, end: int) -> list[_Sign]:
    """Everything in the range that is no words, in order, none overlapping another."""
    found = [*_links(text, start, end), *_paired(text, start, end)]
    kept: list[_Sign] = []
    for each in sorted(found, key=lambda sign: (sign.start, -sign.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
        elif each.turns:
            # one half of a pair lies under another sign: a style that is never turned off would run to the end
            kept.append(_Sign(kept[-1].end, kept[-1].end, turns=each.turns))
    return kept


def _links(text: str, start: int, end: int) -> Iterator[_Sign]:
    for link in _LINK.finditer(text, start, end):
        picture = text[link.start()] == "!"
        yield _Sign(link.start(), link.start(1), address="" if picture else _told(link.group(2)))
        yield _Sign(link.end(1), link.end(), address="")


def _told(address: str) -> str:
    """The address where a person may want to read it: only of the web and of mail."""
    return address if re.match(r"(?:https?://|mailto:)", address, re.IGNORECASE) else ""


def _paired(text: str, start: int, end: int) -> Iterator[_Sign]:
    """The marks that mean something: an opening one has its closing one, the others are characters like any."""
    waiting: dict[str, re.Match[str]] = {}
    for mark in _SIGN.finditer(text, start, end):
        kind, sign = mark.lastgroup or "", mark.group()
        if kind == "entity":
            shown = html.unescape(sign)
            yield _Sign(mark.start(), mark.end(), shown=shown if shown != "\x00" else "")
        elif kind == "tag":
            yield _Sign(mark.start(), mark.end(), shown="\n" if _BREAKS.match(sign) else "")
        elif kind == "escape":
            yield _Sign(mark.start(), mark.end(), shown=sign[1])
        elif kind == "bracket":
            yield from _around(waiting, mark)
        else:
            yield from _styled(text, waiting, mark)


def _around(waiting: dict[str, re.Match[str]], mark: re.Match[str]) -> Iterator[_Sign]:
    """The angle brackets around an address."""
    if mark.group() == "<":
        waiting["<"] = mark
    elif "<" in waiting:
        opened = waiting.pop("<")
        yield _Sign(opened.start(), opened.end())
        yield _Sign(mark.start(), mark.end())


def _styled(text: str, waiting: dict[str, re.Match[str]], mark: re.Match[str]) -> Iterator[_Sign]:
    sign = mark.group()
    style = _STYLES.get(sign, "code")
    if sign in waiting and _may_close(text, mark):
        opened = waiting.pop(sign)
        yield _Sign(opened.start(), opened.end(), turns=style)
        yield _Sign(mark.start(), mark.end(), turns=style)
    elif _may_open(text, mark):
        waiting[sign] = mark


def _may_open(text: str, mark: re.Match[str]) -> bool:
    """True before a word; an underscore inside of a word (`snake_case`) opens nothing."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return bool(after.strip()) and not ("_" in mark.group() and before.isalnum())


def _may_close(text: str, mark: re.Match[str]) -> bool:
    """True behind a word."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return bool(before.strip()) and not ("_" in mark.group() and after.isalnum())
