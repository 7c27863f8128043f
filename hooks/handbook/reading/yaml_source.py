"""Tamed YAML: bytes → plain values and the place of every one of them.

Only `true` and `false` are booleans and only an empty value is nothing; all else stays the text the
editor wrote, so `NO`, `1.10`, `0012` and `2024-01-02` survive. The file is read as a stream of
events, never as a tree of C calls: deep nesting and alias bombs are findings, not crashes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from handbook.findings import Finding, Place
from handbook.model.ids import KeyPath
from handbook.reading.plain_files import MAX_BYTES
from handbook.reading.signs import UNSEEN, name_of, odd_signs
from handbook.reading.syntax import (
    MAX_DEPTH,
    Fault,
    begun_with_question,
    cut_text,
    explained,
    first_tab,
    question_in_flow,
    where_changes_met,
)

_LOADERS: dict[bool, Any] = {
    True: getattr(yaml, "CSafeLoader", yaml.SafeLoader),
    False: yaml.SafeLoader,
}
"""Whether to use libyaml, which is ten times as fast and not on every machine → the parser."""
_QUESTION_SIGN, _TAB_SIGN = "\ue03f", "\ue009"
"""For «?» and tabs inside a text, where Python's own parser stops and libyaml reads on."""
_QUESTION_IN_TEXT = re.compile(r"(?<=[^\s\[{,])\?")
_QUESTION = re.compile(r"\s*(?:- +)*\? ")
MAX_FINDINGS = 50


@dataclass
class YamlFile:
    """One file: its values, where each stands, and what was wrong with it.

    `keys` has the place of a mapping's key, `values` the place of what it holds; a list item has
    only the latter. Paths are tuples of keys and positions from the top of the file.
    """

    file: str
    value: Any = None
    keys: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    values: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    doubts: list[Finding] = field(default_factory=list)
    """What is wrong, and does not keep the file from being read; `read_yaml` adds them at last."""
    lines: list[str] = field(default_factory=list)

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """The place of a value (or its key); of the nearest thing around it when it is absent."""
        while path:
            spot = (self.keys.get(path) if key else None) or self.values.get(path)
            if spot:
                return Place(self.file, *spot)
            path = path[:-1]
        return Place(self.file)

    def near(self, path: KeyPath, piece: str) -> Place:
        """Where a piece of a text stands; the place of the text when it is not written so."""
        place = self.place(path)
        wanted = piece.splitlines()[0] if piece else ""
        for number in range(place.line, min(place.line + 200, len(self.lines) + 1)):
            column = self.lines[number - 1].find(wanted)
            if column >= 0:
                return Place(place.file, number, column + 1)
        return place

    def has(self, key: str | int) -> bool:
        """Whether the file has a field of this name at its top."""
        return isinstance(self.value, dict) and key in self.value

    def report(
        self, code: str, line: int, column: int, problem: str, *, found: str = "", fix: str = ""
    ) -> None:
        """Note one finding at a line and column."""
        place = Place(self.file, line, column)
        self.findings.append(Finding(place, code, problem, found=found, fix=fix))


Spot = Callable[[Callable[[], Place], str], Place]
"""How to find a place, and what is sought, to the place; as `Cache.from_bytes`."""


class KnownFile(YamlFile):
    """A file that was read before: where its values stand is found when somebody asks.

    A place that somebody has asked for before is known by `spot`, and the file is not read for it.
    """

    def __init__(
        self, file: str, value: Any, findings: list[Finding], read: Callable[[], YamlFile],
        spot: Spot,
    ) -> None:  # fmt: skip
        self.file, self.value, self.findings = file, value, findings
        self._read, self._spot = read, spot

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """As of any file."""
        return self._spot(lambda: self._read().place(path, key=key), f"{path} {key}")

    def near(self, path: KeyPath, piece: str) -> Place:
        """As of any file."""
        return self._spot(lambda: self._read().near(path, piece), f"{path} {piece}")

    def __getattr__(self, name: str) -> Any:
        """What is not kept: every place, and the lines."""
        if name not in ("keys", "values", "lines"):
            raise AttributeError(name)
        self.__dict__ = {**self._read().__dict__, **self.__dict__}
        return self.__dict__[name]


def read_yaml(data: bytes, file: str, *, libyaml: bool = True) -> YamlFile:
    """Read one file. Never raises on account of its content: what is wrong is in `findings`."""
    document = YamlFile(file)
    text = decode(data, document)
    if text is None or report_signs(text, document):
        return document
    document.lines = text.splitlines()
    if not report_conflict(text, document):
        _build(text, document, libyaml=libyaml)
    if document.findings:
        document.value = None
    document.findings += document.doubts
    return document


def report_conflict(text: str, document: YamlFile) -> bool:
    """Whether Git has put two changes after each other in a text; told at its line."""
    lines = text.splitlines()
    met = where_changes_met(lines) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if met:
        document.report(
            "Y12", met, 1, "to har endret det samme stedet, og ingen har valgt ennå",
            found=lines[met - 1].strip()[:80],
            fix="velg hvilken tekst som skal stå, og slett linjene med <<<<<<<, ======= og >>>>>>>",
        )  # fmt: skip
    return met is not None


def _build(text: str, document: YamlFile, *, libyaml: bool) -> None:
    tab = first_tab(document.lines) if "\t" in text else None
    try:
        _Builder(document).run(_LOADERS[libyaml](text if libyaml else _spared(text)))
    except yaml.MarkedYAMLError as error:
        if not tab or tab.line > explained(error, document.lines).line:
            document.findings.append(_told(document, explained(error, document.lines)))
    except yaml.YAMLError as error:
        document.report("Y02", 1, 1, "fila kan ikke leses som YAML", found=_first_line(str(error)))
    if tab:
        document.findings.append(_told(document, tab))
    if not document.findings and document.value is None:
        document.report("Y08", 1, 1, "fila er tom", fix="skriv inn innholdet, eller slett fila")
    elif not document.findings and not isinstance(document.value, dict):
        document.report(
            "Y09", 1, 1, "fila må bestå av felter («navn: verdi») på øverste nivå",
            fix="begynn hver linje helt til venstre med feltets navn og et kolon",
        )  # fmt: skip


def _spared(text: str) -> str:
    """The text with stand-ins for the signs that Python's own parser cannot take."""
    return _QUESTION_IN_TEXT.sub(_QUESTION_SIGN, text).replace("\t", _TAB_SIGN)


def too_big(file: str, size: int) -> Finding:
    """A file that is larger than anybody can have meant."""
    return Finding(
        Place(file), "Y07", f"fila er for stor ({size // 1000} kB)",
        fix=f"del den opp; grensen er {MAX_BYTES // 1000} kB",
    )  # fmt: skip


def decode(data: bytes, document: YamlFile) -> str | None:
    """The text of a file, or None when it cannot be read; then `findings` says why."""
    if len(data) > MAX_BYTES:
        document.findings.append(too_big(document.file, len(data)))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        document.report(
            "Y01", line, column, "fila er ikke lagret som UTF-8, så æ, ø og å kan ikke leses",
            fix="lagre fila på nytt og velg tegnsettet UTF-8",
        )  # fmt: skip
        return None
    return text


def report_signs(text: str, document: YamlFile) -> bool:
    """Tell of signs that nobody meant to write; whether one of them stops the reading."""
    odd = odd_signs(text, yaml=document.file.endswith((".yml", ".yaml")))
    for one in odd[:MAX_FINDINGS]:
        line = len(text[: one.index + 1].splitlines())
        column = one.index - max(text.rfind(sign, 0, one.index) for sign in "\r\n")
        told = Finding(
            Place(document.file, line, column), one.code, one.problem, one.found, one.fix
        )
        (document.findings if one.stops else document.doubts).append(told)
    return bool(document.findings)


class _Builder:
    """Builds values from YAML events with a stack of its own, one level per open list or mapping.

    The innermost open list or mapping is `container`, its path `path`; in a mapping, `name` is the
    key whose value comes next. This loop sees every value of the handbook, so it counts its steps.
    """

    def __init__(self, document: YamlFile) -> None:
        self.document = document
        self.container: Any = None
        self.path: KeyPath = ()
        self.name: str | None = None
        self.stack: list[tuple[Any, KeyPath, str | None]] = []
        self.documents = 0
        self.flow = 0
        self.questions = {n for n, line in enumerate(document.lines) if _QUESTION.match(line)}
        self.hashes = {n for n, line in enumerate(document.lines) if " #" in line}

    def run(self, loader: Any) -> None:
        take = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.open_mapping,
            yaml.SequenceStartEvent: self.open_list,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.start,
        }
        findings = self.document.findings
        try:
            while (event := loader.get_event()) is not None:
                if self.documents > 1 or len(findings) >= MAX_FINDINGS:
                    return
                action = take.get(type(event))
                if action:
                    action(event)
        finally:
            loader.dispose()

    def report(self, code: str, event: Any, problem: str, **more: str) -> None:
        mark = event.start_mark
        self.document.report(code, mark.line + 1, mark.column + 1, problem, **more)

    def start(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.report("Y10", event, "fila inneholder mer enn ett dokument («---»)",
                        fix="fjern linja med ---, eller del innholdet i to filer")  # fmt: skip

    def check_marks(self, event: Any) -> None:
        if event.anchor:
            self.report(
                "Y05", event,
                f"verdien begynner med «&{event.anchor}», men «&» betyr noe eget i YAML",
                fix="skal teksten begynne med &, setter du anførselstegn rundt hele",
            )  # fmt: skip
        if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
            self.report(
                "Y06", event, f"verdien begynner med «{event.tag}», men «!» betyr noe eget i YAML",
                fix="skal teksten begynne med !, setter du anførselstegn rundt hele",
            )  # fmt: skip

    def check_escapes(self, event: Any) -> None:
        """Between double quotes, codes for signs become signs that the file itself lacks."""
        unseen = UNSEEN.search(event.value)
        if unseen:
            self.report("Y11", event, f"koden gir {name_of(unseen[0])}, som ikke synes",
                        fix="slett koden for tegnet, den begynner med «\\»")  # fmt: skip

    def check_plain(self, event: Any) -> None:
        """Without quotes, « #» ends a text, and the first «?» of a text in a list is lost."""
        mark = event.start_mark
        before = self.document.lines[mark.line][: mark.column] if self.flow else ""
        if before.endswith("?"):
            fault = question_in_flow(mark.line + 1, self.document.lines)
            self.document.findings.append(_told(self.document, fault))
        cut = None if self.flow else cut_text(event, self.document.lines)
        if cut:
            self.document.doubts.append(_told(self.document, cut))

    def alias(self, event: Any) -> None:
        self.report(
            "Y05", event, f"verdien begynner med «*{event.anchor}», men «*» betyr noe eget i YAML",
            fix="skal teksten begynne med *, setter du anførselstegn rundt hele",
        )  # fmt: skip
        self.put(None, event)

    def scalar(self, event: Any) -> None:
        if _QUESTION_SIGN in event.value or _TAB_SIGN in event.value:
            event.value = event.value.replace(_QUESTION_SIGN, "?").replace(_TAB_SIGN, "\t")
        if event.anchor or event.tag:
            self.check_marks(event)
        if event.style == '"':
            self.check_escapes(event)
        elif not event.style and (self.flow or event.end_mark.line in self.hashes):
            self.check_plain(event)
        if self.name is None and type(self.container) is dict:
            self.key(event)
        else:
            self.put(_plain(event), event)

    def key(self, event: Any) -> None:
        name = event.value
        if event.start_mark.line in self.questions:
            fault = begun_with_question(event.start_mark.line + 1, self.document.lines)
            self.document.findings.append(_told(self.document, fault))
        if not name.isascii():
            name = unicodedata.normalize("NFC", name)
        mark, path = event.start_mark, (*self.path, name)
        if name == "<<":
            self.report("Y05", event, "«<<» henter felter fra et annet sted; det gjør vi ikke",
                        fix="skriv feltene der de gjelder")  # fmt: skip
        elif path in self.document.keys:
            first = self.document.keys[path][0]
            self.report("Y03", event, f"feltet «{name}» står to ganger",
                        found=f"første gang på linje {first}",
                        fix="slå dem sammen, eller slett den ene")  # fmt: skip
        else:
            self.document.keys[path] = (mark.line + 1, mark.column + 1)
        self.name = name

    def open_mapping(self, event: Any) -> None:
        self.open({}, event)

    def open_list(self, event: Any) -> None:
        self.open([], event)

    def open(self, container: Any, event: Any) -> None:
        if event.anchor or event.tag:
            self.check_marks(event)
        if len(self.stack) >= MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem="too deep", problem_mark=event.start_mark)
        path = self.put(container, event)
        self.flow += bool(self.flow or event.flow_style)
        self.stack.append((self.container, self.path, self.name))
        self.container, self.path, self.name = container, path, None

    def close(self, event: Any) -> None:
        self.container, self.path, self.name = self.stack.pop()
        self.flow -= self.flow > 0

    def put(self, value: Any, event: Any) -> KeyPath:
        mark, container = event.start_mark, self.container
        if type(container) is list:
            path = (*self.path, len(container))
            container.append(value)
        elif container is None:
            path = ()
            self.document.value = value
        elif self.name is None:
            self.report("Y02", event, "et felt må ha et navn, ikke en liste eller flere felter",
                        fix="er teksten ment slik, setter du anførselstegn rundt den")  # fmt: skip
            path = (*self.path, "")
            self.name = ""
        else:
            path = (*self.path, self.name)
            container.setdefault(self.name, value)
            self.name = None
        self.document.values[path] = (mark.line + 1, mark.column + 1)
        return path


def _plain(event: Any) -> Any:
    text = event.value
    if not event.style and not event.tag and text in _BARE:
        return _BARE[text]
    return text if text.isascii() else unicodedata.normalize("NFC", text)


_BARE = {"true": True, "false": False, "": None, "~": None, "null": None}


def _told(document: YamlFile, fault: Fault) -> Finding:
    found = ""
    if 0 < fault.line <= len(document.lines):
        found = document.lines[fault.line - 1].strip()[:80]
    place = Place(document.file, fault.line, fault.column)
    return Finding(place, fault.code, fault.problem, found, fault.fix)


def _first_line(text: str) -> str:
    return text.splitlines()[0][:120] if text else ""
