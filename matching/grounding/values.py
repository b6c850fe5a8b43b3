"""The brief that the composer reads and the draft that it writes, all frozen. Here, since the check reads both.

A brief is everything that a composer may know. It holds nobody's name, address or contacts: the person is a
placeholder until code fills it in after approval of the wording.
"""

from dataclasses import dataclass

CANDIDATE = "{{candidate}}"
"""Stands for the person's name, from the brief to the last moment before a person reads the mail."""


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that a draft may state. `id` is short ("q1", "r3"); `kind` is quote, requirement or company.

    `text` of a quote is verbatim from the blind resume; `answers` names the requirement that a quote speaks for.
    """

    id: str
    kind: str
    text: str
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a composer is told. `reason_for_contact`, `origin`, `opt_out` and `postal_address` make the mail's footer.

    `origin` says where the address came from; `layer` and `place` are the role's, as people read them.
    """

    purpose: str
    posting_title: str
    company_name: str
    recruiter_name: str
    workspace_name: str
    sources: tuple[Source, ...]
    layer: str = ""
    place: str = ""
    reason_for_contact: str = ""
    origin: str = ""
    opt_out: str = ""
    postal_address: str = ""
    candidate_placeholder: str = CANDIDATE

    def source(self, name: str) -> Source | None:
        """The source of that id, or None when it was not shown."""
        return next((each for each in self.sources if each.id == name), None)


@dataclass(frozen=True, slots=True)
class Claim:
    """A passage of the body that states a fact, word for word, and the id of the source that it rests on."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail that somebody may approve. `composer` is "facts" or "provider:model"; `note` is said in its header."""

    subject: str
    body: str
    claims: tuple[Claim, ...]
    composer: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """One claim, or one sentence without a claim (its `source` is ""), and its faults; none: it holds."""

    claim: Claim
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounding:
    """Which claims a source bears out, and which claims or sentences none does."""

    supported: tuple[ClaimCheck, ...]
    unsupported: tuple[ClaimCheck, ...]

    @property
    def ok(self) -> bool:
        """Nothing in the draft lacks a source."""
        return not self.unsupported
