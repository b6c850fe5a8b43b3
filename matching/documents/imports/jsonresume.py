"""JSON Resume: the format of jsonresume.org, versions 0 and 1, in any Unicode encoding.

Numbers are read as text from the start: a phone number of a thousand digits then costs nothing, and 4.0 stays "4.0".
They remember that they were numbers, and go out as such.
"""

import json

from matching.documents.imports.tidy import tidied
from matching.documents.imports.writing import written
from matching.documents.limits import refuse
from matching.documents.plain import decoded
from matching.text import Document
from matching.tree import Literal

MEDIA_TYPE = "application/json"


def read_json_resume(content: bytes) -> Document:
    """Read a JSON Resume. Raises `UnreadableDocument`, with line and column where the JSON is broken."""
    try:
        value = json.loads(decoded(content), parse_int=Literal, parse_float=Literal, parse_constant=Literal)
    except json.JSONDecodeError as error:
        sentence = (
            f"This JSON file is broken at line {error.lineno}, column {error.colno}. Mend it and upload it again."
        )
        raise refuse("broken-json", sentence) from error
    except RecursionError as error:
        raise refuse("too-deep", "This JSON file is nested too deeply for a resume. Upload a JSON Resume.") from error
    tree, flags = tidied(value)
    return written(tree, media_type=MEDIA_TYPE, flags=flags)
