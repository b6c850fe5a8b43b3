"""What is no file is refused, and what has no end is not waited for."""

import os
import threading
from pathlib import Path

import pytest

from matching.documents.limits import MAX_BYTES
from matching.documents.opening import content_of
from matching.errors import UnreadableDocument


def _piped(path: Path, content: bytes) -> None:
    os.mkfifo(path)

    def write() -> None:
        with path.open("wb") as pipe:
            try:
                pipe.write(content)
                pipe.flush()
            except BrokenPipeError:
                return

    threading.Thread(target=write, daemon=True).start()


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused_with_what_to_name_instead(device: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"This is a device and no file\. Name a document"):
        content_of(Path(device))


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    _piped(tmp_path / "pipe", b"Work\n")
    assert content_of(tmp_path / "pipe") == b"Work\n"


def test_a_pipe_is_read_no_further_than_a_document_may_be_long(tmp_path: Path) -> None:
    _piped(tmp_path / "pipe", b"x" * (MAX_BYTES + 2))
    with pytest.raises(UnreadableDocument, match="more than 10 MB"):
        content_of(tmp_path / "pipe")


def test_a_folder_is_refused_as_the_system_refuses_it(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        content_of(tmp_path)
