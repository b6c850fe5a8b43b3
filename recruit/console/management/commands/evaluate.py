"""`manage.py evaluate TASK --data DIR`: our figure with its interval, and always the baselines beside it.

Tasks of texts (titles, esco, skills) read `queries.jsonl`, `corpus.jsonl` and `qrels.tsv` from DIR; spans read tagged
sentences, requirements a gold set of postings. A task is one function from a folder to a report: a new one is a line.
`reading` reads documents, each with its gold in `NAME.gold.json` (JSON Resume), and without DIR a gold set of our own.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from matching.embedding import default_encoder
from matching.errors import MatchingError
from matching.evaluation import Interval, Report, evaluate_texts, read_task
from matching.evaluation.requirements import evaluate_requirements
from matching.evaluation.spans import evaluate_spans
from recruit.console.measure_reading import measure_reading, reading_object, reading_table
from recruit.console.trec_run import check_place, write


def _texts(folder: Path, *, name: str) -> Report:
    task = read_task(folder)
    print("Embedding and ranking …", file=sys.stderr)
    return evaluate_texts(task, name=name, encoder=default_encoder())


_TASKS: Mapping[str, Callable[[Path], Report]] = {
    "titles": partial(_texts, name="titles"),
    "title_similarity": partial(_texts, name="titles"),
    "esco": partial(_texts, name="esco"),
    "title_to_esco": partial(_texts, name="esco"),
    "skills": partial(_texts, name="skills"),
    "skill_tech": partial(_texts, name="skills"),
    "skill_house": partial(_texts, name="skills"),
    "spans": evaluate_spans,
    "requirements": evaluate_requirements,
}


class Command(BaseCommand):
    """Measure one task, with no database."""

    help = "Measure our figures on one task beside the baselines, with 95 % intervals."
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The task, the folder of its files, and the shape of the output."""
        parser.add_argument("task", choices=sorted([*_TASKS, "reading"]), help="what to measure")
        parser.add_argument(
            "--data",
            type=Path,
            metavar="DIR",
            help="the folder of that one task; for reading: documents with NAME.gold.json beside them (JSON Resume, "
            "plus meta: layout, half, authorisation, skills with years and strength), default our own gold set",
        )
        parser.add_argument("--differences", action="store_true", help="reading: also list each value read otherwise")
        parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
        parser.add_argument("--trec", type=Path, metavar="RUN", help="write our ranking as a TREC run")

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure and print."""
        if options["task"] == "reading":
            found = measure_reading(options["data"])
            table = reading_table(found, differences=options["differences"])
            self.stdout.write(json.dumps(reading_object(found)) if options["json"] else table)
            return
        if options["data"] is None:
            raise CommandError(f"Name the folder of this task: evaluate {options['task']} --data DIR.")
        if options["trec"]:
            check_place(options["trec"])
        try:
            report = _TASKS[options["task"]](options["data"])
        except MatchingError as error:
            raise CommandError(str(error)) from error
        if options["trec"] and "strata" not in report.rankings:
            raise CommandError(f"{report.task} ranks nothing, so there is no TREC run. Leave out --trec.")
        self.stdout.write(json.dumps(_object(report)) if options["json"] else _table(report))
        if options["trec"]:
            write(options["trec"], report.rankings["strata"])


def _object(report: Report) -> dict[str, Any]:
    return {
        "task": report.task,
        "n": report.n,
        "systems": {
            system: {metric: _rounded(each) for metric, each in by_metric.items()}
            for system, by_metric in report.systems.items()
        },
        "differences": [
            {"metric": each.metric, "against": each.against, **_rounded(each.interval)} for each in report.differences
        ],
    }


def _rounded(found: Interval) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(found).items()}


def _table(report: Report) -> str:
    metrics = list(report.systems["strata"])
    lines = [f"{report.task}: n = {report.n}, mean and 95 % interval", ""]
    lines.append(f"{'':12}" + "".join(f"{metric:>24}" for metric in metrics))
    for system, by_metric in report.systems.items():
        cells = (f"{each.value:.3f} [{each.low:.3f} {each.high:.3f}]" for each in by_metric.values())
        lines.append(f"{system:12}" + "".join(f"{cell:>24}" for cell in cells))
    lines += ["", "strata minus"] if report.differences else []
    for system in dict.fromkeys(each.against for each in report.differences):
        found = [each.interval for each in report.differences if each.against == system]
        cells = (f"{each.value:+.3f} [{each.low:+.3f} {each.high:+.3f}]" for each in found)
        lines.append(f"{system:12}" + "".join(f"{cell:>24}" for cell in cells))
    return "\n".join(lines)
