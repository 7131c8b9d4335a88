"""Columns of a service blueprint: which phases stand beside each other, and which card where."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.views.blueprint.grid import Blueprint, Joint, Tile
from journeykit.drawing.views.blueprint.ways import Grid, Place

__all__ = ["WIDEST", "Columns", "Span", "columns_of"]

WIDEST: Final = 1190.0
"""A3 across."""
_NARROWEST: Final = 124.0  # a column of cards, with the gap beside it
_MOST: Final = 7


@frozen
class Span:
    """The columns of a phase.

    Args:
        band: The number of the band in which they stand; bands stand under each other.
        first: The number of the first column, from the left of the band.
        count: How many there are.
    """

    band: int
    first: int
    count: int


@frozen
class Columns:
    """Where all cards stand, in rows and columns.

    Args:
        spans: The columns of each phase.
        bands: How many bands there are.
        across: How many columns stand beside each other at most.
        places: The place of each card.
        grid: What stands in the way of what joins them.
    """

    spans: tuple[Span, ...]
    bands: int
    across: int
    places: tuple[Place, ...]
    grid: Grid


def columns_of(blueprint: Blueprint, options: Options, *, label: float) -> Columns:
    """Return where the cards of a blueprint stand.

    Where there is room for it, each step of the customer has a column of its own, with the cards
    that belong to it above and below. Else each phase is a column, in which cards of one lane
    stand under each other, and many phases are folded into bands.

    Args:
        blueprint: What there is.
        options: What is wanted of the picture.
        label: Room for the names of the lanes.
    """
    room = (options.width or WIDEST) - 2 * MARGIN - label
    most = max(1, int(room // _NARROWEST))
    spans = _spans(blueprint, most, _MOST if options.width is None else most)
    order = _order(blueprint)
    numbers = _assigned(blueprint, spans, order)
    rows, cells = len(blueprint.rows), dict[tuple[int, int], list[int]]()
    for number, tile in enumerate(blueprint.tiles):
        span = spans[tile.phase]
        cell = (span.band * rows + tile.row, span.first + numbers[number])
        cells.setdefault(cell, []).append(number)
    taken, headed = set(cells), set[tuple[int, int]]()
    for row, one in enumerate(blueprint.rows):
        for phase, span in enumerate(spans):
            if one.is_headed(phase):
                across = range(span.first, span.first + span.count)
                headed |= {(span.band * rows + row, column) for column in across}
    depths: dict[int, int] = {}
    for (row, _), stack in cells.items():
        depths[row] = max(depths.get(row, 1), len(stack))
    places: dict[int, Place] = {}
    for (row, column), stack in cells.items():
        for level, number in enumerate(stack):
            places[number] = Place(
                row,
                column,
                level,
                depths[row],
                is_first=level == 0 and (row, column) not in headed,
                is_last=level == len(stack) - 1,
            )
    bands = spans[-1].band + 1
    return Columns(
        spans=spans,
        bands=bands,
        across=max(span.first + span.count for span in spans),
        places=tuple(places[number] for number in range(len(blueprint.tiles))),
        grid=Grid(frozenset(taken | headed), frozenset(band * rows for band in range(1, bands))),
    )


def _spans(blueprint: Blueprint, most: int, phases_beside: int) -> tuple[Span, ...]:
    phases = len(blueprint.sheet.phases)
    counts = [1] * phases
    for row, one in enumerate(blueprint.rows):
        if one.tone == "customer":
            for phase in range(phases):
                own = [tile for tile in blueprint.tiles if (tile.row, tile.phase) == (row, phase)]
                counts[phase] = max(1, len(own))
    if sum(counts) <= most and phases <= phases_beside:
        return tuple(Span(0, sum(counts[:phase]), counts[phase]) for phase in range(phases))
    beside = min(phases, most, phases_beside)
    beside = math.ceil(phases / math.ceil(phases / beside))
    return tuple(Span(phase // beside, phase % beside, 1) for phase in range(phases))


def _order(blueprint: Blueprint) -> list[int]:
    """Return the rows from that of the customer downwards, then upwards."""
    rows = range(len(blueprint.rows))
    first = next((row for row in rows if blueprint.rows[row].tone == "customer"), 0)
    return [*rows[first:], *reversed(rows[:first])]


def _assigned(blueprint: Blueprint, spans: Sequence[Span], order: Sequence[int]) -> dict[int, int]:
    """Return the column of each card within its phase: that of what it is joined to, if any."""
    fellows = _fellows(blueprint.joints)
    found: dict[int, int] = {}
    for row in order:
        for phase, span in enumerate(spans):
            here = [
                number
                for number, tile in enumerate(blueprint.tiles)
                if (tile.row, tile.phase) == (row, phase)
            ]
            loads = [0] * span.count
            wanted = {number: _wanted(number, fellows, found, blueprint.tiles) for number in here}
            for number, column in wanted.items():
                if column is not None:
                    found[number] = column
                    loads[column] += 1
            for number, column in wanted.items():
                if column is None:
                    found[number] = loads.index(min(loads))
                    loads[found[number]] += 1
    return found


def _fellows(joints: Sequence[Joint]) -> dict[int, list[int]]:
    fellows: dict[int, list[int]] = {}
    for joint in joints:
        fellows.setdefault(joint.source, []).append(joint.target)
        fellows.setdefault(joint.target, []).append(joint.source)
    return fellows


def _wanted(
    number: int,
    fellows: Mapping[int, Sequence[int]],
    found: Mapping[int, int],
    tiles: Sequence[Tile],
) -> int | None:
    tile = tiles[number]
    for other in fellows.get(number, ()):
        fellow = tiles[other]
        if other in found and fellow.phase == tile.phase and fellow.row != tile.row:
            return found[other]
    return None
