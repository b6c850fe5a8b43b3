"""What is hidden in running text, what is left alone, and that it comes back."""

import pytest

from matching.llm import Placeholders


@pytest.mark.parametrize(
    "identity",
    [
        "ada@example.org",
        "ada.field+jobs@mail.example.co.uk",
        "ada (at) example (dot) org",
        "+44 20 7946 0018",
        "+1 (415) 555-0134",
        "(415) 555-0134",
        "0176 5550 1234",
        "https://ada.example.org/cv?x=1",
        "www.ada.example",
        "linkedin.com/in/ada-field",
        "github.com/adafield",
        "078-05-1120",
        "DE89 3704 0044 0532 0130 00",
    ],
)
def test_patterns_are_hidden_and_come_back(identity: str) -> None:
    placeholders = Placeholders()
    hidden = placeholders.hide(f"Write to {identity} soon.")
    assert identity not in hidden
    assert "{{" in hidden
    assert placeholders.restore(hidden) == f"Write to {identity} soon."


@pytest.mark.parametrize(
    "plain",
    ["40k users in 2019-2023", "cut latency by 35% to 1.5 s", "10,000 requests", "PyTorch 2.13.0", "version 1.2.3.4"],
)
def test_facts_are_left_alone(plain: str) -> None:
    assert Placeholders().hide(plain) == plain


def test_the_same_address_gets_the_same_placeholder() -> None:
    placeholders = Placeholders()
    assert placeholders.hide("a@b.example c@d.example a@b.example") == "{{email-1}} {{email-2}} {{email-1}}"
