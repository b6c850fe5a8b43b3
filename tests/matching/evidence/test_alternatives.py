"""A requirement with alternatives is met by any of them, with the quote of the one that is shown."""

from dataclasses import replace

import pytest

from matching.requirements import read_role, together
from matching.text import Text
from matching.values import Evidence, Requirement, Section, Strength, Verdict
from tests.matching.evidence.builders import Resume, verdict


def _asked(bullet: str) -> Requirement:
    return read_role(Text(f"Requirements\n- {bullet}\n")).requirements[0]


def _judged(bullet: str, **lines: str) -> Evidence:
    """The cell for a bullet beside a resume in which each skill is used in dated work, in the words given."""
    resume = Resume()
    resume.line("Served guests in a hotel at the lake.")
    for skill, words in lines.items():
        resume.skill(skill, resume.line(words), years=4.0)
    return verdict(_asked(bullet), resume, resume.profile(years=8))


@pytest.mark.parametrize("bullet", ["PyTorch or JAX", "One of PyTorch / JAX / TensorFlow", "PyTorch, JAX or similar"])
def test_one_alternative_meets_it_and_is_the_one_quoted(bullet: str) -> None:
    found = _judged(bullet, jax="Trained a ranking model in JAX.")
    assert (found.verdict, found.quote) == (Verdict.MET, "Trained a ranking model in JAX.")


def test_a_choice_with_a_framework_of_your_own_is_met_by_a_named_one() -> None:
    found = _judged("PyTorch, JAX or a framework of your own", pytorch="Trained models in PyTorch.")
    assert (found.verdict, found.quote) == (Verdict.MET, "Trained models in PyTorch.")


def test_of_two_skills_that_are_both_needed_one_is_not_enough() -> None:
    assert _judged("Python and SQL", python="Wrote services in Python.").verdict is Verdict.PARTLY


def test_a_choice_beside_a_needed_skill_needs_one_of_the_choice_and_the_skill() -> None:
    bullet = "3+ years of Python and either PyTorch or JAX"
    both = _judged(bullet, python="Wrote services in Python.", jax="Trained a model in JAX.")
    assert both.verdict is Verdict.MET
    assert both.quote in ("Wrote services in Python.", "Trained a model in JAX.")
    assert _judged(bullet, jax="Trained a model in JAX.").verdict is not Verdict.MET
    assert _judged(bullet, python="Wrote services in Python.").verdict is Verdict.PARTLY


def test_what_is_missing_is_named_by_group() -> None:
    found = _judged("3+ years of Python and either PyTorch or JAX", python="Wrote services in Python.")
    assert "none of PyTorch, JAX" in found.reason
    assert found.change == "Dated work with PyTorch or JAX of 3 years or more."


def test_an_alternative_in_words_is_partly_shown_at_best_by_a_passage_that_says_it() -> None:
    asked = replace(_asked("PyTorch, JAX or a framework of your own"), text="Wrote a tensor framework of my own.")
    resume = Resume()
    resume.line("Wrote a tensor framework of my own.")
    found = verdict(asked, resume, resume.profile())
    assert (found.verdict, found.quote) == (Verdict.PARTLY, "Wrote a tensor framework of my own.")
    assert "may be a framework of your own" in found.reason


def test_a_listed_alternative_is_no_more_than_partly() -> None:
    resume = Resume()
    resume.skill("jax", resume.line("JAX", section=Section.SKILLS), strength=Strength.LISTED)
    assert verdict(_asked("PyTorch or JAX"), resume, resume.profile()).verdict is Verdict.PARTLY


@pytest.mark.parametrize(("any_of", "expected"), [(True, Verdict.MET), (False, Verdict.PARTLY)])
def test_requirements_of_different_kinds_that_were_put_together_are_each_judged_by_their_rule(
    any_of: bool, expected: Verdict
) -> None:
    asked = together([_asked("Master's degree in physics"), _asked("Experience with PyTorch")], any_of=any_of)
    resume = Resume()
    resume.skill("pytorch", resume.line("Trained models in PyTorch."), years=4.0)
    found = verdict(asked, resume, resume.profile(years=4))
    assert (found.verdict, found.quote) == (expected, "Trained models in PyTorch.")
    assert asked.text.count(" or " if any_of else " and ") == 1
