"""Time the building of journeys of 1,000 to 100,000 touchpoints, beside plain dataclasses.

Run it as ``python benchmarks/build_journey.py [ROUNDS]``. The dataclasses have the same fields;
those with checks also look at the types and ranges that journeykit looks at, field by field and
no further: they neither keep several languages nor find unknown keys. All take turns in one run,
so that a machine that is busy for a while is so for all; the best CPU times are compared.
"""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import journeykit as jk
from journeykit.presets import AIDA

Build = Callable[[int], object]
SIZES: Final = (1_000, 10_000, 100_000)
PHASES: Final = tuple(phase.key for phase in AIDA.phases)


@dataclass(frozen=True, slots=True)
class PlainTouchpoint:
    """The fields of a touchpoint."""

    key: str
    label: str = ""
    description: str = ""
    data: dict[str, Any] = field(default_factory=dict, hash=False)
    phase: str | None = None
    lane: str | None = None
    channel: str | None = None
    emotion: float | None = None
    importance: float | None = None
    moment_of_truth: str | None = None
    owner: str = ""
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class PlainTransition:
    """The fields of a transition."""

    source: str
    target: str
    weight: float | None = None
    kind: str | None = None
    label: str = ""
    reason: str = ""
    count: int | None = None
    median_wait: object = None
    description: str = ""
    data: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class PlainJourney:
    """The parts of a journey that are built here."""

    key: str
    model: jk.JourneyModel
    touchpoints: tuple[PlainTouchpoint, ...]
    transitions: tuple[PlainTransition, ...]


@dataclass(frozen=True, slots=True)
class CheckedTouchpoint(PlainTouchpoint):
    """A touchpoint that looks at its fields."""

    def __post_init__(self) -> None:
        """Refuse what is wrong."""
        for words in (self.key, self.label, self.description, self.owner):
            if not isinstance(words, str):
                raise TypeError(words)
        for reference in (self.phase, self.lane, self.channel):
            if reference is not None and not (isinstance(reference, str) and reference):
                raise ValueError(reference)
        if not self.key.strip() or not isinstance(self.data, dict):
            raise ValueError(self.key)
        if self.emotion is not None and not -2 <= self.emotion <= 2:
            raise ValueError(self.emotion)
        if self.importance is not None and not 1 <= self.importance <= 5:
            raise ValueError(self.importance)
        if self.moment_of_truth not in (None, "zmot", "fmot", "smot", "tmot", "umot"):
            raise ValueError(self.moment_of_truth)
        if self.evidence not in (None, "assumption", "anecdotal", "qualitative", "quantitative"):
            raise ValueError(self.evidence)


@dataclass(frozen=True, slots=True)
class CheckedTransition(PlainTransition):
    """A transition that looks at its fields."""

    def __post_init__(self) -> None:
        """Refuse what is wrong."""
        for words in (self.source, self.target, self.label, self.reason, self.description):
            if not isinstance(words, str):
                raise TypeError(words)
        if not self.source.strip() or not self.target.strip() or not isinstance(self.data, dict):
            raise ValueError(self.source)
        if self.source in ("CONVERSION", "DROP_OFF") or self.target == "START":
            raise ValueError(self.target)
        if self.weight is not None and not 0 <= self.weight < float("inf"):
            raise ValueError(self.weight)
        if self.kind not in (None, "next", "skip", "back", "repeat", "entry", "exit"):
            raise ValueError(self.kind)
        if self.count is not None and self.count < 0:
            raise ValueError(self.count)


def spots(size: int) -> Iterator[dict[str, Any]]:
    """Yield the fields of touchpoints, spread over the phases in order."""
    for number in range(size):
        yield {
            "key": f"t{number}",
            "label": f"Touchpoint {number}",
            "phase": PHASES[number * len(PHASES) // size],
            "channel": "website",
            "emotion": 0.5,
        }


def moves(size: int) -> Iterator[tuple[str, str, float]]:
    """Yield transitions: from each touchpoint to the next, and out."""
    yield "START", "t0", 1.0
    for number in range(size - 1):
        yield f"t{number}", f"t{number + 1}", 0.9
        yield f"t{number}", "DROP_OFF", 0.1
    yield f"t{size - 1}", "CONVERSION", 1.0


def ours(size: int) -> object:
    """Build a journey."""
    return jk.Journey(
        "large",
        model=AIDA,
        touchpoints=[jk.Touchpoint(**fields) for fields in spots(size)],
        transitions=[jk.Transition(*ends) for ends in moves(size)],
    )


def plain(size: int) -> object:
    """Build dataclasses."""
    return PlainJourney(
        "large",
        AIDA,
        tuple(PlainTouchpoint(**fields) for fields in spots(size)),
        tuple(PlainTransition(*ends) for ends in moves(size)),
    )


def checked(size: int) -> object:
    """Build dataclasses with checks."""
    return PlainJourney(
        "large",
        AIDA,
        tuple(CheckedTouchpoint(**fields) for fields in spots(size)),
        tuple(CheckedTransition(*ends) for ends in moves(size)),
    )


def seconds(build: Build, size: int) -> float:
    """Return the CPU time that building takes."""
    start = time.process_time()
    build(size)
    return time.process_time() - start


def alone(kind: Callable[..., object]) -> Build:
    """Return a way to build touchpoints and nothing else."""
    return lambda size: [kind(**fields) for fields in spots(size)]


JOURNEYS: Final[dict[str, Build]] = {"journeykit": ours, "checked": checked, "plain": plain}
TOUCHPOINTS: Final[dict[str, Build]] = {
    "journeykit": alone(jk.Touchpoint),
    "checked": alone(CheckedTouchpoint),
    "plain": alone(PlainTouchpoint),
}


def best_of(rounds: int, builds: dict[str, Build]) -> dict[int, dict[str, float]]:
    """Return the least CPU time for each size and way of building, in µs a touchpoint."""
    best = {size: dict.fromkeys(builds, float("inf")) for size in SIZES}
    for _ in range(rounds):
        for size, times in best.items():
            for name, build in builds.items():
                times[name] = min(times[name], seconds(build, size) / size * 1e6)
    return best


def rows(title: str, best: dict[int, dict[str, float]]) -> Iterator[str]:
    """Yield the lines of a table, one for each size."""
    yield f"{title}; µs a touchpoint"
    yield "    size  journeykit  checked   plain  x checked  x plain  growth  plain growth"
    first = best[SIZES[0]]
    for size, times in best.items():
        own, check, bare = times.values()
        yield (
            f"{size:>8,} {own:>11.2f} {check:>8.2f} {bare:>7.2f} {own / check:>10.2f} "
            f"{own / bare:>8.2f} {own / first['journeykit']:>7.2f} {bare / first['plain']:>13.2f}"
        )


def main(rounds: int) -> None:
    """Print a table for journeys and one for touchpoints alone."""
    for title, builds in (
        ("journeys, with two transitions a touchpoint", JOURNEYS),
        ("touchpoints alone", TOUCHPOINTS),
    ):
        print("\n".join(rows(title, best_of(rounds, builds))))  # noqa: T201 - its result


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
