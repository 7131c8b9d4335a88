"""How customers really move: a graph of steps, laid out by who comes before whom."""

from journeykit.drawing import parts
from journeykit.drawing.options import Options
from journeykit.drawing.parts import MARGIN
from journeykit.drawing.scene import Scene, moved
from journeykit.drawing.views.network.layout import plan_of
from journeykit.drawing.views.network.nodes import network_of
from journeykit.drawing.views.network.painting import legend_entries, network_shapes
from journeykit.drawing.views.network.words import described, subtitle
from journeykit.drawing.words import say

__all__ = ["scene"]


def scene(subject: object, options: Options) -> Scene:
    """Draw the transitions of a journey or a journey model as a graph without a fixed order.

    Steps stand in layers from left to right: each behind those from which more customers come
    than go back; phases keep their order. Lines are as wide as they are often taken; those that
    lead back are dashed, with an open head at their left end. Who drops off leaves downwards.
    Where that would be much wider than a page, or than the width that was asked for, layers go
    from top to bottom instead, and who drops off leaves to the right. Where transitions were
    counted, figures are numbers, and else shares of those who leave a step. The same journey
    gives the same picture on every machine: nothing else is needed.

    Transitions that fewer than 2 % of customers take are left out, and so are rarer ones as long
    as more than 30 remain; the subtitle says how many these are, and how much of the traffic.
    With ``min_share`` only those below it are, up to 400 that remain. Steps that nothing joins
    any more are left out and counted as well.

    Args:
        subject: A `Journey` or a `JourneyModel` with transitions.
        options: What is wanted of the picture.

    Raises:
        RenderError: It is something else, or no transition is left to draw.

    Example:
        >>> from journeykit import CONVERSION, START, Journey, Transition
        >>> shop = Journey(
        ...     "shop",
        ...     touchpoints=["site", "basket"],
        ...     transitions=[
        ...         Transition(START, "site", 90, count=90),
        ...         Transition("site", "basket", 40, count=40),
        ...         Transition("basket", "site", 15, count=15),
        ...         Transition("basket", CONVERSION, 25, count=25),
        ...     ],
        ... )
        >>> scene(shop, Options()).description
        '2 touchpoints: Site, Basket. Most taken: Start → Site (90), Site → Basket (40), \
Basket → Conversion (25), Basket → Site (15). Back: Basket → Site (15).'
    """
    network = network_of(subject, options)
    colours, lang = options.theme, options.lang
    plan = plan_of(network, options)
    title = (options.title if options.title is not None else network.label).pick(lang)
    width = plan.width - 2 * MARGIN
    head = parts.title_block(
        title,
        subtitle(network, lang),
        x=MARGIN,
        y=MARGIN,
        width=width,
        colours=colours,
        state=say("future", lang) if network.is_future else "",
        lang=lang,
    )
    top = head.bottom + 16
    shapes = network_shapes(network, plan, colours, lang)
    signs = parts.legend(
        legend_entries(network, plan, colours, lang),
        x=MARGIN,
        y=top + plan.height + 14,
        width=width,
        colours=colours,
    )
    return Scene(
        plan.width,
        signs.bottom + MARGIN - 6,
        background=colours.paper,
        title=title,
        description=described(network, [way for way, _, back in plan.lines if back], lang),
        lang=lang,
        items=[*head.items, *moved(shapes, 0, top), *signs.items],
    )
