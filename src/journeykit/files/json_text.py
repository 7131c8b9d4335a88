"""JSON: plain data as text and back, with the doors shut that Python's reader leaves open."""

import json
from datetime import date

from journeykit._noun import repeated
from journeykit.errors import FileError, shown
from journeykit.files.plain import Unfit, finite_number, unfit, whole_number

__all__ = ["parse", "write"]


def parse(text: str, file: str) -> object:
    """Return what a JSON text holds.

    Args:
        text: The text.
        file: The name of the file, for messages.

    Raises:
        FileError: It is no JSON, is cut off, is nested more than 64 deep, names a key of an
            object twice, or holds a number that is infinite or does not fit in 64 bits.
    """
    try:
        data: object = json.loads(
            text,
            object_pairs_hook=_mapping,
            parse_int=whole_number,
            parse_float=finite_number,
            parse_constant=finite_number,
        )
    except json.JSONDecodeError as error:
        words = error.msg[:1].lower() + error.msg[1:]
        raise FileError(file, f"line {error.lineno}, column {error.colno}: {words}") from None
    if problems := unfit(data):
        raise FileError(file, problems)
    return data


def _mapping(pairs: list[tuple[str, object]]) -> dict[str, object] | Unfit:
    mapping = dict(pairs)
    if len(mapping) == len(pairs):
        return mapping
    return Unfit(f"the key {shown(repeated(key for key, _ in pairs)[0])} stands twice")


def write(data: dict[str, object], file: str) -> str:
    """Return plain data as JSON text.

    Args:
        data: The data.
        file: The name of the file, for messages.

    Raises:
        FileError: It holds what JSON cannot hold.
    """
    if problems := unfit(data):
        raise FileError(file, problems)
    return json.dumps(data, indent=2, ensure_ascii=False, default=date.isoformat) + "\n"
