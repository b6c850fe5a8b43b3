"""What a sentence says about a skill that it names: shown, denied, hoped for, or other people's work.

Naming is not knowing: "no experience with Kubernetes" names it. Cues are read within the clause of the mention,
the nearest one wins, and a sentence without a cue shows the skill. Wordings are tables, so that a new one is a line.
"""

import re
from enum import StrEnum


class Polarity(StrEnum):
    """What a mention of a skill claims."""

    SHOWN = "shown"
    NEGATED = "negated"
    ASPIRED = "aspired"
    OTHERS = "others"


_VERBS = (
    r"(?:learn\w*|work\w*|grow\w*|get|gain\w*|explor\w*|us(?:e|ing)|mov\w+|transition\w*|develop\w*|deepen\w*"
    r"|build\w*|"
    r"appl\w+|dive|div\w+|pick|master\w*|stud\w+|expand\w*|try|experiment\w*|speciali[sz]\w+|improve|improving|"
    r"break|pivot\w*|become|contribute|join|start|know|understand|get\w*|obtain\w*|acquir\w+)"
)
_PEOPLE = (
    r"(?:teams?|engineers?|developers?|scientists?|contractors?|colleagues?|vendors?|analysts?|researchers?|"
    r"consultants?|agenc(?:y|ies)|partners?|students?|customers?|clients?|reports|squads?|group|staff|interns?|users)"
)
_DID = (
    r"(?:us\w+|buil[dt]\w*|train\w+|develop\w+|wr(?:ote|ites?|iting)|deploy\w*|work\w*|maintain\w*|ran|run\w*|cod\w+|"
    r"implement\w*|design\w*|own\w*|creat\w+|migrat\w+|handl\w+|fine.?tun\w+|operat\w+|specialis\w+|specializ\w+)"
)

_BEFORE: tuple[tuple[Polarity, str], ...] = (
    (Polarity.NEGATED, r"\b(?:no|zero|little(?: to no)?|lack(?:s|ing|ed)?(?: of)?|without|limited to no)\s+"
     r"(?:\w+[- ]){0,3}?(?:experience|knowledge|exposure|background|expertise|familiarity|skills?|training)\b"),
    (Polarity.NEGATED, r"\b(?:no|lacks?|lacking)\s+$"),
    (Polarity.NEGATED, r"\bwithout(?: \w+ing)?\s+$"),
    (Polarity.NEGATED, r"(?:\b(?:not|never)|n['\u2019]t)\s+(?:\w+\s+){0,2}?(?:used|use|using|worked|work"
     r"|touched|tried|written|wrote|"
     r"write|learned|learnt|built|build|done|had|have|deployed|coded|programmed|know|seen|run|shipped|been"
     r"|gotten|got|"
     r"experienced|familiar|proficient|comfortable|an? expert|skilled|fluent|versed|include[sd]?|cover(?:ed)"
     r"?|studied)\b"),
    (Polarity.NEGATED, r"\b(?:unfamiliar|inexperienced)\s+(?:with|in)\b"),
    (Polarity.NEGATED, r"\b(?:instead of|rather than|new to|other than|except(?: for)?|apart from)\s+(?:\w+\s+)?$"),
    (Polarity.NEGATED, r"\b(?:yet to|have yet to)\s+\w+"),
    (Polarity.ASPIRED, r"\b(?:eager|keen|excited|hop(?:e|es|ed|ing)|wants?|wanting|willing|would (?:like|love)"
     r"|['\u2019]d (?:like|love)|"
     r"looking(?: forward)?|ready|plans?|planning|aim(?:s|ing)?|aspir(?:e|es|ing)|wish(?:es|ing)?|desire|happy|open|"
     r"intend(?:s|ing)?|motivated|enthusiastic|goal is|trying|ambition is|opportunity|need)\s+(?:to|about|for"
     r")\s+(?:\w+\s+){0,2}?"
     + _VERBS + r"\b"),
    (Polarity.ASPIRED, r"\b(?:interest(?:ed)?|interests? include|interests lie)\s+in\b|\binterests?\s*"
     r"(?:include|:|are)"),
    (Polarity.ASPIRED, r"\b(?:curious|passionate|enthusiastic|excited|passion)\s+(?:about|for)\b"),
    (Polarity.ASPIRED, r"(?<!machine )(?<!machine-)(?<!deep )(?<!deep-)(?<!reinforcement )(?<!transfer )"
     r"(?<!supervised )"
     r"(?<!federated )(?<!continual )(?<!active )(?<!unsupervised )(?<!contrastive )(?<!representation )"
     r"\blearning\s+(?:about\s+|how to \w+\s+|to use\s+|the basics of\s+|more about\s+|\w+\s+and\s+)?$"),
    (Polarity.ASPIRED, r"\b(?:currently|now|still|just|actively|self-?)\s+(?:learning|studying|exploring|taking"
     r"|enrolled|beginning)\b"),
    (Polarity.ASPIRED, r"\baspiring\b"),
    (Polarity.ASPIRED, r"\b(?:seeking|looking for|searching for|pursuing)\s+(?:an?\s+|my\s+|the\s+)"
     r"?(?:[\w-]+\s+){0,3}?"
     r"(?:role|position|opportunit\w+|job|internship|career|team|challenge)s?\b"),
    (Polarity.ASPIRED, r"\b(?:beginner|novice)\s+(?:in|with|at)\b"),
    (Polarity.OTHERS, r"\b" + _PEOPLE + r"\b[^.;]{0,30}?\b(?:that|who|which|whom)\s+(?:\w+\s+){0,3}?" + _DID + r"\b"),
    (Polarity.OTHERS, r"\b(?:manag\w+|led|lead(?:s|ing)?|supervis\w+|oversaw|overseeing|oversee\w*|support(?:ed"
     r"|ing)|coordinat\w+|"
     r"mentor(?:ed|ing)|coach(?:ed|ing)|direct(?:ed|ing)|help(?:ed|ing)|work(?:ed|ing) (?:alongside|with)"
     r")\s+[^.;]{0,40}?\b" + _PEOPLE
     + r"\b[^.;,]{0,20}?\s" + r"(?:using|building|working|training|developing|writing|deploying|maintaining"
     r"|running|to use|"
     r"responsible for|doing)\b"),
    (Polarity.OTHERS, r"\b(?:hired|hiring|recruit(?:ed|ing)|sourc(?:ed|ing)|placed|interview(?:ed|ing))\s+"
     r"(?:\w+\s+){0,4}$"),
    (Polarity.OTHERS, r"\b(?:our|the|their|my|whose|another|partner|other)\s+(?:\w+\s+"
     r"){0,2}?" + _PEOPLE + r"\s+(?:\w+ly\s+)?"
     r"(?:used|built|trained|developed|wrote|deployed|maintained|ran|coded|implemented|designed|owned|created"
     r"|handled|migrated|did)\b"),
    (Polarity.OTHERS, r"\b(?:written|built|developed|maintained|owned|trained|designed)\s+by\s+(?:others"
     r"|an?other|the|our|my|an?)\b[^.;]{0,30}$"),
)  # fmt: skip
_AFTER: tuple[tuple[Polarity, str], ...] = (
    (Polarity.NEGATED, r"\s*[(:\u2013\u2014-]\s*(?:none|no\b|not\b|never|n/?a\b|zero)"),
    (Polarity.NEGATED, r"[^,;.]{0,24}?\b(?:is|are|was|were)(?:\s+not|n['\u2019]t)\s+(?:something|among|one of"
     r"|part|used|in my|my)"),
    (Polarity.NEGATED, r"\s*,?\s+(?:I|we)\s+(?:have\s+|['\u2019]ve\s+|had\s+)?(?:never|not|haven['\u2019]t"
     r"|don['\u2019]t)\b"),
    (Polarity.NEGATED, r"\s+(?:experience|knowledge|exposure)\s*(?::|is|\u2013|-)\s*(?:none|no|lacking|missing"
     r"|limited to none)\b"),
    (Polarity.ASPIRED, r"\s*[(:\u2013\u2014-]\s*(?:currently |still |just |now |self-)?(?:learning|in progress"
     r"|studying|beginner|interested|"
     r"want to learn|would like|planned|next)"),
    (Polarity.ASPIRED, r"[^,;.]{0,24}?\b(?:is|are)\s+(?:something|what|the next|next|a skill|on my)\b[^;.]{0,40}?"
     r"(?:learn|want|list|explore|would|hope|pick)"),
    (Polarity.OTHERS, r"[^;.]{0,40}?\b(?:used|built|done|handled|written|owned|run|maintained|managed|trained"
     r"|developed|deployed|led)"
     r"\s+by\s+(?:(?:the|my|our|another|other|a|an|their)\s+)?(?:\w+\s+){0,2}?(?:" + _PEOPLE + r"|others|someone)\b"),
    (Polarity.OTHERS, r"\s+by\s+(?:the|my|our|another|other|an?|their)\s+(?:\w+\s+){0,2}?" + _PEOPLE + r"\b"),
)  # fmt: skip

_CUES = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _BEFORE)
_TAILS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _AFTER)
_CUE_HINT = re.compile(
    r"\b(?:no|not|never|zero|little|lack\w*|without|unfamiliar|inexperienced|instead|rather|new|other|except"
    r"|apart|yet|none|n/?a)\b|n['\u2019]t|"
    r"\b(?:eager|keen|excited|hop\w+|want\w*|willing|would|looking|ready|plan\w*|aim\w*|aspir\w+|wish\w*|desire"
    r"|happy|open|intend\w*|"
    r"motivated|enthusiastic|goal|trying|ambition|opportunity|need|interest\w*|curious|passion\w*|learning"
    r"|currently|now|still|just|self|"
    r"seeking|searching|pursuing|beginner|novice|next|something|hired|hiring|recruit\w+|sourc\w+|placed"
    r"|interview\w*|by)\b|['\u2019]d\b|\b" + _PEOPLE,
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[;\n]")
_TURN = re.compile(
    r"\b(?:but|however|although|though|while|whereas|yet have|besides)\b|,\s+(?:and\s+|so\s+)?(?:I|we)\b"
    r"|\s[\u2013\u2014-]\s|"
    r"\band\s+(?:I|we|have|am)\b",
    re.IGNORECASE,
)
_COMMA_TURN = re.compile(
    r",\s+(?:mostly|mainly|only|instead|strong|expert|proficient|solid|extensive|deep|good|skilled|built|wrote"
    r"|ran|led|shipped|"
    r"\w+ed|\d+\+? years?)\b|\band\s+(?:built|wrote|used|ran|led|shipped|worked|deployed|expert|proficient|strong)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:my|existing|years?|proven|experienced)\b", re.IGNORECASE)
_NOT_A_DENIAL = re.compile(r"\b(?:not|no)\s+(?:only|just|limited|merely|longer|less|fewer)\b", re.IGNORECASE)
_PART_OF_TEAM = re.compile(
    r"\b(?:part of|member of|joined|on|within|in)\s+(?:a|the|our|an)?\s*(?:\w+\s+){0,3}$", re.IGNORECASE
)


def polarity(sentence: str, start: int, end: int) -> Polarity:
    """What `sentence` claims of the skill that it names at `[start, end)`; SHOWN when it gives no other cue."""
    before, after = _clause(sentence, start, end)
    if not (_CUE_HINT.search(before) or _CUE_HINT.search(after)):
        return Polarity.SHOWN
    tail = next((kind for kind, pattern in _TAILS if pattern.match(after)), None)
    if tail:
        return tail
    cues = [
        (match.end(), kind)
        for kind, pattern in _CUES
        for match in pattern.finditer(before)
        if _holds(before, match, kind)
    ]
    return max(cues, key=lambda cue: cue[0])[1] if cues else Polarity.SHOWN


def _clause(sentence: str, start: int, end: int) -> tuple[str, str]:
    """The words of the mention's clause before and after it."""
    opened = max((m.end() for m in _SENTENCE_END.finditer(sentence, 0, start)), default=0)
    closing = _SENTENCE_END.search(sentence, end)
    before = sentence[opened:start]
    turned = max((m.end() for m in _TURN.finditer(before)), default=0)
    return before[turned:], sentence[end : closing.start() if closing else len(sentence)]


def _holds(before: str, cue: "re.Match[str]", kind: Polarity) -> bool:
    """True when nothing between the cue and the mention takes the cue back."""
    between = before[cue.end() :]
    if kind is Polarity.OTHERS:
        return not _PART_OF_TEAM.search(before[: cue.start()])
    if _COMMA_TURN.search(between):
        return False
    if kind is Polarity.ASPIRED:
        return not _OWN.search(between)
    return not _NOT_A_DENIAL.match(before, cue.start())
