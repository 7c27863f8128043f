"""A new entry to fill in: what must be there stands empty, what may be there stands as a note.

The skeleton is made from the types, so it never asks for a field that is not there. Its to-do list
is what the handbook's own check says about it.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from handbook.editing.draft import Draft
from handbook.editing.files import write_whole
from handbook.editing.shapes import alternatives, enum_of, item_of, kind_of, schema_line
from handbook.findings import Finding
from handbook.model.example import Example
from handbook.model.form import Field, Form
from handbook.model.ids import FIELD_PATTERN, FINDING_PATTERN, FORM_PATTERN, SLUG_PATTERN, KeyPath
from handbook.model.inclusion_model import MODEL_FILES
from handbook.model.instrument import Instrument
from handbook.model.noun import PUBLISHED, Absence, Noun
from handbook.model.people import Role, Term, Theme
from handbook.model.practice import Criterion
from handbook.model.process import Phase, Step
from handbook.model.results import Outcome
from handbook.model.routine import Routine
from handbook.model.rule import Rule
from handbook.model.source import Source, SourceFinding
from handbook.reading.folder import Places
from handbook.reading.typed import typed
from handbook.reading.yaml_source import read_yaml

_FILES: dict[str, tuple[str, type[Noun]]] = {
    "form": ("forms/{}.yml", Form),
    "theme": ("model/themes/{}.yml", Theme),
    "source": ("model/sources/{}.yml", Source),
    "rule": ("model/rules/{}.yml", Rule),
    "instrument": ("model/instruments/{}.yml", Instrument),
    "routine": ("model/routines/{}.yml", Routine),
    "example": ("model/examples/{}.yml", Example),
}


class _List(NamedTuple):
    """A list that new things come into: its file, the way to it, and what it holds."""

    file: str
    way: tuple[str, ...]
    noun: type[Noun]
    home: str = ""
    """What it stands in, and how an editor says so."""
    pattern: str = SLUG_PATTERN


_LISTS: dict[str, _List] = {
    "phase": _List("model/{}/process.yml", ("phases",), Phase, "modell/fase"),
    "step": _List("model/{}/process.yml", ("phases", "steps"), Step, "modell/steg"),
    "question": _List("forms/{}.yml", ("sections", "fields"), Field, "skjema/felt", FIELD_PATTERN),
    "term": _List("model/glossary.yml", ("terms",), Term),
    "role": _List("model/roles.yml", ("roles",), Role),
    "finding": _List(
        "model/sources/{}.yml", ("findings",), SourceFinding, "kilde/funn", FINDING_PATTERN
    ),
    "result": _List("model/{}/results.yml", ("outcomes",), Outcome, "modell/resultat"),
    "criterion": _List("model/{}/practice.yml", ("criteria",), Criterion, "modell/kjennetegn"),
}
KINDS = ("model", *_FILES, *_LISTS)
_BY_COMMAND = ("former_ids", "withdrawn")
"""Fields that `rename` and `retire` write; nothing new has them."""
Known = Mapping[str, str]


class CannotStartError(Exception):
    """The new entry cannot be made; the message tells an editor why."""


@dataclass(frozen=True)
class Started:
    """What was written, and what is left for a person to fill in."""

    files: tuple[str, ...]
    to_do: tuple[Finding, ...]


def start(
    root: Path, kind: str, name: str, *, today: dt.date, phase: str = "", after: str = ""
) -> Started:
    """Write the skeleton of a new entry. Raises CannotStartError, and then nothing is written.

    `after` is what it comes to stand after, where it stands in a list.
    """
    home, slash, own = name.rpartition("/")
    listed = _LISTS.get(kind)
    if bool(slash) != bool(listed and listed.home):
        raise CannotStartError(
            f"skriv {listed.home}, for eksempel {_EXAMPLES[kind]}" if listed and listed.home else
            "den har bare sin egen id, uten skråstrek"
        )  # fmt: skip
    _checked(kind, own)
    basis = "regulation" if kind == "rule" else "proposal"
    known = {"id": own, "basis": basis, "status": "draft", "version": '"1.0"',
             "valid_from": today.isoformat()}  # fmt: skip
    if listed:
        return _new_in_list(root, listed, home, known, after=after, phase=phase)
    if after:
        raise CannotStartError("«--after» gjelder bare det som står i en liste")
    if kind == "model":
        return _new_files(root, {
            f"model/{own}/{file}": noun for file, noun in MODEL_FILES.items()
        }, known)  # fmt: skip
    file, noun = _FILES[kind]
    return _new_files(root, {file.format(own): noun}, known)


_EXAMPLES = {
    "phase": "ia-vikar/oppfolging", "step": "ia-vikar/lag-plan", "question": "SKJ-05/start_date",
    "finding": "en-rapport/S60", "result": "ia-vikar/i-jobb", "criterion": "ia-vikar/fast-mote",
}  # fmt: skip
_SHAPES = {
    FORM_PATTERN: "skriv SKJ- og to siffer",
    FIELD_PATTERN: "bruk små bokstaver a–z, tall og understrek",
    FINDING_PATTERN: "skriv en bokstav og et tall, for eksempel S60",
    SLUG_PATTERN: "bruk små bokstaver a–z, tall og bindestrek",
}


def _checked(kind: str, own: str) -> None:
    pattern = _LISTS[kind].pattern if kind in _LISTS else SLUG_PATTERN
    pattern = FORM_PATTERN if kind == "form" else pattern
    if not re.fullmatch(pattern, own):
        raise CannotStartError(f"«{own}» er ikke en gyldig id; {_SHAPES[pattern]}")


def _new_files(root: Path, files: Mapping[str, type[Noun]], known: Known) -> Started:
    taken = [file for file in files if (root / file).exists()]
    if taken:
        raise CannotStartError(f"{taken[0]} finnes fra før")
    to_do: list[Finding] = []
    for file, noun in files.items():
        lines = [schema_line(file), *_fields(noun, known, "", "", top=True)]
        write_whole(root / file, ("\n".join(lines) + "\n").encode())
        to_do += _said(root, file)
    return Started(tuple(files), tuple(sorted(to_do)))


def _new_in_list(
    root: Path, listed: _List, home: str, known: Known, *, after: str, phase: str
) -> Started:
    file = listed.file.format(home)
    lines = list(_fields(listed.noun, known, "  ", "- "))
    begun = [f"{listed.way[0]}:", *(f"  {line}" for line in lines)]
    if not (root / file).is_file():
        return _first_in_file(root, file, home, begun)
    draft = Draft(file, (root / file).read_text(encoding="utf-8-sig"))
    if draft.document.value is None:
        raise CannotStartError(f"{file} har feil som må rettes først (kjør «make check»)")
    items, at = _place(draft, listed, home, known["id"], after=after, phase=phase)
    if draft.count(items):
        draft.paste(items, at, lines)
    else:
        kind = kind_of(file)
        assert kind is not None
        draft.put((), kind.noun, listed.way[0], begun)
    write_whole(root / file, draft.text.encode())
    first, end, _ = draft.span(items, at)
    here = (one for one in _said(root, file) if first < one.place.line <= end)
    return Started((file,), tuple(here))


def _first_in_file(root: Path, file: str, home: str, lines: list[str]) -> Started:
    """A draft may lack the file of a part, such as results.yml; it begins with what comes in."""
    if Path(file).name not in MODEL_FILES or not (root / file).with_name("model.yml").is_file():
        raise CannotStartError(f"«{home}» finnes ikke, eller mangler {Path(file).name}")
    write_whole(root / file, ("\n".join([schema_line(file), *lines]) + "\n").encode())
    return Started((file,), tuple(_said(root, file)))


def _place(
    draft: Draft, listed: _List, home: str, own: str, *, after: str, phase: str
) -> tuple[KeyPath, int]:
    """The list in the file and the number in it that a new thing comes to have."""
    lists = dict(_lists(draft.document.value, listed.way))
    every = {name: (items, at) for items, ids in lists.items() for at, name in enumerate(ids)}
    if own in every:
        raise CannotStartError(f"«{own}» finnes i {home or draft.file} fra før")
    if after:
        items, at = _known(every, after.rpartition("/")[2], home or draft.file)
        return items, at + 1
    if phase:
        phases = [one["id"] for one in draft.document.value["phases"]]
        if phase not in phases:
            known = ", ".join(phases)
            raise CannotStartError(f"fasen «{phase}» finnes ikke i {home}; den har {known}")
        items = ("phases", phases.index(phase), "steps")
        return items, len(lists[items])
    items, ids = list(lists.items())[-1]
    in_order = not home and ids == sorted(ids)
    return items, bisect(ids, own) if in_order else len(ids)


def _known(every: dict[str, tuple[KeyPath, int]], name: str, home: str) -> tuple[KeyPath, int]:
    if name not in every:
        raise CannotStartError(f"«{name}» finnes ikke i {home}; den har {', '.join(every)}")
    return every[name]


def _lists(value: Any, way: tuple[str, ...]) -> Iterator[tuple[KeyPath, list[str]]]:
    """Every list at the end of a way through other lists, with the ids in it."""
    inside = value.get(way[0])
    inside = inside if isinstance(inside, list) else []
    if len(way) == 1:
        yield way, [str(one.get("id")) for one in inside]
        return
    for number, one in enumerate(inside):
        for path, ids in _lists(one, way[1:]):
            yield (way[0], number, *path), ids


def _said(root: Path, file: str) -> list[Finding]:
    """What reading says about one file."""
    kind = kind_of(file)
    assert kind is not None
    document = read_yaml((root / file).read_bytes(), file)
    if document.value is None:
        return document.findings
    return typed(kind.noun, document.value, Places([document]))[1]


def _fields(
    noun: type[Noun], known: Known, pad: str, lead: str, *, top: bool = False
) -> Iterator[str]:
    """The lines of a mapping; notes about its fields come before them."""
    notes = []
    for name, info in noun.model_fields.items():
        if name in _BY_COMMAND:
            continue
        head = f"{lead or pad}{name}:"
        if name in known and not _nouns(info.annotation):
            yield f"{head} {known[name]}"
        elif info.is_required():
            yield from _required(info, known, pad, head, first=bool(lead))
        elif top and _published(info) and item_of(info.annotation) is not None:
            yield f"{pad}# {_told(info)} Kreves når siden er publisert."
            yield f"{head} []"
        else:
            when = " Kreves når siden er publisert." if _published(info) else ""
            notes.append(f"{pad}# kan legges til: {name} – {_told(info)}{when}")
            continue
        lead = ""
    yield from notes


def _required(info: Any, known: Known, pad: str, head: str, *, first: bool) -> Iterator[str]:
    inner = {key: value for key, value in known.items() if key == "basis"}
    if not first:
        yield f"{pad}# {_told(info)}"
    item = item_of(info.annotation)
    nouns = _nouns(item if item is not None else info.annotation)
    if item is None and nouns:
        yield head
        yield from _fields(nouns[0], inner, pad + "  ", "")
    elif item is None:
        yield head
    else:
        yield head
        least = max([getattr(one, "min_length", 0) or 0 for one in info.metadata] + [1])
        for _ in range(least):
            if nouns:
                yield from _fields(nouns[0], inner, pad + "    ", pad + "  - ")
            else:
                yield f"{pad}  -"


def _nouns(annotation: Any) -> list[type[Noun]]:
    return [
        one for one in alternatives(annotation)
        if isinstance(one, type) and issubclass(one, Noun) and one is not Absence
    ]  # fmt: skip


def _published(info: Any) -> bool:
    extra = info.json_schema_extra
    return isinstance(extra, dict) and extra.get("x-needed") == PUBLISHED


def _told(info: Any) -> str:
    item = item_of(info.annotation)
    enum = enum_of(item if item is not None else info.annotation)
    values = f" Svar: {', '.join(f'{m.value} ({m.label})' for m in enum)}." if enum else ""
    return f"{info.title}: {info.description}{values}"


__all__ = ["KINDS", "CannotStartError", "Started", "start"]
