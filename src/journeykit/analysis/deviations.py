"""Deviations: where customers did other things than a planned journey says, in four classes.

The classes are those of the Customer Journey Modelling Language: missing touchpoints, ad hoc
touchpoints, touchpoints out of their order, and touchpoints that failed. After Halvorsrud, Kvale
and Følstad, "Improving service quality through customer journey analysis", Journal of Service
Theory and Practice 26 (2016), 840-867. What each of them means for a walk is said at `find`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, TypeAlias, get_args

from attrs import field, frozen

from journeykit.analysis._figures import count
from journeykit.analysis._plan import Plan, plan_of
from journeykit.analysis._tables import as_printed, number, share, table
from journeykit.errors import AnalysisError, shown, suggestion
from journeykit.journey import Journey
from journeykit.paths import Path, Paths
from journeykit.paths.observed import as_paths
from journeykit.transition import START

__all__ = ["Deviations", "Kind", "PathDeviations", "Row", "find"]

Kind: TypeAlias = Literal["missing", "ad_hoc", "out_of_order", "failed"]
_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


@frozen
class PathDeviations:
    """How one path deviates from the plan.

    Attributes:
        path: The path.
        missing: The touchpoints that it goes past, in the order of the plan.
        ad_hoc: Its touchpoints that are not in the plan.
        out_of_order: Its touchpoints that the plan has at another moment.
        failed: The touchpoint at which it breaks off, if the plan leads on from there; `START`
            where it breaks off before the first one.
    """

    path: Path
    missing: tuple[str, ...] = ()
    ad_hoc: tuple[str, ...] = ()
    out_of_order: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether it goes as planned."""
        return not (self.missing or self.ad_hoc or self.out_of_order or self.failed)

    def of(self, kind: Kind) -> tuple[str, ...]:
        """Return the touchpoints of a class of deviations.

        Raises:
            AnalysisError: There is no such class.
        """
        if kind not in _KINDS:
            hint = suggestion(kind, _KINDS) if isinstance(kind, str) else ""
            raise AnalysisError(
                f"kind must be 'missing', 'ad_hoc', 'out_of_order' or 'failed', "
                f"not {shown(kind)}{hint}"
            )
        found: tuple[str, ...] = getattr(self, kind)
        return found

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON and data frames know them."""
        return {
            "steps": list(self.path.steps),
            "converted": self.path.converted,
            "count": self.path.count,
            "fits": self.fits,
            **{kind: list(self.of(kind)) for kind in _KINDS},
        }

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        told = [f"{_said(kind)} {', '.join(self.of(kind))}" for kind in _KINDS if self.of(kind)]
        return f"{self.path}: {'; '.join(told) or 'as planned'}"


@frozen
class Row:
    """In how many walks a touchpoint deviates from the plan.

    Attributes:
        touchpoint: The key of the touchpoint.
        missing: The walks that go past it.
        ad_hoc: The walks that pass it, though it is not planned.
        out_of_order: The walks that pass it at another moment than planned.
        failed: The walks that break off there.
        total: All walks, those that go as planned included.
    """

    touchpoint: str
    missing: int
    ad_hoc: int
    out_of_order: int
    failed: int
    total: int

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, with each number as a share of all walks as well."""
        counts: dict[str, int] = {kind: getattr(self, kind) for kind in _KINDS}
        shares = {f"{kind}_share": count / self.total for kind, count in counts.items()}
        return {"touchpoint": self.touchpoint, **counts, **shares}


@frozen
class Deviations:
    """How walks deviate from a planned journey.

    The mappings have touchpoints by key, and in how many walks each deviates: as many as
    customers made them. A touchpoint that is not in them counts as 0.

    Attributes:
        journey: The key of the planned journey.
        missing: Touchpoints that walks go past.
        ad_hoc: Touchpoints that are not in the plan.
        out_of_order: Touchpoints that the plan has at another moment.
        failed: Touchpoints at which walks break off, though the plan leads on.
        per_path: How each path deviates, in the order in which they were given.
    """

    journey: str
    missing: Counter[str] = field(hash=False)
    ad_hoc: Counter[str] = field(hash=False)
    out_of_order: Counter[str] = field(hash=False)
    failed: Counter[str] = field(hash=False)
    per_path: tuple[PathDeviations, ...]

    @property
    def total(self) -> int:
        """How many walks there are."""
        return sum(each.path.count for each in self.per_path)

    @property
    def fitting(self) -> int:
        """How many of them go as planned."""
        return sum(each.path.count for each in self.per_path if each.fits)

    @property
    def fitting_share(self) -> float | None:
        """What share of the walks goes as planned, from 0 to 1; None where there are none."""
        return self.fitting / self.total if self.total else None

    @property
    def rows(self) -> tuple[Row, ...]:
        """A row for each touchpoint that deviates, the one with the most deviations first."""
        counts = {kind: self._counts(kind) for kind in _KINDS}
        sums = sum(counts.values(), Counter[str]())
        return tuple(
            Row(key, **{kind: each[key] for kind, each in counts.items()}, total=self.total)
            for key, _ in sums.most_common()
        )

    def examples(
        self, kind: Kind, touchpoint: str | None = None, *, most: int = 3
    ) -> tuple[Path, ...]:
        """Return the walks that most customers made, of those with a deviation.

        Args:
            kind: The class: ``"missing"``, ``"ad_hoc"``, ``"out_of_order"`` or ``"failed"``.
            touchpoint: The key of the touchpoint that deviates; any when not given.
            most: How many to return at most.

        Raises:
            AnalysisError: There is no such class, or the number is not valid.
        """
        most = count("most", most)
        found = Paths(
            each.path
            for each in self.per_path
            if (touchpoint in each.of(kind) if touchpoint is not None else each.of(kind))
        )
        return tuple(sorted(found.merged(), key=_fewer)[:most])

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row for each touchpoint that deviates, for a table or a data frame."""
        return [row.to_dict() for row in self.rows]

    def to_dict(self) -> dict[str, Any]:
        """Return all of it in plain types, as JSON knows them."""
        return {
            "journey": self.journey,
            "total": self.total,
            "fitting": self.fitting,
            "fitting_share": self.fitting_share,
            **{kind: dict(self._counts(kind)) for kind in _KINDS},
            "per_path": [each.to_dict() for each in self.per_path],
        }

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        if not self.total:
            yield f"{self.journey}: no walks to hold against it"
            return
        walks = "walk goes" if self.total == 1 else "walks go"
        yield f"{self.journey}: {share(self.fitting_share)} of {self.total:,} {walks} as planned"
        yield from table(self.rows, _cells)

    def _counts(self, kind: Kind) -> Counter[str]:
        counts: Counter[str] = getattr(self, kind)
        return counts


def _cells(row: Row) -> Mapping[str, str]:
    cells = {"touchpoint": row.touchpoint}
    for kind in _KINDS:
        count: int = getattr(row, kind)
        cells[_said(kind)] = f"{number(count)} · {share(count / row.total)}" if count else "–"
    return cells


def _said(kind: Kind) -> str:
    return kind.replace("_", " ")


def _fewer(path: Path) -> int:
    return -path.count


def find(planned: Journey, paths: Paths | Iterable[Path]) -> Deviations:
    """Return how walks deviate from a planned journey: what is missing, ad hoc, disordered, failed.

    Walks are held against all walks that the plan allows: from `START` along its transitions, but
    for those with the weight 0, so with all of its skips, loops and side roads. Each walk is
    explained with as few deviations as possible (after the alignments of Adriansyah, van Dongen
    and van der Aalst, "Conformance checking using cost-based fitness analysis", IEEE EDOC 2011,
    55-64):

    - **Ad hoc** is a touchpoint on no way of the plan. It is noted, and the walk is looked at
      further as if it were not there.
    - **Missing** is a touchpoint that the plan asks for between two that the walk has, before its
      first, or, of those who convert, after its last. Where several ways are equally short, the
      likeliest is taken to be meant. What lies behind the point where a walk breaks off is not
      missing.
    - **Out of order** is a touchpoint of the plan that comes when the plan does not have it: too
      early, too late, or once more than it may. It is not missing as well. Of two that changed
      places, it is the one that comes last.
    - **Failed** is the touchpoint at which a walk breaks off without a conversion, unless the
      plan, too, leads from there to `DROP_OFF`.

    A walk counts once for each touchpoint and class, times its ``count``. A plan that has no
    transition from `START` begins where nothing leads to; one that has none to `CONVERSION` ends
    where nothing leads on, with or without a conversion. Where there is no such place, because all
    goes round, it begins or ends anywhere.

    Args:
        planned: What should happen. Where it has no transitions between touchpoints, and the
            walks are along touchpoints, its route is the plan.
        paths: What customers did.

    Raises:
        EventError: Those are no paths.
        AnalysisError: The plan has nothing that could be walked, or leads to no conversion though
            it has one.

    Example:
        >>> from journeykit import CONVERSION, Path, sequence
        >>> way = ["door", "desk", "till"]
        >>> moves = sequence(START, *way, CONVERSION)
        >>> planned = Journey("visit", touchpoints=way, transitions=moves)
        >>> paths = [
        ...     Path(["door", "desk", "till"], converted=True, count=6),
        ...     Path(["door", "till"], converted=True, count=2),
        ...     Path(["door", "phone", "desk"]),
        ...     Path(["desk", "door", "till"], converted=True),
        ... ]
        >>> found = find(planned, paths)
        >>> found.fitting_share, found.missing["desk"]
        (0.6, 2)
        >>> print(found)
        visit: 60 % of 10 walks go as planned
        touchpoint   missing    ad hoc  out of order    failed
        desk        2 · 20 %         –             –  1 · 10 %
        phone              –  1 · 10 %             –         –
        door               –         –      1 · 10 %         –
    """
    several = as_paths(paths)
    plan = plan_of(planned, several)
    known: dict[tuple[tuple[str, ...], bool], PathDeviations] = {}
    per_path = []
    for path in several:
        walk = (path.steps, path.converted)
        same = known.get(walk)
        if same is None:
            known[walk] = same = _of(path, plan)
        per_path.append(
            PathDeviations(path, same.missing, same.ad_hoc, same.out_of_order, same.failed)
        )
    order = dict.fromkeys((START, *plan.steps), 0)
    counts = {kind: Counter[str](order) for kind in _KINDS}
    for each in per_path:
        for kind in _KINDS:
            for key in each.of(kind):
                counts[kind][key] += each.path.count
    # Unary plus leaves out what counts as 0.
    return Deviations(
        planned.key, **{kind: +count for kind, count in counts.items()}, per_path=tuple(per_path)
    )


def _of(path: Path, plan: Plan) -> PathDeviations:
    ad_hoc = tuple(dict.fromkeys(step for step in path.steps if step not in plan.nexts))
    planned = [step for step in path.steps if step in plan.nexts]
    fit = plan.fit(planned, converted=path.converted)
    last = path.steps[-1] if path.steps else START
    return PathDeviations(
        path,
        missing=tuple(step for step in plan.steps if step in fit.missing - fit.surplus),
        ad_hoc=ad_hoc,
        out_of_order=tuple(step for step in plan.steps if step in fit.surplus),
        failed=(last,) if fit.failed else (),
    )
