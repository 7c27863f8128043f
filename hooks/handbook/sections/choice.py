"""What suits an employer: the chooser's questions, a tree on paper, every answer, whom to call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.document import places, titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Cell,
    Fact,
    Facts,
    Item,
    ItemList,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Table,
    columns,
    row,
    said,
)
from handbook.document.inline import Code, Inline, Link, Mark, Quiet, Ref, Strong, Words, joined
from handbook.document.linker import Linker
from handbook.document.places import CHOOSER, Place, page
from handbook.document.tools import Chooser, ChooserOption, ChooserQuestion
from handbook.model.deciding import Decided, Given, decide, table
from handbook.model.decision import (
    Circumstances,
    Contact,
    Decision,
    DecisionAnswer,
    DecisionQuestion,
    DecisionRule,
    DecisionTask,
)
from handbook.model.inclusion_model import InclusionModel
from handbook.model.monday import CALLED, monday
from handbook.model.noun import Basis
from handbook.norwegian import listed, unbroken_date
from handbook.sections.costing import ANCHOR, cost_of_instrument, hours_words

ORDINARY, MATTER, GOAL = "org", "sak", "mal"
OWN = (MATTER, "egen_ansatt")
"""The question and the answer of those whose own employee it is about."""
WEIGHING = "Slik bestemmer velgeren"
MONDAY, CALLS = "På mandag", "Hvem dere ringer"
_OTHERS = ("arrangor", "navkontor")
"""Employers of another kind, who have rows of their own on paper."""


def chooser_section(linker: Linker, decision: Decision) -> Section:
    """How one finds the way, with a script and without, and all that the way can lead to."""
    lead = "Svar på det dere vet, og hopp over resten."
    blocks = (
        Paragraph((lead,), "lead"),
        tree(linker, decision),
        Section(
            "Alle svarene",
            (*_always(linker, decision), *(_answer(linker, one) for one in decision.answers)),
            "svar",
        ),
        contacts_section(linker, decision),
    )
    return Section(titles.PAGES[CHOOSER], blocks, place=page(CHOOSER))


def weighing_section(linker: Linker, decision: Decision) -> Section:
    """The table itself, for those who want to know why, or to change it."""
    return Section(WEIGHING, _weighed(linker, decision), "tabell")


def no_chooser(linker: Linker) -> Section:
    """The page of a handbook that has no table to choose by: its address is promised."""
    ways = ("Håndboka har ingen velger ennå. Se ", linker.page(places.COMPARISON), ".")
    return Section(titles.PAGES[CHOOSER], (Paragraph(ways, "lead"),), place=page(CHOOSER))


def tree(linker: Linker, decision: Decision) -> Section:
    """The answers by what it is about and what one wants, on one sheet of paper."""
    how = Paragraph(("Finn raden deres. Står det flere svar, er det første nærmest.",))
    head = columns("Hva dere vil få til", "Mest aktuelt nå")
    rows = tuple(_tree_rows(linker, decision))
    told = Table(head, rows, "Beslutningstre: hva som passer når", "plain", (2, 3))
    return Section("På papir: finn raden deres", (how, told), "tre")


def _tree_rows(linker: Linker, decision: Decision) -> Iterator[Row | RowGroup]:
    by_id = {one.id: one for one in decision.questions}
    if not {ORDINARY, MATTER, GOAL} <= by_id.keys():
        return
    for matter in by_id[MATTER].options:
        yield RowGroup((matter.text,))
        for goal in by_id[GOAL].options:
            if not goal.only_for or matter.id in goal.only_for:
                chosen = {MATTER: (matter.id,), GOAL: (goal.id,)}
                yield _tree_row(linker, decision, goal.text, chosen)
    for other in by_id[ORDINARY].options:
        if other.id in _OTHERS:
            yield RowGroup((other.text,))
            for matter in by_id[MATTER].options:
                chosen = {ORDINARY: (other.id,), MATTER: (matter.id,)}
                yield _tree_row(linker, decision, matter.text, chosen)


def _tree_row(linker: Linker, decision: Decision, words: str, chosen: Given) -> Row:
    led: Decided = decide(table(decision, linker.book), chosen, decision.checked)
    ways: list[Words] = [(_spot(decision.answer_by_id[name]),) for name, _ in led.best]
    return row(words, joined(ways, ", "))


def _spot(answer: DecisionAnswer) -> Ref:
    return Ref(page(CHOOSER, _anchor(answer)), answer.title)


def _anchor(answer: DecisionAnswer) -> str:
    return f"svar-{answer.id}"


def _answer(linker: Linker, answer: DecisionAnswer) -> Section:
    """One answer whole: what it is, what it asks, Monday's list, whom to call, what it rests on."""
    blocks: Blocks = (
        Paragraph((*linker.words(answer.sentence), " ", answer.today)),
        Facts(tuple(_facts(linker, answer))),
        Paragraph((Strong((MONDAY,)),)),
        _monday(linker, answer),
        Paragraph((Strong((CALLS,)),)),
        ItemList(tuple(_call(linker, name, answer.id) for name in answer.contacts), kind="calls"),
        *_ways(linker, answer),
        Paragraph(("Grunnlag: ", linker.resting(answer.basis, answer.sources)), "provenance"),
    )
    return Section(answer.title, blocks, _anchor(answer), "answer")


def _facts(linker: Linker, answer: DecisionAnswer) -> Iterator[Fact]:
    yield Fact("Krever av dere", linker.blocks(answer.asks))
    instrument = linker.book.instrument_by_id.get(answer.instrument or "")
    model = linker.book.model_by_id.get(
        instrument.hours_as or "" if instrument else answer.model or ""
    )
    spot = Place("instrument", instrument.id) if instrument else None
    if model:
        place = (spot or Place("model", model.id)).at(ANCHOR)
        yield Fact(
            "Regn med",
            said((*hours_words(linker, model), *_as_in(answer, model), Ref(place, "Regn selv"))),
        )
    elif instrument and spot and cost_of_instrument(linker, instrument):
        yield Fact(
            "Regn med",
            said(("Lønn, minus det Nav kan betale. ", Ref(spot.at(ANCHOR), "Regn selv"))),
        )


def _as_in(answer: DecisionAnswer, model: InclusionModel) -> Words:
    """Whose hours they are, where the answer has none of its own."""
    return (f"Som i {model.short_title}. ",) if answer.instrument else ()


def _monday(linker: Linker, answer: DecisionAnswer) -> ItemList:
    """Things to do in the order of the file; what the check has found missing, by its name."""
    decision = linker.book.decision
    known = decision.task_by_id if decision else {}
    lines = [_task(linker, one, answer.id) for one in known.values() if one.id in answer.monday]
    lost = [Item(said(name)) for name in answer.monday if name not in known]
    return ItemList((*lines, *lost), ordered=True)


def _task(linker: Linker, task: DecisionTask, answer: str = "") -> Item:
    """One thing to do, at a spot that the script takes it from."""
    told = (*linker.words(task.text), *_told_when(linker, task))
    return Item(said(told), anchor=f"gjor-{answer}-{task.id}")


def _told_when(linker: Linker, task: DecisionTask) -> Words:
    """When a thing is done, for those who read the list without having answered."""
    decision = linker.book.decision
    told = _asked(decision, task.when) if decision else ""
    return (" ", Quiet((f"(Gjelder {told}.)",), "when")) if told else ()


def _asked(decision: Decision, asked: Circumstances | None) -> str:
    """`når «Hvem som tok kontakt» er «En veileder i Nav»`."""
    headings = {one.id: one.heading for one in decision.questions}
    told = (
        f"«{headings.get(name, name)}» er «{_any(decision, name, values)}»"
        for name, values in (asked.asked if asked else ())
    )
    return f"når {'; '.join(told)}" if asked and asked.asked else ""


def _always(linker: Linker, decision: Decision) -> Iterator[Section]:
    """What is on the list whatever comes out of it."""
    tasks = [one for one in decision.tasks if one.always]
    if tasks:
        lines = tuple(_task(linker, one) for one in tasks)
        yield Section("Uansett svar", (ItemList(lines, ordered=True),), "alltid")


def _ways(linker: Linker, answer: DecisionAnswer) -> Iterator[Block]:
    ways: list[Inline] = []
    model = linker.book.model_by_id.get(answer.model or "")
    if model:
        start = linker.part(model, titles.GETTING_STARTED, "Kom i gang")
        ways += [
            Ref(start.place, "Kom i gang", "button"),
            Ref(Place("model", model.id), f"Modellen {model.short_title}"),
            linker.part(model, titles.MEMO),
        ]
    if answer.instrument:
        place = Place("instrument", answer.instrument)
        ways += [
            Ref(place.at("begynn"), "Slik begynner dere", "button"),
            linker.to("instrument", answer.instrument),
        ]
    if ways:
        yield Paragraph(joined([(one,) for one in ways], " "), "more")


def _call(linker: Linker, name: str, answer: str) -> Item:
    decision = linker.book.decision
    contact = decision.contact_by_id.get(name) if decision else None
    anchor = f"ring-{answer}-{name}"
    if contact is None:
        return Item(said(name), anchor=anchor)
    alone = not (contact.phone or contact.url)
    told = linker.blocks(contact.words) if alone else ()
    return Item((*said(contact_words(contact)), *told), anchor=anchor)


def contact_words(contact: Contact) -> Words:
    """`Arbeidsgivertelefonen i Nav: 55 55 33 36 (tast 1 …). Siden`: who, number and page."""
    words: list[Inline] = [Ref(page(CHOOSER, f"kontakt-{contact.id}"), contact.title)]
    if contact.phone:
        number = contact.phone.replace(" ", "\u00a0")
        words += [": ", Link(f"tel:+47{contact.phone.replace(' ', '')}", (number,))]
        words += [f" ({contact.keys})"] if contact.keys else []
    if contact.url:
        words += [" · ", Link(contact.url, ("nettside",))]
    return tuple(words)


def way_to_nav(linker: Linker) -> Blocks:
    """The number an employer calls, for a page that says «ring Nav»; the first contact has it."""
    decision = linker.book.decision
    if decision is None:
        return ()
    return (Paragraph((Strong(("Ring Nav.",)), " ", *contact_words(decision.contacts[0])), "call"),)


def contacts_section(linker: Linker, decision: Decision) -> Section:
    """Everyone an employer may turn to, with number, page and the day it was checked."""
    facts = tuple(
        Fact(
            one.title, tuple(_contact(linker, one)), linker.resting(one.basis, one.sources),
            f"kontakt-{one.id}",
        )
        for one in decision.contacts
    )  # fmt: skip
    return Section("Hvem dere ringer", (Facts(facts, "list"),), "kontakter")


def _contact(linker: Linker, one: Contact) -> Iterator[Block]:
    if one.phone:
        number = Link(f"tel:+47{one.phone.replace(' ', '')}", (one.phone.replace(" ", "\u00a0"),))
        keys = f", {one.keys}" if one.keys else ""
        hours = f". Åpent {one.hours}" if one.hours else ""
        yield Paragraph(("Telefon ", number, f"{keys}{hours}."))
    yield from linker.blocks(one.words)
    if one.url:
        yield Paragraph((Link(one.url, (one.url.removeprefix("https://"),)),))
    yield from _called_when(linker, one)
    yield Paragraph((f"Kontrollert {unbroken_date(one.checked)}.",), "note")


def _called_when(linker: Linker, one: Contact) -> Iterator[Block]:
    decision = linker.book.decision
    if decision and one.after:
        yield Paragraph((f"Ringes først når «{_any(decision, CALLED, one.after)}» tok kontakt.",))
    if decision and one.unless:
        yield Paragraph((f"Går ut {_asked(decision, one.unless)}.",))


def _weighed(linker: Linker, decision: Decision) -> Blocks:
    how = (f"Høyst {decision.most} svar kommer øverst, og høyst {decision.others} står som også "
           "mulig. Et spørsmål stilles bare når svaret kan endre noe av dette. Passer ingen linje, "
           "foreslår vi dette: ")  # fmt: skip
    fallback = decision.answer_by_id.get(decision.fallback)
    last = (fallback.title if fallback else decision.fallback) + "."
    checked = f" Hele tabellen ble sist lest {unbroken_date(decision.checked)}."
    return (
        Paragraph((how, last, checked)),
        *_alone(decision),
        _questions(decision),
        _table(linker, decision),
        _unnamed(decision),
        _tasks(linker, decision),
    )


def _alone(decision: Decision) -> Iterator[Paragraph]:
    for one in decision.answers:
        if one.stands_alone:
            yield Paragraph((f"{one.title} kan stå øverst: Det bygger på noe som gjelder i dag.",))


def _questions(decision: Decision) -> Table:
    rows = tuple(row for one in decision.questions for row in _question_rows(decision, one))
    return Table(columns("Svar", "I adressen", "Vises ved"), rows, "Spørsmålene", "plain")


def _question_rows(decision: Decision, asked: DecisionQuestion) -> Iterator[Row | RowGroup]:
    many = " Flere svar er mulig." if asked.many else ""
    skipped = ", ".join(_words(decision, asked.id, one) for one in asked.skipped)
    about = (
        f"{asked.heading}: {asked.text} {asked.help or ''}{many} Uten svar: {skipped}. "
        f"Betyr noe i {_looked_at(decision, asked.id)}."
    )
    yield RowGroup((about,))
    for option in asked.options:
        only = ", ".join(_words(decision, MATTER, one) for one in option.only_for)
        yield row(option.text, (Code(f"{asked.id}={option.id}"),), only or "alltid")


def _looked_at(decision: Decision, question: str) -> str:
    """The lines of the table that ask about it, by number when they are few."""
    lines = [
        one.id for one in decision.rules
        if any(question == name for name, _ in (*one.when.asked, *_but_not(one)))
    ]  # fmt: skip
    if len(lines) > _FEW:
        return f"{len(lines)} linjer"
    return (
        f"{'linje' if len(lines) == 1 else 'linjene'} {listed(lines)}" if lines else "ingen linje"
    )


_FEW = 12


def _but_not(rule: DecisionRule) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return rule.unless.asked if rule.unless else ()


def _words(decision: Decision, question: str, option: str) -> str:
    return decision.words_of.get((question, option), option)


def _table(linker: Linker, decision: Decision) -> Table:
    head = columns("Nr.", "Utfall", "Plass", "Når", "Grunn")
    rows = tuple(_line(linker, decision, one) for one in decision.rules)
    return Table(head, rows, "Linjene i tabellen", "wide", (1, 3, 2, 5, 4))


def _line(linker: Linker, decision: Decision, rule: DecisionRule) -> Row:
    answer = decision.answer_by_id.get(rule.answer)
    running = ", avtaler som løper" if rule.running else ""
    place = f"{rule.level.label} ({rule.rank}){running}"
    why = Cell(said(rule.why), _carried(linker, rule))
    when = _when(decision, rule.when, "")
    unless = _when(decision, rule.unless, "Men ikke: ") if rule.unless else ()
    cells = (rule.id, answer.title if answer else rule.answer, place)
    return Row((*(Cell(said(one)) for one in cells), Cell((*when, *unless)), why))


def _carried(linker: Linker, rule: DecisionRule) -> Mark | None:
    if not rule.sources:
        return None
    return linker.resting(Basis.INTERPRETATION, rule.sources)


def _when(decision: Decision, asked: Circumstances, before: str) -> Blocks:
    headings = {one.id: one.heading for one in decision.questions}
    told = tuple(
        Paragraph((f"{before}{headings.get(name, name)}: {_any(decision, name, values)}",))
        for name, values in asked.asked
    )
    return told or said("Alltid")


def _any(decision: Decision, question: str, options: Iterable[str]) -> str:
    return " / ".join(_words(decision, question, one) for one in options)


def _tasks(linker: Linker, decision: Decision) -> Table:
    """When each thing on Monday's list is done; those that always are have nothing beside them."""
    rows = tuple(
        Row((Cell(said((Code(one.id),))), Cell(said(linker.words(one.text))),
             Cell((*_when(decision, one.when, ""),
                   *(_when(decision, one.unless, "Men ikke: ") if one.unless else ())))))
        for one in decision.tasks
    )  # fmt: skip
    return Table(
        columns("Id", "Gjøremål", "Når"), rows, "Gjøremålene på mandag", "plain", (2, 5, 4)
    )


def _unnamed(decision: Decision) -> Table:
    rows = tuple(row(one.title, one.otherwise) for one in decision.answers if one.otherwise)
    return Table(
        columns("Utfall", "Når ingen linje treffer"), rows, "Når ingenting treffer", "plain"
    )


def chooser(linker: Linker, decision: Decision) -> Chooser:
    """What the script asks and weighs."""
    return Chooser(
        tuple(map(_question, decision.questions)),
        tuple((one.id, one.title, page(CHOOSER, _anchor(one))) for one in decision.answers),
        tuple(one.id for one in decision.answers if one.model),
        table(decision, linker.book),
        page(places.COMPARISON),
        page(places.SMALL),
        monday(decision),
        tuple((one.id, one.title) for one in decision.contacts),
    )


def _question(asked: DecisionQuestion) -> ChooserQuestion:
    options = tuple(ChooserOption(one.id, one.text, one.only_for) for one in asked.options)
    return ChooserQuestion(
        asked.id, asked.text, asked.heading, asked.help or "", asked.many, options
    )
