"""What a map says of its own accord: figures, tooltips, and the sentences that describe it."""

import functools
import re
from typing import Final

from journeykit.goal import Goal
from journeykit.grid import Note, Phase
from journeykit.journey import Journey
from journeykit.text import Text
from journeykit.touchpoint import Touchpoint

__all__ = [
    "counted",
    "figure",
    "goal_words",
    "of_goal",
    "of_note",
    "of_phase",
    "of_touchpoint",
    "quoted",
    "signed",
    "told",
]


def _word(english: str, dutch: str) -> Text:
    return Text({"en": english, "nl": dutch})


_WORDS: Final = {
    "about": _word("About", "Over"),
    "channel": _word("Channel", "Kanaal"),
    "emotion": _word("Emotion", "Emotie"),
    "importance": _word("Importance", "Belang"),
    "owner": _word("Owner", "Verantwoordelijk"),
    "moment": _word("Moment of truth", "Moment van de waarheid"),
    "evidence": _word("Known from", "Bekend uit"),
    "source": _word("Source", "Bron"),
    "of": _word("of 5", "van 5"),
    "customer_goal": _word("Customer goal", "Klantdoel"),
    "business_goal": _word("Business goal", "Doel van de organisatie"),
    "unused": _word("Not on this route", "Niet op deze route"),
    "due": _word("Due", "Uiterlijk"),
    "severity": _word("Severity", "Ernst"),
    "frequency": _word("Frequency", "Frequentie"),
    "impact": _word("Impact", "Impact"),
    "effort": _word("Effort", "Inspanning"),
    "assumption": _word("an assumption", "een aanname"),
    "anecdotal": _word("single remarks", "losse opmerkingen"),
    "qualitative": _word("qualitative research", "kwalitatief onderzoek"),
    "quantitative": _word("quantitative data", "kwantitatieve gegevens"),
    "triangulated": _word("several sources that agree", "meerdere bronnen die elkaar bevestigen"),
    "zmot": _word("online research (ZMOT)", "onderzoek op internet (ZMOT)"),
    "fmot": _word("the choice (FMOT)", "de keuze (FMOT)"),
    "smot": _word("in use (SMOT)", "in gebruik (SMOT)"),
    "tmot": _word("feedback (TMOT)", "feedback (TMOT)"),
    "umot": _word("shared experience (UMOT)", "gedeelde ervaring (UMOT)"),
}
_SCORES: Final = frozenset({"severity", "frequency", "impact", "effort"})
_QUOTED: Final = re.compile(r'["“”„«](.*)["“”»]', re.DOTALL)
_LARGE: Final = 1e12
_SMALL: Final = 0.01


@functools.lru_cache(maxsize=256)
def told(key: str, lang: str) -> str:
    """Return a word that maps add to those of all pictures."""
    return _WORDS[key].pick(lang)


# --- figures ----------------------------------------------------------------------------


@functools.lru_cache(maxsize=1024)
def figure(value: float, lang: str) -> str:
    """Return a number as it is written in a language.

    Example:
        >>> figure(0.5, "en"), figure(-1.25, "nl")
        ('0.5', '−1,25')
    """
    size = abs(value)
    if value and not _SMALL <= size < _LARGE:
        digits = f"{size:.3g}"
    else:
        digits = f"{size:,.2f}".rstrip("0").rstrip(".").replace(",", "\u00a0")
    if lang.lower().startswith("nl"):
        digits = digits.replace(".", ",")
    return f"−{digits}" if value < 0 else digits


def signed(value: float, lang: str) -> str:
    """Return a number with its sign; zero has none."""
    return f"+{figure(value, lang)}" if value > 0 else figure(value, lang)


def counted(number: int, one: Text, several: Text, lang: str) -> str:
    """Return a number of things, for instance ``"12 touchpoints"``."""
    return f"{number} {(one if number == 1 else several).pick(lang)}"


def quoted(words: str) -> str:
    """Return words between quotation marks, once."""
    bare = words.strip()
    inner = _QUOTED.fullmatch(bare)
    bare = inner[1].strip() if inner else bare
    return f"“{bare}”" if bare else ""


def goal_words(goal: Goal, lang: str) -> str:
    """Return a goal in short: what is measured, where it stands, and where it should stand."""
    ends = [None if end is None else figure(end, lang) for end in (goal.baseline, goal.target)]
    way = " → ".join(filter(None, ends)) if ends[1] is None or ends[0] else f"→ {ends[1]}"
    unit = goal.unit if way else ""
    return " ".join(filter(None, ((goal.metric or goal.label).pick(lang), way, unit)))


# --- tooltips: one thing a line, nothing that the picture says already --------------------


def of_note(note: Note, journey: Journey, lang: str) -> str:
    """Return what more there is to know of a note."""
    about = note.touchpoint and journey.touchpoint(note.touchpoint).label.pick(lang)
    return _lines(
        note.description.pick(lang),
        _fact("about", about, lang),
        _fact("evidence", note.evidence and told(note.evidence, lang), lang),
        _fact("source", note.source, lang),
        *(_score(name, score, lang) for name, score in note.scores.items()),
    )


def of_touchpoint(spot: Touchpoint, journey: Journey, lang: str, *, used: bool = True) -> str:
    """Return what there is to know of a touchpoint, its name first."""
    moment, emotion, importance = spot.moment_of_truth, spot.emotion, spot.importance
    channel = spot.channel and journey.channel(spot.channel).label.pick(lang)
    return _lines(
        spot.label.pick(lang),
        spot.description.pick(lang),
        _fact("channel", channel, lang),
        _fact("emotion", "" if emotion is None else signed(emotion, lang), lang),
        _fact("importance", "" if importance is None else _of_five(importance, lang), lang),
        _fact("moment", moment and told(moment, lang), lang),
        _fact("owner", spot.owner.pick(lang), lang),
        _fact("evidence", spot.evidence and told(spot.evidence, lang), lang),
        "" if used else told("unused", lang),
    )


def of_goal(goal: Goal, lang: str) -> str:
    """Return what more there is to know of a goal, its name first."""
    return _lines(
        goal.label.pick(lang),
        goal.description.pick(lang),
        _fact("owner", goal.owner.pick(lang), lang),
        _fact("due", "" if goal.due is None else goal.due.isoformat(), lang),
    )


def of_phase(phase: Phase, lang: str) -> str:
    """Return what more there is to know of a phase, its name first; nothing if that is all."""
    more = _lines(
        phase.description.pick(lang),
        _fact("customer_goal", phase.customer_goal.pick(lang), lang),
        _fact("business_goal", phase.business_goal.pick(lang), lang),
    )
    return more and _lines(phase.label.pick(lang), more)


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))


def _fact(name: str, words: str | None, lang: str) -> str:
    return f"{told(name, lang)}: {words}" if words else ""


def _score(name: str, score: int, lang: str) -> str:
    said = told(name, lang) if name in _SCORES else name.replace("_", " ")
    return f"{said}: {_of_five(score, lang)}"


def _of_five(score: float, lang: str) -> str:
    return f"{figure(score, lang)} {told('of', lang)}"
