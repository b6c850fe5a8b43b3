# ruff: noqa: RUF001
"""Degrees of the person's own page: school, degree, field of study and dates, read from the original text.

The blind text has no school and no year, so it cannot say where one degree ends and the next begins; here both stand.
A school is known by its form ("University of X"); what is left over is a field of study if it names one, else a school.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matching.profile.dates import DateRange, find_dates
from matching.profile.entries import read_entries
from matching.profile.heads import find_places, names_place
from matching.profile.lines import Line
from matching.profile.schools import find_forms, names_study
from matching.profile.sections import Block
from matching.text import Span

_NAMED = (
    r"(?:\s+of\s+(?:Science|Arts|Engineering|Education|Nursing|Laws?|Business(?:\s+Administration)?|Commerce|Technology|"
    r"Fine\s+Arts|Philosophy|Music|Architecture|Medicine|Public\s+Health|Social\s+Work|Applied\s+Science|Administration|"
    r"Computer\s+Applications|Pharmacy|Design|Divinity|Theology|Accountancy|Research)\b(?:\s+degree\b)?)?"
)
_DEGREE = re.compile(
    rf"\b(?:(?i:Doctor(?:ate)?{_NAMED}|Master['’]?s?(?:\s+degree)?{_NAMED}|Bachelor['’]?s?(?:\s+degree)?{_NAMED}|"
    r"Associate['’]?s?(?:\s+(?:degree\b|of\s+(?:Applied\s+)?(?:Science|Arts)))|Diploma|Dipl?om|Magister|Licenciatura|Licen[cs]e|"
    r"Laurea|Licentiate|High\s+School\s+Diploma|Abitur|Baccalaur\w+|(?:Post-?graduate\s+)?Certificate)|"
    r"Ph\.?\s?D|PHD|D\.?Phil|Dr\.\s?-?\s?Ing|M\.?\s?Sc|B\.?\s?Sc|M\.?\s?Eng|B\.?\s?Eng|M\.?B\.?A|B\.?B\.?A|B\.?A\.?Sc|"
    r"B\.?\s?Tech|M\.?\s?Tech|B\.?Com|M\.?Com|M\.?Phil|LL\.?[BM]|M\.?S|B\.?S|M\.?A|B\.?A|A\.?A\.?S?|B\.?Ed|M\.?Ed|GED|"
    r"A-levels?)(?![\w’'])\.?"
)
_AFTER = re.compile(
    r"[\s.:,]*(?:degree\b|\([A-Za-z. ]{1,8}\))?[\s.:,–—-]*(?:\b(?:in|of|en|di|for|on)\b)?[\s:]*", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:[|•·;\t\[\]()]|,(?=\s|$)|\s[-–—/]\s|\s{2,}|:(?=\s|$))\s*|\s+(?:at|from)\s+")
_MARKS = re.compile(
    r"\b(?:gpa|cgpa|grade|honou?rs|distinction|cum\s+laude|first\s+class|expected|class\s+of|\d)\b", re.I
)
_SCHOOL = re.compile(
    r"\b(?:school|academy|institut\w*|polytechnic\w*|univ\w*|college|hochschule|facult\w+|HEC|ESCP)\b", re.I
)
_BEHIND = re.compile(r"(.*?\b(?:University|College))\s+((?:[A-Z&][\w&]*\s*(?:and\s+)?)+)$")
_BROKEN = re.compile(r"\b(?:and|of|for|de|di|du|der|für|the|in|to|until|from|through)$|[&,]$")
_EDGES = " \t\u00a0,;:|()–—-•·/.*"
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Degree:
    """What is stated about one degree; spans index the original text."""

    study: Span | None = None
    area: Span | None = None
    school: Span | None = None
    dates: DateRange | None = None


def read_degrees(original: str, block: Block) -> Iterator[Degree]:
    """The degrees of an education section whose lines index the original text."""
    block = Block(block.section, block.heading, tuple(_rejoined(original, block.lines)))
    drafts = read_entries(original, block)
    if drafts and all(draft.dates for draft in drafts):
        for draft in drafts:
            for row, lines in enumerate(_by_degree((*draft.head_lines, *draft.body))):
                yield from _degrees(original, _short(lines), None if row else draft.dates)
        return
    for lines in _grouped(original, block.lines):
        yield from _degrees(original, lines, None)


def _rejoined(original: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Lines of which none ends in the middle of a school's name or of a range; signs keep their places."""
    held: Line | None = None
    for line in lines:
        if held is not None and not line.bullet and (_BROKEN.search(held.text) or _ends(held, line)):
            text = original[held.start : line.end].replace("\n", " ")
            held = Line(line.number, held.start, line.end, text, held.bullet)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _ends(held: Line, line: Line) -> bool:
    """True when a word or two below a degree are the end of its field or of its school's name."""
    lone = line.words <= 2 and line.number == held.number + 1 and line.text.replace(" ", "").isalpha()
    return lone and not find_dates(held.text) and bool(names_study(line.text) or _SCHOOL.search(line.text))


def _short(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that can be a head: the story below a degree names other fields and schools."""
    kept: list[Line] = []
    for row, line in enumerate(lines[:_MOST_LINES]):
        if row and (line.words > 14 or (line.bullet and not _DEGREE.match(line.text))):
            break
        kept.append(line)
    return tuple(kept)


def _by_degree(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Lines of one date, parted where another degree begins whose own date was none that marks an entry."""
    held: list[Line] = []
    for line in lines:
        if _DEGREE.match(line.text) and any(_DEGREE.search(each.text) for each in held):
            yield tuple(held)
            held = []
        held.append(line)
    if held:
        yield tuple(held)


def _grouped(original: str, lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Lines of undated degrees: a second degree, or a second school once both stood, begins the next."""
    held: list[Line] = []
    studied = schooled = False
    for line in lines:
        study, school = bool(_DEGREE.search(line.text)), any(find_forms(line.text))
        if held and ((study and studied) or (school and schooled)):
            yield _short(held)
            held, studied, schooled = [], False, False
        held.append(line)
        studied, schooled = studied or study, schooled or school
    if studied or schooled:
        yield _short(held)


def _degrees(original: str, lines: Sequence[Line], dates: DateRange | None) -> Iterator[Degree]:
    forms = [(line, form) for line in lines for form in _forms(line.text, _apart(line))]
    school = next((Span(line.start + form.start, line.start + form.end) for line, form in forms), None)
    found = Degree(dates=dates, school=school)
    for line in lines:
        found = _with_line(original, line, found)
    if found.study or found.school or found.area:
        yield found


def _apart(line: Line) -> list[Span]:
    """Dates and places; a place that ends inside a school's name is none ("Engineering, Korea Advanced Institute")."""
    dates = [each.span for each in find_dates(line.text)]
    schools = list(find_forms(_without(line.text, dates)))
    places = (
        place
        for place in find_places(line.text)
        if not any(place.start < school.start < place.end < school.end for school in schools)
    )
    return [*dates, *places]


def _with_line(original: str, line: Line, found: Degree) -> Degree:
    dates = find_dates(line.text)
    cuts = _apart(line)
    cuts += _forms(line.text, cuts)
    if dates and found.dates is None:
        found = replace(found, dates=dates[0].moved(line.start))
    for piece in _pieces(line.text, sorted(cuts)):
        found = _with_piece(original, Span(line.start + piece.start, line.start + piece.end), found)
    return found


def _forms(text: str, cuts: Sequence[Span]) -> Iterator[Span]:
    """Schools by their form, without what was studied there ("Oxford Brookes University International Relations")."""
    for form in find_forms(_without(text, cuts)):
        if _DEGREE.fullmatch(form.of(text)):
            continue
        behind = _BEHIND.match(form.of(text))
        studied = behind and names_study(behind[2]) and not _SCHOOL.search(behind[2])
        yield Span(form.start, form.start + behind.end(1)) if behind and studied else form


def _without(text: str, cuts: Sequence[Span]) -> str:
    """The text with signs that belong to no name in place of the dates."""
    for cut in cuts:
        text = text[: cut.start] + "|" * (cut.end - cut.start) + text[cut.end :]
    return text


def _with_piece(original: str, piece: Span, found: Degree) -> Degree:
    text = piece.of(original)
    match = _DEGREE.search(text)
    if match and found.study is None:
        study = Span(piece.start + match.start(), piece.start + len(text[: match.end()].rstrip(" ")))
        rest = _trimmed(original, piece.start + match.end() + len(_AFTER.match(text[match.end() :])[0]), piece.end)  # type: ignore[index]
        before = _trimmed(original, piece.start, study.start)
        area = found.area or next((each for each in (rest, before) if each and _is_area(each.of(original))), None)
        return Degree(study, area, found.school, found.dates)
    if names_place(text) or _MARKS.search(text) or len(text.split()) > 10:
        return found
    if found.area is None and (names_study(text) or (found.school and found.study)) and not _SCHOOL.search(text):
        return Degree(found.study, piece, found.school, found.dates) if _is_area(text) else found
    if found.school is None and text[0].isupper():
        return Degree(found.study, found.area, piece, found.dates)
    return found


def _is_area(text: str) -> bool:
    return bool(text) and text[0].isupper() and not _MARKS.search(text) and len(text.split()) <= 9


def _trimmed(original: str, start: int, end: int) -> Span | None:
    text = original[start:end]
    bare = text.strip(_EDGES)
    first = start + text.index(bare) if bare else start
    # "Computer Science 12 2007": a month that stands before its year.
    bare = re.sub(r"\s+\d{1,2}$", "", bare)
    return Span(first, first + len(bare)) if bare else None


def _pieces(text: str, cuts: Sequence[Span]) -> Iterator[Span]:
    position = 0
    for cut in [*cuts, Span(len(text), len(text))]:
        start = position
        for match in [*_SPLIT.finditer(text, position, max(position, cut.start)), None]:
            end = match.start() if match else cut.start
            piece = _trimmed(text, start, end) if end > start else None
            if piece and any(sign.isalpha() for sign in piece.of(text)):
                yield piece
            start = match.end() if match else end
        position = max(position, cut.end)
