from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from recruit.accounts.keys import revoke
from recruit.accounts.models import ApiKey
from recruit.api import answers
from recruit.candidates.models import Candidate
from recruit.events.record import SYSTEM
from recruit.jobs.models import Job
from recruit.matches.models import Match, Run, Standing
from recruit.postings.models import Posting
from recruit.tenancy.scope import workspace_scope
from tests.recruit.api.conftest import ROLE, Caller

pytestmark = pytest.mark.django_db


def _release(posting: Posting, name: str) -> None:
    person = Candidate.objects.get(name=name)
    Standing.objects.create(posting=posting, candidate=person, released_at=timezone.now())


def _slug(response: Any) -> str:
    assert response["Content-Type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == response.status_code
    assert body["detail"].endswith((".", "…", "_")) or body["detail"]
    return str(body["type"]).partition("#")[2]


def test_a_role_is_kept_and_answered_at_once(north: Caller) -> None:
    response = north.post(ROLE)
    assert response.status_code == 201
    body = response.json()
    assert response["Location"] == f"/api/v1/postings/{body['id']}"
    assert (body["state"], body["ranked"]) == ("received", False)
    with workspace_scope(north.workspace.pk):
        assert Job.objects.get().journey == "posting"


def test_the_company_comes_from_the_key_whatever_the_body_says(north: Caller, foreigner: Caller) -> None:
    north.post({**ROLE, "company": str(foreigner.company.pk), "workspace": str(foreigner.workspace.pk)})
    with workspace_scope(north.workspace.pk):
        assert Posting.objects.get().company == north.company


def test_the_people_who_were_not_released_do_not_leave_the_database(north: Caller, ranked: Posting) -> None:
    _release(ranked, "Ben")
    with workspace_scope(north.workspace.pk), CaptureQueriesContext(connection) as queries:
        answers.matches(ranked, run=1)
        (numbered,) = (each["sql"] for each in queries if "ROW_NUMBER" in each["sql"])
        with connection.cursor() as cursor:
            cursor.execute(numbered)
            assert cursor.rowcount == 1


def test_only_released_people_are_read_and_their_rank_counts_everybody(north: Caller, ranked: Posting) -> None:
    assert north.get(f"/api/v1/postings/{ranked.pk}/matches").json()["matches"] == []
    _release(ranked, "Ben")
    body = north.get(f"/api/v1/postings/{ranked.pk}/matches").json()
    assert (body["state"], body["run"]) == ("ranked", 1)
    (match,) = body["matches"]
    assert (match["name"], match["rank"]) == ("Ben", 2)
    assert match["evidence"] == [
        {
            "requirement": "Python",
            "priority": "must",
            "verdict": "met",
            "strength": 0.9,
            "quote": "Wrote Python",
            "reason": "r",
            "change": "",
        }
    ]


def test_a_person_of_the_tail_is_marked_and_has_no_score(north: Caller, ranked: Posting) -> None:
    Match.objects.filter(candidate__name="Ben").update(judged=False, score=0.0, first_stage=0.41, parts={})
    for name in ("Ada", "Ben"):
        _release(ranked, name)
    judged, tail = north.get(f"/api/v1/postings/{ranked.pk}/matches").json()["matches"]
    assert (judged["judged"], judged["first_stage"]) == (True, None)
    assert (tail["name"], tail["judged"], tail["score"], tail["first_stage"]) == ("Ben", False, None, 0.41)


def test_a_person_who_withdrew_is_read_no_more(north: Caller, ranked: Posting) -> None:
    _release(ranked, "Ben")
    Candidate.objects.filter(name="Ben").update(withdrawn_at=timezone.now())
    assert north.get(f"/api/v1/postings/{ranked.pk}/matches").json()["matches"] == []


def test_an_earlier_run_is_read_as_it_was(north: Caller, ranked: Posting) -> None:
    _release(ranked, "Ada")
    Run.objects.create(posting=ranked, number=2, cause="resume", weights={}, versions={})
    Match.objects.filter(candidate__name="Ada").update(last_run=1)
    path = f"/api/v1/postings/{ranked.pk}/matches"
    assert north.get(path).json()["matches"] == []
    assert [each["name"] for each in north.get(f"{path}?run=1").json()["matches"]] == ["Ada"]
    assert _slug(north.get(f"{path}?run=3")) == "no-such-run"


@pytest.mark.parametrize("path", ["", "/matches"])
def test_a_posting_of_anybody_else_is_a_404(
    north: Caller, neighbour: Caller, foreigner: Caller, ranked: Posting, path: str
) -> None:
    assert north.get(f"/api/v1/postings/{ranked.pk}{path}").status_code == 200
    for other in (neighbour, foreigner):
        response = other.get(f"/api/v1/postings/{ranked.pk}{path}")
        assert (response.status_code, _slug(response)) == (404, "no-such-posting")


def test_nobody_else_can_close_a_posting(north: Caller, foreigner: Caller, ranked: Posting) -> None:
    assert foreigner.delete(f"/api/v1/postings/{ranked.pk}").status_code == 404
    assert north.delete(f"/api/v1/postings/{ranked.pk}").status_code == 204
    with workspace_scope(north.workspace.pk):
        assert Posting.objects.get().state == "closed"


def test_a_list_holds_only_the_callers_postings(north: Caller, neighbour: Caller, ranked: Posting) -> None:
    assert [each["id"] for each in north.get("/api/v1/postings").json()["postings"]] == [str(ranked.pk)]
    assert neighbour.get("/api/v1/postings").json()["postings"] == []


def test_a_long_list_is_read_page_by_page_without_gaps(north: Caller) -> None:
    with workspace_scope(north.workspace.pk):
        made = [
            Posting.objects.create(company=north.company, title=f"T{n}", text="t", digest="d").pk for n in range(120)
        ]
    seen, path = [], "/api/v1/postings"
    while path:
        body = north.get(path).json()
        seen += [each["id"] for each in body["postings"]]
        path = f"/api/v1/postings?cursor={body['next']}" if body["next"] else ""
    assert sorted(seen) == sorted(map(str, made))


def test_a_revoked_key_opens_nothing(north: Caller) -> None:
    with workspace_scope(north.workspace.pk):
        revoke(north.key, by=SYSTEM)
    response = north.get("/api/v1/postings")
    assert (response.status_code, _slug(response)) == (401, "unknown-key")
    assert response["WWW-Authenticate"] == "Bearer"


def test_a_key_with_the_right_prefix_and_a_wrong_secret_opens_nothing(north: Caller) -> None:
    north.text = north.text[:-1] + ("A" if north.text[-1] != "A" else "B")
    assert north.get("/api/v1/postings").status_code == 401


def test_the_secret_is_not_stored(north: Caller) -> None:
    with workspace_scope(north.workspace.pk):
        stored = " ".join(str(value) for value in ApiKey.objects.values_list().get())
    assert north.text.split("_", 2)[2] not in stored


def test_no_key_is_a_401_that_says_how_to_send_one(north: Caller) -> None:
    response = Client().get("/api/v1/postings")
    assert (response.status_code, _slug(response)) == (401, "no-key")


def test_a_key_without_the_scope_is_refused(north: Caller) -> None:
    with workspace_scope(north.workspace.pk):
        ApiKey.objects.update(scopes=["postings:read"])
    response = north.post(ROLE)
    assert (response.status_code, _slug(response)) == (403, "scope-missing")


@pytest.mark.parametrize(
    ("body", "slug"),
    [
        ("{", "invalid-json"),
        ("", "invalid-fields"),
        ("[]", "invalid-fields"),
        ('"x"', "invalid-fields"),
        ("{}", "invalid-fields"),
        ('{"title": "", "text": "x"}', "invalid-fields"),
        ('{"title": "x", "text": null}', "invalid-fields"),
        ('{"title": "x", "text": {"a": 1}}', "invalid-fields"),
        ('{"title": "x", "text": "  "}', "invalid-fields"),
        ('{"title": "\\u0000", "text": "x"}', "invalid-fields"),
    ],
)
def test_a_bad_body_is_a_problem_that_says_what_to_change(north: Caller, body: str, slug: str) -> None:
    response = north.post(body, raw=True)
    assert (response.status_code, _slug(response)) == (400, slug)
    with workspace_scope(north.workspace.pk):
        assert not Posting.objects.exists()


def test_a_wrong_method_names_the_right_ones(north: Caller) -> None:
    response = north.delete("/api/v1/postings")
    assert (response.status_code, _slug(response)) == (405, "wrong-method")
    assert "POST" in response["Allow"]


def test_another_media_type_is_a_problem(north: Caller) -> None:
    response = north.client.post(
        "/api/v1/postings", "a=b", content_type="text/plain", headers={"Authorization": f"Bearer {north.text}"}
    )
    assert (response.status_code, _slug(response)) == (415, "not-json")


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/", "/api/v1/postings/not-a-uuid"])
def test_an_unknown_address_is_a_problem(north: Caller, path: str) -> None:
    response = north.get(path)
    assert (response.status_code, _slug(response)) == (404, "no-such-address")


def test_a_repeated_request_is_done_once_and_answered_alike(north: Caller) -> None:
    first = north.post(ROLE, Idempotency_Key="k1")
    again = north.post(ROLE, Idempotency_Key="k1")
    assert again.json() == first.json()
    assert (again.status_code, again["Idempotency-Replayed"]) == (201, "true")
    with workspace_scope(north.workspace.pk):
        assert Posting.objects.count() == 1


def test_one_key_for_two_requests_is_refused(north: Caller) -> None:
    north.post(ROLE, Idempotency_Key="k1")
    response = north.post({**ROLE, "title": "Other"}, Idempotency_Key="k1")
    assert (response.status_code, _slug(response)) == (422, "key-reused")


def test_a_reference_is_taken_once(north: Caller, neighbour: Caller) -> None:
    assert north.post({**ROLE, "reference": "R1"}).status_code == 201
    response = north.post({**ROLE, "reference": "R1"})
    assert (response.status_code, _slug(response)) == (409, "reference-taken")
    assert neighbour.post({**ROLE, "reference": "R1"}).status_code == 201


def test_a_role_is_closed_before_it_was_read_and_its_reference_is_free(north: Caller) -> None:
    key = north.post({**ROLE, "reference": "R1"}).json()["id"]
    assert north.delete(f"/api/v1/postings/{key}").status_code == 204
    assert north.get(f"/api/v1/postings/{key}").json()["state"] == "closed"
    assert north.post({**ROLE, "reference": "R1"}).status_code == 201


@pytest.mark.parametrize("stopped", ["failed", "dead"])
def test_a_refused_role_says_why_and_is_closed(north: Caller, stopped: str) -> None:
    key = north.post(ROLE).json()["id"]
    with workspace_scope(north.workspace.pk):
        Posting.objects.update(state="refused")
        Job.objects.update(state=stopped, error_sentence="Say what the role does.")
    assert north.get(f"/api/v1/postings/{key}").json()["refusal"] == "Say what the role does."
    assert north.delete(f"/api/v1/postings/{key}").status_code == 204


def test_the_schema_names_every_address(north: Caller) -> None:
    schema = Client().get("/api/v1/openapi", headers={"Accept": "application/json"})
    assert schema.status_code == 200
    assert b"/api/v1/postings/{posting}/matches" in schema.content


def test_the_html_of_an_ad_is_kept_as_text_with_its_shape(north: Caller) -> None:
    html = "&lt;h3&gt;Requirements&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;3+ years of Python&lt;/li&gt;&lt;/ul&gt;"
    assert north.post({**ROLE, "text": html}).status_code == 201
    with workspace_scope(north.workspace.pk):
        assert Posting.objects.get().text == "## Requirements\n- 3+ years of Python"


def test_a_plain_ad_is_kept_to_the_letter(north: Caller) -> None:
    plain = "Requirements\n- C++ (std::vector<int> & friends)\n- R&amp;D"
    assert north.post({**ROLE, "text": plain}).status_code == 201
    with workspace_scope(north.workspace.pk):
        assert Posting.objects.get().text == plain


def test_html_without_a_word_is_no_text(north: Caller) -> None:
    response = north.post({**ROLE, "text": "<p> </p><br>"})
    assert (response.status_code, _slug(response)) == (400, "text-missing")
