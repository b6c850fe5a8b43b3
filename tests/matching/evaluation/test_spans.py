"""Strict spans: both ends right or no hit, for both formats of tagged sentences."""

import json
from pathlib import Path

import pytest

from matching.errors import MatchingError
from matching.evaluation.spans import bounded, evaluate_spans, read_tagged

TOKENS = ["We", "use", "C++", "and", "machine", "learning", "."]
TAGS = ["O", "O", "B", "O", "B", "I", "O"]


def _skillspan(folder: Path, *, knowledge: list[str]) -> Path:
    row = {"tokens": TOKENS, "tags_knowledge": knowledge, "tags_skill": ["O"] * len(TOKENS)}
    (folder / "dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return folder


def test_bio_tags_become_token_ranges() -> None:
    assert bounded(["B", "I", "O", "I", "B", "B", "I"]) == {(0, 2), (4, 5), (5, 7)}


def test_spans_with_both_ends_right_are_all_hits(tmp_path: Path) -> None:
    report = evaluate_spans(_skillspan(tmp_path, knowledge=TAGS))
    assert report.systems["strata"]["f1_knowledge"].value == 1.0
    assert report.systems["strata"]["f1_skill"].value == 0.0


def test_a_span_with_one_wrong_end_is_no_hit(tmp_path: Path) -> None:
    report = evaluate_spans(_skillspan(tmp_path, knowledge=["O", "B", "I", "O", "B", "I", "I"]))
    assert report.systems["strata"]["f1_knowledge"].value == 0.0


def test_a_dictionary_stands_beside_with_the_paired_difference(tmp_path: Path) -> None:
    report = evaluate_spans(_skillspan(tmp_path, knowledge=TAGS))
    assert set(report.systems) == {"strata", "dictionary"}
    assert {each.against for each in report.differences} == {"dictionary"}


def test_a_table_of_words_is_read_sentence_by_sentence(tmp_path: Path) -> None:
    lines = [
        f"1,{word},NN,{tag}-Skill" if tag != "O" else f"1,{word},NN,O" for word, tag in zip(TOKENS, TAGS, strict=True)
    ]
    (tmp_path / "testset.csv").write_text(
        "\n".join(["sentence_id,word,pos,tag", *lines, "2,Python,NN,B-Domain"]), "utf-8"
    )
    first, second = read_tagged(tmp_path)
    assert first.gold == {"skill": {(2, 3), (4, 6)}}
    assert second.gold == {"skill": frozenset()}


def test_a_folder_without_tagged_sentences_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MatchingError, match="SkillSpan"):
        read_tagged(tmp_path)
