from dataclasses import dataclass, field

import pytest

from matching.errors import PolicyRefused
from matching.llm import OPENAI, Call, LanguageModel, Manifest, Placeholders, permitted

CALL = Call("outreach", OPENAI, "m", False, "outreach", "0" * 64, ("quote",), ("candidate",), 10)


@dataclass
class Kept:
    refuses: bool = False
    manifests: list[Manifest] = field(default_factory=list)

    def permit(self, call: Call) -> None:
        if self.refuses:
            raise PolicyRefused("Nobody allowed it.")

    def record(self, manifest: Manifest) -> None:
        self.manifests.append(manifest)


def test_a_refused_call_is_written_down_and_its_block_never_runs() -> None:
    policy, ran = Kept(refuses=True), False
    with pytest.raises(PolicyRefused), permitted(CALL, policy=policy):
        ran = True
    assert not ran
    assert [(each.decision, each.reason) for each in policy.manifests] == [("refused", "Nobody allowed it.")]


def test_a_failed_call_is_written_down() -> None:
    policy = Kept()
    with pytest.raises(OSError, match="gone"), permitted(CALL, policy=policy):
        raise OSError("gone")
    assert [each.decision for each in policy.manifests] == ["failed"]


def test_a_call_that_was_made_keeps_its_tokens() -> None:
    policy = Kept()
    with permitted(CALL, policy=policy) as receipt:
        receipt.tokens_in = 7
    assert [(each.decision, each.tokens_in) for each in policy.manifests] == [("allowed", 7)]


@pytest.mark.parametrize(
    ("url", "in_house"),
    [
        ("http://127.0.0.1:8000/v1", True), ("http://10.0.0.4/v1", True), ("http://localhost/v1", True),
        ("", False), ("https://api.example.com/v1", False), ("http://8.8.8.8/v1", False),
        ("http://localhost.example.com/v1", False),
    ],
)  # fmt: skip
def test_only_a_private_address_is_in_house(url: str, in_house: bool) -> None:
    assert LanguageModel(OPENAI, "m", base_url=url).in_house is in_house


def test_the_key_is_never_shown() -> None:
    assert "s3cret" not in repr(LanguageModel(OPENAI, "m", key="s3cret"))


def test_what_identifies_is_hidden_and_comes_back() -> None:
    placeholders, text = Placeholders(), "Write to ada@mail.example or +44 20 7946 0958."
    hidden = placeholders.hide(text)
    assert "ada" not in hidden
    assert "7946" not in hidden
    assert placeholders.restore(hidden) == text
