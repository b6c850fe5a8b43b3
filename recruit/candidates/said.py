"""What was said of a person, as a history: who, when, what, and whether the reader may take it back."""

from dataclasses import dataclass
from uuid import UUID

from matching.profile import statement_of
from matching.skills import label
from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import at_least
from recruit.candidates.correctable import IDENTITY, LABELS
from recruit.candidates.models import Correction
from recruit.candidates.own_words import is_own


@dataclass(frozen=True, slots=True)
class Saying:
    """One row of the history. `value` "" says that something is not stated; `undone` when it was taken back."""

    row: Correction
    who: str
    label: str
    about: str
    value: str
    covered: bool
    undone: bool
    may_undo: bool

    @property
    def takes_out(self) -> bool:
        """True when it says that a whole entry is none."""
        return self.row.field.endswith(".remove") and self.row.anchor is not None


def history(candidate: UUID, *, reader: Member | None, revealed: bool) -> tuple[Saying, ...]:
    """Everything that was said, newest first, as this reader (None: the candidate) may see it."""
    rows = Correction.objects.filter(candidate=candidate, undoes=None).select_related("member", "undone_by")
    return tuple(_saying(row, reader, revealed=revealed) for row in rows.order_by("-number"))


def _saying(row: Correction, reader: Member | None, *, revealed: bool) -> Saying:
    by_candidate = row.member_id is None
    undone = hasattr(row, "undone_by")
    names_somebody = row.field in IDENTITY or row.field == "education.add"
    covered = not revealed and (names_somebody or is_own(row))
    return Saying(
        row,
        _who(row, reader),
        LABELS.get(row.field, row.field),
        (row.anchor or {}).get("title", ""),
        "" if covered else _told(row),
        covered,
        undone,
        not undone and (reader is None or (not by_candidate and at_least(reader, Role.RECRUITER))),
    )


def _told(row: Correction) -> str:
    """What was said on one line; of an entry that was taken out its title is told already."""
    stated = statement_of(row.field, row.value, by="")
    if stated:
        return stated.brief()
    return label(row.value) if row.field.startswith("skills.") else row.value


def _who(row: Correction, reader: Member | None) -> str:
    if row.member is None:
        return "You" if reader is None else "The candidate"
    return row.member.name if reader is not None else "A recruiter"
