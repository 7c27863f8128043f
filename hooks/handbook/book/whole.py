"""The whole handbook as one PDF, and one model as a PDF of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from handbook.book.chapters import chapters, feet, model_chapters
from handbook.book.front import cover
from handbook.book.letters_check import refuse_unknown_letters
from handbook.book.look_up import LOOK_UP
from handbook.book.mentions import Mentions
from handbook.book.printing import PrintJob, printed
from handbook.document.blocks import Section
from handbook.document.linker import Linker
from handbook.document.places import FORMS, ROLES, Place
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.norwegian import in_order
from handbook.render.typst_tree import Tree, typst_tree
from handbook.render.typst_words import Node, label

MOST_PAGES = 24
"""A word that stands in more places than this is looked up by its explanation alone."""
_IN_ORDER = frozenset({ROLES, FORMS})
"""Chapters that are looked up by name or number; so are words and sources, the last."""


def book_pdf(book: Handbook) -> bytes:
    """The book: the same nouns give the same bytes. Raises EditionRefused naming the entry."""
    return printed(book_job(book))


def book_job(book: Handbook) -> PrintJob:
    """The book as a tree, ready for the typesetter."""
    refuse_unknown_letters(book)
    linker = Linker(book)
    told = chapters(linker)
    tree = _tree(linker, _indexed(book, told), (Place("model", m.id) for m in book.models[:2]))
    tree.nodes += _index(book)
    return PrintJob(
        template="book",
        book=book,
        title=book.edition.title,
        description=f"Utgave {book.edition.edition}. {book.edition.front.promise}",
        foot=f"Utgave {book.edition.edition}",
        tree=tree,
        runners=("Innhold", *(one.short or one.title for one in told), _INDEX),
        more={"cover": cover(book.edition), "contents": True},
    )


def _tree(linker: Linker, told: Iterable[Section], early: Iterable[Place]) -> Tree:
    site = linker.book.edition.site_url.rstrip("/")
    terms = [label(Place("term", term.id)) for term in linker.book.terms]
    return typst_tree(told, site, early=tuple(early), keep=terms, foot=feet(linker))


def _indexed(book: Handbook, told: Collection[Section]) -> Iterable[Section]:
    """Chapters with marks for the index; words and sources need none."""
    mentions = Mentions(book.terms)
    *running, words, sources = told
    for one in running:
        listed = one.place and one.place.name in _IN_ORDER
        yield one if listed else mentions.marked(one)
    yield from (words, sources)


_INDEX = "Stikkord"


def _index(book: Handbook) -> list[Node]:
    """Words with the pages where they are used; the pages are filled in while typesetting."""
    ordered = sorted(book.terms, key=lambda term: in_order(term.term))
    terms = [[term.id, term.term, label(Place("term", term.id))] for term in ordered]
    return [
        {"kind": "heading", "level": 1, "content": [_INDEX], "label": "", "over": LOOK_UP},
        {"kind": "entry", "foot": f"{_INDEX} · utgave {book.edition.edition}"},
        {"kind": "index", "most": MOST_PAGES, "terms": terms},
    ]


def model_pdf(book: Handbook, model: InclusionModel) -> bytes:
    """One model with the sources it rests on. Raises EditionRefused naming the entry."""
    refuse_unknown_letters(book)
    linker = Linker(book)
    told = model_chapters(linker, model)
    place = Place("model", model.id)
    job = PrintJob(
        template="book",
        book=book,
        title=model.title,
        description=model.summary.plain[:300],
        foot=feet(linker)(place),
        tree=_tree(linker, told, (place,)),
        runners=tuple(one.short or one.title for one in told),
        more={"cover": None, "contents": False},
    )
    return printed(job)
