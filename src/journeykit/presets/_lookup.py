"""Looking things up as people type them: accents, capitals, spaces and hyphens forgiven."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

from journeykit.errors import UnknownKeyError

_T = TypeVar("_T")


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
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", bare))


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
