"""Two who write of one person at the same moment: one waits for the other, and what is left is what either meant."""

import io
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from matching.errors import TransientError
from matching.profile import Correction as Correcting
from recruit.candidates.arrive import arrive
from recruit.candidates.correct import correct
from recruit.candidates.intake import receive
from recruit.candidates.merge import merge
from recruit.candidates.models import Candidate, CandidateVector, Pair, Resume
from recruit.candidates.reading import apply
from recruit.errors import DomainError
from recruit.jobs.models import Job, State
from recruit.journeys import walker
from recruit.matches.models import Match
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.recruit.candidates.conftest import _ANN, RESUME, House, at_once


def _file(**fields: str) -> io.BytesIO:
    return io.BytesIO(RESUME.format(**{**_ANN, **fields}).encode())


def _walk(resume: Resume) -> None:
    job = Job.objects.get(journey="resume", subject=resume.pk)
    while Job.objects.get(pk=job.pk).state == State.WAITING:
        walker.walk(job.pk)


@pytest.mark.django_db
def test_an_older_version_that_is_read_late_replaces_nothing(house: House) -> None:
    house.post()
    person = house.bring().candidate
    second, third = (
        receive(_file(title=title), original_name="a.txt", consent_wording="", candidate=person)
        for title in ("Staff Engineer", "Head of Engineering")
    )
    _walk(third)
    searched = set(CandidateVector.objects.values_list("pk", flat=True))
    _walk(second)
    assert set(CandidateVector.objects.values_list("pk", flat=True)) == searched
    assert Resume.objects.get(candidate=person, current=True) == third
    assert Match.objects.get(last_run=None).resume == third
    second.refresh_from_db()
    assert second.state == "read"
    assert "head" in Candidate.objects.get().lexeme.document


@pytest.mark.django_db
def test_what_was_read_of_a_resume_that_a_merge_has_moved_is_read_again(house: House) -> None:
    elder, younger, pair = house.twice()
    resume = younger.resumes.get()
    correct(resume, [Correcting("skills.remove", "kubernetes")], by=house.robin)
    write = apply(Resume.objects.get(pk=resume.pk))
    merge(pair, keep=elder, by=house.robin)
    with pytest.raises(TransientError, match="merged or parted"):
        write()


def test_a_correction_and_a_merge_at_the_same_moment_do_not_wait_for_each_other_for_ever(live: Workspace) -> None:
    with workspace_scope(live.pk):
        house = House(live, factories.member())
        elder, younger, pair = house.twice()
        resume = younger.resumes.get()
        correct(resume, [Correcting("skills.remove", "kubernetes")], by=house.robin)
    held = threading.Event()

    def holder() -> None:
        """Keeps the reader in the middle of its write until the merge has begun."""
        with workspace_scope(live.pk):
            Resume.objects.select_for_update().get(pk=resume.pk)
            held.set()
            _until_waiting(2)

    write = apply(resume)

    def reader() -> None:
        held.wait(60)
        with workspace_scope(live.pk):
            write()

    def merger() -> None:
        _until_waiting(1)
        with workspace_scope(live.pk):
            merge(Pair.objects.select_related("first", "second").get(pk=pair.pk), keep=elder, by=house.robin)

    assert at_once(holder, reader, merger) == ["ok", "ok", "ok"]
    with workspace_scope(live.pk):
        assert Resume.objects.get(pk=resume.pk).candidate == elder


def _until_waiting(number: int) -> None:
    """Return when so many connections wait for a lock."""
    for _ in range(1200):
        with connection.cursor() as cursor:
            # within a transaction the connections that were there at the first look are all that is seen
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
            if cursor.fetchone()[0] >= number:
                return
        time.sleep(0.05)
    pytest.fail(f"There were never {number} connections that waited.")


@pytest.mark.parametrize("address", ["ann@example.com", ""])
def test_a_form_that_is_sent_twice_makes_one_person_and_a_sentence(live: Workspace, address: str) -> None:
    inside = threading.Event()

    def send(*, first: bool) -> None:
        if not first:
            inside.wait(60)
        with workspace_scope(live.pk):
            receive(_file(), original_name="a.txt", consent_wording="Yes.", email=address)
            inside.set()
            if first:
                threading.Event().wait(0.5)

    outcomes = at_once(lambda: send(first=True), lambda: send(first=False))
    assert outcomes == ["ok", "already-received"]
    with workspace_scope(live.pk):
        assert Candidate.objects.count() == Resume.objects.count() == 1


def test_two_files_from_one_address_at_once_make_one_person_and_a_sentence(live: Workspace) -> None:
    inside = threading.Event()

    def send(title: str, *, first: bool) -> None:
        if not first:
            inside.wait(60)
        with workspace_scope(live.pk):
            content = _file(title=title)
            receive(content, original_name="a.txt", consent_wording="Yes.", email="ann@example.com")
            inside.set()
            if first:
                threading.Event().wait(0.5)

    outcomes = at_once(lambda: send("Engineer", first=True), lambda: send("Cook", first=False))
    assert outcomes == ["ok", "already-known"]


def test_a_known_file_from_a_new_address_sent_twice_at_once_waits_twice_for_one_person(live: Workspace) -> None:
    with workspace_scope(live.pk):
        House(live, factories.member()).bring()
    inside = threading.Event()

    def send(*, first: bool) -> None:
        if not first:
            inside.wait(60)
        with workspace_scope(live.pk):
            arrive(_file(), original_name="a.txt", wording="Yes.", email="ann@elsewhere.example")
            inside.set()
            if first:
                _until_waiting(1)

    assert at_once(lambda: send(first=True), lambda: send(first=False)) == ["ok", "ok"]
    with workspace_scope(live.pk):
        person = Candidate.objects.get(email="ann@elsewhere.example")
        assert Resume.objects.filter(candidate=person, pending=True).count() == 2


def test_two_versions_of_one_person_at_once_get_two_numbers(live: Workspace) -> None:
    with workspace_scope(live.pk):
        person = House(live, factories.member()).bring().candidate
    inside = threading.Event()

    def replace(title: str, *, first: bool) -> None:
        if not first:
            inside.wait(60)
        with workspace_scope(live.pk):
            receive(_file(title=title), original_name="a.txt", consent_wording="", candidate=person)
            inside.set()
            if first:
                threading.Event().wait(0.5)

    assert at_once(lambda: replace("Engineer", first=True), lambda: replace("Cook", first=False)) == ["ok", "ok"]
    with workspace_scope(live.pk):
        assert list(Resume.objects.order_by("version").values_list("version", flat=True)) == [1, 2, 3]


@pytest.mark.django_db
def test_a_file_whose_rows_are_not_written_is_not_kept(house: House, settings: Any) -> None:
    # the file is on the disk when the version turns out to be one too many for its column
    person = house.bring().candidate
    Resume.objects.update(version=32767)
    before = _files(settings.MEDIA_ROOT)
    with pytest.raises(Exception, match="smallint out of range"):
        receive(_file(title="Cook"), original_name="a.txt", consent_wording="", candidate=person)
    assert _files(settings.MEDIA_ROOT) == before


@pytest.mark.django_db
def test_somebody_who_has_withdrawn_meanwhile_adds_nothing(house: House) -> None:
    person = house.bring().candidate
    Candidate.objects.update(withdrawn_at="2026-01-01T00:00Z")
    assert person.withdrawn_at is None
    with pytest.raises(DomainError, match="You have withdrawn"):
        receive(_file(title="Cook"), original_name="a.txt", consent_wording="", candidate=person)


def _files(folder: Path) -> set[Path]:
    return {each for each in folder.rglob("*") if each.is_file()}
