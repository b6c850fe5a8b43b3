"""The two forms of people who are not signed in: the upload and the request for a link."""

from django import forms
from django.conf import settings

from matching.documents.convert import has_converter
from matching.documents.ocr import has_ocr

CONSENT = (
    "I agree that {workspace} reads this resume with software, keeps it, and compares it with its open roles. "
    "A person decides about every role. I can withdraw at any time on my own page, and then nobody sees it any more."
)
HINT = (
    "{kinds} or text, up to 10 MB; also a LinkedIn export (ZIP), JSON Resume or Europass XML. "
    "Text reads better than a scan."
)
_TEXTS = (
    ".txt",
    ".md",
    ".html",
    ".json",
    ".zip",
    ".xml",
    "application/pdf",
    "application/json",
    "application/zip",
    "application/xml",
    "text/xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/plain",
)
_LIMIT = settings.UPLOAD_LIMIT_BYTES // (1024 * 1024)


def taken() -> tuple[str, str]:
    """What this machine reads: in words for a person, and as endings and types for the browser's own dialogue."""
    return kinds(converter=has_converter(), ocr=has_ocr())


def kinds(*, converter: bool, ocr: bool) -> tuple[str, str]:
    """The same for a machine with a converter of old documents and a recogniser of scans, or without."""
    words, endings = ["PDF", "DOCX"], [".pdf", ".docx"]
    if converter:
        words, endings = [*words, "DOC", "ODT", "RTF"], [*endings, ".doc", ".odt", ".rtf"]
    pictures = [".png", ".jpg", ".jpeg"] if ocr else []
    return ", ".join(words), ",".join([*endings, *pictures, *_TEXTS])


class UploadForm(forms.Form):
    """A file, an address to be reached at, and a clear yes."""

    file = forms.FileField(
        allow_empty_file=True,
        error_messages={"required": "Choose a file first: your resume as PDF, DOCX or TXT, or an export."},
    )
    email = forms.EmailField(
        error_messages={
            "required": "Write your e-mail address: the link to your page goes there.",
            "invalid": "This address is not whole. Write it like name@example.org.",
        }
    )
    consent = forms.BooleanField(
        error_messages={"required": "We read your resume only if you agree. Tick the box if you do."}
    )


class LinkForm(forms.Form):
    """The address that we have on file."""

    email = forms.EmailField(
        error_messages={
            "required": "Write the e-mail address that you gave us.",
            "invalid": "This address is not whole. Write it like name@example.org.",
        }
    )


TOO_LARGE = f"This file is larger than {_LIMIT} MB. Save it as a smaller PDF and choose it again."
