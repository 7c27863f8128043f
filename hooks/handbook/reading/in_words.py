"""What the validation library says about one value, in an editor's words, with an offer if any."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handbook.model.ids import (
    AUTHORITY_PATTERN,
    CONTACT_PATTERN,
    FIELD_PATTERN,
    FINDING_PATTERN,
    FORM_PATTERN,
    SLUG_PATTERN,
    VERSION_PATTERN,
    slug_of,
)
from handbook.reading.syntax import quoted


@dataclass(frozen=True)
class Said:
    """A fault as the library tells it: which, in what field, what stood there."""

    error: str
    context: dict[str, Any]
    name: str
    """The field as pages and files call it, side by side."""
    key: str
    """The field as the file has it."""
    value: Any
    needed: tuple[str, ...] = ()
    """What the group of fields must have, when there should have been one."""


def in_words(said: Said) -> tuple[str, str, str]:
    """Code, what is wrong, and how to mend it."""
    if said.error == "string_pattern_mismatch":
        return _pattern(str(said.context.get("pattern", "")), said)
    if said.error == "prose":
        problem, _, fix = str(said.context["problem"]).partition("; ")
        problem = f"«{said.name}» har oppsett håndboka ikke bruker: {problem}"
        return "N08", problem, fix or "se «Slik skriver du tekst» i veiledningen"
    if said.error == "answers":
        problem, _, fix = str(said.context["problem"]).partition("; ")
        return "N05", f"«{said.name}» {problem}", fix
    if said.error == "string_type" and isinstance(said.value, dict):
        return _group_for_text(said)
    code, problem, fix = _TRANSLATED.get(
        said.error, ("N05", "«{name}» har en verdi som ikke passer", "se beskrivelsen av feltet")
    )
    fix = _offer(said) or fix
    values = {**said.context, "name": said.name, "key": said.key}
    return code, problem.format_map(values), fix.format_map(values)


def _group_for_text(said: Said) -> tuple[str, str, str]:
    """A text with a colon in a list reads as a field with that name."""
    (key, value), *more = said.value.items() or [("", "")]
    if more or isinstance(value, (dict, list)) or re.fullmatch(r"[a-z_]*", str(key)):
        return "N05", f"«{said.name}» skal være tekst", "skriv teksten rett etter feltets navn"
    whole = f"{key}: {'' if value is None else value}".strip()
    return (
        "N05", f"teksten i «{said.name}» har et kolon, og da tror YAML at det er et felt",
        f"sett anførselstegn rundt hele teksten: {quoted(whole)}",
    )  # fmt: skip


_DAY = "skriv ÅÅÅÅ-MM-DD, for eksempel 2026-11-22"
_DIGITS = "skriv bare sifre, uten mellomrom"
_GROUP = "skriv feltene på egne linjer, rykket inn under «{key}:»"
_TRANSLATED: dict[str, tuple[str, str, str]] = {
    "string_type": ("N05", "«{name}» skal være tekst",
                    "skriv teksten på én linje, uten «- » foran"),
    "bool_type": ("N05", "«{name}» skal være true eller false",
                  "skriv true (ja) eller false (nei)"),
    "int_parsing": ("N05", "«{name}» skal være et helt tall", _DIGITS),
    "int_type": ("N05", "«{name}» skal være et helt tall", _DIGITS),
    "int_from_float": ("N05", "«{name}» skal være et helt tall", _DIGITS),
    "float_parsing": ("N05", "«{name}» skal være et tall", "skriv sifre, med punktum for desimal"),
    "float_type": ("N05", "«{name}» skal være et tall", "skriv sifre, med punktum for desimal"),
    "iso_day": ("N06", "«{name}» skal være en dato", _DAY),
    "date_from_datetime_parsing": ("N06", "«{name}» er ikke en dato som finnes",
                                   "rett dagen eller måneden"),
    "date_parsing": ("N06", "«{name}» er ikke en dato som finnes", "rett dagen eller måneden"),
    "date_type": ("N06", "«{name}» skal være en dato", _DAY),
    "tuple_type": ("N05", "«{name}» skal være en liste",
                   "skriv hvert punkt på egen linje med «- » foran"),
    "model_type": ("N05", "«{name}» skal være en gruppe felter", _GROUP),
    "model_attributes_type": ("N05", "«{name}» skal være en gruppe felter", _GROUP),
    "too_short": ("N07", "«{name}» har for få punkter (minst {min_length})", "legg til flere"),
    "too_long": ("N07", "«{name}» har for mange punkter (høyst {max_length})", "ta bort noen"),
    "string_too_long": ("N07", "«{name}» er for lang (høyst {max_length} tegn)",
                        "kort ned teksten"),
    "string_too_short": ("N03", "«{name}» er tomt eller for kort", "skriv inn en tekst"),
    "greater_than_equal": ("N07", "«{name}» er for lite (minst {ge})", "skriv et større tall"),
    "less_than_equal": ("N07", "«{name}» er for stort (høyst {le})", "skriv et mindre tall"),
    "greater_than": ("N07", "«{name}» må være større enn {gt}", "skriv et større tall"),
}  # fmt: skip
"""The library's name of a fault → code, what is wrong, how to mend it."""

_YES, _NO = frozenset("ja yes on y 1".split()), frozenset("nei no off n 0".split())


def _offer(said: Said) -> str:
    """The very thing to write, when only one thing can have been meant."""
    value = said.value
    if said.error == "bool_type" and isinstance(value, str):
        word = value.lower()
        return "skriv true" if word in _YES else "skriv false" if word in _NO else ""
    if said.error == "string_type" and isinstance(value, bool):
        return f'sett anførselstegn rundt: "{str(value).lower()}"'
    if said.error == "iso_day" and isinstance(value, str):
        day = re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", value)
        return f"skriv {day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else ""
    if said.error == "tuple_type" and isinstance(value, str) and re.fullmatch(r"[\w-]+", value):
        return f"skriv [{value}], eller hvert punkt på egen linje med «- » foran"
    if said.error.startswith("model_") and said.needed:
        names = " og ".join(f"«{name}:»" for name in said.needed[:3])
        return f"skriv {names} på hver sin linje, rykket inn under «{said.key}:»"
    return ""


def _as_form(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return f"SKJ-{int(digits):02}" if 0 < len(digits) <= 4 else ""


def _as_finding(text: str) -> str:
    plain = text.upper().replace(" ", "").replace("-", "")
    return plain if re.fullmatch(FINDING_PATTERN, plain) else ""


_PATTERNS: dict[str, tuple[str, str, Callable[[str], str]]] = {
    FORM_PATTERN: ("«{name}» skal være nummeret på et skjema",
                   "skriv SKJ- og to siffer, som SKJ-09", _as_form),
    FINDING_PATTERN: ("«{name}» skal være nummeret på et funn", "skriv bokstav og tall, som S60",
                      _as_finding),
    FIELD_PATTERN: ("«{name}» er ikke en gyldig id", "bruk små bokstaver a–z, tall og _",
                    lambda text: slug_of(text).replace("-", "_")),
    SLUG_PATTERN: ("«{name}» er ikke en gyldig id", "bruk små bokstaver a–z, tall og bindestrek",
                   slug_of),
    VERSION_PATTERN: ("«{name}» er ikke et versjonsnummer", "skriv tall og punktum, som 1.0",
                      lambda text: f"{text}.0" if text.isdecimal() else ""),
    CONTACT_PATTERN: ("«{name}» er ikke en adresse noen kan skrive til",
                      "skriv mailto: og en e-postadresse, eller en adresse med https:// først",
                      lambda text: ""),
    AUTHORITY_PATTERN: ("«{name}» er ikke et domene og et år",
                        "skriv domenet, et komma og året, som eksempel.no,2026", lambda text: ""),
}  # fmt: skip
"""What an id looks like → what is wrong, how to mend it, and what was meant if that is clear."""


def _pattern(pattern: str, said: Said) -> tuple[str, str, str]:
    if pattern not in _PATTERNS:
        return "N07", f"«{said.name}» må stå på én linje", "ta bort linjeskiftet"
    problem, fix, meant = _PATTERNS[pattern]
    offer = meant(str(said.value))
    if re.fullmatch(pattern, offer):
        fix = f"skriv «{offer}»"
    return "N09", problem.format(name=said.name), fix
