"""Skills: the vocabulary that every room shares, where a text names them, and how one relates to another.

Canonical names are slugs ("postgresql"), so that a posting that says Postgres and a resume that says
PostgreSQL 16 speak of one thing. The vocabulary is data in `vocabulary/*.toml`; whoever misses a skill adds a
line there and no code. Whether a sentence claims, denies or hopes for a skill is `polarity` in `mentions`.
"""

from matching.skills.company import SkillMention
from matching.skills.finding import find_skills
from matching.skills.mentions import Polarity, polarity
from matching.skills.vocabulary import VOCABULARY, Skill, label, related, skill

__all__ = ["VOCABULARY", "Polarity", "Skill", "SkillMention", "find_skills", "label", "polarity", "related", "skill"]
