"""Roles: who somebody is in this work, the limits, and what the role does in each model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.document import titles
from handbook.document.blocks import Block, Blocks, Item, ItemList, Paragraph, Section, said
from handbook.document.inline import Quiet, Ref, Strong, Words, joined, spread
from handbook.document.linker import MISSING, Linker
from handbook.document.places import MODELS, PARTICIPANTS, ROLES, Place, page
from handbook.model.duties import roles_in_models
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Role, RoleStatement, Side
from handbook.norwegian import listed, number, upper_first
from handbook.sections.around import withdrawn
from handbook.sections.instruments import way_without_model
from handbook.sections.memos import ONE_PAGE, instrument_memos, model_memos
from handbook.sections.step import form_links

NO_WORK = "Ingen steg i håndboka nevner denne rollen ennå."


def roles_section(linker: Linker) -> Section:
    """Every role in a line, side by side of the table."""
    lead = Paragraph(("Finn din rolle og se hva du gjør, når, og med hvilket skjema.",), "lead")
    used = {side: tuple(role for role in roles_of(linker, side) if not role.withdrawn)
            for side in Side}  # fmt: skip
    sides = tuple(Section(side.label, (_lines(linker, roles),), str(side))
                  for side, roles in used.items() if roles)  # fmt: skip
    old = tuple(role for role in linker.book.roles if role.withdrawn)
    gone = (Section("Trukket tilbake", (_lines(linker, old),), "trukket"),) if old else ()
    other = way_without_model(linker, _NO_MODEL)
    return Section(titles.PAGES[ROLES], (lead, *other, *sides, *gone), place=page(ROLES))


def roles_of(linker: Linker, side: Side) -> tuple[Role, ...]:
    """The roles that sit on one side of the table."""
    return tuple(role for role in linker.book.roles if role.belongs_to is side)


def _lines(linker: Linker, roles: tuple[Role, ...]) -> ItemList:
    items = (Item(said(linker.words(role.you_are)), title=linker.heading("role", role.id))
             for role in roles)  # fmt: skip
    return ItemList(tuple(items), kind="names")


def role_section(linker: Linker, role: Role) -> Section:
    """One role for a reader who does not know the model: what it always does, then which model."""
    blocks = (
        *lead(linker, role), *memos(linker, role), *always(linker, role),
        *_which_model(linker, role),
        *limits(linker, role), *training(linker, role), *combine(linker, role), *names(role),
    )  # fmt: skip
    return Section(upper_first(role.title), blocks, place=Place("role", role.id),
                   over=role.belongs_to.label)  # fmt: skip


def always(linker: Linker, role: Role) -> tuple[Section, ...]:
    """What the role does whatever the model."""
    if not role.always:
        return ()
    told = ItemList(tuple(map(linker.statement, role.always)), kind="checks")
    return (Section("Dette gjør du alltid", (told,), "alltid"),)


def memos(linker: Linker, role: Role) -> Iterator[Block]:
    """One page to decide by for each model an ordinary employer may use, with its figures."""
    if role.decides:
        found = (*instrument_memos(linker), *model_memos(linker, ordinary=True))
        ways = tuple(Item(said((way,))) for way in found)
        other = way_without_model(linker, "Skal dere ta imot én person uten en modell?")
        blocks = (Paragraph((ONE_PAGE,)), ItemList(ways), *other)
        yield Section("Før du bestemmer deg", blocks, "notat")


def _which_model(linker: Linker, role: Role) -> Iterator[Block]:
    """The models it has a part in, each in a sentence with the way to its own page there."""
    models = linker.book.models_by_role.get(role.id, ())
    if not models:
        yield Paragraph((NO_WORK,), "absence")
        return
    if role.belongs_to is Side.PARTICIPANT:
        yield _where_you_take_part(linker)
        return
    items = (Item(said(linker.first_sentence(model.summary)), title=_own_page(role, model))
             for model in models)  # fmt: skip
    told = (_ASK, linker.page(MODELS, "Mer om modellene"), ".")
    blocks = (
        Paragraph(told),
        *way_without_model(linker, _NO_MODEL),
        *_span(linker, role),
        ItemList(tuple(items), kind="names"),
    )
    yield Section("Hvilken ordning er dere med i?", blocks, "ordning")


def _span(linker: Linker, role: Role) -> Iterator[Paragraph]:
    """From how few hours to how many the role takes, for whoever knows no model yet."""
    mine = (one.year for one in roles_in_models(linker.book, role))
    known = sorted(year.hours for year in mine if year and year.hours)
    few, many = (known[0], known[-1]) if known else (0, 0)
    if few < many:
        words = f"Rollen tar fra {number(few)} til {number(many)} timer på ett år for hver person."
        yield Paragraph((words,))


def _where_you_take_part(linker: Linker) -> Section:
    """Every model, told to whoever takes part in it, whatever the model calls the part."""
    whole = ("Alt på ett sted: ", linker.page(PARTICIPANTS), ".")
    names = ItemList(tuple(_told_to_you(linker, model) for model in linker.book.models),
                     kind="names")  # fmt: skip
    return Section("Hva er du med i?", (Paragraph(whole), names), "ordning")


def _told_to_you(linker: Linker, model: InclusionModel) -> Item:
    """A model by its own page for whoever takes part, with the way to what they do there."""
    told = model.for_participant
    happens: Words = linker.first_sentence(told.what_happens) if told else MISSING
    own = (Ref(Place("duties", f"{role.id}/{model.id}"), "Dette gjør du")
           for role in roles_of(linker, Side.PARTICIPANT)
           if model in linker.book.models_by_role.get(role.id, ()))  # fmt: skip
    words = joined([happens, *((way,) for way in own)], " ")
    return Item(said(words), title=linker.part(model, titles.PARTICIPANT, model.short_title))


_ASK = "Velg, så ser du hva du skal gjøre, dag for dag. Usikker? Spør den som ba deg være med. "


_NO_MODEL = "Bruker dere ingen av modellene?"


def _own_page(role: Role, model: InclusionModel) -> Ref:
    return Ref(Place("duties", f"{role.id}/{model.id}"), model.short_title)


def lead(linker: Linker, role: Role) -> Iterator[Block]:
    """Whether the role is in use, and who you are."""
    yield from withdrawn(linker, "role", role.withdrawn)
    yield Paragraph(linker.words(role.you_are), "lead")


def names(role: Role) -> Iterator[Block]:
    """What else the role is called."""
    if role.aliases:
        yield Paragraph((Quiet((f"Kalles også {listed(role.aliases)}.",)),))
    if role.definite and role.title not in role.definite:
        yield Paragraph((Quiet((f"I stegene står du som «{role.definite}».",)),))


def is_office(role: Role) -> bool:
    """Whether it is a body of many, `kommunen`, which has one name only."""
    return role.title == role.definite


def limits(linker: Linker, role: Role) -> Iterator[Block]:
    """What the role shall not do, where its limits are, and what it keeps to itself."""
    if role.must_not:
        yield must_not(linker, role)
    if role.limits:
        yield Section("Rettigheter og grenser", (_held(linker, role.limits),), LIMITS)
    yield Section("Taushetsplikt", tuple(_secrecy(linker, role)), "taushetsplikt")


def limits_in_short(linker: Linker, role: Role) -> Section:
    """What one must know of them at once, told as only a part, and the way to all of it."""
    keeps = linker.first_sentence(role.confidentiality.text)
    never = linker.first_sentence(role.must_not[0].in_short.text)
    told = Paragraph((*_duty_of_secrecy(role), " ", *keeps, " Du skal ikke ", *never))
    whole = _all_limits(linker, role, f"{number(len(role.must_not))} ting du ikke skal")
    way = Paragraph(("Det er ikke alt: ", whole, "."))
    spots = (MUST_NOT, "taushetsplikt")
    return Section("Grensene dine", (told, way), LIMITS, former=spots)


def secrecy_in_short(linker: Linker, role: Role) -> Section:
    """What one keeps to oneself, and the way to all limits."""
    keeps = linker.first_sentence(role.confidentiality.text)
    told = Paragraph((*_duty_of_secrecy(role), " ", *keeps))
    way = Paragraph((_rights(linker, role),), "more")
    return Section("Taushetsplikt", (told, way), LIMITS, former=("taushetsplikt",))


def _rights(linker: Linker, role: Role) -> Ref:
    """The way to what one may ask for, which stands with the limits."""
    if not role.limits:
        return _all_limits(linker, role, "Alle grensene dine")
    return Ref(linker.to("role", role.id).place.at(LIMITS), "Rettigheter og grenser")


def _all_limits(linker: Linker, role: Role, words: str) -> Ref:
    return Ref(linker.to("role", role.id).place.at(MUST_NOT), words)


def _duty_of_secrecy(role: Role) -> Words:
    duty = role.confidentiality.duty
    told = "har taushetsplikt" if duty else "har ikke lovpålagt taushetsplikt i rollen"
    return (Strong((f"Du {told}.",)),)


def training(linker: Linker, role: Role) -> Blocks:
    """What the role should know first; each goes on from the heading."""
    return linker.under("Før du begynner, bør du", role.training, TRAINING)


TRAINING = "opplaering"
MUST_NOT = "du-skal-ikke"
LIMITS = "grenser"


def must_not(linker: Linker, role: Role) -> Section:
    """The limits of the role."""
    return Section("Du skal ikke", (_held(linker, role.must_not),), MUST_NOT, "do-not")


def _held(linker: Linker, told: tuple[RoleStatement, ...]) -> ItemList:
    return ItemList(tuple(_where_it_holds(linker, one) for one in told), kind="statements")


def _where_it_holds(linker: Linker, one: RoleStatement) -> Item:
    """One thing, with the models it holds in where it does not hold in all."""
    item = linker.statement(one)
    if not one.only_in:
        return item
    models = spread(linker.to("model", model) for model in one.only_in)
    return replace(item, blocks=(*item.blocks, Paragraph(("Gjelder i ", *models, "."), "note")))


def _secrecy(linker: Linker, role: Role) -> Iterator[ItemList]:
    keeps = role.confidentiality
    words: Words = (*_duty_of_secrecy(role), " ", *linker.words(keeps.text))
    yield ItemList((Item(said(words), linker.mark(keeps)),), kind="statement")
    if keeps.form:
        yield form_links(linker, (keeps.form,))


def combine(linker: Linker, role: Role) -> Iterator[Section]:
    """The other roles that the same person may have."""
    if others := linker.book.combined_roles[role.id]:
        refs = (linker.to("role", other) for other in others)
        items = (Item(said((Ref(ref.place, ref.words, "chip"),))) for ref in refs)
        chips = ItemList(tuple(items), kind="chips")
        yield Section("Kan kombineres med", (chips,), "kombineres")
