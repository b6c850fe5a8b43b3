"""From the bytes of a resume to rows: text, profile, passages, lexemes. The slow part first, then one write.

"Present" in a resume means the day on which it came, so years are counted to `received_at`: the same file read
again tomorrow gives the same profile and the same score. What people said of the person's resumes stands above
every reading: it is applied to a new version like to the one that they read (`recruit.candidates.correct`).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection
from django.utils import timezone

from matching.codec import from_json, to_json
from matching.documents import read_in_jail
from matching.errors import TransientError, UnreadableDocument
from matching.profile import Corrected, json_resume, read_corrected
from matching.ranking import tie_key
from matching.text import Text
from matching.values import Document, Field, LayerReading, Profile
from recruit.candidates.correct import Said, changed_parts, said_of
from recruit.candidates.draw import ask_for_pages
from recruit.candidates.geometry import rows_of, text_of
from recruit.candidates.intake import stored_bytes
from recruit.candidates.models import Candidate, Lexeme, Passage, Resume, ResumeState
from recruit.candidates.told import known_of
from recruit.candidates.twins import has_withdrawn, notice, one_at_a_time
from recruit.candidates.withdraw import GONE, keep_out
from recruit.errors import DomainError
from recruit.events.record import record
from recruit.jobs.models import Queue
from recruit.tenancy.scope import workspace_scope

Write = Callable[[], None]


def read(resume: Resume) -> Write:
    """Read the file in its jail. The result writes the rows. Raises UnreadableDocument, TransientError."""
    document = read_in_jail(stored_bytes(resume), name=resume.original_name)
    said, corrected = _corrected(resume, document.text, stated=document.stated)
    if not corrected.profile.passages:
        raise UnreadableDocument(
            "We found no sentences about your work in this file. Upload the resume as a text PDF or DOCX.",
            slug="no-passages",
        )
    return lambda: _store(resume, document, said, corrected)


def apply(resume: Resume) -> Write:
    """Read the stored text anew with everything that people have said. The result writes the rows."""
    said, corrected = _corrected(resume, text_of(resume), stated=stated_in(resume))
    return lambda: _store_again(resume, said, corrected)


def _corrected(resume: Resume, text: Text, *, stated: Sequence[Field]) -> tuple[Said, Corrected]:
    with workspace_scope(resume.workspace_id):
        # whoever brought what waits is not known: nothing that was said of the person is shown to them
        said = said_of(resume.giver) if not resume.pending else Said(resume.giver, None, ())
        known = known_of(resume.giver) if not resume.pending else ()
    today = resume.received_at.date()
    return said, read_corrected(text, today=today, stated=stated, corrections=said.corrections, known=known)


def refuse(resume: Resume, *, sentence: str) -> None:
    """The file cannot be read: keep the sentence that the person is shown."""
    _settle(resume, ResumeState.REFUSED, refusal=sentence)
    if sentence == GONE:
        keep_out(resume.candidate)
    record("resume.refused", resume, candidate=str(resume.candidate_id))


def profile_of(resume: Resume) -> Profile:
    """The stored reading as the science's value."""
    return from_json(Profile, resume.profile)


def json_resume_of(resume: Resume) -> dict[str, Any]:
    """The resume as JSON Resume: what was read, and everything that a structured file stated."""
    return json_resume(profile_of(resume), resume.text, stated=stated_in(resume), changed=changed_parts(resume.giver))


def stated_in(resume: Resume) -> tuple[Field, ...]:
    """What a structured file states itself."""
    return tuple(from_json(Field, each) for each in resume.stated)


def layers_of(resume: Resume) -> LayerReading:
    """The stored layers as the science's value."""
    return from_json(LayerReading, resume.reading)


def store_layers(resume: Resume, reading: LayerReading) -> None:
    """Keep the layers; their quotes are taken from the original text."""
    quoted = tuple(replace(each, quote=each.span.of(resume.text)) for each in reading.evidence)
    resume.reading = to_json(replace(reading, evidence=quoted))
    resume.layer = reading.primary.value
    resume.save(update_fields=["reading", "layer"])


def _hold(resume: Resume, said: Said) -> None:
    """Hold what is about to be written of, in the order of a merge: the workspace's people, then the person's row.

    Raises TransientError when more was said meanwhile, or a merge has moved the resume.
    """
    one_at_a_time(resume.workspace_id)
    said.check()
    if not Resume.objects.filter(pk=resume.pk, candidate=resume.candidate_id, given_by=resume.given_by_id).exists():
        raise TransientError("Two records were merged or parted meanwhile. It is read again.", slug="moved-meanwhile")


def _store(resume: Resume, document: Document, said: Said, corrected: Corrected) -> None:
    _hold(resume, said)
    profile = corrected.profile
    newest = _is_newest(resume)
    if newest:
        Resume.objects.filter(candidate_id=resume.candidate_id, current=True).exclude(pk=resume.pk).update(
            current=False
        )
    _settle(
        resume,
        ResumeState.READ,
        current=newest,
        refusal="",
        links=[(each.span.start, each.span.end, each.url) for each in document.text.links],
        boxes=rows_of(document.text),
        media_type=document.media_type,
        hidden=to_json(document.hidden),
        stated=to_json(document.stated),
        flags=[*document.flags, *profile.flags],
        read_at=timezone.now(),
        **_read_as(corrected, document.text),
    )
    _keep_passages(resume, profile)
    if resume.pending:
        return
    if newest:
        person = _introduce(resume, profile)
        if resume.import_rows.exists() and has_withdrawn(person, profile):
            raise DomainError("withdrawn", GONE)
        notice(person, profile)
        index(resume, profile)
    record("resume.read", resume, candidate=str(resume.candidate_id), passages=len(profile.passages))
    if resume.candidate.source == "upload":
        ask_for_pages(resume, priority=Queue.BULK)


def _is_newest(resume: Resume) -> bool:
    """False while it waits for the person's word, and when a later version was read before: it replaces nothing."""
    read = Resume.objects.filter(candidate_id=resume.candidate_id, state=ResumeState.READ, pending=False)
    return not resume.pending and not read.filter(version__gt=resume.version).exists()


def _store_again(resume: Resume, said: Said, corrected: Corrected) -> None:
    _hold(resume, said)
    before, profile, text = profile_of(resume), corrected.profile, text_of(resume)
    of_document = [each for each in resume.flags if each not in before.flags]
    _settle(resume, ResumeState.READ, flags=[*of_document, *profile.flags], **_read_as(corrected, text))
    _keep_passages(resume, profile)
    notice(_follow(resume, before, profile), profile)
    index(resume, profile)
    record("resume.corrected", resume, candidate=str(resume.candidate_id), corrections=len(said.corrections))
    if resume.drawn.exists():
        ask_for_pages(resume)


def _read_as(corrected: Corrected, document: Text) -> dict[str, Any]:
    """The reading as columns. What people stated follows the document as further pages of the text."""
    profile = corrected.profile
    return {
        "text": corrected.content,
        "pages": [*document.page_starts, *(each.start for each in corrected.told)],
        "told": [(each.start, each.by) for each in corrected.told],
        "profile": to_json(profile),
        "anchors": to_json(corrected.anchors),
        "digest": tie_key(profile),
    }


def _keep_passages(resume: Resume, profile: Profile) -> None:
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


def _settle(resume: Resume, state: ResumeState, **fields: Any) -> None:
    """The one function that changes a resume's state."""
    for name, value in {"state": state, **fields}.items():
        setattr(resume, name, value)
    resume.save(update_fields=["state", *fields])


def _introduce(resume: Resume, profile: Profile) -> Candidate:
    """Fill in what the candidate has not said themselves. An address that somebody else has is left to a person."""
    person: Candidate = Candidate.objects.get(pk=resume.giver)
    person.name = person.name or profile.field("basics.name")[:200]
    person.phone = person.phone or profile.field("basics.phone")[:40]
    person.place = person.place or profile.place[:120]
    email = profile.field("basics.email").lower()[:254]
    if not person.email and email and not _is_taken(email, person):
        person.email = email
    person.save(update_fields=["name", "phone", "place", "email"])
    return person


def _follow(resume: Resume, before: Profile, after: Profile) -> Candidate:
    """What was taken from the reading follows it; what the candidate gave us themselves stays."""
    person: Candidate = Candidate.objects.get(pk=resume.giver)
    for own, name, size in (("name", "basics.name", 200), ("phone", "basics.phone", 40)):
        if getattr(person, own) in ("", before.field(name)[:size]) or after.field(name) != before.field(name):
            setattr(person, own, after.field(name)[:size])
    if person.place in ("", before.place[:120]):
        person.place = after.place[:120]
    email = after.field("basics.email").lower()[:254]
    taken = _is_taken(email, person)
    if email and not taken and person.email in ("", before.field("basics.email").lower()[:254]):
        person.email = email
    person.save(update_fields=["name", "phone", "place", "email"])
    return person


def _is_taken(email: str, person: Candidate) -> bool:
    """True when somebody else, who has not withdrawn, has this address."""
    others = Candidate.objects.filter(email=email, withdrawn_at=None).exclude(pk=person.pk)
    return bool(others.exists())


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
