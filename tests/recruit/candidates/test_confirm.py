"""The word of whoever a mail asks: yes or no counts once, by the row as it is then, and what lapsed is asked anew."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from recruit.candidates import arrive
from recruit.candidates.models import Candidate, Pair, Passage, Resume
from recruit.candidates.reading import profile_of
from recruit.candidates.withdraw import withdraw
from recruit.errors import DomainError
from recruit.events.models import Event
from recruit.jobs.models import Job
from tests.recruit.candidates.conftest import House, Send, by_mail, mailed_link

pytestmark = pytest.mark.django_db


def test_the_owner_of_the_address_throws_it_away(house: House, send: Send, settings: Any) -> None:
    elder = house.bring()
    send(title="Cook")
    waiting = Resume.objects.get(pending=True)
    file = settings.MEDIA_ROOT / waiting.file
    assert file.exists()
    assert "Thrown away" in by_mail(house, choice="disown").content.decode()
    assert list(Resume.objects.all()) == [elder]
    assert not Passage.objects.exclude(resume=elder).exists()
    assert Client().get(mailed_link()).status_code == 404


def test_a_record_of_which_only_this_is_here_goes_with_it(house: House, send: Send) -> None:
    elder = house.bring()
    send("ann@elsewhere.example")
    assert Candidate.objects.count() == 2
    by_mail(house, choice="disown")
    assert Candidate.objects.get() == elder.candidate


def test_what_was_confirmed_meanwhile_is_not_thrown_away(house: House, send: Send) -> None:
    house.bring()
    send(title="Cook")
    seen_before = Resume.objects.get(pending=True)
    by_mail(house)
    with pytest.raises(DomainError, match="confirmed before"):
        arrive.disown(seen_before)
    assert Resume.objects.get(current=True) == seen_before


def test_what_was_thrown_away_meanwhile_is_not_confirmed(house: House, send: Send) -> None:
    house.bring()
    send("ann@elsewhere.example")
    seen_before = Resume.objects.get(pending=True)
    by_mail(house, choice="disown")
    with pytest.raises(DomainError, match="not here any more"):
        arrive.confirm(seen_before)


def test_a_row_from_before_confirms_only_once(house: House, send: Send) -> None:
    house.bring()
    send(title="Cook")
    seen_before = Resume.objects.get(pending=True)
    by_mail(house)
    before = Job.objects.count()
    arrive.confirm(seen_before)
    assert Job.objects.count() == before
    assert Event.objects.filter(kind="resume.confirmed").count() == 1


def test_the_very_file_that_stands_changes_nothing_when_it_is_confirmed(house: House, send: Send) -> None:
    elder = house.bring()
    send()
    assert by_mail(house).status_code == 200
    assert list(Resume.objects.all()) == [elder]


def test_a_known_file_under_a_new_address_becomes_a_record_of_its_own_once_confirmed(house: House, send: Send) -> None:
    house.bring()
    send("ann@elsewhere.example")
    assert Resume.objects.filter(current=True).count() == 1
    assert not Pair.objects.exists()
    by_mail(house)
    assert Resume.objects.filter(current=True).count() == 2
    assert Pair.objects.count() == 1


def test_confirming_twice_is_once(house: House, send: Send) -> None:
    house.bring()
    send(title="Cook")
    by_mail(house)
    assert "This is done already" in Client().get(mailed_link()).content.decode()
    before = Job.objects.count()
    assert by_mail(house).status_code == 200
    assert Job.objects.count() == before
    assert Client().post(mailed_link(), {"choice": "disown"}).status_code == 409


@pytest.mark.parametrize("decide", [arrive.confirm, arrive.disown])
def test_deciding_while_it_is_read_asks_for_a_minute(
    house: House, send: Send, decide: Callable[[Resume], object]
) -> None:
    house.bring()
    send(read=False, title="Cook")
    with pytest.raises(DomainError, match="still being read"):
        decide(Resume.objects.get(pending=True))
    house.walk()
    assert not Job.objects.exclude(state="done").exists()


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


def test_who_let_their_only_link_lapse_is_asked_anew(house: House, send: Send) -> None:
    house.bring()
    send("ann@elsewhere.example")
    person = Resume.objects.get(pending=True).candidate
    Resume.objects.filter(pending=True).update(received_at=timezone.now() - timedelta(days=31))
    assert send("ann@elsewhere.example", title="Cook").status_code == 302
    assert Resume.objects.get(pending=True).candidate == person
    by_mail(house)
    assert "Cook" in {each.title for each in profile_of(Resume.objects.get(candidate=person)).entries}
