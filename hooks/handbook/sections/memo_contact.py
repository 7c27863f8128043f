"""Whom a memo says to call: who rings, which number, and a line for one's own contact."""

from __future__ import annotations

from handbook.document.blocks import Blank, Blocks, Paragraph, Tool
from handbook.document.inline import Ref, Strong, Words, spread
from handbook.document.linker import Linker
from handbook.document.places import CHOOSER, Place, page
from handbook.document.tools import OwnContact
from handbook.model.decision import Contact, Decision
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Side
from handbook.model.practice import FirstAction
from handbook.norwegian import lower_first, upper_first
from handbook.sections.contacts import number_link


def own_contact(where: str, desk: Place) -> Tool:
    """Whom one's own people call: a line to write on, or the contact of the open case."""
    words = f"Kontakten vår i {where}"
    return Tool(OwnContact(words, where, desk), (Blank(words, shown=True),))


def asks_nav(linker: Linker, model: InclusionModel) -> Blocks:
    """Who calls, and which number, where the first answer does not say so."""
    decision = linker.book.decision
    if decision is None:
        return ()
    answer = next((one for one in decision.answers if one.model == model.id), None)
    if answer is None:
        return ()
    calling = next((one for one in model.getting_started if _rings(decision, one)), None)
    if calling and calling is model.getting_started[0]:
        return ()
    if calling:
        who = upper_first(doer(linker, calling.role))
        return (Paragraph((Strong(("Spør Nav:",)), f" {who} ringer ", *_number(decision), ".")),)
    known = decision.contact_by_id
    called = [known[name] for name in answer.contacts if name in known]
    if not called:
        return ()
    return (Paragraph((Strong(("Hvem vi ringer:",)), " ", *spread(map(_told, called), "; "))),)


def _rings(decision: Decision, one: FirstAction) -> bool:
    numbers = [contact.phone for contact in decision.contacts if contact.phone]
    return any(number in one.text.plain.replace("\u00a0", " ") for number in numbers)


def _number(decision: Decision) -> Words:
    """`arbeidsgivertelefonen i Nav, 55 55 33 36 (tast 1 …)`: the first contact has the number."""
    first = decision.contacts[0]
    way = Ref(page(CHOOSER, f"kontakt-{first.id}"), lower_first(first.title))
    keys = f" ({first.keys})" if first.keys else ""
    return way, ", ", *((number_link(first.phone),) if first.phone else ()), keys


def _told(contact: Contact) -> Ref:
    return Ref(page(CHOOSER, f"kontakt-{contact.id}"), contact.title)


def doer(linker: Linker, name: str) -> str:
    """A role in the definite form, and at whose it is when it is not the reader's."""
    role, words = linker.book.role_by_id.get(name), linker.actor(name).words
    return f"{words} hos arrangøren" if role and role.belongs_to is Side.PROVIDER else words
