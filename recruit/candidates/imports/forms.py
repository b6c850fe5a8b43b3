"""The form that brings a ZIP or a CSV, and the one that says what its columns mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django import forms
from django.conf import settings

from recruit.candidates.imports.columns import Column, Field, field_named
from recruit.candidates.imports.limits import MAX_ROWS, MEGABYTE

LIMIT = settings.BULK_UPLOAD_LIMIT_BYTES // MEGABYTE
TOO_LARGE = f"This file is larger than {LIMIT:,} MB. Split it and import the parts."
LIMITS = (
    f"Up to {LIMIT:,} MB and {MAX_ROWS:,} resumes; each of them at most {settings.UPLOAD_LIMIT_BYTES // MEGABYTE} MB."
)
GROUNDS = (("agreed", "They agreed, in these words"), ("basis", "Another legal basis"))


class ImportForm(forms.Form):
    """A file, and on what ground the people in it may be kept."""

    ground = forms.ChoiceField(choices=GROUNDS, error_messages={"required": "Choose what the statement is."})
    statement = forms.CharField(
        max_length=2000,
        error_messages={"required": "Say on what ground these people may be kept. It is stored with each of them."},
    )
    contact = forms.BooleanField(required=False)
    file = forms.FileField(allow_empty_file=True, error_messages={"required": "Choose a ZIP or a CSV first."})


@dataclass(frozen=True, slots=True)
class MappingRow:
    """A column as the mapping step shows it: its name, what the first rows hold, and what it means."""

    key: str
    header: str
    samples: tuple[str, ...]
    chosen: str


def offered() -> list[tuple[str, str]]:
    """What a column can mean. A CSV that comes by itself brings no files, so a path is not among it."""
    return [(field.word, field.label) for field in Field if field is not Field.FILE]


def mapping_rows(columns: Sequence[Column], samples: Sequence[Sequence[str]]) -> list[MappingRow]:
    """The columns beside the first rows."""
    return [
        MappingRow(
            f"column-{number}",
            column.header,
            tuple(row[number] for row in samples if number < len(row) and row[number]),
            "" if column.field is Field.FILE else column.field.word,
        )
        for number, column in enumerate(columns)
    ]


def mapped(columns: Sequence[Column], answers: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns as a person mapped them. Raises DomainError: unknown-field."""
    return tuple(
        Column(column.header, field_named(answers.get(f"column-{number}", ""))) for number, column in enumerate(columns)
    )
