"""Loose leaves as PDF: the largest letters with which each keeps to its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from handbook.book.leaves import bare, booklet, role_cards
from handbook.book.letters_check import refuse_unknown_letters
from handbook.book.printing import PrintJob, fitted, largest, printed
from handbook.book.refusals import EditionRefused
from handbook.document import titles
from handbook.document.blocks import Section
from handbook.document.linker import Linker, role_place
from handbook.document.places import Place, url
from handbook.document.titles import part_place
from handbook.forms.quick_code import quick_code
from handbook.model.handbook import Edition, Handbook
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel
from handbook.model.instrument import Instrument
from handbook.model.people import Role
from handbook.model.prose import Prose
from handbook.render.typst_tree import typst_tree
from handbook.sections.duties import whole_role_section
from handbook.sections.instrument_memo import instrument_memo
from handbook.sections.memo import memo_section

CARD_POINTS = (12.5, 11.4, 10.5, 9.8, 9.2, 8.6, 8.0, 7.5)
"""Sizes a role's sheets are tried in; all sheets of a role have one."""
READABLE_CARD_POINTS = CARD_POINTS[2:6]
"""Sizes for a role with so much to do that its sheets have a back."""
MEMO_POINTS = (11.0, 10.6, 10.2, 9.8, 9.4, 9.0)
"""Sizes a memo is tried in; nothing on it is smaller, and nothing is left out of it."""
BOOKLET_POINTS = (11.5, 11.2, 10.9, 10.6, 10.3, 10.0)
BOOKLET_PAGES = 4
"""One sheet of A4, folded once. Sizes are tried, the largest first."""


def role_card_pdf(book: Handbook, role: Role) -> bytes:
    """What a role does in each model: for each a sheet of A4 to hang up, with a back if need be.

    Raises EditionRefused when one does not fit.
    """
    refuse_unknown_letters(book)
    sheets = role_cards(Linker(book), role) or (_without_work(Linker(book), role),)
    card = _job(
        book,
        *sheets,
        title=f"Rollekort: {role.title}",
        description=role.you_are.plain[:300],
        foot=f"Rolle {role.id} · utgave {book.edition.edition}",
        more={
            "columns": 2,
            "opening": 2,
            "site": short_address(book.edition, role_place(book, role.id)),
            "codes": [_card_code(book, one) for one in sheets],
        },
    )
    found = largest(card, pages=len(sheets), sizes=CARD_POINTS)
    for backs in range(1, len(sheets)):
        found = found or largest(card, pages=len(sheets) + backs, sizes=READABLE_CARD_POINTS)
    most = 2 * len(sheets)
    return found or fitted(card, Place("role", role.id), pages=most, sizes=READABLE_CARD_POINTS)


def _without_work(linker: Linker, role: Role) -> Section:
    """A role that has no part in a step yet, on a sheet."""
    return whole_role_section(linker, role)


def _card_code(book: Handbook, sheet: Section) -> dict[str, str]:
    assert sheet.place is not None
    return _code(book.edition, sheet.place, "Det samme på nettet")


def memo_pdf(book: Handbook, model: InclusionModel) -> bytes:
    """The memo on one page, in letters one can read.

    Raises EditionRefused when it does not fit.
    """
    refuse_unknown_letters(book)
    linker = Linker(book)
    if pdf := largest(memo_job(linker, model), pages=1, sizes=MEMO_POINTS):
        return pdf
    raise too_long_for_memo(linker, model)


def too_long_for_memo(linker: Linker, model: InclusionModel) -> EditionRefused:
    """The longest text on the memo that does not fit, and how many words too many it has."""
    path, text = max(_on_the_memo(model), key=lambda told: len(told[1]))
    words = text.split()
    fits, over = 0, len(words)
    while over - fits > 1:
        half = (fits + over) // 2
        job = memo_job(linker, _with_text(model, path, " ".join(words[:half])))
        fits, over = (half, over) if largest(job, pages=1, sizes=MEMO_POINTS[-1:]) else (fits, half)
    much = f"ta bort minst {len(words) - fits} av {len(words)} ord her" if fits else "kort den ned"
    reason = f"beslutningsnotatet får ikke plass på én side; dette er den lengste teksten, {much}"
    return EditionRefused("model", model.id, path, reason)


def _on_the_memo(model: InclusionModel) -> Iterator[tuple[KeyPath, str]]:
    """The texts an editor may shorten, with their fields."""
    yield ("summary",), model.summary.source
    if model.purpose:
        yield ("purpose", 0, "text"), model.purpose[0].text.source


def _with_text(model: InclusionModel, path: KeyPath, text: str) -> InclusionModel:
    if path == ("summary",):
        return model.model_copy(update={"summary": Prose(text)})
    first, *rest = model.purpose
    shorter = first.model_copy(update={"text": Prose(text)})
    return model.model_copy(update={"purpose": (shorter, *rest)})


def memo_job(linker: Linker, model: InclusionModel) -> PrintJob:
    """The memo, ready for the typesetter; its marks would be smaller than its least letters."""
    told = memo_section(linker, model)
    return _job(
        linker.book,
        replace(told, blocks=tuple(map(bare, told.blocks))),
        title=f"{titles.MEMO.title}: {model.short_title}",
        description=f"Grunnlag for å avgjøre om virksomheten skal bruke {model.short_title}.",
        foot=model_foot(linker.book, model),
        more={"side": 12, "foot-size": MEMO_POINTS[-1]},
    )


def instrument_memo_pdf(book: Handbook, instrument: Instrument) -> bytes:
    """The memo of an instrument on one page.

    Raises EditionRefused when it does not fit.
    """
    refuse_unknown_letters(book)
    told = instrument_memo(Linker(book), instrument)
    job = _job(
        book,
        replace(told, blocks=tuple(map(bare, told.blocks))),
        title=told.title,
        description=f"Grunnlag for å avgjøre: {instrument.question}",
        foot=f"{instrument.id} · utgave {book.edition.edition}",
        more={"side": 12, "foot-size": MEMO_POINTS[-1]},
    )
    if pdf := largest(job, pages=1, sizes=MEMO_POINTS):
        return pdf
    reason = "beslutningsnotatet får ikke plass på én side; kort ned det som står på virkemiddelet"
    raise EditionRefused("instrument", instrument.id, ("question",), reason)


def participant_booklet_pdf(book: Handbook, model: InclusionModel) -> bytes:
    """The model told to the participant, as a booklet in A5."""
    refuse_unknown_letters(book)
    code = _code(book.edition, part_place(model, titles.PARTICIPANT), _ON_THE_PHONE)
    with_code, without = (_booklet_job(book, model, codes) for codes in ([code], []))
    return (
        largest(with_code, pages=BOOKLET_PAGES, sizes=BOOKLET_POINTS)
        or largest(without, pages=BOOKLET_PAGES, sizes=BOOKLET_POINTS)
        or printed(without)
    )


def _booklet_job(book: Handbook, model: InclusionModel, codes: list[Any]) -> PrintJob:
    """Ready for the typesetter. A full booklet gives up its code: the foot has the address."""
    return _job(
        book,
        booklet(Linker(book), model),
        title=f"Til deg som deltar: {model.short_title}",
        description=f"{model.short_title}, skrevet til deg som deltar.",
        foot=model_foot(book, model),
        more={"paper": "a5", "side": 13, "codes": codes, "size": BOOKLET_POINTS[0]},
    )


_ON_THE_PHONE = "Les dette på telefonen"


def model_foot(book: Handbook, model: InclusionModel) -> str:
    """What a loose page about a model is known by."""
    return f"{model.id} · versjon {model.version} · utgave {book.edition.edition}"


def _job(
    book: Handbook,
    told: Section,
    *more_sheets: Section,
    title: str,
    description: str,
    foot: str,
    more: dict[str, Any] | None = None,
) -> PrintJob:
    assert told.place is not None, f"«{told.title}» has no place"
    sheet = {"paper": "a4", "side": 16, "columns": 1, "opening": 0, "size": 10.5, "codes": [],
             "site": short_address(book.edition, told.place)}  # fmt: skip
    tree = typst_tree((told, *more_sheets), book.edition.site_url.rstrip("/"), small=True)
    return PrintJob("leaf", book, title, description, foot, tree, more=sheet | (more or {}))


def _code(edition: Edition, place: Place, title: str) -> dict[str, str]:
    """A picture that a telephone reads the address of a place from."""
    short = short_address(edition, place)
    drawn = quick_code(f"{edition.site_url.rstrip('/')}/{url(place)}")
    return {"svg": drawn, "alt": f"QR-kode til {short}", "title": title, "address": short}


def short_address(edition: Edition, place: Place) -> str:
    """The address of a place as one types it."""
    site = edition.site_url.rstrip("/").partition("://")[2]
    return f"{site}/{url(place)}".removesuffix("index.html")
