"""How much one import may hold, and the name of what is too much.

A single document keeps the limits of `matching.documents.limits`; these are those of the container around many. They
are stated on the page and in the refusals.
"""

from recruit.errors import DomainError

MEGABYTE = 1024 * 1024
MAX_ROWS = 50_000
MAX_ROW_BYTES = 2 * MEGABYTE
MAX_COLUMNS = 200
MAX_UNPACKED = 20 * 1024 * MEGABYTE
MAX_RATIO = 100
NAME_LENGTH = 500


def refuse(slug: str, sentence: str, *, status: int = 400) -> DomainError:
    """The refusal to raise: of a whole source while it is looked at or listed, or of one row while it is read."""
    return DomainError(slug, sentence, status=status)


def too_many_rows() -> DomainError:
    """More rows than one import takes."""
    return refuse("too-many-rows", f"This holds more than {MAX_ROWS:,} resumes. Split it and import the parts.")
