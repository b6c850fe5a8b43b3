"""What the columns of a CSV mean: guessed from their names, changed by a person, and a row made into a resume.

A row brings a file, a text, or columns that together say what somebody did (title, employer, summary, experience,
skills, education); from those a text is put together in the order of a resume. A row with none of them is refused: a
name and an address alone could not be ranked, and would be kept for nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from recruit.candidates.imports.limits import refuse
from recruit.candidates.told import Told


class Field(Enum):
    """What a column can mean. The label is what the mapping step offers."""

    NAME = "name", "Name"
    GIVEN = "given_name", "Given name"
    FAMILY = "family_name", "Family name"
    EMAIL = "email", "E-mail"
    PHONE = "phone", "Phone"
    LOCATION = "location", "Location (town, region, country)"
    ADDRESS = "address", "Street address (never shown before somebody is revealed)"
    LINK = "link", "Profile link"
    FILE = "file", "Resume file (path beside the CSV)"
    TEXT = "text", "Resume text"
    TITLE = "title", "Current title"
    EMPLOYER = "employer", "Current employer"
    SUMMARY = "summary", "Summary"
    EXPERIENCE = "experience", "Experience"
    SKILLS = "skills", "Skills"
    EDUCATION = "education", "Education"
    IGNORE = "", "Leave out"

    def __init__(self, word: str, label: str) -> None:
        self.word = word
        self.label = label


_ALIASES: Mapping[Field, str] = {
    Field.NAME: "name, full name, fullname, candidate, candidate name, person, vollständiger name, "
    "vor und nachname, vorname nachname, bewerber, bewerberin, kandidat, nom complet, nom et prénom, nombre completo",
    Field.GIVEN: "first name, firstname, given name, forename, vorname, rufname, prénom",
    Field.FAMILY: "last name, lastname, surname, family name, nachname, familienname, zuname, nom, "
    "nom de famille, apellidos, cognome",
    Field.EMAIL: "email, e mail, mail, email address, e mail address, candidate email, e mail adresse, "
    "email adresse, mailadresse, adresse e mail, courriel, correo electrónico",
    Field.PHONE: "phone, telephone, tel, mobile, cell, phone number, mobile number, telefon, "
    "telefonnummer, rufnummer, handy, handynummer, mobil, mobilnummer, mobiltelefon, téléphone, teléfono",
    Field.LOCATION: "location, place, city, current location, ort, wohnort, stadt, town, ville",
    Field.ADDRESS: "address, street, street address, home address, postal address, adresse, anschrift, "
    "straße, wohnadresse, postanschrift",
    Field.LINK: "linkedin, linkedin url, linkedin profile, profile, profile url, public profile url, github, "
    "github url, website, url, portfolio, homepage",
    Field.FILE: "file, resume file, cv file, filename, file name, path, attachment, resume path, "
    "datei, dateiname, lebenslauf datei",
    Field.TEXT: "resume, cv, resume text, cv text, text, full text, resume str, content, lebenslauf, "
    "lebenslauftext, curriculum vitae",
    Field.TITLE: "title, headline, job title, current title, position, current position, current role, role, "
    "position aktuell, aktuelle position, berufsbezeichnung, stelle, jobtitel, titel",
    Field.EMPLOYER: "company, employer, organization, organisation, current company, current employer, firma, "
    "unternehmen, arbeitgeber, aktueller arbeitgeber",
    Field.SUMMARY: "summary, about, profile summary, objective, bio, zusammenfassung, kurzprofil",
    Field.EXPERIENCE: "experience, work experience, work history, employment, employment history, history, "
    "berufserfahrung, erfahrung, werdegang, beruflicher werdegang",
    Field.SKILLS: "skills, skill, technologies, tech stack, keywords, competencies, kenntnisse, fähigkeiten, "
    "kompetenzen",
    Field.EDUCATION: "education, degree, degrees, school, university, studies, ausbildung, bildung, studium, abschluss",
}
_BY_ALIAS = {alias.strip(): field for field, words in _ALIASES.items() for alias in words.split(",")}
_BY_WORD = {field.word: field for field in Field}
_BODY = (Field.TEXT, Field.SUMMARY, Field.EXPERIENCE, Field.SKILLS, Field.EDUCATION, Field.TITLE)
_SECTIONS = (Field.SUMMARY, Field.EXPERIENCE, Field.EDUCATION, Field.SKILLS)
_SEVERAL = {Field.LINK, Field.TEXT, Field.SUMMARY, Field.EXPERIENCE, Field.SKILLS, Field.EDUCATION}


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its header, and what it means."""

    header: str
    field: Field


def guessed(headers: Sequence[str]) -> tuple[Column, ...]:
    """The likely meaning of each column; the first of several wins where a person has only one."""
    taken: set[Field] = set()
    columns = []
    for header in headers:
        field = _BY_ALIAS.get(" ".join(re.findall(r"\w+", header.replace("_", " ").casefold())), Field.IGNORE)
        if field in taken and field not in _SEVERAL:
            field = Field.IGNORE
        taken.add(field)
        columns.append(Column(header, field))
    return tuple(columns)


def field_named(word: str) -> Field:
    """The field of this name. Raises DomainError: unknown-field."""
    if word.strip().lower() not in _BY_WORD:
        known = ", ".join(field.word for field in Field if field.word)
        raise refuse(
            "unknown-field", f"There is no field “{word}”. Choose one of: {known}; or nothing to leave it out."
        )
    return _BY_WORD[word.strip().lower()]


def check(columns: Sequence[Column]) -> None:
    """Refuse columns from which no resume could come, and two columns for what a person has once."""
    fields = [each.field for each in columns]
    for field in Field:
        if field is not Field.IGNORE and field not in _SEVERAL and fields.count(field) > 1:
            raise refuse("mapped-twice", f"Two columns are mapped to “{field.label}”. Leave one of them out.")
    if Field.FILE not in fields and not any(field in fields for field in _BODY):
        raise refuse(
            "no-resume-column",
            "None of the columns holds a resume. Map one to the resume's text or file, or to experience, skills, "
            "education, a summary or a title.",
        )


def by_field(columns: Sequence[Column], cells: Sequence[str]) -> dict[Field, str]:
    """The cells of a row by what they mean; columns of the same meaning follow one another."""
    found: dict[Field, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell and column.field is not Field.IGNORE:
            found[column.field] = f"{found[column.field]}\n{cell}" if column.field in found else cell
    return found


def told_of(found: Mapping[Field, str]) -> Told:
    """Who the person is by what the row says beside the resume; the name from one column or two."""
    names = (found[each] for each in (Field.GIVEN, Field.FAMILY) if each in found)
    return Told(
        name=(found.get(Field.NAME) or " ".join(names))[:200],
        email=found.get(Field.EMAIL, "").lower(),
        phone=found.get(Field.PHONE, "")[:40],
        place=found.get(Field.LOCATION, ""),
        address=found.get(Field.ADDRESS, ""),
    )


def composed(found: Mapping[Field, str]) -> str:
    """A resume as text. Raises DomainError: no-resume. What the text says already is not said twice."""
    if not any(found.get(field) for field in _BODY):
        raise refuse(
            "no-resume", "This row has no resume: neither a file nor a text, and no experience, skills or title."
        )
    body = found.get(Field.TEXT, "")
    told = told_of(found)
    contacts = [told.email, told.phone, told.town]
    contacts += found.get(Field.LINK, "").split("\n")
    # the name comes first, where every reader of resumes looks for it, and so it is masked like any name
    head = [line for line in (told.name, " | ".join(_unsaid(contacts, body))) if line and line not in body]
    role = " at ".join(each for each in (found.get(Field.TITLE, ""), found.get(Field.EMPLOYER, "")) if each)
    parts = ["\n".join(head), role if role and found.get(Field.TITLE, "") not in body else "", body]
    parts += [f"{field.label}\n{found[field]}" for field in _SECTIONS if field in found]
    return "\n\n".join(part for part in parts if part) + "\n"


def _unsaid(values: Sequence[str], body: str) -> list[str]:
    return [each for each in values if each and each.casefold() not in body.casefold()]
