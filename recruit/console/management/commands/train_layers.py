"""`manage.py train_layers`: write the layer model anew from our own corpus (about five minutes, no database).

Needs scikit-learn (extra `train`). The same corpus and embedder give the same file, so a changed model in a
commit always has a changed cause. Real postings are never trained on; with `--measure-on DIR` (a folder with
postings.jsonl, labels L1, L2, L3, cross, none) the new model answers them and the card states how well.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from matching.classification.classifier import MODEL, LayerClassifier, from_stored
from matching.classification.training import Reading, train
from matching.embedding import default_encoder
from matching.evaluation.layers import Answer, summary
from matching.layers import Layer
from recruit.console.management.commands.classify import Read, classified, read_given

_TRUTHS = {
    "L1": Layer.ORCHESTRATION,
    "L2": Layer.ADAPTATION,
    "L3": Layer.FOUNDATIONS,
    "cross": Layer.CROSS_LAYER,
    "none": Layer.NONE,
}


class Command(BaseCommand):
    """Train the layer classifier and write it with its card."""

    help = "Train the layer classifier on the corpus in matching/classification/corpus and write its model file."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to write."""
        parser.add_argument("--measure-on", type=Path, metavar="DIR", help="real labelled postings, for the card only")
        parser.add_argument("--output", type=Path, default=MODEL, help="the model file (default: the one that ships)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Train, write, and print the figures of the card."""
        if find_spec("sklearn") is None:
            raise CommandError("Training needs scikit-learn. Install it with `pip install scikit-learn`.")
        from threadpoolctl import threadpool_limits

        # one thread: on a busy machine two were five times slower, and sums in one order give one file everywhere
        with threadpool_limits(1):
            stored = train(default_encoder(), measure=_measure, progress=lambda step: print(step, file=sys.stderr))
        if options["measure_on"]:
            stored["card"]["real_postings"] = _on_real(from_stored(stored), options["measure_on"] / "postings.jsonl")
        options["output"].write_text(json.dumps(stored, sort_keys=True) + "\n", encoding="utf-8")
        self.stdout.write(json.dumps(stored["card"], indent=2))


def _measure(truths: Sequence[Layer], readings: Sequence[Reading]) -> Mapping[str, Any]:
    pairs = zip(truths, readings, strict=True)
    return summary([Answer(truth, each.primary, each.probability, each.abstained) for truth, each in pairs])


def _on_real(classifier: LayerClassifier, path: Path) -> Mapping[str, Any]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = [each for each in (read_given(row, kind="posting") for row in rows) if isinstance(each, Read)]
    truths = [_TRUTHS[row["primary"]] for row in rows]
    readings = classified(documents, quiet=False, classifier=classifier)
    return summary(
        [
            Answer(truth, each.primary, each.probabilities[each.primary], each.abstained)
            for truth, each in zip(truths, readings, strict=True)
        ]
    )
