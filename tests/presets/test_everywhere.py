"""Every ready-made model goes through every format, and is drawn in every view that fits it."""

import pytest

import journeykit as jk
from journeykit import presets, testing
from journeykit.drawing.checks import problems

VIEWS = ("phases", "ring", "map", "blueprint")


@pytest.mark.parametrize("key", presets.names())
def test_formats(key: str) -> None:
    """A model comes back from each format as it left."""
    model = presets.get(key)
    for name in ("json", "yaml", "toml"):
        assert jk.loads(jk.dumps(model, name), name) == model


@pytest.mark.parametrize("key", presets.names())
def test_conformance(key: str) -> None:
    """A model passes the check that authors run over theirs."""
    testing.check_model(presets.get(key))


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("key", presets.names())
def test_views(key: str, lang: str) -> None:
    """A model can be looked at in either language, and nothing in the pictures is unreadable."""
    model = presets.get(key)
    views = [*VIEWS, "matrix"] if model.lanes and model.notes else VIEWS
    for view in views:
        if view == "blueprint" and not model.lanes:
            continue
        assert problems(jk.draw(model, view, lang=lang).scene) == [], view
