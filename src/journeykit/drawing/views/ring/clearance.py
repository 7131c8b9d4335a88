"""Whether all that stands around a ring has its room."""

import math
from collections.abc import Sequence
from typing import Final

from journeykit.drawing import parts
from journeykit.drawing.geometry import Ruler
from journeykit.drawing.scene import Box, Card, Ellipse, Point, Shape, TextBlock, leaves
from journeykit.drawing.views._arcs import trail
from journeykit.drawing.views.ring.circle import angle, around, on_circle
from journeykit.drawing.views.ring.layout import Plan

__all__ = ["collide", "meet"]

_AIR: Final = 2.0
_RIM: Final = 6.0  # half of what the circle is wide
_CLEAR: Final = 5.0


def collide(plan: Plan, shapes: Sequence[Shape]) -> bool:
    """Tell whether words or marks outside the discs meet each other, a disc, or the circle.

    Args:
        plan: How the ring is laid out.
        shapes: Its shapes.
    """
    discs = [on_circle(plan.radius, angle(place, plan.count)) for place in range(plan.count)]
    circle = [
        (*point, *point)
        for place in range(plan.count)
        for point in trail(Ruler(around(plan.radius, plan.disc, place, plan.count, clear=_CLEAR)))
    ]
    boxes: list[Box] = []
    for card in shapes:
        if isinstance(card, Card) and card.role != "card":
            own = [_box(one) for one in leaves(card.items) if isinstance(one, (TextBlock, Ellipse))]
            # What stands at the circle belongs there; names do not.
            points = circle if card.role == "name" else []
            met = (
                any(meet(box, other) for other in boxes)
                or any(_near(box, disc) < plan.disc + 1 for disc in discs)
                or any(meet(box, point, air=_RIM) for point in points)
                for box in own
            )
            if any(met):
                return True
            boxes += own
    return False


def _box(shape: TextBlock | Ellipse) -> Box:
    return parts.text_box(shape) if isinstance(shape, TextBlock) else shape.box


def meet(one: Box, other: Box, *, air: float = _AIR) -> bool:
    """Tell whether two boxes are nearer to each other than some air.

    Args:
        one: A box.
        other: Another.
        air: How much free room there should be between them.
    """
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > -air and down > -air


def _near(box: Box, point: Point) -> float:
    """Return how far a box is from a point."""
    x, y = point
    dx = max(box[0] - x, 0, x - box[2])
    dy = max(box[1] - y, 0, y - box[3])
    return math.hypot(dx, dy)
