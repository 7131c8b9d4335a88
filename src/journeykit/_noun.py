"""What all nouns share: being built whole or not at all, comparing, printing, evolving.

Converters never raise: what they cannot convert they hand on as it is, so that the
constructor can report every problem of an object at once.
"""

import re
import sys
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self, TypeVar, cast, get_args

import attrs
from attrs import field, frozen

from journeykit.errors import DefinitionError, UnknownKeyError, shown, suggestion
from journeykit.text import Text, TextLike, has_lone_surrogate, pretty_printer, words_problems

__all__ = ["Element", "Noun"]

_T = TypeVar("_T")
_N = TypeVar("_N", bound="Noun")
_DEEPEST_DATA = 32
_LARGEST_INTEGER = 2**63 - 1
_LARGEST_FLOAT = sys.float_info.max
_EMPTY = Text()
_CAPITAL = re.compile(r"([A-Z])")
_OWN_NUMBERS = (int, float, bool)


# --- converters -------------------------------------------------------------------------


def as_text(value: TextLike | None) -> Text:
    """Convert to a `Text`; None becomes an empty one."""
    if value is None:
        return _EMPTY
    if isinstance(value, Text):
        return value
    try:
        return Text(value)
    except DefinitionError:
        return cast("Text", value)


def as_tuple(values: Iterable[_T]) -> tuple[_T, ...]:
    """Convert any iterable but a string or a mapping to a tuple."""
    if isinstance(values, (str, bytes, Mapping)) or not isinstance(values, Iterable):
        return cast("tuple[_T, ...]", values)
    return tuple(values)


def as_texts(values: TextLike | Iterable[TextLike]) -> tuple[Text, ...]:
    """Convert one text or several to a tuple of texts."""
    if isinstance(values, (str, Mapping)):
        one = as_text(cast("TextLike", values))
        return (one,) if one else ()
    several: object = as_tuple(values)
    if not isinstance(several, tuple):
        return cast("tuple[Text, ...]", several)
    return tuple(map(as_text, several))


def as_strings(values: str | Iterable[str]) -> tuple[str, ...]:
    """Convert one string or several to a tuple of strings."""
    return (values,) if isinstance(values, str) else as_tuple(values)


def as_dict(values: Mapping[str, Any] | None) -> dict[str, Any]:
    """Copy a mapping with all that it holds, so that nobody else's hands are on it."""
    if values is None or (isinstance(values, dict) and not values):
        return {}
    if not isinstance(values, Mapping):
        return values
    try:
        return cast("dict[str, Any]", _copied(values))
    except RecursionError:
        return cast("dict[str, Any]", values)


def _copied(value: Any) -> Any:  # noqa: ANN401 - a user's own data may be anything
    if isinstance(value, Mapping):
        return {key: _copied(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_copied(inner) for inner in value]
    return own_number(value)


def own_number(value: Any) -> Any:  # noqa: ANN401 - whatever stands where a number should
    """Return a number of another library, numpy for one, as Python's own; all else as it is."""
    if value is None or isinstance(value, str) or type(value) in _OWN_NUMBERS:
        return value
    from decimal import Decimal  # only those who bring such numbers pay for it
    from numbers import Integral, Real

    if not isinstance(value, (Real, Decimal)):
        return value
    try:
        return int(value) if isinstance(value, Integral) else float(value)
    except (ArithmeticError, ValueError):
        return value


def as_number(value: float | None) -> float | None:
    """Convert a number of any library; None stays None."""
    return cast("float | None", own_number(value))


def as_whole(value: int | None) -> int | None:
    """Convert a whole number of any library; None stays None."""
    return cast("int | None", own_number(value))


def as_given(value: float) -> float:
    """Convert a number of any library that must be given; what is none stays as it is."""
    return cast("float", own_number(value))


def as_given_whole(value: int) -> int:
    """Convert a whole number of any library that must be given; what is none stays as it is."""
    return cast("int", own_number(value))


def as_elements(kind: Callable[[str], _T], values: Iterable[_T | str]) -> tuple[_T, ...]:
    """Convert any iterable of elements to a tuple; a bare key may stand for an element."""
    several: object = as_tuple(values)
    if not isinstance(several, tuple):
        return cast("tuple[_T, ...]", several)
    return tuple(as_element(kind, value) for value in several)


def as_element(kind: Callable[[str], _T], value: _T | str) -> _T:
    """Convert a bare key to an element of a kind."""
    if not isinstance(value, str):
        return value
    try:
        return kind(value)
    except DefinitionError:
        return cast("_T", value)


# --- checks: each tells the problems that it finds ---------------------------------------
# Those that every object runs return instead of yielding, because good objects are built fast.


def key_problems(name: str, value: object) -> Iterable[str]:
    """Find what is wrong with a key or with a reference to one."""
    if isinstance(value, str):
        if not value or value.isspace():
            return [f"{name} must not be empty"]
    elif isinstance(value, Element):
        kind = type(value).__name__
        return [f"{name} must be a key; write {value.key!r}, not the {kind} itself"]
    return string_problems(name, value)


def optional_key_problems(name: str, value: object) -> Iterable[str]:
    """Find what is wrong with a reference that may be None."""
    return () if value is None else key_problems(name, value)


def string_problems(name: str, value: object) -> Iterable[str]:
    """Find what is wrong with a string that may be empty."""
    if not isinstance(value, str):
        return [f"{name} must be a string, not {shown(value)}"]
    if has_lone_surrogate(value):
        return [f"{name} {shown(value)} holds half a character (a lone surrogate)"]
    return ()


def text_problems(name: str, value: object) -> Iterable[str]:
    """Find what is wrong with words."""
    if isinstance(value, Text):
        return ()
    return [f"{name}: {problem}" for problem in words_problems(value)]


def choice_problems(name: str, value: object, choices: Sequence[str]) -> Iterable[str]:
    """Find whether a value is none of the words that may stand here; None may."""
    if value is None or value in choices:
        return ()
    hint = suggestion(value, choices)
    listed = ", ".join(repr(str(choice)) for choice in choices)
    return [f"{name} must be one of {listed}, not {shown(value)}{hint}"]


def literals(alias: Any) -> tuple[str, ...]:  # noqa: ANN401 - a Literal alias has no type of its own
    """Return the words of a Literal."""
    return get_args(alias)


def number_problems(
    name: str, value: object, low: float = -_LARGEST_FLOAT, high: float = _LARGEST_FLOAT
) -> Iterable[str]:
    """Find whether a value is no finite number between two bounds; None is allowed."""
    if value is None:
        return ()
    if isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high:
        return ()
    if high < _LARGEST_FLOAT:
        return [f"{name} must be a number from {low:g} to {high:g}, not {shown(value)}"]
    if low == 0:
        return [f"{name} must be a finite number, zero or more, not {shown(value)}"]
    return [f"{name} must be a finite number, not {shown(value)}"]


def required_problems(
    name: str,
    value: object,
    problems_of: Callable[..., Iterable[str]],
    *bounds: Any,  # noqa: ANN401 - handed on
) -> Iterator[str]:
    """Find what is wrong with a value that may not be None."""
    if value is None:
        yield f"{name} must be given"
    else:
        yield from problems_of(name, value, *bounds)


def whole_problems(name: str, value: object, low: int, high: int) -> Iterator[str]:
    """Find whether a value is no whole number between two bounds; None is allowed."""
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        bounds = f"from {low} to {high}" if high < _LARGEST_INTEGER else f", {low} or more"
        yield f"{name} must be a whole number {bounds}, not {shown(value)}".replace(" ,", ",")


def items_problems(
    name: str, value: object, problems_of: Callable[[str, object], Iterable[str]]
) -> Iterator[str]:
    """Find what is wrong with a tuple and with each of its items."""
    if not isinstance(value, tuple):
        yield f"{name} must be a list, not {shown(value)}"
        return
    for position, item in enumerate(value):
        yield from problems_of(f"{name}[{position}]", item)


def kind_problems(
    name: str, value: object, kind: type | tuple[type, ...], what: str
) -> Iterator[str]:
    """Find whether a value is not of a kind."""
    if not isinstance(value, kind):
        yield f"{name} must be {what}, not {shown(value)}"


def data_problems(name: str, value: object, depth: int = 0) -> Iterator[str]:
    """Find what in a user's own data no file could hold."""
    if depth > _DEEPEST_DATA:
        yield f"{name} is nested more than {_DEEPEST_DATA} deep"
    elif isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(key, str):
                yield from string_problems(f"a key of {name}", key)
                yield from data_problems(f"{name}.{shown(key)[1:-1]}", inner, depth + 1)
            else:
                yield f"{name} has the key {shown(key)}; keys must be strings"
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from data_problems(f"{name}[{position}]", inner, depth + 1)
    else:
        yield from _leaf_problems(name, value)


def _leaf_problems(name: str, value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from string_problems(name, value)
    elif isinstance(value, float):
        yield from number_problems(name, value)
    elif isinstance(value, int) and abs(value) > _LARGEST_INTEGER:
        yield f"{name} must fit in 64 bits, not {shown(value)}; keep it as a string"
    elif value is not None and not isinstance(value, int):
        yield (
            f"{name} must be a string, a number, True, False, None, "
            f"or a list or mapping of these, not {shown(value)}"
        )


def repeated(keys: Iterable[str]) -> list[str]:
    """Return the keys that stand more than once, each once."""
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for key in keys:
        if key in seen:
            twice[key] = None
        seen.add(key)
    return list(twice)


# --- the base of all nouns --------------------------------------------------------------


@frozen(repr=False)
class Noun:
    """Something that is frozen, compared by value, and sound from the moment it is built."""

    _positional: ClassVar[tuple[str, ...]] = ("key", "label")

    def __attrs_post_init__(self) -> None:
        problems = list(self._problems())
        if not problems or self._has_sound_parts():
            self._complete()
            problems += self._contradictions()
        if problems:
            raise DefinitionError(self._name(), problems)

    @abstractmethod
    def _problems(self) -> Iterator[str]:
        """Find what is wrong with single fields."""

    def _has_sound_parts(self) -> bool:
        """Tell whether parts can be held against each other, though other fields are wrong."""
        return False

    def _complete(self) -> None:
        """Fill in what follows from other fields."""

    def _contradictions(self) -> Iterable[str]:
        """Find parts that do not hold together."""
        return ()

    def _name(self) -> str:
        return type(self).__name__

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def evolve(self, **changes: Any) -> Self:  # noqa: ANN401 - any field, each with its type
        """Return a copy with some fields changed, checked like a new one.

        Args:
            **changes: The fields to change, by name.

        Raises:
            DefinitionError: The changed object does not hold together.

        Example:
            >>> from journeykit import Touchpoint
            >>> Touchpoint("desk").evolve(emotion=1).emotion
            1
        """
        return attrs.evolve(self, **changes)

    def __repr__(self) -> str:
        usual = self._usual()
        parts = []
        for attribute in attrs.fields(type(self)):
            name, value = attribute.name, getattr(self, attribute.name)
            if attribute.init and value != usual.get(name, _default(attribute)):
                parts.append(
                    _plain(value) if name in self._positional else f"{name}={_plain(value)}"
                )
        return f"{type(self).__name__}({', '.join(parts)})"

    @property
    def _repr_pretty_(self) -> Callable[[Any, bool], None]:
        """What Hypothesis and IPython call to print it as it is typed, not field by field."""
        # A property, because they look for it on classes too, where a method would not fit.
        return pretty_printer(self)

    def _usual(self) -> dict[str, object]:
        """Return what fields become when they are not given, where that is not their default."""
        return {}


def filled(noun: _N, **sound: object) -> _N:
    """Return a copy with fields that are known to be sound, without checking it anew."""
    other = object.__new__(type(noun))
    for attribute in attrs.fields(type(noun)):
        name = attribute.name
        value = sound[name] if name in sound else getattr(noun, name)
        object.__setattr__(other, name, as_dict(value) if isinstance(value, dict) else value)
    return other


def _default(attribute: "attrs.Attribute[Any]") -> object:
    factory = getattr(attribute.default, "factory", None)
    return attribute.default if factory is None else factory()


def _plain(value: object) -> str:
    """Return words as a user would type them, anything else as its repr."""
    if isinstance(value, Text):
        return repr(value)[len("Text(") : -1] or "''"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_plain, value))}]"
    return repr(str(value)) if isinstance(value, str) else repr(value)


def label_of(key: str) -> Text:
    """Return the label that is made of a key: ``"repeat_visit"`` becomes ``"Repeat visit"``."""
    words = key.replace("_", " ").strip()
    if not words:
        return Text(key)
    return Text(words[:1].upper() + words[1:] if words == words.lower() else words)


@frozen(repr=False)
class Element(Noun):
    """A noun with a key that refers to it and a label that shows it."""

    key: str
    label: Text = field(default=_EMPTY, converter=as_text)
    description: Text = field(default=_EMPTY, converter=as_text, kw_only=True)
    data: dict[str, Any] = field(factory=dict, converter=as_dict, hash=False, kw_only=True)

    def _problems(self) -> Iterator[str]:
        yield from key_problems("key", self.key)
        yield from text_problems("label", self.label)
        yield from text_problems("description", self.description)
        yield from own_data_problems(self.data)

    def _complete(self) -> None:
        # A key that no label can be made of is a problem that has been found already.
        if not self.label and not any(string_problems("key", self.key)):
            self._set("label", label_of(self.key))

    def _usual(self) -> dict[str, object]:
        return {"label": label_of(self.key)}

    def _name(self) -> str:
        return f"{type(self).__name__} {shown(self.key)}"


def own_data_problems(value: object) -> Iterable[str]:
    """Find what is wrong with the field ``data`` of a noun."""
    if not isinstance(value, dict):
        return [f"data must be a mapping, not {shown(value)}"]
    return data_problems("data", value) if value else ()


def keys_of(elements: Sequence[Element]) -> tuple[str, ...]:
    """Return the keys of elements, in their order."""
    return tuple(element.key for element in elements)


def is_a(kind: type[Noun]) -> Any:  # noqa: ANN401 - a check, as items_problems takes it
    """Return a check that each item of a field is of a kind."""
    article = "an" if kind.__name__[0] in "AEIOU" else "a"

    def problems(name: str, value: object) -> Iterator[str]:
        yield from kind_problems(name, value, kind, f"{article} {kind.__name__}")

    return problems


def found(index: Mapping[str, Any], key: object, kind: str, place: Element) -> Any:  # noqa: ANN401
    """Return what an index holds under a key, or say what it does hold."""
    try:
        return index[key]  # type: ignore[index]
    except (KeyError, TypeError):
        what = _CAPITAL.sub(r" \1", type(place).__name__).strip().lower()
        raise UnknownKeyError(kind, key, index, f"{what} {place.key!r}") from None
