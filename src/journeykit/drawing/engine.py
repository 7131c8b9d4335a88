"""The engine: Graphviz, which paints finished drawings as PNG and PDF.

``"pygraphviz"`` is the package of that name, in a process of its own; ``"dot"`` is the program of
Graphviz, in a process for each picture; ``"auto"`` is the first of these that is installed.
Neither can crash, freeze or fill the memory of the program that draws. ``"pygraphviz-in-process"``
can do all three, and is for those who ask for it by name.
"""

import threading
from typing import Final, get_args

from journeykit._optional import optional_module
from journeykit.drawing import host, program, worker
from journeykit.drawing.failures import not_whole, refused, too_slow
from journeykit.drawing.order import Engine, Format, Layout, Order
from journeykit.drawing.undated import undated
from journeykit.errors import (
    DefinitionError,
    MissingDependencyError,
    RenderError,
    UnknownKeyError,
    shown,
)

__all__ = ["paint"]

_LONGEST: Final = 86_400.0
_ENDS: Final = {
    "png": (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"),
    "pdf": (b"%PDF-", b"%%EOF\n"),
}
"""How files that are whole begin and end."""

_HOST: Final = host.Host()
_IN_PROCESS: Final = threading.Lock()


def paint(
    dot: str,
    format: Format,  # noqa: A002 - the field's own word
    *,
    engine: Engine = "auto",
    timeout: float = 20.0,
    layout: Layout = "nop2",
) -> bytes:
    """Return what Graphviz makes of a graph.

    It can be called from several threads; pictures are painted one at a time.

    Args:
        dot: The graph, with labels that `escape_label` has made safe. Graphviz reads whatever
            files its attributes name, so words of users stand in nothing but labels.
        format: What to make of it: ``"png"``, ``"pdf"``, ``"svg"`` or ``"json"``.
        engine: ``"pygraphviz"``, ``"dot"`` or ``"pygraphviz-in-process"``, which is used or
            fails; ``"auto"`` uses pygraphviz where it is installed, and else the program `dot`.
        timeout: Seconds that all of it may take, above 0 and up to 86,400. In process, nothing
            can stop Graphviz, and only the wait for one's turn is limited.
        layout: ``"nop2"`` where everything has its place; ``"dot"`` lets Graphviz find it.

    Raises:
        DefinitionError: The timeout is out of range.
        UnknownKeyError: There is no such engine, format or layout.
        MissingDependencyError: The engine is not installed.
        RenderError: Graphviz failed, crashed, took too long, or needed more than 1 GiB.

    Example:
        >>> picture = paint('digraph {n [label="Hello" pos="50,20"]}', "png")
        >>> picture[1:4]
        b'PNG'
    """
    for kind, key, known in (
        ("format", format, get_args(Format)),
        ("engine", engine, get_args(Engine)),
        ("layout", layout, get_args(Layout)),
    ):
        if key not in known:
            raise UnknownKeyError(kind, key, known)
    if not _is_duration(timeout):
        problem = f"timeout must be seconds, above 0 and at most 86,400, not {shown(timeout)}"
        raise DefinitionError(f"painting {format.upper()}", [problem])
    order = Order(dot, format, layout, timeout)
    picture = _painted(order, engine)
    begin, end = _ENDS.get(format, (b"", b""))
    if not (picture and picture.startswith(begin) and picture.endswith(end)):
        raise not_whole(order)
    return undated(picture) if format == "pdf" else picture


def _painted(order: Order, engine: str) -> bytes:
    if engine == "pygraphviz-in-process":
        return _painted_in_process(order)
    purpose = f"painting {order.what}"
    folder = None if engine == "dot" else host.find()
    if folder is not None:
        return _HOST.paint(folder, order)
    if engine == "pygraphviz":
        raise MissingDependencyError("pygraphviz", "render", purpose)
    path = program.find()
    if path is not None:
        return program.paint(path, order)
    if engine == "dot":
        way_out = "install Graphviz, or use engine='pygraphviz'"
        raise RenderError(f"{purpose} needs the program 'dot', which is not installed; {way_out}")
    lack = "where the program 'dot' of Graphviz is not installed either"
    raise MissingDependencyError("pygraphviz", "render", f"{purpose}, {lack},")


def _painted_in_process(order: Order) -> bytes:
    optional_module("pygraphviz", extra="render", purpose=f"painting {order.what}")
    # Graphviz keeps its attributes for the whole process, so threads would mix them up.
    if not _IN_PROCESS.acquire(timeout=order.left):
        raise too_slow(order)
    try:
        return worker.paint(order.dot, order.format, order.layout)
    except Exception as error:  # noqa: BLE001 - any error of pygraphviz means the same
        raise refused(order, f"{type(error).__name__}: {error}") from None
    finally:
        _IN_PROCESS.release()


def _is_duration(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= _LONGEST
