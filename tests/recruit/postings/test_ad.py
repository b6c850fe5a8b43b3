from collections.abc import Iterator

import pytest

from recruit.postings.ad import read_ad
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _scope() -> Iterator[None]:
    with workspace_scope(factories.workspace("north").pk):
        yield


def test_the_ad_stands_whole_with_each_requirement_marked_where_it_stands() -> None:
    posting = factories.posting()
    ad = read_ad(posting)
    assert "".join(part.text for part in ad.parts) == posting.text
    marked = {part.anchor: part.text for part in ad.parts if part.kind in {"must", "nice"}}
    assert marked == {f"r{each.position}": each.text for each in posting.requirements.all()}


def test_two_requirements_of_one_sentence_lose_no_text() -> None:
    text = "We want Python and Rust in one person."
    posting = factories.posting(text=text, requirements=[("must", "Python and Rust"), ("must", "Rust in one")])
    ad = read_ad(posting)
    assert "".join(part.text for part in ad.parts) == text
    assert {part.anchor for part in ad.parts if part.anchor} == {"r0", "r1"}


def test_a_proxy_is_marked_as_a_caution() -> None:
    ad = read_ad(factories.posting())
    assert [part.text for part in ad.parts if part.kind == "caution"] == ["young team"]
    assert ad.cautions[0]["refused"] is False
