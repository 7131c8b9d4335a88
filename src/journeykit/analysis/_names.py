"""What the parts of a journey are called where an answer speaks of them."""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from journeykit.text import Text

__all__ = ["PARTS", "Part", "both"]

Part: TypeAlias = Literal[
    "journey",
    "model",
    "persona",
    "phase",
    "lane",
    "touchpoint",
    "transition",
    "note",
    "goal",
    "channel",
]


def both(english: str, dutch: str) -> Text:
    """Return words in both languages."""
    return Text({"en": english, "nl": dutch})


PARTS: Final[Mapping[Part, Text]] = {
    "journey": both("journey", "klantreis"),
    "model": both("model", "model"),
    "persona": both("persona", "persona"),
    "phase": both("phase", "fase"),
    "lane": both("lane", "rij"),
    "touchpoint": both("touchpoint", "contactmoment"),
    "transition": both("transition", "overgang"),
    "note": both("note", "notitie"),
    "goal": both("goal", "doel"),
    "channel": both("channel", "kanaal"),
}
"""The words for each kind of part."""
