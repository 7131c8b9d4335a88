"""Observed walks: what customers did, the journey that follows from it, and walks made up."""

from journeykit.paths.fitting import fit_paths
from journeykit.paths.observed import Path, Paths
from journeykit.paths.simulation import simulate, simulate_events

__all__ = ["Path", "Paths", "fit_paths", "simulate", "simulate_events"]
