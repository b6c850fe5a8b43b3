"""The words by which a sentence of a posting asks for something, and how much it wants it.

Tables of wordings: under a heading of requirements everything is asked for unless it is plainly something else; in
prose only a sentence that says so asks.
"""

import re

from matching.requirements.asides import stands_aside
from matching.requirements.years import read_years
from matching.skills import find_skills
from matching.values import Priority


def _any(*wordings: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(wordings) + r")", re.IGNORECASE)


NICE = _any(
    r"(?:a |an |is |as |are |be |definite |huge |big |strong |added |major |real |\()*(?:plus|"
    r"bonus)(?:es|ses)?(?: points?)?(?=\W*$|[.,;:)(!]| for\b| if\b| but\b)",
    r"nice[- ]to[- ]have",
    r"good to have",
    r"great to have",
    r"(?:strongly |highly |also |is |are |but )*(?:preferred|preferable|desirable|desired)\b(?! to)",
    r"preferably\b",
    r"ideally\b",
    r"an? (?:added |additional |distinct |big |strong |clear |definite )?(?:advantage|asset)\b",
    r"advantageous\b",
    r"beneficial\b",
    r"not (?:strictly )?(?:required|mandatory|necessary|essential|a must|needed)",
    r"would be (?:great|nice|ideal|helpful|useful|beneficial|appreciated|welcome|cool|awesome|"
    r"wonderful|fantastic|lovely|amazing|terrific)",
    r"(?:is|are|also) (?:helpful|useful|welcome|appreciated|valued)\b",
    r"(?:bonus|extra|brownie) points",
    r"bonus\s*:",
    r"(?<!not )optional(?:ly)?\b",
    r"we(?:'|\u2019)d love",
    r"even better\b",
    r"(?:strongly )?prefer\b",
    r"advantage for\b",
    r"a (?:nice )?extra\b",
    r"will (?:also )?be considered",
    r"(?:glad|happy|pleased|delighted) (?:of|if|about)\b",
)
MUST = _any(
    r"must\b",
    r"(?:is|are|absolutely|strictly) (?:required|mandatory|essential|necessary|needed|a must)",
    r"required\b",
    r"mandatory\b",
    r"a must\b",
    r"essential\b",
    r"non[- ]negotiable",
    r"at (?:a )?minimum",
    r"at least\b",
    r"minimum (?:of|\d)",
    r"need to (?:have|be)",
    r"has to\b",
    r"have to (?:be|have)",
)
AVOID = _any(
    r"(?:not|n['\u2019]t) (?:a (?:good )?fit|for you) if",
    r"please do(?: not|n['\u2019]t) apply if",
    r"do(?: not|n['\u2019]t) apply if",
    r"(?:we(?: are|['\u2019]re) )?not looking for",
    r"we (?:do not|don['\u2019]t) want",
    r"no (?:prompt tinkerers|job hoppers)",
    r"(?:job|role|place|position) (?:is|may be|might be) not (?:the right (?:one|place) )?for you",
    r"no (?:\w+ )?(?:experience|background|knowledge)\b[^;?!]{0,40}\bplease\W*$",
    r"(?:job|role|place|position) is(?:n['\u2019]t| probably not) for you",
)
_WANT = _any(
    r"(?:strong|solid|proven|extensive|deep|demonstrated|hands[- ]on|prior|previous|significant|"
    r"excellent|good|advanced|working|practical|thorough|comfortable|some|real[- ]world|"
    r"professional|relevant|industry)[\w ,/&-]{0,40}\b(?:experience|knowledge|understanding|"
    r"skills|background|proficiency|grasp|command|track record|familiarity|fluency)\b",
    r"experience (?:with|in|building|using|as|of|developing|working|designing|shipping|leading|"
    r"training|deploying|writing|managing|on|running|creating|required)\b",
    r"(?:experienced|skilled) (?:in|with|at)\b",
    r"(?:background|expertise|proficiency|proficient|fluen(?:t|cy)|well[- ]versed|degree|phd|"
    r"bachelor['\u2019]?s?|master['\u2019]s?)\b(?: in| with|$|\W)",
    r"familiar(?:ity)? with\b",
    r"on[- ]?site (?:at least|\d|in)\b",
    r"\d days (?:a|per) week\b",
    r"(?:knowledge|understanding|command) of\b",
    r"track record\b",
    r"ability to\b",
    r"comfortable (?:with|in|working)\b",
    r"you(?:['\u2019]ve|['\u2019]re| have| are| bring| should(?: have| be)?| must| need| know| "
    r"can| might be| may be)\b",
    r"(?:looking for|seeking|searching for|in search of|we (?:want|need)|hire|"
    r"hiring)\b[^.]{0,80}\b(?:with|who|that|experienced|to have|having)\b",
    r"(?:ideal|successful|right|strong|best) (?:candidate|person|fit|match|engineer|hire|profile)s?\b",
    r"candidates? (?:should|must|will|with|who|need)\b",
    r"they (?:also )?(?:need|should|must)\b",
    r"we(?:['\u2019]d| would) like you to\b",
    r"someone (?:who|with)\b",
    r"if you(?:['\u2019]ve| have|['\u2019]re| are| know| can)\b",
    r"people who\b",
    r"engineers who\b",
    r"folks (?:who|with)\b",
    r"(?:authori[sz]ed|eligible|eligibility|right) to work\b",
    r"work (?:permit|visa|authori[sz]ation)\b",
    r"(?:security )?clearance\b",
    r"(?:you|candidates?|applicants?) must\b",
    r"must (?:have|be|know|hold|speak|possess)\b",
    r"(?:is|are|absolutely|strictly) (?:required|mandatory|essential|needed|expected|a must)",
)
_THEIRS = re.compile(
    r"^\W*(?:(?:at .{2,30}, )?we(?:['\u2019]ve| have| are| were|['\u2019]re (?!look|seek|hir|"
    r"after)|['\u2019]ll| will| do| believe| build| help| offer| provide| work| use| value| care| support|"
    r" hire| aim| strive| combine| celebrate| encourage| empower|"
    r"['\u2019]ve)\b(?!.{0,24}"
    r"(?:look|seek|hir|search))|our (?!ideal|perfect|next|new)\w+|the (?:team|company|"
    r"founders?)\b|founded|backed by|join\b|come\b|together\b|with (?:over|more than)|"
    r"it['\u2019]s|this is|if we\b|and,? you can\b|responsibilities (?:include|are)\b|"
    r"as an? (?:organi[sz]ation|company)\b|from \w+ \w+ to\b|at \w+, (?!you)|"
    r"what you['\u2019]ll|you(?:['\u2019]ll| will)\b|about us)",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"^\W*(?:[\w.&-]+(?: [\w.&-]+){0,2}['\u2019]s (?:mission|vision|purpose|goal)\b|"
    r"(?!(?:the )?(?:ideal|right|perfect|candidate|role|position|this|who|you)\b)[\w.&-]+(?: [\w.&-]+){0,2} is (?:the "
    r"(?:leading|world|first|largest|premier)|an? (?:[\w-]+,? ){0,4}(?:company|start-?up|platform|provider|"
    r"organi[sz]ation|lab|bank)|one of the|on a mission)\b(?!.*\b(?:look|seek|hir|search|you|candidate)))",
    re.IGNORECASE,
)
_ELSEWHERE = _any(
    r"equal[- ]opportunity",
    r"regardless of",
    r"without regard",
    r"discriminat\w+",
    r"reasonable accommodation",
    r"accommodations?\b",
    r"affirmative action",
    r"e-?verify",
    r"401\s?\(?k\)?",
    r"health (?:insurance|benefits|care coverage)",
    r"dental\b",
    r"(?:paid|unlimited) (?:time off|pto|vacation|parental|holiday)",
    r"parental leave",
    r"stock options",
    r"equity (?:package|grant|compensation)",
    r"competitive (?:salary|compensation|pay|benefits)",
    r"(?:base|annual|starting|expected) (?:salary|pay)\b",
    r"salary range",
    r"pay range",
    r"we offer\b",
    r"(?:vision|life) insurance",
    r"bonus (?:program|scheme|plan|structure|eligib\w+)",
    r"annual bonus",
    r"relocation (?:package|assistance|support)",
    r"gym\b",
    r"wellness\b",
    r"(?:apply|applying) (?:here|now|at|via|by|through|on|directly|below|anyway|even)\b",
    r"encourage[sd]? (?:you )?(?:to )?apply",
    r"send (?:us |your |me |a |an )",
    r"submit (?:your|a|an)\b",
    r"cover letter",
    r"(?:e-?mail|contact|reach out to|reach us|reach me|dm|ping) (?:us|me|at|\[|your)",
    r"your (?:resume|cv|application|github)\b",
    r"https?://\S+\s*$",
    r"(?:every|all) (?:single )?(?:requirement|qualification|box|bullet)",
    r"check every box",
    r"don['\u2019]t meet",
    r"recruit(?:ers|ment) (?:agenc|please)",
    r"no (?:recruiters|agencies)",
    r"background checks?",
    r"criminal histor",
    r"privacy (?:policy|notice)",
    r"personal (?:data|information)",
    r"diverse (?:team|workforce|perspectives|backgrounds)",
    r"visa sponsorship is",
    r"underrepresented",
    r"benefits include",
    r"benefits? [-\u2013:]",
    r"(?:parental|maternity|paternity) (?:support|benefits?)",
    r"attract and retain",
    r"sponsorship (?:of [\w ]{2,20} )?is (?:possible|available|offered)",
    r"we (?:can |do |will |also )?sponsor\b",
    r"above statements?",
    r"commitment to (?:diversity|inclusion|equal|dei)",
    r"(?:we|i)(?:['\u2019]d| would)? (?:want|like|love) to (?:hear from|talk|meet|speak)",
    r"(?:can['\u2019]t|cannot) wait to (?:see|hear|meet)",
    r"if (?:this|that|the) (?:problem|role|mission|challenge|work|idea)\b.{0,24} (?:excites|interests|appeals|sounds)",
    r"if you(?:['\u2019]re| are) (?:excited|intrigued|thrilled) (?:by|about)",
    r"match every\b",
    r"click any links?",
    r"offered a bonus",
    r"application deadline",
    r"you should expect\b",
    r"(?:find|learn|read) (?:out )?more\b",
    r"powered by \w+$",
    r"reimburse(?:s|d|ment)? (?:for|of|up|your)\b",
    r"intro(?:ductory)? call\b",
    r"(?:hiring manager|technical|final|onsite|panel|first|culture|team) (?:interview|fit call|screen)s?\b",
    r"(?:take[- ]home|case study|coding) (?:task|assignment|challenge|test|exercise)\b",
    r"centrally located",
    r"no (?:\w+ )?experience\b.{0,40} (?:needed|required|necessary)",
    r"e-?verify",
    r"hourly rate",
    r"is the (?:right )?place (?:for you|to)\b",
    r"perks\b",
    r"(?:job|role) (?:is )?for you\b",
    r"stipend",
    r"sexual orientation",
    r"national origin",
    r"gender identity",
    r"(?:\$|\u20ac|\u00a3)\d+\s?(?:/|per) ?hour",
    r"imposter syndrome",
    r"confidence gap",
    r"interview process",
    r"we(?:'|\u2019)d (?:still )?love to (?:hear|talk|meet|chat)",
)
_PERSON = _any(
    r"you\b",
    r"you['\u2019]",
    r"candidates?\b",
    r"\d+\+? years",
    r"must have",
    r"(?:is|are) (?:required|a must)",
    r"(?:looking for|seeking)\b",
    r"applicants?\b",
)
_WORKED = _any(
    r"experien\w+",
    r"expertise",
    r"background",
    r"working",
    r"building",
    r"engineering",
    r"development",
    r"in (?:software|machine)\b",
)
_RATHER = re.compile(r"preferably|ideally", re.IGNORECASE)  # "three years, preferably in a bank" asks for the years
_ASIDE_OF_ITS_OWN = 8
_ASIDE = re.compile(r"\([^()]{0,80}\)")
_DEGREE_OR_SKILL = re.compile(r"ph\.?d|master|bachelor|m\.?sc?\b", re.IGNORECASE)
_EMAIL_LINE = re.compile(
    r"^\W*(?:e-?mail|contact|apply|website|more info|link|salary|comp|compensation|benefits|perks|pay)\b[^.]{0,12}:",
    re.IGNORECASE,
)


def priority_of(text: str, *, default: Priority) -> Priority:
    """How much a requirement matters by its own words; `default` when they do not say."""
    if AVOID.search(text):
        return Priority.AVOID
    if default is Priority.AVOID:
        return default
    text = _ASIDE.sub(lambda aside: " " if _beside(aside.group()) else aside.group(), text)
    cue = NICE.search(text)
    if cue and not (_RATHER.match(cue.group()) and any(each.end < cue.start() for each in read_years(text))):
        return Priority.NICE
    return Priority.MUST if MUST.search(text) and not text.rstrip().endswith("?") else default


def _beside(aside: str) -> bool:
    """True for an aside such as "(Ph.D. is a plus)", which names its own thing and speaks for nothing outside it."""
    rest = NICE.sub("", aside)
    return rest != aside and (
        bool(_DEGREE_OR_SKILL.search(aside) or find_skills(aside)) or len(rest) > _ASIDE_OF_ITS_OWN
    )


def asks(text: str) -> bool:
    """True when a sentence of prose asks something of the candidate, rather than telling of the company or the work."""
    return (
        not elsewhere(text)
        and not (_THEIRS.match(text) or _ITSELF.match(text))
        and (
            bool(_WANT.search(text) or NICE.search(text))
            or (any(True for _ in read_years(text)) and bool(_WORKED.search(text)))
        )
    )


def tells_of_us(text: str) -> bool:
    """True for a sentence in which the company speaks of itself, or of what the person will do or get."""
    own = _THEIRS.match(text) and not (_WANT.search(text) or MUST.search(text) or NICE.search(text))
    return bool(own or _ITSELF.match(text))


def asks_there(text: str) -> bool:
    """`asks`, for a sentence among praise of the company: it has to speak of the person, too."""
    return asks(text) and bool(_PERSON.search(text)) and not text.lstrip().lower().startswith(("we ", "at ", "our "))


def elsewhere(text: str) -> bool:
    """True for benefits, pay, legal text and how to apply, wherever they stand: no requirement."""
    return bool(_ELSEWHERE.search(text) or _EMAIL_LINE.match(text)) or stands_aside(text)
