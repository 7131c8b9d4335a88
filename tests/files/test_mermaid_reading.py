"""What Mermaid draws is read as it draws it; what it refuses is refused, with line and column."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from journeykit import FileError, Journey, Text, load, loads
from journeykit.files.mermaid_source import OTHER_DIAGRAMS
from journeykit.files.mermaid_text import Diagram, Section, Task, parse, write


def read(text: str) -> Diagram:
    """Read a text."""
    return parse(text, "x.mmd")


def task(name: str, score: float = 3, *actors: str) -> Section:
    """Return a section without a name that has one task."""
    return Section(None, (Task(name, Decimal(str(score)), actors),))


def refused(text: str) -> str:
    """Return what is said of a text, without the name of the file."""
    with pytest.raises(FileError) as caught:
        read(text)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("x.mmd: ")
    return str(caught.value).removeprefix("x.mmd: ")


# --- what stands in a diagram -------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Make tea: 5: Me", task("Make tea", 5, "Me")),
        ("  Make tea  :5:Me,Cat ,  The dog", task("Make tea", 5, "Me", "Cat", "The dog")),
        ("Make tea: 5", task("Make tea", 5)),
        ("Make tea: 5:", task("Make tea", 5)),
        ("Make tea: 5: ,Me,", task("Make tea", 5, "Me")),
        ("Make tea::Me", task("Make tea", 0, "Me")),
        ("Make tea: : Me", task("Make tea", 0, "Me")),
        ("Make tea: 5: Me: Cat: 7", task("Make tea", 5, "Me")),
        ("Make tea: 5: Child#1, Child#2", task("Make tea", 5, "Child")),
        ("Make tea: 5: Me # who else", task("Make tea", 5, "Me")),
        ("Make tea: 5: Me %% who else", task("Make tea", 5, "Me %% who else")),
        ("Tea #35;1 #amp; caf#233;: 5: Jos#233;", task("Tea #1 & café", 5, "José")),
        ("#x; #notit; #x41; #55357; #9999999; #99999999999;", "#x; is cut"),
        ("#128; #129; #0;: 3", task("€ \x81 \0")),
        ("Make<br>tea<BR />now: 5", task("Make\ntea\nnow", 5)),
        ("titles: 3", task("titles")),
        ("title: 3", task("title")),
        ("sections of it: 3", task("sections of it")),
        ("section: 3", task("section")),
        ("journeys: 3", task("journeys")),
        ("end: 3", task("end")),
        ("50% off: 3", task("50% off")),
        ("😀%% a: 3", task("😀%% a")),
        ('"Make tea" (5): 3', task('"Make tea" (5)')),
        ('<a href="x"> b: 3', task("<a href='x'> b")),
    ],
)
def test_tasks(line: str, expected: Section | str) -> None:
    """Tasks are read with their score and with those who take part."""
    if isinstance(expected, str):
        line, expected = f"{line}: 3", task("&x; ¬it; &x41; \ufffd \ufffd \ufffd")
    assert read(f"journey\n{line}\n") == Diagram(sections=(expected,))
    assert read(f"journey\n\n\t{line}") == Diagram(sections=(expected,))


@pytest.mark.parametrize(
    ("score", "number"),
    [
        *(("5", "5"), ("-2", "-2"), ("+4", "4"), ("3.5", "3.5"), (".5", "0.5"), ("5.", "5")),
        *(("5e0", "5"), ("1E-2", "0.01"), ("0x1F", "31"), ("0B11", "3"), ("0o17", "15")),
        *(("007", "7"), ("", "0"), ("\t 4\xa0", "4")),
    ],
)
def test_scores(score: str, number: str) -> None:
    """Scores are numbers as JavaScript knows them."""
    (section,) = read(f"journey\nx:{score}: Me").sections
    assert section.tasks[0].score == Decimal(number)


@pytest.mark.parametrize(
    "score", ["Me", "1_000", "- 1", "5 5", "0x", "-0x5", "Infinity", "NaN", "٣", "1" * 401, "1e999"]
)
def test_no_scores(score: str) -> None:
    """What is no number for JavaScript, or none of a sensible size, is told with its place."""
    words = score if len(score) < 80 else "1" * 77 + "…"
    assert refused(f"journey\nMake tea: {score}\n") == (
        f"line 2, column 11: the score of 'Make tea' must be a number, not '{words}'"
    )


def test_sections() -> None:
    """Sections come in the order in which they stand; blanks name none."""
    text = "journey\na: 1\nsection A #1\nb: 2\nsection B\nsection A\nc: 3\nsection #160;\nd: 4"
    names = [None, "A", "B", "A", None]
    diagram = read(text)
    assert [section.name for section in diagram.sections] == names
    assert [len(section.tasks) for section in diagram.sections] == [1, 1, 0, 1, 1]
    journey = loads(text, "mermaid")
    assert isinstance(journey, Journey)
    assert journey.model is not None
    assert [phase.key for phase in journey.model.phases] == ["a", "b"]
    assert [spot.phase for spot in journey.touchpoints] == [None, "a", "a", None]
    assert [spot.key for spot in journey.touchpoints] == ["a_2", "b_2", "c", "d"]


@pytest.mark.parametrize(
    ("lines", "title", "description"),
    [
        ("title My day", "My day", ""),
        ("TITLE  My day: all of it ", "My day: all of it", ""),
        ("title My #day\ntitle Yours", "Yours", ""),
        ("title page: 3: Me", "page: 3: Me", ""),
        ("title\nMy day", "My day", ""),
        ("accTitle: My day; ours # x", "My day; ours # x", ""),
        ("accTitle: Mine\ntitle Yours", "Yours", ""),
        ("title A#10;B<br>C", "A\nB\nC", ""),
        ("accDescr: All of it; more", "", "All of it; more"),
        ("accDescr:\n\n All of it", "", "All of it"),
        ("accDescr {\n  All of it,\n    and more\n  }", "", "All of it,\nand more"),
        ("accDescr: A\naccDescr { }", "", "A"),
        ("accDescr{A}accDescr{B} title C", "C", "B"),
    ],
)
def test_words_about_it(lines: str, title: str, description: str) -> None:
    """The last title counts, and so does the last description."""
    assert read(f"journey\n{lines}\n") == Diagram(title, description)


def test_titles() -> None:
    """A diagram without a title is a journey all the same."""
    assert write(Diagram()) == "journey\n"
    assert loads("journey", "mermaid") == Journey("journey")
    journey = loads("journey\ntitle Koffie & thee", "mermaid")
    assert (journey.key, journey.label) == ("koffie_thee", Text("Koffie & thee"))


# --- what stands around it ----------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "journey\na: 3",
        "\n\n  journey\r\n\r\n a: 3\r\n",
        "%% words\njourney\n%% words\n  %% words\na: 3\n%%",
        "%%{init: {'theme': 'dark'}}%%\njourney\na: 3",
        '%%{\n init:\n {"journey": {"width": 100}}\n}%%\njourney\na: 3',
        "%%{wrap}%%\njourney\na: 3\n%%{wrap}%%\n",
        "journey\n%words\n# words\na: 3 # words\n%%",
        "---\n\n---\njourney\na: 3",
        "---\n# words\n---\njourney\na: 3",
        "---\n[1]\n---\njourney\na: 3",
        "---\nconfig:\n  theme: dark\n---\njourney\na: 3",
        "  ---\n  displayMode: compact\n  ---\n  journey\n  a: 3",
    ],
)
def test_around(text: str) -> None:
    """Comments, directives and front matter are no part of a diagram."""
    assert read(text) == Diagram(sections=(task("a"),))


@pytest.mark.parametrize(
    ("front_matter", "title"),
    [
        ("title: My day", "My day"),
        ('title: "My: #35; day"', "My: #35; day"),
        ("title: 5", "5"),
        ("title: true", "true"),
        ("title: ''", ""),
        ("config: {}", ""),
    ],
)
def test_front_matter(front_matter: str, title: str) -> None:
    """The title of the front matter stands in where the diagram has none."""
    assert read(f"---\n{front_matter}\n---\njourney") == Diagram(title)
    assert read(f"---\n{front_matter}\n---\n\njourney\ntitle Ours") == Diagram("Ours")
    assert read(f"---\n{front_matter}\n---\njourney\naccTitle: A") == Diagram(title or "A")


# --- what is refused ----------------------------------------------------------------------

COLON = "a ':' in a name is written as '#58;'"
MARK = "cannot stand here; write it as"


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("Make tea", "2, column 1: the task 'Make tea' has no score; write 'Make tea: 3: Me'"),
        ("a: 3\n  b\nc: 3", "3, column 3: the task 'b' has no score; write 'b: 3: Me'"),
        (
            "issue #1: 3: Me",
            "2, column 1: the task 'issue' has no score; '#' begins a comment; write '#' as '#35;'",
        ),
        ("a; b: 3", "2, column 1: the task 'a' has no score; ';' ends it; write ';' as '#59;'"),
        ("a: 5: Me; b: 1: Me", f"2, column 9: ';' {MARK} '#59;'"),
        ("a: Me", "2, column 4: the score of 'a' must be a number, not 'Me'"),
        (
            "open http://x: 3: Me",
            f"2, column 11: the score of 'open http' must be a number, not '//x'; {COLON}",
        ),
        (
            "section A: part",
            "2, column 10: ':' stands behind no task; in a name it is written as '#58;'",
        ),
        (": 3: Me", "2, column 1: ':' stands behind no task; in a name it is written as '#58;'"),
        (":#", "2, column 1: ':' stands behind no task; in a name it is written as '#58;'"),
        (
            "journey start: 3: Me",
            "2, column 1: no task begins with the word 'journey'; write '#106;ourney'",
        ),
        (
            "  Journey-map: 3: Me",
            "2, column 3: no task begins with the word 'journey'; write '#74;ourney'",
        ),
        ("title A;B", f"2, column 8: ';' {MARK} '#59;'"),
        (";", f"2, column 1: ';' {MARK} '#59;'"),
        ("accTitle:\n", "2, column 1: nothing stands behind the ':'"),
        ("accDescr: ", "2, column 1: nothing stands behind the ':'"),
        ("a: 3\naccDescr { b", "3, column 1: the brace that opens here is never closed"),
        ("%%\n%%x\n%%{init: {\n}}%% ;", f"5, column 6: ';' {MARK} '#59;'"),
    ],
)
def test_refused(lines: str, problem: str) -> None:
    """What Mermaid refuses is refused, at the place where it stops."""
    assert refused(f"journey\n{lines}") == f"line {problem}"


def test_places_behind_front_matter() -> None:
    """Lines are counted from the beginning of the file."""
    text = "---\ntitle: a\n---\n%% words\njourney\n  a: 3\n  b\n"
    assert refused(text).startswith("line 7, column 3: the task 'b' has no score")
    assert refused("---\ntitle: *a\n---\njourney").startswith("line 2, column 8: aliases (*a) are")
    assert refused("---\n\n\ntitle: *a\n---\njourney").startswith("line 4, column 8: aliases")


@pytest.mark.parametrize("kind", sorted(OTHER_DIAGRAMS))
def test_other_diagrams(kind: str) -> None:
    """Another diagram is called by its name."""
    assert refused(f"%% words\n {kind} LR\n a-->b") == (
        f"line 2, column 2: this is a {kind} of Mermaid; of its diagrams only a journey can be read"
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "Journey\na: 3",
            "line 1, column 1: the word 'journey' must be in lower case, not 'Journey'",
        ),
        ("journeys\na: 3", "1, column 1: {} with 'journeys'"),
        ("journey: 3", "line 1, column 8: ':' stands behind no task"),
        ("# x\njourney", "1, column 1: {} with '#'"),
        ("%%\njourney", "1, column 3: {} with '%%'"),
        ("sequence\n", "1, column 1: {} with 'sequence'"),
        ("---\njourney", "1, column 1: {} with '---'"),
        ("---\na: b\n--- x\njourney", "1, column 1: {} with '---'"),
        ("\n---\ntitle: a\n---\njourney", "2, column 1: {} with '---'"),
        (
            "%% words",
            "1, column 1: a journey of Mermaid begins with the word 'journey', and nothing",
        ),
        ("(a)", "1, column 1: a journey of Mermaid begins with the word 'journey', and nothing"),
    ],
)
def test_no_journeys(text: str, problem: str) -> None:
    """What does not begin with the word is told what it begins with."""
    begins = "a journey of Mermaid begins with the word 'journey', not"
    assert (
        refused(text)
        .removeprefix("line ")
        .startswith(problem.replace("{}", begins).removeprefix("line "))
    )


def test_too_many() -> None:
    """There is an end to what is read."""
    most = "section a\n" * 20_000
    assert len(read(f"journey\n{most}").sections) == 20_000
    assert refused(f"journey\n{most}a: 3") == (
        "line 20002, column 1: more than 20,000 sections and tasks"
    )


# --- scales -------------------------------------------------------------------------------

SCORES = "journey\na: 0: Me\nb: 10: Me\nc: 5.5: Me\n"


def test_scale() -> None:
    """Scores on another scale are read when it is told, and become emotions from -2 to +2."""
    for scale in ((0, 10), [0, 10.0], (-0.0, Decimal(10))):
        journey = loads(SCORES, "mermaid", scale=scale)  # type: ignore[arg-type]
        assert isinstance(journey, Journey)
        assert [spot.emotion for spot in journey.touchpoints] == [-2, 2, 0.2]
    usual = loads("journey\na: 1\nb: 5\nc: 3.1", "mermaid")
    assert isinstance(usual, Journey)
    assert [spot.emotion for spot in usual.touchpoints] == [-2, 2, 0.1]


def test_outside_the_scale() -> None:
    """Scores outside the scale are all told, with a scale that holds them."""
    with pytest.raises(FileError) as caught:
        loads(SCORES, "mermaid")
    assert caught.value.problems == (
        "line 2, column 4: the score of 'a' is 0, not from 1 to 5 (all fit in scale=(0, 10))",
        "line 3, column 4: the score of 'b' is 10, not from 1 to 5",
        "line 4, column 4: the score of 'c' is 5.5, not from 1 to 5",
    )


@pytest.mark.parametrize(
    "scale", [(5, 1), (1, 1), (1,), (1, 2, 3), 5, "ab", (None, 5), (0, float("inf")), (0, "nan")]
)
def test_no_scales(scale: Any) -> None:  # noqa: ANN401 - anything but a scale
    """What is no scale is told."""
    with pytest.raises(FileError, match="scale must be the lowest and the highest score, such as"):
        loads(SCORES, "mermaid", scale=scale)


def test_other_formats() -> None:
    """Formats without scores are read without a scale."""
    with pytest.raises(FileError, match="JSON is read without scale=; leave it out"):
        loads("{}", "json", scale=(1, 5))
    with pytest.raises(FileError, match="Mermaid is read without block=; leave it out"):
        loads(SCORES, "mermaid", block=1)


def test_file_names(tmp_path: Path) -> None:
    """The file is named, and a file that is empty is told."""
    path = tmp_path / "x.mmd"
    path.write_text("journey\n;")
    with pytest.raises(FileError, match=r"x\.mmd: line 2, column 1: "):
        load(path)
    path.write_text("")
    with pytest.raises(FileError, match=r"x\.mmd: is empty"):
        load(path)
