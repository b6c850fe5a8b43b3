"""A gold resume and a profile as comparable records: section -> list of {field: value}.

Gold is JSON Resume. Only what the gold can state is compared: `skills[].keywords`, or a skill's name where it has none.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from matching.skills import find_skills
from matching.values import Passage, Profile, Section

Record = Mapping[str, str]
Records = dict[str, list[dict[str, str]]]

PRESENT = "present"
_INDEXED = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")
_LISTS: Mapping[str, tuple[str, ...]] = {
    "work": ("name", "position", "location", "startDate", "endDate"),
    "education": ("institution", "studyType", "area", "startDate", "endDate"),
    "projects": ("name", "startDate", "endDate"),
    "languages": ("language", "fluency"),
    "certificates": ("name", "date"),
    "publications": ("name", "releaseDate"),
}
_BASICS = ("name", "label", "email", "phone", "summary")
_OPEN = ("work", "projects")
_YEARS_APART = 0.15


def gold_records(gold: Mapping[str, Any]) -> Records:
    """The records that a JSON Resume object states."""
    basics = gold.get("basics", {})
    place = basics.get("location", {})
    meta = gold.get("meta", {})
    single = {key: str(basics.get(key, "")) for key in _BASICS}
    single |= {"city": place.get("city", ""), "countryCode": place.get("countryCode", "")}
    single["authorisation"] = meta.get("authorisation", "")
    links = [basics.get("url", ""), *(each.get("url", "") for each in basics.get("profiles", ()))]
    names = [name for group in gold.get("skills", ()) for name in group.get("keywords") or [group.get("name", "")]]
    records: Records = {
        "basics": [_stated(single)],
        "links": [{"url": link} for link in links if link],
        "skills": [{"name": name} for name in names if name],
        "shown": [
            _stated(
                {
                    "skill": _canonical(skill),
                    "years": f"{each['years']:.2f}" if "years" in each else "",
                    "strength": each["strength"],
                }
            )
            for skill, each in meta.get("skills", {}).items()
        ],
        "passages": [
            {"text": text, "section": section, **({"entry": entry} if entry else {})}
            for text, section, entry in _told(gold)
        ],
    }
    for section, keys in _LISTS.items():
        rows = [_stated({key: str(row.get(key, "")) for key in keys}) for row in gold.get(section, ())]
        records[section] = [_ended(row) if section in _OPEN else row for row in rows]
    return records


def read_records(profile: Profile, gold: Mapping[str, Any]) -> Records:
    """The records that were read; of skills with years and of passages, those that the gold speaks of."""
    single = {key: profile.field(f"basics.{key}") for key in _BASICS}
    single |= {key: profile.field(f"basics.location.{key}") for key in ("city", "countryCode")}
    single["authorisation"] = profile.field("authorisation")
    lists: dict[str, dict[int, dict[str, str]]] = {}
    for each in profile.fields:
        match = _INDEXED.fullmatch(each.name)
        if match:
            lists.setdefault(match[1], {}).setdefault(int(match[2]), {})[match[3]] = each.value
    records: Records = {
        "basics": [_stated(single)],
        "links": [
            {"url": each.value} for each in profile.fields if re.fullmatch(r"basics\.profiles\[\d+\]\.url", each.name)
        ],
        "skills": [{"name": row["name"]} for row in lists.get("skills", {}).values() if "name" in row],
        "shown": _shown(profile, gold),
        "passages": [_where(profile, text) for text, _, _ in _told(gold)],
    }
    for section, keys in _LISTS.items():
        rows = [{key: row[key] for key in keys if key in row} for row in lists.get(section, {}).values()]
        records[section] = [_ended(row) if section in _OPEN else row for row in rows]
    return records


def same(key: str, stated: str, read: str) -> bool:
    """True when both say the same: dates to the letter, numbers nearly, everything else up to case and signs."""
    if not stated or not read:
        return False
    return _RULES.get(key, _alike)(stated, read)


def _alike(stated: str, read: str) -> bool:
    return _letters(stated) == _letters(read)


def _letters(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text).casefold().replace("\u00ad", "")
    return re.sub(r"[^\w+#]", "", composed)


def _exactly(stated: str, read: str) -> bool:
    return stated == read


def _same_phone(stated: str, read: str) -> bool:
    return re.sub(r"\D", "", stated) == re.sub(r"\D", "", read)


def _same_link(stated: str, read: str) -> bool:
    bare = (re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", each.strip().lower()) for each in (stated, read))
    return len(set(bare)) == 1


def _about(stated: str, read: str) -> bool:
    return abs(float(stated) - float(read)) <= _YEARS_APART


_RULES: Mapping[str, Callable[[str, str], bool]] = {
    "startDate": _exactly,
    "endDate": _exactly,
    "releaseDate": _exactly,
    "date": _exactly,
    "phone": _same_phone,
    "url": _same_link,
    "years": _about,
}


def _stated(row: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in row.items() if value}


def _ended(row: dict[str, str]) -> dict[str, str]:
    return {**row, "endDate": PRESENT} if "startDate" in row and "endDate" not in row else row


def _canonical(skill: str) -> str:
    """The gold names skills in people's words, so that it outlives a change of the vocabulary."""
    return next((mention.skill for mention in find_skills(skill)), skill)


def _shown(profile: Profile, gold: Mapping[str, Any]) -> list[dict[str, str]]:
    asked = {_canonical(name): each for name, each in gold.get("meta", {}).get("skills", {}).items()}
    rows = []
    for each in profile.skills:
        if each.skill in asked:
            years = f"{each.years:.2f}" if each.years is not None and "years" in asked[each.skill] else ""
            rows.append(_stated({"skill": each.skill, "years": years, "strength": each.strength.value}))
    return rows


def _told(gold: Mapping[str, Any]) -> Sequence[tuple[str, str, str]]:
    """Each sentence or bullet that the gold places: its text, its section and the title of its entry."""
    told = [
        (line, section, row.get(title, ""))
        for section, title in (("work", "position"), ("projects", "name"))
        for row in gold.get(section, ())
        for line in (row.get("description", ""), *row.get("highlights", ()))
        if line
    ]
    return [*told, *((row["name"], "publications", "") for row in gold.get("publications", ()))]


def _where(profile: Profile, text: str) -> dict[str, str]:
    start = _letters(" ".join(text.split()[:6]))
    passage = next((each for each in profile.passages if start in _letters(each.text)), None)
    if passage is None:
        return {}
    row = {"text": text, "section": passage.section.value}
    return _stated({**row, "entry": _entry(profile, passage)})


def _entry(profile: Profile, passage: Passage) -> str:
    if passage.entry is None or passage.section is Section.PUBLICATIONS:
        return ""
    entry = profile.entries[passage.entry]
    return entry.title or entry.organisation
