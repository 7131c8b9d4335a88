"""The names of files, and writing files whole or not at all."""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from journeykit.errors import FileError, reason_of, shown

__all__ = ["check_writable", "path_of", "said", "write_whole"]

_BINARY = getattr(os, "O_BINARY", 0)


def path_of(path: str | os.PathLike[str]) -> Path:
    """Return a path, or say that it is none."""
    try:
        return Path(path)
    except TypeError:
        raise FileError(shown(path), "a path must be a string or a path object") from None


def said(path: Path) -> str:
    """Return a path as it stands in a message, on one line."""
    name = str(path)
    return name if name.isprintable() else shown(name)


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
    with _told(path) as target:
        _replace(target, content)


def check_writable(path: Path) -> None:
    """Find out whether a file could be written, before the work for what it will hold.

    Args:
        path: The file; it is left as it is.

    Raises:
        FileError: It could not.
    """
    with _told(path) as target:
        _rights(target)
        draft, descriptor = _draft_of(target)
        os.close(descriptor)
        draft.unlink()


@contextlib.contextmanager
def _told(path: Path) -> Iterator[Path]:
    """Give what a path leads to, and say why it cannot be written."""
    try:
        # Unlike Path.resolve, this fails in one way in all versions of Python.
        yield Path(os.path.realpath(path))
    except OSError as error:
        raise FileError(said(path), f"cannot be written: {reason_of(error)}") from None
    except ValueError:
        raise FileError(said(path), "is no valid file name") from None


def _draft_of(target: Path) -> tuple[Path, int]:
    # Names may have 255 bytes, and a character four of them.
    draft = target.with_name(f".{target.name[:48]}.{secrets.token_hex(8)}.tmp")
    return draft, os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)


def _replace(target: Path, content: bytes) -> None:
    rights = _rights(target)
    draft, descriptor = _draft_of(target)
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


def _rights(target: Path) -> int | None:
    """Return the rights that a file has, or None for a new one, which gets the usual ones."""
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not target.exists():
        return None
    if not target.is_file():
        raise OSError(None, "it is a folder" if target.is_dir() else "it is no ordinary file")
    # Its folder would let us put another in its place, but its owner said no.
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(target.stat().st_mode)


def _sync_folder(folder: Path) -> None:
    # Where folders cannot be opened (Windows), the system offers no way to do this.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
