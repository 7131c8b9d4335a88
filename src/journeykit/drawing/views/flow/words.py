"""What a picture of flows says: its subtitle, its tooltips, and the picture in words."""

from typing import Final

from journeykit.drawing.views._flows import Flows, Ribbon, Station
from journeykit.drawing.views._phrases import listed, percent, phrase
from journeykit.drawing.views._sentences import figure
from journeykit.drawing.words import say
from journeykit.text import Text
from journeykit.transition import CONVERSION, START

__all__ = ["described", "of_drop", "of_ribbon", "of_station", "said", "subtitle", "under_name"]


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_WORDS: Final = {
    "where": _word("Where customers leave", "Waar klanten afhaken"),
    "all": _word("{count} customers", "{count} klanten"),
    "width": _word("width = how many go that way", "breedte = hoeveel er zo gaan"),
    "by_phase": _word(
        "touchpoints taken together by phase", "contactmomenten per fase samengenomen"
    ),
    "returns": _word(
        "who comes back is counted again ({count} times)",
        "wie terugkomt, telt opnieuw mee ({count} keer)",
    ),
    "returns_share": _word(
        "who comes back is counted again ({share} of customers)",
        "wie terugkomt, telt opnieuw mee ({share} van de klanten)",
    ),
    "net": _word(
        "ways there and back taken off against each other ({count} times back)",
        "heen en terug tegen elkaar weggestreept ({count} keer terug)",
    ),
    "net_share": _word(
        "ways there and back taken off against each other ({share} times back a customer)",
        "heen en terug tegen elkaar weggestreept ({share} keer terug per klant)",
    ),
    "others": _word(
        "steps that at most {share} pass are taken together",
        "stappen waar hooguit {share} langskomt, zijn samengenomen",
    ),
    "told": _word(
        "ways that skip steps have a figure from {share} of customers on",
        "wegen die stappen overslaan, hebben een getal vanaf {share} van de klanten",
    ),
    "missed": _word(
        "{count} steps that nobody reaches are left out",
        "{count} stappen die niemand bereikt, staan er niet in",
    ),
    "missed_one": _word(
        "1 step that nobody reaches is left out", "1 stap die niemand bereikt, staat er niet in"
    ),
    "customers": _word("{count} customers", "{count} klanten"),
    "visits": _word("{count} visits", "{count} bezoeken"),
    "net_visits": _word("{count} net", "{count} netto"),
    "of_start": _word("{share} of the start", "{share} van de start"),
    "of_before": _word("{share} of the step before", "{share} van de stap ervoor"),
    "leave": _word("{share} leave", "{share} haakt af"),
    "entered": _word("Entered: {count}", "Binnengekomen: {count}"),
    "entered_net": _word("Entered, net: {count}", "Binnengekomen, netto: {count}"),
    "left": _word("Dropped off: {count} ({share})", "Afgehaakt: {count} ({share})"),
    "taken": _word(
        "{count} ({share} of those who pass {name})", "{count} ({share} van wie langs {name} komt)"
    ),
    "on": _word("Goes on", "Gaat verder"),
    "enter": _word("{name}: {entered} enter", "{name}: {entered} komen binnen"),
    "enter_and_leave": _word(
        "{name}: {entered} enter and {left} drop off ({share})",
        "{name}: {entered} komen binnen en {left} haken af ({share})",
    ),
    "convert": _word(
        "{name}: {entered} ({share} of the start)", "{name}: {entered} ({share} van de start)"
    ),
}


def said(key: str, lang: str, **parts: object) -> str:
    """Return a sentence of the picture in a language, with its gaps filled."""
    return _WORDS[key].pick(lang).format_map(parts)


def subtitle(flows: Flows, lang: str) -> str:
    """Return what the picture shows, and what was done to show it."""
    parts = [said("where", lang)]
    if flows.customers is not None:
        parts.append(said("all", lang, count=figure(flows.customers, lang)))
    parts.append(said("width", lang))
    if flows.lifted:
        parts.append(said("by_phase", lang))
    if flows.returning > 0:
        parts.append(_returns(flows, lang))
    if flows.least is not None:
        parts.append(said("others", lang, share=percent(flows.least)))
    if flows.told_from > 0:
        parts.append(said("told", lang, share=percent(flows.told_from)))
    if flows.missed:
        key = "missed_one" if flows.missed == 1 else "missed"
        parts.append(said(key, lang, count=flows.missed))
    return " · ".join(parts)


def _returns(flows: Flows, lang: str) -> str:
    key = "net" if flows.is_net else "returns"
    if flows.customers is not None:
        return said(key, lang, count=flows.said(flows.returning, lang))
    share = figure(flows.returning, lang) if flows.is_net else percent(flows.returning)
    return said(f"{key}_share", lang, share=share)


def under_name(flows: Flows, number: int, lang: str) -> tuple[str, ...]:
    """Return what stands under the name of a station: how many pass it, and their share."""
    station = flows.stations[number]
    if flows.customers is None:
        return (percent(station.passed),)
    key = "customers"
    if flows.returning > 0 and station.key not in (START, CONVERSION):
        key = "net_visits" if flows.is_net else "visits"
    count = said(key, lang, count=flows.said(station.passed, lang))
    return (count, said("of_start", lang, share=percent(station.passed)))


def of_station(flows: Flows, number: int, lang: str) -> str:
    """Return all figures of a station, its name first."""
    station = flows.stations[number]
    key = "entered_net" if flows.is_net else "entered"
    lines = [station.label, said(key, lang, count=flows.said(station.passed, lang))]
    if number > 0:
        lines.append(said("of_start", lang, share=percent(station.passed)))
        before = flows.stations[number - 1].passed
        # What customers pass only to go back again has nothing left that others are a share of.
        if before > 0:
            lines.append(said("of_before", lang, share=percent(station.passed / before)))
    if station.left > 0:
        lines.append(of_drop(flows, station, lang))
    return "\n".join(lines)


def of_drop(flows: Flows, station: Station, lang: str) -> str:
    """Return how many drop off at a station."""
    share = percent(station.left / station.passed)
    return said("left", lang, count=flows.said(station.left, lang), share=share)


def of_ribbon(flows: Flows, ribbon: Ribbon, lang: str) -> str:
    """Return how many go from one station to another."""
    source, target = flows.stations[ribbon.source], flows.stations[ribbon.target]
    share = percent(ribbon.flow / source.passed)
    count = flows.said(ribbon.flow, lang)
    taken = said("taken", lang, count=count, share=share, name=source.label)
    return f"{source.label} → {target.label}: {taken}"


def described(flows: Flows, lang: str) -> str:
    """Return what there is to see, in a few sentences."""
    parts = []
    for station in flows.stations:
        facts = {
            "name": station.label,
            "entered": flows.said(station.passed, lang),
            "left": flows.said(station.left, lang),
        }
        if station.key == CONVERSION:
            parts.append(said("convert", lang, share=percent(station.passed), **facts))
        elif station.left > 0:
            share = percent(station.left / station.passed)
            parts.append(said("enter_and_leave", lang, share=share, **facts))
        else:
            parts.append(said("enter", lang, **facts))
    words = f"{said('where', lang)}. {'. '.join(parts)}."
    backs = [one for one in flows.ribbons if one.kind == "back"]
    if backs:
        names = [
            f"{flows.stations[one.source].label} → {flows.stations[one.target].label}"
            for one in backs
        ]
        moves = listed(names, lang)
        words += " " + phrase("moves_are", lang, kind=say("back", lang), moves=moves)
    return " ".join(words.split())
