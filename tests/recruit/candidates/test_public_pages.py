"""The pages of people without sign-in: what they are told, and that a link opens one person's page only."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core import mail, signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from recruit.candidates.access import SALT, link_for
from recruit.candidates.forms import kinds, taken
from recruit.candidates.models import Candidate, Consent, Resume
from recruit.jobs.models import Job, State
from recruit.journeys import walker
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.people import PEOPLE

pytestmark = pytest.mark.django_db
UPLOAD = "/w/north/upload"


@pytest.fixture
def north(settings: Any, tmp_path: Path) -> Workspace:
    settings.MEDIA_ROOT = tmp_path
    return factories.workspace("north")


def _file(content: bytes = PEOPLE[0].text.encode(), name: str = "cv.txt") -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


def _candidate(north: Workspace, **fields: Any) -> tuple[Candidate, str]:
    with workspace_scope(north.pk):
        match = factories.posting_with_matches().first
        return match.candidate, link_for(match.candidate)


def test_an_upload_with_consent_is_read_in_front_of_the_visitor(north: Workspace, client: Client) -> None:
    answer = client.post(UPLOAD, {"file": _file(), "consent": "on", "email": "Mira@Example.org"})
    assert answer.status_code == 302
    page = client.get(answer.headers["Location"])
    assert page.status_code == 200
    assert "Reading the document" in page.content.decode()
    with workspace_scope(north.pk):
        assert Candidate.objects.get().email == "mira@example.org"
        assert Consent.objects.get().wording in client.get(UPLOAD).content.decode()
        assert Job.objects.get(journey="resume").journey == "resume"


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"consent": "on"}, "Choose a file first"),
        ({"file": b"x"}, "only if you agree"),
        ({"file": b"", "consent": "on", "email": "mira@example.org"}, "This file is empty"),
        ({"file": b"x", "consent": "on"}, "the link to your page goes there"),
        ({"file": b"x", "consent": "on", "email": "mira"}, "This address is not whole"),
    ],
)
def test_a_refused_upload_says_in_place_what_to_do(
    north: Workspace, client: Client, form: dict[str, Any], sentence: str
) -> None:
    sent = {key: _file(value) if key == "file" else value for key, value in form.items()}
    answer = client.post(UPLOAD, sent)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()
    with workspace_scope(north.pk):
        assert not Resume.objects.exists()


def test_fifty_megabytes_are_refused_with_a_sentence(north: Workspace, client: Client) -> None:
    answer = client.post(UPLOAD, {"consent": "on", "file": _file(b"x" * 50 * 1024 * 1024)})
    assert answer.status_code == 400
    assert "larger than 10 MB" in answer.content.decode()


def test_an_unknown_workspace_is_a_404(north: Workspace, client: Client) -> None:
    assert client.get("/w/nobody/upload").status_code == 404


def test_polling_ends_with_286_and_brings_what_was_read(north: Workspace, client: Client) -> None:
    candidate, link = _candidate(north)
    with workspace_scope(north.pk):
        job = Job.objects.create(
            workspace=north, journey="resume", subject=candidate.resumes.get().pk, step="rank", state=State.RUNNING
        )
    running = client.get(f"{link}/progress")
    assert running.status_code == 200
    assert "What we read" not in running.content.decode()
    with workspace_scope(north.pk):
        Job.objects.filter(pk=job.pk).update(state=State.DONE)
    done = client.get(f"{link}/progress")
    assert done.status_code == 286
    assert "What we read" in done.content.decode()


def test_a_stopped_journey_shows_its_sentence(north: Workspace, client: Client) -> None:
    candidate, link = _candidate(north)
    with workspace_scope(north.pk):
        Job.objects.create(
            workspace=north,
            journey="resume",
            subject=candidate.resumes.get().pk,
            step="parse",
            state=State.FAILED,
            error_sentence="This PDF is encrypted. Upload a copy without a password.",
        )
    assert "Upload a copy without a password." in client.get(link).content.decode()


def test_the_own_page_shows_the_same_evidence_in_plain_words(north: Workspace, client: Client) -> None:
    _, link = _candidate(north)
    page = client.get(link).content.decode()
    assert "Mira Halvorsen" in page
    assert "Wrote 1,400 graded cases with the support team" in page
    assert "Agent platform engineer" in page
    assert "AI-powered" not in page


@pytest.mark.parametrize("token", ["nonsense", signing.dumps("no-uuid", salt=SALT), signing.dumps("x", salt="other")])
def test_a_broken_link_opens_nothing(north: Workspace, client: Client, token: str) -> None:
    assert client.get(f"/w/north/c/{token}").status_code == 404


def test_a_link_opens_nothing_in_another_workspace(north: Workspace, client: Client) -> None:
    _, link = _candidate(north)
    factories.workspace("south")
    assert client.get(link.replace("/w/north/", "/w/south/")).status_code == 404


def test_an_expired_link_says_how_to_get_a_new_one(
    north: Workspace, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, link = _candidate(north)
    later = signing.time.time() + 31 * 24 * 3600
    monkeypatch.setattr(signing.time, "time", lambda: later)
    answer = client.get(link)
    assert answer.status_code == 410
    assert "Send me a new link" in answer.content.decode()


def test_withdrawing_takes_back_consent_and_hides_the_person(north: Workspace, client: Client) -> None:
    candidate, link = _candidate(north)
    assert client.post(f"{link}/withdraw").status_code == 302
    assert "You have withdrawn" in client.get(link).content.decode()
    with workspace_scope(north.pk):
        assert Candidate.objects.get(pk=candidate.pk).withdrawn_at is not None
        assert candidate.consents.get().withdrawn_at is not None


def test_a_get_never_withdraws(north: Workspace, client: Client) -> None:
    _, link = _candidate(north)
    assert client.get(f"{link}/withdraw").status_code == 405


def test_a_new_link_is_mailed_only_to_the_address_on_file_and_the_page_tells_nobody_who_is_here(
    north: Workspace, client: Client
) -> None:
    candidate, _ = _candidate(north)
    known = client.post("/w/north/sign-in", {"email": candidate.email})
    unknown = client.post("/w/north/sign-in", {"email": "stranger@example.org"})
    # the rest of the page holds a fresh token each time
    said = [answer.content.decode().split("<main")[1] for answer in (known, unknown)]
    assert said[0] == said[1]
    assert mail.outbox == []
    with workspace_scope(north.pk):
        for job in Job.objects.filter(journey="link"):
            walker.walk(job.pk)
        assert set(Job.objects.filter(journey="link").values_list("state", flat=True)) == {State.DONE}
    assert [each.to for each in mail.outbox] == [[candidate.email]]
    assert "/w/north/c/" in mail.outbox[0].body


def test_a_later_drawing_of_pages_does_not_hide_how_far_the_reading_is(north: Workspace, client: Client) -> None:
    candidate, link = _candidate(north)
    with workspace_scope(north.pk):
        subject = candidate.resumes.get().pk
        Job.objects.create(workspace=north, journey="resume", subject=subject, step="classify", state=State.RUNNING)
        Job.objects.create(workspace=north, journey="pages", subject=subject, step="draw", state=State.DONE)
    running = client.get(f"{link}/progress")
    assert running.status_code == 200
    assert "Finding the layer" in running.content.decode()


def test_a_mail_server_that_is_away_tells_nobody_who_is_here_and_the_link_is_tried_again(
    north: Workspace, client: Client, settings: Any
) -> None:
    candidate, _ = _candidate(north)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    answers = [client.post("/w/north/sign-in", {"email": each}) for each in (candidate.email, "stranger@example.org")]
    assert [each.status_code for each in answers] == [200, 200]
    with workspace_scope(north.pk):
        job = Job.objects.get(journey="link", subject=candidate.pk)
        walker.walk(job.pk)
        job.refresh_from_db()
    assert (job.state, job.error_slug) == (State.WAITING, "mail-server")


def test_known_and_unknown_addresses_cost_the_same_statements(north: Workspace, client: Client) -> None:
    candidate, _ = _candidate(north)
    counts = []
    for email in (candidate.email, "stranger@example.org"):
        with CaptureQueriesContext(connection) as queries:
            client.post("/w/north/sign-in", {"email": email})
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("converter", [True, False])
def test_old_documents_are_named_only_where_they_can_be_read(*, converter: bool) -> None:
    words, accepted = kinds(converter=converter, ocr=False)
    assert ("ODT" in words, ".rtf" in accepted.split(",")) == (converter, converter)
    assert ".png" not in accepted
    assert ".png" in kinds(converter=converter, ocr=True)[1]


def test_the_upload_page_says_what_this_machine_reads(north: Workspace, client: Client) -> None:
    page = client.get(UPLOAD).content.decode()
    words, accepted = taken()
    assert f"{words} or text, up to 10 MB" in page
    assert f'accept="{accepted}"' in page


def test_a_newer_resume_may_be_of_the_same_kinds(north: Workspace, client: Client) -> None:
    _, link = _candidate(north)
    assert f'accept="{taken()[1]}"' in client.get(link).content.decode()


def test_the_sign_in_page_starts_in_the_field_of_the_address(client: Client) -> None:
    page = client.get("/accounts/login/").content.decode()
    assert 'id="id_login" name="login" type="email" autocomplete="username" autofocus' in page
