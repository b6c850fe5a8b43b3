"""Prints a demo candidate as the file a person would upload: a PDF or DOCX in one of many layouts.

`python -m recruit.local.demo.render OUTDIR` writes all of them. Two renderings of a candidate are the same bytes (dates
inside the files are fixed), so the files need not be kept in the repository and an upload of the demo is recognised
when it comes twice. reportlab and python-docx are loaded by the first rendering, never by importing this module.
"""

import argparse
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from recruit.local.demo.world import DemoCandidate, candidates

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# layout -> (module, function, media type). Each function takes a candidate and returns the file's bytes.
LAYOUTS = {
    "single_column": ("pdf_flow", "single_column", PDF),
    "classic": ("pdf_flow", "classic", PDF),
    "justified": ("pdf_flow", "justified", PDF),
    "academic": ("pdf_flow", "academic", PDF),
    "running": ("pdf_flow", "running", PDF),
    "messy": ("pdf_messy", "messy", PDF),
    "sidebar": ("pdf_columns", "sidebar", PDF),
    "rail": ("pdf_columns", "rail", PDF),
    "timeline": ("pdf_columns", "timeline", PDF),
    "word_plain": ("word", "plain", DOCX),
    "word_tables": ("word_boxes", "tables", DOCX),
    "word_text_box": ("word_boxes", "text_box", DOCX),
    "word_nested": ("word", "nested", DOCX),
}


@dataclass(frozen=True)
class RenderedResume:
    """A resume as a file: its name, bytes and media type."""

    name: str
    content: bytes
    media_type: str


def render(candidate: DemoCandidate) -> RenderedResume:
    """The candidate's resume in the layout its file names."""
    module, function, media_type = LAYOUTS[candidate.layout]
    content: bytes = getattr(import_module(f"recruit.local.demo.{module}"), function)(candidate)
    return RenderedResume(f"{candidate.slug}.{candidate.format}", content, media_type)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the resumes of the demo world as PDF and DOCX files.")
    parser.add_argument("outdir", type=Path, help="folder to write to; made if it is not there")
    outdir: Path = parser.parse_args().outdir
    outdir.mkdir(parents=True, exist_ok=True)
    for candidate in candidates():
        resume = render(candidate)
        (outdir / resume.name).write_bytes(resume.content)


if __name__ == "__main__":
    main()
