"""PDF layouts with one column of text: modern, classic, justified, academic, and one with running heads."""

# ruff: noqa: TID253 (render imports this module only when a resume is printed)

import re
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, HRFlowable, PageTemplate, Paragraph, Table

from recruit.local.demo.paper import Face, document, gap, times, vera
from recruit.local.demo.sections import Block, Section, contacts, sections
from recruit.local.demo.world import DemoCandidate


def single_column(candidate: DemoCandidate) -> bytes:
    """Name at the left, contacts in one line, coloured headings."""
    face = vera(accent="#0b5c6b")
    flow: list[Flowable] = [
        face.paragraph(candidate.name, fontName=face.bold, fontSize=20, spaceAfter=4),
        face.paragraph(candidate.label, fontSize=11, textColor=face.accent),
        face.paragraph("  |  ".join(contacts(candidate)), fontSize=8, spaceAfter=6),
        *(part for section in sections(candidate) for part in face.section(section)),
    ]
    return document(candidate, flow, pages=_pages(A4, margin=20 * mm), pagesize=A4)


def classic(candidate: DemoCandidate) -> bytes:
    """Everything centred above rules, in capitals; dates stand at the right edge."""
    face = times(heading_align=TA_CENTER, heading_case=str.upper, heading_size=10.5, size=9.9, bullet="\u2013")
    flow: list[Flowable] = [
        face.paragraph(candidate.name.upper(), fontName=face.bold, fontSize=17, alignment=TA_CENTER, spaceAfter=3),
        face.paragraph(" · ".join(contacts(candidate)), fontSize=9.5, alignment=TA_CENTER),
        face.paragraph(candidate.label, fontName=face.italic, alignment=TA_CENTER, spaceAfter=4),
    ]
    for section in sections(candidate):
        flow += [face.heading(section.heading), HRFlowable(width="100%", thickness=0.6, color="#444444", spaceAfter=3)]
        flow += [part for block in section.blocks for part in _dates_right(face, block, width=LETTER[0] - 44 * mm)]
    return document(candidate, flow, pages=_pages(LETTER, margin=22 * mm), pagesize=LETTER)


def justified(candidate: DemoCandidate) -> bytes:
    """Justified and hyphenated like a typeset page, so words break across lines."""
    face = times(align=TA_JUSTIFY, size=10, heading_size=12.5, accent="#5b2333", bullet="\u2022", shape=_soft_hyphens)
    flow: list[Flowable] = [
        face.paragraph(candidate.name, fontName=face.bold, fontSize=22, alignment=TA_RIGHT, spaceAfter=4),
        *(
            Paragraph(line.replace("&", "&amp;"), face.style(fontSize=9, alignment=TA_RIGHT, spaceAfter=0))
            for line in (candidate.label, *contacts(candidate))
        ),
        gap(6),
        *(part for section in sections(candidate) for part in face.section(section)),
    ]
    return document(candidate, flow, pages=_pages(A4, margin=34 * mm), pagesize=A4)


def academic(candidate: DemoCandidate) -> bytes:
    """A curriculum vitae: numbered publications, generous margins, page numbers with the surname."""
    face = times(size=11.5, leading=1.4, heading_size=13.5, bullet="•")
    flow: list[Flowable] = [
        face.paragraph("Curriculum Vitae", fontName=face.italic, fontSize=12),
        face.paragraph(candidate.name, fontName=face.bold, fontSize=18, spaceAfter=3),
        face.paragraph(candidate.label),
        *(face.paragraph(line, fontSize=10, spaceAfter=0) for line in contacts(candidate)),
    ]
    for section in sections(candidate):
        flow += _numbered(face, section) if section.key == "publications" else face.section(section)
    surname = candidate.name.split()[-1]

    def footer(canvas: Canvas, _built: Any) -> None:
        canvas.setFont("Times-Roman", 9)
        canvas.drawRightString(A4[0] - 28 * mm, 14 * mm, f"{surname}, CV, p. {canvas.getPageNumber()}")

    return document(candidate, flow, pages=_pages(A4, margin=28 * mm, on_page=footer), pagesize=A4)


def running(candidate: DemoCandidate) -> bytes:
    """Several pages, the name and contacts repeated at the head of each and a page number at the foot."""
    face = Face(size=10.4, leading=1.42, heading_size=11, heading_case=str.upper, accent="#22406b", bullet="\u2022")
    flow: list[Flowable] = [face.paragraph(candidate.label, fontName=face.bold, fontSize=11, spaceAfter=4)]
    for section in sections(candidate):
        flow += face.section(section)
    contact = " | ".join(contacts(candidate))

    def head_and_foot(canvas: Canvas, _built: Any) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(24 * mm, A4[1] - 13 * mm, candidate.name)
        canvas.setFont("Helvetica", 7)
        canvas.drawRightString(A4[0] - 24 * mm, A4[1] - 13 * mm, contact)
        canvas.line(24 * mm, A4[1] - 15 * mm, A4[0] - 24 * mm, A4[1] - 15 * mm)
        canvas.drawCentredString(A4[0] / 2, 10 * mm, f"Resume of {candidate.name} - page {canvas.getPageNumber()}")

    return document(candidate, flow, pages=_pages(A4, margin=24 * mm, on_page=head_and_foot), pagesize=A4)


def _pages(pagesize: tuple[float, float], *, margin: float, on_page: Any = None) -> list[PageTemplate]:
    width, height = pagesize
    frame = Frame(margin, 17 * mm, width - 2 * margin, height - 36 * mm, 0, 0, 0, 0, id="body")
    extra = {} if on_page is None else {"onPage": on_page}
    return [PageTemplate(id="page", frames=[frame], **extra)]


def _dates_right(face: Face, block: Block, *, width: float) -> list[Flowable]:
    if not block.dates:
        return face.block(block)
    left = face.paragraph(f"{block.title}, {block.at}" if block.at else block.title, fontName=face.bold)
    right = face.paragraph(block.dates, fontName=face.italic, alignment=TA_RIGHT)
    style = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    row = Table([[left, right]], colWidths=[width * 0.72, width * 0.28], style=style)
    text = [face.paragraph(block.text)] if block.text else []
    return [row, *text, *face.bullets(block.highlights)]


def _numbered(face: Face, section: Section) -> list[Flowable]:
    style = face.style(leftIndent=20, bulletIndent=0, spaceAfter=4)
    rows = enumerate(section.blocks, start=1)
    return [
        face.heading(section.heading),
        *(Paragraph(face.shape(block.text), style, bulletText=f"[{n}]") for n, block in rows),
    ]


def _soft_hyphens(text: str) -> str:
    """Allow a break between two consonants of a long word, as a careless typesetter would."""
    return re.sub(r"[a-z]{8,}", _break_word, text)


def _break_word(found: re.Match[str]) -> str:
    word = found.group()
    return word[:3] + re.sub(r"([aeiou][bcdfglmnprst])([bcdfgklmnprstv])(?=[a-z]{2})", "\\1\u00ad\\2", word[3:])
