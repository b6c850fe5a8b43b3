"""The block at the end of a start: where Strata is, who may sign in, where the mail lies, how to stop."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

_RULE = "─" * 78


def block(*, address: str, logins: Mapping[str, object] | None, mail_to: str, seconds: float, home: Path) -> str:
    """Return the block; it holds the passwords of the demo and is for the terminal only. No `mail_to`: our own sink."""
    lines = [
        "",
        _RULE,
        f"  Strata is ready after {seconds:.1f} s.    {address}/",
        "",
        *_people(logins, address=address),
        f"  Mail           goes out by {mail_to}, which EMAIL_URL names: real people receive it"
        if mail_to
        else f"  Mail sink      {address}/mail/   every message stays here, nothing reaches a real address",
        f"  Log            {home}/log/strata.log",
        f"  Stop           Ctrl-C   (the data stay in {home}; `make clean` removes them)",
        _RULE,
        "",
    ]
    return "\n".join(lines)


def _people(logins: Mapping[str, object] | None, *, address: str) -> list[str]:
    if logins is None:
        return ["  No demo logins: the demo world is not loaded here.", ""]
    company, candidate = (_part(logins, name) for name in ("company", "candidate"))
    lines = []
    for name in ("recruiter", "administrator"):
        if member := _part(logins, name):
            lines += [f"  {name.capitalize():<14} {member.get('email', '')}   password {member.get('password', '')}"]
    if company:
        key = company.get("api_key", "")
        lines += [
            f"  Company        {company.get('name', '')}   API key {key}",
            f"                 curl {address}/api/v1/postings -H 'Authorization: Bearer {key}' \\",
            "                   -H 'Content-Type: application/json' \\",
            """                   -d '{"title": "Inference engineer", "text": "You must know CUDA and Python."}'""",
        ]
    if candidate:
        lines += [f"  Candidate      {_here(candidate.get('link', ''), address=address)}"]
    return [*lines, ""]


def _part(logins: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = logins.get(name)
    return part if isinstance(part, Mapping) else {}


def _here(link: object, *, address: str) -> str:
    """Return the link at today's address: it was written when Strata may have run on another port."""
    parts = urlsplit(str(link))
    return f"{address}{urlunsplit(parts._replace(scheme='', netloc=''))}"
