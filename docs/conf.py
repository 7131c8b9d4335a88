"""How the documentation is built."""

import importlib.metadata
import inspect
import re
import sys
from pathlib import Path
from types import FunctionType
from typing import Final

import attrs
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.highlighting import lexer_classes
from sphinx.pycode import ModuleAnalyzer

from journeykit.drawing.palette import Theme

project = "journeykit"
author = "journeykit contributors"
project_copyright = f"2026, {author}"
release = version = importlib.metadata.version("journeykit")

sys.path.insert(0, str(Path(__file__).parent))
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "directives"]
exclude_patterns = ["_build"]
source_suffix = {".md": "markdown"}

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# The reference shows what users type, `journeykit.Journey`, wherever the object is defined.
add_module_names = False
default_role = "py:obj"
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True

# Pygments knows neither of them, and would complain.
lexer_classes["csv"] = lexer_classes["mermaid"] = lexer_classes["none"]

# References to journeykit's own public names have to lead somewhere. Those to other libraries stay
# words, because following them would make the build depend on the network.
nitpicky = True
nitpick_ignore_regex = [("py:.*", r"(?!journeykit\.).*|.*\._.*")]

html_theme = "furo"
html_title = f"journeykit {release}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {
    # The reader's own typefaces: nothing is fetched from elsewhere.
    "light_css_variables": {"font-stack": "system-ui, sans-serif"},
    "dark_css_variables": {"font-stack": "system-ui, sans-serif"},
}

NAMED_DEFAULT: Final = re.compile(
    r"(?<==)(?:attr_dict\['(?P<field>\w+)'\]\.default|(?P<private>_[A-Z_]+))"
)
SHOWN: Final = 40
"""The longest default that is worth its place, in characters."""


def shown_signature(*event: object) -> tuple[str, object] | None:
    """Show defaults as one would write them, and not by their names inside the library."""
    *_, found, _, signature, returns = event
    if not isinstance(signature, str):
        return None
    inside = vars(sys.modules[found.__module__]) if isinstance(found, FunctionType) else {}
    values = attrs.fields_dict(found) if isinstance(found, type) and attrs.has(found) else {}

    def value(name: re.Match[str]) -> str:
        field = values.get(name["field"])
        default = inside.get(name["private"]) if field is None else field.default
        if isinstance(default, Theme):
            default = default.name
        return repr(default) if len(repr(default)) <= SHOWN else "..."

    signature = NAMED_DEFAULT.sub(value, signature.replace("=NOTHING", "={}"))
    return signature, returns


def shown_words(*event: object) -> None:
    """Show the words below a constant where it is made, and not those of its type."""
    _, what, name, found, _, lines = event
    of_type = (inspect.getdoc(type(found)) or "").splitlines()
    if what != "data" or not isinstance(lines, list) or lines[:1] != of_type[:1]:
        return
    key = ("", str(name).rpartition(".")[2])
    for home in [module for module in sys.modules if module.startswith("journeykit.")]:
        below = ModuleAnalyzer.for_module(home).find_attr_docs()
        if key in below:
            lines[:] = below[key]
            return
    raise ExtensionError(f"{name} has no words of its own")


def setup(app: Sphinx) -> None:
    """Join the functions above to autodoc."""
    app.connect("autodoc-process-signature", shown_signature)
    app.connect("autodoc-process-docstring", shown_words)
