"""Rank files against files: documents are read, embedded in one pass, judged by the product's own function.

Needs no database: what `manage.py rank` and the evaluation of whole documents stand on. Every text is embedded once
for all files. A file that cannot be read is named with its sentence and never stops the others.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from matching.classification import LayerClassifier
from matching.documents import read_in_jail
from matching.documents.opening import content_of
from matching.embedding import Encoder, Vectors, embed_once, stacked
from matching.errors import MatchingError
from matching.profile import read_profile
from matching.ranking.order import order
from matching.ranking.people import Assessment, assess
from matching.requirements import asked_of, postings_in, read_posted, read_role
from matching.values import Document, LayerReading, Passage, Profile, Role, Weights

Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that could not be read, and the sentence that says what to do."""

    file: Path
    sentence: str


@dataclass(frozen=True, slots=True)
class PostingFile:
    """A posting that was read from a file; `key` is the file's stem, numbered where a board's file holds several."""

    key: str
    file: Path
    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class ResumeFile:
    """A resume that was read from a file; `key` is the file's stem."""

    key: str
    file: Path
    text: str
    profile: Profile


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row of a ranked list: a resume, its layer, and its assessment."""

    resume: ResumeFile
    layers: LayerReading
    assessment: Assessment

    @property
    def key(self) -> str:
        """The file's stem."""
        return self.resume.key

    @property
    def total(self) -> float:
        """The score."""
        return self.assessment.score.total

    @property
    def musts_met(self) -> int:
        """How many musts are met."""
        return self.assessment.musts_met

    @property
    def tie_key(self) -> str:
        """The digest of the blind content."""
        return self.assessment.tie_key


@dataclass(frozen=True, slots=True)
class RankedList:
    """A posting, its layer, and everybody, best first."""

    posting: PostingFile
    layers: LayerReading
    rows: tuple[Ranked, ...]


def files_under(path: Path) -> list[Path]:
    """The file itself, or every file of a folder in order of path; hidden ones are left out."""
    if not path.is_dir():
        return [path]
    return sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))


def read_postings(files: Sequence[Path], *, progress: Progress | None = None) -> list[PostingFile | RefusedFile]:
    """Read each file as a posting, or as the many that a job board's file holds (`key`, `key#2`, `key#3`)."""
    found: list[PostingFile | RefusedFile] = []
    for each in _read_all(files, lambda key, file, content: list(_postings(key, file, content)), progress):
        found += [each] if isinstance(each, RefusedFile) else each
    return found


def _postings(key: str, file: Path, content: bytes) -> Iterator[PostingFile]:
    posted = postings_in(content)
    if posted is None:
        read = read_in_jail(content, name=file.name)
        yield PostingFile(key, file, read.text.content, read_role(read.text))
    for number, each in enumerate(posted or (), start=1):
        yield PostingFile(f"{key}#{number}" if number > 1 else key, file, each.text, read_posted(each))


def read_resumes(
    files: Sequence[Path], *, today: date, progress: Progress | None = None
) -> list[ResumeFile | RefusedFile]:
    """Read each file as a resume; `today` closes open dates."""
    return _read_all(
        files,
        lambda key, file, content: _resume(key, file, read_in_jail(content, name=file.name), today=today),
        progress,
    )


def _resume(key: str, file: Path, read: Document, *, today: date) -> ResumeFile:
    return ResumeFile(key, file, read.text.content, read_profile(read.text, today=today, stated=read.stated))


T = TypeVar("T")


def _read_all(
    files: Sequence[Path], make: Callable[[str, Path, bytes], T], progress: Progress | None
) -> list[T | RefusedFile]:
    found: list[T | RefusedFile] = []
    for key, file in zip(_keys(files), files, strict=True):
        try:
            found.append(make(key, file, content_of(file)))
        except MatchingError as error:
            found.append(RefusedFile(file, error.sentence))
        except OSError:
            found.append(RefusedFile(file, "This file cannot be opened. Check its name and its permissions."))
        if progress is not None:
            progress(1)
    return found


def _keys(files: Sequence[Path]) -> list[str]:
    """File stems; where several share one, the folder stands before it, then the whole name, then the whole path."""
    keys = [each.stem for each in files]
    for longer in (
        lambda each: f"{each.parent.name}-{each.stem}",
        lambda each: f"{each.parent.name}-{each.name}",
        lambda each: each.as_posix(),
    ):
        taken = Counter(keys)
        keys = [key if taken[key] == 1 else longer(each) for key, each in zip(keys, files, strict=True)]
    return keys


def embed_files(
    postings: Iterable[PostingFile],
    resumes: Iterable[ResumeFile],
    *,
    encoder: Encoder,
    progress: Progress | None = None,
) -> dict[str, Vectors]:
    """Vectors by digest of every requirement and passage, each text embedded once. Raises ModelUnavailable."""
    return embed_once(encoder, texts_of(postings, resumes), progress=progress)


def texts_of(postings: Iterable[PostingFile], resumes: Iterable[ResumeFile]) -> set[str]:
    """Every text that a ranking of these files reads."""
    texts = {passage.embedded_text for resume in resumes for passage in resume.profile.passages}
    for posting in postings:
        texts |= {passage.embedded_text for passage in posting.role.passages}
        texts |= {requirement.text for requirement in asked_of(posting.role)}
    return texts


def rank_files(
    postings: Sequence[PostingFile],
    resumes: Sequence[ResumeFile],
    *,
    vectors: dict[str, Vectors],
    dimensions: int,
    classifier: LayerClassifier,
    today: date,
    weights: Weights | None = None,
    progress: Progress | None = None,
) -> Iterator[RankedList]:
    """One ranked list for each posting, with everybody in it. `vectors` come from `embed_files`."""

    def passages_of(passages: Sequence[Passage]) -> Vectors:
        return stacked([each.digest for each in passages], vectors, dimensions=dimensions)

    people = [(each, passages_of(each.profile.passages)) for each in resumes]
    readings = [
        classifier.classify(each.profile.passages, found, kind="resume", original=each.text) for each, found in people
    ]
    for posting in postings:
        role = posting.role
        layers = classifier.classify(
            role.passages, passages_of(role.passages), kind="posting", original=posting.text, title=role.title
        )
        asked = stacked([each.digest for each in asked_of(role)], vectors, dimensions=dimensions)
        rows = []
        for (resume, found), reading in zip(people, readings, strict=True):
            assessment = assess(
                role, layers, asked, resume.profile, found, reading, text=resume.text, today=today, weights=weights
            )
            rows.append(Ranked(resume, reading, assessment))
            if progress is not None:
                progress(1)
        yield RankedList(posting, layers, tuple(order(rows)))
