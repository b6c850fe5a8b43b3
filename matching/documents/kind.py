"""Is this text a resume or a posting? Asked only where nobody has said so (the `read` command)."""

import re
from typing import Literal

_POSTING = re.compile(
    r"\b(?:we.?re (?:hiring|looking for)|we are (?:hiring|looking|seeking)|you will|you.ll|about the role|about us|"
    r"who you are|what we offer|we offer|responsibilities include|nice to have|must[- ]have|apply (?:now|here)|"
    r"equal opportunity|job description|your (?:profile|tasks|responsibilities)|our team|join us|ideal candidate|"
    r"the role|(?:preferred|minimum) qualifications|salary range|onsite|on-site|equity|full[- ]time)\b",
    re.IGNORECASE,
)
_RESUME = re.compile(
    r"\b(?:curriculum vitae|r[ée]sum[ée]|work (?:experience|history)|professional (?:experience|summary)|"
    r"employment history|references available|education|bachelor|b\.?sc|m\.?sc|ph\.?d|gpa|linkedin\.com/in|"
    r"github\.com/|(?:19|20)\d\d\s*(?:-|\u2013|to)\s*(?:(?:19|20)\d\d|present|current|now))\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\W*(?:(?:professional|career|executive|work) )?(?:summary|profile|experience|history|skills|education|highlights"
    r"|accomplishments|certifications|languages|interests|additional information)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_SPAN = re.compile(r"\b\d\d/\d{4}\b")
_ADDRESS = re.compile(r"\b(?:your?|we|our|us)\b", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")


def guess_kind(text: str) -> Literal["resume", "posting"]:
    """Tell a resume from a posting by its words: a posting speaks of "you" and "we". "resume" when in doubt."""
    posting = len(_POSTING.findall(text)) + len(_ADDRESS.findall(text)) / 3
    resume = len(_RESUME.findall(text)) + len(_HEADING.findall(text)) + len(_SPAN.findall(text)) / 2
    resume += 2 if _MAIL.search(text[:600]) else 0
    return "posting" if posting > resume else "resume"
