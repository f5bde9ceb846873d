"""How Sphinx makes the site, in English, and the lectures alone in each other language.

`make site` builds all of them.  The lectures alone, in Japanese:
`sphinx-build -c docs -t lectures -D language=ja docs/lectures build/site/ja`; with `-b latex`, and
then `latexmk` in the folder of the outcome, as PDF.
"""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from derive.documents.templating import render
from derive.documents.typography import TYPOGRAPHY

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_extensions"))

is_of_lectures_alone = tags.has("lectures")  # type: ignore[name-defined] # noqa: F821

project = "derive-proofs"
author = "The derive-proofs developers"
project_copyright = f"2026, {author}"
release = version_of("derive-proofs")
version = ".".join(release.split(".")[:2])

extensions = ["derive.sphinx", "myst_parser", "sphinx_copybutton"]
if not is_of_lectures_alone:
    extensions += ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_click", "library_pages"]

derive_proofs = "../proofs"
language = "en"
locale_dirs = ["locale"]  # of the lectures
gettext_compact = False
templates_path = ["_templates"]
exclude_patterns = ["_*", "locale"]
nitpicky = True
default_role = "code"  # as docstrings mean it

# -- Markdown

myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3

# -- The reference of what Python offers

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
# What has no page here: other projects, what a user never names, and errors and types by the short
# names that docstrings call them.
nitpick_ignore_regex = [
    ("py:class", r"(collections|flint|fractions|hypothesis|np|numpy|pathlib|sympy|types)\..*"),
    (
        "py:class",
        r"derive\.(entries|kernel|language|linalg|loading|location|necessity|refuter|theorem)\..*",
    ),
    (
        "py:exc",
        "GlossaryError|IllFormed|LanguageError|LoadError|Malformed|NotFound|PossiblyVacuous",
    ),
    (
        "py:class",
        "Array|ExampleDatabase|Fraction|Necessity|ProofText|Readable|RealField|Report|SearchStrategy"
        "|Size|fmpq",
    ),
]

# -- HTML

html_theme = "furo"
html_title = "derive-proofs"
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["chinese-search.js"]
html_copy_source = False
html_show_sourcelink = False
html_last_updated_fmt = None
mathjax_path = "mathjax/tex-svg-full.js"
mathjax3_config = {"options": {"enableMenu": False}}  # the menu would fetch what it lacks
copybutton_prompt_text = r"\$ |>>> "
copybutton_prompt_is_regexp = True
copybutton_line_continuation_character = "\\"
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/languages.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#00568a", "color-brand-content": "#00568a"},
    "dark_css_variables": {"color-brand-primary": "#56b4e9", "color-brand-content": "#7cc4ee"},
}

# -- PDF: the lectures

latex_engine = "lualatex"
latex_docclass = {"howto": "article"}  # in Japanese, too
latex_domain_indices = False
latex_documents = [
    (
        "index" if is_of_lectures_alone else "lectures/index",
        "lectures.tex",
        "Lectures",
        author,
        "howto",
    )
]


def set_fonts(app: Sphinx, config: Config) -> None:
    """The language of the PDF and its fonts, the same as those of `derive notes`."""
    fonts = render("fonts.tex.jinja", typography=TYPOGRAPHY[config.language])
    config.latex_elements = {
        "papersize": "a4paper",
        "babel": "",
        "polyglossia": "",
        "fontpkg": fonts,
        "makeindex": "",  # it cannot sort Chinese and Japanese
        "printindex": "",
    }


def setup(app: Sphinx) -> None:
    """What depends on the language, which a command may choose."""
    app.connect("config-inited", set_fonts, priority=100)  # before Sphinx chooses its own
