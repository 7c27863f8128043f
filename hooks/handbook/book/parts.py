"""Parts of the handbook as files of their own: a model, a role's card, a booklet, a memo."""

from __future__ import annotations

from handbook.book import tree
from handbook.book.assembly import runners_of, settle, tree_of
from handbook.book.letters_check import refuse_unknown_letters
from handbook.book.model_chapter import for_participant, model_chapter, model_foot
from handbook.book.old_labels import translate
from handbook.book.people_sections import limits, part_in, work_of
from handbook.book.printing import PrintJob, fitted, largest, printed
from handbook.book.reference_sections import sources_chapter
from handbook.book.tree import Blocks, Item
from handbook.book.web import address, short_address
from handbook.book.words import Words
from handbook.document.linker import Linker
from handbook.document.places import Place
from handbook.forms.quick_code import quick_code
from handbook.model.coverage import cited
from handbook.model.handbook import Handbook, StepAt
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.model.people import Role
from handbook.norwegian import upper_first

CARD_PAGES = {"fadder": 1}
"""A card to hang up has one page; any other role may have two."""


CARD_POINTS = (12.5, 11.4, 10.5, 9.8, 9.2, 8.6, 8.0, 7.5)
READABLE_CARD_POINTS = CARD_POINTS[:5]
"""A card that would be smaller on one page gets its second instead."""
BOOKLET_POINTS = (11.5, 11.2, 10.9, 10.6)
BOOKLET_PAGES = 4
"""One sheet of A4, folded once. Sizes are tried, the largest first."""


def model_pdf(book: Handbook, model: InclusionModel) -> bytes:
    """One model with the sources it rests on. Raises EditionRefused naming the entry."""
    refuse_unknown_letters(book)
    words = Words.of(book)
    blocks = model_chapter(words, Linker(book), model)
    blocks += sources_chapter(words, frozenset(cited(model)))
    return printed(PrintJob(
        template="book",
        book=book,
        title=model.title,
        description=model.summary.plain[:300],
        foot=model_foot(words, model),
        runners=runners_of(blocks),
        tree=tree_of(_settled(book, blocks)),
        more={"cover": None, "contents": False},
    ))  # fmt: skip


def role_card_pdf(book: Handbook, role: Role) -> bytes:
    """What a role does, on one sheet to hang up. Raises EditionRefused when it does not fit."""
    refuse_unknown_letters(book)
    words = Words.of(book)
    opening: Blocks = [
        tree.heading(1, upper_first(role.title), f"role:{role.id}",
                     over=f"Rollekort · {role.belongs_to.label}", small=True),
        *words.blocks(role.you_are),
    ]  # fmt: skip
    blocks = [
        *opening, *limits(words, role, level=2), *_tasks(words, role),
        _code(book, f"role:{role.id}", "Alt om rollen på nettet"),
    ]  # fmt: skip
    card = PrintJob(
        template="leaf",
        book=book,
        title=f"Rollekort: {role.title}",
        description=role.you_are.plain[:300],
        foot=f"Rolle {role.id} · utgave {book.edition.edition}",
        tree=tree_of(_settled(book, blocks)),
        more=_leaf(book, f"role:{role.id}", opening=len(opening), columns=2),
    )
    if CARD_PAGES.get(role.id) == 1:
        return fitted(card, Place("role", role.id), pages=1, sizes=CARD_POINTS)
    return (
        largest(card, pages=1, sizes=READABLE_CARD_POINTS)
        or fitted(card, Place("role", role.id), pages=2, sizes=CARD_POINTS[2:])
    )  # fmt: skip


def _tasks(words: Words, role: Role) -> Blocks:
    blocks: Blocks = []
    for work in work_of(words, role):
        blocks.append(tree.heading(2, work.title, small=True))
        if work.own and not work.tasks:
            blocks.append(tree.paragraph(words.run(work.own.responsibility)))
        if work.tasks:
            own = [at for at in work.tasks if _acts(role, at)]
            told = ", ".join(str(at.number) for at in work.tasks if not _acts(role, at))
            blocks.append(tree.items((_task(role, at) for at in own), "plain", narrow=True))
            if told:
                also = f"Du blir spurt eller informert i steg {told}."
                blocks.append(tree.paragraph([tree.quiet(also)]))
    return blocks


def _acts(role: Role, at: StepAt) -> bool:
    duty = at.step.responsibility
    return role.id in (*duty.performed_by, duty.accountable)


def _task(role: Role, at: StepAt) -> Item:
    step = at.step
    timing = step.timing
    when = "" if timing is None or isinstance(timing, Absence) else f" {timing.label}."
    forms = f" {', '.join(step.forms)}." if step.forms else ""
    part = part_in(step.responsibility, role.id)
    text = [tree.bold(step.title), tree.quiet(f". {part}.{when}{forms}")]
    return tree.item(text, term=[str(at.number)])


def participant_booklet_pdf(book: Handbook, model: InclusionModel) -> bytes:
    """The model told to the participant, as a booklet in A5."""
    refuse_unknown_letters(book)
    words = Words.of(book)
    _, told = for_participant(words, model)
    title = tree.heading(1, "Til deg som deltar", f"part:{model.id}/til-deg",
                         over=model.short_title, small=True)  # fmt: skip
    told = [block | {"l": 2, "small": True} if block["t"] == "h" else block for block in told[1:]]
    said = [step for step in model.steps if step.to_participant]
    steps = [tree.item([
        tree.paragraph([tree.bold(step.heading_for_participant)], keep=True),
        *(words.blocks(step.to_participant) if step.to_participant else ()),
    ], together=True) for step in said]  # fmt: skip
    blocks = [title, *told]
    if steps:
        blocks += [tree.heading(2, "Steg for steg", small=True), tree.items(steps, "number")]
    blocks += [
        tree.heading(2, "Dette vil jeg spørre om", small=True),
        {"t": "lines", "count": 5},
        tree.together(
            [
                tree.heading(2, "Hvem kan jeg ringe?", small=True),
                {"t": "signatures", "names": ["Navn", "Telefon"]},
                {"t": "signatures", "names": ["Navn", "Telefon"]},
                _code(book, f"part:{model.id}/til-deg", "Les dette på telefonen"),
            ]
        ),
    ]
    more = _leaf(book, f"part:{model.id}/til-deg") | {"paper": "a5", "side": 15}
    booklet = PrintJob(
        template="leaf",
        book=book,
        title=f"Til deg som deltar: {model.short_title}",
        description=f"{model.short_title}, fortalt til deg det gjelder.",
        foot=model_foot(words, model),
        tree=tree_of(_settled(book, blocks)),
        more=more | {"size": BOOKLET_POINTS[0]},
    )
    return largest(booklet, pages=BOOKLET_PAGES, sizes=BOOKLET_POINTS) or printed(booklet)


def _code(book: Handbook, label: str, title: str) -> tree.Node:
    to = address(book, label)
    alt = f"QR-kode til {short_address(book, label)}"
    return {"t": "code", "svg": quick_code(to), "alt": alt, "title": title,
            "address": short_address(book, label)}  # fmt: skip


def _leaf(book: Handbook, label: str, *, opening: int = 0, columns: int = 1) -> dict[str, object]:
    return {
        "paper": "a4", "side": 16, "columns": columns, "opening": opening, "size": 10.5,
        "site": short_address(book, label),
    }  # fmt: skip


def _settled(book: Handbook, blocks: Blocks) -> Blocks:
    early = frozenset(model.id for model in book.models)
    return settle(translate(Linker(book), blocks), book.edition.site_url.rstrip("/"), early)
