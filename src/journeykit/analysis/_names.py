"""What the parts of a journey, and what happens to them, are called where an answer says so."""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from journeykit.text import Text

__all__ = ["CHANGES", "NOTHING", "PARTS", "SAME", "Kind", "Part", "both"]

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
Kind: TypeAlias = Literal[
    "added",
    "removed",
    "moved",
    "rescored",
    "reworded",
    "rerouted",
    "reweighted",
    "retargeted",
    "reassigned",
    "remodelled",
    "reordered",
    "amended",
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

CHANGES: Final[Mapping[Kind, Text]] = {
    "added": both("added", "toegevoegd"),
    "removed": both("removed", "vervallen"),
    "moved": both("moved", "verplaatst"),
    "rescored": both("rescored", "anders gescoord"),
    "reworded": both("reworded", "anders verwoord"),
    "rerouted": both("rerouted", "langs een andere weg"),
    "reweighted": both("reweighted", "anders gewogen"),
    "retargeted": both("retargeted", "met een ander streven"),
    "reassigned": both("reassigned", "aan iemand anders toegewezen"),
    "remodelled": both("remodelled", "in een ander model"),
    "reordered": both("reordered", "anders geordend"),
    "amended": both("amended", "gewijzigd"),
}
"""The words for each thing that may happen to a part."""

NOTHING: Final = both("nothing", "niets")
SAME: Final = both("no differences", "geen verschillen")
