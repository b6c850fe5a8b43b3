"""Is the extra `ocr` installed? Asked by processes that load none of it."""

import importlib.util
from functools import cache


@cache
def has_ocr() -> bool:
    """True when scans can be read here."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))
