"""Looking things up as people type them: accents, capitals, spaces and hyphens forgiven."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

from journeykit.errors import UnknownKeyError

_T = TypeVar("_T")
_ASCII_WORD = re.compile("[A-Za-z0-9]+")
# Marks that choose between forms, that join, that turn the direction, and soft hyphens.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200c-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)


def plain(words: str) -> str:
    """Return words in lower case, without accents, and with single spaces between them.

    Args:
        words: What someone wrote.

    Example:
        >>> plain("Customer_journey: Oriëntatie")
        'customer journey orientatie'
    """
    # Taking letters apart may bring capitals to light, and lowering them further accents.
    lower = unicodedata.normalize("NFKD", words).casefold()
    letters = unicodedata.normalize("NFKD", lower)
    if letters.isascii():
        return " ".join(_ASCII_WORD.findall(letters))
    seen = _UNSEEN.sub("", letters)
    bare = "".join(_bare(letter) for letter in seen)
    return " ".join(word for word in bare.split() if any(map(str.isalnum, word)))


def _bare(letter: str) -> str:
    """Return a letter, nothing for an accent, and a space for what stands between words."""
    if letter.isalnum():
        return letter
    kind = unicodedata.combining(letter)
    # 1 and 200 and more are accents, 10 to 35 the vowels that Hebrew and Arabic may leave out.
    # Marks of other classes tell words apart, as in Hindi, Thai and Japanese.
    if kind == 1 or 10 <= kind <= 35 or kind >= 200:  # noqa: PLR2004 - from the Unicode standard
        return ""
    return letter if unicodedata.category(letter) in ("Mn", "Mc") else " "


def shape(key: str) -> str:
    """Return what two spellings of one key have in common.

    Args:
        key: A key or an alias.

    Example:
        >>> shape("See-Think-Do-Care") == shape("see_think_do_care")
        True
    """
    return plain(key).replace(" ", "")


def by_shape(items: Iterable[tuple[str, _T]]) -> dict[str, _T]:
    """Return an index in which the first of two names with the same shape stands.

    Args:
        items: Names with what they stand for.
    """
    index: dict[str, _T] = {}
    for name, item in items:
        index.setdefault(shape(name), item)
    return index


def find(index: Mapping[str, _T], key: str, kind: str) -> _T:
    """Return what an index holds under a key or under another spelling of it.

    Args:
        index: What there is, by key.
        key: What someone asked for.
        kind: What it is, for the error.

    Raises:
        UnknownKeyError: There is nothing of that name.
    """
    if key in index:
        return index[key]
    wanted = shape(key) if isinstance(key, str) else ""
    for known, item in index.items():
        if shape(known) == wanted:
            return item
    raise UnknownKeyError(kind, key, index, "the presets")
