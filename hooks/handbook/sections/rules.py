"""The rules others have made: to whoever keeps them, and to whoever writes them into a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Fact,
    Facts,
    Fold,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Section,
    Table,
    columns,
    row,
    said,
)
from handbook.document.inline import Ref, Strong, spread
from handbook.document.linker import Linker
from handbook.document.places import RULES, RULES_IN_TEXTS, Place, page
from handbook.model.rule import Amount, OwnList, Rule, RuleKind, SpokenOf
from handbook.norwegian import counted, listed, number, unbroken_date, upper_first
from handbook.sections.around import withdrawn
from handbook.sections.reference import Uses, rule_key

_KINDS = {
    RuleKind.PROHIBITION: "Forbud", RuleKind.DUTY: "Plikter", RuleKind.RIGHT: "Rettigheter",
    RuleKind.DEADLINE: "Frister", RuleKind.DURATION: "Varigheter",
    RuleKind.AGE_LIMIT: "Aldersgrenser", RuleKind.RATE: "Satser", RuleKind.SCHEME: "Ordninger",
}  # fmt: skip
"""What the rules of a kind are called together."""
_TO = (
    ("short", "Kort"),
    ("role", "Til deg som har en rolle"),
    ("participant", "Til deg som deltar"),
)


def rules_section(linker: Linker) -> Section:
    """Every rule by kind, with what it is a condition for."""
    words = ("Satser, frister, varigheter, plikter og forbud som andre har bestemt. Hver regel har "
             "én ordlyd, og håndboka sier den likt overalt.")  # fmt: skip
    rules = _in_force(linker)
    kinds = (
        Section(_KINDS[kind], (ItemList(lines, kind="names"),), kind.value.replace("_", "-"))
        for kind in RuleKind
        if (lines := tuple(_line(linker, one) for one in rules if one.kind is kind))
    )
    return Section(titles.PAGES[RULES], (Paragraph((words,), "lead"), *kinds), place=page(RULES))


def _in_force(linker: Linker) -> list[Rule]:
    return [rule for rule in linker.book.rules if not rule.withdrawn]


def _line(linker: Linker, rule: Rule) -> Item:
    return Item(said(linker.words(rule.condition)), title=linker.to("rule", rule.id))


def rules_by_day(linker: Linker) -> Blocks:
    """The rules by the day somebody must look at each again; nothing where none has a day."""
    rules = _in_force(linker)
    days = sorted((day, rule.title, rule) for rule in rules if (day := rule.look_again))
    if not days:
        return ()
    rows = tuple(
        row(unbroken_date(day), (linker.to("rule", rule.id), _what(rule, day)))
        for day, _, rule in days
    )
    head = columns("Dato", "Regel")
    table = Table(head, rows, "Regler etter dato")
    return (Section("Etter dato", (table,), "etter-dato"),)


def _what(rule: Rule, day: dt.date) -> str:
    return ": går ut etter denne dagen" if day == rule.valid_to else ": leses på nytt innen da"


def rule_section(linker: Linker, rule: Rule, used: Uses) -> Section:
    """One rule in a book: what it says, when it holds, what it rests on, and where it is told.

    Its other wordings and what the check looks for are for editors, who have a page of their own.
    """
    return _told(rule, (*_what_holds(linker, rule), *_used_at(linker, rule, used)))


def rule_on_screen(linker: Linker, rule: Rule, used: Uses) -> Section:
    """The same to whoever keeps it, with the models it holds in; an editor's page has the rest."""
    models = _models(linker, used.get(rule_key(rule.id), ()))
    return _told(rule, (*_what_holds(linker, rule), *models))


def rules_in_texts_section(linker: Linker, used: Uses) -> Section:
    """To whoever writes: the days, then each rule with its uses, its wordings and its check."""
    lead = ("Når hver regel må leses på nytt, hvor den er sagt, hvilke ordlyder den har, og hva "
            "kontrollen holder tekstene opp mot.")  # fmt: skip
    each = (
        Section(rule.title, told, rule.id)
        for rule in linker.book.rules
        if (told := _of_the_texts(linker, rule, used))
    )
    blocks = (Paragraph((lead,), "lead"), *rules_by_day(linker), *each)
    return Section(titles.PAGES[RULES_IN_TEXTS], blocks, place=page(RULES_IN_TEXTS))


def _told(rule: Rule, blocks: Blocks) -> Section:
    return Section(rule.title, blocks, place=Place("rule", rule.id), over="Regel")


def _what_holds(linker: Linker, rule: Rule) -> Blocks:
    mark = linker.resting(rule.basis, rule.sources)
    wording = ItemList((Item(linker.blocks(rule.wording), mark),), kind="statement")
    return (
        *withdrawn(linker, "rule", rule.withdrawn),
        wording,
        Facts(tuple(_facts(linker, rule)), "list"),
        *_amounts(rule),
    )


def _of_the_texts(linker: Linker, rule: Rule, used: Uses) -> Blocks:
    """What an editor asks: where it is told, in which words, and what other texts are held to."""
    return (*_used_at(linker, rule, used), *_variants(linker, rule), *_held_against(rule))


def _models(linker: Linker, told: Sequence[Ref]) -> Blocks:
    """The models that tell of a rule, by their names; one may tell that it does not hold there."""
    models = [linker.to("model", ref.place.name) for ref in told if ref.place.kind == "model"]
    return (Paragraph(("Omtalt i ", *spread(models, " · "), "."), "more"),) if models else ()


def expiry(rule: Rule, today: dt.date | None) -> Blocks:
    """That a rule is over: said now, or kept for the day when the reader's clock says so."""
    if rule.valid_to is None or rule.withdrawn:
        return ()
    title = Strong((f"Denne regelen gjaldt til {unbroken_date(rule.valid_to)}.",))
    rest = " Finn ut hva som gjelder nå, før dere bruker den."
    first = None if rule.over(today) else rule.valid_to + dt.timedelta(days=1)
    return (Notice("expired", (title, rest), first),)


def _facts(linker: Linker, rule: Rule) -> Iterator[Fact]:
    yield Fact("Type", said(rule.kind.label))
    yield Fact("Gjelder når", linker.blocks(rule.condition))
    if rule.exceptions:
        yield Fact("Unntak", linker.blocks(rule.exceptions))
    yield Fact("Hjemmel", said("; ".join(rule.legal_basis)))
    if rule.valid_from:
        yield Fact("Gjelder fra", said(unbroken_date(rule.valid_from)))
    if rule.valid_to:
        yield Fact("Gjelder til", said(f"{unbroken_date(rule.valid_to)}. {AFTERWARDS}"))
    if rule.check_by:
        yield Fact("Sjekkes innen", said(unbroken_date(rule.check_by)))


AFTERWARDS = "Hvis dere trenger regelen lenger, finner dere først ut hva som gjelder etter det."
"""What a reader does before the day has come; a notice takes over on the day after."""


def _amounts(rule: Rule) -> Blocks:
    if not rule.amounts:
        return ()
    rows = tuple(
        Fact(upper_first(one.title), said(amount_text(one)), anchor=one.id) for one in rule.amounts
    )
    return (Section("Tallene", (Facts(rows, "list"),), "tall"),)


def amount_text(one: Amount) -> str:
    """`21 730 kroner per måned`, `40 prosent av lønna til det har gått 6 måneder`."""
    each = f" per {one.per.label}" if one.per else ""
    least = "minst " if one.least else ""
    share = " av lønna" if one.of_wage else ""
    until = f" til det har gått {one.until.label}" if one.until else ""
    when = f", {one.when}" if one.when else ""
    return f"{least}{number(one.amount)} {one.unit.label}{each}{share}{until}{when}"


def _variants(linker: Linker, rule: Rule) -> Blocks:
    rows = tuple(
        Fact(title, linker.blocks(words))
        for field, title in _TO
        if (words := getattr(rule.variants, field, None))
    )
    if not rows:
        return ()
    told = Fold("Vis ordlydene", (Facts(rows, "list"),))
    return (Section("Samme regel i andre ordlyder", (told,)),)


def _held_against(rule: Rule) -> Blocks:
    """What the check looks for in all other texts, so that an auditor can see it."""
    own = (_list_of(rule.own_list),) if rule.own_list else ()
    lines = (*map(_spoken_of, rule.spoken_of), *own)
    if not lines:
        return ()
    items = ItemList(tuple(Item(said(line)) for line in lines))
    told = Fold("Vis hva kontrollen ser etter", (items,))
    return (Section("Hva kontrollen ser etter", (told,)),)


def _spoken_of(one: SpokenOf) -> str:
    words = " og ".join(f"«{'» eller «'.join(either.split('|'))}»" for either in one.words)
    also = f" Også riktig: {listed([number(amount) for amount in one.also])}." if one.also else ""
    return f"Når en setning har {words}, skal tallet i {one.unit.label} være regelens.{also}"


def _list_of(one: OwnList) -> str:
    words = "» eller «".join(one.words)
    items = listed([f"«{'» eller «'.join(item.split('|'))}»" for item in one.items])
    must = "skal alle være med" if one.may_be_told else "skal lista hentes herfra"
    return f"Når en tekst har «{words}» og minst {one.fewest} av disse, {must}: {items}."


def _used_at(linker: Linker, rule: Rule, used: Uses) -> Blocks:
    """Where the rule is said; a role's page in a model says what the steps and the role say."""
    told = used.get(rule_key(rule.id), ())
    refs = [ref for ref in told if ref.place.kind != "duties" or _whole_role(linker, ref.place)]
    if not refs:
        return ()
    lines = ItemList(tuple(Item(said((ref,))) for ref in refs), kind="uses")
    count = f"Brukt {counted(len(refs), 'sted', 'steder')}"
    return (Section("Her sies regelen", (Fold(count, (lines,)),)),)


def _whole_role(linker: Linker, place: Place) -> bool:
    """Whether a role is told of nowhere else than on its page in a model."""
    role = place.name.partition("/")[0]
    return linker.to("role", role).place == place
