"""What the check accepts and what it refuses, as a table over one brief."""

import pytest

from matching.grounding import Brief, Claim, ClaimCheck, Draft, Source, check

BRIEF = Brief(
    purpose="outreach",
    posting_title="Agent engineer",
    company_name="Northwind",
    recruiter_name="Robin Marsh",
    workspace_name="North Talent",
    sources=(
        Source("q1", "quote", "Ran retrieval for 40k users over two years at Zalando; did not touch billing."),
        Source("q2", "quote", "Helped two engineers evaluate LLaMA with PyTorch, cutting latency by 35%."),
        Source("q3", "quote", "I have never managed people."),
        Source("r1", "requirement", "5 years of Python"),
    ),
)

FAITHFUL = [
    ("Ran retrieval for 40k users over two years at Zalando", "q1"),
    ("You ran retrieval for 40,000 users", "q1"),
    ("You ran retrieval at Zalando for 2 years", "q1"),
    ("You did not touch billing", "q1"),
    ("You helped evaluate LLaMA with PyTorch", "q2"),
    ("cutting latency by 35 percent", "q2"),
    ("You have never managed people", "q3"),
    ("5 years of Python", "r1"),
]
BENT = [
    ("You ran retrieval for 400k users", "q1"),  # a number
    ("You ran retrieval for 40 users", "q1"),
    ("You ran retrieval for four years at Zalando", "q1"),
    ("cutting latency by 53%", "q2"),
    ("You ran retrieval for 40k users at Google", "q1"),  # a name
    ("You helped evaluate LLaMA with TensorFlow", "q2"),
    ("You touched billing", "q1"),  # a negation
    ("You ran retrieval for 40k users and touched billing", "q1"),
    ("touch billing", "q1"),
    ("managed people", "q3"),
    ("You have managed people", "q3"),
    ("You did not run retrieval for 40k users", "q1"),
    ("You led retrieval for 40k users", "q1"),  # an inflation
    ("You architected retrieval for 40k users", "q1"),
    ("You are an expert in retrieval for 40k users", "q1"),
    ("You ran retrieval for all 40k users", "q1"),
    ("You managed two engineers", "q2"),
    ("You wrote compilers in your free time", "q1"),  # something else
]


def found(claim: str, source: str, *, around: str = "{}.") -> tuple[ClaimCheck, ...]:
    body = "Hello {{candidate}},\n\n" + around.format(claim)
    draft = Draft("Agent engineer at Northwind", body, (Claim(claim, source),), "test")
    return check(draft, BRIEF).unsupported


@pytest.mark.parametrize(("claim", "source"), FAITHFUL)
def test_a_faithful_claim_is_borne_out(claim: str, source: str) -> None:
    assert found(claim, source) == ()


@pytest.mark.parametrize(("claim", "source"), BENT)
def test_a_bent_claim_is_not(claim: str, source: str) -> None:
    assert any(each.claim.source == source for each in found(claim, source))


def test_a_source_that_was_not_shown_bears_nothing_out() -> None:
    (fault,) = found("You ran retrieval for 40k users", "q9")
    assert "not shown" in fault.faults[0]


@pytest.mark.parametrize("written", ["You ran retrieval\nfor 40k users.", "You ran  retrieval for 40k users."])
def test_a_claim_may_run_over_a_line_break(written: str) -> None:
    claim = Claim("You ran retrieval for 40k users", "q1")
    assert check(Draft("Agent engineer", written, (claim,), ""), BRIEF).ok


@pytest.mark.parametrize(
    "sentence",
    [
        "You have ten years of Rust.",
        "You built rockets.",
        "Your experience with compilers is rare.",
        "You are a born leader.",
        "The salary is 200k.",
        "Northwind was founded by Grace Hopper.",
        "Apply at http://evil.example/now.",
        "Write to boss@evil.example.",
    ],
)
def test_a_sentence_that_states_something_without_a_claim_is_flagged(sentence: str) -> None:
    assert found("You ran retrieval for 40k users", "q1", around="{}. " + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Would you be open to a first talk of half an hour?",
        "If you like, I will send you the posting.",
        "I am Robin Marsh from North Talent, and Northwind is hiring an agent engineer.",
        "Your resume is what made me write.",
        "Let me know what suits you.",
    ],
)
def test_a_sentence_that_states_nothing_about_the_person_is_not(sentence: str) -> None:
    assert found("You ran retrieval for 40k users", "q1", around="{}. " + sentence) == ()


@pytest.mark.parametrize("around", ["“{}” May I tell you more?", "“{}.” May I tell you more?", "- {}\n\nMay I"])
def test_the_word_after_a_claim_may_begin_a_sentence(around: str) -> None:
    assert found("Ran retrieval for 40k users over two years at Zalando", "q1", around=around) == ()


@pytest.mark.parametrize("around", ["“{}” May I tell you more?", "{} May I tell you more?"])
def test_the_word_after_a_claim_that_ends_its_sentence_begins_the_next(around: str) -> None:
    assert found(BRIEF.sources[1].text, "q2", around=around) == ()


def test_a_name_in_the_subject_needs_no_claim_but_a_number_does() -> None:
    claim, body = (Claim("You ran retrieval for 40k users", "q1"),), "You ran retrieval for 40k users."
    assert check(Draft("Hello from Northwind", body, claim, ""), BRIEF).ok
    assert not check(Draft("90k a year at Northwind", body, claim, ""), BRIEF).ok


@pytest.mark.parametrize("odd", ["", " ", "\x00", "{{", "…" * 50, "1" * 400, "(((", "you " * 2000, "a" * 5000])
def test_odd_text_is_checked_without_an_error(odd: str) -> None:
    check(Draft(odd, odd, (Claim(odd, "q1"),), odd), BRIEF)
