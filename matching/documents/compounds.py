"""Words that compounds with a hyphen begin or end with ("cross-functional", "event-driven").

They tell the hyphen of a writer from that of a line's end, where neither half stands elsewhere in the document.
"""

import tomllib
from pathlib import Path

_WORDS = tomllib.loads((Path(__file__).parent / "words" / "compounds.toml").read_text("utf-8"))
HEADS = frozenset(_WORDS["heads"].split())
TAILS = frozenset(_WORDS["tails"].split())
