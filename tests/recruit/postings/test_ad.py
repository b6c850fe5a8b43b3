from collections.abc import Iterator

import pytest

from recruit.postings.ad import Ad, Part, read_ad
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _scope() -> Iterator[None]:
    with workspace_scope(factories.workspace("north").pk):
        yield


def _parts(ad: Ad) -> list[Part]:
    return [part for piece in ad.pieces for passage in piece.passages for part in passage.parts]


def test_each_requirement_is_marked_where_it_stands() -> None:
    posting = factories.posting()
    marked = {part.anchors: part.text for part in _parts(read_ad(posting)) if part.kind in {"must", "nice"}}
    assert marked == {(f"r{each.position}",): each.text for each in posting.requirements.all()}


def test_a_requirement_with_markup_in_it_is_marked_from_end_to_end() -> None:
    text = "## You bring\n- **Python** and `CUDA`, at [scale](https://x.example)\n- Go"
    asked = "**Python** and `CUDA`, at [scale](https://x.example)"
    parts = _parts(read_ad(factories.posting(text=text, requirements=[("must", asked)])))
    marked = [part for part in parts if part.kind == "must"]
    assert "".join(part.text for part in marked) == "Python and CUDA, at scale"
    assert [part.anchors for part in marked if part.anchors] == [("r0",)]
    assert [part.text for part in parts if not part.kind] == ["You bring", "Go"]


def test_two_requirements_of_one_sentence_lose_no_text() -> None:
    text = "We want Python and Rust in one person."
    posting = factories.posting(text=text, requirements=[("must", "Python and Rust"), ("must", "Rust in one")])
    parts = _parts(read_ad(posting))
    assert "".join(part.text for part in parts) == text
    assert [part.text for part in parts if part.kind] == ["Python and Rust", " in one"]
    assert [anchor for part in parts for anchor in part.anchors] == ["r0", "r1"]


def test_entries_of_one_list_stand_together() -> None:
    ad = read_ad(factories.posting(text="You bring\n- Go\n- Rust\n\nBye for now.", requirements=[("must", "Go")]))
    assert [(piece.kind, len(piece.passages)) for piece in ad.pieces] == [
        ("heading", 1),
        ("entry", 2),
        ("paragraph", 1),
    ]


def test_a_proxy_is_marked_as_a_caution() -> None:
    ad = read_ad(factories.posting())
    assert [part.text for part in _parts(ad) if part.kind == "caution"] == ["young team"]
    assert ad.cautions[0]["refused"] is False
