"""What the check asks of the cells of a map: what is told about each phase, and what is not."""

from collections.abc import Iterator, Mapping
from typing import Final

from journeykit.analysis._names import both
from journeykit.analysis._rule import Found, Rule, Subject, each_or_all
from journeykit.analysis.raci import problems
from journeykit.grid import Lane, Note

__all__ = ["RULES"]

_ACTIONS: Final = frozenset(
    {
        "actions",
        "customer actions",
        "customer's actions",
        "future actions",
        "acties",
        "acties van klant",
        "klantacties",
    }
)
_GOALS: Final = frozenset({"customer goal", "klantdoel"})
_LINES: Final = (("internal", "intern"), ("visib", "zicht"), ("interact",))


def _rows(subject: Subject, names: frozenset[str]) -> set[str]:
    """Return the keys of the rows that are known under one of some names."""
    model = subject.journey.model
    return {lane.key for lane in (model.lanes if model is not None else ()) if names & _names(lane)}


def _names(lane: Lane) -> set[str]:
    said = (lane.key.replace("_", " "), *lane.label.values())
    return {words.strip().casefold() for words in said}


def _told(subject: Subject, rows: set[str]) -> set[str]:
    """Return the phases of which something is told in some rows."""
    return {note.phase for note in subject.journey.notes_in() if note.lane in rows and note.text}


def _no_action(subject: Subject) -> Iterator[Found]:
    rows = _rows(subject, _ACTIONS)
    if not rows:
        return iter(())
    told = _told(subject, rows)
    return each_or_all(
        "phase",
        [phase.key for phase in subject.phases if phase.key not in told],
        both("tells of no action of the customer", "vertelt van geen actie van de klant"),
        among=len(subject.phases),
        together=both(
            "tells in no phase what the customer does",
            "vertelt in geen enkele fase wat de klant doet",
        ),
    )


def _no_goal(subject: Subject) -> Iterator[Found]:
    told = _told(subject, _rows(subject, _GOALS))
    return each_or_all(
        "phase",
        [
            phase.key
            for phase in subject.phases
            if not phase.customer_goal and phase.key not in told
        ],
        both("tells of no goal of the customer", "vertelt van geen doel van de klant"),
        among=len(subject.phases),
        together=both(
            "tells in no phase what the customer wants",
            "vertelt in geen enkele fase wat de klant wil",
        ),
    )


def _pains_alone(subject: Subject) -> Iterator[Found]:
    answered = {note.phase for note in subject.notes("opportunities")}
    pains = subject.notes("pains")
    for phase in subject.phases:
        alone = sum(note.phase == phase.key for note in pains)
        if alone and phase.key not in answered:
            yield Found(
                "phase",
                phase.key,
                both(
                    f"has pain points ({alone}), and no opportunity",
                    f"heeft pijnpunten ({alone}), en geen kans",
                ),
            )


def _idle_opportunities(subject: Subject) -> Iterator[Found]:
    opportunities = subject.notes("opportunities")
    owned = {note.phase for note in subject.notes("owners")}
    idle = [note for note in opportunities if note.phase not in owned and not _owned(subject, note)]
    return each_or_all(
        "note",
        [str(note.text) for note in idle],
        both("has no owner", "heeft geen eigenaar"),
        among=len(opportunities),
        together=both(
            f"has {len(idle)} opportunities, and none has an owner",
            f"heeft {len(idle)} kansen, en geen ervan heeft een eigenaar",
        ),
    )


def _owned(subject: Subject, note: Note) -> bool:
    """Tell whether someone sees to an opportunity: by itself, at its touchpoint, or by a goal."""
    journey = subject.journey
    if note.data.get("owner"):
        return True
    if note.touchpoint is not None and journey.touchpoint(note.touchpoint).owner:
        return True
    return any(
        goal.phase == note.phase
        or (note.touchpoint is not None and goal.touchpoint == note.touchpoint)
        for goal in journey.goals
        if goal.owner
    )


def _unclear_duties(subject: Subject) -> Iterator[Found]:
    for problem in problems(subject.journey):
        if problem.touchpoint is None:
            yield Found("phase", problem.phase, problem.words)
        else:
            yield Found("touchpoint", problem.touchpoint, problem.words)


def _crossed_lines(subject: Subject) -> Iterator[Found]:
    model = subject.journey.model
    deepest = 0
    for lane in model.lanes if model is not None else ():
        depth = _depth(lane)
        if 0 < depth <= deepest:
            message = both("has its line out of order", "heeft zijn lijn op de verkeerde plaats")
            yield Found("lane", lane.key, message)
        deepest = max(depth, deepest)


def _depth(lane: Lane) -> int:
    """Return how deep a line lies: 1 of interaction, 2 of visibility, 3 of internal interaction."""
    kept = lane.data.get("line")
    key = str(kept.get("key", "")) if isinstance(kept, Mapping) else ""
    words = " ".join((key, *lane.line.values())).casefold() if lane.line else ""
    for depth, parts in zip((3, 2, 1), _LINES, strict=True):
        if any(part in words for part in parts):
            return depth
    return 0


RULES: Final = (
    Rule(
        "JK002",
        "warning",
        {"en": "A phase without an action", "nl": "Een fase zonder actie"},
        {
            "en": "write in the row for actions what the customer does there",
            "nl": "schrijf in de rij voor acties wat de klant er doet",
        },
        _no_action,
    ),
    Rule(
        "JK003",
        "info",
        {
            "en": "A phase without a goal of the customer",
            "nl": "Een fase zonder doel van de klant",
        },
        {
            "en": "write it in the phase's customer_goal, or in a row 'customer_goal'",
            "nl": "schrijf het in customer_goal van de fase, of in een rij 'customer_goal'",
        },
        _no_goal,
    ),
    Rule(
        "JK011",
        "error",
        {
            "en": "RACI without exactly one who is accountable",
            "nl": "RACI zonder precies één eindverantwoordelijke",
        },
        {
            "en": "name exactly one in A, and at least one in R; both may be the same",
            "nl": "noem er precies één in A, en minstens één in R; dat mag dezelfde zijn",
        },
        _unclear_duties,
    ),
    Rule(
        "JK012",
        "warning",
        {"en": "Pain points without an opportunity", "nl": "Pijnpunten zonder kans"},
        {
            "en": "write in a row of kind 'opportunities' what can be done about them",
            "nl": "schrijf in een rij van de soort 'opportunities' wat eraan te doen is",
        },
        _pains_alone,
    ),
    Rule(
        "JK013",
        "warning",
        {"en": "An opportunity without an owner", "nl": "Een kans zonder eigenaar"},
        {
            "en": "name who sees to it: at its touchpoint, by a goal, or in a row of kind 'owners'",
            "nl": (
                "noem wie ervoor zorgt: bij het contactmoment, met een doel, of in een rij van de "
                "soort 'owners'"
            ),
        },
        _idle_opportunities,
    ),
    Rule(
        "JK017",
        "error",
        {"en": "Lines of a blueprint out of order", "nl": "Lijnen van een blueprint door elkaar"},
        {
            "en": "from top to bottom: line of interaction, of visibility, of internal interaction",
            "nl": "van boven naar beneden: interactielijn, zichtbaarheidslijn, interne lijn",
        },
        _crossed_lines,
    ),
)
"""The rules of this file."""
