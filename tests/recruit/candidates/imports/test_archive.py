"""ZIPs and folders as people and attackers make them: what refuses the whole, and what refuses one row."""

import io
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from recruit.candidates.imports import archive, folder
from recruit.candidates.imports.archive import Archive
from recruit.candidates.imports.folder import Folder, read_below
from recruit.candidates.imports.models import Kind
from recruit.candidates.imports.opening import look_at
from recruit.errors import DomainError


def _zip(*members: tuple[str | zipfile.ZipInfo, bytes], packing: int = zipfile.ZIP_DEFLATED) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as made:
        for name, content in members:
            made.writestr(name, content)
    return file


def _refusals(file: io.BytesIO) -> dict[str, str]:
    return {each.name: each.refusal for each in Archive(file).rows()}


def test_members_come_in_order_and_clutter_is_passed_over() -> None:
    file = _zip(("a/", b""), ("a/ann.txt", b"x"), ("__MACOSX/._ann.txt", b"x"), (".DS_Store", b"x"), ("bo.pdf", b"y"))
    rows = list(Archive(file).rows())
    assert [(each.position, each.name, each.refusal) for each in rows] == [(1, "a/ann.txt", ""), (2, "bo.pdf", "")]
    assert Archive(file).read(name="a/ann.txt", place=rows[0].place, position=1).content == b"x"
    assert Archive(file).read(name="a/ann.txt", place=rows[0].place, position=1).name == "ann.txt"


@pytest.mark.parametrize("name", ["../ann.txt", "/etc/ann.txt", "a/../../ann.txt", "C:\\ann.txt", "..\\ann.txt"])
def test_a_name_that_leads_outside_refuses_its_row(name: str) -> None:
    assert "outside of the ZIP" in _refusals(_zip((name, b"x"), ("bo.txt", b"y")))[name]
    assert _refusals(_zip((name, b"x"), ("bo.txt", b"y")))["bo.txt"] == ""


def test_a_link_an_encrypted_member_and_a_bomb_refuse_their_rows() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = _zip((link, b"/etc/passwd"), ("bomb.txt", b"0" * 2_000_000), ("ann.bin", os.urandom(60_000)))
    found = _refusals(file)
    assert found["link.txt"].startswith("This is a link")
    assert found["bomb.txt"] == "This file unpacks to far more than a resume holds."
    assert found["ann.bin"] == ""
    content = bytearray(_zip(("secret.txt", b"x")).getvalue())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    assert "without a password" in _refusals(io.BytesIO(bytes(content)))["secret.txt"]


def test_a_zip_that_is_mostly_air_is_refused_as_a_whole() -> None:
    with pytest.raises(DomainError, match="far more than resumes hold"):
        Archive(_zip(*((f"{number}.txt", b"0" * 5_000_000) for number in range(4))))


def test_members_that_overlap_are_refused_as_a_whole() -> None:
    content = bytearray(_zip(("a.txt", b"x" * 500), ("b.txt", b"y" * 500), packing=zipfile.ZIP_STORED).getvalue())
    second = content.rindex(b"PK\x01\x02")
    struct.pack_into("<L", content, second + 42, 10)
    with pytest.raises(DomainError, match="far more than resumes hold"):
        Archive(io.BytesIO(bytes(content)))


def test_a_directory_that_claims_gigabytes_is_refused_before_it_is_read() -> None:
    content = bytearray(_zip(("a.txt", b"x")).getvalue())
    struct.pack_into("<L", content, content.rindex(b"PK\x05\x06") + 12, 900_000_000)
    with pytest.raises(DomainError, match="Split it"):
        Archive(io.BytesIO(bytes(content)))


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ROWS", 2)
    with pytest.raises(DomainError, match="Split it"):
        Archive(_zip(("a", b"x"), ("b", b"x"), ("c", b"x")))


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_a_zip_that_is_cut_short_is_refused(cut: float) -> None:
    whole = _zip(*((f"{number}.txt", os.urandom(200)) for number in range(20))).getvalue()
    with pytest.raises(DomainError, match="no ZIP, or it is cut short"):
        Archive(io.BytesIO(whole[: int(len(whole) * cut)]))


def test_a_damaged_member_refuses_its_row_when_it_is_read() -> None:
    content = bytearray(_zip(("a.txt", b"hello " * 400), ("b.txt", b"y")).getvalue())
    content[37:42] = b"\xff" * 5
    damaged = Archive(io.BytesIO(bytes(content)))
    with pytest.raises(DomainError, match="damaged"):
        damaged.read(name="a.txt", place=0, position=1)
    assert damaged.read(name="b.txt", place=1, position=2).content == b"y"


def test_a_member_that_unpacks_to_more_than_it_says_is_stopped() -> None:
    content = bytearray(_zip(("a.txt", b"hello " * 4000)).getvalue())
    struct.pack_into("<L", content, content.rindex(b"PK\x01\x02") + 24, 12)
    with pytest.raises(DomainError, match="damaged"):
        Archive(io.BytesIO(bytes(content))).read(name="a.txt", place=0, position=1)


def test_no_more_than_an_upload_is_read_of_a_large_member(settings: object) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1000  # type: ignore[attr-defined]
    made = Archive(_zip(("a.txt", os.urandom(5000)), packing=zipfile.ZIP_STORED))
    assert len(made.read(name="a.txt", place=0, position=1).content) == 1001


def test_a_folder_is_listed_in_one_order_without_links_and_clutter(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_text("2")
    (tmp_path / "a.txt").write_text("1")
    (tmp_path / ".hidden").write_text("3")
    (tmp_path / "c.txt").symlink_to("/etc/passwd")
    rows = [(each.position, each.name, bool(each.refusal)) for each in Folder(tmp_path).rows()]
    assert rows == [(1, "a.txt", False), (2, "b/two.txt", False), (3, "c.txt", True)]


def test_a_name_that_cannot_be_stored_refuses_its_row(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/ann\xff.txt")).write_text("x")
    (row,) = Folder(tmp_path).rows()
    assert "cannot be kept" in row.refusal
    assert row.name.isprintable()


def test_a_folder_is_another_source_when_a_file_changes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    first = Folder(tmp_path).digest()
    assert Folder(tmp_path).digest() == first
    file.write_text("three")
    assert Folder(tmp_path).digest() != first


def test_a_path_in_a_table_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out.txt").write_text("secret")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out.txt")
    for path in ("../out.txt", str(tmp_path / "out.txt"), "link.txt", "..\\out.txt"):
        with pytest.raises(DomainError, match="outside of the folder"):
            read_below(tmp_path / "in", path)
    with pytest.raises(DomainError, match="cannot be opened"):
        read_below(tmp_path / "in", "missing.txt")


def test_too_many_files_in_a_folder_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MAX_ROWS", 1)
    (tmp_path / "a.txt").write_text("1")
    (tmp_path / "b.txt").write_text("2")
    with pytest.raises(DomainError, match="Split it"):
        list(Folder(tmp_path).rows())


def test_a_source_is_known_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "people.pdf").write_bytes(_zip(("a.txt", b"x")).getvalue())
    (tmp_path / "people.zip").write_bytes(b"Name,CV\nAnn,x\n")
    assert look_at(tmp_path / "people.pdf").kind == Kind.ZIP
    assert look_at(tmp_path / "people.zip").kind == Kind.CSV
    for content, sentence in ((b"%PDF-1.7 one resume", "one file, not many"), (b"", "empty")):
        (tmp_path / "x").write_bytes(content)
        with pytest.raises(DomainError, match=sentence):
            look_at(tmp_path / "x")
