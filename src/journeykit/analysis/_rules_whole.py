"""What the check asks of a journey as a whole: whose it is, how it is known, how large it is."""

from collections.abc import Iterator
from typing import Final

from journeykit.analysis._names import both
from journeykit.analysis._rule import Found, Rule, Subject
from journeykit.grid import Stage

__all__ = ["RULES"]

_BASIS: Final = "derived_from"


def _no_persona(subject: Subject) -> Iterator[Found]:
    if subject.journey.persona is None:
        yield Found("journey", None, both("has no persona", "heeft geen persona"))


def _nothing_after_purchase(subject: Subject) -> Iterator[Found]:
    touched = {stage for phase in subject.phases for stage in (phase.stage, *phase.also)}
    if Stage.PURCHASE in touched and not touched & {Stage.SERVICE, Stage.LOYALTY}:
        yield Found(
            "journey",
            None,
            both(
                "stops at the purchase: no phase is about service or loyalty",
                "houdt op bij de aankoop: geen fase gaat over service of loyaliteit",
            ),
        )


def _rosy(subject: Subject) -> Iterator[Found]:
    emotions = [spot.emotion for spot in subject.journey.touchpoints if spot.emotion is not None]
    if (
        subject.journey.state == "current"
        and len(emotions) >= subject.thresholds.least_emotions
        and min(emotions, default=0) >= 0
        and any(emotions)
    ):
        yield Found(
            "journey",
            None,
            both(
                f"feels good from end to end: none of its {len(emotions)} emotions is below zero",
                f"voelt van begin tot eind goed: geen van de {len(emotions)} emoties is onder nul",
            ),
        )


def _assumed(subject: Subject) -> Iterator[Found]:
    journey = subject.journey
    entries = [spot.evidence for spot in journey.touchpoints]
    entries += [note.evidence for note in journey.notes]
    researched = sum(evidence not in (None, "assumption") for evidence in entries)
    counted = any(move.count is not None for move in journey.transitions)
    wanted = max(1, subject.thresholds.least_researched * len(entries))
    # A future journey is assumed, and one that was counted is not.
    if entries and journey.state == "current" and not counted and researched < wanted:
        yield Found(
            "journey",
            None,
            both(
                f"rests on assumptions: of {len(entries)} touchpoints and notes, {researched} "
                "have better evidence",
                f"rust op aannames: van {len(entries)} contactmomenten en notities hebben er "
                f"{researched} een betere onderbouwing",
            ),
        )


def _future_without_basis(subject: Subject) -> Iterator[Found]:
    if subject.journey.state == "future" and not subject.journey.data.get(_BASIS):
        yield Found(
            "journey",
            None,
            both(
                "is a future journey that names no current one",
                "is een toekomstige klantreis die geen huidige noemt",
            ),
        )


def _too_many(subject: Subject) -> Iterator[Found]:
    phases, touchpoints = len(subject.phases), len(subject.journey.touchpoints)
    most = subject.thresholds.most_phases
    if phases > most:
        message = both(
            f"has {phases} phases, more than {most}", f"heeft {phases} fasen, meer dan {most}"
        )
        yield Found("journey", None, message)
    most = subject.thresholds.most_touchpoints
    if touchpoints > most:
        message = both(
            f"has {touchpoints} touchpoints, more than {most}",
            f"heeft {touchpoints} contactmomenten, meer dan {most}",
        )
        yield Found("journey", None, message)


def _persona_elsewhere(subject: Subject) -> Iterator[Found]:
    persona = subject.journey.persona
    met = {spot.channel for spot in subject.journey.touchpoints} - {None}
    if persona is None or not met:
        return
    for channel in dict.fromkeys((*persona.channels, *persona.channel_shares)):
        if channel not in met:
            yield Found(
                "persona",
                persona.key,
                both(
                    f"uses the channel {channel!r}, where no touchpoint is",
                    f"gebruikt het kanaal {channel!r}, waar geen contactmoment is",
                ),
            )


RULES: Final = (
    Rule(
        "JK001",
        "warning",
        {"en": "No persona", "nl": "Geen persona"},
        {
            "en": "say whose journey it is, one point of view for each map: persona=Persona(…)",
            "nl": "zeg wiens reis het is, één gezichtspunt per kaart: persona=Persona(…)",
        },
        _no_persona,
    ),
    Rule(
        "JK007",
        "warning",
        {"en": "Nothing after the purchase", "nl": "Niets na de aankoop"},
        {
            "en": "add a phase for what follows, with stage='service' or stage='loyalty'",
            "nl": "voeg een fase toe voor wat volgt, met stage='service' of stage='loyalty'",
        },
        _nothing_after_purchase,
    ),
    Rule(
        "JK008",
        "info",
        {"en": "No emotion below zero anywhere", "nl": "Nergens een emotie onder nul"},
        {
            "en": "ask customers, rather than colleagues, what annoys them",
            "nl": "vraag klanten, en niet collega's, waaraan zij zich ergeren",
        },
        _rosy,
    ),
    Rule(
        "JK009",
        "warning",
        {"en": "All is assumption", "nl": "Alles is aanname"},
        {
            "en": "ask, observe or measure, and keep in the field evidence how it is known",
            "nl": "vraag, kijk of meet, en bewaar in het veld evidence hoe het bekend is",
        },
        _assumed,
    ),
    Rule(
        "JK016",
        "info",
        {
            "en": "A future journey that does not start from a current one",
            "nl": "Een toekomstige klantreis die niet van een huidige uitgaat",
        },
        {
            "en": f"start from the journey of today, and name it: data={{{_BASIS!r}: 'KEY'}}",
            "nl": f"ga uit van de klantreis van nu, en noem die: data={{{_BASIS!r}: 'KEY'}}",
        },
        _future_without_basis,
    ),
    Rule(
        "JK019",
        "info",
        {"en": "Too many phases or touchpoints", "nl": "Te veel fasen of contactmomenten"},
        {
            "en": "keep it simple: put together what belongs together, or make two journeys of it",
            "nl": "houd het eenvoudig: voeg samen wat bij elkaar hoort, of maak er twee reizen van",
        },
        _too_many,
    ),
    Rule(
        "JK026",
        "info",
        {
            "en": "A channel of the persona without a touchpoint",
            "nl": "Een kanaal van de persona zonder contactmoment",
        },
        {
            "en": "be there as well, or take the channel from the persona",
            "nl": "wees daar ook, of haal het kanaal weg bij de persona",
        },
        _persona_elsewhere,
    ),
)
"""The rules of this file."""
