"""Time pictures beside the `dot` program, on the same journey and in the same run.

Run it as ``python benchmarks/render.py [ROUNDS]``. Each round times everything once, so that a
machine that is busy for a while is so for all; the best times are compared.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Final

import journeykit as jk
from journeykit.drawing.dot import to_dot
from journeykit.drawing.engine import paint
from journeykit.drawing.program import find
from journeykit.presets import SALON

Task = Callable[[], object]
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
    return lambda: subprocess.run(command, input=dot.encode(), capture_output=True, check=True)


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
    print("\n".join(lines))  # noqa: T201 - its result


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
