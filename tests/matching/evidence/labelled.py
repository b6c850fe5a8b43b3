"""Sentences of our own with the verdict that a reader would give, read from the files beside the tests.

Each sentence becomes a resume that the real reader reads and the real judge judges. `held` was written before the
rules were changed and decides nothing; `told` is what rules may be tuned on.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from matching.evidence import judge
from matching.profile import read_profile
from matching.skills import VOCABULARY
from matching.text import Text
from matching.values import Evidence, Profile, Verdict
from tests.doubles import FixedEncoder
from tests.matching.evidence.builders import ask, role_of

FILES = Path(__file__).parent / "sentences"
TODAY = date(2026, 1, 1)
_HEAD = "Jo Doe\njo.doe@example.org\n"
_JOB = "Experience\nEngineer, Fjordline Logistics\nMarch 2022 - Present\n- Kept the rota of the harbour office.\n"
_END = "\nEducation\nMSc Informatics, University of Bergen, 2017\n"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence about one skill, the section it stands in, and the verdict a reader would give."""

    skill: str
    sentence: str
    section: str
    expected: Verdict
    kind: str


@cache
def labelled(name: str) -> tuple[Labelled, ...]:
    """The sentences of one file, `told` or `held`."""
    return tuple(_read(FILES / f"{name}.toml"))


def _read(path: Path) -> Iterator[Labelled]:
    for family in tomllib.loads(path.read_text(encoding="utf-8"))["family"]:
        for skill, sentence in family["sentences"]:
            section = family.get("section", "work")
            yield Labelled(skill, sentence, section, Verdict(family["expected"]), family["kind"])


def resume_text(sentence: str, *, section: str = "work") -> str:
    """A small resume in which `sentence` stands in one section."""
    above = f"Summary\n{sentence}\n\n" if section == "summary" else ""
    inside = f"- {sentence}\n" if section == "work" else ""
    below = f"\nSkills\n{sentence}\n" if section == "skills" else ""
    return f"{_HEAD}\n{above}{_JOB}{inside}{below}{_END}"


def judged_text(text: str, skill: str, *, years: float | None = None) -> Evidence:
    """The verdict of the real reader and judge on one skill."""
    name = VOCABULARY[skill].name
    return judged_profile(read_profile(Text(text), today=TODAY), text, name, skill, years=years)


def judged_profile(profile: Profile, text: str, wording: str, skill: str, *, years: float | None = None) -> Evidence:
    """The verdict on a profile that was read."""
    role, encoder = role_of(ask(wording, skills=[skill], years=years)), FixedEncoder()
    vectors = encoder.encode([each.embedded_text for each in profile.passages])
    return judge(role, encoder.encode([wording]), profile, vectors, today=TODAY, text=text)[0]


def judged_sentence(each: Labelled) -> Evidence:
    """The verdict on one labelled sentence."""
    return judged_text(resume_text(each.sentence, section=each.section), each.skill)
