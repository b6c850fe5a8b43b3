"""From a request to a mail at a real SMTP server: what was approved leaves once, and nothing else."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from recruit.jobs.models import State
from recruit.local.ports import free_port
from recruit.outreach import approve
from recruit.outreach.footer import final
from recruit.outreach.message import settle
from recruit.outreach.models import Approval, Message, MessageState
from recruit.outreach.suppress import digest_of, suppress
from recruit.tenancy.models import Workspace
from tests.recruit.outreach.conftest import House
from tests.recruit.outreach.relay import Relay, serving

pytestmark = pytest.mark.django_db


def test_the_server_receives_exactly_the_approved_bytes(house: House, relay: Relay) -> None:
    ready = house.composed()
    shown = final(ready)
    message = house.approve(ready)
    assert house.walk(message).state == State.DONE
    message.refresh_from_db()
    [(recipients, _)], [mail] = relay.taken, relay.mails
    assert message.state == MessageState.SENT
    assert recipients == [shown.recipient] == [mail["To"]]
    assert mail["Subject"] == shown.subject
    assert mail.get_content().replace("\r\n", "\n") == shown.content


def _approve(house: House, ready: Any) -> Message:

    return approve.approve(ready, by=house.robin, digest=final(ready).digest)


def test_the_mail_says_who_why_whence_and_how_to_stop(house: House, relay: Relay) -> None:
    message = house.approved()
    house.walk(message)
    [mail] = relay.mails
    content = mail.get_content()
    for words in ("Why you:", "Where from:", "No more mail from us:", "1 Quay Street · Bergen", "Robin Marsh, North"):
        assert words in content
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip("<>") in content
    assert mail["Message-ID"] == message.message_id


def test_lines_that_begin_with_a_dot_and_letters_beyond_ascii_arrive_as_written(house: House, relay: Relay) -> None:

    ready = house.composed()
    approve.reword(ready, by=house.robin, subject="Grüße aus Bergen", body="Hei {{candidate}},\n.\n..to dots\nblåbær")
    ready.refresh_from_db()
    house.walk(house.approve(ready))
    [mail] = relay.mails
    assert mail["Subject"] == "Grüße aus Bergen"
    assert mail.get_content().replace("\r\n", "\n") == final(ready).content
    assert f"Hei {house.person.name},\n.\n..to dots\nblåbær" in final(ready).content


def test_walking_again_sends_nothing_twice(house: House, relay: Relay) -> None:
    message = house.approved()
    house.walk(message)
    house.walk(message)
    assert len(relay.taken) == 1


def test_a_server_that_is_down_leaves_the_mail_queued_and_it_goes_out_later(house: House, settings: Any) -> None:
    settings.EMAIL_PORT = free_port()
    message = house.approved()
    job = house.walk(message)
    message.refresh_from_db()
    assert (message.state, job.state, job.error_slug) == (MessageState.QUEUED, State.WAITING, "relay-unavailable")
    assert "out of reach" in message.refusal
    with serving(Relay(), settings) as relay:
        house.walk(message)
    message.refresh_from_db()
    assert (message.state, message.refusal, len(relay.taken)) == (MessageState.SENT, "", 1)


def test_a_connection_that_breaks_after_the_mail_is_uncertain_and_never_resent(house: House, settings: Any) -> None:
    message = house.approved()
    with serving(Relay(drops=True), settings) as relay:
        house.walk(message)
        house.walk(message)
    message.refresh_from_db()
    assert (message.state, len(relay.taken)) == (MessageState.UNCERTAIN, 1)
    assert "may have arrived" in message.refusal


def test_a_mail_found_sending_is_uncertain_and_not_sent(house: House, relay: Relay) -> None:
    message = house.approved()
    Message.objects.update(state=MessageState.SENDING)
    house.walk(message)
    message.refresh_from_db()
    assert (message.state, relay.taken) == (MessageState.UNCERTAIN, [])


@pytest.mark.parametrize(("answer", "state"), [("451 Later", MessageState.QUEUED), ("554 No", MessageState.REFUSED)])
def test_what_the_server_says_after_the_mail_is_believed(
    house: House, settings: Any, answer: str, state: MessageState
) -> None:
    message = house.approved()
    with serving(Relay(answer=answer), settings):
        house.walk(message)
    message.refresh_from_db()
    assert message.state == state
    assert answer in message.refusal


def test_an_approval_that_expired_while_waiting_sends_nothing(house: House, relay: Relay) -> None:
    message = house.approved()
    Approval.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    house.walk(message)
    message.refresh_from_db()
    assert (message.state, relay.taken) == (MessageState.REFUSED, [])
    assert "72 hours" in message.refusal


def test_after_an_approval_expired_the_draft_can_be_approved_again_and_leaves(house: House, relay: Relay) -> None:
    message = house.approved()
    Approval.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    house.walk(message)
    draft = message.approval.draft
    draft.refresh_from_db()
    house.walk(house.approve(draft))
    assert len(relay.taken) == 1


def test_an_approval_that_was_used_sends_nothing_more(house: House, relay: Relay) -> None:
    message = house.approved()
    Approval.objects.update(used_at=timezone.now())
    house.walk(message)
    message.refresh_from_db()
    assert (message.state, relay.taken) == (MessageState.REFUSED, [])


@pytest.mark.parametrize("field", ["subject", "content", "recipient"])
def test_a_stored_mail_that_was_tampered_with_sends_nothing(house: House, relay: Relay, field: str) -> None:
    message = house.approved()
    Message.objects.update(**{field: "other@example.org"})
    house.walk(message)
    message.refresh_from_db()
    assert (message.state, relay.taken) == (MessageState.REFUSED, [])
    assert "approved" in message.refusal


def test_who_asked_to_stop_between_approval_and_sending_gets_nothing(house: House, relay: Relay) -> None:
    message = house.approved()
    suppress(digest_of(house.person.email.upper(), workspace=house.workspace.pk), reason="asked")
    house.walk(message)
    message.refresh_from_db()
    assert (message.state, relay.taken) == (MessageState.REFUSED, [])
    assert "asked not to be written to" in message.refusal


def test_pausing_holds_a_queued_mail_back_and_says_so(house: House, relay: Relay) -> None:
    message = house.approved()
    Workspace.objects.update(sending_paused=True)
    assert house.walk(message).state == State.FAILED
    message.refresh_from_db()
    assert (message.state, relay.taken) == (MessageState.QUEUED, [])
    assert "paused" in message.refusal


def test_a_person_settles_an_uncertain_mail(house: House) -> None:
    message = house.approved()
    Message.objects.update(state=MessageState.UNCERTAIN)
    settle(message, by=house.robin, arrived=True)
    message.refresh_from_db()
    assert message.state == MessageState.SENT
