"""A role as plain values, the shape in which the commands write it as JSON."""

from matching.skills import VOCABULARY
from matching.tree import Tree
from matching.values import Caution, Requirement, Role


def role_as_plain(role: Role) -> Tree:
    """`{title, salary, place, country, place_type, remote, seniority, employment_type, visa, requirements, cautions}`.

    Null is "not stated". Spans are `[start, end]` of the posting's text; skills come with their label.
    """
    said = {each.name: each.value for each in reversed(role.fields)}
    return {
        "title": role.title,
        "salary": said.get("baseSalary"),
        "place": role.place or None,
        "country": role.country or None,
        "place_type": said.get("jobLocationType"),
        "remote": role.remote,
        "seniority": role.seniority or None,
        "employment_type": said.get("employmentType"),
        "visa": said.get("eligibilityToWorkRequirement"),
        "requirements": [requirement_as_plain(each) for each in role.requirements],
        "cautions": [_caution(each) for each in role.cautions],
    }


def requirement_as_plain(requirement: Requirement) -> Tree:
    """`{text, priority, kind, years, skills, any_of, choices, value, span}`."""
    return {
        "text": requirement.text,
        "priority": requirement.priority.value,
        "kind": requirement.kind.value,
        "years": requirement.years,
        "skills": [{"id": each, "label": VOCABULARY[each].name} for each in requirement.skills],
        "any_of": requirement.any_of,
        "choices": [list(each.skills) for each in requirement.parts],
        "value": requirement.value or None,
        "span": [requirement.span.start, requirement.span.end],
    }


def _caution(caution: Caution) -> Tree:
    return {
        "text": caution.text,
        "slug": caution.slug,
        "sentence": caution.sentence,
        "refused": caution.refused,
        "span": [caution.span.start, caution.span.end],
    }
