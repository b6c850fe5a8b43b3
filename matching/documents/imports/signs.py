"""By what a structured resume is recognised: the first characters of its content, or the names inside a container."""

import re
from collections.abc import Collection

from matching.documents.imports.flags import LINKEDIN
from matching.documents.limits import refuse

_START = 65_536
_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:\{\s*\"|\]))")
_XML = re.compile(r"\s*<(?:\?xml|[A-Za-z_][\w.-]*:?[\w.-]*\s[^>]*\bxmlns)")
_EUROPASS = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?(?:Candidate|SkillsPassport)[\s>]")
_NAMES = {name.lower() for name in LINKEDIN}
_WIDE = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def structured_format(content: bytes) -> str | None:
    """The media type of JSON and of Europass XML, else None. Raises `UnreadableDocument` for any other XML."""
    encoding = next((encoding for mark, encoding in _WIDE if content.startswith(mark)), "utf-8-sig")
    start = content[:_START].decode(encoding, "ignore")
    if _JSON.match(start):
        return "application/json"
    if not _XML.match(start):
        return None
    if _EUROPASS.search(start):
        return "application/xml"
    sentence = "This XML file is not a Europass profile, the only XML that is read. Upload the resume as PDF or DOCX."
    raise refuse("xml", sentence)


def is_linkedin(names: Collection[str]) -> bool:
    """True when a container holds files of a LinkedIn export, in whatever folder."""
    return any(name.rstrip("/").rpartition("/")[2].lower() in _NAMES for name in names)
