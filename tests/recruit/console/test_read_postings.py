"""`manage.py read` of postings: all that they say and ask, from documents and from the files of job boards."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.recruit.console.test_read import read_all

AD = (
    "Senior ML Engineer\nLocation: Berlin, Germany\nSalary: €80,000 - €100,000 per year\nFull-time, fully remote.\n"
    "We can sponsor work visas.\n\nRequirements\n- 3+ years of Python and either PyTorch or JAX\n"
    "- Under 30 years old\n\nNice to have\n- Rust\n\nNot for you if\n- You want to manage people all day\n"
)
BODY = "<h3>Requirements</h3><ul><li>4+ years of Python</li></ul><h3>Nice to have</h3><ul><li>Rust</li></ul>"
STATED = {"@type": "JobPosting", "title": "Data Engineer", "description": BODY, "employmentType": "FULL_TIME"}
BOARDS = {
    "greenhouse.json": json.dumps(
        {"jobs": [{"id": n, "title": f"Engineer {n}", "absolute_url": "u", "content": BODY} for n in (1, 2)]}
    ),
    "lever.json": json.dumps([{"text": "Engineer", "categories": {"location": "Oslo"}, "description": BODY}] * 2),
    "ashby.json": json.dumps({"jobs": [{"title": "Engineer", "jobUrl": "u", "descriptionHtml": BODY}] * 2}),
    "page.html": "<!DOCTYPE html><html><head><script type='application/ld+json'>"
    + json.dumps({"@graph": [{"@type": "WebPage", "title": "Jobs"}, STATED, STATED]})
    + "</script></head><body><p>Jobs</p></body></html>",
    "thread.json": json.dumps(
        {
            "type": "story",
            "title": "Ask HN: Who is hiring?",
            "author": "whoishiring",
            "text": "Post here.",
            "children": [
                {"author": "a", "text": f"Fern | Engineer | Oslo<p>{BODY}"},
                {"author": None, "text": None},
                {"author": "b", "text": f"Moss | Engineer | Rome<p>{BODY}"},
            ],
        }
    ),
    "feed.xml": "<source><publisher>P</publisher>"
    + f"<job><title>E</title><description><![CDATA[{BODY}]]></description></job>" * 2
    + "</source>",
}


def test_a_posting_gives_what_it_says_of_pay_place_and_terms(tmp_path: Path) -> None:
    (tmp_path / "role.txt").write_text(AD)
    (found,) = read_all(str(tmp_path / "role.txt"))
    posting = found["posting"]
    assert {key: value for key, value in posting.items() if not isinstance(value, list)} == {
        "title": "Senior ML Engineer",
        "salary": "€80,000 - €100,000 per year",
        "place": "Berlin, Germany",
        "country": "DE",
        "place_type": "TELECOMMUTE",
        "remote": True,
        "seniority": "senior",
        "employment_type": "FULL_TIME",
        "visa": "We can sponsor work visas.",
    }


def test_a_posting_gives_each_requirement_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    (tmp_path / "role.txt").write_text(AD)
    first, second, third = read_all(str(tmp_path / "role.txt"))[0]["posting"]["requirements"]
    start = AD.index("3+ years")
    assert first == {
        "text": "3+ years of Python and either PyTorch or JAX",
        "priority": "must",
        "kind": "skill",
        "years": 3.0,
        "skills": [
            {"id": "python", "label": "Python"},
            {"id": "pytorch", "label": "PyTorch"},
            {"id": "jax", "label": "JAX"},
        ],
        "any_of": False,
        "choices": [["python"], ["pytorch", "jax"]],
        "value": None,
        "span": [start, start + len(first["text"])],
    }
    assert [(each["text"], each["priority"]) for each in (second, third)] == [
        ("Rust", "nice"),
        ("You want to manage people all day", "avoid"),
    ]


def test_what_is_refused_as_a_criterion_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "role.txt").write_text(AD)
    (refused,) = read_all(str(tmp_path / "role.txt"))[0]["posting"]["cautions"]
    assert (refused["slug"], refused["refused"]) == ("age", True)
    assert AD[slice(*refused["span"])] == refused["text"]


@pytest.mark.parametrize("options", [(), ("--kind", "posting")], ids=["guessed", "said"])
@pytest.mark.parametrize("name", sorted(BOARDS))
def test_each_posting_of_a_boards_file_is_read(tmp_path: Path, name: str, options: tuple[str, ...]) -> None:
    path = tmp_path / name
    path.write_text(BOARDS[name])
    objects = read_all(str(path), *options)
    assert [(each["file"], each["kind"], each["status"]) for each in objects] == [
        (str(path), "posting", "read"),
        (f"{path}#2", "posting", "read"),
    ]
    for each in objects:
        asked = each["posting"]["requirements"]
        assert [(one["text"], one["priority"], one["years"]) for one in asked] == [
            ("4+ years of Python", "must", 4.0),
            ("Rust", "nice", None),
        ]


def test_one_posting_of_a_board_by_itself_is_read(tmp_path: Path) -> None:
    for name, content in (
        ("job.json", STATED),
        ("item.json", {"by": "a", "type": "comment", "text": f"Fern | Data Engineer | Oslo<p>{BODY}"}),
    ):
        (tmp_path / name).write_text(json.dumps(content))
        (found,) = read_all(str(tmp_path / name))
        assert (found["kind"], found["posting"]["title"]) == ("posting", "Data Engineer")


def test_an_empty_board_is_not_an_unknown_file(tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text('{"jobs": []}')
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("read", str(tmp_path / "empty.json"), "--json", stdout=out)
    assert "lists no postings" in json.loads(out.getvalue())["reason"]


def test_what_a_board_states_is_told_with_the_rest(tmp_path: Path) -> None:
    stated = {**STATED, "jobLocationType": "TELECOMMUTE", "jobLocation": {"address": {"addressLocality": "Berlin"}}}
    (tmp_path / "job.json").write_text(json.dumps(stated))
    posting = read_all(str(tmp_path / "job.json"))[0]["posting"]
    assert (posting["employment_type"], posting["place"], posting["remote"]) == ("FULL_TIME", "Berlin", True)
