"""Whether every rule is whole, and every text that asks for one gets its words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from handbook.checks.cycles import cycles
from handbook.checks.walk import Owner, Value
from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import Status
from handbook.model.links import WHOLE
from handbook.model.process import Level
from handbook.model.rule import Rule
from handbook.model.transclusion import ASKED, VARIANTS, wording


def every_rule_has_a_day_to_be_read_again(book: Handbook, where: Where) -> Iterator[Finding]:
    """En regel sier når den slutter å gjelde, eller når noen må lese den på nytt."""
    for rule in book.rules:
        if rule.look_again is None and rule.withdrawn is None:
            yield finding(
                "R01", where("rule", rule.id, "id"), f"regelen «{rule.id}» har ingen sluttdato",
                fix="legg til «check_by:» med dagen noen må lese den på nytt, eller «valid_to:»",
            )  # fmt: skip


def every_rule_is_made_by_others(book: Handbook, where: Where) -> Iterator[Finding]:
    """En regel er lest i en kilde; det vi selv mener, er ingen regel."""
    for rule in book.rules:
        if not rule.basis.documented:
            yield finding(
                "R02", where("rule", rule.id, "basis"),
                f"regelen «{rule.id}» er merket «{rule.basis.label}»",
                fix="skriv «basis: regulation», «basis: agreement» eller «basis: guidance»; er "
                "det et råd, hører det hjemme i teksten og ikke blant reglene",
            )  # fmt: skip


def every_rule_asked_for_has_the_words(book: Handbook, where: Where) -> Iterator[Finding]:
    """En tekst henter bare varianter som regelen har."""
    for text, asked in where.search(ASKED):
        name, variant = asked[1], asked[2] or ""
        rule = book.rule_by_id.get(name)
        if rule is None or wording(rule, variant) is not None:
            continue  # a rule that is not there is told of as any other reference
        place = where.near(text, asked[0])
        known = ", ".join(_variants(rule)) or "ingen"
        if variant in VARIANTS:
            fix = f"skriv «{VARIANTS[variant]}:» i model/rules/{name}.yml"
        else:
            fix = f"skriv [[{WHOLE}:{name}]], eller en av variantene: {', '.join(VARIANTS)}"
        yield finding(
            "R03", place, f"regelen «{name}» har ikke varianten «{variant}»",
            found=f"varianter den har: {known}", fix=fix,
        )  # fmt: skip


def _variants(rule: Rule) -> list[str]:
    return [word for word in VARIANTS if wording(rule, word) is not None]


def no_rule_tells_itself(book: Handbook, where: Where) -> Iterator[Finding]:
    """En regel henter ikke sine egne ord, heller ikke gjennom andre regler."""
    asked: dict[str, list[str]] = {rule.id: [] for rule in book.rules}
    for text, found in where.search(ASKED):
        if text.kind == "rule":
            asked[text.owner[1]].append(found[1])
    own = [[name] for name, others in asked.items() if name in others]
    for ring in (*own, *cycles(asked)):
        yield finding(
            "R04", where("rule", ring[0], "id"), f"regelen «{ring[0]}» henter seg selv",
            found=" → ".join([*ring, ring[0]]), fix="skriv ordene i stedet for en av henvisningene",
        )  # fmt: skip


_WARNED = dt.timedelta(days=60)
"""So long before the day somebody is told, so that there is time to read the sources again."""


def every_rule_is_read_before_its_day(
    book: Handbook, where: Where, today: dt.date
) -> Iterator[Finding]:
    """En regel leses på nytt i god tid før den går ut."""
    for rule in book.rules:
        day = rule.look_again
        if rule.withdrawn or day is None or not today <= day <= today + _WARNED:
            continue
        field = "valid_to" if day == rule.valid_to else "check_by"
        said = "går ut" if field == "valid_to" else "skal leses på nytt"
        yield finding(
            "R05", where("rule", rule.id, field),
            f"regelen «{rule.id}» {said} {day.isoformat()}",
            found=f"om {(day - today).days} dager; i dag er det {today.isoformat()}",
            fix="les kilden på nytt, rett regelen om den er endret, og sett en ny dato",
        )  # fmt: skip


def no_rule_is_past_its_day(book: Handbook, where: Where, today: dt.date) -> Iterator[Finding]:
    """Ingen regel har gått ut, eller skulle vært lest på nytt."""
    for rule in book.rules:
        day = rule.look_again
        if rule.withdrawn or day is None or day >= today:
            continue
        field = "valid_to" if day == rule.valid_to else "check_by"
        said = "gjaldt bare til" if field == "valid_to" else "skulle vært lest på nytt innen"
        yield finding(
            "R06", where("rule", rule.id, field),
            f"regelen «{rule.id}» {said} {day.isoformat()}",
            found=f"i dag er det {today.isoformat()}",
            fix="finn ut hva som gjelder nå, og rett regelen og datoen; gjelder den ikke lenger, "
            f"trekk den: make retire ARGS=\"rule {rule.id} --reason '…'\"",
        )  # fmt: skip


def every_model_is_reviewed_before_its_rules_expire(
    book: Handbook, where: Where, today: dt.date
) -> Iterator[Finding]:
    """En modell gjennomgås før den dagen en regel den sier, går ut."""
    for model in book.models:
        ends = [
            (rule.valid_to, rule.id) for rule in _told_in(book, where, ("model", model.id))
            if rule.valid_to and rule.valid_to >= today and not rule.withdrawn
        ]  # fmt: skip
        if not ends or model.review_by is None or model.status is Status.WITHDRAWN:
            continue
        day, name = min(ends)
        if model.review_by >= day:
            yield finding(
                "R07", where("model", model.id, "review_by"),
                f"modellen «{model.id}» gjennomgås ikke før regelen «{name}» går ut",
                found=f"review_by: {model.review_by}; regelen gjelder til {day}",
                fix=f"sett «review_by:» til en dag før {day}",
            )  # fmt: skip


def _told_in(book: Handbook, where: Where, owner: Owner) -> list[Rule]:
    """The rules that the texts of an entry tell."""
    names = {found[1] for text, found in where.search(ASKED) if text.owner == owner}
    return [book.rule_by_id[name] for name in sorted(names) if name in book.rule_by_id]


def expired_under_a_must(
    book: Handbook, where: Where, today: dt.date
) -> Iterator[tuple[Value, Rule]]:
    """Where something that must be done rests on a rule that is over; this stops a release.

    A text rests on a rule that it asks for, and on one whose findings it names itself, when they
    carry no rule that still holds: a finding may tell of much.
    """
    over = [rule for rule in book.rules if rule.over(today) and not rule.withdrawn]
    holds = {number for rule in book.rules if not rule.over(today) for number in rule.sources}
    for text in where.texts if over else ():
        if getattr(text.holder, "level", None) is Level.MUST and text.field == "text":
            asked = {found[1] for found in ASKED.finditer(text.source)}
            yield from (
                (text, rule) for rule in over
                if rule.id in asked or set(text.cites) & (set(rule.sources) - holds)
            )  # fmt: skip
