# ruff: noqa: RUF001
"""The person's name: where it is written, and every place where it stands for the person.

Which occurrences are cut must not depend on which name it is, or the cut itself would tell. Therefore:
- the whole name (both orders, with initials, glued in file names) is cut wherever it stands, unless in small letters;
- a part of it is cut where the context says that it is a person ("X has led", "X's", "Contact X", "Ms X"), and there
  the words of `ALSO_NAMES` are cut for everybody, so that Grant and Maria leave the same text;
- elsewhere in prose a part is cut only when it is no other word's name, place or product.
"will" and "grant" in a sentence stay, whatever the candidate is called.
Turned down: a list of all names of the world (misses most people), and a model (not the same every time).
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from matching.profile.countries import CITIES, COUNTRIES
from matching.profile.heads import names_title
from matching.profile.lines import Line
from matching.profile.namewords import ALSO_NAMES, ALSO_TOOLS, FUNCTION_WORDS, NEVER_NAMES, PARTICLES, PLACE_STARTS
from matching.profile.nicknames import FILLER, is_only_a_name, without_nickname
from matching.profile.person import PersonName
from matching.profile.sections import heading_of
from matching.text import Mask, Span

NAME = "[name]"
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-])*")
_SEPARATOR = re.compile(r"\s*(?:[|•·,;/()\[\]<>\t]|\s[-–—]\s|\s{2,})\s*")
_CREDENTIALS = re.compile(
    r"\b(?:ph\.?\s?d|m\.?\s?sc|b\.?\s?sc|m\.?\s?eng|m\.?b\.?a|b\.?a|m\.?a|m\.?d|j\.?d|pmp|cpa|cfa|rn|pe|esq|jr|sr|i{2,3}|iv|cissp|csm|phr|sphr|cma|llm|dds)\b\.?",
    re.I,
)
_LEAD = re.compile(
    r"\s*(?:(?:full\s+)?name\s*[:\-–]|(?:curriculum\s+vitae|resume|résumé|cv)\s*(?:of|for|[:\-–|])|"
    r"(?:mr|mrs|ms|miss|mx|dr|prof|professor)\b\.?)\s*",
    re.IGNORECASE,
)
_UPPER = r"[^\W\d_a-z]"
_PARTICLE = r"(?:(?:de|la|las|los|van|von|der|den|bin|ibn|ben|al|el|da|di|du|dos|del|le|ter|ten)[ \u00a0])*"
_WORD = rf"(?P<part>{_UPPER}[\w'’-]*?\w)"
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|MR|MRS|Dr|DR|Prof|Professor|Sir|Madam)\b\.?[ \u00a0]+"
    r"(?!(?:Office|Excel|Word|Access|Project|SQL|Power\s?(?:Point|BI)|Outlook|Visio|Teams|Dos|Windows|Martens)\b)"
    rf"{_PARTICLE}{_UPPER}[\w'’-]+(?:[ \u00a0]+(?!(?:Ms|Mr|Dr)\b)[A-Z][a-z'’-]+)?"
)
_VERBS = (
    r"(?:(?:is|was)(?!\s+used)|has|had|brings|brought|holds|held|leads|led|builds|built|works|worked|joins|joined|"
    r"specializes|specialises|specialized|excels|excelled|enjoys|lives|lived|earned|completed|graduated|developed|"
    r"develops|designed|designs|managed|manages|wrote|writes|speaks|spent|started|founded|co-founded|combines|thrives|"
    r"took|takes|loves|believes|focuses|focused|currently|also|previously|recently|consistently|successfully|who|"
    r"helped|helps|served|serves|delivered|delivers|created|creates|drove|drives|mentored|mentors|received|"
    r"contributed|contributes|published|teaches|taught|studied|studies|runs|ran|owns|owned|likes|wants|seeks|does|did|"
    r"made|makes|gained|grew|learned|learnt|knows|trained|trains|shipped|ships|can|could|will|would|may|should)\b"
)
_SUBJECT = re.compile(rf"(?<![\w@/.-]){_WORD}\s+{_VERBS}")
_OWNER = re.compile(rf"(?<![\w@/.-]){_WORD}['’]s?(?=\s+[a-z])")
_NAMED = re.compile(
    rf"\b(?:I\s+am|I['’]m|my\s+name\s+is|[Cc]ontact|[Mm]eet|[Aa]bout|[Hh]ire|[Rr]each|named|called|"
    rf"(?:[Ss]incerely|[Rr]egards|[Tt]hanks|[Ff]aithfully),|[Tt]hank|[Rr]ecommend)\s+{_WORD}(?![\w-])"
)
_FOOTER = re.compile(
    rf"^\W*{_WORD}\W{{1,4}}(?:[Pp]age|[Pp]\.|[Rr]esume|[Rr]ésumé|CV)(?:\W+(?:p\.|page)?\s*\d+|$)", re.M
)
_FIRM = re.compile(
    rf"(?<![\w@/.-]){_WORD}\s+(?:(?:&|and)\s+(?:Sons|Daughters|Associates|Partners)|Consulting|Consultancy|Photography"
    rf"|Studios?|LLC|Ltd|Inc|GmbH)\b"
)
_WITH = re.compile(
    rf"\b(?:with|by|alongside|under|managed|asked|hired|met|told|knew|known)\s+{_WORD}"
    rf"(?=,\s+(?:I|we|you|who|my|our|they)\b|\s+(?:and\s+I|who|directly|personally|as\s+a|since|for\s+(?:\w+\s+)?years)\b)"
)
_PERSON_CONTEXTS = (_SUBJECT, _OWNER, _NAMED, _FOOTER, _FIRM)
_AUTHOR = re.compile(
    r"(?:(?<=^)|(?<=\]\s)|(?<=[,;&]\s)|(?<=[,;&])|(?<=\band\s))"
    rf"(?:(?:{_UPPER}\.[\s-]?){{1,3}}{_PARTICLE}{_UPPER}[\w'’-]+|{_PARTICLE}{_UPPER}[\w'’-]+,?\s(?:{_UPPER}\.[\s-]?){{1,3}}"
    rf"|{_PARTICLE}{_UPPER}[a-z'’-]+\s[A-Z]{{1,2}}(?=[,;.]))"
    r"(?=\s*(?:[,;&.(]|and\b|et\b|$)|(?<=\.\s)[A-Z\"“])",
    re.MULTILINE,
)
_PROSE_PLACES = frozenset(["in", "at", "of", "near", "from", "the", "a", "an", "our", "their", "this", "each", "new"])


def find_name(lines: Sequence[Line], locals_: Sequence[str]) -> PersonName | None:
    """The name among the first lines, or at the foot when an e-mail address agrees (`locals_`: their local parts)."""
    opening = next((row for row, line in enumerate(lines) if heading_of(line)), len(lines))
    head = lines[: min(opening, 15)]
    found = [name for line in head for name in _names_in(line)]
    agreeing = [name for name in found if _agrees(name, locals_)]
    if agreeing:
        return _with_lines_around(agreeing[0], head)
    early = [name for line in head[:4] for name in _names_in(line)]
    joined = _two_lines(head[:4])
    if early or joined:
        return _with_lines_around(early[0], head) if early else joined
    feet = [name for line in lines[len(head) :] if line.words <= 4 for name in _names_in(line)]
    return next((name for name in feet if _agrees(name, locals_)), None)


def find_occurrences(content: str, name: PersonName | None) -> Iterator[Mask]:
    """Every place where the name, or a person's title with any name, or an author's name stands."""
    for match in _TITLE.finditer(content):
        yield Mask(Span(*match.span()), NAME)
    parts = name.parts if name else frozenset[str]()
    if name:
        yield Mask(name.span, NAME)
        yield from _whole(content, name)
        yield from _nicknamed(content, name)
        yield from _in_prose(content, parts | {each for each in name.nicknames if is_only_a_name(each)})
        parts |= name.nicknames
    for pattern in _PERSON_CONTEXTS:
        for match in pattern.finditer(content):
            if (
                match["part"][0].isupper()
                and _stands_alone(content, match.start("part"))
                and match["part"].lower() in parts | ALSO_NAMES
            ):
                yield Mask(Span(*match.span("part")), NAME)
    for match in _WITH.finditer(content):
        if match["part"].lower() in (parts | ALSO_NAMES) - ALSO_TOOLS:
            yield Mask(Span(*match.span("part")), NAME)


def find_authors(content: str) -> Iterator[Mask]:
    """Names in lists of authors ("Chen, M., J. Okafor and"), whoever they are."""
    for match in _AUTHOR.finditer(content):
        yield Mask(Span(match.start(), match.start() + len(match[0].rstrip())), NAME)


def _names_in(line: Line) -> Iterator[PersonName]:
    letters = tuple(line.text.split())
    if _is_spaced(letters):
        yield PersonName(_unspaced(letters), Span(line.start, line.end))
        return
    position = 0
    text, familiar = without_nickname(line.text)
    for separator in [*_SEPARATOR.finditer(text), None]:
        end = separator.start() if separator else len(text)
        piece = text[position:end]
        lead = _LEAD.match(piece)
        shift = lead.end() if lead else 0
        bare = _CREDENTIALS.sub(lambda match: " " * len(match[0]), piece[shift:]).replace(FILLER, " ")
        tokens = _name_tokens(bare, first_piece=position == 0)
        if tokens:
            start = line.start + position + shift + bare.index(tokens[0])
            stop = line.start + position + shift + bare.rindex(tokens[-1]) + len(tokens[-1])
            yield PersonName(_unspaced(tokens), Span(start, stop), familiar)
        position = separator.end() if separator else end


def _name_tokens(piece: str, *, first_piece: bool) -> tuple[str, ...]:
    tokens = tuple(piece.replace('"', " ").replace("“", " ").replace("”", " ").split())
    if not 2 <= len(tokens) <= 5 and not _is_spaced(tokens):
        return ()
    lowered = [token.lower().strip(".") for token in tokens]
    if lowered[0] in PLACE_STARTS and not first_piece:
        return ()
    if any(word in NEVER_NAMES and word not in PARTICLES for word in lowered):
        return ()
    if lowered[-1] not in ALSO_NAMES and names_title(tokens[-1]):
        return ()
    named = all(map(_is_name_token, tokens)) and any(len(t) > 1 and t.lower() not in PARTICLES for t in tokens)
    return tokens if named or _is_spaced(tokens) else ()


def _is_name_token(token: str) -> bool:
    return bool(_TOKEN.fullmatch(token)) and (
        token[0].isupper() or not token[0].islower() or token.lower() in PARTICLES
    )


def _is_spaced(tokens: Sequence[str]) -> bool:
    return len(tokens) >= 5 and all(len(token) == 1 and token.isupper() for token in tokens)


def _unspaced(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return ("".join(tokens),) if _is_spaced(tokens) else tokens


def _two_lines(lines: Sequence[Line]) -> PersonName | None:
    for first, second in itertools.pairwise(lines):
        tokens = (first.text, second.text)
        if all(" " not in t and _is_name_token(t) and t.lower() not in NEVER_NAMES and len(t) > 1 for t in tokens):
            return PersonName(tokens, Span(first.start, second.end))
    return None


def _with_next_line(name: PersonName, lines: Sequence[Line]) -> PersonName:
    """Add a surname that stands alone on the line below, as large print and long names make it."""
    row = next(
        (row for row, line in enumerate(lines) if line.start <= name.span.start and name.span.end == line.end), None
    )
    if row is None or row + 2 >= len(lines):
        return name
    line, after = lines[row + 1], lines[row + 2]
    word = line.text.lower()
    known = word in NEVER_NAMES or word in CITIES or word in COUNTRIES or names_title(word)
    if line.number > lines[row].number + 1 or after.number == line.number + 1 or known or not _is_name_token(line.text):
        return name
    return PersonName((*name.tokens, line.text), Span(name.span.start, line.end), name.familiar)


def _with_lines_around(found: PersonName, lines: Sequence[Line]) -> PersonName:
    """Add a surname alone on the line below, and a first name alone on the line above, at the head of the page."""
    name = _with_next_line(found, lines)
    second = len(lines) > 1 and lines[1].start == name.span.start and lines[1].number == lines[0].number + 1
    first = lines[0].text
    if not second or first.lower() in NEVER_NAMES or names_title(first) or len(first) < 2 or not _is_name_token(first):
        return name
    return PersonName((first, *name.tokens), Span(lines[0].start, name.span.end), name.familiar)


def _agrees(name: PersonName, locals_: Sequence[str]) -> bool:
    words = [re.sub(r"\W", "", token.lower()) for token in name.tokens]
    first, last = words[0], words[-1]
    written = (re.sub(r"[^a-z]", "", local.lower()) for local in locals_)
    return any(
        "".join(words) == each or (last in each and each.startswith(first[:1])) or first in each for each in written
    )


def _whole(content: str, name: PersonName) -> Iterator[Mask]:
    for pattern in _whole_patterns(name.tokens):
        for match in pattern.finditer(content):
            words = [word for word in re.split(r"[\s.,_-]+", match[0]) if word]
            if len(name.tokens) == 1 and match[0].lower() in ALSO_NAMES | FUNCTION_WORDS:
                continue
            glued = (
                len(words) == 1 or match[0].isupper() or bool(re.search(r"[._]\w", match[0]) and " " not in match[0])
            )
            if glued or all(word[0].isupper() or word.lower() in PARTICLES for word in words):
                yield Mask(Span(*match.span()), NAME)


def _nicknamed(content: str, name: PersonName) -> Iterator[Mask]:
    """A familiar form with the surname behind or before it ("Bob Tables", "Tables, Bob")."""
    short = "|".join(re.escape(each) for each in sorted(name.nicknames, key=len, reverse=True))
    last = r"[\s_.-]+".join(re.escape(token) for token in _surname(name.tokens))
    if not short:
        return
    pattern = rf"(?<![^\W_])(?:(?:{short})(?:[\s_.-]+[A-Z]\.)?[\s_.-]*{last}|{last}(?:,\s*|[ _]+)(?:{short}))(?![^\W_])"
    for match in re.finditer(pattern, content, re.IGNORECASE):
        words = [word for word in re.split(r"[\s.,_-]+", match[0]) if word]
        if len(words) == 1 or all(word[0].isupper() or word.lower() in PARTICLES for word in words):
            yield Mask(Span(*match.span()), NAME)


def _whole_patterns(tokens: tuple[str, ...]) -> Iterator[re.Pattern[str]]:
    if len(tokens) == 1:
        yield re.compile(rf"(?<![^\W_]){re.escape(tokens[0])}(?![^\W_])", re.IGNORECASE)
        return
    first, last = re.escape(tokens[0].strip(".")), r"[\s_.-]+".join(re.escape(token) for token in _surname(tokens))
    middle = "|".join(re.escape(token) for token in tokens[1:-1]) or r"[A-Z]\b"
    initial = re.escape(tokens[0][0])
    squeezed = "".join(re.escape(token) for token in _surname(tokens))
    inner = rf"(?:(?:{middle}|[A-Z]\b)\.?[\s_.-]*)*"
    before, after = r"(?<![^\W_])", r"(?![^\W_])"
    for body in (
        rf"{first}(?:\s+|[_.-]){inner}{last}",
        rf"{last}(?:,\s*|[ \u00a0_]+){first}(?:\s+(?:{middle}|[A-Z]\b\.?))*",
        rf"{initial}\.\s*(?:[A-Z]\.\s*)*{last}",
        rf"{first}\s+{re.escape(tokens[-1][0])}\.(?!\w)",
        rf"{first}\s+(?:{middle}){inner}",
        rf"{first}{squeezed}|{squeezed}{first}",
    ):
        yield re.compile(before + body + after, re.IGNORECASE)


def _surname(tokens: tuple[str, ...]) -> tuple[str, ...]:
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1].lower() in PARTICLES:
        start -= 1
    return tokens[start:]


def _in_prose(content: str, parts: frozenset[str]) -> Iterator[Mask]:
    """Parts that are no other word, where small letters or signs stand around them."""
    wanted = [re.escape(part) for part in parts - ALSO_NAMES if len(part) > 2]
    if not wanted:
        return
    for match in re.finditer(rf"(?<![\w@/.-])(?:{'|'.join(wanted)})(?![\w@/-])", content, re.IGNORECASE):
        before = re.search(r"(\S+)\s*$", content[max(0, match.start() - 30) : match.start()])
        after = re.match(r"[ \u00a0]*(\S?)", content[match.end() : match.end() + 20])
        previous = before[1] if before else ""
        following = after[1] if after else ""
        apart = not following[:1].isupper() and following not in {",", "&", "/", "|"}
        prose = previous.islower() and previous.isalpha() and previous not in _PROSE_PLACES
        if match[0][0].isupper() and apart and prose:
            yield Mask(Span(*match.span()), NAME)


def _stands_alone(content: str, start: int) -> bool:
    """False when the word is the end of a longer proper name or has an article ("the Grant was")."""
    before = re.search(r"([\w'’&-]+)[ \u00a0]$", content[max(0, start - 30) : start])
    if before is None:
        return True
    word = before[1]
    return word.lower() not in _PROSE_PLACES and (
        not word[0].isupper()
        or word in {"I", "As", "That", "And", "Contact", "Meet", "About", "Hire", "Reach", "Thank", "Recommend"}
    )
