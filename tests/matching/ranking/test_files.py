"""Files against files: everybody is ranked, names and order of the files move nothing, a bad file stops nobody."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from matching.classification import load_classifier
from matching.ranking import rescore
from matching.ranking.files import (
    PostingFile,
    RankedList,
    RefusedFile,
    ResumeFile,
    embed_files,
    files_under,
    rank_files,
    read_postings,
    read_resumes,
)
from matching.ranking.score import SHOWN
from matching.values import Weights
from tests.doubles import FixedEncoder

TODAY = date(2026, 1, 1)

POSTING = """Search engineer

Requirements
- 3 years of Python
- Experience with retrieval and search relevance
- Kubernetes

Nice to have
- Rust
"""
RESUME = """{name}
Berlin, Germany

Experience

Engineer, Library of Bremen
January 2019 - December 2024
- Built search relevance and retrieval services in Python for {readers} readers.
- {line}

Skills
Python, SQL
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "resumes").mkdir()
    (tmp_path / "posting.txt").write_text(POSTING, encoding="utf-8")
    lines = ["Ran Kubernetes clusters.", "Cooked lunch for the team.", "Wrote Rust tools on Kubernetes."]
    for row, line in enumerate(lines):
        text = RESUME.format(name=f"Person Number{row}", line=line, readers=40 + row)
        (tmp_path / "resumes" / f"person-{row}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def ranked(posting: Path, resumes: list[Path]) -> RankedList:
    roles = [each for each in read_postings([posting]) if isinstance(each, PostingFile)]
    people = [each for each in read_resumes(resumes, today=TODAY) if isinstance(each, ResumeFile)]
    encoder = FixedEncoder()
    vectors = embed_files(roles, people, encoder=encoder)
    (found,) = rank_files(roles, people, vectors=vectors, dimensions=384, classifier=load_classifier(), today=TODAY)
    return found


def test_everybody_is_ranked_and_the_best_evidence_comes_first(folder: Path) -> None:
    found = ranked(folder / "posting.txt", files_under(folder / "resumes"))

    assert [row.key for row in found.rows] == ["person-2", "person-0", "person-1"]


def test_the_order_of_the_files_moves_nothing(folder: Path) -> None:
    files = files_under(folder / "resumes")

    forward, backward = ranked(folder / "posting.txt", files), ranked(folder / "posting.txt", files[::-1])

    assert [(row.key, row.assessment) for row in forward.rows] == [(row.key, row.assessment) for row in backward.rows]


@pytest.mark.parametrize("name", ["Will Grant", "Rose Okonkwo", "Lakisha Washington", "Hans Müller"])
def test_another_name_moves_no_verdict_and_no_score(folder: Path, name: str) -> None:
    before = ranked(folder / "posting.txt", files_under(folder / "resumes"))
    for file in files_under(folder / "resumes"):
        text = file.read_text(encoding="utf-8")
        file.write_text(name + text[text.index("\n") :], encoding="utf-8")

    after = ranked(folder / "posting.txt", files_under(folder / "resumes"))

    assert [(row.key, row.assessment.score) for row in after.rows] == [
        (row.key, row.assessment.score) for row in before.rows
    ]


def test_every_quote_stands_in_its_file(folder: Path) -> None:
    found = ranked(folder / "posting.txt", files_under(folder / "resumes"))
    cells = [(row.resume.text, cell) for row in found.rows for cell in row.assessment.evidence if cell.span]

    assert len(cells) > 5
    assert all(cell.span is not None and cell.span.of(text) == cell.quote for text, cell in cells)


def test_weighing_again_from_what_is_stored_gives_the_same_scores(folder: Path) -> None:
    found = ranked(folder / "posting.txt", files_under(folder / "resumes"))
    rows = [row.assessment for row in found.rows]
    layers = [row.fits.layer for row in rows]

    again = rescore(
        found.posting.role.requirements,
        strengths=np.array([[cell.strength for cell in row.evidence] for row in rows]),
        shown=np.array([[cell.verdict in SHOWN for cell in row.evidence] for row in rows]),
        layer=None if None in layers else np.array(layers, dtype=np.float64),
        seniority=np.array([row.fits.seniority for row in rows], dtype=np.float64),
        weights=Weights(),
    )

    assert [again.one(row) for row in range(len(rows))] == [row.score for row in rows]


def test_a_file_that_cannot_be_read_is_named_and_stops_nobody(folder: Path) -> None:
    (folder / "resumes" / "empty.pdf").write_bytes(b"")

    found = read_resumes(files_under(folder / "resumes"), today=TODAY)

    assert sum(isinstance(each, ResumeFile) for each in found) == 3
    (refused,) = [each for each in found if isinstance(each, RefusedFile)]
    assert refused.file.name == "empty.pdf"
    assert refused.sentence


def test_files_of_one_name_in_folders_of_one_name_keep_apart(folder: Path) -> None:
    for above in ("spring", "autumn"):
        (folder / above / "cv").mkdir(parents=True)
        (folder / above / "cv" / "a.txt").write_text(POSTING, encoding="utf-8")
    keys = [each.key for each in read_postings(files_under(folder)) if isinstance(each, PostingFile)]

    assert len(keys) == len(set(keys)) == 6


def test_two_files_of_one_stem_keep_apart(folder: Path) -> None:
    other = folder / "resumes" / "other"
    other.mkdir()
    (other / "person-1.txt").write_text(RESUME.format(name="A B", line="x", readers=3), encoding="utf-8")

    found = read_resumes(files_under(folder / "resumes"), today=TODAY)

    keys = [each.key for each in found if isinstance(each, ResumeFile)]
    assert len(set(keys)) == len(keys) == 4


def test_a_boards_file_gives_a_posting_for_each_of_its_roles(tmp_path: Path) -> None:
    body = "<h3>Requirements</h3><ul><li>Python</li></ul>"
    jobs = [{"title": name, "absolute_url": "u", "content": body} for name in ("Data Engineer", "ML Engineer")]
    (tmp_path / "board.json").write_text(json.dumps({"jobs": jobs}), encoding="utf-8")
    (tmp_path / "role.txt").write_text(POSTING, encoding="utf-8")
    found = read_postings(files_under(tmp_path))
    assert [(each.key, each.role.title) for each in found if isinstance(each, PostingFile)] == [
        ("board", "Data Engineer"),
        ("board#2", "ML Engineer"),
        ("role", "Search engineer"),
    ]
