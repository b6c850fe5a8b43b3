"""What holds for every resume: quotes to the letter, blindness, no order of sections, and more is never less."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.evidence import judge
from matching.profile import read_profile
from matching.text import Text
from matching.values import Evidence, Kind, Verdict
from tests.doubles import FixedEncoder
from tests.matching.evidence.builders import ask, role_of
from tests.matching.evidence.labelled import TODAY, labelled

TOLD = [each for each in labelled("told") if each.section == "work"]
DONE = [each for each in TOLD if each.expected is Verdict.MET]
RANK = {Verdict.CONTRADICTED: 0, Verdict.NOT_SHOWN: 1, Verdict.PARTLY: 2, Verdict.MET: 3}
NAMES = ("Ingrid Solheim", "Kwame Boateng", "Will Grant", "Rose Chen", "Nguyen Thi Lan", "Carlos Ibanez", "Art Rich")
PRONOUNS = ("she/her", "he/him", "they/them")
IRRELEVANT = (
    "Kept the rota of the harbour office.",
    "Sang in the choir of the port.",
    "Grew tomatoes behind the workshop.",
    "Repaired the old boat house with neighbours.",
    "Walked the coast from north to south.",
)
SKILLS = ("python", "rust", "kubernetes", "pytorch")
ROLE = role_of(
    ask("Python", skills=["python"]),
    ask("3 years of Rust", skills=["rust"], years=3),
    ask("Kubernetes", skills=["kubernetes"]),
    ask("PyTorch", skills=["pytorch"]),
    ask("Master's degree in computer science", Kind.EDUCATION),
    ask("Fluent German (C1)", Kind.LANGUAGE, value="German C1"),
    ask("Based in Berlin", Kind.PLACE, value="Berlin"),
    ask("Right to work in the EU", Kind.AUTHORISATION),
    ask("Experience managing a team of engineers", Kind.EXPERIENCE),
    country="DE",
)
SKILL_ROWS = range(4)
told = st.lists(st.sampled_from([each for each in TOLD if each.skill in SKILLS]), min_size=1, max_size=4)


def resume(
    bullets: Sequence[str], *, name: str = "Jo Doe", pronouns: str = "", order: Sequence[int] = (0, 1, 2, 3)
) -> str:
    mail = f"{name.split()[0].lower()}@example.org"
    work = "\n".join(
        ["Experience", "Engineer, Fjordline Logistics", "March 2022 - Present", *(f"- {b}" for b in bullets)]
    )
    parts = (
        work,
        "Education\nMSc Computer Science, University of Bergen",
        "Languages\nGerman (B2), English (C1)",
        "Skills\nDocker, SQL",
    )
    head = "\n".join(each for each in (name, pronouns, f"{mail} | Berlin, Germany", "EU citizen") if each)
    return "\n\n".join([head, *(parts[k] for k in order)]) + "\n"


def judged(text: str) -> tuple[Evidence, ...]:
    profile, encoder = read_profile(Text(text), today=TODAY), FixedEncoder()
    asked = encoder.encode([each.text for each in ROLE.requirements])
    vectors = encoder.encode([each.embedded_text for each in profile.passages])
    return judge(ROLE, asked, profile, vectors, today=TODAY, text=text)


def said(cells: Sequence[Evidence]) -> list[tuple[Verdict, float, str, str]]:
    return [(each.verdict, each.strength, each.reason, each.change) for each in cells]


@settings(max_examples=30, deadline=None)
@given(told, st.permutations(range(4)))
def test_every_quote_stands_at_its_offsets(rows: list, order: list[int]) -> None:
    text = resume([each.sentence for each in rows], order=order)
    for cell in judged(text):
        assert (cell.span is None) == (cell.quote == "")
        assert cell.span is None or text[cell.span.start : cell.span.end] == cell.quote


@settings(max_examples=30, deadline=None)
@given(told)
def test_every_verdict_but_met_says_what_would_change_it(rows: list) -> None:
    for cell in judged(resume([each.sentence for each in rows])):
        assert (cell.change == "") is (cell.verdict is Verdict.MET)
        assert cell.change == "" or (cell.change.endswith(".") and len(cell.change.split()) >= 4)


@settings(max_examples=30, deadline=None)
@given(told, st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(PRONOUNS), st.sampled_from(PRONOUNS))
def test_names_and_pronouns_change_nothing(rows: list, one: str, other: str, his: str, hers: str) -> None:
    bullets = [each.sentence for each in rows]
    first, second = resume(bullets, name=one, pronouns=his), resume(bullets, name=other, pronouns=hers)

    assert said(judged(first)) == said(judged(second))


@settings(max_examples=30, deadline=None)
@given(told, st.permutations(range(4)))
def test_the_order_of_sections_changes_no_verdict(rows: list, order: list[int]) -> None:
    bullets = [each.sentence for each in rows]
    first, second = judged(resume(bullets)), judged(resume(bullets, order=order))

    assert [each.verdict for each in first] == [each.verdict for each in second]


@settings(max_examples=30, deadline=None)
@given(told, st.sampled_from(IRRELEVANT), st.integers(0, 4))
def test_an_irrelevant_sentence_changes_no_verdict(rows: list, idle: str, place: int) -> None:
    bullets = [each.sentence for each in rows]
    more = [*bullets[:place], idle, *bullets[place:]]

    before, after = judged(resume(bullets)), judged(resume(more))

    assert [each.verdict for each in before] == [each.verdict for each in after]


@settings(max_examples=40, deadline=None)
@given(told, st.sampled_from([each for each in DONE if each.skill in SKILLS]), st.integers(0, 4))
def test_more_evidence_never_lowers_a_verdict_or_a_strength(rows: list, more, place: int) -> None:
    bullets = [each.sentence for each in rows]
    before = judged(resume(bullets))
    after = judged(resume([*bullets[:place], more.sentence, *bullets[place:]]))

    for row in SKILL_ROWS:
        assert RANK[after[row].verdict] >= RANK[before[row].verdict]
        assert after[row].strength >= before[row].strength - 1e-9
