"""Pairing: which part of one journey is which part of another."""

import difflib
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final

from journeykit._noun import Noun
from journeykit.grid import Note
from journeykit.transition import Transition

__all__ = ["in_order", "note_pairs", "pairs_of", "part_name"]

_ALIKE: Final = 0.6
_LONG: Final = 1000  # letters, and then words: what is longer takes seconds to hold side by side


def part_name(part: Noun) -> str:
    """Return what a part is called: its key, its ends, or its words."""
    if isinstance(part, Transition):
        return f"{part.source} → {part.target}"
    return str(part.text) if isinstance(part, Note) else str(_identity(part))


def _identity(part: Noun) -> object:
    return part.ends if isinstance(part, Transition) else getattr(part, "key")  # noqa: B009


def pairs_of(old: Sequence[Noun], new: Sequence[Noun]) -> list[int | None]:
    """Return for each new part the place of the old one that it is, or None."""
    places = {_identity(part): place for place, part in enumerate(old)}
    return [places.get(_identity(part)) for part in new]


def note_pairs(old: Sequence[Note], new: Sequence[Note]) -> list[int | None]:
    """Recognise notes: the same ones first, then the moved, then the reworded."""
    free = dict(enumerate(old))
    pairs: list[int | None] = [None] * len(new)
    rules: tuple[Callable[[Note, Note], bool], ...] = (
        lambda one, other: one == other,
        lambda one, other: one.text == other.text,
        lambda one, other: (
            (one.lane, one.phase) == (other.lane, other.phase) and _alike(one, other)
        ),
    )
    for same in rules:
        for position, note in enumerate(new):
            if pairs[position] is None:
                place = next((place for place, one in free.items() if same(one, note)), None)
                if place is not None:
                    pairs[position] = place
                    del free[place]
    return pairs


def _alike(one: Note, other: Note) -> bool:
    return any(
        _are_alike(one.text.pick(language), other.text.pick(language))
        for language in {*one.text, *other.text}
    )


def _are_alike(text: str, other: str) -> bool:
    """Tell whether texts say much the same: letter by letter, or long ones word by word.

    Of the longest only the words are held side by side, and not their order.
    """
    parts: tuple[Sequence[str], Sequence[str]] = (text, other)
    if max(map(len, parts)) > _LONG:
        parts = (text.split(), other.split())
    matcher = difflib.SequenceMatcher(None, *parts, autojunk=False)
    # The first two are upper bounds of the third, and much cheaper.
    ratios = [matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio]
    if max(map(len, parts)) > _LONG:
        ratios.pop()
    return all(ratio() >= _ALIKE for ratio in ratios)


def in_order(places: Sequence[int]) -> set[int]:
    """Return a longest run of places that kept their order among each other."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        length = bisect_left(ends, place)
        before[place] = last[length - 1] if length else None
        ends[length:length] = [] if length < len(ends) else [place]
        last[length:length] = [] if length < len(last) else [place]
        ends[length] = last[length] = place
    run: set[int] = set()
    walk = last[-1] if last else None
    while walk is not None:
        run.add(walk)
        walk = before[walk]
    return run
