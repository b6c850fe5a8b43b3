"""What is answered where no view could: the database is away for a moment, or something broke on our side.

Django calls this while the error is being dealt with, for pages, for middleware and for the API alike. The page is
rendered without the request: whoever asks who is signed in would ask the database.
"""

import sys

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.views.defaults import server_error

from recruit.api.problems import answer_to_a_bug, answer_without_database
from recruit.tenancy.outage import RETRY_SECONDS, database_is_away


def broken(request: HttpRequest) -> HttpResponseBase:
    """503 and when to come back where the database is away, 500 otherwise; as a problem where a machine asks."""
    away = database_is_away(sys.exc_info()[1])
    if request.path.startswith("/api/"):
        return answer_without_database(request) if away else answer_to_a_bug(request)
    if not away:
        return server_error(request)
    return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": str(RETRY_SECONDS)})
