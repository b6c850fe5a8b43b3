"""The tags that draw Strata's own signs: bands, verdicts, the score bar, icons, the rail.

Lengths are SVG attributes, because the content security policy allows no inline style.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.template.defaultfilters import date as format_date
from django.urls import Resolver404, resolve
from django.utils import timezone

from matching.layers import STACK, Layer
from matching.skills import label
from recruit.portal import wordings
from recruit.portal.score_bar import score_bar
from recruit.postings import inline

register = template.Library()

BAND_WIDTH = 72
MINUS = "\u2212"
_TITLES = {each.value: each.label for each in Layer}
_BANDS = tuple(zip(STACK, ("l1", "l2", "l3"), (0, 8, 16), strict=True))
_PLACES = (
    ("Today", "today", "/"),
    ("Postings", "postings", "/postings/"),
    ("People", "people", "/people/"),
    ("Outreach", "outreach", "/outreach/"),
)
_FOOT = (("Settings", "settings", "/settings/"),)
_KINDS = {
    "resume.received": "Resume received",
    "resume.read": "Resume read",
    "resume.refused": "Resume could not be read",
    "resume.corrected": "Read again with what was said",
    "correction.made": "Reading corrected",
    "correction.undone": "Correction taken back",
    "criteria.changed": "Criteria changed",
    "candidate.withdrawn": "Withdrew",
    "candidate.merged": "Merged with another record",
    "candidate.unmerged": "Merge taken back",
    "draft.requested": "Draft asked for",
    "draft.ready": "Draft ready",
    "draft.edited": "Draft edited",
    "draft.approved": "Mail approved",
    "message.sent": "Mail sent",
    "message.uncertain": "Mail may not have arrived",
}
_CHOICES = {
    "shortlist": "Shortlisted",
    "pass": "Passed",
    "undo": "Decision undone",
    "release": "Released to the company",
    "reveal": "Identity revealed",
}
_STAFF = ("Jobs", "jobs", "/staff/jobs/")


@register.inclusion_tag("parts/icon.html")
def icon(name: str, *, small: bool = False) -> dict[str, Any]:
    """One sign of the sprite, silent to screen readers: a word stands beside it."""
    return {"name": name, "small": small}


@register.inclusion_tag("parts/logo.html")
def logo() -> dict[str, Any]:
    """The three bands."""
    return {}


@register.inclusion_tag("parts/rail.html", takes_context=True)
def rail(context: Mapping[str, Any]) -> dict[str, Any]:
    """The places of the house; the one that the reader is in is marked."""
    request = context["request"]
    staff = (_STAFF,) if request.user.is_staff else ()
    return {"places": _links(_PLACES, request.path), "foot": _links(staff + _FOOT, request.path)}


def _links(places: tuple[tuple[str, str, str], ...], path: str) -> list[dict[str, Any]]:
    links = []
    for word, sign, root in places:
        try:
            resolve(root)
        except Resolver404:  # a room that is not installed has no place in the rail
            continue
        here = path == root if root == "/" else path.startswith(root)
        links.append({"word": word, "icon": sign, "url": root, "here": here})
    return links


@register.inclusion_tag("parts/strata.html")
def strata(reading: Mapping[str, Any] | None, *, large: bool = False) -> dict[str, Any]:
    """A layer profile: three bands as long as the calibrated probabilities. Takes a stored LayerReading.

    A text in which nothing was read has equal probabilities and no evidence: it gets no bands, and the words say so.
    """
    probabilities = (reading or {}).get("probabilities", {})
    nothing = len(set(probabilities.values())) == 1 and not (reading or {}).get("evidence")
    if nothing:
        probabilities = {}
    bands = [
        {"css": css, "y": y, "width": round(BAND_WIDTH * float(probabilities.get(layer.value, 0.0)), 1)}
        for layer, css, y in _BANDS
    ]
    words = ", ".join(f"layer {each.value} {fraction(probabilities.get(each.value, 0.0))}" for each in STACK)
    return {
        "bands": bands,
        "words": words if probabilities else "nothing to read" if nothing else "not read yet",
        "large": large,
        "unsure": bool((reading or {}).get("abstained")),
    }


@register.inclusion_tag("parts/layer_tag.html")
def layer_tag(layer: str, *, short: bool = False) -> dict[str, Any]:
    """The layer's name on its tint."""
    title = layer_title(layer)
    return {"layer": layer or "none", "title": title.split(" · ")[-1] if short else title, "full": title}


@register.filter
def layer_title(layer: str) -> str:
    """The name of a layer as people read it."""
    return _TITLES.get(layer, "Not read yet")


@register.filter
def skill_label(identifier: str) -> str:
    """A skill as people call it; pages never show the vocabulary's short ids."""
    return label(identifier)


@register.filter
def field_words(name: str) -> str:
    """A read field in a person's words."""
    return wordings.field_words(name)


@register.filter
def work_words(job: Any) -> str:
    """What a job was doing, in a person's words."""
    return wordings.work_words(job.journey, job.step)


@register.filter
def plainly(words: str) -> str:
    """A few words of an ad without the signs of its markup."""
    return inline.plainly(words)


@register.inclusion_tag("parts/verdict.html")
def verdict(word: str) -> dict[str, Any]:
    """Icon and word of a verdict, each with its own shape."""
    return {"word": word, "css": word.replace(" ", "-")}


@register.filter
def css_of(word: str) -> str:
    """A verdict as a class name."""
    return str(word).replace(" ", "-").replace("_", "-")


@register.inclusion_tag("parts/score.html")
def score(match: Any) -> dict[str, Any]:
    """The score bar with its parts, which add up to the score."""
    bar = score_bar(match.parts, total=match.score)
    words = ", ".join(f"{part.label} {fraction(part.hundredths / 100)}" for part in bar)
    return {"parts": bar, "total": fraction(match.score), "words": words, "layer": match.layer}


@register.filter
def hundredths(number: int) -> str:
    """A whole number of hundredths as a fit is written."""
    return fraction(number / 100)


@register.filter
def fraction(number: float | str) -> str:
    """Two decimals without the leading zero, as fits are written: .91, minus .05, 1.0."""
    value = float(number)
    if value >= 0.995:
        return "1.0"
    return (MINUS if value < -0.004 else "") + f"{abs(value):.2f}".removeprefix("0")


@register.filter
def when(moment: datetime | None) -> str:
    """Relative up to a week, then a date."""
    if moment is None:
        return ""
    seconds = (timezone.now() - moment).total_seconds()
    if seconds < 60:
        return "just now"
    for size, word, limit in ((60, "min", 3600), (3600, "h", 86400), (86400, "d", 7 * 86400)):
        if seconds < limit:
            return f"{int(seconds // size)} {word} ago"
    return str(format_date(moment, "j M Y"))


@register.simple_tag
def layer_rows(reading: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    """All five labels with their probabilities, for the large form of a layer profile."""
    probabilities = (reading or {}).get("probabilities", {})
    return [
        {
            "layer": layer.value,
            "title": layer.label,
            "width": round(100 * float(probabilities.get(layer.value, 0.0)), 1),
            "figure": fraction(probabilities.get(layer.value, 0.0)),
        }
        for layer in Layer
    ]


@register.inclusion_tag("parts/strata.html")
def bands(probabilities: Mapping[str, float] | None) -> dict[str, Any]:
    """The three bands from bare probabilities, as lists carry them."""
    return strata({"probabilities": probabilities or {}})


@register.filter
def told(event: Any) -> str:
    """One event as a sentence; a kind that nobody gave words to is shown as it is."""
    choice = event.facts.get("choice", "")
    words = _CHOICES.get(choice) if event.kind == "decision.made" else _KINDS.get(event.kind)
    reason = event.facts.get("reason", "")
    return f"{words or event.kind}{f', {reason}' if reason and choice else ''}"
