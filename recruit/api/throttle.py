"""How often a key may call: one atomic operation in Redis (DRF's own throttles read, then write, and lose counts).

Calls with a good key fail open when Redis is away, since the key is known; guesses of keys fail closed.
"""

import time
from functools import cache

import redis
from django.conf import settings

from recruit.errors import DomainError

CALLS_PER_MINUTE = 600
GUESSES_PER_MINUTE = 30
_WINDOW = 60
_COUNT = "local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end return n"


def count_call(prefix: str) -> None:
    """Count a call of this key. Raises DomainError too-many-calls."""
    if (_count(f"call:{prefix}") or 0) > CALLS_PER_MINUTE:
        raise DomainError(
            "too-many-calls", f"More than {CALLS_PER_MINUTE} calls in a minute. Wait a moment.", status=429
        )


def count_guess(address: str) -> None:
    """Count a wrong key from this address. Raises DomainError too-many-guesses, also when nothing can count."""
    seen = _count(f"guess:{address}")
    if seen is None or seen > GUESSES_PER_MINUTE:
        raise DomainError("too-many-guesses", "Too many wrong keys from your address. Wait a minute.", status=429)


def _count(name: str) -> int | None:
    window = int(time.time() // _WINDOW)
    try:
        return int(_client().eval(_COUNT, 1, f"strata:{name}:{window}", str(2 * _WINDOW)))
    except redis.RedisError:
        return None


@cache
def _client() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL, socket_timeout=0.5, socket_connect_timeout=0.5)
