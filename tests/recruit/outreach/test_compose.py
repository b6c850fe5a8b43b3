"""What the composer is told: quotes and requirements, and of the person nothing that identifies them."""

import pytest

from matching.llm import ANTHROPIC, OPENAI
from recruit import engine
from recruit.candidates.models import Candidate
from recruit.jobs.models import State
from recruit.matches.models import Match
from recruit.outreach.compose import brief_for
from recruit.outreach.models import Draft, DraftState
from tests.recruit.outreach.conftest import House

pytestmark = pytest.mark.django_db


def test_the_brief_holds_no_name_and_no_contact(house: House) -> None:
    told = repr(brief_for(house.requested()))
    assert "quote" in told
    for canary in (*house.person.name.split(), house.person.email, "+47 412"):
        assert canary not in told


def test_every_quote_stands_in_the_resume_and_answers_a_requirement_that_was_told(house: House) -> None:
    brief = brief_for(house.requested())
    text = " ".join(house.match.resume.text.split())
    quotes = [each for each in brief.sources if each.kind == "quote"]
    assert quotes
    assert all(each.text in text and brief.source(each.answers) for each in quotes)


def test_the_same_evidence_gives_the_same_mail(house: House) -> None:
    first = house.composed()
    Draft.objects.update(state=DraftState.DISCARDED)
    second = house.composed()
    assert first.pk != second.pk
    assert (first.subject, first.body) == (second.subject, second.body)


def test_a_draft_that_was_discarded_while_it_waited_stays_discarded(house: House) -> None:
    asked = house.requested()
    Draft.objects.update(state=DraftState.DISCARDED)
    assert house.walk(asked).state == State.DONE
    asked.refresh_from_db()
    assert (asked.state, asked.body) == (DraftState.DISCARDED, "")


def test_a_person_who_left_the_list_meanwhile_stops_the_draft_with_a_sentence(house: House) -> None:
    asked = house.requested()
    Match.objects.filter(candidate=house.person).update(last_run=1)
    assert house.walk(asked).state == State.FAILED
    asked.refresh_from_db()
    assert (asked.state, asked.note) == (
        DraftState.FAILED,
        "This person is no longer ranked for this posting. Nothing was written.",
    )


def test_a_person_who_withdrew_meanwhile_stops_the_draft(house: House) -> None:
    asked = house.requested()
    Candidate.objects.filter(pk=house.person.pk).update(withdrawn_at="2026-01-01T00:00Z")
    house.walk(asked)
    asked.refresh_from_db()
    assert (asked.state, asked.body) == (DraftState.FAILED, "")


def test_settings_without_a_model_name_no_model(settings: object) -> None:
    _set(settings, LLM_API_KEY="k")
    assert engine.language_model() is None


def test_an_address_of_our_own_wins_over_a_key(settings: object) -> None:
    _set(settings, LLM_MODEL="m", LLM_BASE_URL="http://127.0.0.1:9/v1", ANTHROPIC_API_KEY="a")
    model = engine.language_model()
    assert model is not None
    assert (model.provider, model.in_house) == (OPENAI, True)


def test_a_key_of_anthropic_names_its_provider_and_is_never_shown(settings: object) -> None:
    _set(settings, LLM_MODEL="m", ANTHROPIC_API_KEY="secret-a")
    model = engine.language_model()
    assert model is not None
    assert (model.provider, model.key) == (ANTHROPIC, "secret-a")
    assert "secret-a" not in repr(model)


def _set(settings: object, **values: str) -> None:
    for name in ("LLM_MODEL", "LLM_BASE_URL", "LLM_API_KEY", "ANTHROPIC_API_KEY"):
        setattr(settings, name, values.get(name, ""))
