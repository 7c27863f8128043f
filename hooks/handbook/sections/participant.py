"""The models told to the person they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.document import places, titles
from handbook.document.blocks import (
    Blank,
    Blocks,
    Group,
    Item,
    ItemList,
    Paragraph,
    Section,
    said,
)
from handbook.document.inline import Ref, Strong, Words
from handbook.document.linker import Linker, missing
from handbook.document.places import page
from handbook.document.titles import part_place
from handbook.model.case import CONTACT_COLUMNS
from handbook.model.form import Form, FormKind
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import ForParticipant, InclusionModel
from handbook.model.people import Side
from handbook.model.pictogram import Pictogram
from handbook.model.process import Step
from handbook.model.prose import Prose
from handbook.norwegian import upper_first
from handbook.sections.if_wrong import if_wrong
from handbook.sections.instruments import way_without_model


def participants_section(linker: Linker) -> Section:
    """Where each model is told, with the first of what happens in it."""
    lead = (
        "Her er modellene skrevet til deg som deltar. Velg den du skal være med i. "
        "Hvis du ikke vet hvilken, spør du den som vil ha deg med."
    )
    cards = tuple(_card(linker, model) for model in linker.book.models)
    other = way_without_model(linker, "Skal du ikke være med i noen av dem?", _TO_EMPLOYERS)
    return Section(
        titles.PAGES[places.PARTICIPANTS],
        (Paragraph((lead,), "lead"), ItemList(cards, kind="cards"), *other),
        place=page(places.PARTICIPANTS),
    )


_TO_EMPLOYERS = " Sidene er skrevet til arbeidsgiveren, men sier også hvem det er for."


def _card(linker: Linker, model: InclusionModel) -> Item:
    told = model.for_participant
    blocks = said(linker.first_sentence(told.what_happens)) if told else (missing(),)
    return Item(blocks, title=linker.part(model, titles.PARTICIPANT, model.short_title))


def participant_section(linker: Linker, model: InclusionModel) -> Section:
    """What one may refuse, what happens, what to do if it goes wrong, whom to ask, the steps."""
    lead = Paragraph((f"{model.short_title}, skrevet til deg.",), "lead")
    told = model.for_participant
    blocks = (
        (*answers(linker, told), *if_wrong(linker, model), ask(linker, model),
         *steps(linker, model)) if told else (missing(),)
    )  # fmt: skip
    return Section(_to_whom(linker, model), (lead, *_in_doubt(model), *blocks),
                   place=part_place(model, titles.PARTICIPANT))  # fmt: skip


def _in_doubt(model: InclusionModel) -> Iterator[Paragraph]:
    """Whoever reads of something that was, must not believe that it is."""
    if model.historical:
        yield Paragraph(("Spør Nav om dette finnes der du bor.",))


def _to_whom(linker: Linker, model: InclusionModel) -> str:
    name = _participant(linker, model)
    return f"Til deg som er {name}" if name else titles.PARTICIPANT.title


def _participant(linker: Linker, model: InclusionModel) -> str:
    """What the one role is called for which the model is: an employee is no participant."""
    roles = (linker.book.role_by_id.get(own.role) for own in model.roles)
    names = [role.title for role in roles if role and role.belongs_to is Side.PARTICIPANT]
    return names[0] if len(names) == 1 else ""


def ask(linker: Linker, model: InclusionModel) -> Section:
    """Whom to ask, the first on top, with room for a name on paper.

    Nobody is a link: the page of a role is written to whoever has it.
    """
    words = "Be om navn og telefon til disse, og skriv dem ned. Spør den øverste du har navnet på."
    told = model.for_participant
    named = (_named(linker, model, role) for role in told.ask) if told else ()
    lines = ItemList(tuple(_with_room(who) for who in (*named, _DEPUTY)), ordered=True)
    blocks = (Paragraph((words,)), lines)
    return Section("Hvem kan jeg spørre?", blocks, ASK, pictogram=Pictogram.CALL)


def _named(linker: Linker, model: InclusionModel, name: str) -> str:
    """A role by its title; whoever works at the provider by what they are called there."""
    own = next((one.local_name for one in model.roles if one.role == name), None)
    role = linker.book.role_by_id.get(name)
    if own and role and role.belongs_to is Side.PROVIDER:
        return upper_first(own)
    return linker.heading("role", name).words


ASK = "sporre"
"""Where it stands on the page."""


_DEPUTY = "En som tar over når de andre er borte"


def _with_room(who: str) -> Item:
    return Item((*said(who), Group((Blank("Navn og telefon", shown=True),), "on-paper")))


def way_for_participant(linker: Linker, model: InclusionModel | None) -> Blocks:
    """How one who takes part gets the number of their own adviser; the handbook has none."""
    told = _number_in(linker, own_plan(linker.book, model)) if model else (_BEFORE_ANY_PLAN,)
    return (Paragraph((Strong(("Slik når du Nav.",)), " ", *told), "call"),)


_BEFORE_ANY_PLAN = (
    "Spør den som vil ha deg med. Be om navn og nummer til den du skal snakke med i Nav."
)


def _number_in(linker: Linker, plan: Form | None) -> Words:
    ask = "Be om navn og nummer til den du skal snakke med i Nav"
    if plan is None or not _lists_contacts(plan):
        return (f"{ask}, og skriv det ned.",)
    named = replace(linker.to("form", plan.id), words="planen din")
    return "Nummeret skal stå i ", named, ". Hvis det mangler, spør du etter det."


def own_plan(book: Handbook, model: InclusionModel) -> Form | None:
    """The first plan in a model that whoever takes part fills in; None where there is none."""
    own = {role.id for role in book.roles if role.belongs_to is Side.PARTICIPANT}
    forms = (book.form_by_id.get(name) for name in model.forms)
    return next((form for form in forms if form and form.kind is FormKind.PLAN
                 and own & {*form.filled_in_by}), None)  # fmt: skip


def _lists_contacts(form: Form) -> bool:
    """Whether it has a table with room for names and telephone numbers."""
    tables = (field.columns for part in form.sections for field in part.fields)
    return any({*CONTACT_COLUMNS} <= {column.id for column in columns} for columns in tables)


def answers(linker: Linker, told: ForParticipant) -> Blocks:
    """The four questions of whoever is about to take part."""
    questions: tuple[tuple[str, Prose, str, Pictogram], ...] = (
        ("Hva kan jeg si nei til?", told.say_no, "si-nei", Pictogram.STOP),
        ("Hva skjer med meg?", told.what_happens, "hva-skjer", Pictogram.WHEN),
        ("Hvem ser opplysninger om meg?", told.who_sees, "hvem-ser", Pictogram.PRIVATE),
        (
            "Hva får jeg med meg når jeg slutter?",
            told.what_i_hold,
            "i-handa",
            Pictogram.CERTIFICATE,
        ),
    )
    return tuple(
        Section(title, (Group(linker.blocks(prose), "text"),), anchor, pictogram=drawn)
        for title, prose, anchor, drawn in questions
    )


def steps(linker: Linker, model: InclusionModel) -> Blocks:
    """The steps that have a word for the participant."""
    lines = tuple(_step(linker, step, step.to_participant)
                  for step in model.steps if step.to_participant)  # fmt: skip
    if not lines:
        return ()
    listed = ItemList(lines, ordered=True, kind="participant-steps")
    return (Section("Steg for steg", (listed,), "steg"),)


def _step(linker: Linker, step: Step, words: Prose) -> Item:
    heading = Paragraph((Strong((step.heading_for_participant,)),))
    return Item((heading, *linker.blocks(words)), anchor=f"steg-{step.id}",
                pictogram=step.pictogram)  # fmt: skip


def steps_in_short(linker: Linker, model: InclusionModel) -> Blocks:
    """The same steps by the names the participant has for them, where each is told elsewhere."""
    refs = (
        Ref(linker.step(model, step.id).place, step.heading_for_participant)
        for step in model.steps
        if step.to_participant
    )
    listed = ItemList(tuple(Item(said((ref,))) for ref in refs), kind="uses")
    return (Section("Steg for steg", (listed,), "steg"),) if listed.items else ()
