"""Paint thousands of nasty words with each engine, and see what becomes of them.

Run it as ``python benchmarks/fuzz_labels.py [NUMBER [SEED]]``. Words have to come out as they went
in, in a picture that is well-formed XML, and nothing may crash. Graphviz is told to fill memory
that it frees, so that it cannot read what it should not by luck.
"""

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from journeykit._dot import MAX_LABEL, clean_text, escape_label
from journeykit.drawing.engine import paint
from journeykit.drawing.order import Engine
from journeykit.errors import RenderError

_BATCH = 100
_SVG = "{http://www.w3.org/2000/svg}"

# Whatever means something to DOT, to HTML-like labels, to XML, to Graphviz's escapes, or to a
# program that reads lines.
PIECES = [
    *'\\"<>&;#{}|[]=,:/%@$`~^*+-?!()\' ',
    *("\n", "\r", "\r\n", "\t", "\v", "\f", "\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\x9f"),
    *("\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\ufdd0", "\ud800", "\udfff"),
    *("\U0001ffff", "\u200b", "\u200d", "\u202e", "\u2066", "e\u0301", "\u0301\u0301", "👍🏽"),
    *("👩‍👩‍👧‍👦", "🇳🇱", "𝔍", "旅程", "שלום", "رحلة", "ß", "ﬁ", "İ", "\u00a0", "\u00ad", "\u3000"),
    *("\\N", "\\G", "\\E", "\\L", "\\T", "\\H", "\\l", "\\r", "\\n", "\\\\", '\\"', "\\"),
    *("&amp;", "&lt;", "&#92;", "&#65;", "&#xD800;", "&#0;", "&eacute;", "&", "&#", "&;"),
    *("<b>", "</b>", "<br/>", "<x>", "<img src='/etc/passwd'/>", "<!--", "-->", "<![CDATA[", "]]>"),
    *("<script>alert(1)</script>", "<table><tr><td>", "<?xml", "javascript:alert(1)", "file:///"),
    *('charset="utf-16"', "charset=", "CHARSET = ", '", URL="x', '"]; evil [label="', "}", "//"),
    *("/*", "n0", "digraph", "node", "strict", "a -> b", "%s", "%n", "{0}", "NULL", "é", "x", "1"),
]  # fmt: skip


def nasty(number: int, *, seed: int = 1) -> Iterator[str]:
    """Give nasty texts: every piece alone first, then mixtures, of which some are long."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for place in range(number):
        if place < len(PIECES):
            yield PIECES[place]
        elif place % 500 == 0:
            yield chance.choice(PIECES) * 3000
        else:
            yield "".join(chance.choices(PIECES, k=chance.randrange(1, 12)))


def expected(text: str) -> list[str]:
    """Return the lines that a reader should see."""
    clean = clean_text(text)
    if len(clean) > MAX_LABEL:
        clean = clean[: MAX_LABEL - 1] + "…"
    return [_plain(line) for line in clean.split("\n") if _plain(line)]


def _plain(line: str) -> str:
    # Graphviz writes some spaces as no-break spaces, to keep them all.
    return line.replace("\u00a0", " ").strip(" ")


def document(texts: list[str]) -> str:
    """Return a graph in which each text is the label of a node with a place."""
    nodes = (
        f' n{number} [pos="0,{number * 50}" label="{escape_label(text)}"];'
        for number, text in enumerate(texts)
    )
    return "\n".join(
        ["digraph {", ' node [label="\\N" shape=plain fontname="Arial"];', *nodes, "}"]
    )


def shown(picture: bytes) -> dict[str, list[str]]:
    """Return the lines of each node of an SVG.

    Raises:
        ElementTree.ParseError: It is no well-formed XML.
    """
    lines: dict[str, list[str]] = {}
    for group in ET.fromstring(picture).iter(f"{_SVG}g"):  # noqa: S314 - that is what is tested
        if group.get("class") == "node":
            name = group.findtext(f"{_SVG}title", "")
            words = (_plain(text.text or "") for text in group.iter(f"{_SVG}text"))
            lines[name] = [line for line in words if line]
    return lines


def examine(texts: list[str], engine: Engine) -> Counter[str]:
    """Count the texts that crash an engine, come out altered, or break the XML."""
    try:
        found = shown(paint(document(texts), "svg", engine=engine, timeout=120))
    except (RenderError, ET.ParseError) as error:
        if len(texts) > 1:  # which one was it?
            middle = len(texts) // 2
            return examine(texts[:middle], engine) + examine(texts[middle:], engine)
        return Counter({"ill-formed" if isinstance(error, ET.ParseError) else "crashed": 1})
    wrong = sum(found.get(f"n{number}", []) != expected(text) for number, text in enumerate(texts))
    return Counter({"altered": wrong, "extra nodes": abs(len(found) - len(texts))})


def main(number: int = 20_000, seed: int = 1) -> int:
    """Examine texts with both engines, print what became of them, and return how many failed."""
    os.environ["MALLOC_PERTURB_"] = "165"
    texts = list(nasty(number, seed=seed))
    failed = 0
    engines: tuple[Engine, ...] = ("pygraphviz", "dot")
    for engine in engines:
        start = time.perf_counter()
        total: Counter[str] = Counter()
        for at in range(0, number, _BATCH):
            total.update(examine(texts[at : at + _BATCH], engine))
        failed += total.total()
        outcome = ", ".join(
            f"{total[kind]} {kind}" for kind in ("crashed", "altered", "ill-formed", "extra nodes")
        )
        took = time.perf_counter() - start
        print(f"{engine}: {number:,} texts in {took:.0f} s: {outcome}")  # noqa: T201 - its result
    return failed


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
