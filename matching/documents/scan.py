"""Scanned PDFs and pictures of a resume, read by OCR where the extra `ocr` is installed.

The recogniser finds lines and reads each, but gives them in the order of their tops, which mixes columns; so they
are laid out like the fragments of a PDF. A picture says nothing of drawing order: a gutter counts as one of columns
when the lines right of it begin at one edge and one side holds running text, else rows are kept whole (a title and
its date). One line at a time on one thread: twice the memory saves an eighth of the time.

A page that lies on its side or on its head is known by lines that are taller than wide, or read without certainty;
then every quarter turn is tried on a part of it, and the one that reads best is read. Places are told in the
frame of the page as it came. Words of a picture are never as certain as typed ones: each line carries how sure the
recogniser was of it, times `AT_BEST`.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageOps

from matching.documents.columns import Fragment
from matching.documents.flow import flow
from matching.documents.layout import Sheet, laid_out
from matching.documents.limits import check_length, refuse
from matching.text import Box
from matching.values import Document

FLAG = "read-by-ocr"
MOST_PAGES = 5
AT_BEST = 0.85

_LONGEST_SIDE = 1700
_MOST_PIXELS = 60_000_000
_SURE = 0.6
_UPRIGHT, _SHORT, _SHARE = 0.75, 4, 0.4
_COLUMN_LINES, _RUNNING_LINES, _RUNNING_CHARACTERS = 5, 3, 25
_PICTURES = ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP")


def read_scan(content: bytes) -> Document:
    """Read a PDF without text or a picture. Raises `UnreadableDocument` when no words are recognised."""
    is_pdf = b"%PDF-" in content[:1024]
    media_type, pages = ("application/pdf", _pdf_pages(content)) if is_pdf else _picture_pages(content)
    engine = _engine()
    papers: list[_Paper] = []
    for pixels, scale, _ in pages:
        papers.append(_paper(engine, pixels, scale, likely=papers[-1].turns if papers else 0))
    sheets = [Sheet(paper.upright[1], laid_out(_in_order([each.fragment for each in paper.read]))) for paper in papers]
    check_length(sum(len(line.text) for sheet in sheets for line in sheet.lines))
    text = flow([sheet.lines for sheet in sheets])
    if not text.content.strip():
        raise refuse("no-text", "No words could be recognised in this picture. Upload a text PDF or DOCX instead.")
    placed = replace(text, boxes=tuple(papers[box.page].placed(box) for box in text.boxes))
    return Document(placed, media_type, (), (FLAG,))


@dataclass(frozen=True, slots=True)
class _Read:
    """One line as it was recognised, and how sure that is."""

    fragment: Fragment
    sure: float


@dataclass(frozen=True, slots=True)
class _Paper:
    """A page as it was read: turned by so many quarters against the clock, `upright` its width and height then."""

    read: tuple[_Read, ...]
    turns: int
    upright: tuple[float, float]

    def placed(self, box: Box) -> Box:
        """A box of the turned page in the frame of the page as it came, with how sure its words are."""
        own = [each for each in self.read if _covers(box, each.fragment)]
        length = sum(len(each.fragment.text) for each in own)
        sure = sum(each.sure * len(each.fragment.text) for each in own) / length if length else _SURE
        width, height = self.upright
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        edges = (
            (left, bottom, right, top),
            (bottom, width - right, top, width - left),
            (width - right, height - top, width - left, height - bottom),
            (height - top, left, height - bottom, right),
        )[self.turns]
        left, bottom, right, top = (round(each, 1) for each in edges)
        return Box(box.span, box.page, left, bottom, right, top, round(AT_BEST * sure, 3))


def _covers(box: Box, line: Fragment) -> bool:
    across = line.left < box.right and box.left < line.right
    return across and box.bottom - 1 <= (line.bottom + line.top) / 2 <= box.top + 1


def _paper(engine: Any, pixels: Any, scale: float, *, likely: int) -> _Paper:
    """Read a page, turned as the page before it was; only where that reads badly are the quarter turns tried."""
    turns, turned = likely, _turned(pixels, likely)
    found = engine(turned)
    if _looks_turned(found):
        more = _best_turn(engine, _window(turned, found))
        turns, turned = (likely + more) % 4, _turned(turned, more)
        found = engine(turned) if more else found
    return _Paper(tuple(_lines(found, turned, scale)), turns, (turned.shape[1] / scale, turned.shape[0] / scale))


def _turned(pixels: Any, turns: int) -> Any:
    return np.ascontiguousarray(np.rot90(pixels, turns)) if turns else pixels


def _window(pixels: Any, found: Any) -> Any:
    """A part of a page around the middle of its lines: enough to tell which way is up, at a sixth of the cost."""
    middle = np.median(np.asarray([np.mean(np.asarray(corners), axis=0) for corners in found.boxes]), axis=0)
    sides = (np.asarray(pixels.shape[:2]) * _SHARE).astype(int)
    starts = np.clip(middle[::-1].astype(int) - sides // 2, 0, np.asarray(pixels.shape[:2]) - sides)
    return pixels[starts[0] : starts[0] + sides[0], starts[1] : starts[1] + sides[1]]


def _looks_turned(found: Any) -> bool:
    """True when most of what was found is taller than wide, or was read without certainty."""
    return found.boxes is not None and _quality(found) < _UPRIGHT * sum(len(text) for text in found.txts)


def _quality(found: Any) -> float:
    """The signs that were read with certainty on lines that lie as lines do."""
    if found.boxes is None:
        return 0.0
    rows = zip(found.boxes, found.txts, found.scores, strict=True)
    return float(sum(len(text) * sure for corners, text, sure in rows if _lies(corners, text)))


def _lies(corners: Any, text: str) -> bool:
    (width, height) = np.ptp(np.asarray(corners), axis=0)
    return bool(width >= height or len(text.strip()) < _SHORT)


def _best_turn(engine: Any, window: Any) -> int:
    qualities = [_quality(engine(_turned(window, turns))) for turns in range(4)]
    return max(range(4), key=lambda turns: (qualities[turns], -turns))


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


def _lines(found: Any, pixels: Any, scale: float) -> list[_Read]:
    if found.boxes is None:
        return []
    height = pixels.shape[0] / scale
    boxes = [
        (text.strip(), [(float(x) / scale, height - float(y) / scale) for x, y in corners], float(sure))
        for corners, text, sure in zip(found.boxes, found.txts, found.scores, strict=True)
        if sure >= _SURE and text.strip()
    ]
    usual = median(_tallness(corners) for _, corners, _ in boxes) if boxes else 0.0
    return [_Read(_fragment(text, corners, usual), sure) for text, corners, sure in boxes]


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
