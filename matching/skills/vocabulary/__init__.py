"""The canonical skills, read from the TOML files beside this module on first use.

The files are our own writing. `identifiers.toml` beside this package ties a skill to ESCO (European Commission, reused
with acknowledgement) and to O*NET (CC BY 4.0) where they know it; no description is taken from either.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

BROADER, SIBLING, DISTANT = 0.7, 0.4, 0.2
_ESCO = "http://data.europa.eu/esco/skill/"


@dataclass(frozen=True, slots=True)
class Skill:
    """One canonical skill.

    `aliases` match in any case and `exact` only as spelled; `careful` says that the exact spellings are ordinary
    words or letters (Go, R, C) that count only in the company of a list or a word like "developer". `layer` is
    "1", "2", "3" or "" (general); `born` the year of first public release, where a claim can be too old for it.
    `esco` is the public URI of the same thing in ESCO, `onet` its commodity code and example in O*NET; "" if none.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    layer: str = ""
    broader: tuple[str, ...] = ()
    born: int | None = None
    careful: bool = False
    esco: str = ""
    onet: str = ""


class _Vocabulary(Mapping[str, Skill]):
    """Skills by id, read from disk when the first one is asked for."""

    def __getitem__(self, key: str) -> Skill:
        return _skills()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(_skills())

    def __len__(self) -> int:
        return len(_skills())


VOCABULARY: Mapping[str, Skill] = _Vocabulary()
"""Every canonical skill by its id."""


def skill(name_or_alias: str) -> Skill | None:
    """The skill of that id, name or alias, in any case ("K8s", "postgres"), or None when we do not know it."""
    return _skills().get(name_or_alias) or _by_name().get(_folded(name_or_alias))


def label(name_or_alias: str) -> str:
    """The name by which people call a skill ("cpp" gives "C++", "k8s" Kubernetes); the unknown stays as it is."""
    known = skill(name_or_alias)
    return known.name if known else name_or_alias


@cache
def related(a: str, b: str) -> float:
    """How much showing one skill says about the other, in [0, 1] and the same in both directions.

    1.0 the same, 0.7 a step up or down (PyTorch and deep learning), 0.49 two steps, 0.4 siblings, 0.2 cousins,
    0.0 strangers or unknown ids. The steps are expert judgement; the evidence model weighs them.
    """
    if a == b:
        return 1.0
    up_a, up_b = _ancestors(a), _ancestors(b)
    steps = up_a.get(b) or up_b.get(a)
    if steps:
        return float(BROADER**steps) if steps <= 2 else DISTANT
    shared = [max(up_a[each], up_b[each]) for each in up_a.keys() & up_b.keys()]
    nearest = min(shared, default=9)
    return SIBLING if nearest == 1 else DISTANT if nearest == 2 else 0.0


@cache
def _ancestors(identifier: str) -> dict[str, int]:
    """The broader skills with the least number of steps that lead to each."""
    found: dict[str, int] = {}
    frontier, steps = {identifier}, 0
    while frontier:
        steps += 1
        parents = {up for each in frontier if each in _skills() for up in _skills()[each].broader}
        frontier = parents - found.keys()
        found |= dict.fromkeys(frontier, steps)
    return found


@cache
def _skills() -> Mapping[str, Skill]:
    found: dict[str, Skill] = {}
    for path in sorted(files(__name__).iterdir(), key=lambda each: each.name):
        if path.name.endswith(".toml"):
            document = tomllib.loads(path.read_text(encoding="utf-8"))
            layer = document.get("layer", "")
            found |= {key: _read(key, row, layer=layer) for key, row in document["skills"].items()}
    return MappingProxyType({key: _identified(each) for key, each in found.items()})


def _identified(each: Skill) -> Skill:
    """The skill with its public identifiers."""
    public = _identifiers()
    esco, onet = public["esco"].get(each.id), public["onet"].get(each.id)
    return replace(each, esco=f"{_ESCO}{esco[0]}" if esco else "", onet=" ".join(onet or ()))


@cache
def _identifiers() -> Mapping[str, Mapping[str, list[str]]]:
    text = (files("matching.skills") / "identifiers.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def _read(key: str, row: Mapping[str, Any], *, layer: str) -> Skill:
    return Skill(
        id=key,
        name=row["name"],
        kind=row["kind"],
        aliases=tuple(row.get("aliases", ())),
        exact=tuple(row.get("exact", ())),
        layer=row.get("layer", layer),
        broader=tuple(row.get("broader", ())),
        born=row.get("born"),
        careful=row.get("careful", False),
    )


@cache
def _by_name() -> Mapping[str, Skill]:
    return {
        _folded(spelling): each for each in _skills().values() for spelling in (each.name, *each.aliases, *each.exact)
    }


def _folded(spelling: str) -> str:
    return " ".join(spelling.casefold().replace("-", " ").split())
