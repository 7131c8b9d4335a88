"""Strategies for observed walks."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from journeykit.paths import Path, Paths
from journeykit.testing._words import KEYS, SEATS, st

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

__all__ = ["paths", "walks"]

_COINS: Final = st.booleans()
_COUNTS: Final = st.integers(1, 5) | st.integers(1, 10_000)
_SEVERAL: Final = st.lists(KEYS, min_size=1, max_size=5, unique=True)


def _keys(touchpoints: Collection[str] | None) -> st.SearchStrategy[Sequence[str]]:
    return _SEVERAL if touchpoints is None else st.just(tuple(touchpoints))


@st.composite
def _walk(
    draw: "DrawFn", *, keys: st.SearchStrategy[Sequence[str]], seats: st.SearchStrategy[list[int]]
) -> Path:
    known = draw(keys)
    steps = [known[seat % len(known)] for seat in draw(seats)]
    return Path(steps, draw(_COINS), draw(_COUNTS))


def walks(
    *, touchpoints: Collection[str] | None = None, min_steps: int = 0, max_steps: int | None = None
) -> st.SearchStrategy[Path]:
    """Make single paths, with repeats, with and without a conversion.

    Args:
        touchpoints: The keys that may be among the steps; up to five of any kind when not
            given.
        min_steps: The least number of steps; without steps, customers convert or leave at once.
        max_steps: The largest number of steps; six more than the least when not given.

    Example:
        >>> from hypothesis import find
        >>> find(walks(touchpoints=["ad", "site"]), lambda path: len(path.steps) > 1)
        Path(['ad', 'ad'])
    """
    most = min_steps + 6 if max_steps is None else max_steps
    return _walk(keys=_keys(touchpoints), seats=st.lists(SEATS, min_size=min_steps, max_size=most))


@st.composite
def _paths(
    draw: "DrawFn",
    *,
    keys: st.SearchStrategy[Sequence[str]],
    several: st.SearchStrategy[list[list[int]]],
) -> Paths:
    known = draw(keys)
    return Paths(
        Path([known[seat % len(known)] for seat in seats], draw(_COINS), draw(_COUNTS))
        for seats in draw(several)
    )


def paths(
    *,
    touchpoints: Collection[str] | None = None,
    min_paths: int = 1,
    max_paths: int | None = None,
    min_steps: int = 0,
    max_steps: int | None = None,
) -> st.SearchStrategy[Paths]:
    """Make the paths of many customers, which pass the same few touchpoints.

    Args:
        touchpoints: The keys that may be among the steps; up to five of any kind when not
            given.
        min_paths: The least number of paths.
        max_paths: The largest number of paths; seven more than the least when not given.
        min_steps: The least number of steps of each.
        max_steps: The largest number of steps of each; six more than the least when not given.

    Example:
        >>> from hypothesis import find
        >>> find(paths(touchpoints=["ad"]), lambda paths: paths.conversions > 0)
        Paths([Path([], converted=True)])
    """
    longest = min_steps + 6 if max_steps is None else max_steps
    most = min_paths + 7 if max_paths is None else max_paths
    seats = st.lists(SEATS, min_size=min_steps, max_size=longest)
    return _paths(
        keys=_keys(touchpoints), several=st.lists(seats, min_size=min_paths, max_size=most)
    )
