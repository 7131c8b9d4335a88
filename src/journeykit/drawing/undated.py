"""PDF without a date, so that a picture is the same file whenever it is painted."""

import re
import zlib

__all__ = ["undated"]

_DATE = re.compile(rb"/CreationDate ?\(D:[^()]{0,30}\)")
_PACKED = re.compile(rb"/Type ?/ObjStm\b[^>]*>>\s*stream\r?\n")


def undated(pdf: bytes) -> bytes:
    """Return a PDF of the library cairo without the moment of its making.

    Each byte stays where it was, as a PDF says at which byte each of its parts begins.

    Example:
        >>> undated(b"<< /CreationDate (D:2026) >>")
        b'<<                        >>'
    """
    # From version 1.18 on, cairo packs the date with other parts.
    for found in reversed([*_PACKED.finditer(pdf)]):
        start = found.end()
        reader = zlib.decompressobj()
        try:
            parts = reader.decompress(pdf[start:])
        except zlib.error:
            continue
        length = len(pdf) - start - len(reader.unused_data)
        packed = zlib.compress(_blanked(parts), 9)
        if reader.eof and len(packed) <= length:
            pdf = pdf[:start] + packed.ljust(length, b"\n") + pdf[start + length :]
    return _blanked(pdf)


def _blanked(pdf: bytes) -> bytes:
    return _DATE.sub(lambda date: b" " * len(date[0]), pdf)
