"""What a YAML parser's complaint means to an editor: which line, what is wrong, what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

MAX_DEPTH = 40
_CHANGES_MET = re.compile(r"(<{7}|>{7})( |$)")


@dataclass(frozen=True)
class Fault:
    """One place where the file cannot be read."""

    line: int
    column: int
    problem: str
    fix: str
    code: str = "Y02"


_SAME = "la feltene i samme gruppe begynne like langt inne"
_QUOTE = "sett anførselstegn rundt teksten"
_SAID: tuple[tuple[str, str, str], ...] = (
    ("did not find expected key", "innrykket stemmer ikke med linjene over", _SAME),
    ("did not find expected '-' indicator", "innrykket stemmer ikke, eller en «-» mangler i lista",
     f"{_SAME}, og hvert punkt i lista med «- » foran"),
    ("found character that cannot start any token", "tegnet her kan ikke stå først i en verdi",
     _QUOTE),
    ("found unexpected end of stream", "et anførselstegn er åpnet, men ikke lukket",
     "sett inn det andre anførselstegnet"),
    ("while scanning a quoted scalar", "et anførselstegn er åpnet, men ikke lukket",
     "sett inn det andre anførselstegnet"),
    ("found undefined alias", "en tekst begynner med *", _QUOTE),
    ("did not find expected ',' or ']'", "en [liste] er ikke lukket", "sett inn ] eller komma"),
    ("did not find expected ',' or '}'", "en {gruppe} er ikke lukket", "sett inn } eller komma"),
    ("block sequence entries are not allowed", "en «-» står der det ikke kan være liste",
     "begynn lista på linja under feltets navn"),
    ("did not find expected <document start>", "linja hører ikke til noe felt",
     "skriv «navn: verdi», eller rykk teksten inn under feltet den hører til"),
)  # fmt: skip
"""A piece of what the parser says → what is wrong, and how to mend it."""


def explained(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Fault:
    """The fault in an editor's words, at the line that an editor has to change."""
    said = " ".join(str(part) for part in (error.problem, error.context) if part)
    line, column = _place(error, said, len(lines))
    if "too deep" in said or "exceeded max depth" in said:
        return Fault(line, column, f"fila er nøstet mer enn {MAX_DEPTH} nivåer", "flat den ut",
                     "Y07")  # fmt: skip
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    if "mapping values are not allowed" in said:
        return _stray_colon(line, column, lines)
    if "could not find expected ':'" in said:
        return _no_colon(line, column, text)
    if "did not find expected key" in said and text[: column - 1].rstrip().endswith(("'", '"')):
        return Fault(line, column, "teksten går videre etter anførselstegnet",
                     "sett anførselstegn rundt hele teksten, og bruk « » inni")  # fmt: skip
    for sign, problem, fix in _SAID:
        if sign in said:
            return Fault(line, column, problem, fix)
    return Fault(line, column, "fila kan ikke leses her",
                 "se på innrykk, kolon og anførselstegn på denne linja og linja over")  # fmt: skip


def _place(error: yaml.MarkedYAMLError, said: str, count: int) -> tuple[int, int]:
    """Where it began, when something was opened and never closed; otherwise where it broke."""
    mark = error.problem_mark or error.context_mark
    opened = error.context_mark and ("simple key" in said or (mark and mark.line >= count))
    mark = error.context_mark if opened else mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _stray_colon(line: int, column: int, lines: Sequence[str]) -> Fault:
    above = next((n for n in range(line - 1, 0, -1) if lines[n - 1].strip()), 0)
    dash = re.match(r"\s*(-)[^\s-]", lines[above - 1]) if above else None
    if dash:
        return Fault(above, dash.start(1) + 1, "mellomrommet etter «-» mangler",
                     "skriv «- » med mellomrom etter")  # fmt: skip
    text = lines[line - 1] if line <= len(lines) else ""
    if ": " in text[: column - 1].lstrip(" -"):
        value = text.partition(": ")[2].strip()
        return Fault(line, column, "teksten har et kolon, og da tror YAML at et nytt felt begynner",
                     f'sett anførselstegn rundt hele teksten: "{value}"')  # fmt: skip
    return Fault(line, len(text) - len(text.lstrip()) + 1, "linja er rykket for langt inn", _SAME)


def _no_colon(line: int, column: int, text: str) -> Fault:
    glued = re.match(r"\s*(?:- )?([a-z_]+):(\S.*)", text)
    if glued:
        return Fault(line, column, "mellomrommet etter kolonet mangler",
                     f"skriv «{glued[1]}: {glued[2]}»")  # fmt: skip
    return Fault(
        line,
        column,
        "linja er ikke et felt, for den har ikke noe kolon",
        "skriv «navn: verdi», eller rykk teksten inn under feltet den hører til",
    )


def where_changes_met(lines: Sequence[str]) -> int | None:
    """The line where Git has put two changes after each other, from 1."""
    return next((n for n, line in enumerate(lines, 1) if _CHANGES_MET.match(line)), None)
