"""The check itself: each claim against its source, then whatever else the body states against all sources."""

import re

from matching.grounding import words
from matching.grounding.values import Brief, Claim, ClaimCheck, Draft, Grounding, Source

SHARED_CONTENT = 0.5
"""How much of a claim's content words must stand in its source: below it, the claim is about something else."""

_SENTENCE = re.compile(r"(?<=[.!?])[\"\u201d\u2019)]*\s+(?=[A-Z“\"{])|\n+")
_CLAUSE = re.compile(r"[.!?;\n]+\s*|,\s+(?:but|though|although|and)\s+")
_PERSON = re.compile(r"\b(?:you|your|you['\u2019]\w+|yours|\{\{candidate\}\})", re.I)
_ASKS = re.compile(
    r"^\W*(?:if|would|could|can|do|are|is|may|might|should|when|whether|let|please|shall|how|what|hello|hi|dear)\b|\?\W*$",
    re.I,
)
_STATES = re.compile(
    r"\b(?:you(?:['\u2019](?:ve|re))?\s+(?:\w+ly\s+|have\s+|also\s+|clearly\s+|are\s+|were\s+){0,2}"
    r"(?:\w{2,}ed|built|wrote|ran|led|made|taught|grew|kept|held|won|shown|known|brought|took|cut|set|an?|the|one|working|leading)\b"
    r"|you['\u2019](?:ve|re)\b|you\s+(?:have|has|are|were|know|bring|hold|understand|master|excel|speak|live)\b"
    r"|your\s+(?:\w+\s+){0,2}(?:experience|background|expertise|track record|skills?|career|work|knowledge|degree|team|"
    r"leadership|years|role|research|achievements?|success|passion|mastery|command)\b)",
    re.I,
)
_REFERS = re.compile(
    r"\byour (?:resume|address|answer|reply|profile|e-?mail|name|time)\b|\byou (?:wrote|write|say|said|describe|put)\b",
    re.I,
)
_TURNED = "It says yes where its source says no, or no where it says yes."
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+", re.I)


def check(draft: Draft, brief: Brief) -> Grounding:
    """Compare a draft with the sources it was made from. Pure, a millisecond; never raises on odd text."""
    body = _flat(draft.body)
    checks = [_claim(each, body, brief) for each in draft.claims]
    checks += _uncovered(draft, brief)
    supported = tuple(each for each in checks if not each.faults)
    return Grounding(supported, tuple(each for each in checks if each.faults))


def _claim(claim: Claim, body: str, brief: Brief) -> ClaimCheck:
    source = brief.source(claim.source)
    if source is None:
        return ClaimCheck(claim, (f"It names the source {claim.source}, which was not shown.",))
    faults = [] if _flat(claim.text) in body else ["It does not stand in the mail word for word."]
    if not words.content(claim.text):
        faults.append("It states nothing.")
    return ClaimCheck(claim, (*faults, *_against(claim.text, source)))


def _against(text: str, source: Source) -> tuple[str, ...]:
    """What the text states beyond one source."""
    if _flat(text).strip("“”\"'.,;: ") in _flat(source.text):
        return () if _same_sense(text, source.text) else (_TURNED,)
    faults = [
        _missing("the number", _shown(words.numbers(text) - words.numbers(source.text))),
        _missing("the name", sorted(_strange_names(text, source.text))),
        _missing("leadership:", sorted(words.leading(text) - words.leading(source.text))),
        _missing("words of degree:", sorted(words.degrees(text) - words.degrees(source.text))),
    ]
    if not _same_sense(text, source.text):
        faults.append(_TURNED)
    shared = words.content(text) & words.content(source.text)
    if len(shared) < SHARED_CONTENT * len(words.content(text)):
        faults.append("Its source speaks of something else.")
    return tuple(each for each in faults if each)


def _strange_names(text: str, source: str) -> set[str]:
    known = {words.stem(each) for each in words.words(source)}
    known |= {part for each in words.words(source) for part in re.split(r"[/&-]", each)}
    return {each for each in words.names(text) if words.stem(each) not in known and each not in known}


def _same_sense(text: str, source: str) -> bool:
    """What the source denies is denied, what it affirms is not."""
    clauses = _CLAUSE.split(source)
    denied = frozenset[str]().union(*(words.content(each) for each in clauses if words.negates(each)))
    affirmed = frozenset[str]().union(*(words.content(each) for each in clauses if not words.negates(each)))
    return all(_agrees(each, denied, affirmed) for each in _CLAUSE.split(text))


def _agrees(clause: str, denied: frozenset[str], affirmed: frozenset[str]) -> bool:
    about = words.content(clause) - words.NEGATIONS
    if words.negates(clause):
        return len(about & denied) > len(about & (affirmed - denied))
    return not about & (denied - affirmed - words.NEGATIONS)


def _uncovered(draft: Draft, brief: Brief) -> list[ClaimCheck]:
    """Sentences that state something no claim carries and no source holds."""
    left = draft.body
    for claim in sorted(draft.claims, key=lambda each: -len(each.text)):
        left = _without(claim.text, left)
    found = []
    for sentence in (each.strip() for each in _SENTENCE.split(left)):
        faults = _loose(sentence, brief)
        if faults:
            found.append(ClaimCheck(Claim(" ".join(sentence.split()), ""), faults))
    return found + _subject(draft.subject, brief)


def _without(claim: str, body: str) -> str:
    """The body with the claim cut out, over line breaks too; the end of its sentence stays."""
    parts = claim.split()
    if not parts:
        return body
    end = parts[-1][-1] if parts[-1][-1] in ".!?" else " "
    return re.sub(r"\s+".join(map(re.escape, parts)), end, body)


def _subject(subject: str, brief: Brief) -> list[ClaimCheck]:
    faults = _hard(subject, brief, strange_names=False)
    return [ClaimCheck(Claim(subject, ""), faults)] if faults else []


def _loose(sentence: str, brief: Brief) -> tuple[str, ...]:
    faults = _hard(sentence, brief, strange_names=True)
    states = _STATES.search(_REFERS.sub(" ", sentence))
    if _PERSON.search(sentence) and states and not _ASKS.search(sentence.strip()):
        faults = ("It states something about the person without naming a source.", *faults)
    return faults


def _hard(text: str, brief: Brief, *, strange_names: bool) -> tuple[str, ...]:
    """Numbers, names and addresses that stand nowhere in the brief."""
    known = _all(brief)
    faults = [_missing("the number", _shown(words.numbers(text) - words.numbers(known)))]
    addresses = [each for each in _ADDRESS.findall(text) if each.strip(".,;)") not in known]
    faults.append(_missing("the address", addresses))
    if strange_names:
        faults.append(_missing("the name", sorted(_strange_names(_ADDRESS.sub(" ", text), known))))
    return tuple(each for each in faults if each)


def _all(brief: Brief) -> str:
    own = (
        brief.posting_title,
        brief.company_name,
        brief.recruiter_name,
        brief.workspace_name,
        brief.layer,
        brief.place,
    )
    return "\n".join(
        (*own, brief.reason_for_contact, brief.origin, brief.purpose, *(each.text for each in brief.sources))
    )


def _missing(what: str, found: list[str]) -> str:
    return f"Its source does not say {what} {', '.join(found)}." if found else ""


def _shown(values: frozenset[float]) -> list[str]:
    return [f"{each:g}" if each < 1e6 else f"{each:.0f}" for each in sorted(values)]


def _flat(text: str) -> str:
    return " ".join(text.split())
