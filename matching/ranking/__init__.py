"""Verdicts to an order: the score and its parts, the fits, the order to the last tie, and one person's assessment."""

from matching.ranking.fit import Fits, asked_years, fits, layer_fit, seniority_fit
from matching.ranking.order import Rankable, order, tie_key
from matching.ranking.people import Assessment, assess, musts_met
from matching.ranking.query import Query, query_of
from matching.ranking.score import Scores, rescore, score, score_from_fits

__all__ = [
    "Assessment",
    "Fits",
    "Query",
    "Rankable",
    "Scores",
    "asked_years",
    "assess",
    "fits",
    "layer_fit",
    "musts_met",
    "order",
    "query_of",
    "rescore",
    "score",
    "score_from_fits",
    "seniority_fit",
    "tie_key",
]
