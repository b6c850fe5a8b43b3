"""What all PDF layouts share: fonts, an invariant document and the flow of a section's blocks.

`invariant` makes reportlab leave out the clock and random ids. Vera ships inside reportlab and covers Latin alphabets
beyond Western Europe, which the built-in Helvetica and Times do not. The modules that draw with reportlab import it at
their head because `render` imports them only when a resume is printed; no other room may import them.
"""

# ruff: noqa: TID253

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, PageTemplate, Paragraph, Spacer

from recruit.local.demo.sections import Block, Section
from recruit.local.demo.world import DemoCandidate

Shape = Callable[[str], str]


def as_written(text: str) -> str:
    return text


@dataclass(frozen=True)
class Face:
    """The look of flowing text: family, size, colours, alignment and the bullet."""

    regular: str = "Helvetica"
    bold: str = "Helvetica-Bold"
    italic: str = "Helvetica-Oblique"
    size: float = 9.5
    leading: float = 1.32
    ink: str = "#1d1d1f"
    accent: str = "#1d1d1f"
    align: int = TA_LEFT
    heading_align: int = TA_LEFT
    heading_case: Shape = as_written
    heading_size: float = 11.5
    bullet: str = "•"
    shape: Shape = as_written

    def style(self, **changes: Any) -> ParagraphStyle:
        values: dict[str, Any] = {
            "fontName": self.regular,
            "fontSize": self.size,
            "leading": self.size * self.leading,
            "textColor": self.ink,
            "alignment": self.align,
            "spaceAfter": 2,
        }
        if "fontSize" in changes:
            values["leading"] = changes["fontSize"] * self.leading
        return ParagraphStyle("face", **(values | changes))

    def paragraph(self, text: str, **changes: Any) -> Paragraph:
        return Paragraph(escape(self.shape(text)), self.style(**changes))

    def heading(self, text: str, **changes: Any) -> Paragraph:
        values: dict[str, Any] = {
            "fontName": self.bold,
            "fontSize": self.heading_size,
            "textColor": self.accent,
            "alignment": self.heading_align,
            "spaceBefore": 9,
            "spaceAfter": 3,
            "keepWithNext": 1,
        }
        return Paragraph(escape(self.heading_case(text)), self.style(**(values | changes)))

    def bullets(self, lines: tuple[str, ...]) -> list[Flowable]:
        style = self.style(leftIndent=11, bulletIndent=1, spaceAfter=1.5)
        return [Paragraph(escape(self.shape(line)), style, bulletText=self.bullet) for line in lines]

    def block(self, block: Block) -> list[Flowable]:
        """A block as most resumes print it: bold title, employer and dates on the line below, text, bullets."""
        flow: list[Flowable] = []
        if block.title and not block.at and not block.dates and not block.highlights:
            label = f'<font name="{self.bold}">{escape(block.title)}:</font> '
            return [Paragraph(label + escape(self.shape(block.text)), self.style())]
        if block.title:
            flow.append(
                self.paragraph(block.title, fontName=self.bold, spaceBefore=4, keepWithNext=1, alignment=TA_LEFT)
            )
        below = " | ".join(part for part in (block.at, block.dates) if part)
        if below:
            flow.append(self.paragraph(below, fontName=self.italic, keepWithNext=1, alignment=TA_LEFT))
        if block.text:
            flow.append(self.paragraph(block.text))
        return flow + self.bullets(block.highlights)

    def section(self, section: Section) -> list[Flowable]:
        return [self.heading(section.heading), *(part for block in section.blocks for part in self.block(block))]


def times(**changes: Any) -> Face:
    values: dict[str, Any] = {"regular": "Times-Roman", "bold": "Times-Bold", "italic": "Times-Italic", "size": 10.5}
    return Face(**(values | changes))


def vera(**changes: Any) -> Face:
    values: dict[str, Any] = {"regular": "Vera", "bold": "VeraBd", "italic": "VeraIt", "size": 8.8}
    for name in ("Vera", "VeraBd", "VeraIt", "VeraBI"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    return Face(**(values | changes))


def document(
    candidate: DemoCandidate, flow: list[Flowable], *, pages: list[PageTemplate], pagesize: tuple[float, float]
) -> bytes:
    """The finished PDF: invariant, with the file's title as people leave it in theirs."""
    buffer = BytesIO()
    built = BaseDocTemplate(
        buffer, pagesize=pagesize, pageTemplates=pages, invariant=1, title=f"{candidate.name} CV", author=candidate.name
    )
    built.build(flow)
    return buffer.getvalue()


def gap(height: float) -> Flowable:
    return Spacer(1, height)
