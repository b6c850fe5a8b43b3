"""One row through the one door: the intake decides, and its answer becomes the row's state in an importer's words.

An import is no consent: nobody clicked. What is kept with each person says who brought them in, when, from what, and
what the importer stated as the ground. Somebody who withdrew is not brought back by an import.
"""

import io
import uuid
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from recruit.candidates.imports.begin import actor_of
from recruit.candidates.imports.models import Import, ImportRow, RowState
from recruit.candidates.imports.source import Given
from recruit.candidates.intake import receive
from recruit.candidates.models import CONTACT, Candidate, Consent, Resume
from recruit.candidates.withdraw import GONE
from recruit.errors import DomainError
from recruit.jobs.models import Queue

_SOURCE = "import"
_KNOWN = "Somebody with this e-mail address is here already. Nothing was changed."
_RECEIVED = "This very file was received before."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row."""

    state: RowState
    reason: str = ""
    resume: Resume | None = None


def admit(batch: Import, row: ImportRow, given: Given) -> Outcome:
    """Receive the resume in the caller's transaction, or say why not."""
    digest = sha256(given.content).hexdigest()
    if _has_withdrawn(digest, email=given.told.email):
        return Outcome(RowState.REFUSED, GONE)
    try:
        with transaction.atomic():
            resume = receive(
                io.BytesIO(given.content),
                original_name=given.name,
                consent_wording=wording(batch),
                email=given.told.email,
                source=_SOURCE,
                priority=Queue.BULK,
                by=actor_of(batch),
                # the same name each time: what a killed process had written is written over, not left behind
                kept_as=uuid.uuid5(batch.pk, str(row.position)),
            )
            _introduce(resume.candidate, given)
            if batch.contact:
                Consent.objects.create(candidate=resume.candidate, purpose=CONTACT, wording=wording(batch))
    except DomainError as refusal:
        return _outcome(refusal, batch, digest)
    return Outcome(RowState.RECEIVED, resume=resume)


def wording(batch: Import) -> str:
    """What stands in the place of a consent, word for word."""
    day = date_format(timezone.localdate(batch.created_at), "j F Y")
    ground = (
        f"The importer states that this person agreed to these words: “{batch.statement}”"
        if batch.agreed
        else f"The person was not asked here; the importer states this legal basis: “{batch.statement}”"
    )
    contact = " They may be written to on this ground." if batch.contact else ""
    return f"Imported by {batch.importer} on {day} from {batch.source_name}. {ground}{contact}"


def _has_withdrawn(digest: str, *, email: str) -> bool:
    # somebody who withdrew and came back by themselves is here: then the intake recognises the file. What waits for
    # its owner's word came from anybody
    came_back = Resume.objects.filter(sha256=digest, candidate__withdrawn_at=None, pending=False)
    gone = Candidate.objects.filter(withdrawn_at__isnull=False)
    if gone.filter(resumes__sha256=digest).exists() and not came_back.exists():
        return True
    return bool(email) and gone.filter(email=email).exists()


def _introduce(person: Candidate, given: Given) -> None:
    told = given.told
    said = {"name": told.name, "phone": told.phone, "place": told.town[:120], "told": told.stored}
    for name, value in said.items():
        setattr(person, name, value)
    person.save(update_fields=list(said))


def _outcome(refusal: DomainError, batch: Import, digest: str) -> Outcome:
    if refusal.slug == "already-known":
        return Outcome(RowState.DUPLICATE, _KNOWN)
    if refusal.slug == "already-received":
        first = ImportRow.objects.filter(batch=batch, resume__sha256=digest).order_by("position").first()
        return Outcome(RowState.DUPLICATE, f"The same as row {first.position} of this import." if first else _RECEIVED)
    return Outcome(RowState.REFUSED, refusal.sentence)
