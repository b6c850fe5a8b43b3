"""Every quote exists at its offsets, to the letter, and is the telling sentence."""

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.evidence.quotes import LONGEST, sentences, telling, trimmed
from matching.text import Span
from matching.values import Kind, Priority, Section, Strength
from tests.matching.evidence.builders import Resume, ask, judged, role_of

WRITING = (
    "built search services in Python. led a team; wrote • tests\nfor the bank \u2013 Retrieval, über 3 million users! "
    "No Kubernetes? German (C1) *evaluation* of models"
)
WORDS = st.sampled_from(WRITING.split(" "))
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=70).map(" ".join), min_size=1, max_size=6)
ASKED = (
    ask("Python", skills=["python"]),
    ask("Kubernetes or Python", skills=["kubernetes", "python"], any_of=True, priority=Priority.NICE),
    ask("Built search services for a bank", Kind.EXPERIENCE),
    ask("3 years of retrieval", Kind.EXPERIENCE, skills=["information-retrieval"], years=3),
    ask("Fluent English", Kind.LANGUAGE, value="English"),
    ask("A degree", Kind.EDUCATION),
    ask("Evaluation of models", Kind.OTHER),
)


@settings(max_examples=200, deadline=None)
@given(lines=LINES, strength=st.sampled_from(Strength), years=st.floats(0, 9))
def test_every_quote_stands_at_its_offsets(lines: list[str], strength: Strength, years: float) -> None:
    resume = Resume()
    for number, line in enumerate(lines):
        span = resume.line(line, section=list(Section)[number])
        if "Python" in line:
            start = span.start + line.index("Python")
            resume.skill("python", Span(start, start + 6), strength=strength, years=years)
    profile = resume.profile(years=years, degree="BSc")

    for cell in judged(role_of(*ASKED), resume, profile):
        assert (cell.span is None) == (cell.quote == "")
        if cell.span is not None:
            assert cell.span.of(resume.text) == cell.quote
            assert cell.quote.strip() == cell.quote
            assert 0 <= cell.strength <= 1


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_a_quote_never_leaves_its_passage(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))

    found = telling(text, Span(start, end), wanted="search services")

    assert start <= found.start <= found.end <= end


def test_the_sentence_with_shared_words_is_quoted() -> None:
    text = (
        "Joined a young company in spring and moved to another town with three colleagues from the old office there. "
        "Built the search services that the whole library reads from every day. Left again in autumn."
    )

    found = telling(text, Span(0, len(text)), wanted="Experience with search services")

    assert found.of(text) == "Built the search services that the whole library reads from every day."


def test_a_mention_beats_shared_words() -> None:
    text = "Search services, and the search services of a library, " * 3 + "again and again. Wrote Rust."
    mention = Span(text.index("Rust"), text.index("Rust") + 4)

    assert telling(text, Span(0, len(text)), wanted="search services", mentions=[mention]).of(text) == "Wrote Rust."


def test_bullets_and_white_space_are_trimmed() -> None:
    text = "  • Wrote Rust. \n"

    assert trimmed(text, Span(0, len(text))).of(text) == "Wrote Rust."


def test_a_long_sentence_is_cut_at_words_around_its_mention() -> None:
    text = "word " * 200 + "Rust " + "word " * 200
    mention = Span(text.index("Rust"), text.index("Rust") + 4)

    quote = telling(text, Span(0, len(text)), wanted="", mentions=[mention]).of(text)

    assert "Rust" in quote
    assert len(quote) <= LONGEST + 10


def test_sentences_end_at_full_stops_and_bullets() -> None:
    text = "One here. Two there\n• Three\n• Four"

    assert [each.of(text) for each in sentences(text, Span(0, len(text)))] == [
        "One here.",
        "Two there",
        "Three",
        "Four",
    ]
