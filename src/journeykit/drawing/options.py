"""What a person may want of a picture, under the same names in every view."""

from collections.abc import Iterable

from attrs import field, frozen

from journeykit._noun import as_strings
from journeykit.drawing.palette import Theme, theme
from journeykit.errors import DefinitionError, shown
from journeykit.text import LANGUAGE, Text, TextLike

__all__ = ["Options"]

_NARROWEST = 320.0
_WIDEST = 20_000.0


def _as_theme(value: Theme | str) -> Theme:
    return theme(value)


def _as_title(value: TextLike | None) -> Text | None:
    return None if value is None else Text(value)


def _as_lanes(values: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if values is None else as_strings(values)


@frozen(kw_only=True)
class Options:
    """What a person may want of a picture.

    Args:
        lang: The language of the words, such as ``"en"`` or ``"nl"``.
        theme: ``"light"``, ``"dark"``, or a theme of your own.
        width: The width of the picture in points (1/72 inch), at least 320; what suits the
            content when not given. A view keeps to it where its content can.
        title: The words at the top, in place of the subject's own.
        lanes: The keys of the lanes to draw, in this order; when not given, all, or those that
            suit the view. In ``"map"``, ``"blueprint"``, ``"matrix"`` and ``"ring"``; the other
            views show no lanes, and look at no key.
        min_share: What has less than this share, from 0 to 1, is left out and said to be so;
            what suits the view when not given. In ``"phases"``, ``"ring"`` and ``"blueprint"``
            that is a transition, by its share of those who leave a step; in ``"network"`` a
            transition, by its share of all customers; in ``"flow"`` a step, by its visits per
            customer, and those below share a bar. The other views leave nothing out.

    Raises:
        DefinitionError: An option is not valid.
        UnknownKeyError: There is no such theme.
    """

    lang: str = "en"
    theme: Theme = field(default=theme("light"), converter=_as_theme)
    width: float | None = None
    title: Text | None = field(default=None, converter=_as_title)
    lanes: tuple[str, ...] | None = field(default=None, converter=_as_lanes)
    min_share: float | None = None

    def __attrs_post_init__(self) -> None:
        problems = []
        if not isinstance(self.lang, str) or LANGUAGE.fullmatch(self.lang) is None:
            problems.append(f"lang must be a language such as 'nl', not {shown(self.lang)}")
        if self.width is not None and not _is_between(self.width, _NARROWEST, _WIDEST):
            problems.append(
                f"width must be a number of points from 320 to 20,000, not {shown(self.width)}"
            )
        if self.lanes is not None and not isinstance(self.lanes, tuple):
            problems.append(f"lanes must be a list of keys, not {shown(self.lanes)}")
        if self.min_share is not None and not _is_between(self.min_share, 0, 1):
            problems.append(f"min_share must be a number from 0 to 1, not {shown(self.min_share)}")
        if problems:
            raise DefinitionError("drawing options", problems)


def _is_between(value: object, low: float, high: float) -> bool:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return False
    return low <= value <= high
