"""Time imports in fresh interpreters, and list the heavy packages that they load.

Run it as ``python benchmarks/import_time.py [ROUNDS]``. What counts is CPU time, user and system,
above that of bare Python; each round starts every program once, so that a machine that is busy
for a while is so for all, and medians are compared.
"""

import os
import statistics
import subprocess
import sys
from typing import Final

HEAVY: Final = (
    "cattrs",
    "graphviz",
    "hypothesis",
    "narwhals",
    "networkx",
    "numpy",
    "scipy",
    "tomli_w",
    "yaml",
)
IMPORTS: Final = (
    "pass",
    "import attrs",
    "import journeykit",
    "from journeykit import Journey",
    "from journeykit.presets import AIDA",
    "import journeykit.testing",
)
# Without the entry points of Hypothesis, among which are those of other packages.
HYPOTHESIS: Final = "import hypothesis"
HOOK: Final = f"{HYPOTHESIS}; from journeykit.testing._hypothesis import register; register()"


def cpu_seconds(code: str, **environment: str) -> float:
    """Return the CPU time of a fresh interpreter that runs code."""
    child = subprocess.Popen(  # with -I, so that only what is installed is found
        [sys.executable, "-I", "-c", code], env={**os.environ, **environment}
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{code!r} fails")
    return used.ru_utime + used.ru_stime


def loaded(code: str) -> list[str]:
    """Return the heavy packages that code loads."""
    show = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", show], capture_output=True, check=True, text=True
    )
    return sorted(set(HEAVY) & set(done.stdout.split()))


def main(rounds: int) -> None:
    """Print a row for each import."""
    times: dict[str, list[float]] = {code: [] for code in IMPORTS}
    hooks: dict[str, list[float]] = {HYPOTHESIS: [], HOOK: []}
    for _ in range(rounds):
        for code, taken in times.items():
            taken.append(cpu_seconds(code))
        for code, taken in hooks.items():
            taken.append(cpu_seconds(code, HYPOTHESIS_NO_PLUGINS="1"))
    medians = {code: statistics.median(taken) * 1000 for code, taken in times.items()}
    bare = medians["pass"]
    attrs = medians["import attrs"] - bare
    lines = [f"bare Python: {bare:.1f} ms; above it:"]
    for code in IMPORTS[1:]:
        above = medians[code] - bare
        loads = ", ".join(loaded(code)) or "nothing heavy"
        lines.append(f"{code:<36} {above:>7.1f} ms  {above / attrs:>5.2f} x attrs  loads {loads}")
    plain, ours = (statistics.median(taken) * 1000 - bare for taken in hooks.values())
    lines.append(f"{HYPOTHESIS:<36} {plain:>7.1f} ms; {ours:.1f} ms with journeykit's types")
    print("\n".join(lines))  # noqa: T201 - its result


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
