"""From the text of a posting to rows: role, requirements, cautions; and its layers."""

from collections.abc import Callable
from dataclasses import replace

from matching.codec import from_json, to_json
from matching.errors import UnreadableDocument
from matching.requirements import read_role
from matching.text import Text
from matching.values import LayerReading, Role
from recruit.events.record import record
from recruit.postings.criteria import apply
from recruit.postings.intake import settle
from recruit.postings.models import UNREAD, Posting, State

Write = Callable[[], None]


def read(posting: Posting) -> Write:
    """Read the requirements. The result writes the rows. Raises UnreadableDocument when the text asks for nothing."""
    role = read_role(Text(posting.text), title=posting.title)
    if not role.requirements:
        raise UnreadableDocument(
            "We found nothing here that a candidate could be compared with. Say what the role does and needs.",
            slug="no-requirements",
        )
    return lambda: _store(posting, role)


def refuse(posting: Posting, *, sentence: str) -> None:
    """The posting cannot be read, and its job keeps the sentence. One that was refused before, or is open, stays so."""
    if posting.state != State.RECEIVED:
        return
    settle(posting, State.REFUSED, expected=(State.RECEIVED,))
    record("posting.refused", posting, sentence=sentence)


def role_of(posting: Posting) -> Role:
    """The stored reading as the science's value."""
    return from_json(Role, posting.role)


def layers_of(posting: Posting) -> LayerReading:
    """The stored layers as the science's value."""
    return from_json(LayerReading, posting.reading)


def store_layers(posting: Posting, reading: LayerReading) -> None:
    """Keep the layers; their quotes are taken from the original text. The posting is open from here on."""
    quoted = tuple(replace(each, quote=each.span.of(posting.text)) for each in reading.evidence)
    posting.reading = to_json(replace(reading, evidence=quoted))
    posting.layer = reading.primary.value
    posting.save(update_fields=["reading", "layer", "updated_at"])
    if posting.state in UNREAD:
        settle(posting, State.OPEN, expected=UNREAD)
        record("posting.opened", posting, layer=posting.layer)


def _store(posting: Posting, role: Role) -> None:
    posting.as_read = [to_json(each) for each in role.requirements]
    posting.role = to_json(role)
    posting.save(update_fields=["as_read"])
    apply(posting)
    record("posting.read", posting, requirements=len(role.requirements))
