"""What stands in a file: its bytes, and its words."""

import stat
from pathlib import Path
from typing import Final

from journeykit._atomic import said
from journeykit.errors import FileError, reason_of

__all__ = ["decoded", "read_whole"]

_LARGEST: Final = 100_000_000
_MARK: Final = "\ufeff"


def read_whole(path: Path) -> bytes:
    """Read all the bytes of a file.

    Args:
        path: The file.

    Raises:
        FileError: There is none, it cannot be read, or it is larger than 100 MB.
    """
    try:
        content = _some_bytes(path)
    except OSError as error:
        raise FileError(said(path), f"cannot be read: {reason_of(error)}") from None
    except ValueError:
        raise FileError(said(path), "is no valid file name") from None
    if len(content) > _LARGEST:
        raise FileError(said(path), f"is larger than {_LARGEST // 1_000_000} MB")
    return content


def _some_bytes(path: Path) -> bytes:
    # What is no file (a pipe, a device) may never end, or never even begin.
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(None, "it is a folder" if path.is_dir() else "it is no ordinary file")
    with path.open("rb") as file:
        return file.read(_LARGEST + 1)


def decoded(content: bytes, file: str) -> str:
    """Return the words that bytes stand for, without the mark that may stand before them.

    Args:
        content: UTF-8, with or without a byte order mark.
        file: The name of the file, for messages.

    Raises:
        FileError: It is not UTF-8, or there is nothing but space.
    """
    # No text has null bytes in it, but UTF-16 is full of them.
    place = content.find(b"\0")
    if place < 0:
        try:
            text = content.decode().lstrip(_MARK)
        except UnicodeDecodeError as error:
            place = error.start
        else:
            if not text or text.isspace():
                raise FileError(file, "is empty")
            return text
    raise FileError(file, f"byte {place}: not valid UTF-8; save the file as UTF-8")
