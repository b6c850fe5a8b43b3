"""A real SMTP server for tests, which takes mail, or fails in the ways that servers fail."""

from asyncio import Transport
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from recruit.local.ports import LOOPBACK, free_port


@dataclass
class Relay:
    """What arrived. `answer` is said after DATA; `drops` hangs up instead, once it has the whole mail."""

    answer: str = "250 OK"
    drops: bool = False
    taken: list[tuple[list[str], bytes]] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - its name there
        assert isinstance(envelope.content, bytes)
        self.taken.append((list(envelope.rcpt_tos), envelope.content))
        if self.drops:
            assert isinstance(server.transport, Transport)
            server.transport.abort()
        return self.answer

    @property
    def mails(self) -> list[EmailMessage]:
        parsed: list[Any] = [message_from_bytes(content, policy=policy.default) for _, content in self.taken]
        return parsed


@contextmanager
def serving(relay: Relay, settings: Any) -> Iterator[Relay]:
    """Run the server and point the house at it."""
    controller = Controller(relay, hostname=LOOPBACK, port=free_port())
    settings.EMAIL_HOST, settings.EMAIL_PORT = LOOPBACK, controller.port
    controller.start()
    try:
        yield relay
    finally:
        controller.stop()
