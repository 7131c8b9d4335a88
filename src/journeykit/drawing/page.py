"""A journey map as one page of HTML: real text that flows on a phone and prints on A3.

The page asks for nothing but itself: no script, no font, no address. What the journey says is
escaped before it comes in, and the page's own policy forbids whatever else might.
"""

import html
import math
from collections.abc import Iterator
from string import Template
from typing import Final

from journeykit._dot import clean_text
from journeykit.drawing.options import Options
from journeykit.drawing.palette import DARK, LIGHT, Theme
from journeykit.drawing.scene import Scene
from journeykit.drawing.svg import to_svg
from journeykit.drawing.views import _sentences
from journeykit.drawing.views._layout import beside
from journeykit.drawing.views._sheet import Entry, Sheet, sheet_of
from journeykit.drawing.words import say
from journeykit.grid import Lane, Phase
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint

__all__ = ["to_html"]

_PHASES: Final = Text({"en": "Phases", "nl": "Fasen"})
_SKIP: Final = Text({"en": "Skip to the map", "nl": "Naar de kaart"})
_APART: Final = Text({"en": "Without a phase", "nl": "Zonder fase"})
_MOST: Final = 2.0
_DESK: Final = 60
_NAMES: Final = 14.0  # the column with the names of the lanes, and the sides of the page
_COLUMN: Final = 9.15
_SHEETS: Final = {"landscape": (1134.0, 785.0), "portrait": (785.0, 1134.0)}
"""The width and the height of A3 within its margins, in points."""
_BELOW: Final = 48.0  # for the words under a picture
_SMALLEST: Final = 0.5

_PAGE: Final = Template("""<!DOCTYPE html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>$title</title>
<style>
:root{$light}
@media (prefers-color-scheme:dark){:root{$dark}}
$style
</style>
</head>
<body>
$body
</body>
</html>
""")

_STYLE: Final = Template("""*{box-sizing:border-box}
body{margin:0;padding:1.75rem;background:var(--paper);color:var(--ink);
font:1rem/1.4 Arial,Helvetica,"Liberation Sans",sans-serif;hyphens:auto;overflow-wrap:anywhere}
h1{margin:0;font-size:1.7rem}h2,h3{margin:0;font-size:1rem}ul,ol{margin:0;padding:0}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;margin-bottom:1.5rem}
header p{margin:0;flex-basis:100%;color:var(--muted)}
.state{margin-left:auto;padding:.25rem .9rem;border-radius:1rem;background:var(--panel2);
font-weight:bold;font-size:.85rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);
padding:.5rem}
:focus-visible{outline:.2rem solid var(--accent);outline-offset:.1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.5rem 1rem;list-style:none;margin-bottom:1rem}
a{color:var(--accent)}
.phase>header{display:block;margin:0;padding:.6rem 1rem;background:var(--brand);
color:var(--on_brand);border-radius:.3rem}
.phase>header p{color:inherit;font-size:.85rem}
.cell{padding:.7rem 1rem;background:var(--panel)}
.cell h3{font-size:.85rem;color:var(--muted);margin-bottom:.3rem}
.cell li{margin-left:1.2rem;padding-left:.2rem}.cell li+li{margin-top:.3rem}
.quotes li,.owners li{list-style:none;margin-left:0;padding:0;color:var(--muted)}
.measures li{list-style:none;margin-left:0;padding:0;font-weight:bold;color:var(--accent)}
.values li{list-style:none;margin-left:0;padding:0}
.pains li::marker{content:"▲  ";color:var(--negative)}
.opportunities li::marker{content:"+  ";color:var(--positive)}
.plain li,.emotion li{list-style:none;margin-left:0;padding:0}.emotion>ul:not(.plain){
font-weight:bold;margin-bottom:.4rem}
.chip{padding:.35rem .8rem;border:1px solid var(--rule);font-weight:bold}
.online{background:var(--online_tint);border-color:var(--online);border-radius:1rem}
.offline{background:var(--offline_tint);border-color:var(--offline);border-radius:.15rem}
.hybrid{border-style:double;border-width:3px;border-radius:.5rem}
.unused{background:none;border-style:dashed;font-weight:normal;color:var(--muted)}
.chip{display:block}summary{cursor:pointer;list-style:none}summary::-webkit-details-marker{
display:none}summary{text-decoration:underline dotted var(--rule);text-underline-offset:.2em}
details p{margin:.3rem 0 0;font-weight:normal;font-size:.9rem;color:var(--muted);
white-space:pre-line}.chip p{color:var(--ink)}
.felt{display:grid;grid-template-columns:1fr auto;gap:0 .5rem}
.bar{grid-column:1/3;height:.35rem;background:var(--hairline);position:relative}
.bar i{position:absolute;top:0;bottom:0}
.up i{background:var(--positive)}.down i{background:var(--negative)}
.line{border-bottom:2px dashed var(--ink);color:var(--muted);font-size:.85rem}
figure{margin:0}figure svg{max-width:100%;height:auto}
@media (min-width:${wide}rem),print{
.map{display:grid;gap:.4rem .15rem;grid-auto-flow:column;
grid-template-columns:10.5rem repeat($columns,minmax(9rem,1fr));
grid-template-rows:repeat($rows,auto)}.map+.map{margin-top:1.5rem}
.phase{display:grid;grid-row:1/-1;grid-template-rows:subgrid}
.names{display:grid;grid-row:1/-1;grid-template-rows:subgrid;font-weight:bold;
font-size:.9rem}.phase .cell h3{position:absolute;left:-99rem}
nav{display:none}}
@media screen and (width<${wide}rem){.names{display:none}.phase{margin-bottom:1.5rem}
.phase>header{position:sticky;top:0;z-index:1}.cell:empty,.cell.empty{display:none}}
@media print{@page{size:A3 $turned;margin:10mm}figure svg{max-height:$highest}
body{padding:0;font-size:8.5pt}
summary{text-decoration:none}
.names,.phase{display:contents}.skip{display:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}.cell,.map+.map{break-inside:avoid}}
@media print{.phase>header{position:static}}
""")


def to_html(scene: Scene, drawn: tuple[object, Options] | None = None) -> str:
    """Return a picture as one page of HTML that needs nothing else.

    The map of a journey becomes text in columns, which stand under each other on a phone. Any
    other picture is shown as it is, with its description.

    Args:
        scene: The picture.
        drawn: What a map was drawn of, and with which options; None for any other picture.
    """
    columns = rows = 1
    turned, highest = "landscape", "none"
    if drawn is None:
        turned, highest = _sheet(scene)
        body = f"<main><figure>{to_svg(scene)}</figure><p>{_said(scene.description)}</p></main>"
    else:
        sheet = sheet_of(*drawn)
        body = "\n".join(_map(sheet))
        columns, rows = beside(len(sheet.phases)), len(sheet.lanes) + 1
    return _PAGE.substitute(
        lang=_said(scene.lang),
        title=_said(scene.title),
        light=_colours(LIGHT),
        dark=_colours(DARK),
        style=_STYLE.substitute(
            columns=columns, rows=rows, wide=_wide(columns), turned=turned, highest=highest
        ),
        body=body,
    )


def _wide(columns: int) -> int:
    """Return how wide a screen must be for columns beside each other, in letters of 16 pixels."""
    return max(_DESK, math.ceil(_NAMES + _COLUMN * columns))


def _sheet(scene: Scene) -> tuple[str, str]:
    """Return how a sheet is turned for a picture, and how high the picture may be on it."""
    fits = {
        turned: min(1.0, wide / scene.width, (high - _BELOW) / scene.height)
        for turned, (wide, high) in _SHEETS.items()
    }
    turned = max(fits, key=fits.__getitem__)
    # A picture that would be too small to read is better broken in two.
    highest = _SHEETS[turned][1] - _BELOW
    return turned, f"{highest:g}pt" if fits[turned] >= _SMALLEST else "none"


def _said(words: str) -> str:
    return html.escape(clean_text(words))


def _colours(theme: Theme) -> str:
    names = ("paper", "panel", "panel2", "hairline", "rule", "ink", "muted", "brand", "on_brand")
    tints = ("accent", "online", "online_tint", "offline", "offline_tint", "positive", "negative")
    return ";".join(f"--{name}:{getattr(theme, name)}" for name in (*names, *tints))


def _map(sheet: Sheet) -> Iterator[str]:
    yield f'<a class="skip" href="#map">{_said(_SKIP.pick(sheet.lang))}</a>'
    state = f'<span class="state">{_said(sheet.state)}</span>' if sheet.state else ""
    subtitle = f"<p>{_said(sheet.subtitle)}</p>" if sheet.subtitle else ""
    yield f"<header><h1>{_said(sheet.title)}</h1>{state}{subtitle}</header>"
    links = "".join(
        f'<li><a href="#phase-{number}">{_said(phase.label.pick(sheet.lang))}</a></li>'
        for number, phase in enumerate(sheet.phases, 1)
    )
    yield f'<nav aria-label="{_said(_PHASES.pick(sheet.lang))}"><ul>{links}</ul></nav>'
    yield '<main id="map">'
    # The names of the rows stand in each cell too, where a reader hears them or has a phone.
    names = "".join(
        f'<div class="cell">{_said(lane.label.pick(sheet.lang))}{_line(lane, sheet.lang)}</div>'
        for lane in sheet.lanes
    )
    columns = beside(len(sheet.phases))
    for first in range(0, len(sheet.phases), columns):
        yield '<div class="map">'
        yield f'<div class="names" aria-hidden="true"><div></div>{names}</div>'
        for number, phase in enumerate(sheet.phases[first : first + columns], first + 1):
            yield from _column(sheet, phase, number)
        yield "</div>"
    yield "</main>"
    if sheet.apart:
        chips = "".join(f"<li>{_chip(sheet, spot)}</li>" for spot in sheet.apart)
        yield f"<section><h2>{_said(_APART.pick(sheet.lang))}</h2>"
        yield f'<ul class="plain">{chips}</ul></section>'


def _line(lane: Lane, lang: str) -> str:
    return f'<div class="line">{_said(lane.line.pick(lang))}</div>' if lane.line else ""


def _column(sheet: Sheet, phase: Phase, number: int) -> Iterator[str]:
    lang = sheet.lang
    duration = sheet.durations.get(phase.key, "")
    below = f"<p>{_said(duration)}</p>" if duration else ""
    yield f'<section class="phase" id="phase-{number}" aria-labelledby="name-{number}">'
    name = _said(phase.label.pick(lang))
    yield f'<header><h2 id="name-{number}">{name}</h2>{below}</header>'
    for lane in sheet.lanes:
        content = "".join(_content(sheet, lane, phase))
        empty = "" if content else " empty"
        heading = f"<h3>{_said(lane.label.pick(lang))}</h3>"
        yield f'<div class="cell {lane.kind}{empty}">{heading}{content}</div>'
    yield "</section>"


def _content(sheet: Sheet, lane: Lane, phase: Phase) -> Iterator[str]:
    entries = sheet.entries(lane, phase)
    if entries:
        kind = "ol" if lane.kind == "steps" else "ul"
        said = "".join(f"<li>{_entry(entry, lane)}</li>" for entry in entries)
        yield f"<{kind}>{said}</{kind}>"
    if lane.kind == "emotion":
        spots = [spot for spot in sheet.journey.touchpoints if spot.phase == phase.key]
        items = [_felt(spot, sheet.lang) for spot in spots if spot.emotion is not None]
    else:
        spots = sheet.touchpoints.get((lane.key, phase.key), [])
        items = [f"<li>{_chip(sheet, spot)}</li>" for spot in spots]
    if items:
        yield f'<ul class="plain">{"".join(items)}</ul>'


def _entry(entry: Entry, lane: Lane) -> str:
    words = _said(_sentences.quoted(entry.words) if lane.kind == "quotes" else entry.words)
    if not entry.tooltip:
        return words
    return f"<details><summary>{words}</summary><p>{_said(entry.tooltip)}</p></details>"


def _chip(sheet: Sheet, spot: Touchpoint) -> str:
    used = sheet.on_route(spot)
    kinds = [sheet.realm(spot) or "", *([] if used else ["unused"])]
    words = _sentences.of_touchpoint(spot, sheet.journey, sheet.lang, used=used)
    name = spot.label.pick(sheet.lang)
    rest = words.removeprefix(name).removeprefix("\n")
    marks = " ★" if spot.moment_of_truth else ""
    label = f'<span class="chip {" ".join(filter(None, kinds))}">{_said(name)}{marks}</span>'
    if not rest:
        return label
    realm = sheet.realm(spot)
    place = f"{say(realm, sheet.lang)}\n" if realm else ""
    return (
        f'<details class="chip {" ".join(filter(None, kinds))}">'
        f"<summary>{_said(name)}{marks}</summary><p>{_said(place + rest)}</p></details>"
    )


def _felt(spot: Touchpoint, lang: str) -> str:
    score = spot.emotion or 0.0
    middle, share = 50.0, 50.0 * abs(score) / _MOST
    left = middle if score >= 0 else middle - share
    side = "up" if score >= 0 else "down"
    return (
        f'<li class="felt"><span>{_said(spot.label.pick(lang))}</span>'
        f"<span>{_said(_sentences.signed(score, lang))}</span>"
        f'<span class="bar {side}"><i style="left:{left:.4g}%;width:{share:.4g}%"></i></span></li>'
    )
