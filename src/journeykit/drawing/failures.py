"""What to say when a process that paints fails."""

import re
import signal
import tempfile
from typing import IO

from journeykit.drawing.order import Order
from journeykit.errors import RenderError

__all__ = [
    "MEMORY",
    "ended",
    "messages",
    "new_messages",
    "not_started",
    "not_whole",
    "refused",
    "too_slow",
]

MEMORY = 2**30
"""Bytes of memory that a process may use to paint one picture."""

_READ = 2**16
_NO_MEMORY = re.compile("out of memory|memoryerror|bad_alloc|allocat|enomem", re.IGNORECASE)
_SHOWN_CHARACTERS = 200


def new_messages() -> IO[bytes]:
    """Return a file for what a process complains of, which may be much, and is mostly not read."""
    # The lock of a buffer that another thread holds while this process is forked is never free in
    # the forked one, which could not even close the file.
    return tempfile.TemporaryFile(buffering=0)


def messages(file: IO[bytes]) -> str:
    """Return what a process has complained of."""
    file.seek(0)
    return file.read(_READ).decode(errors="replace")


def not_started(order: Order, error: OSError) -> RenderError:
    """Return the error for a process that could not be started."""
    reason = error.strerror or str(error)
    return RenderError(f"the process that paints {order.what} cannot be started: {reason.lower()}")


def not_whole(order: Order) -> RenderError:
    """Return the error for a picture that is none, though Graphviz did not complain."""
    way_out = "this Graphviz may have been built without it; try another engine"
    return RenderError(f"Graphviz painted no whole {order.what}; {way_out}")


def too_slow(order: Order) -> RenderError:
    """Return the error for a picture that took longer than it may."""
    way_out = "give it longer with timeout=, or draw less"
    return RenderError(
        f"painting {order.what} took more than {order.timeout:g} s and was stopped; {way_out}"
    )


def refused(order: Order, said: str) -> RenderError:
    """Return the error for a picture that Graphviz would not paint.

    Args:
        order: What was being painted.
        said: What Graphviz said.
    """
    if _NO_MEMORY.search(said):
        return _too_large(order)
    return RenderError(f"Graphviz cannot paint {order.what}: {_gist(said)}")


def ended(order: Order, code: int, said: str) -> RenderError:
    """Return the error for a process that ended before the picture was there.

    Args:
        order: What was being painted.
        code: Its exit status, or below zero the number of the signal that ended it.
        said: What Graphviz said.
    """
    if _NO_MEMORY.search(said):
        return _too_large(order)
    how = f"crashed ({_signal(-code)})" if code < 0 else f"gave up (exit status {code})"
    problem = f"Graphviz {how} while painting {order.what}: {_gist(said)}"
    return RenderError(f"{problem}; try another engine, or SVG, which needs none")


def _too_large(order: Order) -> RenderError:
    size = f"{MEMORY >> 20:,} MiB"
    return RenderError(
        f"painting {order.what} needs more than {size} of memory; draw less, or smaller"
    )


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _gist(said: str) -> str:
    """Return the line that says what is wrong, of all that Graphviz and its libraries printed."""
    lines = [" ".join(line.split()) for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if not line.startswith("Fontconfig")]
    errors = [line for line in telling if "error" in line.lower()]
    gist = (errors or telling or ["it did not say why"])[0]
    return gist if len(gist) <= _SHOWN_CHARACTERS else f"{gist[: _SHOWN_CHARACTERS - 1]}…"
