"""Bytes to a document, in this process: the format is found, the format's reader does the rest."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module

from matching.documents.formats import Format, format_of
from matching.documents.limits import check_size, refuse
from matching.errors import UnreadableDocument
from matching.text import Document

# Loaded by name when a file asks for it: a child reads one file, and web processes read none.
_READERS: Mapping[Format, tuple[str, str]] = {
    Format.PDF: ("matching.documents.pdf", "read_pdf"),
    Format.DOCX: ("matching.documents.word", "read_docx"),
    Format.HTML: ("matching.documents.markup", "read_html"),
    Format.TEXT: ("matching.documents.plain", "read_plain"),
    Format.JSON_RESUME: ("matching.documents.imports.jsonresume", "read_json_resume"),
    Format.LINKEDIN: ("matching.documents.imports.linkedin", "read_linkedin"),
    Format.EUROPASS: ("matching.documents.imports.europass", "read_europass"),
}


def read_document(content: bytes, *, name: str) -> Document:
    """Read a file in this process. Raises `UnreadableDocument` with a stable slug and a sentence, nothing else.

    `name` only makes a refusal clearer. A file from outside belongs in `read_in_jail`: a parser that aborts takes
    this process with it.
    """
    check_size(content)
    with _refusals():
        module, reader = _READERS[format_of(content, name=name)]
        document: Document = getattr(import_module(module), reader)(content)
    return document


def recognise_document(content: bytes) -> Document:
    """Read a scanned PDF or a picture by OCR in this process. Raises `UnreadableDocument` and nothing else."""
    check_size(content)
    with _refusals():
        document: Document = import_module("matching.documents.scan").read_scan(content)
    return document


_XML_NO_MEMORY = 2  # libxml2's XML_ERR_NO_MEMORY


def _short_of_memory(error: Exception) -> bool:
    # the linker says it in an OSError or ImportError, lxml by a number in what looks like a fault of the file
    xml = type(error).__name__ == "XMLSyntaxError" and getattr(error, "code", None) == _XML_NO_MEMORY
    return xml or isinstance(error, MemoryError) or "allocate memory" in str(error)


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except UnreadableDocument:
        raise
    except Exception as error:  # parsers of foreign formats raise anything: KeyError, RecursionError, struct.error
        if _short_of_memory(error):
            sentence = "This file needs more memory than a resume should. Export it again as a plain PDF or DOCX."
            raise refuse("too-much-memory", sentence) from error
        sentence = "This file is damaged or incomplete. Save it again and upload the new file."
        raise refuse("damaged", sentence) from error
