"""What a YAML parser's complaint means to an editor: which line, what is wrong, what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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


_PLAIN_ENGLISH = (
    ("expected <block end>, but found '-'", "did not find expected '-' indicator"),
    ("expected <block end>, but found '<block", "did not find expected '-' indicator"),
    ("expected <block end>", "did not find expected key"),
    ("expected ',' or ", "did not find expected ',' or "),
    ("that cannot start any token", "found character that cannot start any token"),
    ("found unexpected end of stream", "while scanning a quoted scalar"),
    ("sequence entries are not allowed", "block sequence entries are not allowed"),
    ("expected '<document start>'", "did not find expected <document start>"),
    ("could not find expected ':'", "could not find expected ':'"),
)
"""What Python's own parser says → what the one written in C says of the same."""

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


def explained(  # noqa: PLR0911 – one answer for each sort of fault
    error: yaml.MarkedYAMLError, lines: Sequence[str]
) -> Fault:
    """The fault in an editor's words, at the line that an editor has to change."""
    said = " ".join(str(part) for part in (error.problem, error.context) if part)
    said += "".join(f" {same}" for own, same in _PLAIN_ENGLISH if own in said)
    line, column = _place(error, said, len(lines))
    if "too deep" in said or "exceeded max depth" in said:
        return Fault(line, column, f"fila er nøstet mer enn {MAX_DEPTH} nivåer", "flat den ut",
                     "Y07")  # fmt: skip
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    if begun := _begun_with_sign(line, text, said):
        return begun
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


def quoted(text: str) -> str:
    """The text in the quotes that ask for the least change in it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


_VALUE = re.compile(r"^(\s*(?:- +)*(?:[a-z_]+: +)?)(\S.*?)\s*$")
"""A line as what leads to its value, and the value."""
_SIGNS = "[{*&!|>%@`?,"
"""What may begin a text, and means something else to YAML."""


def _begun_with_sign(line: int, text: str, said: str) -> Fault | None:
    """A text whose first sign YAML takes for its own."""
    parts = _VALUE.match(text)
    if not parts or parts[2][0] not in _SIGNS or not parts[1].strip() or "too deep" in said:
        return None
    lead, value = parts[1], parts[2]
    listed = value[0] in "[{" and value[:2] != "[["
    closed = value[0] in "[{" and value[-1] in "]}"
    if closed or (listed and "expected ',' or" in said) or re.fullmatch(r"[|>][-+0-9]*", value):
        return None
    sign = value[:2] if value[:2] in ("[[", "**") else value[0]
    return Fault(
        line, len(lead) + 1, f"teksten begynner med «{sign}», som betyr noe eget i YAML",
        f"sett anførselstegn rundt hele teksten: {lead.strip()} {quoted(value)}",
    )  # fmt: skip


def begun_with_question(line: int, lines: Sequence[str]) -> Fault:
    """A text or a field that begins with «? », which YAML takes for half of a field."""
    text = lines[line - 1]
    lead, _, rest = text.partition("?")
    return Fault(
        line, len(lead) + 1, "teksten begynner med «?», som betyr noe eget i YAML",
        f"sett anførselstegn rundt hele teksten: {lead.strip()} {quoted('?' + rest)}".strip(),
    )  # fmt: skip


def question_in_flow(line: int, lines: Sequence[str]) -> Fault:
    """A text in a [list] or {group} that begins with «?», which YAML takes away."""
    return Fault(
        line, lines[line - 1].index("?") + 1,
        "teksten begynner med «?», som betyr noe eget i YAML",
        "sett anførselstegn rundt teksten",
    )  # fmt: skip


_TAB = re.compile(
    r"^ *(\t)|^ *(?:- +)*-(\t)|^ *(?:- +)*[\w-]+: *(\t)|[\[{,] *(\t)|(\t) *(?:$|[#\]},:])"
)
"""A tab that is no part of a text; one parser takes it for a space and another for a fault."""


def first_tab(lines: Sequence[str]) -> Fault | None:
    """The first tab that stands where YAML wants spaces."""
    for number, line in enumerate(lines, 1):
        tab = _TAB.search(line) if "\t" in line else None
        if tab:
            at = tab.start(tab.lastindex or 0)
            leads = not line[:at].strip()
            return Fault(
                number, at + 1,
                "innrykket har en tabulator" if leads else "linja har en tabulator",
                "bytt tabulatoren ut med mellomrom" + (", to for hvert nivå" if leads else ""),
                "Y04",
            )  # fmt: skip
    return None


_NO_TEXT = re.compile(r"[a-z0-9_.-]+|[A-Z]{1,4}-?[0-9]+")
"""An id, a number, a date, true or false: beside these a remark cannot be a part of the text."""


def cut_text(scalar: Any, lines: Sequence[str]) -> Fault | None:
    """A text without quotes that ends at « #», because YAML takes the rest for a remark."""
    begin, end = scalar.start_mark, scalar.end_mark
    line = lines[end.line] if end.line < len(lines) else ""
    rest = re.match(r" +#.*", line[end.column :])
    if not rest or not scalar.value or (_NO_TEXT.fullmatch(scalar.value) and " # " in rest[0]):
        return None
    lead = lines[begin.line][: begin.column].strip()
    return Fault(
        end.line + 1, line.index("#", end.column) + 1,
        "teksten slutter her, fordi « #» begynner en merknad i YAML",
        f"skriv {lead} {quoted(scalar.value + rest[0].rstrip())} – er det en merknad, setter du "
        "den på linja over",
        "Y17",
    )  # fmt: skip


def where_changes_met(lines: Sequence[str]) -> int | None:
    """The line where Git has put two changes after each other, from 1."""
    return next((n for n, line in enumerate(lines, 1) if _CHANGES_MET.match(line)), None)
