"""A volume of the handbook as one PDF, and one model as a PDF of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from handbook.book.front import cover
from handbook.book.index import INDEX, LEAD, Elsewhere, index_node, led_to, looked_up
from handbook.book.letters_check import refuse_unknown_letters
from handbook.book.look_up import LOOK_UP
from handbook.book.mentions import Mentions
from handbook.book.messages import ALL_MESSAGES
from handbook.book.printing import PrintJob, pages_in, printed
from handbook.book.volumes import Volume, model_on_paper, volume_chapters
from handbook.document import titles
from handbook.document.blocks import Section
from handbook.document.linker import Linker
from handbook.document.places import GLOSSARY, Place, page
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.render.typst_tree import Tree, typst_tree
from handbook.render.typst_words import Node, label, para
from handbook.sections.messages import MESSAGES


def book_pdf(book: Handbook, volume: Volume = Volume.MODELS) -> bytes:
    """A volume: the same nouns give the same bytes. Raises EditionRefused naming the entry."""
    return printed(book_job(book, volume))


def book_job(book: Handbook, volume: Volume = Volume.MODELS) -> PrintJob:
    """A volume as a tree, ready for the typesetter. Only the book itself has an index."""
    refuse_unknown_letters(book)
    linker = Linker(book)
    told = volume_chapters(linker, volume)
    indexed = volume is Volume.MODELS
    keep = [label(place) for place in (led_to(linker) if indexed else looked_up(book))]
    tree = _tree(linker, _indexed(book, told) if indexed else told,
                 _early(book, volume), keep)  # fmt: skip
    tree.nodes += _index(linker) if indexed else []
    return PrintJob(
        template="book",
        book=book,
        title=volume_title(book.edition, volume),
        description=f"Utgave {book.edition.edition}. {book.edition.front.promise}",
        foot=f"Utgave {book.edition.edition}",
        tree=tree,
        runners=("Innhold", *(one.short or one.title for one in told), *([INDEX] * indexed)),
        more={"cover": cover(book.edition, volume.heading), "contents": True},
    )


def _early(book: Handbook, volume: Volume) -> tuple[Place, ...]:
    """Places in a volume that should stand before page 100, and others in their folders."""
    if volume is Volume.ROLES:
        return tuple(Place("role", role.id) for role in book.roles)
    return tuple(Place("model", model.id) for model in book.models[:3])


def volume_title(edition: Edition, volume: Volume) -> str:
    """`Inkluderingshåndboka: Skjemaene`, and for the book itself its name alone."""
    return f"{edition.title}: {volume.heading}" if volume.heading else edition.title


def _tree(
    linker: Linker, told: Iterable[Section], early: Iterable[Place], keep: Collection[str] = ()
) -> Tree:
    site = linker.book.edition.site_url.rstrip("/")
    return typst_tree(told, site, early=tuple(early), keep=keep, foot=feet(linker))


def _indexed(book: Handbook, told: Collection[Section]) -> Iterable[Section]:
    """Chapters with marks for the index; the words themselves need none."""
    mentions = Mentions(book.terms)
    for one in told:
        yield one if one.place == page(GLOSSARY) else mentions.marked(one)


def _index(linker: Linker) -> list[Node]:
    """The words at the end; their pages in the book are filled in while typesetting."""
    return [
        {"kind": "heading", "level": 1, "content": [INDEX], "label": "", "over": LOOK_UP},
        {"kind": "entry", "foot": f"{INDEX} · utgave {linker.book.edition.edition}"},
        para([LEAD]),
        index_node(linker, _elsewhere(linker.book)),
    ]


def _elsewhere(book: Handbook) -> Elsewhere:
    """Where roles and forms stand in their volumes.

    These are set to know it. A process that makes them next has most of the work done.
    """
    places = {label(place): place for place in looked_up(book)}
    return {
        places[end]: (volume, number)
        for volume in (Volume.ROLES, Volume.FORMS)
        for end, number in pages_in(book_job(book, volume)).items()
    }


def feet(linker: Linker) -> Callable[[Place], str]:
    """What a loose page is known by, for each place that begins something new."""
    book, edition = linker.book, f"utgave {linker.book.edition.edition}"

    def foot(place: Place) -> str:
        if place == ALL_MESSAGES:
            return f"{MESSAGES} · {edition}"
        if place.kind == "page":
            return f"{titles.PAGES[place.name]} · {edition}"
        if place.kind in _NAMED:
            return f"{_in_short(_named(linker, place))} · {edition}"
        if place.kind not in ("model", "form"):
            return ""
        noun = (book.model_by_id if place.kind == "model" else book.form_by_id)[place.name]
        return f"{noun.id} · versjon {noun.version} · {edition}"

    return foot


_NAMED = frozenset({"duties", "part", "role", "rule", "source", "theme"})
_MOST_LETTERS = 70


def _named(linker: Linker, place: Place) -> str:
    """What a place is called at the foot of its pages: a role by itself, a part by its model."""
    name, kind = place.name.partition("/")[0], place.kind
    return linker.heading({"duties": "role", "part": "model"}.get(kind, kind), name).words


def _in_short(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS].rsplit(' ', 1)[0]} …"


def model_pdf(book: Handbook, model: InclusionModel) -> bytes:
    """One model with the sources it rests on. Raises EditionRefused naming the entry."""
    refuse_unknown_letters(book)
    linker = Linker(book)
    told = model_on_paper(linker, model)
    place = Place("model", model.id)
    tree = _tree(linker, told, (place,))
    _with_contents(tree.nodes[0]["content"])
    job = PrintJob(
        template="book",
        book=book,
        title=model.title,
        description=model.summary.plain[:300],
        foot=feet(linker)(place),
        tree=tree,
        runners=tuple(one.short or one.title for one in told),
        more={"cover": None, "contents": False},
    )
    return printed(job)


def _with_contents(chapter: list[Node]) -> None:
    """Put what stands where on the first page, after what the model is in short."""
    kinds = [node["kind"] for node in chapter]
    chapter.insert(kinds.index("flow"), {"kind": "contents"})
