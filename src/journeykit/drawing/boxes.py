"""Boxes on paper, as left, top, right and bottom: whether they share room, and hold points."""

from journeykit.drawing.scene import Box, Point

__all__ = ["grown", "holds", "overlap"]


def grown(box: Box, by: float) -> Box:
    """Return a box with some room around it."""
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def holds(box: Box, point: Point) -> bool:
    """Tell whether a point lies in a box."""
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two boxes share some room."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
