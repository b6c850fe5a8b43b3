"""Is this process alive, and may it take work? For a load balancer and for the supervisor.

`/livez` asks nothing but the process. `/readyz` needs the database with every migration; a broker that is away is
only a warning, because rows wait and the sweep rings later.
"""

import redis
from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

_migrated: set[str] = set()


@require_safe
def livez(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"alive": True})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """The database answers and has every migration."""
    problem = _database_problem()
    warnings = [] if _broker_answers() else ["The broker is away; work waits in the database."]
    status = 503 if problem else 200
    return JsonResponse({"ready": not problem, "problem": problem, "warnings": warnings}, status=status)


def _database_problem() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not _migrated:
            executor = MigrationExecutor(connection)
            if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                return "Migrations are missing. Run `manage.py migrate` with the migrating role."
            # a process that has seen them all applied need not look again
            _migrated.add("all")
    except Error:
        return "The database does not answer."
    return ""


def _broker_answers() -> bool:
    try:
        return bool(redis.Redis.from_url(settings.REDIS_URL, socket_timeout=1, socket_connect_timeout=1).ping())
    except redis.RedisError:
        return False
