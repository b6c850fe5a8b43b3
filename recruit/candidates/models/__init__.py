"""The tables of the room: people, what they gave us, what search reads of it, and the ledger of bulk imports."""

from recruit.candidates.imports.models import Import, ImportRow
from recruit.candidates.models.people import (
    CONTACT,
    Candidate,
    Consent,
    Identity,
    IdentityKey,
    Pair,
    PairState,
    new_alias,
)
from recruit.candidates.models.resumes import Correction, DrawnPage, Passage, Resume, ResumeState
from recruit.candidates.models.search import CandidateVector, Lexeme, PassageVector

__all__ = [
    "CONTACT",
    "Candidate",
    "CandidateVector",
    "Consent",
    "Correction",
    "DrawnPage",
    "Identity",
    "IdentityKey",
    "Import",
    "ImportRow",
    "Lexeme",
    "Pair",
    "PairState",
    "Passage",
    "PassageVector",
    "Resume",
    "ResumeState",
    "new_alias",
]
