"""The host of the worker: it starts the process that paints, hands it pictures, and ends it."""

import atexit
import contextlib
import importlib.util
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from attrs import define, field

from journeykit.drawing import worker
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

__all__ = ["Host", "find"]

_GRACE = 1.0  # seconds between the end that the host brings, and that by the worker's own clock
_FAREWELL = 1.0  # seconds that a worker gets to end by itself
_CLOCK = -int(getattr(signal, "SIGALRM", 0))  # exit status of a worker that its own clock ended


def find() -> str | None:
    """Return the folder that holds the package pygraphviz, or None where no worker can use it."""
    spec = importlib.util.find_spec("pygraphviz")
    # In a frozen program, the executable is that program and no Python.
    if spec is None or spec.origin is None or not sys.executable or hasattr(sys, "frozen"):
        return None
    return str(Path(spec.origin).resolve().parent.parent)


@define
class Host:
    """It keeps one worker, and hands it one picture at a time.

    The worker starts with the first picture, and anew after one that failed. It ends with this
    process; a forked process has a worker of its own.
    """

    _worker: "_Worker | None" = None
    _turn: threading.Lock = field(factory=threading.Lock)
    _start: threading.RLock = field(factory=threading.RLock)
    _is_tied: bool = False

    def paint(self, folder: str, order: Order) -> bytes:
        """Return what the worker makes of a graph.

        Args:
            folder: Where the package pygraphviz is.
            order: What to paint.

        Raises:
            RenderError: It failed, took too long, or the worker could not be started.
        """
        # Before the turn is taken: a process that is forked meanwhile gets a turn of its own.
        self._tie()
        turn = self._turn
        if not turn.acquire(timeout=order.left):
            raise too_slow(order)
        try:
            return self._painted(folder, order)
        except BaseException:
            # It may be at work on this picture still, and Graphviz loses memory when it fails.
            self._drop()
            raise
        finally:
            turn.release()

    def _painted(self, folder: str, order: Order) -> bytes:
        if self._worker is None or not self._worker.is_alive:
            self._drop()
            try:
                # A process that is forked meanwhile would keep open what leads to the worker, and
                # what Popen waits for.
                with self._start:
                    self._worker = _Worker.started(folder)
            except OSError as error:
                raise not_started(order, error) from None
        process = self._worker
        left = order.left
        wanted = {"format": order.format, "layout": order.layout, "seconds": left + _GRACE}
        request = f"{json.dumps(wanted)}\n{order.dot}".encode(errors="replace")
        with _alarm(left, process.kill) as late:
            answer = process.ask(request)
        if answer is None or late.is_set():
            status = process.end()
            if late.is_set() or status == _CLOCK:
                raise too_slow(order)
            raise ended(order, status, messages(process.said))
        word, body = answer
        if word == worker.FAILURE:
            raise refused(order, f"{messages(process.said)}\n{body.decode(errors='replace')}")
        return body

    def _tie(self) -> None:
        """Let the worker end with this process, once for all workers."""
        if not self._is_tied:
            atexit.register(self.close)
            if sys.platform != "win32":  # pragma: no branch - Windows does not fork
                os.register_at_fork(
                    before=self._start.acquire,
                    after_in_parent=self._start.release,
                    after_in_child=self._forget,
                )
            # At last: who finds it set may rely on it, and to be tied twice does no harm.
            self._is_tied = True

    def _drop(self) -> None:
        process, self._worker = self._worker, None
        if process is not None:
            process.kill()
            process.end()
            process.let_go()

    def close(self) -> None:
        """End the worker, if there is one; the next picture starts another."""
        # Another thread may be painting still, and would complain of files that are closed.
        if not self._turn.acquire(timeout=_FAREWELL):
            process = self._worker
            if process is not None:
                process.kill()
            return
        try:
            process, self._worker = self._worker, None
            if process is not None:
                process.end()
                process.let_go()
        finally:
            self._turn.release()

    def _forget(self) -> None:
        """Leave the worker to the process that this one was forked from."""
        process, self._worker = self._worker, None
        self._turn = threading.Lock()  # another thread may have held the old one
        if process is not None:
            process.process.returncode = 0  # nothing that this process would have to wait for
            process.let_go()
        self._start.release()  # taken before the fork


@define
class _Worker:
    """A process that paints, and what leads to it."""

    process: "subprocess.Popen[bytes]"
    requests: IO[bytes]
    answers: IO[bytes]
    said: IO[bytes]

    @classmethod
    def started(cls, folder: str) -> "_Worker":
        """Start a fresh interpreter, which shares nothing with this process."""
        said = new_messages()
        try:
            process = subprocess.Popen(  # noqa: S603 - Python itself, and a file of ours
                [sys.executable, "-I", worker.__file__, folder, str(MEMORY)],
                # No buffers: what is left in one would be written by a forked process as well.
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                env=surroundings(),
                creationflags=NO_WINDOW,
            )
        except BaseException:
            said.close()
            raise
        assert process.stdin is not None  # noqa: S101 - as asked for
        assert process.stdout is not None  # noqa: S101
        return cls(process, process.stdin, process.stdout, said)

    @property
    def is_alive(self) -> bool:
        """Whether it is there."""
        return self.process.poll() is None

    def ask(self, request: bytes) -> tuple[bytes, bytes] | None:
        """Return the word and the body of the answer, or None if there was none."""
        self.said.seek(0)
        self.said.truncate()
        rest = memoryview(worker.FRAME.pack(worker.REQUEST, len(request)) + request)
        try:
            while rest:
                rest = rest[self.requests.write(rest) :]
            word, size = worker.FRAME.unpack(self._read(worker.FRAME.size))
            known = word in (worker.PICTURE, worker.FAILURE)
            return (word, self._read(size)) if known else None
        except (OSError, EOFError):  # it reads or writes no more
            return None

    def _read(self, size: int) -> bytes:
        parts = []
        while size:
            part = self.answers.read(min(size, 2**20))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()

    def end(self) -> int:
        """Let it end, wait for that, and return its exit status."""
        self.requests.close()
        try:
            return self.process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            self.kill()
            return self.process.wait()

    def let_go(self) -> None:
        """Close what leads to it."""
        for file in (self.requests, self.answers, self.said):
            file.close()


@contextlib.contextmanager
def _alarm(seconds: float, action: Callable[[], None]) -> Iterator[threading.Event]:
    """Do something if what is in the block takes too long, and tell by an event that it did."""
    late = threading.Event()

    def ring() -> None:
        late.set()
        action()

    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    try:
        # While a program ends, no thread starts any more; the worker's own clock is there then.
        with contextlib.suppress(RuntimeError):
            timer.start()
        yield late
    finally:
        timer.cancel()
        # A thread that has looked at the clock just now would act after this.
        with contextlib.suppress(RuntimeError):
            timer.join()
