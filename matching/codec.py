"""The frozen values of the science as JSON and back, without loss, from their type hints alone.

One generic pair of functions instead of two per class: a field added to a value is stored and read back at once. A
value that was stored before a field existed gets that field's default.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from matching.text import Span

T = TypeVar("T")


def to_json(value: Any) -> Any:
    """Dataclasses become objects, spans `[start, end]`, tuples arrays, enums and dates their text."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: to_json(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(to_json(key)): to_json(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [to_json(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def from_json(kind: type[T], value: Any) -> T:
    """The value of type `kind` that `to_json` wrote. Raises TypeError or ValueError when it does not fit."""
    return cast(T, _decode(kind, value))


def _decode(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return None if value is None else _decode(_other_than_none(kind), value)
    if origin is tuple:
        return tuple(_decode(get_args(kind)[0], each) for each in value)
    if origin is not None and issubclass(origin, Mapping):
        of_key, of_value = get_args(kind)
        return {_key(of_key, key): _decode(of_value, each) for key, each in value.items()}
    return _decode_plain(kind, value)


def _decode_plain(kind: Any, value: Any) -> Any:
    if kind is Span:
        return Span(*value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if kind is date:
        return date.fromisoformat(value)
    if is_dataclass(kind):
        return _decode_fields(cast(Any, kind), value)
    return float(value) if kind is float else value


def _decode_fields(kind: Any, value: Any) -> Any:
    hints = _hints(kind)
    return kind(
        **{each.name: _decode(hints[each.name], value[each.name]) for each in fields(kind) if each.name in value}
    )


def _key(kind: Any, key: str) -> Any:
    return kind(key) if isinstance(kind, type) and kind is not str else key


def _other_than_none(kind: Any) -> Any:
    return next(each for each in get_args(kind) if each is not NoneType)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
