"""What is wrong with a picture: words that overlap, spill or cannot be read.

For tests of a view of your own: `problems` should find none.
"""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, Self, TypeAlias, TypeVar

from attrs import field, frozen

from journeykit.drawing import metrics
from journeykit.drawing.geometry import pieces, split
from journeykit.drawing.links import safe_href
from journeykit.drawing.palette import READABLE, contrast, mix
from journeykit.drawing.scene import (
    Box,
    Card,
    Curve,
    Ellipse,
    Point,
    Polygon,
    Polyline,
    Rect,
    Scene,
    Shape,
    TextBlock,
    cards,
    leaves,
)
from journeykit.errors import shown

__all__ = ["LONGEST_LINE", "SMALLEST", "problems"]

SMALLEST = 8.0
"""The smallest type that is read with ease, in points."""
LONGEST_LINE = 45
"""The most characters in a line of running text."""

_SLACK = 0.5  # rounding and anti-aliasing, in points
_ASCENT, _DESCENT = 0.72, 0.21  # what letters take above and below the baseline, in sizes
_CELL = 64.0
_MOST_CELLS = 40
_OPAQUE = len("#RRGGBB")
_STEPS = 6  # straight lines that stand for one curve

_Item = TypeVar("_Item")


def problems(scene: Scene) -> list[str]:
    """Return what is wrong with a picture, one sentence each; nothing when all is well.

    Found are: words that overlap, leave the canvas, are wider than their room, smaller than 8
    points or hard to tell from what lies under them; running text with lines over 45 characters;
    cards that overlap or leave the canvas; links that are left out as unsafe.

    Args:
        scene: The picture.

    Example:
        >>> from journeykit.drawing.scene import TextBlock
        >>> problems(Scene(100, 50, items=[TextBlock(10, 10, ["Hi"], size=6)]))
        ["'Hi' is set in 6 points; 8 is the smallest that is read with ease"]
    """
    blocks = [item for item in leaves(scene.items) if isinstance(item, TextBlock)]
    return [
        *(problem for block in blocks for problem in _alone(block)),
        *_together(scene, blocks),
        *_unreadable(scene, blocks),
        *_crowded(scene, scene.items),
        *_links(scene),
    ]


# --- words ------------------------------------------------------------------------------


def _alone(block: TextBlock) -> Iterator[str]:
    said = shown(" ".join(block.lines))
    if block.size < SMALLEST:
        yield (
            f"{said} is set in {block.size:g} points; {SMALLEST:g} is the smallest that is read "
            "with ease"
        )
    for words in block.lines:
        wide = metrics.width(words, block.size, bold=block.bold)
        if block.width is not None and wide > block.width + _SLACK:
            yield f"{shown(words)} is {wide:.1f} points wide and has room for {block.width:.1f}"
        count = metrics.letters(words)
        if block.body and count > LONGEST_LINE:
            yield f"{shown(words)} has {count} characters; up to {LONGEST_LINE} read best"


def _inked(block: TextBlock) -> Iterator[tuple[str, Box]]:
    """Give each line of a block with the room that its letters take."""
    for number, words in enumerate(block.lines):
        if words.strip():
            wide = metrics.width(words, block.size, bold=block.bold)
            left = block.x - {"start": 0.0, "middle": wide / 2, "end": wide}[block.anchor]
            base = block.baseline(number)
            top, bottom = base - _ASCENT * block.size, base + _DESCENT * block.size
            yield words, (left, top, left + wide, bottom)


def _together(scene: Scene, blocks: Iterable[TextBlock]) -> Iterator[str]:
    grid: _Grid[tuple[int, str, Box]] = _Grid.over(scene)
    for number, block in enumerate(blocks):
        for words, box in _inked(block):
            if _leaves(box, scene):
                yield f"{shown(words)} leaves the canvas"
            for other, said, place in grid.near(box):
                if other != number and _overlap(box, place):
                    yield f"{shown(said)} and {shown(words)} overlap"
                    break
            grid.add((number, words, box), box)


def _unreadable(scene: Scene, blocks: Iterable[TextBlock]) -> Iterator[str]:
    grounds: _Grid[_Ground] = _Grid.over(scene)
    for item in leaves(scene.items):
        if not isinstance(item, (TextBlock, Polyline)) and item.fill is not None:
            grounds.add(item, item.box)
    for block in blocks:
        meant = _over(block.background, scene.background)
        for words, box in _inked(block):
            found = {meant, *_under(box, grounds, scene.background)}
            worst = min(found, key=lambda ground: contrast(_over(block.colour, ground), ground))
            ratio = contrast(_over(block.colour, worst), worst)
            if ratio < READABLE:
                yield (
                    f"{shown(words)} in {block.colour} on {worst} has a contrast of {ratio:.1f}; "
                    f"{READABLE} is the least"
                )


# --- what lies under the words ----------------------------------------------------------

_Ground: TypeAlias = Rect | Polygon | Curve | Ellipse


def _under(box: Box, grounds: "_Grid[_Ground]", paper: str) -> Iterator[str]:
    """Give the colours under the beginning, the middle and the end of a line."""
    left, top, right, bottom = box
    for share in (0.05, 0.5, 0.95):
        place = (left + (right - left) * share, (top + bottom) / 2)
        fills: list[str] = []
        for ground in reversed(grounds.at(place)):
            if ground.fill is not None and _covers(ground, place):
                fills.append(ground.fill)
                if len(ground.fill) == _OPAQUE:
                    break
        colour = paper
        for fill in reversed(fills):
            colour = _over(fill, colour)
        yield colour


def _over(colour: str, ground: str) -> str:
    """Return a colour as it looks on a ground, when it lets some of it through."""
    alpha = int(colour[7:] or "FF", 16) / 255
    return mix(ground[:7], colour[:7], share=alpha)


def _covers(ground: _Ground, place: Point) -> bool:
    x, y = place
    left, top, right, bottom = ground.box
    if not (left <= x <= right and top <= y <= bottom):
        return False
    if isinstance(ground, Rect):
        return True
    if isinstance(ground, Ellipse):
        rx, ry = ground.radii
        return math.hypot((x - ground.x) / (rx or 1), (y - ground.y) / (ry or 1)) <= 1
    corners = ground.points if isinstance(ground, Polygon) else tuple(_corners(ground))
    crossings = 0
    for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            crossings += 1
    return crossings % 2 == 1


def _corners(curve: Curve) -> Iterator[Point]:
    for piece in pieces(curve.points):
        for step in range(_STEPS):
            yield split(piece, step / _STEPS)[0][3]
    yield curve.points[-1]


# --- cards and links --------------------------------------------------------------------


def _crowded(scene: Scene, items: Iterable[Shape]) -> Iterator[str]:
    grid: _Grid[Card] = _Grid.over(scene)
    for card in _areas(items):
        if _leaves(card.box, scene):
            yield f"{_name(card)} leaves the canvas"
        for other in grid.near(card.box):
            if _overlap(card.box, other.box):
                yield f"{_name(other)} and {_name(card)} overlap"
        grid.add(card, card.box)
        yield from _crowded(scene, card.items)


def _areas(items: Iterable[Shape]) -> Iterator[Card]:
    """Give the cards that lie side by side: not those inside one of them."""
    for item in items:
        if isinstance(item, Card) and item.role == "card":
            yield item
        elif isinstance(item, Card):
            yield from _areas(item.items)


def _links(scene: Scene) -> Iterator[str]:
    for card in cards(scene.items):
        if card.href and safe_href(card.href) is None:
            yield (
                f"the link of {_name(card)} is left out: {shown(card.href)} is not http, https, "
                "mailto or relative"
            )


def _name(card: Card) -> str:
    said = card.tooltip or " ".join(
        " ".join(one.lines) for one in leaves(card.items) if isinstance(one, TextBlock)
    )
    return f"card {shown(said)}"


# --- places -----------------------------------------------------------------------------


def _leaves(box: Box, scene: Scene) -> bool:
    left, top, right, bottom = box
    return (
        left < -_SLACK
        or top < -_SLACK
        or right > scene.width + _SLACK
        or bottom > scene.height + _SLACK
    )


def _overlap(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > _SLACK and down > _SLACK


@frozen
class _Grid(Generic[_Item]):
    """Things by the cells of the canvas that they touch, so that neighbours are found at once."""

    cell: float
    items: list[_Item] = field(factory=list)
    cells: defaultdict[tuple[int, int], list[int]] = field(factory=lambda: defaultdict(list))

    @classmethod
    def over(cls, scene: Scene) -> Self:
        return cls(max(_CELL, scene.width / _MOST_CELLS, scene.height / _MOST_CELLS))

    def add(self, item: _Item, box: Box) -> None:
        for cell in self._touched(box):
            self.cells[cell].append(len(self.items))
        self.items.append(item)

    def near(self, box: Box) -> list[_Item]:
        numbers = {number for cell in self._touched(box) for number in self.cells.get(cell, ())}
        return [self.items[number] for number in sorted(numbers)]

    def at(self, place: Point) -> list[_Item]:
        return self.near((*place, *place))

    def _touched(self, box: Box) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (
            math.floor(min(max(side / self.cell, -1), _MOST_CELLS + 1)) for side in box
        )
        return itertools.product(range(left, right + 1), range(top, bottom + 1))
