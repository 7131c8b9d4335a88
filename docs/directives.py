"""What a page can ask for: pictures, the models and the commands, as they are at build time."""

import contextlib
import html
import io
import os
import re
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst.directives import unchanged
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata
from sybil import Document
from sybil.parsers.markdown import PythonCodeBlockParser

from journeykit import Diagram, JourneyModel, presets

PROGRAM = Path(sysconfig.get_path("scripts"), "journeykit")
VERB = re.compile(r"^    ([a-z]+)\b", re.MULTILINE)


class Picture(SphinxDirective):
    """Show a diagram: an expression over what the Python blocks above it have made.

    The option `width` takes any width that CSS knows; that of the text is the default.
    """

    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {"width": unchanged}  # noqa: RUF012 - so Docutils asks for it

    def run(self) -> list[nodes.Node]:
        """Run the page as far as it goes here, and put the picture beside the site's pages."""
        page = Document.parse(str(self.env.doc2path(self.env.docname)), PythonCodeBlockParser())
        with (
            tempfile.TemporaryDirectory() as folder,
            contextlib.chdir(folder),
            contextlib.redirect_stdout(io.StringIO()),
        ):
            for example in page.examples():
                if example.line < self.lineno:
                    example.evaluate()
            diagram = eval(self.arguments[0], page.namespace)  # noqa: S307 - from our own page
        if not isinstance(diagram, Diagram):
            message = f"{self.get_location()}: {self.arguments[0]} is no diagram"
            raise ExtensionError(message)
        name = f"{self.env.docname.replace('/', '-')}-{self.lineno}.svg"
        folder_out = Path(self.env.app.outdir, "_pictures")
        folder_out.mkdir(parents=True, exist_ok=True)
        diagram.save(folder_out / name)
        link = f"{'../' * self.env.docname.count('/')}_pictures/{name}"
        style = html.escape(f"width: {self.options.get('width', '100%')}")
        image = f'<img src="{link}" alt="{html.escape(diagram.alt)}" style="{style}">'
        return [nodes.raw("", f'<p><a href="{link}">{image}</a></p>', format="html")]


class Models(SphinxDirective):
    """List the ready-made models, family by family."""

    def run(self) -> list[nodes.Node]:
        """Make a table of each family."""
        return self.parse_text_to_nodes("\n".join(self.lines()), allow_section_headings=True)

    def lines(self) -> Iterator[str]:
        """Write the tables."""
        for key, label in presets.families().items():
            yield from ("", f"## {label}", "", "| model | phases | by |", "|---|---|---|")
            yield from map(row, presets.family(key))


def row(model: JourneyModel) -> str:
    """Write the row of a model."""
    phases = " · ".join(str(phase.label) for phase in model.phases)
    authors = ", ".join(model.origin.authors)
    year = f" ({model.origin.year})" if model.origin.year is not None else ""
    cells = (f"**{model.label}**<br>`{model.key.upper()}`", phases, f"{authors}{year}")
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


class Commands(SphinxDirective):
    """Show what the command line says of itself: first the program, then each verb."""

    def run(self) -> list[nodes.Node]:
        """Make a section of each verb."""
        program = said()
        shown: list[nodes.Node] = [nodes.literal_block(program, program, language="text")]
        for verb in VERB.findall(program):
            section = nodes.section(ids=[nodes.make_id(f"journeykit {verb}")], names=[])
            text = said(verb)
            section += nodes.title(verb, f"journeykit {verb}")
            section += nodes.literal_block(text, text, language="text")
            shown.append(section)
        return shown


def said(*verb: str) -> str:
    """Return the help of the program, or of one of its verbs."""
    return subprocess.run(  # noqa: S603 - our own program
        [PROGRAM, *verb, "--help"],
        check=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "88"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    ).stdout


def setup(app: Sphinx) -> ExtensionMetadata:
    """Give the directives their names."""
    app.add_directive("picture", Picture)
    app.add_directive("models", Models)
    app.add_directive("commands", Commands)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
