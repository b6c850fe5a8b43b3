"""A recruiter's way from the request to the approval, and who else may see or do any of it."""

from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from recruit.accounts.models import Member, Role
from recruit.events.models import Event
from recruit.matches import decide
from recruit.matches.models import Choice, Decision
from recruit.outreach import draft as drafts
from recruit.outreach.footer import final
from recruit.outreach.models import Draft, DraftState, Message, MessageState, Suppression
from recruit.outreach.suppress import is_suppressed, stop_link
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.recruit.outreach.conftest import House
from tests.recruit.outreach.relay import Relay

pytestmark = pytest.mark.django_db


def _signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def robin(house: House) -> Client:
    return _signed_in(house.robin)


@pytest.fixture
def stranger() -> Client:
    with workspace_scope(factories.workspace("south").pk):
        member = factories.member(Role.ADMIN)
    return _signed_in(member)


def test_request_compose_read_approve_send(house: House, robin: Client, relay: Relay) -> None:
    ask = reverse("portal:draft", args=[house.match.posting_id])
    address = robin.post(ask, {"candidate": house.person.pk}, follow=True).redirect_chain[-1][0]
    draft = Draft.objects.get()
    assert "being written" in robin.get(address).content.decode()
    house.walk(draft)
    draft.refresh_from_db()
    page = robin.post(reverse("outreach-reveal", args=[draft.pk]), follow=True)
    mail = page.context["page"].final
    assert mail == final(draft)
    assert house.person.email in page.content.decode()
    assert "No language model is configured" in page.content.decode()
    robin.post(reverse("outreach-approve", args=[draft.pk]), {"digest": mail.digest})
    message = Message.objects.get()
    house.walk(message)
    assert relay.mails[0].get_content().replace("\r\n", "\n") == mail.content
    assert "sent" in robin.get(reverse("outreach")).content.decode()


def test_each_claim_stands_beside_the_source_it_quotes(house: House, robin: Client) -> None:
    draft = house.composed()
    lines = robin.get(reverse("outreach-draft", args=[draft.pk])).context["page"].lines
    assert lines
    assert all(line.verdict == "borne out" and line.text in line.source for line in lines)


def test_the_exact_mail_waits_until_the_person_is_revealed_on_record(house: House, robin: Client) -> None:
    draft = house.composed()
    address = reverse("outreach-draft", args=[draft.pk])
    page = robin.get(address).content.decode()
    assert house.person.email not in page
    assert house.person.name not in page
    assert "Approve and send" not in page
    robin.post(reverse("outreach-reveal", args=[draft.pk]))
    assert Decision.objects.get().choice == Choice.REVEAL
    assert Event.objects.filter(kind="decision.made", facts__choice="reveal").count() == 1
    assert f"Approve and send to {house.person.email}" in robin.get(address).content.decode()


def test_a_reveal_in_a_review_shows_the_exact_mail_too(house: House, robin: Client) -> None:
    draft = house.composed()
    decide.reveal(decide.standing_of(house.match), by=house.robin)
    assert house.person.email in robin.get(reverse("outreach-draft", args=[draft.pk])).content.decode()


def test_polling_ends_when_the_draft_is_there(house: House, robin: Client) -> None:
    draft = house.requested()
    address = reverse("outreach-progress", args=[draft.pk])
    assert robin.get(address).status_code == 200
    house.walk(draft)
    assert robin.get(address).status_code == 286


def test_a_digest_that_was_not_shown_approves_nothing(house: House, robin: Client) -> None:
    draft = house.composed()
    answer = robin.post(reverse("outreach-approve", args=[draft.pk]), {"digest": "0" * 64})
    assert answer.status_code == 409
    assert "not the one you were shown" in answer.content.decode()
    assert not Message.objects.exists()


def test_an_edit_keeps_the_words_and_points_at_what_no_source_bears_out(house: House, robin: Client) -> None:
    draft = house.composed()
    drafts.reveal(draft, by=house.robin)
    body = f"{draft.body}\n\nYou led 500 engineers at Initech."
    answer = robin.post(reverse("outreach-edit", args=[draft.pk]), {"subject": "Hello", "body": body}, follow=True)
    assert answer.context["page"].faulty >= 1
    assert "You led 500 engineers" in answer.context["page"].final.content


def test_an_empty_text_is_refused_with_a_sentence_and_cannot_be_approved(house: House, robin: Client) -> None:
    draft = house.composed()
    answer = robin.post(reverse("outreach-edit", args=[draft.pk]), {"subject": "Hello", "body": " "})
    assert answer.status_code == 400
    assert "Write something to say." in answer.content.decode()
    assert "Approve and send" not in answer.content.decode()


def test_without_a_postal_address_there_is_a_sentence_instead_of_approve(house: House, robin: Client) -> None:
    house.workspace.postal_address = ""
    house.workspace.save()
    page = robin.get(reverse("outreach-draft", args=[house.composed().pk])).content.decode()
    assert "needs your postal address" in page
    assert "Approve and send" not in page


def test_discarding_ends_the_draft(house: House, robin: Client) -> None:
    draft = house.composed()
    assert robin.post(reverse("outreach-discard", args=[draft.pk])).status_code == 302
    draft.refresh_from_db()
    assert draft.state == DraftState.DISCARDED


def test_the_draft_button_of_a_review_leads_to_the_draft(house: House, robin: Client) -> None:
    address = reverse("portal:draft", args=[house.match.posting_id])
    answer = robin.post(address, {"candidate": str(house.person.pk)}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("outreach-draft", args=[Draft.objects.get().pk])


def test_an_uncertain_mail_stands_on_top_and_a_person_settles_it(house: House, robin: Client) -> None:
    message = house.approved()
    Message.objects.update(state=MessageState.UNCERTAIN)
    assert "may or may not have arrived" in robin.get(reverse("outreach")).content.decode()
    robin.post(reverse("outreach-settle", args=[message.pk]), {"arrived": "no"})
    message.refresh_from_db()
    assert message.state == MessageState.REFUSED


PAGES = ["outreach-draft", "outreach-progress", "outreach-short"]
ACTS = ["outreach-reveal", "outreach-edit", "outreach-approve", "outreach-take-back", "outreach-discard"]


@pytest.mark.parametrize("name", PAGES)
def test_a_draft_is_for_its_workspace_alone(house: House, robin: Client, stranger: Client, name: str) -> None:
    address = reverse(name, args=[house.composed().pk])
    assert robin.get(address).status_code in {200, 286, 302}
    assert stranger.get(address).status_code == 404
    assert Client().get(address).headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("name", [*ACTS, "outreach-settle", "outreach-again"])
def test_acts_are_for_recruiters_of_the_workspace(house: House, stranger: Client, name: str) -> None:
    message = house.approved()
    key = message.pk if name in {"outreach-settle", "outreach-again"} else message.approval.draft_id
    address = reverse(name, args=[key])
    assert _signed_in(factories.member(Role.VIEWER)).post(address).status_code == 403
    assert stranger.post(address).status_code == 404
    assert Client().post(address).headers["Location"].startswith("/accounts/login/")
    message.refresh_from_db()
    assert message.state == MessageState.QUEUED


def test_requests_are_for_recruiters_of_the_workspace(house: House, stranger: Client) -> None:
    address, person = reverse("portal:draft", args=[house.match.posting_id]), {"candidate": house.person.pk}
    assert _signed_in(factories.member(Role.VIEWER)).post(address, person).status_code == 403
    assert stranger.post(address, person).status_code == 404
    assert Client().post(address, person).status_code == 302
    assert not Draft.objects.exists()


def test_the_list_shows_nothing_of_another_workspace(house: House, stranger: Client) -> None:
    draft = house.composed()
    page = stranger.get(reverse("outreach"))
    assert page.status_code == 200
    assert draft.subject not in page.content.decode()
    assert Client().get(reverse("outreach")).status_code == 302


def test_a_viewer_reads_the_draft_without_name_and_address(house: House) -> None:
    viewer = _signed_in(factories.member(Role.VIEWER))
    page = viewer.get(reverse("outreach-draft", args=[house.composed().pk])).content.decode()
    assert "{{candidate}}" in page
    assert house.person.email not in page
    assert house.person.name not in page


def test_one_click_stops_all_mail_without_sign_in_or_token(house: House) -> None:
    path = urlsplit(stop_link(house.person.email, workspace=house.workspace)).path
    client = Client(enforce_csrf_checks=True)
    assert "Stop all mail" in client.get(path).content.decode()
    assert not is_suppressed(house.person.email)
    answer = client.post(path, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert is_suppressed(house.person.email)
    client.post(path)
    assert Suppression.objects.count() == 1


def test_an_altered_link_is_refused(house: House) -> None:
    path = urlsplit(stop_link(house.person.email, workspace=house.workspace)).path
    altered = path.replace("/stop/", "/stop/x")
    answer = Client().post(altered)
    assert answer.status_code == 404
    assert "This link is not whole." in answer.content.decode()
