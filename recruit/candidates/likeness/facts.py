"""What identifies a person, brought into one form: addresses, numbers, profile links, and where they were when.

Addresses that a whole office reads (info@, jobs@) name nobody and are left out. Of links only a person's own page
at a known site counts: a repository or a company's site stands in many resumes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlsplit

import phonenumbers

from recruit.candidates.likeness.names import folded

_OFFICES = frozenset(
    [
        "admin",
        "bewerbung",
        "career",
        "careers",
        "contact",
        "cv",
        "cvs",
        "hello",
        "hr",
        "info",
        "jobs",
        "mail",
        "office",
        "recruiting",
        "recruitment",
        "resume",
        "resumes",
        "sales",
        "support",
        "talent",
        "team",
        "work",
    ]
)
_DOTLESS = {"gmail.com": "gmail.com", "googlemail.com": "gmail.com"}
_OWN_PAGES = {
    "linkedin.com": re.compile(r"^/(?:in|pub)/([^/]+)"),
    "xing.com": re.compile(r"^/profile/([^/]+)"),
    "medium.com": re.compile(r"^/(@[^/]+)"),
    "stackoverflow.com": re.compile(r"^/users/(\d+)"),
    "orcid.org": re.compile(r"^/([\dX-]{19})", re.IGNORECASE),
    "researchgate.net": re.compile(r"^/profile/([^/]+)"),
    **dict.fromkeys(
        ("github.com", "gitlab.com", "bitbucket.org", "huggingface.co", "kaggle.com", "x.com", "twitter.com"),
        re.compile(r"^/([^/]+)$"),
    ),
}
_LEGAL_FORM = re.compile(
    r"\b(?:inc|incorporated|llc|ltd|limited|plc|gmbh|ag|se|kg|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|corp|corporation"
    r"|co|company|group|holding|pty|pvt|the|university|universitat|universite|universidad|universita|of)\b"
)
_SHORTEST_PHONE = 8


@dataclass(frozen=True, slots=True)
class Tenure:
    """A job: where (folded) and from when to when. `end` is None while it lasts or where it is not stated."""

    organisation: str
    start: date | None
    end: date | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Study:
    """A degree: the school (folded) and the year in which it ended."""

    school: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one person, in the form that `compare` reads. Build it with `facts(...)`."""

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    work: tuple[Tenure, ...] = ()
    studies: tuple[Study, ...] = ()


def facts(
    *,
    names: Iterable[str] = (),
    emails: Iterable[str] = (),
    phones: Iterable[str] = (),
    links: Iterable[str] = (),
    work: Iterable[Tenure] = (),
    studies: Iterable[Study] = (),
    country: str = "",
) -> Facts:
    """Facts as people write them, normalised. `country` (two letters) completes numbers without a country code."""
    return Facts(
        names=_each(" ".join(name.split()) for name in names),
        emails=_each(map(email_key, emails)),
        phones=_each(phone_key(phone, country=country) for phone in phones),
        links=_each(map(link_key, links)),
        work=tuple(dict.fromkeys(Tenure(organisation(t.organisation), t.start, t.end, t.current) for t in work)),
        studies=tuple(dict.fromkeys(Study(organisation(s.school), s.year) for s in studies if s.school or s.year)),
    )


def together(people: Iterable[Facts]) -> Facts:
    """The facts of one person who is on file several times."""
    known = list(people)
    return Facts(
        names=_each(name for each in known for name in each.names),
        emails=_each(email for each in known for email in each.emails),
        phones=_each(phone for each in known for phone in each.phones),
        links=_each(link for each in known for link in each.links),
        work=tuple(dict.fromkeys(job for each in known for job in each.work)),
        studies=tuple(dict.fromkeys(study for each in known for study in each.studies)),
    )


def email_key(address: str) -> str:
    """The mailbox behind an address: without a plus-tag, for Gmail without dots. "" where it names no person."""
    local, at, domain = address.strip().lower().removeprefix("mailto:").rpartition("@")
    local = local.partition("+")[0]
    if not at or not local or "." not in domain or local in _OFFICES:
        return ""
    if domain in _DOTLESS:
        local, domain = local.replace(".", ""), _DOTLESS[domain]
    return f"{local}@{domain}"


def phone_key(written: str, *, country: str = "") -> str:
    """E.164 where the country is known, else the bare digits without trunk zeros. "" for what is no number."""
    try:
        number = phonenumbers.parse(written, country.upper() or None)
        if phonenumbers.is_possible_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    except phonenumbers.NumberParseException:
        pass
    digits = re.sub(r"\D", "", written).lstrip("0")
    return digits if len(digits) >= _SHORTEST_PHONE else ""


def link_key(address: str) -> str:
    """A person's own page at a known site, e.g. `linkedin.com/mira`. "" for any other link."""
    try:
        url = urlsplit(address if "//" in address else f"https://{address}")
    except ValueError:
        return ""
    host = (url.hostname or "").removeprefix("www.")
    path = url.path.rstrip("/.,;").lower()
    if host.startswith("scholar.google."):
        user = parse_qs(url.query).get("user", [""])[0]
        return f"scholar/{user}" if user else ""
    # de.linkedin.com and www.linkedin.com are one site
    site = ".".join(host.split(".")[-2:])
    pattern = _OWN_PAGES.get(site)
    found = pattern.match(path) if pattern else None
    return f"{site.replace('twitter.com', 'x.com')}/{found[1]}" if found else ""


def organisation(name: str) -> str:
    """An employer or school without legal form, accents and signs: `Müller & Söhne GmbH` -> `muller sohne`."""
    words = folded(name)
    return " ".join(_LEGAL_FORM.sub(" ", words).split()) or words


def _each(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
