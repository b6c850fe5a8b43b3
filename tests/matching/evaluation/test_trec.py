"""TREC files and task folders: what is written is read again, and what is wrong is named."""

from pathlib import Path

import pytest

from matching.errors import MatchingError
from matching.evaluation import evaluate_texts, read_qrels, read_run, read_task, write_run
from tests.doubles import FixedEncoder


def folder_with(path: Path, *, qrels: str = "q1\t0\td1\t1\nq1\t0\td2\t0\n") -> Path:
    (path / "queries.jsonl").write_text('{"id": "q1", "text": "red apple"}\n', encoding="utf-8")
    (path / "corpus.jsonl").write_text(
        '{"id": "d1", "text": "one red apple"}\n{"id": "d2", "text": "green pear"}\n', encoding="utf-8"
    )
    (path / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return path


def test_a_run_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_run(tmp_path / "run", {"q 1": [("d1", 0.5), ("d 2", 0.5), ("d3", 0.1)]})

    assert read_run(tmp_path / "run") == {"q%201": ["d1", "d%202", "d3"]}


def test_no_two_names_share_an_id_and_none_depends_on_the_others(tmp_path: Path) -> None:
    names = ["a b", "a_b", "a\tb", "a%20b", "a\udcff", "50% of it"]
    write_run(tmp_path / "run", {"q": [(name, 1.0) for name in names]})
    ids = read_run(tmp_path / "run")["q"]

    assert ids == ["a%20b", "a_b", "a%09b", "a%2520b", "a%FF", "50%%20of%20it"]
    for name, one in zip(names, ids, strict=True):
        write_run(tmp_path / "alone", {"q": [(name, 1.0)]})
        assert read_run(tmp_path / "alone")["q"] == [one]


def test_equal_scores_fall_by_rank_so_that_other_tools_keep_the_order(tmp_path: Path) -> None:
    write_run(tmp_path / "run", {"q": [("b", 0.5), ("a", 0.5), ("c", 0.5)]})
    scores = [float(line.split()[4]) for line in (tmp_path / "run").read_text().splitlines()]

    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


def test_qrels_are_read_with_and_without_the_zero(tmp_path: Path) -> None:
    (tmp_path / "qrels").write_text("q1 0 d1 2\nq1\td2\t1\n", encoding="utf-8")

    assert read_qrels(tmp_path / "qrels") == {"q1": {"d1": 2.0, "d2": 1.0}}


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "qrels").write_text("q1 0 d1 2\nnonsense\n", encoding="utf-8")

    with pytest.raises(MatchingError, match="Line 2"):
        read_qrels(tmp_path / "qrels")


def test_a_missing_file_says_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(MatchingError, match="folder of one task"):
        read_task(tmp_path)


def test_qrels_of_other_queries_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MatchingError, match="Check their ids"):
        read_task(folder_with(tmp_path, qrels="other\t0\td1\t1\n"))


def test_every_baseline_stands_beside_ours(tmp_path: Path) -> None:
    report = evaluate_texts(read_task(folder_with(tmp_path)), name="titles", encoder=FixedEncoder())

    assert set(report.systems) == {"strata", "bm25", "minilm", "rrf"}
    assert report.systems["strata"]["mrr"].value == 1.0
    assert {each.against for each in report.differences} == {"bm25", "minilm", "rrf"}
