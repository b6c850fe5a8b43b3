"""The facts composer: truthful by the same check, varied, and silent about what it must not quote."""

from dataclasses import replace

from matching.agent import Brief, Source, compose_facts
from matching.grounding import check

BRIEF = Brief(
    purpose="outreach",
    posting_title="Agent engineer",
    company_name="Northwind",
    recruiter_name="Robin Marsh",
    workspace_name="North Talent",
    layer="Layer 1 · Orchestration",
    sources=(
        Source("q1", "quote", "Ran retrieval for 40k users over two years; did not touch billing.", "r1"),
        Source("q2", "quote", "Wrote Python services since 2016.", "r2"),
        Source("r1", "requirement", "Has run retrieval in production"),
        Source("r2", "requirement", "5 years of Python"),
    ),
)


def test_every_turn_of_phrase_passes_the_check() -> None:
    for number in range(200):
        brief = replace(BRIEF, posting_title=f"Agent engineer {number}")
        assert check(compose_facts(brief), brief).unsupported == ()


def test_different_people_get_different_words() -> None:
    bodies = {compose_facts(replace(BRIEF, place=str(number))).body for number in range(40)}
    assert len(bodies) > 10


def test_the_same_brief_gives_the_same_mail() -> None:
    assert compose_facts(BRIEF) == compose_facts(BRIEF)


def test_the_note_says_that_no_model_wrote_it() -> None:
    assert compose_facts(BRIEF).note == "No language model is configured; this draft was composed from the evidence."


def test_a_quote_with_a_blind_placeholder_is_left_out() -> None:
    brief = replace(BRIEF, sources=(Source("q1", "quote", "Worked with [name] on retrieval for 40k users.", "r1"),))
    draft = compose_facts(brief)
    assert "[name]" not in draft.body
    assert draft.claims == ()


def test_without_evidence_it_still_says_who_and_which_role() -> None:
    brief = replace(BRIEF, sources=())
    draft = compose_facts(brief)
    assert check(draft, brief).ok
    assert "Northwind" in draft.body
