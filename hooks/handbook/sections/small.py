"""Small employers: what may be changed, what can be left out, and who can have several roles.

All of it is taken from the models, the roles and the forms; only how few people it takes is worked
out here, and said to be a proposal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Fact,
    Facts,
    Fold,
    Item,
    ItemList,
    Paragraph,
    Section,
    Table,
    columns,
    row,
    said,
)
from handbook.document.inline import Mark, Ref, Words, joined
from handbook.document.linker import Linker
from handbook.document.places import SMALL, Place, page
from handbook.model.calendar import needed
from handbook.model.costing import Range
from handbook.model.few import Groups, fewest
from handbook.model.inclusion_model import EmployerKind, EmployerSize, InclusionModel
from handbook.model.instrument import Instrument
from handbook.model.noun import Basis
from handbook.model.people import Side
from handbook.norwegian import counted, listed, upper_first
from handbook.sections.cost_figures import between, hours_words, usual
from handbook.sections.costing import ANCHOR
from handbook.sections.instruments import way_without_model

SMALL_GROUP = ("org", "liten_privat")
"""The chooser's own group of small employers: its question and its answer."""


def small_section(linker: Linker) -> Section:
    """Everything a small employer can do with less, model for model, those made for them first."""
    blocks: Blocks = (
        Paragraph(tuple(_lead(linker)), "lead"),
        *_without_model(linker),
        *_models(linker),
        _forms(linker),
    )
    return Section(titles.PAGES[SMALL], blocks, place=page(SMALL))


def _without_model(linker: Linker) -> Blocks:
    """What Nav offers for one person, where somebody has told what few people must know."""
    told = tuple(
        Section(
            one.title,
            (*linker.statements(one.few), *_hours(linker, one), Paragraph((_begin(one),), "more")),
            f"virkemiddel-{one.id}",
        )
        for one in linker.book.instruments
        if one.few and not one.withdrawn
    )
    way = way_without_model(linker, "Dere kan ta imot én person uten en modell.")
    return (Section("Én person, uten modell", (*way, *told), "uten-modell"),) if told else way


def _hours(linker: Linker, one: Instrument) -> Blocks:
    """How much time it takes, where somebody has counted it."""
    model = linker.book.model_by_id.get(one.hours_as or "")
    if model is None:
        return ()
    way = Ref(Place("instrument", one.id, ANCHOR), "Regn selv")
    return (Paragraph(("Regn med ", *hours_words(linker, model, one.hours_of), way)),)


def _begin(one: Instrument) -> Ref:
    return Ref(Place("instrument", one.id, "begynn"), "Slik begynner dere")


def _models(linker: Linker) -> Iterator[Block]:
    """Those made for small employers, then the others, folded."""
    models = models_for_employers(linker)
    small = [one for one in models if EmployerSize.SMALL in _sizes(one)]
    larger = [one for one in models if one not in small]
    yield from (_model(linker, one) for one in small)
    if larger:
        names = listed([one.short_title for one in larger])
        told = tuple(_model(linker, one) for one in larger)
        yield Section(
            "Laget for større virksomheter", (Fold(f"Hva dere må tilpasse i {names}", told),),
            "storre",
        )  # fmt: skip


def models_for_employers(linker: Linker) -> tuple[InclusionModel, ...]:
    """Models an ordinary employer may use; those that name small ones first."""
    mine = [one for one in linker.book.models if _may_use(one)]
    return tuple(sorted(mine, key=lambda one: EmployerSize.SMALL not in _sizes(one)))


def _may_use(model: InclusionModel) -> bool:
    return model.suits is not None and EmployerKind.ORDINARY in model.suits.employer_kind


def _sizes(model: InclusionModel) -> tuple[EmployerSize, ...]:
    return model.suits.employer_size if model.suits else ()


def _lead(linker: Linker) -> Iterator[str]:
    decision = linker.book.decision
    group = decision.words_of.get(SMALL_GROUP) if decision else None
    if group:
        yield f"For dere som svarer «{group}» i velgeren. "
    yield "Her står det hva dere kan endre, hva som kan gå ut, og hvem som kan ha flere roller."


def _model(linker: Linker, model: InclusionModel) -> Section:
    blocks = (
        Facts((_made_for(model), *_people(linker, model), *_steps(linker, model)), "list"),
        *_adaptation(linker, model),
        Paragraph((linker.part(model, titles.GETTING_STARTED, "Kom i gang"), " · ",
                   linker.to("model", model.id)), "more"),
    )  # fmt: skip
    return Section(model.short_title, blocks, model.id)


def _made_for(model: InclusionModel) -> Fact:
    if set(_sizes(model)) == set(EmployerSize):
        return Fact("Laget for", said("Alle størrelser."))
    sizes = listed([size.label.lower() for size in _sizes(model)])
    small = EmployerSize.SMALL in _sizes(model)
    more = "" if small else " Hvis dere er mindre, må dere tilpasse mer."
    return Fact("Laget for", said(f"{upper_first(sizes)}.{more}"))


def _people(linker: Linker, model: InclusionModel) -> Iterator[Fact]:
    """How few people at the workplace can have all its roles, by the roles' own words."""
    groups = fewest_people(linker, model)
    if not groups:
        return
    persons = counted(len(groups), "person", "personer")
    basis, told = usual(linker, model, places=1)
    hours = {one.role: one.hours for one in told.roles}
    who = joined([_with_hours(linker, group, hours) for group in groups], " · ")
    lasts = f"for 1 plass i {counted(basis.weeks, 'uke', 'uker')}"
    words: Words = (
        f"{upper_first(persons)} hos dere kan dekke alle rollene, med timer {lasts}: ", *who, ".",
    )  # fmt: skip
    yield Fact("Hvem kan ha flere roller", said(words), Mark(Basis.PROPOSAL, ()))


def fewest_people(linker: Linker, model: InclusionModel) -> Groups:
    """The roles at the workplace by who can have them, when as few as possible do."""
    return fewest(_roles(linker, model), linker.book.combined_roles)


def _with_hours(linker: Linker, group: Sequence[str], hours: Mapping[str, Range]) -> Words:
    """`lederen og HMS-kontakten (57)`: what one person has, with the whole hours of all of it."""
    low, high = (round(sum(hours[role][at] for role in group if role in hours)) for at in (0, 1))
    return *linker.actors(group), f" ({between((low, high))})"


def _roles(linker: Linker, model: InclusionModel) -> tuple[str, ...]:
    """The employer's roles with a hand in the steps."""
    duties = (step.responsibility for step in model.steps)
    acting = dict.fromkeys(
        role for duty in duties for role in (*duty.performed_by, duty.accountable)
    )
    known = linker.book.role_by_id
    return tuple(r for r in acting if r in known and known[r].belongs_to is Side.EMPLOYER)


def _steps(linker: Linker, model: InclusionModel) -> Iterator[Fact]:
    free = [linker.step(model, step.id) for step in model.steps if not needed(step)]
    none: Words = ("Ingen. Alle har en frist eller noe som må gjøres.",)
    words = joined([(ref,) for ref in free], " · ") if free else none
    yield Fact("Steg som kan gå ut", said(words), Mark(Basis.PROPOSAL, ()))


def _adaptation(linker: Linker, model: InclusionModel) -> Iterator[Block]:
    if not model.adaptation:
        return
    kept = Ref(Place("model", model.id, "tilpasning"), "Dette beholder dere")
    told = (
        *linker.under("Dette kan dere endre", model.adaptation.can_change, ""),
        Paragraph((kept,), "more"),
    )
    yield Fold("Hva dere kan endre, og hva dere beholder", told)


def _forms(linker: Linker) -> Section:
    """When a form may be left out, by the form itself; those of the models above."""
    used = {form for model in models_for_employers(linker) for form in model.forms}
    rows = tuple(
        row((linker.form(form.id),), linker.words(form.may_be_omitted_when))
        for form in linker.book.valid_forms
        if form.id in used and form.may_be_omitted_when
    )
    table = Table(
        columns("Skjema", "Kan gå ut når"), rows, "Når skjemaer kan gå ut", "plain", (2, 3)
    )
    return Section(
        "Skjemaer som kan gå ut", (Fold("Når hvert skjema kan gå ut", (table,)),), "skjemaer"
    )


def way_to_small(linker: Linker) -> ItemList:
    """The way here, from where a small employer looks."""
    words = (
        "Er dere en liten virksomhet? Se ",
        linker.page(SMALL, "hva dere kan gjøre enklere"),
        ".",
    )
    return ItemList((Item(said(words)),), kind="related")
