"""Sections of a resume by their headings, in the wordings people use.

A heading is compared without spaces, signs and case, so that "W O R K  H I S T O R Y", "Work History:" and the
glued "WorkHistory" of some PDF producers are one. Where no heading stands, prose before the first dated entry is
the summary and what follows is work.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matching.profile.dates import find_ranges
from matching.profile.lines import Line
from matching.values import Section

_WORDINGS: dict[Section, str] = {
    Section.SUMMARY: (
        "summary|profile|professional summary|professional profile|career summary|executive summary|executive profile|"
        "career overview|overview|objective|career objective|professional objective|about|about me|personal statement|"
        "personal profile|highlights|career highlights|summary of qualifications|qualifications summary|introduction|"
        "professional overview|career focus|career profile|bio|biography|who i am|summary of skills and experience|"
        "profile summary|resume summary|statement"
    ),
    Section.WORK: (
        "experience|work experience|professional experience|employment|employment history|work history|career history|"
        "professional background|relevant experience|industry experience|career|employment experience|positions|"
        "positions held|professional history|research experience|teaching experience|selected experience|"
        "experience and leadership|work|job history|professional career|career experience|related experience|"
        "additional experience|other experience|military experience|internships|internship experience|"
        "relevant work experience|leadership experience|freelance experience|consulting experience|where i have worked|"
        "career path|professional work experience|previous experience|engineering experience|academic experience|"
        "academic appointments|appointments|volunteer experience|volunteering|volunteer work|volunteer|"
        "community service|employment record|experience highlights|selected work experience"
    ),
    Section.EDUCATION: (
        "education|education and training|academic background|educational background|academic qualifications|"
        "qualifications and education|academics|academic history|training and education|education and certifications|"
        "education and credentials|degrees|studies|education and qualifications|educational qualifications|"
        "academic credentials|schooling|education background|education details|education history|academic education"
    ),
    Section.SKILLS: (
        "skills|technical skills|core skills|key skills|skills and technologies|technologies|technical proficiencies|"
        "core competencies|competencies|areas of expertise|expertise|tools|tools and technologies|skill highlights|"
        "technical expertise|core qualifications|qualifications|proficiencies|computer skills|software|tech stack|"
        "stack|technical summary|skill set|skills summary|skills and tools|skills and expertise|skills and abilities|"
        "professional skills|key competencies|strengths|soft skills|hard skills|additional skills|other skills|"
        "technology|technology summary|programming skills|it skills|software skills|special skills|toolbox|"
        "what i work with|technical competencies|areas of strength|technical knowledge|relevant skills|skills and awards|"
        "skills and interests|languages and tools|frameworks|programming languages|summary of skills|technical tools"
    ),
    Section.PROJECTS: (
        "projects|selected projects|personal projects|side projects|open source|open source projects|key projects|"
        "academic projects|research projects|portfolio|open source contributions|project experience|things i built|"
        "relevant projects|project highlights|notable projects|technical projects|open source work|"
        "projects and open source"
    ),
    Section.PUBLICATIONS: (
        "publications|selected publications|papers|research publications|patents|publications and patents|"
        "presentations|talks|publications and presentations|talks and publications|journal articles|"
        "conference papers|preprints|conference publications|refereed publications|publications and talks|writing"
    ),
    Section.CERTIFICATES: (
        "certifications|certificates|certification|licenses|licences|licenses and certifications|"
        "certifications and licenses|credentials|courses and certifications|professional certifications|"
        "certifications and training|training|courses|trainings|professional development|professional training|"
        "training and certifications|courses and training|continuing education|coursework|relevant coursework"
    ),
    Section.LANGUAGES: "languages|language skills|language|languages spoken|spoken languages|language proficiency",
    Section.OTHER: (
        "interests|hobbies|hobbies and interests|awards|honors|honours|achievements|accomplishments|references|"
        "affiliations|memberships|professional affiliations|additional information|activities|extracurricular|"
        "extracurricular activities|awards and honors|honors and awards|personal details|personal information|"
        "core accomplishments|key accomplishments|selected accomplishments|key achievements|community|leadership|"
        "miscellaneous|other|personal|links|contact|contact details|contact information|contact me|get in touch|"
        "personal interests|professional memberships|service|media|press|recognition|professional service|supervision|"
        "honors and activities|memberships and affiliations|declaration|availability|grants|grants and funding|"
        "activities and honors|interests and hobbies|academic service|recommendations|testimonials|awards and recognition"
    ),
}
_KEYWORDS: tuple[tuple[str, Section], ...] = (
    ("publications", Section.PUBLICATIONS),
    ("certification", Section.CERTIFICATES),
    ("project", Section.PROJECTS),
    ("education", Section.EDUCATION),
    ("experience", Section.WORK),
    ("employment", Section.WORK),
    ("history", Section.WORK),
    ("skills", Section.SKILLS),
    ("technologies", Section.SKILLS),
    ("summary", Section.SUMMARY),
    ("profile", Section.SUMMARY),
    ("languages", Section.LANGUAGES),
    ("awards", Section.OTHER),
)
_HEADINGS = {
    wording.replace(" ", ""): section for section, wordings in _WORDINGS.items() for wording in wordings.split("|")
}
_LABEL = re.compile(r"([A-Z][A-Za-z&/ ]{2,40}?)\s*:\s+\S")
_CONTACT = re.compile(r"\[(?:name|email|phone|link|address|postcode|personal)\]")
_STICKY = (Section.WORK, Section.PROJECTS, Section.SKILLS, Section.EDUCATION, Section.PUBLICATIONS)


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one section between two headings; `heading` is None before the first."""

    section: Section
    heading: Line | None
    lines: tuple[Line, ...]


def heading_of(line: Line) -> Section | None:
    """The section that this line opens, or None when it is not a heading."""
    if line.words > 12 or len(line.text) > 60 or line.text.endswith((".", ",", ";")):
        return None
    text = re.sub(r"&", " and ", line.text)
    key = re.sub(r"[^a-z]", "", text.lower())
    if key in _HEADINGS and not (line.text[0].islower() and line.bullet):
        return _HEADINGS[key]
    shouted = line.text.isupper() or line.text.endswith(":")
    if shouted and 1 < line.words <= 5 and not re.search(r"\d", line.text):
        return next((section for word, section in _KEYWORDS if key.endswith(word)), None)
    return None


def split_sections(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Blocks in order; the first is the header. Lines that are headings belong to no block's `lines`."""
    blocks: list[Block] = []
    section, heading, held = Section.HEADER, None, list[Line]()
    for line in lines:
        opened = heading_of(line)
        labelled = None if opened else _labelled(line, section)
        if opened is None and labelled is None:
            held.append(line)
            continue
        blocks.append(Block(section, heading, tuple(held)))
        section, heading = opened or labelled or section, line if opened else None
        held = [] if opened else [line]
    blocks.append(Block(section, heading, tuple(held)))
    return tuple(part for block in blocks for part in _without_prose(block) if part.lines or part.heading)


def _labelled(line: Line, current: Section) -> Section | None:
    match = _LABEL.match(line.text)
    if not match or current in _STICKY:
        return None
    return _HEADINGS.get(re.sub(r"[^a-z]", "", match[1].replace("&", "and").lower()))


def _without_prose(block: Block) -> tuple[Block, ...]:
    """Part the header's real lines from a summary, and from jobs, that stand under no heading."""
    if block.section is not Section.HEADER:
        return (block,)
    cut = next((i for i, line in enumerate(block.lines) if _is_prose(line)), len(block.lines))
    work = next((i for i, line in enumerate(block.lines) if i and find_ranges(line.text)), len(block.lines))
    cut = min(cut, work)
    # The title and employer above a first date belong to the job, not to the header.
    lead = work if cut < work else max(1, work - 1) if work < len(block.lines) else work
    cut = min(cut, lead)
    parts = (
        Block(Section.HEADER, None, block.lines[:cut]),
        Block(Section.SUMMARY, None, block.lines[cut:lead]),
        Block(Section.WORK, None, block.lines[lead:]),
    )
    return tuple(part for part in parts if part.lines)


def _is_prose(line: Line) -> bool:
    lower = sum(word[0].islower() for word in line.text.split())
    return line.words >= 9 and lower >= 4 and not _CONTACT.search(line.text)
