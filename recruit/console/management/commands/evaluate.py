"""`manage.py evaluate TASK --data DIR`: our figure with its interval, and always the baselines beside it.

Tasks of texts (titles, esco, skills) read `queries.jsonl`, `corpus.jsonl` and `qrels.tsv` from DIR. `reading` reads
documents, each with its gold in `NAME.gold.json` (JSON Resume), and without DIR a gold set of our own.
"""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from matching.embedding import default_encoder
from matching.errors import MatchingError
from matching.evaluation import METRICS, Interval, Report, evaluate_texts, read_task, write_run
from recruit.console.measure_reading import measure_reading, reading_object, reading_table

_TASKS = {
    "titles": "titles",
    "title_similarity": "titles",
    "esco": "esco",
    "title_to_esco": "esco",
    "skills": "skills",
    "skill_tech": "skills",
    "skill_house": "skills",
}


class Command(BaseCommand):
    """Measure one task, with no database."""

    help = "Measure our ranking on one task beside BM25, MiniLM and their fusion, with 95 % intervals."
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
        try:
            task = read_task(options["data"])
            print("Embedding and ranking …", file=sys.stderr)
            report = evaluate_texts(task, name=_TASKS[options["task"]], encoder=default_encoder())
        except MatchingError as error:
            raise CommandError(str(error)) from error
        if options["trec"]:
            write_run(options["trec"], report.rankings["strata"])
        self.stdout.write(json.dumps(_object(report)) if options["json"] else _table(report))


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
    lines = [f"{report.task}: {report.n} queries, mean and 95 % interval", ""]
    lines.append(f"{'':8}" + "".join(f"{metric:>24}" for metric in METRICS))
    for system, by_metric in report.systems.items():
        cells = (f"{each.value:.3f} [{each.low:.3f} {each.high:.3f}]" for each in by_metric.values())
        lines.append(f"{system:8}" + "".join(f"{cell:>24}" for cell in cells))
    lines += ["", "strata minus"]
    for system in (name for name in report.systems if name != "strata"):
        found = [each.interval for each in report.differences if each.against == system]
        cells = (f"{each.value:+.3f} [{each.low:+.3f} {each.high:+.3f}]" for each in found)
        lines.append(f"{system:8}" + "".join(f"{cell:>24}" for cell in cells))
    return "\n".join(lines)
