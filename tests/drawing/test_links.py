"""Links that a picture may carry."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.drawing.links import safe_href


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("page.html", "page.html"),
        ("/top/page.html?x=1:2", "/top/page.html?x=1:2"),
        ("#part:one", "#part:one"),
        ("  https://example.org/a b ", "https://example.org/a%20b"),
        ("https://example.org/é?q=%C3%A9", "https://example.org/%C3%A9?q=%C3%A9"),
        ('page"><script>', "page%22%3E%3Cscript%3E"),
        ("a\\b", "a%5Cb"),
        ("page\ud800", "page%EF%BF%BD"),
    ],
)
def test_links_that_are_kept(href: str, written: str) -> None:
    """They come back as they are, but for what could end an attribute."""
    assert safe_href(href) == written


@pytest.mark.parametrize(
    "href",
    [
        None,
        "",
        "  ",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        " \x01javascript:alert(1)",
        "java\u200bscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://example.org/1",
        ":x",
    ],
)
def test_links_that_are_left_out(href: str | None) -> None:
    """Any other scheme is no link, however it is spelled."""
    assert safe_href(href) is None


@given(st.text(max_size=30))
def test_a_link_holds_nothing_that_ends_an_attribute(href: str) -> None:
    """What is left is plain ASCII without quotes, angle brackets, backslashes or spaces."""
    written = safe_href(href)
    assert written is None or re.fullmatch(r"[!#-;=?-\[\]_a-z~]+", written)
    assert safe_href(written) == written
