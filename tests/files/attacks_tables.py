"""Tables and workbooks that were made to do harm, and a program that reads them all.

Run by test_hostile.py, as attacks.py is.
"""

import io
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

MILLION = 1_000_000
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
LAUGHS = "".join(f'<!ENTITY l{n} "' + f"&l{n - 1};" * 10 + '">' for n in range(1, 12))
DOCTYPE = f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'
HEADING = '<row><c t="str"><v>Touchpoint</v></c></row>'

CSV = {
    "a million columns": "Touchpoint" + "," * MILLION + "\na,b\n",
    "a million headings": ",".join(["Touchpoint", *map(str, range(MILLION))]),
    "long headings": ",".join(["Touchpoint", *(str(n) * 2_000 for n in range(400))]) + "\na\n,b",
    "like headings": ",".join(["Touchpoint", *(f"Emotoin{n}" for n in range(400))]),
    "a million rows": "Touchpoint\n" + "a\n" * MILLION,
    "rows of nothing": "Touchpoint\n" + "\n" * 3 * MILLION,
    "ends of lines": "Touchpoint" + "\r" * 3 * MILLION,
    "cells": "Touchpoint\n" + (",".join("abcdefgh") + "\n") * 200_000,
    "long cell": f"Touchpoint\n{'x' * MILLION}",
    "long rows": "Touchpoint,x\n" + f"{'é' * 100_000},y\n" * 90 + "z,,,,,x",
    "open quotes": 'Touchpoint\n"' + "x\n" * MILLION,
    "quotes": "Touchpoint\n" + '"' * (2 * MILLION + 1),
    "quotes and marks": "Touchpoint\n" + '",' * MILLION,
    "same names": "Touchpoint,Emotion\n" + "a,1\n" * 49_000 + "b,x",
    "same keys": "Key\n" + "a\n" * 49_000,
    "numbers": "Touchpoint,Emotion\na," + "9" * 100_000,
    "exponents": "Touchpoint,Emotion\na,1e" + "9" * 100_000,
    "wrong words": "Touchpoint,Evidence\n" + f"a,{'x' * 10_000}\n" * 1_000,
    "unknown phases": "Touchpoint,Phase,Model\n" + f"a,{'x' * 10_000},aida\n" * 1_000,
    "unknown channels": "Touchpoint,Channel\n" + f"a,{'x' * 10_000}\n" * 1_000,
    "many phases": "Touchpoint,Phase,Emotion\n"
    + "".join(f"a,phase {n},\n" for n in range(40_000))
    + "a,b,x",
    "nulls": "\0" * 10_000,
    "nulls between": "\0".join("Touchpoint,Phase\na,b\n"),
    "half characters": "Touchpoint\n\udc80",
    "told a null": "sep=\0\nTouchpoint\0Phase\na\0b\0c",
    "told a quote": 'sep="\nTouchpoint"Phase\na"b"c',
    "told a space": "sep= \na b\n",
    "only a mark": "\ufeff",
    "only told": "sep=;\n",
    "a workbook": "PK\x03\x04",
    "a page": "<html><table><tr><td>Touchpoint</td></tr></table></html>",
}
BYTES = {
    "UTF-16 without a mark": "Touchpoint\na\n".encode("utf-16-le"),
    "UTF-16, cut": "Touchpoint\na\n".encode("utf-16")[:-1],
    "UTF-16, half a character": b"\xff\xfe" + "Touchpoint\n".encode("utf-16-le") + b"\x00\xd8",
    "UTF-32": "Touchpoint\na\n".encode("utf-32"),
    "Latin-1": "Touchpoint\né\n".encode("latin-1"),
    "overlong": b"Touchpoint\n\xc0\x80",
    "noise": bytes(range(256)) * 1000,
    "empty": b"",
}


def packed(parts: Mapping[str, str | bytes], level: int = 1) -> bytes:
    """Return an archive of parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def relations(targets: Mapping[str, tuple[str, str]], mode: str = "") -> str:
    """Return what a part is related to."""
    links = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'


def parts(rows: str = HEADING, *, head: str = "", shared: str = "") -> dict[str, str | bytes]:
    """Return the parts of a workbook with one sheet of touchpoints."""
    return {
        "_rels/.rels": relations({"r": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="Touchpoints" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            {
                "r1": ("worksheet", "worksheets/sheet1.xml"),
                "r2": ("sharedStrings", "sharedStrings.xml"),
                "r3": ("styles", "styles.xml"),
            }
        ),
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{MAIN}">{rows}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"/>',
    }


def book(rows: str = HEADING, *, head: str = "", shared: str = "") -> bytes:
    """Return a workbook with one sheet of touchpoints."""
    return packed(parts(rows, head=head, shared=shared))


def other(**changes: str | bytes) -> bytes:
    """Return a workbook with other parts; the names of parts are written without their folder."""
    made = parts()
    names = {name.rpartition("/")[2].replace(".", "_"): name for name in made}
    names["rels"] = "_rels/.rels"
    return packed({**made, **{names[name]: part for name, part in changes.items()}})


def table(*cells: str, rows: int) -> str:
    """Return many rows of the same cells."""
    row = "".join(f'<c t="str"><v>{cell}</v></c>' for cell in cells)
    return f"<row>{row}</row>" * rows


def lying(content: bytes, size: int) -> bytes:
    """Return an archive in which the size of each part is told wrongly."""
    changed = bytearray(content)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<L", changed, at + 24, size)
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


GOOD = book()
WORKBOOKS = {
    "laughs in a sheet": book("<row><c t='str'><v>&l11;</v></c></row>", head=DOCTYPE),
    "laughs in the workbook": other(workbook_xml=f"{DOCTYPE}<workbook>&l11;</workbook>"),
    "laughs in relations": other(rels=f"{DOCTYPE}<Relationships>&l11;</Relationships>"),
    "laughs in shared words": other(sharedStrings_xml=f"{DOCTYPE}<sst>&l11;</sst>"),
    "laughs in styles": other(styles_xml=f"{DOCTYPE}<styleSheet>&l11;</styleSheet>"),
    "laughs in UTF-16": other(workbook_xml=f"{DOCTYPE}<workbook>&l11;</workbook>".encode("utf-16")),
    "a file": book(
        "<row><c t='str'><v>&f;</v></c></row>",
        head='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
    ),
    "huge dimensions": book('<dimension ref="A1:XFD1048576"/><row r="9999999"><c r="XFD9999999"/>'),
    "huge place": book(HEADING + '<row r="9999999"><c r="ZZZ9999999" t="str"><v>x</v></c></row>'),
    "wrong words": book(table("Touchpoint", "Evidence", rows=1) + table("a", "x" * 9_999, rows=99)),
    "a formula": book(HEADING + '<row><c><f>HYPERLINK("http://127.0.0.1:9/")</f></c></row>'),
    "an error": book(HEADING + '<row><c t="e"><v>#REF!</v></c></row>'),
    "shared words that are missing": book('<row><c t="s"><v>99</v></c></row>'),
    "less than no shared words": book('<row><c t="s"><v>-1</v></c></row>'),
    "infinite": book(f"{HEADING}<row><c><v>inf</v></c></row>"),
    "another workbook": other(rels=relations({"r": ("officeDocument", "/xl/worksheets/x.xml")})),
    "a way out": other(rels=relations({"r": ("officeDocument", "../../../../../etc/passwd")})),
    "an address": other(
        rels=relations({"r": ("officeDocument", "http://127.0.0.1:9/")}, ' TargetMode="External"')
    ),
    "a round way": other(workbook_xml_rels=relations({"r1": ("worksheet", "workbook.xml")})),
    "no sheet": other(workbook_xml_rels=relations({"r1": ("worksheet", "missing.xml")})),
    "a chart": other(workbook_xml_rels=relations({"r1": ("chartsheet", "worksheets/sheet1.xml")})),
    "no parts": packed({}),
    "an unknown encoding": book(head='<?xml version="1.0" encoding="x-unknown"?>'),
    "a wrong encoding": book("é", head='<?xml version="1.0" encoding="ascii"?>'),
    "cut": GOOD[: len(GOOD) // 2],
    "cut at the end": GOOD[:-10],
    "without its beginning": GOOD[100:],
    "a lie about sizes": lying(GOOD, 10),
    "a large lie about sizes": lying(book("<c/>" * 10), 2**32 - 2),
    "with a password": GOOD.replace(b"\x14\x00\x00\x00\x08", b"\x14\x00\x01\x00\x08"),
    "an unknown packing": GOOD.replace(b"\x14\x00\x00\x00\x08\x00", b"\x14\x00\x00\x00\x63\x00"),
    "an archive within": packed({"xl/workbook.xml": GOOD}),
    "an old workbook": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 10_000,
    "a table": b"Touchpoint,Phase\na,b\n",
    "entries without end": b"PK\x01\x02" * 100_000,
    "ends without entries": b"PK\x05\x06" * 100_000,
    "nulls": b"\0" * 10_000,
    "noise": bytes(range(256)) * 1000,
    "empty": b"",
}
# Made when they are read.
LARGE_WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "bomb": lambda: book(HEADING + "<row><c t='str'><v>" + " " * 60_000_000 + "</v></c></row>"),
    "bomb of lines": lambda: book(HEADING + "\n" * 60_000_000),
    "bomb of shared words": lambda: book(shared="<si><t>" + "x" * 60_000_000 + "</t></si>"),
    "words shared by all": lambda: book(
        HEADING + '<row><c t="s"><v>0</v></c></row>' * 50_000,
        shared="<si><t>" + "x" * 100_000 + "</t></si>",
    ),
    "deep": lambda: book("<row>" * 200_000),
    "elements": lambda: book("<c/>" * 3_000_000),
    "many attributes": lambda: book("<row " + " ".join(f'a{n}=""' for n in range(200_000)) + "/>"),
    "long tag": lambda: book(f"<row r='{'1' * 5_000_000}'/>"),
    "long comment": lambda: book(f"<!--{'x' * 5_000_000}-->"),
    "a million columns": lambda: book(f"<row>{'<c><v>1</v></c>' * 60_000}</row>"),
    "a million rows": lambda: book(HEADING + table("a", rows=120_000)),
    "digits": lambda: book(f"{HEADING}<row><c><v>{'9' * MILLION}</v></c></row>"),
    "exponents": lambda: book(f"{HEADING}<row><c><v>1e{'9' * MILLION}</v></c></row>"),
    "many sheets": lambda: other(
        workbook_xml="<workbook>" + '<sheet name="x"/>' * 50_000 + "</workbook>"
    ),
    "sheets that are one": lambda: other(
        workbook_xml=f'<workbook xmlns:r="{RELATIONS}">'
        + '<sheet name="x" r:id="r1"/>' * 90
        + "</workbook>",
        sheet1_xml=f"<worksheet>{table('x', rows=3_000)}</worksheet>",
    ),
    "many parts": lambda: packed({f"part{number}": "" for number in range(10_000)}, 0),
}


def encoded(text: str) -> Callable[[], bytes]:
    """Return what makes the bytes of a text; half characters are bytes that are none."""
    return lambda: text.encode("utf-8", "surrogateescape")


def given(content: bytes) -> Callable[[], bytes]:
    """Return what makes some bytes."""
    return lambda: content


TEXTS = {name: encoded(text) for name, text in CSV.items()}
TABS = {name: encoded(text.replace(",", "\t")) for name, text in [*CSV.items()][-16:]}
RAW = {name: given(content) for name, content in BYTES.items()}
XLSX = {name: given(content) for name, content in WORKBOOKS.items()} | LARGE_WORKBOOKS
TABLES = {"csv": TEXTS | RAW, "tsv": TABS | RAW, "xlsx": XLSX}


def names(suffix: str) -> list[str]:
    """Return the names of the attacks on one format."""
    return list(TABLES[suffix])


def attacks(suffix: str) -> Iterator[tuple[str, bytes]]:
    """Give the attacks on one format, by their names."""
    yield from ((name, make()) for name, make in TABLES[suffix].items())


if __name__ == "__main__":
    from attacks import read_all  # type: ignore[import-not-found] # it stands beside this one

    read_all(Path(sys.argv[1]), sys.argv[2], attacks(sys.argv[2]))
