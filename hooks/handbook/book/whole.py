"""The whole handbook as one PDF."""

from __future__ import annotations

from handbook.book import chapters, front_matter, tree
from handbook.book.assembly import Mentions, runners_of, settle, tree_of
from handbook.book.chapters import feet
from handbook.book.forms import forms_chapter
from handbook.book.front import cover, how_to_use, side_by_side
from handbook.book.letters_check import refuse_unknown_letters
from handbook.book.old_labels import translate
from handbook.book.people_sections import themes_chapter
from handbook.book.practice_sections import criteria
from handbook.book.printing import PrintJob, printed
from handbook.book.reference_sections import glossary_chapter, index_chapter, sources_chapter
from handbook.book.tree import Blocks
from handbook.book.words import Words
from handbook.document.linker import Linker
from handbook.model.handbook import Handbook
from handbook.render.typst import Typst


def book_pdf(book: Handbook) -> bytes:
    """The book: the same nouns give the same bytes. Raises EditionRefused naming the entry."""
    return printed(book_job(book))


def book_job(book: Handbook) -> PrintJob:
    """The book as a tree, ready for the typesetter."""
    refuse_unknown_letters(book)
    words, linker = Words.of(book), Linker(book)
    blocks = translate(linker, _chapters(words, linker))
    early = frozenset(model.id for model in book.models[:2])
    blocks = settle(Mentions(book.terms).mark(blocks), book.edition.site_url.rstrip("/"), early)
    return PrintJob(
        template="book",
        book=book,
        title=book.edition.title,
        description=f"Utgave {book.edition.edition}. {book.edition.front.promise}",
        foot=f"Utgave {book.edition.edition}",
        tree=tree_of(blocks),
        runners=("Innhold", *runners_of(blocks)),
        more={"cover": cover(book.edition), "contents": True},
    )


def _chapters(words: Words, linker: Linker) -> Blocks:
    edition = ("edition", "")
    printer = Typst(foot=feet(linker))
    models = printer.nodes(chapters.models(linker))
    for chapter, model in zip(models, words.book.models, strict=True):
        chapter["c"] += criteria(words, model)[1]
    return [
        *printer.nodes((how_to_use(linker),)),
        tree.chunk(edition, ("changes",), front_matter.news(words)),
        *printer.nodes((side_by_side(linker),)),
        *models,
        *printer.nodes((chapters.roles(linker),)),
        *themes_chapter(words),
        *printer.nodes((forms_chapter(linker),)),
        *glossary_chapter(words),
        *sources_chapter(words),
        *index_chapter(words),
    ]
