"""The whole handbook as one PDF."""

from __future__ import annotations

from handbook.book import front_matter, tree
from handbook.book.assembly import Mentions, runners_of, settle, tree_of
from handbook.book.form_sections import forms_chapter
from handbook.book.letters_check import refuse_unknown_letters
from handbook.book.model_chapter import model_chapter
from handbook.book.old_labels import translate
from handbook.book.people_sections import roles_chapter, themes_chapter
from handbook.book.printing import PrintJob, printed
from handbook.book.reference_sections import glossary_chapter, index_chapter, sources_chapter
from handbook.book.tree import Blocks
from handbook.book.words import Words
from handbook.document.linker import Linker
from handbook.model.handbook import Handbook


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
        more={"cover": front_matter.cover(book.edition), "contents": True},
    )


def _chapters(words: Words, linker: Linker) -> Blocks:
    edition = ("edition", "")
    models = [
        block
        for number, model in enumerate(words.book.models, 1)
        for block in model_chapter(words, linker, model, number)
    ]
    return [
        tree.chunk(edition, (), front_matter.how_to_use(words)),
        tree.chunk(edition, ("changes",), front_matter.news(words)),
        tree.chunk(edition, (), front_matter.side_by_side(words)),
        *models,
        *roles_chapter(words),
        *themes_chapter(words),
        *forms_chapter(words),
        *glossary_chapter(words),
        *sources_chapter(words),
        *index_chapter(words),
    ]
