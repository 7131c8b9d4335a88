"""XML of unknown origin is read within limits, and what is wrong with it is told with its place."""

import pytest

from journeykit._xml import BadXml, pieces, walk

LONG = 2**20 + 2**17


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "line 1, column 1: no element found"),
        (b"\0" * 100, "line 1, column 1: not well-formed (invalid token)"),
        (b"<a>\n<b></a>", "line 2, column 6: mismatched tag"),
        (b"<x:a/>", "line 1, column 1: unbound prefix"),
        (b"<a>&b;</a>", "line 1, column 4: undefined entity"),
        (b"<!DOCTYPE a><a/>", "line 1, column 12: a DOCTYPE is not allowed"),
        (
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode("utf-16"),
            "line 1, column 14: a DOCTYPE is not allowed",
        ),
        (b"<a>" * 65, "line 1, column 193: nested more than 64 deep"),
        (
            b"<a>\n<b " + b"c" * LONG + b"=''/></a>",
            "line 2, column 1: a tag or a comment has more than 1 MB",
        ),
        (
            b"<a><!--" + b"c" * LONG + b"--></a>",
            "line 1, column 4: a tag or a comment has more than 1 MB",
        ),
        (
            b"<?xml version='1.0' encoding='nope'?><a/>",
            "line 1, column 1: an encoding that is not known; save it as UTF-8",
        ),
        (
            b"<?xml version='1.0' encoding='utf-7'?><a/>",
            "line 1, column 1: an encoding that is not known; save it as UTF-8",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_bad_xml(content: bytes, words: str) -> None:
    """What is not well-formed or could do harm is refused."""
    with pytest.raises(BadXml) as caught:
        walk(pieces(content))
    assert str(caught.value) == words


def test_what_is_met() -> None:
    """Elements, their attributes and the words between are told in order."""
    met: list[object] = []
    content = "<a xmlns='n' b='1'>é<c/>&amp;<![CDATA[<]]></a>".encode("utf-16")
    number = walk(
        pieces(content),
        start=lambda name, attributes: met.append((name, dict(attributes))),
        end=met.append,
        words=met.append,
    )
    assert number == 2
    assert met == [("n a", {"b": "1"}), "é", ("n c", {}), "n c", "&<", "n a"]


def test_long_words() -> None:
    """Words may be long, as long as no tag is."""
    assert walk(pieces(b"<a>" + b"x " * LONG + b"</a>")) == 1


def test_fewer_elements() -> None:
    """Where some elements were read already, fewer may follow."""
    assert walk(pieces(b"<a><b/></a>"), most=2) == 2
    with pytest.raises(BadXml, match="line 1, column 4: too many elements"):
        walk(pieces(b"<a><b/></a>"), most=1)
