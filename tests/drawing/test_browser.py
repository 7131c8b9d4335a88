"""Pictures and pages in a real browser: what it measures, and what the Tab key reaches."""

import base64
import re
import runpy
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

import journeykit as jk
from journeykit.drawing.diagram import Diagram
from journeykit.drawing.scene import Scene
from journeykit.presets import (
    AIDA,
    BUYGRID,
    HUBSPOT_FLYWHEEL,
    SALON,
    SEE_THINK_DO_CARE,
    SERVICE_BLUEPRINT,
)

pytestmark = [pytest.mark.chromium, pytest.mark.chromedriver]

EXAMPLES = runpy.run_path(str(Path(__file__).parent.parent.parent / "examples" / "gallery.py"))
PICTURES = {
    "map": (SALON, "map"),
    "phases": (SALON, "phases"),
    "touchpoints": (SALON, "touchpoints"),
    "persona": (SALON, "persona"),
    "matrix": (BUYGRID, "matrix"),
    "ring": (HUBSPOT_FLYWHEEL, "ring"),
    "comparison": (jk.compare(SALON, SALON.evolve(state="future")), "comparison"),
    "crosswalk": (jk.crosswalk(AIDA, SEE_THINK_DO_CARE), "crosswalk"),
    "blueprint": (SERVICE_BLUEPRINT, "blueprint"),
    "network": (EXAMPLES["SEEN"], "network"),
    "flow": (EXAMPLES["LEAVING"], "flow"),
}
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1400,1800",
)

MEASURE = """
const svg = document.documentElement;
const canvas = svg.viewBox.baseVal;
const boxes = [...svg.querySelectorAll("text")].map(text => {
  const box = text.getBBox();
  return {words: text.textContent, x: box.x, y: box.y, width: box.width,
          size: parseFloat(text.getAttribute("font-size"))};
});
return {width: canvas.width, height: canvas.height, boxes: boxes};
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    """Return a browser without a window."""
    options = webdriver.ChromeOptions()
    with tempfile.TemporaryDirectory() as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        service = webdriver.ChromeService("/usr/bin/chromedriver")
        driver = webdriver.Chrome(options=options, service=service)
        yield driver
        driver.quit()


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name", PICTURES)
def test_text_stands_where_it_was_measured(
    browser: webdriver.Chrome, tmp_path: Path, name: str, lang: str
) -> None:
    """No text in the browser lies on another, leaves the canvas, or is too small to read."""
    subject, view = PICTURES[name]
    path = jk.draw(subject, view, lang=lang).save(tmp_path / "picture.svg")
    browser.get(path.as_uri())
    measured = browser.execute_script(MEASURE)
    boxes = measured["boxes"]
    assert boxes
    for box in boxes:
        # A box of the browser is as high as the font; the letters fill the middle of it.
        box["top"], box["bottom"] = box["y"] + 0.2 * box["size"], box["y"] + 0.95 * box["size"]
        assert box["size"] >= 8, box
        assert -0.5 <= box["x"] <= box["x"] + box["width"] <= measured["width"] + 0.5, box
        assert 0 <= box["top"] <= box["bottom"] <= measured["height"], box
    for place, one in enumerate(boxes):
        for other in boxes[:place]:
            aside = one["x"] + one["width"] - other["x"], other["x"] + other["width"] - one["x"]
            above = one["bottom"] - other["top"], other["bottom"] - one["top"]
            assert min(aside) <= 0.5 or min(above) <= 0.5, (one, other)


def test_description_is_there_for_those_who_listen(
    browser: webdriver.Chrome, tmp_path: Path
) -> None:
    """The browser's own tree for screen readers has the picture, its name and what it shows."""
    picture = jk.draw(SALON, lang="nl")
    browser.get(picture.save(tmp_path / "picture.svg").as_uri())
    tree = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})
    names = [node.get("name", {}).get("value", "") for node in tree["nodes"]]
    assert any(picture.scene.title in name and "16 contactmomenten" in name for name in names)


def test_tab_key_walks_through_the_page(browser: webdriver.Chrome, tmp_path: Path) -> None:
    """Everything on a page that can be opened is reached with Tab, and opens with the keyboard."""
    path = jk.draw(SALON, lang="nl").save(tmp_path / "salon.html")
    browser.get(path.as_uri())
    count = browser.execute_script("return document.querySelectorAll('summary').length")
    reached: list[str] = []
    for _ in range(count + 20):
        ActionChains(browser).send_keys(Keys.TAB).perform()
        reached.append(
            browser.execute_script(
                "const at = document.activeElement; return at.tagName + ' ' + at.textContent"
            )
        )
    assert reached[0].startswith("A Naar de kaart")
    words = browser.execute_script(
        "return [...document.querySelectorAll('summary')].map(one => 'SUMMARY ' + one.textContent)"
    )
    assert set(words) <= set(reached)
    browser.execute_script("document.querySelector('details.chip summary').focus()")
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    opened = browser.execute_script(
        "return document.querySelector('details.chip').open && "
        "document.querySelector('details.chip p').offsetHeight"
    )
    assert opened > 0


@pytest.mark.parametrize(("width", "columns"), [(1400, 5), (420, 1)])
def test_page_fits_the_screen(
    browser: webdriver.Chrome, tmp_path: Path, width: int, columns: int
) -> None:
    """On a wide screen the phases stand side by side, on a phone under each other."""
    path = jk.draw(SALON).save(tmp_path / "salon.html")
    browser.get(path.as_uri())
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False},
    )
    lefts = browser.execute_script(
        "return [...document.querySelectorAll('.phase')]"
        ".map(one => Math.round(one.getBoundingClientRect().left))"
    )
    overflow = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert len(set(lefts)) == columns
    assert overflow <= width


@pytest.mark.parametrize(("scheme", "paper"), [("light", "255, 255, 255"), ("dark", "18, 24, 31")])
def test_page_follows_the_reader(
    browser: webdriver.Chrome, tmp_path: Path, scheme: str, paper: str
) -> None:
    """The page is light or dark as the reader prefers."""
    browser.get(jk.draw(SALON).save(tmp_path / "salon.html").as_uri())
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    shown = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert shown == f"rgb({paper})"


def test_page_prints_on_one_sheet(browser: webdriver.Chrome, tmp_path: Path) -> None:
    """The salon's page fits one sheet of A3."""
    browser.get(jk.draw(SALON, lang="nl").save(tmp_path / "salon.html").as_uri())
    options = {"preferCSSPageSize": True, "printBackground": True}
    printed = browser.execute_cdp_cmd("Page.printToPDF", options)
    assert "data" in printed
    pdf = base64.b64decode(printed["data"])
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def many_phases(count: int) -> jk.Journey:
    """Return a journey with words in every second cell of its map."""
    lanes = [jk.Lane(f"lane_{number}", "Lane") for number in range(6)]
    phases = [jk.Phase(f"phase_{number}", "Phase") for number in range(count)]
    words = "Something to read about what happens here, and what is thought of it. " * 2
    notes = [
        jk.Note(lane.key, phase.key, words)
        for row, lane in enumerate(lanes)
        for column, phase in enumerate(phases)
        if (row + column) % 2
    ]
    return jk.Journey("j", model=jk.JourneyModel("m", phases=phases, lanes=lanes), notes=notes)


ROWS = """
return [...document.querySelectorAll(".map")].map(map => {
  const columns = [map.querySelector(".names"), ...map.querySelectorAll(".phase")];
  const tops = one => [...one.children].map(cell => Math.round(cell.getBoundingClientRect().top));
  return columns.map(tops);
});
"""


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("count", [6, 7, 8, 20])
def test_many_phases_fit_the_page(
    browser: webdriver.Chrome, tmp_path: Path, count: int, media: str
) -> None:
    """No column leaves the screen or the sheet, and each cell stands beside the name of its row."""
    browser.get(jk.draw(many_phases(count), "map").save(tmp_path / "map.html").as_uri())
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media})
    for width in (720, 960, 1100, 1264, 1512):
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        overflow = browser.execute_script("return document.documentElement.scrollWidth")
        # A sheet smaller than A3 is printed smaller.
        assert overflow <= (max(width, 1512) if media == "print" else width), width
        rows = browser.execute_script(ROWS)
        if media == "print" or rows[0][0][0]:  # a phone shows no names
            assert all(tops == columns[0] for columns in rows for tops in columns), width
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_print_begins_on_the_first_sheet(browser: webdriver.Chrome, tmp_path: Path) -> None:
    """A map that is higher than a sheet is broken between its rows, and not put off to the next."""
    journey = many_phases(7)
    tall = journey.evolve(
        notes=[note.evolve(text=note.text.pick("en") * 2) for note in journey.notes]
    )
    browser.get(jk.draw(tall, "map").save(tmp_path / "map.html").as_uri())
    options = {"preferCSSPageSize": True, "printBackground": True}
    pdf = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", options)["data"])
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2


@pytest.mark.parametrize(("width", "height"), [(1190, 920), (1180, 1900)])
def test_tall_pictures_are_not_cut(
    browser: webdriver.Chrome, tmp_path: Path, width: float, height: float
) -> None:
    """A picture that is higher than a sheet of A3 is printed on one, with its words below."""
    picture = Diagram(Scene(width, height, title="Tall", description="What is to be seen."))
    browser.get(picture.save(tmp_path / "tall.html").as_uri())
    options = {"preferCSSPageSize": True, "printBackground": True}
    pdf = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", options)["data"])
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
