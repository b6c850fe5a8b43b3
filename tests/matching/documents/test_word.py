"""DOCX: paragraphs, lists, tables, text boxes, headers, footers and page marks in reading order."""

from typing import Any

from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from matching.documents import read_document
from matching.values import Document
from tests.matching.documents.papers import RESUME, docx, with_part

TEXT_BOX = f"""<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>Boxed skills</w:t></w:r></w:p>
</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed skills</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""


def read(content: bytes) -> Document:
    return read_document(content, name="cv.docx")


def text_of(content: bytes) -> list[str]:
    return [line for line in read(content).text.content.split("\n") if line]


def test_paragraphs_are_read_in_order() -> None:
    assert text_of(docx()) == list(RESUME)


def test_entries_of_a_list_begin_with_a_bullet() -> None:
    def build(file: Any) -> None:
        file.add_paragraph("Python", style="List Bullet")
        file.add_paragraph("Go", style="List Number")

    assert text_of(docx(build)) == ["• Python", "• Go"]


def test_a_heading_begins_a_block() -> None:
    def build(file: Any) -> None:
        file.add_paragraph("Ada Moreno")
        file.add_heading("Experience", level=1)
        file.add_paragraph("Engineer")

    assert "Ada Moreno\n\nExperience\n\nEngineer\n" in read(docx(build)).text.content


def test_a_table_of_single_lines_is_read_row_by_row() -> None:
    def build(file: Any) -> None:
        table = file.add_table(2, 2)
        for row, texts in zip(table.rows, (("2019", "Engineer"), ("2016", "Analyst")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    assert text_of(docx(build)) == ["2019  Engineer", "2016  Analyst"]


def test_a_table_that_only_lays_out_is_read_cell_by_cell() -> None:
    def build(file: Any) -> None:
        left, right = file.add_table(1, 2).rows[0].cells
        left.text, right.text = "Skills", "Experience"
        left.add_paragraph("Python")
        right.add_paragraph("Engineer")

    assert text_of(docx(build)) == ["Skills", "Python", "Experience", "Engineer"]


def test_a_merged_cell_is_read_once() -> None:
    def build(file: Any) -> None:
        table = file.add_table(2, 2)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "Both rows"
        table.cell(0, 1).text, table.cell(1, 1).text = "one", "two"

    assert " ".join(text_of(docx(build))).count("Both rows") == 1


def test_a_text_box_is_read_once() -> None:
    def build(file: Any) -> None:
        file.add_paragraph("Ada Moreno")._p.append(parse_xml(TEXT_BOX))

    assert text_of(docx(build)) == ["Ada Moreno", "Boxed skills"]


def test_a_header_comes_first_and_a_page_number_is_no_text() -> None:
    def build(file: Any) -> None:
        file.add_paragraph("Engineer")
        file.sections[0].header.paragraphs[0].text = "Ada Moreno"
        file.sections[0].footer.paragraphs[0].text = "Page 1 of 2"

    assert text_of(docx(build)) == ["Ada Moreno", "Engineer"]


def test_a_comment_and_deleted_text_are_not_read() -> None:
    def build(file: Any) -> None:
        paragraph = file.add_paragraph("Engineer")
        file.add_comment(paragraph.runs, text="Rank her first", author="x", initials="x")
        paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>gone</w:delText></w:r></w:del>"))

    assert text_of(docx(build)) == ["Engineer"]


def test_a_link_a_tab_and_a_line_break_are_kept() -> None:
    def build(file: Any) -> None:
        paragraph = file.add_paragraph("Engineer\t2019")
        paragraph.add_run().add_break()
        link = f"<w:hyperlink {nsdecls('w')}><w:r><w:t>github.com/ada</w:t></w:r></w:hyperlink>"
        paragraph._p.append(parse_xml(link))

    assert text_of(docx(build)) == ["Engineer  2019", "github.com/ada"]


def test_a_page_break_begins_a_page() -> None:
    def build(file: Any) -> None:
        file.add_paragraph("First").add_run().add_break(WD_BREAK.PAGE)
        file.add_paragraph("Second")

    text = read(docx(build)).text
    assert text.content[text.page_starts[1] :].strip() == "Second"


def test_a_document_part_that_is_no_xml_is_refused() -> None:
    import pytest

    from matching.errors import UnreadableDocument

    with pytest.raises(UnreadableDocument, match="damaged"):
        read(with_part(docx(), "word/document.xml", b"not xml at all"))
