"""An approval is for the bytes that were shown: single use, void after an edit, refused where it must be."""

import pytest
from django.utils import timezone

from recruit.accounts.models import Role
from recruit.candidates.models import Candidate, Consent
from recruit.errors import DomainError
from recruit.events.models import Event
from recruit.outreach import approve, draft
from recruit.outreach.footer import final
from recruit.outreach.models import Approval, Draft, DraftState, DraftStep, Message, MessageState
from recruit.outreach.suppress import digest_of, suppress
from recruit.tenancy.models import Workspace
from tests import factories
from tests.recruit.outreach.conftest import House
from tests.recruit.outreach.relay import Relay

pytestmark = pytest.mark.django_db
UNFOUNDED = "\n\nYou worked at NASA for 30 years."


def test_an_edit_after_approval_voids_it_and_nothing_leaves(house: House, relay: Relay) -> None:
    message = house.approved()
    ready = message.approval.draft
    approve.reword(ready, by=house.robin, subject="Another subject", body=ready.body)
    house.walk(message)
    message.refresh_from_db()
    ready.refresh_from_db()
    assert (message.state, ready.state, relay.taken) == (MessageState.REFUSED, DraftState.READY, [])
    assert Approval.objects.get().expires_at <= timezone.now()


def test_a_draft_that_was_edited_after_approval_can_be_approved_again_and_leaves_once(
    house: House, relay: Relay
) -> None:
    ready = house.approved().approval.draft
    approve.reword(ready, by=house.robin, subject="Another subject", body=ready.body)
    ready.refresh_from_db()
    house.walk(approve.approve(ready, by=house.robin, digest=final(ready).digest))
    assert [mail["Subject"] for mail in relay.mails] == ["Another subject"]


def test_one_approval_is_one_message(house: House) -> None:
    ready = house.composed()
    digest = final(ready).digest
    approve.approve(ready, by=house.robin, digest=digest)
    with pytest.raises(DomainError, match="does not wait for approval"):
        approve.approve(ready, by=house.robin, digest=digest)
    assert Message.objects.count() == 1


def test_the_digest_covers_recipient_subject_and_every_character(house: House) -> None:
    ready = house.composed()
    before = final(ready).digest
    ready.subject += "!"
    other_subject = final(ready).digest
    ready.candidate.email = "else@example.org"
    assert len({before, other_subject, final(ready).digest}) == 3


def _suppressed(house: House) -> None:
    suppress(digest_of(house.person.email, workspace=house.workspace.pk), reason="asked")


def _withdrawn(house: House) -> None:
    Candidate.objects.filter(pk=house.person.pk).update(withdrawn_at=timezone.now())


def _without_consent(house: House) -> None:
    Consent.objects.update(withdrawn_at=timezone.now())


def _paused(house: House) -> None:
    Workspace.objects.update(sending_paused=True)


def _no_postal_address(house: House) -> None:
    Workspace.objects.update(postal_address=" ")


def _no_email(house: House) -> None:
    Candidate.objects.filter(pk=house.person.pk).update(email="")


def _strange_email(house: House) -> None:
    Candidate.objects.filter(pk=house.person.pk).update(email="a@example.org\r\nBcc: b@example.org")


@pytest.mark.parametrize(
    ("happens", "slug"),
    [
        (_suppressed, "suppressed"),
        (_withdrawn, "withdrawn"),
        (_without_consent, "withdrawn"),
        (_paused, "sending-paused"),
        (_no_postal_address, "no-postal-address"),
        (_no_email, "no-address"),
        (_strange_email, "bad-address"),
    ],
)
def test_where_nobody_may_be_written_to_approval_is_refused_with_a_sentence(
    house: House, happens: object, slug: str
) -> None:
    ready = house.composed()
    digest = final(ready).digest
    assert callable(happens)
    happens(house)
    with pytest.raises(DomainError) as refusal:
        approve.approve(ready, by=house.robin, digest=digest)
    assert refusal.value.slug == slug
    assert refusal.value.sentence.endswith(".")
    assert not Message.objects.exists()


@pytest.mark.parametrize(("happens", "slug"), [(_suppressed, "suppressed"), (_withdrawn, "withdrawn")])
def test_no_draft_is_begun_to_somebody_who_may_not_be_written_to(house: House, happens: object, slug: str) -> None:
    assert callable(happens)
    happens(house)
    person = Candidate.objects.get(pk=house.person.pk)
    with pytest.raises(DomainError) as refusal:
        draft.request(house.match.posting, person, by=house.robin)
    assert refusal.value.slug == slug


def test_asking_twice_gives_the_same_draft(house: House) -> None:
    assert house.requested() == house.requested()
    assert Draft.objects.count() == 1


def test_a_viewer_approves_nothing(house: House) -> None:
    ready = house.composed()
    with pytest.raises(DomainError, match="role recruiter"):
        approve.approve(ready, by=factories.member(Role.VIEWER), digest=final(ready).digest)


def test_what_left_cannot_be_taken_back(house: House, relay: Relay) -> None:
    message = house.approved()
    house.walk(message)
    with pytest.raises(DomainError, match="has left"):
        approve.take_back(message.approval.draft, by=house.robin)


def test_a_statement_without_a_source_leaves_only_when_a_person_answers_for_it(house: House) -> None:
    ready = house.composed()
    approve.reword(
        ready, by=house.robin, subject=ready.subject, body=f"{ready.body}\n\nYou worked at NASA for 30 years."
    )
    ready.refresh_from_db()
    digest = final(ready).digest
    with pytest.raises(DomainError, match="A statement has no source"):
        approve.approve(ready, by=house.robin, digest=digest)
    assert not Message.objects.exists()
    approve.approve(ready, by=house.robin, digest=digest, answered=True)
    assert Event.objects.get(kind="message.queued").facts["unsupported"] >= 1


def test_each_edit_is_checked_again_in_the_trace(house: House) -> None:
    ready = house.composed()
    approve.reword(
        ready, by=house.robin, subject=ready.subject, body=f"{ready.body}\n\nYou worked at NASA for 30 years."
    )
    step = DraftStep.objects.filter(draft=ready).latest("number")
    assert (step.kind, step.name) == ("check", "grounding after an edit")
    assert step.content["unsupported"] >= 1


def test_a_company_cannot_have_the_person_s_name_put_into_its_own_words(house: House) -> None:
    house.match.posting.title = "Engineer {{candidate}}"
    house.match.posting.save()
    mail = final(house.composed())
    assert house.person.name in mail.content
    assert f"Engineer {house.person.name}" not in mail.content + mail.subject
