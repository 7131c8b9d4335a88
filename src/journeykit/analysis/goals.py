"""Goals: which letters of SMART each goal of a journey still misses, and what would satisfy them.

Four letters are looked at: specific, measurable, assignable and time-bound, after Doran, "There's
a S.M.A.R.T. way to write management's goals and objectives", Management Review 70 (1981), 35-36.
The fifth, realistic, is for people to judge.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, TypeAlias, cast

from attrs import frozen

from journeykit.analysis._subject import journey_given
from journeykit.analysis._tables import as_printed, table
from journeykit.goal import Goal
from journeykit.journey import Journey
from journeykit.text import Text

__all__ = ["Gap", "Gaps", "gaps"]

Letter: TypeAlias = Literal["S", "M", "A", "T"]

_LETTERS: Final[Mapping[Letter, Text]] = {
    "S": Text({"en": "specific", "nl": "specifiek"}),
    "M": Text({"en": "measurable", "nl": "meetbaar"}),
    "A": Text({"en": "assignable", "nl": "toewijsbaar"}),
    "T": Text({"en": "time-bound", "nl": "tijdgebonden"}),
}
_PARTS: Final = {
    "metric": Text({"en": "a metric", "nl": "een maatstaf"}),
    "place": Text({"en": "a phase or touchpoint", "nl": "een fase of contactmoment"}),
    "baseline": Text({"en": "a baseline", "nl": "een beginwaarde"}),
    "target": Text({"en": "a target", "nl": "een streefwaarde"}),
    "owner": Text({"en": "an owner", "nl": "een eigenaar"}),
    "due": Text({"en": "a last day", "nl": "een einddatum"}),
}
_ASKED: Final[Mapping[Letter, tuple[str, ...]]] = {
    "S": ("metric", "place"),
    "M": ("metric", "baseline", "target"),
    "A": ("owner",),
    "T": ("due",),
}
_LACKS: Final = {"en": "lacks", "nl": "mist"}
_AND: Final = {"en": "and", "nl": "en"}


@frozen
class Gap:
    """A letter of SMART that a goal does not satisfy yet.

    Attributes:
        goal: The key of the goal.
        letter: ``"S"``, ``"M"``, ``"A"`` or ``"T"``.
        lacks: What is not there: ``"metric"``, ``"place"`` (a phase or touchpoint),
            ``"baseline"``, ``"target"``, ``"owner"`` or ``"due"``.
    """

    goal: str
    letter: Letter
    lacks: tuple[str, ...]

    @property
    def words(self) -> Text:
        """What is to be added, in English and Dutch."""
        return Text(
            {
                lang: f"{_LETTERS[self.letter].pick(lang)}: {verb} {self._listed(lang)}"
                for lang, verb in _LACKS.items()
            }
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON and data frames know them."""
        return {
            "goal": self.goal,
            "letter": self.letter,
            "lacks": list(self.lacks),
            "words": dict(self.words),
        }

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return f"{self.goal}: {self.words}"

    def _listed(self, lang: str) -> str:
        *others, last = (_PARTS[part].pick(lang) for part in self.lacks)
        return f"{', '.join(others)} {_AND[lang]} {last}" if others else last


@frozen
class Gaps:
    """What the goals of a journey lack, in the order of the goals.

    Attributes:
        journey: The key of the journey.
        goals: The keys of all of its goals.
        items: What they lack, an item for each goal and letter; it is these that a loop gives.
    """

    journey: str
    goals: tuple[str, ...]
    items: tuple[Gap, ...]

    @property
    def complete(self) -> tuple[str, ...]:
        """The keys of the goals that lack nothing."""
        lacking = {gap.goal for gap in self.items}
        return tuple(goal for goal in self.goals if goal not in lacking)

    def of(self, goal: str) -> tuple[Gap, ...]:
        """Return what one goal lacks; nothing where it lacks nothing, or is not there."""
        return tuple(gap for gap in self.items if gap.goal == goal)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row for each goal and letter that it lacks, for a table or a data frame."""
        return [gap.to_dict() for gap in self.items]

    def to_dict(self) -> dict[str, Any]:
        """Return all of it in plain types, as JSON knows them."""
        return {"journey": self.journey, "goals": list(self.goals), "gaps": self.to_rows()}

    def __iter__(self) -> Iterator[Gap]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> Gap:
        return self.items[place]

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        every, lacking = len(self.goals), len(self.goals) - len(self.complete)
        if not every:
            yield f"{self.journey}: no goals"
        elif not lacking:
            goals = "its goal lacks" if every == 1 else f"its {every:,} goals lack"
            yield f"{self.journey}: {goals} nothing; whether realistic, people judge"
        else:
            yield f"{self.journey}: {lacking:,} of {every:,} goals {_verb(lacking)} something"
        yield from table(self.items, _cells, words=["letter", "lacks"])


def _verb(number: int) -> str:
    return "lacks" if number == 1 else "lack"


def _cells(gap: Gap) -> Mapping[str, str]:
    parts = ", ".join(str(_PARTS[part]) for part in gap.lacks)
    return {"goal": gap.goal, "letter": f"{gap.letter} {_LETTERS[gap.letter]}", "lacks": parts}


def gaps(journey: Journey) -> Gaps:
    """Return which letters of SMART the goals of a journey miss, and what would satisfy them.

    Specific asks for a metric and for a phase or touchpoint, measurable for a metric, a baseline
    and a target, assignable for an owner, and time-bound for a last day. The letters are those of
    `journeykit.Goal.missing`.

    Args:
        journey: What has goals.

    Raises:
        AnalysisError: It is no journey.

    Example:
        >>> from journeykit.presets import AIDA
        >>> orders = Goal("orders", phase="action", metric="Orders a day", target=120)
        >>> shop = Journey("webshop", model=AIDA, goals=[orders])
        >>> print(gaps(shop))
        webshop: 1 of 1 goals lacks something
        goal    letter        lacks
        orders  M measurable  a baseline
        orders  A assignable  an owner
        orders  T time-bound  a last day
        >>> gaps(shop)[0].words.pick("nl")
        'meetbaar: mist een beginwaarde'
    """
    goals = journey_given(journey).goals
    return Gaps(
        journey.key,
        tuple(goal.key for goal in goals),
        tuple(
            Gap(goal.key, cast("Letter", letter), _lacking(goal, cast("Letter", letter)))
            for goal in goals
            for letter in goal.missing
        ),
    )


def _lacking(goal: Goal, letter: Letter) -> tuple[str, ...]:
    there = {
        "metric": bool(goal.metric),
        "place": goal.phase is not None or goal.touchpoint is not None,
        "baseline": goal.baseline is not None,
        "target": goal.target is not None,
        "owner": bool(goal.owner),
        "due": goal.due is not None,
    }
    return tuple(part for part in _ASKED[letter] if not there[part])
