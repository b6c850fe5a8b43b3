"""The benchmark of reading says what it measured; how long anything takes is never tested."""

import pytest

from tests.matching.documents.papers import lines, pdf
from tests.speed import WORK, Timed, bare, own_files, ratio, readable, timed, told


def test_our_own_files_are_pdfs_of_the_demo_world_and_the_gold_set() -> None:
    files = own_files()
    assert len(files) > 40
    assert all(content.startswith(b"%PDF-") for content in files)


def test_every_kind_of_work_is_timed_on_every_page() -> None:
    content = pdf(lines(["First"]), lines(["Second"]))
    found = timed(content, rounds=1)
    assert found.pages == bare(content) == 2
    assert set(found.seconds) == set(WORK)
    assert any(line.startswith("1 files, 2 pages") for line in told([found]))


def test_a_ratio_is_that_of_the_sums_within_its_interval() -> None:
    files = [Timed(1, {"ours": 3.0, "bare": 1.0}), Timed(1, {"ours": 6.0, "bare": 3.0})]
    value, low, high = ratio(files, of="ours", to="bare")
    assert value == pytest.approx(9 / 4)
    assert 2.0 <= low <= value <= high <= 3.0


def test_files_that_are_refused_are_left_out() -> None:
    good = pdf(lines(["Ada Moreno"]))
    assert readable([b"%PDF-1.4 nothing", good]) == [good]
