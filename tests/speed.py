"""How fast PDFs are read: `python -m tests.speed [--data DIR] [--rounds 3] [--jailed 40]`.

CPU, not the clock: pages are read by bare pypdfium2 and by us in turn, the best of the rounds counts, and the ratio has
a 95 % interval over files. Bare means text alone. Two more figures say what the wrapper needs for what reading must
also know: a box for each character, and the page drawn once. The jail's start is the CPU of a child that reads a word.
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium

from matching.documents import read_document, read_in_jail
from matching.documents.glyphs import frame_of, read_glyphs
from matching.documents.ink import hiding
from matching.documents.layout import lines_of
from matching.documents.pdfium import PdfFile, close_page
from matching.errors import UnreadableDocument
from recruit.local.demo.render import PDF, render
from recruit.local.demo.world import candidates
from recruit.local.gold.write import gold_documents

_DRAWS = 2000

Work = Callable[[bytes], object]


@dataclass(frozen=True)
class Timed:
    """One file: its pages, and the seconds of CPU that each kind of work took."""

    pages: int
    seconds: dict[str, float]


def own_files() -> list[bytes]:
    """The PDFs of the demo world and of the gold set."""
    demo = [each.content for each in map(render, candidates()) if each.media_type == PDF]
    return demo + [each.content for each in gold_documents() if each.name.endswith(".pdf")]


def bare(content: bytes, *, boxes: bool = False, drawn: bool = False) -> int:
    """Text by the wrapper alone; with `boxes` also where each character stands. How many pages there are."""
    file = pdfium.PdfDocument(content)
    for page in file:
        text = page.get_textpage()
        text.get_text_range()
        for index in range(text.count_chars() if boxes else 0):
            text.get_charbox(index)
        if drawn:
            page.render(scale=1).close()
        text.close()
        page.close()
    pages = len(file)
    file.close()
    return pages


def ours(content: bytes) -> object:
    """The whole reading."""
    return read_document(content, name="resume.pdf")


def up_to(stage: str) -> Work:
    """The reading of every page up to a stage."""

    def work(content: bytes) -> None:
        file = PdfFile(content)
        for number in range(file.pages):
            page = file.page(number)
            if page is None:
                continue
            if stage != "open":
                frame = frame_of(page)
                glyphs = read_glyphs(page, frame=frame)
                if stage == "hidden":
                    hiding(page, glyphs, frame=frame)
                if stage == "lines":
                    lines_of(glyphs)
            close_page(page)
        file.close()

    return work


WORK: dict[str, Work] = {
    "bare": bare,
    "with boxes": lambda content: bare(content, boxes=True),
    "with boxes, drawn": lambda content: bare(content, boxes=True, drawn=True),
    "ours": ours,
    "open": up_to("open"),
    "characters": up_to("characters"),
    "hidden": up_to("hidden"),
    "lines": up_to("lines"),
}


def timed(content: bytes, *, rounds: int) -> Timed:
    """Each kind of work on one file, in turn, the best of the rounds."""
    best = dict.fromkeys(WORK, float("inf"))
    for _ in range(rounds):
        for name, work in WORK.items():
            start = time.process_time()
            work(content)
            best[name] = min(best[name], time.process_time() - start)
    return Timed(bare(content), best)


def ratio(files: Sequence[Timed], *, of: str, to: str) -> tuple[float, float, float]:
    """How much longer `of` takes than `to`, with the 95 % interval of a bootstrap over files."""
    above = np.array([each.seconds[of] for each in files])
    below = np.array([each.seconds[to] for each in files])
    rows = np.random.default_rng(7).integers(0, len(files), size=(_DRAWS, len(files)))
    low, high = np.percentile(above[rows].sum(axis=1) / below[rows].sum(axis=1), [2.5, 97.5])
    return float(above.sum() / below.sum()), float(low), float(high)


def jailed(content: bytes, name: str) -> float:
    """Milliseconds of CPU of the child that reads a file, from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    read_in_jail(content, name=name)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def readable(files: Sequence[bytes]) -> list[bytes]:
    """Those that are read and not refused; this also warms every cache."""
    found = []
    for content in files:
        with suppress(UnreadableDocument):
            ours(content)
            found.append(content)
    return found


def told(files: Sequence[Timed]) -> list[str]:
    """The figures a page, as lines."""
    pages = sum(each.pages for each in files)

    def ms(name: str) -> float:
        return 1000 * sum(each.seconds[name] for each in files) / pages

    opened, read, checked, laid = (ms(name) for name in ("open", "characters", "hidden", "lines"))
    return [
        f"{len(files)} files, {pages} pages, milliseconds of CPU a page",
        *(f"  pypdfium2, text {name:<20}{ms(kind):7.2f}" for name, kind in _PEERS),
        f"  ours, everything{'':<18}{ms('ours'):7.2f}",
        f"    open and load{opened:21.2f}   characters, styles and places {read - opened:6.2f}",
        f"    hidden text by drawing{checked - read:12.2f}   lines and columns {laid - read:18.2f}",
        f"    what the document needs{ms('ours') - checked - laid + read:11.2f}",
        *(
            "  ours to {:<27}{:7.2f} ({:.2f}-{:.2f})".format(f"text {name}", *ratio(files, of="ours", to=kind))
            for name, kind in _PEERS
        ),
    ]


_PEERS = (("alone", "bare"), ("and boxes", "with boxes"), ("and boxes, drawn", "with boxes, drawn"))


def told_of_jail(files: Sequence[bytes]) -> list[str]:
    """The figures of the jail, as lines."""
    start = [jailed(b"Ada", "resume.txt") for _ in range(15)]
    spent = [jailed(content, "resume.pdf") for content in files]
    lines = [f"the jail's start: {np.median(start):.0f} ms of CPU (median of {len(start)})"]
    if spent:
        median, late = np.percentile(spent, [50, 95])
        lines.append(f"two pages in the jail, start included: {median:.0f} ms (p95 {late:.0f}, {len(spent)} files)")
    return lines


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.speed", description=__doc__)
    parser.add_argument("--data", type=Path, metavar="DIR", help="a folder of PDFs (default: our demo and gold files)")
    parser.add_argument("--rounds", type=int, default=3, help="times that each file is read (default: 3)")
    parser.add_argument("--jailed", type=int, default=40, help="files of two pages to read in the jail (default: 40)")
    asked = parser.parse_args()
    files = [path.read_bytes() for path in sorted(asked.data.rglob("*.pdf"))] if asked.data else own_files()
    files = readable(files)
    if not files:
        sys.stderr.write("There is no PDF that can be read.\n")
        return 1
    pairs = [content for content in files if bare(content) == 2][: asked.jailed]
    for line in chain(told([timed(each, rounds=asked.rounds) for each in files]), told_of_jail(pairs)):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
