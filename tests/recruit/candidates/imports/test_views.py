"""The pages of imports for a cast of four, and the way from an upload over the mapping to the errors file."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from recruit.accounts.models import Member, Role
from recruit.candidates.imports import begin
from recruit.candidates.imports.models import Import, ImportRow, State
from recruit.candidates.imports.opening import look_at
from recruit.candidates.models import Candidate, Resume
from recruit.jobs.models import Job
from recruit.jobs.models import State as JobState
from recruit.journeys import walker
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.people import PEOPLE

pytestmark = pytest.mark.django_db
LIST = "/people/imports/"
TABLE = 'Who,E-mail,CV\nMira,mira@example.org,"{}"\nBo,not an address,"{}"\n'.format(
    *(each.text.replace('"', "") for each in PEOPLE[:2])
).encode()


@dataclass(frozen=True)
class World:
    """A finished import of our workspace, and clients of the cast."""

    workspace: Workspace
    batch: Import
    own: Client
    viewer: Client
    foreign: Client
    nobody: Client


@pytest.fixture
def world(settings: Any, tmp_path: Path) -> World:
    settings.MEDIA_ROOT = tmp_path / "media"
    ours, theirs = factories.workspace("north"), factories.workspace("south")
    with workspace_scope(theirs.pk):
        stranger = factories.member(Role.ADMIN)
    with workspace_scope(ours.pk):
        cast = [factories.member(), factories.member(Role.VIEWER), stranger]
        path = tmp_path / "canary.csv"
        path.write_bytes(TABLE.replace(b"Who", b"Name"))
        ground = begin.Ground("They applied.", agreed=False)
        batch = begin.draft(look_at(path), name=path.name, ground=ground, importer="Robin Marsh", upload=path)
        begin.start(batch, by=begin.actor_of(batch))
        walker.walk(Job.objects.get(journey="import").pk)
    return World(ours, batch, *(_signed_in(each) for each in cast), Client())


def _signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _file(content: bytes, name: str) -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


def _bring(client: Client, content: bytes, name: str, **fields: str) -> Any:
    form = {"ground": "basis", "statement": "They applied by letter.", **fields}
    return client.post(LIST, {**form, "file": _file(content, name)})


def _zip(*members: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in members:
            made.writestr(name, content)
    return file.getvalue()


def _newest(world: World) -> Import:
    with workspace_scope(world.workspace.pk):
        newest: Import = Import.objects.exclude(pk=world.batch.pk).get()
        return newest


@pytest.mark.parametrize("name", ["import", "progress", "errors"])
def test_an_import_is_there_for_recruiters_of_its_workspace_alone(world: World, name: str) -> None:
    address = reverse(f"imports:{name}", args=[world.batch.pk])
    assert world.own.get(address).status_code in {200, 286}
    assert world.viewer.get(address).status_code == 403
    assert world.foreign.get(address).status_code == 404
    assert world.nobody.get(address).headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("name", ["start", "stop", "discard"])
def test_only_recruiters_of_the_workspace_may_act_and_a_get_never_acts(world: World, name: str) -> None:
    address = reverse(f"imports:{name}", args=[world.batch.pk])
    assert world.viewer.post(address).status_code == 403
    assert world.foreign.post(address).status_code == 404
    assert world.nobody.post(address).status_code == 302
    assert world.own.get(address).status_code == 405


def test_the_list_shows_each_workspace_its_own(world: World) -> None:
    assert "canary.csv" in world.own.get(LIST).content.decode()
    assert "canary.csv" not in world.foreign.get(LIST).content.decode()
    assert world.viewer.get(LIST).status_code == 403
    assert world.viewer.post(LIST).status_code == 403
    assert world.nobody.get(LIST).status_code == 302


@pytest.mark.parametrize("who", ["nobody", "viewer"])
def test_of_an_upload_by_somebody_who_may_not_import_nothing_is_read(world: World, who: str) -> None:
    client: Client = getattr(world, who)
    client.handler.enforce_csrf_checks = True
    answer = _bring(client, TABLE, "people.csv")
    assert answer.status_code == {"nobody": 302, "viewer": 403}[who]
    assert not answer.wsgi_request._read_started


def test_the_way_to_imports_is_shown_to_those_who_may_go_it(world: World) -> None:
    assert LIST in world.own.get("/people/").content.decode()
    assert LIST not in world.viewer.get("/people/").content.decode()


def test_a_table_is_mapped_by_hand_started_and_taken_in_by_a_worker(world: World) -> None:
    answer = _bring(world.own, TABLE, "people.csv")
    batch = _newest(world)
    assert answer.headers["Location"] == reverse("imports:import", args=[batch.pk])
    page = world.own.get(answer.headers["Location"]).content.decode()
    assert "What the columns mean" in page
    assert "mira@example.org" in page
    assert "They applied by letter." in page
    with workspace_scope(world.workspace.pk):
        assert not ImportRow.objects.filter(batch=batch).exists()
        Candidate.objects.all().delete()
    mapping = {"column-0": "name", "column-1": "", "column-2": "text"}
    assert world.own.post(reverse("imports:start", args=[batch.pk]), mapping).status_code == 302
    with workspace_scope(world.workspace.pk):
        walker.walk(Job.objects.get(journey="import", subject=batch.pk).pk)
        assert set(Candidate.objects.values_list("name", "email")) == {("Mira", ""), ("Bo", "")}


def test_a_mapping_without_a_resume_is_refused_and_the_draft_stays(world: World) -> None:
    _bring(world.own, TABLE, "people.csv")
    batch = _newest(world)
    mapping = {"column-0": "name", "column-1": "email", "column-2": ""}
    answer = world.own.post(reverse("imports:start", args=[batch.pk]), mapping, follow=True)
    assert "None of the columns holds a resume" in answer.content.decode()
    assert _newest(world).state == State.DRAFT


def test_a_zip_shows_what_cannot_be_taken_in_before_it_starts(world: World) -> None:
    answer = _bring(world.own, _zip(("ann.txt", b"x"), ("../bo.txt", b"y")), "people.zip")
    page = world.own.get(answer.headers["Location"]).content.decode()
    assert "2 files" in page
    assert "outside of the ZIP" in page


@pytest.mark.parametrize(
    ("content", "fields", "sentence"),
    [
        (b"", {}, "This file is empty"),
        (b"%PDF-1.7", {}, "one file, not many"),
        (b"PK\x03\x04broken", {}, "no ZIP, or it is cut short"),
        (TABLE, {"statement": ""}, "on what ground these people may be kept"),
        (TABLE, {"ground": ""}, "Choose what the statement is"),
    ],
)
def test_a_refused_upload_says_in_place_what_to_do(
    world: World, content: bytes, fields: dict[str, str], sentence: str
) -> None:
    answer = _bring(world.own, content, "people.csv", **fields)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()
    with workspace_scope(world.workspace.pk):
        assert Import.objects.count() == 1


def test_an_upload_above_the_limit_of_imports_is_stopped_and_one_above_that_of_resumes_is_not(
    world: World, settings: Any
) -> None:
    settings.UPLOAD_LIMIT_BYTES, settings.BULK_UPLOAD_LIMIT_BYTES = 100, 100_000
    assert _bring(world.own, TABLE, "people.csv").status_code == 302
    answer = _bring(world.own, b"Name,CV\n" + b"x" * 200_000, "people.csv")
    assert answer.status_code == 400
    assert "Split it and import the parts" in answer.content.decode()


def test_the_upload_needs_the_forms_token(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = world.own.cookies
    assert _bring(client, TABLE, "people.csv").status_code == 403


def test_the_same_file_leads_to_its_unfinished_import(world: World) -> None:
    first, second = (_bring(world.own, TABLE, name) for name in ("people.csv", "renamed.csv"))
    assert first.headers["Location"] == second.headers["Location"]


def test_a_finished_import_shows_figures_and_errors_and_ends_the_polling(world: World) -> None:
    page = world.own.get(reverse("imports:import", args=[world.batch.pk])).content.decode()
    assert "The e-mail address of this row is not whole" in page
    assert "every 2s" in page
    with workspace_scope(world.workspace.pk):
        Job.objects.update(state=JobState.DONE)
    address = reverse("imports:progress", args=[world.batch.pk])
    assert world.own.get(address).status_code == 286


def test_a_row_does_not_lead_to_the_person_whom_review_hides(world: World) -> None:
    page = world.own.get(reverse("imports:import", args=[world.batch.pk])).content.decode()
    with workspace_scope(world.workspace.pk):
        person = Candidate.objects.get()
    assert person.alias not in page
    assert str(person.pk) not in page


def test_the_errors_come_as_a_file(world: World) -> None:
    answer = world.own.get(reverse("imports:errors", args=[world.batch.pk]))
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="import-errors-')
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines[0] == "\ufeffrow,file,reason"
    assert lines[1].startswith("3,canary-row-3.txt,The e-mail address")


def _act(world: World, name: str) -> Callable[[Import], Any]:
    return lambda batch: world.own.post(reverse(f"imports:{name}", args=[batch.pk]))


def test_an_import_is_stopped_gone_on_with_and_discarded(world: World, settings: Any) -> None:
    _bring(world.own, _zip(("ann.txt", PEOPLE[2].text.encode())), "people.zip")
    batch = _newest(world)
    _act(world, "start")(batch)
    _act(world, "stop")(batch)
    assert _newest(world).state == State.STOPPED
    _act(world, "start")(batch)
    assert _newest(world).state == State.RUNNING
    _act(world, "stop")(batch)
    upload = settings.MEDIA_ROOT / _newest(world).file
    assert upload.exists()
    _act(world, "discard")(batch)
    assert _newest(world).state == State.DISCARDED
    assert not upload.exists()
    assert _act(world, "start")(batch).status_code == 409
    with workspace_scope(world.workspace.pk):
        assert Resume.objects.count() == 1
