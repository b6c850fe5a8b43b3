"""`manage.py train_layers`: write the layer model anew from our own corpus (about two minutes, no database).

Needs scikit-learn (extra `train`). The same corpus and embedder give the same file, so a changed model in a
commit always has a changed cause. Real postings are never read here.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from matching.classification.classifier import MODEL
from matching.classification.training import Reading, train
from matching.embedding import default_encoder
from matching.evaluation.layers import Answer, summary
from matching.layers import Layer


class Command(BaseCommand):
    """Train the layer classifier and write it with its card."""

    help = "Train the layer classifier on the corpus in matching/classification/corpus and write its model file."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to write."""
        parser.add_argument("--output", type=Path, default=MODEL, help="the model file (default: the one that ships)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Train, write, and print the figures of the card."""
        if find_spec("sklearn") is None:
            raise CommandError("Training needs scikit-learn. Install it with `pip install scikit-learn`.")
        stored = train(default_encoder(), measure=_measure, progress=lambda step: print(step, file=sys.stderr))
        options["output"].write_text(json.dumps(stored, indent=None, sort_keys=True) + "\n", encoding="utf-8")
        self.stdout.write(json.dumps(stored["card"], indent=2))


def _measure(truths: Sequence[Layer], readings: Sequence[Reading]) -> Mapping[str, Any]:
    pairs = zip(truths, readings, strict=True)
    return summary([Answer(truth, each.primary, each.probability, each.abstained) for truth, each in pairs])
