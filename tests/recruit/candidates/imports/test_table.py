"""A CSV as people save it: encodings, delimiters, quoted newlines, and what cannot be told apart."""

import csv
import io
import tracemalloc
from pathlib import Path

import pytest

from recruit.candidates.imports.columns import Column, Field, by_field, check, composed, field_named, guessed
from recruit.candidates.imports.opening import look_at
from recruit.candidates.imports.sheet import Sheet, headers_of
from recruit.candidates.imports.table import Dialect, cells_at, dialect_of, fingerprint, records
from recruit.errors import DomainError

TEXT = 'Name;E-Mail;Resume\r\nAnn Müller;ann@example.org;"Engineer\r\nLumen; 2020"\r\nBo Søe;bo@example.org;Analyst\r\n'


def _read(content: bytes) -> tuple[Dialect, list[tuple[str, ...]]]:
    file = io.BytesIO(content)
    dialect = dialect_of(file, encoding=fingerprint(file)[1])
    return dialect, [each.cells for each in records(file, dialect)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_reads_the_same_in_every_encoding_that_spreadsheets_write(encoding: str) -> None:
    _, rows = _read(TEXT.encode(encoding))
    assert rows == [
        ("Name", "E-Mail", "Resume"),
        ("Ann Müller", "ann@example.org", "Engineer\r\nLumen; 2020"),
        ("Bo Søe", "bo@example.org", "Analyst"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_in_the_header_even_if_names_hold_another(delimiter: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([["Name, full", "Mail; work", "CV"], ["A", "b", "c"]])
    dialect, rows = _read(out.getvalue().encode())
    assert dialect.delimiter == delimiter
    assert rows == [("Name, full", "Mail; work", "CV"), ("A", "b", "c")]


def test_the_line_with_which_excel_names_its_delimiter_is_no_header() -> None:
    dialect, rows = _read(b"sep=;\r\nName;CV\r\nAnn;Engineer\r\n")
    assert (dialect.delimiter, rows[0]) == (";", ("Name", "CV"))


def test_every_record_is_found_again_by_the_byte_at_which_it_starts() -> None:
    file = io.BytesIO(TEXT.encode("utf-8-sig"))
    dialect = dialect_of(file, encoding="utf-8")
    found = list(records(file, dialect))
    assert [each.number for each in found] == [1, 2, 3]
    for each in reversed(found):
        assert cells_at(file, dialect, place=each.place) == each.cells


def test_empty_lines_are_left_out_and_counted_as_a_spreadsheet_counts() -> None:
    file = io.BytesIO(b"Name,CV\n\nAnn,x\n,\nBo,y\n")
    assert [each.number for each in records(file, Dialect("utf-8", ","))] == [1, 3, 5]


def test_a_quotation_mark_that_is_never_closed_refuses_the_file_and_names_the_row() -> None:
    with pytest.raises(DomainError, match="Row 3 never ends") as refusal:
        _read(b'Name,CV\nAnn,x\nBo,"y\nCy,z\n')
    assert "nothing was taken in" in refusal.value.sentence


def test_quotation_marks_that_do_not_match_break_their_own_row_alone() -> None:
    file = io.BytesIO(b'Name,CV\nAnn,"x" y\nBo,z\n')
    assert [each.broken for each in records(file, Dialect("utf-8", ","))] == [False, True, False]


def test_a_row_of_megabytes_is_refused_before_it_is_held() -> None:
    with pytest.raises(DomainError, match="Row 2 is larger than 2 MB: a cell is too long"):
        _read(b"Name,CV\nAnn," + b"x" * 3_000_000 + b"\n")


@pytest.mark.parametrize("row", [b'Ann,"x\n', b"Ann," + b"x" * 3_000_000 + b"\n"])
def test_a_first_row_that_never_ends_is_refused_before_anything_is_kept(row: bytes, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"Name,CV\n" + row)
    with pytest.raises(DomainError, match="Row 2"):
        look_at(path)


@pytest.mark.parametrize("content", ["Name,CV\nAnn,x\n".encode("utf-16"), b"PK\x03\x04rest", b"%PDF-1.7", b"\x00\x01,"])
def test_what_is_no_table_is_refused_with_what_to_save(content: bytes) -> None:
    with pytest.raises(DomainError, match="CSV UTF-8"):
        _read(content)


def test_a_header_without_names_is_refused() -> None:
    with pytest.raises(DomainError, match="names of columns"):
        headers_of(io.BytesIO(b",,\nAnn,x,y\n"), Dialect("utf-8", ","))


def test_reading_four_times_the_rows_takes_no_more_memory() -> None:
    assert _peak(2_000) < _peak(500) * 1.2 + 50_000


def _peak(rows: int) -> int:
    content = b"Name,CV\n" + b'Ann Lee,"Engineer\n' + b"word " * 800 + b'"\n'
    content += (b'Ann Lee,"Engineer\n' + b"word " * 800 + b'"\n') * rows
    file = io.BytesIO(content)
    sheet = Sheet(
        file,
        name="people.csv",
        dialect=Dialect("utf-8", ","),
        columns=(Column("Name", Field.NAME), Column("CV", Field.TEXT)),
        beside=None,
    )
    tracemalloc.start()
    count = sum(1 for each in sheet.rows() if sheet.read(name=each.name, place=each.place, position=each.position))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == rows + 1
    return peak


def test_columns_are_guessed_from_their_names() -> None:
    headers = ["First Name", "last_name", "E-Mail", "LinkedIn URL", "GitHub", "Resume", "Notes", "Email address"]
    assert [each.field for each in guessed(headers)] == [
        Field.GIVEN,
        Field.FAMILY,
        Field.EMAIL,
        Field.LINK,
        Field.LINK,
        Field.TEXT,
        Field.IGNORE,
        Field.IGNORE,
    ]


def test_german_columns_are_guessed_from_their_names() -> None:
    headers = ["E-Mail-Adresse", "Vollständiger Name", "Vorname", "Nachname", "Telefon", "Wohnort", "Lebenslauf"]
    assert [each.field for each in guessed(headers)] == [
        Field.EMAIL,
        Field.NAME,
        Field.GIVEN,
        Field.FAMILY,
        Field.PHONE,
        Field.LOCATION,
        Field.TEXT,
    ]
    assert [each.field for each in guessed(["Handynummer", "Berufserfahrung", "Arbeitgeber", "Kenntnisse"])] == [
        Field.PHONE,
        Field.EXPERIENCE,
        Field.EMPLOYER,
        Field.SKILLS,
    ]


def test_a_mapping_that_could_bring_no_resume_is_refused() -> None:
    with pytest.raises(DomainError, match="None of the columns holds a resume"):
        check(guessed(["Name", "E-mail"]))
    with pytest.raises(DomainError, match="Two columns"):
        check([Column("a", Field.EMAIL), Column("b", Field.EMAIL), Column("c", Field.TEXT)])
    with pytest.raises(DomainError, match="no field"):
        field_named("shoe size")


def test_a_text_is_put_together_in_the_order_of_a_resume() -> None:
    columns = guessed(["Skills", "Name", "Email", "Current title", "Company", "Experience"])
    cells = ["Python, SQL", "Ann Lee", "ann@example.org", "Engineer", "Lumen", "Lumen, 2020 - 2023"]
    assert composed(by_field(columns, cells)) == (
        "Ann Lee\nann@example.org\n\nEngineer at Lumen\n\nExperience\nLumen, 2020 - 2023\n\nSkills\nPython, SQL\n"
    )


def test_what_the_text_says_already_is_not_said_twice() -> None:
    columns = guessed(["Name", "Email", "Phone", "CV"])
    cells = ["Ann Lee", "Ann@example.org", "+47 1", "Ann Lee\nann@example.org\nEngineer, Lumen"]
    assert composed(by_field(columns, cells)) == "+47 1\n\nAnn Lee\nann@example.org\nEngineer, Lumen\n"


def test_a_row_with_contacts_alone_is_refused() -> None:
    with pytest.raises(DomainError, match="has no resume"):
        composed({Field.NAME: "Ann Lee", Field.EMAIL: "ann@example.org"})


def test_a_row_with_more_cells_than_the_header_is_refused_when_it_is_listed() -> None:
    file = io.BytesIO(b"Name,CV\nAnn,x\nBo,y, z\n")
    columns = guessed(["Name", "CV"])
    sheet = Sheet(file, name="a.csv", dialect=Dialect("utf-8", ","), columns=columns, beside=None)
    assert ["3 cells" in each.refusal for each in sheet.rows()] == [False, True]
