"""What a person is told about their structured file: what was missing, mended or left out."""

from collections.abc import Mapping

NOT_TEXT = "values-not-text"
LEFT_OUT = "parts-left-out"
UNKNOWN = "unknown-keys"
PICTURE = "picture-left-out"

LINKEDIN: Mapping[str, str] = {
    "Profile.csv": "name, headline and summary",
    "Positions.csv": "jobs",
    "Education.csv": "degrees",
    "Skills.csv": "skills",
    "Languages.csv": "languages",
    "Certifications.csv": "certificates",
}
"""The files of a LinkedIn export that are asked for, and what stands in each."""


def missing(file: str) -> str:
    """The flag of a file that a LinkedIn export lacks."""
    return f"linkedin-without-{file.removesuffix('.csv').lower()}"


FLAGS: Mapping[str, str] = {
    NOT_TEXT: "Some values of this file were numbers or yes and no where text belongs; they were read as text.",
    LEFT_OUT: "Some parts of this file had a shape that could not be understood; they were left out.",
    UNKNOWN: "Some keys of this file are not part of JSON Resume; they are kept for the export and not read.",
    PICTURE: "The picture in this file was left out: nobody is ranked or reviewed by a photo.",
    **{
        missing(file): f"This LinkedIn export has no {file} that can be read, so nothing is known of {what}."
        for file, what in LINKEDIN.items()
    },
}
