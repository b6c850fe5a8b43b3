"""Can an eye tell letters from what lies behind them? By lightness first, as WCAG measures it, then by hue.

Text under a contrast of 1.3 is not read by anybody who does not look for it; a light grey footer has 1.6 and more.
Letters as light as their ground can still be read by their hue, as red on green is. An eye sees blue and yellow too
coarsely to read by, so that they count half.
"""

from functools import lru_cache

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)

_READABLE = 1.3
_RED_AGAINST_GREEN = 64
_BLUE_AGAINST_YELLOW = 128
_LINEAR = [s / 3294.6 if s <= 10 else ((s / 255 + 0.055) / 1.055) ** 2.4 for s in range(256)]


@lru_cache(maxsize=4096)
def blends(ink: Colour, paper: Colour) -> bool:
    """True when no eye reads letters of the one colour on a ground of the other."""
    light, dark = sorted((_lightness(ink), _lightness(paper)), reverse=True)
    red, green, blue = (own - other for own, other in zip(ink, paper, strict=True))
    return (
        (light + 0.05) / (dark + 0.05) < _READABLE
        and abs(red - green) < _RED_AGAINST_GREEN
        and abs(blue - (red + green) / 2) < _BLUE_AGAINST_YELLOW
    )


def laid_on(ink: Colour, paper: Colour, *, share: float) -> Colour:
    """What shows of an ink that covers only a share of what is behind it, as a transparent one does."""
    red, green, blue = (round(own * share + behind * (1 - share)) for own, behind in zip(ink, paper, strict=True))
    return red, green, blue


def _lightness(colour: Colour) -> float:
    red, green, blue = colour
    return 0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]
