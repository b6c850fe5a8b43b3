"""From a form on the criteria page to the wording of a criterion; what cannot be read is refused with a sentence.

Who rewords a criterion and leaves its other fields alone means the new words: then kind, years and skills follow them.
"""

from collections.abc import Mapping

from matching.requirements import read_requirement
from matching.skills import label
from matching.values import Kind, Priority, Requirement
from recruit.errors import DomainError
from recruit.postings.criteria import USUAL_WEIGHT, Criterion
from recruit.postings.revise import Wording


def wording_of(form: Mapping[str, str], *, old: Criterion | None) -> Wording:
    """What the form says of a criterion, `old` as it stands, or of a new one."""
    text = form.get("text", old.requirement.text if old else "").replace("\x00", "")
    priority = _priority(form.get("priority", Priority.MUST))
    before = old.requirement if old else None
    reworded = before is None or text.split() != before.text.split()
    fresh = read_requirement(text, priority=priority) if reworded else None
    kind, years = _kind(form.get("kind", "")), _years(form.get("years", ""))
    names, one = form.get("skills", ""), form.get("any_of") == "on"
    if fresh is not None:
        kind = None if before is None or kind is before.kind else kind
        years = fresh.years if years == (before.years if before else None) else years
        one = one and not (before and before.any_of)
    untouched = names == (skill_names(before) if before else "")
    return Wording(text, priority, kind, years, None if untouched else names, one, _weight(form.get("weight", "")))


def skill_names(requirement: Requirement) -> str:
    """The skills of a requirement as the form shows them."""
    return ", ".join(map(label, requirement.skills))


def _priority(written: str) -> Priority:
    try:
        return Priority(written)
    except ValueError:
        raise DomainError("criterion-odd", "Choose must, nice to have or to avoid.", status=400) from None


def _kind(written: str) -> Kind | None:
    try:
        return Kind(written) if written else None
    except ValueError:
        raise DomainError("criterion-odd", "Choose one of the kinds in the list.", status=400) from None


def _weight(written: str) -> int:
    if not written:
        return USUAL_WEIGHT
    return int(written) if written.isdecimal() and len(written) == 1 else 0


def _years(written: str) -> float | None:
    plain = written.strip().replace(",", ".")
    if not plain:
        return None
    if not plain.replace(".", "", 1).isdecimal() or len(plain) > 5:
        raise DomainError("criterion-odd", "Write the years as a number, such as 3, or leave them out.", status=400)
    return float(plain)
