import json
import os
from datetime import date
from pathlib import Path

import pytest

from matching.documents import read_document
from matching.profile import blind, read_profile
from matching.text import Text
from matching.values import Profile
from tests.matching.profile.resumes import LAYOUTS, written

TODAY = date(2026, 11, 1)
DATA = Path(os.environ.get("STRATA_DATA", "../shared/data"))
ORDINARY = [
    "Will Page",
    "Grant Rose",
    "Rose Banks",
    "Mark Young",
    "Bill Long",
    "Art Branch",
    "Chase Rivers",
    "Hope Summer",
    "Dean Brooks",
    "Faith Winters",
    "April May",
    "June Day",
    "Ruby Field",
    "Ray Cook",
    "Julia Swift",
    "Jordan Marsh",
    "Austin Ford",
    "Georgia Lane",
    "Paris Jackson",
    "Frank Law",
    "Guy Price",
    "Sandy Hill",
    "Rich Bond",
    "Joy Bell",
    "Drew Barker",
    "Pat Church",
    "Rob Banks",
    "Jack Black",
    "Hunter King",
    "Mason Stone",
    "Iris Snow",
    "Max Power",
    "Wei He",
    "An Do",
    "Claude Long",
    "Cassandra Travis",
    "Alexa Sage",
    "Virginia Wolf",
    "Dakota North",
    "Sunny Park",
]
FOREIGN = [
    "Zoë Müller",
    "Siobhán O'Connor",
    "José Álvarez",
    "Łukasz Żak",
    "Nguyễn Anh",
    "Jean-Luc Picard",
    "Mary-Jane Watson",
    "Ana de la Cruz",
    "Ludwig van Beethoven",
    "Aïcha ben Ali",
    "Ömer Çelik",
    "Yu Li",
    "Bo Xu",
    "D'Angelo Ware",
]


def _real_names() -> list[str]:
    names: list[str] = []
    for file in sorted((DATA / "names").glob("top_*_names.json")):
        names += [name.title() for group in json.loads(file.read_text()).values() for name in group]
    return names


def _ranked(profile: Profile) -> tuple[object, ...]:
    """Everything that a ranking can read, without offsets."""
    return (
        [(passage.embedded_text, passage.section, passage.entry) for passage in profile.passages],
        [(shown.skill, shown.strength, shown.years, shown.last_used) for shown in profile.skills],
        [(each.section, each.title, each.organisation, each.start, each.end) for each in profile.entries],
        [(each.name, each.level) for each in profile.languages],
        (profile.years, profile.degree, profile.place, profile.country, profile.remote, profile.relocation),
        (profile.authorisation, profile.flags, profile.blind.content),
    )


def _read(content: str) -> tuple[object, ...]:
    return _ranked(read_profile(Text(content), today=TODAY))


# after "working with", a word that names a tool (Ruby, Claude) is kept, whoever writes it: it may well be the tool
_TOOLS = ("Ruby", "Ray", "Julia", "Claude", "Cassandra", "Alexa")
_SWAPS = [
    (layout, name)
    for layout in LAYOUTS
    for name in [*ORDINARY, *FOREIGN]
    if layout != "third person" or not name.startswith(_TOOLS)
]


@pytest.mark.parametrize(("layout", "name"), _SWAPS)
def test_an_ordinary_word_or_a_foreign_name_leaves_the_same_profile_as_any_other(layout: str, name: str) -> None:
    first, last = name.split(" ", 1)
    assert _read(written(layout, first=first, last=last)) == _read(written(layout))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_eight_hundred_names_leave_one_blind_text(layout: str) -> None:
    names = _real_names()
    if not names:
        pytest.skip("the names of the development data are not here (STRATA_DATA)")
    expected = blind(written(layout)).text.content
    different = [
        name
        for name in names
        if blind(written(layout, first=name.split()[0], last=name.split()[1])).text.content != expected
    ]
    assert different == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_part_of_an_unmistakable_name_is_left_in_the_blind_text(layout: str) -> None:
    content = blind(written(layout, first="Xiomara", last="Quintanilla")).text.content.lower()
    assert "xiomara" not in content
    assert "quintanilla" not in content


def test_verbs_that_are_names_stay_whichever_name_the_person_has() -> None:
    for first, last in (("Will", "Grant"), ("Maria", "Chen")):
        content = blind(written("one column", first=first, last=last)).text.content
        assert "Grant applications written twice; will\ntravel" in content
        assert "we page the on-call engineer" in content
        assert "Will Rogers Hall" in content


def test_a_name_in_two_lines_or_in_spaced_letters_is_found() -> None:
    body = "\nmaria.chen@example.org\nSUMMARY\nMaria Chen is an engineer.\n"
    assert "Maria" not in blind("MARIA\nCHEN" + body).text.content
    assert "M A R I A" not in blind("M A R I A  C H E N" + body).text.content


def test_a_title_at_the_top_is_no_name() -> None:
    for title in ("ACCOUNTANT II", "Branch Manager", "Senior Data Engineer", "SOUS CHEF", "Career Overview"):
        assert blind(f"{title}\nSummary\nWorked in teams for years.\n").name == ""


@pytest.mark.parametrize("number", range(10))
def test_a_real_resume_with_a_header_reads_the_same_under_every_name(number: int) -> None:
    files = sorted((DATA / "resumes" / "livecareer").glob("*/*.pdf"))
    names = _real_names()
    if not files or not names:
        pytest.skip("the resumes of the development data are not here (STRATA_DATA)")
    file = files[number * 12]
    body = read_document(file.read_bytes(), name=file.name).text.content
    readings = {
        blind(f"{name}\n{name.replace(' ', '.').lower()}@example.org | Leeds, UK\n{body}").text.content
        for name in [*names[number::40], *ORDINARY[number::10]]
    }
    assert len(readings) == 1
