"""Refusals as RFC 9457 problem+json: a stable type, the sentence that tells what to do, nothing else.

Every answer of the API that is not a success has this shape, those for unknown addresses and wrong methods included.
"""

import logging
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.utils.functional import Promise
from rest_framework import exceptions
from rest_framework.response import Response

from recruit.errors import DomainError
from recruit.tenancy.outage import RETRY_SECONDS, database_is_away

logger = logging.getLogger(__name__)

_MEGABYTE = 1024 * 1024
_AWAY = "The database does not answer just now, and nothing was changed. Send this again in a few seconds."
_BUG = "Something went wrong on our side. Nothing was changed; try again later."
MEDIA_TYPE = "application/problem+json"

TITLES = {
    400: "The request is malformed",
    401: "The API key is missing or wrong",
    403: "This key may not do that",
    404: "There is no such thing here",
    405: "This address does not take that method",
    409: "This is in conflict with what is there",
    413: "The request is too large",
    415: "The body has a media type that is not read here",
    422: "The key was used for another request",
    429: "Too many requests",
    500: "Something went wrong on our side",
    503: "Strata cannot answer just now",
}

PROBLEMS = (
    ("invalid-json", 400, "The body is not JSON, or is nested without end."),
    ("invalid-fields", 400, "Some fields are missing or wrong; “errors” names each."),
    ("text-missing", 400, "A posting needs a title and a text."),
    ("text-too-long", 400, "The ad is longer than what is read."),
    ("bad-cursor", 400, "The cursor is not one that a page gave you."),
    ("key-too-long", 400, "The Idempotency-Key has more than 200 characters."),
    ("no-key", 401, "No API key was sent."),
    ("unknown-key", 401, "The API key is unknown, revoked or expired."),
    ("scope-missing", 403, "The key lacks the scope for this."),
    ("no-such-address", 404, "There is nothing at this address."),
    ("no-such-posting", 404, "You have no posting with this id."),
    ("no-such-run", 404, "The posting has no run of this number."),
    ("wrong-method", 405, "The address does not take this method."),
    ("not-json", 415, "Only JSON is read and answered."),
    ("too-large", 413, "The body is larger than what is taken in."),
    ("reference-taken", 409, "You have posted this reference before."),
    ("posting-moved-on", 409, "The posting has changed meanwhile."),
    ("still-running", 409, "The first request under this Idempotency-Key is still running."),
    ("key-reused", 422, "The Idempotency-Key was used for another request."),
    ("too-many-calls", 429, "This key calls too often. Wait a moment."),
    ("too-many-guesses", 429, "Too many unknown keys came from this address."),
    ("refused", 400, "A refusal without a name of its own; “detail” says what to do."),
    ("database-away", 503, "The database does not answer just now. Send the request again after Retry-After seconds."),
    ("bug", 500, "Something went wrong on our side. Nothing was changed."),
)
"""Every name that a problem's type can end in, with its status and what it means."""

_BY_EXCEPTION: dict[type[Exception], tuple[str, str]] = {
    exceptions.ParseError: (
        "invalid-json",
        "The body is not valid JSON. Check it with a JSON linter and send it again.",
    ),
    exceptions.NotAuthenticated: ("no-key", "Send your API key as `Authorization: Bearer sk_…`."),
    exceptions.AuthenticationFailed: (
        "unknown-key",
        "This API key is unknown, revoked or expired. Ask your recruiter for a new one.",
    ),
    exceptions.PermissionDenied: ("scope-missing", "This key lacks the scope for this. Ask for a key that has it."),
    exceptions.UnsupportedMediaType: ("not-json", "Send JSON, with `Content-Type: application/json`."),
    exceptions.NotAcceptable: ("not-json", "This API answers in JSON. Leave out the Accept header or accept JSON."),
}


def problem(slug: str, sentence: str, *, status: int, **more: Any) -> Response:
    """One refusal as a DRF response."""
    return Response(_body(slug, sentence, status, more), status=status, content_type=MEDIA_TYPE)


def plain_problem(request: HttpRequest, slug: str, sentence: str, *, status: int) -> JsonResponse:
    """The same, outside of any DRF view."""
    return JsonResponse(_body(slug, sentence, status, {}), status=status, content_type=MEDIA_TYPE)


def problem_response(error: Exception, context: dict[str, Any]) -> Response:
    """DRF's exception handler: every error, known or a bug, becomes a problem."""
    if isinstance(error, DomainError):
        return problem(error.slug, error.sentence, status=error.status)
    if isinstance(error, RequestDataTooBig):
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // _MEGABYTE
        return problem("too-large", f"Send a body of at most {limit} MB.", status=413)
    if isinstance(error, exceptions.ValidationError):
        fields = error.get_full_details() if isinstance(error.detail, dict) else {"": error.detail}
        sentence = "Some fields need a change: " + "; ".join(_field_sentences(error.detail))
        return problem("invalid-fields", sentence, status=400, errors=_plain(fields))
    if isinstance(error, exceptions.MethodNotAllowed):
        allowed = ", ".join(context["view"].allowed_methods)
        answer = problem("wrong-method", f"This address takes {allowed}.", status=405)
        answer["Allow"] = allowed
        return answer
    if isinstance(error, exceptions.APIException):
        return _known(error)
    if database_is_away(error):
        logger.warning("The database does not answer.")
        answer = problem("database-away", _AWAY, status=503)
        answer["Retry-After"] = str(RETRY_SECONDS)
        return answer
    logger.error("A bug in the API.", exc_info=error)
    return problem("bug", _BUG, status=500)


def answer_without_database(request: HttpRequest) -> JsonResponse:
    """The same for a database that was away before any view of DRF ran."""
    answer = plain_problem(request, "database-away", _AWAY, status=503)
    answer["Retry-After"] = str(RETRY_SECONDS)
    return answer


def answer_to_a_bug(request: HttpRequest) -> JsonResponse:
    """The same for a bug outside of DRF's views."""
    return plain_problem(request, "bug", _BUG, status=500)


def _known(error: exceptions.APIException) -> Response:
    for kind, (slug, sentence) in _BY_EXCEPTION.items():
        if isinstance(error, kind):
            answer = problem(slug, sentence, status=error.status_code)
            if error.status_code == 401:
                answer["WWW-Authenticate"] = "Bearer"
            return answer
    return problem("refused", str(error.detail), status=error.status_code)


def _body(slug: str, sentence: str, status: int, more: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": f"/api/v1/problems#{slug}",
        "title": TITLES.get(status, "Refused"),
        "status": status,
        "detail": sentence,
        **more,
    }


def _field_sentences(detail: Any) -> list[str]:
    if isinstance(detail, dict):
        return [f"{name}: {' '.join(map(str, errors))}" for name, errors in detail.items()]
    return [str(each) for each in detail]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, Promise) else value
