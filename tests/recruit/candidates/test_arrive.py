"""The open upload page: one answer for everybody, and a stranger replaces nobody's resume."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from matching.profile import Correction as Correcting
from recruit.candidates import arrive
from recruit.candidates.access import link_for
from recruit.candidates.correct import correct
from recruit.candidates.merge import merge, unmerge
from recruit.candidates.models import Candidate, Consent, Pair, Passage, Resume
from recruit.candidates.reading import profile_of
from recruit.candidates.withdraw import withdraw
from recruit.errors import DomainError
from recruit.jobs.models import Job
from recruit.journeys import walker
from recruit.matches.models import Match
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.recruit.candidates.conftest import RESUME, House

pytestmark = pytest.mark.django_db
ADDRESS = "ann@example.com"
ANN = {
    "name": "Ann Halvorsen",
    "email": ADDRESS,
    "phone": "+44 20 7946 0958",
    "title": "Senior Engineer",
    "employer": "Lumen Desk",
    "since": "January 2020",
    "year": "2016",
}
Send = Callable[..., Any]


@pytest.fixture
def send(house: House, django_capture_on_commit_callbacks: Any) -> Send:
    """Upload as a visitor; the answer. Mails are sent, and the file is read to the end."""

    def upload(address: str = ADDRESS, *, read: bool = True, **fields: str) -> Any:
        file = io.BytesIO(RESUME.format(**{**ANN, **fields}).encode())
        file.name = "cv.txt"
        with django_capture_on_commit_callbacks(execute=True):
            answer = Client().post("/w/north/upload", {"file": file, "consent": "on", "email": address})
        with workspace_scope(house.workspace.pk):
            house.walk() if read else None
        return answer

    return upload


def _shown(answer: Any) -> str:
    """The visitor's page without what is its own on every page: tokens and times."""
    page = Client().get(answer.headers["Location"]).content.decode()
    return re.sub(r"/w/north/arrived/[^\"/]+|just now|[A-Za-z0-9]{64}", "", page)


def _link() -> str:
    return "/w/" + mail.outbox[-1].body.split("/w/")[1].split()[0]


def _confirm(house: House, *, choice: str = "confirm") -> Any:
    answer = Client().post(_link(), {"choice": choice}, follow=True)
    with workspace_scope(house.workspace.pk):
        house.walk()
    return answer


def test_known_and_unknown_addresses_and_files_get_the_same_page(house: House, send: Send) -> None:
    unknown = send()
    known_address = send(since="January 2020 ")
    known_bytes = send()
    other_address_same_bytes = send("somebody@example.org")
    answers = [unknown, known_address, known_bytes, other_address_same_bytes]
    assert {each.status_code for each in answers} == {302}
    assert {re.sub(r"arrived/.*", "", each.headers["Location"]) for each in answers} == {"/w/north/"}
    pages = {_shown(each) for each in answers}
    assert len(pages) == 1
    (page,) = pages
    assert "Look in your mail" in page
    assert "Senior Engineer" in page
    assert len(mail.outbox) == 4


def test_while_it_is_read_the_page_is_the_same_too(send: Send) -> None:
    first = send(read=False)
    page = _shown(first)
    assert "Reading the document" in page
    assert _shown(send(read=False)) == page


def test_the_visitor_is_not_told_how_long_the_ranking_takes(house: House, send: Send) -> None:
    answer = send(read=False)
    page = _shown(answer)
    assert "Finding the layer" in page
    assert "Comparing with open roles" not in page
    with workspace_scope(house.workspace.pk):
        job = Job.objects.get(journey="resume")
        while job.step != "rank":
            walker.walk(job.pk)
            job.refresh_from_db()
    assert "Senior Engineer" in _shown(answer)
    assert Client().get(answer.headers["Location"] + "/progress").status_code == 286


def test_a_known_address_keeps_its_resume_until_the_link_is_followed(house: House, send: Send) -> None:
    house.post()
    elder = house.bring()
    send(title="Cook")
    elder.refresh_from_db()
    assert elder.current
    assert Match.objects.get(last_run=None).resume_id == elder.pk
    assert Candidate.objects.count() == 1
    waiting = Resume.objects.get(pending=True)
    assert not waiting.current
    assert Client().get(_link()).status_code == 200
    assert Resume.objects.get(pk=elder.pk).current
    page = _confirm(house).content.decode()
    assert "your page" in page
    waiting.refresh_from_db()
    assert (waiting.current, waiting.pending) == (True, False)
    assert "Cook" in {each.title for each in profile_of(waiting).entries}
    assert Match.objects.get(last_run=None).resume_id == waiting.pk


def test_nothing_that_was_said_of_the_person_reaches_the_visitor_and_all_of_it_stands_after_the_link(
    house: House, send: Send
) -> None:
    elder = house.bring()
    correct(elder, [Correcting("basics.label", "Principal of everything")], by=None)
    house.walk()
    page = _shown(send(since="March 2020"))
    assert "Principal of everything" not in page
    _confirm(house)
    assert profile_of(Resume.objects.get(current=True)).field("basics.label") == "Principal of everything"


def test_what_waits_is_on_no_page_of_members_and_not_on_the_persons_own(house: House, send: Send) -> None:
    house.bring()
    own = Client()
    send(title="Cook")
    waiting = Resume.objects.get(pending=True)
    robin = Client()
    robin.force_login(house.robin.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    for name in ("", "reading", "original"):
        assert robin.get(f"/resumes/{waiting.pk}/{name}").status_code == 404
    assert "Cook" not in own.get(link_for(Candidate.objects.get())).content.decode()


def test_the_owner_of_the_address_throws_it_away(house: House, send: Send, settings: Any) -> None:
    elder = house.bring()
    send(title="Cook")
    waiting = Resume.objects.get(pending=True)
    file = settings.MEDIA_ROOT / waiting.file
    assert file.exists()
    assert "Thrown away" in _confirm(house, choice="disown").content.decode()
    assert list(Resume.objects.all()) == [elder]
    assert not Passage.objects.exclude(resume=elder).exists()
    assert Client().get(_link()).status_code == 404


def test_the_very_file_that_stands_changes_nothing_when_it_is_confirmed(house: House, send: Send) -> None:
    elder = house.bring()
    send()
    assert _confirm(house).status_code == 200
    assert list(Resume.objects.all()) == [elder]


def test_a_known_file_under_a_new_address_becomes_a_record_of_its_own_once_confirmed(house: House, send: Send) -> None:
    house.bring()
    send("ann@elsewhere.example")
    assert Resume.objects.filter(current=True).count() == 1
    assert not Pair.objects.exists()
    _confirm(house)
    assert Resume.objects.filter(current=True).count() == 2
    assert Pair.objects.count() == 1


def test_confirming_twice_is_once(house: House, send: Send) -> None:
    house.bring()
    send(title="Cook")
    _confirm(house)
    assert "This is done already" in Client().get(_link()).content.decode()
    before = Job.objects.count()
    assert _confirm(house).status_code == 200
    assert Job.objects.count() == before
    assert Client().post(_link(), {"choice": "disown"}).status_code == 409


def test_confirming_while_it_is_read_asks_for_a_minute(house: House, send: Send) -> None:
    house.bring()
    send(read=False, title="Cook")
    with pytest.raises(DomainError, match="still being read"):
        arrive.confirm(Resume.objects.get(pending=True))


def test_a_new_person_stands_at_once_and_reaches_their_page_by_mail(house: House, send: Send) -> None:
    send()
    resume = Resume.objects.get()
    assert (resume.current, resume.pending) == (True, False)
    assert Consent.objects.get().candidate_id == resume.candidate_id
    assert mail.outbox[-1].to == [ADDRESS]
    assert "Open roles" in Client().get(_link()).content.decode()


def test_somebody_who_withdrew_comes_back_as_a_new_person(house: House, send: Send) -> None:
    withdraw(house.bring().candidate)
    send()
    assert Candidate.objects.get(withdrawn_at=None).resumes.get().current
    assert not Resume.objects.filter(pending=True).exists()


def test_after_a_withdrawal_nothing_is_confirmed(house: House, send: Send) -> None:
    person = house.bring().candidate
    send(title="Cook")
    withdraw(person)
    with pytest.raises(DomainError, match="You have withdrawn since"):
        arrive.confirm(Resume.objects.get(pending=True))


def test_what_waits_goes_when_its_link_is_no_longer_good(house: House, send: Send) -> None:
    house.bring()
    send(title="Cook")
    Resume.objects.filter(pending=True).update(received_at=timezone.now() - timedelta(days=31))
    send(title="Baker")
    assert Resume.objects.filter(pending=True).count() == 1


def test_a_merge_and_its_undoing_make_nothing_current_that_waits(house: House, send: Send) -> None:
    elder, _younger, pair = house.twice()
    send("ann.halvorsen@elsewhere.example", title="Cook")
    merge(pair, keep=elder, by=house.robin)
    pair.refresh_from_db()
    unmerge(pair, by=house.robin)
    house.walk()
    assert not Resume.objects.filter(pending=True, current=True).exists()
    assert Resume.objects.filter(current=True).count() == 2


@pytest.mark.parametrize("path", ["arrived/nonsense", "arrived/nonsense/progress", "confirm/nonsense"])
def test_a_link_that_is_not_whole_opens_nothing(house: House, path: str) -> None:
    assert Client().get(f"/w/north/{path}").status_code == 404


def test_a_visitors_link_opens_nothing_in_another_workspace(house: House, send: Send) -> None:
    answer = send()
    factories.workspace("south")
    there = answer.headers["Location"].replace("/w/north/", "/w/south/")
    assert Client().get(there).status_code == 404


def test_a_visitors_page_ends_after_an_hour(house: House, send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = send()
    assert timedelta(hours=1) == arrive.SHOWN_FOR
    monkeypatch.setattr(arrive, "SHOWN_FOR", timedelta(seconds=-1))
    assert Client().get(answer.headers["Location"]).status_code == 410


def test_what_cannot_be_kept_sends_no_mail(house: House, django_capture_on_commit_callbacks: Any) -> None:
    empty = io.BytesIO(b"")
    empty.name = "cv.txt"
    with django_capture_on_commit_callbacks(execute=True):
        answer = Client().post("/w/north/upload", {"file": empty, "consent": "on", "email": ADDRESS})
    assert answer.status_code == 400
    assert mail.outbox == []
    assert not Candidate.objects.exists()


def test_a_mail_server_that_is_away_loses_neither_the_upload_nor_the_mail(
    house: House, send: Send, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert send(read=False).status_code == 302
    with workspace_scope(house.workspace.pk):
        job = Job.objects.get(journey="arrival")
        walker.walk(job.pk)
        job.refresh_from_db()
        assert (job.state, job.error_slug) == ("waiting", "mail-server")
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        Job.objects.update(next_attempt_at=timezone.now())
        house.walk()
    assert [each.to for each in mail.outbox] == [[ADDRESS]]
