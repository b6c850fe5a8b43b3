# ruff: noqa: RUF001
"""JSON Resume: the text that people read, the values that are stated, and what becomes of files with mistakes."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.documents import IMPORT_FLAGS, read_document, read_in_jail
from matching.errors import UnreadableDocument
from matching.profile import json_resume as write_json_resume
from matching.profile import profile_from_json, profile_to_json, read_profile
from matching.tree import SHAPES, Literal, grown
from matching.values import Document
from tests.matching.documents.imports.samples import RESUME, json_resume

TODAY = date(2026, 11, 1)


def read(resume: Any) -> Document:
    return read_document(json_resume(resume), name="cv.json")


def said(document: Document) -> dict[str, str]:
    return {each.name: each.value for each in document.stated}


def refusal(content: bytes) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(content, name="cv.json")
    return caught.value


_UNSEEN = ["\u034f", *map(chr, range(0xFE00, 0xFE10))]
_TEXT = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" \n", exclude_characters=_UNSEEN), max_size=30
)
_DAY = st.one_of(st.just(""), st.dates().map(lambda day: day.isoformat()), st.integers(1950, 2040).map(str), _TEXT)


def _shaped(shape: Any, *, key: str = "") -> st.SearchStrategy[Any]:
    if isinstance(shape, list):
        return st.lists(_shaped(shape[0]), max_size=3)
    if isinstance(shape, str):
        return _DAY if key.lower().endswith("date") else _TEXT
    return st.fixed_dictionaries({}, optional={name: _shaped(each, key=name) for name, each in shape.items()})


@given(_shaped({**SHAPES, "meta": {"version": "", "theme": ""}}))
@settings(max_examples=150, deadline=None)
def test_every_section_of_every_resume_comes_back_exactly(resume: dict[str, Any]) -> None:
    resume["basics"] = {**resume.get("basics", {}), "name": "Ann Lee"}
    document = read(resume)
    meta = {key: value for key, value in resume.pop("meta", {}).items() if value}
    back = grown((each.name, each.value) for each in document.stated)
    assert back.pop("meta", {}) == meta
    assert back == resume


@given(_shaped(SHAPES).filter(lambda tree: any(tree.get(key) for key in ("work", "basics"))))
@settings(max_examples=80, deadline=None)
def test_every_place_holds_what_a_person_sees_of_the_value(resume: dict[str, Any]) -> None:
    try:
        document = read(resume)
    except UnreadableDocument:
        return
    for each in document.stated:
        if each.span and each.value and not each.name.lower().endswith("date"):
            shown = each.span.of(document.text.content)
            assert set(shown.split()) - {"•"} <= set(_cleaned(each.value).split())


def _cleaned(value: str) -> str:
    from matching.documents.clean import plain_line, repaired, visible

    lines = [plain_line(line) for line in value.split("\n")]
    return " ".join([visible(repaired(value.replace("\n", " "))), *lines, *(line.lstrip("•*-–—· ") for line in lines)])


def test_the_text_reads_like_a_resume_that_somebody_typed() -> None:
    text = read(RESUME).text.content
    assert "Senior Engineer\nHarbour Analytics, Leeds, UK\nMar 2021 – Present\n" in text
    assert "• Built a RAG service in Python for 40,000 users\n" in text
    assert "Master in Forestry\nAshgrove Academy of Engines\n2014 – Jul 2016\n" in text
    assert "Machine learning (Expert): PyTorch, Python\n" in text
    assert "lastModified" not in text


def test_the_marks_of_markdown_leave_the_text_and_stay_in_the_value() -> None:
    line = "Built **search** for [Kiln](https://kiln.example.org) in C**2"
    document = read({"work": [{"name": "Kiln", "highlights": [line], "summary": "Ran **all** of it."}]})
    assert "• Built search for Kiln (https://kiln.example.org) in C**2\n" in document.text.content
    assert "Ran all of it.\n" in document.text.content
    assert said(document)["work[0].highlights[0]"] == line


def test_what_crosses_the_wall_of_the_jail_is_what_was_read() -> None:
    inside, outside = read_in_jail(json_resume(), name="cv.json"), read(RESUME)
    assert inside.stated == outside.stated
    assert inside.text == outside.text
    assert inside.media_type == "application/json"


@pytest.mark.parametrize("name", ["cv.pdf", "cv.txt", ""])
def test_the_content_tells_the_format_and_not_the_name(name: str) -> None:
    assert read_document(json_resume(), name=name).media_type == "application/json"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed(encoding: str) -> None:
    content = json.dumps({"basics": {"name": "Zoë Ångström"}}, ensure_ascii=False).encode(encoding)
    assert said(read_document(content, name="cv.json"))["basics.name"] == "Zoë Ångström"


def test_a_file_in_an_old_encoding_is_read_too() -> None:
    content = json.dumps({"basics": {"name": "Zoë Ångström"}}, ensure_ascii=False).encode("cp1252")
    assert said(read_document(content, name="cv.json"))["basics.name"] == "Zoë Ångström"


def test_numbers_where_text_belongs_are_read_as_text_and_flagged() -> None:
    document = read({"basics": {"name": "Ann Lee", "phone": 442079460000}, "work": [{"name": 42, "startDate": 2019}]})
    assert said(document)["work[0].startDate"] == "2019"
    assert said(document)["basics.phone"] == "442079460000"
    assert document.flags == ("values-not-text",)


def test_numbers_and_yes_and_no_go_out_as_they_came_in() -> None:
    resume = {
        "basics": {"name": "Ann Lee", "phone": 442079460000},
        "work": [{"name": "Acme", "startDate": 2019, "remote": True, "highlights": ["Built.", 3]}],
        "education": [{"institution": "Leeds", "score": 4.0}],
        "skills": [{"name": "Go", "level": 3, "keywords": ["gRPC"], "verified": False}],
        "meta": {"version": 1.5, "canonical": "https://example.org"},
    }
    document = read_in_jail(json_resume(resume), name="cv.json")
    profile = profile_from_json(profile_to_json(read_profile(document.text, today=TODAY, stated=document.stated)))
    back = write_json_resume(profile, document.text.content, stated=document.stated)
    assert json.dumps(back, sort_keys=True) == json.dumps(resume, sort_keys=True)


@pytest.mark.parametrize("number", ["123456789012345678901", "9007199254740993", "-18014398509481985", "1.5", "2e3"])
def test_a_number_goes_out_with_the_value_that_it_had(number: str) -> None:
    back = json.loads(json.dumps(_back(number)), parse_int=Decimal, parse_float=Decimal)
    assert back == Decimal(number)
    assert not isinstance(_back(number), str)


@pytest.mark.parametrize("number", ["0.12345678901234567890123", "1e999"])
def test_a_fraction_that_would_be_rounded_goes_out_as_text(number: str) -> None:
    assert _back(number) == number


def _back(number: str) -> Any:
    document = read_document(b'{"basics": {"name": "Ann Lee", "phone": %s}}' % number.encode(), name="cv.json")
    back = grown((each.name, Literal(each.value) if each.literal else each.value) for each in document.stated)
    return back["basics"]["phone"]


def test_null_says_nothing() -> None:
    document = read({"basics": {"name": "Ann Lee", "phone": None}, "work": None, "education": [None]})
    assert said(document) == {"basics": "", "basics.name": "Ann Lee", "education": ""}
    assert document.flags == ()


@pytest.mark.parametrize(
    ("resume", "name", "value"),
    [
        ({"work": {"name": "Kiln"}}, "work[0].name", "Kiln"),
        ({"work": [{"name": "Kiln", "highlights": "Fired 3 ovens"}]}, "work[0].highlights[0]", "Fired 3 ovens"),
        ({"work": [{"name": "Kiln", "summary": ["One", "Two"]}]}, "work[0].summary", "One\nTwo"),
        ({"basics": {"name": "Ann", "location": "Leeds"}}, "basics.location.city", "Leeds"),
        ({"work": [{"company": "Kiln", "website": "https://kiln.example.org"}]}, "work[0].company", "Kiln"),
    ],
)
def test_a_value_in_a_near_shape_is_kept(resume: Any, name: str, value: str) -> None:
    document = read(resume)
    assert said(document)[name] == value
    assert document.flags == ()


@pytest.mark.parametrize("odd", [["Kiln"], [["Kiln"]], [7], "Kiln", True])
def test_a_row_that_is_no_object_is_left_out_and_flagged(odd: Any) -> None:
    document = read({"basics": {"name": "Ann Lee"}, "work": odd})
    assert "parts-left-out" in document.flags
    assert document.text.content == "Ann Lee\n"


def test_unknown_keys_are_kept_for_the_export_and_not_read() -> None:
    document = read({"basics": {"name": "Ann Lee", "shoe": {"size": ["9"]}}, "x-theme": "elegant"})
    assert said(document)["basics.shoe.size[0]"] == "9"
    assert said(document)["x-theme"] == "elegant"
    assert document.flags == ("unknown-keys",)
    assert "elegant" not in document.text.content


def test_a_picture_in_the_file_is_left_out_and_said_so() -> None:
    document = read({"basics": {"name": "Ann Lee", "image": "data:image/png;base64," + "A" * 900_000}})
    assert document.flags == ("picture-left-out",)
    assert "basics.image" not in said(document)


def test_characters_that_draw_nothing_reach_neither_text_nor_values() -> None:
    document = read({"basics": {"name": "Ann\u200b Lee\u202e", "summary": "Se\u200dcret\u0000 \ud800work"}})
    assert said(document)["basics.name"] == "Ann Lee"
    assert "Secret work" in document.text.content


def test_every_flag_has_a_sentence_for_the_person() -> None:
    document = read({"basics": {"name": "A", "image": "data:x", "phone": 1, "x": "y"}, "work": [3]})
    assert len(document.flags) == 4
    assert all(flag in IMPORT_FLAGS for flag in document.flags)


@pytest.mark.parametrize(
    ("content", "slug", "hint"),
    [
        (b'{"basics": {"name": "Ann",}}', "broken-json", "line 1, column 2"),
        (b'{"basics": {"name": "Ann"', "broken-json", "Mend it"),
        (b'{"title": "Engineer", "company": "Kiln"}', "not-json-resume", "as PDF or DOCX"),
        (b'[{"basics": {}}]', "not-json-resume", "as PDF or DOCX"),
        (b"{}", "not-json-resume", "as PDF or DOCX"),
        (b'{"basics": {"name": "  "}, "work": [{}]}', "no-text", "as PDF or DOCX"),
        (b'{"work": ' + b'[{"x": ' * 60_000 + b"1" + b"}]" * 60_000 + b"}", "too-deep", "nested too deeply"),
        (b'{"work": [' + b"{}," * 11_000 + b'{"name": "Kiln"}]}', "too-many-values", "5,000"),
        (b'{"meta": {"x": [' + b"{}," * 3_000_000 + b'1]}, "work": [{"name": "Kiln"}]}', "too-many-values", "5,000"),
        (b'{"basics": {"name": "' + b"A" * 9_000_000 + b'"}}', "text-too-long", "the resume or posting alone"),
    ],
)
def test_a_file_that_is_no_resume_is_refused_with_what_to_do(content: bytes, slug: str, hint: str) -> None:
    error = refusal(content)
    assert error.slug == slug
    assert hint in error.sentence


def test_a_key_nested_below_any_use_is_left_out() -> None:
    deep: Any = "x"
    for _ in range(200):
        deep = {"a": deep}
    document = read({"basics": {"name": "Ann Lee"}, "meta": deep})
    assert document.flags == ("parts-left-out",)


def test_a_number_of_many_digits_costs_nothing() -> None:
    document = read_document(b'{"basics": {"name": "Ann", "phone": ' + b"1" * 6_000 + b"}}", name="cv.json")
    assert len(said(document)["basics.phone"]) == 6_000


def test_nine_megabytes_of_json_end_in_a_refusal_inside_the_jail() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_in_jail(b'{"work": [' + b"{}," * 3_000_000 + b'{"name": "Kiln"}]}', name="cv.json")
    assert caught.value.slug == "too-many-values"


@pytest.mark.parametrize("share", range(1, 20))
def test_a_truncated_file_is_refused(share: int) -> None:
    content = json_resume()
    assert refusal(content[: len(content) * share // 20]).slug == "broken-json"


_KEYS = st.sampled_from([*SHAPES, "name", "highlights", "startDate", "x.y", ""])
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=25,
)


@given(_ANYTHING)
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_the_json_ends_in_a_document_or_a_refusal(value: Any) -> None:
    try:
        document = read({"basics": {"name": "Ann"}, "work": value})
    except UnreadableDocument:
        return
    assert all(each.span is None or each.span.end <= len(document.text.content) for each in document.stated)
