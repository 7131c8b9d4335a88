"""What is expected between the start and the end of a chain, exact at every size.

States are taken out one by one while that is quick, which it is to the end where they are few or
nearly in a line. What is left then is solved at once (see `_core`).
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from journeykit._chain import Elimination, Rows, endless, taken_out
from journeykit.errors import MissingDependencyError

if TYPE_CHECKING:
    from journeykit.analysis._core import Full, Loose

__all__ = ["Expectation", "expected", "visits"]

_FEW: Final = 150
_FEW_WITHOUT_SCIPY: Final = 400
_FULL: Final = 3000


@frozen
class Expectation:
    """What is expected in a chain, for each state by number.

    Attributes:
        visits: How often it is visited, once from the start to the end.
        outlooks: For each kind of gain, what is gained from there on.
        returns: How often it is visited once it is reached; None where finding that would take
            a solution for each state.
    """

    visits: Sequence[float]
    outlooks: Sequence[Sequence[float]]
    returns: Sequence[float] | None


def expected(rows: Rows, gains: Sequence[Sequence[float]], *, name: str) -> Expectation:
    """Return what is expected in a chain.

    Args:
        rows: For each state how likely each next one is; 0 is the start, empty rows are ends.
        gains: For each kind of gain, what a visit of each state gains; at an end, what it is
            worth to come there.
        name: What is asked about, for messages.

    Raises:
        AnalysisError: Customers stay for longer than numbers can say.
        MissingDependencyError: There are many states in no order, and scipy is missing.
    """
    try:
        answer = _answer(rows, gains, name=name)
    except ArithmeticError:
        raise endless(name) from None
    if not all(map(math.isfinite, (*answer.visits, *map(sum, answer.outlooks)))):
        raise endless(name)
    return answer


def visits(rows: Rows, *, name: str) -> Sequence[float]:
    """Return the expected visits of each state.

    Args:
        rows: For each state how likely each next one is; 0 is the start, empty rows are ends.
        name: What is asked about, for messages.

    Raises:
        AnalysisError: Customers stay for longer than numbers can say.
        MissingDependencyError: There are many states in no order, and scipy is missing.
    """
    return expected(rows, [], name=name).visits


def _answer(rows: Rows, gains: Sequence[Sequence[float]], *, name: str) -> Expectation:
    elimination = taken_out(rows, core=_FEW)
    if not elimination.core:
        return _alone(elimination, gains)
    try:
        from journeykit.analysis import _core
    except MissingDependencyError:
        if len(elimination.core) > _FEW_WITHOUT_SCIPY:
            raise
        return _alone(taken_out(rows), gains)
    with _core.strict():
        if len(elimination.core) > _FULL:
            return _with_core(elimination, gains, _core.Loose(elimination, name=name), None)
        full = _core.Full(elimination)
        return _with_core(elimination, gains, full, elimination.returns(full.between))


def _alone(elimination: Elimination, gains: Sequence[Sequence[float]]) -> Expectation:
    return Expectation(
        elimination.visits(),
        [elimination.outlook(elimination.lifted(kind)) for kind in gains],
        elimination.returns(),
    )


def _with_core(
    elimination: Elimination,
    gains: Sequence[Sequence[float]],
    core: "Full | Loose",
    returns: Sequence[float] | None,
) -> Expectation:
    lifted = [elimination.lifted(kind) for kind in gains]
    return Expectation(
        elimination.visits(core.visits()),
        [elimination.outlook(kind, core.outlook(kind)) for kind in lifted],
        returns,
    )
