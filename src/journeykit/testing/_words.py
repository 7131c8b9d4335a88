"""Strategies for keys, words and a user's own data."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, count
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from journeykit._optional import optional_module
from journeykit.text import NEUTRAL, Text
from journeykit.transition import ENDS

if TYPE_CHECKING:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn
else:
    st = optional_module("hypothesis.strategies", extra="testing", purpose="a strategy")

__all__ = [
    "DATA",
    "KEYS",
    "SCORES",
    "SEATS",
    "TEXTS",
    "WORDS",
    "Fields",
    "distinct",
    "keys",
    "made",
    "mostly",
    "st",
    "texts",
]

Fields: TypeAlias = "Mapping[str, st.SearchStrategy[Any]]"
_T = TypeVar("_T")

# The first of each is what failing examples shrink to.
_PLAIN_KEYS: Final = (*ascii_lowercase, "site", "basket", "repeat_visit", "step-2", "Sales talk")
_PLAIN_WORDS: Final = ("word", "Two words", "Winkelmand", "Is this really the right size?")
_NASTY: Final = (
    "Arbeidsongeschiktheidsverzekeringsmaatschappij",
    "Klant\u00adtevreden\u00adheids\u00adonder\u00adzoek",  # soft hyphens
    "no\u00a0break",
    "zero\u200bwidth\u200djoined",
    "cafe\u0301",  # an accent that is a character of its own
    "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽",
    "𝔍𝔬𝔲𝔯𝔫𝔢𝔶",
    "旅程",
    "שלום, עולם",
    "رحلة العميل",
    "\u202eright to left",
    "two\nlines",
    "carriage\r\nreturn",
    "tab\tstop",
    "\x00\x07\x1b[31m\x7f",
    "next\x85line\u2028paragraph\u2029",
    "\ufeffmark",
    "\uffff",  # a character that XML forbids
    " spaces around ",
    "\"double\" 'single' `back` '''three''' \"\"\"three\"\"\"",
    "<b>bold</b>",
    "<not closed",
    "]]>",
    "&amp; & &#0;",
    "back\\slash \\n \\N \\",
    "a:b",
    "a.b[0]",
    "$.transitions[0]",
    "{{braces}} ${x} %s %(x)s {0}",
    "# heading",
    "- item: value",
    "a,b;c|d",
    "=1+1",
    "~",
    "null",
    "yes",
    "no",
    "1",
    "1e3",
    "0x1F",
    "2026-05-01",
    "start",
    "node",
    "../up",
    "_",
    "x" * 200,
    "many words " * 20,
)
_LANGUAGES: Final = (("en",), ("en", "nl"), ("nl",), ("nl-BE", "en"), ("de", "zh-Hant", NEUTRAL))


# Any letter at all. Hypothesis takes seconds to gather these, once in each folder, and calls a test
# slow unless it happens with the first example. So what may make words asks for them each time.
_LETTERS: Final = st.text(min_size=1)


def mostly(usual: Sequence[_T], rare: st.SearchStrategy[_T]) -> st.SearchStrategy[_T]:
    """Make what is usual with a single choice, because it is choices that take time."""
    places = st.integers(0, len(usual) + len(usual) // 4)

    @st.composite
    def values(draw: "DrawFn") -> _T:
        _LETTERS.validate()
        place = draw(places)
        return usual[place] if place < len(usual) else draw(rare)

    return values()


def _as_key(words: str) -> str:
    return f"k{words}" if words.isspace() or words in ENDS else words


_ALL_WORDS: Final = (*_PLAIN_WORDS, *_NASTY)
_PLAIN: Final = st.sampled_from(_PLAIN_KEYS)
WORDS: Final = mostly(_ALL_WORDS, st.text(min_size=1, max_size=12))
KEYS: Final = mostly(
    (*_PLAIN_KEYS, *_PLAIN_KEYS, *_NASTY), st.text(min_size=1, max_size=6).map(_as_key)
)

SEATS: Final = st.integers(0, 99)
"""A place among things that are known when it is taken, by its remainder."""


def keys(*, plain: bool = False) -> st.SearchStrategy[str]:
    """Make keys: plain ones, and ones that are hard to write down.

    Args:
        plain: Whether to leave out the hard ones.

    Example:
        >>> from hypothesis import find
        >>> find(keys(), lambda key: True)
        'a'
    """
    return _PLAIN if plain else KEYS


def _texts(languages: Iterable[str]) -> st.SearchStrategy[Text]:
    return st.fixed_dictionaries(dict.fromkeys(languages, WORDS)).map(Text)


_TEXTS: Final = (
    *map(Text, _ALL_WORDS),
    *(
        Text(dict(zip(languages, (words, other), strict=False)))
        for languages in _LANGUAGES
        for words, other in zip(_ALL_WORDS[::3], reversed(_ALL_WORDS[::3]), strict=True)
    ),
)
TEXTS: Final = mostly(
    _TEXTS,
    st.text(min_size=1, max_size=40).map(Text) | st.one_of([_texts(tags) for tags in _LANGUAGES]),
)


def texts(*, languages: Collection[str] | None = None) -> st.SearchStrategy[Text]:
    """Make texts that are not empty.

    Among them are long compounds, soft hyphens, emoji, words from right to left, line breaks,
    control characters, quotes, brackets and backslashes.

    Args:
        languages: The languages in which each has words; when not given, words that are
            neutral or in one language or several.

    Example:
        >>> from hypothesis import find
        >>> find(texts(languages=["en", "nl"]), lambda text: True)
        Text({'en': 'word', 'nl': 'word'})
    """
    return TEXTS if languages is None else _texts(languages)


_SCALARS: Final = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63) + 1, 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS
)
_SMALL: Final[tuple[dict[str, Any], ...]] = (
    {"id": 1},
    {"cost": 2.5, "live": True},
    {"tags": ["a", None, {"b": "1"}], "empty": [{}, [], ""]},
)
DATA: Final = mostly(
    _SMALL * 4,
    st.dictionaries(
        WORDS,
        st.recursive(
            _SCALARS,
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
            max_leaves=5,
        ),
        max_size=3,
    ),
)
SCORES: Final = st.dictionaries(
    st.sampled_from(("severity", "frequency", "impact", "effort")) | KEYS,
    st.integers(1, 5),
    min_size=1,
    max_size=3,
)


def made(always: Fields, sometimes: Fields) -> st.SearchStrategy[dict[str, Any]]:
    """Make all of some fields, and a few of others."""
    places = st.integers(0, max(len(sometimes) - 1, 0))
    numbers = st.integers(0, 3 if sometimes else 0)
    choices = tuple(sometimes.items())

    # Arguments would stand in the representation of the strategy, which they would make huge.
    @st.composite
    def fields(draw: "DrawFn") -> dict[str, Any]:
        _LETTERS.validate()
        drawn = {name: draw(values) for name, values in always.items()}
        for _ in range(draw(numbers)):
            name, values = choices[draw(places)]
            drawn[name] = draw(values)
        return drawn

    return fields()


def distinct(wanted: Iterable[str], taken: Collection[str] = ()) -> list[str]:
    """Return keys that are all different: those that are taken give way to plain ones."""
    seen = set(taken)
    fresh = chain(ascii_lowercase, (f"step{number}" for number in count(1)))
    several = []
    for key in wanted:
        own = key if key not in seen else next(other for other in fresh if other not in seen)
        seen.add(own)
        several.append(own)
    return several
