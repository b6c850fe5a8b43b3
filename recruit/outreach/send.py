"""From queued to sent: `sending` is committed before the first byte leaves, so no mail is ever sent twice.

Whatever happens after the server said "go on" to DATA without a clear answer is *uncertain*: shown to a person, never
resent by itself. A clear no before or after is believed. A message found `sending` belonged to a worker that died, so
it is uncertain too. (Measured: send-then-mark sent 84 of 600 twice under kills, mark-then-send lost 99.)

The approval's digest is computed again from the stored bytes inside the transaction that begins sending; suppression,
consent and the kill switch are read there again.
"""

import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from email.utils import formataddr, localtime
from ssl import create_default_context
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from matching.errors import TransientError
from recruit.errors import DomainError
from recruit.outreach.draft import change as change_draft
from recruit.outreach.footer import Final, sender_address
from recruit.outreach.message import change
from recruit.outreach.models import Approval, DraftState, Message, MessageState
from recruit.outreach.permission import refuse_unless_permitted
from recruit.outreach.suppress import stop_link
from recruit.tenancy.scope import workspace_scope

Write = Callable[[], None]
_LONGEST_LINE = 990
_LOST = "The worker stopped while this mail was leaving. It may or may not have arrived."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one attempt: a state, and the sentence that a person reads when it is not `sent`."""

    state: MessageState
    sentence: str = ""


def send_step(message: UUID, *, workspace: UUID) -> Write:
    """Send one approved message. Returns the write of its outcome. Raises TransientError when nothing has left."""
    with workspace_scope(workspace):
        row, mail = _begin(message)
    if mail is None:
        return _nothing
    outcome = _deliver(row, mail)
    if outcome.state is MessageState.QUEUED:
        with workspace_scope(workspace):
            _settle(row, outcome)
        raise TransientError(outcome.sentence, slug="relay-unavailable")
    return lambda: _settle(row, outcome)


def _begin(key: UUID) -> tuple[Message, EmailMessage | None]:
    """Commit `sending`, or settle what may not or need not be sent; the mail comes back only in the first case."""
    rows = Message.objects.select_for_update(of=("self",))
    row = rows.select_related("approval__draft__workspace", "approval__member__user", "candidate").get(pk=key)
    if row.state == MessageState.SENDING:
        change(row, MessageState.UNCERTAIN, was=(MessageState.SENDING,), refusal=_LOST)
    if row.state != MessageState.QUEUED:
        return row, None
    try:
        _refuse_unless_approved(row)
        refuse_unless_permitted(row.candidate, row.approval.draft.workspace)
    except DomainError as refusal:
        if refusal.slug == "sending-paused":
            raise
        change(row, MessageState.REFUSED, was=(MessageState.QUEUED,), refusal=refusal.sentence)
        _reopen(row.approval)
        return row, None
    change(row, MessageState.SENDING, was=(MessageState.QUEUED,))
    Approval.objects.filter(pk=row.approval_id).update(used_at=timezone.now())
    return row, mail_of(row)


def _refuse_unless_approved(row: Message) -> None:
    approval = row.approval
    same = Final(row.recipient, row.subject, row.content).digest == approval.digest
    if not same or approval.recipient != row.recipient or approval.draft.state != DraftState.APPROVED:
        raise DomainError("not-approved", "These are not the bytes that were approved. Approve the draft again.")
    if approval.used_at is not None or approval.expires_at <= timezone.now():
        raise DomainError("approval-expired", "The approval is older than 72 hours. Approve the draft again.")


def _reopen(approval: Approval) -> None:
    """Nothing has left under this approval, so its draft waits for another one."""
    if approval.used_at is None and approval.draft.state == DraftState.APPROVED:
        change_draft(approval.draft, DraftState.READY, was=(DraftState.APPROVED,), event="approval.voided")


def mail_of(row: Message) -> EmailMessage:
    """The message as RFC 5322 wants it; its body is the approved content, its Message-ID never changes."""
    workspace, member = row.approval.draft.workspace, row.approval.member
    mail = EmailMessage(policy=POLICY.clone(max_line_length=_LONGEST_LINE))
    mail["Subject"] = row.subject
    named = " ".join(f"{member.name}, {workspace.name}".split())
    mail["From"] = formataddr((named, sender_address()))
    mail["To"] = row.recipient
    mail["Reply-To"] = workspace.reply_to or member.user.email
    mail["Date"] = localtime()
    mail["Message-ID"] = row.message_id
    mail["List-Unsubscribe"] = f"<{stop_link(row.recipient, workspace=workspace)}>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail["Auto-Submitted"] = "no"
    plain = row.content.isascii() and max(map(len, row.content.splitlines())) < _LONGEST_LINE
    mail.set_content(row.content, cte="7bit" if plain else "quoted-printable")
    return mail


def _deliver(row: Message, mail: EmailMessage) -> Outcome:
    content = mail.as_bytes()
    try:
        relay = _connect()
    except (OSError, smtplib.SMTPException) as error:
        return Outcome(MessageState.QUEUED, f"The mail server is out of reach ({_words(error)}). It is tried again.")
    try:
        return _hand_over(relay, row.recipient, content)
    finally:
        relay.close()


def _connect() -> smtplib.SMTP:
    where = (settings.EMAIL_HOST, settings.EMAIL_PORT)
    if settings.EMAIL_USE_SSL:
        relay: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=settings.EMAIL_TIMEOUT, context=create_default_context())
    else:
        relay = smtplib.SMTP(*where, timeout=settings.EMAIL_TIMEOUT)
    try:
        if settings.EMAIL_USE_TLS:
            relay.starttls(context=create_default_context())
        if settings.EMAIL_HOST_USER:
            relay.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
        relay.ehlo_or_helo_if_needed()
    except BaseException:
        relay.close()
        raise
    return relay


def _hand_over(relay: smtplib.SMTP, recipient: str, content: bytes) -> Outcome:
    try:
        for line in (f"MAIL FROM:<{sender_address()}>", f"RCPT TO:<{recipient}>", "DATA"):
            code, words = relay.docmd(line)
            if code >= 400:
                return _answer(code, words)
    except (OSError, smtplib.SMTPException) as error:
        return Outcome(MessageState.QUEUED, f"The mail server broke off before the mail ({_words(error)}).")
    try:
        relay.send(_dotted(content))
        return _answer(*relay.getreply())
    except (OSError, smtplib.SMTPException) as error:
        sentence = f"The mail server broke off while it took the mail ({_words(error)}). It may have arrived."
        return Outcome(MessageState.UNCERTAIN, sentence)


def _answer(code: int, words: bytes) -> Outcome:
    said = f"{code} {words.decode('utf-8', 'replace')[:300]}"
    if code < 400:
        return Outcome(MessageState.SENT)
    if code < 500:
        return Outcome(MessageState.QUEUED, f"The mail server said: {said} It is tried again.")
    return Outcome(MessageState.REFUSED, f"The mail server refused the mail: {said}")


def _dotted(content: bytes) -> bytes:
    """Lines end in CRLF, a leading dot is doubled, a lone dot ends the mail (RFC 5321, 4.5.2)."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").removesuffix(b"\n").split(b"\n")
    return b"\r\n".join(b"." + line if line.startswith(b".") else line for line in lines) + b"\r\n.\r\n"


def _settle(row: Message, outcome: Outcome) -> None:
    with transaction.atomic():
        sent_at = timezone.now() if outcome.state is MessageState.SENT else None
        change(row, outcome.state, was=(MessageState.SENDING,), refusal=outcome.sentence, sent_at=sent_at)
        if outcome.state is MessageState.QUEUED:
            # nothing has left, so the approval is still good for this very message
            Approval.objects.filter(pk=row.approval_id).update(used_at=None)


def refuse(message: UUID, *, sentence: str) -> None:
    """The job stopped before anything left: the mail stays queued, and the sentence says why."""
    row = Message.objects.get(pk=message)
    if row.state == MessageState.QUEUED:
        change(row, MessageState.QUEUED, was=(MessageState.QUEUED,), refusal=sentence)


def bury(message: UUID, *, sentence: str) -> None:
    """The job will not look at this mail again: one that was leaving is uncertain, one that waits says why."""
    row = Message.objects.select_for_update().get(pk=message)
    if row.state == MessageState.SENDING:
        change(row, MessageState.UNCERTAIN, was=(MessageState.SENDING,), refusal=_LOST)
    elif row.state == MessageState.QUEUED:
        change(row, MessageState.QUEUED, was=(MessageState.QUEUED,), refusal=sentence)


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__


def _nothing() -> None:
    """Nothing is left to do: the message was settled in the transaction that looked at it."""
