"""The two forms of people who are not signed in: the upload and the request for a link."""

from django import forms
from django.conf import settings

CONSENT = (
    "I agree that {workspace} reads this resume with software, keeps it, and compares it with its open roles. "
    "A person decides about every role. I can withdraw at any time on my own page, and then nobody sees it any more."
)
_LIMIT = settings.UPLOAD_LIMIT_BYTES // (1024 * 1024)


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
