"""Letters that the typeface lacks are refused before anything is set, with their field."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.book.refusals import EditionRefused
from handbook.lettering import missing_letters
from handbook.model.answers import Answers
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.noun import Noun, cached_on_noun
from handbook.model.prose import Prose

_NEVER_SHOWN = ("search_words", "former_ids")


def refuse_unknown_letters(book: Handbook) -> None:
    """Raise EditionRefused for the first text that holds a letter the typeface lacks."""
    for (kind, name), noun in _entries(book):
        found = _unknown(noun)
        if found:
            path, missing = found
            shown = " ".join(f"«{sign}» (U+{ord(sign):04X})" for sign in missing[:5])
            raise EditionRefused(
                kind, name, path, f"skriften har ikke tegnet {shown}; skriv det med ord"
            )


@cached_on_noun
def _unknown(noun: Noun) -> tuple[KeyPath, str] | None:
    """The first text of a noun with a letter that the typeface lacks; each file asks for all."""
    texts = list(_texts(noun, ()))
    if not missing_letters("".join(text for _, text in texts)):
        return None
    found = ((path, missing_letters(text)) for path, text in texts)
    return next((path, missing) for path, missing in found if missing)


def _entries(book: Handbook) -> Iterator[tuple[tuple[str, str], Noun]]:
    yield ("edition", ""), book.edition
    for kind, nouns in (
        ("model", book.models), ("role", book.roles), ("form", book.forms),
        ("theme", book.themes), ("term", book.terms), ("source", book.sources),
        ("rule", book.rules), ("instrument", book.instruments),
        ("routine", book.routines), ("example", book.examples),
    ):  # fmt: skip
        for noun in nouns:
            yield (kind, noun.id), noun


def _texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, Prose):
        yield path, value.source
    elif type(value) is str:
        yield path, value
    elif isinstance(value, Answers):
        yield from (((*path, *inside), text) for inside, text in value.texts)
    elif isinstance(value, Noun):
        for name in type(value).model_fields:
            if name not in _NEVER_SHOWN:
                yield from _texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for at, inner in enumerate(value):
            yield from _texts(inner, (*path, at))
