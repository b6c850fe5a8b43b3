"""Keys of bearers never reach a log: a link to an own page, or one that stops mails, opens to whoever holds it.

Django logs the path of a request that it refuses, and a server logs every path where its access log is on. Each such
path is written with its key cut out, whoever the logger is: the filter sits on the handler.
"""

import logging
import re
from collections.abc import Mapping
from typing import Any

_KEYED = re.compile(r"(/w/[^/\s]+/[a-z-]+/)[^/\s?#\"']+")
_SIGNED = re.compile(r"[\w-]{8,}:[\w-]{4,}:[\w-]{20,}")
CUT = "[key]"


class WithoutKeys(logging.Filter):
    """Cuts keys out of what a record says; every record passes."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _cut(record.msg)
        if isinstance(record.args, Mapping):
            record.args = {name: _cut(value) for name, value in record.args.items()}
        elif record.args:
            record.args = tuple(_cut(each) for each in record.args)
        return True


def _cut(value: Any) -> Any:
    return _SIGNED.sub(CUT, _KEYED.sub(rf"\g<1>{CUT}", value)) if isinstance(value, str) else value
