"""What was read from a picture is less certain than what was typed: each field by the surest that its lines allow.

The recogniser says of every line how certain it is; a field is at most as certain as the worst line that it stands on.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from matching.text import Box
from matching.values import Field


def as_sure(fields: Sequence[Field], boxes: Sequence[Box]) -> tuple[Field, ...]:
    """The fields with their confidence lowered by that of the lines on which they stand."""
    if all(box.sure >= 1.0 for box in boxes):
        return tuple(fields)
    ordered = sorted(boxes, key=lambda box: box.span)
    return tuple(replace(each, confidence=each.confidence * _sure(each, ordered)) for each in fields)


def _sure(field: Field, boxes: Sequence[Box]) -> float:
    if field.span is None:
        return 1.0
    first = max(0, bisect_left(boxes, field.span, key=lambda box: box.span) - 1)
    own = []
    for box in boxes[first:]:
        if box.span.start >= field.span.end:
            break
        if box.span.overlaps(field.span):
            own.append(box.sure)
    return min(own, default=1.0)
