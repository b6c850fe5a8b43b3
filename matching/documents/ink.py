"""Which glyphs of a page can a person see? The page is drawn with and without its text, and the two compared.

A glyph is visible when leaving the text out changes the pixels of its box. That finds white, covered,
clipped and invisible text alike, without a list of tricks; a picture or a rule behind hidden text does not make it
seem visible, as looking for ink alone would. Faint text, near-white or nearly transparent, and white text laid over
other words is told by its own colour against the page behind it: a line of pixels is fainter than its ink, so that
only the ink shows whether an eye could read it. One pixel a point, first in grey, which takes half the time: what
differs in grey differs in colour too. What does not is judged in colour: grey would lose red text on a green bar.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from operator import le

from matching.documents.contrast import blends, laid_on
from matching.documents.glyphs import Glyph, Ink, PageFrame
from matching.documents.paper import Drawn, Paper
from matching.documents.pdfium import Pointer

INVISIBLE = "invisible"
OFF_PAGE = "off the page"
TINY = "tiny"
SAME_COLOUR = "same colour as the page"
COVERED = "covered or cut off"

_TINY_POINTS = 2.0
_CONTRAST = 14
_HUE = 42  # of the ink that was drawn; blue alone, which an eye sees too coarsely to read by
_SURE_CONTRAST = 17  # grey is rounded, in the page and in the colour that is compared with it
_SURE_INK = 40  # whatever differs that much in grey is read: on black, where most is needed, 36 would do
_STREAK = 12
_EVERY = 4  # a streak of covered glyphs that counts is thrice as long


def hiding(page: Pointer, glyphs: Sequence[Glyph], *, frame: PageFrame) -> list[str]:
    """For each glyph how it is hidden, or "" where a person can see it. May leave the page without its text."""
    found = _without_drawing(glyphs, frame)
    runs = list(_alike(glyphs, found))
    if runs:
        paper = Paper(page, frame)
        grey = paper.in_grey()
        doubtful = [run for run in runs if any(_in_grey(glyphs[index], grey) for index in _some(run))]
        suspected = _judged(glyphs, found, doubtful, partial(_in_grey, drawn=grey))
        # fewer glyphs are covered than seem so in grey, so a line that is settled as seen by these is seen
        if SAME_COLOUR in suspected or COVERED in (suspected := _settled(glyphs, suspected)):
            look = partial(_in_colour, drawn=paper.in_colour())
            doubtful = [run for run in doubtful if any(look(glyphs[index]) for index in _some(run))]
            return _settled(glyphs, _judged(glyphs, found, doubtful, look))
        return suspected
    return found


def _judged(
    glyphs: Sequence[Glyph], found: Sequence[str], runs: Sequence[Sequence[int]], look: Callable[[Glyph], str]
) -> list[str]:
    """What was found before, and for each glyph of `runs` what a look at it tells."""
    judged = list(found)
    for run in runs:
        for index in run:
            judged[index] = look(glyphs[index])
    return judged


def _some(run: Sequence[int]) -> set[int]:
    return {*run[::_EVERY], run[-1]}


def _alike(glyphs: Sequence[Glyph], found: Sequence[str]) -> Iterator[list[int]]:
    """Neighbours of one colour on one line that are still to be judged: where some are seen, so are the others."""
    run: list[int] = []
    baseline, near = 0.0, 0.0
    inks: tuple[Ink, ...] = ()
    for index, (glyph, method) in enumerate(zip(glyphs, found, strict=True)):
        own = glyph.x if glyph.turns in (1, 3) else glyph.y
        if run and (glyph.inks != inks or abs(own - baseline) > near):
            yield run
            run = []
        if not method:
            run.append(index)
            inks, baseline, near = glyph.inks, own, 0.5 * glyph.size
    if run:
        yield run


def _without_drawing(glyphs: Sequence[Glyph], frame: PageFrame) -> list[str]:
    if glyphs and _all_ordinary(glyphs, frame):
        return [""] * len(glyphs)
    return [_method(glyph, frame) for glyph in glyphs]


def _all_ordinary(glyphs: Sequence[Glyph], frame: PageFrame) -> bool:
    """True when no glyph is outside of the page, tiny or invisible; tells most pages at a glance."""
    _, lefts, bottoms, rights, tops, _, _, _, sizes, _, invisible, _, squeezed, _ = zip(*glyphs, strict=True)
    # a number that is none is never less than another
    upright = all(map(le, lefts, rights)) and all(map(le, bottoms, tops))
    on_page = min(lefts) >= 0 and max(rights) <= frame.width and min(bottoms) >= 0 and max(tops) <= frame.height
    return upright and on_page and min(sizes) > _TINY_POINTS and not any(invisible) and not any(squeezed)


def _method(glyph: Glyph, frame: PageFrame) -> str:
    x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
    if not (0 <= x <= frame.width and 0 <= y <= frame.height):
        return OFF_PAGE
    if glyph.size <= _TINY_POINTS or glyph.squeezed:
        return TINY
    return INVISIBLE if glyph.invisible else ""


def _in_grey(glyph: Glyph, drawn: Drawn) -> str:
    """How a glyph may be hidden, by the page in grey: "" is certain, anything else a suspicion."""
    first, last, upper, lower = drawn.window(glyph)
    full, bare, stride = drawn.full, drawn.bare, drawn.stride
    middle = (upper + lower) // 2
    if glyph.inks:
        behind = bare[middle * stride + first] if last > first and lower > upper else None
        if all(
            _is_near(ink, behind) and not _stands_out(ink, range(upper, lower), (first, last), drawn)
            for ink in glyph.inks
        ):
            return SAME_COLOUR
    for rows in (range(middle, lower), range(upper, middle)):  # ink is likeliest in the middle
        for start in range(rows.start * stride, rows.stop * stride, stride):
            inked, paper = full[start + first : start + last], bare[start + first : start + last]
            if inked != paper and _contrasts(inked, paper, _SURE_CONTRAST):
                return ""
    return COVERED


def _is_near(ink: Ink, behind: int | None) -> bool:
    """True unless the ink is sure to be read on that shade of grey."""
    return behind is None or abs(behind - _shade(ink)) * ink[3] < _SURE_INK * 255


def _stands_out(ink: Ink, rows: range, row: tuple[int, int], drawn: Drawn) -> bool:
    """True when a pixel of the page behind the glyph has another shade than the glyph."""
    if drawn.blank:
        return False  # then all pixels are like the one that was looked at first
    for start in range(rows.start * drawn.stride, rows.stop * drawn.stride, drawn.stride):
        if not all(_is_near(ink, pixel) for pixel in set(drawn.bare[start + row[0] : start + row[1]])):
            return True
    return False


def _shade(ink: Ink) -> float:
    """The grey that pdfium draws for a colour."""
    red, green, blue, _ = ink
    return (30 * red + 59 * green + 11 * blue) / 100


def _in_colour(glyph: Glyph, drawn: Drawn) -> str:
    first, last, upper, lower = drawn.window(glyph)
    stride, full, bare = drawn.stride, drawn.full, drawn.bare
    middle = (upper + lower) // 2
    if glyph.inks and all(_melts(ink, range(upper, lower), (first, last), drawn) for ink in glyph.inks):
        return SAME_COLOUR
    for rows in (range(middle, lower), range(upper, middle)):  # ink is likeliest in the middle
        for row in rows:
            start, end = row * stride + first, row * stride + last
            inked, paper = full[start:end], bare[start:end]
            if inked != paper and _shows(inked, paper):
                return ""
    return COVERED


def _shows(inked: bytes, paper: bytes) -> bool:
    """True when a pixel has changed so much that an eye sees it."""
    for pixel in range(0, len(paper), 4):
        blue, green, red = (own - bare for own, bare in zip(inked[pixel : pixel + 3], paper[pixel:], strict=False))
        if abs(red) >= _CONTRAST or abs(green) >= _CONTRAST or abs(blue) >= _HUE:
            return True
    return False


def _contrasts(inked: bytes, paper: bytes, least: int) -> bool:
    if min(paper) == 255:
        return min(inked) <= 255 - least
    return any(abs(a - b) >= least for a, b in zip(inked, paper, strict=True))


def _melts(ink: Ink, rows: range, row: tuple[int, int], drawn: Drawn) -> bool:
    """True when the ink cannot be told from any pixel of the page behind the glyph."""
    bare, share, colour = drawn.bare, ink[3] / 255, ink[:3]
    for start in range(rows.start * drawn.stride, rows.stop * drawn.stride, drawn.stride):
        for pixel in range(start + row[0], start + row[1], drawn.depth):
            paper = bare[pixel + 2], bare[pixel + 1], bare[pixel]
            if not blends(laid_on(colour, paper, share=share), paper):
                return False
    return True


def _settled(glyphs: Sequence[Glyph], found: list[str]) -> list[str]:
    """Judge a line as a whole where its glyphs disagree about being covered.

    A line cut in two by the edge of a page shows here only its ascenders, there only its descenders; and fonts have
    glyphs without ink. So most of a line decides, unless many in a row are covered. Colour is judged by the glyph.
    """
    settled = list(found)
    if COVERED not in found:
        return settled
    start = 0
    for end in range(1, len(glyphs) + 1):
        if end == len(glyphs) or abs(glyphs[end].baseline - glyphs[start].baseline) > 0.5 * glyphs[start].size:
            line = range(start, end)
            covered = [index for index in line if found[index] == COVERED]
            if covered:
                shown = sum(not found[index] for index in line)
                if shown < len(covered):
                    settled[start:end] = [found[index] or COVERED for index in line]
                elif _longest_streak(covered) < _STREAK:
                    settled[start:end] = ["" if found[index] == COVERED else found[index] for index in line]
            start = end
    return settled


def _longest_streak(indices: Sequence[int]) -> int:
    longest = streak = 1
    for before, after in pairwise(indices):
        streak = streak + 1 if after == before + 1 else 1
        longest = max(longest, streak)
    return longest
