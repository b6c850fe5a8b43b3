"""What a posting says beside its requirements asks for nothing: praise, interview steps, benefits, calls to apply."""

import pytest

from matching.requirements import read_role
from matching.text import Text
from matching.values import Kind, Priority

ASKED = "# Data Engineer\n\n## Requirements\n- Python\n- SQL\n- Airflow\n\n"


@pytest.mark.parametrize(
    "talk",
    [
        "## The process\n- Intro call with our team\n- Hiring manager interview\n- Team fit call",
        "Interested candidates should submit:\n- A CV that shows experience with Python",
        "## What you can expect\n- A hybrid policy that lets you work from anywhere",
        "## A little more about us\nWe have a leadership team that believes in open source.",
        "Our client offers:\n- Medical care and a sports card",
        "If this problem excites you, we want to hear from you.",
        "Acme's Commitment to Diversity: Acme believes that diversity builds better products.",
        "We care about your well-being and support the machine learning community.",
        "No experience with AI is needed.",
        "**More about Hugging Face**\n\nWe value development. You work with Python people.",
    ],
)
def test_talk_is_no_requirement(talk: str) -> None:
    role = read_role(Text(ASKED + talk))
    assert [each.text for each in role.requirements] == ["Python", "SQL", "Airflow"]


def test_a_role_that_is_not_for_somebody_says_what_to_avoid() -> None:
    role = read_role(Text(ASKED + "If you are looking to write papers, this job is not for you."))
    assert role.requirements[-1].priority is Priority.AVOID


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Calm during live incidents that customers see", Kind.OTHER),
        ("Solid knowledge of MS Excel", Kind.SKILL),
        ("MS in statistics", Kind.EDUCATION),
        ("Able to come into the office 2 days per week", Kind.PLACE),
    ],
)
def test_a_word_that_looks_like_another_kind_does_not_mislead(line: str, kind: Kind) -> None:
    (read,) = read_role(Text(f"Requirements\n- {line}")).requirements
    assert read.kind is kind


def test_a_list_in_brackets_is_not_cut_by_the_nice_words_behind_it() -> None:
    (read,) = read_role(Text("Requirements\n- Containers (e.g. Docker, Kubernetes) are a plus")).requirements
    assert (read.priority, set(read.skills)) == (Priority.NICE, {"containers", "docker", "kubernetes"})


def test_a_label_inside_a_sentence_opens_its_own_list() -> None:
    role = read_role(Text("Kernel Engineer\n\nWe are fast. Must-haves: C++ and CUDA. Nice-to-haves: Triton."))
    assert [(each.skills, each.priority) for each in role.requirements] == [
        (("cpp", "cuda"), Priority.MUST),
        (("triton",), Priority.NICE),
    ]


def test_lines_that_begin_alike_are_entries_of_their_own() -> None:
    role = read_role(
        Text("About you\nYou have two years of work with very large language models\nYou write Python every day")
    )
    assert len(role.requirements) == 2
