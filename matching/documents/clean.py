"""One line of text made plain: what looks the same becomes the same, what cannot be seen goes.

Ligatures are spelled out, odd spaces become spaces, bullets of any glyph become "• ", UTF-8 that was once read
as cp1252 is repaired, and zero-width and bidirectional control characters are removed, because they let a word
look one way to a person and another to a program. Full compatibility folding (NFKC) was turned down: it turns
"x²" into "x2" and would make quotes differ from what stands on the page.
"""

import re
import unicodedata

BULLET = "• "

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_HYPHENS = {"\u2010": "-", "\u2011": "-", "\ufe63": "-", "\uff0d": "-"}
_TABLE = str.maketrans({**_LIGATURES, **_SPACES, **_HYPHENS})

# Bullets of Symbol and Wingdings (private use), geometric shapes, dashes and a lone "o" before a space.
# ruff: noqa: RUF001 - characters that look like others are the subject here
_BULLET = re.compile(
    r"^\s*(?:[•●○◦▪▫■□◆◇◼◾▸▹►▻▶➤➢➔→⇒✓✔✦✧★☆❖‣⁃∙·¤\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf0a8\uf06e\uf02d\u25aa\ue000-\uf8ff]+\s*"
    r"|[–—―*]\s+|-\s+|o\s+(?=[A-Z]))(?=\S)"
)
_MOJIBAKE = re.compile(r"[\u0080-\u024f\u02c6\u02dc\u2013-\u2122]{2,}")
_LONE = re.compile("\u00c2(?=\\s|$)")  # what is left of a no-break space
_LOST_HALF = re.compile("\u00ef\u00bc(?=\\s|$)")  # what is left of a full-width hyphen
_RUN_OF_SPACES = re.compile(r" *\t[ \t]*| {3,}")


def visible(text: str) -> str:
    """`text` without characters that draw nothing: controls, zero-width, bidirectional marks, tags, unpaired halves."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text.translate(_TABLE) if c == "\t" or not _draws_nothing(c))


def drawn(text: str) -> str:
    """`text` as it was written, line breaks and odd spaces included, without characters that draw nothing."""
    lines = text.replace("\r\n", "\n")
    return "".join(c for c in lines if c in "\n\t" or not _draws_nothing(c))


def _draws_nothing(character: str) -> bool:
    category = unicodedata.category(character)
    return (
        category in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp") or character == "\u034f" or "\ufe00" <= character <= "\ufe0f"
    )


def repaired(text: str) -> str:
    """`text` with UTF-8 that was read as cp1252 put right ("â€¢" is "•")."""
    return text if text.isascii() else _LOST_HALF.sub("-", _LONE.sub(" ", _MOJIBAKE.sub(_repair, text)))


def _repair(match: re.Match[str]) -> str:
    try:
        return match.group().encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match.group()


def plain_line(text: str) -> str:
    """One line as downstream reads it: visible characters, "• " for any bullet, two spaces for a wide gap."""
    line = _RUN_OF_SPACES.sub("  ", visible(repaired(text))).strip()
    bullet = _BULLET.match(line)
    if bullet and bullet.end() < len(line):
        return BULLET + line[bullet.end() :]
    return line
