"""Writing files whole or not at all."""

import contextlib
import os
import secrets
import stat
from pathlib import Path

from journeykit.errors import FileError

__all__ = ["write_whole"]

_BINARY = getattr(os, "O_BINARY", 0)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one, never half of either.

    The content goes to a temporary file in the same folder, reaches the disk, and takes the
    target's place in one step. A link is followed; the rights of an existing file are kept.

    Args:
        path: The file to write.
        content: What it will hold.

    Raises:
        FileError: The file cannot be written; the old one is untouched.
    """
    try:
        _replace(path.resolve(), content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FileError(os.fspath(path), f"cannot be written: {reason}") from None
    except ValueError:
        raise FileError(repr(os.fspath(path)), "is no valid file name") from None


def _replace(target: Path, content: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    # The system applies the user's mask to a new file; a replaced one keeps the rights it had.
    rights = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    draft = target.with_name(f".{target.name[:64]}.{secrets.token_hex(8)}.tmp")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if rights is not None:
            draft.chmod(rights)
        draft.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    # Where folders cannot be opened (Windows), the system offers no way to do this.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
