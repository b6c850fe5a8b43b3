"""PDF layouts with two columns: a tinted sidebar, a rail at the right, and a timeline with tables.

These are the resumes whose reading order goes wrong when text is taken line by line across the page.
"""

# ruff: noqa: TID253 (render imports this module only when a resume is printed)

from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, FrameBreak, NextPageTemplate, PageTemplate, Table

from recruit.local.demo.paper import Face, document, gap, vera
from recruit.local.demo.sections import Section, contacts, sections
from recruit.local.demo.world import DemoCandidate

_ASIDE = ("skills", "languages", "certificates", "education")
_PADLESS = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
]


def sidebar(candidate: DemoCandidate) -> bytes:
    """A dark column at the left holds contacts, skills and schooling; the story stands at the right."""
    width = 62 * mm
    light = Face(size=8.6, ink="#f2f4f8", accent="#9fd3c7", bullet="-", heading_size=10.5)
    body = Face(size=9.3, accent="#1f3a4d", heading_size=12)

    def tint(canvas: Canvas, _built: Any) -> None:
        canvas.setFillColor("#1f3a4d")
        canvas.rect(0, 0, width, A4[1], stroke=0, fill=1)

    aside = [
        light.paragraph(candidate.name, fontName=light.bold, fontSize=17, spaceAfter=8),
        *_contact_lines(light, candidate),
    ]
    flow = [*aside, *_aside(light, candidate), FrameBreak(), NextPageTemplate("rest")]
    flow += [body.paragraph(candidate.label, fontName=body.bold, fontSize=13, spaceAfter=4), *_main(body, candidate)]
    left = Frame(8 * mm, 12 * mm, width - 14 * mm, A4[1] - 26 * mm, 0, 0, 0, 0, id="aside")
    right = Frame(width + 8 * mm, 12 * mm, A4[0] - width - 18 * mm, A4[1] - 26 * mm, 0, 0, 0, 0, id="main")
    pages = [
        PageTemplate(id="first", frames=[left, right], onPage=tint),
        PageTemplate(id="rest", frames=[right], onPage=tint),
    ]
    return document(candidate, flow, pages=pages, pagesize=A4)


def rail(candidate: DemoCandidate) -> bytes:
    """The story at the left under a full-width head, a narrow rail of lists at the right."""
    face = vera(size=8.6, accent="#7a3e00", heading_size=10)
    small = vera(size=7.8, accent="#7a3e00", heading_size=9, bullet="·")

    def head(canvas: Canvas, _built: Any) -> None:
        canvas.setFont("VeraBd", 19)
        canvas.drawString(18 * mm, A4[1] - 20 * mm, candidate.name)
        canvas.setFont("Vera", 8.5)
        canvas.drawString(18 * mm, A4[1] - 27 * mm, candidate.label)
        canvas.line(18 * mm, A4[1] - 30 * mm, A4[0] - 18 * mm, A4[1] - 30 * mm)

    height = A4[1] - 48 * mm
    main = Frame(18 * mm, 14 * mm, 118 * mm, height, 0, 0, 0, 0, id="main")
    side = Frame(142 * mm, 14 * mm, 50 * mm, height, 0, 0, 0, 0, id="side")
    later = Frame(18 * mm, 14 * mm, 118 * mm, A4[1] - 32 * mm, 0, 0, 0, 0, id="later")
    pages = [PageTemplate(id="first", frames=[side, main], onPage=head), PageTemplate(id="rest", frames=[later])]
    flow = [*_contact_lines(small, candidate), *_aside(small, candidate), FrameBreak(), NextPageTemplate("rest")]
    return document(candidate, [*flow, *_main(face, candidate)], pages=pages, pagesize=A4)


def timeline(candidate: DemoCandidate) -> bytes:
    """Dates in a column of their own, and the skills in a ruled table."""
    face = Face(size=9.4, accent="#34495e", heading_size=12, bullet="\u2022")
    flow: list[Flowable] = [
        face.paragraph(candidate.name, fontName=face.bold, fontSize=21, spaceAfter=5),
        face.paragraph(candidate.label, fontName=face.italic, fontSize=10.5),
        *(
            Table([[face.paragraph(line, fontSize=8.2) for line in row]], style=_PADLESS, hAlign="LEFT")
            for row in _rows(contacts(candidate), width=4)
        ),
    ]
    for section in sections(candidate):
        flow.append(face.heading(section.heading))
        flow += _skills_table(face, section) if section.key == "skills" else _dated_rows(face, section)
    frame = Frame(19 * mm, 15 * mm, A4[0] - 38 * mm, A4[1] - 30 * mm, 0, 0, 0, 0, id="body")
    return document(candidate, flow, pages=[PageTemplate(id="page", frames=[frame])], pagesize=A4)


def _rows(lines: tuple[str, ...], *, width: int) -> list[tuple[str, ...]]:
    return [lines[first : first + width] for first in range(0, len(lines), width)]


def _contact_lines(face: Face, candidate: DemoCandidate) -> list[Flowable]:
    return [face.paragraph(line, spaceAfter=1) for line in contacts(candidate)]


def _aside(face: Face, candidate: DemoCandidate) -> list[Flowable]:
    return [part for section in sections(candidate) if section.key in _ASIDE for part in _stacked(face, section)]


def _main(face: Face, candidate: DemoCandidate) -> list[Flowable]:
    return [part for section in sections(candidate) if section.key not in _ASIDE for part in face.section(section)]


def _stacked(face: Face, section: Section) -> list[Flowable]:
    """A section narrow enough for a side column: a skill on each line."""
    if section.key != "skills":
        return face.section(section)
    flow: list[Flowable] = [face.heading(section.heading)]
    for block in section.blocks:
        flow.append(face.paragraph(block.title, fontName=face.bold, spaceBefore=3))
        flow += face.bullets(tuple(block.text.split(", ")))
    return flow


def _skills_table(face: Face, section: Section) -> list[Flowable]:
    rows = [[face.paragraph(block.title, fontName=face.bold), face.paragraph(block.text)] for block in section.blocks]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, "#b8c2cc"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (0, -1), "#eef2f5"),
    ]
    return [Table(rows, colWidths=[40 * mm, 130 * mm], style=style, hAlign="LEFT"), gap(3)]


def _dated_rows(face: Face, section: Section) -> list[Flowable]:
    flow: list[Flowable] = []
    for block in section.blocks:
        if not block.dates:
            flow += face.block(block)
            continue
        story = [face.paragraph(block.title, fontName=face.bold)]
        story += [face.paragraph(text) for text in (block.at, block.text) if text]
        row = [face.paragraph(block.dates, fontSize=8.4), [*story, *face.bullets(block.highlights)]]
        flow.append(Table([row], colWidths=[32 * mm, 138 * mm], style=_PADLESS, hAlign="LEFT"))
    return flow
