"""One log: prefixes, whole lines, a bar that stays below, passwords kept out of the file."""

import os
from io import StringIO
from pathlib import Path

import pytest

from recruit.local.demo_world import file_for, remembered
from recruit.local.journal import Journal, bar
from recruit.local.welcome import block


class Terminal(StringIO):
    """A screen that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_lines_of_two_programs_never_mix_and_each_has_its_name(tmp_path: Path) -> None:
    screen = StringIO()
    journal = Journal(tmp_path, screen=screen)
    web, bulk = journal.output("web"), journal.output("bulk")
    for _ in range(200):
        os.write(web, b"a page ")
        os.write(bulk, b"a resume ")
        os.write(web, b"was shown\n")
        os.write(bulk, b"was read\n")
    journal.close()
    lines = screen.getvalue().splitlines()
    assert len(lines) == 400
    assert {line[9:].strip() for line in lines} == {"web         a page was shown", "bulk        a resume was read"}
    assert len(journal.path.read_text(encoding="utf-8").splitlines()) == 400


def test_what_is_no_fault_is_not_repeated(tmp_path: Path) -> None:
    screen = StringIO()
    journal = Journal(tmp_path, screen=screen)
    os.write(
        journal.output("valkey"), b"1:M # WARNING Memory overcommit must be enabled! Without it\n1:M # Out of memory\n"
    )
    journal.close()
    assert [line[9:].strip() for line in screen.getvalue().splitlines()] == ["valkey      1:M # Out of memory"]


def test_on_a_terminal_the_bar_stays_below_the_lines(tmp_path: Path) -> None:
    screen = Terminal()
    journal = Journal(tmp_path, screen=screen)
    journal.progress("1 of 2 resumes read", name="demo")
    journal.say("a line")
    assert screen.getvalue().endswith("a line\n\x1b[36mdemo       \x1b[0m 1 of 2 resumes read")
    journal.progress("")
    journal.say("the last line")
    assert screen.getvalue().endswith("the last line\n")
    journal.close()


def test_the_block_with_the_passwords_is_not_written_to_the_file(tmp_path: Path) -> None:
    screen = StringIO()
    journal = Journal(tmp_path, screen=screen)
    journal.block("password 123")
    journal.close()
    assert "password 123" in screen.getvalue()
    assert "password" not in journal.path.read_text(encoding="utf-8")


def test_a_bar_is_full_when_all_is_done() -> None:
    assert bar("24 of 24 resumes read", done=24, of=24) == "█" * 24 + " 24 of 24 resumes read"
    assert bar("0 of 0 resumes read", done=0, of=0).startswith("░" * 24)


def test_the_block_names_everybody_who_may_sign_in_and_how_to_stop() -> None:
    logins = {
        "recruiter": {"email": "ana@strata.example", "password": "a-long-word"},
        "administrator": {"email": "ines@strata.example", "password": "a-longer-word"},
        "company": {"name": "Nimbus", "api_key": "sk_1_2"},
        "candidate": {"link": "http://127.0.0.1:9999/w/demo/c/abc:1"},
    }
    shown = block(address="http://127.0.0.1:8000", logins=logins, mail_to="", seconds=3.2, home=Path("/x"))
    for part in (
        "http://127.0.0.1:8000/",
        "  Recruiter      ana@strata.example   password a-long-word",
        "  Administrator  ines@strata.example   password a-longer-word",
        "curl http://127.0.0.1:8000/api/v1/postings -H 'Authorization: Bearer sk_1_2'",
        "http://127.0.0.1:8000/w/demo/c/abc:1",
        "http://127.0.0.1:8000/mail/",
        "/x/log/strata.log",
        "Ctrl-C",
    ):
        assert part in shown


def test_no_demo_world_is_remembered_in_a_new_folder(tmp_path: Path) -> None:
    assert remembered(file_for(tmp_path, database="")) is None


@pytest.mark.parametrize(
    ("mail_to", "says"),
    [("", "every message stays here"), ("smtp.example.com:587", "goes out by smtp.example.com:587")],
)
def test_the_block_always_says_where_mail_goes(mail_to: str, says: str) -> None:
    shown = block(address="http://127.0.0.1:8000", logins=None, mail_to=mail_to, seconds=3.2, home=Path("/x"))
    assert says in shown
