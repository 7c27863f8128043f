"""Plain values → nouns; what the validation library says becomes findings in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Protocol, TypeVar, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from handbook.findings import Finding, Place, listed, nearest
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import MODEL_FILES, InclusionModel
from handbook.model.noun import Labelled, Noun
from handbook.reading.in_words import Said, in_words

_N = TypeVar("_N", bound=Noun)
MAX_FINDINGS = 300
"""In one noun; whoever has more has made one mistake many times."""


class Placed(Protocol):
    """Something that knows where its values stand: one file, or a model's files together."""

    def place(self, path: KeyPath, *, key: bool = False) -> Place: ...

    def line_text(self, place: Place) -> str: ...


def typed(kind: type[_N], value: Any, placed: Placed) -> tuple[_N | None, list[Finding]]:
    """Make a noun from plain values. Returns the noun, or None and every fault in it."""
    try:
        return kind.model_validate(value), []
    except ValidationError as error:
        details = [d for d in error.errors(include_url=False) if not _follows(value, d)]
        meant = _meant(kind, value, details[:MAX_FINDINGS])
        told = [d for d in details if d["type"] != "missing" or d["loc"] not in meant]
        findings = [_finding(kind, value, placed, detail) for detail in told[:MAX_FINDINGS]]
        return None, list(dict.fromkeys([*findings, *_more(findings, told)]))


def _more(findings: list[Finding], details: list[Any]) -> Iterator[Finding]:
    if len(details) > len(findings):
        yield Finding(
            findings[-1].place, findings[-1].code, f"{len(details) - len(findings)} feil til",
            fix="rett de første, og kjør kontrollen på nytt",
        )  # fmt: skip


def _follows(value: Any, detail: Any) -> bool:
    """True for «too few» that only says that an entry of the list is wrong, as told elsewhere."""
    there = _at(value, _present(value, detail["loc"]))
    few = detail["type"] == "too_short" and isinstance(there, list)
    return few and len(there) >= detail["ctx"]["min_length"]


def _meant(kind: type[Noun], value: Any, details: list[Any]) -> set[KeyPath]:
    """Missing fields that are there under a name that is nearly right, as told elsewhere."""
    missing = {d["loc"] for d in details if d["type"] == "missing"}
    strange = [d["loc"] for d in details if d["type"] == "extra_forbidden"]
    guesses = ((*loc[:-1], _close(kind, _present(value, loc))) for loc in strange)
    return missing & set(guesses)


def _finding(kind: type[Noun], value: Any, placed: Placed, detail: Any) -> Finding:
    error, ctx = detail["type"], detail.get("ctx", {})
    if error == "missing":
        path = _present(value, detail["loc"][:-1])
        return _missing(kind, value, path, str(detail["loc"][-1]), placed)
    path = _present(value, detail["loc"])
    if error == "extra_forbidden":
        return _unknown_key(kind, path, placed)
    key, info, found = _name(path), _field(kind, path), detail.get("input")
    name = _titled(key, info)
    place = placed.place(path)
    enum = _enum_of(info)
    if found is None and error.endswith(("_type", "_parsing", "none_required", "enum")):
        return _empty(place, key, placed, info)
    said = _show(found)
    if error == "enum" and enum:
        return _not_among(place, name, said, enum)
    word = Said(error, ctx, name, key, found, tuple(_needed(_noun_at(kind, path))))
    code, problem, fix = in_words(word)
    told = (
        code == "N08"
        or isinstance(found, dict)
        or (code == "N07" and not isinstance(found, (str, int)))
    )
    return Finding(place, code, problem, found="" if told else said, fix=fix)


def _not_among(place: Place, name: str, said: str, enum: type[Labelled]) -> Finding:
    by_word = {m.label.lower(): str(m.value) for m in enum} | {str(m.value): str(m.value)
                                                             for m in enum}  # fmt: skip
    close = by_word.get(nearest(said, by_word), "")
    return Finding(
        place, "N04", f"«{said}» er ikke et gyldig svar for «{name}»",
        found=_answers(enum),
        fix=f"skriv «{close}»" if close else "velg et av svarene over",
    )  # fmt: skip


def _needed(noun: type[Noun] | None) -> Iterator[str]:
    for name, info in (noun.model_fields if noun else {}).items():
        if info.is_required():
            yield name


def _missing(kind: type[Noun], value: Any, path: KeyPath, key: str, placed: Placed) -> Finding:
    owner = _noun_at(kind, path)
    info = owner.model_fields.get(key) if owner else None
    holder = _at(value, path)
    if isinstance(holder, dict) and holder:
        place = placed.place((*path, next(iter(holder))), key=True)
    else:
        place = placed.place(path)
    who = _who(holder)
    what = owner.noun_title.lower() if owner and owner.noun_title else _name(path)
    within = f" i {what}{who}" if what else ""
    return Finding(
        place, "N01", f"feltet «{_titled(key, info)}» mangler{within}",
        fix=f"legg til «{key}:» – {info.description}" if info else f"legg til «{key}:»",
    )  # fmt: skip


def _unknown_key(kind: type[Noun], path: KeyPath, placed: Placed) -> Finding:
    key, place = str(path[-1]), placed.place(path, key=True)
    known = _known(kind, path)
    close = _close(kind, path)
    part = MODEL_FILES.get(place.file.rpartition("/")[2]) if _at_top(kind, path) else None
    here = [
        f"{name} ({info.title})" if info.title else name
        for name, info in known.items()
        if not part or name in part.model_fields
    ]
    return Finding(
        place, "N02", f"feltet «{key}» finnes ikke her",
        found="" if close else "felter som finnes her: " + listed(here, limit=60),
        fix=f"skriv «{close}»" if close else "ta bort feltet, eller bruk et av dem over",
    )  # fmt: skip


def _at_top(kind: type[Noun], path: KeyPath) -> bool:
    return kind is InclusionModel and len(path) == 1


def _known(kind: type[Noun], path: KeyPath) -> dict[str, FieldInfo]:
    owner = _noun_at(kind, path[:-1])
    return owner.model_fields if owner else {}


def _titled(key: str, info: FieldInfo | None) -> str:
    """The field as pages and files call it, side by side."""
    return f"{info.title} (`{key}`)" if info and info.title else key


def _close(kind: type[Noun], path: KeyPath) -> str:
    """The field that was meant: by a name nearly the same, or by its Norwegian title."""
    owner = _noun_at(kind, path[:-1])
    fields = owner.model_fields if owner else {}
    by_word = {(info.title or name).lower(): name for name, info in fields.items()}
    by_word |= {name: name for name in fields}
    return by_word.get(nearest(str(path[-1]), by_word), "")


def _empty(place: Place, key: str, placed: Placed, info: FieldInfo | None) -> Finding:
    name, line = _titled(key, info), placed.line_text(place)
    hidden = re.search(r":\s+(#.*)", line)
    if hidden:
        return Finding(
            place, "N03", f"«{name}» er tomt, fordi alt etter # leses som en merknad",
            found=line.strip()[:80], fix=f'sett anførselstegn rundt: "{hidden[1].strip()}"',
        )  # fmt: skip
    enum = _enum_of(info)
    told = f" – {info.description}" if info and info.description else ""
    needed = info is not None and info.is_required()
    return Finding(
        place, "N03", f"«{name}» er tomt", found=_answers(enum) if enum else "",
        fix=(f"{FILL_IN}{told}" if needed else f"{FILL_IN}, eller ta bort feltet"),
    )  # fmt: skip


FILL_IN = "skriv inn en verdi"


def _answers(enum: type[Labelled]) -> str:
    return "gyldige svar: " + listed(f"{member.value} ({member.label})" for member in enum)


def _present(value: Any, loc: KeyPath) -> KeyPath:
    """The part of a location that exists in the file; a union's tags do not."""
    path: list[str | int] = []
    for part in loc:
        in_list = isinstance(value, list) and isinstance(part, int) and part < len(value)
        if in_list or (isinstance(value, dict) and part in value):
            value = value[part]
            path.append(part)
    return tuple(path)


def _at(value: Any, path: KeyPath) -> Any:
    for part in path:
        value = value[part]
    return value


def _name(path: KeyPath) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


def _who(holder: Any) -> str:
    if isinstance(holder, dict):
        for key in ("id", "title", "term", "role"):
            if isinstance(holder.get(key), str):
                return f" «{holder[key][:60]}»"
    return ""


def _show(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "en liste"
    if isinstance(value, dict):
        return "en gruppe felter"
    return "" if value is None else " ".join(str(value)[:200].split())[:80]


def _noun_at(kind: type[Noun], path: KeyPath) -> type[Noun] | None:
    """The noun that describes the mapping at a path; among several, the one with the next key."""
    keys = [part for part in path if isinstance(part, str)]
    nouns: list[type[Noun]] = [kind]
    for key in keys:
        info = next((n.model_fields[key] for n in nouns if key in n.model_fields), None)
        nouns = list(_nouns_in(info.annotation)) if info else []
    return nouns[0] if nouns else None


def _nouns_in(annotation: Any) -> Iterator[type[Noun]]:
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        yield annotation
    for part in get_args(annotation):
        yield from _nouns_in(part)


def _field(kind: type[Noun], path: KeyPath) -> FieldInfo | None:
    keys = [part for part in path if isinstance(part, str)]
    if not keys:
        return None
    nouns: list[type[Noun]] = [kind]
    info = None
    for key in keys:
        info = next((n.model_fields[key] for n in nouns if key in n.model_fields), None)
        nouns = list(_nouns_in(info.annotation)) if info else []
    return info


def _enum_of(info: FieldInfo | None) -> type[Labelled] | None:
    return _enum_in(info.annotation) if info else None


def _enum_in(annotation: Any) -> type[Labelled] | None:
    if isinstance(annotation, type) and issubclass(annotation, Labelled):
        return annotation
    for part in get_args(annotation):
        found = _enum_in(part)
        if found:
            return found
    return None
