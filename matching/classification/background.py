"""Where a person comes from, with a short quote: a description for readers, never a feature of any score.

Read from cues in words, most telling first, since a background must be explainable in one quote and its
mistakes are harmless. Passages that describe current or early lines count more than later ones.
"""

import re
from collections.abc import Sequence

from matching.layers import Background
from matching.text import Span
from matching.values import Passage, Section

_CUES: tuple[tuple[Background, float, str], ...] = (
    (Background.TECHNICAL_LEADER, 3.0, r"\b(cto|chief (technology|ai|data) officer|vp|vice president|head of|director)\b"),
    (Background.TECHNICAL_LEADER, 2.0, r"\b(engineering manager|team lead|tech lead|partner in|managing)\b"),
    (Background.TECHNICAL_LEADER, 1.0, r"\b(\d+ (engineers|people|reports)|budget|board presentations?|hired)\b"),
    (Background.STUDENT, 3.0, r"\b(student|semester|undergraduate|recent graduate|expected 20\d\d|phd candidate)\b"),
    (Background.STUDENT, 1.2, r"\b(internship|intern|thesis|coursework|bootcamp|bachelor of|hackathon)\b"),
    (Background.ACADEMIC_RESEARCHER, 2.5, r"\b(research scientist|postdoc\w*|professor|lecturer|researcher|group leader)\b"),
    (Background.ACADEMIC_RESEARCHER, 1.5, r"\b(ph\.?d|doctorate|publications?|papers?|neurips|icml|iclr|first.author)\b"),
    (Background.DATA_SCIENTIST, 3.0, r"\b(data scientist|data science|statistician|actuar\w+)\b"),
    (Background.DATA_SCIENTIST, 1.2, r"\b(analyst|statistics|forecast\w*|churn|propensity|survival analysis|regression)\b"),
    (Background.ML_ENGINEER, 3.0, r"\b((ml|machine learning|nlp|computer vision|deep learning|mlops|inference|training|ranking) engineer)\b"),
    (Background.ML_ENGINEER, 1.2, r"\b(pytorch|tensorrt|feature store|model registry|fine-tun\w+|kubeflow|quantis\w+|megatron)\b"),
    (Background.SAAS_ARCHITECT, 3.0, r"\b((solutions?|principal|cloud|software|enterprise|integration|ai|performance) architect|architect)\b"),
    (Background.SAAS_ARCHITECT, 1.5, r"\b(multi-tenant|tenancy|tenant|saas|reference architecture)\b"),
    (Background.INTERNAL_IT, 3.0, r"\b((system|systems|database|network|linux|salesforce)( and \w+)? administrator|it (support|generalist|director|manager|specialist|application))\b"),
    (Background.INTERNAL_IT, 1.5, r"\b(help ?desk|service desk|active directory|itil|microsoft 365|intune|ticketing|citrix)\b"),
    (Background.PRODUCT_ENGINEER, 2.5, r"\b((software|backend|back-end|frontend|front-end|full.?stack|web|mobile|android|ios|embedded|platform|data|test|ai|java|python) (engineer|developer)|developer|programmer)\b"),
    (Background.PRODUCT_ENGINEER, 1.0, r"\b(react|typescript|kotlin|rails|django|spring|shipped|api|postgres)\b"),
)  # fmt: skip
_PATTERNS = tuple((background, weight, re.compile(cue, re.IGNORECASE)) for background, weight, cue in _CUES)
_EARLY = 3
_QUIET = frozenset({Section.EDUCATION, Section.LANGUAGES, Section.OTHER})
_ENOUGH = 2.0
_QUOTE = 140


def background_of(passages: Sequence[Passage], *, original: str) -> tuple[Background, str]:
    """The background and the verbatim quote from `original` that decided it; `OTHER` and "" when nothing tells."""
    totals = dict.fromkeys(Background, 0.0)
    best: dict[Background, tuple[float, Span]] = {}
    for index, passage in enumerate(passages):
        factor = (1.5 if index < _EARLY else 1.0) * (0.7 if passage.section in _QUIET else 1.0)
        for background, weight, pattern in _PATTERNS:
            if not pattern.search(passage.embedded_text):
                continue
            totals[background] += weight * factor
            if weight * factor > best.get(background, (0.0, passage.span))[0]:
                best[background] = (weight * factor, passage.span)
    chosen = max(Background, key=lambda each: totals[each])
    if totals[chosen] < _ENOUGH:
        return Background.OTHER, ""
    return chosen, best[chosen][1].of(original)[:_QUOTE]
