"""The resumes of the demo world are real files: selectable text, many layouts, the same bytes each time."""

import io
import re
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from recruit.local.demo import word
from recruit.local.demo.render import LAYOUTS, render
from recruit.local.demo.world import DemoCandidate, candidates

everyone = pytest.mark.parametrize("candidate", candidates(), ids=lambda candidate: candidate.slug)
WORD_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def extracted(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(content)
        try:
            return "".join(page.get_textpage().get_text_range() for page in document)
        finally:
            document.close()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if re.match(r"word/(document|header\d)\.xml", name)]
        roots = [ElementTree.fromstring(archive.read(name)) for name in names]
    return " ".join(node.text or "" for root in roots for node in root.iter(WORD_TEXT))


def squeezed(text: str) -> str:
    """Letters and digits only: line breaks, hyphenation and bullets are the layout's business."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@everyone
def test_the_file_contains_the_start_of_every_highlight(candidate: DemoCandidate) -> None:
    text = squeezed(extracted(render(candidate).content))
    entries = (*candidate.work, *candidate.projects)
    starts = [squeezed("".join(line.split()[:3])) for entry in entries for line in entry.highlights]
    assert [start for start in starts if start not in text] == []


@everyone
def test_the_file_contains_every_word_the_person_wrote(candidate: DemoCandidate) -> None:
    text = squeezed(extracted(render(candidate).content))
    stated = (candidate.name, candidate.email, candidate.phone, *candidate.links, *re.findall(r"\S+", candidate.text))
    assert [word for word in stated if squeezed(word) not in text] == []


@everyone
def test_two_renderings_are_the_same_bytes(candidate: DemoCandidate) -> None:
    assert render(candidate) == render(candidate)


@pytest.mark.parametrize("extension", ["pdf", "docx"])
def test_bytes_do_not_depend_on_the_process_or_the_day(extension: str, tmp_path: Path) -> None:
    candidate = next(candidate for candidate in candidates() if candidate.format == extension)
    code = (
        "import sys, time, pathlib; real = time.time; time.time = lambda: real() + 86400 * 40\n"
        "from recruit.local.demo.render import render\n"
        "from recruit.local.demo.world import candidates\n"
        f"chosen = next(c for c in candidates() if c.slug == {candidate.slug!r})\n"
        "pathlib.Path(sys.argv[1]).write_bytes(render(chosen).content)"
    )
    target = tmp_path / "resume"
    subprocess.run([sys.executable, "-c", code, str(target)], check=True)
    assert target.read_bytes() == render(candidate).content


def test_the_stamp_in_a_docx_is_fixed_and_in_utc() -> None:
    assert word.WRITTEN.utcoffset() == timedelta(0)


def test_the_world_has_about_fifteen_pdf_and_nine_docx_in_at_least_eight_layouts() -> None:
    formats = Counter(candidate.format for candidate in candidates())
    assert formats["pdf"] >= 14
    assert formats["docx"] >= 8
    assert {candidate.layout for candidate in candidates()} == set(LAYOUTS)
    assert len(LAYOUTS) >= 8


@everyone
def test_the_extension_media_type_and_bytes_agree(candidate: DemoCandidate) -> None:
    resume = render(candidate)
    kind = {"pdf": ("application/pdf", b"%PDF-"), "docx": (LAYOUTS["word_plain"][2], b"PK")}[candidate.format]
    assert resume.name == f"{candidate.slug}.{candidate.format}"
    assert resume.media_type == kind[0]
    assert resume.content.startswith(kind[1])


def test_some_resumes_run_over_several_pages() -> None:
    pdfs = [render(candidate).content for candidate in candidates() if candidate.format == "pdf"]
    pages = [len(pypdfium2.PdfDocument(content)) for content in pdfs]
    assert sum(count >= 2 for count in pages) >= 3
    assert max(pages) <= 4


def test_importing_the_generator_loads_neither_reportlab_nor_docx() -> None:
    code = (
        "import sys, recruit.local.demo.render\n"
        "assert not {'reportlab', 'docx'} & set(sys.modules), 'a document library was loaded'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_command_writes_every_resume(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "recruit.local.demo.render", str(tmp_path / "out")], check=True)
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {f"{candidate.slug}.{candidate.format}" for candidate in candidates()}
