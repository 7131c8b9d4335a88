"""What cells speak of: elements by their keys, or by what shows them in any language."""

import difflib
import functools
from collections.abc import Callable, Iterable
from typing import Any, Final, Generic, TypeVar

from attrs import Factory, define, field

from journeykit._noun import Element
from journeykit.errors import UnknownKeyError
from journeykit.files.keys import Keys, key_of
from journeykit.presets._lookup import shape
from journeykit.text import Text

__all__ = ["Growing", "Names", "named", "nearest", "shaped"]

_E = TypeVar("_E", bound=Element)
_LONGEST_COMPARED: Final = 40
_LONGEST_KEPT: Final = 60
_ALIKE: Final = 0.8


def shaped(words: str) -> str:
    """Return what two spellings of one name have in common, as `shape` does, but sooner."""
    return shape(words) if len(words) > _LONGEST_KEPT else _shape_of_few(words)


# The same names are looked at in every table.
_shape_of_few = functools.lru_cache(maxsize=4096)(shape)


def nearest(words: str, known: Iterable[str]) -> str:
    """Return ``", did you mean 'x'?"`` for what is nearly the same, or nothing."""
    if len(words) > _LONGEST_COMPARED:
        return ""
    shapes: dict[str, str] = {}
    for name in known:
        shapes.setdefault(shaped(name), name)
    found = difflib.get_close_matches(shaped(words), shapes, n=1, cutoff=_ALIKE)
    return f", did you mean {shapes[found[0]]!r}?" if found else ""


@define
class Names:
    """Finds the key that a cell speaks of.

    Args:
        what: What the keys are of, in words.
    """

    what: str
    _labels: dict[str, Text] = field(factory=dict, init=False)
    _exact: dict[str, str] = field(factory=dict, init=False)
    _by_shape: dict[str, str] = field(factory=dict, init=False)

    def add(self, key: str, label: Text) -> None:
        """Know one more; what was known before goes first, and keys go before labels."""
        self._labels[key] = label
        for words in (key, *label.values()):
            self._exact.setdefault(words, key)
            self._by_shape.setdefault(shaped(words), key)
        self._exact[key] = key

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are known."""
        return tuple(self._labels)

    def knows(self, key: str) -> bool:
        """Tell whether there is a key."""
        return key in self._labels

    def find(self, cell: str) -> str | None:
        """Return the key that a cell speaks of, if there is one."""
        near = shaped(cell)
        return self._exact.get(cell) or (self._by_shape.get(near) if near else None)

    def show(self, key: str, lang: str) -> str:
        """Return what shows a key in a language, where that leads back to it, or the key."""
        label = self._labels[key].pick(lang)
        return label if self.find(label) == key else key

    def unknown(self, cell: str) -> str:
        """Say that nothing is called so, and what may have been meant."""
        return str(UnknownKeyError(self.what, cell, self._exact))


def named(what: str, elements: Iterable[Element]) -> Names:
    """Return the names of some elements."""
    names = Names(what)
    for element in elements:
        names.add(element.key, element.label)
    return names


def _own_names(growing: "Growing[Any]") -> Names:
    return Names(growing.what)


@define
class Growing(Generic[_E]):
    """Elements that cells speak of, made where they are spoken of first.

    Args:
        what: What they are, in words.
        make: Makes one of a key and of what shows it.
        usual: What is taken when a cell speaks of it, rather than made.
        keys: The keys that there are.
        names: The names that are known.
    """

    what: str
    make: Callable[[str, str], _E]
    usual: Iterable[_E] = ()
    keys: Keys = field(factory=Keys)
    names: Names = field(default=Factory(_own_names, takes_self=True))
    made: list[_E] = field(factory=list, init=False)
    _usual_by_words: dict[str, _E] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for element in self.usual:
            for words in (element.key, *element.label.values()):
                self._usual_by_words.setdefault(shaped(words), element)

    def find(self, cell: str) -> str:
        """Return the key that a cell speaks of; what is new is made."""
        return self.names.find(cell) or self.add(cell).key

    def add(self, cell: str) -> _E:
        """Make what a cell speaks of, though there may be another of that name."""
        return self.know(self._element(cell))

    def know(self, element: _E) -> _E:
        """Take an element as it is."""
        self.keys.taken.add(element.key)
        self.made.append(element)
        self.names.add(element.key, element.label)
        return element

    def _element(self, cell: str) -> _E:
        usual = self._usual_by_words.get(shaped(cell))
        if usual is None:
            return self.make(self.keys.new(cell, self.what), cell)
        if usual.key not in self.keys.taken:
            return usual
        return usual.evolve(key=self.keys.new(usual.key, self.what))

    def cell(self, element: _E, lang: str) -> str:
        """Make what becomes of an element in a table, and return the cell that tells of it."""
        chosen = self._chosen(element, lang)
        self.add(chosen)
        return chosen

    def _chosen(self, element: _E, lang: str) -> str:
        cells = [
            cell
            for cell in (element.label.pick(lang), element.key)
            if not cell.isspace() and self.names.find(cell) is None
        ]
        made = {cell: self._element(cell) for cell in cells}
        for cell in cells:
            if made[cell] == element:
                return cell
        for cell in cells:
            if made[cell].key == element.key:
                return cell
        if cells:
            return cells[0]
        # No other may be taken for it, even where its own key cannot be kept.
        number = 2
        while self.names.find(cell := f"{key_of(element.key) or self.what} {number}") is not None:
            number += 1
        return cell
