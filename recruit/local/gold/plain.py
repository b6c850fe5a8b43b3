"""Layouts without a page: plain text in four habits, Markdown, and HTML in two."""

from collections.abc import Iterator
from html import escape

from recruit.local.demo.sections import Block, Section, contacts, sections
from recruit.local.demo.world import DemoCandidate

_WIDTH = 92


def text_ruled(candidate: DemoCandidate) -> bytes:
    """Headings in capitals above a rule, the dates at the right edge, bullets with a hyphen."""
    lines = [candidate.name.upper(), candidate.label, " | ".join(contacts(candidate))]
    for section in sections(candidate):
        lines += ["", section.heading.upper(), "=" * len(section.heading)]
        for block in section.blocks:
            head = f"{block.title}, {block.at}" if block.at else block.title
            lines += [f"{head + '  ':<{_WIDTH - len(block.dates)}}{block.dates}"] if block.dates else _said(block)
            lines += _below(block, bullet="- ")
    return _bytes(lines)


def text_dates_first(candidate: DemoCandidate) -> bytes:
    """Each entry begins with its dates; headings end in a colon."""
    lines = [candidate.name, *contacts(candidate), "", candidate.label]
    for section in sections(candidate):
        lines += ["", f"{section.heading}:", ""]
        for block in section.blocks:
            head = ", ".join(part for part in (block.title, block.at) if part)
            lines += [f"{block.dates}: {head}"] if block.dates else _said(block)
            lines += [*_below(block, bullet="* "), *([""] if block.dates else [])]
    return _bytes(lines)


def text_employer_above(candidate: DemoCandidate) -> bytes:
    """Employer and dates in capitals on one line, the title on the next, and a level behind each language."""
    lines = [candidate.name, "", candidate.label, *contacts(candidate)]
    for section in sections(candidate):
        lines += ["", f"-- {section.heading} --", ""]
        for block in section.blocks:
            if block.dates and block.at:
                lines += [f"{block.at.upper()}    {block.dates}", block.title]
            else:
                lines += [f"{block.title}    {block.dates}"] if block.dates else _said(block)
            lines += [*_below(block, bullet="\u25e6 "), *([""] if block.dates else [])]
    return _bytes(lines)


def text_employer_first(candidate: DemoCandidate) -> bytes:
    """The employer stands above the title, the dates in brackets behind it."""
    lines = [candidate.label, "", candidate.name, *contacts(candidate)]
    for section in sections(candidate):
        lines += ["", "", section.heading, ""]
        for block in section.blocks:
            if block.dates:
                lines += (
                    [block.at, f"{block.title} ({block.dates})"] if block.at else [f"{block.title} ({block.dates})"]
                )
            else:
                lines += _said(block)
            lines += [*_below(block, bullet="  + "), *([""] if block.dates else [])]
    return _bytes(lines)


def markdown(candidate: DemoCandidate) -> bytes:
    """Headings by hashes, titles in bold, dates in italics."""
    lines = [f"# {candidate.name}", "", f"**{candidate.label}**", "", " · ".join(contacts(candidate))]
    for section in sections(candidate):
        lines += ["", f"## {section.heading}", ""]
        for block in section.blocks:
            if block.dates:
                at = f" · {block.at}" if block.at else ""
                lines += [f"### {block.title}{at}", "", f"*{block.dates}*", ""]
            else:
                lines += [f"- {line}" for line in _said(block)] if len(section.blocks) > 1 else _said(block)
            lines += [*_below(block, bullet="- "), *([""] if block.dates else [])]
    return _bytes(lines)


def html_page(candidate: DemoCandidate) -> bytes:
    """A homepage: headings, a line of facts under each title, lists."""
    return _page(candidate, "".join(_html(section) for section in sections(candidate)))


def html_table(candidate: DemoCandidate) -> bytes:
    """A page laid out by a table, the dates in the left column."""
    rows = []
    for section in sections(candidate):
        rows.append(f'<tr><td colspan="2"><b>{escape(section.heading)}</b></td></tr>')
        for block in section.blocks:
            head = ", ".join(part for part in (block.title, block.at) if part and block.dates)
            said = "".join(f"<div>{escape(line)}</div>" for line in ([head] if head else _said(block)))
            rows.append(f"<tr><td>{escape(block.dates)}</td><td>{said}{_told(block)}</td></tr>")
    return _page(candidate, f"<table>{''.join(rows)}</table>")


def _html(section: Section) -> str:
    parts = [f"<h2>{escape(section.heading)}</h2>"]
    for block in section.blocks:
        if block.dates:
            facts = " | ".join(part for part in (block.at, block.dates) if part)
            parts.append(f"<h3>{escape(block.title)}</h3><p><em>{escape(facts)}</em></p>{_told(block)}")
        else:
            parts += [f"<p>{escape(line)}</p>" for line in _said(block)]
    return "".join(parts)


def _told(block: Block) -> str:
    text = f"<p>{escape(block.text)}</p>" if block.text and block.dates else ""
    listed = "".join(f"<li>{escape(line)}</li>" for line in block.highlights)
    return text + (f"<ul>{listed}</ul>" if listed else "")


def _page(candidate: DemoCandidate, body: str) -> bytes:
    head = "".join(f"<li>{escape(each)}</li>" for each in contacts(candidate))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(candidate.name)}</title></head><body>"
        f"<h1>{escape(candidate.name)}</h1><p>{escape(candidate.label)}</p><ul>{head}</ul>{body}</body></html>"
    ).encode()


def _said(block: Block) -> list[str]:
    """A block without dates: a sentence, or a group of skills behind its name."""
    return [f"{block.title}: {block.text}" if block.title else block.text]


def _below(block: Block, *, bullet: str) -> Iterator[str]:
    if block.text and block.dates:
        yield block.text
    for line in block.highlights:
        yield from _wrapped(line, bullet=bullet)


def _wrapped(line: str, *, bullet: str) -> Iterator[str]:
    held = bullet
    for word in line.split():
        if len(held) + len(word) > _WIDTH:
            yield held.rstrip()
            held = " " * len(bullet)
        held += word + " "
    yield held.rstrip()


def _bytes(lines: list[str]) -> bytes:
    return "\n".join([*lines, ""]).encode()
