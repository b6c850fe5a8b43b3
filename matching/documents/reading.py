"""Bytes to a document, in this process: the format is found, the format's reader does the rest."""

from collections.abc import Callable, Mapping

from matching.documents.formats import Format, format_of
from matching.documents.limits import check_size, refuse
from matching.documents.markup import read_html
from matching.documents.pdf import read_pdf
from matching.documents.plain import read_plain
from matching.documents.word import read_docx
from matching.errors import UnreadableDocument
from matching.values import Document

_READERS: Mapping[Format, Callable[[bytes], Document]] = {
    Format.PDF: read_pdf,
    Format.DOCX: read_docx,
    Format.HTML: read_html,
    Format.TEXT: read_plain,
}


def read_document(content: bytes, *, name: str) -> Document:
    """Read a file in this process. Raises `UnreadableDocument` with a stable slug and a sentence, nothing else.

    `name` only makes a refusal clearer. A file from outside belongs in `read_in_jail`: a parser that aborts takes
    this process with it.
    """
    check_size(content)
    try:
        return _READERS[format_of(content, name=name)](content)
    except UnreadableDocument:
        raise
    except Exception as error:  # parsers of foreign formats raise anything: KeyError, RecursionError, struct.error
        sentence = "This file is damaged or incomplete. Save it again and upload the new file."
        raise refuse("damaged", sentence) from error
