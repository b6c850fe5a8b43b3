"""What a document of the gold set states, as a JSON Resume object with what JSON Resume lacks under `meta`."""

from datetime import date
from typing import Any

from recruit.local.gold.people import NOW, GoldPerson, Stay
from recruit.local.gold.styles import skill_names
from recruit.local.gold.wordings import Wording

TODAY = date(2026, 11, 1)


def truth(person: GoldPerson, *, dates: Wording, layout: str, summary: str) -> dict[str, Any]:
    """The gold of one document. `dates` decides how exactly a month is stated; `summary` is as printed."""
    town = person.place.partition(",")[0]
    return {
        "basics": {
            "name": person.name, "label": person.label, "email": person.email, "phone": person.phone,
            "summary": summary, "location": {"city": town, "countryCode": person.country},
            "profiles": [{"url": link} for link in person.links],
        },
        "work": [_work(each, dates) for each in person.work],
        "education": [_education(each, dates) for each in person.education],
        "projects": [
            {"name": each.title, "description": each.text, **_span(each, dates)} for each in person.projects
        ],
        "skills": [{"name": name} for name in skill_names(person)],
        "languages": [
            {"language": name, "fluency": level}
            for name, _, level in (each.partition(": ") for each in person.languages)
        ],
        "certificates": [{"name": each.name, "date": str(each.year)} for each in person.certificates],
        "publications": [{"name": each.title, "releaseDate": str(each.year)} for each in person.publications],
        "meta": {
            "layout": layout,
            "asOf": TODAY.isoformat(),
            "half": "held" if person.held else "open",
            "authorisation": person.authorisation,
            "skills": {skill: _shown(person, skill, dates) for skill in person.shown},
        },
    }  # fmt: skip


def _span(stay: Stay, dates: Wording) -> dict[str, str]:
    end = {} if stay.to == NOW else {"endDate": dates.stated(stay.to)}
    return {"startDate": dates.stated(stay.start), **end}


def _work(stay: Stay, dates: Wording) -> dict[str, Any]:
    row = {"position": stay.title, "name": stay.at, "location": stay.place, "highlights": list(stay.highlights)}
    return {**row, **_span(stay, dates)}


def _education(stay: Stay, dates: Wording) -> dict[str, Any]:
    return {"studyType": stay.title, "area": stay.area, "institution": stay.at, **_span(stay, dates)}


def _shown(person: GoldPerson, skill: str, dates: Wording) -> dict[str, Any]:
    """How strongly a skill is shown; for how many years, where months are stated."""
    if not person.shown[skill]:
        return {"strength": "listed"}
    used = [person.work[job] for job in person.shown[skill]]
    months = {month for each in used for month in range(_month(each.start), _last(each) + 1)}
    strength = "recent dated work with an outcome" if skill in person.outcome else "in dated work"
    return {"strength": strength, "years": round(len(months) / 12, 2)} if dates.exact else {"strength": strength}


def _month(written: str) -> int:
    return int(written[:4]) * 12 + int(written[5:]) - 1


def _last(stay: Stay) -> int:
    return TODAY.year * 12 + TODAY.month - 2 if stay.to == NOW else _month(stay.to)
