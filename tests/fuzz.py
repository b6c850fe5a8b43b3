# ruff: noqa: RUF001 - characters that look like others are the subject here
"""Fuzz targets: `python -m tests.fuzz {zip,normaliser,sections,dates} [--seconds 600]`; ends at the first failure.

Hypothesis makes the inputs, from seeds that look like the real thing with pieces cut, doubled and mixed. What must hold
is more than "no crash": a refusal is the only error of the ZIP check, a plain line has nothing invisible left, sections
keep every line, and a date range lies in the text and runs forwards.
"""

import argparse
import io
import sys
import time
import unicodedata
import warnings
import zipfile
from collections.abc import Callable
from contextlib import suppress

try:
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st
except ModuleNotFoundError:
    sys.exit("The fuzzer needs the packages of the tests. Say first: .venv/bin/pip install --editable '.[test]'")

from matching.documents.clean import plain_line, visible
from matching.documents.formats import format_of
from matching.errors import UnreadableDocument
from matching.profile.dates import find_dates, find_ranges
from matching.profile.lines import split_lines
from matching.profile.sections import split_sections

_ROUND = 300
_NAMES = (
    "word/document.xml",
    "mimetype",
    "[Content_Types].xml",
    "../x.xml",
    "xl/a.xml",
    "word/a.rels",
    "\u202e.xml",
    "",
)
_WORDS = (
    *("Experience", "EDUCATION:", "S k i l l s", "Work History", "• Python", "Summary", "\uf0b7 Go", "ﬁne-tuning"),
    *("Jan 2019 - Present", "2019–2021", "03/2018 to 04/2020", "since May '17", "Summer 2016", "19/20", "2099", "now"),
    *(
        "Engineer, Northwind",
        "ada@example.org",
        "â€¢",
        "\u200b",
        "\u202e",
        "\t",
        "   ",
        "|",
        ":",
        "-",
        "—",
        "0000",
        "31.12.1999",
    ),
)


def _containers() -> st.SearchStrategy[bytes]:
    member = st.tuples(st.sampled_from(_NAMES), st.binary(max_size=400), st.booleans())
    return st.builds(
        _damaged, st.lists(member, max_size=6), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)))
    )


def _damaged(members: list[tuple[str, bytes, bool]], wrongs: list[tuple[float, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(buffer, "w") as file:
        for name, part, packed in members:
            kind = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            file.writestr(zipfile.ZipInfo(name), part, compress_type=kind)
    content = bytearray(buffer.getvalue())
    for place, wrong in wrongs:
        at = int(place * len(content))
        content[at : at + len(wrong)] = wrong
    return bytes(content)


def _texts() -> st.SearchStrategy[str]:
    piece = st.one_of(st.sampled_from(_WORDS), st.text(max_size=12), st.integers(0, 9999).map(str))
    line = st.lists(piece, max_size=8).map(" ".join)
    return st.lists(line, max_size=30).map("\n".join)


def check_zip(content: bytes) -> None:
    """A container is of a format or refused; nothing else is raised."""
    with suppress(UnreadableDocument):
        format_of(content, name="cv.docx")


def check_normaliser(text: str) -> None:
    """A line made plain has no character that draws nothing, and no margin."""
    for line in text.split("\n"):
        plain = plain_line(line)
        assert "\u200b" not in plain, repr(line)
        assert "\u202e" not in plain, repr(line)
        assert all(each.isprintable() or unicodedata.category(each) == "Co" for each in plain), repr(line)
        assert visible(plain) == plain == plain.strip(), repr((line, plain))


def check_sections(text: str) -> None:
    """Every line stands in exactly one block, in order, with offsets that lead back to it."""
    lines = split_lines(text)
    blocks = split_sections(lines)
    found = [line for block in blocks for line in ((block.heading,) if block.heading else ()) + block.lines]
    starts = [line.start for line in found]
    assert starts == sorted(starts), text
    assert all(text[line.start : line.end].strip() == line.text.strip() for line in found), text
    assert {line.start for line in lines} == set(starts), text


def check_dates(text: str) -> None:
    """A range lies in the text, and its end is not before its start."""
    for each in (*find_ranges(text), *find_dates(text)):
        assert 0 <= each.span.start < each.span.end <= len(text), text
        assert not (each.start and each.end and each.end < each.start), (text, each)


TARGETS: dict[str, tuple[st.SearchStrategy[object], Callable[..., None]]] = {
    "zip": (st.one_of(_containers(), st.binary(max_size=300).map(b"PK\x03\x04".__add__)), check_zip),
    "normaliser": (_texts(), check_normaliser),
    "sections": (_texts(), check_sections),
    "dates": (_texts(), check_dates),
}


def fuzz(target: str, *, seconds: float, first: int = 0) -> int:
    """Try inputs for so many seconds, each round from another seed: how many. Raises at the first failure."""
    inputs, check = TARGETS[target]
    tried = 0

    def attempt(made: object) -> None:
        nonlocal tried
        tried += 1
        check(made)

    until = time.monotonic() + seconds
    turn = first
    while turn == first or time.monotonic() < until:
        quiet = settings(
            max_examples=_ROUND,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        seed(turn)(quiet(given(inputs)(attempt)))()
        turn += 1
    return tried


def main() -> int:
    """Fuzz one target and say how many inputs it stood."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=float, default=600.0, help="how long (default: ten minutes)")
    parser.add_argument("--first", type=int, default=0, help="the first seed (default: 0)")
    asked = parser.parse_args()
    tried = fuzz(asked.target, seconds=asked.seconds, first=asked.first)
    sys.stdout.write(f"{asked.target}: {tried:,} inputs, no failure\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
