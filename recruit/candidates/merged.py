"""Which records are one person: what the rooms above ask before they write to somebody or decide on them."""

from recruit.candidates.models import Candidate
from recruit.errors import DomainError


def addresses_of(person: Candidate) -> set[str]:
    """Every e-mail address on file for a person, those of merged records included."""
    root = person.merged_into_id or person.pk
    records = Candidate.objects.filter(pk=root) | Candidate.objects.filter(merged_into=root)
    return {*records.exclude(email="").values_list("email", flat=True)}


def refuse_if_merged(person: Candidate) -> None:
    """Raises DomainError for a record that stands for nobody: decisions and mails belong to the one that is kept."""
    kept = Candidate.objects.filter(merged=person.pk).first()
    if kept is not None:
        raise DomainError("merged", f"This record was merged into {kept.alias}. Go on from there.")
