"""After a change of model nothing is lost, and one command renews everything."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.management import call_command

from recruit import engine
from recruit.candidates.models import CandidateVector, PassageVector
from recruit.jobs.models import Job
from recruit.matches.models import Match, Run
from recruit.postings.models import PostingVector
from tests.doubles import FixedEncoder
from tests.recruit.candidates.conftest import House

pytestmark = pytest.mark.django_db


class NewModel(FixedEncoder):
    """The same words, another model."""

    identity = replace(FixedEncoder.identity, revision="2")


def _asked(capsys: Any) -> str:
    call_command("embed_again")
    return str(capsys.readouterr().out.strip())


def test_everything_is_embedded_and_ranked_by_the_new_model_and_nobody_leaves_a_list(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    house.post()
    house.bring()
    house.bring(name="Bo Page", email="bo@example.com", title="Cook", phone="")
    before = {each.candidate_id for each in Match.objects.filter(last_run=None)}
    monkeypatch.setattr(engine, "encoder", NewModel)
    assert _asked(capsys) == "north: 1 postings and 2 resumes queued."
    assert {each.candidate_id for each in Match.objects.filter(last_run=None)} == before
    house.walk()
    assert {each.candidate_id for each in Match.objects.filter(last_run=None)} == before
    for table in (PassageVector, CandidateVector, PostingVector):
        assert set(table.objects.values_list("revision", flat=True)) == {"2"}  # type: ignore[attr-defined]
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}


def test_asked_again_it_has_nothing_to_do(house: House, capsys: Any) -> None:
    house.post()
    house.bring()
    runs = Run.objects.count()
    assert _asked(capsys) == "north: 0 postings and 0 resumes queued."
    house.walk()
    assert Run.objects.count() == runs
