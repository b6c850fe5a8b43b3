"""The headings of postings: which part of the ad a wording opens, and how much what follows matters.

A table and no model: companies word some sixty headings in a few hundred ways, a wrong reading is repaired by one
line here, and a reader can see why a bullet counted as a must.
"""

import re
from dataclasses import dataclass

from matching.values import Priority, Section


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading opens. `priority` is None where what follows is no list of requirements."""

    section: Section
    priority: Priority | None = None


_MUST = Heading(Section.REQUIREMENTS, Priority.MUST)
_NICE = Heading(Section.REQUIREMENTS, Priority.NICE)
_AVOID = Heading(Section.REQUIREMENTS, Priority.AVOID)
_DUTIES = Heading(Section.DUTIES)
_BENEFITS = Heading(Section.BENEFITS)
_COMPANY = Heading(Section.COMPANY)
_LEGAL = Heading(Section.LEGAL)
_OTHER = Heading(Section.OTHER)

_QUALITY = (
    r"(?:qualifications?|requirements?|skills?|experiences?|competenc(?:y|ies)|prerequisites?|"
    r"criteria|expertise|attributes|abilities|knowledge|background)"
)
_WILL = r"(?:['\u2019]?ll| will)?"
_WE_ARE = r"we(?:['\u2019]?re| are)?"

_TABLE: tuple[tuple[Heading, str], ...] = (
    (_COMPANY, r"our (?:mission|vision|values|story|culture|team|product|customers|company)"),
    (
        _AVOID,
        r"(?:this (?:role|job|position) (?:is|may|might)(?: be)? )?(?:probably )?not (?:be )?(?:for "
        r"you|a (?:good )?fit)\b.*",
    ),
    (
        _AVOID,
        r"(?:who should not|please (?:do not|don.t)|do not|don.t) apply\b.*|you (?:may|might|will|"
        r"won.t)(?: not)? (?:be a (?:bad|poor)|not be a).*fit.*",
    ),
    (_AVOID, _WE_ARE + r" not looking for.*|deal[ -]?breakers|red flags|what " + _WE_ARE + r" not looking for"),
    (_NICE, r".*\bnice[ -]to[ -]ha(?:ve|s|ves)\b.*|.*\b(?:good|great)[ -]to[ -]have.*|nice (?:extras|if you have).*"),
    (
        _NICE,
        r"(?:should|could)[ -]?haves?|we.d be (?:thrilled|happy|delighted|excited|glad) if.*|it (?:would )?helps? if.*|"
        r"(?:good|welcome|useful) additions?|"
        r"what (?:would|will|could) make us .{2,24}|(?:the |some |little )?extras?\b.{0,24}|"
        r"(?:what )?would be (?:great|nice|cool|ideal|lovely)|" + _QUALITY + r" (?:desired|preferred|desirable|wanted)|"
        r"(?:extra )?bonus(?:es)?(?: points?| skills?| qualifications?| if you)?\b.{0,24}|(?:big |"
        r"huge )?plus(?:es|ses)?(?: if.*)?|brownie points.*|extra credit.*",
    ),
    (
        _NICE,
        r"(?:strongly |highly )?(?:preferred|desired|desirable|optional|additional|advantageous|ideal|"
        r"beneficial|wanted) ?(?:(?:"
        + _QUALITY
        + r"|but not required)\b.{0,40})|(?:strongly |highly )?(?:preferred|desired|desirable|optional|"
        r"beneficial|advantageous|a plus)|preferences",
    ),
    (
        _NICE,
        r"(?:we )?(?:ideally(?: you.{0,24})?$|even better if|it(?:.s| is| would be| will be) (?:a "
        r")?(?:plus|bonus|advantage)|you.ll stand "
        r"out|you will (?:shine|stand out)|what (?:would|will|could) make you "
        r"(?:stand out|shine)|what sets you apart|stand ?out|you may also have|strong candidates "
        r"(?:may|might|will|could)|not required\b|other assets|assets|"
        r"we.d (?:also )?love (?:it )?if|we.ll be (?:extra )?(?:excited|impressed) if|advantages?\b|"
        r"added advantages?|it would be (?:great|nice)).*",
    ),
    (
        _NICE,
        r"(?:(?:our|the|your|current) )?(?:tech(?:nology|nical|nologies)?[ -]?)?stack|(?:the "
        r")?tech(?:nologies)?(?: we (?:use|work with).*)?|tools (?:we use|and technologies)",
    ),
    (
        _LEGAL,
        r".*\b(?:equal (?:employment )?opportunit|e\.?e\.?o\.?\b|diversity|inclusion|belonging|"
        r"privacy|disclaimer|accommodations?|legal|notices?|posting statement|"
        r"affirmative action|background check|compliance statement|data protection|gdpr|fraud|scam|"
        r"position of trust|agenc(?:y|ies)).*",
    ),
    (
        _OTHER,
        r"(?:how to apply|apply.*|(?:the |our )?process||application.*|(?:our |the )?(?:interview|hiring|recruitment|"
        r"selection)(?: process.*)?|next steps|to apply.*|contact.*|referral.*|process|timeline|"
        r"location.*|job details?|department|logistics|employment type|job (?:type|function|category|"
        r"segment|level|id)|industries|seniority level|additional locations?|"
        r"primary location|work(?:ing)? (?:model|environment|location|schedule|arrangement).*|hours.*|"
        r"shift.*|start(?:ing)? date|contract.*|reports to|team size|reference.*|visa.*|"
        r"deadline.*|posted on|requisition.*)",
    ),
    (
        _BENEFITS,
        r"(?:our client|the (?:company|team|firm|client)|[\w.&-]+) offers?(?: you)?|"
        r"(?:our |the |your |full |great |generous |employee |company |some |additional |compensation "
        r"(?:and|&) |salary "
        r"(?:and|&) |perks (?:and|&) )*(?:benefits?|perks?|compensation|salary|comp|pay|package|"
        r"rewards?|"
        r"remuneration|offer|conditions|terms)\b.{0,60}|(?:annual|base|estimated|expected|approved|"
        r"advertised|starting|"
        r"target) (?:starting )?(?:salary|pay|compensation).*|total rewards.*|"
        r"what.{0,6} in it for you.*|what (?:we|you|.{2,20})"
        + _WILL
        + r" (?:can )?(?:offer|get|gain|receive|enjoy|provide).*|we (?:offer|provide|can offer).*|"
        r"why (?:join|work|you|us|you.re excited|.{2,20}\?).*|come work with us.*|"
        r"what (?:to|you can) (?:expect|count on)|here are some.*perks.*|life at.*|in return.*|"
        r"what.s (?:on offer|unique).*|"
        r"reasons to join.*|.{0,32}\b(?:employee|full[- ]time) benefits\b.*|joining us.*|you.ll "
        r"(?:love|get|receive|enjoy).*|our offer.*|pay range.*|growth.*",
    ),
    (
        _MUST,
        r"(?:(?:minimum|basic|required|key|essential|core|main|job|role|position|mandatory|your|our|"
        r"the|candidate|technical|other|soft|hard|professional|personal|necessary|"
        r"general|specific|critical|must[ -]have|work|relevant|education(?:al)?|academic|previous|"
        r"prior|language|functional|special|qualifications?|skills?|experience|person)"
        r"(?:,| and| ?&| ?/| or)? ?){0,4}(?:"
        + _QUALITY
        + r"|specification|profile)(?: ?(?:,|/|&|and|or)+ ?(?:\w+ )?(?:"
        + _QUALITY
        + r"|education|profile|training|traits))*(?: (?:required|needed|include|you.ll need|for (?:this|"
        r"the) role).*)?",
    ),
    (
        _MUST,
        r"(?:do you have what it takes.*|(?:our )?expectations?|your tool(?:box|kit|s)|languages?|"
        r"(?:(?:the|our|your|absolute|these are the) ){0,2}(?:must[ -]?haves?(?: skills)?|musts?|non[- ]negotiables?)|"
        r"what(?:.s| is| are)(?: an?| the)? (?:absolute )?must(?:[ -]?haves?|s)?|"
        r"required|minimum|essentials?|mandatory|education(?:al)?(?: "
        r"?(?:and|&|/) ?(?:\w+ ?){1,3}| requirements?)?|ideal candidate.*|the ideal candidate.*|"
        r"(?:your |the |ideal |candidate )*(?:background|profile)|"
        r"the following (?:requirements|qualifications).*|does this sound like you.*|sound like you.*|"
        r"is this you.*|the (?:right )?(?:person|candidate|fit).*|required/.*)",
    ),
    (
        _MUST,
        r"(?:and )?what (?:you|we|.{2,24})"
        + _WILL
        + r"(?:.re|.ve| are)? ?(?:should |must |would |need to )?(?:bring|need|have|look(?:ing)? for|"
        r"expect|seek|want|require|possess|value|look)\b.*",
    ),
    (_MUST, r"(?:you should )?recogni[sz]e yourself.*|looking for|sounds? like you.*|could this be you.*"),
    (
        _NICE,
        r"(?:(?:what|this|these|that|it) )?(?:would|will|can|also|may)(?: also)? (?:help|be useful|be "
        r"welcome)\b.{0,24}|"
        r"(?:also )?(?:useful|helpful|welcome)(?: too| but.*| extras?)?",
    ),
    (
        _MUST,
        r"what "
        + _WE_ARE
        + r" after|who (?:you are|are you|"
        + _WE_ARE
        + r" look(?:ing)? for|"
        + _WE_ARE
        + r" (?:need|want)|(?:is|are) (?:this|we).*|we need|(?:should|can|may) apply|you.ll be|would be.*)"
        r"|(?:a bit |more )?about you\b.*|are you .*\?|(?:\U0001FAF5 ?)?you",
    ),
    (
        _MUST,
        r"(?:we think )?you(?:.re| are| may| might| could| should| would| must|.d|.ll| will)*(?: be| "
        r"also)* ?(?:have|need|bring|a (?:(?:good|great|strong|perfect|ideal) )?(?:fit|match|candidate)|"
        r"good fit|"
        r"possess|right for|are|likely|thrive|successful|love|ideal)\b(?! the opportunity).*|"
        r"you(?:.ve| have)\b.*|your (?:experience|background|skills|toolkit|strengths|superpowers).*",
    ),
    (
        _MUST,
        r"(?:" + _WE_ARE + r"|we(?:.d| would)?) ?(?:love to|look(?:ing)?|seek(?:ing)?|need|want|require|expect|value|"
        r"hope)\b.{0,50}|to (?:be considered|qualify|succeed|be successful|thrive).*|"
        r"why we.re excited about you.*|we.d love to (?:hear|meet|talk).*|(?:\d\+? )?years? of "
        r"experience in the following.*",
    ),
    (
        _DUTIES,
        r"(?:(?:key|main|core|primary|your|the|job|role|position|major|essential|specific|day[ -]to[ "
        r"-]day|general|principal|other|duties|tasks)(?:,| and| ?&)? ?)*"
        r"(?:responsibil(?:ity|ities|ites)|responsabilit\w+|dut(?:y|ies)|tasks?|accountabilit\w+|"
        r"functions|objectives|deliverables|activities)\b.{0,40}",
    ),
    (
        _DUTIES,
        r".*\bbecause you(?:.ll| will)|(?:what|how|where) (?:you|.{2,20}the role)"
        + _WILL
        + r"(?:.re| are| can| might| be)* ?(?:be )?(?:do|work|own|build|lead|create|contribut|make|"
        r"deliver|tackl|help|learn|spend|drive)\w*\b.*|"
        r"you(?:.ll| will)(?: be)?(?: \w+ing| own| build| work.*| lead| do.*| help.*)?|in this "
        r"(?:role|position|job).*|as an? .{3,40}, you(?:.ll| will).*|"
        r"(?:a )?day[ -](?:to[ -]day|in the life).*|your (?:role|mission|impact|tasks|work|job|day).*",
    ),
    (
        _DUTIES,
        r"(?:about |more about )?(?:the |this |your |our )?(?:role|job|position|opportunity|mission|"
        r"work|challenge|project|research project|internship|gig|assignment)s?"
        r"(?: overview| summary| description| purpose| details| profile| of the (?:role|job))?|"
        r"(?:role|job|position|project|advertised job) (?:overview|summary|purpose|scope|profile|"
        r"statement)|"
        r"summary|overview|scope|impact|(?:representative |sample |example |possible |current "
        r")*projects(?: you.*)?|focus areas?|areas of (?:focus|work|responsibility)|snapshot|purpose|"
        r"the gap",
    ),
    (_OTHER, r"(?:job )?description|details|additional information|other( information)?|notes?"),
    (
        _COMPANY,
        r"why .{2,40}|(?:a (?:little|bit) )?(?:more )?about\b.*|(?:a |an |the )[\w-]+ company|"
        r"who (?:we|is) .*|(?:our |the |your )?(?:company|team|mission|vision|"
        r"values|culture|story|product|products|clients|customers|organi[sz]ation)"
        r"(?: (?:description|overview|information|profile|culture|values))?|how we(?:.re| are| work|"
        r".ve).*|what we(?:.re| are|.ve| do| build|.ve built| believe| stand).*|why now|"
        r"our (?:approach|work|impact|principles|beliefs|commitment).*|what makes .*|introduction|"
        r"background on .*|meet .*|employer|us|team overview|the problem|our backers|investors",
    ),
)

_PATTERNS = tuple((heading, re.compile(pattern, re.IGNORECASE)) for heading, pattern in _TABLE)
_DECORATION = re.compile(r"^[\W_]+|[\W_]+$")
_LONGEST = 72
_LEADS: tuple[tuple[Heading, str], ...] = (
    (
        _LEGAL,
        r"\b(?:working conditions|work environment|physical (?:demands|requirements)|to apply|your "
        r"application|apply|submit|please (?:send|include|attach)|send us)\b",
    ),
    (
        _NICE,
        r"\b(?:bonus|plus|preferred|preferably|nice to have|ideally|desirable|advantage|advantageous|"
        r"stand out|excited about|especially interested|added benefit|one or more of)\b",
    ),
    (
        _MUST,
        r"\b(?:requirements?|qualifications?|must have|should have|looking for|ideal .{2,40} (?:has|"
        r"have|will)|you (?:have|bring|are)|candidates? (?:has|have|will|should|must)|"
        r"experience (?:in|with)|good fit|required|skills)\b",
    ),
    (_BENEFITS, r"\b(?:benefits|perks|we offer|you(?:.ll| will) (?:get|receive|enjoy)|compensation|salary)\b"),
    (_DUTIES, r"\b(?:you(?:.ll| will)|responsib\w+|duties|will include|this role|day-to-day|tasks|projects)\b"),
)

_LEAD_PATTERNS = tuple((heading, re.compile(pattern, re.IGNORECASE)) for heading, pattern in _LEADS)


def read_heading(line: str) -> Heading | None:
    """What the line opens, when it is a heading whose wording we know; None for anything else."""
    if len(line) > _LONGEST + 8:
        return None
    wording = " ".join(_DECORATION.sub("", line).split())
    if not 2 <= len(wording) <= _LONGEST:
        return None
    return next((heading for heading, pattern in _PATTERNS if pattern.fullmatch(wording)), None)


def read_lead(line: str) -> Heading | None:
    """What a sentence that ends in a colon introduces ("In addition, the following would be an advantage:")."""
    return next((heading for heading, pattern in _LEAD_PATTERNS if pattern.search(line)), None)
