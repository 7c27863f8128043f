"""The whole at a glance: the front page, the models side by side, what one is in each in law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.document import places, titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Cell,
    Fact,
    Facts,
    Figure,
    Group,
    Item,
    ItemList,
    Paragraph,
    Row,
    Section,
    Table,
    columns,
    said,
)
from handbook.document.inline import Ref, Said, Strong, spread
from handbook.document.linker import Linker
from handbook.document.places import Place, page
from handbook.model.inclusion_model import InclusionModel, ParticipantStatus
from handbook.model.noun import Absence, Basis, Statement
from handbook.model.people import Role, Side
from handbook.model.picture import FRONT
from handbook.model.readability import first_sentence
from handbook.model.results import Outcome, OutcomeKind, SourceKind
from handbook.norwegian import counted, listed, lower_first, number, upper_first
from handbook.sections.choice import OWN
from handbook.sections.conditions import employed
from handbook.sections.cost_figures import hours_words
from handbook.sections.examples import drawn
from handbook.sections.instruments import most_used
from handbook.sections.model import LENGTH, cost_words, employment, hole, in_short, list_section
from handbook.sections.results import share_blocks


def front_section(linker: Linker) -> Section:
    """What the handbook is, the doors into it, why one should, and the models."""
    front = linker.book.edition.front
    blocks = (
        Group(
            (
                Paragraph((front.promise,), "promise"),
                Paragraph(linker.words(front.lead), "lead"),
                _doors(linker),
                *drawn(FRONT, front.picture),
            ),
            "opening",
        ),
        *_roles(linker),
        *_why(linker),
        Section("Modellene", (_rows(linker), _ways(linker)), "modeller"),
        *_behind(linker),
    )
    return Section(linker.book.edition.title, blocks, place=page(places.FRONT))


def _doors(linker: Linker) -> ItemList:
    choose = places.CHOOSER if linker.book.decision else places.MODELS
    doors = (
        (page(choose), "Vi vil ta imot noen", "Finn det som passer, og hva dere gjør på mandag"),
        *_own_employee(linker),
        (page(places.ROLES), "Jeg har fått en oppgave",
         "Leder, fadder, HR eller Nav: hva gjør du nå?"),
        (page(places.PARTICIPANTS), "Jeg er deltaker", "Hva skjer, og hva kan du si nei til?"),
    )  # fmt: skip
    return ItemList(
        tuple(Item(said(told), title=Ref(place, words)) for place, words, told in doors),
        kind="doors",
    )


def _own_employee(linker: Linker) -> Iterator[tuple[Place, str, str]]:
    """The way into the chooser for somebody who is there already: its second answer is given."""
    decision = linker.book.decision
    if decision and OWN in decision.words_of:
        yield (
            page(places.CHOOSER, "=".join(OWN)), "Vi vil beholde en ansatt",
            "Sykdom, skade eller fravær: hva gjør dere nå?",
        )  # fmt: skip


def _roles(linker: Linker) -> Blocks:
    """Whoever is met often is one click from their own page."""
    usual = (role for role in linker.book.roles if _is_met_often(linker, role))
    ways = (
        linker.page(places.MEMOS, "Den som skal bestemme"),
        *(_chip(linker, role) for role in usual),
        linker.page(places.ROLES, "Alle rollene"),
    )
    lines = tuple(Item(said((replace(way, kind="chip"),))) for way in ways)
    return list_section("Hvem er du?", ItemList(lines, kind="chips"), "roller")


def _is_met_often(linker: Linker, role: Role) -> bool:
    """Whether a role has a part in most models, or at the workplace in more than one."""
    models = len(linker.book.models_by_role.get(role.id, ()))
    if role.belongs_to is Side.EMPLOYER and not role.decides:
        return models > 1
    return 2 * models > len(linker.book.models)


def _chip(linker: Linker, role: Role) -> Ref:
    """The page of a role; whoever takes part has all the models told in easy words."""
    if role.belongs_to is Side.PARTICIPANT:
        return linker.page(places.PARTICIPANTS, upper_first(role.title))
    return linker.heading("role", role.id)


def _why(linker: Linker) -> Blocks:
    """What those who did it say they gained, one result counted, and what it costs."""
    found = _counted(linker)
    if found is None:
        return ()
    model, outcome = found
    cost = Paragraph((f"{model.short_title} koster ", *cost_words(linker, model)))
    told = (*_gains(linker, model), *_result(linker, model, outcome), cost, *_without(linker))
    return (Section("Hvorfor gjøre dette?", told, "hvorfor"),)


def _result(linker: Linker, model: InclusionModel, outcome: Outcome) -> Iterator[Block]:
    """One result in a sentence, among whom it was counted, what it cannot carry, and the dots."""
    among = outcome.denominator_means
    whole = f"De {number(outcome.denominator or 0)} er {lower_first(among)} " if among else ""
    limit = lower_first(first_sentence(outcome.not_usable_for.plain))
    way = linker.part(model, titles.RESULTS, "Om tallet", anchor=outcome.id)
    yield Paragraph((
        linker.to("model", model.id), ": ", *linker.words(outcome.statement), f" {whole}",
        f"Tallet kan ikke brukes til {limit} ", way,
    ))  # fmt: skip
    yield from (block for block in share_blocks(outcome) if isinstance(block, Figure))


def _without(linker: Linker) -> Blocks:
    """What one place costs in the instrument most models build on, as they use it."""
    one = most_used(linker)
    model = linker.book.model_by_id.get(one.hours_as or "") if one else None
    if one is None or model is None:
        return ()
    ref = linker.heading("instrument", one.id)
    return (Paragraph((ref, " uten en modell: ", *hours_words(linker, model, one.hours_of))),)


def _gains(linker: Linker, model: InclusionModel) -> Blocks:
    """What a report says that each side gained; what we think ourselves is no reason here."""
    gains = () if isinstance(model.benefits, Absence) else model.benefits
    told = {gain.party: gain for gain in reversed(gains) if gain.basis is Basis.REPORT}
    sides = [(side, told[side]) for side in (Side.EMPLOYER, Side.PARTICIPANT) if side in told]
    items = tuple(Item(said((Strong((f"{_FOR[side]}:",)), " ", *linker.words(gain.text))),
                       linker.mark(gain)) for side, gain in sides)  # fmt: skip
    return (ItemList(items, kind="statements"),) if items else ()


_FOR = {Side.EMPLOYER: "For arbeidsgiveren", Side.PARTICIPANT: "For deltakeren"}


def _counted(linker: Linker) -> tuple[InclusionModel, Outcome] | None:
    """The first result in the order of the models where everybody in the model was counted."""
    for model in linker.book.models:
        for one in () if isinstance(model.outcomes, Absence) else model.outcomes:
            if _counts_all(one):
                return model, one
    return None


def _counts_all(one: Outcome) -> bool:
    """Whether those who ran the model counted all who took part; others count a whole country."""
    everybody = one.kind is OutcomeKind.COUNT and one.tells_most
    return everybody and one.source_kind is SourceKind.SELF_REPORT


def _rows(linker: Linker) -> ItemList:
    lines = tuple(_model_row(linker, model) for model in linker.book.models)
    return ItemList(lines, kind="names")


def _model_row(linker: Linker, model: InclusionModel) -> Item:
    there = isinstance(model.participant_status, ParticipantStatus)
    told = (employment(model) if there else "", "historisk" if model.historical else "")
    title = replace(linker.to("model", model.id), words=model.title)
    return Item(said(" · ".join(filter(None, told))), title=title)


def _ways(linker: Linker) -> Paragraph:
    forms = counted(len(linker.book.valid_forms), "skjema", "skjemaer")
    ways = (
        linker.page(places.INSTRUMENTS, "Uten modell: det Nav og kommunen kan tilby"),
        linker.page(places.FORMS, f"Alle {forms}"),
        linker.page(places.DOWNLOADS),
    )
    return Paragraph(spread(ways, " · "), "more")


def cards(linker: Linker) -> ItemList:
    """Each model in short."""
    return ItemList(tuple(_card(linker, model) for model in linker.book.models), kind="cards")


def _card(linker: Linker, model: InclusionModel) -> Item:
    rows = in_short(linker, model)
    known = tuple(Fact(term, said(words)) for term, words in rows if words and term != LENGTH)
    old = " · historisk" if model.historical else ""
    blocks: Blocks = (
        Paragraph(linker.words(model.summary)),
        Facts(known, "card"),
        Paragraph((model.status.label + old,), "status", state=str(model.status)),
    )
    return Item(blocks, title=linker.to("model", model.id))


def _behind(linker: Linker) -> Blocks:
    """Who publishes it, and which functions answer for what."""
    edition = linker.book.edition
    owners = (Fact(one.organisation, said(upper_first(one.function))) for one in edition.owners)
    licence = Fact("Lisens for innhold", said(edition.content_licence))
    rows = (Fact("Utgivere", said(listed(edition.publishers))), *owners, licence)
    return (Section("Hvem som står bak", (Facts(rows, "list"),), "utgivere", "fold"),)


def models_section(linker: Linker) -> Section:
    """The models in short, and the ways to what helps to choose."""
    lead = (
        f"Her er {len(linker.book.models)} måter å inkludere på. Ingen av dem er best; de passer "
        "i ulike situasjoner."
    )
    also = Paragraph((
        "Se også ", linker.page(places.STATUS, "status for den enkelte"),
        ": hvem er ansatt, hvem betaler lønn, og hvilke lover gjelder.",
    ))  # fmt: skip
    blocks = (
        Paragraph((lead,), "lead"),
        Section("Alle modellene", (cards(linker),), "alle"),
        Section("Hva passer når?", (*_to_the_chooser(linker), also), "velg"),
    )
    return Section(titles.PAGES[places.MODELS], blocks, place=page(places.MODELS))


def _to_the_chooser(linker: Linker) -> Blocks:
    if linker.book.decision is None:
        return ()
    ways = (
        "Svar på noen spørsmål under ", linker.page(places.CHOOSER), ". Der står modellene sammen "
        "med det Nav ellers kan tilby. Se dem også ",
        linker.page(places.COMPARISON, "side om side"), ".",
    )  # fmt: skip
    return (Paragraph(ways),)


def status_section(linker: Linker) -> Section:
    """Employed or not, paid by whom, under which law and agreement, in each model."""
    lead = (
        "Er personen ansatt? Hvem betaler? Hvilke deler av arbeidsmiljøloven gjelder, hvilken "
        "avtale skal skrives, og hvem forsikrer?"
    )
    blocks = (Paragraph((lead,), "lead"), status_table(linker))
    return Section(titles.PAGES[places.STATUS], blocks, place=page(places.STATUS))


def status_table(linker: Linker) -> Table:
    """A row for each model."""
    head = columns("Modell", "Ansatt?", "Lønn", "Arbeidsmiljøloven", "Avtale", "Forsikring")
    rows = tuple(_status(linker, model) for model in linker.book.models)
    label = "Status for den enkelte i hver modell"
    return Table(head, rows, label, "wide", (5, 7, 8, 8, 7, 6))


def _status(linker: Linker, model: InclusionModel) -> Row:
    name = linker.to("model", model.id)
    found = model.participant_status
    if not isinstance(found, ParticipantStatus):
        told = (linker.absence(found),) if isinstance(found, Absence) else said(hole(found))
        return Row((Cell(said((name,))), Cell(told, span=5)), anchor=model.id)
    first = (*employed(linker, found), " ", linker.mark(found.employment_note))
    rest = (found.pay, found.working_environment_act, found.agreement, found.insurance)
    cells = (Said(first, found.employment_note.basis), *(_stated(linker, one) for one in rest))
    return Row((Cell(said((name,))), *(Cell(said((cell,))) for cell in cells)), anchor=model.id)


def _stated(linker: Linker, one: Statement | None) -> Said | str:
    if one is None:
        return titles.MISSING
    return Said((*linker.words(one.text), " ", linker.mark(one)), one.basis)
