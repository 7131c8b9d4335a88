"""Time pictures beside the `dot` program, on the same journey and in the same run.

Run it as ``python benchmarks/render.py [ROUNDS]``. Each round times everything once, so that a
machine that is busy for a while is so for all; the best times are compared. Journeys of 10 to 200
touchpoints follow, as a map and as other views, beside ``dot -Tsvg`` of their plain graph, which
is given up after 20 seconds.
"""

import itertools
import math
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Final

import journeykit as jk
from journeykit import CONVERSION, DROP_OFF, START, Journey, Touchpoint, Transition
from journeykit.drawing.dot import to_dot
from journeykit.drawing.engine import paint
from journeykit.drawing.program import find
from journeykit.presets import SALON

Task = Callable[[], object]
_LONGEST: Final = 20.0  # seconds that the program may take
_CHANNELS: Final = ("instagram", "website", "search_engine", "email", "shop_window", "telephone")
_VIEWS: Final = ("phases", "touchpoints", "network", "flow")
_FIRST: Final = """
import sys, time
import journeykit as jk
from journeykit.drawing import engine
from journeykit.presets import AIDA, SALON
picture = jk.draw({subject})
start = time.perf_counter()
picture.render("png")
print(time.perf_counter() - start)
"""


def program(dot: str, *options: str) -> Task:
    """Return a task: what a user does with the program by hand."""
    path = find()
    if path is None:
        sys.exit("the dot program is missing")
    command = [path, *options]
    return lambda: subprocess.run(
        command, input=dot.encode(), capture_output=True, check=True, timeout=_LONGEST
    )


def first(subject: str) -> float:
    """Return how long the first PNG of a fresh program takes, the start of the worker included."""
    code = _FIRST.format(subject=subject)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return float(done.stdout)


def tasks() -> dict[str, Task]:
    """Return what is timed, by name."""
    drawn = jk.draw(SALON, "map").scene
    png, pdf = to_dot(drawn, scale=4, dpi=36), to_dot(drawn, scale=4, paged=True)
    return {
        "map as SVG": lambda: jk.draw(SALON, "map").svg,
        "plain graph, dot -Tsvg": program(jk.to_graphviz(SALON).source, "-Tsvg"),
        "PNG": lambda: paint(png, "png", engine="pygraphviz"),
        "PNG, engine dot": lambda: paint(png, "png", engine="dot"),
        "PNG, in process": lambda: paint(png, "png", engine="pygraphviz-in-process"),
        "PNG, dot -Tpng": program(png, "-Knop2", "-Tpng"),
        "PDF": lambda: paint(pdf, "pdf", engine="pygraphviz"),
        "PDF, engine dot": lambda: paint(pdf, "pdf", engine="dot"),
        "PDF, in process": lambda: paint(pdf, "pdf", engine="pygraphviz-in-process"),
        "PDF, dot -Tpdf": program(pdf, "-Knop2", "-Tpdf"),
        "first PNG of a small picture": lambda: first("AIDA"),
        "first PNG of the map": lambda: first('SALON, "map"'),
    }


def large(count: int, *, leaving: bool) -> Journey:
    """Return the salon's journey with as many touchpoints as asked, and ways between them.

    Args:
        count: How many.
        leaving: Whether customers drop off at each.
    """
    phases = [phase.key for phase in SALON.model.phases] if SALON.model is not None else []
    spots = [
        Touchpoint(
            f"spot_{number}",
            f"Touchpoint number {number}",
            phase=phases[number * len(phases) // count],
            channel=_CHANNELS[number % len(_CHANNELS)],
            emotion=(number * 7 % 9 - 4) / 2,
        )
        for number in range(count)
    ]
    keys = [START, *(spot.key for spot in spots), CONVERSION]
    moves = [Transition(source, target, 6) for source, target in itertools.pairwise(keys)]
    moves += [Transition(keys[at], keys[at + 2], 2) for at in range(1, count - 1, 2)]
    moves += [Transition(keys[at], keys[at - 1], 1) for at in range(3, count, 3)]
    if leaving:
        moves += [Transition(spot.key, DROP_OFF, 1) for spot in spots]
    notes = [note.evolve(touchpoint=None) for note in SALON.notes]
    return SALON.evolve(touchpoints=spots, transitions=moves, notes=notes, route=[], goals=[])


def best_of(task: Task, rounds: int) -> float:
    """Return the best time of a task in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def compared(count: int, rounds: int, *, leaving: bool) -> str:
    """Return how long the pictures of a journey take, and the program with its plain graph."""
    journey = large(count, leaving=leaving)
    plain = program(jk.to_graphviz(journey).source, "-Tsvg")
    jk.draw(journey, "map").svg  # noqa: B018 - what is loaded once is loaded now
    ours, theirs = math.inf, math.inf
    try:
        for _ in range(rounds):
            ours = min(ours, best_of(lambda: jk.draw(journey, "map").svg, 3))
            theirs = min(theirs, best_of(plain, 1))
        verdict = f"dot {theirs:7.1f} ms, {theirs / ours:5.1f} times as long"
    except subprocess.CalledProcessError as error:
        verdict = f"dot fails: {error.stderr.decode().splitlines()[0]}"
    except subprocess.TimeoutExpired:
        verdict = f"dot takes more than {_LONGEST:.0f} s"
    others = [
        f"{view} {best_of(lambda view=view: jk.draw(journey, view).svg, 3):.1f}"  # type: ignore[misc]
        for view in _VIEWS
    ]
    what = "with drop-off" if leaving else "without"
    return f"{count:4} touchpoints {what:13} map {ours:6.1f} ms, {verdict}; {', '.join(others)} ms"


def main(rounds: int = 15) -> None:
    """Time everything and print how long it took, and the ratios."""
    todo = tasks()
    times: dict[str, list[float]] = {name: [] for name in todo}
    for task in todo.values():
        task()  # what is loaded once is loaded now
    for _ in range(rounds):
        for name, task in todo.items():
            start = time.perf_counter()
            result = task()
            took = time.perf_counter() - start
            times[name].append(result if isinstance(result, float) else took)
    best = {name: min(values) for name, values in times.items()}
    lines = [
        f"{name:30} {1000 * best[name]:8.1f} ms, median {1000 * statistics.median(values):8.1f} ms"
        for name, values in times.items()
    ]
    for what, ours, theirs in (
        ("SVG of the map, faster than the plain graph by", "map as SVG", "plain graph, dot -Tsvg"),
        ("PNG, faster than the program by", "PNG", "PNG, dot -Tpng"),
        ("PDF, faster than the program by", "PDF", "PDF, dot -Tpdf"),
    ):
        lines.append(f"{what}: {best[theirs] / best[ours]:.2f} times")
    for what in ("PNG", "PDF"):
        more = best[what] - best[f"{what}, in process"]
        lines.append(f"{what}, more than in process: {1000 * more:.1f} ms")
    for leaving in (False, True):
        for count in (10, 30, 60, 200):
            lines.append(compared(count, max(1, rounds // 3), leaving=leaving))  # noqa: PERF401
    print("\n".join(lines))  # noqa: T201 - its result


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
