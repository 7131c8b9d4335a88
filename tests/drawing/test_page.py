"""Pages of HTML hold the words of a map as text, obey nothing that they say, and need nothing."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import journeykit as jk
from journeykit import Journey, JourneyModel, Touchpoint
from journeykit._dot import clean_text
from journeykit.drawing.page import to_html
from journeykit.drawing.scene import Scene, TextBlock
from journeykit.presets import AIDA, CURRENT_STATE, SALON, SERVICE_BLUEPRINT
from journeykit.testing import journeys, texts

KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "span"),
    *("p", "nav", "ul", "ol", "li", "main", "div", "section", "details", "summary", "i"),
}
VOID = {"meta", "br", "link", "img", "input"}


class Page(HTMLParser):
    """A page as its elements, ids and words; wrong nesting is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last, and nothing else."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words.append(data)

    def count(self, tag: str) -> int:
        """Return how many elements have a tag."""
        return sum(name == tag for name, _ in self.elements)


def flat(words: str) -> str:
    """Return words without regard to white space."""
    return "".join(clean_text(words).split())


@example(
    Journey(
        "j",
        model=AIDA.with_lanes(CURRENT_STATE),
        notes=[jk.Note("thoughts_feelings", "attention", words) for words in ("\x1f", '"\x1f"')],
    ),
    "en",
)
@given(journeys(model=AIDA.with_lanes(CURRENT_STATE)), st.sampled_from(["en", "nl"]))
def test_any_map(journey: Journey, lang: str) -> None:
    """Whatever a journey says stands on the page as words, and nothing of it is markup."""
    text = jk.draw(journey, "map", lang=lang).html
    page = Page(text)
    said = flat("".join(page.words))
    quotes = '"“”„«»'
    for note in journey.notes:
        # A quote has quotation marks of our own, right around what is no white space.
        bare = note.text.pick(lang).strip().strip(quotes).strip()
        assert flat(bare).strip(quotes) in said or not note.text
    for spot in journey.touchpoints:
        assert flat(spot.label.pick(lang)) in said
    assert {tag for tag, _ in page.elements} <= KNOWN
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


@given(texts())
def test_no_words_break_out(words: jk.Text) -> None:
    """Words that look like markup stay words."""
    for hostile in (words, "<script>alert(1)</script>", "'\"><img src=x onerror=alert(1)>", "]]>"):
        journey = Journey("j", hostile, model=AIDA, touchpoints=[Touchpoint("t", hostile)])
        page = Page(jk.draw(journey, "map").html)
        assert page.count("script") == page.count("img") == 0


def test_salon() -> None:
    """The salon's page has its columns, its rows, and what more there is to know on demand."""
    picture = jk.draw(SALON, lang="nl")
    page = Page(picture.html)
    assert SALON.model is not None
    assert page.count("section") == len(SALON.model.phases)
    html = next(attributes for tag, attributes in page.elements if tag == "html")
    assert html == {"lang": "nl"}
    words = "".join(page.words)
    for expected in ("Huidige situatie", "1–4 weken", "−1,7", "Nieuwsgierig", "★", "“Is er iemand"):
        assert expected in words
    links = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
    ids = {f"#{attributes['id']}" for _, attributes in page.elements if "id" in attributes}
    assert set(links) <= ids
    assert "Contact" in words
    assert picture.render("html").decode() == picture.html


@pytest.mark.parametrize(("count", "columns"), [(1, [1]), (7, [7]), (8, [5, 3]), (20, [5] * 4)])
def test_many_phases(count: int, columns: list[int]) -> None:
    """Columns are folded as in the picture, with the names of the lanes beside each row of them."""
    phases = [f"phase-{number}" for number in range(count)]
    lanes = ["doing", "thinking", "feeling"]
    journey = Journey("j", model=JourneyModel("m", phases=phases, lanes=lanes))
    page = Page(jk.draw(journey, "map").html)
    classes = [(tag, attributes.get("class")) for tag, attributes in page.elements]
    starts = [place for place, one in enumerate(classes) if one == ("div", "map")]
    rows = [classes[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    assert [row.count(("section", "phase")) for row in rows] == columns
    assert [row.count(("div", "names")) for row in rows] == [1] * len(columns)
    ids = [attributes["id"] for tag, attributes in page.elements if tag == "section"]
    assert ids == [f"phase-{number}" for number in range(1, count + 1)]


def test_nothing_is_fetched() -> None:
    """No address stands on a page, and its policy allows none."""
    text = jk.draw(SALON).html
    assert "http:" not in text
    assert "https:" not in text
    assert "default-src 'none'" in text


def test_touchpoints_without_phase_and_lines() -> None:
    """What has no column stands under the map; the lines of a blueprint stand under their rows."""
    model = JourneyModel("m", phases=["here"], lanes=list(SERVICE_BLUEPRINT.lanes))
    journey = Journey(
        "j",
        model=model,
        touchpoints=[
            Touchpoint("lost"),
            Touchpoint("seen", phase="here", channel="shop"),
            Touchpoint("spare", phase="here", channel="chat", moment_of_truth="zmot"),
        ],
        route=["seen"],
    )
    words = "".join(Page(jk.draw(journey, "map").html).words)
    assert "Without a phase" in words
    assert "Line of visibility" in words
    assert "Without a phase" not in "".join(Page(jk.draw(SALON).html).words)


def test_names_of_several_lines() -> None:
    """A touchpoint is called by all of its name, and what more there is to know stands below."""
    spot = Touchpoint("t", "Talk\nwith Eva", phase="attention", description="By the mirror")
    journey = Journey("j", model=AIDA.with_lanes(CURRENT_STATE), touchpoints=[spot])
    text = jk.draw(journey, "map").html
    assert "<summary>Talk\nwith Eva</summary><p>By the mirror</p>" in text


def test_numbered_steps() -> None:
    """Steps are numbered."""
    lane = jk.Lane("steps", kind="steps")
    journey = Journey(
        "j",
        model=JourneyModel("m", phases=["here"], lanes=[lane]),
        notes=[jk.Note("steps", "here", "First"), jk.Note("steps", "here", "Second")],
    )
    assert Page(jk.draw(journey, "map").html).count("ol") == 1


def test_any_other_picture() -> None:
    """A picture that is no map stands on its page as it is, with its description."""
    picture = jk.draw(SALON, "phases")
    assert picture.svg in picture.html
    assert Page(picture.html).count("svg") == 1
    assert picture.alt.split(":")[0] in picture.html


@pytest.mark.parametrize(
    ("size", "sheet"),
    [
        ((1190, 354), "size:A3 landscape;margin:10mm}figure svg{max-height:737pt}"),
        ((1190, 922), "size:A3 landscape;margin:10mm}figure svg{max-height:737pt}"),
        ((1180, 1900), "size:A3 portrait;margin:10mm}figure svg{max-height:1086pt}"),
        ((1180, 4000), "size:A3 portrait;margin:10mm}figure svg{max-height:none}"),
    ],
)
def test_sheets(size: tuple[float, float], sheet: str) -> None:
    """A picture is printed on one sheet, the way round that suits it, as long as it can be read."""
    assert sheet in to_html(Scene(*size, title="A"))


def test_own_scene() -> None:
    """A scene of one's own has a page as well."""
    scene = Scene(100, 50, title="A & B", items=[TextBlock(10, 10, ["A & B"])])
    page = to_html(scene)
    assert "<title>A &amp; B</title>" in page
    svg = page[page.index("<svg") : page.index("</svg>") + len("</svg>")]
    assert svg.count("<text") == 1


def test_saved(tmp_path: Path) -> None:
    """The suffix .html asks for the page."""
    target = jk.draw(AIDA).save(tmp_path / "aida.html")
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
