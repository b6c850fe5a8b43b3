"""A person's name as values: its tokens, the parts that can stand for the person, and familiar forms."""

from dataclasses import dataclass

from matching.profile.namewords import FUNCTION_WORDS, PARTICLES
from matching.profile.nicknames import nicknames_of
from matching.text import Span


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as written in the document: its tokens in order, and where it stands first.

    `familiar` are the nicknames that stand within it, in quotation marks or brackets.
    """

    tokens: tuple[str, ...]
    span: Span
    familiar: tuple[str, ...] = ()

    @property
    def parts(self) -> frozenset[str]:
        """Lower-case tokens, and halves of double names, that can stand for the person on their own."""
        tokens = [token.lower().strip(".") for token in self.tokens]
        words = {word for token in tokens for word in (token, *(half for half in token.split("-") if len(half) > 3))}
        inner = PARTICLES - {tokens[0], tokens[-1]}
        return frozenset(word for word in words - FUNCTION_WORDS - inner if len(word) > 1)

    @property
    def nicknames(self) -> frozenset[str]:
        """Lower-case familiar forms of the first name, and those that stand within the name."""
        given = nicknames_of(self.tokens[0].strip(".")) if len(self.tokens) > 1 else frozenset()
        found = given | {each.lower() for each in self.familiar}
        return frozenset(word for word in found - FUNCTION_WORDS - self.parts if len(word) > 1)
