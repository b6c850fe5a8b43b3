# ruff: noqa: RUF001
"""Schools and graduation years: cut from the blind text because they stand for origin, wealth and age.

In the education section the cut is by structure, not by a list: what is no degree, field of study, grade or
description is the school (with its town), and a row of such pieces is one `[school]`, however long. Elsewhere
schools are known by their form ("University of X") or by a short list of names. What was studied always stays.
"""

import re
from collections.abc import Iterator, Sequence

from matching.profile.dates import find_dates
from matching.profile.heads import names_title
from matching.profile.lines import Line
from matching.profile.sections import Block
from matching.text import Mask, Span
from matching.values import Section

SCHOOL = "[school]"
YEAR = "[year]"

_CAP = r"(?:[A-ZÀ-Þ][\w'’&.-]*|&)"
_OF = (
    r"(?:[ \t]+(?:of|for|Nacional\s+de|Nacional|Nationale\s+de|Federal\s+d[eo]|Autónoma\s+de|"
    r"de|di|du|del|la|der|für|at|and|&|in)\b)"
)
_KIND = (
    r"(?:University|Univ\.|Université|Universität|Universidad|Università|Universidade|Universiteit|College|Polytechnic|"
    r"Politecnico|Polytechnique|Hochschule|Institute\s+of\s+(?:Technology|Science|Management|Engineering)|"
    r"Institut\s+national|School\s+of\s+[A-Z]\w+|(?:High|Business|Law|Medical|Secondary|Grammar|Graduate|Primary|Elementary|Middle)\s+School|"
    r"Gymnasium|Lyc[ée]e|École|Ecole)"
)
_FORM = re.compile(
    rf"\b(?:(?!(?:{_KIND})\b){_CAP}[ \t]+){{0,4}}{_KIND}\b"
    rf"(?:{_OF}{{1,2}}[ \t]+{_CAP}(?:[ \t](?:{_CAP}|of|and|&))*|(?:[ \t]{_CAP})*)?"
)
_KNOWN = re.compile(
    r"\b(?:MIT(?!\s+[Ll]icen[cs]e|[- ]licen)|ETH(?:\s+Z[uü]rich)?|EPFL|CMU|"
    r"UCLA|USC|NYU|UIUC|UCSD|UCSF|UCSB|LSE|UCL|TUM|KTH|KAIST|"
    r"NUS|NTU|HKUST|INSEAD|HEC\s+Paris|CUNY|SUNY(?:\s+[A-Z]\w+)?|UMass(?:\s+[A-Z]\w+)?|Caltech|Georgia\s+Tech|Virginia\s+Tech|Texas\s+Tech|"
    r"Cal\s+Poly(?:\s+[A-Z]\w+)?|Carnegie\s+Mellon|Stanford(?!\s*(?:CoreNLP|NLP|Parser))|Harvard(?!\s+Business\s+Review)|"
    r"Princeton|Yale|Oxbridge|Dartmouth|Caltech|UC\s+[A-Z]\w+(?:\s+Cruz|\s+Diego|\s+Barbara)?|Berkeley(?!\s+DB)|Tsinghua|Peking|Fudan|"
    r"II[TM][\s-]+[A-Z]\w+|NIT\s+[A-Z]\w+|IIITs?(?:[\s-]+[A-Z]\w+)?|BITS\s+Pilani|Technion|"
    r"TU\s+(?:Delft|Berlin|Dresden|Darmstadt|Wien|Graz|Dortmund|[A-Z]\w+)|RWTH(?:\s+Aachen)?|LMU(?:\s+[A-Z]\w+)?|KU\s+Leuven|UT\s+Austin|Sorbonne|McGill)\b"
)
_STUDY = re.compile(
    r"\b(?:ph\.?\s?d|d\.?phil|doctor\w*|doctorate|master\w*|bachelor\w*|m\.?\s?sc?|b\.?\s?sc?|m\.?\s?s|b\.?\s?s|m\.?\s?a|b\.?\s?a|m\.?\s?eng|b\.?\s?eng|"
    r"b\.?\s?tech|m\.?\s?tech|m\.?b\.?a|m\.?phil|b\.?com|associate\w*|diploma\w*|certificat\w+|degree|hons?|honou?rs|minor|major|"
    r"licen[cs]e|licenciatura|laurea|licentiate|magister|a\.?a\.?s?|ged|a-levels?|abitur|baccalaur\w+|post-?doc\w*|thesis|dissertation|"
    r"comput\w+|science\w*|engineering|mathematic\w*|maths?|statistic\w*|physics|chemistry|biolog\w+|informati\w+|software|"
    r"electr\w+|mechanic\w+|data|machine|learning|intelligence|artificial|business|administration|management|economics|finance|"
    r"accounting|marketing|psycholog\w+|linguistic\w*|philosophy|literature|english|history|arts?|design|communications?|"
    r"journalism|politic\w+|sociolog\w+|law|medicine|nursing|education|neuroscience|cognitive|robotic\w*|bioinformatic\w*|"
    r"operations|research|analytics|systems|network\w*|security|cyber\w*|human|resources|studies|applied|theoretical|"
    r"computational|industrial|civil|aerospace|chemical|environmental|quantitative|technology|graphic|media|culinary|"
    r"criminal|justice|health\w*|hospitality|tourism|public|relations|social|work|agricultur\w*|architecture|music|film|"
    r"gpa|grade\w*|cgpa|distinction|cum|laude|magna|summa|first|class|upper|second|advis\w+|supervis\w+|coursework|courses?|modules?|"
    r"focus|concentration|speciali[sz]\w+|awards?|scholarship|dean|list|president|member|exchange|semester|"
    r"relevant|expected|completed|ongoing|training|bootcamp|course|general|liberal|pre-\w+|high|school|state)\b",
    re.IGNORECASE,
)
_OF_SCHOOLS = frozenset(["state", "high", "school"])
"""Words beside studies that belong to a school's name ("Alabama State University")."""
_SPLIT = re.compile(r"\s*(?:[,|•·;()\[\]\t:]|\s[-–—]\s|\s{3,}|[-–—](?=\s)|\bat\b|\bfrom\b|\bin\b(?=\s+[A-Z]))\s*")
_GRADUATED = re.compile(
    r"\b(?:[Cc]lass\s+of|[Gg]raduat(?:ed|ion|ing)(?:\s+(?:in|date|year|with\s+[^.\n]{0,40}?\s+in))*|[Aa]lum(?:na|nus|ni)\s+of|"
    r"(?:Ph\.?D(?!\.?\s+(?:[Cc]andidate|[Ss]tudent|[Rr]esearch|[Ff]ellow|[Ii]ntern))|[BM]\.?\s?(?:Sc|S|A|Eng|Tech|BA)(?![^\W\d_])|[Bb]achelor\w*|(?<!Scrum\s)(?<!scrum\s)[Mm]aster\w*|[Dd]egree)\.?[^\n.;]{0,50}?)[\s,:(]*(?P<year>(?:19[5-9]\d|20[0-4]\d))\b"
)


def find_schools(content: str, blocks: Sequence[Block]) -> Iterator[Mask]:
    """Masks for schools and graduation years of an otherwise blind text, whose sections are `blocks`."""
    for form in find_forms(content):
        yield Mask(form, SCHOOL)
    for match in _GRADUATED.finditer(content):
        yield Mask(Span(*match.span("year")), YEAR)
    for block in blocks:
        if block.section is Section.EDUCATION:
            for line in block.lines:
                yield from _in_education(line)


def find_forms(text: str) -> Iterator[Span]:
    """Where a school stands that is known by its form or name, without what was studied there."""
    for pattern in (_FORM, _KNOWN):
        for match in pattern.finditer(text):
            words = match[0].split()
            # "Primary School Teacher" is somebody's job.
            if (len(words) > 1 and not names_title(words[-1])) or pattern is _KNOWN:
                yield _without_study(match)


def names_study(text: str) -> bool:
    """True when a piece of text names a degree, a field of study or how it went."""
    return _STUDY.search(text) is not None


def _without_study(match: re.Match[str]) -> Span:
    """Leave what was studied out of a run of capitals that ends in a school ("BSc Physics Stanford University")."""
    words = list(re.finditer(r"\S+", match[0]))
    kind = re.search(_KIND, match[0])
    keep = 0
    for word in words:
        bare = word[0].strip(".,")
        studied = _STUDY.fullmatch(bare) and bare.lower() not in _OF_SCHOOLS
        if kind and word.start() < kind.start() and (studied or names_title(bare)):
            keep = word.end() + 1
    return Span(match.start() + keep, match.end())


def _in_education(line: Line) -> Iterator[Mask]:
    years = find_dates(line.text)
    for each in years:
        yield Mask(Span(line.start + each.span.start, line.start + each.span.end), YEAR)
    if (line.bullet and line.words > 6) or (line.text.rstrip().endswith(".") and line.words > 12):
        return
    run: Span | None = None
    for piece in _pieces(line.text, [each.span for each in years]):
        if _is_school(piece.of(line.text)):
            run = Span(run.start if run else piece.start, piece.end)
        elif run is not None:
            yield Mask(Span(line.start + run.start, line.start + run.end), SCHOOL)
            run = None
    if run is not None:
        yield Mask(Span(line.start + run.start, line.start + run.end), SCHOOL)


def _pieces(text: str, dates: list[Span]) -> Iterator[Span]:
    """Parts of a line between separators and dates; a date itself comes as an empty part, which ends a run."""
    cuts = sorted([Span(*match.span()) for match in _SPLIT.finditer(text)] + dates)
    position = 0
    for cut in [*cuts, Span(len(text), len(text))]:
        if cut.start > position and text[position : cut.start].strip():
            lead = len(text[position : cut.start]) - len(text[position : cut.start].lstrip())
            yield Span(position + lead, position + len(text[position : cut.start].rstrip()))
        if cut in dates:
            yield Span(cut.start, cut.start)
        position = max(position, cut.end)


def _is_school(piece: str) -> bool:
    if not piece or "[" in piece or not re.search(r"[^\W\d_]", piece):
        return False
    if _FORM.fullmatch(piece) or _KNOWN.fullmatch(piece):
        return True
    words = piece.split()
    if _STUDY.search(piece) or len(words) > 8:
        return False
    return sum(word[0].isupper() for word in words) * 2 >= len(words)
