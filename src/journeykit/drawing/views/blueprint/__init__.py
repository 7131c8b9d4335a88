"""The service blueprint: what customers do, what they see of it, and what lies behind."""

from journeykit.drawing import parts
from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.scene import Scene
from journeykit.drawing.views._cells import Pen
from journeykit.drawing.views._frame import apart
from journeykit.drawing.views.blueprint.cards import painted
from journeykit.drawing.views.blueprint.draft import draft_of
from journeykit.drawing.views.blueprint.grid import blueprint_of
from journeykit.drawing.views.blueprint.painting import Box, Paper, joint
from journeykit.drawing.views.blueprint.rows import (
    Gutters,
    gutter_of,
    headers,
    line_under,
    row_of,
)
from journeykit.drawing.views.blueprint.ways import over, under
from journeykit.drawing.views.blueprint.words import described, legend_entries

__all__ = ["scene"]


def scene(subject: object, options: Options) -> Scene:
    """Draw the service blueprint of a journey, or the empty one of a journey model.

    Lanes are rows, and between them run the lines that the lanes have. Touchpoints stand on
    cards in their lanes, and so do the notes of lanes for steps and for text; all other lanes
    are as on the map. What lies behind the line of visibility is one shade darker.

    Arrows are the transitions between touchpoints. Where there is none, they follow the
    customer's route, or else the notes in the lane of the customer's steps. Notes about a
    touchpoint are joined to it by lines with round ends, from lane to lane. A note about a
    touchpoint in a lane for pains makes that a fail point (F); a transition with a median wait
    makes the touchpoint that it leads to a wait point (W).

    Args:
        subject: A `Journey` whose model has lanes, or such a `JourneyModel`.
        options: What is wanted of the picture.

    Raises:
        RenderError: It is something else, or there are no lanes.
        UnknownKeyError: The options ask for a lane that is not there.

    Example:
        >>> from journeykit.presets import SERVICE_BLUEPRINT
        >>> scene(SERVICE_BLUEPRINT, Options(lang="nl")).title
        'Service blueprint (bronnen reismodel)'
    """
    draft = draft_of(blueprint_of(subject, options), options)
    colours, sheet = options.theme, draft.blueprint.sheet
    title = parts.title_block(
        sheet.title,
        draft.blueprint.subtitle,
        x=MARGIN,
        y=MARGIN,
        width=draft.right - MARGIN,
        colours=colours,
        state=sheet.state,
        lang=options.lang,
    )
    items = list(title.items)
    gutters: Gutters = {}
    boxes: dict[int, Box] = {}
    y = title.bottom + 16
    for band in range(draft.columns.bands):
        header = headers(draft, band, y)
        items += header.items
        y = header.bottom
        first = band * len(draft.blueprint.rows)
        gutter = over(first, draft.columns.grid)
        y += max(10, gutter_of(draft, gutter, y, gutters, lined=False))
        for number, row in enumerate(draft.blueprint.rows):
            placed = row_of(draft, row, first + number, y, boxes)
            items += placed.items
            y = placed.bottom
            gutter = under(first + number, draft.columns.grid)
            lane_line = line_under(draft, row, y, gutters, gutter)
            items += lane_line.items
            y = lane_line.bottom
        y += 18
    paper = Paper(
        draft.left,
        draft.pitch,
        draft.gap,
        draft.marked(),
        gutters,
        [boxes[number] for number in range(len(boxes))],
    )
    pen = Pen(colours, options.lang, colours.paper)
    for number, face in enumerate(draft.faces):
        box = boxes[number]
        items.append(painted(face, box.x, box.y, width=box.width, height=box.height, pen=pen))
    for one, path, laid in zip(draft.blueprint.joints, draft.ways, draft.tracks, strict=True):
        chain = paper.chain(path, laid, one.source, one.target)
        items.append(joint(one, chain, along=draft.is_along(one), colours=colours))
    below = parts.legend(
        legend_entries(draft), x=MARGIN, y=y - 12, width=draft.right - MARGIN, colours=colours
    )
    rest = apart(sheet, MARGIN, below.bottom + 4, width=draft.right - MARGIN, pen=pen)
    bottom = rest.bottom if rest.items else below.bottom
    return Scene(
        draft.right + MARGIN,
        bottom + MARGIN - (6 if below.items or rest.items else 16),
        background=colours.paper,
        title=sheet.title,
        description=described(draft.blueprint),
        lang=options.lang,
        items=(*items, *below.items, *rest.items),
    )
