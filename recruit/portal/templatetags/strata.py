"""The tags that draw Strata's own signs: bands, verdicts, the score bar, icons, the rail.

Lengths are SVG attributes, because the content security policy allows no inline style.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.template.defaultfilters import date as format_date
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from matching.layers import STACK, Layer

register = template.Library()

BAND_WIDTH = 72
_BANDS = tuple(zip(STACK, ("l1", "l2", "l3"), (0, 8, 16), strict=True))
_PARTS = ("musts", "nices", "layer", "seniority", "avoid", "cap")
_LABELS = {"musts": "musts", "nices": "nice-to-haves", "avoid": "to avoid", "cap": "must not shown"}
_TIPS = {
    "musts": "How far the must requirements are shown, weighed.",
    "nices": "How far the nice-to-haves are shown, weighed.",
    "layer": "How much of the role's layer the person's evidence covers.",
    "seniority": "Dated years over the years asked. More never counts against anyone.",
    "avoid": "Taken off for something the posting asks to avoid.",
    "cap": "Musts that are not shown hold the fit under a ceiling. Nobody is hidden by it.",
}
_PLACES = (
    ("Today", "today", "portal:today", "/"),
    ("Postings", "postings", "postings:list", "/postings/"),
    ("People", "people", "candidates:list", "/people/"),
    ("Outreach", "outreach", "outreach:list", "/outreach/"),
)
_FOOT = (("Settings", "settings", "portal:settings", "/settings/"),)
_STAFF = ("Jobs", "jobs", "portal:jobs", "/staff/jobs/")


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


def _links(places: tuple[tuple[str, str, str, str], ...], path: str) -> list[dict[str, Any]]:
    links = []
    for word, sign, name, root in places:
        try:
            url = reverse(name)
        except NoReverseMatch:  # a room that is not installed has no place in the rail
            continue
        links.append({"word": word, "icon": sign, "url": url, "here": path == root if root == "/" else path.startswith(root)})
    return links


@register.inclusion_tag("parts/strata.html")
def strata(reading: Mapping[str, Any] | None, *, large: bool = False) -> dict[str, Any]:
    """A layer profile: three bands as long as the calibrated probabilities. Takes a stored LayerReading."""
    probabilities = (reading or {}).get("probabilities", {})
    bands = [
        {"css": css, "y": y, "width": round(BAND_WIDTH * float(probabilities.get(layer.value, 0.0)), 1)}
        for layer, css, y in _BANDS
    ]
    words = ", ".join(f"layer {each.value} {fraction(probabilities.get(each.value, 0.0))}" for each in STACK)
    return {"bands": bands, "words": words if probabilities else "not read yet", "large": large,
            "unsure": bool((reading or {}).get("abstained"))}


@register.simple_tag
def probability(reading: Mapping[str, Any], layer: str) -> float:
    """The probability of one layer in a stored LayerReading."""
    return float((reading or {}).get("probabilities", {}).get(layer, 0.0))


@register.inclusion_tag("parts/layer_tag.html")
def layer_tag(layer: str, *, short: bool = False) -> dict[str, Any]:
    """The layer's name on its tint."""
    title = layer_title(layer)
    return {"layer": layer or "none", "title": title.split(" · ")[-1] if short else title, "full": title}


@register.filter
def layer_title(layer: str) -> str:
    """The name of a layer as people read it."""
    return Layer(layer).title if layer in Layer else "Not read yet"


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
    parts, at, words = [], 0.0, []
    for name in _PARTS:
        amount = float(match.parts.get(name, 0.0))
        if not amount and name not in ("musts", "layer"):
            continue
        label = _LABELS.get(name, name)
        width = 100 * amount if amount > 0 else 0
        parts.append({"name": name, "label": label, "tip": _TIPS[name], "amount": fraction(amount),
                      "x": round(at, 2), "width": round(width, 2)})
        words.append(f"{label} {fraction(amount)}")
        at += width
    return {"parts": parts, "total": fraction(match.score), "words": ", ".join(words), "layer": match.layer}


@register.filter
def fraction(number: float | str) -> str:
    """Two decimals without the leading zero, as fits are written: .91, −.05, 1.0."""
    value = float(number)
    if value >= 0.995:
        return "1.0"
    return ("−" if value < -0.004 else "") + f"{abs(value):.2f}".removeprefix("0")


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
