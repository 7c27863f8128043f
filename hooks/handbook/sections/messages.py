"""Texts that somebody can send or say today: in their step, and all of a model's together."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document.blocks import Group, Item, ItemList, Paragraph, Section, Tool, said
from handbook.document.linker import Linker
from handbook.document.places import Place, message_place
from handbook.document.tools import Sendable
from handbook.model.inclusion_model import InclusionModel
from handbook.model.process import Message, Step
from handbook.norwegian import counted
from handbook.sections.around import notices

MESSAGES = "Tekster dere kan sende"


def message(linker: Linker, model: InclusionModel, step: Step, one: Message) -> Section:
    """One text: from whom to whom, the words, and how much must be filled in."""
    subject = f" Emne: «{one.subject}»." if one.subject else ""
    whom = Paragraph(("Fra ", linker.actor(one.sender), f" til {one.to}.{subject}"), "meta")
    words = Group(linker.blocks(one.text), "text", linker.mark(one))
    send = Tool(Sendable(one.subject or "", one.text.source), (words,))
    spot = message_place(model.id, step.id, one.id).anchor
    return Section(one.title, (whom, send, *_blanks(one)), spot)


def messages_section(linker: Linker, model: InclusionModel) -> Section:
    """Every text of a model in the order of the steps; empty of texts when it has none."""
    pairs = tuple((step, one) for step in model.steps for one in step.messages)
    texts = messages_by_step(linker, model)
    lead = (Paragraph((LEAD,), "lead"), *notices(linker, model, None)) if pairs else ()
    listing = (_contents(tuple(one for _, one in pairs)),) if pairs else ()
    return Section(f"{MESSAGES}: {model.short_title}", (*lead, *listing, *texts),
                   place=Place("model", model.id))  # fmt: skip


def messages_by_step(linker: Linker, model: InclusionModel) -> tuple[Section, ...]:
    """Each text of a model, with the step it is for, in the order of the steps."""
    return tuple(_in_step(linker, model, step, one)
                 for step in model.steps for one in step.messages)  # fmt: skip


LEAD = (
    "Kopier teksten, og bytt ut det som står i hakeparentes, for eksempel [navn]. Tekstene er våre "
    "forslag. Endre dem så de blir deres. Uten emne er det noe å si, ikke noe å sende."
)


def _contents(texts: tuple[Message, ...]) -> Section:
    """What there is, and how much each asks one to fill in."""
    items = (Item(said(f"{one.title} – {_places(one)}")) for one in texts)
    whole = counted(sum(len(one.blanks) for one in texts), "felt", "felt")
    told = counted(len(texts), "tekst", "tekster")
    return Section(f"{told} med {whole} å fylle ut", (ItemList(tuple(items), ordered=True),))


def _in_step(linker: Linker, model: InclusionModel, step: Step, one: Message) -> Section:
    told = message(linker, model, step, one)
    number = list(model.step_by_id).index(step.id) + 1
    where = Paragraph((f"Steg {number}: ", linker.step(model, step.id)), "meta")
    return Section(told.title, (where, *told.blocks), told.anchor,
                   place=Place("step", f"{model.id}/{step.id}"))  # fmt: skip


def _blanks(one: Message) -> Iterator[Paragraph]:
    """How much must be filled in; the text itself says what."""
    if one.blanks:
        yield Paragraph((f"{_places(one)}.",), "note")


def _places(one: Message) -> str:
    places = counted(len(one.blanks), "felt", "felt")
    return f"{places} å fylle ut" if one.blanks else "ingenting å fylle ut"
