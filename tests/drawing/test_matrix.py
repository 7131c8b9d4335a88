"""Tables of words: degrees and their signs, who does what, sentences, and which way they lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import presets
from journeykit.drawing.checks import problems
from journeykit.drawing.options import Options
from journeykit.drawing.palette import DARK, LIGHT, Theme, contrast
from journeykit.drawing.scene import (
    Card,
    Curve,
    Ellipse,
    Polygon,
    Rect,
    Scene,
    TextBlock,
    cards,
    leaves,
)
from journeykit.drawing.views.matrix import scene
from journeykit.drawing.views.matrix.grades import (
    Degree,
    Grade,
    duties_of,
    glyph,
    grade_of,
    tint_of,
)
from journeykit.errors import RenderError, UnknownKeyError
from journeykit.grid import Lane, Note, Phase
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.persona import Persona
from journeykit.presets import AIDA, BUYGRID, RACI, SALON
from journeykit.testing import journeys, models
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint

LONG = "Klanttevredenheidsonderzoek"
DEGREES: tuple[Degree, ...] = ("full", "half", "some", "none", "unknown")
LANGS = ("en", "nl")
THEMES = ("light", "dark")
GRIDS = st.shared(models(max_lanes=6), key="grids")
WITH_WORDS = ("buygrid", "five_phase_departments", "five_phase_brand_strategy", "rean")


def grid(*lanes: Lane | str, phases: int = 2, notes: tuple[Note, ...] = ()) -> JourneyModel:
    """Return a model with phases p0, p1, …, whose lanes hold values."""
    rows = [Lane(lane, kind="values") if isinstance(lane, str) else lane for lane in lanes]
    return JourneyModel("grid", phases=[f"p{at}" for at in range(phases)], lanes=rows, notes=notes)


def texts(picture: Scene) -> list[TextBlock]:
    """Return all texts of a picture."""
    return [item for item in leaves(picture.items) if isinstance(item, TextBlock)]


def said(picture: Scene) -> list[str]:
    """Return what all texts of a picture say."""
    return [" ".join(one.lines) for one in texts(picture)]


def cell(picture: Scene, tooltip: str) -> Card:
    """Return the cell whose tooltip begins with some words."""
    (found,) = (one for one in cards(picture.items) if one.tooltip.startswith(tooltip))
    return found


def place(picture: Scene, words: str) -> tuple[float, float]:
    """Return the corner of the card that says some words in one text."""
    return next(
        (card.x, card.y)
        for card in cards(picture.items)
        if any(isinstance(one, TextBlock) and " ".join(one.lines) == words for one in card.items)
    )


# --- what holds for all -----------------------------------------------------------------


@given(
    journeys(model=GRIDS) | GRIDS,
    st.sampled_from(LANGS),
    st.sampled_from(THEMES),
    st.none() | st.sampled_from((320.0, 700.0)),
)
def test_all_can_be_read(
    subject: Journey | JourneyModel, lang: str, theme: str, width: float | None
) -> None:
    """Whatever the cells say, no words overlap, spill or fade; twice the same."""
    options = Options(lang=lang, theme=theme, width=width)
    model = subject if isinstance(subject, JourneyModel) else subject.model
    if model is None or not model.lanes:
        with pytest.raises(RenderError):
            scene(subject, options)
        return
    picture = scene(subject, options)
    assert problems(picture) == []
    assert picture == scene(subject, options)
    assert picture.lang == lang
    assert "\n" not in picture.description
    assert width is None or picture.width == pytest.approx(width)
    assert picture.width <= 1190.001


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("key", [name for name in presets.names() if presets.get(name).lanes])
def test_all_presets_with_lanes(key: str, lang: str, theme: str) -> None:
    """Each model with lanes has a table, with or without words in it."""
    assert problems(scene(presets.get(key), Options(lang=lang, theme=theme))) == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("key", WITH_WORDS)
def test_no_word_is_lost(key: str, lang: str) -> None:
    """All notes, phases and lanes of a model stand in its table."""
    model = presets.get(key)
    everything = " ".join(said(scene(model, Options(lang=lang)))).replace("- ", "").casefold()
    wanted = [
        *(note.text for note in model.notes),
        *(phase.label for phase in model.phases),
        *(lane.label for lane in model.lanes),
    ]
    for words in wanted:
        assert words.pick(lang).casefold().replace("- ", "") in everything


# --- the buying grid --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "words"), [("en", ("Yes", "Maybe", "No")), ("nl", ("Ja", "Misschien", "Nee"))]
)
def test_the_buying_grid_in_both_languages(lang: str, words: tuple[str, ...]) -> None:
    """Eight phases are eight rows, and each answer stands as often as in the model."""
    found = said(scene(BUYGRID, Options(lang=lang)))
    assert [found.count(word) for word in words] == [12, 6, 6]


def test_phases_are_rows_where_there_are_more_of_them() -> None:
    """Eight phases by three lanes: numbered rows, with the stage under the name."""
    picture = scene(BUYGRID, Options())
    left, top = place(picture, "Problem recognition")
    assert place(picture, "Supplier search")[0] == left
    assert place(picture, "New task")[1] < top
    assert [str(at) for at in range(1, 9)] == [one for one in said(picture) if one.isdigit()]
    row = next(card for card in cards(picture.items) if (card.x, card.y) == (left, top))
    assert [" ".join(one.lines) for one in row.items if isinstance(one, TextBlock)] == [
        "Problem recognition",
        "Awareness",
        "1",
    ]


def test_lanes_are_rows_where_there_are_more_of_them() -> None:
    """Two phases by three lanes: the phases stand above, in their colours."""
    picture = scene(grid("a", "b", "c", notes=(Note("a", "p0", "yes"),)), Options())
    assert place(picture, "P0")[1] == place(picture, "P1")[1] < place(picture, "A")[1]
    assert place(picture, "A")[0] == place(picture, "C")[0]


def test_a_stage_that_the_name_says_already_is_left_out() -> None:
    """Awareness in the stage of awareness is said once."""
    model = JourneyModel(
        "m",
        phases=[Phase("awareness", stage="awareness"), Phase("order", stage="purchase")],
        lanes=[Lane("a", kind="values")],
    )
    found = said(scene(model, Options()))
    assert found.count("Awareness") == 1
    assert "Purchase" in found


def test_rows_of_single_words_are_equally_high() -> None:
    """A name on two lines does not make its row stand out."""
    phases = [Phase("p0", f"{LONG} {LONG} {LONG}"), "p1", "p2"]
    model = grid("a", phases=3, notes=(Note("a", "p1", "yes"),)).evolve(phases=phases)
    picture = scene(model, Options())
    heights = {card.height for card in cards(picture.items) if card.y > 100}
    assert len(heights) == 1


def test_heads_share_a_line() -> None:
    """Names of columns end, and what stands under them begins, at the same height."""
    notes = (Note("a", "p0", "yes"), Note("b", "p0", "no"), Note("c", "p0", "no"))
    lanes = (
        Lane("a", "Short", kind="values", description="Once."),
        Lane("b", f"A name that needs more lines {LONG}", kind="values", description="Twice. " * 4),
        Lane("c", "None below", kind="values"),
    )
    picture = scene(grid(*lanes, phases=3, notes=notes), Options())
    assert problems(picture) == []
    blocks = {" ".join(one.lines): one for one in texts(picture)}
    assert blocks["Short"].bottom == pytest.approx(blocks["Once."].y)
    assert blocks["Once."].y == blocks[("Twice. " * 4).strip()].y
    alone, head = blocks["None below"], cell(picture, "None below")
    assert (alone.y + alone.bottom) / 2 == pytest.approx(head.y + head.height / 2)


# --- degrees ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        ("yes", "nl", Grade("full", "Ja")),
        ({"en": "maybe"}, "nl", Grade("half", "Misschien")),
        ({"nl": "deels"}, "en", Grade("half", "Partly")),
        ({"en": "No ", "fr": "non"}, "fr", Grade("none", "Non")),
        ({"en": "lead", "nl": "voorop"}, "nl", Grade("full", "Voorop")),
        ("VOORWAARDELIJK", "en", Grade("some", "Conditional")),
        ("unspecified", "nl", Grade("unknown", "Niet bepaald")),
        ("yes, but", "en", None),
        ("62 %", "en", None),
        ({}, "en", None),
    ],
)
def test_degrees_are_known_in_both_languages(
    words: str | dict[str, str], lang: str, expected: Grade | None
) -> None:
    """A word that is known is said in the language of the picture; own words win."""
    assert grade_of(Text(words), lang) == expected


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_degrees_are_told_apart_without_colour(colours: Theme) -> None:
    """Each degree has a ground of its own brightness, or a sign of its own."""
    tints = [tint_of(degree, colours) for degree in DEGREES]
    for tint in tints:
        assert contrast(tint.ink, tint.fill) >= 4.5
    assert contrast(tints[0].fill, tints[1].fill) > 1.5 < contrast(tints[0].fill, tints[3].fill)
    signs = [glyph(one, 0, 0, colour=colours.ink, ground=colours.paper) for one in DEGREES]
    kinds = [tuple(type(shape) for shape in sign) for sign in signs]
    assert kinds == [(Ellipse,), (Curve, Ellipse), (Curve, Ellipse), (Ellipse,), (TextBlock,)]
    full, none = signs[0][0], signs[3][0]
    assert isinstance(full, Ellipse)
    assert isinstance(none, Ellipse)
    assert full.fill is not None
    assert none.fill is None
    half, some = signs[1][0], signs[2][0]
    assert isinstance(half, Curve)
    assert isinstance(some, Curve)
    assert half.box[3] - half.box[1] > some.box[3] - some.box[1]


def test_what_nobody_knows_has_a_dashed_edge() -> None:
    """An unknown answer is not a no."""
    picture = scene(grid("a", notes=(Note("a", "p0", "unknown"), Note("a", "p1", "no"))), Options())
    unknown, no = cell(picture, "P0 × A").items[0], cell(picture, "P1 × A").items[0]
    assert isinstance(unknown, Rect)
    assert isinstance(no, Rect)
    assert unknown.dash is not None is not unknown.stroke
    assert no.dash is None is no.stroke


def test_a_long_own_word_wraps_beside_its_sign() -> None:
    """A degree in words of one's own does not make the column endless."""
    words = {"en": "no", "nl": f"{LONG} {LONG} {LONG}"}
    picture = scene(grid("a", notes=(Note("a", "p0", words),)), Options(lang="nl"))
    assert problems(picture) == []
    assert picture.width < 500


# --- who does what ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("R", "R"),
        ("A/R", "RA"),
        ("R, A", "RA"),
        ("RA", "RA"),
        ("Consulted; I", "CI"),
        ("uitvoerend verantwoordelijk", "R"),
        ("AAR", ""),
        ("Chris", ""),
        ("", ""),
        ("/", ""),
    ],
)
def test_letters_of_raci_are_read(words: str, letters: str) -> None:
    """Letters may stand alone, together or spelled out; anything more is words."""
    assert duties_of(Text(words)) == letters


def raci(*notes: Note) -> Journey:
    """Return a journey along AIDA with the lanes of RACI."""
    return Journey("who", "Who does what", model=AIDA.with_lanes(RACI), notes=notes)


WHO = raci(
    Note("R", "attention", {"en": "Sales, Web team", "nl": "Verkoop, Webteam"}),
    Note("A", "attention", {"en": "Sales", "nl": "Verkoop"}),
    Note("C", "interest", "HR"),
    Note("I", "interest", "Marketing;"),
)


def letters_in(card: Card) -> str:
    """Return the letters on the badges of a cell."""
    return "".join(one.lines[0] for one in leaves(card.items) if isinstance(one, TextBlock))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("lang", "sales"), [("en", "Sales"), ("nl", "Verkoop")])
def test_parties_become_columns(lang: str, sales: str, theme: str) -> None:
    """Names in the lanes of RACI become columns, with letters in their cells and a legend."""
    picture = scene(WHO, Options(lang=lang, theme=theme))
    assert problems(picture) == []
    both = cell(picture, f"{AIDA.phases[0].label.pick(lang)} × {sales}")
    assert letters_in(both) == "RA"
    assert [type(one) for one in both.items[1:] if not isinstance(one, TextBlock)] == [
        Ellipse,
        Rect,
    ]
    legend = {"en": "Accountable", "nl": "Eindverantwoordelijk"}[lang]
    assert said(picture).count(legend) == 1
    assert said(picture).count("C") == 2


def test_letters_have_shapes_of_their_own() -> None:
    """No two letters stand on the same shape with the same ground."""
    model = grid("a", phases=4, notes=tuple(Note("a", f"p{at}", "RACI"[at]) for at in range(4)))
    picture = scene(model, Options())
    grounds = [cell(picture, f"P{at} × A").items[1] for at in range(4)]
    assert [type(one) for one in grounds] == [Ellipse, Rect, Polygon, Ellipse]
    first, last = grounds[0], grounds[3]
    assert isinstance(first, Ellipse)
    assert isinstance(last, Ellipse)
    assert first.stroke is None is not last.stroke


def test_letters_in_lanes_of_departments() -> None:
    """Departments may be the lanes, and letters the notes; phases stay the rows."""
    notes = (Note("a", "p0", "R/A"), Note("b", "p1", "informed"), Note("b", "p1", "C"))
    picture = scene(grid("a", "b", "c", phases=2, notes=notes), Options())
    assert letters_in(cell(picture, "P0 × A")) == "RA"
    assert letters_in(cell(picture, "P1 × B")) == "CI"
    assert place(picture, "P0")[0] == place(picture, "P1")[0]


def test_a_letter_among_sentences_is_only_a_letter() -> None:
    """Where not all cells hold letters of RACI, none is drawn as one."""
    notes = (Note("a", "p0", "I"), Note("a", "p1", "Nobody else"))
    picture = scene(grid("a", notes=notes), Options())
    assert not [one for one in leaves(picture.items) if isinstance(one, Ellipse)]
    assert "Informed" not in said(picture)


@pytest.mark.parametrize(
    "notes",
    [
        tuple(Note("R", "attention", f"Team {number}") for number in range(13)),
        (Note("R", "attention", "Everybody who happens to be in the salon on that day"),),
        (Note("R", "attention", "yes"),),
    ],
)
def test_what_are_no_names_stays_in_its_lane(notes: tuple[Note, ...]) -> None:
    """Too many names, sentences and degrees do not become columns."""
    found = said(scene(raci(*notes), Options()))
    assert "Responsible" in found
    assert "Informed" in found


def test_one_letter_can_be_asked_for() -> None:
    """With one lane asked for, only those it names are shown."""
    picture = scene(WHO, Options(lanes=["A"]))
    assert "HR" not in said(picture)
    assert letters_in(cell(picture, "Attention × Sales")) == "A"


# --- sentences --------------------------------------------------------------------------


def test_sentences_are_lists_by_the_kind_of_their_lane() -> None:
    """Of a whole map, all lanes with words are drawn, as on the map."""
    picture = scene(SALON, Options())
    assert problems(picture) == []
    assert "Current state" in said(picture)
    assert "“Is there someone who gets curls?”" in said(picture)
    assert "Emotions" not in said(picture)


def test_values_come_first_where_there_are_several() -> None:
    """Two lanes of values leave the sentences out; lanes can still be asked for by name."""
    notes = (Note("a", "p0", "yes"), Note("b", "p0", "no"), Note("c", "p0", "Why"))
    model = grid("a", "b", Lane("c"), notes=notes)
    assert "Why" not in said(scene(model, Options()))
    picture = scene(model, Options(lanes=["c", "a"]))
    assert "Why" in said(picture)
    assert place(picture, "C")[0] < place(picture, "A")[0]


def test_touchpoints_can_be_asked_for() -> None:
    """A lane of touchpoints lists them by name."""
    model = JourneyModel("m", phases=["p0"], lanes=[Lane("t", kind="touchpoints"), "a"])
    journey = Journey("j", model=model, touchpoints=[Touchpoint("desk", phase="p0")])
    assert "Desk" in said(scene(journey, Options(lanes=["t"])))


def test_an_empty_table_can_be_filled_in() -> None:
    """Lanes without any word give an empty table with all of them."""
    picture = scene(raci(), Options())
    assert {"Responsible", "Accountable", "Consulted", "Informed"} <= set(said(picture))
    assert problems(picture) == []


def test_many_columns_fold() -> None:
    """Columns that do not fit beside each other begin anew below, with the rows repeated."""
    lanes = [Lane(f"lane{at}", f"Lane {at}", kind="values") for at in range(20)]
    notes = [Note(lane.key, f"p{at}", "maybe") for lane in lanes for at in range(20)]
    model = grid(*lanes, phases=20, notes=tuple(notes))
    picture = scene(model, Options())
    assert problems(picture) == []
    assert said(picture).count("P0") == 2
    assert said(picture).count("Maybe") == 400


def test_long_words_stay_in_their_places() -> None:
    """Long Dutch words in heads and cells wrap, in narrow pictures too."""
    lanes = (Lane("a", LONG * 2), Lane("b", f"Arbeidsongeschiktheidsverzekering {LONG}"))
    notes = (Note("a", "p0", LONG * 3), Note("b", "p1", "Meervoudigepersoonlijkheidsstoornis"))
    model = grid(*lanes, notes=notes)
    for width in (None, 320.0):
        assert problems(scene(model, Options(lang="nl", width=width))) == []


def test_the_whole_width_is_used() -> None:
    """With a width asked for, the columns share it."""
    picture = scene(BUYGRID, Options(width=1000))
    assert max(card.x + card.width for card in cards(picture.items)) == pytest.approx(1000 - 28)


# --- words ------------------------------------------------------------------------------


def test_a_persona_is_named_beside_the_model() -> None:
    """Whose journey it is, and along which model, stands under the title."""
    journey = Journey("j", model=BUYGRID, persona=Persona("sanne", "Sanne"), state="future")
    found = said(scene(journey, Options(title="Ours")))
    assert {"Future state", "Ours", f"{BUYGRID.label} · Sanne"} <= set(found)


def test_the_description_tells_the_cells() -> None:
    """Who cannot see the table is told what it says, in the picture's language."""
    model = grid("a", "b", notes=(Note("a", "p0", "yes"), Note("b", "p0", "maybe")))
    assert scene(model, Options(lang="nl")).description == (
        "Tabel “Grid”: 2 rijen bij 2 kolommen. P0: A (ja), B (misschien)."
    )
    assert "Attention: Sales (responsible, accountable), Web team (responsible)." in (
        scene(WHO, Options()).description
    )
    wordy = grid(Lane("a"), phases=1, notes=(Note("a", "p0", "Why not?"),))
    assert scene(wordy, Options()).description == (
        "Table “Grid”: 1 row by 1 column. Columns: A. Rows: P0."
    )


def test_tooltips_say_what_more_there_is() -> None:
    """A cell names its row and column, and where its words come from."""
    note = Note("a", "p0", "yes", source="6 interviews")
    lane = Lane("a", "Marketing", kind="values", description="The team.")
    picture = scene(grid(lane, phases=2, notes=(note,)), Options())
    assert cell(picture, "P0 ×").tooltip == "P0 × Marketing: Yes\nSource: 6 interviews"
    assert cell(picture, "Marketing").tooltip == "Marketing\nThe team."
    phase = Phase("p", "Order", description="All is settled.")
    one = JourneyModel("m", phases=[phase], lanes=["a"])
    assert cell(scene(one, Options()), "Order").tooltip == "Order\nAll is settled."


# --- what cannot be drawn ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (42, "the view 'matrix' draws a Journey or a JourneyModel, not a int"),
        (Journey("visit"), "journey 'visit' has no model, so that a matrix of it has no columns"),
        (AIDA, "journey model 'aida' has no lanes, so that a table of it has no cells"),
    ],
)
def test_what_is_no_table_is_refused(subject: object, words: str) -> None:
    """The error says what is missing, in one line."""
    with pytest.raises(RenderError) as caught:
        scene(subject, Options())
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_table_of_no_lanes_is_refused() -> None:
    """An empty choice of lanes is told apart from a model without any."""
    with pytest.raises(RenderError, match="no lanes of journey model 'buygrid' were asked for"):
        scene(BUYGRID, Options(lanes=[]))


def test_an_unknown_lane_is_refused() -> None:
    """A lane that is not there is named, with what is meant."""
    with pytest.raises(UnknownKeyError, match="did you mean 'new_task'"):
        scene(BUYGRID, Options(lanes=["new_tsk"]))
