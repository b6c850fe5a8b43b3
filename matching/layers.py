"""The three layers of AI work, and what stands beside them: cross-layer and none."""

from enum import StrEnum


class Layer(StrEnum):
    """Where in the stack work is done. The values are those of every file, API answer and database row."""

    ORCHESTRATION = "1"
    ADAPTATION = "2"
    FOUNDATIONS = "3"
    CROSS_LAYER = "cross_layer"
    NONE = "none"

    @property
    def label(self) -> str:
        """The name that a person reads."""
        return _TITLES[self]


_TITLES = {
    Layer.ORCHESTRATION: "Layer 1 · Orchestration",
    Layer.ADAPTATION: "Layer 2 · Adaptation",
    Layer.FOUNDATIONS: "Layer 3 · Foundations",
    Layer.CROSS_LAYER: "Cross-layer",
    Layer.NONE: "No AI layer",
}

STACK: tuple[Layer, ...] = (Layer.ORCHESTRATION, Layer.ADAPTATION, Layer.FOUNDATIONS)
"""The layers proper, bottom of the list is the deepest."""


class Background(StrEnum):
    """Where a person comes from. A description for readers, never a feature of a score."""

    STUDENT = "student"
    PRODUCT_ENGINEER = "product engineer"
    INTERNAL_IT = "internal IT"
    SAAS_ARCHITECT = "SaaS architect"
    DATA_SCIENTIST = "data scientist"
    ML_ENGINEER = "ML engineer"
    ACADEMIC_RESEARCHER = "academic researcher"
    TECHNICAL_LEADER = "technical leader"
    OTHER = "other"
