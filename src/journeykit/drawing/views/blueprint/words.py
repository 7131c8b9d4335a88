"""What a service blueprint says of itself: its legend, and the picture in words."""

from typing import Final

from journeykit.drawing import parts
from journeykit.drawing.geometry import line
from journeykit.drawing.palette import Theme
from journeykit.drawing.parts import LegendEntry
from journeykit.drawing.scene import Shape
from journeykit.drawing.views._legend import assumption_entry
from journeykit.drawing.views._sentences import counted
from journeykit.drawing.views.blueprint.cards import mark_entries
from journeykit.drawing.views.blueprint.draft import Draft
from journeykit.drawing.views.blueprint.grid import Blueprint, Joint
from journeykit.drawing.views.blueprint.painting import joint
from journeykit.drawing.words import say
from journeykit.text import Text

__all__ = ["described", "legend_entries"]


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_ACROSS: Final = _word("Between lanes", "Tussen de lagen")
_CONTACT: Final = _word("Belongs to", "Hoort bij")
_KINDS: Final = {"next": "forward", "skip": "skip", "back": "back", "repeat": "repeat"}
_TITLE: Final = _word("Service blueprint “{title}”", "Service blueprint “{title}”")
_PHASES: Final = (_word("phase", "fase"), _word("phases", "fasen"))
_LANES: Final = _word("Lanes from top to bottom: {names}", "Lagen van boven naar beneden: {names}")
_CARDS: Final = (_word("card", "kaart"), _word("cards", "kaarten"))
_JOINTS: Final = (_word("connection", "verbinding"), _word("connections", "verbindingen"))
_FAILS: Final = _word("Fail points: {names}", "Faalpunten: {names}")
_WAITS: Final = _word("Wait points: {names}", "Wachtpunten: {names}")


def legend_entries(draft: Draft) -> list[LegendEntry]:
    """Return the signs of a blueprint with their meaning."""
    colours, lang, blueprint = draft.options.theme, draft.options.lang, draft.blueprint
    along = {one.kind for one in blueprint.joints if draft.is_along(one)}
    across = {one.kind for one in blueprint.joints if not draft.is_along(one)}
    found = [
        parts.transition_entry(kind, say(word, lang), colours=colours)
        for kind, word in _KINDS.items()
        if kind in along
    ]
    if across - {"contact"}:
        found.append(LegendEntry(_ACROSS.pick(lang), _sample("", colours), 30))
    if "contact" in across:
        found.append(LegendEntry(_CONTACT.pick(lang), _sample("contact", colours), 30))
    found += mark_entries(draft.faces, colours, lang)
    if _has_assumptions(blueprint):
        found.append(assumption_entry(colours, lang))
    return found


def _has_assumptions(blueprint: Blueprint) -> bool:
    words = (entry for row in blueprint.rows for cell in row.words.values() for entry in cell)
    return any(tile.assumed for tile in blueprint.tiles) or any(entry.assumed for entry in words)


def _sample(kind: str, colours: Theme) -> tuple[Shape, ...]:
    chain = line((2, 0), (28, 0))
    return joint(Joint(0, 0, kind, ""), chain, along=False, colours=colours).items


def described(blueprint: Blueprint) -> str:
    """Return what there is to see, in a few sentences."""
    sheet, lang = blueprint.sheet, blueprint.sheet.lang
    names = ", ".join(phase.label.pick(lang) for phase in sheet.phases)
    rows = []
    for row in blueprint.rows:
        line = row.lane.line.pick(lang)
        rows.append(row.lane.label.pick(lang) + (f" ({line})" if line else ""))
    said = [
        _TITLE.pick(lang).format(title=sheet.title),
        f"{counted(len(sheet.phases), *_PHASES, lang)}: {names}",
        _LANES.pick(lang).format(names=", ".join(rows)),
    ]
    if blueprint.tiles:
        cards = counted(len(blueprint.tiles), *_CARDS, lang)
        joints = counted(len(blueprint.joints), *_JOINTS, lang)
        said.append(f"{cards}, {joints}" if blueprint.joints else cards)
    for words, found in (
        (
            _FAILS,
            [f"{tile.words} ({', '.join(tile.fails)})" for tile in blueprint.tiles if tile.fails],
        ),
        (_WAITS, [f"{tile.words} ({tile.wait})" for tile in blueprint.tiles if tile.wait]),
    ):
        if found:
            said.append(words.pick(lang).format(names="; ".join(found)))
    return " ".join(f"{'. '.join(said)}.".split())
