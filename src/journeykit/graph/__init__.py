"""Journeys and models as graphs: for networkx and back, for Graphviz, and lifted to phases."""

from journeykit.graph.convert import from_networkx, to_networkx
from journeykit.graph.dot import to_graphviz
from journeykit.graph.lift import by_phase

__all__ = ["by_phase", "from_networkx", "to_graphviz", "to_networkx"]
