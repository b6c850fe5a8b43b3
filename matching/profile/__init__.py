"""Resume -> Profile: identity cut first, then sections, entries, passages, skills and facts from the blind text.

`read_profile` is the door. `blind` alone gives the blind text, the only text that may be embedded or ranked.
"""

from matching.profile.blind import Blinded, blind
from matching.profile.read import read_profile
from matching.profile.stored import profile_from_json, profile_to_json

__all__ = ["Blinded", "blind", "profile_from_json", "profile_to_json", "read_profile"]
