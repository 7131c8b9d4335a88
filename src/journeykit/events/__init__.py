"""Event logs: any data frame of events becomes a journey, or paths.

This is the only room that knows data frames. Nothing is collected before it is counted: the
engine that holds the events orders and counts them, and what comes back is as long as the list of
different moves, or of different paths.
"""

from journeykit.events.collecting import collect_paths
from journeykit.events.fitting import fit

__all__ = ["collect_paths", "fit"]
