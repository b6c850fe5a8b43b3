"""The gold set of postings: floors under what the reader finds, and a measure that can fail."""

from pathlib import Path

import pytest

from matching.errors import MatchingError
from matching.evaluation.requirements import compared, evaluate_requirements, read_gold
from matching.requirements import read_role
from matching.text import Text

GOLD = Path(__file__).parent.parent / "requirements" / "gold"
FLOORS = {
    "lines_recall": 0.97,
    "lines_precision": 0.96,
    "priority": 0.97,
    "kind": 0.92,
    "years": 0.97,
    "skills_recall": 0.96,
    "skills_precision": 0.96,
    "fields": 0.98,
    "cautions": 0.90,
}


def test_the_gold_set_holds_at_least_thirty_postings_in_as_many_shapes() -> None:
    gold = [each for path in sorted(GOLD.glob("*.toml")) for each in read_gold(path)]
    assert len({each.shape for each in gold}) == len(gold) >= 40
    assert sum(len(each.wants) for each in gold) >= 150


def test_no_figure_of_the_gold_set_falls_below_its_floor() -> None:
    figures = evaluate_requirements(GOLD).systems["strata"]
    assert figures.keys() == FLOORS.keys()
    assert {name: each.value for name, each in figures.items() if each.value < FLOORS[name]} == {}


def test_a_reading_that_finds_the_wrong_things_scores_low(tmp_path: Path) -> None:
    path = tmp_path / "postings.toml"
    path.write_text(
        '[[posting]]\nshape = "a"\ntext = "Requirements\\n- Python\\n- Rust is a plus"\n'
        'wants = ["nice | language | 3 | go | Python"]\nfields = { title = "Cook" }\n',
        encoding="utf-8",
    )
    (gold,) = read_gold(path)
    counts = compared(gold, read_role(Text(gold.content)))
    assert counts["lines_recall"] == (1, 1)
    assert counts["lines_precision"] == (1, 2)
    for wrong in ("priority", "kind", "years", "skills_recall", "fields"):
        assert counts[wrong][0] == 0


def test_a_gold_line_that_does_not_stand_in_its_posting_is_named(tmp_path: Path) -> None:
    path = tmp_path / "postings.toml"
    path.write_text('[[posting]]\nshape = "a"\ntext = "Go"\nwants = ["must | skill | | | Rust"]\n', encoding="utf-8")
    with pytest.raises(MatchingError, match="Rust"):
        read_gold(path)
    with pytest.raises(MatchingError, match="gold set"):
        read_gold(tmp_path / "absent.toml")
