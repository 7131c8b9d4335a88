"""How wide words are, and how they are broken into lines, without any font being there.

Arial, Helvetica, Liberation Sans, Arimo and Nimbus Sans share their widths, so that one table is
right on nearly every machine and a picture is the same everywhere.
"""

import bisect
import functools
import itertools
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from journeykit._dot import clean_text
from journeykit._optional import optional_module
from journeykit.drawing._widths import EM, RUNS
from journeykit.errors import MissingDependencyError

__all__ = ["SAFETY", "letters", "width", "wrap"]

SAFETY = 1.06
"""Lines keep this much room to spare, as every painter rounds widths in its own way."""

_UNKNOWN = round(0.6 * EM)
_SOFT_HYPHEN = "\u00ad"
_JOINER = "\u200d"
_ELLIPSIS = "…"
# Wide scripts are written without spaces: a line may end after each of their characters, but does
# not begin with closing punctuation.
_WIDE = (
    "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
)
_CLOSING = "、。〉》」』】〕〗〙〛！，．：；？）］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_OPENING = "「『（【〔《〈［｛"
_SPACES = " \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"  # those that a line may end at
_WORD = re.compile(
    f"([{_SPACES}]*)([{_OPENING}]*[{_WIDE}][{_CLOSING}]*|[^{_SPACES}{_WIDE}]+[{_CLOSING}]*)"
)
_AFTER = frozenset("-/_.@\u2010\u2013")
_VOWELS = frozenset("aeiouyæœøıаеёиоуыэюяієїαεηιουω")
# Consonants that begin a syllable together.
_ONSETS = frozenset(
    [
        "bl",
        "br",
        "ch",
        "chr",
        "cl",
        "cr",
        "dr",
        "fl",
        "fr",
        "gl",
        "gr",
        "kl",
        "kn",
        "kr",
        "kw",
        "ph",
        "phr",
        "pl",
        "pr",
        "qu",
        "sch",
        "schr",
        "scr",
        "sh",
        "shr",
        "sl",
        "spl",
        "spr",
        "str",
        "th",
        "thr",
        "tr",
        "vr",
        "wr",
    ]
)
_LEAST_LETTERS = 3
_LONGEST_HYPHENATED = 200
_BETWEEN_VOWELS = re.compile("(?<=v)c+(?=v)")
_SIX_LETTERS = re.compile("[vc]{6}")
_Word: TypeAlias = tuple[str, str, int, str, int]
"""A word as it was given, as it is shown, and how wide it is; the space before it, how wide."""
_AHEAD = 6  # characters beyond the line that are looked at for a syllable


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide one line of text is, in points.

    Args:
        text: The words; of several lines, the widest counts.
        size: Size of the type in points.
        bold: Whether the type is bold.

    Example:
        >>> round(width("Customer journey", 10), 2)
        78.92
        >>> width("Customer journey", 10, bold=True) > width("Customer journey", 10)
        True
    """
    lines = text.split("\n")
    widest = max([_units(line, bold) for line in lines]) if len(lines) > 1 else _units(text, bold)
    return widest * size / EM


@functools.lru_cache(maxsize=4096)
def letters(line: str) -> int:
    """Return how many letters a reader takes a line for: an accent of its own is none.

    Args:
        line: One line of text.

    Example:
        >>> letters("cafe\u0301"), letters("\U0001f44d\U0001f3fd")
        (4, 1)
    """
    return len(line) if line.isascii() else sum(1 for _ in _clusters(line, bold=False))


def wrap(
    text: str,
    width: float,
    size: float,
    *,
    bold: bool = False,
    max_lines: int | None = None,
    balanced: bool = False,
    lang: str | None = None,
) -> tuple[str, ...]:
    """Break a text into lines that fit a width, 6 % to spare.

    A word is broken only if it does not fit a line of its own: at a soft hyphen if it has one,
    else after ``- / _ . @``, else between two syllables, else anywhere. Where the package
    ``pyphen`` is installed and ``lang`` is given, its patterns find the syllables.

    Args:
        text: The words; newlines in it are kept.
        width: Room in points.
        size: Size of the type in points.
        bold: Whether the type is bold.
        max_lines: Lines to keep; the last ends in an ellipsis if there were more.
        balanced: Whether to make the lines about equally long, as headings want it.
        lang: Language tag of the words, for hyphenation.

    Returns:
        The lines, none for a text without words.

    Example:
        >>> wrap("Find salons near me that know curls", 120, 9.5)
        ('Find salons near me that', 'know curls')
    """
    room = math.floor(width / SAFETY / size * EM)
    return _wrapped(text, room, bold, max_lines, balanced, lang=lang)


@functools.lru_cache(maxsize=4096)  # the same words stand in many pictures, and in many views
def _wrapped(
    text: str,
    room: int,
    bold: bool,  # noqa: FBT001 - private, and part of the key of a cache
    max_lines: int | None,
    balanced: bool,  # noqa: FBT001
    *,
    lang: str | None,
) -> tuple[str, ...]:
    if max_lines is not None and max_lines < 1:
        return ()
    words = clean_text(text).strip()
    # Most words of a picture fit a line, and nothing in them needs a closer look.
    plain = words.isascii() and words.isprintable() and "  " not in words
    if plain and _units(words, bold) <= room:
        return (words,) if words else ()
    paragraphs = (_measured(paragraph, bold) for paragraph in words.split("\n"))
    filled = _filled(paragraphs, room, bold, lang)
    lines = tuple(filled if max_lines is None else itertools.islice(filled, max_lines + 1))
    if not any(lines):
        return ()
    if max_lines is not None and len(lines) > max_lines:
        return (*lines[: max_lines - 1], _shortened(lines[max_lines - 1], room, bold))
    if balanced and len(lines) > 1:
        return _balanced(words, room, bold, lang, lines)
    return lines


# --- measuring --------------------------------------------------------------------------


@functools.cache
def _table(bold: bool) -> dict[str, int]:  # noqa: FBT001 - private, and the key of a cache
    return {
        chr(start + index): int(units)
        for start, regular, heavy in RUNS
        for index, units in enumerate((heavy if bold else regular).split())
    }


@functools.lru_cache(maxsize=16_384)
def _units(text: str, bold: bool) -> int:  # noqa: FBT001 - private
    table = _table(bold)
    if len(text) == 1:
        known = table.get(text)
        return _fallback(text) if known is None else known
    try:
        return sum(map(table.__getitem__, text))
    except KeyError:
        return sum(units for _, units in _clusters(text, bold))


@functools.lru_cache(maxsize=4096)
def _fallback(character: str) -> int:
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf", "Cc"):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return EM
    return EM if ord(character) >= 0x1F000 else _UNKNOWN  # noqa: PLR2004 - pictographs from there


def _clusters(text: str, bold: bool) -> Iterator[tuple[str, int]]:  # noqa: FBT001 - private
    """Give what a reader takes for one character (accents, joined emoji, flags), with its width."""
    table = _table(bold)
    cluster, units, flag = "", 0, False
    for character in text:
        own = table.get(character)
        if own is None:
            own = _fallback(character)
        # The parts of a joined emoji, a skin colour, and the second letter of a flag add nothing.
        skin = "\U0001f3fb" <= character <= "\U0001f3ff"
        joined = cluster.endswith(_JOINER) and character >= "\u2600"
        regional = "\U0001f1e6" <= character <= "\U0001f1ff"
        part = units == EM and (skin or joined or (flag and regional))
        if cluster and (own == 0 or part):
            cluster += character
            flag = False
            continue
        if cluster:
            yield cluster, units
        cluster, units, flag = character, own, regional
    yield cluster, units


# --- breaking lines ---------------------------------------------------------------------


@functools.lru_cache(maxsize=4096)
def _measured(paragraph: str, bold: bool) -> tuple[_Word, ...]:  # noqa: FBT001 - private
    words = []
    for spaces, word in _WORD.findall(paragraph):
        shown = word.replace(_SOFT_HYPHEN, "")
        if shown:
            glue = _glue(spaces)
            words.append((word, shown, _units(shown, bold), glue, _units(glue, bold)))
    return tuple(words)


def _filled(
    paragraphs: Iterable[Iterable[_Word]],
    room: int,
    bold: bool,  # noqa: FBT001 - private
    lang: str | None,
) -> Iterator[str]:
    """Give the lines that words make when each takes as many of them as it has room for."""
    for paragraph in paragraphs:
        line: list[str] = []
        used = 0
        for word, shown, units, glue, between in paragraph:
            if line and used + between + units <= room:
                line += (glue, shown)
                used += between + units
                continue
            if line:
                yield "".join(line)
            line, used = [shown], units
            if units > room:
                for piece, last in _pieces(word, room, bold, lang):
                    if not last:
                        yield piece
                    line = [piece]
                used = _units(line[0], bold)
        yield "".join(line)


def _glue(spaces: str) -> str:
    spaces = spaces.replace("\u200b", "")
    return spaces if len(spaces) < 2 else " "  # noqa: PLR2004 - several spaces are as one


def _pieces(
    word: str,
    room: int,
    bold: bool,  # noqa: FBT001 - private
    lang: str | None,
) -> Iterator[tuple[str, bool]]:
    """Break a word that is wider than a line into pieces that are not, and mark the last one."""
    clusters = _clusters(word, bold)
    syllables = _dictionary_breaks(word, lang)
    hyphen = _units("-", bold)
    start = 0
    marks: list[str] = []
    ends = [0]  # ends[n] is how wide the first n marks are
    while True:
        for mark, units in clusters:
            marks.append(mark)
            ends.append(ends[-1] + units)
            if len(marks) > _AHEAD and ends[-_AHEAD] > room:
                break
        if ends[-1] <= room or len(marks) == 1:
            break
        most = max(1, bisect.bisect_right(ends, room) - 1)
        signed = bisect.bisect_right(ends, room - hyphen) - 1
        known = None if syllables is None else {at - start for at in syllables}
        cut, sign = _cut(marks, most, signed, known)
        yield "".join(marks[:cut]).replace(_SOFT_HYPHEN, "") + sign, False
        start += cut
        marks = marks[cut:]
        ends = [end - ends[cut] for end in ends[cut:]]
    yield "".join(marks).replace(_SOFT_HYPHEN, ""), True


def _cut(marks: list[str], most: int, signed: int, syllables: set[int] | None) -> tuple[int, str]:
    """Choose where a line ends: at most at ``most``, or at ``signed`` if a hyphen is added."""
    for at in range(signed, 0, -1):
        if _SOFT_HYPHEN in marks[at - 1]:
            return at, "-"
    # A break soon after the start would leave nearly the whole line empty.
    for at in range(most, max(1, most // 3) - 1, -1):
        if marks[at - 1] in _AFTER:
            return at, ""
    # What the patterns of one language do not know may be a word of another.
    for known in (syllables or (), _syllables(marks)):
        cut = max((at for at in known if _LEAST_LETTERS <= at <= signed), default=0)
        if cut:
            return cut, "-"
    return most, ""


def _syllables(marks: list[str]) -> Iterator[int]:
    """Give the places where a syllable begins, as well as rules without a language can.

    Of the consonants between two vowels the last begins the syllable, with those before it that
    can begin a word together: V-CV, VC-CV, V-CCV. Three letters stay at either end.
    """
    sounds = "".join(_sound(mark[0]) for mark in marks)
    for run in _BETWEEN_VOWELS.finditer(sounds):
        consonants = "".join(mark[0] for mark in marks[run.start() : run.end()]).lower()
        onset = next((n for n in range(len(run[0]), 1, -1) if consonants[-n:] in _ONSETS), 1)
        at = run.end() - onset
        if at >= _LEAST_LETTERS and _SIX_LETTERS.match(sounds, at - _LEAST_LETTERS):
            yield at


@functools.lru_cache(maxsize=4096)
def _sound(letter: str) -> str:
    if not letter.isalpha():
        return "."
    return "v" if unicodedata.normalize("NFD", letter)[0].lower() in _VOWELS else "c"


def _hyphenator(lang: str) -> Any:  # noqa: ANN401 - pyphen has no types
    try:
        pyphen = optional_module("pyphen", extra="hyphenation", purpose="hyphenation by language")
    except MissingDependencyError:
        return None
    known = pyphen.language_fallback(lang)
    return pyphen.Pyphen(lang=known, right=_LEAST_LETTERS) if known else None


def _dictionary_breaks(word: str, lang: str | None) -> set[int] | None:
    """Return the places where the patterns of a language divide a word, or None without them."""
    if lang is None or len(word) > _LONGEST_HYPHENATED:
        return None
    hyphenator = _hyphenator(lang)
    return None if hyphenator is None else set(map(int, hyphenator.positions(word)))


def _shortened(line: str, room: int, bold: bool) -> str:  # noqa: FBT001 - private
    """Return a line that ends in an ellipsis and fits."""
    marks = list(_clusters(line, bold))
    rest = room - _units(_ELLIPSIS, bold)
    while marks and sum(units for _, units in marks) > rest:
        marks.pop()
    return "".join(mark for mark, _ in marks).rstrip(" -,;:.") + _ELLIPSIS


def _balanced(
    text: str,
    room: int,
    bold: bool,  # noqa: FBT001 - private
    lang: str | None,
    lines: tuple[str, ...],
) -> tuple[str, ...]:
    """Return the same number of lines, as narrow as they can be without breaking a word."""
    paragraphs = [_measured(paragraph, bold) for paragraph in text.split("\n")]
    widest = max(units for paragraph in paragraphs for _, _, units, _, _ in paragraph)
    narrow, wide = min(widest, room), room
    while wide - narrow > EM // 16:
        middle = (narrow + wide) // 2
        tried = tuple(_filled(paragraphs, middle, bold, lang))
        if len(tried) <= len(lines):
            wide, lines = middle, tried
        else:
            narrow = middle
    return lines
