"""Check: what a journey leaves open, forgets or contradicts, as a linter would tell it.

A journey that does not hold together cannot be built. What is found here holds together, and is
unwise: a pain point that nobody answers, a phase in which nothing happens, a map that is all
assumption. Each rule has a code that never changes its meaning.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from journeykit._noun import (
    Noun,
    as_strings,
    as_text,
    as_tuple,
    choice_problems,
    key_problems,
    literals,
    required_problems,
    string_problems,
    text_problems,
)
from journeykit.analysis import (
    _rules_goals,
    _rules_grid,
    _rules_moves,
    _rules_touchpoints,
    _rules_whole,
)
from journeykit.analysis._names import PARTS, Part, both
from journeykit.analysis._rule import Rule, Severity, Subject, Thresholds
from journeykit.analysis._tables import as_printed
from journeykit.errors import AnalysisError, UnknownKeyError, shown
from journeykit.journey import Journey
from journeykit.model import JourneyModel
from journeykit.text import Text

__all__ = ["RULES", "Finding", "Findings", "OwnCheck", "Rule", "Thresholds", "check"]

_OURS: Final = "JK"
_SEVERITIES: Final[Mapping[Severity, Text]] = {
    "error": both("error", "fout"),
    "warning": both("warning", "waarschuwing"),
    "info": both("info", "tip"),
}
_NOTHING: Final = both("no findings", "geen bevindingen")
_WHOLE: Final = (
    _rules_whole.RULES
    + _rules_touchpoints.RULES
    + _rules_grid.RULES
    + _rules_goals.RULES
    + _rules_moves.RULES
)
RULES: Final[dict[str, Rule]] = dict(sorted((rule.code, rule) for rule in _WHOLE))
"""The rules by code."""


@frozen(repr=False)
class Finding(Noun):
    """Something in a journey that is worth a look.

    Args:
        code: What refers to the rule; those of journeykit begin with ``JK``.
        severity: ``"error"`` (pictures or answers go wrong), ``"warning"`` (something is
            missing) or ``"info"`` (something to think about).
        message: What is the matter, to be read behind the name of the place.
        what: The kind of place: ``"journey"``, ``"model"``, ``"persona"``, ``"phase"``,
            ``"lane"``, ``"touchpoint"``, ``"transition"``, ``"note"``, ``"goal"`` or
            ``"channel"``.
        key: Which one: its key, the two ends of a transition, or the words of a note.
        hint: What to do about it.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> print(Finding("SHOP1", "warning", "has no price", what="touchpoint", key="pay"))
        SHOP1 warning touchpoint 'pay': has no price
    """

    _positional = ("code", "severity", "message")

    code: str
    severity: Severity
    message: Text = field(converter=as_text)
    what: Part = field(kw_only=True)
    key: str = field(kw_only=True)
    hint: Text = field(default=Text(), converter=as_text, kw_only=True)

    def told(self, lang: str = "en") -> str:
        """Return it as a line in a language.

        Args:
            lang: A language tag.
        """
        severity, what = _SEVERITIES[self.severity].pick(lang), PARTS[self.what].pick(lang)
        hint = f" ({self.hint.pick(lang)})" if self.hint else ""
        words = f"{self.code} {severity} {what} {shown(self.key)}: {self.message.pick(lang)}{hint}"
        return " ".join(words.split())  # whatever the words are, a finding is one line

    def to_dict(self) -> dict[str, Any]:
        """Return it in plain types, as JSON knows them, with its words in all languages."""
        return {
            "code": self.code,
            "severity": self.severity,
            "what": self.what,
            "key": self.key,
            "message": dict(self.message),
            "hint": dict(self.hint),
        }

    def __str__(self) -> str:
        return self.told()

    def _problems(self) -> Iterator[str]:
        yield from key_problems("code", self.code)
        severities, whats = literals(Severity), literals(Part)
        yield from required_problems("severity", self.severity, choice_problems, severities)
        yield from text_problems("message", self.message)
        yield from required_problems("what", self.what, choice_problems, whats)
        yield from string_problems("key", self.key)
        yield from text_problems("hint", self.hint)


OwnCheck: TypeAlias = Callable[[Journey], Iterable[Finding]]
"""A check of one's own: a function of a journey that gives what it finds."""


@frozen
class Findings:
    """What was found in a journey: the worst first, then by code, then in the journey's order.

    Attributes:
        journey: The key of the journey.
        items: The findings; it is these that a loop gives.
    """

    journey: str
    items: tuple[Finding, ...]

    def of(self, code: str) -> tuple[Finding, ...]:
        """Return the findings of one rule; none where it found nothing.

        Args:
            code: The code of the rule.
        """
        return tuple(finding for finding in self.items if finding.code == code)

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity that occurs, the worst first."""
        return dict(Counter(finding.severity for finding in self.items))

    def told(self, lang: str = "en", *, name: str | None = None) -> str:
        """Return a line for each finding, or one that says that there is none.

        Args:
            lang: A language tag.
            name: What each line begins with, such as the name of a file; the key of the
                journey when not given.
        """
        place = self.journey if name is None else name
        lines = [finding.told(lang) for finding in self.items] or [_NOTHING.pick(lang)]
        return "\n".join(" ".join(f"{place}: {line}".split()) for line in lines)

    def to_rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """Return a row for each finding, for a table or a data frame.

        Args:
            lang: The language of the words.
        """
        return [
            finding.to_dict()
            | {"message": finding.message.pick(lang), "hint": finding.hint.pick(lang)}
            for finding in self.items
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return all of it in plain types, as JSON knows them, with words in all languages."""
        return {"journey": self.journey, "findings": [each.to_dict() for each in self.items]}

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> Finding:
        return self.items[place]

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return self.told()


def check(
    journey: Journey,
    *,
    select: str | Iterable[str] | None = None,
    ignore: str | Iterable[str] = (),
    thresholds: Thresholds = Thresholds(),  # noqa: B008 - frozen
    extra: Iterable[OwnCheck] = (),
) -> Findings:
    """Look for what a journey leaves open, forgets or contradicts.

    Nothing is found twice: what holds for all touchpoints or all phases is said once, of the
    journey. For journey models there is `journeykit.testing.check_model`.

    Args:
        journey: What to look at.
        select: The codes of the rules to apply; all when not given.
        ignore: The codes of rules to leave out. Codes of your own checks may stand in both.
        thresholds: From where on something is too much or too little.
        extra: Checks of your own: functions of a journey that return or yield each `Finding`.

    Raises:
        AnalysisError: It is no journey, an argument is not valid, or a check of your own returns
            something else.
        UnknownKeyError: There is no rule with one of the codes.

    Example:
        >>> from journeykit import Touchpoint
        >>> from journeykit.presets import AIDA
        >>> shop = Journey("shop", model=AIDA, touchpoints=[Touchpoint("ad", phase="attention")])
        >>> for finding in check(shop, select=["JK001", "JK004"]):
        ...     print(finding.code, finding.what, finding.key, "-", finding.message)
        JK001 journey shop - has no persona
        JK004 touchpoint ad - has no channel
    """
    if isinstance(journey, JourneyModel):
        raise AnalysisError(
            f"journey model {shown(journey.key)} is no journey; testing.check_model checks models"
        )
    if not isinstance(journey, Journey):
        raise AnalysisError(f"journey must be a Journey, not {shown(journey)}")
    if not isinstance(thresholds, Thresholds):
        raise AnalysisError(f"thresholds must be Thresholds, not {shown(thresholds)}")
    own = _own(extra)
    wanted = None if select is None else _codes("select", select, own)
    unwanted = _codes("ignore", ignore, own)
    subject = Subject(journey, thresholds)
    found = [
        finding
        for finding in (*_ours(subject), *_theirs(journey, own))
        if (wanted is None or finding.code in wanted) and finding.code not in unwanted
    ]
    return Findings(journey.key, tuple(sorted(found, key=_order)))


def _own(checks: Iterable[OwnCheck]) -> tuple[OwnCheck, ...]:
    """Return checks of someone's own, once they are known to be functions."""
    several = as_tuple(checks)
    if not isinstance(several, tuple):
        raise AnalysisError(f"extra must be a list of functions, not {shown(checks)}")
    for position, own in enumerate(several):
        if not callable(own):
            raise AnalysisError(
                f"extra[{position}] must be a function of a journey, not {shown(own)}"
            )
    return several


def _codes(name: str, codes: str | Iterable[str], own: tuple[OwnCheck, ...]) -> frozenset[str]:
    """Return codes, once it is known that they are rules of ours or may be of someone's own."""
    several = as_strings(codes)
    if not isinstance(several, tuple):
        raise AnalysisError(f"{name} must be a code or a list of codes, not {shown(codes)}")
    for code in several:
        ours_or_theirs = isinstance(code, str) and (
            code in RULES or (own and not code.startswith(_OURS))
        )
        if not ours_or_theirs:
            raise UnknownKeyError("code", code, RULES, "check")
    return frozenset(several)


def _ours(subject: Subject) -> Iterator[Finding]:
    for rule in RULES.values():
        for found in rule.find(subject):
            key = subject.journey.key if found.key is None else found.key
            yield Finding(
                rule.code, rule.severity, found.message, what=found.what, key=key, hint=rule.hint
            )


def _theirs(journey: Journey, checks: Iterable[OwnCheck]) -> Iterator[Finding]:
    for own in checks:
        name = getattr(own, "__name__", type(own).__name__)
        findings: object = own(journey)
        if not isinstance(findings, Iterable):
            raise AnalysisError(
                f"the check {shown(name)} must return findings, not {shown(findings)}; "
                "return a list of Finding, or yield each"
            )
        for finding in findings:
            if not isinstance(finding, Finding):
                raise AnalysisError(
                    f"the check {shown(name)} must give each Finding, not {shown(finding)}"
                )
            yield finding


def _order(finding: Finding) -> tuple[int, str]:
    # Sorting is stable: within a rule the order of the journey stays.
    return (literals(Severity).index(finding.severity), finding.code)
