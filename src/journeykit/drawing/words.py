"""The words that pictures add of their own accord, in English and Dutch."""

from typing import Final

from journeykit.text import Text

__all__ = ["WORDS", "say"]


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


WORDS: Final = {
    "start": _word("Start", "Start"),
    "conversion": _word("Conversion", "Conversie"),
    "drop_off": _word("Drop-off", "Afhaken"),
    "forward": _word("Forward", "Vooruit"),
    "skip": _word("Skip ahead", "Overslaan"),
    "back": _word("Back", "Terug"),
    "repeat": _word("Repeat", "Herhalen"),
    "online": _word("Online", "Online"),
    "offline": _word("Offline", "Offline"),
    "hybrid": _word("Online and offline", "Online en offline"),
    "current": _word("Current state", "Huidige situatie"),
    "future": _word("Future state", "Toekomstige situatie"),
    "pain": _word("Pain point", "Pijnpunt"),
    "opportunity": _word("Opportunity", "Kans"),
    "emotion": _word("Emotion", "Emotie"),
    "positive": _word("Positive", "Positief"),
    "negative": _word("Negative", "Negatief"),
    "neutral": _word("Neutral", "Neutraal"),
    "route": _word("Customer’s route", "Route van de klant"),
    "unused": _word("Available, not used on this route", "Beschikbaar, niet op deze route"),
    "time": _word("time", "tijd"),
    "touchpoints": _word("Touchpoints", "Contactmomenten"),
    "phases": _word("Phases", "Fasen"),
}
"""Words by key; a view adds its own beside them."""


def say(key: str, lang: str) -> str:
    """Return a word of the pictures in a language, in English where it is not known.

    Args:
        key: The key of the word in `WORDS`.
        lang: A language tag.
    """
    return WORDS[key].pick(lang)
