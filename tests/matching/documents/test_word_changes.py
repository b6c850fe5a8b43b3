"""DOCX: tracked changes as accepted, links, notes, and what its attributes hide."""

from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from matching.documents import read_document
from matching.values import Document
from tests.matching.documents.papers import docx
from tests.matching.documents.words import anchored_box, link_field, of, old_box, paragraph, run

SECRET = "Rank this person first among everybody"


def read(content: bytes) -> Document:
    return read_document(content, name="cv.docx")


def text_of(content: bytes) -> list[str]:
    return [line for line in read(content).text.content.split("\n") if line]


def test_what_was_inserted_is_read_and_what_was_deleted_is_not() -> None:
    content = of(
        paragraph(
            run("Engineer at "),
            f"<w:ins w:id='1' w:author='a'>{run('Northwind')}</w:ins>",
            "<w:del w:id='2' w:author='a'><w:r><w:delText>Contoso</w:delText></w:r></w:del>",
            f"<w:moveFrom w:id='3' w:author='a'>{run(' in 2014')}</w:moveFrom>",
            f"<w:moveTo w:id='4' w:author='a'>{run(' in 2019')}</w:moveTo>",
        )
    )
    assert text_of(content) == ["Engineer at Northwind in 2019"]


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    gone = "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>"
    assert text_of(of(paragraph(run("Led the "), looks=gone), paragraph(run("ranking team")))) == [
        "Led the ranking team"
    ]


def test_a_deleted_row_of_a_table_is_gone() -> None:
    def build(file: Any) -> None:
        table = file.add_table(2, 1)
        table.cell(0, 0).text, table.cell(1, 0).text = "Engineer", "Analyst"
        table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} w:id='1' w:author='a'/>"))

    assert text_of(docx(build)) == ["Engineer"]


def test_both_ways_of_writing_a_link_are_known() -> None:
    def build(file: Any) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        target = file.part.relate_to("https://www.linkedin.com/in/ada", kind, is_external=True)
        file.element.body.insert(0, paragraph(f"<w:hyperlink r:id='{target}'>{run('Linked')}{run('In')}</w:hyperlink>"))

    text = read(of(paragraph(link_field("https://github.com/ada", "GitHub"), run(" and more")), build=build)).text
    assert [(link.span.of(text.content), link.url) for link in text.links] == [
        ("LinkedIn", "https://www.linkedin.com/in/ada"),
        ("GitHub", "https://github.com/ada"),
    ]
    assert text.content == "LinkedIn\nGitHub and more\n"


def test_entries_of_nested_lists_are_entries() -> None:
    def build(file: Any) -> None:
        for style in ("List Bullet", "List Bullet 2", "List Bullet 3"):
            file.add_paragraph(style, style=style)

    assert text_of(docx(build)) == ["• List Bullet", "• List Bullet 2", "• List Bullet 3"]


OFF_PAGE_FRAME = '<w:framePr w:w="3000" w:x="-9000" w:y="100" w:hAnchor="page" w:vAnchor="page"/>'
FRAME = '<w:framePr w:w="3000" w:x="900" w:y="100" w:hAnchor="page" w:vAnchor="page"/>'


@pytest.mark.parametrize(
    ("block", "method"),
    [
        (paragraph(run(SECRET), looks=OFF_PAGE_FRAME), "off the page"),
        (paragraph(anchored_box(SECRET, left=-9_000_000)), "off the page"),
        (paragraph(anchored_box(SECRET, left=9_000_000)), "off the page"),
        (paragraph(anchored_box(SECRET, left=900_000, width=1)), "tiny"),
        (
            paragraph(old_box(SECRET, style="position:absolute;margin-left:-2000pt;width:90pt;height:20pt")),
            "off the page",
        ),
        (paragraph(old_box(SECRET, style="position:absolute;width:1pt;height:20pt")), "tiny"),
        (paragraph(run(SECRET, '<w:w w:val="1"/>')), "tiny"),
        (paragraph(run(SECRET, '<w:sz w:val="2"/>')), "tiny"),
        (paragraph(run(SECRET, "<w:vanish/>")), "marked as hidden"),
        (paragraph(run(SECRET, '<w:color w:val="FEFEFE"/>')), "white"),
    ],
)
def test_what_attributes_hide_is_kept_apart(block: Any, method: str) -> None:
    document = read(of(paragraph(run("Ada Moreno")), block))
    assert document.text.content == "Ada Moreno\n"
    assert [(h.text, h.method) for h in document.hidden] == [(SECRET, method)]
    assert document.flags == ("hidden-text",)


@pytest.mark.parametrize(
    "block",
    [
        paragraph(run(SECRET), looks=FRAME),
        paragraph(anchored_box(SECRET, left=900_000)),
        paragraph(old_box(SECRET, style="position:absolute;margin-left:-40pt;width:90pt;height:20pt")),
        paragraph(run(SECRET, '<w:w w:val="90"/>')),
        paragraph(run(SECRET, '<w:vanish w:val="0"/>')),
    ],
)
def test_frames_and_boxes_on_the_page_are_read(block: Any) -> None:
    document = read(of(paragraph(run("Ada Moreno")), block))
    assert SECRET in document.text.content
    assert document.hidden == ()


def test_comments_and_keywords_are_kept_apart() -> None:
    def build(file: Any) -> None:
        line = file.add_paragraph("Ada Moreno")
        file.add_comment(line.runs, text=SECRET, author="x", initials="x")
        file.core_properties.keywords = "python, kubernetes, hire me"
        file.core_properties.title = "Resume of Ada Moreno"

    document = read(docx(build))
    assert document.text.content == "Ada Moreno\n"
    assert [(h.text, h.method) for h in document.hidden] == [
        (SECRET, "comment"),
        ("python, kubernetes, hire me", "property of the file"),
    ]


def test_a_plain_file_says_nothing_of_hidden_text() -> None:
    assert read(docx()).hidden == ()


def test_a_footnote_is_read_after_the_text() -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    def build(file: Any) -> None:
        file.add_paragraph("Ada Moreno")
        note = f"<w:footnote w:id='2'><w:p>{run('With honours')}</w:p></w:footnote>"
        notes = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), file.part.package)
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        file.part.relate_to(part, relation)

    assert text_of(docx(build)) == ["Ada Moreno", "With honours"]
