"""The facts composer: a short mail from the evidence alone, by code, for when no language model is set or allowed.

It quotes what the person wrote beside what the role asks, and adds nothing. Which turn of phrase is used follows from
the brief's digest: the same brief gives the same mail, two people rarely get the same words.
"""

import re
from hashlib import sha256

from matching.grounding import Brief, Claim, Draft, Source

FACTS = "facts"
NO_MODEL = "No language model is configured; this draft was composed from the evidence."
_MOST = 3
_LONGEST = 200

_OPENINGS = (
    "I am {recruiter} from {workspace}. {company} is hiring for the role {title}{layer}.",
    "My name is {recruiter}, I work at {workspace}. I am looking for people for the role {title}{layer} at {company}.",
    "{company} has asked us at {workspace} to find people for its role {title}{layer}. I am {recruiter}.",
)
_TURNS = (
    "What made me write, in your own words:",
    "These lines of your resume speak to what the role asks:",
    "I am writing because of these lines of your resume:",
)
_ONE_TURN = (
    "What made me write, in your own words:",
    "This line of your resume speaks to what the role asks:",
    "I am writing because of this line of your resume:",
)
_PAIRS = (
    "- “{quote}” The role asks: {asked}",
    "- The role asks: {asked} In your resume: “{quote}”",
)
_PLAIN = "- “{quote}”"
_BARE = "I would like to know whether this role is of interest to you."
_CLOSINGS = (
    "If you would like to hear more, a short answer is enough. I will send the posting, and you can ask me anything.",
    "Would you be open to a first talk of half an hour? A reply with a time that suits you is all it takes.",
    "If this is of interest, answer and I will send you the whole posting. If not, you need not do anything.",
)


def compose_facts(brief: Brief, *, note: str = NO_MODEL) -> Draft:
    """A truthful mail without a model. Every claim is a verbatim quote of its source. Pure, same brief, same mail."""
    seed = int.from_bytes(sha256(repr(brief).encode()).digest()[:6], "big")
    lines, claims = _evidence(brief, seed)
    body = [
        f"Hello {brief.candidate_placeholder},",
        _fill(_OPENINGS[seed % 3], brief),
        *([_turn(seed, len(lines)) + "\n\n" + "\n".join(lines)] if lines else [_BARE]),
        _CLOSINGS[seed // 9 % 3],
        f"Kind regards\n{brief.recruiter_name}\n{brief.workspace_name}",
    ]
    return Draft(f"{brief.posting_title} at {brief.company_name}", "\n\n".join(body), tuple(claims), FACTS, note)


def _turn(seed: int, quotes: int) -> str:
    return (_ONE_TURN if quotes == 1 else _TURNS)[seed // 3 % 3]


def _fill(opening: str, brief: Brief) -> str:
    layer = f" ({brief.layer})" if brief.layer else ""
    return opening.format(
        recruiter=brief.recruiter_name, workspace=brief.workspace_name, company=brief.company_name,
        title=brief.posting_title, layer=layer,
    )  # fmt: skip


def _evidence(brief: Brief, seed: int) -> tuple[list[str], list[Claim]]:
    lines, claims, said = [], [], set[str]()
    for source in brief.sources:
        quote = _quotable(source.text) if source.kind == "quote" else ""
        if not quote or quote in said or len(said) == _MOST:
            continue
        said.add(quote)
        claims.append(Claim(quote, source.id))
        asked = _asked(source, brief)
        if asked is None:
            lines.append(_PLAIN.format(quote=quote))
            continue
        claims.append(Claim(asked.text, asked.id))
        lines.append(_PAIRS[seed // 27 % 2].format(quote=quote, asked=_closed(asked.text)))
    return lines, claims


def _asked(source: Source, brief: Brief) -> Source | None:
    asked = brief.source(source.answers)
    # a long requirement would drown the quote that answers it
    return asked if asked is not None and len(asked.text) <= _LONGEST else None


def _quotable(text: str) -> str:
    """Whole sentences of the quote, as many as are short enough; "" when too thin or holding a placeholder."""
    kept = ""
    for sentence in re.split(r"(?<=[.!?;])\s+", " ".join(text.split()).strip("\u2022-\u2013\u00b7 ")):
        if kept and len(kept) + len(sentence) >= _LONGEST:
            break
        kept = f"{kept} {sentence}".strip()
    usable = 20 <= len(kept) <= 2 * _LONGEST and "[" not in kept and "{{" not in kept
    return kept if usable else ""


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
