"""Files that were made to do harm, and a program that reads them all within limits.

Run by test_hostile.py, as a process of its own, so that memory can be limited and a crash is
no more than a failing test.
"""

import resource
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from journeykit import FileError, load

MEGABYTE = 2**20
DEEP = 200_000
HEAD_JSON = '{"journeykit": 1, "key": "j", '
HEAD_YAML = "journeykit: 1\nkey: j\n"
HEAD_TOML = "journeykit = 1\nkey = 'j'\n"
LAUGHS = "\n".join(
    ["l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    + [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 12)]
)
MERGES = "\n".join(
    ["m0: &m0 {a: 1, b: 2}"]
    + [f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 9)}]}}" for n in range(1, 12)]
)

JSON = {
    "lists": "[" * DEEP,
    "closed lists": "[" * DEEP + "]" * DEEP,
    "mappings": '{"a":' * DEEP,
    "deep data": f'{HEAD_JSON}"data": {"[" * 500}{"]" * 500}}}',
    "deep label": f'{HEAD_JSON}"label": {"[" * 900}{"]" * 900}}}',
    "digits": f'{HEAD_JSON}"data": {{"x": {"9" * 10_000}}}}}',
    "a million digits": f'{HEAD_JSON}"data": {{"x": {"9" * 1_000_000}}}}}',
    "a million decimals": f'{HEAD_JSON}"data": {{"x": 9e{"9" * 1_000_000}}}}}',
    "infinite": f'{HEAD_JSON}"data": {{"x": Infinity}}}}',
    "twice": f'{HEAD_JSON}"key": "k"}}',
    "twice, often": "{" + ", ".join(['"a": 1'] * DEEP) + "}",
    "unknown fields": HEAD_JSON + ", ".join(f'"f{n}": 1' for n in range(50_000)) + "}",
    "bad items": HEAD_JSON + '"touchpoints": [' + ", ".join(['{"nr": 1}'] * 10_000) + "]}",
    "same items": HEAD_JSON + '"touchpoints": [' + ", ".join(['"a"'] * 20_000) + "]}",
    "keys of nothing": (
        HEAD_JSON
        + '"touchpoints": ['
        + ", ".join(f'"t{n}"' for n in range(2_000))
        + '], "transitions": ['
        + ", ".join(f'{{"source": "t{n}", "target": "u{n}"}}' for n in range(2_000))
        + "]}"
    ),
    "half characters": f'{HEAD_JSON}"label": "\\ud800"}}',
    "cut": f'{HEAD_JSON}"label": "x',
    "nulls": "\0" * 10_000,
    "long words": f'{HEAD_JSON}"state": "{"x" * MEGABYTE}"}}',
    "long key": f'{HEAD_JSON}"{"x" * MEGABYTE}": 1}}',
}
YAML = {
    "laughs": LAUGHS,
    "merges": MERGES,
    "round": "a: &a [*a]",
    "lists": "[" * DEEP,
    "closed lists": "[" * DEEP + "]" * DEEP,
    "mappings": "{a: " * DEEP,
    "block lists": "- " * DEEP,
    "questions": "? " * DEEP,
    "steps": "\n".join(" " * n + "a:" for n in range(1_000)),
    "anchors": "&a " * DEEP,
    "colons": "a: " * DEEP,
    "tags": f"{HEAD_YAML}label: !!python/object/apply:os.system ['touch hacked']",
    "new": f"{HEAD_YAML}label: !!python/object/new:os.system [touch hacked]",
    "module": f"{HEAD_YAML}label: !!python/module:antigravity x",
    "digits": f"{HEAD_YAML}data: {{x: {'9' * 10_000}}}",
    "a million digits": f"{HEAD_YAML}data: {{x: {'9' * 1_000_000}}}",
    "a million hexadecimal digits": f"{HEAD_YAML}data: {{x: 0x{'f' * 1_000_000}}}",
    "infinite": f"{HEAD_YAML}data: {{x: .inf}}",
    "twice": f"{HEAD_YAML}key: k",
    "twice, often": "\n".join(["a: 1"] * DEEP),
    "unknown fields": HEAD_YAML + "\n".join(f"f{n}: 1" for n in range(10_000)),
    "open quotes": HEAD_YAML + 'label: "' + "x " * DEEP,
    "backslashes": HEAD_YAML + 'label: "' + "\\" * (2 * DEEP + 1) + '"',
    "long words": f"{HEAD_YAML}state: {'x' * MEGABYTE}",
    "long key": f"{HEAD_YAML}? {'x' * MEGABYTE}\n: 1",
    "documents": "---\na\n" * 50_000,
    "nulls": "\0" * 10_000,
    "cut": f"{HEAD_YAML}label: [",
}
TOML = {
    "dots": ".".join(["a"] * 100_000) + " = 1",
    "quoted dots": ".".join(['"a"'] * 50_000) + " = 1",
    "header of dots": f"[{'.'.join(['a'] * 100_000)}]",
    "dots within": f"x = {{ {'.'.join(['a'] * 100_000)} = 1 }}",
    "dots beyond a quote": "x = { a = " + '"""b""""", ' + ".".join(["a"] * 100_000) + " = 1 }",
    "open quotes": HEAD_TOML + 'label = """' + "x. " * DEEP,
    "quotes": HEAD_TOML + "label = " + '"' * DEEP,
    "backslashes": HEAD_TOML + 'label = "' + "\\" * (2 * DEEP + 1) + '"',
    "many dots": "\n".join(".".join(["a"] * 50) + f".b{n} = 1" for n in range(1_000)),
    "lists": f"a = {'[' * DEEP}",
    "tables within": f"a = {'{a=' * DEEP}",
    "tables": HEAD_TOML + "\n".join(f"[t{n}]" for n in range(20_000)),
    "lists of tables": HEAD_TOML + "[[t]]\n" * 20_000,
    "digits": f"{HEAD_TOML}data.x = {'9' * 10_000}",
    "a million digits": f"{HEAD_TOML}data.x = {'9' * 1_000_000}",
    "infinite": f"{HEAD_TOML}data.x = inf",
    "twice": f"{HEAD_TOML}key = 'k'",
    "nulls": "\0" * 10_000,
    "cut": f"{HEAD_TOML}label = [",
}
HEAD_MERMAID = "journey\n"
MERMAID = {
    "sections": HEAD_MERMAID + "section s\n" * DEEP,
    "different sections": HEAD_MERMAID + "".join(f"section {n}\n" for n in range(DEEP)),
    "tasks": HEAD_MERMAID + "a: 3: Me\n" * DEEP,
    "long name": f"{HEAD_MERMAID}{'x' * MEGABYTE}",
    "long score": f"{HEAD_MERMAID}a: {'9' * MEGABYTE}",
    "long exponent": f"{HEAD_MERMAID}a: 1e{'9' * 300}",
    "large exponent": f"{HEAD_MERMAID}a: 1e400: Me",
    "many bad scores": HEAD_MERMAID + "a: b\n" * 15_000,
    "many scores outside": HEAD_MERMAID + "a: 9\n" * 15_000,
    "one long line": f"{HEAD_MERMAID}{'a: b: ' * DEEP}",
    "actors": f"{HEAD_MERMAID}a: 9: {','.join(map(str, range(DEEP)))}",
    "colons": HEAD_MERMAID + ":" * MEGABYTE,
    "hashes": HEAD_MERMAID + "#a" * DEEP + ";\n;",
    "entities": HEAD_MERMAID + "#35;" * DEEP,
    "names of entities": HEAD_MERMAID + "#notanentity;" * 50_000,
    "long entity": f"{HEAD_MERMAID}#{'9' * MEGABYTE};",
    "percent signs": "%" * MEGABYTE,
    "comments": "%% words\n" * DEEP + ";",
    "blank lines": HEAD_MERMAID + " \n" * DEEP + ";",
    "spaces": HEAD_MERMAID + " " * MEGABYTE + ";",
    "braces": HEAD_MERMAID + "accDescr {" * DEEP,
    "nested braces": HEAD_MERMAID + "{" * DEEP + "}" * DEEP,
    "open directives": "%%{init: {" * DEEP,
    "directives": "%%{wrap}%%" * 50_000 + ";",
    "directive of spaces": "%%{" + " " * MEGABYTE,
    "tags": "<a " * DEEP + HEAD_MERMAID,
    "tags of quotes": HEAD_MERMAID + '<a =" ' * DEEP + ">",
    "breaks": HEAD_MERMAID + "<br" * 50_000 + "<br/>" * 50_000,
    "keywords": "journey " * DEEP,
    "titles": HEAD_MERMAID + "title " * DEEP + ";",
    "front matter of laughs": f"---\n{LAUGHS}\n---\n{HEAD_MERMAID}",
    "front matter of merges": f"---\n{MERGES}\n---\n{HEAD_MERMAID}",
    "deep front matter": f"---\ntitle: {'[' * DEEP}\n---\n{HEAD_MERMAID}",
    "front matter with tags": (
        f"---\ntitle: !!python/object/apply:os.system ['touch hacked']\n---\n{HEAD_MERMAID}"
    ),
    "open front matter": "---\n" * DEEP,
    "blank front matter": "---" + "\n" * DEEP + HEAD_MERMAID,
    "fences of spaces": "---\n" + ("\n---" + " " * 100) * 2_000,
    "nulls": "\0" * 10_000,
    "another diagram": "flowchart LR\n" + "a-->b\n" * DEEP,
}
MARKDOWN = {
    **{
        name: f"# Words\n\n```mermaid\n{MERMAID[name]}\n```\n"
        for name in ("sections", "long name", "braces", "front matter of laughs")
    },
    "journeys": "```mermaid\njourney\n```\n" * DEEP,
    "empty diagrams": "```mermaid\n```\n" * DEEP,
    "fences": "```mermaid\n" * DEEP,
    "other fences": "```text\n```\n" * 50_000,
    "backticks": "`" * MEGABYTE,
    "quotations": "> " * DEEP + "```mermaid",
    "quoted lines": "> ```mermaid\n" + "> " * DEEP,
    "spaces": " " * MEGABYTE + "x",
    "words": "word " * DEEP,
    "nulls": "\0" * 10_000,
}


def graphml(inside: str, head: str = "", keys: str = "") -> str:
    """Return GraphML of a graph."""
    whole = f'{keys}<graph edgedefault="directed">{inside}</graph>'
    return f'{head}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{whole}</graphml>'


ENTITIES = "".join(f'<!ENTITY l{n} "' + f"&l{n - 1};" * 10 + '">' for n in range(1, 12))
KEYS = '<key id="w" for="edge" attr.name="weight" attr.type="double"/>'
LOOP = '<node id="a"/><edge source="a" target="a"><data key="w">'
GRAPHML = {
    "laughs": graphml('<node id="&l11;"/>', f'<!DOCTYPE graphml [<!ENTITY l0 "lol">{ENTITIES}]>'),
    "long entity": graphml("&l;" * 10_000, f'<!DOCTYPE graphml [<!ENTITY l "{"x" * MEGABYTE}">]>'),
    "file": graphml(
        '<node id="a">&f;</node>', '<!DOCTYPE graphml [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    ),
    "address": graphml("", '<!DOCTYPE graphml SYSTEM "http://127.0.0.1:9/graphml.dtd">'),
    "parameter": graphml("", '<!DOCTYPE graphml [<!ENTITY % p SYSTEM "file:///dev/zero"> %p;]>'),
    "unknown entity": graphml("&unknown;"),
    "deep": graphml("<node>" * DEEP),
    "closed and deep": graphml("<node>" * DEEP + "</node>" * DEEP),
    "deep groups": graphml('<node id="a"><graph>' * DEEP),
    "large attribute": graphml(f'<node id="{"x" * 3 * MEGABYTE}'),
    "many attributes": graphml("<node " + " ".join(f'a{n}=""' for n in range(DEEP)) + "/>"),
    "same attributes": graphml("<node " + 'a="" ' * DEEP + "/>"),
    "long name": graphml(f"<{'x' * 3 * MEGABYTE}"),
    "long comment": graphml(f"<!--{'x' * 3 * MEGABYTE}"),
    "namespaces": graphml("".join(f'<a xmlns:n{n}="{n}">' for n in range(10_000))),
    "elements": graphml("<x/>" * 2_000_000),
    "nodes": graphml("".join(f'<node id="{n}"/>' for n in range(DEEP * 3))),
    "same nodes": graphml('<node id="a"/>' * 10_000),
    "same edges": graphml('<node id="a"/>' + '<edge source="a" target="a"/>' * 10_000),
    "edges of nothing": graphml('<edge source="a" target="b"/>'),
    "nodes without a name": graphml("<node/>" * 10_000),
    "edges without ends": graphml("<edge/>" * 10_000),
    "both ways": graphml('<node id="a"/><node id="b"/><edge source="a" target="b"/>').replace(
        "directed", "undirected"
    ),
    "hyperedges": graphml('<edge source="a" target="a"/><hyperedge/>' * 10_000),
    "digits": graphml(f"{LOOP}{'9' * MEGABYTE}</data></edge>", keys=KEYS),
    "infinite": graphml(f"{LOOP}inf</data></edge>", keys=KEYS),
    "long weight": graphml(f"{LOOP}{'x' * MEGABYTE}</data></edge>", keys=KEYS),
    "a weight with controls": graphml(f"{LOOP}\x85\u202e</data></edge>", keys=KEYS),
    "deep data": graphml(
        f"{LOOP}{'[' * DEEP}</data></edge>", keys=KEYS.replace("double", "string")
    ),
    "unknown keys": graphml('<node id="a"><data key="unknown">x</data></node>' * 5_000),
    "another document": "<svg/>",
    "no graph": "<graphml/>",
    "an unknown encoding": graphml("", '<?xml version="1.0" encoding="x-unknown"?>'),
    "a wrong encoding": graphml("é", '<?xml version="1.0" encoding="ascii"?>'),
    "another encoding": graphml("", '<?xml version="1.0" encoding="utf-16"?>'),
    "nulls": "\0" * 10_000,
    "open words": graphml("<![CDATA[" + "x" * 3 * MEGABYTE),
    "instructions": "<?x " + "y" * 3 * MEGABYTE,
    "cut": graphml('<node id="a"/>')[:-20],
    "two documents": graphml("") * 2,
}
BYTES = {
    "UTF-16": HEAD_JSON.encode("utf-16"),
    "UTF-16 without a mark": HEAD_JSON.encode("utf-16-le"),
    "UTF-32": HEAD_JSON.encode("utf-32"),
    "Latin-1": f'{HEAD_JSON}"label": "é"}}'.encode("latin-1"),
    "two marks": b"\xef\xbb\xbf\xef\xbb\xbf{}",
    "half a mark": b"\xef\xbb",
    "overlong": b"\xc0\x80" * 1000,
    "half a character": b"\xed\xa0\x80",
    "noise": bytes(range(256)) * 1000,
    "empty": b"",
}


FORMATS = {
    "json": JSON,
    "yaml": YAML,
    "toml": TOML,
    "mmd": MERMAID,
    "md": MARKDOWN,
    "graphml": GRAPHML,
}


def names(suffix: str) -> list[str]:
    """Return the names of the attacks on one format."""
    return [*FORMATS[suffix], *BYTES]


def attacks(suffix: str) -> Iterator[tuple[str, bytes]]:
    """Give the attacks on one format, by their names."""
    yield from ((name, text.encode("utf-8")) for name, text in FORMATS[suffix].items())
    yield from BYTES.items()


def read_all(folder: Path, suffix: str, contents: Iterable[tuple[str, bytes]]) -> None:
    """Read all files of a kind, and say in one line each what became of them."""
    resource.setrlimit(resource.RLIMIT_AS, (500 * MEGABYTE, 500 * MEGABYTE))
    for name, content in contents:
        path = folder / f"attack.{suffix}"
        path.write_bytes(content)
        sys.stdout.write(f"{name}\t")
        sys.stdout.flush()
        message = "it was read"
        begin = time.process_time()
        try:
            load(path)
        except FileError as error:
            message = str(error)
        took = time.process_time() - begin
        sys.stdout.write(f"{took:.3f}\t{message!r}\n")


if __name__ == "__main__":
    read_all(Path(sys.argv[1]), sys.argv[2], attacks(sys.argv[2]))
