"""Journeys, journey models and personas as files and texts, and back."""

import os
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from journeykit._atomic import path_of, said, write_whole
from journeykit.errors import FileError, LossyFormatWarning, shown, suggestion
from journeykit.files.formats import FORMATS, Format, format_of
from journeykit.files.loss import Loss, listed
from journeykit.files.source import read_whole

if TYPE_CHECKING:
    from journeykit.files.native import Savable
    from journeykit.model import JourneyModel

__all__ = ["Loss", "dumps", "load", "loads", "losses", "save"]

_NOT_A_FILE: Final = "<text>"


def save(subject: "Savable", path: str | os.PathLike[str], *, lang: str = "en") -> None:
    """Write a journey, a journey model or a persona to a file.

    A crash while it is written leaves the old file or the new one, never half of either. What
    follows from the rest (a label made of the key, the straight road of a model) is left out,
    and a built-in model goes by its name.

    Args:
        subject: What to write.
        path: The file; its suffix tells the format: ``.json``, ``.yaml``, ``.yml``, ``.toml``;
            ``.mmd`` for a journey of Mermaid; ``.csv`` or ``.tsv`` for a table of touchpoints,
            ``.xlsx`` for a workbook; ``.graphml`` for other programs for graphs, and ``.dot`` or
            ``.gv`` for Graphviz, which cannot be read again.
        lang: The language of the words, in formats that hold one language, and of headings.

    Raises:
        FileError: The file cannot be written, or its format cannot hold the subject.
        MissingDependencyError: The package that writes this format is not installed.

    Warns:
        LossyFormatWarning: The format cannot hold all of it; one warning lists what is left out.

    Example:
        >>> from journeykit import Journey, load, save
        >>> visit = Journey("visit", touchpoints=["door", "desk"])
        >>> save(visit, "visit.json")
        >>> load("visit.json") == visit
        True
    """
    place = path_of(path)
    write_whole(place, _written(format_of(place), subject, said(place), lang))


def load(
    path: str | os.PathLike[str],
    *,
    scale: tuple[float, float] | None = None,
    block: int | None = None,
    encoding: str | None = None,
    model: "JourneyModel | str | None" = None,
) -> "Savable":
    """Read a journey, a journey model or a persona from a file.

    Args:
        path: The file; its suffix tells the format, as in `save`. Of a ``.md`` file, the
            journey in a ``mermaid`` block is read.
        scale: The lowest and the highest score, which become the emotions -2 and +2, in formats
            that have scores; from 1 to 5 when not given.
        block: Which of several journeys in a ``.md`` file, from 1.
        encoding: The encoding of a table that is neither UTF-8 nor has a byte order mark, for
            instance ``"cp1252"``.
        model: The journey model whose phases a table speaks of, or its name, where the table
            does not tell.

    Raises:
        FileError: The file cannot be read, or does not hold together; the message names the
            file, and everything that is wrong with its place in it.
        MissingDependencyError: The package that reads this format is not installed.
        UnknownKeyError: There is no model of that name.
    """
    place = path_of(path)
    file = said(place)
    form = format_of(place)
    form.reader(file)
    options = {"scale": scale, "block": block, "encoding": encoding, "model": model}
    return _read(form, read_whole(place), file, options)


def dumps(
    subject: "Savable",
    format: str,  # noqa: A002 - the word that users know
    *,
    lang: str = "en",
) -> str:
    """Return a journey, a journey model or a persona as text.

    Args:
        subject: What to write.
        format: ``"json"``, ``"yaml"``, ``"toml"``, ``"mermaid"``, ``"csv"``, ``"tsv"``,
            ``"graphml"`` or ``"dot"``.
        lang: The language of the words, in formats that hold one language, and of headings.

    Raises:
        FileError: There is no such format, or it cannot hold the subject.
        MissingDependencyError: The package that writes this format is not installed.

    Warns:
        LossyFormatWarning: The format cannot hold all of it; one warning lists what is left out.

    Example:
        >>> from journeykit import Persona, dumps
        >>> print(dumps(Persona("sanne", goals=["Curls I can handle myself"]), "toml"), end="")
        journeykit = 1
        kind = "persona"
        key = "sanne"
        goals = ["Curls I can handle myself"]
    """
    form = _text_format(format)
    return _written(form, subject, _NOT_A_FILE, lang).decode("utf-8-sig")


def loads(
    text: str,
    format: str,  # noqa: A002 - the word that users know
    *,
    scale: tuple[float, float] | None = None,
    block: int | None = None,
    model: "JourneyModel | str | None" = None,
) -> "Savable":
    r"""Read a journey, a journey model or a persona from text.

    Args:
        text: What `dumps` or a person wrote.
        format: ``"json"``, ``"yaml"``, ``"toml"``, ``"mermaid"``, ``"markdown"``,
            ``"csv"``, ``"tsv"`` or ``"graphml"``.
        scale: The lowest and the highest score, which become the emotions -2 and +2, in formats
            that have scores; from 1 to 5 when not given.
        block: Which of several journeys in Markdown, from 1.
        model: The journey model whose phases a table speaks of, or its name, where the table
            does not tell.

    Raises:
        FileError: There is no such format, or the text does not hold together; the message
            names everything that is wrong with its place.
        MissingDependencyError: The package that reads this format is not installed.

    Example:
        >>> from journeykit import loads
        >>> loads('journeykit = 1\nkey = "visit"\nstate = "future"', "toml")
        Journey('visit', state='future')
    """
    form = _text_format(format)
    if not isinstance(text, str):
        raise FileError(_NOT_A_FILE, f"the text must be a string, not {shown(text)}")
    options = {"scale": scale, "block": block, "model": model}
    # Half characters do not become UTF-8; passed on, they are found where all bad bytes are.
    return _read(form, text.encode("utf-8", "surrogatepass"), _NOT_A_FILE, options)


def losses(
    subject: "Savable",
    format: str,  # noqa: A002 - the word that users know
    *,
    lang: str = "en",
) -> tuple[Loss, ...]:
    """Find what a format cannot hold of a journey, a journey model or a persona.

    What is not listed comes back as it was, and where nothing is listed, so does the whole.
    JSON, YAML and TOML hold everything.

    Args:
        subject: What would be written.
        format: The format, as in `dumps`.
        lang: The language of the words, in formats that hold one language.

    Raises:
        FileError: There is no such format, it cannot be written, or it cannot hold the subject
            at all.
        MissingDependencyError: The package that writes this format is not installed.

    Example:
        >>> from journeykit import Journey, losses
        >>> losses(Journey("visit", touchpoints=["door", "desk"]), "toml")
        ()
    """
    form = _known_format(format)
    return _lost(form, subject, _NOT_A_FILE, lang)


def _lost(form: Format, subject: "Savable", file: str, lang: str) -> tuple[Loss, ...]:
    if form.losses is not None:
        return form.losses(subject, file, lang)
    # It holds all that it does not refuse to write.
    form.writer(file)(subject, file, lang)
    return ()


def _written(form: Format, subject: "Savable", file: str, lang: str) -> bytes:
    write = form.writer(file)
    if form.losses is not None and (lost := form.losses(subject, file, lang)):
        warnings.warn(
            f"{file}: {form.name} cannot hold {listed(lost)}; "
            "save as .toml, .yaml or .json to keep everything",
            LossyFormatWarning,
            stacklevel=3,
        )
    return write(subject, file, lang)


def _read(form: Format, content: bytes, file: str, options: Mapping[str, object]) -> "Savable":
    read = form.reader(file)
    given = {name: value for name, value in options.items() if value is not None}
    for name in given:
        if name not in form.options:
            raise FileError(file, f"{form.name} is read without {name}=; leave it out")
    try:
        return read(content, file, **given)
    except RecursionError:
        raise FileError(file, "nested too deep to be read") from None


def _text_format(name: str) -> Format:
    form = _known_format(name)
    if form.binary:
        raise FileError(_NOT_A_FILE, f"{form.name} is no text; save and load it as a .{name} file")
    return form


def _known_format(name: str) -> Format:
    if isinstance(name, str) and name in FORMATS:
        return FORMATS[name]
    hint = suggestion(name, FORMATS) if isinstance(name, str) else ""
    known = ", ".join(map(repr, FORMATS))
    raise FileError(_NOT_A_FILE, f"unknown format {shown(name)}{hint}; known are {known}")
