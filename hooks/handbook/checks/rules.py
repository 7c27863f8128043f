"""Whether every rule is whole, and every text that asks for one gets its words."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.cycles import cycles
from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding
from handbook.model.handbook import Handbook
from handbook.model.links import WHOLE
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
                fix="skriv «basis: regulation», «agreement» eller «guidance»; er det et "
                "råd, hører det hjemme i teksten og ikke blant reglene",
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
