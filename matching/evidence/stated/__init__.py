"""Languages, place and permission to work: read from what is stated, and unknown stays unknown.

"Contradicted" is said only where the resume itself says otherwise: a lower level of the language, another place
together with no wish to move, a permission that is needed. A silent resume is "not shown".
"""

from matching.evidence.stated.languages import judge_language
from matching.evidence.stated.permission import judge_authorisation
from matching.evidence.stated.places import judge_place

__all__ = ["judge_authorisation", "judge_language", "judge_place"]
