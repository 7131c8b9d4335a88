"""The core of a chain: many states that lead to each other in no order, solved at once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from journeykit._chain import Elimination
from journeykit._optional import optional_module
from journeykit.errors import AnalysisError

_PURPOSE: Final = "solving a journey of many steps in no order"

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy import linalg, sparse
    from scipy.sparse import linalg as sparse_linalg

    Numbers = NDArray[np.float64]
else:
    linalg = optional_module("scipy.linalg", extra="analysis", purpose=_PURPOSE)
    sparse = optional_module("scipy.sparse", extra="analysis", purpose=_PURPOSE)
    sparse_linalg = optional_module("scipy.sparse.linalg", extra="analysis", purpose=_PURPOSE)
    # Only now, because numpy comes with scipy, and it is scipy that a message should name.
    import numpy as np

__all__ = ["Full", "Loose", "strict"]

_BLOCK: Final = 64
_SMALLEST: Final = float(np.finfo(np.float64).tiny)
_PRECISE: Final = 1e-9
_ROUGH: Final = 1e-3
_TARGET: Final = 1e-12
_ROUNDS: Final = 1000
_REFINEMENTS: Final = 4


def strict() -> "np.errstate":
    """Return a context in which numbers that go out of range are errors, as they are in Python."""
    return np.errstate(divide="raise", invalid="raise", over="raise")


class _Core:
    """What both ways of solving begin with.

    Attributes:
        states: Which states are in the core.
        place: Where each of them stands.
        ends: For each of them, the ends that it leads to, and how likely.
        start: How likely each is the first that customers come to.
    """

    def __init__(self, elimination: Elimination) -> None:
        self.states = elimination.core
        self.place = {state: position for position, state in enumerate(self.states)}
        self.ends = [
            [(following, share) for following, share in elimination.left[state].items()
             if following not in self.place]
            for state in self.states
        ]  # fmt: skip
        self.start = np.zeros(len(self.states))
        for following, share in elimination.left[0].items():
            if following in self.place:
                self.start[self.place[following]] = share

    def entries(
        self, elimination: Elimination
    ) -> "tuple[NDArray[np.int64], NDArray[np.int64], Numbers]":
        """Return from where, to where, and how likely, for all edges within the core."""
        edges = [
            (position, self.place[following], share)
            for state, position in self.place.items()
            for following, share in elimination.left[state].items()
            if following in self.place
        ]
        sources, targets, shares = zip(*edges, strict=True)
        return np.array(sources), np.array(targets), np.array(shares)

    def exits(self) -> "Numbers":
        """Return how likely each state leads to any end."""
        return np.array([sum(share for _, share in ends) for ends in self.ends], dtype=float)

    def worth(self, gains: Sequence[float]) -> "Numbers":
        """Return what a visit of each state gains, what follows at the ends included."""
        return np.array(
            [
                gains[state] + sum(share * gains[end] for end, share in ends)
                for state, ends in zip(self.states, self.ends, strict=True)
            ]
        )

    def by_state(self, numbers: "Numbers") -> dict[int, float]:
        """Return numbers by state."""
        return dict(zip(self.states, numbers.tolist(), strict=True))


class Full(_Core):
    """A core in a full matrix, taken apart by the elimination that never subtracts.

    The matrix of what happens becomes a lower triangle, a diagonal and an upper triangle:
    ``1 - P = (1 - lower) · leaves · (1 - upper)``. All three are zero or more, so that nothing
    cancels, neither in them nor in what is solved with them.
    """

    def __init__(self, elimination: Elimination) -> None:
        super().__init__(elimination)
        size = len(self.states)
        table = np.zeros((size, size))
        sources, targets, shares = self.entries(elimination)
        table[sources, targets] = shares
        self.leaves = _take_apart(table, self.exits())
        # The triangles of 1 - lower and 1 - upper, as the solver wants them.
        self.minus = -table
        self.inverse: Numbers | None = None

    def outlook(self, gains: Sequence[float]) -> dict[int, float]:
        """Return what is gained from each state on; the gains are those that `lifted` returns."""
        return self.by_state(self._solved(self.worth(gains)))

    def visits(self) -> dict[int, float]:
        """Return the expected visits of each state."""
        upper = self._triangle(self.start, lower=False, transposed=True)
        return self.by_state(self._triangle(upper / self.leaves, lower=True, transposed=True))

    def between(self, source: int, target: int) -> float:
        """Return the expected visits of one state from another on."""
        if self.inverse is None:
            self.inverse = self._solved(np.eye(len(self.states)))
        return float(self.inverse[self.place[source], self.place[target]])

    def _solved(self, right: "Numbers") -> "Numbers":
        lower = self._triangle(right, lower=True)
        return self._triangle((lower.T / self.leaves).T, lower=False)

    def _triangle(self, right: "Numbers", *, lower: bool, transposed: bool = False) -> "Numbers":
        return linalg.solve_triangular(
            self.minus,
            right,
            trans=1 if transposed else 0,
            lower=lower,
            unit_diagonal=True,
            check_finite=False,
        )


def _take_apart(table: "Numbers", exits: "Numbers") -> "Numbers":
    """Take a matrix apart where it stands, block by block, and return how each state is left."""
    size = len(table)
    leaves = np.empty(size)
    for begin in range(0, size, _BLOCK):
        end = min(begin + _BLOCK, size)
        for here in range(begin, end):
            before, behind = slice(begin, here), slice(here + 1, size)
            table[here, behind] += table[here, before] @ table[before, behind]
            exits[here] += table[here, before] @ exits[before]
            leaves[here] = table[here, behind].sum() + exits[here]
            if leaves[here] < _SMALLEST:
                raise ZeroDivisionError
            table[here, behind] /= leaves[here]
            exits[here] /= leaves[here]
            table[behind, here] += table[behind, before] @ table[before, here]
        block, rest = slice(begin, end), slice(end, size)
        table[rest, rest] += table[rest, block] @ table[block, rest]
        exits[rest] += table[rest, block] @ exits[block]
        # Divided only now, because the lines above need it as it was.
        table[rest, block] /= leaves[block]
        for here in range(begin, end):
            table[here + 1 : end, here] /= leaves[here]
    return leaves


class Loose(_Core):
    """A core in a sparse matrix, solved by going round until nothing changes any more.

    No factors are made of it, because those of a graph without order fill up. How far the answer
    may be off follows from the expected number of moves until the end: where no state's balance
    is off by more than ``e``, no answer is off by more than ``e`` times that number.
    """

    def __init__(self, elimination: Elimination, *, name: str) -> None:
        super().__init__(elimination)
        self.name = name
        sources, targets, shares = self.entries(elimination)
        size = len(self.states)
        self.leaves = np.bincount(sources, shares, size) + self.exits()
        shares = -shares / self.leaves[sources]
        moves = sparse.csr_array((shares, (sources, targets)), shape=(size, size))
        self.forward = sparse.csr_array(sparse.eye_array(size) + moves)
        self.backward = sparse.csr_array(self.forward.T)
        self.moves = 1.0
        self.moves = float(self._solved(self.forward, np.ones(size), _ROUGH).max()) / (1 - _ROUGH)

    def outlook(self, gains: Sequence[float]) -> dict[int, float]:
        """Return what is gained from each state on; the gains are those that `lifted` returns."""
        return self.by_state(self._solved(self.forward, self.worth(gains) / self.leaves))

    def visits(self) -> dict[int, float]:
        """Return the expected visits of each state."""
        return self.by_state(self._solved(self.backward, self.start) / self.leaves)

    def _solved(
        self, matrix: "sparse.csr_array", right: "Numbers", precision: float = _PRECISE
    ) -> "Numbers":
        # Backwards the errors of all states come together, forwards the largest one counts.
        order = 1 if matrix is self.backward else np.inf
        answer, rest = np.zeros_like(right), right
        for _ in range(_REFINEMENTS):
            answer += sparse_linalg.bicgstab(matrix, rest, rtol=_TARGET, maxiter=_ROUNDS)[0]
            rest = right - matrix @ answer
            off = float(np.linalg.norm(rest, order)) * self.moves
            if off <= precision * float(np.linalg.norm(answer, order)):
                return answer
        raise AnalysisError(
            f"{self.name}: customers go round among {len(self.states):,} steps for so long that "
            "nine digits cannot be told; give the transitions that leave them more weight"
        )
