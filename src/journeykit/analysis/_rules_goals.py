"""What the check asks of goals and measures: whether what matters is answered and measured."""

import re
from collections.abc import Iterator
from typing import Final

from journeykit.analysis._names import both
from journeykit.analysis._rule import Found, Rule, Subject
from journeykit.analysis.goals import gaps
from journeykit.goal import Goal
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint

__all__ = ["RULES"]

_EFFORT: Final = re.compile(
    r"\bces\b|customer effort|klantinspanning|inspanningsscore", re.IGNORECASE
)
# "CES 2.0", "CES v1", "versie 2", or the scale by which they differ; not the value "CES 1.8".
_VERSION: Final = re.compile(
    r"\b[12][.,]0\b|\bv\.?\s?[12]\b|\bversi(on|e)\s[12]\b|\b1\s?[-–]\s?[57]\b", re.IGNORECASE
)


def _vague_goal(subject: Subject) -> Iterator[Found]:
    lacking = gaps(subject.journey)
    for goal in subject.journey.goals:
        if goal.missing:
            words = [gap.words for gap in lacking.of(goal.key)]
            english, dutch = ("; ".join(each.pick(lang) for each in words) for lang in ("en", "nl"))
            yield Found("goal", goal.key, both(english, dutch))


def _effort_without_version(subject: Subject) -> Iterator[Found]:
    message = both("speaks of CES and does not say which", "spreekt van CES en zegt niet van welke")
    for goal in subject.journey.goals:
        if _lacks_version(goal.metric, goal.label, goal.description, Text(goal.unit)):
            yield Found("goal", goal.key, message)
    for note in subject.notes("measures"):
        if _lacks_version(note.text, note.description):
            yield Found("note", str(note.text), message)


def _lacks_version(*words: Text) -> bool:
    said = " ".join(part for text in words for part in text.values())
    return bool(_EFFORT.search(said)) and not _VERSION.search(said)


def _unanswered_low(subject: Subject) -> Iterator[Found]:
    opportunities = subject.notes("opportunities")
    for spot in subject.journey.touchpoints:
        if spot.emotion is None or spot.emotion > subject.thresholds.low_emotion:
            continue
        answered = any(
            subject.speaks_of(note, touchpoint=spot.key, phase=spot.phase) for note in opportunities
        )
        if not answered and not _goals_for(subject, spot):
            yield Found(
                "touchpoint",
                spot.key,
                both(
                    f"feels bad ({spot.emotion:+g}), and no opportunity or goal answers it",
                    f"voelt slecht ({spot.emotion:+g}), en geen kans of doel speelt erop in",
                ),
            )


def _unmeasured_moment(subject: Subject) -> Iterator[Found]:
    measures = subject.notes("measures")
    for spot in subject.journey.touchpoints:
        if spot.moment_of_truth is None:
            continue
        measured = any(
            subject.speaks_of(note, touchpoint=spot.key, phase=spot.phase) for note in measures
        )
        if not measured and not any(goal.metric for goal in _goals_for(subject, spot)):
            moment = spot.moment_of_truth.upper()
            yield Found(
                "touchpoint",
                spot.key,
                both(
                    f"is a moment of truth ({moment}) that nothing measures",
                    f"is een moment van de waarheid ({moment}) dat niets meet",
                ),
            )


def _goals_for(subject: Subject, spot: Touchpoint) -> list[Goal]:
    """Return the goals that are about a touchpoint, or about its phase as a whole."""
    return [
        goal
        for goal in subject.journey.goals
        if goal.touchpoint == spot.key
        or (goal.touchpoint is None and goal.phase is not None and goal.phase == spot.phase)
    ]


RULES: Final = (
    Rule(
        "JK010",
        "warning",
        {
            "en": "A goal without metric, target, owner or deadline",
            "nl": "Een doel zonder maat, streefwaarde, eigenaar of einddatum",
        },
        {
            "en": "make it specific, measurable, assigned and time-bound (SMART)",
            "nl": "maak het specifiek, meetbaar, toegewezen en tijdgebonden (SMART)",
        },
        _vague_goal,
    ),
    Rule(
        "JK018",
        "warning",
        {
            "en": "A customer effort score without its version",
            "nl": "Een klantinspanningsscore zonder versie",
        },
        {
            "en": "write CES 1.0 (1 to 5, low is good) or CES 2.0 (1 to 7, high is good)",
            "nl": "schrijf CES 1.0 (1 tot 5, laag is goed) of CES 2.0 (1 tot 7, hoog is goed)",
        },
        _effort_without_version,
    ),
    Rule(
        "JK023",
        "warning",
        {
            "en": "A low emotion without an answer",
            "nl": "Een lage emotie zonder antwoord",
        },
        {
            "en": "write an opportunity about it, or set a goal for it",
            "nl": "schrijf er een kans over op, of stel er een doel voor",
        },
        _unanswered_low,
    ),
    Rule(
        "JK024",
        "warning",
        {
            "en": "A moment of truth without a metric",
            "nl": "Een moment van de waarheid zonder maat",
        },
        {
            "en": "set a goal with a metric for it, or write one in a row of kind 'measures'",
            "nl": "stel er een doel met een maat voor, of schrijf er een in een rij 'measures'",
        },
        _unmeasured_moment,
    ),
)
"""The rules of this file."""
