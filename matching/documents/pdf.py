"""PDF: visible text in reading order, with the page and the box of each line; what nobody sees kept apart.

pdfium reads (2.5 ms a page, 97.5 % of 5,290 odd files); a bounded look at the deflated streams refuses bombs
before it starts, because it aborts on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from matching.documents.anchors import with_links
from matching.documents.bombs import check_streams
from matching.documents.flow import flow
from matching.documents.furniture import without_repeats
from matching.documents.glyphs import Glyph, frame_of, read_glyphs
from matching.documents.ink import COVERED, hiding
from matching.documents.layout import Sheet, lines_of, words_of
from matching.documents.limits import MAX_PAGES, check_length, refuse
from matching.documents.paper import has_picture_of_page
from matching.documents.pdfium import ENCRYPTED, PdfFile, PdfiumError, Pointer, close_page
from matching.text import Document, Hidden

MEDIA_TYPE = "application/pdf"

_NO_TEXT = "This PDF has no text layer: its pages are pictures. Export it as a text PDF, or upload a text PDF or DOCX."
_NOT_VISIBLE = (
    "None of the text in this PDF can be seen when its pages are drawn. Export it again as a text PDF or DOCX."
)


def read_pdf(content: bytes) -> Document:
    """Read a PDF. Raises `UnreadableDocument` when it is encrypted, damaged, too long or only a picture."""
    check_streams(content)
    file = _open(content)
    reading = _Reading(flags={} if b"%%EOF" in content[-2048:] else {"incomplete-file": None})
    try:
        if file.pages > MAX_PAGES:
            raise refuse("too-many-pages", f"This PDF has {file.pages} pages. Upload one of at most {MAX_PAGES}.")
        for number in range(file.pages):
            reading.add(file, number)
    finally:
        file.close()
    return reading.document()


def _open(content: bytes) -> PdfFile:
    try:
        return PdfFile(content)
    except PdfiumError as error:
        if error.code in ENCRYPTED:
            raise refuse("encrypted", "This PDF is encrypted. Upload a copy without a password.") from error
        raise refuse(
            "damaged", "This PDF is damaged or incomplete. Export it again and upload the new file."
        ) from error


@dataclass(slots=True)
class _Reading:
    """What the pages have given so far; flags keep their order and stand once."""

    flags: dict[str, None]
    sheets: list[Sheet] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    characters: int = 0

    def add(self, file: PdfFile, number: int) -> None:
        """Read one page; a page that cannot be loaded stays empty and is flagged."""
        page = file.page(number)
        if page is None:
            self.flags["unreadable-page"] = None
            self.sheets.append(Sheet(0.0, []))
            return
        try:
            self._add(file, page, number)
        finally:
            close_page(page)

    def _add(self, file: PdfFile, page: Pointer, number: int) -> None:
        frame = frame_of(page)
        glyphs = read_glyphs(page, frame=frame)
        self.characters += len(glyphs)
        check_length(self.characters)
        methods = hiding(page, glyphs, frame=frame)
        if not glyphs and has_picture_of_page(page, frame=frame):
            self.flags["picture-pages"] = None
        if glyphs and methods.count("") < 0.1 * len(methods) and has_picture_of_page(page, frame=frame):
            self.flags["text-behind-picture"] = None
            methods = [""] * len(methods)
        self.hidden += _hidden(glyphs, methods, number)
        seen = [glyph for glyph, method in zip(glyphs, methods, strict=True) if not method]
        self.sheets.append(Sheet(frame.height, with_links(lines_of(seen), page, file=file, glyphs=seen, frame=frame)))

    def document(self) -> Document:
        """The document, or the refusal where nothing can be seen."""
        pages, repeats = without_repeats(self.sheets)
        text = flow(pages)
        if not text.content.strip():
            raise refuse("no-visible-text", _NOT_VISIBLE) if self.hidden else refuse("no-text-layer", _NO_TEXT)
        flags = dict(self.flags)
        letters = _letters(text.content)
        # A line cut in two by the edge of a page is drawn on both; whole on one of them, it hides nothing.
        # Signs without a letter, as the empty dots of a rating, tell nobody anything.
        told = [each for each in self.hidden if _letters(each.text)]
        hidden = tuple(h for h in told if h.method != COVERED or _letters(h.text) not in letters)
        if hidden:
            flags["hidden-text"] = None
        if repeats:
            flags["repeated-lines-left-out"] = None
        return Document(text, MEDIA_TYPE, hidden, tuple(flags))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _hidden(glyphs: Sequence[Glyph], methods: Sequence[str], page: int) -> list[Hidden]:
    runs: list[tuple[str, list[Glyph]]] = []
    last = ""
    for glyph, method in zip(glyphs, methods, strict=True):
        if method and method == last:
            runs[-1][1].append(glyph)
        elif method:
            runs.append((method, [glyph]))
        last = method
    return [Hidden(words_of(run), method, page) for method, run in runs]
