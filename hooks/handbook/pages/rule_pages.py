"""Pages of the rules that others have made."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.places import RULES
from handbook.model.rule import Rule
from handbook.pages.context import Context, compose, contents
from handbook.pages.page import Crumb, Page
from handbook.sections.around import brief_foot
from handbook.sections.reference import Uses
from handbook.sections.rules import expiry, rule_on_screen, rules_section

_RULES = (Crumb(titles.PAGES[RULES], RULES),)


def rule_pages(context: Context, used: Uses) -> Iterator[Page]:
    """All rules, then each; `used` is known when all that tells them is composed."""
    told = rules_section(context.linker)
    yield compose(
        told,
        kind="rules",
        description="Satser, frister, varigheter, plikter og forbud, hver med én ordlyd.",
        above=(contents(told),),
    )
    yield from (_rule_page(context, rule, used) for rule in context.book.rules)


def _rule_page(context: Context, rule: Rule, used: Uses) -> Page:
    source = f"model/rules/{rule.id}.yml"
    return compose(
        rule_on_screen(context.linker, rule, used),
        kind="rule",
        description=rule.wording.plain,
        above=expiry(rule, context.today),
        below=(brief_foot(None, source),),
        source=source,
        crumbs=_RULES,
    )
