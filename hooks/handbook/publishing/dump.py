"""The whole handbook as JSON: the copy that outlives any site."""

from __future__ import annotations

import json
from collections.abc import Sequence

from handbook.model.handbook import Handbook
from handbook.model.noun import Noun, cached_on_noun


def dump(book: Handbook) -> bytes:
    """All nouns with the keys of the YAML files; empty fields left out, order kept."""
    whole = {
        "$schema": json.dumps("schemas/data-handbook.json"),
        "edition": _inset(_json(book.edition)),
        "models": _list(book.models),
        "forms": _list(book.forms),
        "roles": _list(book.roles),
        "terms": _list(book.terms),
        "themes": _list(book.themes),
        "sources": _list(book.sources),
        "rules": _list(book.rules),
        "instruments": _list(book.instruments),
        "routines": _list(book.routines),
        "examples": _list(book.examples),
    }
    lines = ",\n".join(f' "{name}": {value}' for name, value in whole.items())
    return f"{{\n{lines}\n}}\n".encode()


def _list(nouns: Sequence[Noun]) -> str:
    lines = ",\n".join(f"  {_inset(_inset(_json(noun)))}" for noun in nouns)
    return f"[\n{lines}\n ]" if lines else "[]"


def _inset(text: str) -> str:
    """One step further in; a string in JSON has no line breaks of its own."""
    return text.replace("\n", "\n ")


@cached_on_noun
def _json(noun: Noun) -> str:
    plain = noun.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(plain, ensure_ascii=False, indent=1)
