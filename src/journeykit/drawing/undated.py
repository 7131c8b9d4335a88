"""PDF without a date, so that a picture is the same file whenever it is painted."""

import re

__all__ = ["undated"]

_DATE = re.compile(rb"/CreationDate ?\(D:[^()]{0,30}\)")


def undated(pdf: bytes) -> bytes:
    """Return a PDF of the library cairo without the moment of its making.

    Each byte stays where it was, as a PDF says at which byte each of its parts begins. Versions
    of cairo from 1.18 on, which a newer `dot` program may have, compress the date together with
    other parts; there it stays.

    Example:
        >>> undated(b"<< /CreationDate (D:2026) >>")
        b'<<                        >>'
    """
    return _DATE.sub(lambda date: b" " * len(date[0]), pdf)
