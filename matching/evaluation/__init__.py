"""Figures: metrics with intervals, baselines beside them, TREC files that anybody can check.

`evaluate_texts` calls the very encoder that the product ranks with, and always measures BM25, plain MiniLM and
their fusion on the same queries, with bootstrap intervals of the paired differences.
"""

from matching.evaluation.intervals import Interval, interval, paired
from matching.evaluation.report import METRICS, Difference, Report, evaluate_texts
from matching.evaluation.trec import Task, read_qrels, read_run, read_task, write_run

__all__ = [
    "METRICS",
    "Difference",
    "Interval",
    "Report",
    "Task",
    "evaluate_texts",
    "interval",
    "paired",
    "read_qrels",
    "read_run",
    "read_task",
    "write_run",
]
