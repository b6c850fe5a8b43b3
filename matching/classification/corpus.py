"""The training texts of the layer classifier, read from `corpus/*.toml`: postings, profiles and single sentences.

All of it is our own writing. Real postings are never trained on: they measure (`matching.evaluation.layers`).
A text is cut in the plainest way, lines and then sentences, since it carries no headings and no layout.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from matching.layers import Background, Layer
from matching.text import Span
from matching.values import Passage, Section

CORPUS = Path(__file__).parent / "corpus"
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+(?=[A-Z0-9])")
_BULLET = re.compile(r"^[\s*•-]+")
_ENOUGH = 90


@dataclass(frozen=True, slots=True)
class Example:
    """A posting or profile with its layer, the other layers that are a good part of it, and its background."""

    id: str
    kind: str
    label: Layer
    also: tuple[Layer, ...]
    title: str
    text: str
    background: Background | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or title and what it speaks for: a layer, "lead", "none" or "empty"."""

    text: str
    speaks_for: str


def examples(folder: Path = CORPUS) -> tuple[Example, ...]:
    """Every example, in the order of file names and then of the files."""
    return tuple(each for path in sorted(folder.glob("p*.toml")) for each in _read(path))


def sentences(folder: Path = CORPUS) -> tuple[Sentence, ...]:
    """Every single sentence."""
    return _grouped(folder / "sentences.toml", "sentences")


def titles(folder: Path = CORPUS) -> tuple[Sentence, ...]:
    """Titles alone, and the titles of the postings."""
    single = _grouped(folder / "titles.toml", "titles")
    lead = {Layer.CROSS_LAYER.value: "lead"}
    return single + tuple(
        Sentence(each.title, lead.get(each.label.value, each.label.value)) for each in examples(folder) if each.title
    )


def corpus_hash(folder: Path = CORPUS) -> str:
    """SHA-256 over all files of the corpus: a model names the texts it was trained on."""
    digest = sha256()
    for path in sorted(folder.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def passages_of(text: str) -> tuple[Passage, ...]:
    """The passages of a corpus text: its lines, long ones cut at sentence ends into pieces of about a sentence."""
    return tuple(Passage(span.of(text), span, Section.OTHER) for span in _spans(text))


def _spans(text: str) -> Iterator[Span]:
    offset = 0
    for line in text.splitlines(keepends=True):
        bullet = _BULLET.match(line)
        start = offset + (bullet.end() if bullet else 0)
        end = offset + len(line.rstrip())
        offset += len(line)
        cuts = [start + match.end() for match in _SENTENCE.finditer(text[start:end])]
        for cut in cuts:
            if cut - start >= _ENOUGH and end - cut >= _ENOUGH // 3:
                yield Span(start, len(text[:cut].rstrip()))
                start = cut
        if end - start > 2:
            yield Span(start, end)


def _grouped(path: Path, name: str) -> tuple[Sentence, ...]:
    groups = tomllib.loads(path.read_text(encoding="utf-8"))[name]
    return tuple(Sentence(text, group["speaks_for"]) for group in groups for text in group["texts"])


def _read(path: Path) -> Iterator[Example]:
    kind = "posting" if path.name.startswith("posting") else "resume"
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["example"]:
        yield Example(
            id=row["id"],
            kind=kind,
            label=Layer(row["label"]),
            also=tuple(Layer(each) for each in row.get("also", ())),
            title=row.get("title", ""),
            text=row["text"].strip(),
            background=Background(row["background"]) if "background" in row else None,
        )
