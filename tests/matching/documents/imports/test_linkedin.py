"""LinkedIn's export: columns by name, whatever is missing named, and no other archive taken for one."""

import io
import zipfile

import pytest

from matching.documents import IMPORT_FLAGS, read_document, read_in_jail
from matching.documents.imports.flags import LINKEDIN as FILES
from matching.documents.imports.flags import missing
from matching.errors import UnreadableDocument
from matching.values import Document
from tests.matching.documents.imports.samples import LINKEDIN, linkedin

NOTES = 'Notes:\n"When exporting your data, some of it may be left out, see the help page."\n\n'


def said(document: Document) -> dict[str, str]:
    return {each.name: each.value for each in document.stated}


def read(content: bytes) -> Document:
    return read_document(content, name="export.zip")


def archive(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return buffer.getvalue()


def refusal(content: bytes) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read(content)
    return caught.value


def test_a_whole_export_gives_every_value_under_its_name() -> None:
    document = read(linkedin())
    values = said(document)
    assert document.flags == ()
    assert values["basics.name"] == "Mira Halvorsen"
    assert values["basics.profiles[0].url"] == "https://mira.example.org"
    assert values["work[0].startDate"] == "2021-03"
    assert "work[0].endDate" not in values
    assert values["work[0].highlights[1]"] == "Cut wrong tool calls by 31%"
    assert values["work[1].startDate"] == "2018"
    assert values["education[0].studyType"] == "MSc, Informatics"
    assert values["languages[0].fluency"] == "Native or bilingual proficiency"
    assert values["certificates[0].date"] == "2022-05"


def test_what_a_person_must_not_be_ranked_by_stays_in_the_archive() -> None:
    document = read(linkedin())
    assert "4 May" not in document.text.content
    assert "4 May" not in said(document).values()


@pytest.mark.parametrize("file", LINKEDIN)
def test_a_partial_export_is_read_and_names_what_is_missing(file: str) -> None:
    document = read(linkedin(without=file))
    assert document.flags == (missing(file),)
    assert file in IMPORT_FLAGS[missing(file)]
    assert len(said(document)) > 20


def test_every_file_that_is_asked_for_is_in_the_sample() -> None:
    assert set(FILES) == set(LINKEDIN)


def test_notes_before_the_header_and_a_folder_around_the_files_change_nothing() -> None:
    plain, noted = read(linkedin()), read(linkedin(preamble=NOTES, folder="Basic_LinkedInDataExport_11-25-2026/"))
    assert noted.stated == plain.stated
    assert noted.flags == ()


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as container:
        for name, content in LINKEDIN.items():
            container.writestr(name, b"\xef\xbb\xbf" + content.replace("\n", "\r\n").encode())
    assert read(buffer.getvalue()).stated == read(linkedin()).stated


def test_address_and_phone_come_from_their_own_files() -> None:
    mails = "Email Address,Confirmed,Primary,Updated On\nold@example.org,Yes,No,\nmira@example.org,Yes,Yes,\n"
    phones = "Extension,Number,Type\n,+47 22 85 50 50,Mobile\n"
    values = said(read(linkedin(**{"Email Addresses.csv": mails, "PhoneNumbers.csv": phones})))
    assert values["basics.email"] == "mira@example.org"
    assert values["basics.phone"] == "+47 22 85 50 50"


def test_a_file_without_a_known_header_counts_as_missing() -> None:
    document = read(linkedin(**{"Positions.csv": "a,b\n1,2\n"}))
    assert document.flags == (missing("Positions.csv"),)


def test_a_file_with_a_header_and_no_rows_is_not_missing() -> None:
    document = read(linkedin(**{"Languages.csv": "Name,Proficiency\n"}))
    assert document.flags == ()


def test_rows_that_are_too_short_or_too_long_are_read_as_far_as_they_go() -> None:
    document = read(linkedin(**{"Positions.csv": "Company Name,Title\nKiln\nLoom,Weaver,more,and more\n"}))
    assert said(document)["work[1].position"] == "Weaver"


def test_the_jail_reads_an_export_as_the_process_itself_does() -> None:
    assert read_in_jail(linkedin(), name="export.zip").stated == read(linkedin()).stated


def test_an_ordinary_archive_is_refused_and_told_what_works() -> None:
    error = refusal(archive(**{"cv.txt": b"Ann Lee", "Positions.txt": b"x"}))
    assert error.slug == "archive"
    assert "LinkedIn export" in error.sentence
    assert "PDF or DOCX" in error.sentence


def test_an_export_with_nothing_in_it_asks_for_a_new_one() -> None:
    assert refusal(archive(**{"Profile.csv": b"", "Skills.csv": b"Name\n"})).slug == "linkedin-empty"


def test_an_export_that_unpacks_to_far_more_is_refused_before_it_is_opened() -> None:
    error = refusal(archive(**{"Profile.csv": b"First Name,Last Name\n" + b"a," * (30 << 20)}))
    assert error.slug == "bomb"


def test_a_member_that_is_larger_than_it_says_is_refused() -> None:
    whole = linkedin()
    size = len(LINKEDIN["Positions.csv"].encode())
    assert refusal(whole.replace(size.to_bytes(4, "little"), (size // 2).to_bytes(4, "little"))).slug == "damaged"


def test_a_name_that_leads_out_of_the_archive_is_refused() -> None:
    assert refusal(archive(**{"../../Profile.csv": LINKEDIN["Profile.csv"].encode()})).slug == "archive-path"


@pytest.mark.parametrize("share", range(1, 20))
def test_a_truncated_export_is_refused(share: int) -> None:
    content = linkedin()
    assert refusal(content[: len(content) * share // 20]).slug == "damaged"
