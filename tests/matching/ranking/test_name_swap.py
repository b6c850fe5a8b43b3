"""A hundred names over one resume: one set of texts for the embedder, one reading of the layer, one verdict, one score.

The e-mail follows the name. The encoder and the classifier are those that ship, and the resumes are the demo world's
and our test layouts', so names stand in headers, in prose, in publications and in footers.
"""

import json
import os
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from matching.classification import load_classifier
from matching.embedding import Vectors, default_encoder, digest_of, embed_once, stacked
from matching.profile import read_profile
from matching.ranking import assess
from matching.requirements import read_role
from matching.text import Text
from matching.values import LayerReading, Role
from recruit.local.demo.world import DemoCandidate, DemoEntry, candidates, postings
from tests.matching.profile.resumes import written
from tests.matching.profile.test_blind_names import FOREIGN, ORDINARY

pytestmark = pytest.mark.model

TODAY = date(2026, 11, 1)
DATA = Path(os.environ.get("STRATA_DATA", "../shared/data"))
ROLES = ("marrowfield-principal-architect", "halyard-agent-engineer")
PEOPLE = ("arjun-raghunathan", "caroline-rose", "diego-fuentes", "ingrid-solberg")
LAYOUTS = ("one column", "footed")
_vectors: dict[str, Vectors] = {}


def _names() -> list[str]:
    """A hundred: forty of our own that are words, towns, tools or foreign, and of eight groups as many as it takes."""
    public = [
        name.title()
        for file in sorted((DATA / "names").glob("top_*_names.json"))
        for group in json.loads(file.read_text()).values()
        for name in group
    ]
    ours = [*ORDINARY, *FOREIGN]
    return [*ours[::2], *public[::8]][:100] if public else ours


def _email(name: str) -> str:
    return f"{name.replace(' ', '.').lower()}@example.org"


def _entry(person: DemoCandidate, entry: DemoEntry) -> list[str]:
    heading = f"{entry.title}, {entry.at}" if entry.at else entry.title
    return [heading, person.dates(entry), entry.text, *(f"- {line}" for line in entry.highlights)]


def _demo(slug: str, name: str) -> str:
    person = next(each for each in candidates() if each.slug == slug)
    lines = [person.name, f"{person.email} | {person.phone}", person.label, "", "SUMMARY", person.summary]
    for heading, entries in (
        ("EXPERIENCE", person.work),
        ("PROJECTS", person.projects),
        ("EDUCATION", person.education),
    ):
        lines += ["", heading, *(line for each in entries for line in _entry(person, each) if line)]
    lines += ["", "SKILLS", *(", ".join(each.names) for each in person.skills)]
    lines += ["", "PUBLICATIONS", *person.publications, "", f"{person.name} - page 1"]
    text = "\n".join(lines).replace(person.email, _email(name)).replace(person.name, name)
    (old_first, old_last), (first, last) = person.name.split(" ", 1), name.split(" ", 1)
    return text.replace(f"{old_last}, {old_first[0]}.", f"{last}, {first[0]}.")


def _resume(source: str, name: str) -> str:
    first, last = name.split(" ", 1)
    return written(source, first=first, last=last) if source in LAYOUTS else _demo(source, name)


def _embedded(texts: list[str]) -> Vectors:
    encoder = default_encoder()
    missing = [text for text in texts if digest_of(text) not in _vectors]
    _vectors.update(embed_once(encoder, missing))
    return stacked([digest_of(text) for text in texts], _vectors, dimensions=encoder.identity.dimensions)


@cache
def _role(slug: str) -> tuple[Role, LayerReading, Vectors]:
    posting = next(each for each in postings() if each.slug == slug)
    role = read_role(Text(posting.text), title=posting.title)
    vectors = _embedded([each.embedded_text for each in role.passages])
    layers = load_classifier().classify(
        role.passages, vectors, kind="posting", original=posting.text, title=posting.title
    )
    return role, layers, _embedded([each.text for each in role.requirements])


def _seen(text: str) -> dict[str, Any]:
    """All that embedder, classifier and judge make of a resume, without offsets and without what a quote repeats."""
    profile = read_profile(Text(text), today=TODAY)
    texts = [each.embedded_text for each in profile.passages]
    vectors = _embedded(texts)
    layers = load_classifier().classify(profile.passages, vectors, kind="resume", original=text)
    found = []
    for slug in ROLES:
        role, reading, asked = _role(slug)
        result = assess(role, reading, asked, profile, vectors, layers, text=text, today=TODAY)
        cells = [replace(each, span=None, quote="") for each in result.evidence]
        found.append((cells, result.score, result.fits, result.musts_met, result.tie_key))
    return {
        "texts": texts,
        "digests": [each.digest for each in profile.passages],
        "layers": (layers.probabilities, layers.abstained, layers.also, layers.background, layers.distance),
        "assessments": found,
    }


@pytest.mark.parametrize("source", [*PEOPLE, *LAYOUTS])
def test_a_hundred_names_get_one_text_one_layer_one_verdict_and_one_score(source: str) -> None:
    names = _names()
    assert len(names) >= 50
    expected = _seen(_resume(source, "Maria Chen"))
    moved = {
        name: key for name in names for key, value in _seen(_resume(source, name)).items() if value != expected[key]
    }
    assert moved == {}
    # with one verdict everywhere there would be nothing that a name could move
    assert len({cell.strength for cells, *_ in expected["assessments"] for cell in cells}) > 1
