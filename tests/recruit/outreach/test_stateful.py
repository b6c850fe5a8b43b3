"""Whatever people do in whatever order: only bytes that were shown and approved leave, each approval at most once."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recruit.errors import DomainError
from recruit.jobs.models import Job
from recruit.jobs.queue import DEFAULT_ATTEMPTS
from recruit.outreach import approve
from recruit.outreach.footer import Final, final
from recruit.outreach.message import send_again
from recruit.outreach.models import Draft, Message, MessageState
from recruit.outreach.suppress import digest_of, suppress
from recruit.tenancy.models import Workspace
from tests.recruit.outreach.conftest import House
from tests.recruit.outreach.relay import Relay

pytestmark = pytest.mark.django_db


@dataclass
class Desk:
    """A draft on a recruiter's desk, what they last saw, and what they said yes to."""

    house: House
    relay: Relay
    draft: Draft
    shown: Final
    good: list[Final] = field(default_factory=list)
    stopped: bool = False

    def look(self) -> None:
        self.draft = Draft.objects.select_related("candidate", "workspace", "posting__company", "requested_by").get(
            pk=self.draft.pk
        )
        self.shown = final(self.draft)

    def edit(self) -> None:
        body = self.draft.body + "\nOne more line."
        approve.reword(self.draft, by=self.house.robin, subject=self.draft.subject, body=body[-3000:])
        # what was said yes to before the edit may not leave any more
        self.good.clear()

    def say_yes(self) -> None:
        approve.approve(self.draft, by=self.house.robin, digest=self.shown.digest)
        self.good.append(self.shown)

    def take_back(self) -> None:
        approve.take_back(self.draft, by=self.house.robin)
        self.good.clear()

    def pause(self) -> None:
        Workspace.objects.filter(pk=self.house.workspace.pk).update(sending_paused=True)

    def resume(self) -> None:
        Workspace.objects.filter(pk=self.house.workspace.pk).update(sending_paused=False)

    def stop(self) -> None:
        suppress(digest_of(self.shown.recipient, workspace=self.house.workspace.pk), reason="asked")
        self.stopped = True

    def flaky(self) -> None:
        self.relay.answer = "451 later" if self.relay.answer == "250 OK" else "250 OK"

    def send(self) -> None:
        before = len(self.relay.taken)
        allowed = [each.digest for each in self.good]
        for message in Message.objects.filter(state=MessageState.QUEUED):
            send_again(message, by=self.house.robin)
            Job.objects.filter(subject=message.pk).update(attempts=DEFAULT_ATTEMPTS - 2)
            self.house.walk(message)
        for (recipient,), mail in zip(
            (taken for taken, _ in self.relay.taken[before:]), self.relay.mails[before:], strict=True
        ):
            left = Final(recipient, str(mail["Subject"]), mail.get_content().replace("\r\n", "\n"))
            assert left.digest in allowed
            assert not self.stopped
            assert not Workspace.objects.get(pk=self.house.workspace.pk).sending_paused


ACTS: tuple[Callable[[Desk], None], ...] = (
    Desk.look, Desk.look, Desk.edit, Desk.say_yes, Desk.say_yes, Desk.take_back, Desk.pause, Desk.resume, Desk.stop,
    Desk.flaky, Desk.send, Desk.send,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(ACTS), min_size=4, max_size=14))
def test_only_what_was_shown_and_approved_leaves_and_only_once(
    house: House, relay: Relay, acts: list[Callable[[Desk], None]]
) -> None:
    relay.taken.clear()
    relay.answer = "250 OK"
    with transaction.atomic():
        draft = house.composed()
        desk = Desk(house, relay, draft, final(draft))
        for act in acts:
            try:
                with transaction.atomic():
                    act(desk)
            except DomainError:
                # a refusal changes nothing
                desk.look()
        taken = [str(each["Message-ID"]) for each in relay.mails if relay.answer]
        accepted = Message.objects.filter(state=MessageState.SENT).count()
        assert accepted <= 1
        assert accepted == 0 or str(Message.objects.get(state=MessageState.SENT).message_id) in taken
        transaction.set_rollback(True)
