"""Which documents the gold set has, and how they get into a folder: `NAME.EXT` beside `NAME.gold.json`.

Every person is printed three times, each time in another layout, habit and wording of dates. The held third has
layouts, habits and wordings of its own. `python -m recruit.local.gold.write DIR` writes the set to look at it.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from recruit.local.gold.people import GoldPerson, people
from recruit.local.gold.styles import styled
from recruit.local.gold.truth import truth
from recruit.local.gold.wordings import WORDINGS

GOLD_SUFFIX = ".gold.json"
TIMES = 3

# layout -> (module, function, extension)
_LAYOUTS = {
    "single column": ("demo.pdf_flow", "single_column", "pdf"),
    "classic": ("demo.pdf_flow", "classic", "pdf"),
    "academic": ("demo.pdf_flow", "academic", "pdf"),
    "running": ("gold.pages", "running", "pdf"),
    "justified": ("demo.pdf_flow", "justified", "pdf"),
    "careless": ("gold.pages", "careless", "pdf"),
    "sidebar": ("demo.pdf_columns", "sidebar", "pdf"),
    "rail": ("demo.pdf_columns", "rail", "pdf"),
    "timeline": ("demo.pdf_columns", "timeline", "pdf"),
    "long": ("gold.pages", "long_form", "pdf"),
    "employer beside": ("gold.pages", "employer_beside", "pdf"),
    "employer first": ("gold.pages", "employer_first", "pdf"),
    "word": ("demo.word", "plain", "docx"),
    "word nested": ("demo.word", "nested", "docx"),
    "word tables": ("demo.word_boxes", "tables", "docx"),
    "word text box": ("demo.word_boxes", "text_box", "docx"),
    "text ruled": ("gold.plain", "text_ruled", "txt"),
    "text dates first": ("gold.plain", "text_dates_first", "txt"),
    "text employer above": ("gold.plain", "text_employer_above", "txt"),
    "text employer first": ("gold.plain", "text_employer_first", "txt"),
    "markdown": ("gold.plain", "markdown", "md"),
    "html": ("gold.plain", "html_page", "html"),
    "html table": ("gold.plain", "html_table", "html"),
}
_HELD_LAYOUTS = ("justified", "rail", "employer first", "word text box", "text employer first", "html table")
_HELD_STYLES = ("held tidy", "held brisk")
_HELD_WORDINGS = ("between", "through", "spoken years", "loose", "upper", "comma")
# What the fonts can print: those that every PDF reader has know Western letters only, Vera knows a few more.
_VERA = frozenset(("single column", "long", "rail"))
_VERA_LETTERS = "ĞğİıŞşŁłŠšŽž"
_OPEN_LAYOUTS = tuple(layout for layout in _LAYOUTS if layout not in _HELD_LAYOUTS)
_OPEN_STYLES = ("plain", "formal", "warm")
_OPEN_WORDINGS = tuple(wording for wording in WORDINGS if wording not in _HELD_WORDINGS)


@dataclass(frozen=True)
class GoldDocument:
    """One document as a file and what it states."""

    name: str
    content: bytes
    gold: dict[str, Any]


def gold_documents() -> Iterator[GoldDocument]:
    """All documents, one after another, in a fixed order."""
    counts = {True: 0, False: 0}
    for person in people():
        for layout in _layouts(person, first=counts[person.held]):
            yield _document(person, layout, counts[person.held])
            counts[person.held] += 1


def write_gold(folder: Path) -> int:
    """Write the set into `folder` (made if it is not there); how many documents there are."""
    folder.mkdir(parents=True, exist_ok=True)
    documents = list(gold_documents())
    for each in documents:
        (folder / each.name).write_bytes(each.content)
        gold = json.dumps(each.gold, ensure_ascii=False, indent=1)
        (folder / f"{Path(each.name).stem}{GOLD_SUFFIX}").write_text(gold, encoding="utf-8")
    return len(documents)


def _document(person: GoldPerson, layout: str, row: int) -> GoldDocument:
    styles = _HELD_STYLES if person.held else _OPEN_STYLES
    wordings = _HELD_WORDINGS if person.held else _OPEN_WORDINGS
    turn = row // len(_OPEN_LAYOUTS)
    style, wording = styles[(row + turn) % len(styles)], wordings[(row + turn) % len(wordings)]
    module, function, extension = _LAYOUTS[layout]
    candidate = styled(person, style=style, wording=wording, layout=layout)
    content: bytes = getattr(import_module(f"recruit.local.{module}"), function)(candidate)
    gold = truth(person, dates=WORDINGS[wording], layout=layout, summary=candidate.summary)
    name = f"{person.slug}-{layout.replace(' ', '-')}.{extension}"
    return GoldDocument(name, content, gold)


def _layouts(person: GoldPerson, *, first: int) -> list[str]:
    """The next layouts in turn whose fonts can print this person's letters."""
    layouts = _HELD_LAYOUTS if person.held else _OPEN_LAYOUTS
    beyond = {letter for letter in repr(person) if not letter.encode("cp1252", "ignore")}
    turned = [layouts[(first + row) % len(layouts)] for row in range(len(layouts))]
    return [layout for layout in turned if not beyond or _prints(layout, beyond)][:TIMES]


def _prints(layout: str, letters: set[str]) -> bool:
    return _LAYOUTS[layout][2] != "pdf" or (layout in _VERA and letters <= set(_VERA_LETTERS))


if __name__ == "__main__":
    write_gold(Path(sys.argv[1]))
