# ruff: noqa: RUF001
"""Lines of a text with their offsets: the smallest thing that layout gives us."""

import re
from dataclasses import dataclass

_BULLET = re.compile(r"\s*(?:[•●◦▪■□◆◇►▸➢➤✓✔*·‣⁃∙○»]+|[-–—](?=\s)|o(?=\s{1,4}[A-Z])|\(?\d{1,2}[.)](?=\s))\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number and the offsets of its visible part. `bullet` when it begins with a bullet sign."""

    number: int
    start: int
    end: int
    text: str
    bullet: bool

    @property
    def words(self) -> int:
        """Number of words separated by spaces."""
        return len(self.text.split())


def split_lines(content: str) -> tuple[Line, ...]:
    """The non-empty lines of `content`, without their margins and bullets; numbers count empty lines too."""
    lines: list[Line] = []
    offset = 0
    for number, raw in enumerate(re.split(r"[\n\r\x0b\x0c\u2028\u2029]", content)):
        match = _BULLET.match(raw)
        lead = match.end() if match else len(raw) - len(raw.lstrip())
        body = raw[lead:].rstrip()
        if body:
            start = offset + lead
            lines.append(Line(number, start, start + len(body), body, match is not None))
        offset += len(raw) + 1
    return tuple(lines)
