"""Painting with the program `dot` of Graphviz: a new process for each picture."""

import contextlib
import math
import os
import shutil
import signal
import subprocess
import sys

from journeykit.drawing.environment import NO_WINDOW, surroundings
from journeykit.drawing.failures import (
    MEMORY,
    ended,
    messages,
    new_messages,
    not_started,
    refused,
    too_slow,
)
from journeykit.drawing.order import Order

__all__ = ["find", "paint"]


def find() -> str | None:
    """Return where the program is, or None."""
    return shutil.which("dot")


def paint(program: str, order: Order) -> bytes:
    """Return what the program makes of a graph.

    Args:
        program: Where the program is.
        order: What to paint.

    Raises:
        RenderError: It failed, took too long, or could not be started.
    """
    graph = order.dot.encode(errors="replace")
    with contextlib.ExitStack() as stack:
        try:
            said = stack.enter_context(new_messages())
            process = subprocess.Popen(  # noqa: S603 - all that is passed on is of fixed lists
                [program, f"-K{order.layout}", f"-T{order.format}"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                env=surroundings(),
                start_new_session=True,
                creationflags=NO_WINDOW,
            )
        except OSError as error:
            raise not_started(order, error) from None
        try:
            # It reads all of the graph before it begins, so that the limits are there in time.
            _limit(process.pid, order.left)
            picture, _ = process.communicate(graph, timeout=order.left)
        except BaseException as error:
            _end(process)
            if isinstance(error, subprocess.TimeoutExpired):
                raise too_slow(order) from None
            raise
        if process.returncode:
            raise ended(order, process.returncode, messages(said))
        if not picture:
            raise refused(order, messages(said))
    return picture


def _limit(pid: int, seconds: float) -> None:
    if sys.platform == "linux":  # pragma: no branch - elsewhere one cannot limit another process
        import resource

        limits = {
            resource.RLIMIT_AS: MEMORY,
            resource.RLIMIT_CORE: 0,
            # It ends even if this process does not live to end it.
            resource.RLIMIT_CPU: math.ceil(seconds) + 1,
            # No more complaints than a disk can hold.
            resource.RLIMIT_FSIZE: 2**26,
        }
        # It may have ended already.
        with contextlib.suppress(OSError):
            for kind, most in limits.items():
                _, hard = resource.prlimit(pid, kind)
                limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
                resource.prlimit(pid, kind, (limit, hard))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and those that it started, and leave nothing of it."""
    if sys.platform != "win32":  # pragma: no branch - Windows knows no groups of processes
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()
