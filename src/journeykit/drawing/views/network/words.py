"""What a network says: its subtitle, and the picture in words."""

from collections.abc import Mapping, Sequence
from typing import Final

from journeykit.drawing.views._phrases import NBSP, listed, phrase
from journeykit.drawing.views._sentences import figure
from journeykit.drawing.views.network.nodes import Hidden, Network, Way
from journeykit.drawing.words import say
from journeykit.text import Text
from journeykit.transition import CONVERSION, START

__all__ = ["described", "subtitle"]


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_MOST: Final = 5
_WORDS: Final = {
    "customers": _word("{count} customers", "{count} klanten"),
    "counted": _word("line width and number = how often", "lijndikte en getal = hoe vaak"),
    "phases": _word("Ways from phase to phase", "Wegen van fase naar fase"),
    "touchpoints": _word(
        "Ways from touchpoint to touchpoint", "Wegen van contactmoment naar contactmoment"
    ),
    "hidden": _word("not shown: {things}", "niet getoond: {things}"),
    "rare": _word(
        "{ways} under {share} of customers ({traffic} of all traffic)",
        "{ways} onder {share} van de klanten ({traffic} van al het verkeer)",
    ),
    "most": _word("Most taken", "Meest genomen"),
    "ways": _word("Ways", "Wegen"),
}
_TRANSITIONS: Final = (_word("transition", "overgang"), _word("transitions", "overgangen"))
_TOUCHPOINTS: Final = (
    _word("touchpoint", "contactmoment"),
    _word("touchpoints", "contactmomenten"),
)
_PHASES: Final = (_word("phase", "fase"), _word("phases", "fasen"))


def _said(key: str, lang: str, **parts: object) -> str:
    return _WORDS[key].pick(lang).format_map(parts)


def _share(share: float, lang: str) -> str:
    """Return a share with a decimal, which small ones need."""
    return f"{figure(round(share * 100, 1), lang)}{NBSP}%"


def _steps(network: Network, number: int, lang: str) -> str:
    return _counted(number, _PHASES if network.of_phases else _TOUCHPOINTS, lang)


def _counted(number: int, words: tuple[Text, Text], lang: str) -> str:
    return f"{figure(number, lang)} {words[number != 1].pick(lang)}"


def subtitle(network: Network, lang: str) -> str:
    """Return what widths and figures mean, and what is left out."""
    parts = []
    if network.customers is not None:
        parts.append(_said("customers", lang, count=figure(network.customers, lang)))
    if network.is_counted:
        parts.append(_said("counted", lang))
    elif any(way.said for way in network.ways):
        key = "share_of_phase" if network.of_phases else "share_of_touchpoint"
        parts.append(phrase(key, lang))
    else:
        parts.append(_said("phases" if network.of_phases else "touchpoints", lang))
    if network.hidden is not None:
        parts.append(_said("hidden", lang, things=_left_out(network.hidden, network, lang)))
    return " · ".join(parts)


def _left_out(hidden: Hidden, network: Network, lang: str) -> str:
    things = []
    if hidden.ways:
        ways = _counted(hidden.ways, _TRANSITIONS, lang)
        if hidden.traffic is not None:
            traffic = _share(hidden.traffic, lang)
            share = _share(hidden.below, lang)
            ways = _said("rare", lang, ways=ways, share=share, traffic=traffic)
        things.append(ways)
    if hidden.nodes:
        things.append(_steps(network, hidden.nodes, lang))
    return ", ".join(things)


def described(network: Network, back: Sequence[Way], lang: str) -> str:
    """Return what there is to see, in a few sentences.

    Args:
        network: What is drawn.
        back: The transitions that lead back.
        lang: Language of the words.
    """
    names = {node.key: node.label for node in network.nodes}
    steps = [node.label for node in network.nodes if node.key not in (START, CONVERSION)]
    parts = [f"{_steps(network, len(steps), lang)}: {listed(steps, lang)}"] if steps else []
    told = any(way.said for way in network.ways)
    drops = sorted(network.drops.values(), key=_rarity)
    for heading, ways in (
        (_said("most" if told else "ways", lang), sorted(network.ways, key=_rarity)[:_MOST]),
        (say("back", lang), back),
        (say("drop_off", lang), drops),
    ):
        if ways:
            parts.append(f"{heading}: {listed([_told(way, names) for way in ways], lang)}")
    return " ".join(f"{'. '.join(parts)}.".split())


def _rarity(way: Way) -> float:
    return -way.flow


def _told(way: Way, names: Mapping[str, str]) -> str:
    words = names[way.source]
    if way.target in names:
        words += f" → {names[way.target]}"
    return f"{words} ({way.said})" if way.said else words
