"""What each of the three formats refuses, and what it reads, in its own way."""

import json

import pytest
import yaml

from journeykit import FileError, Journey, Persona, Touchpoint, loads
from journeykit.files import json_text, toml_text, yaml_text
from journeykit.files.plain import DEEPEST

LARGE = "99999999999999999999"
TOO_LARGE = f"a whole number must fit in 64 bits, not {LARGE}; write it as a string"


def refused(text: str, kind: str) -> str:
    """Return the one thing that is said of a text."""
    with pytest.raises(FileError) as caught:
        loads(text, kind)
    (problem,) = caught.value.problems
    assert str(caught.value) == f"<text>: {problem}"
    assert "\n" not in problem
    return problem


@pytest.fixture(params=[True, False], ids=["C", "Python"])
def _both_yamls(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with PyYAML's reader in C, and with the one in Python."""
    if not request.param:
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
        monkeypatch.delattr(yaml, "CBaseLoader")
        monkeypatch.delattr(yaml, "CBaseDumper")


# --- JSON -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        (" \n\t", "is empty"),
        ("{", "line 1, column 2: expecting property name enclosed in double quotes"),
        ('{"journeykit": 1,\n "key": }', "line 2, column 9: expecting value"),
        ('{"journeykit": 1} x', "line 1, column 19: extra data"),
        ('{"journeykit": 1, "key": "a', "line 1, column 26: unterminated string starting at"),
        ('{"a": "\x1f"}', "line 1, column 8: invalid control character at"),
        ('{"a": 1, "b": 2, "a": 3}', "the key 'a' stands twice @ $"),
        ('{"a": {"b": [0, {"c": 1, "c": 1}]}}', "the key 'c' stands twice @ $.a.b[1]"),
        ('{"a": NaN}', "a number must be finite, not NaN @ $.a"),
        ('{"a": [Infinity]}', "a number must be finite, not Infinity @ $.a[0]"),
        ('{"a": -Infinity}', "a number must be finite, not -Infinity @ $.a"),
        ('{"a": 1e400}', "a number must be finite, not 1e400 @ $.a"),
        ('{"a b": 1e999999999999999999999}', "a number must be finite, not 1e999999999999999999…"),
        (f'{{"a": {LARGE}}}', f"{TOO_LARGE} @ $.a"),
        (
            '{"a": %s}' % (LARGE * 2),
            f"a whole number must fit in 64 bits, not {LARGE}…; write it as a",
        ),
        ('{"a": 9223372036854775808}', "a whole number must fit in 64 bits, not 9223372036854775"),
        ('{"a": -9223372036854775808}', "a whole number must fit in 64 bits, not -922337203685477"),
        ('{"a": "\\ud800"}', r"'\ud800' holds half a character (a lone surrogate) @ $.a"),
        ('{"\\udfff": 1}', r"the key '\udfff' must be a string without half characters @ $"),
        ("[" * 65 + "]" * 65, f"nested more than 64 deep @ ${'[0]' * 64}"),
    ],
)
def test_json_refuses(text: str, problem: str) -> None:
    """JSON is read strictly, and what is refused is told with its line or its place."""
    assert refused(text, "json").startswith(problem)


def test_json_reads() -> None:
    """JSON that is as deep and as large as may be is read."""
    text = json.dumps({"a": [2**63 - 1, -(2**63) + 1, 1e308, 5e-324, -0.0, "\U0001f600", None]})
    assert json_text.parse(text, "x") == json.loads(text)
    deep = "[" * DEEPEST + "]" * DEEPEST
    assert json_text.parse(deep, "x") == json.loads(deep)


def test_json_tells_all_numbers() -> None:
    """All bad numbers are told at once."""
    with pytest.raises(FileError) as caught:
        loads('{"a": [NaN, {"b": 1e999}], "c": {"d": 1, "d": 2}}', "json")
    assert caught.value.problems == (
        "a number must be finite, not NaN @ $.a[0]",
        "a number must be finite, not 1e999 @ $.a[1].b",
        "the key 'd' stands twice @ $.c",
    )


# --- YAML -------------------------------------------------------------------------------


@pytest.mark.usefixtures("_both_yamls")
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        ("# nothing\n", "is empty"),
        (
            "a: 1\nb: 2\na: 3",
            "line 3, column 1: the key 'a' stands twice; it stands at line 1, col",
        ),
        (
            "a: 1\n'a': 3",
            "line 2, column 1: the key 'a' stands twice; it stands at line 1, col",
        ),
        (
            "x: {a: 1, a: 2}",
            "line 1, column 11: the key 'a' stands twice; it stands at line 1, column 5 too",
        ),
        ("a: &x [b]\nc: *x", "line 1, column 4: aliases (&x) are not allowed; write the value out"),
        ("c: *x", "line 1, column 4: aliases (*x) are not allowed; write the value out"),
        ("*x : c", "line 1, column 1: aliases (*x) are not allowed; write the value out"),
        ("a: !!str b", "line 1, column 4: tags (tag:yaml.org,2002:str) are not allowed"),
        ("a: ! b", "line 1, column 4: tags (!) are not allowed"),
        (
            "- !!python/object/apply:os.system [x]",
            "line 1, column 3: tags (tag:yaml.org,2002:python/object/apply:os.system) are not",
        ),
        ("a: !!set {x}", "line 1, column 4: tags (tag:yaml.org,2002:set) are not allowed"),
        ("a: 1\n---\nb: 1", "line 2, column 1: a second document begins; a file holds one"),
        ("1: a", "line 1, column 1: a key must be a string, not 1; put it in quotes"),
        ("~: a", "line 1, column 1: a key must be a string, not None; put it in quotes"),
        ("true: a", "line 1, column 1: a key must be a string, not True; put it in quotes"),
        ("? [a]\n: b", "line 1, column 3: a key must be a string, not ['a']; put it in quotes"),
        (
            "? {a: b}\n: b",
            "line 1, column 3: a key must be a string, not {'a': 'b'}; put it in quotes",
        ),
        ("? \n: b", "line 1, column 2: a key must be a string, not None; put it in quotes"),
        ("a: .inf", "line 1, column 4: a number must be finite, not .inf"),
        ("a: -.INF", "line 1, column 4: a number must be finite, not -.INF"),
        ("a: .NaN", "line 1, column 4: a number must be finite, not .NaN"),
        ("a: 1e400", "line 1, column 4: a number must be finite, not 1e400"),
        (f"a: {LARGE}", f"line 1, column 4: {TOO_LARGE}"),
        (
            "a: 0x8000000000000000",
            "line 1, column 4: a whole number must fit in 64 bits, not 0x8000000000000000; ",
        ),
        ("[" * 65 + "]" * 65, "line 1, column 65: nested more than 64 deep"),
        ("- " * 65, "line 1, column 129: nested more than 64 deep"),
        (
            "a: \x01",
            "line 1, column 4: the character '\\x01' is not allowed; write it as an e",
        ),
        (
            "a: 1\nb: é\x1b",
            "line 2, column 5: the character '\\x1b' is not allowed; write it as an e",
        ),
        (
            "\ufffe",
            "line 1, column 1: the character '\\ufffe' is not allowed; write it as an e",
        ),
    ],
)
def test_yaml_refuses(text: str, problem: str) -> None:
    """YAML is read without aliases, tags and surprises, and each is told with its line."""
    assert refused(text, "yaml").startswith(problem)


@pytest.mark.usefixtures("_both_yamls")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 'x", "line 1, column 6: found unexpected end of stream (while scanning a quoted sc"),
        ("a: [1, 2", "line "),
        ("a: b: c", "line 1, column 5: mapping values are not allowed"),
        ("a: 1\n  b: 2", "line 2, column 4: mapping values are not allowed"),
        ("\ta: 1", "line 1, column 1: a tab cannot stand here; indent with blanks"),
        ("a: 🙂\nb:\n\t- c", "line 3, column 1: a tab cannot stand here; indent with blanks"),
        ("a: b\n\tc: d\n", "line 2, column 1: a tab cannot stand here; indent with blanks"),
        ("a: 🙂\r\nb: @x", "line 2, column 4: no words begin with '@'; put them in quotes"),
        ('a: "\\q"', "line 1, column "),
        ("%YAML 3.0\n---\na", "line 1, column 1: found incompatible YAML document"),
        ("a: }", "line 1, column 4: "),
        ("- a\nb", "line "),
    ],
)
def test_yaml_syntax(text: str, place: str) -> None:
    """What is no YAML is told with its line and column."""
    assert refused(text, "yaml").startswith(place)


@pytest.mark.usefixtures("_both_yamls")
@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ("a: b: c", "; put words with a ':' in quotes, and indent all keys of a mapping alike"),
        (
            "a: 1\n  b: 2",
            "; put words with a ':' in quotes, and indent all keys of a mapping alike",
        ),
        ("x: 1\na: 'x\nb: y\n", " (while scanning a quoted scalar from line 2)"),
        ("x: 1\na: [1,\nb: c\n: d", " (while parsing a flow sequence from line 2)"),
        ("a: 'x", " (while scanning a quoted scalar)"),
    ],
)
def test_yaml_way_out(text: str, way_out: str) -> None:
    """What people get wrong most is told with the way out, or with where it begins."""
    assert refused(text, "yaml").endswith(way_out)


@pytest.mark.usefixtures("_both_yamls")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(
            (word, word)
            for word in ("yes", "no", "on", "off", "Yes", "NO", "y", "n", "tRue", "nULL")
        ),
        *(
            (word, word)
            for word in ("012", "-012", "00", "08", "1_000", "12:30", "12:30:45", "0b1")
        ),
        *((word, word) for word in ("2020-01-01", "2020-01-01T00:00:00Z", "=", "<<", "1e", "e3")),
        *(
            (word, word)
            for word in (".", "-a", "+", "..", "1.2.3", "0x", "0xg", "0o8", "inf", "nan")
        ),
        *((f"'{word}'", word) for word in ("", "null", "true", "1", "~", "1.5", ".inf")),
        *((f'"{word}"', word) for word in ("", "null", "true", "1", "~", "1.5", ".inf")),
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("0", 0),
        ("-1", -1),
        ("+1", 1),
        ("0o17", 15),
        ("0x1F", 31),
        ("0x7fffffffffffffff", 2**63 - 1),
        ("9223372036854775807", 2**63 - 1),
        ("1.5", 1.5),
        ("-.5", -0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("1E-3", 0.001),
        ("|\n  two\n  lines", "two\nlines"),
        (">\n  one\n  line", "one line"),
        ("[a, 1, {b: }]", ["a", 1, {"b": None}]),
        ('"\\u263a \\U0001F600"', "☺ 😀"),
    ],
)
def test_yaml_reads(text: str, value: object) -> None:
    """Words are what YAML 1.2 takes them for, and with a leading zero they are text."""
    read = yaml_text.parse(f"x: {text}", "x")
    assert read == {"x": value}
    assert isinstance(read, dict)
    assert type(read["x"]) is type(value)


@pytest.mark.usefixtures("_both_yamls")
def test_yaml_by_hand() -> None:
    """A file that a person wrote is read: comments, words without quotes, blocks and flows."""
    text = """\
%YAML 1.2
---
# a visit
journeykit: 1
key: visit
label: {en: A visit, nl: "Een bezoek"}
touchpoints: [door, {key: on, emotion: -1}]
...
"""
    assert loads(text, "yaml") == Journey(
        "visit",
        {"en": "A visit", "nl": "Een bezoek"},
        touchpoints=["door", Touchpoint("on", emotion=-1)],
    )


@pytest.mark.usefixtures("_both_yamls")
def test_yaml_depth() -> None:
    """YAML that is as deep as may be is read."""
    deep = "[" * DEEPEST + "]" * DEEPEST
    assert yaml_text.parse(deep, "x") == json.loads(deep)


# --- TOML -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (" ", "is empty"),
        (
            "a = 1\na = 2\n",
            "line 2, column 6: cannot overwrite a value; its key has one already",
        ),
        ("[a]\n[a]\n", "line 2, column 3: cannot declare ('a',) twice"),
        ("a = 1\nb.c = 2\n[b]\n", "line 3, column 3: cannot declare ('b',) twice"),
        ("a = ", "line 1, column 5: invalid value"),
        ("a = 'x", "end of document: "),
        (
            "# it's\na = ['x', '']\nb = 'y",
            'end of document: expected "\'"; the string in line 3 has no end',
        ),
        (
            'a = """x"""\nb = """y\n',
            "end of document: unterminated string; the string in line 2 has no end",
        ),
        ("a = ['x', \"y\"", "end of document: unclosed array"),
        ("a = \x01", "line 1, column 5: invalid value"),
        ("a = 012", "line 1, column 6: expected newline or end of document after a statement"),
        ("a = 2020-02-30", "line 1, column 5: invalid date or datetime"),
        ("a = nan", "a number must be finite, not nan @ $.a"),
        ("a.b = [-inf]", "a number must be finite, not -inf @ $.a.b[0]"),
        ("a = 1e400", "a number must be finite, not 1e400 @ $.a"),
        (f"a = {LARGE}", f"{TOO_LARGE} @ $.a"),
        ("a = -12345678901234567890123", "a whole number must fit in 64 bits, not -1234567890123"),
        (
            f"a = '{'9' * 999}'\nb = [-{'9' * 10_000}]",
            "line 2: a whole number must fit in 64 bits; write it as a string",
        ),
        ("a = -0x8000000000000000", "line 1, column "),
        ("a = 0x8000000000000000", "a whole number must fit in 64 bits, not 9223372036854775808; "),
        ("a = " + "[" * 64 + "]" * 64, f"nested more than 64 deep @ $.a{'[0]' * 63}"),
        ("\n\n" + ".".join("a" * 52) + " = 1", "line 3: a key has more than 50 dots"),
        ("[" + " . ".join(["'a'"] * 52) + "]", "line 1: a key has more than 50 dots"),
        ("x = {" + '."".'.join("a" * 30) + " = 1}", "line 1: a key has more than 50 dots"),
        ('x = {a="""b""""", ' + ".".join("a" * 52) + " = 1}", "line 1: a key has more than 50 do"),
        ("x = {a='''b''''', " + ".".join("a" * 52) + " = 1}", "line 1: a key has more than 50 do"),
        (r'x = {a="\\", ' + ".".join("a" * 52) + " = 1}", "line 1: a key has more than 50 dots"),
    ],
)
def test_toml_refuses(text: str, problem: str) -> None:
    """TOML is read strictly, and what is refused is told with its line or its place."""
    assert refused(text, "toml").startswith(problem)


@pytest.mark.parametrize(
    "value",
    [
        '"' + "." * 60 + '"',
        "'" + "." * 60 + "'",
        '"""' + "." * 60 + '\n"' + "." * 60 + '"""',
        "'''" + "." * 60 + "\n''" + "." * 60 + "'''",
        '"""' + "." * 60 + '"""""',
        '"\\"' + "." * 60 + '"',
        "1 # " + "." * 60,
        "[" + ", ".join(["1.5"] * 60) + "]",
        "[" + ", ".join(["{ a.b = 1.5 }"] * 60) + "]",
    ],
)
def test_toml_dots(value: str) -> None:
    """Dots that stand in no key are of no account."""
    data = toml_text.parse(f"{'.'.join('a' * 51)} = {value}", "x")
    for _ in range(51):
        assert isinstance(data, dict)
        data = data["a"]
    assert data


def test_toml_breaks_of_lines() -> None:
    """Words over several lines are read, whatever the line ends are."""
    text = 'journeykit = 1\r\nkind = "persona"\r\nkey = "p"\r\nlabel = """\r\ntwo\r\nlines"""'
    assert loads(text, "toml") == Persona("p", "two\nlines")


# --- all of them ------------------------------------------------------------------------


def test_loads_takes_strings() -> None:
    """What is no string is told."""
    with pytest.raises(FileError, match=r"^<text>: the text must be a string, not b'{}'$"):
        loads(b"{}", "json")  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["json", "yaml", "toml"])
def test_null_characters(kind: str) -> None:
    """Null characters, which half of UTF-16 is, are told at their byte."""
    with pytest.raises(FileError, match=r"^<text>: byte 1: not valid UTF-8; save the file as"):
        loads("{\0}\0", kind)


@pytest.mark.parametrize("kind", ["json", "yaml", "toml"])
def test_half_characters(kind: str) -> None:
    """Half a character is told at its byte, as a file would have it."""
    with pytest.raises(
        FileError, match=r"^<text>: byte 3: not valid UTF-8; save the file as UTF-8$"
    ):
        loads("abc\ud800", kind)
