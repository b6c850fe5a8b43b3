"""The open upload page: one answer for everybody, and a stranger replaces nobody's resume."""

import io
import re
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
from recruit.candidates.models import Candidate, Consent, Resume
from recruit.candidates.reading import profile_of
from recruit.candidates.withdraw import withdraw
from recruit.jobs.models import Job
from recruit.journeys import walker
from recruit.matches.models import Match
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.recruit.candidates.conftest import House, Send, by_mail, mailed_link

pytestmark = pytest.mark.django_db
ADDRESS = "ann@example.com"


def _shown(answer: Any) -> str:
    """The visitor's page without what is its own on every page: tokens and times."""
    page = Client().get(answer.headers["Location"]).content.decode()
    return re.sub(r"/w/north/arrived/[^\"/]+|just now|[A-Za-z0-9]{64}", "", page)


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
    assert Client().get(mailed_link()).status_code == 200
    assert Resume.objects.get(pk=elder.pk).current
    page = by_mail(house).content.decode()
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
    by_mail(house)
    assert profile_of(Resume.objects.get(current=True)).field("basics.label") == "Principal of everything"


@pytest.mark.parametrize("part", ["", "/progress"])
def test_a_visitors_page_is_over_once_the_resume_stands_and_somebody_has_spoken_of_the_person(
    house: House, send: Send, part: str
) -> None:
    elder = house.bring()
    correct(elder, [Correcting("basics.label", "Principal of everything")], by=None)
    house.walk()
    answer = send(since="March 2020")
    assert Client().get(answer.headers["Location"]).status_code == 200
    by_mail(house)
    over = Client().get(answer.headers["Location"] + part)
    assert over.status_code == 410
    assert "Principal of everything" not in over.content.decode()


def test_a_visitors_page_goes_on_when_the_resume_stands_and_nothing_was_said(house: House, send: Send) -> None:
    house.bring()
    answer = send(title="Cook")
    by_mail(house)
    assert "Cook" in Client().get(answer.headers["Location"]).content.decode()


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


def test_a_new_person_stands_at_once_and_reaches_their_page_by_mail(house: House, send: Send) -> None:
    send()
    resume = Resume.objects.get()
    assert (resume.current, resume.pending) == (True, False)
    assert Consent.objects.get().candidate_id == resume.candidate_id
    assert mail.outbox[-1].to == [ADDRESS]
    assert "Open roles" in Client().get(mailed_link()).content.decode()


def test_somebody_who_withdrew_comes_back_as_a_new_person(house: House, send: Send) -> None:
    withdraw(house.bring().candidate)
    send()
    assert Candidate.objects.get(withdrawn_at=None).resumes.get().current
    assert not Resume.objects.filter(pending=True).exists()


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
