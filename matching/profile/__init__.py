"""Resume -> Profile: identity cut first, then sections, entries, passages, skills and facts from the blind text.

`read_profile` is the door, `read_corrected` the one that applies what people said of a reading, `json_resume` the
way out. `blind` alone gives the blind text, the only text that may be embedded or ranked.
"""

from matching.profile.anchors import Anchor, find_entry
from matching.profile.blind import Blinded, blind
from matching.profile.corrections import Corrected, Correction, read_corrected
from matching.profile.countries import is_place
from matching.profile.export import json_resume
from matching.profile.permission import facts_of
from matching.profile.read import read_profile
from matching.profile.statements import KINDS, Statement, statement_of
from matching.profile.stored import profile_from_json, profile_to_json

__all__ = [
    "KINDS",
    "Anchor",
    "Blinded",
    "Corrected",
    "Correction",
    "Statement",
    "blind",
    "facts_of",
    "find_entry",
    "is_place",
    "json_resume",
    "profile_from_json",
    "profile_to_json",
    "read_corrected",
    "read_profile",
    "statement_of",
]
