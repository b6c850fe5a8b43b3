"""A mail server that delivers nothing: it keeps each message as a file, and a page shows what was sent.

Real SMTP instead of Django's file backend, so that the path to a real relay is the path that runs every day: the same
dialogue, the same refusals, the same bytes. Files are written under another name first; whoever lists the folder
never sees half a message.
"""

import argparse
import asyncio
import secrets
import signal
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from recruit.local.ports import LOOPBACK

_LIMIT_BYTES = 25_000_000


class KeepEverything:
    """What the SMTP dialogue does with a message: write it down and say that it was taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - its name there
        """Keep the message with the addresses of its envelope on top, as a delivering server would write them."""
        name = f"{datetime.now(tz=UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"
        head = f"Return-Path: <{envelope.mail_from or ''}>\r\n"
        head += "".join(f"Delivered-To: {address}\r\n" for address in envelope.rcpt_tos)
        content = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content).encode()
        unfinished = self._folder / f"{name}.part"
        unfinished.write_bytes(head.encode("utf-8") + content)
        unfinished.chmod(0o600)
        unfinished.rename(self._folder / f"{name}.eml")
        return f"250 Kept as {name}"


async def serve(*, port: int, folder: Path, stop: asyncio.Event) -> None:
    """Take messages until `stop` is set."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    loop = asyncio.get_running_loop()

    def dialogue() -> SMTP:
        return SMTP(KeepEverything(folder), data_size_limit=_LIMIT_BYTES, enable_SMTPUTF8=True, hostname="strata.local")

    server = await loop.create_server(dialogue, LOOPBACK, port)
    async with server:
        await stop.wait()


async def _run(*, port: int, folder: Path) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await serve(port=port, folder=folder, stop=stop)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a program: `python -m recruit.local.mail_sink --port 1025 --folder .strata/mail`."""
    parser = argparse.ArgumentParser(description="Keep every message that is sent to this SMTP server.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    asyncio.run(_run(port=chosen.port, folder=chosen.folder))


if __name__ == "__main__":
    main()
