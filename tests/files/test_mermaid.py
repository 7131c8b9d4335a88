"""Journeys as diagrams of Mermaid and back: what it can hold survives, and the rest is told."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journeykit import (
    FileError,
    Journey,
    JourneyModel,
    LossyFormatWarning,
    Persona,
    Phase,
    Text,
    Touchpoint,
    Transition,
    dumps,
    load,
    loads,
    save,
    testing,
)
from journeykit.files import losses, mermaid, mermaid_text
from journeykit.files.loss import Loss
from journeykit.presets import AIDA

MODEL = JourneyModel("my_day", phases=["go_to_work", "lunch", "go_home"])
DAY = Journey(
    "my_day",
    model=MODEL,
    persona="me",
    description="A day; like all: others",
    touchpoints=[
        Touchpoint("make_tea", phase="go_to_work", emotion=2),
        Touchpoint("do_work", phase="go_to_work", emotion=-0.5, data={"actors": ["Me", "Cat"]}),
        Touchpoint("sit_down", phase="go_home", emotion=0),
    ],
)
TEXT = """\
journey
    title My day
    accDescr: A day#59; like all#58; others
    section Go to work
        Make tea: 5: Me
        Do work: 2.5: Me, Cat
    section Lunch
    section Go home
        Sit down: 3: Me
"""
ACTORS: list[dict[str, Any]] = [{}, {}, {"actors": ["A", "B"]}, {"actors": []}]
# Marks of Mermaid, what it takes for a comment or a code, and what it does with lines.
MARKS = (
    *("title x", "Title\tx", "section A", "journey start", "accTitle: x", "accDescr {", "accx"),
    *("a: b", ": 3: Me", ";", "#", "#35;", "#amp;", "#x", "##", "a,b", "%", "%%", "%%%", "50% %%"),
    *("%%{init: {}}%%", "a%%b", "---", "---\ntitle: x\n---\n", "<br>", "<br/>", "< BR />", "</br>"),
    *("&amp;", "&#35;", '<b a="x">', "\n", "\r", "\r\n", "\0", "\x85", "\u2028", "\ufeff", "\xa0"),
    *(
        "\x1c",
        " a ",
        "\n a\n\n",
        "ﬂ°°35¶ß",
        "ﬂ°amp¶ß",
        "style:#a;",
        "classDef x:#a;",
        "}",
        "{",
        '"',
    ),
    *("😀%%", "旅程", "x" * 5000),
)


def in_one_language(text: Text) -> Text:
    """Return the words that are written of a text."""
    return Text(text.pick("en"))


@st.composite
def small_journeys(draw: st.DrawFn) -> Journey:
    """Make journeys of which a diagram holds nearly everything."""
    labels = testing.texts().map(in_one_language)
    model = draw(st.none() | testing.models(max_lanes=0, label=labels))
    phases = [phase.key for phase in model.phases] if model is not None else []
    places = st.sampled_from([None, *phases])
    count = draw(st.integers(0, 4))
    return Journey(
        "j",
        draw(labels),
        model=model,
        persona=draw(st.none() | st.builds(Persona, st.just("p"), labels)),
        touchpoints=[
            Touchpoint(
                f"touchpoint {number}",
                draw(labels),
                phase=draw(places),
                emotion=draw(st.none() | st.floats(-2, 2) | st.integers(-2, 2)),
                data=draw(st.sampled_from(ACTORS)),
            )
            for number in range(count)
        ],
    )


def check_losses(journey: Journey) -> None:
    """Hold that what is not listed comes back, and that all comes back where nothing is."""
    lost = losses(journey, "mermaid")
    again = loads(quietly(journey), "mermaid")
    assert isinstance(again, Journey)
    if not lost:
        assert again == journey
    fields = {loss.field for loss in lost}
    parts = {(loss.field, key) for loss in lost for key in loss.keys}
    assert ("key" in fields) or again.key == journey.key
    for field in ("label", "description", "state", "transitions", "notes", "goals", "channels"):
        assert (getattr(again, field) == getattr(journey, field)) is (field not in fields)
    for field in ("model", "persona"):
        if fields.isdisjoint({field, f"{field}.key", "model.phases.key"}):
            assert getattr(again, field) == getattr(journey, field)
    new_key = {}
    for old, new in zip(journey.touchpoints, again.touchpoints, strict=True):
        new_key[old.key] = new.key
        for field in ("key", "label", "emotion", "channel", "lane", "data", "importance", "owner"):
            listed = (f"touchpoints.{field}", old.key) in parts
            assert (getattr(old, field) != getattr(new, field)) is listed
        if ("touchpoints.phase", old.key) not in parts:
            assert phase_name(journey, old) == phase_name(again, new)
    if "route" not in fields:
        assert again.route == tuple(new_key[key] for key in journey.route)


def phase_name(journey: Journey, spot: Touchpoint) -> str | None:
    """Return the words that stand over a touchpoint."""
    if journey.model is None or spot.phase is None:
        return None
    return journey.model.phase(spot.phase).label.pick("en")


def quietly(journey: Journey, **options: Any) -> str:  # noqa: ANN401 - of dumps
    """Return the text of a journey, whatever it cannot hold."""
    if losses(journey, "mermaid", **options):
        with pytest.warns(LossyFormatWarning) as caught:
            text = dumps(journey, "mermaid", **options)
        assert len(caught) == 1
        return text
    return dumps(journey, "mermaid", **options)


def test_shape() -> None:
    """A diagram looks like one that was written by hand, and comes back whole."""
    assert dumps(DAY, "mermaid") == TEXT
    assert loads(TEXT, "mermaid") == DAY
    assert losses(DAY, "mermaid") == ()


def test_codes() -> None:
    """Only what has to be a code is one, so that a diagram stays legible."""
    words = 'It\'s A & B (50 %), > 3; "&amp;" {x} #1: x/y'
    journey = Journey("j", words, touchpoints=[Touchpoint("a", words, emotion=0)])
    codes = 'It\'s A & B (50 %), > 3#59; "{}amp#59;" {{x}} #35;1#58; x/y'
    assert quietly(journey).splitlines()[1:] == [
        f"    title {codes.format('#38;')}",
        f"        {codes.format('&')}: 3",
    ]


@given(small_journeys())
def test_small_journeys(journey: Journey) -> None:
    """What a diagram is made for survives it."""
    check_losses(journey)


@given(testing.journeys())
def test_any_journeys(journey: Journey) -> None:
    """Whatever is in a journey, what is lost is listed."""
    check_losses(journey)


@given(small_journeys())
def test_read_journeys(journey: Journey) -> None:
    """What came from a diagram goes into one without a loss."""
    read = loads(quietly(journey), "mermaid")
    assert loads(dumps(read, "mermaid"), "mermaid") == read


def check_words(words: str) -> None:
    """Hold that words survive in every place where some may stand."""
    label = words or "x"
    text = quietly(
        Journey(
            "j",
            label,
            description=words,
            model=JourneyModel("m", phases=[Phase("before", "x"), Phase("p", f"{label}.")]),
            persona=Persona("me", label),
            touchpoints=[
                Touchpoint("a", label, phase="p"),
                Touchpoint("b", "b", phase="p", data={"actors": [label, "other"]}),
                Touchpoint("c", label),
            ],
        )
    )
    journey = loads(text, "mermaid")
    assert isinstance(journey, Journey)
    assert (journey.label, journey.description) == (Text(label), Text(words))
    assert journey.model is not None
    assert [phase.label for phase in journey.model.phases] == [Text("x"), Text(f"{label}.")]
    assert [spot.label for spot in journey.touchpoints] == [Text(label), Text("b"), Text(label)]
    assert [phase_name(journey, spot) for spot in journey.touchpoints] == [f"{label}."] * 2 + [None]
    assert journey.persona is not None
    assert journey.persona.label == Text(label)
    assert [spot.data for spot in journey.touchpoints] == [{}, {"actors": [label, "other"]}, {}]


@given(st.text())
def test_words(words: str) -> None:
    """Any words come back, wherever they stand."""
    check_words(words)


@pytest.mark.parametrize("words", MARKS, ids=ascii)
def test_marks(words: str) -> None:
    """Words that mean something to Mermaid come back as words."""
    check_words(words)
    check_words(f"{words} x {words}")


@given(st.floats(-2, 2))
@example(5e-324)
@example(1 / 3)
@example(-0.0)
def test_emotions(emotion: float) -> None:
    """An emotion comes back to the last digit."""
    spot = Touchpoint("desk", emotion=emotion)
    journey = loads(dumps(Journey("visit", touchpoints=[spot]), "mermaid"), "mermaid")
    assert isinstance(journey, Journey)
    assert journey.touchpoints[0].emotion == emotion


def test_order() -> None:
    """Phases keep their order, and touchpoints theirs, though it is not the same."""
    spots = [
        Touchpoint("a", phase="go_home", emotion=1),
        Touchpoint("b", phase="go_to_work", emotion=1),
        Touchpoint("c", emotion=1),
        Touchpoint("d", phase="go_to_work", emotion=1),
    ]
    journey = Journey("my_day", model=MODEL, touchpoints=spots)
    text = dumps(journey, "mermaid")
    assert [line.split("section ")[1] for line in text.splitlines() if "section" in line] == [
        *("Go to work", "Lunch", "Go home", "Go to work", "#160;", "Go to work"),
    ]
    assert loads(text, "mermaid") == journey


def test_keys() -> None:
    """Keys are made of the words, all different; what has no letters is counted."""
    names = ["Make tea", "make  tea!", "Make_tea_2", "?", "…", "!", "旅程", "🙂"]
    lines = "".join(f"{name}: 3\n" for name in names)
    journey = loads(f"journey\nsection !\nsection Make tea\n{lines}", "mermaid")
    assert isinstance(journey, Journey)
    assert journey.key == "journey"
    assert journey.model is not None
    assert [phase.key for phase in journey.model.phases] == ["phase", "make_tea"]
    assert [spot.key for spot in journey.touchpoints] == [
        *("make_tea_2", "make_tea_3", "make_tea_2_2", "touchpoint", "touchpoint_2", "touchpoint_3"),
        *("旅程", "touchpoint_4"),
    ]


def test_keys_are_those_of_tables() -> None:
    """The same words are given the same keys, whether they stand in a diagram or in a table."""
    rows = [
        ("Oriëntatie", "Één café"),
        ("Oriëntatie", "Een cafe"),
        ("バス", "हिन्दी"),
        ("?", "START"),
    ]
    sections = "".join(f"section {phase}\n{name}: 3\n" for phase, name in rows)
    table = "".join(f"{phase},{name},0\n" for phase, name in rows)
    drawn = loads(f"journey\n{sections}", "mermaid")
    assert drawn == loads(f"Phase,Touchpoint,Emotion\n{table}", "csv")


@pytest.mark.parametrize(
    ("tasks", "persona", "data"),
    [
        ("a: 3: Me\nb: 3: Me", "Me", [{}, {}]),
        ("a: 3: Cat, Me\nb: 3: Me", "Me", [{"actors": ["Cat", "Me"]}, {}]),
        ("a: 3: A, B\nb: 3: B, A", "A", [{"actors": ["A", "B"]}, {"actors": ["B", "A"]}]),
        ("a: 3: A\nb: 3: B", None, [{"actors": ["A"]}, {"actors": ["B"]}]),
        ("a: 3: A\nb: 3", None, [{"actors": ["A"]}, {}]),
        ("a: 3: Me, Me\nb: 3: , Me,", "Me", [{"actors": ["Me", "Me"]}, {}]),
    ],
)
def test_actors(tasks: str, persona: str | None, data: list[dict[str, list[str]]]) -> None:
    """Who takes part in every task is the persona; others are noted at the touchpoints."""
    journey = loads(f"journey\n{tasks}\n", "mermaid")
    assert isinstance(journey, Journey)
    assert (None if journey.persona is None else str(journey.persona.label)) == persona
    assert [spot.data for spot in journey.touchpoints] == data
    assert loads(dumps(journey, "mermaid"), "mermaid") == journey


def test_own_data() -> None:
    """Own data that only looks like a list of actors is no such list, and is lost."""
    for actors in ("Me", [1], [""], {"a": 1}):
        spot = Touchpoint("a", emotion=0, data={"actors": actors})
        journey = Journey("j", touchpoints=[spot])
        assert losses(journey, "mermaid") == (Loss("touchpoints.data", ("a",)),)
        assert quietly(journey) == "journey\n    title J\n        A: 3\n"


def test_languages() -> None:
    """One language is written, the one that is asked for, and the others are told."""
    ad = {"en": "Ad", "nl": "Advertentie"}
    shop = Journey(
        "shop",
        {"en": "Shop", "nl": "Winkel"},
        model=AIDA,
        touchpoints=[
            Touchpoint("ad", ad, phase="attention", channel="website"),
            Touchpoint("pay", "Pay", phase="action", emotion=1),
        ],
        transitions=[Transition("ad", "pay")],
    )
    assert quietly(shop, lang="nl").splitlines()[1:4] == [
        *("    title Winkel", "    section Aandacht", "        Advertentie: 3"),
    ]
    assert [str(loss) for loss in losses(shop, "mermaid")] == [
        "label (one language fits)",
        "model (no more than the labels of phases fits)",
        "touchpoints.label of 'ad' (one language fits)",
        "touchpoints.channel of 'ad'",
        "touchpoints.emotion of 'ad'",
        "transitions",
    ]
    assert [str(loss) for loss in losses(shop, "mermaid", lang="nl")][:2] == [
        "key",
        "touchpoints.key of 'ad'",
    ]


def test_lost_keys() -> None:
    """Keys that cannot be made of the words again are told, each kind once."""
    journey = Journey(
        "x",
        "My day",
        model=JourneyModel("my_day", phases=[Phase("a", "Go"), Phase("come")]),
        persona=Persona("b", "Me"),
        touchpoints=[Touchpoint("c", "Tea", phase="a", emotion=0), Touchpoint("d", emotion=0)],
    )
    assert losses(journey, "mermaid") == (
        Loss("key"),
        Loss("model.phases.key", ("a",)),
        Loss("persona.key", ("b",)),
        Loss("touchpoints.key", ("c",)),
    )


def test_lost_phases() -> None:
    """Phases that have the same words, or none, cannot be told apart."""
    phases = [Phase("a", "Go"), Phase("b", "Go"), Phase("c", " ")]
    spots = [Touchpoint(f"at_{phase.key}", phase=phase.key, emotion=0) for phase in phases]
    journey = Journey("j", model=JourneyModel("j", phases=phases), touchpoints=spots)
    fits = "no more than the labels of phases fits"
    assert losses(journey, "mermaid") == (
        Loss("model", reason=fits),
        Loss("touchpoints.phase", ("at_b", "at_c")),
    )
    blank = journey.evolve(model=journey.model.evolve(phases=phases[2:]), touchpoints=[])  # type: ignore[union-attr]
    assert losses(blank, "mermaid") == (Loss("model", reason=fits),)


def test_persona_that_comes() -> None:
    """Someone who takes part in everything is read as the persona, and that is told."""
    spot = Touchpoint("a", emotion=0, data={"actors": ["Me"]})
    lost = losses(Journey("j", touchpoints=[spot]), "mermaid")
    assert lost[0] == Loss("persona", reason="added: who takes part in every task")


@pytest.mark.parametrize("subject", [AIDA, Persona("sanne"), None, "journey"])
def test_no_journeys(subject: Any, tmp_path: Path) -> None:  # noqa: ANN401 - anything at all
    """Only journeys are such diagrams; whoever has a model is told of the other ones."""
    for ask in (
        lambda: losses(subject, "mermaid"),
        lambda: dumps(subject, "mermaid"),
        lambda: save(subject, tmp_path / "x.mmd"),
    ):
        with pytest.raises(
            FileError, match=r": what Mermaid holds must be a Journey, not"
        ) as caught:
            ask()
        assert ("to_mermaid draws the phases" in str(caught.value)) is (subject is AIDA)
    assert not list(tmp_path.iterdir())


def test_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be read again is not written."""
    for module in (mermaid, mermaid_text):
        monkeypatch.setattr(module, "MOST_PARTS", 8)
    spots = [Touchpoint(f"t_{number}", phase="lunch", emotion=0) for number in range(5)]
    most = Journey("my_day", model=MODEL, touchpoints=spots)
    assert loads(dumps(most, "mermaid"), "mermaid") == most
    for ask in (losses, dumps):
        with pytest.raises(FileError, match=r"up to 8 sections and tasks, not 9; save as \.toml"):
            ask(most.evolve(touchpoints=[*spots, Touchpoint("x", phase="lunch")]), "mermaid")


@pytest.mark.parametrize("suffix", [".mmd", ".MMD", ".mermaid"])
def test_files(suffix: str, tmp_path: Path) -> None:
    """Both usual suffixes are known, and what editors add changes nothing."""
    path = tmp_path / f"day{suffix}"
    save(DAY, path)
    assert path.read_text(encoding="utf-8") == TEXT
    assert load(path) == DAY
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert load(path) == DAY
