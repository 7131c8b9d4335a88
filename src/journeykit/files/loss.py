"""What a format cannot hold of something: known before it is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeGuard

import attrs
from attrs import frozen

from journeykit._noun import Element, Noun, keys_of
from journeykit.errors import shown
from journeykit.grid import Note
from journeykit.journey import Journey
from journeykit.text import Text
from journeykit.transition import Transition

__all__ = ["Loss", "listed", "lost_between"]

_ONE_LANGUAGE: Final = "one language fits"
_ORDER: Final = "another order"
_ADDED: Final = "added"
_SHOWN_KEYS: Final = 3


@frozen
class Loss:
    """Something that a file format cannot hold.

    Args:
        field: What it is, by its name in a file, for instance ``"touchpoints.channel"``.
        keys: What has it, where it belongs to parts: keys of touchpoints, for instance.
        reason: What fits in its place, if anything does.

    Example:
        >>> print(Loss("touchpoints.channel", ("ad", "site")))
        touchpoints.channel of 'ad' and 'site'
    """

    field: str
    keys: tuple[str, ...] = ()
    reason: str = ""

    def __str__(self) -> str:
        reason = f" ({self.reason})" if self.reason else ""
        return f"{self.field}{self._of()}{reason}"

    def _of(self) -> str:
        if not self.keys:
            return ""
        names = [shown(key) for key in self.keys[:_SHOWN_KEYS]]
        rest = len(self.keys) - len(names)
        if rest:
            names.append(f"{rest} more")
        *first, last = names
        return f" of {', '.join(first)} and {last}" if first else f" of {last}"


def listed(losses: Iterable[Loss]) -> str:
    """Return losses as part of a sentence."""
    return ", ".join(map(str, losses))


def lost_between(
    before: Noun, after: Noun, *, reasons: Mapping[str, str] | None = None
) -> tuple[Loss, ...]:
    """Find what is different in something that was written and read again.

    Parts are held against each other by their keys, or by their places where the keys are not
    the same.

    Args:
        before: What was written.
        after: What comes back, of the same class.
        reasons: What to say of some fields, by their names in a file; what is different inside
            of these is not looked for.

    Example:
        >>> from journeykit import Touchpoint
        >>> lost_between(Touchpoint("ad", {"en": "Ad", "nl": "Advertentie"}), Touchpoint("ad"))
        (Loss(field='label', keys=(), reason='one language fits'),)
    """
    found: dict[tuple[str, str], list[str]] = {}
    for field, key, reason in _differences(before, after, "", "", reasons or {}):
        found.setdefault((field, reason), []).extend([key] if key else [])
    return tuple(Loss(field, tuple(keys), reason) for (field, reason), keys in found.items())


def _differences(
    before: Noun, after: Noun, place: str, part: str, reasons: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Find the fields that are different, each with the part that has it, and the reason."""
    for attribute in attrs.fields(type(before)):
        field = f"{place}{attribute.name}"
        old, new = _value(before, attribute.name), _value(after, attribute.name)
        if not attribute.init or old == new:
            continue
        if field in reasons:
            yield field, part, reasons[field]
        elif isinstance(old, Noun) and isinstance(new, Noun):
            yield from _differences(old, new, f"{field}.", part, reasons)
        elif old and new and _are_parts(old) and _are_parts(new):
            yield from _different_parts(old, new, field, reasons)
        elif isinstance(old, Text) and isinstance(new, Text) and {*new.values()} & {*old.values()}:
            yield field, part, _ONE_LANGUAGE
        else:
            yield field, part, ""


def _value(noun: Noun, field: str) -> object:
    value: object = getattr(noun, field)
    # A route that only follows from the touchpoints is nothing of its own.
    if field == "route" and isinstance(noun, Journey) and value == keys_of(noun.touchpoints):
        return None
    return value


def _are_parts(value: object) -> TypeGuard[tuple[Noun, ...]]:
    return isinstance(value, tuple) and all(isinstance(part, Noun) for part in value)


def _different_parts(
    before: tuple[Noun, ...], after: tuple[Noun, ...], field: str, reasons: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    old, new = _by_name(before), _by_name(after)
    if len(before) == len(after) and old.keys() != new.keys():
        # They have other names, so that only their places tell which is which.
        new = dict(zip(old, after, strict=True))
    for name, part in old.items():
        if name in new:
            yield from _differences(part, new[name], f"{field}.", name[0], reasons)
        else:
            yield field, name[0], ""
    yield from ((field, name[0], _ADDED) for name in new if name not in old)
    if old.keys() == new.keys() and list(old) != list(new):
        yield field, "", _ORDER


def _by_name(parts: tuple[Noun, ...]) -> dict[tuple[str, int], Noun]:
    """Return parts by their names, and by how often each name has stood before."""
    seen: Counter[str] = Counter()
    several: dict[tuple[str, int], Noun] = {}
    for part in parts:
        name = _name_of(part)
        several[name, seen[name]] = part
        seen[name] += 1
    return several


def _name_of(part: Noun) -> str:
    if isinstance(part, Element):
        return part.key
    if isinstance(part, Note):
        return f"{part.lane} × {part.phase}"
    return " → ".join(part.ends) if isinstance(part, Transition) else ""
