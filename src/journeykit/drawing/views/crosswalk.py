"""Two journey models side by side, with bands between the phases that belong together."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Protocol

from attrs import frozen

from journeykit.drawing import marks, parts
from journeykit.drawing.lines import area_between
from journeykit.drawing.options import Options
from journeykit.drawing.palette import Theme, mix, phase_colours
from journeykit.drawing.parts import MARGIN, LegendEntry, legend, title_block
from journeykit.drawing.scene import Card, Point, Rect, Scene, Shape
from journeykit.drawing.views import _sentences
from journeykit.drawing.views._phrases import STAGES
from journeykit.errors import RenderError
from journeykit.grid import Phase
from journeykit.model import JourneyModel
from journeykit.text import Text

__all__ = ["scene"]

_BOX: Final = 214.0
_MIDDLE: Final = 300.0
_NARROWEST: Final = 120.0  # between the two models
_GAP: Final = 10.0
_BAND: Final = 15.0  # as wide as a band of score 1
_DASH: Final = (5.5, 3.0)
_SAMPLES: Final = (1.0, 0.5)


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_ALONE: Final = _word("no counterpart", "geen tegenhanger")
_SCORE: Final = _word("Score {score}", "Score {score}")
_THROUGH: Final = _word("through {stage}", "via {stage}")
_SUBTITLE: Final = _word(
    "Phases that belong together · width = how well they fit",
    "Fasen die bij elkaar horen · breedte = hoe goed ze passen",
)
_DESCRIBED: Final = _word(
    "{source} and {target} side by side: {pairs}.", "{source} en {target} naast elkaar: {pairs}."
)
_PAIRS: Final = (_word("pair of phases", "paar fasen"), _word("pairs of phases", "paren fasen"))
_GAPS: Final = (
    _word("phase without a counterpart", "fase zonder tegenhanger"),
    _word("phases without a counterpart", "fasen zonder tegenhanger"),
)


class Crosswalk(Protocol):
    """What a crosswalk of two journey models knows."""

    @property
    def source(self) -> JourneyModel:
        """The first model."""
        ...

    @property
    def target(self) -> JourneyModel:
        """The second model."""
        ...

    @property
    def matches(self) -> Sequence[Any]:
        """The pairs, with their scores."""
        ...

    @property
    def gaps(self) -> Sequence[Any]:
        """The phases of either model that have no counterpart."""
        ...

    @property
    def warnings(self) -> Sequence[Text]:
        """What a reader must know."""
        ...


@frozen
class _Box:
    """A phase and its place."""

    phase: Phase
    x: float
    y: float
    height: float


def scene(subject: object, options: Options) -> Scene:
    """Draw which phases of two journey models belong together.

    Args:
        subject: What `journeykit.crosswalk` returns.
        options: What is wanted of the picture.

    Raises:
        RenderError: It is something else.

    Example:
        >>> from journeykit import crosswalk
        >>> from journeykit.presets import AIDA, REAN
        >>> scene(crosswalk(AIDA, REAN), Options()).title
        'AIDA → REAN'
    """
    walk, colours, lang = _crosswalk(subject), options.theme, options.lang
    middle = _MIDDLE
    if options.width is not None:
        middle = max(_NARROWEST, options.width - 2 * (MARGIN + _BOX))
    width = 2 * _BOX + middle
    names = [model.label.pick(lang) for model in (walk.source, walk.target)]
    title = options.title.pick(lang) if options.title else " → ".join(names)
    head = title_block(
        title,
        _SUBTITLE.pick(lang),
        x=MARGIN,
        y=MARGIN,
        width=width,
        colours=colours,
        lang=lang,
    )
    items, top = list(head.items), head.bottom + 18
    lefts = (MARGIN, MARGIN + _BOX + middle)
    models = (walk.source, walk.target)
    labels = [
        parts.text(
            name,
            left,
            top,
            size=12,
            bold=True,
            width=_BOX,
            colour=colours.ink,
            background=colours.paper,
            lang=lang,
        )
        for name, left in zip(names, lefts, strict=True)
    ]
    items += labels
    top = max(label.bottom for label in labels) + 10
    heights = [_heights(model, walk, side, lang) for side, model in enumerate(models)]
    totals = [sum(high) + _GAP * (len(high) - 1) for high in heights]
    boxes = [
        _boxes(model, high, left, top + (max(totals) - total) / 2)
        for model, high, left, total in zip(models, heights, lefts, totals, strict=True)
    ]
    items += _bands(walk, boxes, options)
    for side, model in enumerate(models):
        fills = phase_colours(len(model.phases), colours)
        lonely = {gap.phase for gap in walk.gaps if gap.model == model.key}
        lonely -= {(match.source, match.target)[side] for match in walk.matches}
        for box, fill in zip(boxes[side], fills, strict=True):
            items.append(_card(box, fill, options, alone=box.phase.key in lonely))
    bottom = top + max(totals) + 16
    for warning in walk.warnings:
        block = _warning(warning.pick(lang), bottom, width, colours, lang)
        items += [*marks.mark("triangle", MARGIN + 4, bottom + 6, colour=colours.negative), block]
        bottom = block.bottom + 4
    samples = _legend(options) if walk.matches else ()
    signs = legend(samples, x=MARGIN, y=bottom + 6, width=width, colours=colours)
    return Scene(
        width + 2 * MARGIN,
        signs.bottom + MARGIN - 6,
        background=colours.paper,
        title=title,
        description=_described(walk, names, lang),
        lang=lang,
        items=[*items, *signs.items],
    )


def _crosswalk(subject: object) -> Crosswalk:
    if not all(hasattr(subject, name) for name in ("source", "target", "matches", "gaps")):
        raise RenderError(
            f"the view 'crosswalk' draws what crosswalk returns, not a {type(subject).__name__}"
        )
    return subject  # type: ignore[return-value]


# --- phases -----------------------------------------------------------------------------


def _label(phase: Phase, lang: str, *, x: float, y: float, colour: str, ground: str) -> Any:  # noqa: ANN401 - a text block
    return parts.fitted_text(
        phase.label.pick(lang),
        x,
        y,
        width=_BOX - 24,
        sizes=(12, 11, 10, 9),
        colour=colour,
        background=ground,
        max_lines=4,
        lang=lang,
    )


def _heights(model: JourneyModel, walk: Crosswalk, side: int, lang: str) -> list[float]:
    """Return how high each phase is: enough for its words, and for the bands that leave it."""
    heights = []
    for phase in model.phases:
        words = _label(phase, lang, x=0, y=0, colour="#000000", ground="#FFFFFF").height
        bands = sum(
            match.score * _BAND + 2
            for match in walk.matches
            if (match.source, match.target)[side] == phase.key
        )
        heights.append(max(words + 30, bands + 10))
    return heights


def _boxes(model: JourneyModel, heights: Sequence[float], left: float, top: float) -> list[_Box]:
    boxes: list[_Box] = []
    for phase, height in zip(model.phases, heights, strict=True):
        boxes.append(_Box(phase, left, top, height))
        top += height + _GAP
    return boxes


def _card(box: _Box, fill: str, options: Options, *, alone: bool) -> Card:
    colours, lang = options.theme, options.lang
    ground = colours.paper if alone else fill
    ink = colours.ink if alone else colours.on_brand
    stage = STAGES[box.phase.stage].pick(lang) if box.phase.stage is not None else ""
    below = _ALONE.pick(lang) if alone else stage
    items: list[Shape] = [
        parts.panel(
            box.x,
            box.y,
            _BOX,
            box.height,
            fill=ground,
            stroke=colours.rule if alone else None,
            radius=8,
            dash=_DASH if alone else None,
        )
    ]
    middle = box.x + _BOX / 2
    words = _label(
        box.phase,
        lang,
        x=middle,
        y=box.y + box.height / 2 - 6 * bool(below),
        colour=ink,
        ground=ground,
    )
    items.append(words)
    if below:
        items.append(
            parts.text(
                below,
                middle,
                words.bottom + 1,
                size=8.5,
                anchor="middle",
                colour=colours.muted if alone else ink,
                background=ground,
            )
        )
    tooltip = _sentences.of_phase(box.phase, lang) or box.phase.label.pick(lang)
    return Card(box.x, box.y, _BOX, box.height, items=items, tooltip=tooltip)


# --- bands ------------------------------------------------------------------------------


def _bands(walk: Crosswalk, boxes: Sequence[Sequence[_Box]], options: Options) -> Iterator[Shape]:
    """Give a band for each pair, the weakest first, so that none hides a stronger one."""
    left, right = ({box.phase.key: box for box in side} for side in boxes)
    order = [{box.phase.key: place for place, box in enumerate(side)} for side in boxes]
    starts = _slots(walk, left, side=0, order=order[1])
    ends = _slots(walk, right, side=1, order=order[0])
    for match in sorted(walk.matches, key=lambda match: match.score):
        pair = (match.source, match.target)
        x0, x1 = left[match.source].x + _BOX + 3, right[match.target].x - 3
        yield _band(match, (x0, starts[pair]), (x1, ends[pair]), walk, options)


def _slots(
    walk: Crosswalk, boxes: dict[str, _Box], *, side: int, order: dict[str, int]
) -> dict[tuple[str, str], float]:
    """Return where each band begins at one side, in the order of where they lead."""
    slots: dict[tuple[str, str], float] = {}
    for key, box in boxes.items():
        mine = [match for match in walk.matches if (match.source, match.target)[side] == key]
        mine.sort(key=lambda match: order[(match.target, match.source)[side]])
        total = sum(match.score * _BAND + 2 for match in mine) - 2
        y = box.y + (box.height - total) / 2
        for match in mine:
            slots[match.source, match.target] = y
            y += match.score * _BAND + 2
    return slots


def _band(match: Any, start: Point, end: Point, walk: Crosswalk, options: Options) -> Card:  # noqa: ANN401 - a match
    colours, lang = options.theme, options.lang
    wide = match.score * _BAND
    middle = (start[0] + end[0]) / 2

    def edge(offset: float) -> tuple[Point, ...]:
        y0, y1 = start[1] + offset, end[1] + offset
        return ((start[0], y0), (middle, y0), (middle, y1), (end[0], y1))

    tint = mix(colours.paper, colours.accent, share=0.25 + 0.45 * match.score)
    labels = (
        walk.source.phase(match.source).label.pick(lang),
        walk.target.phase(match.target).label.pick(lang),
    )
    score = _SCORE.pick(lang).format(score=_sentences.figure(round(match.score, 2), lang))
    through = "" if match.stage is None else STAGES[match.stage].pick(lang).lower()
    said = [" → ".join(labels), score, through and _THROUGH.pick(lang).format(stage=through)]
    top, bottom = min(start[1], end[1]), max(start[1], end[1]) + wide
    return Card(
        start[0],
        top,
        end[0] - start[0],
        bottom - top,
        items=[area_between(edge(0), edge(wide), fill=tint)],
        tooltip="\n".join(filter(None, said)),
        role="match",
    )


# --- words ------------------------------------------------------------------------------


def _warning(words: str, y: float, width: float, colours: Theme, lang: str) -> Any:  # noqa: ANN401 - a text block
    return parts.text(
        words,
        MARGIN + 16,
        y,
        width=width - 16,
        colour=colours.ink,
        background=colours.paper,
        lang=lang,
    )


def _legend(options: Options) -> Iterator[LegendEntry]:
    for score in _SAMPLES:
        wide = score * _BAND
        tint = mix(options.theme.paper, options.theme.accent, share=0.25 + 0.45 * score)
        sample = Rect(0, -wide / 2, 30, wide, fill=tint)
        label = _SCORE.pick(options.lang).format(score=_sentences.figure(score, options.lang))
        yield LegendEntry(label, (sample,), 30)


def _described(walk: Crosswalk, names: Sequence[str], lang: str) -> str:
    pairs = [_sentences.counted(len(walk.matches), *_PAIRS, lang)]
    if walk.gaps:
        pairs.append(_sentences.counted(len(walk.gaps), *_GAPS, lang))
    return _DESCRIBED.pick(lang).format(source=names[0], target=names[1], pairs=", ".join(pairs))
