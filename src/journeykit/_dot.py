"""Words made safe for pictures: clean characters, and labels that Graphviz gives back unchanged."""

import re

__all__ = ["MAX_LABEL", "clean_text", "escape_label"]

MAX_LABEL = 2000
"""Characters that a label keeps; Graphviz needs seconds for labels that are far longer."""

_NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters, halves of surrogate pairs and noncharacters: XML cannot carry them, and
# Graphviz cuts a label at NUL.
_PLANE_ENDS = "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_UNFIT = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]")
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "\\": "\\\\",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
    }
)
_CHARSET = re.compile("charset", re.IGNORECASE)


def clean_text(text: str) -> str:
    r"""Return a text that XML and Graphviz can carry.

    All line ends become ``"\n"`` and tabs become spaces. Control characters, halves of
    surrogate pairs and noncharacters become U+FFFD, the replacement character.

    Example:
        >>> clean_text("one\r\ntwo\tthree")
        'one\ntwo three'
    """
    # What is looked for below cannot be printed. Nor can these two, which stay as they are.
    if text.replace("\n", "").replace("\u00a0", "").isprintable():
        return text
    text = _NEWLINES.sub("\n", text).replace("\t", " ")
    return _UNFIT.sub("\ufffd", text)


def escape_label(text: str) -> str:
    r"""Return a text ready to stand between double quotes as a label in DOT.

    Graphviz shows exactly the text that went in: quotes, backslashes, entities and what looks
    like HTML do nothing. It holds for labels of nodes, edges, clusters and graphs, not for
    tooltips. After 2,000 characters the label ends in an ellipsis.

    Example:
        >>> print(escape_label('say "hi"\n\\N <b>'))
        say &quot;hi&quot;\n\\N &lt;b&gt;
    """
    text = clean_text(text)
    if len(text) > MAX_LABEL:
        text = text[: MAX_LABEL - 1] + "…"
    # Graphviz 14 crashes on an empty first line; one space looks the same.
    lines = [line or " " for line in text.split("\n")] if text else []
    escaped = "\\n".join(line.translate(_ESCAPES) for line in lines)
    # pygraphviz takes the word charset followed by = for the encoding of the whole file.
    return _CHARSET.sub(lambda found: f"&#{ord(found[0][0])};{found[0][1:]}", escaped)
