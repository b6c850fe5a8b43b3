"""The errors of an import as a CSV: row, file, reason. Written line by line, safe to open in a spreadsheet."""

import csv
import re
from collections.abc import Iterator
from typing import Any

from recruit.candidates.imports.models import Import
from recruit.candidates.imports.progress import not_taken
from recruit.tenancy.scope import workspace_scope

HEADER = ("row", "file", "reason")
_AT_ONCE = 500
_MARK = "\ufeff"
_FORMULA = re.compile(r"^(?=[\t\r\n])|(?:^|(?<=[;\t\r\n]))(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")


class _Line:
    """A file for the csv module that gives back what was written."""

    def write(self, text: str) -> str:
        """The line itself."""
        return text


def lines(batch: Import) -> Iterator[str]:
    """The file's lines. Opens its own scope for each part, since a page's transaction ends before its body is sent."""
    writer: Any = csv.writer(_Line())
    # the mark tells a spreadsheet that this is UTF-8
    yield _MARK + str(writer.writerow(HEADER))
    after = -1
    while True:
        with workspace_scope(batch.workspace_id):
            rows = list(not_taken(batch).filter(position__gt=after)[:_AT_ONCE])
        if not rows:
            return
        for row in rows:
            yield str(writer.writerow((row.position, inert(row.name), inert(row.said))))
        after = rows[-1].position


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what would begin one.

    Also inside, after a semicolon or tab: where the comma is a decimal sign, spreadsheets split a CSV there.
    """
    return _FORMULA.sub("'", cell)
