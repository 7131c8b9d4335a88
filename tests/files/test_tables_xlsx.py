"""Journeys as workbooks: what Excel wrote is read, what we wrote comes back, nothing is run."""

import io
import re
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit import (
    CONVERSION,
    DROP_OFF,
    START,
    Channel,
    FileError,
    Goal,
    Journey,
    JourneyModel,
    Lane,
    LossyFormatWarning,
    MissingDependencyError,
    Note,
    Persona,
    Text,
    Touchpoint,
    Trait,
    Transition,
    dumps,
    load,
    loads,
    presets,
    save,
    sequence,
    testing,
)
from journeykit.cli import main
from journeykit.files import losses
from journeykit.files.loss import lost_between
from journeykit.files.tables import Value
from journeykit.files.xlsx_archive import Reading, archive_of
from journeykit.files.xlsx_journey import read, write
from journeykit.files.xlsx_reading import read_sheets
from journeykit.files.xlsx_writing import Choice, Page, write_pages
from journeykit.presets import AIDA, CURRENT_STATE, SALON

WORDS = st.text().filter(bool)
# Workbooks take long to write.
FEWER = settings(max_examples=max(settings().max_examples // 4, 10))
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def book(sheets: Mapping[str, Sequence[Sequence[Value | datetime | time]]]) -> bytes:
    """Return a workbook as people make it, by the names of its sheets."""
    made = openpyxl.Workbook()
    made.remove(cast("Any", made.active))
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def raw(
    rows: str,
    *,
    shared: str = "",
    styles: str = "",
    properties: str = "",
    main: str = MAIN,
    target: str = "worksheets/sheet1.xml",
) -> bytes:
    """Return a workbook with one sheet, 'Touchpoints', of which the rows are given as XML."""
    related = {
        "rId1": ("worksheet", target, ""),
        "rId2": ("sharedStrings", "sharedStrings.xml", ""),
        "rId3": ("styles", "styles.xml", ""),
        "rId4": ("hyperlink", "https://example.org/", ' TargetMode="External"'),
    }
    links = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{to}"{mode}/>'
        for key, (kind, to, mode) in related.items()
    )
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" '
        f'Type="{RELATIONS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{RELATIONS}">{properties}<sheets>'
        '<sheet name="Touchpoints" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>'
        "</worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
    }
    return packed(parts)


def cells(content: bytes) -> list[list[Value]]:
    """Return what stands in the rows of a workbook."""
    return [list(row.cells.values()) for sheet in read_sheets(content, "x") for row in sheet.rows]


def problem(content: bytes) -> str:
    """Return what is said of a workbook."""
    with pytest.raises(FileError) as caught:
        read(content, "map.xlsx")
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix("map.xlsx: ")


# --- there and back -------------------------------------------------------------------------


@FEWER
@given(testing.journeys(), st.sampled_from(["en", "nl"]))
def test_round_trip(journey: Journey, lang: str) -> None:
    """All but what is told comes back, and what is written of that comes back whole."""
    again = read(write(journey, "x", lang), "x")
    lost = {loss.field for loss in lost_between(journey, again)}
    for old, new in zip(journey.touchpoints, again.touchpoints, strict=True):
        for name in ("key", "label", "description", "owner", "emotion", "evidence", "channel"):
            assert getattr(old, name) == getattr(new, name)
        for name in ("phase", "lane", "data"):
            assert getattr(old, name) == getattr(new, name) or f"touchpoints.{name}" in lost
    for name in ("key", "label", "description", "state", "starts_with", "ends_with"):
        assert getattr(journey, name) == getattr(again, name)
    assert read(write(again, "x", lang), "x") == again


@FEWER
@given(words=WORDS, key=WORDS)
def test_any_words(words: str, key: str) -> None:
    """Any words come back to the character, wherever they stand."""
    name = key if key.strip() else f"k{key}"
    journey = Journey(
        name,
        {"en": words, "nl": words},
        persona=Persona(name, words, goals=[words, {"nl": words}], channels=[name]),
        touchpoints=[
            Touchpoint(name, words, owner=words, data={words: words}, channel=name),
            Touchpoint(f"{name}.", words),
        ],
        transitions=[Transition(name, f"{name}.", reason=words, data={words: words})],
        channels=[Channel(name, words, data={words: words})],
        goals=[Goal(name, words, metric=words, unit=words, touchpoint=name)],
        ends_with=[words, words],
        data={words: words},
    )
    assert read(write(journey, "x", "en"), "x") == journey


@FEWER
@given(words=WORDS)
def test_any_notes(words: str) -> None:
    """Any words come back in the cells of the map."""
    model = AIDA.with_lanes(["questions", "row"])
    notes = [Note("questions", "interest", words), Note("row", "action", f"{words}\n{words}")]
    journey = Journey("j", model=model, notes=notes)
    assert read(write(journey, "x", "nl"), "x").notes == journey.notes


ROWS = st.lists(
    st.lists(
        st.text()
        | st.integers(-(2**53), 2**53)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.booleans()
        | st.dates(min_value=date(1900, 3, 1)),
        min_size=1,
    ),
    min_size=1,
)


@FEWER
@given(rows=ROWS)
def test_any_cells(rows: list[list[Value]]) -> None:
    """Any value comes back; no words become a formula; the same is the same, byte for byte."""
    content = write_pages([Page("T", rows)], "x")
    expected = [[value for value in row if value != ""] for row in rows]
    assert cells(content) == [row for row in expected if row]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
    assert write_pages([Page("T", rows)], "x") == content


def test_early_days() -> None:
    """Days before those of Excel are written in words."""
    journey = Journey("j", goals=[Goal("g", start=date(1, 2, 3), due=date(1900, 2, 28))])
    assert read(write(journey, "x", "en"), "x") == journey


def test_everything(tmp_path: Path) -> None:
    """Of a whole journey all comes back but the details of notes and of a persona."""
    path = tmp_path / "salon.xlsx"
    with pytest.warns(LossyFormatWarning) as caught:
        save(SALON, path, lang="nl")
    assert len(caught) == 1
    assert str(caught[0].message).startswith(f"{path}: a workbook cannot hold persona.channel_s")
    again = cast("Journey", load(path))
    assert again.model == SALON.model
    assert again.touchpoints == SALON.touchpoints
    assert again.transitions == SALON.transitions
    assert again.goals == SALON.goals
    assert again.route == SALON.route
    assert len(again.notes) == len(SALON.notes)
    assert [loss.field for loss in losses(SALON, "xlsx")] == [
        *("persona.channel_shares", "persona.traits", "notes.text", "notes.evidence"),
        *("notes.source", "notes.touchpoint", "notes.scores", "notes"),
    ]


def test_nothing_lost(tmp_path: Path) -> None:
    """Moves, own phases and lanes, goals, a persona and a route all fit, and nothing is said."""
    journey = Journey(
        "mine",
        {"en": "Mine", "nl": "Van mij"},
        model=JourneyModel("clinic", phases=["referral", "visit"], lanes=["patient", "staff"]),
        persona=Persona("sanne", goals=["One", {"en": "Two"}], channels=["website", "else"]),
        state="future",
        touchpoints=[
            Touchpoint("desk", phase="visit", lane="staff", channel="kiosk", emotion=-2),
            Touchpoint("door", {"en": "Door", "nl": "Deur"}, phase="referral", importance=2.5),
        ],
        transitions=[
            Transition(START, "door", 0.1 + 0.2, median_wait=timedelta(days=1, hours=2)),
            Transition("door", "desk", 3, kind="skip", count=4, label={"nl": "x"}),
            Transition("desk", "desk", data={"n": 1, "f": 1.5, "b": True}),
            Transition("desk", CONVERSION),
            Transition("door", DROP_OFF, 0),
        ],
        route=["door", "desk", "desk"],
        notes=[Note("staff", "referral", "One"), Note("staff", "referral", "Two\nlines")],
        goals=[Goal("nps", phase="visit", touchpoint="desk", target=7.5, due=date(2026, 5, 31))],
        channels=[Channel("kiosk", {"en": "Kiosk", "nl": "Zuil"}, realm="hybrid")],
        starts_with="A",
        ends_with=["B", {"en": "C"}],
        data={"n": 1, "words": "x"},
    )
    for lang in ("en", "nl"):
        assert losses(journey, "xlsx", lang=lang) == ()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            save(journey, tmp_path / "mine.xlsx", lang=lang)
            assert load(tmp_path / "mine.xlsx") == journey


def test_moves_between_phases() -> None:
    """Transitions may join phases, by what shows them or by their keys."""
    journey = Journey("j", model=AIDA, transitions=sequence(START, "attention", "action"))
    assert losses(journey, "xlsx") == losses(journey, "xlsx", lang="nl") == ()
    rows: list[list[Value]]
    rows = [
        ["Van", "Naar", "Gewicht", "Aantal"],
        ["start", "Aandacht", 2],
        ["attention", "AFHAKEN", "", "4,0"],
    ]
    content = book({"Klantreis": [["Veld", "Waarde"], ["Model", "AIDA"]], "Overgangen": rows,
                    "Contactmomenten": [["Contactmoment"]]})  # fmt: skip
    assert read(content, "x").transitions == (
        Transition(START, "attention", 2, kind="entry"),
        Transition("attention", DROP_OFF, count=4, kind="exit"),
    )


def test_changed_presets() -> None:
    """A preset with other lanes and phases comes back, as far as it is still that preset."""
    board = AIDA.with_lanes(CURRENT_STATE)
    for model in (
        board,
        AIDA.with_phase("loyalty"),
        board.without_phase("desire"),
        presets.SERVICE_BLUEPRINT.with_lanes(["extra"]),
        presets.BUYGRID,
        presets.HUBSPOT_FLYWHEEL,
    ):
        journey = Journey("j", model=model)
        assert losses(journey, "xlsx") == (), model
    turned = Journey("j", model=JourneyModel("aida", phases=["one", "two"]))
    again = read(write(turned, "x", "en"), "x")
    assert again.model is not None
    assert (again.model.key, [phase.key for phase in again.model.phases]) == (
        "aida",
        ["one", "two"],
    )
    # Another name of a preset is not taken for it.
    named = Journey("j", model=JourneyModel("AIDA-model", phases=["one"]))
    assert read(write(named, "x", "en"), "x").model == JourneyModel("j", phases=["one"])


def test_lanes_for_touchpoints() -> None:
    """Touchpoints stand in the map too, in lanes that will be for touchpoints when it is read."""
    lanes = [Lane("contact", kind="touchpoints"), Lane("touchpoints")]
    journey = Journey(
        "j",
        model=AIDA.with_lanes(lanes),
        touchpoints=[
            Touchpoint("ad", {"EN": "Ad", "en": "Advert"}, phase="attention"),
            Touchpoint("site", phase="attention", lane="touchpoints"),
        ],
        notes=[Note("touchpoints", "interest", "lost"), Note("contact", "interest", "kept")],
    )
    content = write(journey, "x", "en")
    rows = next(sheet for sheet in read_sheets(content, "x") if sheet.title == "Map").rows
    assert [list(row.cells.values()) for row in rows[1:]] == [
        ["Contact", "kept"],
        ["Touchpoints", "Site"],
    ]
    again = read(content, "x")
    assert [spot.key for spot in again.touchpoints] == ["ad", "site"]
    assert [str(note.text) for note in again.notes] == ["kept"]


def test_names_of_sheets() -> None:
    """Sheets, headings and choices are in the language that is asked for."""
    titles = [sheet.title for sheet in read_sheets(write(SALON, "x", "nl"), "x")]
    assert titles == [
        *("Contactmomenten", "Kaart", "Overgangen", "Doelen", "Kanalen", "Persona", "Klantreis"),
        "Lijsten",
    ]
    titles = [sheet.title for sheet in read_sheets(write(Journey("j"), "x", "en"), "x")]
    assert titles == ["Touchpoints", "Transitions", "Journey", "Lists"]


def test_for_people() -> None:
    """Headings stay in sight, columns are wide enough, and cells offer what may stand in them."""
    journey = Journey("j", model=AIDA, touchpoints=[Touchpoint("=1", "x" * 99, phase="desire")])
    made = openpyxl.load_workbook(io.BytesIO(write(journey, "x", "nl")))
    sheet = made["Contactmomenten"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["C2:C200"].formula1 == "'Kaart'!$B$1:$E$1"
    assert rules["D2:D200"].formula1 == "'Lijsten'!$A$2:$A$500"
    assert not rules["D2:D200"].showErrorMessage
    assert (rules["E2:E200"].formula1, rules["E2:E200"].formula2) == ("-2", "2")
    assert rules["G2:G200"].formula1 == '"zmot,fmot,smot,tmot,umot"'
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.b
    assert sheet["A2"].quotePrefix
    assert not sheet["B2"].quotePrefix
    assert sheet.column_dimensions["A"].width == 10
    assert sheet.column_dimensions["B"].width == 44
    assert made["Kaart"].freeze_panes == "B2"
    assert made["Lijsten"].sheet_state == "hidden"


def test_long_choices() -> None:
    """More words than Excel takes in a list are not offered."""
    content = write_pages([Page("T", [["A"]], {0: Choice(("x" * 200, "y" * 200))})], "x")
    made = openpyxl.load_workbook(io.BytesIO(content))
    assert made["T"].data_validations.dataValidation == []


def test_too_long_for_a_cell() -> None:
    """Words that a cell cannot hold are refused, because Excel would cut them."""
    fits, too_long = ("😀" * 16_383 + "x" * more for more in (1, 2))
    journey = Journey("j", touchpoints=[Touchpoint("a", description=fits)])
    assert read(write(journey, "x", "en"), "x") == journey
    journey = Journey("j", touchpoints=[Touchpoint("a", description=too_long)])
    with pytest.raises(FileError, match=r"^x: Touchpoints!J2: a cell of a workbook holds at most"):
        write(journey, "x", "en")


@pytest.mark.parametrize("subject", [AIDA, Persona("sanne")])
def test_no_journey(subject: JourneyModel | Persona, tmp_path: Path) -> None:
    """A workbook holds journeys alone."""
    with pytest.raises(FileError, match="a workbook holds a journey; save a model or a persona as"):
        save(subject, tmp_path / "x.xlsx")


def test_no_text() -> None:
    """A workbook is no text."""
    words = "<text>: a workbook is no text; save and load it as a .xlsx file"
    with pytest.raises(FileError, match=words):
        dumps(SALON, "xlsx")
    with pytest.raises(FileError, match=words):
        loads("x", "xlsx")


def test_without_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workbooks are read without openpyxl, and are not written without."""
    content = write(Journey("j", touchpoints=["a"]), "x", "en")
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    assert read(content, "x") == Journey("j", touchpoints=["a"])
    with pytest.raises(MissingDependencyError, match=re.escape("journeykit[excel]")):
        write(Journey("j"), "x", "en")


# --- as people and Excel write --------------------------------------------------------------


def test_a_table_alone() -> None:
    """One sheet of any name with touchpoints is enough."""
    rows: list[list[Value]]
    rows = [["Fase", "Naam", "Emotie", "Kleur"], ["Start", "Deur", 1, 5], [None, "Balie", "-0,5"]]
    for title in ("Blad1", "Contactmomenten", "touch-points"):
        assert read(book({title: rows}), "Mijn reis.xlsx") == Journey(
            "mijn_reis",
            model=JourneyModel("mijn_reis", phases=["start"]),
            touchpoints=[
                Touchpoint("deur", phase="start", emotion=1, data={"Kleur": 5}),
                Touchpoint("balie", emotion=-0.5),
            ],
        )


def test_a_map_alone() -> None:
    """A map that was filled in by hand makes phases, lanes, notes and touchpoints."""
    rows: list[list[Value]] = [
        [None, "Kiezen", "Kopen"],
        ["Contactmomenten", "Site", "Balie"],
        [None, None, "Kassa"],
        ["Pijnpunten", "Traag", None],
        ["Eigen rij", None, 5],
        ["Services", "x"],
    ]
    journey = read(book({"Blad1": rows}), "reis.xlsx")
    model = journey.model
    assert model is not None
    assert [phase.key for phase in model.phases] == ["kiezen", "kopen"]
    assert model.lanes[:2] == (
        presets.lanes.get("touchpoints"),
        presets.lanes.get("pain_points"),
    )
    assert [lane.key for lane in model.lanes[2:]] == ["eigen_rij", "services"]
    assert [(spot.key, spot.phase, spot.lane) for spot in journey.touchpoints] == [
        ("site", "kiezen", None),
        ("balie", "kopen", None),
        ("kassa", "kopen", None),
    ]
    assert [(note.lane, note.phase, str(note.text)) for note in journey.notes] == [
        ("pain_points", "kiezen", "Traag"),
        ("eigen_rij", "kopen", "5"),
        ("services", "kiezen", "x"),
    ]


def test_a_map_of_a_model() -> None:
    """A map without a model follows the one that is given, as far as it has its phases."""
    rows: list[list[Value]]
    rows = [["Rij", "Aandacht", "Extra", "Actie"], ["Contactmomenten", "Advert", "x"]]
    journey = read(book({"Kaart": rows}), "x.xlsx", model="aida")
    assert journey.model is not None
    assert [phase.key for phase in journey.model.phases] == ["attention", "extra", "action"]
    assert journey.model.phases[0] == AIDA.phases[0]
    assert [move.ends for move in journey.model.transitions] == [
        ("attention", "extra"),
        ("extra", "action"),
    ]


def test_more_lanes_for_touchpoints() -> None:
    """A touchpoint in a second lane for touchpoints stands in that lane."""
    second = str(CURRENT_STATE.lanes[2].label)
    rows: list[list[Value]]
    rows = [[None, "A"], ["Touchpoints", "One"], [second, "Two"], ["Touchpoints", "Three"]]
    journey = read(book({"Map": rows}), "x")
    assert [(spot.key, spot.lane) for spot in journey.touchpoints] == [
        ("one", None),
        ("two", "touchpoints_2"),
        ("three", "touchpoints_3"),
    ]


def test_sheets_that_are_left_out() -> None:
    """Sheets that tell nothing of a journey are left out, and that is said."""
    content = book(
        {
            "Notes": [["anything", 5]],
            "Touchpoints": [["Naam"], ["Deur"]],
            "Contactmomenten": [["Naam"], ["Balie"]],
            "Kaart": [[None, "A"]],
            "Blad2": [[None, "B"]],
            "Empty": [],
        }
    )
    words = "x: sheets that tell nothing of a journey are left out: 'Notes', 'Contactmomenten', 'B"
    with pytest.warns(LossyFormatWarning, match=re.escape(words)):
        journey = read(content, "x")
    assert [spot.key for spot in journey.touchpoints] == ["deur"]


def test_about_sheets() -> None:
    """What is told about the journey and its persona is read, and keys are made where missing."""
    content = book(
        {
            "Klantreis": [
                ["Veld", "Waarde", "Waarde (en)"],
                ["Naam", "Mijn reis", "My journey"],
                ["Situatie", "toekomstig"],
                ["Eindigt met", "Tevreden"],
                ["Eindigt met", None, "Gone"],
                ["Route", "deur"],
                ["Route", "Deur"],
                ["Kleur", 5],
                ["data: Route", True],
                ["Toelichting"],
            ],
            "Persona": [
                ["Field", "Value"],
                ["Name", "Sanne"],
                ["Channels", "E-mail"],
                ["Channels", "Carrier pigeon"],
                ["Evidence", "kwalitatief"],
            ],
            "Touchpoints": [["Touchpoint", "Channel"], ["Deur", "zuil"]],
            "Kanalen": [["Naam", "Online of offline"], ["Zuil", "hybride"]],
            "Doelen": [["Naam", "Contactmoment", "Uiterlijk"], ["Blij", "Deur", "2026-05-31"]],
        }
    )
    journey = read(content, "x")
    assert journey == Journey(
        "mijn_reis",
        {"und": "Mijn reis", "en": "My journey"},
        persona=Persona(
            "sanne", "Sanne", channels=["email", "Carrier pigeon"], evidence="qualitative"
        ),
        state="future",
        touchpoints=[Touchpoint("deur", channel="zuil")],
        route=["deur", "deur"],
        channels=[Channel("zuil", realm="hybrid")],
        goals=[Goal("blij", touchpoint="deur", due=date(2026, 5, 31))],
        ends_with=["Tevreden", {"en": "Gone"}],
        data={"Kleur": 5, "Route": True},
    )


def test_an_empty_persona() -> None:
    """A sheet about nobody tells of nobody."""
    content = book({"Persona": [["Field", "Value"]], "Touchpoints": [["Touchpoint"], ["a"]]})
    assert read(content, "x").persona is None


def test_traits_that_are_lost() -> None:
    """Traits in words fit, those between two poles do not."""
    persona = Persona("p", traits=["Curious", Trait("low", "high", 0.5)])
    again = read(write(Journey("j", persona=persona), "x", "en"), "x")
    assert again.persona == Persona("p", traits=["Curious"])


def test_what_excel_writes() -> None:
    """Shared and rich words, values of formulas, days, truth and numbers are read."""
    content = raw(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        '<c r="C1" t="inlineStr"><is><t>When</t></is></c><c t="str"><v>data: d</v></c>'
        '<c t="str"><v>e</v></c><c t="str"><v>f</v></c><c t="str"><v>g</v></c></row>'
        '<row r="3" spans="1:9"><c r="A3" t="str"><f>CONCAT("a","b")</f><v>a_x000D_b</v></c>'
        '<c r="B3"><f>1+1</f><v> 1.50 </v></c><c r="C3" s="1"><v>46173</v></c>'
        '<c r="D3" s="2"><v>0.5</v></c><c r="E3" t="b"><v>1</v></c>'
        '<c r="F3" s="3"><v>46173.25</v></c><c r="G3" t="d"><v>2026-05-31</v></c></row>'
        '<row><c t="s"><v>2</v></c><c/><c s="1"><v>-1</v></c><c s="9"><v>1e3</v></c>'
        '<c t="b"><v>0</v></c><c s="4"><v>5</v></c><c s="x" t=""><v>7.0</v></c></row>',
        shared="<si><t>Touch</t><rPh><t>spoken</t></rPh><r><t>point</t></r></si>"
        "<si><t>Emotion</t></si><si><t xml:space='preserve'>_xD800_ \n</t></si>",
        styles='<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm;@"/>'
        '<numFmt numFmtId="165" formatCode="[Red]0&quot;days&quot;"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>',
    )
    first, second = read(content, "x").touchpoints
    assert first.label == Text("a\rb")
    assert first.emotion == 1.5
    assert first.data == {
        "When": "2026-05-31",
        "d": "12:00:00",
        "e": True,
        "f": "2026-05-31 06:00:00",
        "g": "2026-05-31",
    }
    assert second.label == Text("_xD800_ \n")
    assert second.data == {"When": -1, "d": 1000, "e": False, "f": 5, "g": 7}


def test_days_of_other_calendars() -> None:
    """Days are counted from 1904 where a workbook says so, and 1900 has no leap day."""
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    rows = "".join(f'<row><c s="0"><v>{number}</v></c></row>' for number in (1, 59, 61, 3e6))
    assert cells(raw(rows, styles=styles)) == [
        *([date(1900, 1, 1)], [date(1900, 2, 28)], [date(1900, 3, 1)], [3_000_000]),
    ]
    mac = '<workbookPr date1904="1"/>'
    assert cells(raw(rows, styles=styles, properties=mac))[:2] == [
        *([date(1904, 1, 2)], [date(1904, 2, 29)]),
    ]


def test_strict_workbooks() -> None:
    """The namespaces of the strict variant of the format are known too."""
    row = '<row><c t="str"><v>Naam</v></c></row><row><c t="str"><v>Deur</v></c></row>'
    content = raw(row, main="http://purl.oclc.org/ooxml/spreadsheetml/main")
    assert [spot.key for spot in read(content, "x").touchpoints] == ["deur"]


def test_days_and_times_of_openpyxl() -> None:
    """Days with and without a time become words in fields of one's own, and days in goals."""
    day = datetime(2026, 5, 31, 10, 30)  # noqa: DTZ001 - workbooks have no time zones
    content = book(
        {
            "Touchpoints": [["Naam", "a", "b"], ["Deur", day, time(10, 30)]],
            "Goals": [["Key", "Due"], ["g", date(2026, 5, 31)]],
        }
    )
    journey = read(content, "x")
    assert journey.touchpoints[0].data == {"a": "2026-05-31 10:30:00", "b": "10:30:00"}
    assert journey.goals == (Goal("g", due=date(2026, 5, 31)),)


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("key", ["aida", "service_blueprint", "buygrid"])
def test_template(key: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A template has all of a journey to start from, and nothing to warn of."""
    paths = [tmp_path / f"map.{suffix}" for suffix in ("xlsx", "toml", "csv")]
    for path in paths:
        assert main(["new", key, "-o", str(path), "--lang", lang]) == 0
    assert capsys.readouterr().err == ""
    book_, native, table = (cast("Journey", load(path)) for path in paths)
    assert book_ == native
    assert table == native.evolve(label=None, persona=None)


# --- what is wrong --------------------------------------------------------------------------

TABLE = [["Touchpoint", "Phase"], ["Door", "One"]]


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        (
            {"Blad1": [["a", "b"]], "C": [[1]]},
            (
                "no sheet has a table of touchpoints (headed 'Touchpoint' in its first row) "
                "or a map of lanes; found are 'Blad1', 'C'"
            ),
        ),
        (
            {"T": []},
            (
                "no sheet has a table of touchpoints (headed 'Touchpoint' in its first row) "
                "or a map of lanes; found are none"
            ),
        ),
        (
            {"T": TABLE, "Transitons": [["From", "To"]]},
            "unknown sheet 'Transitons', did you mean 'Transitions'?",
        ),
        (
            {"Touchpoints": [["a", "b"]]},
            (
                "Touchpoints!1: no column tells the touchpoints: head it 'Touchpoint' or "
                "'Contactmoment' in the first row; found are 'a', 'b'"
            ),
        ),
        (
            {"T": [["Touchpoint", "Emotion"], ["a", "x"], ["b", True], ["c", 7]]},
            (
                "T!B2: must be a number, not 'x'; T!B3: must be a number, not True; "
                "T!B4: emotion must be a number from -2 to 2, not 7"
            ),
        ),
        (
            {"T": [["Touchpoint", None, "Emotoin"], ["a", "b", 1]]},
            (
                "T!C1: unknown column 'Emotoin', did you mean 'Emotion'? "
                "(a field of your own is 'data: …'); "
                "T!B2: 'b' stands in a column without a heading"
            ),
        ),
        (
            {"Map": [[None, "One"], ["Row", "x", "y"]], "T": TABLE},
            "Map!C2: stands under no phase; name one in the first row",
        ),
        (
            {"Map": [[None, "One"], [None, "x"]], "T": TABLE},
            "Map!B2: stands beside no lane; name one in the first column",
        ),
        (
            {"Map": [[None, *map(str, range(501))]], "T": TABLE},
            "Map!SH1: a table tells of at most 500 phases",
        ),
        (
            {"Map": [[None, "One"], *([f"lane {n}"] for n in range(501))], "T": TABLE},
            "Map!A502: a table tells of at most 500 lanes",
        ),
        (
            {"Map": [[None, "Two"]], "T": TABLE},
            "T!B2: unknown phase 'One'; known are 'two', 'Two'",
        ),
        (
            {"Map": [[None, "One"], ["Touchpoints", "Dor"], [None, "Door"]], "T": TABLE},
            (
                "Map!B2: unknown touchpoint 'Dor' in this phase; "
                "add it to the sheet 'T', with its phase"
            ),
        ),
        (
            {"T": TABLE, "Transitions": [["From", "To", "Count"], ["Door", "Dor", 1.5]]},
            (
                "Transitions!C2: must be a whole number, not 1.5; Transitions!B2: "
                "unknown touchpoint or phase 'Dor', did you mean 'Door'?"
            ),
        ),
        (
            {"T": TABLE, "Transitions": [["From", "To"], ["Door"], [None, "Door"]]},
            (
                "Transitions!2: a transition needs 'From' and 'To'; "
                "Transitions!3: a transition needs 'From' and 'To'"
            ),
        ),
        (
            {"T": TABLE, "Transitions": [["From", "To", "Median wait"], ["Door", "Door", "x"]]},
            "Transitions!C2: must be a duration such as 'P3D' or 'PT36H30M', not 'x'",
        ),
        (
            {"T": TABLE, "Transitions": [["From", "To", "Weight"], ["Door", "Door", -1]]},
            "Transitions!C2: weight must be a finite number, zero or more, not -1",
        ),
        (
            {"T": TABLE, "Transitions": [["From", "To"], ["Door", "One"]]},
            (
                "transitions join phases ('one') and touchpoints ('door'); "
                "they must join one or the other"
            ),
        ),
        (
            {"T": TABLE, "Goals": [["Key", "Phase", "Due"], ["g", "Tw", "soon"]]},
            (
                "Goals!C2: must be a day such as '2026-05-31', not 'soon'; "
                "Goals!B2: unknown phase 'Tw'; known are 'one', 'One'"
            ),
        ),
        (
            {"T": TABLE, "Goals": [["Key", "Start", "Due"], ["g", "2026-02-01", "2026-01-01"]]},
            "Goals!C2: due must not come before start, but 2026-01-01 does before 2026-02-01",
        ),
        (
            {"T": TABLE, "Goals": [["Key"], ["g"], ["g"]]},
            "Goals!A3: the key 'g' stands twice; it is in Goals!A2 too",
        ),
        (
            {"T": TABLE, "Channels": [["Key", "Realm"], ["k", "onlin"]]},
            (
                "Channels!B2: must be one of 'online', 'offline', 'hybrid', not 'onlin', "
                "did you mean 'online'?"
            ),
        ),
        (
            {"T": TABLE, "Channels": [["Key"], ["k"], ["k"]]},
            "Channels!A3: the key 'k' stands twice; it is in Channels!A2 too",
        ),
        (
            {"T": TABLE, "Journey": [["Field", "Value"], ["Stat", "x"], ["State", "x"]]},
            (
                "Journey!A2: unknown field 'Stat', did you mean 'State'? "
                "(a field of your own is 'data: …'); "
                "Journey!B3: must be one of 'current', 'future', not 'x'"
            ),
        ),
        (
            {"T": TABLE, "Journey": [["Field", "Value", "Value (en)"], ["State", None, "current"]]},
            "Journey!C2: is no matter of language; write it under 'Value'",
        ),
        (
            {"T": TABLE, "Journey": [["Field", "Value"], ["Key", "a"], ["Sleutel", "b"]]},
            "Journey!B3: 'Key' stands twice",
        ),
        (
            {
                "T": TABLE,
                "Journey": [["Field", "Value", "x"], ["Key", "a", "b"], ["Key", "a", None, "c"]],
            },
            (
                "Journey!C2: 'b' belongs neither under 'Field' nor under 'Value'; "
                "Journey!D3: 'c' belongs neither under 'Field' nor under 'Value'; "
                "Journey!B3: 'Key' stands twice"
            ),
        ),
        (
            {"T": TABLE, "Journey": [["Field", "Value"], ["Route", "Door"], ["Route", "Dor"]]},
            "Journey: route: unknown touchpoint 'Dor', did you mean 'Door'?",
        ),
        (
            {"T": TABLE, "Persona": [["Field", "Value"], ["Quote", "x"]]},
            "Persona: key must not be empty",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_problems(sheets: dict[str, list[list[Value]]], said: str) -> None:
    """What is wrong is told in one line, with its sheet and its cell."""
    assert problem(book(sheets)) == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            '<row r="2"><c r="B2"><f>1+1</f></c></row>',
            (
                "Touchpoints!B2: the formula has no value; "
                "open it in a spreadsheet program and save it there"
            ),
        ),
        ('<row><c t="e"><v>#REF!</v></c></row>', "Touchpoints!A1: holds the error '#REF!'"),
        ('<row><c t="s"><v>3</v></c></row>', "Touchpoints!A1: the words '3' are missing in the w"),
        ('<row><c t="s"><v>x</v></c></row>', "Touchpoints!A1: the words 'x' are missing in the w"),
        ("<row><c><v>1e999</v></c></row>", "Touchpoints!A1: '1e999' is no number"),
        ("<row><c><v>nan</v></c></row>", "Touchpoints!A1: 'nan' is no number"),
        (f"<row><c><v>{'9' * 500}</v></c></row>", "Touchpoints!A1: '99999999"),
        (
            '<row><c t="str"><v>Touchpoint</v></c></row>' + "<row><c><v>1</v></c></row>" * 50_001,
            "Touchpoints!50002: a table has at most 50,000 rows",
        ),
        ("<row><c>", "xl/worksheets/sheet1.xml: line 1, column "),
        ("<a>" * 70, "xl/worksheets/sheet1.xml: line 1, column 2"),
    ],
    ids=lambda value: value[:40],
)
def test_cells_that_cannot_be_read(rows: str, said: str) -> None:
    """A cell that cannot be read is named, and no sheet may be endless."""
    assert problem(raw(rows)).startswith(said)


def test_endless_parts() -> None:
    """What unpacks to more than any journey has is not read to its end."""
    archive = archive_of(GOOD, "x")
    archive.left = 100
    with pytest.raises(FileError, match="x: unpacks to more than 50 MB"):
        archive.walk("xl/workbook.xml", Reading())
    archive = archive_of(GOOD, "x")
    archive.elements_left = 2
    with pytest.raises(FileError, match=r"xl/workbook\.xml: line 1, column \d+: too many elem"):
        archive.walk("xl/workbook.xml", Reading())


def test_many_words_of_few() -> None:
    """Words that many cells share are counted as often as they stand there."""
    shared = f"<si><t>{'x' * 100_000}</t></si>"
    content = raw('<row><c t="s"><v>0</v></c></row>' * 201, shared=shared)
    assert problem(content) == "its cells hold more than 20 million characters"


def changed(content: bytes, part: str, new: bytes | None) -> bytes:
    """Return a workbook with another part, or without one."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    if new is None:
        del parts[part]
    else:
        parts[part] = new
    return packed(parts)


GOOD = raw('<row><c t="str"><v>Naam</v></c></row><row><c t="str"><v>Deur</v></c></row>')


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no Excel workbook, or damaged; save it as .xlsx"),
        (b"Touchpoint,Phase\n", "is no Excel workbook, or damaged; save it as .xlsx"),
        (GOOD[:-30], "is no Excel workbook, or damaged; save it as .xlsx"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
            "is an old .xls workbook, or one with a password; save it as .xlsx without",
        ),
        (b"\0" * 20_000_001, "is larger than 20 MB"),
        (b"PK\x01\x02" * 2_001, "has more than 2,000 parts"),
        (packed({"a": "b"}), "is no Excel workbook; save it as .xlsx"),
        (
            changed(GOOD, "xl/workbook.xml", None),
            "is no Excel workbook; save it as .xlsx",
        ),
        (
            changed(GOOD, "xl/worksheets/sheet1.xml", None),
            "xl/worksheets/sheet1.xml: is missing or damaged",
        ),
        (
            changed(GOOD, "xl/workbook.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
            "xl/workbook.xml: line 1, column 13: a DOCTYPE is not allowed",
        ),
        (
            raw("", target="../a\x7f.xml"),
            r"'a\x7f.xml': is missing or damaged",
        ),
        (
            GOOD.replace(b"\x08\x00", b"\x63\x00", 40),
            "_rels/.rels: is missing or damaged",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_broken_workbooks(content: bytes, said: str) -> None:
    """What is no workbook, or is damaged, is refused in one line."""
    assert problem(content) == said


def test_many_sheets() -> None:
    """A workbook has at most a hundred sheets."""
    sheets = "".join(f'<sheet name="s{number}" sheetId="1"/>' for number in range(101))
    content = changed(GOOD, "xl/workbook.xml", f"<workbook>{sheets}</workbook>".encode())
    assert problem(content) == "has more than 100 sheets"


def test_without_shared_words_and_styles() -> None:
    """A workbook without shared words, without styles and with other sheets is read."""
    lean = changed(changed(GOOD, "xl/sharedStrings.xml", None), "xl/styles.xml", None)
    assert [spot.key for spot in read(lean, "x").touchpoints] == ["deur"]
    chart = raw("", target="chart.xml")
    relations = b'<Relationships><Relationship Id="rId1" Type="a/chartsheet" Target="c.xml"/>'
    other = changed(chart, "xl/_rels/workbook.xml.rels", relations + b"</Relationships>")
    assert problem(other).endswith("found are none")
    nowhere = changed(GOOD, "xl/_rels/workbook.xml.rels", None)
    assert problem(nowhere).endswith("found are none")


# --- as people leave them -------------------------------------------------------------------


def merging(sheets: Mapping[str, Sequence[Sequence[Value]]], *areas: str) -> bytes:
    """Return a workbook in whose sheets some cells are merged."""
    made = openpyxl.load_workbook(io.BytesIO(book(sheets)))
    for sheet in made.worksheets:
        for area in areas:
            sheet.merge_cells(area)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def test_merged_phases() -> None:
    """A phase that is merged over several touchpoints is that of each; names are not."""
    rows: list[list[Value]] = [
        ["Fase", "Contactmoment", "Kanaal", "Noot"],
        ["Zoeken", "Bellen", "Telefoon", "a"],
        [None, "Mailen", "E-mail", "b"],
        [],
        [None, "Vragen", None, "c"],
        ["Kopen", "Betalen"],
    ]
    found = read(merging({"Blad1": rows}, "A2:A5", "C6:C7", "A8:A9"), "x").touchpoints
    assert [spot.phase for spot in found] == ["zoeken", "zoeken", "zoeken", "kopen"]
    assert [spot.channel for spot in found] == ["telephone", "email", None, None]
    # Two rows under one name are not told apart by anything.
    assert problem(merging({"Blad1": rows}, "B2:B3")) == "Blad1!3: the touchpoint has no name"


def test_many_merged_cells() -> None:
    """Cells that are merged again and again do not take for ever."""
    head = "".join(f'<c t="str"><v>{words}</v></c>' for words in ("Touchpoint", "Phase"))
    body = '<row><c t="str"><v>a</v></c><c t="str"><v>p</v></c></row>'
    rows = f"<row>{head}</row>{body}" + '<row><c t="str"><v>a</v></c></row>' * 3000
    merged = '<mergeCell ref="B2:B9999"/><mergeCell ref="B9:B3"/><mergeCell ref="x"/>' * 100
    content = raw(f"{rows}</sheetData><mergeCells>{merged}</mergeCells><sheetData>")
    assert problem(content) == "'Touchpoints' has more than 200,000 merged cells"


def test_merged_heading_of_a_map() -> None:
    """A phase that is merged over several columns of a map is that of all of them."""
    rows = [
        ["Rij", "Zoeken", None, "Kopen", None],
        ["Acties", "leest", "vraagt", "betaalt", None],
        ["Touchpoints", None, "Winkel", "Kassa", "Bon"],
    ]
    journey = read(merging({"Kaart": rows}, "B1:C1", "D1:E1"), "x")
    assert [note.phase for note in journey.notes] == ["zoeken", "zoeken", "kopen"]
    assert [spot.phase for spot in journey.touchpoints] == ["zoeken", "kopen", "kopen"]


def test_formulas_of_no_words() -> None:
    """A formula that comes to no words leaves its cell empty."""
    rows = (
        '<row><c t="str"><v>Naam</v></c><c t="str"><v>Emotie</v></c></row>'
        '<row><c t="str"><v>Deur</v></c><c t="str"><f>IF(A2="x","ja","")</f><v></v></c></row>'
    )
    assert read(raw(rows), "x").touchpoints == (Touchpoint("deur"),)


def test_faults_in_other_sheets() -> None:
    """What is wrong in a sheet that is not read does not matter; elsewhere, all of it is told."""
    totals: list[list[Value]] = [["=SUM(Touchpoints!B2:B9)", "=1/0"]] * 15
    with pytest.warns(LossyFormatWarning, match="'Totalen'"):
        journey = read(book({"Touchpoints": TABLE, "Totalen": totals, "Lists": totals}), "x")
    assert journey.touchpoints
    said = problem(book({"Touchpoints": [*TABLE, ["=A2"], ["=A3"]]}))
    assert said.count("the formula has no value") == 2
    assert problem(book({"Totalen": totals})).startswith("Totalen!A1: the formula has no value")


def test_blanks() -> None:
    """Cells of nothing but blanks are empty where no words are meant, and whole rows are."""
    rows: list[list[Value]] = [
        ["Contactmoment", "Fase", "Emotie", "Van wie"],
        ["Bellen", " ", "\xa0", " ", " "],
        [" ", None, "  "],
        ["Mailen", "Zoeken", 1],
    ]
    found = read(book({"Blad1": rows}), "x").touchpoints
    assert [(spot.label.pick(), spot.phase, spot.emotion) for spot in found] == [
        ("Bellen", None, None),
        ("Mailen", "zoeken", 1),
    ]
    assert found[0].data == {"Van wie": " "}


def test_headings_that_explain() -> None:
    """A heading that goes on after one of ours is a slip, unless ours stands there too."""
    rows: list[list[Value]] = [["Contactmoment", "Emotie\n(van -2 tot en met +2)"], ["Bellen", 1]]
    said = problem(book({"Blad1": rows}))
    heading = r"'Emotie\n(van -2 tot en met +2)'"
    assert said == (
        f"Blad1!B1: unknown column {heading}, did you mean 'Emotie'? "
        "(a field of your own is 'data: …')"
    )
    both: list[list[Value]] = [[*rows[0], "Emotie"], ["Bellen", "ja", 2]]
    journey = read(book({"Blad1": both}), "x")
    assert journey.touchpoints[0].emotion == 2
    assert losses(journey, "xlsx") == ()


@pytest.mark.parametrize("title", ["Klantreis", "Journey"])
def test_sheets_called_journey(title: str) -> None:
    """A sheet of the name 'Journey' that is the table or the map itself is read as that."""
    assert read(book({title: TABLE}), "x").touchpoints
    rows: list[list[Value]] = [["Fase", "Zoeken"], ["Touchpoints", "Winkel"]]
    assert read(book({title: rows}), "x").touchpoints[0].phase == "zoeken"
    above: list[list[Value]] = [["Klantreis van de salon"], *rows]
    assert problem(book({title: above})).endswith(f"found are {title!r}")


def test_blanks_in_a_map() -> None:
    """Blanks are neither a phase nor a lane, and beside none of these they are nothing."""
    rows: list[list[Value]] = [
        ["Rij", "Zoeken", " "],
        [None, " ", None],
        ["Acties", "leest", "\xa0"],
        ["  ", "vraagt", None],
    ]
    journey = read(book({"Kaart": rows}), "x")
    assert journey.model is not None
    assert [phase.key for phase in journey.model.phases] == ["zoeken"]
    assert [(note.lane, note.text.pick()) for note in journey.notes] == [
        ("acties", "leest"),
        ("acties", "vraagt"),
    ]


def test_days_in_words() -> None:
    """Strict workbooks have days in words, with a time that says nothing at midnight."""
    made = openpyxl.Workbook(iso_dates=True)
    sheet = cast("Any", made.active)
    day = date(2026, 5, 1)
    sheet.append([day, *(datetime.combine(day, at) for at in (time(), time(10, 30))), time(9)])
    content = io.BytesIO()
    made.save(content)
    said = [day, day, "2026-05-01 10:30:00", "09:00:00"]
    assert cells(content.getvalue()) == [said]
    row = '<row><c t="d"><v>2026-05-01T00:00:00.000Z</v></c><c t="d"><v>soon</v></c></row>'
    assert cells(raw(row)) == [[day, "soon"]]
