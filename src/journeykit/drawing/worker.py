"""The process that paints pictures, one after the other, until nobody asks for more.

Graphviz is a library in C: words can crash it, some graphs keep it busy for hours, and nothing can
interrupt it. Here it can do so without harm. This file runs apart, as ``python -I worker.py``, so
it needs nothing of journeykit, and starts fast.

What comes in and what goes out are frames: a word of four letters, a length, and that many bytes.
A request holds a line of JSON (format, layout, seconds) and the DOT below it.
"""

import importlib
import json
import os
import select
import signal
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from typing import BinaryIO

__all__ = ["FAILURE", "FRAME", "PICTURE", "REQUEST", "main", "paint", "serve"]

FRAME = struct.Struct("!4sI")
REQUEST, PICTURE, FAILURE = b"jkRQ", b"jkOK", b"jkNO"


def paint(dot: str, format: str, layout: str) -> bytes:  # noqa: A002 - the field's own word
    """Return what Graphviz makes of a graph."""
    graph = importlib.import_module("pygraphviz").AGraph(string=dot)
    try:
        picture: bytes = graph.draw(format=format, prog=layout)
        return picture
    finally:
        graph.close()


def serve(
    requests: BinaryIO,
    answers: BinaryIO,
    guard: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> None:
    """Answer requests until there are no more.

    Args:
        requests: Where they come from.
        answers: Where answers go to.
        guard: Surrounds the painting of each.
    """
    while len(head := requests.read(FRAME.size)) == FRAME.size:
        _, size = FRAME.unpack(head)
        line, _, dot = requests.read(size).partition(b"\n")
        wanted = json.loads(line)
        _set_clock(wanted["seconds"])
        try:
            with guard():
                word, body = PICTURE, paint(dot.decode(), wanted["format"], wanted["layout"])
        except Exception as error:  # noqa: BLE001 - whatever it is, the caller is to know
            word, body = FAILURE, f"{type(error).__name__}: {error}".encode(errors="replace")
        _set_clock(0)
        answers.write(FRAME.pack(word, len(body)) + body)
        answers.flush()


def main(folder: str, memory: str) -> None:
    """Serve whoever started this process.

    Args:
        folder: Where the package pygraphviz is.
        memory: The memory that may be used, in bytes.
    """
    _limit(int(memory))
    # Who interrupts the program at a terminal means the program, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    # What C code prints goes where its complaints go, and not between the answers.
    os.dup2(2, 1)
    sys.path.append(folder)
    with suppress(BrokenPipeError):
        serve(sys.stdin.buffer, answers, partial(_while_somebody_waits, answers.fileno()))


@contextmanager
def _while_somebody_waits(answers: int) -> Iterator[None]:
    """Let the kernel end this process as soon as nobody can read its answer any more.

    Whoever asks reads all of an answer before asking again, so that meanwhile nothing else happens
    to the pipe. On systems other than Linux, the clock alone ends this process.
    """
    if sys.platform != "linux":  # pragma: no cover - no such signal there, or it does nothing
        yield
        return
    import fcntl

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(answers, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(answers, fcntl.F_SETFL, fcntl.fcntl(answers, fcntl.F_GETFL) | os.O_ASYNC)
    pipe = select.poll()
    pipe.register(answers, 0)
    if pipe.poll(0):
        raise BrokenPipeError  # it had happened before
    try:
        yield
    finally:
        signal.signal(signal.SIGIO, signal.SIG_IGN)


def _set_clock(seconds: float) -> None:
    """End this process after some time, even if nobody is left to do so; 0 takes that back."""
    if sys.platform != "win32":  # pragma: no branch - Windows has no such clock
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit(memory: int) -> None:
    if sys.platform == "win32":  # pragma: no cover - no such limits there
        return
    import resource

    # A file is what complaints are kept in: no more of them than can be read again.
    limits = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 2**26,
    }
    for kind, most in limits.items():
        _, hard = resource.getrlimit(kind)
        # A limit that cannot be had (macOS) is done without; that of time holds in any case.
        with suppress(OSError, ValueError):
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)  # noqa: PLW2901
            resource.setrlimit(kind, (most, hard))
    # All may be inherited otherwise, and the clock has to end this process.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGALRM, signal.SIGIO])


if __name__ == "__main__":  # pragma: no cover - then it is no module that coverage would know
    main(*sys.argv[1:])
