"""How large a file, its pages and its parts may be, and the sentences that say no.

The figures are those of the trust requirements: 10 MB an upload, 2,000 members and 50 MB unpacked a ZIP
container, a ratio of at most 100:1. Every refusal tells a person what to upload instead.
"""

from matching.errors import UnreadableDocument

MEGABYTE = 1024 * 1024
MAX_BYTES = 10 * MEGABYTE
MAX_PAGES = 100
MAX_CHARACTERS = 400_000
MAX_MEMBERS = 2_000
MAX_UNPACKED = 50 * MEGABYTE
MAX_RATIO = 100
MAX_LINKS = 200
MAX_URL = 500

UPLOAD_INSTEAD = "Upload a PDF, DOCX, TXT, Markdown or HTML file, a LinkedIn export, JSON Resume or Europass XML."


def refuse(slug: str, sentence: str) -> UnreadableDocument:
    """The refusal to raise: a stable slug, and a sentence for the person who uploaded the file."""
    return UnreadableDocument(sentence, slug=slug)


def check_size(content: bytes) -> None:
    """Refuse an empty file and one that is too large."""
    if not content:
        raise refuse("empty-file", f"This file is empty (0 bytes). {UPLOAD_INSTEAD}")
    if len(content) > MAX_BYTES:
        size = len(content) / MEGABYTE
        raise refuse(
            "file-too-large",
            f"This file has {size:.1f} MB. Upload one of at most {MAX_BYTES // MEGABYTE} MB.",
        )


def check_length(characters: int) -> None:
    """Refuse a text that is no resume and no posting any more."""
    if characters > MAX_CHARACTERS:
        raise refuse(
            "text-too-long",
            f"This file holds more than {MAX_CHARACTERS:,} characters. Upload the resume or posting alone.",
        )
