"""A posting is told from a resume by who is spoken to, what is asked and what is offered, not by its skills."""

import json
import os
import tomllib
from pathlib import Path

import pytest

from matching.documents import guess_kind

DATA = Path(os.environ.get("STRATA_DATA", "../shared/data"))
GOLD = Path(__file__).parents[1] / "requirements" / "gold" / "postings.toml"
SKILLS = "Python, PyTorch, Kubernetes, CUDA, SQL, Docker, Rust"


@pytest.mark.parametrize(
    "posting",
    [
        f"LLM Engineer\nRequirements\n{SKILLS}\n5+ years in ML\nGood to have\nRust\n",
        f"Speech Engineer\n\nProfile\n- PyTorch (required)\n- Japanese (nice to have)\n- {SKILLS}\n",
        "Applied Scientist\n\nBasic qualifications\n- PhD, or Master's degree and 4+ years of experience\n",
        "Importante empresa solicita: Ingeniero de datos. Funciones: cargar datos. Requisitos: Python y SQL.",
        "Wir suchen eine Datenwissenschaftlerin. Ihre Aufgaben: Modelle trainieren. Wir bieten: 30 Tage Urlaub.",
        "Nous recherchons un ingénieur. Vos missions : entraîner des modèles. Nous offrons : un café.",
    ],
)
def test_an_ad_that_never_says_we_or_you_is_a_posting(posting: str) -> None:
    assert guess_kind(posting) == "posting"


@pytest.mark.parametrize(
    "resume",
    [
        f"Ada Moreno\nada@example.org\n\nSkills\n{SKILLS}\n\nExperience\nEngineer, Northwind, 2019 - 2023\n",
        "ENGINEER\nSummary\nEngineer with 10+ years of experience.\nExperience\n01/2015 to 03/2020\n"
        "Responsibilities include testing. Led a team. Trained staff. Our team won.\nEducation\nBSc\n",
        "Ada Moreno\n\nProjects\n- Built a retriever in Rust\n- Trained a tagger\nEducation: MSc 2018 - 2020\n",
        "Lebenslauf\n\nBerufserfahrung\nIngenieurin, 2019 - 2023\n",
    ],
)
def test_a_dated_life_is_a_resume(resume: str) -> None:
    assert guess_kind(resume) == "resume"


def test_one_long_list_does_not_decide() -> None:
    resume = "Ada Moreno\nada@example.org\nExperience\n2019 - 2023 Engineer\n2015 - 2019 Tester\nEducation\nMSc\n"
    assert guess_kind(resume + "I took our product to you. " * 40) == "resume"


def test_the_postings_of_the_gold_set_are_told() -> None:
    found = tomllib.loads(GOLD.read_text(encoding="utf-8"))["posting"]
    assert [each["text"][:40] for each in found if guess_kind(each["text"]) != "posting"] == []


def test_at_most_one_in_fifty_real_postings_is_taken_for_a_resume() -> None:
    path = DATA / "layers" / "postings.jsonl"
    if not path.exists():
        pytest.skip("the real postings are not here (STRATA_DATA)")
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    wrong = sum(guess_kind(each) != "posting" for each in texts)
    assert wrong <= len(texts) // 50
