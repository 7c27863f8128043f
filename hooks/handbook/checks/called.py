"""What a message calls the thing it points at."""

from __future__ import annotations

KIND_WORDS = {
    "model": "modellen",
    "form": "skjemaet",
    "role": "rollen",
    "term": "ordet",
    "theme": "temaet",
    "source": "kilden",
    "rule": "regelen",
    "instrument": "virkemiddelet",
    "routine": "rutinen",
    "example": "eksempelet",
    "step": "steget",
    "phase": "fasen",
    "section": "delen",
    "field": "feltet",
}
"""Kind of entry → how a sentence points at one."""

DEFINITE = {
    "steg": "steget",
    "fase": "fasen",
    "gjøremål": "gjøremålet",
    "kjennetegn": "kjennetegnet",
    "resultat": "resultatet",
    "felt": "feltet",
    "del av skjema": "delen",
    "funn": "funnet",
}
"""What an editor calls a thing → how a sentence points at it."""


def entry(kind: str, name: str) -> str:
    """`modellen «mini»`; the edition is simply the handbook."""
    return f"{KIND_WORDS[kind]} «{name}»" if kind in KIND_WORDS else "håndboka"
