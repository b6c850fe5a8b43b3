"""What no criterion may be: protected attributes are refused, wordings that stand in for them are pointed at.

A refused wording never becomes a requirement (the rest of its sentence may). Statements of equal opportunity name the
same words and mean the opposite, so they are left alone. The list is the union of what EU and US law protect; it
is a help for the person who writes the ad, not legal advice.
"""

import re
from collections.abc import Iterable

from matching.requirements.lines import Unit
from matching.text import Span
from matching.values import Caution, Section

_WHO = (
    r"(?:candidates?|persons?|people|applicants?|individuals?|professionals?|only|engineers?|"
    r"developers?|graduates?|preferred|employees?|nationals?)"
)
_REFUSED: tuple[tuple[str, str, str], ...] = (
    (
        "age",
        r"\b(?:(?:under|below|over|above|not older than|younger than|older than|up to) (?:the age of "
        r")?(?!18|21)\d{2} years (?:old|of age)|(?:maximum|max\.?|upper) age\b[^.;,]{0,20}|"
        r"age(?:d)?(?: (?:limit|range|group|between|from))?[: ]+(?:of )?\d{2}(?:\s*(?:-|\u2013|to|"
        r"and)\s*\d{2})?|between \d{2} and \d{2} years (?:old|of age)|(?:under|below) (?:2\d|3\d|"
        r"4\d)(?=\s*(?:$|[,.;)]|and\b))|"
        r"young (?:and \w+ )?" + _WHO + r"|\d{2}\s*(?:-|\u2013|to)\s*\d{2} years (?:old|of age))",
        "Age cannot be a criterion. Say which experience the work needs.",
    ),
    (
        "gender",
        r"\b(?:(?:male|female|men|women|man|woman|ladies|gentlemen|boys?|girls?)(?: only| preferred|"
        r",? (?:only|preferred))|(?:only|preferably|prefer|seeking an?|looking for an?|must be(?: "
        r"an?)?|should be(?: an?)?) "
        r"(?:male|female|m[ae]n|wom[ae]n)\b(?! (?:dominated|led|owned|founded))|(?:male|female) "
        + _WHO
        + r"|gender\s*:\s*\w+|(?<=[,;:(] )(?:fe)?male(?=\s*(?:$|[,.;)])))",
        "Gender cannot be a criterion. Remove it.",
    ),
    (
        "ethnicity",
        r"\b(?:(?:white|black|asian|caucasian|hispanic|latino|arab|african|european-looking) "
        r"(?:candidates?|applicants?|persons?|only)|(?:must be|preferably|only) (?:white|black|asian|"
        r"caucasian|hispanic|latino)\b|"
        r"(?:race|ethnicity|caste|skin colou?r)\s*:\s*\w+|(?:upper|specific) caste|(?:indian|chinese|"
        r"german|american|british|emirati|saudi|filipino|western|european) (?:nationals? only|"
        r"nationality|passport holders? only|candidates? only))",
        "Ethnic or national origin cannot be a criterion. Ask for the right to work where the law asks for it.",
    ),
    (
        "religion",
        r"\b(?:(?:must be|should be|preferably|only|practi[sc]ing|committed) (?:an? )?(?:christians?|"
        r"muslims?|jewish|jews?|hindus?|buddhists?|catholics?|sikhs?|atheists?)\b|(?:christian|muslim|"
        r"jewish|hindu|catholic|sikh) (?:candidates?|applicants?|only|background|faith|belief|family)|"
        r"of (?:the )?(?:christian|muslim|jewish|hindu|catholic|sikh) (?:faith|belief|background)|"
        r"religion\s*:\s*\w+|church member(?:ship)?)",
        "Religion or belief cannot be a criterion. Remove it.",
    ),
    (
        "marital-status",
        r"\b(?:(?:unmarried|single|married|divorced)(?: (?:candidates?|applicants?|persons?|men|women|"
        r"only|preferred|without))|(?:must be|should be|preferably) (?:unmarried|single|married)\b|"
        r"marital status\s*:\s*\w+|"
        r"no (?:kids|children|family (?:obligations|commitments|responsibilities))|without (?:kids|"
        r"children|family (?:obligations|commitments))|childless|child[- ]?free|(?:must|should|may|can)(?: not|not) "
        r"(?:be married|have (?:any |small |young )?(?:kids|children)))",
        "Marital or family status cannot be a criterion. State the hours of the work.",
    ),
    (
        "pregnancy",
        r"\b(?:not (?:be )?pregnant|no (?:pregnan\w+|plans? (?:for|to have) (?:a family|children))|"
        r"not planning (?:a family|children|to have children))",
        "Pregnancy and family plans cannot be a criterion. Remove it.",
    ),
    (
        "disability",
        r"\b(?:able[- ]bodied|(?:no|without|free (?:of|from)) (?:any )?(?:disabilit(?:y|ies)|"
        r"handicaps?|health (?:problems|issues|conditions)|mental (?:illness|health issues)|chronic "
        r"(?:illness|conditions))|"
        r"(?:physically|mentally) (?:fit|healthy)(?: and \w+)? (?:candidates?|only)|perfect health|"
        r"(?<=[,;:(] )(?:physically |mentally )?healthy(?=\s*(?:$|[,.;)]))|"
        r"good health(?: required| is required)?|non[- ]disabled|neurotypical)",
        "Health and disability cannot be a criterion. Describe the task, and accommodate.",
    ),
    (
        "orientation",
        r"\b(?:heterosexual|straight) (?:candidates?|applicants?|men|women|only|preferred)|\bsexual "
        r"orientation\s*:\s*\w+",
        "Sexual orientation cannot be a criterion. Remove it.",
    ),
    (
        "politics",
        r"\b(?:union members? need not apply|no union (?:members|membership)|non[- ]union "
        r"(?:candidates?|only)|political(?:ly)? (?:affiliation|views?)\s*:)",
        "Union membership and politics cannot be a criterion. Remove it.",
    ),
    (
        "appearance",
        r"\b(?:(?:attractive|good[- ]looking|pleasant appearance|well[- ]groomed|presentable) "
        r"(?:candidates?|applicants?|appearance|person|lady|man|woman|required)|send (?:us )?(?:your |"
        r"a )?(?:photo|photograph)|(?:with|include|attach) (?:a |your )?(?:recent )?photo)",
        "Looks cannot be a criterion, and a photo is not needed. Remove it.",
    ),
)
_SCHOOL = (
    r"(?:ivy[- ]league|russell group|oxbridge|(?:top|tier)[- ]?(?:tier|\d{1,3}|one)?[- ](?:\w+ "
    r")?(?:universit(?:y|ies)|schools?|colleges?|programs?|institutions?)|(?:prestigious|elite|"
    r"renowned) (?:universit(?:y|ies)|schools?|colleges?)|IITs?\b|grandes? [\u00e9e]coles?|"
)
_NAMED = (
    r"(?:Stanford|Harvard|MIT|Oxford|Cambridge|Princeton|Yale|Caltech|Berkeley|ETH(?: Z\w+)?|"
    r"Carnegie Mellon|CMU|Tsinghua|Imperial College)"
)
_PROXIES: tuple[tuple[str, str, str], ...] = (
    (
        "native-speaker",
        r"\b(?:native(?:[- ]level)?(?: or bilingual)? (?:\w+ )?(?:speakers?|english|german|french|"
        r"spanish|proficiency|fluency|tongue)|(?:english|german|french|spanish|dutch|italian|"
        r"japanese) native|mother[- ]tongue)",
        "\u201cNative speaker\u201d stands for origin. Ask for a level, such as C1.",
    ),
    (
        "young-team",
        r"\b(?:young(?:,| and)? ?(?:\w+,? ?(?:and )?){0,2}(?:team|company|environment|crew|talent|"
        r"minds)|youthful\b|digital natives?|energetic young|fresh blood|young at heart)",
        "\u201cYoung\u201d tells older people to stay away. Describe how the team works.",
    ),
    (
        "recent-graduate",
        r"\b(?:recent(?:ly)? graduat\w+|new grad(?:uate)?s?\b|fresh graduates?|freshers?\b|recent "
        r"grads?|just graduated|recent college graduates?)",
        "\u201cRecent graduate\u201d stands for age. Say that the role is an entry role and which skills it needs.",
    ),
    (
        "graduation-year",
        r"\b(?:graduat(?:ed|ing|ion|e)\w*(?: year| date)?(?: in| by| between| after| before| of| no "
        r"later than|:)* (?:\w+ )?(?:19|20)\d{2}|class of (?:19|20)?\d{2}|(?:19|20)\d{2} "
        r"(?:graduates?|pass[- ]?outs?|batch))",
        "A graduation year stands for age. Ask for the experience instead.",
    ),
    (
        "named-school",
        r"\b"
        + _SCHOOL
        + r"(?:degree|graduates?|alumni|alumnus|studied|phd|bachelor\w*|master\w*)(?: \w+){0,3} (?:from|"
        r"at|of) " + _NAMED + r"\b|" + _NAMED + r" (?:graduates?|alumni|degree|grads?)\b)",
        "A named school stands for background. Ask for what was learnt or built.",
    ),
    (
        "postcode",
        r"\b(?:post ?codes?|zip ?codes?|(?:live|living|reside|located|be|residing) within (?:\d+|a) "
        r"?(?:miles?|km|kilomet\w+|minutes?|min|short)|own (?:a )?(?:car|vehicle)|local candidates? "
        r"only|local(?:s)? only)",
        "Where somebody lives stands for background. Say how often the work is on site.",
    ),
    (
        "culture-fit",
        r"\b(?:cultur(?:e|al) fit|fit (?:in|into|with) our culture|beer test|work hard,? play hard)",
        "\u201cCulture fit\u201d invites likeness. Name the behaviour that the work needs.",
    ),
    (
        "most-years",
        r"\b(?:(?:no|not) more than|maximum(?: of)?|max\.?|at most|up to|less than|fewer than) "
        r"(?:\d{1,2}|two|three|four|five|ten) years?\b(?= (?:of )?(?:\w+ )?experience)",
        "A most of years stands for age. Say the level of the work instead.",
    ),
    (
        "employment-gap",
        r"\b(?:no (?:employment |career )?gaps|without (?:employment |career )?gaps|continuous "
        r"employment|unbroken (?:employment|career)|currently employed)",
        "Gaps stand for care, illness and parenthood. Ask for recent work in the skill.",
    ),
    (
        "gendered-wording",
        r"\b(?:salesman|salesmen|craftsman|craftsmen|chairman|foreman|manpower|workm[ae]n\b|he (?:will|"
        r"must|should|is)\b|his (?:experience|skills|duties)|(?<!or )(?<!/)she (?:will|must|should)\b|guys\b|girl "
        r"boss|brotherhood)",
        "Gendered wording keeps people from applying. Use neutral words.",
    ),
    (
        "citizenship",
        r"\b(?:u\.?s\.?|american|eu|uk|british|canadian|australian) (?:citizens?|citizenship|"
        r"nationals?)\b(?! and immigration)",
        "Citizenship stands for origin unless a law or licence demands it. Name that law, or ask for "
        "the right to work.",
    ),
    (
        "grades",
        r"\b(?:gpa|grade point average)\b[^.;]{0,20}\d",
        "Grades stand for background and fade with time. Ask for work that shows the skill.",
    ),
    (
        "driving-licence",
        r"\bdriver['\u2019]?s?[- ]licen[cs]e|driving licen[cs]e",
        "A driving licence keeps out people who may not drive. Say whether the work needs travel.",
    ),
)
_FAIR = re.compile(
    r"regardless|without regard|equal[- ]opportunit|discriminat|irrespective|protected|encourage\w*|accommodat|"
    r"affirmative|harass|does not matter|welcome (?:all|candidates|applicants|people)|we celebrate",
    re.IGNORECASE,
)
_FRIENDLY = re.compile(r"inclusi|diverse|diversity|not limited to", re.IGNORECASE)
_THEIR_OWN = re.compile(
    r"\b(?:founded|founders?|co-?founded|backed|investors|our team (?:is|has|comes|includes)|"
    r"alumni (?:of|from)|ex-)\b",
    re.IGNORECASE,
)
_RULES = tuple(
    (slug, re.compile(pattern, re.IGNORECASE), sentence, refused)
    for table, refused in ((_REFUSED, True), (_PROXIES, False))
    for slug, pattern, sentence in table
)
_HINT = re.compile(
    "|".join(f"(?:{pattern})" for table in (_REFUSED, _PROXIES) for _, pattern, _ in table), re.IGNORECASE
)


def cautions(units: Iterable[Unit]) -> tuple[Caution, ...]:
    """Every refused attribute and every proxy in the posting, each with the wording and a sentence for its writer."""
    return tuple(each for unit in units for each in _of_unit(unit))


def _of_unit(unit: Unit) -> list[Caution]:
    if not _HINT.search(unit.text) or _FAIR.search(unit.text) or unit.heading.section is Section.LEGAL:
        return []
    found = []
    for slug, pattern, sentence, refused in _RULES:
        match = pattern.search(unit.text)
        if match and (refused or _counts(unit, slug)):
            span = Span(unit.span.start + match.start(), unit.span.start + match.end())
            found.append(Caution(match.group(), span, slug, sentence, refused))
    return found


def _counts(unit: Unit, slug: str) -> bool:
    """False where the wording of a proxy speaks of founders, of other people, or of welcoming everybody."""
    if slug == "named-school":
        return not _THEIR_OWN.search(unit.text)
    if slug == "gendered-wording":
        return unit.heading.section in (Section.REQUIREMENTS, Section.DUTIES)
    return not _FRIENDLY.search(unit.text)
