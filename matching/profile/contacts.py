# ruff: noqa: RUF001
"""Contacts: e-mail, phone, links, handles, street addresses and postcodes.

Everything here is found by shape, never by whose it is, so that it is cut in the same way for everybody.
"Node.js" and "fast.ai" are not addresses: a bare domain counts in the header, or when it is written like one.
"""

import re
from collections.abc import Iterator

from matching.text import Mask, Span

_EMAIL = re.compile(
    r"(?:mailto:)?[\w.+'-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[A-Za-z][\w-]*)+", re.I
)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]|,;\"']+"
    r"|\b(?:[\w-]+\.)?(?:linkedin|github|gitlab|bitbucket|twitter|x|facebook|instagram|medium|kaggle|stackoverflow|behance"
    r"|dribbble|youtube|huggingface|t|orcid|researchgate|dev|substack|calendly|xing|angel|scholar\.google)"
    r"\.(?:com|org|io|co|me|net|to)(?:/[^\s<>()\[\]|,;\"']*)",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"\b[\w-]+\.(?:github\.io|gitlab\.io|netlify\.app|vercel\.app|wordpress\.com|blogspot\.com|herokuapp\.com)\S*"
)
_DOMAIN = re.compile(
    r"(?<![@\w./-])(?:[a-z0-9][a-z0-9-]*\.)+(?:com|org|net|dev|me|io|info|co|ai|app|tech|page|site|xyz|name|eu|de|uk|fr|in|ca|us|nl|es|it|ch)"
    r"(?:/[^\s<>()\[\]|,;\"']*)?(?![\w.@])"
)
_PRODUCTS = frozenset(
    [
        "socket.io",
        "draw.io",
        "fast.ai",
        "booking.com",
        "amazon.com",
        "salesforce.com",
        "force.com",
        "asp.net",
        "ado.net",
        "vb.net",
        "ml.net",
        "next.co",
        "monday.com",
        "character.ai",
        "h2o.ai",
        "scale.ai",
        "together.ai",
        "fal.ai",
        "x.ai",
        "perplexity.ai",
        "stability.ai",
        "cohere.ai",
        "openai.com",
        "spacy.io",
        "weights.ai",
        "wit.ai",
        "c3.ai",
        "d.ai",
        "deepset.ai",
        "deeplearning.ai",
        "jina.ai",
        "mistral.ai",
        "paperspace.com",
        "z.ai",
        "hotels.com",
        "expedia.com",
        "cars.com",
        "match.com",
        "ask.com",
        "realtor.com",
        "opencv.ai",
        "clear.ml",
        "ably.io",
        "chess.com",
        "draw.io",
        "assembly.ai",
        "cloud.gov",
        "data.world",
        "modal.com",
        "prefect.io",
        "streamlit.io",
        "snyk.io",
        "redis.io",
        "apollo.io",
        "customer.io",
    ]
)
_REST = re.compile(r"\n[ \t]*(?![a-z]+[ \t]*(?:\n|$))[a-z0-9?/=&%_#~-][a-z0-9?/=&%_.#~-]*(?=[ \t]*(?:\n|$))")
_HANDLE = re.compile(
    r"\b(?:github|gitlab|linkedin|twitter|skype|telegram|kaggle|hugging\s?face|medium|stack\s?overflow|instagram|orcid"
    r"|google scholar|facebook|wechat|whatsapp|signal|mastodon|bluesky|discord|website|portfolio|blog|homepage|url|web)"
    r"\s*(?:id|profile|handle)?\s*[:：]\s*(?P<value>@?[\w./-]+(?:\.[\w/-]+)*)",
    re.IGNORECASE,
)
_AT = re.compile(r"(?<![\w.@])@[A-Za-z_][\w-]{2,}(?![\w(./])")
_PHONE = re.compile(
    r"(?<![\w$€£.,/-])(?:\+|\(\+?|00)?\d[\d\s().\-–/\u00a0]{6,20}\d(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?![\w%])"
)
_PHONE_LABEL = re.compile(
    r"\b(?:phone|tel|telephone|mobile|cell|mob|fax|ph|tél(?:éphone)?|telefoon|telefone?o?|teléfono|telefonnummer"
    r"|handy|mobil(?:nummer)?|mobiel|móvil|telemóvel|celular|cellulare|portable|gsm|natel|tfn|komórka)\b\.?"
    r"[ \u00a0]*(?:no\.?|number|kom\.?|portable)?[ \t\u00a0]*[:.]?"
    r"[ \t\u00a0]*(?P<value>\+?[\d(][\d \t\u00a0().\-/]{4,20}\d)",
    re.I,
)
_GLUED = re.compile(r"(?<![\w$€£.,/+-])0[1-9]\d{8,10}(?![\w%])")
"""A number with its trunk zero in one piece: a phone at the head of a resume, elsewhere an id as well."""
_DATES = re.compile(
    r"(?:19|20)\d\d\s*[-–/.]\s*(?:19|20)?\d\d?|\d{1,2}[/.](?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d"
)
_STREET_WORD = (
    r"(?:Street|St|Avenue|Ave|Av|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Terrace|Close|Square|Sq"
    r"|Crescent|Highway|Hwy|Parkway|Pkwy|Circle|Cir|Trail|Row|Gardens|Grove|Mews)"
)
_UNIT = r"(?:,?\s*(?:Apt|Apartment|Unit|Suite|Ste|Flat|Floor|Room|No|#)\.?\s*#?\s*\w{1,5})?"
_ADDRESS = re.compile(
    rf"(?:\b(?:Flat|Apt|Apartment|Unit|Suite)\.?\s*\w{{1,4}},?\s*)?\b\d{{1,5}}[A-Za-z]?,?\s+(?:[NSEW]\.?\s+)?"
    rf"(?:(?:[A-Z][\w'’.-]*|\d{{1,3}}(?:st|nd|rd|th)|of|the)\s+){{1,4}}{_STREET_WORD}\b\.?{_UNIT}"
    rf"|\b[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|weg|gasse|allee|platz|laan|straat)\s*\d{{1,4}}[a-z]?\b"
    rf"|\b\d{{1,4}}(?:bis|ter)?,?\s+(?:rue|avenue|boulevard|place|chemin|quai|impasse)\s+(?:d[eu]s?\s+|la\s+|l['’])*[A-ZÉ][\w'’-]*(?:\s[A-Z][\w'’-]*)?"
    rf"|\b(?:Calle|Via|Rua|Avenida|Piazza|Plaza)\s+(?:(?:de|della|del|la|da)\s+)*[A-Z]\w*(?:\s[A-Z]\w*)?,?\s*(?:n[º°]?\s*)?\d{{1,4}}"
    rf"|\bP\.?\s?O\.?\s?Box\s*\d+"
)
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b"
    r"|\b[ABCEGHJ-NPRSTVXY]\d[A-Z]\s?\d[A-Z]\d\b"
    r"|(?<=\b[A-Z]{2}\s)\d{5}(?:-\d{4})?\b|(?<=\b[A-Z]{2},\s)\d{5}(?:-\d{4})?\b"
    r"|(?i:(?:zip|postcode|postal code|pin ?code|plz)\s*[:.]?\s*)[A-Z\d][A-Z\d -]{2,8}\d[A-Z]*\b"
)
_LOCAL_POSTCODE = re.compile(
    r"(?:\b(?:D|F|CH|A|NL)-)?\b\d{4,6}(?:\s?[A-Z]{2})?\b(?=[,\s]+[A-ZÄÖÜÉ][a-zäöüßé])"
    r"|(?<=[a-zé]\s)\d{5,6}\b|(?<=[a-zé],\s)\d{5,6}\b|(?<=[a-zé][-–]\s)\d{6}\b|(?<=[a-zé][-–])\d{6}\b|\b\d{3}\s\d{3}\b|\b\d{3}\s\d{2}\b(?=\s[A-Z])"
)


def find_contacts(content: str, *, header_end: int) -> Iterator[Mask]:
    """Masks for e-mail, links and phones. Up to `header_end`, bare domains and handles count as well."""
    for match in _EMAIL.finditer(content):
        yield Mask(Span(*match.span()), "[email]")
    yield from _links(content, header_end)
    yield from _phones(content, header_end)


def address_in(written: str) -> str:
    """An e-mail address as mail is sent to it: "ann (at) work.example", or one broken over lines, made whole."""
    whole = re.sub(r"\s*(?:\(at\)|\[at\])\s*", "@", written.removeprefix("mailto:"), flags=re.IGNORECASE)
    return re.sub(r"\s+", "", re.sub(r"\s*(?:\(dot\)|\[dot\])\s*", ".", whole, flags=re.IGNORECASE))


def find_addresses(content: str, *, header_end: int) -> Iterator[Mask]:
    """Masks for streets and postcodes, once names are cut: somebody is called Georgia Lane."""
    for pattern, placeholder in ((_ADDRESS, "[address]"), (_POSTCODE, "[postcode]")):
        for match in pattern.finditer(content):
            yield Mask(Span(*match.span()), placeholder)
    for match in _LOCAL_POSTCODE.finditer(content, 0, header_end):
        if not re.fullmatch(r"(?:19|20)\d\d", match[0]):
            yield Mask(Span(*match.span()), "[postcode]")


def _links(content: str, header_end: int) -> Iterator[Mask]:
    for pattern in (_URL, _PAGES):
        for match in pattern.finditer(content):
            end = match.start() + len(match[0].rstrip(".:!?"))
            yield Mask(Span(match.start(), _over_break(content, match.start(), end)), "[link]")
    for match in _DOMAIN.finditer(content):
        bare = match[0].split("/")[0]
        if bare not in _PRODUCTS and (
            match.start() < header_end or bare.rsplit(".", 1)[1] not in {"ai", "co", "it", "in", "us"}
        ):
            yield Mask(Span(*match.span()), "[link]")
    for match in _HANDLE.finditer(content):
        if match.start() < header_end or re.search(r"[\d@./_-]", match["value"]) or match["value"].islower():
            yield Mask(Span(*match.span("value")), "[link]")
    for match in _AT.finditer(content):
        yield Mask(Span(*match.span()), "[link]")


def _over_break(content: str, start: int, end: int) -> int:
    """Where a link ends that a narrow column broke: alone on its line, with one piece of an address below."""
    alone = not content[content.rfind("\n", 0, start) + 1 : start].strip(" \t•|")
    rest = _REST.match(content, end) if alone else None
    other = rest is not None and (_URL.search(rest[0]) or _DOMAIN.search(rest[0]))
    return rest.end() if rest and not other else end


def _phones(content: str, header_end: int) -> Iterator[Mask]:
    for match in _PHONE_LABEL.finditer(content):
        yield Mask(Span(*match.span("value")), "[phone]")
    for match in _GLUED.finditer(content, 0, header_end):
        yield Mask(Span(*match.span()), "[phone]")
    for match in _PHONE.finditer(content):
        digits = sum(sign.isdigit() for sign in match[0])
        if (
            8 <= digits <= 15
            and "\n" not in match[0]
            and not _DATES.search(match[0])
            and _looks_dialled(match[0], digits)
        ):
            yield Mask(Span(*match.span()), "[phone]")


def _looks_dialled(written: str, digits: int) -> bool:
    """A plus, brackets or groups of digits: "1 200 000 000" and long ids are figures, not phones."""
    if written.startswith(("+", "(", "00")):
        return True
    groups = re.findall(r"\d+", written)
    trunk = written.startswith("0")
    if not trunk and (groups[-1] == "000" or max(map(len, groups)) <= 2):
        return False
    longest = 8 if trunk else 7
    return len(groups) > 1 and digits >= 9 and len(groups[0]) >= 2 and max(map(len, groups)) <= longest
