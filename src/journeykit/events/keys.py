"""Keys: names that refer, made of what touchpoints are called in a log, whatever that is."""

from collections.abc import Collection, Iterable
from typing import Final

from journeykit.transition import ENDS

__all__ = ["free_key", "keys_for"]

_BLANK: Final = "blank"


def keys_for(values: Iterable[str], *, taken: Collection[str] = ()) -> dict[str, str]:
    """Return a key for each value: the value itself where it can be one.

    One that is empty or blank becomes ``"blank"``. Names that are reserved for ends, or taken by
    phases, get an underscore behind them, and so does every name that another value has.

    Args:
        values: What touchpoints are called.
        taken: Keys that are not free.

    Example:
        >>> keys_for(["START", "ad", " "])
        {' ': 'blank', 'START': 'START_', 'ad': 'ad'}
    """
    several = sorted(set(values))
    reserved = {*ENDS, *taken}
    keys = {value: value for value in several if value.strip() and value not in reserved}
    used = {*keys, *reserved}
    for value in several:
        if value not in keys:
            keys[value] = free_key(value if value.strip() else _BLANK, used)
            used.add(keys[value])
    return {value: keys[value] for value in several}


def free_key(key: str, used: Collection[str]) -> str:
    """Return a key, with underscores behind it until nobody else has it.

    Args:
        key: The key that would do best.
        used: The keys that are not free.
    """
    while key in used:
        key = f"{key}_"
    return key
