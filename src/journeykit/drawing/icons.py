"""Line icons and faces, drawn from lines, arcs and ellipses: no font, no picture file, no emoji."""

import functools
import re
from typing import TypeAlias

from attrs import frozen

from journeykit.drawing._icon_paths import PATHS
from journeykit.drawing.geometry import Chain, arc, line, rounded_rectangle
from journeykit.drawing.marks import face
from journeykit.drawing.scene import Curve, Ellipse, Point, Shape
from journeykit.errors import UnknownKeyError

__all__ = ["FACES", "GRID", "channel_icon", "icon", "lane_icon", "names"]

_STEPS = re.compile(r"[A-Z][^A-Z]*")

GRID = 24.0
"""Icons are made on a square of this side."""

FACES = {"face-2": -2.0, "face-1": -1.0, "face0": 0.0, "face+1": 1.0, "face+2": 2.0}
"""The five faces and the emotion that each shows."""

_CHANNELS = {
    "account_manager": "id",
    "app": "mobile",
    "building": "building",
    "car_park": "car",
    "chat": "chat",
    "community": "people",
    "contact_centre": "headset",
    "conversation": "talk",
    "direct_mail": "letter",
    "ebook": "book",
    "email": "email",
    "facebook": "like",
    "instagram": "social",
    "landing_page": "web",
    "leaflet": "leaflet",
    "linkedin": "id",
    "loyalty_programme": "heart",
    "newsletter": "newsletter",
    "newspaper": "news",
    "online_advertising": "ad",
    "online_booking": "calendar",
    "order_confirmation": "calendar",
    "outdoor_advertising": "billboard",
    "packaging": "box",
    "parcel": "truck",
    "product_demo": "eye",
    "radio": "radio",
    "reception": "bell",
    "review_site": "star",
    "sales_talk": "talk",
    "search_engine": "search",
    "shop": "bag",
    "shop_window": "store",
    "signage": "sign",
    "sms": "sms",
    "social_media": "social",
    "telephone": "phone",
    "television": "tv",
    "video": "video",
    "webinar": "webinar",
    "website": "web",
    "webshop": "cart",
    "whatsapp": "chat",
    "word_of_mouth": "people",
}
_ALIASES = {
    "bus_shelter": "outdoor_advertising",
    "call_centre": "contact_centre",
    "contact_center": "contact_centre",
    "e_book": "ebook",
    "e_mail": "email",
    "mail": "email",
    "neighbour": "word_of_mouth",
    "parking": "car_park",
    "phone": "telephone",
    "product_demonstration": "product_demo",
    "search": "search_engine",
    "social": "social_media",
    "store": "shop",
    "tv": "television",
    "web": "website",
    "web_shop": "webshop",
}
_REALMS = {"online": "web", "offline": "store", "hybrid": "mobile"}
_LANES = {
    "actions": "person",
    "back_office": "gear",
    "backstage": "gear",
    "backstage_actions": "gear",
    "business_goal": "flag",
    "channels": "mobile",
    "customer_actions": "person",
    "customer_goal": "target",
    "evidence": "doc",
    "front_office": "people",
    "frontstage": "people",
    "goal": "target",
    "goals": "target",
    "moments_of_truth": "star",
    "onstage_actions": "people",
    "physical_evidence": "doc",
    "questions": "question",
    "support": "db",
    "support_processes": "db",
    "thoughts": "thought",
}
_KINDS = {
    "text": "doc",
    "quotes": "thought",
    "emotion": "heart",
    "touchpoints": "mobile",
    "pains": "warn",
    "opportunities": "bulb",
    "measures": "chart",
    "owners": "people",
    "steps": "person",
    "values": "check",
}


def names() -> tuple[str, ...]:
    """Return the names of all icons and faces.

    Example:
        >>> "email" in names()
        True
    """
    return (*PATHS, *FACES)


def icon(
    name: str, x: float, y: float, size: float, colour: str, *, stroke: float = 1.3
) -> tuple[Shape, ...]:
    """Return an icon as shapes.

    Args:
        name: One of `names`.
        x: Left side.
        y: Top.
        size: Width and height in points.
        colour: Colour of the lines.
        stroke: Width of the lines in points, whatever the size.

    Raises:
        UnknownKeyError: There is no such icon.

    Example:
        >>> len(icon("email", 0, 0, 17, "#14406B"))
        2
    """
    if name in FACES:
        half = size / 2
        return face(x + half, y + half, FACES[name], colour=colour, fill=None, radius=0.84 * half)
    if name not in PATHS:
        raise UnknownKeyError("icon", name, names())
    return _icon(name, (x, y), size / GRID, colour, stroke)


def channel_icon(key: str, *, realm: str = "hybrid") -> str:
    """Return the name of the icon for a channel.

    Args:
        key: Key of the channel.
        realm: ``"online"``, ``"offline"`` or ``"hybrid"``, for a channel that has no icon of its
            own.

    Example:
        >>> channel_icon("newsletter"), channel_icon("our_kiosk", realm="offline")
        ('newsletter', 'store')
    """
    plain = key.lower().replace("-", "_").replace(" ", "_")
    plain = _ALIASES.get(plain, plain)
    return _CHANNELS.get(plain) or _REALMS.get(realm, "mobile")


def lane_icon(kind: str, *, key: str = "") -> str:
    """Return the name of the icon for a lane.

    Args:
        kind: Kind of the lane, such as ``"emotion"`` or ``"pains"``.
        key: Key of the lane, which may say more than its kind.

    Example:
        >>> lane_icon("quotes"), lane_icon("text", key="goals")
        ('thought', 'target')
    """
    return _LANES.get(key) or _KINDS.get(kind, "doc")


@functools.lru_cache(maxsize=1024)
def _icon(name: str, corner: Point, scale: float, colour: str, stroke: float) -> tuple[Shape, ...]:
    return tuple(_at(one, corner, scale, colour=colour, stroke=stroke) for one in _elements(name))


# --- reading the paths ------------------------------------------------------------------


@frozen
class _Outline:
    points: tuple[Point, ...]


@frozen
class _Oval:
    x: float
    y: float
    rx: float
    ry: float
    filled: bool


_Element: TypeAlias = _Outline | _Oval


@functools.lru_cache(maxsize=128)
def _elements(name: str) -> tuple[_Element, ...]:
    return tuple(map(_element, PATHS[name]))


def _element(path: str) -> _Element:
    letter, *numbers = path.split()
    if letter == "O":
        x, y, rx, ry = map(float, numbers)
        return _Oval(x, y, rx, ry, filled=False)
    if letter == "D":
        x, y, radius = map(float, numbers)
        return _Oval(x, y, radius, radius, filled=True)
    if letter == "R":
        x, y, width, height, radius = map(float, numbers)
        return _Outline(rounded_rectangle(x, y, width, height, radius=radius))
    return _Outline(_outline(path))


def _outline(path: str) -> Chain:
    """Return a path of the letters M, L, C, A and Z as one chain of curves."""
    chain: list[Point] = []
    for letter, *texts in (step.split() for step in _STEPS.findall(path)):
        numbers = [float(text) for text in texts]
        points = tuple(zip(numbers[::2], numbers[1::2], strict=False))
        if letter == "M":
            chain = list(points)
        elif letter == "L":
            chain += line(chain[-1], *points)[1:]
        elif letter == "C":
            chain += points
        elif letter == "A":
            x, y, radius, start, end = numbers
            bow = arc(x, y, radius, radius, start=start, end=end)
            chain += line(chain[-1], bow[0])[1:] + bow[1:]
        else:
            chain += line(chain[-1], chain[0])[1:]
    return tuple(chain)


def _at(
    one: _Element, corner: Point, scale: float, *, colour: str, stroke: float
) -> Curve | Ellipse:
    x, y = corner
    if isinstance(one, _Outline):
        points = [(x + px * scale, y + py * scale) for px, py in one.points]
        closed = one.points[0] == one.points[-1]
        return Curve(points, closed=closed, stroke=colour, stroke_width=stroke)
    return Ellipse(
        x + one.x * scale,
        y + one.y * scale,
        one.rx * scale,
        one.ry * scale,
        fill=colour if one.filled else None,
        stroke=None if one.filled else colour,
        stroke_width=stroke,
    )
