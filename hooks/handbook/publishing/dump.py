"""The whole handbook as JSON: the copy that outlives any site."""

from __future__ import annotations

import json

from handbook.model.handbook import Handbook
from handbook.model.noun import Noun


def dump(book: Handbook) -> bytes:
    """All nouns with the keys of the YAML files; empty fields left out, order kept."""
    whole = {
        "edition": _plain(book.edition),
        "models": [_plain(model) for model in book.models],
        "forms": [_plain(form) for form in book.forms],
        "roles": [_plain(role) for role in book.roles],
        "terms": [_plain(term) for term in book.terms],
        "themes": [_plain(theme) for theme in book.themes],
        "sources": [_plain(source) for source in book.sources],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(noun: Noun) -> object:
    return noun.model_dump(mode="json", exclude_defaults=True)
