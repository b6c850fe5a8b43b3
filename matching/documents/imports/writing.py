# ruff: noqa: RUF001
"""A tree written out as a resume: headings, heads with dates, bullets; and every value as a stated field.

The order is that of a resume, not that of the file. Two kinds of stated fields have no value of their own: the name
of a section ("work") says that all of the section is stated and where it stands, the name of a row ("work[0]") says
where that entry stands. Keys that JSON Resume does not know are stated without a place.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from matching.documents.imports.days import shown
from matching.documents.imports.sheet import Leaf, Node, Sheet
from matching.documents.limits import refuse
from matching.text import Document, Field, Text
from matching.tree import Literal, Tree, nodes_of

_SURE = 1.0


def written(tree: Tree, *, media_type: str, flags: tuple[str, ...] = ()) -> Document:
    """The tree as a document. Raises `UnreadableDocument` when it says nothing that could be read."""
    sheet, root = Sheet(), Node(tree, name="")
    with sheet.within("basics"):
        _header(sheet, root.node("basics"))
    summary = root.node("basics").leaf("summary")
    if summary.written.strip():
        sheet.heading("Summary")
        sheet.prose(summary)
    for section, (heading, write) in _SECTIONS.items():
        _section(sheet, root.nodes(section), section, heading, write)
    if not sheet.text.strip():
        raise refuse("no-text", "This file states nothing about a person. Upload the resume as PDF or DOCX.")
    return Document(Text(sheet.text), media_type, flags=flags, stated=_stated(tree, sheet))


def _stated(tree: Tree, sheet: Sheet) -> tuple[Field, ...]:
    fields = []
    for name, node in nodes_of(tree):
        place = sheet.places.get(name)
        if isinstance(node, str) or not node or place or name in _SECTIONS or name == "basics":
            value = str(node) if isinstance(node, str) else ""
            fields.append(Field(name, value, place, _SURE, isinstance(node, Literal)))
    return tuple(fields)


def _section(sheet: Sheet, rows: list[Node], name: str, heading: str, write: Callable[[Sheet, Node], None]) -> None:
    body = Sheet()
    for row in rows:
        write(body, row)
    if not body.text.strip():
        return
    sheet.heading(heading)
    with sheet.within(name):
        for row in rows:
            if name in _APART:
                sheet.gap()
            with sheet.within(row.name):
                write(sheet, row)


def _header(sheet: Sheet, basics: Node) -> None:
    place = basics.node("location")
    sheet.row(basics.leaf("name"))
    sheet.row(basics.leaf("label"))
    sheet.row(basics.leaf("email"), basics.leaf("phone"), basics.leaf("url", "website"), by=" | ")
    sheet.row(place.leaf("address"), place.leaf("postalCode"))
    sheet.row(place.leaf("city"), place.leaf("region"), place.leaf("countryCode"))
    for profile in basics.nodes("profiles"):
        sheet.line(
            ("", profile.leaf("network"), ""), (": ", profile.leaf("username"), ""), (" | ", profile.leaf("url"), "")
        )


def _work(sheet: Sheet, job: Node) -> None:
    sheet.row(job.leaf("position"))
    sheet.row(job.leaf("name", "company", "organization"), job.leaf("location"))
    _dates(sheet, job, open_end=" – Present")
    sheet.row(job.leaf("url", "website"))
    _body(sheet, job, "highlights")


def _project(sheet: Sheet, project: Node) -> None:
    sheet.row(project.leaf("name"))
    sheet.row(project.leaf("entity"), project.leaf("type"), by=" | ")
    _dates(sheet, project)
    sheet.row(*project.leaves("roles"))
    sheet.row(project.leaf("url"))
    _body(sheet, project, "highlights")
    if project.leaves("keywords"):
        sheet.say("Keywords: ")
        sheet.row(*project.leaves("keywords"))


def _degree(sheet: Sheet, degree: Node) -> None:
    sheet.line(("", degree.leaf("studyType"), ""), (" in ", degree.leaf("area"), ""))
    sheet.row(degree.leaf("institution"))
    _dates(sheet, degree)
    sheet.row(degree.leaf("url"))
    score = degree.leaf("score", "gpa")
    if score.written.strip():
        sheet.say("Grade: ")
        sheet.row(score)
    _body(sheet, degree, "courses")


def _skill(sheet: Sheet, skill: Node) -> None:
    keywords = [(", " if row else ": ", each, "") for row, each in enumerate(skill.leaves("keywords"))]
    sheet.line(("", skill.leaf("name"), ""), (" (", skill.leaf("level"), ")"), *keywords)


def _language(sheet: Sheet, language: Node) -> None:
    sheet.line(("", language.leaf("language"), ""), (" (", language.leaf("fluency"), ")"))


def _interest(sheet: Sheet, interest: Node) -> None:
    keywords = [(", " if row else ": ", each, "") for row, each in enumerate(interest.leaves("keywords"))]
    sheet.line(("", interest.leaf("name"), ""), *keywords)


def _certificate(sheet: Sheet, certificate: Node) -> None:
    sheet.row(certificate.leaf("name"), certificate.leaf("issuer"), _day(certificate.leaf("date")))
    sheet.row(certificate.leaf("url"))


def _publication(sheet: Sheet, paper: Node) -> None:
    sheet.row(paper.leaf("name"), paper.leaf("publisher"), _day(paper.leaf("releaseDate")))
    sheet.row(paper.leaf("url", "website"))
    sheet.prose(paper.leaf("summary"))


def _award(sheet: Sheet, award: Node) -> None:
    sheet.row(award.leaf("title"), award.leaf("awarder"), _day(award.leaf("date")))
    sheet.prose(award.leaf("summary"))


def _reference(sheet: Sheet, reference: Node) -> None:
    sheet.row(reference.leaf("name"))
    sheet.prose(reference.leaf("reference"))


def _dates(sheet: Sheet, node: Node, *, open_end: str = "") -> None:
    start, end = _day(node.leaf("startDate")), _day(node.leaf("endDate"))
    after = "" if end.written.strip() else open_end
    sheet.line(("", start, after), (" – ", end, ""))


def _body(sheet: Sheet, node: Node, bullets: str) -> None:
    for key in ("description", "summary"):
        leaf = node.leaf(key)
        if leaf.written.strip():
            sheet.gap()
            sheet.prose(leaf)
    for each in node.leaves(bullets):
        sheet.bullet(each)


def _day(leaf: Leaf) -> Leaf:
    return replace(leaf, written=shown(leaf.written))


_SECTIONS: Mapping[str, tuple[str, Callable[[Sheet, Node], None]]] = {
    "work": ("Experience", _work),
    "projects": ("Projects", _project),
    "volunteer": ("Volunteering", _work),
    "education": ("Education", _degree),
    "skills": ("Skills", _skill),
    "languages": ("Languages", _language),
    "certificates": ("Certificates", _certificate),
    "publications": ("Publications", _publication),
    "awards": ("Awards", _award),
    "interests": ("Interests", _interest),
    "references": ("References", _reference),
}
_APART = frozenset({"work", "projects", "volunteer", "education", "publications", "awards", "references"})
