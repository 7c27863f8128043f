"""Plain values → nouns; what the validation library says becomes findings in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Protocol, TypeVar, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from handbook.findings import Finding, Place, listed, nearest
from handbook.model.ids import (
    CONTACT_PATTERN,
    FIELD_PATTERN,
    FINDING_PATTERN,
    FORM_PATTERN,
    SLUG_PATTERN,
    VERSION_PATTERN,
)
from handbook.model.noun import Labelled, Noun
from handbook.reading.yaml_source import Path

_N = TypeVar("_N", bound=Noun)
MAX_FINDINGS = 300
"""In one noun; whoever has more has made one mistake many times."""


class Placed(Protocol):
    """Something that knows where its values stand: one file, or a model's files together."""

    def place(self, path: Path, *, key: bool = False) -> Place: ...

    def line_text(self, place: Place) -> str: ...


def typed(kind: type[_N], value: Any, placed: Placed) -> tuple[_N | None, list[Finding]]:
    """Make a noun from plain values. Returns the noun, or None and every fault in it."""
    try:
        return kind.model_validate(value), []
    except ValidationError as error:
        details = [d for d in error.errors(include_url=False) if not _follows(value, d)]
        findings = [_finding(kind, value, placed, detail) for detail in details[:MAX_FINDINGS]]
        return None, list(dict.fromkeys([*findings, *_more(findings, details)]))


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


def _finding(kind: type[Noun], value: Any, placed: Placed, detail: Any) -> Finding:
    error, ctx = detail["type"], detail.get("ctx", {})
    if error == "missing":
        path = _present(value, detail["loc"][:-1])
        return _missing(kind, value, path, str(detail["loc"][-1]), placed)
    path = _present(value, detail["loc"])
    if error == "extra_forbidden":
        return _unknown_key(kind, path, placed)
    place = placed.place(path)
    name = _name(path)
    info = _field(kind, path)
    said = _show(detail.get("input"))
    if detail.get("input") is None and error.endswith(("_type", "_parsing", "none_required")):
        return _empty(place, name, placed)
    enum = _enum_of(info)
    if error == "enum" and enum:
        words = [str(member.value) for member in enum]
        close = nearest(said, words)
        return Finding(
            place, "N04", f"«{said}» er ikke et gyldig svar for «{name}»",
            found="gyldige svar: " + listed(f"{m.value} ({m.label})" for m in enum),
            fix=f"skriv «{close}»" if close else "velg et av svarene over",
        )  # fmt: skip
    code, problem, fix = _translate(error, ctx, name)
    told = code == "N08" or (code == "N07" and not isinstance(detail.get("input"), (str, int)))
    return Finding(place, code, problem, found="" if told else said, fix=fix)


def _missing(kind: type[Noun], value: Any, path: Path, key: str, placed: Placed) -> Finding:
    owner = _noun_at(kind, path)
    info = owner.model_fields.get(key) if owner else None
    title = f" ({info.title})" if info and info.title else ""
    holder = _at(value, path)
    if isinstance(holder, dict) and holder:
        place = placed.place((*path, next(iter(holder))), key=True)
    else:
        place = placed.place(path)
    who = _who(holder)
    what = owner.noun_title.lower() if owner and owner.noun_title else _name(path)
    return Finding(
        place, "N01", f"feltet «{key}»{title} mangler" + (f" i {what}{who}" if what else ""),
        fix=f"legg til «{key}:» – {info.description}" if info else f"legg til «{key}:»",
    )  # fmt: skip


def _unknown_key(kind: type[Noun], path: Path, placed: Placed) -> Finding:
    key = str(path[-1])
    owner = _noun_at(kind, path[:-1])
    known = list(owner.model_fields) if owner else []
    close = nearest(key, known)
    return Finding(
        placed.place(path, key=True), "N02", f"feltet «{key}» finnes ikke her",
        found="kjente felter: " + listed(known, limit=60),
        fix=f"mente du «{close}»?" if close else "fjern feltet, eller bruk et av de kjente",
    )  # fmt: skip


def _empty(place: Place, name: str, placed: Placed) -> Finding:
    line = placed.line_text(place)
    if re.search(r":\s+#", line):
        return Finding(
            place, "N03", f"«{name}» er tomt, fordi alt etter # leses som en merknad",
            found=line.strip()[:80], fix='sett anførselstegn rundt: "#giensjanse"',
        )  # fmt: skip
    return Finding(place, "N03", f"«{name}» er tomt", fix="skriv inn en verdi, eller fjern feltet")


_TRANSLATED: dict[str, tuple[str, str, str]] = {
    "string_type": ("N05", "«{name}» skal være tekst", "skriv en tekst; sett anførselstegn rundt "
                    "true, false og lister"),
    "bool_type": ("N05", "«{name}» skal være true eller false",
                  "skriv true (ja) eller false (nei)"),
    "int_parsing": ("N05", "«{name}» skal være et helt tall", "skriv bare sifre"),
    "int_type": ("N05", "«{name}» skal være et helt tall", "skriv bare sifre"),
    "int_from_float": ("N05", "«{name}» skal være et helt tall", "skriv bare sifre"),
    "float_parsing": ("N05", "«{name}» skal være et tall", "skriv sifre, med punktum for desimal"),
    "float_type": ("N05", "«{name}» skal være et tall", "skriv sifre, med punktum for desimal"),
    "iso_day": ("N06", "«{name}» skal være en dato", "skriv ÅÅÅÅ-MM-DD, for eksempel 2026-11-22"),
    "date_from_datetime_parsing": ("N06", "«{name}» er ikke en dato som finnes",
                                   "skriv ÅÅÅÅ-MM-DD"),
    "date_parsing": ("N06", "«{name}» er ikke en dato som finnes", "skriv ÅÅÅÅ-MM-DD"),
    "date_type": ("N06", "«{name}» skal være en dato", "skriv ÅÅÅÅ-MM-DD"),
    "tuple_type": ("N05", "«{name}» skal være en liste",
                   "skriv hvert punkt på egen linje med «- » foran"),
    "model_type": ("N05", "«{name}» skal være en gruppe felter",
                   "skriv feltene på egne linjer, rykket inn under «{name}:»"),
    "model_attributes_type": ("N05", "«{name}» skal være en gruppe felter",
                              "skriv feltene på egne linjer, rykket inn under «{name}:»"),
    "too_short": ("N07", "«{name}» har for få punkter (minst {min_length})", "legg til flere"),
    "too_long": ("N07", "«{name}» har for mange punkter (høyst {max_length})", "ta bort noen"),
    "string_too_long": ("N07", "«{name}» er for lang (høyst {max_length} tegn)",
                        "kort ned teksten"),
    "string_too_short": ("N03", "«{name}» er tomt eller for kort", "skriv inn en tekst"),
    "greater_than_equal": ("N07", "«{name}» er for lite (minst {ge})", "skriv et større tall"),
    "less_than_equal": ("N07", "«{name}» er for stort (høyst {le})", "skriv et mindre tall"),
    "greater_than": ("N07", "«{name}» må være større enn {gt}", "skriv et større tall"),
    "prose": ("N08", "teksten i «{name}» bruker oppsett håndboka ikke har: {problem}",
              "se «Slik skriver du tekst» i redaktørhåndboka"),
}  # fmt: skip


def _translate(error: str, ctx: dict[str, Any], name: str) -> tuple[str, str, str]:
    if error == "string_pattern_mismatch":
        return _pattern(str(ctx.get("pattern", "")), name)
    code, problem, fix = _TRANSLATED.get(
        error, ("N05", "«{name}» har en verdi som ikke passer", "se beskrivelsen av feltet")
    )
    values = {**ctx, "name": name}
    return code, problem.format_map(values), fix.format_map(values)


_PATTERNS: dict[str, tuple[str, str]] = {
    FORM_PATTERN: ("«{name}» skal være en skjema-id", "skriv SKJ- og to siffer, som SKJ-09"),
    FINDING_PATTERN: ("«{name}» skal være nummeret på et funn", "skriv bokstav og tall, som S60"),
    FIELD_PATTERN: ("«{name}» er ikke en gyldig id", "bruk små bokstaver a–z, tall og _"),
    SLUG_PATTERN: ("«{name}» er ikke en gyldig id", "bruk små bokstaver a–z, tall og bindestrek"),
    VERSION_PATTERN: ("«{name}» er ikke et versjonsnummer", "skriv for eksempel 1.0"),
    CONTACT_PATTERN: ("«{name}» er ikke en adresse noen kan skrive til",
                      "skriv mailto: og en e-postadresse, eller en adresse med https:// først"),
}  # fmt: skip


def _pattern(pattern: str, name: str) -> tuple[str, str, str]:
    if pattern in _PATTERNS:
        problem, fix = _PATTERNS[pattern]
        return "N09", problem.format(name=name), fix
    return "N07", f"«{name}» må stå på én linje", "fjern linjeskiftet"


def _present(value: Any, loc: tuple[str | int, ...]) -> Path:
    """The part of a location that exists in the file; a union's tags do not."""
    path: list[str | int] = []
    for part in loc:
        in_list = isinstance(value, list) and isinstance(part, int) and part < len(value)
        if in_list or (isinstance(value, dict) and part in value):
            value = value[part]
            path.append(part)
    return tuple(path)


def _at(value: Any, path: Path) -> Any:
    for part in path:
        value = value[part]
    return value


def _name(path: Path) -> str:
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


def _noun_at(kind: type[Noun], path: Path) -> type[Noun] | None:
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


def _field(kind: type[Noun], path: Path) -> FieldInfo | None:
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
