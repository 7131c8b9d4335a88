"""Journeys as tables: one row a touchpoint, as people and spreadsheet programs write them."""

import csv
import io
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import (
    Channel,
    FileError,
    Journey,
    JourneyModel,
    Lane,
    LossyFormatWarning,
    Persona,
    Phase,
    Text,
    Touchpoint,
    UnknownKeyError,
    dumps,
    load,
    loads,
    presets,
    save,
    testing,
)
from journeykit.files import losses
from journeykit.files.tables import Sheet
from journeykit.presets import AIDA, CURRENT_STATE, SALON

RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
WORDS = st.text().filter(bool)


def written(journey: Journey, kind: str = "csv", lang: str = "en") -> str:
    """Return a journey as a table, whatever that cannot hold."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LossyFormatWarning)
        return dumps(journey, kind, lang=lang)


def read(text: str, kind: str = "csv") -> Journey:
    """Return the journey that a table tells of."""
    return cast("Journey", loads(text, kind))


def problem(text: str, kind: str = "csv") -> str:
    """Return what is said of a table."""
    with pytest.raises(FileError) as caught:
        loads(text, kind)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def keys(parts: Sequence[Touchpoint] | Sequence[Phase] | Sequence[Lane]) -> list[str]:
    """Return the keys of some parts."""
    return [part.key for part in parts]


# --- there and back -------------------------------------------------------------------------


@given(testing.journeys(), st.sampled_from(["csv", "tsv"]), st.sampled_from(["en", "nl", "de"]))
def test_round_trip(journey: Journey, kind: str, lang: str) -> None:
    """Touchpoints come back; what else was lost once, is told, and nothing is lost twice."""
    again = read(written(journey, kind, lang), kind)
    lost = {loss.field for loss in losses(journey, kind, lang=lang)}
    assert keys(again.touchpoints) == keys(journey.touchpoints)
    for old, new in zip(journey.touchpoints, again.touchpoints, strict=True):
        for name in ("label", "description", "owner", "emotion", "importance", "evidence"):
            assert getattr(old, name) == getattr(new, name)
        for name in ("phase", "lane", "channel", "data"):
            assert getattr(old, name) == getattr(new, name) or f"touchpoints.{name}" in lost
    assert losses(again, kind, lang=lang) == ()
    assert read(written(again, kind, lang), kind) == again


@pytest.mark.parametrize("kind", ["csv", "tsv"])
@given(words=WORDS, key=WORDS)
def test_any_words(kind: str, words: str, key: str) -> None:
    """Any words come back to the character, also those that a spreadsheet would run."""
    touchpoint = Touchpoint(
        key if key.strip() else f"k{key}",
        {"en": words, "nl": f"'{words}"},
        owner=words,
        description={"nl-BE": words},
        data={words: words},
    )
    journey = Journey("visit", touchpoints=[touchpoint, "other"])
    for lang in ("en", "nl"):
        assert read(written(journey, kind, lang), kind) == journey


@pytest.mark.parametrize("first", RISKY)
@pytest.mark.parametrize("before", ["", "'", "''"])
def test_formulas(before: str, first: str) -> None:
    """No cell of words begins as a formula does, and each comes back as it was."""
    words = f"{before}{first}cmd|' /C calc'!A0"
    spot = Touchpoint(words, words, owner=words, data={words: words})
    journey = Journey(words, touchpoints=[spot])
    table = written(journey)
    cells = [cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row]
    assert len([cell for cell in cells if cell.startswith("'")]) == 6
    assert not any(cell.startswith(RISKY) for cell in cells)
    assert read(table) == journey


def test_numbers_are_numbers() -> None:
    """Numbers have no mark before them, and are written as the language writes them."""
    journey = Journey("visit", touchpoints=[Touchpoint("desk", emotion=-1.5, importance=2)])
    assert ",-1.5,2," in written(journey)
    assert ";-1,5;2;" in written(journey, lang="nl-BE")
    assert "\t-1,5\t2\t" in written(journey, "tsv", "nl")
    for kind, lang in (("csv", "nl"), ("tsv", "en"), ("tsv", "nl")):
        assert read(written(journey, kind, lang), kind) == journey


def test_what_is_written() -> None:
    """Headings, choices and names are in the language that is asked for."""
    desk = Touchpoint(
        "desk",
        {"en": "Desk", "nl": "Balie"},
        phase="action",
        channel="reception",
        emotion=0.5,
        evidence="assumption",
        moment_of_truth="fmot",
    )
    journey = Journey("visit", model=AIDA, touchpoints=[desk])
    assert written(journey).splitlines() == [
        (
            "Key,Touchpoint (en),Touchpoint (nl),Phase,Channel,Emotion,Importance,Moment of truth,"
            "Owner,Evidence,Description,Journey,Model"
        ),
        "desk,Desk,Balie,Action,Reception,0.5,,fmot,,assumption,,visit,aida",
    ]
    assert written(journey, lang="nl").splitlines() == [
        (
            "Sleutel;Contactmoment (en);Contactmoment (nl);Fase;Kanaal;Emotie;Belang;"
            "Moment van de waarheid;Verantwoordelijk;Onderbouwing;Omschrijving;Klantreis;"
            "Klantreismodel"
        ),
        "desk;Desk;Balie;Actie;Receptie;0,5;;fmot;;aanname;;visit;aida",
    ]
    assert losses(journey, "csv") == losses(journey, "tsv", lang="nl") == ()


def test_a_whole_journey(tmp_path: Path) -> None:
    """What a table cannot hold of a journey is told in one warning; the rest comes back."""
    path = tmp_path / "salon.csv"
    with pytest.warns(LossyFormatWarning) as caught:
        save(SALON, path, lang="nl")
    assert len(caught) == 1
    assert str(caught[0].message).startswith(f"{path}: a table cannot hold label, description, ")
    again = cast("Journey", load(path))
    assert again.touchpoints == SALON.touchpoints
    assert again.key == SALON.key
    assert again.model == presets.FIVE_PHASE_SALON
    assert [str(loss) for loss in losses(SALON, "csv")] == [
        "label",
        "description",
        "model.lanes",
        "persona",
        "transitions",
        "route",
        "notes",
        "goals",
        "channels.label of 'online_booking' and 'conversation' (one language fits)",
        "channels.label of 'salon'",
        "starts_with",
        "ends_with",
    ]


def test_nothing_lost_no_warning(tmp_path: Path) -> None:
    """Where all fits, nothing is said."""
    journey = Journey("visit", model=AIDA, touchpoints=[Touchpoint("ad", phase="attention")])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        save(journey, tmp_path / "visit.csv")
    assert load(tmp_path / "visit.csv") == journey


@pytest.mark.parametrize("subject", [AIDA, Persona("sanne")])
def test_no_journey(subject: JourneyModel | Persona) -> None:
    """A model and a persona have no touchpoints to make rows of."""
    with pytest.raises(FileError, match="a table holds a journey, one touchpoint a row; save a"):
        dumps(subject, "csv")


# --- models, channels, keys -----------------------------------------------------------------


def test_own_model() -> None:
    """A model of one's own comes back as the phases that touchpoints stand in, in their order."""
    model = JourneyModel(
        "clinic",
        phases=["referral", Phase("x!", "Visit"), "aftercare"],
        lanes=["patient", Lane("Staff", "Team"), *CURRENT_STATE.lanes],
    )
    spots = [
        Touchpoint("desk", phase="x!", lane="Staff"),
        Touchpoint("visit", phase="referral", lane="patient"),
        Touchpoint("form", phase="referral", lane="actions"),
    ]
    journey = Journey("mine", model=model, touchpoints=spots)
    again = read(written(journey))
    assert again.model is not None
    assert again.model.key == "clinic"
    assert [(phase.key, str(phase.label)) for phase in again.model.phases] == [
        ("visit_2", "Visit"),
        ("referral", "Referral"),
    ]
    assert [lane.key for lane in again.model.lanes] == ["team", "patient", "actions"]
    assert again.model.lanes[2] == CURRENT_STATE.lane("actions")
    assert [str(loss) for loss in losses(journey, "csv")] == [
        "model (the phases that touchpoints have fit)",
        "touchpoints.phase of 'desk'",
        "touchpoints.lane of 'desk'",
    ]


def test_names_that_are_alike() -> None:
    """Phases with names that a reader would not tell apart stay apart."""
    phases = [Phase("a", "Same"), Phase("b", "same"), Phase("same-", "SAME!"), Phase("!", "?")]
    spots = [Touchpoint(f"t{place}", phase=phase.key) for place, phase in enumerate(phases)]
    journey = Journey("mine", model=JourneyModel("m", phases=phases), touchpoints=spots)
    again = read(written(journey))
    assert again.model is not None
    assert len(again.model.phases) == 4
    assert [spot.phase for spot in again.touchpoints] == keys(again.model.phases)


def test_names_that_are_taken() -> None:
    """A phase whose label and key both belong to another gets a name of its own."""
    phases = [Phase("x y"), Phase("x y 2"), Phase("x-y", "X Y"), Phase("?"), Phase("??", "?")]
    spots = [Touchpoint(f"t{place}", phase=phase.key) for place, phase in enumerate(phases)]
    journey = Journey("mine", model=JourneyModel("m", phases=phases), touchpoints=spots)
    assert [spot.phase for spot in read(written(journey)).touchpoints] == [
        *("x_y", "x_y_2", "x_y_3", "phase", "phase_2"),
    ]


def test_changed_preset() -> None:
    """A preset that was changed goes by its name where its phases are still the same."""
    board = AIDA.with_lanes(CURRENT_STATE)
    journey = Journey("mine", model=board, touchpoints=[Touchpoint("ad", phase="attention")])
    assert read(written(journey)).model == AIDA
    in_lane = journey.evolve(touchpoints=[Touchpoint("ad", phase="attention", lane="actions")])
    again = read(written(in_lane))
    assert again.model is not None
    assert keys(again.model.lanes) == ["actions"]
    longer = journey.evolve(model=AIDA.with_phase("loyalty"))
    again = read(written(longer))
    assert again.model is not None
    assert (again.model.key, keys(again.model.phases)) == ("mine", ["attention"])


def test_lanes_without_phases() -> None:
    """Lanes that no phase stands across are left out, because no table could tell of them."""
    model = JourneyModel("m", phases=["p"], lanes=["row"])
    journey = Journey("mine", model=model, touchpoints=[Touchpoint("a", lane="row")])
    assert read(written(journey)).touchpoints == (Touchpoint("a"),)
    assert "touchpoints.lane of 'a'" in map(str, losses(journey, "csv"))


def test_own_channels() -> None:
    """Channels of one's own have a realm beside them; the usual ones go without."""
    own = [
        Channel("kiosk", "Kiosk", realm="hybrid", media="owned"),
        Channel("shop", realm="online"),
        Channel("unused"),
        Channel("Odd!", "Website", realm="offline"),
    ]
    spots = [
        *(Touchpoint("a", channel="kiosk"), Touchpoint("b", channel="website")),
        *(Touchpoint("c", channel="kiosk"), Touchpoint("d", channel="shop")),
        *(Touchpoint("e"), Touchpoint("f", channel="Odd!")),
    ]
    journey = Journey("mine", channels=own, touchpoints=spots)
    again = read(written(journey, lang="nl"))
    assert again.touchpoints[:5] == journey.touchpoints[:5]
    assert again.channels == (
        own[0],
        presets.channels.get("shop").evolve(realm="online", media=None),
        Channel("odd", "Odd!", realm="offline"),
    )
    assert again.touchpoints[5].channel == "odd"


def test_realm_of_a_usual_channel() -> None:
    """A usual channel may be told again, with or without its media."""
    table = "Touchpoint,Channel,Realm\na,Winkel,offline\nb,kiosk,hybrid\nc,Kiosk,hybride\n"
    journey = read(table)
    assert [spot.channel for spot in journey.touchpoints] == ["shop", "kiosk", "kiosk"]
    assert journey.channels == (Channel("kiosk", "kiosk", realm="hybrid"),)


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("Touchpoint\nDesk\nDesk\nDesk\n", ["desk", "desk_2", "desk_3"]),
        ("Touchpoint,Phase\nVisit,Visit\nVisit,Stay\n", ["visit_2", "visit_3"]),
        ("Touchpoint,Key\nDesk,\nDoor,desk\n", ["desk_2", "desk"]),
        ("Touchpoint\n한국 방문\n", ["한국_방문"]),
        ("Touchpoint\nहिन्दी में\nバス\n", ["हिन्दी_में", "バス"]),
        ("Touchpoint\n?\nKoffie & Gebäck\n旅程\nstart\nSTART\n", None),
    ],
)
def test_keys(table: str, found: list[str] | None) -> None:
    """Where a table has no keys, they are made of the names, each another."""
    usual = ["touchpoint", "koffie_geback", "旅程", "start", "start_2"]
    assert keys(read(table).touchpoints) == (found or usual)


@pytest.mark.parametrize(("one", "other"), [("काम", "कम"), ("バス", "パス"), ("มา", "ม้า")])
def test_phases_told_apart_by_a_mark(one: str, other: str) -> None:
    """Names that differ in a mark, which is no accent there, are two phases and not one."""
    journey = read(f"Touchpoint,Phase\nx,{one}\ny,{other}\n")
    assert journey.model is not None
    assert [str(phase.label) for phase in journey.model.phases] == [one, other]


@pytest.mark.parametrize(
    ("name", "key", "label"),
    [
        ("Mijn Réis 2026.csv", "mijn_reis_2026", "Mijn Réis 2026"),
        ("visit.csv", "visit", "Visit"),
        ("….csv", "journey", "…"),
    ],
)
def test_file_names(name: str, key: str, label: str, tmp_path: Path) -> None:
    """A table without the name of the journey takes that of its file."""
    (tmp_path / name).write_text("Touchpoint\nDesk\n", encoding="utf-8")
    journey = cast("Journey", load(tmp_path / name))
    assert (journey.key, str(journey.label)) == (key, label)


def test_text_has_no_name() -> None:
    """A table that is no file tells of just a journey."""
    assert read("Touchpoint\nDesk\n") == Journey("journey", touchpoints=["desk"])


def test_model_that_is_given(tmp_path: Path) -> None:
    """Phases are those of the model that is given, or told, as an object or by its name."""
    table = "Touchpoint,Phase\nAdvert,aandacht\n"
    for model in (AIDA, "aida", "AIDA-model"):
        journey = cast("Journey", loads(table, "csv", model=model))
        assert journey.model == AIDA
        assert journey.touchpoints[0].phase == "attention"
    path = tmp_path / "visit.csv"
    path.write_text("Touchpoint,Phase,Model\nAdvert,Attention,\nSite,Interest,A.I.D.A.\n", "utf-8")
    assert cast("Journey", load(path)).model == AIDA
    assert cast("Journey", load(path, model="aida")).model == AIDA
    with pytest.raises(FileError, match="line 2, column 'Phase': unknown phase 'Attention'; known"):
        load(path, model="rean")
    with pytest.raises(FileError, match="model must be a JourneyModel or a name, not 5"):
        load(path, model=cast("str", 5))
    with pytest.raises(UnknownKeyError, match="did you mean 'aida'"):
        load(path, model="aidaa")
    with pytest.raises(FileError, match="JSON is read without model=; leave it out"):
        loads("{}", "json", model="aida")


# --- as people write ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    [
        *("Moment of truth", "moment_of_truth", "MOMENT-OF-TRUTH", "momentoftruth"),
        *(" Moment  van de waarheid ", "Moment van de Waarheid"),
    ],
)
def test_headings(heading: str) -> None:
    """Case, spaces, hyphens and the language of headings are forgiven."""
    journey = read(f"naam;{heading}\nDesk;ZMOT\n")
    assert journey.touchpoints == (Touchpoint("desk", moment_of_truth="zmot"),)


@pytest.mark.parametrize(
    ("heading", "language"),
    [
        *(("Touchpoint", "und"), ("Contactmoment (nl)", "nl"), ("label_en", "en")),
        *(("Naam NL", "nl"), ("Name (EN)", "en"), ("Touchpoint(nl-BE)", "nl-BE")),
        *(("LABEL-DE", "de"), ("label_pl", "pl"), ("Contactmoment (en)", "en")),
    ],
)
def test_languages(heading: str, language: str) -> None:
    """A heading may tell the language of what stands under it."""
    assert read(f"{heading}\nDesk\n").touchpoints == (Touchpoint("desk", {language: "Desk"}),)


def test_own_fields() -> None:
    """Other columns are fields of one's own, and are kept under their headings."""
    long = "a question with more than forty characters"
    assert read(f"Touchpoint,{long}\na,b\n").touchpoints[0].data == {long: "b"}
    table = "Touchpoint,Colour,data: Emotion,DATA:x,data: \nDesk,red,5,,6\nDoor,,,,\n"
    desk, door = read(table).touchpoints
    assert (desk.data, door.data) == ({"Colour": "red", "Emotion": "5", "": "6"}, {})
    journey = Journey("v", touchpoints=[desk.evolve(data={**desk.data, "Key": "k", "Keys": "l"})])
    heading = written(journey).splitlines()[0]
    assert heading.startswith("Key,Touchpoint,")
    assert heading.endswith(",Colour,data: Emotion,data: ,data: Key,data: Keys,Journey,Model")
    assert read(written(journey)) == journey


def test_own_data_that_is_no_text() -> None:
    """Own data that is more than words is written, comes back as words, and is told."""
    data = {"n": 1.5, "b": True, "l": [1, {"é": None}], "none": None}
    journey = Journey("v", touchpoints=[Touchpoint("a", data=data)])
    assert 'TRUE,"[1, {""é"": null}]"' in written(journey)
    assert read(written(journey)).touchpoints[0].data == {
        "n": "1.5",
        "b": "TRUE",
        "l": '[1, {"é": null}]',
    }
    assert list(map(str, losses(journey, "csv"))) == ["touchpoints.data of 'a'"]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        *(("1", 1), ("-1,5", -1.5), ("+.5", 0.5), (" 2. ", 2.0), ("\u22122", -2), ("1e0", 1.0)),
        *(("0.25", 0.25), ("-0,0", 0)),
    ],
)
def test_numbers(cell: str, number: float) -> None:
    """Numbers are read with a point or a comma, and with any minus."""
    assert read(f"Naam;Emotie\nDesk;{cell}\n").touchpoints[0].emotion == number


@pytest.mark.parametrize(
    "table",
    [
        "Touchpoint,Phase,Emotion\nAdvert,Attention,1\nSite,Interest,\n",
        "Touchpoint;Phase;Emotion\nAdvert;Attention;1\nSite;Interest;\n",
        "Touchpoint\tPhase\tEmotion\nAdvert\tAttention\t1\nSite\tInterest\t\n",
        "sep=;\r\nTouchpoint;Phase;Emotion\r\nAdvert;Attention;1\r\nSite;Interest\r\n",
        "SEP=|\nTouchpoint|Phase|Emotion\nAdvert|Attention|1\nSite|Interest\n",
        "\n,,\nTouchpoint,Phase,Emotion\n\nAdvert,Attention,1\n,,\nSite,Interest,,,,\n\n",
        "Touchpoint,Phase,Emotion\rAdvert,Attention,1\rSite,Interest,",
        '"Touchpoint","Phase","Emotion"\n"Advert","Attention","1"\n"Site","Interest",""',
        "\ufeffEmotion,,Touchpoint,Phase\n1,,Advert,Attention\n,,Site,Interest\n",
    ],
)
def test_forms(table: str) -> None:
    """Commas, semicolons, tabs and what Excel is told, blank rows and all line ends are read."""
    expected = "Touchpoint,Phase,Emotion\nAdvert,Attention,1\nSite,Interest,\n"
    for kind in ("csv", "tsv"):
        assert read(table, kind) == read(expected)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    """UTF-8 and UTF-16 with a mark are known; others are read when they are told."""
    path = tmp_path / "cafe.csv"
    path.write_bytes("Naam;Fase\r\nCafé;Oriëntatie\r\n".encode(encoding))
    expected = read("Naam;Fase\nCafé;Oriëntatie\n").evolve(key="cafe", label=None)
    if encoding in ("utf-16-le", "cp1252"):
        with pytest.raises(FileError):
            load(path)
    else:
        assert cast("Journey", load(path)).touchpoints == expected.touchpoints
    assert cast("Journey", load(path, encoding=encoding)).touchpoints == expected.touchpoints


def test_mark_of_encoding(tmp_path: Path) -> None:
    """What is not ASCII has the mark by which Excel knows UTF-8; a text in Python has none."""
    save(Journey("a", touchpoints=["a"]), tmp_path / "a.csv")
    save(Journey("a", touchpoints=["é"]), tmp_path / "e.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"Key,")
    assert (tmp_path / "e.csv").read_bytes().startswith(b"\xef\xbb\xbfKey,")
    assert dumps(Journey("a", touchpoints=["é"]), "csv").startswith("Key,")


@pytest.mark.parametrize("encoding", ["nope", "rot13", "undefined", 5])
def test_no_encodings(encoding: object, tmp_path: Path) -> None:
    """What is no encoding is refused in one line."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"Naam\n\xe9\n")
    with pytest.raises(FileError, match=r"there is no encoding .+ for text"):
        load(path, encoding=cast("str", encoding))


# --- what is wrong --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "is empty"),
        ("\ufeff\n\r\n", "is empty"),
        (",,,\n,", "is empty"),
        (
            "a,b\n1,2\n",
            (
                "line 1: no column tells the touchpoints: head it 'Touchpoint' or "
                "'Contactmoment' in the first row; found are 'a', 'b'"
            ),
        ),
        (
            "Touchpoint,Emotoin\na,1\n",
            (
                "line 1, column 2: unknown column 'Emotoin', did you mean 'Emotion'? "
                "(a field of your own is 'data: …')"
            ),
        ),
        (
            "Touchpoint,Fase (nl)\na,1\n",
            (
                "line 1, column 2: unknown column 'Fase (nl)', did you mean 'Fase'? "
                "(a field of your own is 'data: …')"
            ),
        ),
        (
            "Touchpoint,Naam\na,b\n",
            "line 1, column 2: the columns 'Touchpoint' and 'Naam' are the same",
        ),
        (
            "Touchpoint,x,x\na,b,c\n",
            "line 1, column 3: the columns 'x' and 'x' are the same",
        ),
        ("Touchpoint\na,b\n", "line 2, column 2: 'b' stands in a column without a heading"),
        ("Touchpoint,Emotion\na,x\n", "line 2, column 'Emotion': must be a number, not 'x'"),
        ("Touchpoint,Emotion\na,1 2\n", "line 2, column 'Emotion': must be a number, not '1 2'"),
        (
            '\n\nTouchpoint,Emotie\n\n"a\nb",1\nc,3\n',
            "line 7, column 'Emotie': emotion must be a number from -2 to 2, not 3",
        ),
        (
            "Touchpoint,Evidence\na,assumtion\n",
            (
                "line 2, column 'Evidence': must be one of 'assumption', 'anecdotal', "
                "'qualitative', 'quantitative', 'triangulated', not 'assumtion', "
                "did you mean 'assumption'?"
            ),
        ),
        ("Touchpoint,Owner\n,Ada\n", "line 2: the touchpoint has no name"),
        (
            "Key,Touchpoint\na,b\nb,b\na,c\n",
            "line 4, column 'Key': the key 'a' stands twice; it is in line 2 too",
        ),
        ("Key,Phase\n ,a\n", "line 2, column 'Key': key must not be empty"),
        (
            "Key,Touchpoint\nSTART,b\n",
            "line 2, column 'Key': touchpoint 'START': this key is reserved for transitions",
        ),
        (
            "Touchpoint,Key,Phase,Model\nx,attention,Interest,AIDA\n",
            "line 2, column 'Key': touchpoint 'attention' has the key of a phase; give it another",
        ),
        (
            "Touchpoint,Phase,Model\nx,Intrest,AIDA\n",
            "line 2, column 'Phase': unknown phase 'Intrest', did you mean 'Interest'?",
        ),
        (
            "Touchpoint,Lane,Model\nx,actions,AIDA\n",
            "line 2, column 'Lane': unknown lane 'actions'; there are none",
        ),
        (
            "Touchpoint,Lane\nx,\ny,actions\n",
            (
                "line 3, column 'Lane': a lane runs across phases; "
                "give touchpoints theirs in a column 'Phase'"
            ),
        ),
        (
            "Touchpoint,Channel\nx,websit\n",
            (
                "line 2, column 'Channel': unknown channel 'websit', did you mean 'website'? "
                "(one of your own needs its realm in a column 'Realm')"
            ),
        ),
        (
            "Touchpoint,Channel,Realm,Media\nx,Kiosk,hybrid,owned\ny,Kiosk,online,owned\n",
            "line 3, column 'Realm': the channel 'kiosk' is hybrid, owned elsewhere",
        ),
        (
            "Touchpoint,Realm\nx,hybrid\n",
            "line 2, column 'Realm': there is no channel that this tells of",
        ),
        (
            "Touchpoint,Journey\nx,one\ny,\nz,two\n",
            "line 4, column 'Journey': 'two' is another journey than 'one'; a file holds one",
        ),
        (
            "Touchpoint,Model\nx,\ny,aida\nz,rean\n",
            "line 4, column 'Model': 'rean' is another model than 'aida'; a file holds one",
        ),
        ('Touchpoint\n"a\nb', "line 2: unexpected end of data"),
        ('Touchpoint\na\n"b"c\n', "line 3: ',' expected after '\"'"),
        ('"Touchpoint', "line 1: unexpected end of data"),
        (f"Touchpoint\n{'x' * 131_073}\n", "line 2: field larger than field limit (131072)"),
        (
            "Touchpoint\n\udc80\n",
            (
                "line 2: byte 11: not valid UTF-8; save it as 'CSV UTF-8', or tell its encoding, "
                "such as encoding='cp1252'"
            ),
        ),
        (
            ",".join(["Touchpoint", *map(str, range(500))]),
            "line 1: a table has at most 500 columns, not 501",
        ),
        ("Touchpoint\n" + "a\n" * 50_001, "line 50002: a table has at most 50,000 rows"),
        (
            "Touchpoint,Phase\n" + "".join(f"a,p{n}\n" for n in range(501)),
            "line 502, column 'Phase': a table tells of at most 500 phases",
        ),
        (
            "T\0o\0u\0c\0h\0p\0o\0i\0n\0t\0\n\0a\0",
            (
                "line 1: holds null characters, as UTF-16 without a mark does; "
                "save it as 'CSV UTF-8', or tell its encoding"
            ),
        ),
        ("Touchpoint\n" + "\r\n" * 1_000_001, "has more than 1,000,000 lines"),
        (f"Touchpoint\n{'x,' * 1_000_000}x", "has more than 1,000,000 cells"),
        (f"Touchpoint\n{'x' * 20_000_000}", "is larger than 20 MB"),
    ],
    ids=lambda words: words[:30].encode("unicode_escape").decode() if words else "nothing",
)
def test_problems(table: str, said: str) -> None:
    """What is wrong is told in one line, with its line and its column."""
    assert problem(table) == f"<text>: {said}"


def test_tabs_in_messages() -> None:
    """A message stands in one line, also where it is about a tab."""
    said = "<text>: line 2: '\\t' expected after '\"'"
    assert problem('Naam\tFase\n"a"b', "tsv") == said


def test_many_problems() -> None:
    """All that is wrong is told, up to twenty things."""
    assert problem("Touchpoint,Emotion\na,x\nb,1\nc,y\n").count("must be a number") == 2
    assert problem("Touchpoint,Emotion\n" + "a,x\n" * 100).count("must be a number") == 20


def test_places_in_workbooks() -> None:
    """A sheet tells a place as spreadsheets do."""
    sheet = Sheet("f", "Map", ())
    assert [sheet.place(3, column) for column in (0, 25, 26, 701, 702)] == [
        *("Map!A3", "Map!Z3", "Map!AA3", "Map!ZZ3", "Map!AAA3"),
    ]
    assert sheet.place(3) == "Map!3"
    assert Sheet("f", "a\n", ()).place(1, 0) == r"'a\n'!A1"


def test_texts_of_one_language() -> None:
    """Tags in capitals are those in small letters; what cannot stand beside them is told."""
    spot = Touchpoint("a", Text({"EN": "One", "en": "Two", "nl-BE": "x"}))
    journey = Journey("v", touchpoints=[spot])
    again = read(written(journey))
    assert again.touchpoints[0].label == Text({"en": "One", "nl-BE": "x"})
    assert list(map(str, losses(journey, "csv"))) == [
        "touchpoints.label of 'a' (one language fits)"
    ]
