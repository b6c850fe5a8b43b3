"""What an ad waives is not asked for; what only sounds like a waiver still is."""

import pytest

from matching.requirements import read_role
from matching.text import Text
from matching.values import Priority, Requirement

MUST, NICE, AVOID = Priority.MUST, Priority.NICE, Priority.AVOID
NEXT = "Experience with vector search"

SENTENCES: tuple[tuple[str, tuple[tuple[Priority, str], ...]], ...] = (
    # waived outright
    ("PhD not required", ()),
    ("A PhD is not required.", ()),
    ("No degree required.", ()),
    ("No degree needed", ()),
    ("You don't need to know Rust.", ()),
    ("You do not need a PhD.", ()),
    ("You needn't have worked with Spark.", ()),
    ("No prior Kubernetes experience needed.", ()),
    ("Experience with Kubernetes is not necessary.", ()),
    ("German is not necessary.", ()),
    ("Rust is not a must.", ()),
    ("Knowledge of CUDA isn't essential", ()),
    ("Machine learning experience is not expected", ()),
    ("We don't require a degree.", ()),
    ("We do not ask for publications.", ()),
    ("We don't care whether you have a degree.", ()),
    ("Degrees do not matter", ()),
    ("Which university you attended is irrelevant", ()),
    ("No need to be an expert in PyTorch.", ()),
    ("You are not expected to know Terraform", ()),
    ("Don't worry if you have never used LangChain.", ()),
    ("Never used Kubernetes?", ()),
    ("Rust can be learnt on the job", ()),
    ("Don't know Go yet? We'll teach you.", ()),
    ("Python, Go and Rust are not required", ()),
    ("You don't need Rust, Go or Kubernetes", ()),
    ("The role does not require travel to Paris", ()),
    ("Candidates without a degree are welcome", ()),
    # neither a requirement nor a waiver: who is not to write
    ("No consultants or agencies please.", ()),
    ("No recruiters, please.", ()),
    ("No third-party staffing agencies", ()),
    ("Agencies need not apply", ()),
    # said in jest
    ("Ten years of LangChain experience (just kidding)", ()),
    ("Must be fluent in Klingon and COBOL, only joking", ()),
    # one thing waived, another asked for
    ("You don't need to know Rust, but you must know Python", ((MUST, "you must know Python"),)),
    ("No degree needed, but strong SQL is a must", ((MUST, "strong SQL is a must"),)),
    ("Python required, Rust not required", ((MUST, "Python required"),)),
    ("PhD not required; 3+ years of PyTorch are", ((MUST, "3+ years of PyTorch are"),)),
    ("No PhD required, although Docker is a plus", ((NICE, "Docker is a plus"),)),
    (
        "You need not know Docker, but you need to know how models work, how SQL scales, and what Python costs",
        ((MUST, "you need to know how models work, how SQL scales, and what Python costs"),),
    ),
    # softened to a wish
    (
        "Kubernetes experience is a plus, but not required",
        ((NICE, "Kubernetes experience is a plus, but not required"),),
    ),
    ("A degree is welcome but not required", ((NICE, "A degree is welcome but not required"),)),
    ("Rust (not required)", ((NICE, "Rust (not required)"),)),
    ("Rust is not required, but welcome", ((NICE, "Rust is not required, but welcome"),)),
    ("A PhD is not required but a plus", ((NICE, "A PhD is not required but a plus"),)),
    ("Knowledge of CUDA is optional.", ((NICE, "Knowledge of CUDA is optional"),)),
    # sounds like a waiver, asks all the more
    ("You do not need visa sponsorship", ((MUST, "You do not need visa sponsorship"),)),
    ("Not only Python but also Rust", ((MUST, "Not only Python but also Rust"),)),
    ("No less than 3 years of Python", ((MUST, "No less than 3 years of Python"),)),
    ("You have no fear of CUDA kernels", ((MUST, "You have no fear of CUDA kernels"),)),
    ("Kubernetes is not optional", ((MUST, "Kubernetes is not optional"),)),
    (
        "You don't just train models, you ship them with Docker",
        ((MUST, "You don't just train models, you ship them with Docker"),),
    ),
    ("Python for problems that do not have playbooks", ((MUST, "Python for problems that do not have playbooks"),)),
    # not wanted
    ("No rockstars", ((AVOID, "No rockstars"),)),
    ("Brogrammers need not apply", ((AVOID, "Brogrammers need not apply"),)),
)


def _read(sentence: str) -> list[Requirement]:
    content = f"AI Engineer\n\nRequirements\n- {sentence}\n- {NEXT}\n"
    found = read_role(Text(content), title="AI Engineer").requirements
    assert all(each.span.of(content) == each.text for each in found)
    return [each for each in found if each.text != NEXT]


@pytest.mark.parametrize(("sentence", "asked"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_a_waived_requirement_is_not_asked_for(sentence: str, asked: tuple[tuple[Priority, str], ...]) -> None:
    assert [(each.priority, each.text) for each in _read(sentence)] == list(asked)


@pytest.mark.parametrize("sentence", [sentence for sentence, asked in SENTENCES if not asked])
def test_the_same_sentence_in_prose_asks_for_nothing_either(sentence: str) -> None:
    content = f"We build tools for banks. {sentence.rstrip('.')}. You have experience with vector search.\n"
    asked = read_role(Text(content), title="AI Engineer").requirements
    assert [each.text.rstrip(".") for each in asked] == ["You have experience with vector search"]


def test_a_list_under_a_line_that_waives_asks_for_nothing() -> None:
    content = f"Requirements\n- {NEXT}\n\nStrong candidates need not have:\n- A PhD\n- Experience with Rust\n"
    assert [each.text for each in read_role(Text(content)).requirements] == [NEXT]
