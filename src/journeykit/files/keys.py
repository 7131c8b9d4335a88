"""Keys that are made of words, for files that have words but no keys."""

import unicodedata
from typing import Final

from attrs import define, field

from journeykit.presets._lookup import plain
from journeykit.transition import ENDS

__all__ = ["Keys", "key_of"]

_LONGEST_KEY: Final = 100


def key_of(words: str) -> str:
    """Return the key that is made of words, or nothing where there are no letters."""
    # In Korean, the letters that were taken apart make up the signs that people type.
    return unicodedata.normalize("NFC", plain(words[:_LONGEST_KEY])).replace(" ", "_")


@define
class Keys:
    """Makes keys of words, each another.

    Args:
        taken: The keys that there are already.
    """

    taken: set[str] = field(factory=lambda: set(ENDS))
    _numbers: dict[str, int] = field(factory=dict, init=False)

    def new(self, words: str, what: str) -> str:
        """Return a key that is made of words and is not taken; it is not taken by this.

        Args:
            words: The words.
            what: What the key is of, for words without letters.

        Example:
            >>> Keys({"visit"}).new("Visit", "phase"), Keys().new("Oriëntatie: zoeken", "phase")
            ('visit_2', 'orientatie_zoeken')
        """
        made = key_of(words) or what
        if made not in self.taken:
            return made
        # Counted, because going through all that are taken takes long where many are alike.
        number = self._numbers.get(made, 2)
        while f"{made}_{number}" in self.taken:
            number += 1
        self._numbers[made] = number
        return f"{made}_{number}"

    def take(self, words: str, what: str) -> str:
        """Return a key as `new` does, and take it."""
        key = self.new(words, what)
        self.taken.add(key)
        return key
