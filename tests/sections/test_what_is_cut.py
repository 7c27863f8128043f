"""What a page about a role leaves out of an action is never a condition or a limit."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.build import Build
from handbook.document.blocks import Checklist
from handbook.document.linker import Linker
from handbook.document.walk import walk
from handbook.model.duties import MyRole, roles_in_models
from handbook.model.prose import Prose
from handbook.model.readability import sets_a_limit
from handbook.render.search_text import SearchText
from handbook.sections.moments import moments_on_screen


def told_on_pages(real: Build) -> Iterator[tuple[MyRole, Prose, str]]:
    """Each action of each role that is not the participant's, with its words on the page."""
    assert real.book is not None
    linker = Linker(real.book)
    for role in real.book.roles:
        for mine in roles_in_models(real.book, role):
            if not mine.takes_part:
                words = {
                    (one.anchor.removeprefix("steg-"), task.id): SearchText().lines(task.blocks)
                    for one in walk(tuple(moments_on_screen(linker, mine)))
                    if isinstance(one, Checklist)
                    for task in one.tasks
                }
                for act in mine.acts:
                    yield mine, act.item.text, words[act.step.id, act.item.id]


def test_no_page_of_a_role_cuts_a_condition(real: Build) -> None:
    seen = 0
    for mine, text, told in told_on_pages(real):
        rest = text.rest.plain if text.rest else ""
        if sets_a_limit(rest):
            seen += 1
            names = {form.id: form.called for form in real.book.forms}
            last = rest.split()[-1].strip(".()")
            assert names.get(last, last) in told, (mine.role.id, text.plain, told)
    assert seen > 60
