"""Whom an employer may turn to: who it is, the number, the page, and when they are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from handbook.document.blocks import Block, Blocks, Fact, Facts, Paragraph, Section
from handbook.document.inline import Inline, Link, Ref, Strong, Words, joined
from handbook.document.linker import Linker
from handbook.document.places import CHOOSER, page
from handbook.model.decision import Contact, Decision
from handbook.model.inclusion_model import InclusionModel
from handbook.model.monday import CALLED
from handbook.model.people import Side
from handbook.norwegian import lower_first, unbroken_date
from handbook.sections.circumstances import option_words
from handbook.sections.plan import contact_at

CALLS = "Hvem dere ringer"


def contact_words(contact: Contact) -> Words:
    """`Arbeidsgivertelefonen i Nav: 55 55 33 36 (tast 1 …). Siden`: who, number and page."""
    words: list[Inline] = [Ref(page(CHOOSER, f"kontakt-{contact.id}"), contact.title)]
    if contact.phone:
        words += [": ", number_link(contact.phone)]
        more = ", ".join(filter(None, (contact.keys, contact.hours)))
        words += [f" ({more})"] if more else []
    if contact.url:
        words += [" · ", Link(contact.url, ("nettside",))]
    return tuple(words)


def number_link(phone: str) -> Link:
    """A number that a telephone can ring."""
    return Link(f"tel:+47{phone.replace(' ', '')}", (phone.replace(" ", "\u00a0"),))


def way_to_nav(linker: Linker, model: InclusionModel | None = None) -> Blocks:
    """The number an employer calls, for a page that says «ring Nav»; the first contact has it.

    Where a model belongs to another than Nav, the chooser's contacts for it come first.
    """
    decision = linker.book.decision
    if decision is None:
        return ()
    to_nav = contact_words(decision.contacts[0])
    own = [*_before_nav(linker, decision, model)] if model else []
    if not own:
        return (Paragraph((Strong(("Ring Nav.",)), " ", *to_nav), "call"),)
    first = joined(map(contact_words, own), "; ")
    words = (Strong((f"{CALLS}:",)), " ", *first, ". ", Strong((_ABOUT_GRANTS,)), " ", *to_nav)
    return (Paragraph(words, "call"),)


_ABOUT_GRANTS = "Om tilskudd fra Nav:"


def _before_nav(linker: Linker, decision: Decision, model: InclusionModel) -> Iterator[Contact]:
    if contact_at(linker, model) == Side.NAV.label:
        return
    known = decision.contact_by_id
    for answer in decision.answers:
        if answer.model == model.id:
            yield from (known[name] for name in answer.contacts if name in known)


def sits_at(linker: Linker, decision: Decision, contact: Contact) -> str:
    """Where a reader's own contact sits who is called instead of this one.

    Outside Nav where a model whose contact is there calls this one first.
    """
    for answer in decision.answers:
        model = linker.book.model_by_id.get(answer.model or "")
        if model and answer.contacts[0] == contact.id:
            return contact_at(linker, model)
    return Side.NAV.label


def contacts_section(linker: Linker, decision: Decision) -> Section:
    """Everyone an employer may turn to, with number, page and the day it was checked."""
    days = {one.checked for one in decision.contacts}
    same = days.pop() if len(days) == 1 else None
    facts = tuple(
        Fact(
            one.title, (*_contact(linker, one), *(() if same else (_checked(one.checked),))),
            linker.resting(one.basis, one.sources), f"kontakt-{one.id}",
        )
        for one in decision.contacts
    )  # fmt: skip
    told = (_checked(same, "Alle kontaktene er kontrollert"),) if same else ()
    return Section(CALLS, (*told, Facts(facts, "list")), "kontakter")


def _checked(day: dt.date, words: str = "Kontrollert") -> Paragraph:
    return Paragraph((f"{words} {unbroken_date(day)}.",), "note")


def _contact(linker: Linker, one: Contact) -> Iterator[Block]:
    if one.phone:
        number = number_link(one.phone)
        keys = f", {one.keys}" if one.keys else ""
        hours = f". Åpent {one.hours}" if one.hours else ""
        yield Paragraph(("Telefon ", number, f"{keys}{hours}."))
    yield from linker.blocks(one.words)
    if one.url:
        yield Paragraph((Link(one.url, (one.url.removeprefix("https://"),)),))
    yield from _called_when(linker, one)


def _called_when(linker: Linker, one: Contact) -> Iterator[Block]:
    """When they are called first, and for what they are not, in the words of everyday speech."""
    decision = linker.book.decision
    if decision and one.after:
        who = " eller ".join(_answers(decision, CALLED, one.after))
        yield Paragraph((f"Ring hit først når den som har tatt kontakt, er {who}.",))
    if decision and one.unless:
        told = [words for name, values in one.unless.asked
                for words in _answers(decision, name, values)]  # fmt: skip
        yield Paragraph((f"Ikke ring hit om dette: {'; '.join(told)}.",))


def _answers(decision: Decision, question: str, options: Iterable[str]) -> list[str]:
    return [lower_first(option_words(decision, question, one)) for one in options]
