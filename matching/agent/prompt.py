"""The prompt is a file; its version is the hash of its content, so that a manifest names exactly what was asked."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt's name, its words, and the SHA-256 of these words."""

    name: str
    text: str
    digest: str


@cache
def prompt(name: str = "outreach") -> Prompt:
    """The prompt of that name as it stands in this version of Strata."""
    text = (Path(__file__).parent / "prompts" / f"{name}.md").read_text(encoding="utf-8")
    return Prompt(name, text, sha256(text.encode()).hexdigest())
