"""Widths of words, and words broken into lines."""

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit._dot import clean_text
from journeykit.drawing.metrics import SAFETY, width, wrap

WORDS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            " \n\t-/_.@,\u00ad\u200b\u200d\u0301\ufe0fabeiorstncABW世界。「👍🏽👩🇳🇱\u00a0é"
        ),
    ),
    max_size=60,
)
ROOMS = st.floats(1, 400)
SIZES = st.floats(4, 30)
HIDDEN = {"\u00ad", "\u200b"}


def visible(text: str) -> str:
    """Return what can be seen of a text, without white space."""
    return "".join(one for one in text if one not in HIDDEN and not one.isspace())


def is_one_character(line: str) -> bool:
    """Tell whether a line is what a reader takes for one character."""
    return len(wrap(line, 1e-9, 9)) <= 1


@given(
    text=WORDS,
    room=ROOMS,
    size=SIZES,
    bold=st.booleans(),
    balanced=st.booleans(),
    most=st.none() | st.integers(1, 4),
)
def test_no_line_is_wider_than_its_room(
    *, text: str, room: float, size: float, bold: bool, balanced: bool, most: int | None
) -> None:
    """Every line fits with 6 % to spare, unless one character alone does not."""
    for line in wrap(text, room, size, max_lines=most, bold=bold, balanced=balanced):
        fits = width(line, size, bold=bold) <= room / SAFETY + 1e-9
        assert fits or is_one_character(line)


@given(text=WORDS, room=ROOMS, size=SIZES, balanced=st.booleans())
def test_wrapping_keeps_what_can_be_read(
    *, text: str, room: float, size: float, balanced: bool
) -> None:
    """All visible characters come back in order; only hyphens at the ends of lines are new."""
    lines = wrap(text, room, size, balanced=balanced)
    left = visible(clean_text(text))
    for line in lines:
        said = visible(line)
        if left.startswith(said):
            left = left.removeprefix(said)
        else:
            assert said.endswith("-")
            assert left.startswith(said[:-1])
            left = left.removeprefix(said[:-1])
    assert left == ""


@given(WORDS, st.integers(1, 5), ROOMS)
def test_no_more_lines_than_allowed(text: str, most: int, room: float) -> None:
    """A limit is kept, and what is left out shows as an ellipsis."""
    everything = wrap(text, room, 9)
    kept = wrap(text, room, 9, max_lines=most)
    assert len(kept) <= most
    if len(everything) > most:
        assert kept[-1].endswith("…")
        assert kept[:-1] == everything[: most - 1]
    else:
        assert kept == everything


@given(st.lists(st.text("abcdefgh iou", min_size=1), min_size=1, max_size=6), ROOMS)
def test_balancing_adds_no_line_and_breaks_no_word(words: list[str], room: float) -> None:
    """A balanced heading has as many lines as a greedy one, and breaks no other words."""
    text = " ".join(words)
    greedy, balanced = wrap(text, room, 10), wrap(text, room, 10, balanced=True)
    assert len(balanced) == len(greedy)
    if " ".join(greedy).split() == text.split():
        assert " ".join(balanced).split() == text.split()


def test_balanced_lines_are_about_as_long_as_each_other() -> None:
    """The last line of a heading is not left with one short word."""
    assert wrap("Understand why curls stay so very frizzy", 180, 10) == (
        "Understand why curls stay so very",
        "frizzy",
    )
    assert wrap("Understand why curls stay so very frizzy", 180, 10, balanced=True) == (
        "Understand why curls",
        "stay so very frizzy",
    )


@given(st.lists(st.text("abc de", max_size=12).map(str.strip), min_size=1, max_size=8))
def test_newlines_are_kept(paragraphs: list[str]) -> None:
    """Where there is room, each paragraph is a line, empty ones between them too."""
    text = "\n".join(paragraphs).strip()
    expected = tuple(" ".join(one.split()) for one in text.split("\n")) if text else ()
    assert wrap(text, 10_000, 9) == expected


@pytest.mark.parametrize("nothing", ["", " ", "\n\n", "\u00ad", "\u200b \u3000"])
def test_no_words_make_no_lines(nothing: str) -> None:
    """Text that shows nothing takes no room."""
    assert wrap(nothing, 100, 9) == ()


def test_no_lines_allowed_makes_none() -> None:
    """A limit of no lines leaves nothing."""
    assert wrap("words", 100, 9, max_lines=0) == ()


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("Klanttevredenheidsonderzoek", 80, ("Klanttevreden-", "heidsonderzoek")),
        ("Klant\u00adtevredenheidsonderzoek", 80, ("Klant-", "tevredenheidson-", "derzoek")),
        ("see example.org/products", 66, ("see", "example.org/", "products")),
        ("an e-mail, please", 60, ("an e-mail,", "please")),
        ("xxxxxxxxxxxxxxxxxxxx", 50, ("xxxxxxxxx", "xxxxxxxxx", "xx")),
        ("你好世界，再见", 40, ("你好世", "界，再", "见")),
        ("「你好」世界", 45, ("「你好」", "世界")),
        ("12\u00a0400 a\u00a0month", 40, ("12\u00a0400", "a\u00a0month")),
        ("one   two", 100, ("one two",)),
        ("WWW", 1, ("W", "W", "W")),
        ("zero\u200bwidth", 30, ("zero", "width")),
    ],
)
def test_where_lines_end(text: str, room: float, expected: tuple[str, ...]) -> None:
    """Soft hyphens win, then certain signs, then syllables, then any place."""
    assert wrap(text, room, 9.5) == expected


def test_a_sign_near_the_start_is_no_place_to_break() -> None:
    """A long word with an early hyphen does not leave its first line nearly empty."""
    first = wrap("e-mailmarketingautomatisering", 90, 9.5)[0]
    assert first != "e-"
    assert first.endswith("-")


def test_a_word_that_fits_a_line_is_never_hyphenated() -> None:
    """The room left on a line is no reason to break the next word."""
    assert wrap("a consideration", 66, 9.5) == ("a", "consideration")


@pytest.mark.parametrize(
    ("word", "room", "expected"),
    [
        ("opportunities", 45, ("opportu-", "nities")),
        ("opportunities", 30, ("oppor-", "tuni-", "ties")),
        ("tevredenheid", 38, ("tevre-", "denheid")),
        ("mechanisch", 42, ("mecha-", "nisch")),
        ("strengths", 30, ("streng", "ths")),
        ("banana1ofelia", 40, ("banana1", "ofelia")),
    ],
)
def test_syllables(word: str, room: float, expected: tuple[str, ...]) -> None:
    """The rules find V-CV, VC-CV and V-CCV, three letters from either end."""
    assert wrap(word, room, 9.5) == expected


def test_a_dictionary_knows_better_than_the_rules() -> None:
    """With pyphen and a language, words are divided as that language does."""
    pytest.importorskip("pyphen")
    assert wrap("afspraakbevestiging", 60, 9.5, lang="en")[0] == "afspraak-"
    assert wrap("klanttevredenheid", 44, 9.5, lang="nl-BE")[0] == "klantte-"
    # The patterns know a break before "on" too, which leaves too little for the next line.
    assert wrap("comparison", 48, 9.5, lang="en") == ("compar-", "ison")
    assert wrap("x" * 300, 50, 9.5, lang="nl") == wrap("x" * 300, 50, 9.5)
    # A word that the patterns of the language cannot divide in time is divided by general rules.
    dutch = "arbeidsongeschiktheidsverzekering"
    assert wrap(dutch, 100, 10, bold=True, lang="en") == wrap(dutch, 100, 10, bold=True)


def test_an_unknown_language_falls_back_on_the_rules() -> None:
    """A language without patterns is no error."""
    assert wrap("opportunities", 50, 9.5, lang="xx") == wrap("opportunities", 50, 9.5)


def test_without_a_dictionary_the_rules_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing asks for pyphen to be there."""
    monkeypatch.setitem(sys.modules, "pyphen", None)
    # A word of its own, because lines that were found once are kept.
    lines = wrap("afspraakbevestigingen", 60, 9.5, lang="en")
    assert lines == ("afspraakbe-", "vestigingen")


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("H", 1479 / 2048),
        ("\u00e9", 1139 / 2048),
        ("e\u0301", 1139 / 2048),
        ("\u1200", 1229 / 2048),  # Ethiopic: not in the table
        ("世", 1),
        ("👍", 1),
        ("👍🏽", 1),
        ("👩\u200d👧", 1),
        ("🇳🇱", 1),
        ("🇳🇱🇧🇪", 2),
        ("\u200b", 0),
        ("a\u200db", 2278 / 2048),
        ("", 0),
        ("i\nW", 1933 / 2048),
    ],
)
def test_widths(text: str, ems: float) -> None:
    """Known characters have their own width, unknown ones 0.6 em, wide ones 1, marks none."""
    assert width(text, 10) == pytest.approx(10 * ems)


@given(st.text("abcXYZ .,é€Ωж", max_size=20), st.text("abcXYZ .,é€Ωж", max_size=20), SIZES)
def test_widths_add_up(one: str, other: str, size: float) -> None:
    """Words beside each other are as wide as both together."""
    assert width(one + other, size) == pytest.approx(width(one, size) + width(other, size))


@given(st.characters(codec="latin-1", categories=["L", "N", "P", "S"]), st.booleans())
def test_all_of_western_europe_is_in_the_table(character: str, bold: bool) -> None:  # noqa: FBT001
    """No letter or sign of Latin-1 is guessed."""
    assert width(character, 2048, bold=bold) != 1229


@pytest.mark.parametrize(
    "long", ["word " * 50_000, "x" * 250_000, "a\n" * 125_000, "世" * 250_000, "e\u0301" * 125_000]
)
def test_a_quarter_of_a_megabyte_takes_a_moment(long: str) -> None:
    """Time grows with the text and not with its square; two lines of it are quick."""
    start = time.process_time()
    assert wrap(long, 150, 9.5)
    assert len(wrap(long, 150, 9.5, max_lines=2)) == 2
    assert time.process_time() - start < 15
