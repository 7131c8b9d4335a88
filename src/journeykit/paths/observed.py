"""Path and Paths: which steps customers took, and whether they converted."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import field, frozen

from journeykit._noun import (
    Noun,
    as_tuple,
    is_a,
    items_problems,
    key_problems,
    kind_problems,
    required_problems,
    whole_problems,
)
from journeykit.errors import EventError, shown
from journeykit.transition import CONVERSION, DROP_OFF, ENDS, START

__all__ = ["Path", "Paths", "as_paths"]

_MOST = 2**63 - 1
_SHOWN = 12


def _as_steps(steps: Iterable[str]) -> tuple[str, ...]:
    return as_tuple(steps)


@frozen(repr=False)
class Path(Noun):
    """A walk that customers were seen to make, from their first step to their last.

    Args:
        steps: The keys of the touchpoints in order, repeats included; none for customers who
            converted, or left, at once.
        converted: Whether the walk ends with a conversion.
        count: How many customers made it, 1 or more.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> print(Path(["ad", "site", "basket"], converted=True, count=3))
        ad → site → basket → CONVERSION (3 ×)
    """

    _positional: ClassVar[tuple[str, ...]] = ("steps",)

    steps: tuple[str, ...] = field(converter=_as_steps)
    converted: bool = False
    count: int = 1

    @property
    def end(self) -> str:
        """`CONVERSION` or `DROP_OFF`."""
        return CONVERSION if self.converted else DROP_OFF

    def moves(self) -> Iterator[tuple[str, str]]:
        """Give the source and target of each move, from `START` to the end."""
        source = START
        for step in self.steps:
            yield (source, step)
            source = step
        yield (source, self.end)

    def _problems(self) -> Iterator[str]:
        yield from items_problems("steps", self.steps, key_problems)
        yield from kind_problems("converted", self.converted, bool, "True or False")
        yield from required_problems("count", self.count, whole_problems, 1, _MOST)

    def __str__(self) -> str:
        times = f" ({self.count:,} ×)" if self.count > 1 else ""
        return f"{' → '.join([*self.steps, self.end])}{times}"


def _as_items(items: Iterable[Path]) -> tuple[Path, ...]:
    return as_tuple(items)


@frozen(repr=False)
class Paths(Noun):
    """Walks of many customers, in the order in which they were given.

    Equal walks may stand in it more than once; `merged` puts them together. All functions
    give the same for paths that are merged and for those that are not.

    Args:
        items: The paths.

    Raises:
        DefinitionError: Something is no `Path`; all problems are listed.

    Example:
        >>> paths = Paths([Path(["ad", "site"], converted=True, count=3), Path(["ad"])])
        >>> paths.total, paths.conversions, len(paths)
        (4, 3, 2)
        >>> print(paths)
        4 customers on 2 paths, 75 % convert
             3  ad → site → CONVERSION
             1  ad → DROP_OFF
    """

    _positional: ClassVar[tuple[str, ...]] = ("items",)

    items: tuple[Path, ...] = field(default=(), converter=_as_items)

    @property
    def total(self) -> int:
        """How many customers there are."""
        return sum(path.count for path in self.items)

    @property
    def conversions(self) -> int:
        """How many of them converted."""
        return sum(path.count for path in self.items if path.converted)

    @property
    def touchpoints(self) -> tuple[str, ...]:
        """The keys of all touchpoints, in the order in which they first come."""
        return tuple(dict.fromkeys(step for path in self.items for step in path.steps))

    def merged(self) -> "Paths":
        """Return the same walks with equal ones put together, in the order of the first.

        Example:
            >>> Paths([Path(["ad"]), Path(["site"]), Path(["ad"], count=4)]).merged()
            Paths([Path(['ad'], count=5), Path(['site'])])
        """
        counts: dict[tuple[tuple[str, ...], bool], int] = {}
        for path in self.items:
            walk = (path.steps, path.converted)
            counts[walk] = counts.get(walk, 0) + path.count
        return Paths(Path(*walk, count) for walk, count in counts.items())

    def to_rows(self) -> list[dict[str, object]]:
        """Return a row for each path, for a table or a data frame."""
        return [
            {"steps": list(path.steps), "converted": path.converted, "count": path.count}
            for path in self.items
        ]

    def _problems(self) -> Iterator[str]:
        yield from items_problems("items", self.items, is_a(Path))

    def __iter__(self) -> Iterator[Path]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        total = self.total
        share = f", {100 * self.conversions / total:.3g} % convert" if total else ""
        customers = "customer" if total == 1 else "customers"
        walks = "path" if len(self.items) == 1 else "paths"
        yield f"{total:,} {customers} on {len(self.items):,} {walks}{share}"
        # Sorted by count alone, so that equal counts stay in their order.
        for path in sorted(self.items, key=_fewer)[:_SHOWN]:
            yield f"{path.count:>6,}  {' → '.join([*path.steps, path.end])}"
        rest = len(self.items) - _SHOWN
        if rest > 0:
            yield f"        … and {rest:,} more"


def _fewer(path: Path) -> int:
    return -path.count


def as_paths(paths: Paths | Iterable[Path]) -> Paths:
    """Return paths, whichever way they are given, once they are known to speak of touchpoints.

    Args:
        paths: The paths, or several single ones.

    Raises:
        EventError: Something is no path, or a step has the name of an end.
    """
    if not isinstance(paths, Paths):
        several = list(paths) if isinstance(paths, Iterable) else [paths]
        strange = [path for path in several if not isinstance(path, Path)]
        if strange:
            raise EventError(
                f"paths must be Paths, or a list of Path, but hold {shown(strange[0])}; "
                "collect_paths makes them of events"
            )
        paths = Paths(several)
    reserved = next((step for path in paths for step in path.steps if step in ENDS), None)
    if reserved is not None:
        raise EventError(
            f"touchpoint {reserved!r} has a name that is reserved for an end; "
            "leave it out of the steps, or give it another name"
        )
    return paths
