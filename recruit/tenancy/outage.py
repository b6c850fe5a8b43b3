"""Whether an error means that the database is away: it comes back, and whoever asks again gets an answer."""

from django.db import InterfaceError, OperationalError

RETRY_SECONDS = 5
_SHUTTING_DOWN, _CONNECTION, _TOO_MANY = "57P", "08", "53"


def database_is_away(error: BaseException | None) -> bool:
    """Say whether this error, or one that led to it, is of a database that cannot be reached or cannot serve now."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        if isinstance(error, OperationalError | InterfaceError) and _is_of_the_server(error):
            return True
        seen.add(id(error))
        error = error.__cause__ or error.__context__
    return False


def _is_of_the_server(error: Exception) -> bool:
    """Tell it from a deadlock or a cancelled statement, which a server that is well reports with a code of its own."""
    code = getattr(error.__cause__, "sqlstate", None)
    return code is None or str(code).startswith((_SHUTTING_DOWN, _CONNECTION, _TOO_MANY))
