"""A new entry to fill in: what must be there stands empty, what may be there stands as a note.

The skeleton is made from the types, so it never asks for a field that is not there. Its to-do list
is what the handbook's own check says about it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook.editing.files import write_whole
from handbook.editing.shapes import alternatives, enum_of, item_of, kind_of, schema_line
from handbook.findings import Finding
from handbook.model.form import Form
from handbook.model.ids import FORM_PATTERN, SLUG_PATTERN
from handbook.model.inclusion_model import MODEL_FILES
from handbook.model.noun import PUBLISHED, Absence, Noun
from handbook.model.people import Role, Term, Theme
from handbook.model.process import Step
from handbook.model.source import Source
from handbook.reading.folder import Places
from handbook.reading.typed import typed
from handbook.reading.yaml_source import Document, read_yaml

KINDS = ("model", "step", "form", "term", "role", "theme", "source")
_LISTS: dict[str, tuple[str, str, type[Noun]]] = {
    "term": ("model/glossary.yml", "terms", Term),
    "role": ("model/roles.yml", "roles", Role),
}
_FILES: dict[str, tuple[str, type[Noun]]] = {
    "form": ("forms/{}.yml", Form),
    "theme": ("model/themes/{}.yml", Theme),
    "source": ("model/sources/{}.yml", Source),
}
Known = Mapping[str, str]


class CannotStartError(Exception):
    """The new entry cannot be made; the message tells an editor why."""


@dataclass(frozen=True)
class Started:
    """What was written, and what is left for a person to fill in."""

    files: tuple[str, ...]
    to_do: tuple[Finding, ...]


def start(root: Path, kind: str, name: str, *, today: dt.date, phase: str = "") -> Started:
    """Write the skeleton of a new entry. Raises CannotStartError, and then nothing is written."""
    model, slash, own = name.rpartition("/")
    if (kind == "step") != bool(slash):
        raise CannotStartError("et steg skrives som modell/steg, for eksempel ia-vikar/lag-plan; "
                               "andre ting har bare sin egen id")  # fmt: skip
    pattern = FORM_PATTERN if kind == "form" else SLUG_PATTERN
    if not re.fullmatch(pattern, own):
        raise CannotStartError(
            f"«{own}» er ikke en gyldig id; skriv SKJ- og to siffer" if kind == "form" else
            f"«{own}» er ikke en gyldig id; bruk små bokstaver a–z, tall og bindestrek"
        )  # fmt: skip
    known = {"id": own, "basis": "proposal", "status": "draft", "version": '"1.0"',
             "valid_from": today.isoformat()}  # fmt: skip
    if kind == "model":
        return _new_files(root, {
            f"model/{own}/{file}": noun for file, noun in MODEL_FILES.items()
        }, known)  # fmt: skip
    if kind in _FILES:
        file, noun = _FILES[kind]
        return _new_files(root, {file.format(own): noun}, known)
    if kind == "step":
        return _new_step(root, model, known, phase)
    return _new_in_list(root, *_LISTS[kind], known)


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


def _new_in_list(root: Path, file: str, key: str, noun: type[Noun], known: Known) -> Started:
    document = _read(root, file)
    ids = [item.get("id") for item in document.value[key]]
    if known["id"] in ids:
        raise CannotStartError(f"«{known['id']}» står i {file} fra før")
    after = [at for at, one in enumerate(ids) if one and one > known["id"]]
    sorted_list = ids == sorted(ids)
    line = document.values[key, after[0]][0] - 1 if sorted_list and after else _end(document.lines)
    column = document.values[key, 0][1] - 3
    return _insert(
        root, file, document, line, _fields(noun, known, " " * (column + 2), " " * column + "- ")
    )


def _new_step(root: Path, model: str, known: Known, phase: str) -> Started:
    file = f"model/{model}/process.yml"
    if not (root / file).is_file():
        raise CannotStartError(f"modellen «{model}» finnes ikke, eller mangler process.yml")
    document = _read(root, file)
    phases = document.value["phases"]
    if any(step["id"] == known["id"] for one in phases for step in one["steps"]):
        raise CannotStartError(f"steget «{known['id']}» finnes i {model} fra før")
    names = [one["id"] for one in phases]
    if phase and phase not in names:
        raise CannotStartError(f"fasen «{phase}» finnes ikke i {model}; den har {', '.join(names)}")
    at = names.index(phase) if phase else len(names) - 1
    begin = document.values["phases", at, "steps", 0]
    later = [spot[0] for path, spot in document.keys.items()
             if path[:2] == ("phases", at) and len(path) == 3 and spot[0] > begin[0]]  # fmt: skip
    later += [document.values["phases", at + 1][0]] if at + 1 < len(phases) else []
    line = min(later) - 1 if later else _end(document.lines)
    pad = " " * (begin[1] - 1)
    return _insert(root, file, document, line, _fields(Step, known, pad, pad[:-2] + "- "))


def _read(root: Path, file: str) -> Document:
    document = read_yaml((root / file).read_bytes(), file)
    if document.value is None:
        raise CannotStartError(f"{file} har feil som må rettes først (kjør «make check»)")
    return document


def _end(lines: list[str]) -> int:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return end


def _insert(root: Path, file: str, document: Document, line: int, new: Iterator[str]) -> Started:
    added = list(new)
    lines = [*document.lines[:line], *added, *document.lines[line:]]
    write_whole(root / file, ("\n".join(lines) + "\n").encode())
    said = _said(root, file)
    here = (f for f in said if line < f.place.line <= line + len(added))
    return Started((file,), tuple(here))


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
