"""The package of questions: light, and complete."""

import pkgutil
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis.vendor.pretty import pretty

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    Journey,
    Transition,
    analysis,
    simulate,
    simulate_events,
)
from journeykit._noun import Noun
from journeykit.analysis._tables import as_printed
from journeykit.analysis.check import Thresholds
from journeykit.analysis.scales import Scale
from journeykit.presets import SALON


def test_every_question_is_there() -> None:
    """Each module is at hand without an import of its own, and no other name is."""
    modules = [found.name for found in pkgutil.iter_modules(analysis.__path__)]
    assert dir(analysis) == sorted(name for name in modules if not name.startswith("_"))
    assert all(getattr(analysis, name).__doc__ for name in dir(analysis))
    with pytest.raises(AttributeError, match="has no attribute 'marcov'") as refused:
        analysis.marcov  # type: ignore[attr-defined]  # noqa: B018
    assert (refused.value.name, refused.value.obj) == ("marcov", analysis)


def test_numbers_of_numpy() -> None:
    """Numbers of other libraries are the numbers that they say: whole ones, and money."""
    np = pytest.importorskip("numpy")
    three = np.int64(3)
    visit = Journey(
        "visit",
        touchpoints=["door"],
        transitions=[
            Transition(START, "door"),
            Transition("door", CONVERSION),
            Transition("door", DROP_OFF),
        ],
    )
    walks = simulate(visit, 3, seed=3)
    assert simulate(visit, three, seed=three) == walks
    assert [*simulate_events(visit, three, seed=three)] == [*simulate_events(visit, 3, seed=3)]
    routes, attribution = analysis.routes, analysis.attribution
    assert routes.likeliest(visit, k=three) == routes.likeliest(visit, k=3)
    assert [*routes.simple(visit, limit=three)] == [*routes.simple(visit, limit=3)]
    assert dict(
        attribution.shapley(walks, worth="chain", samples=three, seed=three)
    ) == pytest.approx({"door": walks.conversions})
    assert Scale(np.int64(1), np.float32(5)) == Scale(1, 5)
    assert Thresholds(most_phases=three, low_emotion=np.float32(-1)) == Thresholds(most_phases=3)
    worth = analysis.measures.clv(Decimal(40), retention=np.float64(0.75))  # type: ignore[arg-type]
    assert worth.value == 160


def test_notebooks() -> None:
    """Whatever has words for people shows them in a notebook too, unless it is typed like that."""
    answers = {
        kind
        for name in dir(analysis)
        for kind in vars(getattr(analysis, name)).values()
        if isinstance(kind, type) and "__str__" in vars(kind) and not issubclass(kind, Noun)
        if kind.__module__.startswith(analysis.__name__)
    }
    assert {"Chain", "Comparison", "Credits", "Findings", "Measure"} <= {
        kind.__name__ for kind in answers
    }
    # Among their own names, because IPython takes a class's __repr__ before those of its bases.
    assert all(vars(kind).get("_repr_pretty_") is as_printed for kind in answers)
    nested = [analysis.compare.compare(SALON, SALON.evolve(label="Hair"))]
    assert pretty(nested) == f"[{nested[0]}]".replace("\n", "\n ")


def test_import_is_light() -> None:
    """The package loads none of its questions, and a question no more than it needs."""
    code = """
import sys, journeykit.analysis
print(*(name for name in sys.modules if name.startswith("journeykit.analysis.")))
from journeykit.analysis import markov
print(*{"networkx", "numpy", "scipy"} & {*sys.modules})
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "\n\n"
