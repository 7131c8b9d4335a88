"""Text: words in one language or in several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import DefinitionError, Stage, Text, testing
from journeykit.text import NEUTRAL, has_lone_surrogate

LANGUAGES = st.sampled_from(["en", "nl", "nl-BE", "nl_BE", "fr", "zh-Hant", "und"])
WORDS = st.text(min_size=1)


@given(words=WORDS, language=LANGUAGES)
def test_plain_words_are_the_same_in_every_language(words: str, language: str) -> None:
    """A string stands for itself everywhere."""
    assert Text(words).pick(language) == str(Text(words)) == f"{Text(words)}" == words
    assert dict(Text(words)) == {NEUTRAL: words}


@given(text=testing.texts(), language=LANGUAGES)
def test_pick_gives_what_is_there(text: Text, language: str) -> None:
    """A language that is there is picked; one that is not gives other words, never none."""
    assert text.pick(language) in text.values()
    if language in text:
        assert text.pick(language) == text[language]


def test_pick_falls_back_step_by_step() -> None:
    """From the region to the language, to neutral words, to English, to the first."""
    words = {"fr": "premier", "en": "English", "und": "neutral", "nl": "Nederlands"}
    words["nl-BE"] = "Vlaams"
    for language, expected in [
        ("nl-BE", "Vlaams"),
        ("nl", "Nederlands"),
        ("und", "neutral"),
        ("en", "English"),
    ]:
        assert Text(words).pick("nl-BE") == expected
        del words[language]
    assert Text(words).pick("nl-BE") == "premier"
    assert Text().pick("nl-BE") == ""


def test_underscores_part_a_region_too() -> None:
    """Where locales are written with underscores, their language is found all the same."""
    assert Text({"nl": "fiets", "en": "bicycle"}).pick("nl_BE") == "fiets"


@pytest.mark.parametrize("language", ["NL", "nl-be", "NL_BE", "Nl-Be"])
def test_languages_in_other_spellings(language: str) -> None:
    """A tag means the same in capitals, and with an underscore in place of a hyphen."""
    assert Text({"en": "bicycle", "nl": "fiets"}).pick(language) == "fiets"
    assert Text({"en": "bicycle", "NL": "fiets"}).pick(language) == "fiets"
    flemish = "vélo" if "b" in language.lower() else "fiets"
    assert Text({"en": "bicycle", "nl": "fiets", "nl-BE": "vélo"}).pick(language) == flemish


def test_what_is_no_language() -> None:
    """A language is a tag, and not the number of one."""
    with pytest.raises(DefinitionError) as caught:
        Text("AIDA").pick(None)  # type: ignore[arg-type]
    assert str(caught.value) == "Text: language must be a language tag such as 'nl', not None"


@given(words=st.dictionaries(LANGUAGES, WORDS))
def test_text_is_the_mapping_that_it_was_built_of(words: dict[str, str]) -> None:
    """Its items, length and membership are those of the mapping."""
    text = Text(words)
    assert dict(text) == words
    assert list(text) == list(words)
    assert len(text) == len(words)
    assert Text(text) == text == Text(dict(text))
    assert bool(text) == bool(words)
    with pytest.raises(KeyError):
        text["de"]


@given(words=st.dictionaries(LANGUAGES, WORDS))
def test_the_order_of_languages_does_not_matter(words: dict[str, str]) -> None:
    """Texts that say the same in the same languages are equal and hash alike."""
    other = Text(dict(reversed(words.items())))
    assert Text(words) == other
    assert hash(Text(words)) == hash(other)


def test_empty_words_are_missing() -> None:
    """A language without words is a language that is not there."""
    assert Text({"en": "", "nl": "fiets"}) == Text({"nl": "fiets"})
    assert Text("") == Text({}) == Text()
    assert str(Text()) == ""


def test_neutral_words_differ_from_english_ones() -> None:
    """Words that are the same everywhere are not the same as words in one language."""
    assert Text("AIDA") != Text({"en": "AIDA"})
    assert Text({"en": "AIDA"}) != {"en": "AIDA"}


def test_words_become_plain_strings() -> None:
    """What is a string and more is stored as the string that it prints."""
    assert type(Text(Stage.SERVICE)[NEUTRAL]) is str
    assert type(Text({"en": Stage.SERVICE})["en"]) is str


def test_format_takes_the_usual_specifications() -> None:
    """A text can be aligned like a string."""
    assert f"{Text({'en': 'word'}):>6}" == "  word"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (Text(), "Text()"),
        (Text("AIDA"), "Text('AIDA')"),
        (Text({"en": "Basket", "nl": "Winkelmand"}), "Text({'en': 'Basket', 'nl': 'Winkelmand'})"),
        (Text({"und": "a", "en": "b"}), "Text({'und': 'a', 'en': 'b'})"),
    ],
)
def test_repr(text: Text, printed: str) -> None:
    """A text prints as it is typed."""
    assert repr(text) == printed


@pytest.mark.parametrize(
    ("words", "problems"),
    [
        (7, ["must be words or a mapping of language to words, not 7"]),
        (None, ["must be words or a mapping of language to words, not None"]),
        (("a",), ["must be words or a mapping of language to words, not ('a',)"]),
        ("half \ud83d", ["'half \\ud83d' holds half a character (a lone surrogate)"]),
        (
            {"English": "a", "nl": 7, "": "b", "en": "\udc00"},
            [
                "'English' is no language tag; write 'en', 'nl' or 'nl-BE'",
                "the words in 'nl' must be a string, not 7",
                "'' is no language tag; write 'en', 'nl' or 'nl-BE'",
                "'\\udc00' holds half a character (a lone surrogate)",
            ],
        ),
    ],
)
def test_problems_are_all_told(words: object, problems: list[str]) -> None:
    """Each language that is wrong is told, and how to write it."""
    with pytest.raises(DefinitionError) as caught:
        Text(words)  # type: ignore[arg-type]
    assert caught.value.subject == "Text"
    assert list(caught.value.problems) == problems


@given(words=st.text(st.characters()))
def test_half_characters_are_those_that_utf8_cannot_hold(words: str) -> None:
    """What can be written to a file is accepted, and nothing else."""
    try:
        words.encode()
    except UnicodeEncodeError:
        assert has_lone_surrogate(words)
    else:
        assert not has_lone_surrogate(words)
