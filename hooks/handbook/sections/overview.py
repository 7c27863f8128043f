"""The whole at a glance: the front page, the models side by side, what one is in each in law."""

from __future__ import annotations

from handbook.document import places, titles
from handbook.document.blocks import (
    Blocks,
    Cell,
    Fact,
    Facts,
    Item,
    ItemList,
    Paragraph,
    Row,
    Section,
    Table,
    columns,
    said,
)
from handbook.document.inline import Quiet, Ref, Said, Words
from handbook.document.linker import Linker
from handbook.document.places import Place, page
from handbook.model.inclusion_model import InclusionModel, ParticipantStatus
from handbook.model.news import NewsItem, news_items
from handbook.model.noun import Statement
from handbook.norwegian import counted, listed, unbroken_date, upper_first
from handbook.sections.comparison import suits_table
from handbook.sections.conditions import employed
from handbook.sections.model import hole, in_short, list_section
from handbook.sections.news import about

NEWEST = 3
"""How many changes the front page tells of."""


def front_section(linker: Linker) -> Section:
    """What the handbook is, and the ways into it."""
    front = linker.book.edition.front
    blocks = (
        Paragraph((front.promise,), "promise"),
        Paragraph(linker.words(front.lead), "lead"),
        _doors(linker),
        Section("Modellene", (cards(linker), _without_model(linker)), "modeller"),
        *_roles(linker),
        *_themes(linker),
        *_for_participants(linker),
        *_news(linker),
        *_behind(linker),
    )
    return Section(linker.book.edition.title, blocks, place=page(places.FRONT))


def _doors(linker: Linker) -> ItemList:
    forms = counted(len(linker.book.valid_forms), "skjema", "skjemaer")
    choose = (
        places.CHOOSER, "Finn modellen som passer", "Dere vil inkludere noen, og lurer på hvordan",
    )  # fmt: skip
    doors = (
        *((choose,) if linker.book.decision else ()),
        (places.ROLES, "Jeg skal ta imot noen", "Leder, fadder, HR eller Nav: hva gjør du nå?"),
        (places.FORMS, "Jeg leter etter et skjema", f"{forms}, fra avtale til attest"),
    )
    return ItemList(
        tuple(Item(said(told), title=linker.page(path, words)) for path, words, told in doors),
        kind="doors",
    )


def _without_model(linker: Linker) -> Paragraph:
    way = linker.page(places.INSTRUMENTS, "det Nav, kommunen og fylkeskommunen kan tilby dere")
    return Paragraph(("Dere kan også begynne uten en modell. Se ", way, "."), "more")


def cards(linker: Linker) -> ItemList:
    """Each model in short."""
    return ItemList(tuple(_card(linker, model) for model in linker.book.models), kind="cards")


def _card(linker: Linker, model: InclusionModel) -> Item:
    known = tuple(Fact(term, said(words)) for term, words in in_short(model) if words)
    old = " · historisk" if model.historical else ""
    blocks: Blocks = (
        Paragraph(linker.words(model.summary)),
        Facts(known, "card"),
        Paragraph((model.status.label + old,), "status", state=str(model.status)),
    )
    return Item(blocks, title=linker.to("model", model.id))


def _roles(linker: Linker) -> Blocks:
    at_work = (role.id for role in linker.book.roles if role.id in linker.book.steps_by_role)
    chips = tuple(_chip(linker.heading("role", name)) for name in at_work)
    return list_section("Hvem er du?", ItemList(chips, kind="chips"), "roller")


def _chip(ref: Ref) -> Item:
    return Item(said((Ref(ref.place, ref.words, "chip"),)))


def _themes(linker: Linker) -> Blocks:
    lines = tuple(
        Item(said(linker.words(theme.summary)), title=linker.heading("theme", theme.id))
        for theme in linker.book.themes
    )
    return list_section("Dette bør alle vite", ItemList(lines, kind="names"), "tema")


def _for_participants(linker: Linker) -> Blocks:
    what = "hva skjer, hva kan du si nei til, og hvem ser opplysninger om deg"
    way = linker.page(places.PARTICIPANTS, what)
    told = Paragraph(("Alle modellene er også fortalt til deg det gjelder: ", way, "."))
    return (Section(titles.PAGES[places.PARTICIPANTS], (told,), "deltaker"),)


def _news(linker: Linker) -> Blocks:
    newest = news_items(linker.book)[:NEWEST]
    if not newest:
        return ()
    lines = ItemList(tuple(_news_line(linker, item) for item in newest), kind="changes")
    whole = Paragraph((linker.page(places.NEWS, "Alt som er nytt"),))
    return (Section(titles.PAGES[places.NEWS], (lines, whole), "nytt"),)


def _news_line(linker: Linker, item: NewsItem) -> Item:
    when = Quiet((unbroken_date(item.date),), "when")
    words: Words = (when, " ", about(item), " ", *linker.words(item.change.what))
    return Item(said(words))


def _behind(linker: Linker) -> Blocks:
    """Who publishes it, and which functions answer for what."""
    edition = linker.book.edition
    owners = (Fact(one.organisation, said(upper_first(one.function))) for one in edition.owners)
    licence = Fact("Lisens for innhold", said(edition.content_licence))
    rows = (Fact("Utgivere", said(listed(edition.publishers))), *owners, licence)
    return (Section("Hvem som står bak", (Facts(rows, "list"),), "utgivere"),)


def models_section(linker: Linker) -> Section:
    """The models in short, and a table that helps to choose."""
    lead = (
        f"{len(linker.book.models)} måter å inkludere på. Tabellen hjelper dere å velge. "
        "Ingen av dem er best; de passer i ulike situasjoner."
    )
    also = Paragraph((
        "Se også ", linker.page(places.STATUS, "status for den enkelte"),
        ": hvem er ansatt, hvem betaler lønn, og hvilke lover gjelder.",
    ))  # fmt: skip
    blocks = (
        Paragraph((lead,), "lead"),
        Section("Alle modellene", (cards(linker),), "alle"),
        Section("Hva passer når?", (*_to_the_chooser(linker), suits_table(linker), also), "velg"),
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
    name = Ref(Place("model", model.id, "status"), model.short_title)
    found = model.participant_status
    if not isinstance(found, ParticipantStatus):
        return Row((Cell(said((name,))), Cell(said(hole(found)), span=5)))
    first = (*employed(linker, found), " ", linker.mark(found.employment_note))
    rest = (found.pay, found.working_environment_act, found.agreement, found.insurance)
    cells = (Said(first, found.employment_note.basis), *(_stated(linker, one) for one in rest))
    return Row((Cell(said((name,))), *(Cell(said((cell,))) for cell in cells)))


def _stated(linker: Linker, one: Statement | None) -> Said | str:
    if one is None:
        return titles.MISSING
    return Said((*linker.words(one.text), " ", linker.mark(one)), one.basis)
