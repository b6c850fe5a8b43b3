"""PDF layouts of the gold set alone: employer first, many small pages, running heads, and a careless one."""

# ruff: noqa: TID253 (imported only when a resume is printed)

from itertools import cycle
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, PageTemplate, Paragraph, Table

from recruit.local.demo.paper import Face, document, gap, times, vera
from recruit.local.demo.sections import Block, contacts, sections
from recruit.local.demo.world import DemoCandidate


def employer_first(candidate: DemoCandidate) -> bytes:
    """Employer in bold with the dates at the right edge, the title in italics below."""
    face = Face(size=9.8, heading_size=12, heading_case=str.upper, bullet="\u25aa")
    flow: list[Flowable] = [
        face.paragraph(candidate.name, fontName=face.bold, fontSize=18, spaceAfter=3),
        face.paragraph(f"{candidate.label} | {' | '.join(contacts(candidate))}", fontSize=8.5, spaceAfter=6),
    ]
    for section in sections(candidate):
        flow.append(face.heading(section.heading))
        for block in section.blocks:
            flow += _employer(face, block) if block.dates and block.at else face.block(block)
    return document(candidate, flow, pages=[_page(22 * mm)], pagesize=A4)


def employer_beside(candidate: DemoCandidate) -> bytes:
    """Employer and place in bold, title and dates in one line below, everything in a serif face."""
    face = times(size=10.5, heading_size=12, bullet="\u2022")
    flow: list[Flowable] = [
        face.paragraph(candidate.name, fontName=face.bold, fontSize=20, spaceAfter=3),
        face.paragraph(candidate.label, fontName=face.italic),
        face.paragraph(" \u2022 ".join(contacts(candidate)), fontSize=9, spaceAfter=6),
    ]
    for section in sections(candidate):
        flow.append(face.heading(section.heading))
        for block in section.blocks:
            if not (block.dates and block.at):
                flow += face.block(block)
                continue
            flow.append(face.paragraph(block.at, fontName=face.bold, spaceBefore=4, keepWithNext=1))
            flow.append(face.paragraph(f"{block.title} \u2013 {block.dates}", fontName=face.italic))
            flow += [*([face.paragraph(block.text)] if block.text else []), *face.bullets(block.highlights)]
    return document(candidate, flow, pages=[_page(24 * mm)], pagesize=A4)


def long_form(candidate: DemoCandidate) -> bytes:
    """Small pages with wide margins: three and more, with the name and a page number at the head of each later one."""
    face = vera(size=13, leading=1.8, heading_size=15, bullet="\u2022", accent="#303030")

    def head(canvas: Canvas, _built: Any) -> None:
        if canvas.getPageNumber() > 1:
            canvas.setFont("Vera", 8)
            canvas.drawString(20 * mm, A5[1] - 10 * mm, f"{candidate.name} | {candidate.email}")
            canvas.drawRightString(A5[0] - 20 * mm, A5[1] - 10 * mm, f"Page {canvas.getPageNumber()}")

    flow: list[Flowable] = [
        face.paragraph(candidate.name, fontName=face.bold, fontSize=18, spaceAfter=6),
        face.paragraph(candidate.label),
        *(face.paragraph(line, fontSize=11, spaceAfter=0) for line in contacts(candidate)),
        gap(8),
        *(part for section in sections(candidate) for part in face.section(section)),
    ]
    return document(candidate, flow, pages=[_page(20 * mm, size=A5, on_page=head)], pagesize=A5)


def running(candidate: DemoCandidate) -> bytes:
    """The name and the contacts at the head of every page, a page number at the foot."""
    face = Face(size=11, leading=1.5, heading_size=12, heading_case=str.upper, accent="#22406b", bullet="\u2022")
    flow: list[Flowable] = [face.paragraph(candidate.label, fontName=face.bold, fontSize=11, spaceAfter=4)]
    flow += [part for section in sections(candidate) for part in face.section(section)]

    def head_and_foot(canvas: Canvas, _built: Any) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(24 * mm, A4[1] - 9 * mm, candidate.name)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(24 * mm, A4[1] - 13 * mm, " | ".join(contacts(candidate)))
        canvas.drawCentredString(A4[0] / 2, 10 * mm, f"Resume of {candidate.name} - page {canvas.getPageNumber()}")

    return document(candidate, flow, pages=[_page(24 * mm, on_page=head_and_foot)], pagesize=A4)


def careless(candidate: DemoCandidate) -> bytes:
    """No two entries alike: fonts, signs between the parts, bullets and the case of headings all change."""
    faces = cycle((Face(size=10), times(size=11), Face(size=9.2, regular="Courier", bold="Courier-Bold")))
    signs = cycle((" - ", "; ", " | ", " / "))
    bullets = cycle((("ZapfDingbats", "\u27a4"), ("Helvetica", "*"), ("Helvetica", "--"), ("Symbol", "\u2022")))
    shapes = cycle((lambda text: text.upper() + ":", str.title, lambda text: f"*** {text} ***", str.lower))
    plain = Face(size=10)
    flow: list[Flowable] = [
        plain.paragraph(candidate.name.upper(), fontName="Courier-Bold", fontSize=16, spaceAfter=6),
        plain.paragraph(" / ".join(contacts(candidate))),
        plain.paragraph(candidate.label, fontName=plain.italic),
    ]
    for section, shape in zip(sections(candidate), shapes, strict=False):
        flow += [gap(4), plain.paragraph(shape(section.heading), fontName="Helvetica-Bold", keepWithNext=1)]
        for block in section.blocks:
            flow += _careless(next(faces), block, sign=next(signs), bullet=next(bullets))
    return document(candidate, flow, pages=[_page(18 * mm)], pagesize=A4)


def _careless(face: Face, block: Block, *, sign: str, bullet: tuple[str, str]) -> list[Flowable]:
    if not block.dates:
        return face.block(block)
    head = sign.join(part for part in (block.dates, block.title, block.at) if part)
    flow: list[Flowable] = [face.paragraph(head, fontName=face.bold)]
    flow += [face.paragraph(block.text)] if block.text else []
    font, glyph = bullet
    mark = f'<font name="{font}">{glyph}</font> '
    return flow + [Paragraph(mark + escape(line), face.style(leftIndent=14)) for line in block.highlights]


def _page(margin: float, *, size: tuple[float, float] = A4, on_page: Any = None) -> PageTemplate:
    frame = Frame(margin, 18 * mm, size[0] - 2 * margin, size[1] - 36 * mm, 0, 0, 0, 0, id="body")
    return PageTemplate(id="page", frames=[frame], **({"onPage": on_page} if on_page else {}))


def _employer(face: Face, block: Block) -> list[Flowable]:
    width = A4[0] - 44 * mm
    left = face.paragraph(block.at, fontName=face.bold)
    right = face.paragraph(block.dates, alignment=TA_RIGHT)
    edges = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]
    rows: list[Flowable] = [Table([[left, right]], colWidths=[width * 0.66, width * 0.34], style=edges)]
    rows.append(face.paragraph(block.title, fontName=face.italic, keepWithNext=1))
    text = [face.paragraph(block.text)] if block.text else []
    return [*rows, *text, *face.bullets(block.highlights)]
