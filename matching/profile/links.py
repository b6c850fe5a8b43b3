"""Addresses behind words become contacts: the profile behind "LinkedIn", the letter box behind "E-mail me".

A link counts when it leads to a site of profiles or stands in the header; one on an employer's name is the
employer's. What the text itself states comes first, and the same address is not listed twice.
"""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from matching.text import Link
from matching.values import Field

_SURE = 0.9
_SITES = re.compile(
    r"https?://(?:[\w-]+\.)*(?:linkedin|github|gitlab|bitbucket|kaggle|huggingface|stackoverflow|medium|orcid|researchgate"
    r"|twitter|x|behance|dribbble|xing|scholar\.google)\.(?:com|org|co|io|net)/(?!$)"
    r"|https?://[\w-]+\.(?:github|gitlab)\.io\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"basics\.profiles\[\d+\]\.url")


def with_links(fields: Sequence[Field], links: Sequence[Link], *, header_end: int) -> tuple[Field, ...]:
    """`fields` and, after them, the contacts that stand only behind words; spans are those of the words."""
    found = list(fields)
    known = {_bare(field.value) for field in fields}
    profiles = sum(bool(_NUMBERED.fullmatch(field.name)) for field in fields)
    stated = {field.name for field in fields}
    for link in links:
        name, value = _contact(link, header_end)
        if name == "basics.profiles":
            name = f"basics.profiles[{profiles}].url"
        if not name or name in stated or _bare(value) in known:
            continue
        profiles += name.startswith("basics.profiles")
        stated.add(name)
        known.add(_bare(value))
        found.append(Field(name, value, link.span, _SURE))
    return tuple(found)


def _contact(link: Link, header_end: int) -> tuple[str, str]:
    scheme, _, rest = link.url.partition(":")
    in_header = link.span.start < header_end
    if scheme.lower() in ("mailto", "tel"):
        name = "basics.email" if scheme.lower() == "mailto" else "basics.phone"
        return (name, unquote(rest.partition("?")[0])) if in_header else ("", "")
    return ("basics.profiles", link.url) if in_header or _SITES.match(link.url) else ("", "")


def _bare(url: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.lower()).rstrip("/")
