"""`manage.py classify FILE…`: the layer of resumes and postings, with quotes. Needs no database and no service.

Takes documents, and `.jsonl` files of postings with one `{"id", "text"[, "title"]}` a line. With `--json` one object
a document, one a line: `{id, layers, primary, abstained, background, evidence}`. All passages of all documents are
embedded together, the same text once. What is refused is said on the error output; the exit status is then 1.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from matching.classification import LABELS, LayerClassifier, load_classifier
from matching.documents import guess_kind, read_in_jail
from matching.documents.opening import content_of
from matching.embedding import Encoder, Vectors, embed_once, stacked
from matching.errors import MatchingError
from matching.layers import Layer
from matching.profile import read_profile
from matching.requirements import read_role
from matching.text import Text
from matching.values import Document, LayerReading, Passage
from recruit import engine

_MANY = 4
_QUOTE = 150
_BAR = 24


@dataclass(frozen=True, slots=True)
class Read:
    """One document cut into passages, ready to be embedded."""

    id: str
    kind: str
    original: str
    title: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be read, and the sentence that says why."""

    id: str
    reason: str


class Command(BaseCommand):
    """Find the layer of each document and show what decided it."""

    help = "Find the layer of AI work of resumes or postings, with quotes. Works without a database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Files, the kind where it should not be guessed, and the shape of the output."""
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="a PDF, DOCX, TXT, Markdown or HTML file, a folder, or a .jsonl"
        )
        parser.add_argument("--kind", choices=("resume", "posting"), help="what they are (default: guessed for each)")
        parser.add_argument("--json", action="store_true", help="one JSON object a document, one a line")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read everything, embed it as one batch, then answer in the order of the input."""
        inputs = list(_inputs(options["files"]))
        if not inputs:
            raise CommandError("No documents found. Name a PDF, DOCX or TXT file, a folder, or a .jsonl with texts.")
        quiet = len(inputs) < _MANY
        found = [
            read_given(each, kind=options["kind"])
            for each in tqdm(inputs, desc="read", unit="document", file=sys.stderr, disable=quiet)
        ]
        documents = [each for each in found if isinstance(each, Read)]
        write = _object if options["json"] else _page
        for document, reading in zip(documents, classified(documents, quiet=quiet), strict=True):
            self.stdout.write(write(document, reading))
        refused = [each for each in found if isinstance(each, Refused)]
        for each in refused:
            self.stderr.write(f"{each.id}: {each.reason}")
        if refused:
            sys.exit(1)


def _inputs(names: Iterable[str]) -> Iterator[Path | dict[str, Any] | Refused]:
    """Paths of documents, and the rows of `.jsonl` files."""
    for name in names:
        path = Path(name)
        if path.suffix == ".jsonl":
            yield from _rows(path)
        elif path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.is_file())
        else:
            yield path


def _rows(path: Path) -> Iterator[dict[str, Any] | Refused]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        yield Refused(str(path), "This file cannot be opened as UTF-8 text.")
        return
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if isinstance(row, dict) and isinstance(row.get("text"), str) and "id" in row:
            yield row
        else:
            yield Refused(f"{path}:{number}", 'This line is not a JSON object with "id" and "text".')


def read_given(given: Path | dict[str, Any] | Refused, *, kind: str | None) -> Read | Refused:
    """Read a file, or a row of a `.jsonl`, of a kind or of the one that is guessed."""
    if isinstance(given, Refused):
        return given
    name = str(given) if isinstance(given, Path) else str(given["id"])
    try:
        if isinstance(given, Path):
            return _cut(name, read_in_jail(content_of(given), name=given.name), kind=kind, title="")
        title = str(given.get("title") or "")
        row = Document(Text(given["text"]), "text/plain")
        return _cut(name, row, kind=kind or ("posting" if title else None), title=title)
    except OSError as error:
        return Refused(name, f"This file cannot be opened: {(error.strerror or 'unknown error').lower()}.")
    except MatchingError as error:
        return Refused(name, error.sentence)


def _cut(name: str, document: Document, *, kind: str | None, title: str) -> Read:
    text = document.text
    kind = kind or ("resume" if document.stated else guess_kind(text.content))
    if kind == "posting":
        role = read_role(text)
        return Read(name, kind, text.content, title or role.title, role.passages)
    profile = read_profile(text, today=timezone.localdate(), stated=document.stated)
    return Read(name, kind, text.content, "", profile.passages)


def classified(
    documents: list[Read], *, quiet: bool, classifier: LayerClassifier | None = None
) -> Iterator[LayerReading]:
    """The reading of each document, in order; all their passages are embedded together. Raises ModelUnavailable."""
    encoder: Encoder = engine.encoder()
    classifier = classifier or load_classifier()
    texts = {passage.digest: passage.embedded_text for each in documents for passage in each.passages}
    with tqdm(total=len(texts), desc="embed", unit="passage", file=sys.stderr, disable=quiet) as bar:
        vectors = embed_once(encoder, texts.values(), progress=bar.update)
    for each in documents:
        rows: Vectors = stacked([p.digest for p in each.passages], vectors, dimensions=encoder.identity.dimensions)
        yield classifier.classify(each.passages, rows, kind=each.kind, original=each.original, title=each.title or None)


def _object(document: Read, reading: LayerReading) -> str:
    return json.dumps(
        {
            "id": document.id,
            "layers": {layer.value: round(reading.probabilities[layer], 4) for layer in LABELS},
            "primary": reading.primary.value,
            "abstained": reading.abstained,
            "background": reading.background.value if reading.background else None,
            "evidence": [
                {"layer": e.layer.value, "quote": e.quote, "span": [e.span.start, e.span.end], "weight": e.weight}
                for e in reading.evidence
            ],
        },
        ensure_ascii=False,
    )


def _page(document: Read, reading: LayerReading) -> str:
    lines = [document.id, f"  {_headline(reading)}"]
    for layer in LABELS:
        share = reading.probabilities[layer]
        lines.append(f"  {layer.label:<24} {share:6.1%} {'█' * round(share * _BAR)}")
    if reading.background:
        lines.append(f"  background: {reading.background.value}  “{_short(reading.background_quote)}”")
    lines += [f"  {_mark(e.layer):<6} {e.weight:4.0%}  “{_short(e.quote)}”" for e in reading.evidence]
    return "\n".join(lines) + "\n"


def _headline(reading: LayerReading) -> str:
    if reading.nothing_read:
        return "nothing to read: the text holds no line that tells of work"
    also = ", ".join(each.label for each in reading.also)
    answer = reading.primary.label + (f" (also {also})" if also else "")
    return f"not sure; first guess: {answer}" if reading.abstained else answer


def _mark(layer: Layer) -> str:
    return {Layer.CROSS_LAYER: "cross"}.get(layer, layer.value)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _QUOTE else plain[: _QUOTE - 1] + "…"
