"""What the check asks of transitions: where customers come, where they leave, and why."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from journeykit._chain import absorption
from journeykit.analysis._names import Part, both
from journeykit.analysis._rule import Found, Rule, Subject, each_or_all
from journeykit.analysis._solving import visits
from journeykit.analysis._ways import all_from, possible
from journeykit.analysis.routes import dead_ends
from journeykit.errors import AnalysisError, MissingDependencyError
from journeykit.grid import Phase, Stage
from journeykit.journey import Journey, steps_of
from journeykit.transition import CONVERSION, DROP_OFF, ENDS, START, probabilities

__all__ = ["RULES"]

_NEARLY: Final = 1 - 1e-9


def _silent_loss(subject: Subject) -> Iterator[Found]:
    moves = subject.journey.transitions
    exits = [move for move in moves if move.target == DROP_OFF]
    if not any(move.weight or move.count for move in exits):
        return  # nobody knows which loses the most
    if all(move.count is not None for move in exits):
        lost: Mapping[tuple[str, str], float] = {move.ends: move.count or 0 for move in exits}
    else:
        lost = _flows(subject.journey)
    most = max(lost.get(move.ends, 0) for move in exits)
    for move in exits:
        if lost.get(move.ends, 0) >= most * _NEARLY and most and not move.reason:
            yield Found(
                "transition",
                f"{move.source} → {move.target}",
                both(
                    "loses the most customers, and gives no reason",
                    "verliest de meeste klanten, en geeft geen reden",
                ),
            )


def _flows(journey: Journey) -> Mapping[tuple[str, str], float]:
    """Return how many take each transition; where customers get lost, how likely each is."""
    shares = probabilities(journey.transitions)
    name = f"journey {journey.key!r}"
    try:
        return absorption(
            shares,
            start=START,
            ends=(CONVERSION, DROP_OFF),
            name=name,
            solve=lambda rows: visits(rows, name=name),
        ).flows
    except (AnalysisError, MissingDependencyError):
        return shares


def _gap_before_purchase(subject: Subject) -> Iterator[Found]:
    journey = subject.journey
    stages = {phase.key: {phase.stage, *phase.also} - {None} for phase in subject.phases}
    at = {
        step.key: stages.get(step.key if isinstance(step, Phase) else step.phase or "", set())
        for step in steps_of(journey)
    }
    before = {key for key, touched in at.items() if Stage.CONSIDERATION in touched}
    bought = {key for key, touched in at.items() if Stage.PURCHASE in touched}
    # What a model without a road leaves open is not for the journey to answer.
    if not before or not bought or not journey.transitions or bought & before:
        return
    # Steps of no stage are no gap: who passes them is still on the way.
    nexts = _nexts(ends for ends in possible(journey) if ends[0] in before or not at.get(ends[0]))
    if not bought & all_from(before, nexts):
        yield Found(
            "journey",
            None,
            both(
                "leads from no phase of consideration to one of purchase",
                "leidt van geen fase van overweging naar een van aankoop",
            ),
        )


def _nexts(moves: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    nexts: dict[str, list[str]] = {}
    for source, target in moves:
        nexts.setdefault(source, []).append(target)
    return nexts


def _out_of_reach(subject: Subject) -> Iterator[Found]:
    journey = subject.journey
    steps = [step.key for step in steps_of(journey)]
    if not journey.transitions or not steps:
        return iter(())
    moves = possible(journey)
    origin = START if any(move.source == START for move in journey.transitions) else steps[0]
    reached = all_from((origin,), _nexts(moves))
    return _steps(
        subject,
        [key for key in steps if key not in reached],
        one=("cannot be reached", "kan niet worden bereikt"),
        every=("lets customers reach no step", "laat klanten geen enkele stap bereiken"),
    )


def _no_way_out(subject: Subject) -> Iterator[Found]:
    journey = subject.journey
    if not any(end in ENDS for move in journey.transitions for end in move.ends):
        return iter(())  # a journey that has neither start nor end is a picture, no process
    return _steps(
        subject,
        dead_ends(journey),
        one=("leads to no end", "leidt naar geen einde"),
        every=("leads customers to no end", "leidt klanten naar geen einde"),
    )


def _steps(
    subject: Subject, keys: Collection[str], *, one: tuple[str, str], every: tuple[str, str]
) -> Iterator[Found]:
    steps = steps_of(subject.journey)
    what: Part = "phase" if steps and isinstance(steps[0], Phase) else "touchpoint"
    return each_or_all(what, [*keys], both(*one), among=len(steps), together=both(*every))


def _impossible_route(subject: Subject) -> Iterator[Found]:
    journey = subject.journey
    moves = possible(journey)
    joined = {end for move in journey.transitions for end in move.ends}
    usual = tuple(spot.key for spot in journey.touchpoints)
    if journey.route == usual or not any(journey.has_touchpoint(end) for end in joined):
        return
    for pair in dict.fromkeys(zip(journey.route, journey.route[1:], strict=False)):
        if pair not in moves:
            yield Found(
                "transition",
                " → ".join(pair),
                both("is on the route, and not possible", "ligt op de route, en kan niet"),
            )


RULES: Final = (
    Rule(
        "JK015",
        "warning",
        {
            "en": "The largest drop-off without a reason",
            "nl": "De grootste uitval zonder reden",
        },
        {
            "en": "find out why customers leave there, and write it in its reason",
            "nl": "zoek uit waarom klanten daar afhaken, en schrijf het in reason",
        },
        _silent_loss,
    ),
    Rule(
        "JK020",
        "warning",
        {
            "en": "Consideration and purchase that are not joined",
            "nl": "Overweging en aankoop die niet aansluiten",
        },
        {
            "en": "lead a transition from where customers compare to where they buy",
            "nl": "leid een overgang van waar klanten vergelijken naar waar ze kopen",
        },
        _gap_before_purchase,
    ),
    Rule(
        "JK021",
        "error",
        {
            "en": "A phase or touchpoint that cannot be reached",
            "nl": "Een fase of contactmoment dat niet te bereiken is",
        },
        {
            "en": "lead a transition there, with a weight above 0",
            "nl": "leid er een overgang heen, met een gewicht boven 0",
        },
        _out_of_reach,
    ),
    Rule(
        "JK022",
        "error",
        {
            "en": "A phase or touchpoint that leads to no end",
            "nl": "Een fase of contactmoment dat naar geen einde leidt",
        },
        {
            "en": "lead a transition on, to CONVERSION or to DROP_OFF, with a weight above 0",
            "nl": "leid een overgang verder, naar CONVERSION of naar DROP_OFF, met gewicht boven 0",
        },
        _no_way_out,
    ),
    Rule(
        "JK028",
        "warning",
        {
            "en": "A route that takes a step which no transition allows",
            "nl": "Een route met een stap die geen overgang toelaat",
        },
        {
            "en": "add the transition with a weight above 0, or lead the route another way",
            "nl": "voeg de overgang toe met een gewicht boven 0, of leid de route anders",
        },
        _impossible_route,
    ),
)
"""The rules of this file."""
