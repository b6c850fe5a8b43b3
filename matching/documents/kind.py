"""Is this text a resume or a posting? Asked only where nobody has said so (the `read` command).

Both are full of skills, so these decide nothing. A posting speaks to somebody ("you will"), asks ("5+ years",
"requirements") and offers (pay, benefits); a resume is headed by a person (an address to write to), is dated, and tells
what was done in the past tense. Each sign counts with its weight and only a few times, so that one long list decides
nothing; headings of the larger European languages are known, since boards are local.
"""

import re
from typing import Literal

_MOST = 6


def _heads(*wordings: str) -> re.Pattern[str]:
    return re.compile(r"^\W*(?:" + "|".join(wordings) + r")\W*$", re.IGNORECASE | re.MULTILINE)


def _words(*wordings: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(wordings) + r")\b", re.IGNORECASE)


_POSTING: tuple[tuple[float, re.Pattern[str]], ...] = (
    (
        1.0,
        _words(
            r"we.?re (?:hiring|looking for)|we are (?:hiring|looking|seeking|now accepting)",
            r"is (?:hiring|looking for|seeking)",
            r"you will|you.ll|who you are|about (?:the role|the job|the position|us|you|the team)|join (?:us|our)",
            r"(?:ideal|successful|preferred|qualified|strong) (?:candidates?|applicants?)",
            r"candidates? (?:must|should|will|who)",
            r"what we offer|we offer|our team|the role|this (?:role|position)|the position",
            r"job (?:description|type|summary)",
            r"nice to have|good to have|must[- ]have|responsibilities include|your (?:profile|tasks|responsibilities)",
            r"apply (?:now|here|today|by)|to apply|equal opportunity|reports? to the",
            r"is (?:an? (?:plus|asset)|required)",
            r"(?:preferred|minimum|required|basic|desired|additional) (?:qualifications|skills|experience|education)",
            r"salary range|pay range|onsite|on-site|equity|full[- ]time|visa sponsorship|(?:essential|primary) duties",
        ),
    ),
    (0.34, _words(r"your?|we|our|us")),
    (
        0.7,
        re.compile(
            r"\b\d{1,2}\s?(?:\+|-\s?\d{1,2}\+?)\s?(?:years|yrs)\b|\b(?:minimum|at least) (?:of )?\w+ years\b", re.I
        ),
    ),
    (0.5, re.compile(r"\((?:required|nice to have|preferred|a plus|desirable|[fmwdx](?:/[fmwdx])+)\)", re.IGNORECASE)),
    (
        1.5,
        _heads(
            r"(?:job |key |minimum |basic |preferred |desired )?(?:requirements|responsibilities|qualifications)",
            r"(?:required|desired|preferred) skills|(?:essential|desirable|benefits|perks|compensation|expectations)",
            r"(?:the )?(?:role|opportunity|position)(?: overview)?|what you.{0,30}|who (?:you|we) are|how to apply",
            r"nice to haves?|bonus(?: points)?|good to have|must[- ]haves?|we offer|what we .{0,20}",
            r"job (?:description|summary)",
        ),
    ),
    (
        1.5,
        _words(
            r"requisitos|vacante|vagas?|buscamos|estamos buscando|ofrecemos|oferecemos|[uú]nete|solicita(?:mos)?",
            r"voc[eê]",
            r"te invita|funciones|perfil del puesto|objetivo del puesto|puesto similar|en b[uú]squeda|nuestro equipo",
            r"wir suchen|wir bieten|(?:ihre|deine) aufgaben|(?:ihr|dein) profil|anforderungen|nous recherchons",
            r"profil recherch[eé]",
            r"vos missions|nous offrons|wij zoeken|wij bieden|cerchiamo|offriamo|poszukujemy|oferujemy|wymagania",
        ),
    ),
)
_RESUME: tuple[tuple[float, re.Pattern[str]], ...] = (
    (
        1.0,
        _words(
            r"curriculum vitae|lebenslauf|r[ée]sum[ée]|work (?:experience|history)|professional (?:experience|summary)",
            r"employment history|references available|gpa|linkedin\.com/in|github\.com/[\w-]+",
            r"formaci[oó]n acad[eé]mica",
            r"experiencia laboral|berufserfahrung|werdegang|exp[eé]riences? professionnelles?",
        ),
    ),
    (0.5, _words(r"education|bachelor|b\.?sc|m\.?sc|ph\.?d")),
    (
        1.0,
        re.compile(
            r"\b(?:19|20)\d\d\s*(?:-|\u2013|\u2014|to)\s*(?:(?:19|20)\d\d|present|current|now)\b", re.IGNORECASE
        ),
    ),
    (0.7, re.compile(r"\b(?:0?[1-9]|1[0-2])/(?:19|20)\d\d\b")),
    (
        1.0,
        _heads(
            r"(?:(?:professional|career|executive|work|employment|summary of) )?(?:summary|profile|experience|history|"
            r"skills|education(?: and training)?|highlights|accomplishments|certifications|languages|interests|"
            r"projects|publications|references|additional information|objective)",
        ),
    ),
    (
        0.34,
        re.compile(
            r"(?:^|[.;]\s+)[\s\u2022*\u00b7-]*(?:(?:[A-Z][a-z]{2,}ed)|Led|Built|Wrote|Ran|Taught|Grew|Oversaw|Made|Won)\s+[a-z]",
            re.MULTILINE,
        ),
    ),
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_HEAD = 600
_HEADED_BY_A_PERSON = 2.0


def guess_kind(text: str) -> Literal["resume", "posting"]:
    """Tell a resume from a posting by its words. "resume" when in doubt."""
    headed = _HEADED_BY_A_PERSON if _MAIL.search(text[:_HEAD]) else 0.0
    return "posting" if _weighed(_POSTING, text) > _weighed(_RESUME, text) + headed else "resume"


def _weighed(signs: tuple[tuple[float, re.Pattern[str]], ...], text: str) -> float:
    return sum(weight * min(_MOST, sum(1 for _ in sign.finditer(text))) for weight, sign in signs)
