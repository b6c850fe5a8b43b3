"""Europass XML: the profile that europass.europa.eu exports, root `Candidate`, on HR Open.

Elements are found by their local names. Birth date, gender, nationality and picture are left in the file: no person
is ranked or reviewed by them. Descriptions are HTML inside of XML and are read as HTML. Written from the schema's
description and samples of our own; no collection of real exports was at hand.
"""

import re
from collections.abc import Iterator
from typing import Any

from matching.documents.clean import BULLET
from matching.documents.imports.days import iso
from matching.documents.imports.tidy import check_tree
from matching.documents.imports.writing import written
from matching.documents.imports.xml import Element, parsed
from matching.documents.limits import refuse
from matching.documents.markup import read_html
from matching.errors import UnreadableDocument
from matching.text import Document
from matching.tree import Tree

MEDIA_TYPE = "application/xml"
_CODES = """
eng English|deu German|ger German|fra French|fre French|spa Spanish|ita Italian|por Portuguese|nld Dutch|dut Dutch|
pol Polish|swe Swedish|dan Danish|nor Norwegian|fin Finnish|ces Czech|cze Czech|hun Hungarian|ron Romanian|rum Romanian|
ell Greek|gre Greek|tur Turkish|rus Russian|ukr Ukrainian|ara Arabic|hin Hindi|zho Chinese|chi Chinese|jpn Japanese|
bul Bulgarian|hrv Croatian|srp Serbian|slk Slovak|slo Slovak|slv Slovenian|lit Lithuanian|lav Latvian|est Estonian|
gle Irish|mlt Maltese|cat Catalan
"""
_LANGUAGES = {code: name for pair in _CODES.split("|") for code, name in [pair.split()]}
"""ISO 639-2 codes, both kinds where a language has two."""
_NATIVE = re.compile(r"(?:mother|first|native)[\s_-]*(?:tongue|language|speaker)?", re.IGNORECASE)


def read_europass(content: bytes) -> Document:
    """Read a Europass profile. Raises `UnreadableDocument` when the XML is none, is broken or says nothing."""
    root = parsed(content)
    if root.name != "Candidate":
        sentence = "This is an old Europass file. Open it on europass.europa.eu and export it as XML or PDF again."
        raise refuse("old-europass", sentence)
    profile = root.first("CandidateProfile") or Element("", {})
    competencies = list(profile.all("PersonQualifications", "PersonCompetency"))
    tree = _stated(
        {
            "basics": _basics(root.first("CandidatePerson") or Element("", {}), profile),
            "work": list(_work(profile)),
            "education": list(_education(profile)),
            "certificates": list(_certificates(profile)),
            "publications": list(_publications(profile)),
            "skills": [_stated({"name": each}) for each in _skills(profile, competencies)],
            "languages": [*_mother_tongues(root), *(each for c in competencies if (each := _language(c)))],
            "projects": list(_projects(profile)),
        }
    )
    if not tree:
        raise refuse("no-text", "This Europass file states nothing about a person. Export your profile again.")
    check_tree(tree)
    return written(tree, media_type=MEDIA_TYPE)


def _basics(person: Element, profile: Element) -> Tree:
    name = person.first("PersonName") or Element("", {})
    given, family = name.value("GivenName"), name.value("FamilyName")
    channels = list(person.all("Communication"))
    mobile = next((each for each in channels if each.value("DialNumber")), Element("", {}))
    code = mobile.value("CountryDialing").lstrip("+")
    number = f"+{code} {mobile.value('DialNumber')}" if code else mobile.value("DialNumber")
    address = next((found for each in channels if (found := each.first("Address"))), Element("", {}))
    uris = [(each.value("ChannelCode").lower(), each.value("URI")) for each in channels if each.value("URI")]
    return _stated(
        {
            "name": f"{given} {family}".strip(),
            "label": profile.value("Headline"),
            "email": next((uri for kind, uri in uris if "mail" in kind or "@" in uri), ""),
            "phone": number if mobile.value("DialNumber") else "",
            "summary": _plain(profile.value("ExecutiveSummary")),
            "location": _stated(
                {
                    "address": address.value("AddressLine"),
                    "postalCode": address.value("PostalCode"),
                    "city": address.value("CityName"),
                    "countryCode": address.value("CountryCode").upper(),
                }
            ),
            "profiles": [{"url": uri} for kind, uri in uris if "mail" not in kind and "@" not in uri],
        }
    )


def _work(profile: Element) -> Iterator[Tree]:
    for employer in profile.all("EmploymentHistory", "EmployerHistory"):
        for position in employer.all("PositionHistory") if employer.first("PositionHistory") else (employer,):
            town = position.value("City") or employer.value(
                "OrganizationContact", "Communication", "Address", "CityName"
            )
            country = position.value("Country") or position.value("CountryCode")
            period = position.first("EmploymentPeriod") or employer.first("EmploymentPeriod")
            yield _stated(
                {
                    "name": employer.value("OrganizationName"),
                    "position": position.value("PositionTitle"),
                    "location": ", ".join(each for each in (town, country.upper()[:60]) if each),
                    **_period(period),
                    **_told(position.value("Description")),
                }
            )


def _education(profile: Element) -> Iterator[Tree]:
    for school in profile.all("EducationHistory", "EducationOrganizationAttendance"):
        yield _stated(
            {
                "institution": school.value("OrganizationName"),
                "studyType": school.value("EducationDegree", "DegreeName") or school.value("ProgramName"),
                **_period(school.first("AttendancePeriod")),
                "summary": _plain(school.value("EducationDegree", "OccupationalSkillsCovered")),
            }
        )


def _certificates(profile: Element) -> Iterator[Tree]:
    for each in profile.all("Certifications", "Certification"):
        name = each.value("CertificationName") or each.value("Title")
        date = iso(each.value("FirstIssuedDate", "FormattedDateTime") or each.value("Date", "FormattedDateTime"))
        yield _stated({"name": name, "issuer": each.value("IssuingAuthorityName"), "date": date})


def _publications(profile: Element) -> Iterator[Tree]:
    for each in profile.all("PublicationHistory", "Publication"):
        name = each.value("FormattedPublicationDescription") or each.value("Title")
        yield _stated({"name": name, "releaseDate": iso(each.value("Year") or each.value("Date"))})


def _projects(profile: Element) -> Iterator[Tree]:
    for each in profile.all("Projects", "Project"):
        yield _stated(
            {"name": each.value("Title"), **_period(each.first("Period")), **_told(each.value("Description"))}
        )


def _skills(profile: Element, competencies: list[Element]) -> Iterator[str]:
    for each in competencies:
        if each.value("TaxonomyID").lower() != "language" and each.value("CompetencyName"):
            yield each.value("CompetencyName")
    for group in profile.all("Skills"):
        for each in group.walk():
            if each.name in {"SkillName", "Name", "Title"} and each.text.strip():
                yield each.text.strip()


def _mother_tongues(root: Element) -> Iterator[Tree]:
    for each in root.all("CandidatePerson", "PrimaryLanguageCode"):
        name = _named(each.text, *(code for code in each.attributes.values() if code.lower() in _LANGUAGES))
        if name:
            yield {"language": name, "fluency": "Native"}


def _language(competency: Element) -> Tree | None:
    """A foreign language with the lowest level that is stated for it: a promise is kept at its weakest part.

    Where a mother tongue is listed as one, "MOTHER_TONGUE" is its level, whatever element says so.
    """
    if competency.value("TaxonomyID").lower() != "language":
        return None
    identifier = competency.first("CompetencyID")
    codes = (identifier.attributes.get("schemeName", ""), identifier.text) if identifier else ()
    name = _named(competency.value("CompetencyName"), *codes)
    scores = [each.text.strip() for each in competency.walk() if each.name == "ScoreText"]
    if any(_NATIVE.fullmatch(each.strip()) for each in (competency.value("CompetencyName"), *codes, *scores)):
        return {"language": name, "fluency": "Native"} if name else None
    levels = sorted({each.upper() for each in scores} - {""})
    return _stated({"language": name, "fluency": levels[0] if levels else ""}) if name else None


def _named(*written: str) -> str:
    """The first of these that names a language, by its name or code."""
    bare = (each.strip() for each in written)
    return next((_LANGUAGES.get(each.lower(), each) for each in bare if each and not _NATIVE.fullmatch(each)), "")


def _period(period: Element | None) -> Tree:
    if period is None:
        return {}
    start = iso(period.value("StartDate", "FormattedDateTime") or period.value("StartDate"))
    end = iso(period.value("EndDate", "FormattedDateTime") or period.value("EndDate"))
    running = "true" in (period.value("CurrentIndicator").lower(), period.value("Ongoing").lower())
    return {"startDate": start, "endDate": "" if running else end}


def _told(description: str) -> Tree:
    lines = [line for line in _plain(description).split("\n") if line]
    bullets = [line.removeprefix(BULLET) for line in lines if line.startswith(BULLET)]
    return {"summary": "\n".join(line for line in lines if not line.startswith(BULLET)), "highlights": bullets}


def _plain(markup: str) -> str:
    """The text of a piece of HTML, or of plain text, a line each."""
    if not markup:
        return ""
    try:
        page = read_html(markup.replace("\n", "<br>").encode() if "<" not in markup else markup.encode())
    except UnreadableDocument:
        return ""
    return "\n".join(line for line in page.text.content.split("\n") if line.strip())


def _stated(tree: dict[str, Any]) -> Tree:
    return {key: value for key, value in tree.items() if value}
