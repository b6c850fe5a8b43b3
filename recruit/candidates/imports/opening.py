"""Find out what somebody brought, and open it again for as long as its import lasts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.conf import settings

from recruit.candidates.imports.archive import Archive
from recruit.candidates.imports.columns import Column, field_named, guessed
from recruit.candidates.imports.folder import Folder
from recruit.candidates.imports.limits import refuse
from recruit.candidates.imports.models import Import, Kind
from recruit.candidates.imports.sheet import Sheet, headers_of, samples
from recruit.candidates.imports.source import Source
from recruit.candidates.imports.table import Dialect, dialect_of, fingerprint

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS = (b"%PDF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class Found:
    """What a source is. `digest` recognises it; `dialect` and `columns` are a CSV's."""

    kind: Kind
    digest: str
    dialect: Dialect | None = None
    columns: tuple[Column, ...] = field(default=())


def look_at(path: Path) -> Found:
    """What lies at this path, without opening a single resume. Raises DomainError with what to bring instead."""
    if path.is_dir():
        return Found(Kind.FOLDER, Folder(path).digest())
    try:
        file = path.open("rb")
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise refuse("unopenable", f"{path.name} cannot be opened: {reason}.") from None
    with file:
        first = file.read(8)
        if not first:
            raise refuse("empty-source", "This file is empty. Bring a ZIP of resumes or a CSV with a header.")
        digest, encoding = fingerprint(file)
        if first.startswith(_ZIP):
            Archive(file)
            return Found(Kind.ZIP, digest)
        if first.startswith(_OTHERS):
            raise refuse("no-source", "This is one file, not many. Bring a ZIP of resumes or a CSV with a header.")
        dialect = dialect_of(file, encoding=encoding)
        # a first row that never ends is refused now, not on the page that would show it
        samples(file, dialect)
        return Found(Kind.CSV, digest, dialect, guessed(headers_of(file, dialect)))


@contextmanager
def opened(batch: Import, *, path: Path | None = None) -> Iterator[Source]:
    """The import's source: what was uploaded, or what lies at `path` on the machine of whoever runs the command."""
    place = path or settings.MEDIA_ROOT / batch.file
    if batch.kind == Kind.FOLDER:
        yield Folder(place)
        return
    try:
        file = place.open("rb")
    except OSError:
        raise refuse("source-gone", "The file of this import is not here any more. Import it again.") from None
    with file:
        if batch.kind == Kind.ZIP:
            yield Archive(file)
        else:
            columns = columns_of(batch)
            beside = path.parent if path else None
            yield Sheet(file, name=batch.source_name, dialect=dialect_in(batch), columns=columns, beside=beside)


def samples_of(batch: Import) -> list[tuple[str, ...]]:
    """The first rows of an uploaded CSV, so that a person sees what its columns hold."""
    with (settings.MEDIA_ROOT / batch.file).open("rb") as file:
        return samples(file, dialect_in(batch))


def stored(dialect: Dialect | None) -> dict[str, object]:
    """A dialect as the import keeps it."""
    return asdict(dialect) if dialect else {}


def dialect_in(batch: Import) -> Dialect:
    """The dialect that the import keeps."""
    return Dialect(**batch.dialect)


def columns_of(batch: Import) -> tuple[Column, ...]:
    """The columns that the import keeps."""
    return tuple(Column(header, field_named(word)) for header, word in batch.columns)
