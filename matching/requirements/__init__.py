"""Requirements: read a posting into what it asks for, each with its exact place in the text.

Decisions: rules and tables, no model, so that a reading is the same every time, costs milliseconds and can be
explained and repaired by a line (SCIENCE.md 3); the text of a requirement is always the verbatim span; protected
attributes are refused here, before anything can match on them; an ad without stated requirements is read from its
duties, so that nobody is ranked against nothing.
"""

from dataclasses import replace

from matching.requirements.boards import Posted, read_board, read_posting
from matching.requirements.cautions import cautions
from matching.requirements.fields import read_fields
from matching.requirements.files import postings_in
from matching.requirements.lines import cut
from matching.requirements.markup import text_of
from matching.requirements.parts import asked_of, together
from matching.requirements.passages import read_passages
from matching.requirements.places import country_of
from matching.requirements.plain import role_as_plain
from matching.requirements.reading import read_requirement, read_requirements
from matching.requirements.seniority import seniority_of
from matching.skills.titles import read_title
from matching.text import Text
from matching.values import Caution, Field, Role

__all__ = [
    "Posted",
    "asked_of",
    "cautions_of",
    "postings_in",
    "read_board",
    "read_posted",
    "read_posting",
    "read_requirement",
    "read_role",
    "role_as_plain",
    "text_of",
    "together",
]

_REMOTE = {"TELECOMMUTE": True, "ONSITE": False}
_CODE = 2


def read_posted(posted: Posted) -> Role:
    """Read the posting of a job board; what the board states of it wins over what its prose says."""
    role = read_role(Text(posted.text), title=posted.title)
    stated = {each.name for each in posted.fields}
    fields = (*posted.fields, *(each for each in role.fields if each.name not in stated))
    place = _value(fields, "jobLocation")
    said = _value(fields, "jobLocation.addressCountry")
    return replace(
        role,
        fields=fields,
        place=place,
        country=said if len(said) == _CODE else country_of(said) or country_of(place),
        remote=_REMOTE.get(_value(fields, "jobLocationType")),
    )


def read_role(text: Text, *, title: str = "") -> Role:
    """Read a posting: free text, Markdown, or text stripped of HTML.

    `title` is the title that came with the posting, if one did; else it is sought in the text. All spans index
    `text.content`, and each requirement's text equals its span. Never raises on any text; an empty one gives an empty
    role. Takes a few milliseconds for a usual posting.
    """
    content = text.content
    units = cut(content)
    named = next((each for each in read_fields(content, units, (), title=title) if each.name == "title"), None)
    known = named.value if named else ""
    warned = cautions(units)
    refused = [each.span for each in warned if each.refused]
    place = named.span if named else None
    requirements = read_requirements(content, units, refused=refused, title=known, title_span=place)
    fields = read_fields(content, units, requirements, title=title)
    level = seniority_of(known, requirements)
    if level and named:
        fields = (*fields, Field("seniority", level, named.span, 0.8))
    occupation = read_title(known).title
    if occupation and named:
        fields = (*fields, Field("occupationalCategory", occupation.onet, named.span, 0.8))
    return Role(
        title=known,
        fields=fields,
        requirements=requirements,
        passages=read_passages(units),
        cautions=warned,
        seniority=level,
        place=_value(fields, "jobLocation"),
        country=_value(fields, "jobLocation.addressCountry"),
        remote=_REMOTE.get(_value(fields, "jobLocationType")),
    )


def cautions_of(text: str) -> tuple[Caution, ...]:
    """What no criterion may say, and what a person should look at twice, in words that somebody typed."""
    return cautions(cut(text))


def _value(fields: tuple[Field, ...], name: str) -> str:
    return next((each.value for each in fields if each.name == name), "")
