"""DOCX layouts made of paragraphs: a plain one, and one with nested lists, a header and a footer.

python-docx stamps the archive with the clock, so `sealed` writes it again with fixed dates and in a fixed order.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from recruit.local.demo.sections import Block, contacts, sections
from recruit.local.demo.world import DemoCandidate

if TYPE_CHECKING:
    from docx.document import Document

WRITTEN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def plain(candidate: DemoCandidate) -> bytes:
    """Word's own headings and bullets, nothing else."""
    document = blank(candidate)
    document.add_heading(candidate.name, level=0)
    document.add_paragraph(candidate.label)
    document.add_paragraph(" | ".join(contacts(candidate)))
    for section in sections(candidate):
        document.add_heading(section.heading, level=1)
        for block in section.blocks:
            add_block(document, block)
    return sealed(document)


def nested(candidate: DemoCandidate) -> bytes:
    """Entries as list items with their achievements one level deeper; contacts only in the page header."""
    document = blank(candidate)
    part = document.sections[0]
    part.header.paragraphs[0].text = "  ·  ".join((candidate.name, *contacts(candidate)))
    part.footer.paragraphs[0].text = f"{candidate.name}, curriculum vitae"
    document.add_heading(candidate.name, level=1)
    document.add_paragraph(candidate.label, style="Subtitle")
    for section in sections(candidate):
        document.add_heading(section.heading, level=2)
        for block in section.blocks:
            _add_nested(document, block)
    return sealed(document)


def blank(candidate: DemoCandidate) -> "Document":
    """An empty document whose properties do not depend on the clock."""
    import docx

    document = docx.Document()
    properties = document.core_properties
    properties.author = properties.last_modified_by = candidate.name
    properties.title = f"{candidate.name} resume"
    properties.comments = ""
    properties.created = properties.modified = WRITTEN
    return document


def sealed(document: "Document") -> bytes:
    """The document's bytes, the same at every call."""
    loose, tight = BytesIO(), BytesIO()
    document.save(loose)
    with ZipFile(loose) as before, ZipFile(tight, "w") as after:
        for name in before.namelist():
            stamped = ZipInfo(name, date_time=WRITTEN.timetuple()[:6])
            stamped.compress_type = ZIP_DEFLATED
            after.writestr(stamped, before.read(name))
    return tight.getvalue()


def add_block(document: "Document", block: Block) -> None:
    """A block as plain paragraphs: bold title, employer and dates after a tab, text, bullets."""
    if block.title:
        paragraph = document.add_paragraph()
        label = block.title if block.at or block.dates or block.highlights else f"{block.title}: "
        paragraph.add_run(label).bold = True
        if block.at or block.dates:
            paragraph.add_run("\n" + "\t".join(part for part in (block.at, block.dates) if part))
        elif not block.highlights:
            paragraph.add_run(block.text)
            return
    if block.text:
        document.add_paragraph(block.text)
    for line in block.highlights:
        document.add_paragraph(line, style="List Bullet")


def _add_nested(document: "Document", block: Block) -> None:
    head = ", ".join(part for part in (block.title, block.at, block.dates) if part)
    if head:
        document.add_paragraph(style="List Bullet").add_run(head).bold = True
    if block.text:
        document.add_paragraph(block.text, style="List Continue" if head else None)
    for line in block.highlights:
        document.add_paragraph(line, style="List Bullet 2")
