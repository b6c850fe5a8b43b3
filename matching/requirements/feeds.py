"""XML feeds of postings (Indeed, Personio, RSS) as the same kind of objects that JSON boards answer with.

A feed comes from strangers: entities are not resolved, a DOCTYPE is refused, nothing is fetched.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from matching.errors import MatchingError

_BOARDS = {"job": "indeed", "position": "personio", "item": "rss"}


def read_feed(content: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Each posting of a feed with the board whose shape it has. Raises MatchingError on broken or hostile XML."""
    if "<!DOCTYPE" in content or "<!ENTITY" in content:
        raise MatchingError("This feed declares a DOCTYPE. Give a plain XML feed of postings.", slug="feed-doctype")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(content.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise MatchingError("This feed is broken XML. Export it again.", slug="feed-broken") from error
    for element in root.iter(*_BOARDS):
        yield _BOARDS[element.tag], _object(element)


def _object(element: "etree._Element") -> dict[str, object]:
    found: dict[str, object] = {}
    for child in element:
        if isinstance(child.tag, str):
            nested = [_object(each) for each in child if isinstance(each.tag, str)]
            found[child.tag] = nested or (child.text or "").strip()
    return found
