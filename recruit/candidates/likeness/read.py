"""From what was read of a resume, and what the person told us, to the facts that identify.

Contacts come from the fields, which hold the first address and number of the header: a referee's address at the
end of a resume would make students of one professor look like one person.
"""

import re
from collections.abc import Iterator

from matching.values import Profile, Section
from recruit.candidates.likeness.facts import Facts, Study, Tenure, facts

_PLACEHOLDER = re.compile(r"\[\w+\]")
_LINK = re.compile(r"^basics\.profiles\[\d+\]\.url$")
_SCHOOL = re.compile(r"^education\[(\d+)\]\.(institution|endDate)$")


def facts_of(profile: Profile | None, *, name: str = "", email: str = "", phone: str = "") -> Facts:
    """The facts of one record: what stands in its resume beside what is on file."""
    if profile is None:
        return facts(names=[name], emails=[email], phones=[phone])
    return facts(
        names=[name, profile.field("basics.name")],
        emails=[email, profile.field("basics.email")],
        phones=[phone, profile.field("basics.phone")],
        links=[each.value for each in profile.fields if _LINK.match(each.name)],
        work=_work(profile),
        studies=_studies(profile),
        country=profile.country,
    )


def _work(profile: Profile) -> Iterator[Tenure]:
    for each in profile.entries:
        if each.section is Section.WORK:
            yield Tenure(_PLACEHOLDER.sub(" ", each.organisation), each.start, each.end, each.current)


def _studies(profile: Profile) -> Iterator[Study]:
    rows: dict[str, dict[str, str]] = {}
    for each in profile.fields:
        found = _SCHOOL.match(each.name)
        if found:
            rows.setdefault(found[1], {})[found[2]] = each.value
    for row in rows.values():
        year = re.match(r"\d{4}", row.get("endDate", ""))
        yield Study(row.get("institution", ""), int(year[0]) if year else None)
