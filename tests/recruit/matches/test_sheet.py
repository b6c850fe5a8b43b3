from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from recruit.candidates.masking import Piece
from recruit.matches import decide
from recruit.matches.sheet import Sheet, sheet
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.factories import Ranked
from tests.reading import on_paper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _scope() -> Iterator[None]:
    with workspace_scope(factories.workspace("north").pk):
        yield


@pytest.fixture
def ranked() -> Ranked:
    return factories.posting_with_matches()


def _words(pieces: tuple[Piece, ...]) -> str:
    return "".join(each.text for each in pieces)


def _everything(read: Sheet) -> str:
    cells = [_words(cell.quote) for group in read.groups for cell in group.cells]
    return " ".join([read.name, *cells, *(_words(page.pieces) for page in read.paper)])


def test_before_the_reveal_name_address_and_school_are_nowhere_on_the_sheet(ranked: Ranked) -> None:
    written = _everything(sheet(ranked.first, None))
    for identity in ("Mira", "Halvorsen", "mira.halvorsen@", "412 90 118", "University of Bergen"):
        assert identity not in written


def test_after_the_reveal_the_sheet_shows_the_text_as_it_came(ranked: Ranked) -> None:
    standing = decide.standing_of(ranked.first)
    decide.reveal(standing, by=factories.member())
    read = sheet(ranked.first, standing)
    assert read.name == "Mira Halvorsen"
    assert "".join(_words(page.pieces) for page in read.paper) == ranked.first.resume.text


def test_every_requirement_has_its_verdict_and_quotes_lead_to_their_place(ranked: Ranked) -> None:
    read = sheet(ranked.first, None)
    cells = [cell for group in read.groups for cell in group.cells]
    assert [group.heading for group in read.groups] == ["Must", "Nice to have"]
    assert len(cells) == ranked.posting.requirements.count()
    anchors = {anchor for page in read.paper for piece in page.pieces for anchor in piece.anchors}
    assert {cell.anchor for cell in cells if cell.quote} == anchors


def test_quotes_stand_on_the_drawn_page_where_the_document_has_them(
    ranked: Ranked, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    on_paper(ranked.first)
    (page,) = sheet(ranked.first, None).paper
    assert page.drawn is not None
    quoted = {spot.place.anchor: spot.patches for spot in page.spots}
    assert {"q0", "q1", "q2"} <= set(quoted)
    assert all(patch.width > 20 and 0 < patch.y < 842 for patches in quoted.values() for patch in patches)
    assert page.pieces == ()


def test_the_review_says_of_every_verdict_but_met_what_would_change_it(ranked: Ranked, client: Client) -> None:
    cell = ranked.first.evidence.first()
    cell.verdict, cell.change = "partly", "Dated work with Rust of 5 years or more."
    cell.save(update_fields=["verdict", "change"])
    client.force_login(factories.member().user)

    shown = client.get(reverse("matches:person", args=[ranked.posting.pk, ranked.first.candidate_id])).content.decode()

    assert "What would change this" in shown
    assert cell.change in shown
