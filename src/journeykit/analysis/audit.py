"""Audit: how the touchpoints of a journey come through the seven questions of the presets.

Each question is answered with yes, partly, no or unknown. What is unknown is left out of the
score and reported apart. The questions are those of `journeykit.presets.audit.QUESTIONS`.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias, get_args

from attrs import frozen

from journeykit._noun import choice_problems, required_problems, string_problems
from journeykit.analysis._subject import journey_given, name_of
from journeykit.analysis._tables import as_printed, share, table
from journeykit.errors import AnalysisError, UnknownKeyError, shown
from journeykit.grid import EVIDENCES, Evidence
from journeykit.journey import Journey
from journeykit.presets.audit import QUESTIONS

__all__ = ["Answer", "Audit", "Row", "score"]

Word: TypeAlias = Literal["yes", "partly", "no", "unknown"]
Answers: TypeAlias = Mapping[str, Mapping[str, "Word | Mapping[str, Any]"]]

_WORDS: Final = get_args(Word)
_PARTS: Final = ("answer", "note", "evidence")
_KEPT: Final = "audit"
_ASKED: Final = {question.key: question for question in QUESTIONS}
_WHOLE: Final = {key for key, question in _ASKED.items() if question.scope == "journey"}


@frozen
class Answer:
    """The answer to a question.

    Attributes:
        question: The key of the question.
        answer: ``"yes"``, ``"partly"``, ``"no"`` or ``"unknown"``.
        note: What there is to say about it.
        evidence: How it is known: ``"assumption"``, ``"anecdotal"``, ``"qualitative"``,
            ``"quantitative"`` or ``"triangulated"``, if that is told.
    """

    question: str
    answer: Word
    note: str = ""
    evidence: Evidence | None = None

    @property
    def points(self) -> float | None:
        """1 where it speaks for the journey, 0.5 for partly, 0 where not; None for unknown.

        To the question whether the transition stumbles, it is no that speaks for the journey.
        """
        if self.answer == "unknown":
            return None
        if self.answer == "partly":
            return 0.5
        return float(self.answer == _ASKED[self.question].good)

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON and data frames know them."""
        return {
            "question": self.question,
            "answer": self.answer,
            "points": self.points,
            "note": self.note,
            "evidence": self.evidence,
        }


@frozen
class Row:
    """The answers of a touchpoint, of the journey as a whole, or to one question.

    Attributes:
        key: The key of the touchpoint, journey or question.
        answers: The answers, also those that are unknown.
    """

    key: str
    answers: tuple[Answer, ...]

    @property
    def score(self) -> float | None:
        """The mean of the points, from 0 to 1; None where nothing is answered."""
        points = [answer.points for answer in self.answers if answer.points is not None]
        return math.fsum(points) / len(points) if points else None

    @property
    def answered(self) -> int:
        """How many questions are answered."""
        return sum(answer.points is not None for answer in self.answers)

    @property
    def unknown(self) -> int:
        """How many answers are unknown."""
        return len(self.answers) - self.answered

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON and data frames know them."""
        return {
            "key": self.key,
            "score": self.score,
            "answered": self.answered,
            "unknown": self.unknown,
            "answers": [answer.to_dict() for answer in self.answers],
        }


@frozen
class Audit:
    """How a journey comes through the seven questions.

    Attributes:
        journey: The key of the journey.
        rows: A row for each touchpoint, in the order of the journey; one for the journey comes
            last, unless the question about the whole is answered for each touchpoint.
    """

    journey: str
    rows: tuple[Row, ...]

    @property
    def score(self) -> float | None:
        """The mean of all points, from 0 to 1; None where nothing is answered."""
        return self._whole.score

    @property
    def answered(self) -> int:
        """How many questions are answered, over all rows."""
        return self._whole.answered

    @property
    def unknown(self) -> int:
        """How many answers are unknown, over all rows."""
        return self._whole.unknown

    @property
    def questions(self) -> tuple[Row, ...]:
        """A row for each question, with its answers from all touchpoints."""
        return tuple(
            Row(key, tuple(each for each in self._whole.answers if each.question == key))
            for key in _ASKED
        )

    def row(self, key: str) -> Row:
        """Return the row of a touchpoint, or of the journey.

        Raises:
            UnknownKeyError: There is none.
        """
        for row in self.rows:
            if row.key == key:
                return row
        known = [row.key for row in self.rows]
        raise UnknownKeyError("touchpoint", key, known, f"journey {self.journey!r}")

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row for each touchpoint with its answers, for a table or a data frame."""
        return [
            {
                "key": row.key,
                "score": row.score,
                "answered": row.answered,
                "unknown": row.unknown,
                **dict.fromkeys(_ASKED),
                **{each.question: each.answer for each in row.answers},
            }
            for row in self.rows
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return all of it in plain types, as JSON knows them."""
        return {
            "journey": self.journey,
            "score": self.score,
            "answered": self.answered,
            "unknown": self.unknown,
            "rows": [row.to_dict() for row in self.rows],
        }

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join(self._lines())

    @property
    def _whole(self) -> Row:
        return Row(self.journey, tuple(answer for row in self.rows for answer in row.answers))

    def _lines(self) -> Iterator[str]:
        answers = "answer" if self.answered == 1 else "answers"
        scored = f"{share(self.score)} on {self.answered:,} {answers}"
        scored = scored if self.answered else "nothing answered"
        yield f"{self.journey}: {scored}, {self.unknown:,} unknown"
        yield from table(self.rows, _cells)
        yield ""
        yield from table(self.questions, _cells_of_question, most=len(_ASKED))


def _cells(row: Row, what: str = "touchpoint") -> Mapping[str, str]:
    points = [answer.points for answer in row.answers]
    return {
        what: row.key,
        "score": share(row.score),
        "good": str(points.count(1)),
        "partly": str(points.count(0.5)),
        "bad": str(points.count(0)),
        "unknown": str(row.unknown),
    }


def _cells_of_question(row: Row) -> Mapping[str, str]:
    return _cells(row, "question")


def score(journey: Journey, answers: Answers | None = None) -> Audit:
    """Return how a journey comes through the seven questions, touchpoint by touchpoint.

    An answer that speaks for the journey gives 1 point, ``"partly"`` half a point, and one that
    speaks against it none. A score is the mean of the points of what is answered; ``"unknown"``,
    and what is not answered at all, is counted apart.

    All seven may be answered for each touchpoint. The question about transitions is then about
    the one that leads on from there. The question about the whole journey may also be answered
    once, under the key of the journey.

    The questions are those of 'Hoe moet je een klantreis opstellen?' by Muriel Snijders (ill
    graff design).

    Args:
        journey: What is audited.
        answers: For each touchpoint, by key, the answers to questions, by key: a word, or a
            mapping with ``answer``, ``note`` and ``evidence``. When not given, they are those
            that the journey itself keeps under ``"audit"`` in the ``data`` of its touchpoints,
            and in its own.

    Raises:
        UnknownKeyError: There is no such touchpoint or question.
        AnalysisError: It is no journey, or an answer is none.

    Example:
        >>> from journeykit import Touchpoint
        >>> kept = {"audit": {"need_fit": "partly", "distinction": "yes", "transition": "yes"}}
        >>> spots = [Touchpoint("ad", data=kept), Touchpoint("site")]
        >>> shop = Journey("webshop", touchpoints=spots, data={"audit": {"consistency": "no"}})
        >>> print(score(shop))
        webshop: 37.5 % on 4 answers, 9 unknown
        touchpoint  score  good  partly  bad  unknown
        ad           50 %     1       1    1        3
        site            –     0       0    0        6
        webshop       0 %     0       0    1        0
        <BLANKLINE>
        question          score  good  partly  bad  unknown
        specific_actions      –     0       0    0        2
        motivation_fit        –     0       0    0        2
        audience_fit          –     0       0    0        2
        need_fit           50 %     0       1    0        1
        consistency         0 %     0       0    1        0
        transition          0 %     0       0    1        1
        distinction       100 %     1       0    0        1
    """
    spots = [spot.key for spot in journey_given(journey).touchpoints]
    given = _kept(journey) if answers is None else answers
    told = _told(journey, given, spots)
    by_spot = {question for spot in spots for question in told.get(spot, {})}
    asked = [key for key, question in _ASKED.items() if question.scope != "journey"]
    whole = told.get(journey.key, {}) if journey.key not in spots else {}
    rows = [_row(spot, [*asked, *_WHOLE & by_spot], told.get(spot, {})) for spot in spots]
    if once := _WHOLE - by_spot | whole.keys():
        rows.append(_row(journey.key, once, whole))
    return Audit(journey.key, tuple(rows))


def _row(key: str, asked: Collection[str], told: Mapping[str, Answer]) -> Row:
    """Return the answers to what is asked, in the order of the questions."""
    return Row(
        key,
        tuple(
            told.get(question, Answer(question, "unknown"))
            for question in _ASKED
            if question in asked
        ),
    )


def _kept(journey: Journey) -> Answers:
    """Return the answers that a journey keeps in its own fields."""
    places = {spot.key: spot.data for spot in journey.touchpoints}
    kept = {key: data[_KEPT] for key, data in places.items() if _KEPT in data}
    if _KEPT in journey.data:
        kept.setdefault(journey.key, journey.data[_KEPT])
    return kept


def _told(journey: Journey, answers: Answers, spots: Sequence[str]) -> dict[str, dict[str, Answer]]:
    """Return the answers by place and question, once they are known to be answers."""
    if not isinstance(answers, Mapping):
        raise AnalysisError(f"answers must be a mapping by touchpoint, not {shown(answers)}")
    told = {}
    for place, said in answers.items():
        if place not in (*spots, journey.key):
            raise UnknownKeyError("touchpoint", place, [*spots, journey.key], name_of(journey))
        if not isinstance(said, Mapping):
            raise AnalysisError(
                f"the answers of {shown(place)} must be a mapping by question, not {shown(said)}"
            )
        whole = place not in spots
        told[place] = {key: _answer(place, key, each, whole=whole) for key, each in said.items()}
    return told


def _answer(place: str, key: str, said: object, *, whole: bool) -> Answer:
    """Return one answer."""
    if key not in _ASKED:
        raise UnknownKeyError("question", key, _ASKED)
    if whole and key not in _WHOLE:
        raise AnalysisError(
            f"question {key!r} is put to touchpoints, not to the journey as a whole; "
            "answer it under the key of each"
        )
    name = f"the answer of {shown(place)} to {key!r}"
    parts: Mapping[str, Any] = said if isinstance(said, Mapping) else {"answer": said}
    for part in parts:
        if part not in _PARTS:
            raise UnknownKeyError("part", part, _PARTS, name)
    note, evidence = parts.get("note", ""), parts.get("evidence")
    for problem in (
        *required_problems(name, parts.get("answer"), choice_problems, _WORDS),
        *string_problems(f"the note of {name}", note),
        *choice_problems(f"the evidence of {name}", evidence, EVIDENCES),
    ):
        raise AnalysisError(problem)
    return Answer(key, parts["answer"], note, evidence)
