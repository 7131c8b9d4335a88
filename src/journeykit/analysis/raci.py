"""RACI: who does the work, who answers for it, who is asked and who is told, phase by phase.

Each row of the matrix asks for exactly one who is accountable and at least one who is responsible;
both may be the same party. Standard practice in project management, with no single source.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias

from attrs import field, frozen

from journeykit.analysis._subject import name_of
from journeykit.analysis._tables import as_printed, table
from journeykit.grid import Lane, Note
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.presets.roles import RACI, duties_of
from journeykit.text import Text

__all__ = ["Matrix", "Problem", "Row", "matrix", "problems"]

Kind: TypeAlias = Literal["no_accountable", "several_accountable", "no_responsible"]

_DUTIES: Final = tuple(lane.key for lane in RACI)
_BETWEEN_NAMES: Final = re.compile(r"[,;\n]")
_SAID: Final[Mapping[Kind, Text]] = {
    "no_accountable": Text(
        {"en": "nobody is accountable", "nl": "niemand is eindverantwoordelijk"}
    ),
    "several_accountable": Text(
        {
            "en": "more than one is accountable: {names}",
            "nl": "meer dan één is eindverantwoordelijk: {names}",
        }
    ),
    "no_responsible": Text(
        {"en": "nobody is responsible", "nl": "niemand is uitvoerend verantwoordelijk"}
    ),
}


@frozen
class Problem:
    """A row of the matrix that leaves open who does the work, or who answers for it.

    Attributes:
        phase: The key of the phase.
        touchpoint: The key of the touchpoint, where the row is about one.
        kind: ``"no_accountable"``, ``"several_accountable"`` or ``"no_responsible"``.
        parties: Those who are accountable, where it is more than one.
    """

    phase: str
    touchpoint: str | None
    kind: Kind
    parties: tuple[Text, ...] = ()

    @property
    def words(self) -> Text:
        """What is wrong, in English and Dutch."""
        said = _SAID[self.kind]
        return Text(
            {lang: words.format(names=_listed(self.parties, lang)) for lang, words in said.items()}
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON and data frames know them."""
        return {
            "phase": self.phase,
            "touchpoint": self.touchpoint,
            "kind": self.kind,
            "parties": [str(party) for party in self.parties],
            "words": dict(self.words),
        }

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return f"{_place(self.phase, self.touchpoint)}: {self.words}"


@frozen
class Row:
    """Who does what in a phase, or at a touchpoint that has duties of its own.

    Attributes:
        phase: The key of the phase.
        touchpoint: The key of the touchpoint, or None for the phase as a whole.
        responsible: Those who do the work.
        accountable: Those who answer for it; it should be one.
        consulted: Those who are asked beforehand.
        informed: Those who are told afterwards.
    """

    phase: str
    touchpoint: str | None = None
    responsible: tuple[Text, ...] = field(default=(), kw_only=True)
    accountable: tuple[Text, ...] = field(default=(), kw_only=True)
    consulted: tuple[Text, ...] = field(default=(), kw_only=True)
    informed: tuple[Text, ...] = field(default=(), kw_only=True)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the row leaves open."""
        return tuple(self._problems())

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON and data frames know them."""
        return {
            "phase": self.phase,
            "touchpoint": self.touchpoint,
            "responsible": [str(party) for party in self.responsible],
            "accountable": [str(party) for party in self.accountable],
            "consulted": [str(party) for party in self.consulted],
            "informed": [str(party) for party in self.informed],
        }

    def _problems(self) -> Iterator[Problem]:
        if not self.accountable:
            yield Problem(self.phase, self.touchpoint, "no_accountable")
        elif len(self.accountable) > 1:
            yield Problem(self.phase, self.touchpoint, "several_accountable", self.accountable)
        if not self.responsible:
            yield Problem(self.phase, self.touchpoint, "no_responsible")


@frozen
class Matrix:
    """Who does what: a row for each phase, and for each touchpoint with duties of its own.

    Attributes:
        journey: The key of the journey, or of the journey model.
        rows: The rows, in the order of the phases; none where no duties are told.
    """

    journey: str
    rows: tuple[Row, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the rows leave open."""
        return tuple(problem for row in self.rows for problem in row.problems)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row for each phase or touchpoint, for a table or a data frame."""
        return [row.to_dict() for row in self.rows]

    def to_dict(self) -> dict[str, Any]:
        """Return all of it in plain types, as JSON knows them."""
        return {
            "journey": self.journey,
            "rows": self.to_rows(),
            "problems": [problem.to_dict() for problem in self.problems],
        }

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        if not self.rows:
            yield f"{self.journey}: no duties are told"
            return
        number = len(self.problems)
        found = "nothing left open" if not number else f"{number:,} left open"
        yield f"{self.journey}: {found}"
        yield from table(self.rows, _cells, words=["responsible", "accountable", "C", "I"])
        yield from map(str, self.problems)


def _cells(row: Row) -> Mapping[str, str]:
    return {
        "row": _place(row.phase, row.touchpoint),
        "responsible": _listed(row.responsible) or "–",
        "accountable": _listed(row.accountable) or "–",
        "C": _listed(row.consulted) or "–",
        "I": _listed(row.informed) or "–",
    }


def _place(phase: str, touchpoint: str | None) -> str:
    return phase if touchpoint is None else f"{phase} · {touchpoint}"


def _listed(parties: Iterable[Text], lang: str = "en") -> str:
    return ", ".join(party.pick(lang) for party in parties)


def matrix(journey: Journey | JourneyModel) -> Matrix:
    """Return who does what in each phase, as the notes of a journey tell it.

    They may tell it in two ways. Where the journey has the lanes of `journeykit.presets.RACI`,
    the notes in them are names, several of them with commas between. Otherwise each lane whose
    notes are all letters, such as ``"A/R"``, or their meanings, such as ``"consulted"``, stands
    for the department that it names.

    A note that is about a touchpoint makes a row of its own; duties that such a row does not
    tell are those of its phase.

    Args:
        journey: What has notes: a journey, or a journey model whose notes prescribe them.

    Raises:
        AnalysisError: It is neither.

    Example:
        >>> from journeykit.presets import AIDA
        >>> model = AIDA.without_phase("desire").without_phase("interest").with_lanes(RACI)
        >>> notes = [
        ...     Note("R", "attention", "Marketing"),
        ...     Note("A", "attention", "Marketing, Sales"),
        ...     Note("A", "action", "Sales"),
        ... ]
        >>> print(matrix(Journey("webshop", model=model, notes=notes)))
        webshop: 2 left open
        row        responsible  accountable       C  I
        attention  Marketing    Marketing, Sales  –  –
        action     –            Sales             –  –
        attention: more than one is accountable: Marketing, Sales
        action: nobody is responsible
    """
    name_of(journey)
    model = journey if isinstance(journey, JourneyModel) else journey.model
    if model is None:
        return Matrix(journey.key, ())
    notes = (*journey.notes, *model.notes) if isinstance(journey, Journey) else model.notes
    named = {"R", "A"} <= {lane.key for lane in model.lanes}
    told = list(_named(notes)) if named else list(_lettered(notes, model.lanes))
    if not told and not named:
        return Matrix(journey.key, ())
    by_phase: dict[str, list[_Told]] = {phase.key: [] for phase in model.phases}
    for each in told:
        by_phase[each.phase].append(each)
    rows = [row for phase, here in by_phase.items() for row in _rows(phase, here)]
    return Matrix(journey.key, tuple(rows))


def problems(journey: Journey | JourneyModel) -> tuple[Problem, ...]:
    """Return the phases in which it is not clear who does the work, or who answers for it.

    Each asks for exactly one who is accountable and at least one who is responsible. Where no
    duties are told at all, and there are no lanes for them, nothing is asked.

    Args:
        journey: What has notes, as in `matrix`.

    Raises:
        AnalysisError: It is neither a journey nor a journey model.

    Example:
        >>> from journeykit.presets import AIDA
        >>> notes = [Note("A", phase.key, "Marketing") for phase in AIDA.phases[1:]]
        >>> notes += [Note("R", phase.key, "Studio") for phase in AIDA.phases]
        >>> shop = Journey("webshop", model=AIDA.with_lanes(RACI), notes=notes)
        >>> print(*problems(shop))
        attention: nobody is accountable
    """
    return matrix(journey).problems


# --- what the notes tell ----------------------------------------------------------------


@frozen
class _Told:
    """That a party has a duty in a phase, or at a touchpoint."""

    phase: str
    touchpoint: str | None
    duty: str
    party: Text


def _rows(phase: str, here: Sequence[_Told]) -> Iterator[Row]:
    """Give the row of a phase, unless all is told of its touchpoints, and then theirs."""
    spots = dict.fromkeys(duty.touchpoint for duty in here)
    whole = [duty for duty in here if duty.touchpoint is None]
    if whole or not here:
        yield _row(phase, None, whole)
    for spot in spots:
        if spot is not None:
            own = [duty for duty in here if duty.touchpoint == spot]
            told_here = {duty.duty for duty in own}
            yield _row(phase, spot, own + [duty for duty in whole if duty.duty not in told_here])


def _row(phase: str, touchpoint: str | None, told: Iterable[_Told]) -> Row:
    parties: dict[str, dict[str, Text]] = {duty: {} for duty in _DUTIES}
    for each in told:
        parties[each.duty].setdefault(str(each.party).casefold(), each.party)
    return Row(
        phase,
        touchpoint,
        responsible=tuple(parties["R"].values()),
        accountable=tuple(parties["A"].values()),
        consulted=tuple(parties["C"].values()),
        informed=tuple(parties["I"].values()),
    )


def _named(notes: Iterable[Note]) -> Iterator[_Told]:
    """Give the duties of those who are named in the lanes of RACI."""
    for note in notes:
        if note.lane in _DUTIES:
            for party in _names(note.text):
                yield _Told(note.phase, note.touchpoint, note.lane, party)


def _names(text: Text) -> Iterator[Text]:
    """Give the names that a text lists; each in all languages, where these list as many."""
    parts = {lang: _parts(words) for lang, words in text.items()}
    if len({len(each) for each in parts.values()}) == 1:
        for names in zip(*parts.values(), strict=True):
            yield Text(dict(zip(parts, names, strict=True)))
    else:
        yield from map(Text, _parts(str(text)))


def _parts(words: str) -> list[str]:
    return [" ".join(part.split()) for part in _BETWEEN_NAMES.split(words) if _is_name(part)]


def _is_name(part: str) -> bool:
    return any(character.isalnum() for character in part)


def _lettered(notes: Iterable[Note], lanes: Iterable[Lane]) -> Iterator[_Told]:
    """Give the duties of the lanes whose notes are all letters."""
    said: dict[str, list[tuple[Note, str]]] = {}
    for note in notes:
        said.setdefault(note.lane, []).append((note, duties_of(note.text)))
    for lane in lanes:
        here = said.get(lane.key, [])
        if all(letters for _, letters in here):
            for note, letters in here:
                for letter in letters:
                    yield _Told(note.phase, note.touchpoint, letter, lane.label)
