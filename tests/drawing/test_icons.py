"""Line icons and faces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.drawing.icons import GRID, channel_icon, icon, lane_icon, names
from journeykit.drawing.scene import Curve, Ellipse, TextBlock, leaves
from journeykit.errors import UnknownKeyError
from journeykit.presets import channels


@given(st.sampled_from(names()), st.floats(-500, 500), st.floats(-500, 500), st.floats(8, 60))
def test_an_icon_stays_in_its_square(name: str, x: float, y: float, size: float) -> None:
    """Nothing is drawn outside the room that was asked for, but half a line."""
    for shape in leaves(icon(name, x, y, size, "#14406B")):
        assert not isinstance(shape, TextBlock)
        left, top, right, bottom = shape.box
        slack = 0.1 * size
        assert x - slack <= left <= right <= x + size + slack
        assert y - slack <= top <= bottom <= y + size + slack


@pytest.mark.parametrize("name", names())
def test_an_icon_fills_its_square_around_the_middle(name: str) -> None:
    """Icons are about as large as each other, and none hangs to one side."""
    shapes = icon(name, 0, 0, GRID, "#000000")
    boxes = [shape.box for shape in shapes if isinstance(shape, (Curve, Ellipse))]
    assert len(boxes) == len(shapes)
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    assert max(right - left, bottom - top) >= 16
    assert abs((left + right) / 2 - GRID / 2) <= 1.6
    assert abs((top + bottom) / 2 - GRID / 2) <= 2.2


@pytest.mark.parametrize("name", names())
def test_an_icon_has_one_colour_and_one_weight(name: str) -> None:
    """Lines have the colour and the width that were asked for."""
    for shape in icon(name, 0, 0, 20, "#14406B", stroke=1.5):
        assert isinstance(shape, (Curve, Ellipse))
        assert {shape.fill, shape.stroke} - {None} == {"#14406B"}
        if shape.stroke is not None and not name.startswith("face"):
            assert shape.stroke_width == 1.5


def test_an_unknown_icon_is_refused() -> None:
    """A wrong name is answered with the nearest right one."""
    with pytest.raises(UnknownKeyError, match="did you mean 'email'"):
        icon("emial", 0, 0, 20, "#14406B")


@pytest.mark.parametrize("key", channels.names())
def test_every_channel_of_the_catalogue_has_an_icon_of_its_own(key: str) -> None:
    """No channel that comes with the library falls back on its realm."""
    found = {channel_icon(key, realm=realm) for realm in ("online", "offline", "hybrid")}
    assert len(found) == 1
    assert found <= set(names())


@pytest.mark.parametrize(
    ("key", "realm", "name"),
    [
        ("E-mail", "hybrid", "email"),
        ("web shop", "online", "cart"),
        ("kiosk", "online", "web"),
        ("kiosk", "offline", "store"),
        ("kiosk", "hybrid", "mobile"),
        ("kiosk", "elsewhere", "mobile"),
    ],
)
def test_icons_of_channels(key: str, realm: str, name: str) -> None:
    """Spelling does not matter, and an unknown channel is drawn by its realm."""
    assert channel_icon(key, realm=realm) == name


@pytest.mark.parametrize(
    ("kind", "key", "name"),
    [
        ("emotion", "", "heart"),
        ("text", "goals", "target"),
        ("pains", "mine", "warn"),
        ("unheard of", "", "doc"),
    ],
)
def test_icons_of_lanes(kind: str, key: str, name: str) -> None:
    """The key of a lane says more than its kind."""
    assert lane_icon(kind, key=key) == name
