"""What a hiring company can do over HTTP: post roles, read them, read the people who were released to it."""

from typing import Any, ClassVar, cast
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from recruit.accounts.models import ApiKey
from recruit.api import answers
from recruit.api.authentication import HasScope, key_of
from recruit.api.idempotency import once
from recruit.api.problems import PROBLEMS, plain_problem
from recruit.api.shapes import MatchListShape, NewPostingShape, PostedShape, PostingPageShape, PostingShape
from recruit.api.throttle import count_call, count_guess
from recruit.errors import DomainError
from recruit.events.record import Actor
from recruit.matches.models import Run
from recruit.postings.intake import NewPosting, close, post
from recruit.postings.models import Posting, State
from recruit.tenancy.scope import workspace_scope

_PAGE = 50
_LONGEST_NUMBER = 10


class CompanyView(APIView):
    """Finds the key first, then runs the whole request in the key's workspace and in one transaction."""

    permission_classes = (IsAuthenticated, HasScope)
    scopes: ClassVar[dict[str, str]] = {}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            key = _counted_key(request)
        except DomainError as refusal:
            return plain_problem(request, refusal.slug, refusal.sentence, status=refusal.status)
        if key is None:
            return super().dispatch(request, *args, **kwargs)
        with workspace_scope(key.workspace_id):
            request.api_key = key  # type: ignore[attr-defined]
            response = super().dispatch(request, *args, **kwargs)
            if response.status_code >= 400:
                transaction.set_rollback(True)
            return response.render() if isinstance(response, Response) else response

    def postings(self, request: Request) -> QuerySet[Posting]:
        """The caller's own postings; everybody else's are a 404."""
        return Posting.objects.filter(company_id=_key(request).company_id)

    def posting(self, request: Request, posting: UUID) -> Posting:
        """One of the caller's own postings."""
        found = self.postings(request).filter(pk=posting).first()
        if found is None:
            raise DomainError("no-such-posting", "You have no posting with this id. Check the id.", status=404)
        return found


class Postings(CompanyView):
    """`/api/v1/postings`"""

    scopes: ClassVar[dict[str, str]] = {"GET": "postings:read", "POST": "postings:write"}

    @extend_schema(
        operation_id="post_role",
        request=NewPostingShape,
        responses={201: PostedShape},
        parameters=[OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER)],
    )
    def post(self, request: Request) -> Response:
        """Post a role. It is kept and answered at once; reading and ranking follow."""
        shape = NewPostingShape(data=request.data)
        shape.is_valid(raise_exception=True)

        def work() -> Response:
            key = _key(request)
            posting = post(key.company, NewPosting(**shape.validated_data), by=Actor("company", str(key.pk)))
            location = f"/api/v1/postings/{posting.pk}"
            body = {**answers.postings([posting])[0], "ignored": shape.ignored}
            return Response(body, status=201, headers={"Location": location})

        return once(request, _key(request), work)

    @extend_schema(
        operation_id="list_postings", responses=PostingPageShape, parameters=[OpenApiParameter("cursor", str)]
    )
    def get(self, request: Request) -> Response:
        """Your postings, newest first."""
        rows = self.postings(request).order_by("-created_at", "-id")
        cursor = request.query_params.get("cursor")
        if cursor:
            last = _last_seen(self.postings(request), cursor)
            rows = rows.filter(created_at__lte=last.created_at).exclude(created_at=last.created_at, id__gte=last.pk)
        page = list(rows[: _PAGE + 1])
        following = str(page[_PAGE - 1].pk) if len(page) > _PAGE else None
        return Response({"postings": answers.postings(page[:_PAGE]), "next": following})


class OnePosting(CompanyView):
    """`/api/v1/postings/{id}`"""

    scopes: ClassVar[dict[str, str]] = {"GET": "postings:read", "DELETE": "postings:write"}

    @extend_schema(operation_id="read_posting", responses=PostingShape)
    def get(self, request: Request, posting: UUID) -> Response:
        """One of your postings, as it was read."""
        return Response(answers.postings([self.posting(request, posting)])[0])

    @extend_schema(operation_id="close_posting", responses={204: None})
    def delete(self, request: Request, posting: UUID) -> Response:
        """Close the role: nobody is ranked for it any more. Its lists are kept."""
        found = self.posting(request, posting)
        if found.state != State.CLOSED:
            close(found, by=Actor("company", str(_key(request).pk)))
        return Response(status=204)


class Matches(CompanyView):
    """`/api/v1/postings/{id}/matches`"""

    scopes: ClassVar[dict[str, str]] = {"GET": "matches:read"}

    @extend_schema(operation_id="read_matches", responses=MatchListShape, parameters=[OpenApiParameter("run", int)])
    def get(self, request: Request, posting: UUID) -> Response:
        """The people whom your recruiter released to you for this role, with the evidence for each requirement."""
        found = self.posting(request, posting)
        last = Run.objects.filter(posting=found).aggregate(last=Max("number"))["last"]
        run = _run(request.query_params.get("run"), last=last)
        state = "refused" if found.state == State.REFUSED else "ranking" if last is None else "ranked"
        listed = answers.matches(found, run=run)
        return Response({"posting": str(found.pk), "run": run, "state": state, "matches": listed})


def no_such_address(request: HttpRequest, **_: Any) -> HttpResponse:
    """Everything else under /api/."""
    return plain_problem(
        request, "no-such-address", "There is nothing at this address. See /api/v1/openapi.", status=404
    )


def problems(request: HttpRequest) -> HttpResponse:
    """What each kind of problem means, for a developer who follows its type."""
    return render(request, "api/problems.html", {"problems": PROBLEMS})


def _key(request: Request) -> ApiKey:
    return cast(ApiKey, request.auth)


def _counted_key(request: HttpRequest) -> ApiKey | None:
    header = request.META.get("HTTP_AUTHORIZATION", "")
    if not header:
        return None
    key = key_of(header)
    if key is None:
        count_guess(request.META.get("REMOTE_ADDR", ""))
    else:
        count_call(key.prefix)
    return key


def _run(text: str | None, *, last: int | None) -> int | None:
    if text is None or last is None:
        return last
    if not (text.isascii() and text.isdigit() and len(text) < _LONGEST_NUMBER) or not 1 <= int(text) <= last:
        raise DomainError("no-such-run", f"There is no such run. Name one from 1 to {last}.", status=404)
    return int(text)


def _last_seen(rows: QuerySet[Posting], cursor: str) -> Posting:
    try:
        return rows.get(pk=UUID(cursor))
    except (ValueError, Posting.DoesNotExist):
        sentence = "This cursor is not one of ours. Start from the first page."
        raise DomainError("bad-cursor", sentence, status=400) from None
