"""The wordings that take a skill back: denied, hoped for, somebody else's, only weighed, or slight.

Tables, so that a new wording is a line. `BEFORE` stands ahead of the mention in its clause, `AFTER` begins where the
mention ends; of several ahead the nearest one wins. A cue that needs the mention right behind it ends in `$`.
"""

import re
from enum import StrEnum


class Polarity(StrEnum):
    """What a mention of a skill claims. SLIGHT claims a little, and no work."""

    SHOWN = "shown"
    SLIGHT = "slight"
    NEGATED = "negated"
    ASPIRED = "aspired"
    OTHERS = "others"
    WEIGHED = "weighed"


_VERBS = (
    r"(?:learn\w*|work\w*|grow\w*|get|gain\w*|explor\w*|us(?:e|ing)|mov\w+|transition\w*|develop\w*|deepen\w*|"
    r"build\w*|appl\w+|dive|div\w+|pick|master\w*|stud\w+|expand\w*|try|experiment\w*|speciali[sz]\w+|improve|"
    r"improving|become|break|pivot\w*|contribute|join|start|know|understand|get\w*|obtain\w*|acquir\w+|switch|teach|"
    r"do|see|write|writing)"
)
_PEOPLE = (
    r"(?:teams?|engineers?|developers?|scientists?|contractors?|colleagues?|vendors?|analysts?|researchers?|"
    r"suppliers?|consultants?|agenc(?:y|ies)|partners?|students?|customers?|clients?|reports|squads?|group|staff|"
    r"interns?|users|programmers?|specialists?|freelancers?|departments?|administrators?|experts?|speakers?|"
    r"trainers?|architects?)"
)
_DOERS = _PEOPLE.replace("customers?|clients?|", "").replace("users|", "")
_DID = (
    r"(?:us\w+|buil[dt]\w*|train\w*|develop\w*|wr(?:ote|ites?|iting)|deploy\w*|work\w*|maintain\w*|ran|run\w*|cod\w+|"
    r"implement\w*|design\w*|own\w*|creat\w+|migrat\w+|handl\w+|fine.?tun\w+|operat\w+|specialis\w+|specializ\w+|"
    r"deliver\w*|kn[eo]w\w*|present\w*)"
)
_PAST = (
    r"(?:\w{2,}ed|ran|built|wrote|did|kept|chose|set up|made|taught|brought|took|uses|runs|builds|writes|trains|"
    r"operates|maintains|handles|owns|deploys|develops|keeps|logs|run|use|operate|own|maintain|write)"
)
_NEAR = r"(?:(?:the|any|a|an|using|use of|in|with|on|from|of|to)\s+){0,2}"
_EVENTS = r"(?:meet-?ups?|events?|conferences?|workshops?|webinars?|panels?|trade fairs?|hackathons?)"
_WRITINGS = (
    r"(?:press\s+\w+|newsletters?|articles?|cop(?:y|ies)|blog\s*posts?|brochures?|adverts?|advertisements?|slogans?|"
    r"marketing\s+\w+|job\s+ads?|posts)"
)
_EXPERIENCE = r"(?:experience|knowledge|exposure|background|expertise|familiarity|skills?|training|contact|command)"

BEFORE: tuple[tuple[Polarity, str], ...] = (
    # denied
    (Polarity.NEGATED, r"\b(?:no|zero|little to no|lack(?:s|ing|ed)?(?: of)?|without|limited to no|not any|"
     r"n['\u2019]t any)\s+(?:\w+[- ]){0,3}?" + _EXPERIENCE + r"\b"),
    (Polarity.NEGATED, r"\b(?:no|zero|lacks?|lacking|nothing in|none of it in)\s+(?:lines? of\s+|use of\s+)?$"),
    (Polarity.NEGATED, r"\bno\s+(?:production|professional|commercial|serious|real|hands-on)\s+$"),
    (Polarity.NEGATED, r"\bwithout(?: \w+ing)?\s+(?:the\s+)?(?:(?:help|use|aid|need|support)\s+(?:of|for)\s+)?$"),
    (Polarity.NEGATED, r"\b(?:in the absence of|devoid of|free of|in lieu of|as opposed to)\s+$"),
    (Polarity.NEGATED, r"(?:\b(?:not|never)|n['\u2019]t)\s+(?:\w+\s+){0,2}?(?:used?|using|worked|work|touch(?:ed)?|"
     r"tried|written|wrote|write|writing|learned|learnt|built|build|done|had|have|deployed|coded|code|programmed|"
     r"program|know|knew|seen|run|shipped|been|gotten|got|experienced|familiar|proficient|comfortable|an? expert|"
     r"skilled|fluent|versed|involved?|require[sd]?|needed|need|cover(?:ed)?|includ(?:ed?|es)|studied|say|claim|"
     r"master(?:ed)?|taught|opened|adopted?|introduced?|allowed?)\b"),
    (Polarity.NEGATED, r"\b(?:cannot|can['\u2019]t|could not|couldn['\u2019]t)\s+(?:yet\s+)?(?:say|claim|call|write|"
     r"code|program|use|read|boast|offer|speak)\b"),
    (Polarity.NEGATED, r"\b(?:not|never)\s+(?:(?:much|so much|really|yet)\s+(?:of\s+)?)?" + _NEAR + r"$"),
    (Polarity.NEGATED, r"\b(?:neither\b[^.;:]{0,60}|nor\s+(?:\w+\s+)?|none of\b[^.;,]{0,40})$"),
    (Polarity.NEGATED, r"\b(?:unfamiliar|inexperienced|unacquainted)\s+(?:with|in)\b"),
    (Polarity.NEGATED, r"\b(?:instead of|rather than|new to|other than|except(?: for)?|apart from|everything but|"
     r"anything but|all but|far from)\s+(?:\w+\s+)?$"),
    (Polarity.NEGATED, r"\b(?:decided|voted|argued|advised|chose|opted)\s+(?:\w+ly\s+)?against\s+" + _NEAR + r"$"),
    (Polarity.NEGATED, r"\b(?:avoid(?:ed|ing)?|reject(?:ed|ing)|skipp(?:ed|ing)|refus(?:ed|ing)|declin(?:ed|ing)|"
     r"shunn(?:ed|ing)|(?:ruled|ruling|left|leaving|opted) out(?: of)?|turned down|refrain(?:ed|ing) from|bann(?:ed|"
     r"ing)|(?:stay(?:ed|ing)?|ke(?:pt|ep)|steer(?:ed|ing)?) (?:away|clear) (?:from|of))\s+" + _NEAR + r"$"),
    (Polarity.NEGATED, r"\b(?:yet to|have yet to)\s+\w+"),
    # hoped for, planned, being learnt
    (Polarity.ASPIRED, r"\b(?:eager|keen|excited|hop(?:e|es|ed|ing)|wants?|wanting|wanted|willing|would (?:like|"
     r"love)|['\u2019]d (?:like|love)|looking(?: forward)?|ready|plans?|planning|aim(?:s|ing)?|aspir(?:e|es|ing)|"
     r"wish(?:es|ing)?|desire|happy|open|intend(?:s|ing)?|motivated|enthusiastic|(?:goal|aim|dream|plan|ambition) is|"
     r"trying|opportunity|chance|need)\s+(?:to|about|for)\s+(?:\w+\s+){0,2}?" + _VERBS + r"\b"),
    (Polarity.ASPIRED, r"\bwants?\s+(?:my|a|the)\s+(?:next|new|future)\b|\bwould\s+(?:welcome|enjoy|appreciate|"
     r"relish)\b"),
    (Polarity.ASPIRED, r"\b(?:(?:career|learning|personal)\s+)?(?:goals?|aims?|ambitions?|dreams?|plans?|"
     r"next steps?)\b[^.;:]{0,24}:"),
    (Polarity.ASPIRED, r"\b(?:to-?do|wish|bucket|reading|learning|my)\s*-?list\b[^.;]{0,24}$"),
    (Polarity.ASPIRED, r"\b(?:interest(?:ed)?|interests? include|interests lie)\s+in\b|\binterests?\s*(?:include|:|"
     r"are)"),
    (Polarity.ASPIRED, r"\b(?:curious|passionate|enthusiastic|excited|passion)\s+(?:about|for|how)\b"),
    (Polarity.ASPIRED, r"\b(?:keen on|fascinat(?:ed|ion) (?:by|with|for)|drawn (?:to|towards?)|attracted (?:to|by)|"
     r"intrigued (?:by|with)|dream(?:s|ing|t)? (?:of|about)|curious|fond of)\b(?: \w+ing\b)?"),
    (Polarity.ASPIRED, r"(?<!machine )(?<!machine-)(?<!deep )(?<!deep-)(?<!reinforcement )(?<!transfer )"
     r"(?<!supervised )(?<!federated )(?<!continual )(?<!active )(?<!unsupervised )(?<!contrastive )"
     r"(?<!representation )\b(?:learning|studying)\s+(?:about\s+|how to \w+\s+|to use\s+|the basics of\s+|"
     r"more about\s+|\w+\s+and\s+)?$"),
    (Polarity.ASPIRED, r"\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|beg[au]n)\s+(?:to\s+learn|learning|to\s+study|"
     r"studying)\b"),
    (Polarity.ASPIRED, r"\b(?:currently|now|still|just|actively|self-?)\s+(?:learning|studying|exploring|taking|"
     r"enrolled|beginning|reading)\b"),
    (Polarity.ASPIRED, r"\b(?:preparing|registered|signed up) for\b|\benroll?(?:ed|ing) (?:for|in|on)\b"),
    (Polarity.ASPIRED, r"\b(?:taking|attending|following|halfway through|midway through|working through|"
     r"going through|reading(?: up on)?|watching)\s+(?:\w+\s+){0,3}?(?:courses?|class(?:es)?|lessons?|tutorials?|"
     r"moocs?|books?|documentation|news|lectures?|videos?)\b"),
    (Polarity.ASPIRED, r"\b(?:reading(?: up on)?|halfway through|midway through)\s+(?:the\s+|an?\s+)?$"),
    (Polarity.ASPIRED, r"\bteach(?:ing)?\s+(?:myself|oneself|himself|herself)\b"),
    (Polarity.ASPIRED, r"\b(?:will|['\u2019]ll|going to|about to)\s+(?:\w+\s+)?(?:learn|teach|start|begin|study|pick|"
     r"attend|take|join|move|sit|try|look)\b"),
    (Polarity.ASPIRED, r"\bplanning\s+(?:an?|my)\s+(?:\w+\s+){0,2}?(?:projects?|courses?|exams?|certifi\w+|switch|"
     r"move)\b"),
    (Polarity.ASPIRED, r"\baspiring\b"),
    (Polarity.ASPIRED, r"\b(?:seeking|looking for|searching for|pursuing)\s+(?:an?\s+|my\s+|"
     r"the\s+)?(?:[\w-]+\s+){0,3}?(?:role|position|opportunit\w+|job|internship|career|team|challenge)s?\b"),
    # weighed, imagined, compared
    (Polarity.WEIGHED, r"\b(?:would|could|might|should)\s+(?:\w+\s+){0,2}have\b|\bif (?:needed|asked|required|"
     r"necessary|allowed|wanted)\b[^.;,]{0,30}$|\bgiven (?:more )?(?:time|the chance)\b"),
    (Polarity.WEIGHED, r"\b(?:consider(?:ed|ing)|discuss(?:ed|ing)|debat(?:ed|ing)|weigh(?:ed|ing)|contemplat(?:ed|"
     r"ing)|argued|asked|wondered)\s+(?:whether\s+)?" + _NEAR + r"$"),
    (Polarity.WEIGHED, r"\b(?:evaluat\w+|compar\w+|assess\w+|look(?:ed|ing) (?:at|into)|stud(?:y|ied))"
     r"\s+(?:\w+\s+){0,4}?(?:on paper|whether|if)\b|\bwhether\s+$"),
    (Polarity.WEIGHED, r"\b(?:as (?!well\b|far\b|long\b|soon\b)\w+ as|similar to|comparable (?:to|with)|akin to|"
     r"inspired by|modelled on|alternatives? to|compet\w+ (?:of|to|with)|compared (?:to|with)|unlike|\w+er than|"
     r"versus|vs\.?)\s+(?:the\s+|what\s+)?$"),
    (Polarity.WEIGHED, r"\b(?:beat|beats|beating|outperform\w*)\s+$"),
    # other people's
    (Polarity.OTHERS, r"\b" + _PEOPLE + r"\b[^.;]{0,30}?\b(?:that|who|which|whom)\s+(?:\w+\s+){0,3}?" + _DID + r"\b"),
    (Polarity.OTHERS, r"\b" + _PEOPLE + r"\b[^.;,]{0,20}?\b(?:who|whose)\b"),
    (Polarity.OTHERS, r"\bwhat (?:others|other people|they|competitors)\b"),
    (Polarity.OTHERS, r"\b(?:manag\w+|led|lead(?:s|ing)?|supervis\w+|oversaw|overseeing|oversee\w*|support(?:ed|ing)|"
     r"coordinat\w+|mentor(?:ed|ing)|coach(?:ed|ing)|direct(?:ed|ing)|help(?:ed|ing)|work(?:ed|ing) (?:alongside|"
     r"with|next to|beside))\s+[^.;]{0,40}?\b" + _PEOPLE + r"\b[^.;,]{0,20}?\s(?:using|building|working|training|"
     r"developing|writing|deploying|maintaining|running|to use|responsible for|doing|in charge of)\b"),
    (Polarity.OTHERS, r"\b(?:our|the|their|my|whose|another|partner|other)\s+(?:\w+\s+){0,2}?" + _PEOPLE
     + r"\s+(?:\w+ly\s+)?(?:used|built|trained|developed|wrote|deployed|maintained|ran|coded|implemented|designed|"
     r"owned|created|handled|migrated|did|operates?|operated|runs?|logged)\b"),
    (Polarity.OTHERS, r"^\W*(?:(?!(?:I|we|with|as|for|of|in|a team)\b)[\w-]+\s+){0,4}?" + _DOERS + r"\s+(?:\w+ly\s+|"
     r"then\s+|also\s+|later\s+)?" + _PAST
     + r"\b"),
    (Polarity.OTHERS, r"\b(?:colleague|teammate|boss|manager|friend|competitor|predecessor|co-?worker|another team|"
     r"other team)(?:['\u2019]s|s['\u2019])\s+(?:\w+\s+){0,2}$"),
    (Polarity.OTHERS, r"(?<!newly )(?<!new )\b(?:hired|hiring|recruit(?:ed|ing)|interview(?:ed|ing)|head-?hunt(?:ed|"
     r"ing))\s+(?:\w+\s+){0,4}$"),
    (Polarity.OTHERS, r"^\W*(?:sold|sells?|selling|re-?sold|upsold|marketed|advertised|pitched|licensed|procured|"
     r"purchased|bought|renewed|negotiated|invoiced|edited|proof-?read|booked|report(?:ed|ing)? (?:to|on|about)|"
     r"briefed|commissioned|outsourced|attended|moderated|(?:liais|coordinat)(?:ed|ing) with\b(?!.*\bto\s+\w)|"
     r"took minutes|kept (?:the )?(?:minutes|books|diary)|translated (?:\w+\s+){0,3}?(?:docu\w+|manuals?|books?|"
     r"texts?))\b"),
    (Polarity.OTHERS, r"\b(?:organis|organiz|host|plann|arrang|sponsor|cater)(?:ed|"
     r"ing)\s+(?:for\s+)?(?:\w+\s+){0,2}?" + _EVENTS
     + r"\b"),
    (Polarity.OTHERS, r"\b(?:wrote|writing|published|drafted|prepared)\s+(?:\w+\s+){0,2}?" + _WRITINGS
     + r"\s+(?:about|on|for|of)\b"),
    (Polarity.OTHERS, r"\b(?:account|sales|marketing|press|hr|office)\s+(?:manager|officer|executive|assistant|"
     r"representative)\s+(?:for|of|to)\b|\brecruiter\s+(?:for|of)\b"),
    (Polarity.OTHERS, r"\b(?:answer|triag|forward|escalat)(?:ed|ing)\s+(?:\w+\s+)?(?:tickets|calls|mails?|questions)"
     r"\s+(?:of|from|about)\b"),
    (Polarity.OTHERS, r"\b(?:written|built|developed|maintained|owned|trained|designed)\s+by\s+(?:others|an?other|"
     r"the|our|my|an?)\b[^.;]{0,30}$"),
    (Polarity.OTHERS, r"\b(?:supplier|vendor|partner|client)s?\s+whose\s+\w+\b"),
    (Polarity.OTHERS, r"\b(?:you (?:have|are|know|bring|will|should|must)|ideal candidates?|(?:applicants?|"
     r"candidates?) (?:should|must|will|need|who))\b[^.;]{0,40}$|\bmust[- ]haves?\b|\bnice[- ]to[- ]haves?\b|"
     r"\blooking for (?:someone|somebody|people)\b"),
    # slight
    (Polarity.SLIGHT, r"(?:^|[,:(]\s*|\band\s+)\W*(?:basic|elementary|rudimentary|introductory|superficial)\s+$"),
    (Polarity.SLIGHT, r"\b(?:basic|elementary|rudimentary|introductory|superficial|beginner['\u2019]?s?)"
     r"\s+(?:\w+\s+)?(?:"
     + _EXPERIENCE + r"|understanding|level)\s+(?:of|in|with|to|at)\b|\b(?:beginner|novice|basics)\s+(?:in|with|at|"
     r"of)\b"),
    (Polarity.SLIGHT, r"\b(?:some|limited|little|slight|passing|brief|minimal|first|a bit of|modest|light)"
     r"\s+(?:\w+\s+)?(?:"
     + _EXPERIENCE + r"|understanding|awareness|acquaintance)\s+(?:of|in|with|to)\s+(?:\w+\s+)?$"),
    (Polarity.SLIGHT, r"\b(?:a little|a bit of|a touch of|a smattering of)\s+$"),
    (Polarity.SLIGHT, r"\b(?:dabbl(?:ed|ing) (?:in|with)|(?:play|toy|tinker)(?:ed|ing) (?:around )?with|"
     r"familiar with|aware of|acquainted with|(?:a )?first look at)\s+(?:the\s+)?$"),
)  # fmt: skip

AFTER: tuple[tuple[Polarity, str], ...] = (
    (Polarity.SHOWN, r"[^.;]{0,24}?,?\s+(?:that|which)\s+(?:I|we)\s+(?:also\s+|still\s+|then\s+)?(?:wrote|write|"
     r"built|build|run|ran|maintain|own|design|develop|use|deploy|ship|led|made|operate|create|set up|introduce|"
     r"rewr[io]te)"),
    (Polarity.NEGATED, r"\s*[(:\u2013\u2014-]\s*(?:none|no\b|not\b|never|n/?a\b|zero)"),
    (Polarity.NEGATED, r"[^,;.]{0,24}?\b(?:is|are|was|were)(?:\s+not|n['\u2019]t)\s+(?:something|among|one of|part|"
     r"used|in my|my|needed|required|allowed|involved|introduced|adopted|available|an option|in use|permitted)"),
    (Polarity.NEGATED, r"[^,;.]{0,12}?\s(?:was|were|is|are|has|had|have)?\s*never\s+(?:been\s+)?(?:used|introduced|"
     r"adopted|needed|required|part|touched|an option|tried|learn\w+|considered|installed|allowed|in use|approved|"
     r"on the table|came|my)"),
    (Polarity.NEGATED, r"[^,;.]{0,12}?\s(?:was|were|is|are)\s+(?:ruled out|rejected|avoided|banned|forbidden|"
     r"off limits|unknown to|new to|foreign to|a mystery to|out of scope|off the table|unavailable|left to others|"
     r"not for us)"),
    (Polarity.NEGATED, r"\s*,?\s+not at all\b"),
    (Polarity.NEGATED, r"\s*,?\s+(?:I|we)\s+(?:have\s+|['\u2019]ve\s+|had\s+)?(?:never|not|haven['\u2019]t|"
     r"don['\u2019]t|leave|left|avoid|skip|did not|didn['\u2019]t)\b"),
    (Polarity.NEGATED, r"\s+" + _EXPERIENCE + r"\s*(?::|is|\u2013|-)\s*(?:none|no|lacking|missing|limited to none)\b"),
    (Polarity.ASPIRED, r"\s*[(:\u2013\u2014-]\s*(?:currently |still |just |now |self-)?(?:learning|in progress|"
     r"studying|interested|want to learn|would like|planned|next|to learn)"),
    (Polarity.ASPIRED, r"[^,;.]{0,24}?\b(?:is|are)\s+(?:something|what|the next|next|a skill|on my|(?:a|the|one)"
     r"\s+\w+)\b[^;.]{0,40}?(?:learn|want|list|explore|would|hope|pick)"),
    (Polarity.ASPIRED, r"\s+(?:[\w-]+\s+){0,2}?(?:certifi\w+|courses?|exams?|class(?:es)?|training|tutorials?|"
     r"bootcamps?)\s+(?:is\s+|are\s+)?(?:planned|booked|next|in progress|scheduled|upcoming|pending|ongoing|"
     r"to follow|underway|due)"),
    (Polarity.WEIGHED, r"[^;.,]{0,20}?\b(?:would|could|might)\s+(?:also\s+|not\s+)?(?:have|be|pay|help|suit|do|make|"
     r"save|cost)\b"),
    (Polarity.WEIGHED, r"[^;.,]{0,16}?\bif (?:needed|asked|required|necessary|allowed|the job|i |we |you )"),
    (Polarity.WEIGHED, r"\s+(?:on paper|in theory)\b"),
    (Polarity.OTHERS, r"\s+(?:experience|skills?|knowledge)?\s*(?:is\s+|are\s+)?(?:required|preferred|desirable|"
     r"desired|a must|a plus|mandatory|nice to have)\b"),
    (Polarity.OTHERS, r"[^;.]{0,40}?\b(?:used|built|done|handled|written|owned|run|maintained|managed|trained|"
     r"developed|deployed|led|operated)\s+by\s+(?:(?:the|my|our|another|other|a|an|their|outside|external)"
     r"\s+)?(?:\w+\s+){0,2}?(?:"
     + _PEOPLE + r"|others|someone)\b"),
    (Polarity.OTHERS, r"\s+by\s+(?:the|my|our|another|other|an?|their)\s+(?:\w+\s+){0,2}?" + _PEOPLE + r"\b"),
    (Polarity.OTHERS, r"[^.]{0,60}?\b(?:under my (?:supervision|watch|direction)|my (?:part|role|share) was)\b"),
    (Polarity.SLIGHT, r"\s*[(:\u2013\u2014-]\s*(?:beginner|basics?|elementary|novice|entry level)"),
    (Polarity.SLIGHT, r"[^.;,]{0,16}?\s(?:once or twice|only briefly|a little|a bit)\b"),
    (Polarity.SLIGHT, r"\s*,\s+(?:though|but|although|only)\s+(?:\w+\s+){0,4}?(?:at home|privately|on the side|"
     r"in (?:side|hobby|toy) projects?)\b"),
)  # fmt: skip

PLURAL_PEOPLE = re.compile(
    r"\s+(?:engineers|developers|specialists|experts|programmers|administrators|researchers|consultants|candidates|"
    r"roles|customers|licen[cs]es|salespeople|recruiters)\b",
    re.IGNORECASE,
)
"""People behind the name of a skill ("PyTorch engineers"): theirs, where somebody leads, hires or pays them."""

HINT = re.compile(
    r"\b(?:no|nor|not|never|cannot|zero|little|lack\w*|without|unfamiliar|inexperienced|unacquainted|instead|rather|"
    r"new|other|others|except|apart|yet|none|nothing|neither|n/?a|absence|devoid|free|lieu|opposed|everything|"
    r"anything|all|far|against|avoid\w*|reject\w*|skipp\w+|refus\w+|declin\w+|shunn\w+|ruled|ruling|left|leav\w+|"
    r"opted|turned|refrain\w*|bann\w+|away|clear|unknown|off|foreign|mystery|scope|eager|keen|excited|hop\w+|want\w*|"
    r"willing|would|could|might|should|looking|ready|plan\w*|aim\w*|aspir\w+|wish\w*|desire\w*|happy|open|intend\w*|"
    r"motivated|enthusiastic|goals?|trying|ambitions?|opportunity|chance|need|interest\w*|curious|passion\w*|"
    r"learning|studying|currently|now|still|just|self|seeking|searching|pursuing|beginner\w*|novice|next|something|"
    r"steps?|list|fascinat\w+|drawn|attracted|intrigued|dream\w*|fond|start\w*|beg[aiu]n\w*|preparing|registered|"
    r"enrol\w+|signed|applied|waiting|due|taking|attend\w*|following|doing|halfway|midway|reading|watching|through|"
    r"teach\w*|will|going|consider\w*|discuss\w*|debat\w+|weigh\w*|contemplat\w+|argued|asked|wondered|whether|if|"
    r"given|as|similar|comparable|akin|inspired|modelled|alternatives?|compet\w+|compar\w+|like|unlike|than|versus|"
    r"vs|beat\w*|outperform\w*|paper|theory|what|who|whose|whom|colleague\w*|teammate\w*|boss|manager\w*|friend\w*|"
    r"competitor\w*|predecessor\w*|co-?worker\w*|hired|hiring|recruit\w*|sourc\w+|placed|interview\w*|head-?hunt\w+|"
    r"sold|sells?|selling|re-?sold|upsold|market\w*|advertis\w+|promot\w+|pitch\w*|licens\w+|procur\w+|purchas\w+|"
    r"bought|renew\w*|negotiat\w+|invoic\w+|translat\w+|edit\w*|proof-?read\w*|book\w*|report\w*|brief\w*|"
    r"commission\w*|outsourc\w+|moderat\w+|liais\w+|coordinat\w+|minutes|organi\w+|host\w*|arrang\w+|sponsor\w*|"
    r"cater\w*|wrote|writing|published|drafted|prepared|account|sales|press|officer|answer\w*|triag\w+|forward\w*|"
    r"escalat\w+|by|you|your|candidates?|applicants?|must|nice|someone|required|preferred|desirable|desired|plus|"
    r"mandatory|supervision|watch|direction|part|role|share|roles|basics?|elementary|rudimentary|introductory|"
    r"superficial|some|limited|slight|passing|brief|minimal|first|bit|modest|light|touch|smattering|dabbl\w+|play\w*|"
    r"toy\w*|tinker\w*|familiar|aware|acquainted|once|home|theory)\b|n['\u2019]t|['\u2019](?:d|ll)\b|\b" + _PEOPLE,
    re.IGNORECASE,
)
"""A clause with none of these words gives no cue: most are passed over at the cost of one search."""
