"""The process that paints: what it answers, and how it begins and ends."""

import io
import itertools
import json
import os
import signal
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep

import pytest

from journeykit.drawing import engine, host, worker
from journeykit.drawing.engine import paint
from journeykit.drawing.failures import messages
from journeykit.drawing.host import Host
from journeykit.drawing.order import Order
from journeykit.errors import RenderError

GOOD = 'digraph {node [label="\\N"]; a [pos="20,20" label="Hello"]}'
CRASH = 'digraph {_background="F 14 5 -Times T 0 0 0 10 2 -ab "; a}'
ENDLESS = f"digraph {{{''.join(f'n{a}->n{b};' for a, b in itertools.combinations(range(60), 2))}}}"
PACKAGES = sysconfig.get_path("purelib")

# Words that all programs below begin with.
BEGIN = f"""
import itertools, os, signal, sys, threading, time
from journeykit.drawing import engine
from journeykit.drawing.engine import paint
from journeykit.errors import RenderError
GOOD, CRASH, ENDLESS = {GOOD!r}, {CRASH!r}, {ENDLESS!r}
def worker():
    return engine._HOST._worker.process.pid
def crash():
    try:
        paint(CRASH, "svg", layout="dot")
    except RenderError as error:
        return str(error)
"""


def run(code: str, *, python: str = sys.executable, **variables: str) -> str:
    """Run a program, and return what it prints; it must not complain."""
    done = subprocess.run(
        [python, "-c", BEGIN + code],
        capture_output=True,
        check=False,
        env={**os.environ, **variables},
        text=True,
        timeout=120,
    )
    assert done.stderr == ""
    return done.stdout


def is_there(pid: int) -> bool:
    """Return whether a process runs, and is no zombie."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def soon(condition: Callable[[], bool], *, seconds: float = 10) -> bool:
    """Return whether a condition comes true within some time."""
    end = monotonic() + seconds
    while monotonic() < end:
        if condition():
            return True
        sleep(0.02)
    return False


def request(dot: str, format_: str = "svg", *, seconds: float = 60) -> bytes:
    """Return a request as a worker reads it."""
    line = json.dumps({"format": format_, "layout": "nop2", "seconds": seconds})
    body = f"{line}\n{dot}".encode()
    return worker.FRAME.pack(worker.REQUEST, len(body)) + body


def answers(file: io.BytesIO) -> list[tuple[bytes, bytes]]:
    """Return all answers in a file."""
    file.seek(0)
    found = []
    while head := file.read(worker.FRAME.size):
        word, size = worker.FRAME.unpack(head)
        found.append((word, file.read(size)))
    return found


# --- what it answers --------------------------------------------------------------------


def test_answers() -> None:
    """A picture for a good graph and words for a bad one, until nobody asks."""
    out = io.BytesIO()
    worker.serve(io.BytesIO(request(GOOD) + request("digraph {") + request(GOOD)), out)
    first, second, third = answers(out)
    assert first == third
    assert (first[0], first[1][:5]) == (worker.PICTURE, b"<?xml")
    assert second == (worker.FAILURE, b"DotError: Invalid Input")


@pytest.mark.parametrize("half", [b"", b"jk", request(GOOD)[: worker.FRAME.size - 1]])
def test_a_request_that_breaks_off(half: bytes) -> None:
    """Who asks may end in the middle of a word."""
    out = io.BytesIO()
    worker.serve(io.BytesIO(half), out)
    assert out.getvalue() == b""


def test_a_process_of_its_own() -> None:
    """It limits itself, keeps what is printed apart from its answers, and ends when asked."""
    folder = host.find()
    code = """
import os, resource, signal, sys
from journeykit.drawing import worker
signal.signal(signal.SIGALRM, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
paint = worker.paint
def noisy(*order):
    os.write(1, b"printed")
    return paint(*order)
worker.paint = noisy
worker.main(sys.argv[1], str(2**30))
assert resource.getrlimit(resource.RLIMIT_AS)[0] == 2**30
assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
assert not signal.pthread_sigmask(signal.SIG_BLOCK, [])
assert sys.path[-1] == sys.argv[1]
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        input=request(GOOD, "png"),
        capture_output=True,
        check=False,
        timeout=60,
    )
    ((word, picture),) = answers(io.BytesIO(done.stdout))
    assert (word, picture[1:4], done.returncode) == (worker.PICTURE, b"PNG", 0)
    assert b"printed" in done.stderr


def test_its_clock_ends_it() -> None:
    """A worker that nobody stops any more stops itself, even inside Graphviz."""
    body = request(ENDLESS, seconds=0.5).replace(b'"nop2"', b'"dot" ')
    start = monotonic()
    done = subprocess.run(
        [sys.executable, "-I", worker.__file__, str(host.find()), str(2**30)],
        input=body,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == -signal.SIGALRM
    assert monotonic() - start < 10


def test_complaints_belong_to_one_picture() -> None:
    """What Graphviz said about a picture is not told of the next one."""
    own = Host()
    folder = str(host.find())
    small = " ".join(f'n{n} [pos="0,0" label="far too wide for it"];' for n in range(9))
    warned = f"digraph {{node [fixedsize=true width=0.1]; {small}}}"
    own.paint(folder, Order(warned, "svg", "nop2", 20))
    process = own._worker  # noqa: SLF001
    assert process is not None
    assert "size too small" in messages(process.said)
    with pytest.raises(RenderError, match="while painting SVG: it did not say why"):
        own.paint(folder, Order(CRASH, "svg", "dot", 20))


# --- one after the other, and all at once -----------------------------------------------


def test_a_worker_is_kept() -> None:
    """The same process paints picture after picture, and another one after a failure."""
    code = """
paint(GOOD, "png"); first = worker()
paint(GOOD, "pdf"); assert worker() == first
crash(); assert engine._HOST._worker is None
paint(GOOD, "png"); assert worker() != first
"""
    assert run(code) == ""


def test_a_worker_that_is_gone_is_replaced() -> None:
    """A worker that somebody else ended while it had nothing to do is not missed."""
    code = """
paint(GOOD, "png"); first = worker()
os.kill(first, signal.SIGKILL)
os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
paint(GOOD, "png"); assert worker() != first
"""
    assert run(code) == ""


def test_threads() -> None:
    """Eight threads get the pictures that one thread gets."""
    graphs = [GOOD.replace("Hello", f"Hello {n} \N{SNOWMAN}") for n in range(8)]
    alone = [paint(dot, "svg") for dot in graphs]

    def often(number: int) -> bool:
        return all(paint(graphs[number], "svg") == alone[number] for _ in range(25))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(often, range(8))) == [True] * 8


def test_a_thread_does_not_wait_for_ever() -> None:
    """The time that other pictures take counts as well."""
    own = Host()
    folder = str(host.find())
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(own.paint, folder, Order(ENDLESS, "svg", "dot", 3))
        assert soon(own._turn.locked)  # noqa: SLF001
        with pytest.raises(RenderError, match=r"took more than 0\.2 s"):
            own.paint(folder, Order(GOOD, "svg", "nop2", 0.2))
        with pytest.raises(RenderError, match="took more than 3 s"):
            slow.result()
    assert own.paint(folder, Order(GOOD, "svg", "nop2", 20))
    own.close()


def test_crashes_and_endless_graphs_in_a_row() -> None:
    """Fifty crashes and twenty endless graphs leave the program alive, and on time."""
    code = """
for number in range(50):
    assert "crashed (SIG" in crash(), number
late = []
for number in range(20):
    start = time.monotonic()
    try:
        paint(ENDLESS, "svg", layout="dot", timeout=0.2)
    except RenderError as error:
        assert "took more than 0.2 s" in str(error)
    late.append(time.monotonic() - start - 0.2)
assert max(late) < 15, late
assert sorted(late)[10] < 2, late
assert paint(GOOD, "png")[1:4] == b"PNG"
print("alive")
"""
    assert run(code) == "alive\n"


# --- answers that are none --------------------------------------------------------------


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("", r"gave up \(exit status 0\) while painting PNG: it did not say why"),
        ("import sys; sys.exit('no such plugin')", r"gave up \(exit status 1\).*: no such plugin"),
        ("print('not what was expected, but a picture'); input()", r"gave up \(exit status 0\)"),
        ("import os; os.write(1, b'jkOK\\0\\0\\0\\7only')", r"gave up \(exit status 0\)"),
        ("import os; os.kill(os.getpid(), 9)", r"crashed \(SIGKILL\)"),
    ],
)
def test_no_worker_at_all(
    script: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What answers in another way is not taken for a worker."""
    path = tmp_path / "worker.py"
    path.write_text(f"import sys; sys.stdin.buffer.readline(); {script}", encoding="utf-8")
    monkeypatch.setattr(worker, "__file__", str(path))
    own = Host()
    with pytest.raises(RenderError, match=message):
        own.paint("", Order(GOOD, "png", "nop2", 20))
    own.close()


def test_a_worker_that_does_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that is never read is given up in time, and so is a worker that will not go."""
    path = tmp_path / "worker.py"
    path.write_text("import time; time.sleep(60)", encoding="utf-8")
    monkeypatch.setattr(worker, "__file__", str(path))
    own = Host()
    with pytest.raises(RenderError, match=r"took more than 0\.5 s"):
        own.paint("", Order(GOOD + " " * 10**6, "png", "nop2", 0.5))
    start = monotonic()
    own._worker = host._Worker.started("")  # noqa: SLF001
    own.close()
    assert monotonic() - start < 10


@pytest.mark.parametrize("late", [False, True])
def test_the_clock_of_the_worker_counts(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    late: bool,  # noqa: FBT001
) -> None:
    """Where no thread starts any more, the worker's own clock tells that it was too slow."""
    path = tmp_path / "worker.py"
    path.write_text("import os, signal; os.kill(os.getpid(), signal.SIGALRM)", encoding="utf-8")
    monkeypatch.setattr(worker, "__file__", str(path))
    if late:
        monkeypatch.setattr(threading.Thread, "start", refuse)
    with pytest.raises(RenderError, match="took more than 20 s"):
        Host().paint("", Order(GOOD, "png", "nop2", 20))


def refuse(_thread: threading.Thread) -> None:
    """Do as Python does while it ends."""
    raise RuntimeError


def test_a_worker_that_cannot_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where there is no Python to start, the error is one line."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    message = "^the process that paints PNG cannot be started: no such file or directory$"
    with pytest.raises(RenderError, match=message):
        Host().paint("", Order(GOOD, "png", "nop2", 20))


def test_a_picture_that_comes_too_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes when time is up already is not handed out, as its worker is being ended."""
    own = Host()
    folder = str(host.find())
    own.paint(folder, Order(GOOD, "png", "nop2", 20))
    ask = host._Worker.ask  # noqa: SLF001

    def slowly(process: host._Worker, request: bytes) -> tuple[bytes, bytes] | None:
        answer = ask(process, request)
        assert answer is not None
        assert soon(lambda: not process.is_alive)
        return answer

    monkeypatch.setattr(host._Worker, "ask", slowly)  # noqa: SLF001
    with pytest.raises(RenderError, match="took more than 2 s"):
        own.paint(folder, Order(GOOD, "png", "nop2", 2))


def test_an_interrupted_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who presses Ctrl-C while the worker paints gets the next picture, and not this one."""
    own = Host()
    folder = str(host.find())
    before = own.paint(folder, Order(GOOD, "svg", "nop2", 20))
    process = own._worker  # noqa: SLF001
    assert process is not None
    with monkeypatch.context() as patch:
        patch.setattr(host._Worker, "_read", interrupt)  # noqa: SLF001
        with pytest.raises(KeyboardInterrupt):
            own.paint(folder, Order(GOOD.replace("Hello", "Other"), "svg", "nop2", 20))
    assert process.process.returncode == -signal.SIGKILL
    assert own.paint(folder, Order(GOOD, "svg", "nop2", 20)) == before
    own.close()


def test_an_interrupted_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who presses Ctrl-C before the worker gets anything leaves no thread that goes on."""
    start = threading.Thread.start

    def start_and_stop(thread: threading.Thread) -> None:
        start(thread)
        raise KeyboardInterrupt

    own = Host()
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", start_and_stop)
        with pytest.raises(KeyboardInterrupt):
            own.paint(str(host.find()), Order(GOOD, "svg", "nop2", 60))
    assert not [one for one in threading.enumerate() if isinstance(one, threading.Timer)]
    own.close()


def interrupt(_worker: object, _size: int) -> bytes:
    """Do as Python does when Ctrl-C is pressed."""
    raise KeyboardInterrupt


# --- how it ends ------------------------------------------------------------------------


def test_no_zombies() -> None:
    """Neither pictures nor crashes nor time-outs leave a process that waits to be reaped."""
    code = """
paint(GOOD, "png"); crash()
try:
    paint(ENDLESS, "svg", layout="dot", timeout=0.5)
except RenderError:
    pass
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("none")
"""
    assert run(code) == "none\n"


@pytest.mark.parametrize("end", ["", "sys.exit(3)", "raise SystemExit", "os._exit(0)"])
def test_it_ends_with_its_program(end: str) -> None:
    """However the program ends, its worker does."""
    done = subprocess.run(
        [sys.executable, "-c", f"{BEGIN}\npaint(GOOD, 'png')\nprint(worker(), flush=True)\n{end}"],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    if end == "os._exit(0)":
        assert soon(lambda: not is_there(int(done.stdout)))
    else:  # the program waits for it, so that nobody else has to reap it
        assert not is_there(int(done.stdout))


@pytest.mark.parametrize("work", ["", "busy"])
def test_it_ends_with_a_program_that_is_killed(work: str) -> None:
    """A program that is killed takes its worker with it, even out of an endless graph."""
    code = """
paint(GOOD, "png"); print(worker(), flush=True)
if WORK:
    start = lambda: paint(ENDLESS, "svg", layout="dot", timeout=100)
    threading.Thread(target=start, daemon=True).start()
    time.sleep(0.5)
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + f"WORK = {work!r}" + code],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL
    assert soon(lambda: not is_there(int(done.stdout)))


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel tells nobody elsewhere")
def test_nobody_waits_any_more() -> None:
    """A picture that nobody will read is not begun."""
    before = signal.getsignal(signal.SIGIO)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        with pytest.raises(BrokenPipeError), worker._while_somebody_waits(writing):  # noqa: SLF001
            pytest.fail("it was begun")
    finally:
        os.close(writing)
        signal.signal(signal.SIGIO, before)


def test_a_thread_that_paints_while_a_program_ends() -> None:
    """A thread that nobody waits for does not complain of a worker that is taken away."""
    code = """
import atexit
from journeykit.drawing import host
host._FAREWELL = 30
atexit.register(lambda: thread.join())  # after the worker has been taken away
paint(GOOD, "png")
ask = host._Worker.ask
is_asking = threading.Event()
def ask_late(*args):
    is_asking.set()
    time.sleep(0.2)
    return ask(*args)
host._Worker.ask = ask_late
thread = threading.Thread(target=paint, args=(GOOD, "png"), daemon=True); thread.start()
is_asking.wait()
"""
    assert run(code) == ""


def test_a_program_does_not_wait_for_its_threads() -> None:
    """A program that ends takes its worker out of an endless graph, and is on time."""
    code = """
paint(GOOD, "png")
def endless():
    paint(ENDLESS, "svg", layout="dot", timeout=60)
threading.Thread(target=endless, daemon=True).start()
while not engine._HOST._turn.locked():
    time.sleep(0.01)
print(worker(), flush=True)
"""
    start = monotonic()
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code], capture_output=True, check=False, timeout=60
    )
    assert monotonic() - start < 30
    assert done.returncode == 0
    assert soon(lambda: not is_there(int(done.stdout)))


def test_nothing_to_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a worker that another thread is about to start."""
    monkeypatch.setattr(host, "_FAREWELL", 0.01)
    own = Host()
    with own._turn:  # noqa: SLF001
        own.close()
        assert own._turn.locked()  # noqa: SLF001
    assert own.paint(str(host.find()), Order(GOOD, "svg", "nop2", 20))
    with own._turn:  # noqa: SLF001
        own.close()
        assert own._worker is not None  # noqa: SLF001
        assert soon(lambda: not own._worker.is_alive)  # type: ignore[union-attr]  # noqa: SLF001
    own.close()


def test_pictures_while_a_program_ends() -> None:
    """A picture can still be painted when Python runs its last functions."""
    code = """
import atexit
paint(GOOD, "png")
atexit.register(lambda: print(paint(GOOD, "png")[1:4]))
"""
    assert run(code) == "b'PNG'\n"


# --- where it works ---------------------------------------------------------------------


def test_after_a_fork() -> None:
    """A forked process has a worker of its own, and leaves its parent's alone."""
    code = """
before = paint(GOOD, "png"); first = worker()
pid = os.fork()
if pid == 0:
    engine._HOST.close()
    assert engine._HOST._worker is None
    assert paint(GOOD, "png") == before
    assert worker() != first
    sys.exit(7)
assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
assert paint(GOOD, "png") == before
assert worker() == first
"""
    assert run(code) == ""


def test_a_fork_that_never_painted() -> None:
    """What a forked process inherits is nothing that it would have to end."""
    code = """
engine._HOST._tie()
pid = os.fork()
if pid == 0:
    sys.exit(len(paint(GOOD, "png")) < 100)
assert os.waitpid(pid, 0)[1] == 0
"""
    assert run(code) == ""


def test_after_a_fork_while_another_thread_paints() -> None:
    """A forked process does not wait for a thread that it does not have."""
    code = """
paint(GOOD, "png")
def endless():
    try:
        paint(ENDLESS, "svg", layout="dot", timeout=3)
    except RenderError:
        pass
thread = threading.Thread(target=endless); thread.start()
while not engine._HOST._turn.locked():
    time.sleep(0.01)
pid = os.fork()
if pid == 0:
    print(paint(GOOD, "png", timeout=20)[1:4], flush=True)
    os._exit(0)
assert os.waitpid(pid, 0)[1] == 0
thread.join()
"""
    # Python warns of a fork beside a thread, and what is tested is that we survive it.
    assert run(code, PYTHONWARNINGS="ignore::DeprecationWarning") == "b'PNG'\n"


def test_forks_at_any_moment_of_a_painting() -> None:
    """A forked process does not wait for what another thread held at that moment."""
    code = """
is_over = threading.Event()
def paint_on():
    while not is_over.is_set():
        paint(GOOD, "svg")
thread = threading.Thread(target=paint_on); thread.start()
for number in range(100):
    while not engine._HOST._turn.locked():
        pass
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    end = time.monotonic() + 30
    while os.waitpid(pid, os.WNOHANG)[0] == 0:
        if time.monotonic() > end:
            os.kill(pid, signal.SIGKILL)
            print(f"forked process {number} hangs", flush=True)
            os._exit(0)
        time.sleep(0.001)
is_over.set()
thread.join()
"""
    assert run(code, PYTHONWARNINGS="ignore::DeprecationWarning") == ""


def test_a_fork_before_the_first_picture() -> None:
    """A forked process does not wait for a turn that was taken before there was any worker."""
    code = """
from journeykit.drawing.host import Host
painted, has_turn, may_paint = Host._painted, threading.Event(), threading.Event()
def paint_late(*args):
    has_turn.set()
    may_paint.wait()
    return painted(*args)
Host._painted = paint_late
thread = threading.Thread(target=paint, args=(GOOD, "png"), daemon=True); thread.start()
has_turn.wait()
pid = os.fork()
if pid == 0:
    Host._painted = painted
    print(paint(GOOD, "png", timeout=20)[1:4], flush=True)
    os._exit(0)
assert os.waitpid(pid, 0)[1] == 0
may_paint.set()
thread.join()
"""
    assert run(code, PYTHONWARNINGS="ignore::DeprecationWarning") == "b'PNG'\n"


def test_a_fork_while_the_worker_starts() -> None:
    """A process is forked before the worker starts or after, and not with half of its pipes."""
    code = """
from journeykit.drawing import host
popen, is_starting, started = host.subprocess.Popen, threading.Event(), []
def start_slowly(*args, **options):
    is_starting.set()
    process = popen(*args, **options)
    time.sleep(0.3)
    started.append(process)
    return process
host.subprocess.Popen = start_slowly
thread = threading.Thread(target=paint, args=(GOOD, "png")); thread.start()
is_starting.wait()
pid = os.fork()
if pid == 0:
    host.subprocess.Popen = popen
    print(len(started), started[0].stdin.closed, paint(GOOD, "png", timeout=20)[1:4], flush=True)
    os._exit(0)
assert os.waitpid(pid, 0)[1] == 0
thread.join()
"""
    assert run(code, PYTHONWARNINGS="ignore::DeprecationWarning") == "1 True b'PNG'\n"


def test_a_fork_does_not_keep_the_worker_alive() -> None:
    """A forked process that lives on does not keep its parent's worker from ending."""
    code = """
paint(GOOD, "png")
if os.fork() == 0:
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    time.sleep(8)
    os._exit(0)
print(worker(), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code], capture_output=True, check=False, timeout=60
    )
    assert soon(lambda: not is_there(int(done.stdout)), seconds=5)


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_pools_of_processes(method: str, tmp_path: Path) -> None:
    """Processes of a pool paint what their parent paints."""
    script = tmp_path / "pool.py"
    script.write_text(
        f"""
import multiprocessing
from journeykit.drawing.engine import paint
if __name__ == "__main__":
    once = paint({GOOD!r}, "png")
    with multiprocessing.get_context({method!r}).Pool(2) as pool:
        assert pool.starmap(paint, [({GOOD!r}, "png")] * 4) == [once] * 4
""",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, script], capture_output=True, check=False, text=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_scripts_without_a_guard(tmp_path: Path) -> None:
    """A script that paints at its top level is not run a second time."""
    script = tmp_path / "script.py"
    script.write_text(f"{BEGIN}\nprint(len(paint(GOOD, 'png')) > 100)", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script], capture_output=True, check=False, text=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_packages_outside_of_the_interpreter() -> None:
    """The worker finds pygraphviz where its program finds it, wherever that is."""
    python = getattr(sys, "_base_executable", sys.executable)
    source = str(Path(engine.__file__).parents[2])
    paths = os.pathsep.join([source, PACKAGES])
    assert run("print(paint(GOOD, 'png')[1:4])", python=python, PYTHONPATH=paths) == "b'PNG'\n"


def test_modules_beside_the_script(tmp_path: Path) -> None:
    """Files of the user that are called like modules of Python do not reach the worker."""
    for name in ("json", "struct", "tempfile", "signal"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('wrong module')", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", worker.__file__, str(host.find()), str(2**30)],
        input=request(GOOD),
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        timeout=60,
    )
    assert answers(io.BytesIO(done.stdout))[0][0] == worker.PICTURE


def test_it_costs_nothing_to_have() -> None:
    """To import the engine starts nothing: no process, no thread."""
    code = """
assert threading.active_count() == 1
assert engine._HOST._worker is None
paint(GOOD, "png")
assert threading.active_count() == 1
"""
    assert run(code) == ""
