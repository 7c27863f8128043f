"""The line that says what the open case has for a page, and the scripts that fill it in."""

from __future__ import annotations

_JS = "assets/js"
TAKES_CASE = (f"{_JS}/kept.js", f"{_JS}/case.js")
"""What a page runs whose own script asks for the open case."""
CASE_SCRIPTS = (*TAKES_CASE, f"{_JS}/case-line.js")
"""What a page with a line runs."""
DESK_SCRIPTS = (
    *TAKES_CASE, f"{_JS}/plan-dates.js", f"{_JS}/files.js",
    f"{_JS}/case-desk.js", f"{_JS}/case-line.js",
)  # fmt: skip
"""What the desk runs."""
