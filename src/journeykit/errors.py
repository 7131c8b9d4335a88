"""What can go wrong, and how it is said.

Every message is one line: it names the thing and the place, and says the way out.
"""

from collections.abc import Collection, Iterable, Sequence

__all__ = [
    "AnalysisError",
    "DefinitionError",
    "DroppedRowsWarning",
    "EventError",
    "EventWarning",
    "FileError",
    "JourneykitError",
    "LossyFormatWarning",
    "MissingDependencyError",
    "RenderError",
    "UnknownKeyError",
]

_SHOWN_PROBLEMS = 20
_SHOWN_KEYS = 12
_SHOWN_CHARACTERS = 80
_COMPARED_KEYS = 200  # comparing all the keys of a large journey with each other takes minutes


def shown(value: object) -> str:
    """Return a value as it stands in a message: its repr, on one line and not too long."""
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - what cannot be printed must not hide what is wrong with it
        text = f"<{type(value).__name__} that cannot be printed>"
    text = " ".join(text.split()) if "\n" in text else text
    if len(text) <= _SHOWN_CHARACTERS:
        return text
    return f"{text[: _SHOWN_CHARACTERS - 2]}…{text[-1]}"


def suggestion(wrong: object, known: Collection[str]) -> str:
    """Return ``", did you mean 'x'?"`` for the known word nearest to a wrong one, or nothing."""
    if not isinstance(wrong, str) or len(known) > _COMPARED_KEYS:
        return ""
    import difflib  # only those who slip pay for it

    folded = wrong.casefold()
    alike = [word for word in known if word.casefold() == folded]
    nearest = alike or difflib.get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return f", did you mean {str(nearest[0])!r}?" if nearest else ""


def reason_of(error: OSError) -> str:
    """Return what the system said was wrong, as part of a sentence."""
    return (error.strerror or str(error)).lower()


class Hints:
    """Suggests known words for wrong ones, as long as anybody reads it."""

    def __init__(self) -> None:
        self._left = _SHOWN_PROBLEMS

    def __call__(self, wrong: str, known: Collection[str]) -> str:
        """Return what `suggestion` returns, and nothing from the twenty-first time on."""
        if not self._left:
            return ""
        self._left -= 1
        return suggestion(wrong, known)


def list_problems(problems: Sequence[str]) -> str:
    """Return problems as one line, cut after the first twenty."""
    text = "; ".join(problems[:_SHOWN_PROBLEMS])
    rest = len(problems) - _SHOWN_PROBLEMS
    return f"{text}; … and {rest} more" if rest > 0 else text


class JourneykitError(Exception):
    """The root of all errors that this library raises."""


class DefinitionError(JourneykitError, ValueError):
    """Raised when an object that does not hold together is built.

    Attributes:
        subject: What was being built, for instance ``"Journey 'webshop'"``.
        problems: Every problem found, one sentence each.

    Example:
        >>> from journeykit import DefinitionError, Touchpoint
        >>> try:
        ...     Touchpoint("desk", emotion=3)
        ... except DefinitionError as error:
        ...     print(error)
        Touchpoint 'desk': emotion must be a number from -2 to 2, not 3
    """

    def __init__(self, subject: str, problems: Sequence[str]) -> None:
        self.subject = subject
        self.problems: tuple[str, ...] = tuple(problems)
        super().__init__(subject, self.problems)

    def __str__(self) -> str:
        return f"{self.subject}: {list_problems(self.problems)}"


class UnknownKeyError(JourneykitError, LookupError):
    """Raised when nothing has the key that was asked for.

    Attributes:
        kind: What was looked for, for instance ``"phase"``.
        key: The key that was asked for.
        known: The keys that are there.
        place: Where it was looked for, for instance ``"journey model 'aida'"``.
    """

    def __init__(self, kind: str, key: object, known: Iterable[str] = (), place: str = "") -> None:
        self.kind = kind
        self.key = key
        self.known: tuple[str, ...] = tuple(known)
        self.place = place
        super().__init__(kind, key, self.known, place)

    def __str__(self) -> str:
        place = f" in {self.place}" if self.place else ""
        hint = suggestion(self.key, self.known)
        text = f"unknown {self.kind} {shown(self.key)}{place}{hint}"
        if hint:
            return text
        if not self.known:
            return f"{text}; there are none"
        rest = len(self.known) - _SHOWN_KEYS
        more = f" and {rest} more" if rest > 0 else ""
        return f"{text}; known are {', '.join(map(repr, self.known[:_SHOWN_KEYS]))}{more}"


class AnalysisError(JourneykitError, ValueError):
    """Raised when a question has no answer for this journey, for instance because of a trap."""


class EventError(JourneykitError, ValueError):
    """Raised when an event log cannot be read as journeys."""


class FileError(JourneykitError, ValueError):
    """Raised when a file or a text cannot be read or written as journeykit's.

    Attributes:
        file: The file's name, or ``"<text>"`` where there is none.
        problems: What is wrong, each with its place, for instance
            ``"unknown touchpoint 'pay' @ $.transitions[0].target"``.
    """

    def __init__(self, file: str, problems: Sequence[str] | str) -> None:
        self.file = file
        self.problems: tuple[str, ...] = (
            (problems,) if isinstance(problems, str) else tuple(problems)
        )
        super().__init__(file, self.problems)

    def __str__(self) -> str:
        return f"{self.file}: {list_problems(self.problems)}"


class RenderError(JourneykitError, RuntimeError):
    """Raised when a picture could not be painted."""


class MissingDependencyError(JourneykitError, ImportError):
    """Raised when an optional package is needed and not installed.

    Attributes:
        package: The package that is missing.
        extra: The extra that brings it, as in ``pip install "journeykit[extra]"``.
    """

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        self.package = package
        self.extra = extra
        self.purpose = purpose
        super().__init__(package, extra, purpose)

    def __str__(self) -> str:
        return (
            f"{self.purpose} needs the package {self.package!r}; "
            f"install it with: pip install 'journeykit[{self.extra}]'"
        )


class LossyFormatWarning(UserWarning):
    """Warns that a file format cannot hold everything that was saved."""


class EventWarning(UserWarning):
    """Warns that an event log leaves something open, and how that was taken."""


class DroppedRowsWarning(UserWarning):
    """Warns that rows of an event log were left out, and how many."""
