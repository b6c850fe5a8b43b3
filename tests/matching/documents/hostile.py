"""Files that were made to hurt their reader, and whole files cut short or with bits turned over."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator

from pypdf import PdfReader, PdfWriter

from tests.matching.documents.papers import RESUME, docx, lines, pdf, resume_pdf, with_part

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<{}>>>>"
_DRAWN = "<</Length 5>>\nstream\n/F Do\nendstream"
_FORM = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]{}/Length {}>>\nstream\n{}\nendstream"


def raw_pdf(*objects: str, trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF of numbered objects without a table of their places."""
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, start=1))
    return f"%PDF-1.4\n{body}trailer\n<<{trailer}>>\n%%EOF\n".encode("latin-1")


def laughing_pdf(depth: int = 30) -> bytes:
    """A form that draws a form ten times that draws a form ten times, and so on."""
    draw = "/F Do " * 10
    forms = [
        _FORM.format(f"/Resources<</XObject<</F {n + 1} 0 R>>>>" if n < 4 + depth else "", len(draw), draw)
        for n in range(5, 5 + depth)
    ]
    page = _PAGE.format("/XObject<</F 5 0 R>>")
    return raw_pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, _DRAWN, *forms)


def aborting_pdf() -> bytes:
    """Half a kilobyte whose twice deflated, hex-written stream makes pdfium abort where memory is short."""
    packed = zlib.compress(zlib.compress(b"\0" * (200 << 20), 9), 9).hex() + ">"
    filters = "/Filter[/ASCIIHexDecode/FlateDecode/FlateDecode]"
    stream = f"<</Length {len(packed)}{filters}>>\nstream\n{packed}\nendstream"
    return raw_pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", _PAGE.format(""), stream)


def body_docx(body: str, *, noise: int = 0) -> bytes:
    """A DOCX with this body; noise keeps the ratio of the container ordinary."""
    whole = docx()
    if noise:
        whole = with_part(whole, "word/media/noise.bin", random.Random(1).randbytes(noise))
    return with_part(whole, "word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>".encode())


def container(*members: tuple[str, bytes]) -> bytes:
    """A ZIP of members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in members:
            file.writestr(name, part)
    return buffer.getvalue()


def _encrypted_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(resume_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _encrypted_zip() -> bytes:
    whole = bytearray(docx())
    at = 0
    while (at := whole.find(b"PK\x01\x02", at)) >= 0:  # the bit that says "encrypted", in both places
        whole[at + 8] |= 1
        local = struct.unpack_from("<I", whole, at + 42)[0]
        whole[local + 6] |= 1
        at += 4
    return bytes(whole)


def _lying_zip() -> bytes:
    """A member that unpacks to more than it says."""
    whole = bytearray(with_part(docx(), "word/extra.xml", b" " * 300_000))
    at = whole.rfind(b"PK\x01\x02", 0, whole.find(b"word/extra.xml", whole.find(b"PK\x01\x02")))
    struct.pack_into("<I", whole, at + 24, 100)
    return bytes(whole)


def _styles_in_a_ring() -> bytes:
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/></w:style>'
    styles = f"<w:styles {_W}>{style.format('A', 'B')}{style.format('B', 'A')}</w:styles>"
    body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Ada Moreno</w:t></w:r></w:p>'
    return with_part(body_docx(body), "word/styles.xml", styles.encode())


def _nested_forms() -> bytes:
    forms = [_FORM.format(f"/Resources<</XObject<</F {n + 1} 0 R>>>>", 5, "/F Do") for n in range(5, 3005)]
    page = _PAGE.format("/XObject<</F 5 0 R>>")
    return raw_pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, _DRAWN, *forms)


def bombs() -> Iterator[tuple[str, bytes]]:
    """Small files that become large, or that ask for endless work."""
    stream = zlib.compress(b"\0" * (80 << 20), 9)
    yield (
        "pdf stream of 80 MB",
        b"%PDF-1.4\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n" + stream + b"\nendstream\n%%EOF",
    )
    yield "pdf that laughs", laughing_pdf()
    yield "pdf deflated twice", aborting_pdf()
    yield "pdf with 3,000 forms in one another", _nested_forms()
    yield (
        "pdf with a page of a million points",
        raw_pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            _PAGE.format("").replace("595 842", "1000000 1000000"),
            "<</Length 0>>\nstream\n\nendstream",
        ),
    )
    yield "docx of zeros", with_part(docx(), "word/media/zero.bin", b"\0" * (40 << 20))
    yield (
        "docx with 3,000 parts",
        container(*[(f"word/{n}.xml", b"<a/>") for n in range(3000)], ("word/document.xml", b"")),
    )
    yield "docx with 7 million paragraphs", body_docx("<w:p/>" * 7_000_000, noise=600_000)
    yield "docx 20,000 tables deep", body_docx("<w:tbl><w:tr><w:tc>" * 20_000 + "</w:tc></w:tr></w:tbl>" * 20_000)
    yield "docx that lies about a size", _lying_zip()
    yield "html 50,000 tags deep", b"<html><body>" + b"<div>" * 50_000 + b"Ada"
    yield "html of unclosed styles", b"<html><style>" + b"/*@a{" * 100_000 + b"</style><body>Ada"
    yield "markdown of brackets", b"# Ada\n**x**\n" + b"[" * 350_000
    yield "a line of one character", b"a" * 390_000


def loops() -> Iterator[tuple[str, bytes]]:
    """Structures that lead back to themselves."""
    kids = "<</Type/Pages/Kids[2 0 R]/Count 9>>"
    yield "pdf whose pages hold themselves", raw_pdf("<</Type/Catalog/Pages 2 0 R>>", kids)
    page = _PAGE.format("/XObject<</F 5 0 R>>")
    itself = _FORM.format("/Resources<</XObject<</F 5 0 R>>>>", 5, "/F Do")
    catalog, pages = "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"
    yield "pdf form that draws itself", raw_pdf(catalog, pages, page, _DRAWN, itself)
    yield "pdf table that names itself", resume_pdf().replace(b"trailer\n<<", b"trailer\n<<\n/Prev 9")
    yield (
        "pdf length that is its own object",
        raw_pdf(catalog, pages, page.replace("4 0 R", "4 0 R"), "<</Length 4 0 R>>\nstream\nBT ET\nendstream"),
    )
    yield "docx styles in a ring", _styles_in_a_ring()


def disguises() -> Iterator[tuple[str, bytes]]:
    """Two formats in one, members that climb out, declarations that Word never writes, and locks."""
    yield "pdf then zip", resume_pdf() + docx()
    yield "zip then pdf", docx() + resume_pdf()
    yield "html in a pdf's comment", b"<html><!--" + resume_pdf() + b"--><p>Ada Moreno</p>"
    yield "gif that is a pdf", b"GIF89a" + resume_pdf()
    yield "picture in text's clothes", b"\xff\xd8\xff\xe0" + b"Ada Moreno " * 50
    yield "zip that climbs", container(("../../../etc/cron.d/x", b"x"), ("/etc/passwd", b"x"))
    yield "docx with a climbing part", with_part(docx(), "word/../../../../tmp/x.xml", b"<a/>")
    yield (
        "docx that asks for a file",
        with_part(docx(), "word/document.xml", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    )
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    yield (
        "docx that laughs",
        with_part(docx(), "word/document.xml", f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l9;</a>'.encode()),
    )
    yield "docx with a late doctype", with_part(docx(), "word/extra.xml", b" " * 70_000 + b"<!DOCTYPE a><a/>")
    yield "encrypted pdf", _encrypted_pdf()
    yield "encrypted docx", _encrypted_zip()
    yield "encrypted office file", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


def whole_files() -> dict[str, bytes]:
    """One sound file a format."""
    page = "".join(f"<p>{line}</p>" for line in RESUME)
    return {
        "pdf": pdf(lines(RESUME), lines(RESUME, x=90)),
        "docx": docx(),
        "html": f"<!doctype html><html><head><style>p{{color:#222}}</style></head><body>{page}</body></html>".encode(),
        "markdown": ("# " + "\n\n- **x** ".join(RESUME) + "\n[a](https://b.example)").encode(),
        "text": "\n".join(RESUME).encode(),
    }


def truncated() -> Iterator[tuple[str, bytes]]:
    """Each sound file cut at every twentieth of its length."""
    for kind, whole in whole_files().items():
        for part in range(1, 20):
            yield f"{kind} cut at {5 * part} %", whole[: len(whole) * part // 20]


def flipped(times: int) -> Iterator[tuple[str, bytes]]:
    """Each sound file with one to eight bytes changed, `times` times over; the same ones at every call."""
    for kind, whole in whole_files().items():
        chance = random.Random(kind)
        for turn in range(times):
            wrong = bytearray(whole)
            for _ in range(chance.randint(1, 8)):
                wrong[chance.randrange(len(wrong))] = chance.randrange(256)
            yield f"{kind} flipped {turn}", bytes(wrong)
