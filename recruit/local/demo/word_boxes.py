"""DOCX layouts whose text does not stand in plain paragraphs: tables as a grid, and a floating text box.

Readers that walk only `document.paragraphs` lose most of these resumes; that is why people like them are in the world.
"""

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from recruit.local.demo.sections import Section, contacts, sections
from recruit.local.demo.word import add_block, blank, sealed
from recruit.local.demo.world import DemoCandidate

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_BOXED = ("skills", "languages", "certificates")
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def tables(candidate: DemoCandidate) -> bytes:
    """Two columns made of a table: dates and headings at the left, text at the right; skills in a ruled grid."""
    document = blank(candidate)
    head = document.add_table(rows=1, cols=2)
    head.cell(0, 0).text = f"{candidate.name}\n{candidate.label}"
    head.cell(0, 1).text = "\n".join(contacts(candidate))
    for section in sections(candidate):
        document.add_heading(section.heading, level=2)
        if section.key == "skills":
            _skills_grid(document, section)
        else:
            _dated_grid(document, section)
    return sealed(document)


def text_box(candidate: DemoCandidate) -> bytes:
    """Contacts, skills and languages float in a box beside the text."""
    document = blank(candidate)
    document.add_heading(candidate.name, level=1)
    document.add_paragraph(candidate.label)
    boxed = ["Contact", *contacts(candidate)]
    for section in sections(candidate):
        if section.key in _BOXED:
            boxed += ["", section.heading]
            boxed += [f"{block.title}: {block.text}" if block.title else block.text for block in section.blocks]
    _add_box(document, boxed)
    for section in sections(candidate):
        if section.key not in _BOXED:
            document.add_heading(section.heading, level=2)
            for block in section.blocks:
                add_block(document, block)
    return sealed(document)


def _skills_grid(document: "Document", section: Section) -> None:
    grid = document.add_table(rows=0, cols=2, style="Table Grid")
    for block in section.blocks:
        cells = grid.add_row().cells
        cells[0].text, cells[1].text = block.title, block.text


def _dated_grid(document: "Document", section: Section) -> None:
    from docx.shared import Cm

    grid = document.add_table(rows=0, cols=2)
    for block in section.blocks:
        cells = grid.add_row().cells
        cells[0].width, cells[1].width = Cm(3.6), Cm(12)
        cells[0].text = block.dates
        cells[1].text = ""
        if block.title:
            title = cells[1].paragraphs[0]
            title.add_run(block.title).bold = True
            title.add_run(f", {block.at}" if block.at else "")
        _fill(cells[1], (block.text,) if block.text else (), style=None)
        _fill(cells[1], block.highlights, style="List Bullet")


def _fill(cell: "_Cell", lines: tuple[str, ...], *, style: str | None) -> None:
    for line in lines:
        cell.add_paragraph(line, style=style)


def _add_box(document: "Document", lines: list[str]) -> None:
    from docx.oxml import parse_xml

    text = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    document.add_paragraph()._p.append(parse_xml(_BOX.format(namespaces=_NAMESPACES, text=text)))


# An anchored drawing at the right margin. Like Word itself it says everything twice: the second copy is for programs
# that do not know drawings, and a reader that takes both reads the box doubled.
_BOX = """<w:r {namespaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0"
 relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="2000000" cy="5200000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/>
<wp:docPr id="7" name="Box"/><wp:cNvGraphicFramePr/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="5200000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="EEF2F5"/></a:solidFill></wps:spPr>
<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="position:absolute;width:157pt;height:409pt">
<v:textbox><w:txbxContent>{text}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
