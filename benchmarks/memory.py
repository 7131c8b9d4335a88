"""Paint thousands of pictures, and see whether any memory is lost.

Run it as ``python benchmarks/memory.py [NUMBER]``, on Linux. It prints the resident memory of this
process and of the worker as it goes, and fails where one has grown by more than 10 MiB since the
first tenth.
"""

import sys
import time
from pathlib import Path
from typing import Final

import journeykit as jk
from journeykit.presets import AIDA

_MOST: Final = 10.0


def resident(pid: int | str) -> float:
    """Return the resident memory of a process, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def worker() -> int:
    """Return the process that paints."""
    children = Path("/proc/self/task").glob("*/children")
    pids = [int(pid) for file in children for pid in file.read_text(encoding="utf-8").split()]
    (pid,) = pids
    return pid


def main(number: int = 10_000) -> int:
    """Paint pictures, print the memory, and return 1 if it has grown."""
    pictures = [jk.draw(AIDA, theme=theme) for theme in ("light", "dark")]
    start = time.perf_counter()
    seen: list[tuple[float, float]] = []
    for count in range(1, number + 1):
        kind = "png" if count % 2 else "pdf"
        pictures[count // 2 % 2].render(kind, engine="pygraphviz")
        if count % (number // 10) == 0:
            here, there = resident("self"), resident(worker())
            seen.append((here, there))
            took = time.perf_counter() - start
            text = f"{count:6,} pictures: {here:.1f} MiB here, {there:.1f} MiB in the worker"
            print(f"{text}, after {took:.0f} s", flush=True)  # noqa: T201 - its result
    growth = [last - first for first, last in zip(seen[0], seen[-1], strict=True)]
    return int(max(growth) > _MOST)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
