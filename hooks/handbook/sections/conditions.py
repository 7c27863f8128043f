"""On which conditions a model is used: for how long, in which capacity, paid by whom, by law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

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
from handbook.document.inline import Quiet, Ref, Strong, Words
from handbook.document.linker import Linker, missing
from handbook.document.places import STATUS, Place, page
from handbook.document.titles import PAGES
from handbook.model.inclusion_model import (
    Funding,
    InclusionModel,
    LegalPoint,
    ModelDuration,
    ModelRole,
    ParticipantStatus,
)
from handbook.model.noun import Absence, Statement
from handbook.norwegian import unbroken_date, upper_first


def duration(linker: Linker, model: InclusionModel) -> Blocks:
    """How long it lasts, and what limits it."""
    length = model.duration
    if not isinstance(length, ModelDuration):
        return (Section("Hvor lenge det varer", (_hole(linker, length),), "varighet"),)
    whole = Fact("Varighet", linker.blocks(length.text), linker.mark(length))
    limits = (Fact(term, said(words)) for term, words in lengths(length) if words)
    return (Section("Hvor lenge det varer", (Facts((whole, *limits), "status"),), "varighet"),)


def lengths(length: ModelDuration) -> tuple[tuple[str, str], ...]:
    """Shortest, usual and longest, and the rule that says so; empty where nobody has told."""
    spans = (("Minst", length.minimum), ("Vanlig", length.typical), ("Lengst", length.maximum))
    rows = tuple((term, span.label if span else "") for term, span in spans)
    return (*rows, ("Hjemmel", length.legal_basis or ""))


def status(linker: Linker, model: InclusionModel) -> Blocks:
    """What the participant is in law: employed or not, paid by whom, under which agreement."""
    found = model.participant_status
    if not isinstance(found, ParticipantStatus):
        return (Section("Status for den enkelte", (_hole(linker, found),), "status"),)
    rows = tuple(
        Fact(term, _stated(linker, found, one), linker.mark(one))
        for term, one in status_rows(found)
    )
    return (Section("Status for den enkelte", (Facts(rows, "status"),), "status"),)


def status_rows(found: ParticipantStatus) -> Iterator[tuple[str, Statement]]:
    """Question and answer; the first answer begins with the employment itself."""
    yield "Ansatt?", found.employment_note
    yield "Lønn", found.pay
    yield "Arbeidsmiljøloven", found.working_environment_act
    yield "Avtale", found.agreement
    if found.insurance:
        yield "Forsikring", found.insurance


def _stated(linker: Linker, found: ParticipantStatus, one: Statement) -> Blocks:
    return (
        said(employed(linker, found)) if one is found.employment_note else linker.blocks(one.text)
    )


def employed(linker: Linker, found: ParticipantStatus) -> Words:
    """Whether one is employed, with what is said about it."""
    note = linker.words(found.employment_note.text)
    return Strong((f"{found.employment.label}.",)), " ", *note


def funding(linker: Linker, model: InclusionModel) -> Blocks:
    """What it costs, and who pays for what."""
    told = payers(linker, model)
    return (Section("Hvem som betaler for hva", told, "okonomi"),)


def payers(linker: Linker, model: InclusionModel) -> Blocks:
    """Who pays for what, scheme by scheme."""
    if isinstance(model.funding, Absence) or not model.funding:
        return (_hole(linker, model.funding),)
    days = [one.checked for one in model.funding if one.checked]
    same = days[0] if len(days) > 1 and len(set(days)) == 1 else None
    rows = tuple(_scheme(linker, one, day=None if same else one.checked) for one in model.funding)
    if same is None:
        return (Facts(rows, "funding"),)
    once = Paragraph((f"Reglene er sist kontrollert {unbroken_date(same)}.",), "note")
    return Facts(rows, "funding"), once


def _scheme(linker: Linker, one: Funding, *, day: dt.date | None) -> Fact:
    """Who pays for what; `day` is when it was checked, where it is not said for all of them."""
    who = Quiet((f"Hvem betaler: {one.who_pays}.",), "who-pays")
    covered = (" Tilskuddet kan dekke tida til ", *linker.roles(one.covers), ".")
    covers: Words = covered if one.covers else ()
    days = _days(("Regelen gjelder fra", one.valid_from), ("Sist kontrollert", day))
    return Fact(
        one.scheme, said((who, " ", *linker.words(one.text), *covers, *days)), linker.mark(one)
    )


def _days(*days: tuple[str, dt.date | None]) -> Words:
    told = " ".join(f"{what} {unbroken_date(day)}." for what, day in days if day)
    return (" ", Quiet((told,), "dates")) if told else ()


def roles(linker: Linker, model: InclusionModel) -> Blocks:
    """Who takes part, what they are called here, and what they answer for."""
    head = columns("Rolle", "Ansvar i denne modellen", "Grunnlag")
    rows = tuple(_role(linker, one) for one in model.roles)
    table = Table(head, rows, f"Roller i {model.short_title}", widths=(4, 9, 4))
    return (Section("Roller", (table,), "roller"),)


def roles_by_name(linker: Linker, model: InclusionModel) -> Blocks:
    """The way to what each does in the model, where it is told what the role answers for."""
    acting = [one for one in model.roles if model in linker.book.models_by_role.get(one.role, ())]
    others = [one for one in model.roles if one not in acting]
    if not model.roles:
        return ()
    ways = tuple(Item(said((_own_page(linker, model, one),))) for one in acting)
    chips = ItemList(ways, kind="chips")
    alone = ItemList(tuple(_without_page(linker, one) for one in others))
    return (Section("Hvem gjør hva", tuple(one for one in (chips, alone) if one.items), "roller"),)


def _own_page(linker: Linker, model: InclusionModel, one: ModelRole) -> Ref:
    place = Place("duties", f"{one.role}/{model.id}")
    return Ref(place, upper_first(linker.title("role", one.role)), "chip")


def _without_page(linker: Linker, one: ModelRole) -> Item:
    """A role that no step of the model has a part for."""
    return Item(linker.blocks(one.responsibility), linker.mark(one),
                title=linker.heading("role", one.role))  # fmt: skip


def way_to_status(linker: Linker, model: InclusionModel) -> Ref:
    """Where the page of all models tells whether one is employed in this one, and what follows."""
    return Ref(page(STATUS, model.id), PAGES[STATUS], "chip")


def _role(linker: Linker, one: ModelRole) -> Row:
    local = (" ", Quiet((f"({one.local_name})",), "local-name")) if one.local_name else ()
    name = Cell(said((linker.heading("role", one.role), *local)))
    return Row((name, Cell(linker.blocks(one.responsibility)), Cell((), linker.mark(one))),
               basis=one.basis)  # fmt: skip


def rules_by_name(linker: Linker, model: InclusionModel) -> Blocks:
    """The rules one must know, where one in the register is named: its own page has its words."""
    return _rules(linker, model, lambda _: linker.naming)


def rules_on_paper(linker: Linker, model: InclusionModel) -> Blocks:
    """The same where nobody can follow a name: short rules are told, long ones pointed to.

    A point that only says the name of its rule once more has the words whatever their length.
    """
    names = {rule.title for rule in linker.book.rules}
    return _rules(linker, model, lambda one: linker if one.title in names else linker.on_paper)


def _rules(
    linker: Linker, model: InclusionModel, told_by: Callable[[LegalPoint], Linker]
) -> Blocks:
    title, anchor = "Regler dere må kjenne", "regler"
    if isinstance(model.legal, Absence) or not model.legal:
        return (Section(title, (_hole(linker, model.legal),), anchor),)
    rows = tuple(_rule(told_by(one), one) for one in model.legal)
    return (Section(title, (Facts(rows, "legal"),), anchor),)


def _rule(linker: Linker, point: LegalPoint) -> Fact:
    days = _days(("Regelen gjelder fra", point.valid_from))
    told = said((*linker.words(point.text), *days)) if days else linker.blocks(point.text)
    return Fact(point.title, told, linker.mark(point))


def _hole(linker: Linker, value: object) -> Paragraph:
    return linker.absence(value) if isinstance(value, Absence) else missing()
