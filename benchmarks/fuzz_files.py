"""Feed thousands of damaged files to each reader, and see what becomes of them.

Run it as ``python benchmarks/fuzz_files.py [NUMBER [SEED [FORMAT …]]]``; NUMBER is that of the
inputs for each format. What `save` wrote is damaged: bytes flip, pieces are cut out, doubled or
put into each other, tokens change places. Each input has to be read, or refused with a
`FileError` of one line, within two seconds. Input n of a format is the same in every run with
the same seed.
"""

import io
import json
import random
import re
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings

from journeykit import (
    FileError,
    Journey,
    JourneyModel,
    LossyFormatWarning,
    Persona,
    presets,
    save,
    testing,
)
from journeykit.files import _read  # what load and loads have in common
from journeykit.files.formats import FORMATS

_NUMBER = 40_000
_SECONDS = 2.0
_LONGEST_LINE = 10_000
_LARGEST_START = 30_000
_TOKEN = re.compile(rb"[\w.-]+|[^\w\s]|[ \t]+|\r?\n")

# Whatever means something to one reader or another.
TOKENS = [
    *(bytes([code]) for code in b"\"'{}[]()<>:;,.#&*!|%@`~=+-?\\/ \t\r\n\x00\x07\x7f"),
    *(b"\r\n", b"\n\n", b"---", b"...", b"```", b"~~~", b'"""', b"'''", b"[[", b"]]", b"{{", b"}}"),
    *(b"null", b"~", b"true", b"false", b"NaN", b"nan"),
    *(b"inf", b"-Infinity", b".inf", b"-0", b"0x"),
    *(b"1e999", b"-1e-999", b"9" * 25, b"9" * 5000, b"0.1", b"1_000", b"2026-02-30", b"25:61:61"),
    *(b"0001-01-01", b"12:30:45", b"P3D", b"PT1e9S", b"P999999999999999W", b"journeykit", b"kind"),
    *(b"key", b"label", b"model", b"phase", b"lane", b"touchpoints", b"transitions", b"data"),
    *(b"START", b"CONVERSION", b"DROP_OFF", b"source"),
    *(b"target", b"persona", b"route", b"en", b"nl"),
    *(b"&a", b"*a", b"<<", b"!!python/object", b"!!binary"),
    *(b"!", b"%YAML 1.1", b"? ", b"- ", b"|-"),
    *(b"journey", b"section", b"title", b"accTitle"),
    *(b"accDescr {", b"%%", b"%%{init: {}}%%", b"#35;"),
    *(b"```mermaid", b"flowchart LR", b"=1+1", b"@SUM(A1)", b"'", b"sep=;", b'""', b"\xef\xbb\xbf"),
    *(b"<node", b"</node>", b"<edge", b"<data", b"<key"),
    *(b"<graph>", b"</graph>", b"<![CDATA[", b"]]>"),
    *(b"<!DOCTYPE x>", b"<!--", b"-->", b"<?xml", b"&amp;"),
    *(b"&#0;", b"&#xD800;", b"&lol;", b"xmlns"),
    *("é\u2028\u0085\u200b\ufeff\ufffe\U0001f600\u202e٣İß".encode(), b"\xed\xa0\x80", b"\xff\xfe"),
    *(b"\xc0\x80", b"\xe2\x82", b"\xf4\x90\x80\x80", b"\\ud800", b"\\u0000", b"\\x00", b"\\N"),
]  # fmt: skip

_Starts = Sequence[bytes]
_Damage = Callable[[bytes, Random, _Starts], bytes]


def nouns() -> list[Journey | JourneyModel | Persona]:
    """Return what the files are made of: examples, and generated nouns."""
    found: list[Journey | JourneyModel | Persona] = [
        presets.SALON,
        presets.AIDA,
        presets.get("5a"),
        Journey("visit", touchpoints=["door", "desk"]),
        Journey("empty"),
    ]

    @settings(
        max_examples=40, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(testing.journeys() | testing.models() | testing.personas())
    def collect(noun: Journey | JourneyModel | Persona) -> None:
        found.append(noun)

    collect()
    return found


def starts(form: str, folder: Path) -> list[bytes]:
    """Return sound files in a format."""
    written = []
    suffix = {"markdown": "mermaid"}.get(form, form)
    for noun in nouns():
        path = folder / f"start.{suffix}"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                save(noun, path)
            except FileError:
                continue  # not everything fits in every format
        content = path.read_bytes()
        if form == "markdown":
            content = b"# A page\n\nWords.\n\n```mermaid\n" + content + b"```\n\n- more words\n"
        if len(content) <= _LARGEST_START:
            written.append(content)
    return written


# --- damage -------------------------------------------------------------------------------


def _flip(content: bytes, chance: Random, _: _Starts) -> bytes:
    damaged = bytearray(content)
    for _time in range(chance.randint(1, 4)):
        if damaged:
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _cut_off(content: bytes, chance: Random, _: _Starts) -> bytes:
    return content[: chance.randint(0, len(content))]


def _piece(content: bytes, chance: Random) -> tuple[int, int]:
    begin = chance.randint(0, len(content))
    return begin, min(len(content), begin + int(chance.expovariate(1 / 30)))


def _cut_out(content: bytes, chance: Random, _: _Starts) -> bytes:
    begin, end = _piece(content, chance)
    return content[:begin] + content[end:]


def _double(content: bytes, chance: Random, _: _Starts) -> bytes:
    begin, end = _piece(content, chance)
    times = chance.choice((2, 2, 3, 70, 1000)) if end - begin < 50 else 2
    return content[:begin] + content[begin:end] * times + content[end:]


def _splice(content: bytes, chance: Random, others: _Starts) -> bytes:
    other = chance.choice(others)
    begin, end = _piece(other, chance)
    at = chance.randint(0, len(content))
    if chance.random() < 0.3:
        return content[:at] + other[begin:]
    return content[:at] + other[begin:end] + content[at:]


def _insert(content: bytes, chance: Random, _: _Starts) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice(TOKENS) + content[at:]


def _swap(content: bytes, chance: Random, _: _Starts) -> bytes:
    spans = [found.span() for found in _TOKEN.finditer(content)]
    if not spans:
        return content
    (a, b), (c, d) = sorted((chance.choice(spans), chance.choice(spans)))
    if b > c:
        return content
    return content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]


def _replace(content: bytes, chance: Random, _: _Starts) -> bytes:
    spans = [found.span() for found in _TOKEN.finditer(content)]
    if not spans:
        return chance.choice(TOKENS)
    begin, end = chance.choice(spans)
    return content[:begin] + chance.choice(TOKENS) + content[end:]


def _move_line(content: bytes, chance: Random, _: _Starts) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    line = chance.choice(lines)
    if chance.random() < 0.5:
        lines.remove(line)
    lines.insert(chance.randint(0, len(lines)), line)
    return b"".join(lines)


DAMAGES: Sequence[_Damage] = (
    *(_flip, _cut_off, _cut_out, _double, _splice, _insert, _insert),
    *(_swap, _swap, _replace, _replace, _replace, _move_line),
)


def damaged(content: bytes, chance: Random, others: _Starts) -> bytes:
    """Return a file with some damage."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        content = chance.choice(DAMAGES)(content, chance, others)
    return content


# What a document may hold that no noun can take, each in the words of JSON.
VALUES = [
    *("null", "true", "false", "0", "-1", "0.5", "1e308", "9223372036854775807", "[]", "{}"),
    *('""', '" "', '"a"', '"START"', '"CONVERSION"', '"aida"', '"2026-02-30"', '"\\u0000"'),
    *('"9999-12-31"', '"P999999999999W"', '{"en": 1}', '{"key": null}', '["a", "a"]'),
    *('{"a": {"a": {"a": []}}}', '[{"source": "a", "target": "a"}]', '"\\ud83d\\ude00"', '["nl"]'),
]  # fmt: skip


def misshapen(content: bytes, chance: Random, _: _Starts) -> bytes:
    """Return a document of JSON in which some values stand in the wrong places, or are wrong."""
    data = json.loads(content)
    for _time in range(chance.choice((1, 1, 2, 4))):
        holder, step = chance.choice(list(_places(data)) or [([0], 0)])
        match chance.randrange(5):
            case 0:
                del holder[step]
            case 1 | 2:
                holder[step] = json.loads(chance.choice(VALUES))
            case 3:
                other, place = chance.choice(list(_places(data)) or [([0], 0)])
                # By way of text, so that nothing comes to stand in itself.
                holder[step] = json.loads(json.dumps(other[place]))
            case _ if isinstance(holder, dict):
                holder[chance.choice([*map(str, _steps(data)), "x"])] = holder.pop(step)
            case _:
                holder.insert(chance.randint(0, len(holder)), holder[step])
    return json.dumps(data).encode()


def _places(data: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - whatever JSON holds
    steps = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    for step in steps:
        yield data, step
        yield from _places(data[step])


def _steps(data: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever JSON holds
    return (step for _, step in _places(data))


def damaged_document(content: bytes, chance: Random, others: _Starts) -> bytes:
    """Return a document of JSON with damage to what it says, or to how it is written."""
    damage = misshapen if chance.random() < 0.7 else damaged
    return damage(content, chance, others)


def damaged_archive(content: bytes, chance: Random, _: _Starts) -> bytes:
    """Return an archive with damage to what is in it, or to itself."""
    if chance.random() < 0.2:
        return damaged(content, chance, [content])
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(made, "w") as copy:
        names = archive.namelist()
        parts = [archive.read(name) for name in names]
        place = chance.randrange(len(names))
        for number, (name, part) in enumerate(zip(names, parts, strict=True)):
            copy.writestr(name, damaged(part, chance, parts) if number == place else part)
    return made.getvalue()


# --- reading ------------------------------------------------------------------------------


def inputs(form: str, number: int, seed: int) -> Iterator[bytes]:
    """Give damaged files of a format."""
    with tempfile.TemporaryDirectory() as folder:
        sound = starts(form, Path(folder))
    # Small files are read quickly, and more of their bytes mean something.
    weights = [1 / (200 + len(content)) for content in sound]
    damage = damaged_archive if FORMATS[form].binary else damaged
    if form == "json":
        damage = damaged_document
    for place in range(number):
        chance = random.Random(f"{seed} {form} {place}")  # noqa: S311 - no secret
        yield damage(chance.choices(sound, weights)[0], chance, sound)


def examine(form: str, content: bytes) -> tuple[str, str]:
    """Return what became of an input in a word, and what was wrong with that."""
    begin = time.process_time()
    outcome = "read"
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            _read(FORMATS[form], content, "<fuzz>", {})
        except FileError as error:
            outcome = "refused"
            message = str(error)
            # It stands in one line, so that nothing in a file can write lines of its own.
            if len(message) > _LONGEST_LINE or not message.isprintable():
                return "badly said", repr(message)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            frame = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(frame.filename).name}:{frame.lineno}"
            return "crashed", f"{type(error).__name__} in {where}: {error}"
    took = time.process_time() - begin
    for warning in warned:
        if not issubclass(warning.category, LossyFormatWarning):  # by a package that reads for us
            return "warned", str(warning.message)
    return ("slow", "too long") if took > _SECONDS else (outcome, "")


def main(number: int = _NUMBER, seed: int = 1, *, forms: Sequence[str] = ()) -> int:
    """Examine damaged files of all formats, print what became of them, and count the findings."""
    print(f"seed {seed}")  # noqa: T201 - its result
    failed = 0
    for form in forms or [name for name in FORMATS if _is_read(name)]:
        start = time.perf_counter()
        total: Counter[str] = Counter()
        known: set[str] = set()
        for place, content in enumerate(inputs(form, number, seed)):
            outcome, words = examine(form, content)
            total[outcome] += 1
            kind = words.partition(":")[0] if outcome == "crashed" else outcome
            if words and kind not in known:
                known.add(kind)
                print(f"{form} {place}: {outcome}: {words}\n  {content!r}", flush=True)  # noqa: T201
        failed += total.total() - total["read"] - total["refused"]
        outcome = ", ".join(f"{times:,} {name}" for name, times in sorted(total.items()))
        took = time.perf_counter() - start
        print(f"{form}: {number:,} inputs in {took:.0f} s: {outcome}", flush=True)  # noqa: T201
    return failed


def _is_read(name: str) -> bool:
    return FORMATS[name].read is not None and name not in {"yml", "mmd", "md"}


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]]
    sys.exit(bool(main(*numbers, forms=sys.argv[3:])))
