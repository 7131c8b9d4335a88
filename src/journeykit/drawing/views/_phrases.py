"""What the phases and the touchpoints say of their own accord, and lists and shares in words."""

from collections.abc import Sequence
from typing import Final

from journeykit.grid import Stage
from journeykit.text import Text

__all__ = ["NBSP", "PHRASES", "STAGES", "listed", "percent", "phrase"]

NBSP: Final = "\u00a0"
_MOST_LISTED = 24
_WHOLE = 100
_ROUNDING: Final = 1e-9  # what sums of many shares are off by, at most


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


STAGES: Final = {
    Stage.AWARENESS: _word("Awareness", "Bewustwording"),
    Stage.CONSIDERATION: _word("Consideration", "Overweging"),
    Stage.PURCHASE: _word("Purchase", "Aankoop"),
    Stage.SERVICE: _word("Service", "Service"),
    Stage.LOYALTY: _word("Loyalty", "Loyaliteit"),
}
"""What the stages of the backbone are called."""

PHRASES: Final = {
    # --- phases
    "share_of_phase": _word(
        "Share of customers in a phase who go on · line width = share",
        "Aandeel van de klanten in een fase dat doorgaat · lijndikte = aandeel",
    ),
    "share_of_touchpoint": _word(
        "Share of customers at a touchpoint who go on · line width = share",
        "Aandeel van de klanten op een contactmoment dat doorgaat · lijndikte = aandeel",
    ),
    "hidden": _word(
        "transitions below {share} are not shown", "overgangen onder {share} staan er niet in"
    ),
    "reached": _word("reached {count} ×", "{count} × bereikt"),
    "taken": _word("taken {count} ×", "{count} × genomen"),
    "from": _word("from {places}", "van {places}"),
    "and_more": _word("and {count} more", "en nog {count}"),
    "stage": _word("Stage: {name}", "Fase van het basismodel: {name}"),
    "phases_are": _word("Phases: {names}.", "Fasen: {names}."),
    "touchpoints_are": _word("Touchpoints: {names}.", "Contactmomenten: {names}."),
    "moves_are": _word("{kind}: {moves}.", "{kind}: {moves}."),
    "strongest": _word(
        "The largest share goes from {source} to {target} ({share}).",
        "Het grootste aandeel gaat van {source} naar {target} ({share}).",
    ),
    "weakest": _word(
        "The smallest goes from {source} to {target} ({share}).",
        "Het kleinste gaat van {source} naar {target} ({share}).",
    ),
    "most_leave": _word(
        "Most drop off at {source} ({share}).", "De meesten haken af bij {source} ({share})."
    ),
    # --- touchpoints
    "whose_route": _word(
        "{name}’s route (dotted) through online and offline touchpoints",
        "Route van {name} (stippellijn) langs online en offline contactmomenten",
    ),
    "a_route": _word(
        "The customer’s route (dotted) through online and offline touchpoints",
        "De route van de klant (stippellijn) langs online en offline contactmomenten",
    ),
    "whose_plain_route": _word(
        "{name}’s route (dotted) along the touchpoints",
        "Route van {name} (stippellijn) langs de contactmomenten",
    ),
    "a_plain_route": _word(
        "The customer’s route (dotted) along the touchpoints",
        "De route van de klant (stippellijn) langs de contactmomenten",
    ),
    "point": _word("point at a mark for its name", "wijs een teken aan voor de naam"),
    "no_route": _word("Touchpoints in the order of time", "Contactmomenten in volgorde van tijd"),
    "density_of_all": _word("One mark a touchpoint", "Eén teken per contactmoment"),
    "density": _word(
        "One mark a touchpoint · filled = on the route",
        "Eén teken per contactmoment · gevuld = op de route",
    ),
    "density_of": _word(
        "One mark a touchpoint · filled = on {name}’s route",
        "Eén teken per contactmoment · gevuld = op de route van {name}",
    ),
    "next_row": _word(
        "the route goes on in the next row", "de route gaat verder op de volgende rij"
    ),
    "not_used": _word("Not used on this route", "Niet op deze route"),
    "stop": _word("Stop {number} of the route", "Stop {number} van de route"),
    "route_is": _word("Route: {names}.", "Route: {names}."),
    "unused_are": _word("Not on the route: {names}.", "Niet op de route: {names}."),
    "no_channel": _word("Channel not given", "Kanaal niet vermeld"),
    "no_phase": _word("No phase", "Geen fase"),
}
"""Sentences by key; what stands in braces is filled in by `phrase`."""


def phrase(key: str, lang: str, **parts: object) -> str:
    """Return a sentence of the pictures in a language, with its gaps filled.

    Args:
        key: The key of the sentence in `PHRASES`.
        lang: A language tag.
        **parts: What stands in the gaps.
    """
    words = PHRASES[key].pick(lang)
    return words.format_map(parts) if parts else words


def percent(share: float) -> str:
    """Return a share as it is said: whole percents, none rounded to nothing or to all.

    Args:
        share: From 0 to 1.

    Example:
        >>> [percent(share).replace(NBSP, " ") for share in (0.62, 0.001, 0.999, 1 - 1e-16)]
        ['62 %', '< 1 %', '> 99 %', '100 %']
    """
    whole = round(share * _WHOLE)
    if whole == 0 and share > _ROUNDING:
        return f"<{NBSP}1{NBSP}%"
    if whole == _WHOLE and share < 1 - _ROUNDING:
        return f">{NBSP}99{NBSP}%"
    return f"{whole}{NBSP}%"


def listed(names: Sequence[str], lang: str) -> str:
    """Return names as a list in a sentence; beyond two dozen, only how many more there are."""
    said = ", ".join(names[:_MOST_LISTED])
    rest = len(names) - _MOST_LISTED
    return f"{said} {phrase('and_more', lang, count=rest)}" if rest > 0 else said
