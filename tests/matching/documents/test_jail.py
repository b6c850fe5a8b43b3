"""One file, one child: what a hostile file does to its reader costs that upload and nothing else."""

import logging
import random
import resource
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from matching.documents import read_document, read_in_jail
from matching.documents.jail import Limits
from matching.errors import UnreadableDocument
from tests.matching.documents.hostile import aborting_pdf, laughing_pdf
from tests.matching.documents.papers import docx, pdf, resume_pdf, with_part

ROOT = Path(__file__).resolve().parents[3]


def swollen_docx() -> bytes:
    """Within every limit of the container, and still a gigabyte once parsed."""
    xml = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        + b"<w:p/>" * 7_500_000
        + b"</w:body></w:document>"
    )
    padded = with_part(docx(), "word/media/noise.bin", random.Random(1).randbytes(600_000))
    return with_part(padded, "word/document.xml", xml)


def children() -> set[str]:
    """Processes started by this one that live, or that nobody has waited for; a server of other tests may be one."""
    listed = [task.read_text() for task in Path("/proc/self/task").glob("*/children")]
    return set(" ".join(listed).split())


def test_the_jail_reads_what_the_plain_reader_reads() -> None:
    inside, outside = read_in_jail(resume_pdf(), name="cv.pdf"), read_document(resume_pdf(), name="cv.pdf")
    assert (inside.text, inside.media_type, inside.hidden) == (outside.text, outside.media_type, outside.hidden)
    assert set(inside.flags) <= {"no-network-wall"}


def test_a_refusal_crosses_the_wall_with_its_slug_and_sentence() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_in_jail(b"\x7fELF" + b"\0" * 30, name="cv.pdf")
    assert caught.value.slug == "unknown-format"
    assert "Upload a PDF" in caught.value.sentence


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_a_file_that_swells_is_stopped_and_this_process_stays_small() -> None:
    others = children()
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    with pytest.raises(UnreadableDocument):
        read_in_jail(swollen_docx(), name="cv.docx")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss <= max(before, 800 * 1024)
    assert children() <= others


def test_a_file_that_burns_the_cpu_is_stopped() -> None:
    others = children()
    started = time.monotonic()
    with pytest.raises(UnreadableDocument) as caught:
        read_in_jail(laughing_pdf(), name="cv.pdf", limits=Limits(cpu=1))
    assert caught.value.slug == "took-too-long"
    assert time.monotonic() - started < 8
    assert children() <= others


def test_a_file_that_only_takes_long_is_stopped_by_the_clock() -> None:
    others = children()
    started = time.monotonic()
    with pytest.raises(UnreadableDocument, match="took too long"):
        read_in_jail(laughing_pdf(), name="cv.pdf", limits=Limits(wall=0.7))
    assert time.monotonic() - started < 4
    assert children() <= others


def test_a_reader_that_runs_out_of_memory_says_so() -> None:
    with pytest.raises(UnreadableDocument, match="needs more memory"):
        read_in_jail(swollen_docx(), name="cv.docx", limits=Limits(memory=300 << 20))


def test_a_reader_that_crashes_is_a_refusal_and_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(UnreadableDocument, match="made its reader fail"):
        read_in_jail(aborting_pdf(), name="cv.pdf", limits=Limits(memory=160 << 20))
    assert "ended with status" in caplog.text


WALLED = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
from matching.documents.child import close_in
import os, socket
root = os.getuid() == 0
missing = close_in(768 << 20, 10)
print(",".join(missing))
def attempt(act):
    try:
        act()
        print("done")
    except OSError as error:
        print(type(error).__name__)
attempt(lambda: socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=3))
attempt(lambda: os.write(os.open(sys.argv[2], os.O_CREAT | os.O_WRONLY), b"x"))
if not root:  # the kernel lets root fork whatever the limit
    attempt(os.fork)
"""


def test_inside_the_walls_there_is_no_network_no_new_process_and_no_file(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        command = [sys.executable, "-c", WALLED, str(port), str(tmp_path / "left")]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout.split("\n")
    if "no-network-wall" in answer[0]:
        pytest.skip("This kernel gives an ordinary user no network namespace.")
    assert answer[1] == "OSError"
    assert answer[2] == "OSError"
    assert answer[3] in ("", "BlockingIOError")


def test_no_setting_of_ours_reaches_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("LD_PRELOAD", "")
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    assert read_in_jail(pdf(lambda canvas: canvas.drawString(60, 700, "Ada")), name="cv.pdf").text.content == "Ada\n"


def test_a_name_with_odd_characters_does_not_matter() -> None:
    assert read_in_jail(b"Ada Moreno", name="ré\0su\udcffmé.txt").text.content == "Ada Moreno\n"


READ = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
import matching.documents.child
from matching.documents.reading import read_document
read_document(sys.stdin.buffer.read(), name="cv.pdf")
print(*sys.modules)
"""


def test_a_child_that_reads_a_pdf_loads_nothing_that_other_formats_need() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", READ], input=resume_pdf(), capture_output=True, timeout=30, check=True
    )
    loaded = set(ended.stdout.decode().split())
    assert "matching.documents.pdf" in loaded
    others = {"pypdfium2", "zipfile", "lxml", "docx", "numpy", "PIL", "statistics", "matching.values"}
    assert loaded & others == set()


def test_what_children_import_is_compiled_once_by_their_parent(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "matching", tmp_path / "matching", ignore=shutil.ignore_patterns("__pycache__"))
    read = "from matching.documents import read_in_jail; read_in_jail(b'Ada', name='cv.txt')"
    subprocess.run([sys.executable, "-c", read], cwd=tmp_path, env={}, timeout=60, check=True)
    assert list((tmp_path / "matching" / "documents" / "__pycache__").glob("pdf.*.pyc"))
