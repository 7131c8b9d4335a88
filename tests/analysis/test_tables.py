"""Tables of answers: few digits, short lines, no end without a word."""

from datetime import timedelta

import pytest

from journeykit.analysis._tables import number, share, span, table


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "–"),
        (0.0, "0"),
        (0.012345, "0.0123"),
        (1 / 3, "0.333"),
        (-0.0, "0"),
        (999.4, "999"),
        (999.7, "1,000"),
        (-999.7, "-1,000"),
        (1234.5, "1,234"),
        (-1234567.0, "-1,234,567"),
        (1e20, "1e+20"),
    ],
)
def test_number(value: float | None, said: str) -> None:
    """Numbers have three digits, or all of their thousands."""
    assert number(value) == said


def test_share() -> None:
    """Shares are percentages, tiny ones as well."""
    assert (share(0.5), share(1e-9), share(None)) == ("50 %", "1e-07 %", "–")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "–"),
        (timedelta(days=3), "3 days"),
        (timedelta(days=999, hours=20), "1,000 days"),
        (timedelta(hours=24, seconds=1), "1 day"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(seconds=1), "1 second"),
        (timedelta(0), "0 seconds"),
        (timedelta(hours=30), "1.25 days"),
        (timedelta(minutes=90), "1.5 hours"),
        (timedelta(seconds=90), "1.5 minutes"),
        (timedelta(milliseconds=1), "0.001 seconds"),
    ],
)
def test_span(value: timedelta | None, said: str) -> None:
    """Lengths of time are in the largest unit that fits."""
    assert span(value) == said


def test_table() -> None:
    """Words stand to the left, numbers to the right; long words are cut, many rows counted."""
    lines = list(table(["a\nb", "c" * 50, "d"], lambda key: {"step": key, "n": "7"}, most=2))
    assert lines == [
        f"{'step':<40}  n",
        f"{'a b':<40}  7",
        f"{'c' * 39}…  7",
        "… and 1 more",
    ]
    assert list(table([], lambda key: {"step": key})) == []


def test_table_of_wide_letters() -> None:
    """Columns stand below each other where letters take two places in a terminal, or none."""
    keys = ["広告", "ab", "caf\u0065\u0301", "広" * 30]
    lines = list(table(keys, lambda key: {"step": key, "n": "7"}))
    assert lines == [
        f"step{' ' * 35}  n",
        f"広告{' ' * 35}  7",
        f"ab{' ' * 37}  7",
        f"caf\u0065\u0301{' ' * 35}  7",
        f"{'広' * 19}…  7",
    ]
