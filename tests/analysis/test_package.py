"""The package of questions: light, and complete."""

import pkgutil
import subprocess
import sys

import pytest

from journeykit import analysis


def test_every_question_is_there() -> None:
    """Each module is at hand without an import of its own, and no other name is."""
    modules = [found.name for found in pkgutil.iter_modules(analysis.__path__)]
    assert dir(analysis) == sorted(name for name in modules if not name.startswith("_"))
    assert all(getattr(analysis, name).__doc__ for name in dir(analysis))
    with pytest.raises(AttributeError, match="has no attribute 'marcov'"):
        analysis.marcov  # noqa: B018


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
