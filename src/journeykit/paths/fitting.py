"""Fitting: the journey that follows from counted moves."""

import heapq
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Final

from journeykit.channels import Channel
from journeykit.errors import EventError, shown
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.paths.observed import Path, Paths, as_paths
from journeykit.text import Text, TextLike
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, ENDS, START, Transition

__all__ = ["fit_paths", "journey_of_counts"]

_KEY: Final = "observed"
_LABEL: Final = Text({"en": "Observed journey", "nl": "Waargenomen klantreis"})
_LONGEST_RUN: Final = 6  # touchpoints that are moved together
_MANY: Final = 200  # touchpoints; of more, each is moved alone
_NO_WAITS: Mapping[tuple[str, str], timedelta] = {}


def fit_paths(
    paths: Paths | Iterable[Path],
    *,
    key: str = _KEY,
    label: TextLike | None = None,
    model: JourneyModel | None = None,
    phases: Mapping[str, str] | None = None,
    channels: Mapping[str, str | Channel] | None = None,
) -> Journey:
    """Return the journey that observed paths make together.

    Each move that was seen becomes a transition, with the number of times that it was seen as
    its weight and its count: from `START` to the first step, from step to step (also to
    itself), and from the last step to `CONVERSION` or `DROP_OFF`.

    Touchpoints stand in the order in which customers come to them: beginning at `START`, the
    next one is the one to which most customers come from those that already have their place
    (by key where these are equally many); then each, and each short run of them, moves to where
    the fewest moves lead back, until none gains by it. So the order of the paths does not matter.

    Args:
        paths: What customers did.
        key: The key of the journey.
        label: Its label; when missing made of the key, if there is one.
        model: The journey model in whose phases the touchpoints fall.
        phases: The phase of each touchpoint, by key. Touchpoints that are not seen may be in
            it; those that are not in it have no phase.
        channels: The channel of each touchpoint, by key: a key of the catalogue, or a
            `Channel` of your own.

    Raises:
        EventError: There are no paths, a touchpoint has the name of an end or of a phase, or
            phases or channels are no mapping.
        DefinitionError: The phases or channels do not exist, or the key or label is not valid.

    Example:
        >>> paths = [Path(["ad", "site", "site"], converted=True, count=3), Path(["site"])]
        >>> journey = fit_paths(paths)
        >>> [spot.key for spot in journey.touchpoints]
        ['ad', 'site']
        >>> for move in journey.transitions:
        ...     print(move.source, move.target, move.weight)
        START ad 3
        START site 1
        ad site 3
        site site 3
        site CONVERSION 3
        site DROP_OFF 1
    """
    counts: dict[tuple[str, str], int] = {}
    for path in as_paths(paths):
        for move in path.moves():
            counts[move] = counts.get(move, 0) + path.count
    return journey_of_counts(
        counts, key=key, label=label, model=model, phases=phases, channels=channels
    )


def journey_of_counts(
    counts: Mapping[tuple[str, str], int],
    *,
    key: str = _KEY,
    label: TextLike | None = None,
    model: JourneyModel | None = None,
    phases: Mapping[str, str] | None = None,
    channels: Mapping[str, str | Channel] | None = None,
    waits: Mapping[tuple[str, str], timedelta] = _NO_WAITS,
) -> Journey:
    """Return the journey that counted moves make; the order of the counts does not matter.

    Args:
        counts: How often each move was seen, from `START` to the ends.
        key: The key of the journey.
        label: Its label; when missing made of the key, if there is one.
        model: The journey model in whose phases the touchpoints fall.
        phases: The phase of each touchpoint.
        channels: The channel of each touchpoint.
        waits: How long each move took, at the median.

    Raises:
        EventError: There are no counts, a touchpoint has the name of an end or of a phase, or
            phases or channels are no mapping.
        DefinitionError: The phases or channels do not exist, or the key or label is not valid.
    """
    for name, known in (("phases", phases), ("channels", channels)):
        if known is not None and not isinstance(known, Mapping):
            raise EventError(f"{name} must be a mapping by touchpoint, not {shown(known)}")
    if not counts:
        raise EventError("there are no paths to make a journey of")
    order = _with_few_moves_back(_main_road_first(counts), counts)
    _refuse_taken_names(order, model)
    place = {step: position for position, step in enumerate((START, *order, CONVERSION, DROP_OFF))}
    own: dict[str, Channel] = {}
    touchpoints = []
    for step in order:
        channel = (channels or {}).get(step)
        if isinstance(channel, Channel):
            own[channel.key] = channel
            channel = channel.key
        touchpoints.append(Touchpoint(step, phase=(phases or {}).get(step), channel=channel))
    moves = sorted(counts, key=lambda move: (place[move[0]], place[move[1]]))
    if label is None and key == _KEY:
        label = _LABEL
    return Journey(
        key,
        label,
        model=model,
        touchpoints=touchpoints,
        transitions=[
            Transition(*move, counts[move], count=counts[move], median_wait=waits.get(move))
            for move in moves
        ],
        channels=own.values(),
    )


def _main_road_first(counts: Mapping[tuple[str, str], int]) -> list[str]:
    """Return the touchpoints, each time the one to which most come from those before it."""
    leaving: dict[str, list[tuple[str, int]]] = {}
    for (source, target), count in counts.items():
        leaving.setdefault(source, []).append((target, count))
    coming = {START: 0}
    waiting = [(0, START)]
    order: dict[str, None] = {}
    while waiting:
        count, step = heapq.heappop(waiting)
        if step in order or -count != coming[step]:
            continue
        order[step] = None
        for target, more in leaving.get(step, ()):
            if target not in order:
                coming[target] = coming.get(target, 0) + more
                heapq.heappush(waiting, (-coming[target], target))
    return [step for step in order if step not in ENDS]


def _with_few_moves_back(order: list[str], counts: Mapping[tuple[str, str], int]) -> list[str]:
    """Return touchpoints each of which stands where the fewest moves lead back."""
    # How many more go from the first to the second than the other way, by both.
    net: dict[str, dict[str, int]] = {step: {} for step in order}
    for (source, target), count in counts.items():
        if source != target and source in net and target in net:
            net[source][target] = net[source].get(target, 0) + count
            net[target][source] = net[target].get(source, 0) - count
    order, before = list(order), [""]
    places = {step: place for place, step in enumerate(order)}
    while order != before:
        before = order.copy()
        for step in before:
            _settle([step], net, order, places)
        if order == before:
            _settle_a_run(net, order, places)
    return order


def _settle_a_run(
    net: Mapping[str, Mapping[str, int]], order: list[str], places: dict[str, int]
) -> None:
    """Move the first run that gains by it: of a side road, no step gains without the others."""
    longest = min(_LONGEST_RUN, len(order) - 1) if len(order) <= _MANY else 0
    for length in range(2, longest + 1):
        for start in range(len(order) - length + 1):
            if _settle(order[start : start + length], net, order, places):
                return


def _settle(
    run: list[str],
    net: Mapping[str, Mapping[str, int]],
    order: list[str],
    places: dict[str, int],
) -> bool:
    """Move neighbouring touchpoints to where they gain most, and tell whether that is elsewhere.

    Only those that they have moves with make a difference, which are few, however many there are.
    """
    here = there = places[run[0]]
    count = len(run)
    pulls = net[run[0]] if count == 1 else _sum([net[step] for step in run])
    near = sorted(places[other] for other in pulls)
    best = gain = 0
    for at in reversed(near):
        if at < here:
            gain += pulls[order[at]]
            if gain > best:
                best, there = gain, at
    gain = 0
    for at in near:
        if at >= here + count:
            gain -= pulls[order[at]]
            if gain > best:
                best, there = gain, at - count + 1
    if there == here:
        return False
    del order[here : here + count]
    order[there:there] = run
    for at in range(min(here, there), max(here, there) + count):
        places[order[at]] = at
    return True


def _sum(several: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for one in several:
        for step, number in one.items():
            total[step] = total.get(step, 0) + number
    return total


def _refuse_taken_names(steps: Iterable[str], model: JourneyModel | None) -> None:
    for step in steps:
        if isinstance(model, JourneyModel) and model.has_phase(step):
            raise EventError(
                f"touchpoint {shown(step)} has the key of a phase of journey model "
                f"{shown(model.key)}; give it another name"
            )
