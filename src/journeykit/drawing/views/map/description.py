"""A map in words, for those who cannot see it."""

from typing import Final

from journeykit.drawing.views import _sentences
from journeykit.drawing.views._sheet import Sheet
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint

__all__ = ["described"]

_MOST_NAMES: Final = 12


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_MAP: Final = _word("Journey map “{title}”", "Klantreiskaart “{title}”")
_OF: Final = _word(" of {persona}", " van {persona}")
_PHASES: Final = (_word("phase", "fase"), _word("phases", "fasen"))
_FROM_TO: Final = _word("from {first} to {last}", "van {first} tot {last}")
_TOUCHPOINTS: Final = (
    _word("touchpoint", "contactmoment"),
    _word("touchpoints", "contactmomenten"),
)
_EMOTION: Final = _word(
    "Emotion is lowest at {low} ({least}) and highest at {high} ({most})",
    "De emotie is het laagst bij {low} ({least}) en het hoogst bij {high} ({most})",
)
_ONE_EMOTION: Final = _word("Emotion at {low}: {least}", "Emotie bij {low}: {least}")
_PAINS: Final = (_word("pain point", "pijnpunt"), _word("pain points", "pijnpunten"))


def described(sheet: Sheet) -> str:
    """Return what there is to see on a map, in a few sentences.

    Args:
        sheet: What it shows.
    """
    lang, journey = sheet.lang, sheet.journey
    heading = _MAP.pick(lang).format(title=sheet.title)
    if journey.persona is not None:
        heading += _OF.pick(lang).format(persona=journey.persona.label.pick(lang))
    if sheet.state:
        heading += f" ({sheet.state.lower()})"
    names = [phase.label.pick(lang) for phase in sheet.phases]
    listed = ", ".join(names)
    if len(names) > _MOST_NAMES:
        listed = _FROM_TO.pick(lang).format(first=names[0], last=names[-1])
    sentences = [heading, f"{_sentences.counted(len(names), *_PHASES, lang)}: {listed}"]
    if sheet.state:
        count = len(journey.touchpoints)
        sentences.append(_sentences.counted(count, *_TOUCHPOINTS, lang))
    felt = [spot for spot in journey.touchpoints if spot.emotion is not None]
    if felt:
        sentences.append(_extremes(felt, lang))
    pains = len(sheet.shown("pains"))
    if pains:
        sentences.append(_sentences.counted(pains, *_PAINS, lang))
    return " ".join(f"{'. '.join(sentences)}.".split())


def _extremes(felt: list[Touchpoint], lang: str) -> str:
    def emotion(spot: Touchpoint) -> float:
        return spot.emotion or 0.0

    low, high = min(felt, key=emotion), max(felt, key=emotion)
    sentence = _EMOTION if emotion(low) < emotion(high) else _ONE_EMOTION
    return sentence.pick(lang).format(
        low=low.label.pick(lang),
        least=_sentences.signed(emotion(low), lang),
        high=high.label.pick(lang),
        most=_sentences.signed(emotion(high), lang),
    )
