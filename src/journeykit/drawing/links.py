"""Links that a picture may carry."""

import re
from urllib.parse import quote

from journeykit._dot import clean_text

__all__ = ["safe_href"]

_SCHEME = re.compile(r"([^/?#]*?):")
_ALLOWED = frozenset({"http", "https", "mailto"})
# What a browser throws away before it looks at the scheme.
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]+")
_AS_THEY_ARE = "%:/?#[]@!$&()*+,;=~-._'"


def safe_href(href: str | None) -> str | None:
    r"""Return a link that is safe to click, or None.

    Only http, https, mailto and relative addresses are left; spaces, quotes, angle brackets and
    characters beyond ASCII are percent-encoded.

    Example:
        >>> safe_href("https://example.org/a b")
        'https://example.org/a%20b'
        >>> safe_href("java\nscript:alert(1)") is None
        True
    """
    if not href:
        return None
    stripped = href.strip()
    scheme = _SCHEME.match(_IGNORED.sub("", stripped))
    if scheme is not None and scheme[1].lower() not in _ALLOWED:
        return None
    return quote(clean_text(stripped), safe=_AS_THEY_ARE) or None
