"""The scripts that fill in forms, and when each is loaded: many read a page, few fill it in."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

from handbook.document.places import WORD_LETTERS, Place, file

_JS = "assets/js"
_ZIP = "assets/vendor/fflate-0.8.3.js"
_WORD = (_ZIP, f"{_JS}/form-checks.js", f"{_JS}/form-word.js")
_FILLED_WORD = (*_WORD, WORD_LETTERS)
_PDF = ("file", "letters", "lines", "sheet")

PAGE_SCRIPTS = tuple(f"{_JS}/{name}.js" for name in ("kept", "files", "form-start"))
"""What a form's page runs at once; everything else waits until somebody asks for it."""
HANDOVER_SCRIPTS = tuple(f"{_JS}/{name}.js" for name in ("files", "form-answers", "handover"))

_FILLING = (
    "drafts", "form-answers", "form-fields", "form-rows", "form-parts", "draft-keeper", "form",
)  # fmt: skip
LATER = {
    "form": tuple(f"{_JS}/{name}.js" for name in _FILLING),
    "begun": tuple(
        f"{_JS}/{name}.js"
        for name in ("form-checks", "form-paper", "paper-view", "form-summary", "form-hand")
    ),
    "case": (f"{_JS}/case.js", f"{_JS}/case-form.js"),
    "drafts": (f"{_JS}/draft-list.js",),
    "proposal": (f"{_JS}/form-proposal.js",),
    "reading": (*_WORD, f"{_JS}/form-word-names.js", f"{_JS}/form-reading.js"),
    "word": _FILLED_WORD,
    "pdf": (
        _ZIP,
        "assets/fonts/paper-letters.js",
        f"{_JS}/form-checks.js",
        *(f"{_JS}/pdf-{name}.js" for name in _PDF),
        f"{_JS}/form-paper.js",
        f"{_JS}/paper-pdf.js",
    ),
    "rest": ("assets/fonts/paper-letters-rest.js",),
    "bidi": ("assets/vendor/bidi-js-1.1.0.js",),
}
"""Occasion → scripts in the order they run.

`form` when somebody touches the form or has left something in it, `begun` when the first answer is
given, `case` when the reader has one open, `drafts` when some lie on the machine, `proposal` and
`reading` when answers come from elsewhere, `rest` and `bidi` when an answer has letters that the
house's typeface lacks.
"""


def scripts_element(href: Callable[[Place], str]) -> str:
    """The ways to all of them from the page being printed."""
    ways = {when: [href(file(name)) for name in names] for when, names in LATER.items()}
    told = escape(json.dumps(ways, separators=(",", ":")), quote=False)
    return f'<script type="application/json" data-scripts>{told}</script>'
