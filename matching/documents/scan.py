"""Scanned PDFs and pictures of a resume, read by OCR where the extra `ocr` is installed.

The recogniser finds lines and reads each, but gives them in the order of their tops, which mixes columns; so they
are laid out like the fragments of a PDF. A picture says nothing of drawing order: a gutter counts as one of columns
when the lines right of it begin at one edge and one side holds running text, else rows are kept whole (a title and
its date). One line at a time on one thread: twice the memory saves an eighth of the time.
"""

import io
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageOps

from matching.documents.columns import Fragment
from matching.documents.flow import flow
from matching.documents.layout import Sheet, laid_out
from matching.documents.limits import check_length, refuse
from matching.text import Document

FLAG = "read-by-ocr"
MOST_PAGES = 5

_LONGEST_SIDE = 1700
_MOST_PIXELS = 60_000_000
_SURE = 0.6
_COLUMN_LINES, _RUNNING_LINES, _RUNNING_CHARACTERS = 5, 3, 25
_PICTURES = ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP")


def read_scan(content: bytes) -> Document:
    """Read a PDF without text or a picture. Raises `UnreadableDocument` when no words are recognised."""
    is_pdf = b"%PDF-" in content[:1024]
    media_type, pages = ("application/pdf", _pdf_pages(content)) if is_pdf else _picture_pages(content)
    engine = _engine()
    sheets = [Sheet(height, laid_out(_in_order(_fragments(engine, pixels, scale)))) for pixels, scale, height in pages]
    check_length(sum(len(line.text) for sheet in sheets for line in sheet.lines))
    text = flow([sheet.lines for sheet in sheets])
    if not text.content.strip():
        raise refuse("no-text", "No words could be recognised in this picture. Upload a text PDF or DOCX instead.")
    return Document(text, media_type, (), (FLAG,))


def _engine() -> Any:
    from rapidocr import RapidOCR

    one = {"intra_op_num_threads": 1, "inter_op_num_threads": 1}
    threads = {f"EngineConfig.onnxruntime.{name}": count for name, count in one.items()}
    return RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False, "Rec.rec_batch_num": 1, **threads})


def _pdf_pages(content: bytes) -> Iterator[tuple[Any, float, float]]:
    document = pdfium.PdfDocument(content)
    if len(document) > MOST_PAGES:
        raise _too_many(len(document))
    for page in document:
        width, height = page.get_size()
        scale = _LONGEST_SIDE / max(width, height, 1.0)
        yield page.render(scale=scale, rev_byteorder=False).to_numpy(), scale, height
        page.close()


def _picture_pages(content: bytes) -> tuple[str, Iterator[tuple[Any, float, float]]]:
    image = Image.open(io.BytesIO(content), formats=_PICTURES)
    frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    if frames > MOST_PAGES:
        raise _too_many(frames)
    if image.width * image.height > _MOST_PIXELS:
        raise refuse("bomb", "This picture is larger than a scanned page. Scan it at 300 dpi, or upload a text PDF.")
    return Image.MIME[image.format or "PNG"], (_frame(image, number) for number in range(frames))


def _frame(image: Any, number: int) -> tuple[Any, float, float]:
    image.seek(number)
    if image.width * image.height > _MOST_PIXELS:
        raise refuse("bomb", "This picture is larger than a scanned page. Scan it at 300 dpi, or upload a text PDF.")
    image.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
    upright = ImageOps.exif_transpose(image).convert("RGBA")
    paper = Image.new("RGBA", upright.size, "white")
    paper.alpha_composite(upright)
    page = paper.convert("RGB")
    page.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    return np.asarray(page)[:, :, ::-1].copy(), 1.0, float(page.height)


def _too_many(pages: int) -> Exception:
    return refuse(
        "too-many-pages",
        f"This scan has {pages} pages, and at most {MOST_PAGES} are read by OCR. Upload a text PDF or DOCX.",
    )


def _fragments(engine: Any, pixels: Any, scale: float) -> list[Fragment]:
    found = engine(pixels)
    if found.boxes is None:
        return []
    height = pixels.shape[0] / scale
    boxes = [
        (text.strip(), [(float(x) / scale, height - float(y) / scale) for x, y in corners])
        for corners, text, sure in zip(found.boxes, found.txts, found.scores, strict=True)
        if sure >= _SURE and text.strip()
    ]
    usual = median(_tallness(corners) for _, corners in boxes) if boxes else 0.0
    return [_fragment(text, corners, usual) for text, corners in boxes]


def _tallness(corners: Sequence[tuple[float, float]]) -> float:
    return max(y for _, y in corners) - min(y for _, y in corners)


def _fragment(text: str, corners: Sequence[tuple[float, float]], usual: float) -> Fragment:
    """Boxes are drawn loosely: heights near the usual one are taken for it, and the middle is surer than an edge."""
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    tall = top - bottom if not 0.75 < (top - bottom) / usual < 1.3 else usual
    edges = (round(left, 1), round(bottom, 1), round(right, 1), round(top, 1))
    return Fragment(text, *edges, y=(bottom + top) / 2 - 0.3 * tall, size=0.75 * tall)


def _in_order(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments as a careful program would have drawn them: the left column, then the right one."""
    from_top = sorted(fragments, key=lambda each: (-each.y, each.left))
    edge = _edge_of_column(from_top)
    return from_top if edge is None else sorted(from_top, key=lambda each: each.left >= edge)


def _edge_of_column(fragments: Sequence[Fragment]) -> float | None:
    if not fragments:
        return None
    near = median(each.size for each in fragments)
    for edge in sorted({each.left for each in fragments})[1:]:
        right = [each for each in fragments if each.left >= edge - 0.5 * near]
        left = [each for each in fragments if each.right <= edge]
        aligned = [each for each in right if each.left <= edge + 0.5 * near]
        enough = len(aligned) >= max(_COLUMN_LINES, 0.6 * len(right)) and len(left) >= _COLUMN_LINES
        if enough and (_runs_on(left) or _runs_on(right)):
            return edge - 0.5 * near
    return None


def _runs_on(side: Sequence[Fragment]) -> bool:
    widest = max(each.right - each.left for each in side)
    full = [each for each in side if each.right - each.left > 0.75 * widest and len(each.text) >= _RUNNING_CHARACTERS]
    return len(full) >= _RUNNING_LINES
