"""What one looks up by at the end of the book: words, roles, forms, and what people ask for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from handbook.book.volumes import Volume
from handbook.document.linker import Linker, role_place
from handbook.document.places import CHOOSER, Place, page
from handbook.document.titles import EXCEPTIONS, GETTING_STARTED, STEPS, part_place
from handbook.model.form import FormKind
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Theme
from handbook.model.practice import ExceptionKind
from handbook.norwegian import in_order
from handbook.render.typst_words import Node, label
from handbook.sections.costing import ANCHOR

INDEX = "Stikkord"
LEAD = (
    "Fete tall er der noe er forklart. Når et navn står foran tallet, for eksempel «Rollene», er "
    "det siden i den fila."
)
MOST_PAGES = 24
"""A word that stands in more places than this is looked up by its explanation alone."""

Elsewhere = Mapping[Place, tuple[Volume, int]]
"""Place in another volume → that volume, and the page there."""


class _Entry(NamedTuple):
    """A line: its words, the term whose pages are counted, and where else it leads."""

    words: str
    term: str = ""
    ways: tuple[tuple[str, Place], ...] = ()
    """What stands before a page, and the place whose page it is."""
    elsewhere: Place | None = None


def index_node(linker: Linker, elsewhere: Elsewhere) -> Node:
    """Every line in the order of the alphabet; pages of the book come with the typesetting."""
    lines = sorted(_entries(linker), key=lambda one: in_order(one.words))
    return {
        "kind": "index", "most": MOST_PAGES, "lines": [_line(one, elsewhere) for one in lines],
    }  # fmt: skip


def looked_up(book: Handbook) -> tuple[Place, ...]:
    """Places in other volumes that have a line of their own: roles and forms."""
    roles = (role_place(book, role.id) for role in book.roles)
    return *roles, *(Place("form", form.id) for form in book.valid_forms)


def led_to(linker: Linker) -> Iterator[Place]:
    """Places in the book itself that a line leads to."""
    for entry in _entries(linker):
        yield from (place for _, place in entry.ways)


def _line(entry: _Entry, elsewhere: Elsewhere) -> Node:
    line: Node = {"words": entry.words, "term": entry.term,
                  "ways": [[name, label(place)] for name, place in entry.ways]}  # fmt: skip
    found = elsewhere.get(entry.elsewhere) if entry.elsewhere else None
    return line | ({"volume": found[0].called, "page": found[1]} if found else {})


def _entries(linker: Linker) -> Iterator[_Entry]:
    yield from _words_and_names(linker.book)
    yield from _forms(linker.book)
    yield from _agreements_elsewhere(linker.book)
    for words, places in _asked_for(linker).items():
        yield _Entry(words, ways=places, elsewhere=_form_about(linker.book, words))


def _form_about(book: Handbook, words: str) -> Place | None:
    """A form with the thing in its title, which says again where it is needed what not to ask."""
    thing = words.partition(":")[0] if words in _IN_THEMES else ""
    titles = ((form.id, form.title.lower().split()) for form in book.valid_forms)
    return next((Place("form", name) for name, title in titles if thing in title), None)


def _words_and_names(book: Handbook) -> Iterator[_Entry]:
    """Words of the glossary, and the roles and models they may name; the rest of these alone."""
    roles = {_as_word(role.title): role_place(book, role.id) for role in book.roles}
    other = {name: role_place(book, role.id) for role in book.roles for name in role.aliases}
    models = {model.short_title: tuple(_in_model(model)) for model in book.models}
    for term in book.terms:
        place = roles.pop(_as_word(term.term), None) or other.get(term.term)
        ways = (("", Place("term", term.id)), *models.pop(term.term, ()))
        yield _Entry(term.term, term.id, ways, place)
    for words, place in roles.items():
        yield _Entry(words, elsewhere=place)
    for words, places in models.items():
        yield _Entry(words, ways=places)


def _in_model(model: InclusionModel) -> Iterator[tuple[str, Place]]:
    yield "modellen", Place("model", model.id)
    yield "hva det koster", Place("model", model.id, ANCHOR)
    yield "hvor lenge", Place("model", model.id, _LASTS)


def _forms(book: Handbook) -> Iterator[_Entry]:
    """Forms by their names; agreements also by what they are, since many look for one."""
    for form in book.valid_forms:
        words, place = f"{_as_word(form.title)} ({form.id})", Place("form", form.id)
        yield _Entry(words, elsewhere=place)
        if form.kind is FormKind.AGREEMENT:
            yield _Entry(f"{_AGREEMENT}: {words}", elsewhere=place)


def _agreements_elsewhere(book: Handbook) -> Iterator[_Entry]:
    """Agreements that are no form of the handbook, with the steps they are made in."""
    found: dict[str, dict[Place, str]] = {}
    for model in book.models:
        for step in model.steps:
            for made in step.outputs:
                if made.artefact and _AGREEMENT in made.artefact.lower():
                    at = Place("step", f"{model.id}/{step.id}")
                    found.setdefault(made.artefact, {})[at] = model.short_title
    for words, steps in found.items():
        yield _Entry(
            f"{_AGREEMENT}: {_as_word(words)}", ways=tuple((name, at) for at, name in steps.items())
        )


def _as_word(title: str) -> str:
    """A title as it stands in the middle of a sentence; `HMS-kontakt` and `Nav` keep theirs."""
    return (
        title if title[:2].isupper() or title.startswith("Nav") else title[:1].lower() + title[1:]
    )


def _asked_for(linker: Linker) -> dict[str, tuple[tuple[str, Place], ...]]:
    """What people ask, by the word they look for, with the place in each model."""
    book = linker.book
    told = {words: tuple((model.short_title, place(model)) for model in book.models)
            for words, place in _IN_MODELS.items()}  # fmt: skip
    for kind in ExceptionKind:
        if kind is not ExceptionKind.OTHER:
            told[_as_word(kind.label)] = tuple(_trouble(book.models, kind))
    for theme in book.themes:
        for words, spot in _IN_THEMES.items():
            if spot in _spots(theme):
                told[words] = (*told.get(words, ()), ("", Place("theme", theme.id, spot)))
    if book.decision:
        told |= dict.fromkeys(_CALLS, (("", page(CHOOSER, "kontakter")),))
    return told | {words: told[same] for words, same in _SAME.items() if same in told}


def _spots(theme: Theme) -> Iterator[str]:
    """The sections of a theme, and the rules told in them."""
    for section in theme.sections:
        yield section.id
        for said in section.statements:
            yield from _RULE.findall(said.text.source)


_RULE = re.compile(r"\[\[regel:([a-z0-9-]+)\]\]")
_AGREEMENT = "avtale"
_LASTS = "varighet"
_IN_MODELS: dict[str, Callable[[InclusionModel], Place]] = {
    "varighet: hvor lenge det varer": lambda model: Place("model", model.id, _LASTS),
    "kostnad: hva det koster": lambda model: Place("model", model.id, ANCHOR),
    "regler dere må kjenne": lambda model: Place("model", model.id, "regler"),
    "skjemaene i modellen": lambda model: Place("model", model.id, "skjemaer"),
    "kom i gang": lambda model: part_place(model, GETTING_STARTED),
    "ansvar i hvert steg": lambda model: part_place(model, STEPS, "ansvar"),
}
"""What people ask → where each model answers."""
_IN_THEMES = {
    "helse: det dere ikke spør om": "helse-ved-ansettelse",
    "intervju: det dere ikke spør om": "spor-ikke",
    "spørre om, det dere ikke skal": "spor-ikke",
}
"""What people ask → the section of a theme that answers, or the rule in it."""
_CALLS = ("Nav: hvem dere ringer", "ringe: hvem dere ringer", "telefon til Nav")
_SAME = {
    "arbeidsulykke": "ulykke eller skade",
    "fravær": "sykefravær",
    "mobbing": "konflikt eller mobbing",
    "pris": "kostnad: hva det koster",
    "skade": "ulykke eller skade",
    "syk": "sykefravær",
}
"""Another word that people look for → the line whose pages it has."""


def _trouble(
    models: tuple[InclusionModel, ...], kind: ExceptionKind
) -> Iterator[tuple[str, Place]]:
    for model in models:
        if any(path.kind is kind for path in model.exceptions):
            yield model.short_title, part_place(model, EXCEPTIONS, str(kind))
