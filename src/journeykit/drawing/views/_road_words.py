"""What a picture of moves says of itself: under its title, in its legend, and in words alone."""

from typing import Final

from journeykit.drawing.views._moves import Move, Road
from journeykit.drawing.views._phrases import listed, percent, phrase
from journeykit.drawing.words import say
from journeykit.journey import Journey
from journeykit.model import JourneyModel

__all__ = ["described", "legend_kinds", "state", "subtitle"]

_KINDS: Final = {"next": "forward", "skip": "skip", "back": "back", "repeat": "repeat"}


def subtitle(subject: Journey | JourneyModel, road: Road, lang: str) -> str:
    """Return what stands under the title: what shares are shares of, or what it is about.

    Args:
        subject: What is drawn.
        road: Its moves.
        lang: Language of the words.
    """
    if road.weighted:
        said = [phrase("share_of_phase" if road.of_phases else "share_of_touchpoint", lang)]
    elif isinstance(subject, JourneyModel):
        said = [subject.description.pick(lang)]
    else:
        nouns = (subject.model, subject.persona)
        said = [noun.label.pick(lang) for noun in nouns if noun is not None]
    if road.hidden is not None:
        said.append(phrase("hidden", lang, share=percent(road.hidden)))
    return " · ".join(part for part in said if part)


def state(subject: Journey | JourneyModel, lang: str) -> str:
    """Return what the pill beside the title says: that this is how it should become."""
    future = isinstance(subject, Journey) and subject.state == "future"
    return say("future", lang) if future else ""


def legend_kinds(road: Road) -> list[tuple[str, str]]:
    """Return the kinds of moves that a legend explains, each with the key of its word."""
    kinds = {move.kind for move in road.moves}
    found = [(kind, word) for kind, word in _KINDS.items() if kind in kinds]
    if road.drops:
        found.append(("exit", "drop_off"))
    # Nobody needs to be told what a plain arrow means.
    return [] if found == [("next", "forward")] else found


def described(road: Road, lang: str) -> str:
    """Return the steps and the moves in sentences, for those who cannot see them."""
    names = [step.label for step in road.steps]
    key = "phases_are" if road.of_phases else "touchpoints_are"
    said = [phrase(key, lang, names=listed(names, lang))]

    def name(place: int) -> str:
        return say("start", lang) if place < 0 else [*names, say("conversion", lang)][place]

    for kind in ("skip", "back", "repeat"):
        pairs = [
            f"{name(move.source)} → {name(move.target)}" for move in road.moves if move.kind == kind
        ]
        if pairs:
            word = say(_KINDS[kind], lang)
            said.append(phrase("moves_are", lang, kind=word, moves=listed(pairs, lang)))
    leaving = [name(place) for place in sorted(road.drops)]
    shared = [move for move in road.moves if move.share is not None and move.source >= 0]
    if shared:
        strongest = max(shared, key=_share)
        weakest = min(shared, key=_share)
        for key, move in (("strongest", strongest), ("weakest", weakest)):
            said.append(
                phrase(
                    key,
                    lang,
                    source=name(move.source),
                    target=name(move.target),
                    share=percent(_share(move)),
                )
            )
            if strongest is weakest:
                break
    lost = [move for move in road.drops.values() if move.share is not None]
    if lost:
        most = max(lost, key=_share)
        said.append(
            phrase("most_leave", lang, source=name(most.source), share=percent(_share(most)))
        )
    elif leaving:
        said.append(
            phrase("moves_are", lang, kind=say("drop_off", lang), moves=listed(leaving, lang))
        )
    return " ".join(said)


def _share(move: Move) -> float:
    return move.share or 0.0
