# ruff: noqa: RUF001
"""The head of an entry: which part of its lines is the title, the employer and the place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matching.profile.countries import CITIES
from matching.profile.firms import LEGAL, has_legal_form, is_aside, names_firm, names_unit
from matching.text import Span

_TITLE = re.compile(
    r"\b(?:accountant|administrator|admin|advis[eo]r|agent|aide|analyst|apprentice|architect|artist|assistant|asst|candidate|concierge|hygienist|associate|"
    r"attendant|attorney|auditor|barista|bartender|bookkeeper|broker|buyer|captain|cashier|chair|chef|chief|clerk|coach|"
    r"co-?founder|c[eotf]o|cook|consultant|contractor|controller|coordinator|counsel+or|creator|curator|dentist|designer|"
    r"developer|director|dispatcher|doctor|driver|economist|editor|educator|electrician|engineer|entrepreneur|estimator|"
    r"evangelist|executive|expert|facilitator|fellow|foreman|founder|freelancer?|head|hostess|inspector|instructor|intern|"
    r"internship|investigator|journalist|lead|leader|lecturer|liaison|librarian|machinist|maintainer|manager|mechanic|"
    r"member|mentor|merchandiser|officer|operator|owner|paralegal|partner|photographer|physician|pilot|planner|postdoc\w*|"
    r"president|principal|producer|professor|programmer|receptionist|recruiter|rep|representative|researcher|reviewer|"
    r"salesperson|scientist|scholar|secretary|server|sergeant|specialist|sre|staff|steward|strategist|student|supervisor|"
    r"surgeon|teacher|technician|technologist|teller|therapist|trader|trainee|trainer|treasurer|tutor|underwriter|"
    r"vice president|vp|volunteer|welder|worker|writer|nurse|contributor|hand|crew|scrum master|devops|"
    r"leiter|ingenieur|statistician|biostatistician|translator|interpreter|moderator|firefighter|annotator|labell?er|superintendent|correspondent|copywriter|ambassador|midwife|pharmacist|chemist|biologist|physicist|mathematician|linguist|psychologist|geologist|optician|plumber|carpenter|baker|butcher|farmer|gardener|guard|custodian|janitor|housekeeper|nanny|caregiver|carer|paramedic|veterinarian|dietitian|nutritionist|stylist|hairdresser|tailor|builder|surveyor|actuary|banker|negotiator|organi[sz]er|announcer|presenter|host|publicist|illustrator|animator|musician|dancer|choreographer|performer|model(?:l?er)|tester|sysadmin|ceo|cto|cfo|coo|cio|lifeguard|installer|fitter|assembler|packer|picker|loader|courier|messenger|conductor|navigator|postdoctoral)s?\b",
    re.IGNORECASE,
)
_TITLE_AT_END = re.compile(rf"{_TITLE.pattern}(?:\s+(?:of|for|in|to|I{{1,3}}|IV|V|\d)\b|[\W\d]*$)", re.IGNORECASE)
_REGION = (
    r"(?:(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|PR|"
    r"AB|BC|MB|NB|NL|NS|ON|PE|QC|SK|UK|US|NZ|UAE|NSW|VIC|QLD|ACT|TAS)(?![A-Za-z])|(?i:State|USA|U\.S\.A?\.?|United\sStates|United\sKingdom|UK|England|Scotland|Wales|Ireland|Germany|"
    r"France|Spain|Portugal|Italy|Netherlands|Belgium|Switzerland|Austria|Poland|Sweden|Norway|Denmark|Finland|Canada|India|"
    r"China|Japan|Singapore|Hungary|Bulgaria|Croatia|Serbia|Slovakia|Slovenia|Lithuania|Latvia|Luxembourg|Iceland|"
    r"Saudi\sArabia|Qatar|Chile|Peru|Thailand|Sri\sLanka|Bangladesh|Nepal|Morocco|Tunisia|Ghana|Ethiopia|Rwanda|Uganda|"
    r"Czechia|Hong\sKong|Malta|Cyprus|Schweiz|Suisse|Deutschland|Österreich|Polska|España|Italia|Brasil|Australia|Brazil|Mexico|Israel|Nigeria|Kenya|South\sAfrica|Pakistan|Romania|Czech\sRepublic|"
    r"Estonia|Greece|Turkey|Ukraine|Egypt|Argentina|Colombia|Philippines|Vietnam|Indonesia|Malaysia|UAE|"
    r"New\sZealand|South\sKorea|Korea|Taiwan|California|Texas|Ontario|Florida|Illinois|Massachusetts|Washington|Georgia|Virginia)\b)"
)
_TOWN = (
    r"(?:[A-ZÀ-Þ][\w.'’-]+\s(?:City(?!\s,)|Town|Beach|Springs|Falls|Heights|Rapids|Village|Junction|Harbou?r|am\sMain|am\sRhein|an\sder\s"
    r"[A-Z]\w+|upon\s[A-Z]\w+|on\s[A-Z]\w+|sur\s[A-Z]\w+))"
)
"""Towns of several words that say so: the last of them alone is no town's whole name."""
_LOCATION = re.compile(
    rf"\b(?:(?:San|New|Los|Las|Santa|Saint|St\.?|Fort|South|North|West|East|Palo|Mountain|Salt\sLake|Menlo|Redwood|Tel|Hong|"
    rf"The|São|Rio\sde|Kuala|Buenos|Ann|Baton|El|Silver|Colorado|Cape|Long|Grand)\s)?(?:{_TOWN}|[A-ZÀ-Þ][\w.'’-]+)\s?,\s*{_REGION}(?:,\s*{_REGION})?"
)
_UNIT = re.compile(
    r"\b(?:team|group|division|unit|department|dept|project|program(?:me)?|research|engineering|operations|sales|marketing|"
    r"platform|products?|support|finance|full[\s-]?time|part[\s-]?time|contract|temporary|freelance|self-employed)\b",
    re.IGNORECASE,
)
_REMOTE = re.compile(r"\(?\b(?:fully\s+)?(?:remote|hybrid)\b\)?", re.IGNORECASE)
_CUT = re.compile(
    r"\s*(?:[|•·;\t]|\s[-–—@]\s|\s{2,}|,\s(?!(?:"
    rf"{LEGAL}))|\s,|:(?=\s|$)|â€“|–|—)\s*|\s+(?:at|bei|chez)\s+|\s*\((?=[A-Z\[])(?![^()\n]*\)\s+{LEGAL})|\)(?!\s+{LEGAL})"
)
_TEMPLATE = re.compile(r"Company\s?Name\W{0,6}", re.IGNORECASE)
_EDGES = " \t\u00a0,;:|()–—-•·/@"


@dataclass(frozen=True, slots=True)
class Head:
    """Spans of an entry's title, organisation and place; None where not stated."""

    title: Span | None = None
    organisation: Span | None = None
    location: Span | None = None


def read_head(content: str, lines: Sequence[Span]) -> Head:
    """Sort the pieces of an entry's head lines (dates already left out) into title, organisation and place."""
    location: Span | None = None
    rows: list[list[Span]] = []
    for line in lines:
        rest, place = _take_location(content, line)
        location = location or place
        rows.append([half for part in rest for piece in _pieces(content, part) for half in _halves(content, piece)])
    pieces = [piece for row in rows for piece in row]
    title = max(pieces, key=lambda each: (_titled(each.of(content)), -each.start), default=None)
    title = title if title and _titled(title.of(content)) else None
    own = next((row for row in rows if title in row), [])
    others = [each for each in pieces if each != title]
    firm = _employer(content, others, own)
    if title is None and others:
        title, firm = _untitled(content, others, firm)
    elif title:
        title, firm = _widened(content, title, firm, own)
    return Head(_whole(content, title), _whole(content, firm), location or _town(content, rows, firm, title))


def _employer(content: str, others: Sequence[Span], own: Sequence[Span]) -> Span | None:
    """Of the pieces beside the title: one with a legal form, or a word of firms, or on a line without the title."""
    named = [each for each in others if not names_unit(each.of(content))] or others
    placed = [each for each in named if each.of(content).lower() not in CITIES] or named
    elsewhere = [each for each in placed if each not in own]
    for test in (has_legal_form, names_firm):
        found = next((each for each in placed if test(each.of(content))), None)
        if found:
            return found
    return next(iter(elsewhere or placed), None)


def _widened(content: str, title: Span, firm: Span | None, own: Sequence[Span]) -> tuple[Span, Span | None]:
    """The title with the part of the company that stands behind it on the same line ("Lead Engineer, Payments")."""
    if firm not in own and own[-1] != title and _is_listed(content, own):
        # "Senior Engineer, Assistants" above the employer's line is one title.
        return Span(own[0].start, own[-1].end), firm
    if firm is None or own[0] != title:
        return title, firm
    if len(own) >= 4 and firm == own[1] and not names_firm(firm.of(content)):
        # "Manager, Perception, Tokoname Automation, Nagoya": a unit stands between title and employer.
        return Span(title.start, own[1].end), own[2]
    units = own[1 : own.index(firm)] if firm in own else []
    if units and (names_firm(firm.of(content)) or all(names_unit(each.of(content)) for each in units)):
        return Span(title.start, units[-1].end), firm
    return title, firm


def _whole(content: str, span: Span | None) -> Span | None:
    """The span with the bracket that closes one of its own."""
    if span is None or span.of(content).count("(") <= span.of(content).count(")"):
        return span
    return Span(span.start, span.end + 1) if content[span.end : span.end + 1] == ")" else span


def _titled(text: str) -> int:
    """How surely a piece names a position: 2 when it is what the piece is about, 1 when it occurs, 0 when not."""
    if not names_title(text) or has_legal_form(text):
        return 0
    return 2 if _TITLE_AT_END.search(text) else 1


def _is_listed(content: str, pieces: Sequence[Span]) -> bool:
    """True when nothing but commas stands between the pieces."""
    return all(content[one.end : other.start].strip() == "," for one, other in pairwise(pieces))


def find_places(text: str) -> Iterator[Span]:
    """Where a town with its state or country stands."""
    return (Span(*match.span()) for match in _LOCATION.finditer(text))


def _town(content: str, rows: Sequence[Sequence[Span]], firm: Span | None, title: Span | None) -> Span | None:
    """A town that stands alone behind the employer ("Quill & Ferry Ltd, Cardiff")."""
    known = [each for row in rows for each in row if each != firm and each.of(content).lower() in CITIES]
    row = next((row for row in rows if firm in row), [])
    if known or firm is None or not row or row[-1].start <= firm.end or row[-1] == title:
        return known[0] if known else None
    last = row[-1]
    text = last.of(content)
    lone = len(text.split()) <= 3 and text[0].isupper() and not re.search(r"[\d&\[]", text)
    return last if lone and not (_TITLE.search(text) or names_firm(text) or _UNIT.search(text)) else None


def names_title(text: str) -> bool:
    """True when a piece of text names a position."""
    return len(text.split()) <= 10 and _TITLE.search(text) is not None


def names_place(text: str) -> bool:
    """True when a line is nothing but a place."""
    return bool(_LOCATION.fullmatch(text.strip(_EDGES)) or _REMOTE.fullmatch(text.strip(_EDGES)))


def ends_in_place(text: str) -> bool:
    """True when a line names somebody and then a place ("Acme Ltd, Austin, TX")."""
    return any(match.start() > 0 and match.end() >= len(text.rstrip(_EDGES)) for match in _LOCATION.finditer(text))


def _untitled(content: str, others: Sequence[Span], firm: Span | None) -> tuple[Span, Span | None]:
    first = next((each for each in others if each != firm), None)
    if first is None or (firm == others[0] and not names_firm(firm.of(content))):
        return others[0], others[1] if len(others) > 1 else None
    return first, firm


def _take_location(content: str, line: Span) -> tuple[tuple[Span, ...], Span | None]:
    template = _TEMPLATE.search(content, line.start, line.end)
    match = _LOCATION.search(content, line.start, line.end) or _REMOTE.search(content, line.start, line.end)
    if match is None:
        return (line,), None
    place = Span(*match.span())
    town, _, region = match[0].partition(",")
    if (
        region
        and place.start > line.start
        and content[place.start - 1] == " "
        and not re.match(r"\s*[A-Z]{2}\b|\s*State", region)
    ):
        lead = content[line.start : place.start].rstrip()
        if lead and lead[-1] not in ",|•·;–—-:(" and template is None:
            # "Tanglin Bay Hospital, Singapore": the word before the country belongs to the employer.
            place = Span(place.start + len(town) + 1, place.end)
            place = Span(place.start + len(content[place.start : place.end]) - len(region.lstrip()), place.end)
    before, after = Span(line.start, place.start), Span(place.end, line.end)
    if template and template.end() <= place.start:
        name = template[0].rstrip("–- \u00e2\u20ac\u201c,")
        return (Span(line.start, template.start()), Span(template.start(), template.start() + len(name)), after), place
    return (before, after), place


def _halves(content: str, piece: Span) -> tuple[Span, ...]:
    """A stroke parts title and employer ("Engineer / Three Loons"), but joins two titles ("Owner / Designer")."""
    left, stroke, right = piece.of(content).partition(" / ")
    if not stroke or names_title(left) == names_title(right):
        return (piece,)
    return Span(piece.start, piece.start + len(left)), Span(piece.end - len(right), piece.end)


def _pieces(content: str, part: Span) -> Iterator[Span]:
    position = part.start
    for match in [*_CUT.finditer(content, part.start, part.end), None]:
        end = match.start() if match else part.end
        piece = content[position:end]
        bare = piece.strip(_EDGES) if not piece.strip().startswith("[") else piece.strip()
        if bare and any(sign.isalnum() for sign in bare) and not is_aside(bare):
            start = position + piece.index(bare)
            yield Span(start, start + len(bare))
        position = match.end() if match else end
