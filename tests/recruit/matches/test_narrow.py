"""A list in a workspace too large to judge everybody: the shortlist is judged, the others follow, nobody is lost.

People are put together from seeded pools of work, so that who fits is known and the exact list can be compared.
"""

import random
from collections.abc import Iterator

import pytest
from django.contrib.postgres.search import SearchVector
from django.db.models import Value
from django.test import Client
from django.urls import reverse

from recruit import engine
from recruit.accounts.models import Company
from recruit.candidates.models import CandidateVector, Lexeme, Passage, Resume
from recruit.candidates.reading import profile_of
from recruit.candidates.vectors import store
from recruit.jobs.models import Job, State
from recruit.journeys import walker
from recruit.matches import decide, lists
from recruit.matches.models import Evidence, Match
from recruit.matches.narrow import Reach
from recruit.matches.rank import rank_posting, rank_resume
from recruit.postings.intake import NewPosting, post
from recruit.postings.models import Posting
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.doubles import FixedEncoder

pytestmark = pytest.mark.django_db

ENCODER = FixedEncoder()
_MODEL = ENCODER.identity
PEOPLE = 48
NARROW = Reach(exact_below=10, shortlist=24)
TEXT = (
    "What you will do\n- Build retrieval and tool services around language models\n\n"
    "Requirements\n- 3+ years of Python\n- Experience with retrieval-augmented generation\n- Kubernetes\n\n"
    "Nice to have\n- Rust\n"
)
NEAR = (
    "Built a retrieval service in Python that answers questions of support agents.",
    "Ran language models and their tool services on Kubernetes.",
    "Wrote retrieval-augmented generation for a legal archive in Python.",
    "Rewrote the slow part of a retrieval service in Rust.",
    "Built an evaluation suite for retrieval-augmented generation.",
    "Moved Python services to Kubernetes and kept them reliable.",
)
FAR = (
    "Cooked for two hundred covers a night and trained apprentices.",
    "Balanced ledgers and prepared tax returns for small shops.",
    "Sold garden machines to farmers in the northern territory.",
    "Wrote press releases and looked after journalists.",
    "Taught geography and led a school choir.",
    "Repaired brakes and explained costs to car owners.",
    "Kept the minutes of the parish council and its budget.",
    "Drew floor plans and chose furniture with clients.",
)


def _written(number: int) -> str:
    draw = random.Random(number)
    near = draw.choice([0, 0, 1, 2, 3, 4])
    lines = [*draw.sample(NEAR, near), *draw.sample(FAR, 5 - near)]
    lines = [f"- {line[:-1]}, {draw.randint(2, 90)} times." for line in lines]
    start = draw.randint(2012, 2022)
    skills = "Python, Kubernetes" if near > 1 else "Word, Excel"
    head = f"Person {number}\np{number}@example.com\n\nExperience\nWorker, Firm\nJan {start} - Present\n"
    return head + "\n".join(lines) + f"\n\nSkills\n{skills}\n"


def _bring(number: int) -> Resume:
    """A person whose resume was read and embedded, without the jail and the walker."""
    text = _written(number)
    person = factories.candidate(name=f"Person {number}", email=f"p{number}@example.com")
    resume = factories.resume(person, text)
    profile = profile_of(resume)
    Passage.objects.bulk_create(
        Passage(
            workspace_id=resume.workspace_id,
            resume=resume,
            position=position,
            section=each.section.value,
            text=each.text,
            start=each.span.start,
            end=each.span.end,
            digest=each.digest,
        )
        for position, each in enumerate(profile.passages)
    )
    vectors = ENCODER.encode([each.embedded_text for each in profile.passages])
    store(resume, {each.digest: row for each, row in zip(profile.passages, vectors, strict=True)}, identity=_MODEL)
    words = " ".join([*(each.embedded_text for each in profile.passages), *(each.skill for each in profile.skills)])
    Lexeme.objects.create(candidate=person, document=SearchVector(Value(words), config="english"))
    return resume


def _walk_all() -> None:
    while waiting := list(Job.objects.filter(state=State.WAITING).order_by("id")):
        for job in waiting:
            walker.walk(job.pk)


@pytest.fixture
def posting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Posting]:
    monkeypatch.setattr(engine, "encoder", lambda: ENCODER)
    with workspace_scope(factories.workspace("north").pk):
        for number in range(PEOPLE):
            _bring(number)
        company = Company.objects.create(slug="c", name="C")
        made = post(company, NewPosting(title="Agent engineer", text=TEXT))
        _walk_all()
        made.refresh_from_db()
        yield made


def _list(posting: Posting) -> list[Match]:
    return list(Match.objects.filter(posting=posting, last_run=None).order_by(*lists.ORDER))


def _rank(posting: Posting, reach: Reach) -> list[Match]:
    rank_posting(posting, identity=_MODEL, reach=reach)()
    return _list(posting)


def test_a_narrowed_list_has_the_same_top_marks_its_tail_and_reaches_everybody(posting: Posting) -> None:
    exact = _list(posting)
    narrowed = _rank(posting, NARROW)
    head, tail = [each for each in narrowed if each.judged], [each for each in narrowed if not each.judged]

    assert [each.candidate_id for each in narrowed[:10]] == [each.candidate_id for each in exact[:10]]
    assert [each.score for each in narrowed[:10]] == [each.score for each in exact[:10]]
    assert {each.candidate_id for each in narrowed} == {each.candidate_id for each in exact}
    assert (len(exact), len(head), len(tail)) == (PEOPLE, 24, PEOPLE - 24)
    assert narrowed == [*head, *tail]
    assert not Evidence.objects.filter(match__in=tail).exists()
    assert all(each.evidence.exists() for each in head)


def test_the_shortlist_holds_nearly_all_of_the_exact_top(posting: Posting) -> None:
    exact = _list(posting)
    judged = {each.candidate_id for each in _rank(posting, NARROW) if each.judged}
    top = {each.candidate_id for each in exact[:12]}
    assert len(top & judged) / len(top) >= 0.9


def test_the_tail_stands_in_order_of_similarity_to_the_last_tie(posting: Posting) -> None:
    tail = [each for each in _rank(posting, Reach(exact_below=10, shortlist=4)) if not each.judged]
    keys = [(-each.first_stage, each.tie, each.pk) for each in tail]
    assert len(tail) == PEOPLE - 4
    assert keys == sorted(keys)
    assert len({each.first_stage for each in tail}) >= 20


def test_somebody_whom_the_first_stage_knows_nothing_of_still_stands_in_the_list(posting: Posting) -> None:
    unknown = _list(posting)[-1].candidate_id
    CandidateVector.objects.filter(candidate=unknown).delete()
    narrowed = _rank(posting, NARROW)
    assert narrowed[-1].candidate_id == unknown
    assert len(narrowed) == PEOPLE


def test_ranking_again_writes_nothing_new(posting: Posting) -> None:
    before = [each.pk for each in _rank(posting, NARROW)]
    assert [each.pk for each in _rank(posting, NARROW)] == before


def test_below_the_threshold_everybody_is_judged(posting: Posting) -> None:
    narrowed = _rank(posting, NARROW)
    assert not all(each.judged for each in narrowed)
    assert all(each.judged for each in _rank(posting, Reach(exact_below=PEOPLE + 1, shortlist=4)))


def test_a_person_of_the_tail_is_judged_when_their_resume_is_ranked(posting: Posting) -> None:
    last = _rank(posting, NARROW)[-1]
    rank_resume(Resume.objects.get(pk=last.resume_id), identity=_MODEL)()
    now = Match.objects.get(posting=posting, candidate=last.candidate_id, last_run=None)
    assert (last.judged, now.judged) == (False, True)
    assert now.evidence.count() == posting.requirements.count()


def test_whoever_a_recruiter_decided_on_keeps_their_evidence(posting: Posting) -> None:
    last = _list(posting)[-1]
    decide.shortlist(decide.standing_of(last), by=factories.member())
    judged = {each.candidate_id for each in _rank(posting, NARROW) if each.judged}
    assert last.candidate_id in judged


def test_a_person_who_comes_while_a_posting_is_ranked_stays_in_its_list(posting: Posting) -> None:
    write = rank_posting(posting, identity=_MODEL)
    rank_resume(_bring(PEOPLE), identity=_MODEL)()
    write()
    assert len(_list(posting)) == PEOPLE + 1


@pytest.mark.parametrize("size", [1, 7, 50])
def test_pages_lead_through_the_judged_and_the_tail_and_mark_where_it_begins(posting: Posting, size: int) -> None:
    expected = [each.pk for each in _rank(posting, NARROW)]
    rows: list[lists.Row] = []
    after, start, member = None, 1, factories.member()
    while True:
        page = lists.ranked(posting, member=member, after=after, start=start, size=size)
        rows += page.rows
        if page.after is None:
            break
        after, start = page.after, page.start
    assert [row.match.pk for row in rows] == expected
    assert [row.rank for row in rows if row.opens_tail] == [25]


def test_the_review_says_of_an_unjudged_person_that_they_are_not_judged(posting: Posting, client: Client) -> None:
    narrowed = _rank(posting, NARROW)
    first, last = narrowed[0], narrowed[-1]
    client.force_login(factories.member().user)
    shown = client.get(reverse("matches:person", args=[posting.pk, last.candidate_id])).content.decode()
    sheet = shown.split('<article class="sheet"')[1].split("</article>")[0]
    assert "Not yet judged in detail" in sheet
    assert 'class="score' not in sheet
    assert "musts met" not in sheet
    assert shown.count('class="tail-head"') == 1
    judged = client.get(reverse("matches:person", args=[posting.pk, first.candidate_id])).content.decode()
    assert "Not yet judged in detail" not in judged.split('<article class="sheet"')[1].split("</article>")[0]
