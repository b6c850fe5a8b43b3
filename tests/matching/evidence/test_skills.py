"""Skills are judged by identity, by how they are shown, and by dated years."""

import pytest

from matching.evidence.skills import identity
from matching.values import Section, SkillShown, Strength, Verdict
from tests.matching.evidence.builders import Resume, ask, verdict


def resume_with(skill: str, *, strength: Strength = Strength.DATED, years: float | None = None) -> Resume:
    resume = Resume()
    span = resume.line(f"Ran payment services in {skill} for a bank.")
    return resume.skill(skill, span, strength=strength, years=years)


@pytest.mark.parametrize(
    ("strength", "expected"),
    [
        (Strength.LISTED, Verdict.PARTLY),
        (Strength.PROJECT, Verdict.MET),
        (Strength.DATED, Verdict.MET),
        (Strength.RECENT, Verdict.MET),
    ],
)
def test_a_bare_name_in_a_list_is_only_partly_shown(strength: Strength, expected: Verdict) -> None:
    resume = resume_with("python", strength=strength)

    assert verdict(ask("Python", skills=["python"]), resume, resume.profile(years=5)).verdict is expected


def test_a_bare_name_is_enough_where_familiarity_is_asked() -> None:
    resume = resume_with("docker", strength=Strength.LISTED)

    found = verdict(ask("Familiarity with Docker", skills=["docker"]), resume, resume.profile())

    assert found.verdict is Verdict.MET


def test_stronger_showing_is_stronger_evidence() -> None:
    strengths = []
    for strength in Strength:
        resume = resume_with("python", strength=strength)
        strengths.append(verdict(ask("Python", skills=["python"]), resume, resume.profile(years=5)).strength)

    assert strengths == sorted(strengths)
    assert len(set(strengths)) == 4


@pytest.mark.parametrize(
    ("years", "career", "expected"),
    [
        (6.0, 8.0, Verdict.MET),
        (4.8, 8.0, Verdict.MET),
        (4.6, 8.0, Verdict.PARTLY),
        (3.2, 8.0, Verdict.PARTLY),
        (None, 8.0, Verdict.PARTLY),
        (3.2, 4.0, Verdict.PARTLY),
        (2.0, 2.0, Verdict.CONTRADICTED),
    ],
)
def test_years_asked_are_held_against_dated_years(years: float | None, career: float, expected: Verdict) -> None:
    resume = resume_with("python", years=years)

    found = verdict(ask("5 years of Python", skills=["python"], years=5), resume, resume.profile(years=career))

    assert found.verdict is expected


def test_a_shortfall_of_years_is_said_in_plain_words() -> None:
    resume = resume_with("python", years=3.2)

    found = verdict(ask("5 years of Python", skills=["python"], years=5), resume, resume.profile(years=8))

    assert found.reason == "Dated work with Python adds up to 3.2 years; 5 years are asked."
    assert found.change == "Dated work with Python of 5 years or more."


def test_a_narrower_skill_speaks_for_the_broader_one() -> None:
    resume = resume_with("langgraph")

    assert verdict(ask("Agents", skills=["agents"]), resume, resume.profile()).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("fine-tuning", Verdict.PARTLY), ("dora", Verdict.NOT_SHOWN), ("deep-learning", Verdict.NOT_SHOWN)],
)
def test_a_broader_method_is_partly_and_a_whole_field_is_nothing(shown: str, expected: Verdict) -> None:
    resume = resume_with(shown)

    assert verdict(ask("LoRA", skills=["lora"]), resume, resume.profile()).verdict is expected


def test_a_neighbour_says_that_the_skill_itself_is_missing() -> None:
    resume = resume_with("jax")

    found = verdict(ask("PyTorch", skills=["pytorch"]), resume, resume.profile())

    assert found.verdict is Verdict.PARTLY
    assert "PyTorch itself is not mentioned" in found.reason


def test_a_neighbour_that_is_only_listed_says_nothing() -> None:
    resume = resume_with("jax", strength=Strength.LISTED)

    assert verdict(ask("PyTorch", skills=["pytorch"]), resume, resume.profile()).verdict is Verdict.NOT_SHOWN


def test_the_skill_itself_is_told_before_a_neighbour_that_was_used_longer() -> None:
    resume = resume_with("jax", years=9.0)
    resume.skill("pytorch", resume.line("PyTorch", section=Section.SKILLS), strength=Strength.LISTED)

    found = verdict(ask("5 years of PyTorch", skills=["pytorch"], years=5), resume, resume.profile(years=9))

    assert found.reason == "PyTorch is shown, but for how long is not stated; 5 years are asked."


def test_none_of_several_is_said_of_all_of_them() -> None:
    resume = resume_with("python")
    asked = ask("Kubernetes or Slurm", skills=["kubernetes", "slurm"], any_of=True)

    assert verdict(asked, resume, resume.profile()).reason == "The resume mentions none of Kubernetes, Slurm."


def test_a_skill_that_is_not_mentioned_is_not_shown_and_quotes_nothing() -> None:
    resume = resume_with("python")

    found = verdict(ask("Kubernetes", skills=["kubernetes"]), resume, resume.profile())

    assert (found.verdict, found.strength, found.span, found.quote) == (Verdict.NOT_SHOWN, 0.0, None, "")


def test_one_of_several_is_enough_where_the_posting_says_or() -> None:
    resume = resume_with("python")
    asked = ask("Python or Kubernetes", skills=["python", "kubernetes"], any_of=True)

    assert verdict(asked, resume, resume.profile()).verdict is Verdict.MET


def test_one_of_several_is_partly_where_all_are_asked() -> None:
    resume = resume_with("python")
    found = verdict(ask("Python and Kubernetes", skills=["python", "kubernetes"]), resume, resume.profile())

    assert found.verdict is Verdict.PARTLY
    assert found.reason == "Shown: Python. Not shown: Kubernetes."


def test_the_quote_is_the_passage_with_the_skill() -> None:
    resume = Resume()
    resume.line("Served guests in a hotel at the lake.")
    span = resume.line("Wrote the booking engine in Python.")
    resume.skill("python", span)

    assert (
        verdict(ask("Python", skills=["python"]), resume, resume.profile()).quote
        == "Wrote the booking engine in Python."
    )


def test_identity_falls_from_the_same_over_narrower_to_neighbours() -> None:
    found = [identity("agents", each) for each in ("agents", "langgraph", "llm-applications", "gardening")]

    assert found == sorted(found, reverse=True)
    assert found[0] == 1.0
    assert found[-1] == 0.0


@pytest.mark.parametrize("years", [None, 5.0])
def test_a_claim_without_work_is_at_most_partly_and_says_what_would_show_it(years: float | None) -> None:
    resume = Resume()
    resume.skill("python", resume.line("Python expert", section=Section.SKILLS), strength=Strength.LISTED)

    found = verdict(ask("Python", skills=["python"], years=years), resume, resume.profile(years=9))

    extent = " of 5 years or more" if years else ""
    assert found.verdict is Verdict.PARTLY
    assert found.change == (
        f"Python is shown only as a claim in the skills list; dated work with Python{extent} would show it."
    )


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("Eager to learn Rust.", "names Rust as something to learn"),
        ("No experience with Rust.", "says of Rust that it was not used"),
        ("Recruited Rust engineers.", "names Rust as other people's work"),
        ("Considered Rust and kept C++.", "names Rust as something weighed or compared"),
    ],
)
def test_a_name_that_counts_for_nothing_is_explained(sentence: str, says: str) -> None:
    resume = Resume()
    resume.line(sentence)

    found = verdict(ask("Rust", skills=["rust"]), resume, resume.profile())

    assert found.verdict is Verdict.NOT_SHOWN
    assert found.reason == f"The resume {says}, and shows no work with it."
    assert found.change == f"Dated work with Rust; so far the resume {says}."


def test_what_a_neighbour_lacks_is_the_skill_itself() -> None:
    resume = resume_with("jax")

    found = verdict(ask("PyTorch", skills=["pytorch"]), resume, resume.profile())

    assert found.change == "A project or dated work with PyTorch itself; JAX is only close to it."


@pytest.mark.parametrize(
    ("any_of", "expected"), [(True, "Wrote the payments service in Go."), (False, "Go, Rust, Python")]
)
def test_a_list_is_quoted_only_where_no_work_says_as_much(any_of: bool, expected: str) -> None:
    resume = Resume()
    listed = resume.line("Go, Rust, Python", section=Section.SKILLS)
    done = resume.line("Wrote the payments service in Go.")
    resume.skills += [
        SkillShown("go", Strength.DATED, 3.0, (listed, done)),
        SkillShown("rust", Strength.LISTED, None, (listed,)),
        SkillShown("python", Strength.LISTED, None, (listed,)),
    ]
    wanted = ask("Go, Rust and Python", skills=["go", "rust", "python"], any_of=any_of)

    found = verdict(wanted, resume, resume.profile(years=3))

    assert found.quote == expected
