"""One model as a file of its own, with the sources it rests on."""

from __future__ import annotations

from handbook.book.assembly import runners_of, settle, tree_of
from handbook.book.chapters import feet
from handbook.book.leaf_files import model_foot
from handbook.book.letters_check import refuse_unknown_letters
from handbook.book.model_chapter import model_chapter
from handbook.book.old_labels import translate
from handbook.book.practice_sections import criteria
from handbook.book.printing import PrintJob, printed
from handbook.book.reference_sections import sources_chapter
from handbook.book.words import Words
from handbook.document.linker import Linker
from handbook.model.coverage import cited
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.render.typst import Typst


def model_pdf(book: Handbook, model: InclusionModel) -> bytes:
    """One model with the sources it rests on. Raises EditionRefused naming the entry."""
    refuse_unknown_letters(book)
    words, linker = Words.of(book), Linker(book)
    blocks = Typst(foot=feet(linker)).nodes((model_chapter(linker, model, model.kind.label),))
    blocks[0]["c"] += criteria(words, model)[1]
    blocks += sources_chapter(words, frozenset(cited(model)))
    early = frozenset(model.id for model in book.models)
    settled = settle(translate(linker, blocks), book.edition.site_url.rstrip("/"), early)
    return printed(PrintJob(
        template="book",
        book=book,
        title=model.title,
        description=model.summary.plain[:300],
        foot=model_foot(book, model),
        runners=runners_of(blocks),
        tree=tree_of(settled),
        more={"cover": None, "contents": False},
    ))  # fmt: skip
