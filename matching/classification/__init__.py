"""Which layer of the AI stack a posting asks for or a person works at: probabilities, quotes, and abstention.

Passages speak, documents decide (see `features` and `classifier`); the training texts are ours (`corpus/`), the
model is a small file (`matching/models/layers.json`) with its card, rebuilt by `manage.py train_layers`.
"""

from matching.classification.classifier import LABELS, LayerClassifier, load_classifier

__all__ = ["LABELS", "LayerClassifier", "load_classifier"]
