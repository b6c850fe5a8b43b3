"""Ranked lists as rows: assess people for a posting, and supersede only what changed.

The assessment is the science's (`matching.ranking.assess`), the very function that `manage.py rank` calls. Here it is
decided whose resumes are compared, and what of the result is new. A match row says from which run to which it
holds, so a new resume touches one row per open posting, and a list once shown can be read again as it was.

In a large workspace a posting's list is judged as far as the shortlist reaches, and the others follow unjudged
(`narrow`). A new resume is one person: it is judged for every open posting, wherever it will stand.

Writers of one posting's list wait for each other on the posting's row; what they compare was committed before, so
of a posting and a resume that arrive together at least the later sees the other.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from matching.codec import from_json, to_json
from matching.embedding import ModelIdentity, Vectors
from matching.errors import TransientError
from matching.ranking import Assessment, assess, query_of
from matching.values import Priority, Weights
from recruit.candidates.models import Resume, ResumeState
from recruit.candidates.reading import layers_of, profile_of
from recruit.candidates.vectors import passage_vectors
from recruit.events.record import record
from recruit.matches.models import Evidence, Match, Run
from recruit.matches.narrow import Reach, Unjudged, narrow
from recruit.postings.models import Posting, Requirement, State
from recruit.postings.reading import layers_of as layers_of_posting
from recruit.postings.reading import role_of
from recruit.postings.vectors import requirement_vectors

RANKING_VERSION = "1"
Write = Callable[[], None]
_CHUNK = 200
_ROWS_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Assessed:
    """One resume's assessment for one posting."""

    row: Resume
    result: Assessment

    @property
    def resume(self) -> UUID:
        """The resume that was judged."""
        return self.row.pk

    @property
    def candidate(self) -> UUID:
        """Whose it is."""
        return self.row.candidate_id


Line = Assessed | Unjudged


def rankable_resumes() -> QuerySet[Resume]:
    """Current resumes of people who have not withdrawn, read and classified; merged records are one person."""
    rows = Resume.objects.filter(current=True, state=ResumeState.READ, candidate__withdrawn_at=None)
    return rows.filter(candidate__merged_into=None).exclude(reading={}).order_by("digest", "id")


def rank_posting(
    posting: Posting, *, identity: ModelIdentity, reach: Reach | None = None, cause: str = "posting"
) -> Write:
    """Assess everybody in reach for this posting. The result writes the list; people who left it are closed."""
    last = _last_run(posting)
    asked = requirement_vectors(posting, identity=identity)
    query = None if asked is None else query_of(role_of(posting), asked)
    narrowed = narrow(rankable_resumes(), posting, query, identity=identity, reach=reach or Reach())
    lines: list[Line] = []
    for start in range(0, len(narrowed.judged), _CHUNK):
        chunk = rankable_resumes().filter(pk__in=narrowed.judged[start : start + _CHUNK])
        lines += _assess_all(posting, chunk, identity=identity)
    lines += narrowed.tail
    return lambda: _write(posting, lines, cause=cause, identity=identity, replacing=last)


def rank_resume(resume: Resume, *, identity: ModelIdentity) -> Write:
    """Assess one resume for every open posting. The result adds or supersedes at most one match in each."""
    if not rankable_resumes().filter(pk=resume.pk).exists():
        return lambda: None
    open_postings = list(Posting.objects.filter(state=State.OPEN).order_by("pk"))
    found = [(posting, _assess_all(posting, [resume], identity=identity)) for posting in open_postings]

    def write() -> None:
        for posting, assessed in found:
            _write(posting, assessed, cause="resume", identity=identity)

    return write


def _assess_all(posting: Posting, resumes: Iterable[Resume], *, identity: ModelIdentity) -> list[Assessed]:
    asked = requirement_vectors(posting, identity=identity)
    if asked is None:
        return []
    role, reading = role_of(posting), layers_of_posting(posting)
    weights = from_json(Weights, posting.weights)
    resumes = list(resumes)
    vectors: Mapping[UUID, Vectors] = passage_vectors(resumes, identity=identity)
    return [
        Assessed(
            resume,
            assess(
                role,
                reading,
                asked,
                profile_of(resume),
                vectors[resume.pk],
                layers_of(resume),
                text=resume.text,
                today=resume.received_at.date(),
                weights=weights,
            ),
        )
        for resume in resumes
        if resume.pk in vectors
    ]


def _write(
    posting: Posting, lines: Sequence[Line], *, cause: str, identity: ModelIdentity, replacing: int | None = None
) -> None:
    """Add and supersede. With `replacing`, who stood in that run's list and is not among `lines` leaves it."""
    locked = Posting.objects.select_for_update().get(pk=posting.pk)
    if (locked.role, locked.weights) != (posting.role, posting.weights):
        raise TransientError("The criteria changed meanwhile. The posting is ranked again.", slug="criteria-meanwhile")
    standing = {each.candidate_id: each for each in Match.objects.filter(posting=locked, last_run=None)}
    # while the assessment ran, somebody may have withdrawn, been merged or brought a newer resume
    present = set(rankable_resumes().order_by().values_list("pk", flat=True)) if lines else set()
    cells = _cells([each.pk for each in standing.values()])
    changed = [
        each for each in lines if each.resume in present and not _same(standing.get(each.candidate), each, cells)
    ]
    listed = {each.candidate for each in lines}
    gone = _left(standing, listed, last=replacing) if replacing is not None else _regrouped(locked, listed)
    if not changed and not gone and Run.objects.filter(posting=locked).exists():
        return
    run = _new_run(locked, cause=cause, identity=identity)
    replaced = [standing[each.candidate] for each in changed if each.candidate in standing]
    Match.objects.filter(pk__in=[match.pk for match in [*gone, *replaced]]).update(last_run=run.number - 1)
    _add(locked, [each for each in changed if isinstance(each, Assessed)], run=run)
    _add_unjudged(locked, [each for each in changed if isinstance(each, Unjudged)], run=run)
    record("run.finished", run, posting=str(locked.pk), number=run.number, added=len(changed), closed=len(gone))


def _left(standing: Mapping[UUID, Match], people: set[UUID], *, last: int) -> list[Match]:
    """Matches of run `last` or before whose people are no longer listed; whoever came in since was judged elsewhere."""
    return [match for person, match in standing.items() if match.first_run <= last and person not in people]


def _regrouped(posting: Posting, people: set[UUID]) -> list[Match]:
    """Standing matches of records that these people stand for now, or by resumes that are theirs now."""
    theirs = Q(candidate__merged_into__in=people) | Q(resume__candidate__in=people)
    return list(Match.objects.filter(theirs, posting=posting, last_run=None).exclude(candidate__in=people))


def _new_run(posting: Posting, *, cause: str, identity: ModelIdentity) -> Run:
    versions = {
        "embedder": f"{identity.name}@{identity.revision} {identity.numeric_format}",
        "ranking": RANKING_VERSION,
    }
    return Run.objects.create(
        posting=posting,
        number=_last_run(posting) + 1,
        cause=cause,
        weights=to_json(from_json(Weights, posting.weights)),
        versions=versions,
    )


def _last_run(posting: Posting) -> int:
    return Run.objects.filter(posting=posting).aggregate(last=Max("number"))["last"] or 0


Cells = dict[int, list[tuple[int, bool, str, str, float]]]


def _cells(matches: list[int]) -> Cells:
    """Position, whether the criterion still stands, verdict, quote and strength of every cell, by match."""
    found: Cells = {}
    rows = Evidence.objects.filter(match__in=matches).order_by("match_id", "requirement__position")
    asked = ("requirement__position", "requirement__current")
    for match, *cell in rows.values_list("match_id", *asked, "verdict", "quote", "strength"):
        found.setdefault(match, []).append(tuple(cell))
    return found


def _same(match: Match | None, line: Line, cells: Cells) -> bool:
    if match is None or match.resume_id != line.resume:
        return False
    if isinstance(line, Unjudged):
        return not match.judged and match.first_stage == line.similarity
    score = line.result.score
    judged = [(each.requirement, True, each.verdict.value, each.quote, each.strength) for each in line.result.evidence]
    same_score = match.judged and match.score == score.total and match.parts == dict(score.parts)
    return same_score and cells.get(match.pk, []) == judged


def _add(posting: Posting, assessed: list[Assessed], *, run: Run) -> None:
    musts = _musts(posting)
    matches = Match.objects.bulk_create(
        Match(
            workspace_id=posting.workspace_id,
            posting=posting,
            candidate_id=each.candidate,
            resume=each.row,
            first_run=run.number,
            score=each.result.score.total,
            parts=dict(each.result.score.parts),
            fits=to_json(each.result.fits),
            capped=each.result.score.capped,
            musts_met=each.result.musts_met,
            musts=musts,
            layer=each.row.layer,
            tie=each.result.tie_key,
        )
        for each in assessed
    )
    requirements = dict(Requirement.objects.filter(posting=posting, current=True).values_list("position", "pk"))
    Evidence.objects.bulk_create(
        Evidence(
            workspace_id=posting.workspace_id,
            match=match,
            requirement_id=requirements[cell.requirement],
            verdict=cell.verdict.value,
            strength=cell.strength,
            quote=cell.quote,
            start=cell.span.start if cell.span else None,
            end=cell.span.end if cell.span else None,
            reason=cell.reason,
            change=cell.change,
        )
        for match, each in zip(matches, assessed, strict=True)
        for cell in each.result.evidence
    )


def _add_unjudged(posting: Posting, tail: list[Unjudged], *, run: Run) -> None:
    musts = _musts(posting)
    Match.objects.bulk_create(
        (
            Match(
                workspace_id=posting.workspace_id,
                posting=posting,
                candidate_id=each.candidate,
                resume_id=each.resume,
                first_run=run.number,
                judged=False,
                score=0.0,
                first_stage=each.similarity,
                parts={},
                musts=musts,
                layer=each.layer,
                tie=each.digest,
            )
            for each in tail
        ),
        batch_size=_ROWS_AT_ONCE,
    )


def _musts(posting: Posting) -> int:
    return sum(each.priority is Priority.MUST for each in role_of(posting).requirements)
