"""A resume written out as JSON Resume, whatever it came as.

What was read or stated has JSON Resume's names already. Of a resume that states no sections of its own, the lines of
each job and project are added as highlights, in the person's words. A JSON Resume that came in goes out with every
value it had, also those that nothing here reads (interests, references, meta).
"""

import re
from collections.abc import Collection, Iterator, Sequence

from matching.profile.passages import plain
from matching.tree import Literal, Tree, grown
from matching.values import Field, Profile, Section

_NAMES = {Section.WORK: "work", Section.PROJECTS: "projects"}


def json_resume(profile: Profile, text: str, *, stated: Sequence[Field] = (), changed: Collection[str] = ()) -> Tree:
    """Values in the shape of JSON Resume. `text` is the original, `stated` what the file stated.

    `changed` are sections in which people took entries out or added some: the file's own rows fit there no more.
    """
    kept = [each for each in stated if re.split(r"[\[.]", each.name, maxsplit=1)[0] not in changed]
    both = (*kept, *profile.fields)
    values = [(each.name, Literal(each.value) if each.literal else each.value) for each in both]
    named = {name for name, _ in values}
    added = ((name, words) for name, words in _highlights(profile, text) if name.partition("[")[0] not in named)
    return grown([*values, *added])


def _highlights(profile: Profile, text: str) -> Iterator[tuple[str, str]]:
    rows: dict[Section, int] = {}
    for number, entry in enumerate(profile.entries):
        if entry.section not in _NAMES:
            continue
        row = rows[entry.section] = rows.get(entry.section, -1) + 1
        lines = [plain(each.span.of(text)) for each in profile.passages if each.entry == number]
        for line, words in enumerate(lines):
            yield f"{_NAMES[entry.section]}[{row}].highlights[{line}]", words
