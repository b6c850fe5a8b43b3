"""The pages of the mail sink: what was sent, and each message as text. Only where the embedded sink takes the mail."""

from functools import wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from recruit.accounts.visibility import View, for_members
from recruit.local import mailbox

_LISTED = 200


def _local(view: View) -> View:
    """Show the page on a developer's machine, and otherwise to members; nowhere if mail is really delivered."""
    guarded = for_members()(view)

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.MAIL_SINK_DIR:
            raise Http404("No mail sink runs here.")
        return (view if settings.LAPTOP else guarded)(request, *args, **kwargs)

    return page


@require_safe
@_local
def mails(request: HttpRequest) -> HttpResponse:
    """What was sent, newest first."""
    found = mailbox.newest(Path(settings.MAIL_SINK_DIR), limit=_LISTED)
    return render(request, "local/mails.html", {"mails": found, "listed": _LISTED, "frame": _frame(request)})


@require_safe
@_local
def mail(request: HttpRequest, name: str) -> HttpResponse:
    """One message as text."""
    found = mailbox.read(Path(settings.MAIL_SINK_DIR), name)
    if found is None:
        raise Http404("No such message.")
    return render(request, "local/mail.html", {"mail": found, "frame": _frame(request)})


@require_safe
@_local
def original(request: HttpRequest, name: str) -> HttpResponse:
    """The very bytes of a message, to keep; never shown by the browser itself."""
    content = mailbox.original(Path(settings.MAIL_SINK_DIR), name)
    if content is None:
        raise Http404("No such message.")
    headers = {"Content-Disposition": f'attachment; filename="{name}.eml"', "Content-Security-Policy": "sandbox"}
    return HttpResponse(content, content_type="message/rfc822", headers=headers)


def _frame(request: Any) -> str:
    """Choose the page's frame: the one for members lists rooms that somebody without sign-in cannot enter."""
    return "base.html" if getattr(request, "member", None) else "plain.html"
