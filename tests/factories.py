"""Rows for tests, as plain typed functions. Call them inside `workspace_scope(...)`; what is not named gets a default.

`posting_with_matches` gives a ranked posting of people whose resumes are read by the real reader and whose quotes
stand where they say; only verdicts and layers are written down here, so that a test knows them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import count
from typing import Any

from matching.codec import to_json
from matching.profile import read_profile
from matching.text import Text
from recruit.accounts.models import Company, Member, Role, User
from recruit.candidates.models import Candidate, Consent, Resume, ResumeState
from recruit.matches.models import Evidence, Match, Run
from recruit.postings.models import Posting, Requirement, State
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import current_workspace
from tests.people import PEOPLE, Person
from tests.role import ROLE

PASSWORD = "correct horse battery"
TODAY = date(2026, 11, 1)
_numbers = count(1)
_STRENGTH = {"met": 0.95, "partly": 0.55, "not shown": 0.04, "contradicted": 0.0}


@dataclass(frozen=True)
class Ranked:
    """A posting with its matches, best first."""

    posting: Posting
    matches: tuple[Match, ...]

    @property
    def first(self) -> Match:
        return self.matches[0]


def workspace(slug: str = "", *, name: str = "", **fields: Any) -> Workspace:
    """A workspace; the only factory that needs no scope."""
    slug = slug or f"team-{next(_numbers)}"
    return Workspace.objects.create(slug=slug, name=name or slug.replace("-", " ").title(), **fields)


def user(email: str = "", *, is_staff: bool = False) -> User:
    """A user who signs in with PASSWORD."""
    made = User(email=email or f"user{next(_numbers)}@strata.example", is_staff=is_staff)
    made.set_password(PASSWORD)
    made.save()
    return made


def member(
    role: Role = Role.RECRUITER, *, name: str = "Robin Marsh", email: str = "", is_staff: bool = False
) -> Member:
    """A member of the workspace in scope, with a new user."""
    made: Member = Member.objects.create(user=user(email, is_staff=is_staff), role=role, name=name)
    return made


def company(name: str = "Northwind") -> Company:
    """A company of the workspace in scope; the same name gives the same company."""
    made, _ = Company.objects.get_or_create(
        slug=name.lower().replace(" ", "-"), defaults={"name": name, "workspace_id": current_workspace()}
    )
    return made


def posting(
    title: str = "Agent platform engineer",
    *,
    company_name: str = "Northwind",
    text: str = ROLE.text,
    state: State = State.OPEN,
    layer: str = "1",
    requirements: Sequence[tuple[str, str]] = ROLE.requirements,
) -> Posting:
    """A posting that was read: each requirement is a pair of priority and words that stand in the text."""
    made: Posting = Posting.objects.create(
        company=company(company_name),
        title=title,
        text=text,
        digest=sha256(text.encode()).hexdigest(),
        state=state,
        layer=layer,
        reading=reading(layer, text=text, quotes=ROLE.quotes if text == ROLE.text else ()),
        role={"title": title, "fields": [], "requirements": [], "passages": [], "cautions": _cautions(text)},
    )
    for position, (priority, words) in enumerate(requirements):
        start = text.index(words)
        Requirement.objects.create(
            posting=made,
            position=position,
            text=words,
            start=start,
            end=start + len(words),
            kind="skill",
            priority=priority,
            skills=[],
        )
    return made


def candidate(*, name: str = "", email: str = "", alias: str = "", **fields: Any) -> Candidate:
    """A person who consented."""
    named = {"alias": alias} if alias else {}
    made: Candidate = Candidate.objects.create(name=name, email=email, **named, **fields)
    Consent.objects.create(candidate=made, wording="Yes.")
    return made


def resume(person: Candidate, text: str, *, layer: str = "1", **fields: Any) -> Resume:
    """A resume of this text, read by the real reader."""
    profile = read_profile(Text(text), today=TODAY)
    made: Resume = Resume.objects.create(
        candidate=person,
        file=f"none/{person.pk}",
        original_name="resume.txt",
        media_type="text/plain",
        size=len(text),
        sha256=sha256(f"{person.pk}{text}".encode()).hexdigest(),
        state=ResumeState.READ,
        text=text,
        pages=[0],
        profile=to_json(profile),
        digest=sha256(text.encode()).hexdigest(),
        layer=layer,
        reading=fields.pop("reading", None) or reading(layer, text=text),
        **fields,
    )
    return made


def reading(
    layer: str,
    *,
    text: str = "",
    quotes: Sequence[str] = (),
    probabilities: Mapping[str, float] | None = None,
    background: str | None = None,
) -> dict[str, Any]:
    """A LayerReading as JSON with quotes where they stand in the text."""
    spread = {"1": 0.08, "2": 0.06, "3": 0.03, "cross_layer": 0.05, "none": 0.04}
    return {
        "probabilities": dict(probabilities or {**spread, layer: 0.91}),
        "primary": layer,
        "abstained": False,
        "evidence": [
            {"layer": layer, "quote": each, "span": [text.index(each), text.index(each) + len(each)], "weight": 0.4}
            for each in quotes
        ],
        "background": background,
        "background_quote": "",
        "distance": {
            "1": {"shown": ["retrieval-augmented generation", "tool calling"], "missing": ["agent memory"]},
            "2": {"shown": [], "missing": ["lora", "quantisation"]},
            "3": {"shown": [], "missing": ["pre-training", "distributed training"]},
        },
    }


def posting_with_matches(*, people: Sequence[Person] = PEOPLE, **fields: Any) -> Ranked:
    """A posting and its ranked list in run 1."""
    made = posting(**fields)
    Run.objects.create(
        posting=made,
        number=1,
        cause="posting",
        versions={"embedder": "fixed"},
        weights={"musts": 0.6, "nices": 0.15, "layer": 0.15, "seniority": 0.1},
    )
    found = [match(made, each) for each in people]
    return Ranked(made, tuple(sorted(found, key=lambda m: (-m.score, -m.musts_met, m.tie, m.pk))))


def match(role: Posting, person: Person, *, first_run: int = 1) -> Match:
    """One person in the posting's list, with a cell for each requirement."""
    read = resume(
        candidate(name=person.name, email=person.email, alias=person.alias, place=person.place),
        person.text,
        layer=person.layer,
        reading=reading(
            person.layer,
            text=person.text,
            quotes=person.quotes,
            background=person.background,
            probabilities=person.probabilities,
        ),
    )
    requirements = list(role.requirements.order_by("position"))
    verdicts = [person.verdicts.get(each.text, ("not shown", "")) for each in requirements]
    parts = _parts(requirements, [verdict for verdict, _ in verdicts], person)
    musts = [verdict for each, (verdict, _) in zip(requirements, verdicts, strict=True) if each.priority == "must"]
    made: Match = Match.objects.create(
        posting=role,
        candidate=read.candidate,
        resume=read,
        first_run=first_run,
        score=sum(parts.values()),
        parts=parts,
        capped=parts["cap"] < 0,
        musts_met=musts.count("met"),
        musts=len(musts),
        layer=read.layer,
        tie=read.digest,
    )
    for each, (verdict, quote) in zip(requirements, verdicts, strict=True):
        _cell(made, each, verdict, quote)
    return made


def _cell(made: Match, requirement: Requirement, verdict: str, quote: str) -> None:
    start = made.resume.text.index(quote) if quote else None
    reasons = {
        "met": "Shown in dated work, with an outcome.",
        "partly": "Shown, but less than what is asked.",
        "not shown": "The resume does not say.",
        "contradicted": "The resume states something else.",
    }
    change = "" if verdict == "met" else "A dated entry that names this work and what came of it."
    Evidence.objects.create(
        match=made,
        requirement=requirement,
        verdict=verdict,
        strength=_STRENGTH[verdict],
        quote=quote,
        start=start,
        end=None if start is None else start + len(quote),
        reason=reasons[verdict],
        change=change,
    )


def _parts(requirements: Sequence[Requirement], verdicts: Sequence[str], person: Person) -> dict[str, float]:
    def mean(priority: str) -> float:
        found = [_STRENGTH[v] for each, v in zip(requirements, verdicts, strict=True) if each.priority == priority]
        return sum(found) / len(found) if found else 0.0

    parts = {
        "musts": 0.6 * mean("must"),
        "nices": 0.15 * mean("nice"),
        "layer": 0.15 * person.probabilities.get("1", 0.0),
        "seniority": 0.1 * person.seniority,
        "avoid": 0.0,
    }
    missing = sum(v == "not shown" for each, v in zip(requirements, verdicts, strict=True) if each.priority == "must")
    return {**parts, "cap": -0.06 * missing if missing else 0.0}


def _cautions(text: str) -> list[dict[str, Any]]:
    words = "young team"
    if words not in text:
        return []
    start = text.index(words)
    return [
        {
            "text": words,
            "span": [start, start + len(words)],
            "slug": "age-proxy",
            "refused": False,
            "sentence": "It can keep older people away. It counts for nothing in the ranking.",
        }
    ]
