"""Comparison: what is different between two journeys, told as what happened to each part."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, Literal, TypeAlias

import attrs
from attrs import field, frozen

from journeykit._noun import Noun, keys_of
from journeykit.analysis._names import CHANGES, NOTHING, PARTS, SAME, Kind
from journeykit.analysis._pairing import in_order, note_pairs, pairs_of, part_name
from journeykit.analysis._tables import as_printed
from journeykit.errors import AnalysisError, shown
from journeykit.journey import Journey
from journeykit.text import NEUTRAL, Text
from journeykit.touchpoint import Touchpoint

__all__ = ["Change", "Comparison", "compare"]

What: TypeAlias = Literal["touchpoint", "transition", "note", "goal", "channel", "journey"]
_COLLECTIONS: Final[Mapping[str, What]] = {
    "touchpoints": "touchpoint",
    "transitions": "transition",
    "notes": "note",
    "goals": "goal",
    "channels": "channel",
}
_KINDS: Final[Mapping[str, Kind]] = {
    "phase": "moved",
    "lane": "moved",
    "touchpoint": "moved",
    "emotion": "rescored",
    "importance": "rescored",
    "scores": "rescored",
    "weight": "reweighted",
    "count": "reweighted",
    "median_wait": "reweighted",
    "baseline": "retargeted",
    "target": "retargeted",
    "unit": "retargeted",
    "start": "retargeted",
    "due": "retargeted",
    "owner": "reassigned",
    "route": "rerouted",
    "model": "remodelled",
    "persona": "reassigned",
}


@frozen
class Change:
    """What happened to one part of a journey.

    Attributes:
        what: The kind of part: ``"touchpoint"``, ``"transition"``, ``"note"``, ``"goal"``,
            ``"channel"``, or ``"journey"`` for the journey's own fields.
        key: Which one: its key, the ends of a transition, or the words of a note.
        kinds: What happened: ``"added"``, ``"removed"``, ``"moved"`` (to another place),
            ``"rescored"`` (emotion, importance, scores), ``"reworded"``, ``"rerouted"``,
            ``"reweighted"`` (weight, count, wait), ``"retargeted"`` (a goal's figures),
            ``"reassigned"`` (another owner or persona), ``"remodelled"``, ``"reordered"`` or
            ``"amended"`` (anything else).
        before: The part as it was; None if it was not there.
        after: The part as it is; None if it is no longer there.
        fields: The old and the new value of each field that is different.
        languages: The languages whose words are different; ``"und"`` for words in none.
    """

    what: What
    key: str
    kinds: tuple[Kind, ...]
    before: Noun | None = None
    after: Noun | None = None
    fields: dict[str, tuple[Any, Any]] = field(factory=dict, hash=False)
    languages: tuple[str, ...] = ()

    def told(self, lang: str = "en") -> str:
        """Return it as a line in a language; what the journeys say stays in theirs.

        Args:
            lang: A language tag.
        """
        return " ".join(self._words(lang).split())  # whatever the words are, a change is one line

    def _words(self, lang: str) -> str:
        name = f"{PARTS[self.what].pick(lang)} {self.key!r}"
        if self.kinds == ("added",):
            return f"+ {name}"
        if self.kinds == ("removed",):
            return f"- {name}"
        details = ", ".join(
            f"{name}: {_told(old, lang)} → {_told(new, lang)}"
            for name, (old, new) in self.fields.items()
        )
        # Words in no language have a tag as well, which says nothing to those who read it here.
        languages = ", ".join(tag for tag in self.languages if tag != NEUTRAL)
        kinds = ", ".join(
            CHANGES[kind].pick(lang)
            + (f" in {languages}" if kind == "reworded" and languages else "")
            for kind in self.kinds
        )
        return f"~ {name} {kinds}" + (f" ({details})" if details else "")

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return self.told()


@frozen
class Comparison:
    """The difference between two journeys.

    Attributes:
        before: The first journey.
        after: The second journey.
        added: The parts that only the second has.
        removed: The parts that only the first has.
        changed: The parts that are different in both, each with what happened to it.
    """

    before: Journey
    after: Journey
    added: tuple[Change, ...]
    removed: tuple[Change, ...]
    changed: tuple[Change, ...]
    # For each part of the second journey: the part itself where it is new or different, else
    # the place where the first journey has it.
    _layout: dict[str, tuple[Noun | int, ...]] = field(repr=False, hash=False)

    @property
    def is_empty(self) -> bool:
        """Whether there is no difference at all."""
        return not (self.added or self.removed or self.changed)

    def apply(self, journey: Journey) -> Journey:
        """Return a journey with this difference made to it.

        Args:
            journey: The journey to change; it must be equal to the first one compared.

        Raises:
            AnalysisError: It is not, so the difference does not fit.
        """
        if journey != self.before:
            name = journey.key if isinstance(journey, Journey) else journey
            message = (
                f"the difference starts from another journey than {shown(name)}; "
                "compare that journey anew"
            )
            raise AnalysisError(message)
        changes = {
            name: change.fields[name][1]
            for change in self.changed
            if change.what == "journey"
            for name in change.fields
        }
        for name, layout in self._layout.items():
            old = getattr(journey, name)
            changes[name] = [old[part] if isinstance(part, int) else part for part in layout]
        if not _both_follow(self.before, self.after):
            changes.setdefault("route", journey.route)
        return journey.evolve(**changes)

    def to_dict(self) -> dict[str, Any]:
        """Return the difference as plain data, for JSON."""
        return {
            "before": self.before.key,
            "after": self.after.key,
            "added": [_row(change) for change in self.added],
            "removed": [_row(change) for change in self.removed],
            "changed": [_row(change) for change in self.changed],
        }

    def to_rows(self, lang: str = "en") -> list[dict[str, object]]:
        """Return a row for each change, for a table or a data frame.

        All of it is words, so that columns of data frames hold one type; `to_dict` has the values
        themselves.

        Args:
            lang: The language of the words, where the journeys do not say them.
        """
        return [
            _row(change)
            | {
                "fields": list(change.fields),
                "before": [_told(old, lang) for old, _ in change.fields.values()],
                "after": [_told(new, lang) for _, new in change.fields.values()],
            }
            for change in (*self.added, *self.removed, *self.changed)
        ]

    def told(self, lang: str = "en") -> str:
        """Return a line for each change, in a language, below the labels of the two journeys.

        Args:
            lang: A language tag.
        """
        labels = f"{self.before.label.pick(lang)} → {self.after.label.pick(lang)}"
        heading = " ".join(labels.split())
        if self.is_empty:
            return f"{heading}: {SAME.pick(lang)}"
        changes = (*self.removed, *self.added, *self.changed)
        return "\n".join([heading, *(change.told(lang) for change in changes)])

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return self.told()


def compare(before: Journey, after: Journey) -> Comparison:
    """Find what is different between two journeys, part by part.

    Touchpoints, goals and channels are recognised by their keys, transitions by their ends,
    and notes by their words and the cell they stand in. The same journey twice gives an empty
    comparison; applying a comparison to the first journey gives the second.

    Args:
        before: The journey as it was, or as it is now.
        after: The journey as it is, or as it should be.

    Raises:
        AnalysisError: One of the two is no journey.

    Example:
        >>> from journeykit import Journey, Touchpoint
        >>> now = Journey("visit", touchpoints=[Touchpoint("desk", emotion=-1), "form"])
        >>> later = Journey("visit", touchpoints=[Touchpoint("desk", emotion=1), "app"])
        >>> print(compare(now, later))
        Visit → Visit
        - touchpoint 'form'
        + touchpoint 'app'
        ~ touchpoint 'desk' rescored (emotion: -1 → 1)
    """
    for journey in (before, after):
        if not isinstance(journey, Journey):
            message = f"only journeys can be compared, not {shown(journey)}"
            raise AnalysisError(message)
    added: list[Change] = []
    removed: list[Change] = []
    changed = list(_own_changes(before, after))
    layout: dict[str, tuple[Noun | int, ...]] = {}
    for name, what in _COLLECTIONS.items():
        old, new = getattr(before, name), getattr(after, name)
        pairs = note_pairs(old, new) if what == "note" else pairs_of(old, new)
        layout[name] = tuple(
            part if place is None or part != old[place] else place
            for part, place in zip(new, pairs, strict=True)
        )
        added += [
            Change(what, part_name(part), ("added",), after=part)
            for part, place in zip(new, pairs, strict=True)
            if place is None
        ]
        kept = {place for place in pairs if place is not None}
        removed += [
            Change(what, part_name(part), ("removed",), before=part)
            for place, part in enumerate(old)
            if place not in kept
        ]
        changed += _changes_of(what, old, new, pairs)
    return Comparison(before, after, tuple(added), tuple(removed), tuple(changed), layout)


# --- what happened to it ----------------------------------------------------------------


def _changes_of(
    what: What, old: Sequence[Noun], new: Sequence[Noun], pairs: Sequence[int | None]
) -> Iterator[Change]:
    kept = [place for place in pairs if place is not None]
    strayed = set(kept) - in_order(kept)
    for part, place in zip(new, pairs, strict=True):
        if place is None:
            continue
        moved = place in strayed and isinstance(part, Touchpoint)
        if part != old[place] or moved:
            yield _change(what, old[place], part, moved=moved)
    if strayed and what != "touchpoint":
        yield Change("journey", f"{what}s", ("reordered",))


def _change(what: What, old: Noun, new: Noun, *, moved: bool = False) -> Change:
    fields = _different(old, new)
    kinds: dict[Kind, None] = {"moved": None} if moved else {}
    for name, (one, other) in fields.items():
        kinds[_kind(name, one, other)] = None
    return Change(what, part_name(new), tuple(kinds), old, new, fields, _languages(fields))


def _kind(name: str, old: object, new: object) -> Kind:
    if name == "owner":
        return "reassigned"
    if isinstance(old, Text) or isinstance(new, Text) or name in ("label", "ends_with"):
        return "reworded"
    return _KINDS.get(name, "amended")


def _different(old: Noun, new: Noun) -> dict[str, tuple[Any, Any]]:
    return {
        attribute.name: (getattr(old, attribute.name), getattr(new, attribute.name))
        for attribute in attrs.fields(type(old))
        if attribute.init and getattr(old, attribute.name) != getattr(new, attribute.name)
    }


def _both_follow(before: Journey, after: Journey) -> bool:
    """Tell whether both routes are just all touchpoints in order."""
    return all(journey.route == keys_of(journey.touchpoints) for journey in (before, after))


def _own_changes(before: Journey, after: Journey) -> Iterator[Change]:
    """Give the change of each of the journey's own fields."""
    different = _different(before, after)
    if _both_follow(before, after):
        different.pop("route", None)
    for name, (old, new) in different.items():
        if name not in _COLLECTIONS:
            values = {name: (old, new)}
            yield Change(
                "journey",
                name,
                (_kind(name, old, new),),
                fields=values,
                languages=_languages(values),
            )


def _languages(fields: Mapping[str, tuple[Any, Any]]) -> tuple[str, ...]:
    languages: dict[str, None] = {}
    for old, new in fields.values():
        if isinstance(old, Text) and isinstance(new, Text):
            for language in (*old, *new):
                if old.get(language) != new.get(language):
                    languages[language] = None
    return tuple(languages)


# --- as words and as data ---------------------------------------------------------------


def _told(value: object, lang: str) -> str:
    if value is None or value in ((), {}, Text()):
        return NOTHING.pick(lang)
    if isinstance(value, Text):
        return " / ".join(value.values())
    return shown(value) if isinstance(value, str) else str(_plain(value))


def _row(change: Change) -> dict[str, object]:
    return {
        "what": change.what,
        "key": change.key,
        "kinds": list(change.kinds),
        "fields": {name: [_plain(old), _plain(new)] for name, (old, new) in change.fields.items()},
        "languages": list(change.languages),
    }


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return dict(value)
    if isinstance(value, Noun):
        return part_name(value)
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, date) else value
