"""An order for a picture, as it is handed to whatever paints it."""

import time
from typing import Literal, TypeAlias

from attrs import field, frozen

__all__ = ["Engine", "Format", "Layout", "Order"]

Engine: TypeAlias = Literal["auto", "pygraphviz", "dot", "pygraphviz-in-process"]
Format: TypeAlias = Literal["png", "pdf", "svg", "json"]
Layout: TypeAlias = Literal["nop2", "dot"]


@frozen
class Order:
    """A graph, and what to make of it.

    Args:
        dot: The graph.
        format: What to make of it.
        layout: The layout that Graphviz is to use.
        timeout: Seconds that it may take, counted from now.
    """

    dot: str
    format: str
    layout: str
    timeout: float
    _start: float = field(factory=time.monotonic, init=False)

    @property
    def what(self) -> str:
        """What is being painted, as messages call it."""
        return self.format.upper()

    @property
    def left(self) -> float:
        """Seconds that are left, never below 0."""
        return max(0.0, self._start + self.timeout - time.monotonic())
