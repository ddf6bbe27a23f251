"""Pieces of SVG, as text. All that is said of colour and size stands in attributes: no style that the content security policy
forbids, and the same drawing on a page, on paper and in a PDF file. A drawing is 480 across, so that its words can be read on a
phone. Each kind of point has a shape of its own: no colour says anything alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

from django.utils.safestring import SafeString, mark_safe

WIDTH, LEFT, RIGHT, TOP = 480, 56, 466, 18
INK, QUIET, RULE, BAND = "#0b0c0c", "#484949", "#cecece", "#eef3f8"
BLUE, ORANGE, PURPLE = "#1d70b8", "#9c3d00", "#54319f"
SIZE, ROW = 15, 22  # of letters, and of a line of the key
STEPS = (1, 2, 2.5, 5, 10)
At = tuple[float, float]


@dataclass(frozen=True)
class Scale:
    """From a value to where it stands."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round numbers from at or below the one to at or above the other."""
    apart = (high - low) / most or 1.0
    ten = 10 ** floor(log10(apart))
    step = next(ten * factor for factor in STEPS if ten * factor >= apart * 0.999)
    return [round(step * place, 10) for place in range(floor(low / step), ceil(high / step) + 1)]


def text(
    x: float, y: float, words: str, anchor: str = "start", *, weight: str = "", halo: bool = False
) -> str:
    """With a halo it can be read where it stands on lines."""
    more = f' font-weight="{weight}"' if weight else ""
    more += ' stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"' if halo else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{SIZE}" fill="{INK}"{more}>'
        f"{escape(words)}</text>"
    )


def line(points: Sequence[At], colour: str, *, width: float = 1, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{_path(points)}" fill="none" stroke="{colour}" stroke-width="{width}"{dashed}/>'


def band(points: Sequence[At]) -> str:
    return f'<path d="{_path(points)}Z" fill="{BAND}"/>'


def _path(points: Sequence[At]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _circle(x: float, y: float, half: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half}"'


def _corners(corners: Sequence[At]) -> Callable[[float, float, float], str]:
    def drawn(x: float, y: float, half: float) -> str:
        around = " ".join(f"{x + half * over:.1f},{y + half * down:.1f}" for over, down in corners)
        return f'<polygon points="{around}"'

    return drawn


_square = _corners([(-1, -1), (1, -1), (1, 1), (-1, 1)])
_diamond = _corners([(0, -1), (1, 0), (0, 1), (-1, 0)])
_triangle = _corners([(0, -1), (1, 0.8), (-1, 0.8)])
# By what a point is: its shape, half its size, its colour, and whether it is filled.
MARKS = {
    "ordinary": (_circle, 4, BLUE, True),
    "not judged": (_circle, 4, BLUE, False),
    "better": (_square, 5.5, BLUE, True),
    "nearly better": (_square, 5.5, BLUE, False),
    "worse": (_diamond, 8, ORANGE, True),
    "nearly worse": (_diamond, 8, ORANGE, False),
    "different": (_triangle, 7, PURPLE, True),
    "nearly different": (_triangle, 7, PURPLE, False),
}


def mark(kind: str, x: float, y: float) -> str:
    shape, half, colour, is_filled = MARKS[kind]
    return f'{shape(x, y, half)} fill="{colour if is_filled else "#ffffff"}" stroke="{colour}" stroke-width="2"/>'


def sample(kind: str, x: float, y: float) -> str:
    """What stands in the key before its words."""
    if kind in MARKS:
        return mark(kind, x, y)
    if kind == HIDDEN_MARK:
        return text(x, y + 5, HIDDEN_MARK, "middle", weight="bold")
    width, dash, colour = LINES[kind]
    return line([(x - 11, y), (x + 11, y)], colour, width=width, dash=dash)


HIDDEN_MARK = "c"
LINES = {
    "middle": (1.5, "", QUIET),
    "limit": (1.5, "4 4", QUIET),
    "outer limit": (1.5, "12 4", QUIET),
    "benchmark": (2, "2 3", INK),
}


def key(entries: Iterable[tuple[str, str]], y: float) -> tuple[list[str], float]:
    """What the marks mean, in lines from y on; and where they end."""
    pieces = []
    for kind, words in entries:
        pieces += [sample(kind, 18, y - 5), text(38, y, words)]
        y += ROW
    return pieces, y


def svg(name: str, title: str, words: str, height: float, pieces: Iterable[str]) -> SafeString:
    """All words in it are escaped where they are put in."""
    return mark_safe(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="kw-chart kw-chart--narrow" viewBox="0 0 {WIDTH} {height:.0f}" '
        f'role="img" aria-labelledby="{name}-title {name}-words" font-family="arial, sans-serif">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-words">{escape(words)}</desc>'
        f"{''.join(pieces)}</svg>"
    )
