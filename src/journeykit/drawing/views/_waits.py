"""How long customers wait, in few words."""

from datetime import timedelta
from typing import Final

from journeykit.drawing.views._sentences import figure
from journeykit.text import Text

__all__ = ["wait_words"]


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_DAY: Final = 86_400.0
_UNITS: Final = (
    (_DAY, _word("d", "d")),
    (3600.0, _word("h", "u")),
    (60.0, _word("min", "min")),
    (1.0, _word("s", "s")),
)
_WEEKS: Final = 14 * _DAY
_WEEK: Final = (7 * _DAY, _word("wk", "wk"))
_EXACT: Final = 10  # fewer units than this are told with a half


def wait_words(wait: timedelta, lang: str) -> str:
    r"""Return a wait in its largest unit, to the half where there are few of them.

    Args:
        wait: How long; not negative.
        lang: A language tag.

    Example:
        >>> wait_words(timedelta(hours=36), "en"), wait_words(timedelta(minutes=20), "nl")
        ('1.5\xa0d', '20\xa0min')
    """
    seconds = wait.total_seconds()
    units = (_WEEK, *_UNITS) if seconds >= _WEEKS else _UNITS
    size, name = next((unit for unit in units if seconds >= unit[0]), _UNITS[-1])
    count = seconds / size
    if 0 < count < 1:
        return f"<\u00a01\u00a0{name.pick(lang)}"
    halves = round(count * 2) / 2 if count < _EXACT else round(count)
    return f"{figure(halves, lang)}\u00a0{name.pick(lang)}"
