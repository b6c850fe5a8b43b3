import pytest

from matching.grounding import Brief, Claim, Draft, Source, check

BRIEF = Brief(
    purpose="outreach",
    posting_title="Data engineer",
    company_name="Northwind",
    recruiter_name="Robin Marsh",
    workspace_name="Harbour",
    sources=(
        Source("q1", "quote", "Helped build a pipeline in Airflow that moves 40,000 records a day."),
        Source("q2", "quote", "Ran the on-call rota. Did not deploy Kubernetes."),
    ),
)


def _check(claim: str, source: str) -> bool:
    return check(
        Draft("Data engineer at Northwind", f"Hello {{{{candidate}}}},\n\n{claim}", (Claim(claim, source),), "x"), BRIEF
    ).ok


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Helped build a pipeline in Airflow that moves 40,000 records a day.", "q1"),
        ("You helped build a pipeline in Airflow that moves 40k records a day.", "q1"),
        ("You ran the on-call rota.", "q2"),
    ],
)
def test_what_the_source_says_is_borne_out(claim: str, source: str) -> None:
    assert _check(claim, source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("You helped build a pipeline in Airflow that moves 400,000 records a day.", "q1"),
        ("You helped build a pipeline in Dagster that moves 40,000 records a day.", "q1"),
        ("You led a team that helped build a pipeline in Airflow.", "q1"),
        ("You are an expert who helped build a pipeline in Airflow.", "q1"),
        ("You did deploy Kubernetes.", "q2"),
        ("You ran the on-call rota.", "q9"),
        ("You ran the on-call rota.", "q1"),
    ],
)
def test_what_the_source_does_not_say_is_refused(claim: str, source: str) -> None:
    assert not _check(claim, source)


def test_a_claim_must_stand_in_the_mail() -> None:
    assert not check(Draft("Data engineer", "Hello.", (Claim("Ran the on-call rota.", "q2"),), "x"), BRIEF).ok


def test_a_sentence_about_the_person_without_a_source_is_flagged() -> None:
    assert not check(Draft("Data engineer", "You have extensive experience.", (), "x"), BRIEF).ok
