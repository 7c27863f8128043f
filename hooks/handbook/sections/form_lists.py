"""All forms, and what each is for."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Item,
    ItemList,
    Paragraph,
    Section,
    said,
)
from handbook.document.inline import Quiet, spread
from handbook.document.linker import Linker
from handbook.document.places import FORMS, page
from handbook.document.titles import PAGES
from handbook.model.form import Form, FormKind
from handbook.norwegian import listed
from handbook.sections.around import withdrawn_words
from handbook.sections.form_handed_on import sending
from handbook.sections.instruments import most_used
from handbook.sections.privacy import all_periods


def forms_section(linker: Linker) -> Section:
    """Every form, by what it is for."""
    count = len(linker.book.valid_forms)
    lead = f"Her er {count} skjemaer, ordnet etter hva de er til. " \
           "Nettstedet tar aldri imot det dere fyller ut."  # fmt: skip
    kinds = (_of_kind(linker, kind) for kind in FormKind)
    blocks = (
        Paragraph((lead,), "lead"), _by_step(linker), *sum(kinds, ()), all_periods(linker),
        sending(), *withdrawn_forms(linker),
    )  # fmt: skip
    return Section(PAGES[FORMS], blocks, place=page(FORMS))


def _by_step(linker: Linker) -> Paragraph:
    """The way to each model's own list, which has the steps."""
    lists = (linker.part(one, titles.MODEL_FORMS, one.short_title) for one in linker.book.models)
    return Paragraph(("Hvilke steg som bruker hvilket skjema: ", *spread(lists, " · "), "."))


def withdrawn_forms(linker: Linker) -> Blocks:
    """Forms that somebody may hold on paper, and that are no longer in use."""
    lines = tuple(
        Item(said(withdrawn_words(linker, "form", form.withdrawn)), title=linker.form(form.id))
        for form in linker.book.forms
        if form.withdrawn
    )
    return (Section("Trukket tilbake", (ItemList(lines, kind="names"),), "trukket"),
            ) if lines else ()  # fmt: skip


def _of_kind(linker: Linker, kind: FormKind) -> Blocks:
    forms = tuple(form for form in linker.book.valid_forms if form.kind is kind)
    if not forms:
        return ()
    first = _made_elsewhere(linker) if kind is FormKind.AGREEMENT else ()
    return (Section(kind.label, (*first, form_list(linker, forms)), kind.value),)


def _made_elsewhere(linker: Linker) -> Blocks:
    """The agreement most people look for, which is none of ours: that of the usual instrument."""
    first = most_used(linker)
    if first is None or not first.papers:
        return ()
    return (linker.alone(first.papers[0]),)


def form_list(linker: Linker, forms: Iterable[Form]) -> ItemList:
    """Forms with what each is for, and who fills it in."""
    return ItemList(tuple(form_line(linker, form) for form in forms), kind="names")


def form_line(linker: Linker, form: Form) -> Item:
    """One form with what it is for, who fills it in, and whether an official one goes before it."""
    who = listed([linker.title("role", role) for role in form.filled_in_by])
    official = " Det finnes et offisielt skjema." if form.official_form else ""
    by = Quiet((f"Fylles ut av {who}.{official}",), "who")
    return Item(said(linker.words(form.purpose), (" ", by)), title=linker.form(form.id))
