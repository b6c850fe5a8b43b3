"""The address behind words is known, with the place of the words, and is no part of the text."""

from collections.abc import Callable
from datetime import date

import pytest
from reportlab.pdfgen.canvas import Canvas

from matching.documents import read_document, wire
from matching.documents.links import address_of
from matching.profile import read_profile
from matching.values import Document
from tests.matching.documents.papers import HEIGHT, pdf

PROFILE, MAIL = "https://www.linkedin.com/in/ada-moreno", "mailto:ada@example.org?subject=Hello"
BODY = ("Experience", "Engineer, Northwind, 2019 - 2023", "Built the retrieval service in Python for four teams.")


def linked_words(document: Document) -> list[tuple[str, str]]:
    return [(link.span.of(document.text.content), link.url) for link in document.text.links]


def page(canvas: Canvas) -> None:
    canvas.drawString(60, 780, "Ada Moreno")
    canvas.drawString(60, 760, "LinkedIn | E-mail")
    canvas.linkURL(PROFILE, (59, 757, 59 + canvas.stringWidth("LinkedIn"), 772))
    start = 60 + canvas.stringWidth("LinkedIn | ")
    canvas.linkURL(MAIL, (start, 757, start + 40, 772))
    for index, text in enumerate(BODY):
        canvas.drawString(60, 700 - 20 * index, text)


def turned(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    canvas.translate(HEIGHT, 0)
    canvas.rotate(90)
    canvas.drawString(60, 760, "LinkedIn | E-mail")
    canvas.linkURL(PROFILE, (59, 757, 59 + canvas.stringWidth("LinkedIn"), 772), relative=1)


def on_an_icon(canvas: Canvas) -> None:
    canvas.drawString(60, 780, "Ada Moreno")
    canvas.rect(200, 778, 12, 12, fill=1)
    canvas.linkURL(PROFILE, (200, 778, 212, 790))
    canvas.drawString(60, 700, "Engineer")


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (page, [("LinkedIn", PROFILE), ("E-mail", MAIL)]),
        (turned, [("LinkedIn", PROFILE)]),
        (on_an_icon, [("Ada Moreno", PROFILE)]),
    ],
)
def test_a_link_of_a_pdf_is_found_on_its_words(draw: Callable[[Canvas], None], expected: list[tuple[str, str]]) -> None:
    document = read_document(pdf(draw), name="cv.pdf")
    assert linked_words(document) == expected
    assert "linkedin.com" not in document.text.content


def test_a_profile_knows_the_contacts_that_stand_only_behind_words() -> None:
    text = read_document(pdf(page), name="cv.pdf").text
    profile = read_profile(text, today=date(2026, 1, 1))
    assert profile.field("basics.profiles[0].url") == PROFILE
    assert profile.field("basics.email") == "ada@example.org"
    assert "linkedin.com" not in profile.blind.content


def test_links_cross_the_wire() -> None:
    document = read_document(pdf(page), name="cv.pdf")
    assert wire.loads(wire.dumps(document)).text.links == document.text.links != ()


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://github.com/ada", "https://github.com/ada"),
        ("www.example.org/ada", "https://www.example.org/ada"),
        ("tel:+1 (415) 555-0142", "tel:+1(415)555-0142"),
        ("https://example.org/\u202egpj.exe", "https://example.org/gpj.exe"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("#top", ""),
        ("https://example.org/" + "a" * 500, ""),
    ],
)
def test_only_addresses_of_the_web_of_mail_and_of_telephones_count(target: str, address: str) -> None:
    assert address_of(target) == address
