"""Where customers leave: ribbons from bar to bar, each as wide as many go that way."""

from typing import Final

from journeykit.drawing import parts
from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.scene import Scene, Shape, moved
from journeykit.drawing.views._flows import Flows, flows_of
from journeykit.drawing.views.flow.painting import (
    bars,
    drops,
    end_name,
    headers,
    legend_entries,
    ribbons,
)
from journeykit.drawing.views.flow.ribbons import BAR, Laid, laid_out, room_before, room_beside
from journeykit.drawing.views.flow.words import described, subtitle
from journeykit.drawing.words import say
from journeykit.transition import CONVERSION

__all__ = ["scene"]

_WIDEST: Final = 1190.0
_NARROWEST: Final = 440.0
_PITCH: Final = 206.0
_LEAST: Final = 84.0
_LABEL: Final = 96.0  # the name of the conversion
_TAIL: Final = 120.0  # room for those who leave at the last bar
_CLOSE: Final = 0.5
_FOOT: Final = 40.0  # figures of those who leave


def scene(subject: object, options: Options) -> Scene:
    r"""Draw how many customers go where, and where they leave.

    Bars are the steps, as high as many pass them; ribbons between them are as wide as many go
    that way, all at one scale: what comes into a bar is as wide as what leaves it. Ribbons that
    skip steps run under their bars, those that lead back turn under all of them, and those of
    customers who leave fall down.

    Flows are those that are expected (visits × probability). Who comes back passes a bar again
    and is counted again. Where customers go back more than once on the average, or in more than
    six ways, what goes round is taken off instead, alike on all ways of a round, and the subtitle
    says so; nobody leaves or comes in elsewhere by that. Where the ways from `START` have
    counts, they are told in customers, and else in shares. Where more than ten touchpoints have
    phases, they are taken together by phase; of more than ten steps, those passed least are
    taken together in one bar. Where very many ways skip steps, those that less than 2 % of
    customers take have no figure of their own but say it when they are pointed at.

    Args:
        subject: A `Journey` or a `JourneyModel` with transitions from `START`.
        options: What is wanted of the picture. Steps that a smaller share than ``min_share``
            pass are taken together.

    Raises:
        RenderError: It is something else, or has no steps.
        AnalysisError: No transition leaves `START`, or some step leads to no end.

    Example:
        >>> from journeykit import CONVERSION, DROP_OFF, START, Journey, Transition
        >>> visit = Journey(
        ...     "visit",
        ...     touchpoints=["door", "desk"],
        ...     transitions=[
        ...         Transition(START, "door", count=200),
        ...         Transition("door", "desk", 0.75),
        ...         Transition("door", DROP_OFF, 0.25),
        ...         Transition("desk", CONVERSION),
        ...     ],
        ... )
        >>> scene(visit, Options()).description[:58]
        'Where customers leave. Door: 200 enter and 50 drop off (25'
    """
    flows = flows_of(subject, options)
    colours, lang = options.theme, options.lang
    title = (options.title if options.title is not None else flows.label).pick(lang)
    laid, width, last = _fitted(flows, options)
    head = parts.title_block(
        title,
        subtitle(flows, lang),
        x=MARGIN,
        y=MARGIN,
        width=width - 2 * MARGIN,
        colours=colours,
        state=say("future", lang) if flows.is_future else "",
        lang=lang,
    )
    names = headers(flows, laid.xs, right=width - MARGIN, colours=colours, lang=lang)
    high = head.bottom + 22 - min((card.y for card in names), default=0)
    shapes, figures = ribbons(flows, laid, colours, lang)
    items: list[Shape] = [
        *drops(flows, laid, (MARGIN, width - MARGIN), colours=colours, lang=lang),
        *shapes,
        *bars(flows, laid, colours, lang),
        *names,
        *figures,
        *end_name(flows, laid, width=last - 10, colours=colours, lang=lang),
    ]
    foot = high + laid.floor + (_FOOT if laid.drops else 0)
    signs = parts.legend(
        legend_entries(flows, colours, lang),
        x=MARGIN,
        y=foot + 16,
        width=width - 2 * MARGIN,
        colours=colours,
    )
    return Scene(
        width,
        signs.bottom + MARGIN - 6,
        background=colours.paper,
        title=title,
        description=described(flows, lang),
        lang=lang,
        items=[*head.items, *moved(items, 0, high), *signs.items],
    )


def _fitted(flows: Flows, options: Options) -> tuple[Laid, float, float]:
    """Return bars and ribbons, the width of the picture, and the room at its right."""
    count = len(flows.stations)
    last = _LABEL if flows.stations[-1].key == CONVERSION else _TAIL
    closest = max(_LEAST, room_beside(flows) + BAR + 12)
    laid, before = None, 0.0
    # What turns before the first bar takes room, and is narrower where there is less of that.
    while laid is None or room_before(flows, laid) > before + _CLOSE:
        before = room_before(flows, laid) if laid is not None else 0.0
        room = (options.width or _WIDEST) - 2 * MARGIN - before - BAR - last
        pitch = max(closest, room / max(1, count - 1))
        if options.width is None:
            pitch = min(pitch, max(closest, _PITCH))
        laid = laid_out(flows, left=MARGIN + before, top=0, pitch=pitch, last=last)
    width = laid.xs[-1] + BAR + last + MARGIN
    return laid, max(width, options.width or _NARROWEST), last
