"""The real PDFs of the development data: each is read, in reading order, and none is taken to hide anything."""

import os
from pathlib import Path

import pytest

from matching.documents import read_document
from matching.values import Document

DATA = Path(os.environ.get("STRATA_DATA", "../shared/data")) / "resumes"


def read(path: Path) -> Document:
    if not path.exists():
        pytest.skip("the resumes of the development data are not here (STRATA_DATA)")
    return read_document(path.read_bytes(), name=path.name)


def test_every_real_resume_is_read_whole() -> None:
    paths = sorted(DATA.rglob("*.pdf"))
    if not paths:
        pytest.skip("the resumes of the development data are not here (STRATA_DATA)")
    for path in paths:
        document = read(path)
        assert len(document.text.content) > 400, path
        assert document.hidden == (), path
        for box in document.text.boxes:
            assert box.span.of(document.text.content).strip(), path
            assert document.text.page_of(box.span.start) == box.page, path


@pytest.mark.parametrize("name", ["two-column.pdf", "modern-two-column.pdf"])
def test_the_sidebar_of_a_real_resume_follows_its_main_column(name: str) -> None:
    content = read(DATA / "resume-matcher" / name).text.content
    places = [content.index(word) for word in ("SUMMARY", "EXPERIENCE", "Figma", "PROJECTS", "EDUCATION", "SKILLS")]
    assert places == sorted(places)
    assert "Senior Software Engineer  Jan 2023 - Present\n" in content


def test_words_that_a_real_file_ran_together_are_separate() -> None:
    content = read(DATA / "livecareer" / "INFORMATION-TECHNOLOGY" / "20674668.pdf").text.content
    assert "five years of experience in site building" in content
    assert "\n• Superior proficiency" in content
