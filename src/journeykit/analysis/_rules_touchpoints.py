"""What the check asks of touchpoints: where they stand, where they take place, what they say."""

from collections.abc import Iterator, Sequence
from typing import Final

from journeykit.analysis._names import both
from journeykit.analysis._rule import Found, Rule, Subject, each_or_all
from journeykit.errors import shown
from journeykit.text import NEUTRAL
from journeykit.touchpoint import Touchpoint

__all__ = ["RULES"]

_MANNERS: Final = {"tone": both("tone", "toon"), "message": both("message", "boodschap")}


def _columns(subject: Subject) -> dict[str | None, list[Touchpoint]]:
    """Return the touchpoints of each phase, in the order of the phases, then those of none."""
    columns: dict[str | None, list[Touchpoint]] = {phase.key: [] for phase in subject.phases}
    for spot in subject.journey.touchpoints:
        columns.setdefault(spot.phase, []).append(spot)
    return columns


def _no_channel(subject: Subject) -> Iterator[Found]:
    spots = subject.journey.touchpoints
    return each_or_all(
        "touchpoint",
        [spot.key for spot in spots if spot.channel is None],
        both("has no channel", "heeft geen kanaal"),
        among=len(spots),
        together=both(
            f"says of none of its {len(spots)} touchpoints in which channel it is",
            f"zegt van geen van de {len(spots)} contactmomenten in welk kanaal het is",
        ),
    )


def _empty_phase(subject: Subject) -> Iterator[Found]:
    journey = subject.journey
    touched = {spot.phase for spot in journey.touchpoints}
    touched |= {note.phase for note in subject.notes("touchpoints")}
    if touched == {None}:
        return  # all stand in no phase, which is a finding of its own
    if not touched:
        # A grid without a row for touchpoints, such as a day in the life, has none on purpose.
        lanes = journey.model.lanes if journey.model is not None else ()
        if not lanes or subject.has_lane("touchpoints"):
            yield Found("journey", None, both("has no touchpoints", "heeft geen contactmomenten"))
        return
    for phase in subject.phases:
        if phase.key not in touched:
            yield Found("phase", phase.key, both("has no touchpoint", "heeft geen contactmoment"))


def _one_realm(subject: Subject) -> Iterator[Found]:
    journey = subject.journey
    channels = [spot.channel for spot in journey.touchpoints if spot.channel is not None]
    realms = {journey.channel(channel).realm for channel in channels}
    if len(channels) > 1 and realms in ({"online"}, {"offline"}):
        (realm,) = realms
        yield Found(
            "journey",
            None,
            both(f"meets customers only {realm}", f"ontmoet klanten alleen {realm}"),
        )


def _two_tongues(subject: Subject) -> Iterator[Found]:
    for phase, spots in _columns(subject).items():
        if phase is None:
            continue
        for manner, word in _MANNERS.items():
            said: dict[str, str] = {}
            for spot in spots:
                value = spot.data.get(manner)
                if value:
                    said.setdefault(repr(_plain(value)), f"{shown(value)} ({spot.key})")
            if len(said) > 1:
                yield Found(
                    "phase",
                    phase,
                    both(
                        f"differs in {word.pick('en')}: {', '.join(said.values())}",
                        f"verschilt in {word.pick('nl')}: {', '.join(said.values())}",
                    ),
                )


def _plain(value: object) -> object:
    return value.strip().casefold() if isinstance(value, str) else value


def _one_channel(subject: Subject) -> Iterator[Found]:
    for phase, spots in _columns(subject).items():
        channels = {spot.channel for spot in spots}
        if phase is not None and len(spots) > 1 and len(channels) == 1 and None not in channels:
            yield Found(
                "phase",
                phase,
                both(
                    f"has {len(spots)} touchpoints, all in the channel {spots[0].channel!r}",
                    f"heeft {len(spots)} contactmomenten, alle in het kanaal {spots[0].channel!r}",
                ),
            )


def _no_phase(subject: Subject) -> Iterator[Found]:
    journey = subject.journey
    spots = journey.touchpoints
    if spots and journey.model is None:
        message = both(
            "has no phases, because it has no model", "heeft geen fasen, want het heeft geen model"
        )
        yield Found("journey", None, message)
        return
    yield from each_or_all(
        "touchpoint",
        [spot.key for spot in spots if spot.phase is None],
        both("stands in no phase", "staat in geen enkele fase"),
        among=len(spots),
        together=both(
            f"puts none of its {len(spots)} touchpoints in a phase",
            f"zet geen van de {len(spots)} contactmomenten in een fase",
        ),
    )


def _unused_channel(subject: Subject) -> Iterator[Found]:
    journey = subject.journey
    used = {spot.channel for spot in journey.touchpoints}
    if journey.persona is not None:
        used |= {*journey.persona.channels, *journey.persona.channel_shares}
    for channel in journey.channels:
        if channel.key not in used:
            message = both("is used by no touchpoint", "wordt door geen contactmoment gebruikt")
            yield Found("channel", channel.key, message)


def _same_label(subject: Subject) -> Iterator[Found]:
    for spots in _columns(subject).values():
        yield from _twins(spots)


def _twins(spots: Sequence[Touchpoint]) -> Iterator[Found]:
    languages = dict.fromkeys(language for spot in spots for language in spot.label) or [NEUTRAL]
    twins: dict[str, Found] = {}
    for language in languages:
        first: dict[str, str] = {}
        for spot in spots:
            words = spot.label.pick(language)
            other = first.setdefault(words.casefold(), spot.key)
            if other != spot.key:
                message = both(
                    f"is shown as {shown(words)}, as {shown(other)} of the same phase is",
                    f"wordt getoond als {shown(words)}, net als {shown(other)} in dezelfde fase",
                )
                twins.setdefault(spot.key, Found("touchpoint", spot.key, message))
    return (twins[spot.key] for spot in spots if spot.key in twins)


RULES: Final = (
    Rule(
        "JK004",
        "warning",
        {"en": "A touchpoint without a channel", "nl": "Een contactmoment zonder kanaal"},
        {
            "en": "say where it takes place, for instance channel='website'",
            "nl": "zeg waar het plaatsvindt, bijvoorbeeld channel='website'",
        },
        _no_channel,
    ),
    Rule(
        "JK005",
        "warning",
        {"en": "A phase without a touchpoint", "nl": "Een fase zonder contactmoment"},
        {
            "en": "find out what customers meet there; if it is nothing, ask why",
            "nl": "zoek uit wat klanten er tegenkomen; als dat niets is, vraag waarom",
        },
        _empty_phase,
    ),
    Rule(
        "JK006",
        "info",
        {
            "en": "Only online, or only offline, touchpoints",
            "nl": "Alleen online, of alleen offline, contactmomenten",
        },
        {
            "en": "ask whether that is all: who searches also calls, comes by or asks others",
            "nl": "vraag of dat alles is: wie zoekt, belt ook, komt langs of vraagt anderen",
        },
        _one_realm,
    ),
    Rule(
        "JK014",
        "info",
        {
            "en": "Touchpoints of one phase that differ in tone or message",
            "nl": "Contactmomenten van één fase die verschillen in toon of boodschap",
        },
        {
            "en": "let them say the same; it is their data['tone'] and data['message'] that differ",
            "nl": "laat ze hetzelfde zeggen; hun data['tone'] en data['message'] verschillen",
        },
        _two_tongues,
    ),
    Rule(
        "JK025",
        "info",
        {"en": "A phase in one channel only", "nl": "Een fase in maar één kanaal"},
        {
            "en": "ask what customers do who do not use it, or when it fails",
            "nl": "vraag wat klanten doen die het niet gebruiken, of als het uitvalt",
        },
        _one_channel,
    ),
    Rule(
        "JK027",
        "warning",
        {"en": "Touchpoints without a phase", "nl": "Contactmomenten zonder fase"},
        {
            "en": "give the journey a model, and each touchpoint a phase=…",
            "nl": "geef de klantreis een model, en elk contactmoment een phase=…",
        },
        _no_phase,
    ),
    Rule(
        "JK029",
        "info",
        {"en": "An own channel that nothing uses", "nl": "Een eigen kanaal dat niets gebruikt"},
        {
            "en": "let a touchpoint take place there, or leave the channel out",
            "nl": "laat er een contactmoment plaatsvinden, of laat het kanaal weg",
        },
        _unused_channel,
    ),
    Rule(
        "JK030",
        "warning",
        {
            "en": "Two touchpoints of a phase with the same label",
            "nl": "Twee contactmomenten van een fase met hetzelfde label",
        },
        {
            "en": "give each a label of its own, so that readers can tell them apart",
            "nl": "geef elk een eigen label, zodat lezers ze uit elkaar kunnen houden",
        },
        _same_label,
    ),
)
"""The rules of this file."""
