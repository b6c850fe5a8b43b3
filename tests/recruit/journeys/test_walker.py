import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from matching.embedding import ModelIdentity, Vectors
from matching.errors import ModelUnavailable
from recruit import engine
from recruit.accounts.models import Company
from recruit.candidates.intake import receive
from recruit.candidates.models import CandidateVector, Lexeme, Passage, PassageVector, Resume
from recruit.errors import DomainError
from recruit.jobs.models import Job, Queue, State
from recruit.jobs.plans import PLANS
from recruit.journeys import walker
from recruit.journeys.steps import EMBEDDINGS, SLICES, STEPS
from recruit.matches.models import Evidence, Match, Run
from recruit.postings.intake import NewPosting, post
from recruit.postings.models import Posting
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests.doubles import FixedEncoder

pytestmark = pytest.mark.django_db

RESUME = """{name}
{email}

Summary
Engineer who builds retrieval and tool services for support teams.

Experience
Senior Engineer, Lumen Desk
Jan 2020 - Present
- Built a retrieval service in Python that answers 40,000 questions a day for support agents.
- Wrote the evaluation suite for our agents and cut wrong tool calls by 31 percent.
- Ran everything on Kubernetes with PostgreSQL behind it.

Education
BSc Computer Science, 2016

Skills
Python, PostgreSQL, Kubernetes, RAG
"""
ROLE = NewPosting(
    title="Agent engineer",
    text="What you will do\n- Build retrieval and tool services around language models\n\n"
    "Requirements\n- 3+ years of Python\n- Experience with retrieval-augmented generation\n- Kubernetes\n\n"
    "Nice to have\n- Rust\n",
)


class BrokenEncoder(FixedEncoder):
    """An embedder whose model cannot be loaded just now."""

    def encode(self, texts: Any) -> Vectors:
        raise ModelUnavailable("The model is loading.", slug="model-loading")


@pytest.fixture
def workspace(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    settings.MEDIA_ROOT = tmp_path
    _use(monkeypatch, FixedEncoder())
    made = Workspace.objects.create(slug="north", name="North")
    with workspace_scope(made.pk):
        yield made


def _use(monkeypatch: pytest.MonkeyPatch, encoder: FixedEncoder) -> None:
    monkeypatch.setattr(engine, "encoder", lambda: encoder)


def _bring(name: str = "Ann Lee", *, email: str = "ann@example.com", content: bytes | None = None) -> Resume:
    content = content if content is not None else RESUME.format(name=name, email=email).encode()
    return receive(io.BytesIO(content), original_name="cv.txt", consent_wording="Yes.")


def _post(title: str = "Agent engineer") -> Posting:
    company, _ = Company.objects.get_or_create(slug="c", defaults={"name": "C"})
    return post(company, NewPosting(title=title, text=ROLE.text))


def _walk_all() -> None:
    while waiting := list(Job.objects.filter(state=State.WAITING).order_by("id")):
        for job in waiting:
            walker.walk(job.pk)


def test_every_planned_step_has_its_work_and_none_is_left_over() -> None:
    planned = {(journey, step.name) for journey, plan in PLANS.items() for step in plan if not step.embeds}
    assert {*STEPS, *SLICES} == planned
    assert not set(STEPS) & set(SLICES)
    assert set(EMBEDDINGS) == {journey for journey, plan in PLANS.items() if any(step.embeds for step in plan)}


def test_a_resume_and_a_posting_meet_in_a_ranked_list_with_evidence(workspace: Workspace) -> None:
    resume, posting = _bring(), _post()
    _walk_all()
    assert set(Job.objects.values_list("state", flat=True)) == {State.DONE}
    match = Match.objects.get()
    assert (match.posting, match.candidate_id) == (posting, resume.candidate_id)
    assert sum(match.parts.values()) == pytest.approx(match.score, abs=1e-9)
    resume.refresh_from_db()
    cells = list(Evidence.objects.all())
    assert len(cells) == posting.requirements.count() >= 4
    assert any(cell.quote for cell in cells)
    assert all(cell.quote == resume.text[cell.start : cell.end] for cell in cells if cell.quote)


@pytest.mark.parametrize("first", ["resume", "posting"])
def test_whichever_comes_first_the_list_is_the_same(workspace: Workspace, first: str) -> None:
    makers = [_bring, _post] if first == "resume" else [_post, _bring]
    for make in makers:
        make()
        _walk_all()
    match = Match.objects.get()
    assert (match.first_run, match.last_run) == ((1, None) if first == "resume" else (2, None))
    assert match.musts_met >= 2


def test_a_step_that_runs_twice_leaves_the_same_rows(workspace: Workspace) -> None:
    _bring()
    _post()
    _walk_all()
    before = _counts()
    for step in ["parse", "embed", "classify", "rank"]:
        queue = Queue.EMBED if step == "embed" else Queue.BULK
        Job.objects.update(state=State.WAITING, step=step, queue=queue)
        _walk_all()
    assert _counts() == before


def _counts() -> list[int]:
    tables = [Passage, PassageVector, CandidateVector, Lexeme, Match, Run, Evidence]
    return [table.objects.count() for table in tables]  # type: ignore[attr-defined]


_NAMES = ["Ann Lee", "Grant Will", "Ruby Field", "Zoë Müller", "Jean-Luc Picard", "Rose Banks", "Wei He", "Hunter King"]


def test_the_name_moves_no_vector_verdict_or_score(workspace: Workspace) -> None:
    for name in _NAMES:
        _bring(name, email=f"{name.replace(' ', '.').lower()}@example.com")
    _post()
    _walk_all()
    assert Match.objects.count() == len(_NAMES)
    for columns in (("score", "musts_met", "tie", "layer"), ("parts",), ("fits",)):
        assert len({str(row) for row in Match.objects.values_list(*columns)}) == 1
    cells = {
        str(list(match.evidence.order_by("requirement__position").values_list("verdict", "strength", "quote")))
        for match in Match.objects.all()
    }
    assert len(cells) == 1
    digests = {tuple(sorted(each.vectors.values_list("digest", flat=True))) for each in Resume.objects.all()}
    assert len(digests) == 1


def test_a_new_resume_supersedes_nothing_of_other_people(workspace: Workspace) -> None:
    _bring("Ann Lee", email="ann@example.com")
    _post()
    _walk_all()
    old = Match.objects.get()
    _bring("Bo Page", email="bo@example.com")
    _walk_all()
    old.refresh_from_db()
    assert (old.first_run, old.last_run) == (1, None)
    assert Match.objects.exclude(pk=old.pk).get().first_run == 2


def test_a_new_version_takes_the_place_of_the_old_in_the_list(workspace: Workspace) -> None:
    first = _bring()
    _post()
    _walk_all()
    shorter = RESUME.format(name="Ann Lee", email="ann@example.com").replace("Kubernetes", "bare servers").encode()
    receive(io.BytesIO(shorter), original_name="cv.txt", consent_wording="Yes.", candidate=first.candidate)
    _walk_all()
    superseded, current = Match.objects.order_by("first_run")
    assert (superseded.last_run, current.last_run) == (1, None)
    assert current.score < superseded.score
    assert Resume.objects.get(current=True).version == 2


def test_a_version_that_is_refused_replaces_nothing(workspace: Workspace) -> None:
    first = _bring()
    _walk_all()
    second = receive(
        io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"0" * 99),
        original_name="cv.pdf",
        consent_wording="Y",
        candidate=first.candidate,
    )
    _walk_all()
    second.refresh_from_db()
    assert (second.state, second.current) == ("refused", False)
    assert Resume.objects.get(current=True) == first


def test_an_image_named_pdf_is_refused_with_a_sentence(workspace: Workspace) -> None:
    resume = _bring(content=b"\x89PNG\r\n\x1a\n" + b"0" * 99)
    _walk_all()
    resume.refresh_from_db()
    assert (resume.state, Job.objects.get().state) == ("refused", State.FAILED)
    assert resume.refusal == Job.objects.get().error_sentence
    assert resume.refusal.endswith(".")


def test_identical_bytes_are_recognised_at_once(workspace: Workspace) -> None:
    _bring()
    with pytest.raises(DomainError, match="already have this very file"):
        _bring()


def test_an_empty_file_is_refused_at_the_door(workspace: Workspace) -> None:
    with pytest.raises(DomainError, match="empty"):
        _bring(content=b"")


def test_a_file_above_the_limit_is_refused_at_the_door(workspace: Workspace) -> None:
    with pytest.raises(DomainError, match="at most 10 MB"):
        _bring(content=b"x" * (10 * 1024 * 1024 + 1))


def test_a_model_that_is_away_costs_an_attempt_and_three_make_the_job_dead(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _bring()
    walker.walk(Job.objects.get().pk)
    _use(monkeypatch, BrokenEncoder())
    for attempt in (1, 2, 3):
        Job.objects.update(next_attempt_at="2020-01-01T00:00Z")
        walker.walk(Job.objects.get().pk)
        assert Job.objects.get().attempts == attempt
    job = Job.objects.get()
    assert (job.state, job.error_sentence) == (State.DEAD, "The model is loading.")


def test_a_bug_in_a_step_leaves_no_half_written_rows(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    class WrongWidth(FixedEncoder):
        identity = ModelIdentity("fixed", "1", "fp32", 384)

        def encode(self, texts: Any) -> Vectors:
            return super().encode(texts)[:, :5]

    _bring()
    walker.walk(Job.objects.get().pk)
    _use(monkeypatch, WrongWidth())
    walker.walk(Job.objects.get().pk)
    assert not PassageVector.objects.exists()
    assert Job.objects.get().state == State.WAITING


def test_many_waiting_jobs_go_through_the_model_as_one_batch(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    class Counting(FixedEncoder):
        def encode(self, texts: Any) -> Vectors:
            calls.append(len(texts))
            return super().encode(texts)

    _use(monkeypatch, Counting())
    for number in range(4):
        _bring(content=RESUME.format(name="A B", email=f"p{number}@example.com").replace("31", f"3{number}").encode())
    for job in Job.objects.all():
        walker.walk(job.pk)
    walker.walk(Job.objects.order_by("id")[0].pk)
    assert len(calls) == 1
    assert set(Job.objects.values_list("step", flat=True)) == {"classify"}
