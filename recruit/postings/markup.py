"""An ad that came as HTML, as the text that is kept of it; any other ad stays as it is.

Offsets are the currency of the house, so what is shown, read and quoted must be one text. HTML is therefore turned
into text once, where it comes in, with its headings and lists marked as Markdown marks them; scripts, styles,
addresses and handlers are left behind there. Markdown with a tag or two in it stays Markdown.
"""

import html
import re

from matching.requirements.markup import text_of

_BLOCK = re.compile(
    r"</?(?:p|br|li|ul|ol|div|h[1-6]|tr|table|section|article|body|html)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_MARKDOWN = re.compile(r"^[ \t]{0,3}(?:#{1,6}|[-*+]|\d{1,2}[.)])[ \t]+\S", re.MULTILINE)
# what opens no tag: the parser would look for its end again and again
_ODD = re.compile(r"<(?=[?!]|/[^a-zA-Z]|/$)")
_ESCAPED = re.compile(r"&(?:amp;)?lt;(?:p|ul|div|h[1-6]|br|html)\b", re.IGNORECASE)


def as_text(given: str) -> str:
    """The text of an ad, whatever it was written in."""
    content = html.unescape(html.unescape(given)) if _ESCAPED.search(given) and not _BLOCK.search(given) else given
    blocks = sum(1 for _ in _BLOCK.finditer(content))
    if blocks == 0 or blocks < sum(1 for _ in _MARKDOWN.finditer(content)):
        return given
    return text_of(_ODD.sub("&lt;", _without_comments(content)))


def _without_comments(content: str) -> str:
    """The content without comments; one that nobody closed hides the rest, as it does in a browser."""
    kept, at = [], 0
    while (start := content.find("<!--", at)) >= 0:
        kept.append(content[at:start])
        end = content.find("-->", start + 4)
        at = end + 3 if end >= 0 else len(content)
    return "".join([*kept, content[at:]])
