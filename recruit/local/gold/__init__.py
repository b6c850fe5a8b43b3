"""A gold set of resumes: invented people in many layouts, each document beside what it truly states.

`write_gold(DIR)` makes it; `manage.py evaluate reading` measures the reader on it. A third of the documents, other
people in other layouts and wordings, is held back (`meta.half` is "held") and never tuned on.
"""

from recruit.local.gold.write import GOLD_SUFFIX, gold_documents, write_gold

__all__ = ["GOLD_SUFFIX", "gold_documents", "write_gold"]
