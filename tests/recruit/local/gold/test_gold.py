"""The gold set is varied, prints the facts it is judged by, and keeps its held third apart."""

import io
import json
import re
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from recruit.local.gold import GOLD_SUFFIX, write_gold
from recruit.local.gold.people import people
from recruit.local.gold.write import GoldDocument, gold_documents


@cache
def documents() -> tuple[GoldDocument, ...]:
    return tuple(gold_documents())


def squeezed(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def printed(document: GoldDocument) -> str:
    if document.content.startswith(b"%PDF"):
        pdf = pypdfium2.PdfDocument(document.content)
        try:
            return squeezed("".join(page.get_textpage().get_text_range() for page in pdf))
        finally:
            pdf.close()
    if document.content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
            names = [name for name in archive.namelist() if re.match(r"word/(document|header\d)\.xml", name)]
            text = " ".join(archive.read(name).decode() for name in names)
        return squeezed(re.sub(r"&amp;", "", re.sub(r"<[^>]+>", "", text)))
    return squeezed(re.sub(r"&amp;|&#x27;|<[^>]+>", "", document.content.decode()))


def test_there_are_at_least_sixty_documents_in_twelve_layouts_and_five_formats() -> None:
    assert len(documents()) >= 60
    assert len({each.gold["meta"]["layout"] for each in documents()}) >= 12
    assert {Path(each.name).suffix for each in documents()} == {".pdf", ".docx", ".txt", ".md", ".html"}


def test_the_held_third_has_people_and_layouts_of_its_own() -> None:
    held = [each for each in documents() if each.gold["meta"]["half"] == "held"]
    rest = [each for each in documents() if each.gold["meta"]["half"] == "open"]
    assert len(held) * 3 == len(documents())
    for key in (lambda each: each.gold["basics"]["name"], lambda each: each.gold["meta"]["layout"]):
        assert not {key(each) for each in held} & {key(each) for each in rest}


def test_some_documents_have_three_pages() -> None:
    pages = Counter(
        len(pypdfium2.PdfDocument(each.content)) for each in documents() if each.content.startswith(b"%PDF")
    )
    assert pages[3] >= 3


def test_no_two_people_share_a_sentence_or_an_employer() -> None:
    lines = [line for person in people() for stay in (*person.work, *person.projects) for line in stay.highlights]
    employers = [stay.at for person in people() for stay in person.work]
    assert [line for line, times in Counter([*lines, *employers]).items() if times > 1] == []


@pytest.mark.parametrize("row", range(72))
def test_every_stated_fact_is_printed(row: int) -> None:
    document = documents()[row]
    gold, text = document.gold, printed(document)
    stated = [gold["basics"]["name"], gold["basics"]["email"], gold["basics"]["label"], gold["meta"]["authorisation"]]
    stated += [job[key] for job in gold["work"] for key in ("position", "name", "location")]
    stated += [degree[key] for degree in gold["education"] for key in ("institution", "studyType", "area")]
    stated += [each["name"] for key in ("skills", "certificates", "publications", "projects") for each in gold[key]]
    stated += [each[key] for each in gold["languages"] for key in ("language", "fluency")]
    words = [word for value in stated for word in value.split()]
    assert [word for word in words if squeezed(word) not in text] == []


def test_a_folder_holds_each_document_beside_its_gold(tmp_path: Path) -> None:
    assert write_gold(tmp_path) == len(documents())
    for each in documents():
        beside = tmp_path / f"{Path(each.name).stem}{GOLD_SUFFIX}"
        assert json.loads(beside.read_text(encoding="utf-8")) == each.gold
