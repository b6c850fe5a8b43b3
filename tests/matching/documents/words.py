"""Parts of DOCX files as XML, for the tests of this room."""

from collections.abc import Callable
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.matching.documents.papers import docx

_W = nsdecls("w")
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_DRAWN = " ".join(
    [
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
    ]
)
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def run(text: str, looks: str = "") -> str:
    """A run with properties."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, looks: str = "") -> Any:
    """A paragraph of runs, with properties."""
    return parse_xml(f"<w:p {_W} {_R} {_DRAWN}><w:pPr>{looks}</w:pPr>{''.join(runs)}</w:p>")


def of(*blocks: Any, build: Callable[[Any], None] | None = None) -> bytes:
    """A DOCX whose body is these blocks, after what `build` adds to the file."""

    def fill(file: Any) -> None:
        if build is not None:
            build(file)
        for block in blocks:
            file.element.body.insert(len(file.element.body) - 1, block)

    return docx(fill)


def link_field(url: str, words: str) -> str:
    """The older of the two ways in which Word writes a link."""
    code = f'<w:r><w:instrText> HYPERLINK "{url}" \\t "_blank" </w:instrText></w:r>'
    return _FIELD.format("begin") + code + _FIELD.format("separate") + run(words) + _FIELD.format("end")


def anchored_box(text: str, *, left: int, width: int = 2_000_000) -> str:
    """A text box at `left` EMU from the page's edge."""
    return f"""<w:r><w:drawing><wp:anchor behindDoc="0">
<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>900000</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="400000"/>
<a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent></wps:txbx>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"""


def old_box(text: str, *, style: str) -> str:
    """A text box as Word wrote it before 2010."""
    box = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    return f'<w:r><w:pict><v:shape style="{style}"><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>'
