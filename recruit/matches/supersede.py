"""Write a ranked list: add what is new, end what was replaced, leave every row alone that would be the same again.

Writers of one posting's list wait for each other on the posting's row. What each has computed may be out of date by
then, so nothing is written of a role or a resume that is no longer the one that was judged: the version of both is
read again under the lock.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max, Q

from matching.codec import from_json, to_json
from matching.embedding import ModelIdentity
from matching.errors import TransientError
from matching.ranking import Assessment
from matching.values import Evidence as Cell
from matching.values import Priority, Weights
from recruit.candidates.models import Resume
from recruit.events.record import record
from recruit.matches.models import Evidence, Match, Run
from recruit.matches.narrow import Unjudged
from recruit.matches.rankable import VERSION, of_people_who_stay, rankable_resumes
from recruit.postings.models import Posting, Requirement
from recruit.postings.reading import role_of

RANKING_VERSION = "1"
_ROWS_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Assessed:
    """One resume's assessment for one posting, and the version of the resume that was judged."""

    row: Resume
    result: Assessment
    version: str

    @property
    def resume(self) -> UUID:
        """The resume that was judged."""
        return self.row.pk

    @property
    def candidate(self) -> UUID:
        """Whose it is."""
        return self.row.candidate_id


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a row holds of the role: how many musts it has, and the requirement rows by position."""

    musts: int
    asked: Mapping[int, int]


Line = Assessed | Unjudged
Stored = dict[str, Any]


def write_list(
    posting: Posting, lines: Sequence[Line], *, cause: str, identity: ModelIdentity, replacing: int | None = None
) -> list[UUID]:
    """Add and supersede. With `replacing`, the lines are everybody: who stood in that run's list and is gone leaves it.

    Returns the resumes that changed since they were judged; nothing was written of them. Raises TransientError when
    the role did.
    """
    locked = Posting.objects.select_for_update().get(pk=posting.pk)
    if _asked(locked) != _asked(posting):
        raise TransientError("The role was changed meanwhile. It is ranked again.", slug="asked-meanwhile")
    listed = {each.candidate for each in lines}
    standing = _standing(locked, None if replacing is not None else listed)
    if replacing is not None:
        # whoever was written since then was judged by somebody who began later
        lines = [each for each in lines if _began(standing.get(each.candidate)) <= replacing]
    asked = Requirement.objects.filter(posting=locked, current=True)
    rules = _Rules(_musts(locked), dict(asked.values_list("position", "pk")))
    changed, outdated = _still_true(_changed(lines, standing, rules=rules))
    gone = _regrouped(locked, listed) if replacing is None else _left(standing, listed, last=replacing)
    if changed or gone or not Run.objects.filter(posting=locked).exists():
        run = _new_run(locked, cause=cause, identity=identity)
        replaced = [standing[each.candidate] for each in changed if each.candidate in standing]
        Match.objects.filter(pk__in=[match.pk for match in [*gone, *replaced]]).update(last_run=run.number - 1)
        _add(locked, changed, run=run, rules=rules)
        record("run.finished", run, posting=str(locked.pk), number=run.number, added=len(changed), closed=len(gone))
    return outdated


def last_run(posting: Posting) -> int:
    """The number of the posting's newest run, 0 before the first."""
    return Run.objects.filter(posting=posting).aggregate(last=Max("number"))["last"] or 0


def _asked(posting: Posting) -> tuple[object, ...]:
    return posting.role, posting.reading, posting.weights


def _began(match: Match | None) -> int:
    return match.first_run if match is not None else 0


def _standing(posting: Posting, people: Iterable[UUID] | None) -> dict[UUID, Match]:
    """The matches that hold now, of these people or of all."""
    rows = Match.objects.filter(posting=posting, last_run=None)
    return {each.candidate_id: each for each in (rows if people is None else rows.filter(candidate__in=people))}


def _changed(lines: Sequence[Line], standing: Mapping[UUID, Match], *, rules: _Rules) -> list[Line]:
    cells = _cells([standing[each.candidate].pk for each in lines if each.candidate in standing])
    return [each for each in lines if not _same(standing.get(each.candidate), each, cells, rules=rules)]


def _still_true(lines: Sequence[Line]) -> tuple[list[Line], list[UUID]]:
    """Those lines whose resume is what it was, and the resumes that are not. Who has left is in neither."""
    now: dict[UUID, tuple[UUID, str]] = {}
    for some in _parts([each.resume for each in lines if isinstance(each, Assessed)]):
        rows = rankable_resumes().filter(pk__in=some).order_by()
        now |= {key: (person, version) for key, person, version in rows.values_list("pk", "candidate_id", VERSION)}
    for some in _parts([each.resume for each in lines if isinstance(each, Unjudged)]):
        rows = rankable_resumes().filter(pk__in=some).order_by()
        now |= {key: (person, "") for key, person in rows.values_list("pk", "candidate_id")}
    judged = [(each, each.version if isinstance(each, Assessed) else "") for each in lines if each.resume in now]
    found = [(each, now[each.resume] == (each.candidate, version)) for each, version in judged]
    return [each for each, true in found if true], [each.resume for each, true in found if not true]


def _left(standing: Mapping[UUID, Match], people: set[UUID], *, last: int) -> list[Match]:
    """Matches of run `last` or before whose people are gone; whoever came in since was judged elsewhere."""
    missing = {each.pk: each for key, each in standing.items() if each.first_run <= last and key not in people}
    stay = set(of_people_who_stay(Match.objects.filter(pk__in=missing)).values_list("pk", flat=True))
    return [each for key, each in missing.items() if key not in stay]


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
        number=last_run(posting) + 1,
        cause=cause,
        weights=to_json(from_json(Weights, posting.weights)),
        versions=versions,
    )


def _same(match: Match | None, line: Line, cells: Mapping[int, list[Stored]], *, rules: _Rules) -> bool:
    """True when the row and its cells would be written as they stand, to the last word."""
    if match is None:
        return False
    columns = _columns(line, rules=rules)
    stored = {name: getattr(match, name) for name in columns}
    return stored == columns and cells.get(match.pk, []) == _judged(line, rules=rules)


def _columns(line: Line, *, rules: _Rules) -> Stored:
    """Everything that a match says of its person."""
    if isinstance(line, Unjudged):
        judged: Stored = {"judged": False, "score": 0.0, "first_stage": line.similarity, "parts": {}, "fits": {}}
        judged |= {"capped": False, "musts_met": 0, "layer": line.layer, "tie": line.digest}
    else:
        score = line.result.score
        judged = {"judged": True, "score": score.total, "first_stage": 0.0, "parts": dict(score.parts)}
        judged |= {"fits": to_json(line.result.fits), "capped": score.capped, "musts_met": line.result.musts_met}
        judged |= {"layer": line.row.layer, "tie": line.result.tie_key}
    return {"resume_id": line.resume, "musts": rules.musts, **judged}


def _judged(line: Line, *, rules: _Rules) -> list[Stored]:
    """The line's cells, each with the requirement that it answers."""
    evidence = line.result.evidence if isinstance(line, Assessed) else ()
    return [{"requirement_id": rules.asked[each.requirement], **_cell(each)} for each in evidence]


def _cell(cell: Cell) -> Stored:
    """Everything that a cell says."""
    return {
        "verdict": cell.verdict.value,
        "strength": cell.strength,
        "quote": cell.quote,
        "start": cell.span.start if cell.span else None,
        "end": cell.span.end if cell.span else None,
        "reason": cell.reason,
        "change": cell.change,
    }


def _cells(matches: Sequence[int]) -> dict[int, list[Stored]]:
    """Every cell of these matches, by match."""
    names = ("requirement_id", "verdict", "strength", "quote", "start", "end", "reason", "change")
    found: dict[int, list[Stored]] = {}
    for some in _parts(matches):
        rows = Evidence.objects.filter(match__in=some).order_by("match_id", "requirement__position")
        for match, *values in rows.values_list("match_id", *names):
            found.setdefault(match, []).append(dict(zip(names, values, strict=True)))
    return found


def _add(posting: Posting, lines: Sequence[Line], *, run: Run, rules: _Rules) -> None:
    ours: Stored = {"workspace_id": posting.workspace_id}
    rows = (
        Match(**ours, posting=posting, candidate_id=each.candidate, first_run=run.number, **_columns(each, rules=rules))
        for each in lines
    )
    matches = Match.objects.bulk_create(rows, batch_size=_ROWS_AT_ONCE)
    cells = (
        Evidence(**ours, match=match, **cell)
        for match, each in zip(matches, lines, strict=True)
        for cell in _judged(each, rules=rules)
    )
    Evidence.objects.bulk_create(cells, batch_size=_ROWS_AT_ONCE)


def _parts(keys: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (keys[start : start + _ROWS_AT_ONCE] for start in range(0, len(keys), _ROWS_AT_ONCE))


def _musts(posting: Posting) -> int:
    return sum(each.priority is Priority.MUST for each in role_of(posting).requirements)
