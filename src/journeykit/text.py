"""Text: words in one language or in several."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from attrs import field, frozen

from journeykit.errors import DefinitionError, shown

__all__ = ["NEUTRAL", "Text", "TextLike"]

NEUTRAL = "und"
"""The language tag of words that are the same in every language (BCP 47: undetermined)."""

LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_SURROGATE = re.compile("[\ud800-\udfff]")


def has_lone_surrogate(words: str) -> bool:
    """Tell whether a string holds half a character, which no file can carry."""
    return not words.isascii() and _SURROGATE.search(words) is not None


def words_problems(value: object) -> Iterator[str]:
    """Find what keeps a value from being a text."""
    if isinstance(value, str):
        if has_lone_surrogate(value):
            yield _half_character(value)
    elif isinstance(value, Mapping):
        for language, said in value.items():
            if not isinstance(language, str) or LANGUAGE.fullmatch(language) is None:
                yield f"{shown(language)} is no language tag; write 'en', 'nl' or 'nl-BE'"
            if not isinstance(said, str):
                yield f"the words in {shown(language)} must be a string, not {shown(said)}"
            elif has_lone_surrogate(said):
                yield _half_character(said)
    elif not isinstance(value, tuple) or value:
        yield f"must be words or a mapping of language to words, not {shown(value)}"


def _half_character(words: str) -> str:
    return f"{shown(words)} holds half a character (a lone surrogate)"


def _as_words(value: "TextLike | tuple[()]") -> tuple[tuple[str, str], ...]:
    if isinstance(value, Text):
        return value._words  # noqa: SLF001 - the class reads its own field
    problems = list(words_problems(value))
    if problems:
        raise DefinitionError("Text", problems)
    words = {NEUTRAL: value} if isinstance(value, str) else dict(value)
    return tuple((str(language), str(said)) for language, said in words.items() if said)


def _plain_tag(language: str) -> str:
    return language.lower().replace("_", "-")


def pretty_printer(thing: object) -> Callable[[Any, bool], None]:
    """Return a function that prints a thing, as IPython and Hypothesis call it, by its repr."""

    def write(printer: Any, _cycle: bool) -> None:  # noqa: ANN401, FBT001 - their protocol
        printer.text(repr(thing))

    return write


@frozen(repr=False)
class Text(Mapping[str, str]):
    """Words in one language or in several: a frozen mapping of language to words.

    A plain string is language-neutral: it stands for itself in every language. Empty words
    count as missing. Two texts are equal when they say the same in the same languages.

    Args:
        words: A string, or a mapping of language tag to string.

    Raises:
        DefinitionError: A language tag or its words are not valid.

    Example:
        >>> name = Text({"en": "Basket", "nl": "Winkelmand"})
        >>> str(name), name.pick("nl"), name.pick("fr")
        ('Basket', 'Winkelmand', 'Basket')
        >>> Text("AIDA").pick("nl")
        'AIDA'
    """

    _words: tuple[tuple[str, str], ...] = field(
        default=(), converter=_as_words, alias="words", eq=frozenset
    )

    def __getitem__(self, language: str) -> str:
        for known, said in self._words:
            if known == language:
                return said
        raise KeyError(language)

    def __iter__(self) -> Iterator[str]:
        return (language for language, _ in self._words)

    def __len__(self) -> int:
        return len(self._words)

    def pick(self, language: str = "en") -> str:
        """Return the words in a language, or the nearest that there is.

        Falls back from a region to its language (``"nl-BE"`` to ``"nl"``), then to neutral
        words, then to English, then to the first that was given; empty if there are none.

        Args:
            language: A language tag; capitals do not matter, nor whether a hyphen or an
                underscore parts it.

        Raises:
            DefinitionError: The language is no string.
        """
        for known, said in self._words:
            if known == language:
                return said
        if not isinstance(language, str):
            problem = f"language must be a language tag such as 'nl', not {shown(language)}"
            raise DefinitionError("Text", [problem])
        if len(self._words) > 1:
            tag = _plain_tag(language)
            said_in = {_plain_tag(known): said for known, said in reversed(self._words)}
            for wanted in (tag, tag.partition("-")[0], NEUTRAL, "en"):
                if wanted in said_in:
                    return said_in[wanted]
        return self._words[0][1] if self._words else ""

    def __str__(self) -> str:
        return self.pick("en")

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    @property
    def _repr_pretty_(self) -> Callable[[Any, bool], None]:
        """What Hypothesis and IPython call to print it as it is typed."""
        return pretty_printer(self)

    def __repr__(self) -> str:
        if not self._words:
            return "Text()"
        if len(self._words) == 1 and self._words[0][0] == NEUTRAL:
            return f"Text({self._words[0][1]!r})"
        return f"Text({dict(self._words)!r})"


TextLike: TypeAlias = str | Mapping[str, str] | Text
"""What may stand wherever words are asked: a string, a mapping, or a `Text`."""
