"""The mail sink takes messages by SMTP and its pages show them as text."""

import smtplib
import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from recruit.local.ports import LOOPBACK, can_bind, free_port
from tests.recruit.local.left_behind import wait_until


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.MAIL_SINK_DIR = str(tmp_path)
    settings.LAPTOP = True
    return tmp_path


@pytest.fixture
def sink(folder: Path) -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", "recruit.local.mail_sink", "--port", str(port), "--folder", str(folder)]
    with subprocess.Popen(command) as program:
        wait_until(lambda: not can_bind(port), seconds=10)
        yield port
        program.terminate()
        assert program.wait(timeout=5) == 0


def _message(text: str, *, subject: str = "Your work on kernels", subtype: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Ana <ana@strata.example>", "mei@example.com", subject
    message["Date"] = "Mon, 16 Nov 2026 09:00:00 +0000"
    message.set_content(text, subtype=subtype)
    return message


def _send(port: int, message: EmailMessage, *, to: str = "mei@example.com") -> None:
    with smtplib.SMTP(LOOPBACK, port, timeout=10) as client:
        client.send_message(message, to_addrs=[to])


def _only_page(client: Client, folder: Path) -> str:
    (kept,) = folder.glob("*.eml")
    return client.get(f"/mail/{kept.stem}").content.decode()


@pytest.mark.django_db
def test_a_message_that_was_sent_stands_in_the_list_and_can_be_read(sink: int, folder: Path, client: Client) -> None:
    _send(sink, _message("Dear Mei,\nyour paper “Schnellere Kerne für große Modelle” is why we write.\n"))
    listed = client.get("/mail/").content.decode()
    assert "Your work on kernels" in listed
    assert "mei@example.com" in listed
    assert "your paper “Schnellere Kerne für große Modelle” is why we write." in _only_page(client, folder)


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["-0000", "+0000", "+0530"])
def test_the_time_of_a_message_is_told_whatever_its_zone(sink: int, folder: Path, client: Client, zone: str) -> None:
    message = _message("Dear Mei\n")
    message.replace_header("Date", f"Mon, 16 Nov 2026 09:00:00 {zone}")
    _send(sink, message)
    assert client.get("/mail/").status_code == 200


def test_the_original_holds_the_bytes_and_the_envelope(sink: int, folder: Path, client: Client) -> None:
    _send(sink, _message("Hello"), to="somebody.else@example.com")
    (kept,) = folder.glob("*.eml")
    answer = client.get(f"/mail/{kept.stem}.eml")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.content == kept.read_bytes()
    assert b"Delivered-To: somebody.else@example.com" in answer.content
    assert kept.stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_markup_in_a_message_is_shown_as_text(sink: int, folder: Path, client: Client) -> None:
    attack = "<script>alert(1)</script>"
    _send(sink, _message(f"Hello {attack}", subject=f"About {attack}"))
    page = _only_page(client, folder)
    assert attack not in page
    assert "About &lt;script&gt;" in page


@pytest.mark.django_db
def test_of_a_message_in_html_alone_the_text_is_shown(sink: int, folder: Path, client: Client) -> None:
    _send(sink, _message("<p>Research &amp; <b>kernels</b></p><img src=x onerror=alert(1)>", subtype="html"))
    page = _only_page(client, folder)
    assert "Research &amp; kernels" in page
    assert "onerror" not in page


@pytest.mark.django_db
def test_a_link_in_a_message_can_be_followed(sink: int, folder: Path, client: Client) -> None:
    _send(sink, _message("Sign in: http://127.0.0.1:8000/c/abc?token=1"))
    assert '<a href="http://127.0.0.1:8000/c/abc?token=1"' in _only_page(client, folder)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["20261116T090000000000-0123abcd", "lock", "demo"])
def test_a_name_that_no_message_has_is_not_found(name: str, folder: Path, client: Client) -> None:
    (folder.parent / "lock.eml").touch()
    assert client.get(f"/mail/{name}").status_code == 404


def test_there_is_no_such_page_where_mail_is_really_delivered(client: Client, settings: LazySettings) -> None:
    settings.MAIL_SINK_DIR = ""
    assert client.get("/mail/").status_code == 404


@pytest.mark.django_db
def test_without_debug_only_members_read_the_mail(folder: Path, client: Client, settings: LazySettings) -> None:
    settings.LAPTOP = False
    assert client.get("/mail/").status_code == 302


@pytest.mark.django_db
def test_an_empty_sink_says_what_would_appear_here(folder: Path, client: Client) -> None:
    assert "No message was sent yet." in client.get("/mail/").content.decode()
