"""The one way a content file is written, so that a save changes only what was edited.

First line: the schema. Keys in the order of the type, two spaces for each level, lists indented
under their key, no folded lines. A text is plain when every YAML reader takes it as text, otherwise
in double quotes; several lines are written as `|-`. A comment follows the line it stands above or
on.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any

from handbook.editing.shapes import alternatives, item_of, kind_of, noun_for, schema_line
from handbook.findings import Finding
from handbook.model.ids import KeyPath
from handbook.model.noun import Noun
from handbook.reading.comments import Comment, comments_of
from handbook.reading.folder import Places
from handbook.reading.typed import typed
from handbook.reading.yaml_source import YamlFile, read_yaml

_NOT_TEXT = re.compile(
    r"""(?ix: y|n|yes|no|on|off|true|false|null|~|=|<<
        | [-+]?(\.inf|\.nan) | [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?
        | [-+]?(0[box])?[0-9a-f_]*[0-9][0-9a-f_]* | [-+]?[0-9_]*\.?[0-9_]+(e[-+]?[0-9]+)?
        | [-+]?[0-9][0-9_]*\.[0-9_]*(e[-+]?[0-9]+)? | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(.*)? )"""
)
"""Plain words that YAML 1.1 or 1.2 takes for something else than text."""
_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`")
_SCHEMA_MARK = "# yaml-language-server:"


class NotCanonicalError(Exception):
    """The file could not be written without changing what it says."""


@dataclass(frozen=True)
class Formatted:
    """A file in canonical form; the text is None when the file has findings of its own."""

    text: str | None
    findings: tuple[Finding, ...] = ()


def formatted(data: bytes, file: str) -> Formatted:
    """Read one content file and write it in canonical form.

    Raises NotCanonicalError when the new text does not give the same noun and the same comments.
    """
    kind = kind_of(file)
    if kind is None:
        raise ValueError(f"{file} is not a content file")
    document = read_yaml(data, file)
    if document.value is None:
        return Formatted(None, tuple(document.findings))
    noun, findings = typed(kind.noun, document.value, Places([document]))
    if noun is None:
        return Formatted(None, tuple(findings))
    source = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    said = _comments(source)
    text = _Writer(document, said).write(kind.noun, schema_line(file))
    if text != source:
        _same(noun, said, text, file)
    return Formatted(text)


def _comments(text: str) -> list[Comment]:
    """Every comment but the line that names the schema; that one is written anew."""
    first, _, rest = text.partition("\n")
    if first.startswith(_SCHEMA_MARK) and "#" not in rest:
        return []
    return [c for c in comments_of(text) if not c.text.startswith(_SCHEMA_MARK)]


def _same(noun: Noun, said: list[Comment], text: str, file: str) -> None:
    again = read_yaml(text.encode(), file)
    after = typed(type(noun), again.value, Places([again]))[0] if again.value else None
    kept = sorted(c.text for c in _comments(text))
    if after != noun or kept != sorted(c.text for c in said):
        raise NotCanonicalError(file)


@dataclass
class _Writer:
    document: YamlFile
    said: list[Comment]
    lines: list[str] = field(default_factory=list)
    above: dict[KeyPath, list[str]] = field(default_factory=dict)
    beside: dict[KeyPath, list[str]] = field(default_factory=dict)

    def write(self, kind: type[Noun], first: str) -> str:
        """The whole file."""
        last = self.place_comments()
        self.lines += [first, *self.above.pop((), [])]
        self.mapping(self.document.value, kind, (), "", "")
        return "\n".join([*self.lines, *last]) + "\n"

    def place_comments(self) -> list[str]:
        """Tie each comment to what it stands above or beside; return those after everything."""
        spots: dict[tuple[int, int], KeyPath] = {}
        items = (
            (path, spot) for path, spot in self.document.values.items()
            if path and isinstance(path[-1], int)
        )  # fmt: skip
        for path, spot in (*self.document.keys.items(), *items):
            if len(spots.get(spot, path)) >= len(path):
                spots[spot] = path
        order = sorted(spots)
        after = []
        for comment in self.said:
            spot = (comment.line, comment.column)
            if not comment.alone and (before := bisect_right(order, spot)):
                self.beside.setdefault(spots[order[before - 1]], []).append(comment.text)
            elif (next_one := bisect_left(order, spot)) == len(order):
                after.append(comment.text)
            else:
                path = spots[order[next_one]] if next_one else ()
                self.above.setdefault(path, []).append(comment.text)
        return after

    def mapping(
        self, value: dict[str, Any], kind: type[Noun], path: KeyPath, pad: str, lead: str
    ) -> None:
        """The keys of a mapping; `lead` stands before the first one (`- ` in a list)."""
        order = {name: at for at, name in enumerate(kind.model_fields)}
        for key in sorted(value, key=lambda k: order.get(k, len(order))):
            info = kind.model_fields[key]
            self.entry(f"{lead or pad}{key}:", value[key], info.annotation, (*path, key), pad)
            lead = ""

    def plain(self, value: dict[str, Any], path: KeyPath, pad: str, lead: str) -> None:
        """The keys of a mapping that no noun describes, in the order they are written."""
        for key, inner in value.items():
            self.entry(f"{lead or pad}{key}:", inner, None, (*path, key), pad)
            lead = ""

    def entry(self, head: str, value: Any, annotation: Any, path: KeyPath, pad: str) -> None:
        self.comments_above(path, pad)
        beside = self.comments_beside(path)
        if isinstance(value, dict) and value:
            noun = noun_for(annotation, value)
            self.lines.append(head + beside)
            if noun is None:
                self.plain(value, path, pad + "  ", "")
            else:
                self.mapping(value, noun, path, pad + "  ", "")
        elif isinstance(value, list) and value:
            self.lines.append(head + beside)
            self.items(value, item_of(annotation), path, pad + "  ")
        else:
            self.lines += _scalar(head, value, annotation, pad, beside)

    def items(self, values: list[Any], annotation: Any, path: KeyPath, pad: str) -> None:
        for at, value in enumerate(values):
            here = (*path, at)
            self.comments_above(here, pad)
            if isinstance(value, dict) and value:
                noun = noun_for(annotation, value)
                self.first_key(value, list(noun.model_fields if noun else value), noun, here, pad)
            else:
                beside = self.comments_beside(here)
                self.lines += _scalar(pad + "-", value, annotation, pad, beside)

    def first_key(
        self,
        value: dict[str, Any],
        order: list[str],
        noun: type[Noun] | None,
        path: KeyPath,
        pad: str,
    ) -> None:
        for text in self.beside.pop(path, []):
            self.lines.append(pad + text)
        self.comments_above((*path, min(value, key=order.index)), pad)
        if noun is None:
            self.plain(value, path, pad + "  ", pad + "- ")
        else:
            self.mapping(value, noun, path, pad + "  ", pad + "- ")

    def comments_above(self, path: KeyPath, pad: str) -> None:
        self.lines += [pad + text for text in self.above.pop(path, [])]

    def comments_beside(self, path: KeyPath) -> str:
        """The last comment of a line stays on it; others, from a list on one line, go above."""
        texts = self.beside.pop(path, [])
        return f" {texts[-1]}" if texts else ""


def _scalar(head: str, value: Any, annotation: Any, pad: str, beside: str) -> list[str]:
    if value is None:
        return [head + beside]
    if value is True or value is False:
        return [f"{head} {'true' if value else 'false'}{beside}"]
    if isinstance(value, (list, dict)):
        return [f"{head} {'[]' if isinstance(value, list) else '{}'}{beside}"]
    text = value.strip()
    if "\n" in text and not _awkward(text):
        inner = [f"{pad}  {line}" if line else "" for line in text.split("\n")]
        return [f"{head} |-{beside}", *inner]
    return [f"{head} {written(text, annotation)}{beside}"]


def _awkward(text: str) -> bool:
    return text[0] == " " or any(sign in text for sign in "\r\x85\t") or text[:2] == "\n "


def written(text: str, annotation: Any) -> str:
    """One line of text as YAML: plain for numbers and days where the type asks for them."""
    if _typed_plain(annotation) or plain_is_safe(text):
        return text
    return json.dumps(text, ensure_ascii=False).replace("\x85", "\\x85").replace("\x7f", "\\x7f")


def _typed_plain(annotation: Any) -> bool:
    return any(one in (int, float, bool, dt.date) for one in alternatives(annotation))


def plain_is_safe(text: str) -> bool:
    """True when every YAML reader takes the bare words as this very text."""
    return bool(
        text
        and text == text.strip()
        and text.isprintable()
        and text[0] not in _FIRST
        and not re.search(r":(\s|$)|\s#", text)
        and not text.startswith(("---", "..."))
        and not _NOT_TEXT.fullmatch(text)
    )
