"""The line that says what the open case has for a page, and the scripts that fill it in."""

from __future__ import annotations

_JS = "assets/js"
TAKES_CASE = (f"{_JS}/kept.js", f"{_JS}/case.js")
"""What a page runs whose own script asks for the open case."""
TAKES_DATE = (f"{_JS}/form-checks.js", f"{_JS}/date-field.js")
"""What a page runs whose own script reads a date that somebody types."""
CASE_SCRIPTS = (*TAKES_CASE, f"{_JS}/case-line.js")
"""What a page with a line runs."""
DESK_SCRIPTS = (
    *TAKES_CASE, *TAKES_DATE, f"{_JS}/plan-dates.js", f"{_JS}/files.js",
    f"{_JS}/case-desk.js", f"{_JS}/case-line.js",
)  # fmt: skip
"""What the desk runs."""
