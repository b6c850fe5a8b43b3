"""Remember what identifies each record, and propose to a person the records that may be somebody twice.

Written with the resume's other rows, in one transaction. Keys find the few records worth comparing; a key that many
hold (an agency's number) finds nobody. Two resumes of one person that are read at the same moment still meet,
because records of a workspace are compared one after the other under a lock that ends with the transaction.

What a recruiter has settled is never asked again, not even when one side has been merged with somebody since.
"""

from collections import Counter
from collections.abc import Container, Iterable
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q
from django.utils.crypto import salted_hmac

from matching.codec import from_json, to_json
from matching.values import Profile
from recruit.candidates.likeness import Facts, Likeness, compare, facts_of, keys_of, together
from recruit.candidates.models import Candidate, Identity, IdentityKey, Pair, PairState
from recruit.events.record import record

_SALT = "strata.identity"
_LOCK_SPACE = 0x7E177A
_CROWD = 40
_MOST = 100
_APART = (PairState.DISMISSED, PairState.UNMERGED)


def notice(person: Candidate, profile: Profile | None) -> None:
    """Keep what identifies this record, and propose whom it may be besides. For a resume that was read or corrected."""
    known = facts_of(profile, name=person.name, email=person.email, phone=person.phone)
    Identity.objects.update_or_create(
        candidate=person, defaults={"facts": to_json(known), "workspace_id": person.workspace_id}
    )
    digests = {_digest(key, workspace=person.workspace_id) for key in keys_of(known)}
    IdentityKey.objects.filter(candidate=person).exclude(digest__in=digests).delete()
    IdentityKey.objects.bulk_create(
        (IdentityKey(workspace_id=person.workspace_id, candidate=person, digest=digest) for digest in sorted(digests)),
        ignore_conflicts=True,
    )
    propose(person.merged_into or person)


def propose(person: Candidate) -> None:
    """Compare this person, merged records included, with whoever shares a key, and keep the pairs that are alike."""
    if person.withdrawn_at is not None:
        return
    one_at_a_time(person.workspace_id)
    groups = _groups([person.pk, *_sharing(person)])
    mine = groups.pop(person.pk, {})
    known = together(mine.values())
    scored = {other: compare(known, together(theirs.values())) for other, theirs in groups.items()}
    alike = {
        other: likeness
        for other, likeness in scored.items()
        if likeness.proposed and not _settled([*mine, *groups[other]])
    }
    _drop_pending(person, unless=alike)
    for each in Candidate.objects.filter(pk__in=list(alike)).order_by("pk"):
        _keep(person, each, alike[each.pk])


def has_withdrawn(person: Candidate, profile: Profile) -> bool:
    """True when this is somebody who withdrew and has not come back by themselves: by address, or as alike as twins."""
    known = facts_of(profile, name=person.name, email=person.email, phone=person.phone)
    digests = {_digest(key, workspace=person.workspace_id): key for key in keys_of(known)}
    others = IdentityKey.objects.filter(digest__in=list(digests)).exclude(candidate=person)
    by_address = others.filter(digest__in=[each for each, key in digests.items() if key.startswith("email:")])
    if by_address.exists():
        return not by_address.filter(candidate__withdrawn_at=None).exists()
    gone = others.exclude(candidate__withdrawn_at=None).order_by("candidate").values_list("candidate", flat=True)
    groups = _groups(gone.distinct()[:_MOST])
    return any(compare(known, together(theirs.values())).proposed for theirs in groups.values())


def _sharing(person: Candidate) -> list[UUID]:
    """The people who share keys with this one, those who share most first."""
    records = [person.pk, *person.merged.values_list("pk", flat=True)]
    own = IdentityKey.objects.filter(candidate__in=records).values_list("digest", flat=True)
    held = IdentityKey.objects.filter(digest__in=list(own)).values("digest").annotate(holders=Count("candidate"))
    telling = [each["digest"] for each in held.order_by("digest") if each["holders"] <= _CROWD]
    rows = IdentityKey.objects.filter(digest__in=telling, candidate__withdrawn_at=None).exclude(candidate__in=records)
    shared = Counter(merged_into or pk for pk, merged_into in rows.values_list("candidate", "candidate__merged_into"))
    return [pk for pk, _ in sorted(shared.items(), key=lambda each: (-each[1], each[0]))[:_MOST]]


def _groups(people: Iterable[UUID]) -> dict[UUID, dict[UUID, Facts]]:
    """What is known of each person: by person, the facts of each of their records."""
    wanted = list(people)
    rows = Identity.objects.filter(Q(candidate__in=wanted) | Q(candidate__merged_into__in=wanted))
    found: dict[UUID, dict[UUID, Facts]] = {}
    columns = rows.order_by("candidate_id").values_list("candidate_id", "candidate__merged_into", "facts")
    for record_id, merged_into, known in columns:
        found.setdefault(merged_into or record_id, {})[record_id] = from_json(Facts, known)
    return found


def _settled(records: Iterable[UUID]) -> bool:
    """True when somebody has said of two of these records that they are two people."""
    both = list(records)
    settled = Pair.objects.filter(first__in=both, second__in=both, state__in=_APART)
    return bool(settled.exists())


def _drop_pending(person: Candidate, *, unless: Container[UUID]) -> None:
    """Questions that a newer reading has answered: nobody has decided on them or looked into them."""
    pending = Pair.objects.filter(Q(first=person) | Q(second=person), state=PairState.PROPOSED, revealed_at=None)
    for pair in pending.select_related("first", "second").order_by("pk"):
        other = pair.second if pair.first_id == person.pk else pair.first
        # what is known of a merged record stands with its person, and is compared there
        if other.merged_into_id is None and other.pk not in unless:
            record("pair.dropped", pair, first=str(pair.first_id), second=str(pair.second_id))
            pair.delete()


def _keep(person: Candidate, other: Candidate, likeness: Likeness) -> None:
    elder, younger = sorted((person, other), key=lambda each: (each.created_at, each.pk))
    judged = {"score": likeness.score, "reasons": to_json(likeness.reasons)}
    pair, created = Pair.objects.get_or_create(
        first=elder, second=younger, defaults={"workspace_id": person.workspace_id, **judged}
    )
    if created:
        facts = [each.fact for each in likeness.reasons if each.weight > 0]
        record("pair.proposed", pair, first=str(elder.pk), second=str(younger.pk), score=likeness.score, facts=facts)
    elif pair.state == PairState.PROPOSED:
        Pair.objects.filter(pk=pair.pk).update(**judged)


def one_at_a_time(workspace: UUID) -> None:
    """Whoever compares or merges people of this workspace waits for the others, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK_SPACE, workspace.int % 2**31])


def _digest(key: str, *, workspace: UUID) -> str:
    return salted_hmac(_SALT, f"{workspace}:{key}", algorithm="sha256").hexdigest()
