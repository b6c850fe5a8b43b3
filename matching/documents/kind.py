"""Is this text a resume or a posting? Asked only where nobody has said so (the `read` command)."""

import re
from typing import Literal

_POSTING = re.compile(
    r"\b(?:we(?:'|’)?re (?:hiring|looking for)|we are (?:hiring|looking|seeking)|you will|you(?:'|’)ll|about the role|about us|"
    r"who you are|what you(?:'|’)ll|what we offer|we offer|responsibilities include|nice to have|must[- ]have|"
    r"apply (?:now|here)|equal opportunity|job description|your (?:profile|tasks|responsibilities)|our team|join us|"
    r"ideal candidate|the role|preferred qualifications|minimum qualifications|salary range|benefits)\b",
    re.IGNORECASE,
)
_RESUME = re.compile(
    r"\b(?:curriculum vitae|r[ée]sum[ée]|work (?:experience|history)|professional (?:experience|summary)|employment history|references available|"
    r"education|bachelor|b\.?sc|m\.?sc|ph\.?d|gpa|linkedin\.com/in|github\.com/|(?:19|20)\d\d\s*(?:-|–|to)\s*(?:(?:19|20)\d\d|present|current|now))\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")


def guess_kind(text: str) -> Literal["resume", "posting"]:
    """ "resume" or "posting", from the words each of them uses; a resume when in doubt."""
    posting = len(_POSTING.findall(text)) + 1.0 * len(re.findall(r"\byou(?:r)?\b", text, re.IGNORECASE)) / 3
    resume = len(_RESUME.findall(text)) + (2 if _MAIL.search(text[:600]) else 0)
    return "posting" if posting > resume else "resume"
