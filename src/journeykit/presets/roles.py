"""Sets of roles as lanes: who does what in each phase, and who has a say in a purchase."""

import re
from typing import Final

from journeykit.grid import Lane
from journeykit.text import Text

__all__ = ["BUYING_CENTER", "RACI", "duties_of"]

RACI: Final = (
    Lane(
        "R",
        {"en": "Responsible", "nl": "Uitvoerend verantwoordelijk"},
        kind="values",
        description={"en": "Does the work; one or more.", "nl": "Doet het werk; één of meer."},
        data={"rule": "one or more"},
    ),
    Lane(
        "A",
        {"en": "Accountable", "nl": "Eindverantwoordelijk"},
        kind="values",
        description={
            "en": "Answers for the result; exactly one per phase.",
            "nl": "Staat in voor het resultaat; precies één per fase.",
        },
        data={"rule": "exactly one per row"},
    ),
    Lane(
        "C",
        {"en": "Consulted", "nl": "Geraadpleegd"},
        kind="values",
        description={
            "en": "Is asked beforehand; two-way.",
            "nl": "Wordt vooraf gevraagd; in twee richtingen.",
        },
        data={"rule": "two-way"},
    ),
    Lane(
        "I",
        {"en": "Informed", "nl": "Geïnformeerd"},
        kind="values",
        description={
            "en": "Is told afterwards; one-way.",
            "nl": "Krijgt het achteraf te horen; in één richting.",
        },
        data={"rule": "one-way"},
    ),
)
"""Responsible, accountable, consulted, informed: standard practice, from several glossaries."""

_WEBSTER_WIND = {
    "added_by": "Webster & Wind",
    "source": (
        "Webster, F. E. & Wind, Y. (1972), 'A General Model for Understanding Organizational "
        "Buying Behavior', Journal of Marketing 36(2): users, influencers, buyers, deciders, "
        "gatekeepers"
    ),
}

BUYING_CENTER: Final = (
    Lane(
        "initiator",
        {"en": "Initiator", "nl": "Initiatiefnemer"},
        kind="values",
        data={
            "added_by": "Bonoma",
            "source": (
                "Bonoma, T. V. (1982), 'Major Sales: Who Really Does the Buying?', Harvard "
                "Business Review: adds initiator"
            ),
        },
    ),
    Lane("user", {"en": "User", "nl": "Gebruiker"}, kind="values", data=_WEBSTER_WIND),
    Lane(
        "influencer", {"en": "Influencer", "nl": "Beïnvloeder"}, kind="values", data=_WEBSTER_WIND
    ),
    Lane("decider", {"en": "Decider", "nl": "Beslisser"}, kind="values", data=_WEBSTER_WIND),
    Lane(
        "approver",
        {"en": "Approver", "nl": "Goedkeurder"},
        kind="values",
        data={
            "added_by": "Kotler",
            "source": "Kotler & Keller: adds approver, seven roles in all",
        },
    ),
    Lane("buyer", {"en": "Buyer", "nl": "Inkoper"}, kind="values", data=_WEBSTER_WIND),
    Lane(
        "gatekeeper", {"en": "Gatekeeper", "nl": "Poortwachter"}, kind="values", data=_WEBSTER_WIND
    ),
)
"""The buying centre or decision-making unit (DMU): who has a say in a purchase."""

_MEANT: Final = {name.casefold(): lane.key for lane in RACI for name in lane.label.values()}
_BETWEEN: Final = re.compile(r"[,;/+&]")


def duties_of(text: Text) -> str:
    """Return the letters of RACI that a text consists of, or nothing where it says more.

    Args:
        text: What stands in a cell: letters such as ``"A/R"``, or their meaning.

    Example:
        >>> duties_of(Text("R, A")), duties_of(Text("geïnformeerd")), duties_of(Text("Chris"))
        ('RA', 'I', '')
    """
    return next(filter(None, map(_letters, text.values())), "")


def _letters(words: str) -> str:
    parts = [part.strip() for part in _BETWEEN.split(words)]
    said = "".join(_MEANT.get(part.casefold(), part) for part in parts).replace(" ", "")
    letters = [lane.key for lane in RACI if lane.key in said]
    return "".join(letters) if sorted(letters) == sorted(said) else ""
