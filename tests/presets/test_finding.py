"""Finding models, by name and by words."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import DefinitionError, JourneyModel, Text, UnknownKeyError, presets
from journeykit.presets._lookup import plain, shape

MODELS = [presets.get(key) for key in presets.names()]
NAMED = [(name, model) for model in MODELS for name in (model.key, *model.aliases)]
LABELLED = [
    (words, model)
    for model in MODELS
    for text in (model.label, model.description, *(phase.label for phase in model.phases))
    for words in text.values()
]


def retyped(name: str, separator: str) -> str:
    """Return a name with another separator between its words."""
    return separator.join(name.replace("_", " ").replace("-", " ").split())


def test_names() -> None:
    """All models have a name of their own: forty models, and five maps."""
    assert len(set(presets.names())) == len(presets.names()) == 45
    assert presets.names()[0] == "aida"


def test_families() -> None:
    """Each model stands in one family, and families have bilingual labels."""
    keys = [model.key for family in presets.families() for model in presets.family(family)]
    assert keys == list(presets.names())
    assert all(set(label) == {"en", "nl"} for label in presets.families().values())
    assert isinstance(presets.families()["buying"], Text)
    assert presets.family("Five phases") == presets.family("five_phases")


def test_unknown_family() -> None:
    """A family that is not there is named, with the one that was meant."""
    with pytest.raises(UnknownKeyError, match=r"unknown family of models 'funnel'.*'funnels'"):
        presets.family("funnel")


@pytest.mark.parametrize(("name", "model"), NAMED, ids=[name for name, _ in NAMED])
def test_aliases(name: str, model: JourneyModel) -> None:
    """Every key and every alias finds its model, so that no two clash."""
    assert presets.get(name) is model


def test_aliases_do_not_clash() -> None:
    """No name stands for two models."""
    owners: dict[str, set[str]] = {}
    for name, model in NAMED:
        owners.setdefault(shape(name), set()).add(model.key)
    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}


@given(
    st.sampled_from(NAMED),
    st.sampled_from(["", " ", "-", "_", "  "]),
    st.sampled_from([str.upper, str.lower, str.title]),
)
def test_get_forgives(
    named: tuple[str, JourneyModel], separator: str, cased: Callable[[str], str]
) -> None:
    """Capitals, spaces and hyphens do not matter."""
    name, model = named
    assert presets.get(cased(retyped(name, separator))) is model


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("aidda", "did you mean 'aida'"),
        ("see think do car", "did you mean 'see think do care"),
        ("xyzzy", "known are 'aida', "),
        ("", "known are 'aida', "),
    ],
)
def test_unknown(wrong: str, hint: str) -> None:
    """A name that nobody bears is refused, and the nearest is offered."""
    with pytest.raises(UnknownKeyError, match=hint) as caught:
        presets.get(wrong)
    assert caught.value.key == wrong
    assert "aida" in caught.value.known


@pytest.mark.parametrize("wrong", [None, 3, ["aida"], presets.AIDA])
def test_no_name_at_all(wrong: object) -> None:
    """What is no string is refused in the same way."""
    with pytest.raises(UnknownKeyError, match="unknown journey model"):
        presets.get(wrong)  # type: ignore[arg-type]


@given(st.sampled_from(LABELLED), st.data())
def test_search_finds_what_a_model_says(
    labelled: tuple[str, JourneyModel], data: st.DataObject
) -> None:
    """Any words of a label or a description find its model, in any order and without accents."""
    said, model = labelled
    words = data.draw(st.permutations(said.split()))
    typed = unicodedata.normalize("NFD", " ".join(words[:3]))
    bare = "".join(letter for letter in typed if not unicodedata.combining(letter))
    assert model in presets.search(bare.upper())


@given(st.sampled_from(LABELLED), st.sampled_from(LABELLED))
def test_search_narrows(one: tuple[str, JourneyModel], other: tuple[str, JourneyModel]) -> None:
    """More words never find more."""
    assert set(presets.search(f"{one[0]} {other[0]}")) <= set(presets.search(one[0]))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("loyalty ladder", "loyalty_ladder"),
        ("klantenservice", None),
        ("krullenkapper", "five_phase_salon"),
        ("patientreis", "patient_journey_system"),
        ("Oriëntatie", "five_phase_service"),
        ("koopgrid", "buygrid"),
        ("order routine", "buygrid"),
        ("kaushik", "see_think_do_care"),
        ("Kotler", "kotler_5a"),
    ],
)
def test_search(words: str, key: str | None) -> None:
    """Words find models by label, alias and phase, in either language."""
    found = [model.key for model in presets.search(words)]
    assert key in found if key else found == []


def test_search_for_no_words() -> None:
    """What is no string is refused in one line."""
    with pytest.raises(DefinitionError, match=r"^search: words must be a string, not None$"):
        presets.search(None)  # type: ignore[arg-type]


def test_search_for_nothing() -> None:
    """No words leave no model out."""
    assert presets.search(" ") == tuple(MODELS)


@given(st.text())
def test_plain(words: str) -> None:
    """Plain words stay as they are when made plain again."""
    assert plain(plain(words)) == plain(words)


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("Oriëntatie — één Koffie", "orientatie een koffie"),
        ("الْعَمِيل", "العميل"),
        ("שָׁלוֹם בית-ספר", "שלום בית ספר"),
        ("Ёж й", "еж и"),
        ("Straße ﬁn", "strasse fin"),
        ("1\ufe0f\u20e3 love\ufe0f", "1 love"),
        ("klant\u00adtevreden\u00adheid\u200e \ufeffna\u2060koop", "klanttevredenheid nakoop"),
        ("क्\u200dष", "क्ष"),
        ("\u093f \u0301", ""),
    ],
)
def test_what_people_leave_out(words: str, bare: str) -> None:
    """Accents, vowels that stand above and below letters, and what nobody sees are left out."""
    assert plain(words) == bare


@given(
    st.lists(
        st.text(st.sampled_from("कामिुी्ंख़" + "バパハがかー" + "มาม้า่ี" + "தமிழ்" + "བཀྲིས"), min_size=1),
        min_size=2,
        max_size=2,
    )
)
def test_marks_that_tell_words_apart(words: list[str]) -> None:
    """In many scripts marks are no accents: what differs in them is another name."""
    known = [unicodedata.normalize("NFKD", each) for each in words]
    if all(each[0].isalnum() for each in words):
        assert (shape(words[0]) == shape(words[1])) is (known[0] == known[1])
        assert unicodedata.normalize("NFKD", words[0]) == plain(words[0])


def test_no_such_name() -> None:
    """A constant that is not there is an attribute error, as in every module."""
    with pytest.raises(AttributeError, match="no attribute 'AIDAA'"):
        presets.AIDAA  # type: ignore[attr-defined] # noqa: B018


def test_listed() -> None:
    """The module lists its constants, functions and catalogues."""
    listed = dir(presets)
    assert {"AIDA", "SALON", "RACI", "get", "search", "channels", "audit", "lanes"} <= set(listed)
    assert all(getattr(presets, name) is not None for name in listed)
    assert {key.upper() for key in presets.names()} <= set(listed)
