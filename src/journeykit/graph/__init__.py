"""Journeys and models as graphs: networkx and back, Graphviz, Mermaid, and lifted to phases."""

from journeykit.graph.convert import from_networkx, to_networkx
from journeykit.graph.dot import to_graphviz
from journeykit.graph.lift import by_phase
from journeykit.graph.mermaid import to_mermaid

__all__ = ["by_phase", "from_networkx", "to_graphviz", "to_mermaid", "to_networkx"]
