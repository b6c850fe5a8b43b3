"""Small PDF and DOCX files made on the spot, for the tests of this room."""

import io
import zipfile
from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
RESUME = (
    "Ada Moreno",
    "Experience",
    "Machine learning engineer, Northwind, 2019 - 2023",
    "Trained ranking models and served them to four million readers.",
    "Education",
    "MSc Statistics, 2018",
)


def pdf(*pages: Callable[[Canvas], None]) -> bytes:
    """A PDF with one page for each function that draws one."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(texts: Sequence[str], *, x: float = 60, top: float = 780, leading: float = 16) -> Callable[[Canvas], None]:
    """Draws one line under another."""

    def draw(canvas: Canvas) -> None:
        for index, text in enumerate(texts):
            canvas.drawString(x, top - index * leading, text)

    return draw


def resume_pdf() -> bytes:
    """One page, one column."""
    return pdf(lines(RESUME))


def docx(build: Callable[[object], None] | None = None) -> bytes:
    """A DOCX that `build` filled."""
    from docx import Document

    file = Document()
    for text in RESUME if build is None else ():
        file.add_paragraph(text)
    if build is not None:
        build(file)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The container with one part added or replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
        new.writestr(name, part)
    return buffer.getvalue()
