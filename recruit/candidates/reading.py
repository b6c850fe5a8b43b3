"""From the bytes of a resume to rows: text, profile, passages, lexemes. The slow part first, then one write.

"Present" in a resume means the day on which it came, so years are counted to `received_at`: the same file read
again tomorrow gives the same profile and the same score.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.db import connection
from django.utils import timezone

from matching.codec import from_json, to_json
from matching.documents import read_in_jail
from matching.errors import UnreadableDocument
from matching.profile import read_profile
from matching.ranking import tie_key
from matching.values import Document, LayerReading, Profile
from recruit.candidates.intake import stored_bytes
from recruit.candidates.models import Candidate, Lexeme, Passage, Resume, ResumeState
from recruit.candidates.twins import notice
from recruit.events.record import record

Write = Callable[[], None]


def read(resume: Resume) -> Write:
    """Read the file in its jail. The result writes the rows. Raises UnreadableDocument, TransientError."""
    document = read_in_jail(stored_bytes(resume), name=resume.original_name)
    profile = read_profile(document.text, today=resume.received_at.date())
    if not profile.passages:
        raise UnreadableDocument(
            "We found no sentences about your work in this file. Upload the resume as a text PDF or DOCX.",
            slug="no-passages",
        )
    return lambda: _store(resume, document, profile)


def refuse(resume: Resume, *, sentence: str) -> None:
    """The file cannot be read: keep the sentence that the person is shown."""
    _settle(resume, ResumeState.REFUSED, refusal=sentence)
    record("resume.refused", resume, candidate=str(resume.candidate_id))


def profile_of(resume: Resume) -> Profile:
    """The stored reading as the science's value."""
    return from_json(Profile, resume.profile)


def layers_of(resume: Resume) -> LayerReading:
    """The stored layers as the science's value."""
    return from_json(LayerReading, resume.reading)


def store_layers(resume: Resume, reading: LayerReading) -> None:
    """Keep the layers; their quotes are taken from the original text."""
    quoted = tuple(replace(each, quote=each.span.of(resume.text)) for each in reading.evidence)
    resume.reading = to_json(replace(reading, evidence=quoted))
    resume.layer = reading.primary.value
    resume.save(update_fields=["reading", "layer"])


def _store(resume: Resume, document: Document, profile: Profile) -> None:
    Passage.objects.filter(resume=resume).delete()
    Passage.objects.bulk_create(
        Passage(
            workspace_id=resume.workspace_id,
            resume=resume,
            position=position,
            section=each.section.value,
            text=each.text,
            context=each.context[:300],
            start=each.span.start,
            end=each.span.end,
            digest=each.digest,
        )
        for position, each in enumerate(profile.passages)
    )
    Resume.objects.filter(candidate_id=resume.candidate_id, current=True).exclude(pk=resume.pk).update(current=False)
    _settle(
        resume,
        ResumeState.READ,
        current=True,
        text=document.text.content,
        pages=list(document.text.page_starts),
        media_type=document.media_type,
        hidden=to_json(document.hidden),
        flags=[*document.flags, *profile.flags],
        profile=to_json(profile),
        digest=tie_key(profile),
        read_at=timezone.now(),
    )
    notice(_introduce(resume, profile), profile)
    index(resume, profile)
    record("resume.read", resume, candidate=str(resume.candidate_id), passages=len(profile.passages))


def _settle(resume: Resume, state: ResumeState, **fields: Any) -> None:
    """The one function that changes a resume's state."""
    for name, value in {"state": state, **fields}.items():
        setattr(resume, name, value)
    resume.save(update_fields=["state", *fields])


def _introduce(resume: Resume, profile: Profile) -> Candidate:
    """Fill in what the candidate has not said themselves. An address that somebody else has is left to a person."""
    person: Candidate = Candidate.objects.get(pk=resume.given_by_id or resume.candidate_id)
    person.name = person.name or profile.field("basics.name")[:200]
    person.phone = person.phone or profile.field("basics.phone")[:40]
    person.place = person.place or profile.place[:120]
    email = profile.field("basics.email").lower()[:254]
    if not person.email and email and not Candidate.objects.filter(email=email).exists():
        person.email = email
    person.save(update_fields=["name", "phone", "place", "email"])
    return person


def index(resume: Resume, profile: Profile) -> None:
    """The full-text row of the resume's candidate, from this resume."""
    words = "\n".join([*(each.embedded_text for each in profile.passages), *(each.skill for each in profile.skills)])
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Lexeme._meta.db_table} (candidate_id, workspace_id, document) "  # noqa: S608  our own table name
            "VALUES (%s, %s, to_tsvector('english', %s)) "
            "ON CONFLICT (candidate_id) DO UPDATE SET document = excluded.document",
            [resume.candidate_id, resume.workspace_id, words],
        )
