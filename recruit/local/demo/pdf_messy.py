"""The resume nobody proofread: bullets, capitals, indents and fonts change from entry to entry."""

# ruff: noqa: TID253 (render imports this module only when a resume is printed)

from itertools import cycle
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Frame, PageTemplate, Paragraph

from recruit.local.demo.paper import Face, document, gap, times, vera
from recruit.local.demo.sections import Block, contacts, sections
from recruit.local.demo.world import DemoCandidate

# Dingbats that extract as odd letters or symbols, next to bullets typed by hand.
_BULLETS = (
    ("ZapfDingbats", "\u27a4"),
    ("Helvetica", "*"),
    ("ZapfDingbats", "\u2714"),
    ("Helvetica", "--"),
    ("Symbol", "\u2022"),
)


def messy(candidate: DemoCandidate) -> bytes:
    """Headings alternate between capitals with a colon and plain words; each entry has its own font and bullet."""
    faces = cycle(
        (
            Face(size=10),
            times(size=11),
            vera(size=8.5),
            Face(size=9.2, regular="Courier", bold="Courier-Bold", italic="Courier"),
        )
    )
    bullets = cycle(_BULLETS)
    headings = cycle((lambda text: text.upper() + ":", str.title, lambda text: f"*** {text} ***", str.lower))
    plain = Face(size=10)
    flow: list[Flowable] = [
        plain.paragraph(candidate.name.upper(), fontName="Courier-Bold", fontSize=16, spaceAfter=6),
        plain.paragraph(" / ".join(contacts(candidate))),
        plain.paragraph(candidate.label, fontName=plain.italic),
    ]
    for section, shape in zip(sections(candidate), headings, strict=False):
        flow += [
            gap(4),
            plain.paragraph(shape(section.heading), fontName="Helvetica-Bold", fontSize=12, keepWithNext=1),
        ]
        for block in section.blocks:
            flow += _entry(next(faces), block, bullet=next(bullets))
    frame = Frame(16 * mm, 14 * mm, LETTER[0] - 40 * mm, LETTER[1] - 28 * mm, 0, 0, 0, 0, id="body")
    return document(candidate, flow, pages=[PageTemplate(id="page", frames=[frame])], pagesize=LETTER)


def _entry(face: Face, block: Block, *, bullet: tuple[str, str]) -> list[Flowable]:
    font, glyph = bullet
    head = "  ".join(
        part for part in (block.dates, block.title.upper() if glyph == "*" else block.title, block.at) if part
    )
    flow: list[Flowable] = [face.paragraph(head, fontName=face.bold)] if head else []
    if block.text:
        flow.append(face.paragraph(block.text))
    style = face.style(leftIndent=6 if glyph == "--" else 22, spaceAfter=3)
    mark = f'<font name="{font}">{glyph}</font> '
    return flow + [Paragraph(mark + escape(line), style) for line in block.highlights]
