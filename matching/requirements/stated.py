"""The fields that a board states about a posting, under schema.org's names, each board's words mapped to its values."""

import re
from collections.abc import Iterator, Mapping

from matching.values import Field

Posting = Mapping[str, object]

_EMPLOYMENT = (
    ("INTERN", r"intern|trainee|working.?student"),
    ("CONTRACTOR", r"contract(?!.*permanent)|freelance"),
    ("PART_TIME", r"part.?time"),
    ("TEMPORARY", r"temporary|fixed.?term"),
    ("FULL_TIME", r"full.?time|permanent|regular"),
)
_EMPLOYMENTS = tuple((value, re.compile(pattern, re.IGNORECASE)) for value, pattern in _EMPLOYMENT)
_ANYWHERE = re.compile(r"\bremote\b|telecommut|anywhere", re.IGNORECASE)
_PATHS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "greenhouse": (("jobLocation", "location.name"), ("url", "absolute_url"), ("identifier", "id")),
    "lever": (
        ("jobLocation", "categories.location"),
        ("jobLocation.addressCountry", "country"),
        ("employmentType", "categories.commitment"),
        ("url", "hostedUrl"),
        ("identifier", "id"),
    ),
    "ashby": (
        ("jobLocation", "location"),
        ("jobLocation.addressCountry", "address.postalAddress.addressCountry"),
        ("employmentType", "employmentType"),
        ("baseSalary", "compensation.compensationTierSummary"),
        ("datePosted", "publishedAt"),
        ("url", "jobUrl"),
        ("identifier", "id"),
    ),
    "workable": (
        ("jobLocation", "city"),
        ("jobLocation.addressCountry", "country"),
        ("employmentType", "employment_type"),
        ("educationRequirements", "education"),
        ("experienceRequirements", "experience"),
        ("datePosted", "published_on"),
        ("url", "url"),
        ("identifier", "shortcode"),
    ),
    "recruitee": (
        ("jobLocation", "location"),
        ("jobLocation.addressCountry", "country_code"),
        ("employmentType", "employment_type_code"),
        ("hiringOrganization", "company_name"),
        ("datePosted", "published_at"),
        ("url", "careers_url"),
        ("identifier", "id"),
    ),
    "jsonld": (
        ("jobLocation", "jobLocation.address.addressLocality"),
        ("jobLocation.addressCountry", "jobLocation.address.addressCountry"),
        ("jobLocationType", "jobLocationType"),
        ("employmentType", "employmentType"),
        ("hiringOrganization", "hiringOrganization.name"),
        ("educationRequirements", "educationRequirements.credentialCategory"),
        ("datePosted", "datePosted"),
        ("validThrough", "validThrough"),
        ("identifier", "identifier.value"),
    ),
    "indeed": (
        ("jobLocation", "city"),
        ("jobLocation.addressCountry", "country"),
        ("jobLocationType", "remotetype"),
        ("employmentType", "jobtype"),
        ("baseSalary", "salary"),
        ("hiringOrganization", "company"),
        ("experienceRequirements", "experience"),
        ("datePosted", "date"),
        ("url", "url"),
        ("identifier", "referencenumber"),
    ),
    "personio": (
        ("jobLocation", "office"),
        ("employmentType", "schedule"),
        ("hiringOrganization", "subcompany"),
        ("experienceRequirements", "yearsOfExperience"),
        ("datePosted", "createdAt"),
        ("identifier", "id"),
    ),
    "hackernews": (("datePosted", "created_at"), ("identifier", "id"), ("identifier", "objectID")),
    "rss": (("jobLocation", "region"), ("employmentType", "type"), ("url", "link"), ("datePosted", "pubDate")),
}


def words(posting: Posting, path: str) -> str:
    """The text or number at a dotted path, as text; "" when nothing stands there. Of a list, its first entry."""
    found: object = posting
    for name in path.split("."):
        if isinstance(found, list):
            found = found[0] if found else None
        found = found.get(name) if isinstance(found, Mapping) else None
    if isinstance(found, list):
        found = found[0] if found else None
    return str(found).strip() if isinstance(found, str | int | float) and not isinstance(found, bool) else ""


def stated_fields(board: str, posting: Posting) -> tuple[Field, ...]:
    """What the board states, each with confidence 1 and no span; what it leaves empty is not there."""
    found: dict[str, str] = {}
    for name, path in _PATHS[board]:
        if value := words(posting, path):
            found[name] = value
    if employment := _employment(found.get("employmentType", "")):
        found["employmentType"] = employment
    else:
        found.pop("employmentType", None)
    if place_type := _place_type(posting, found):
        found["jobLocationType"] = place_type
    else:
        found.pop("jobLocationType", None)
    if not found.get("baseSalary") and (pay := next(_pay(posting), "")):
        found["baseSalary"] = pay
    return tuple(Field(name, value, None, 1.0) for name, value in found.items() if value)


def _employment(said: str) -> str:
    spaced = said.replace("_", " ")
    return next((value for value, pattern in _EMPLOYMENTS if pattern.search(spaced)), "")


def _place_type(posting: Posting, found: Mapping[str, str]) -> str:
    """TELECOMMUTE, ONSITE, HYBRID, or "" when the board does not say."""
    said = (words(posting, "workplaceType") or found.get("jobLocationType", "")).lower()
    if posting.get("hybrid") is True or "hybrid" in said:
        return "HYBRID"
    flags = [posting.get(name) for name in ("isRemote", "telecommuting", "remote")]
    if True in flags or _ANYWHERE.search(said) or _ANYWHERE.search(found.get("jobLocation", "")):
        return "TELECOMMUTE"
    onsite = posting.get("on_site") is True or "site" in said or (False in flags and posting.get("on_site") is None)
    return "ONSITE" if onsite else ""


def _pay(posting: Posting) -> Iterator[str]:
    """The pay of boards that state it in pieces: Lever's range, Recruitee's, JSON-LD's and Greenhouse's."""
    for path, low, high, currency, unit in (
        ("salaryRange", "min", "max", "currency", "interval"),
        ("salary", "min", "max", "currency", "period"),
        ("baseSalary.value", "minValue", "maxValue", "currency", "unitText"),
    ):
        pieces = [words(posting, f"{path}.{each}") for each in (low, high)]
        named = words(posting, f"{path}.{currency}") or words(posting, "baseSalary.currency")
        if any(pieces):
            per = words(posting, f"{path}.{unit}").lower().replace("-", " ")
            amount = " - ".join(dict.fromkeys(each for each in pieces if each))
            yield " ".join(
                each
                for each in (named, amount, f"per {per.removeprefix('per ').removesuffix(' salary')}" if per else "")
                if each
            )
    cents = [words(posting, f"pay_input_ranges.{each}") for each in ("min_cents", "max_cents")]
    if all(each.isdigit() for each in cents):
        amount = " - ".join(str(int(each) // 100) for each in cents)
        yield f"{words(posting, 'pay_input_ranges.currency_type')} {amount}".strip()
