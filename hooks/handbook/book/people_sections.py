"""Roles, derived from the steps, and the themes that run across the models."""

from __future__ import annotations

from handbook.book import tree
from handbook.book.tree import Blocks
from handbook.book.words import Words
from handbook.model.people import Theme


def themes_chapter(words: Words) -> Blocks:
    """What runs across the models."""
    return [
        tree.heading(1, "Temaer", "part:temaer", over="Oppslag"),
        {"t": "entry", "foot": f"Temaer · utgave {words.book.edition.edition}"},
        tree.paragraph("Det som går på tvers av modellene, skrevet til arbeidsgivere.",
                       style="lead"),
        *(tree.chunk(("theme", t.id), (), _theme(words, t)) for t in words.book.themes),
    ]  # fmt: skip


def _theme(words: Words, theme: Theme) -> Blocks:
    blocks: Blocks = [
        tree.heading(2, theme.title, f"theme:{theme.id}", over="Tema", fresh=True),
        tree.paragraph(words.run(theme.summary)),
    ]
    for section in theme.sections:
        blocks += [tree.heading(3, section.title), *words.statements(section.statements)]
    if theme.forms:
        blocks += [tree.heading(3, "Skjemaer")]
        blocks.append(tree.items(tree.item(words.form(form)) for form in theme.forms))
    steps = words.book.steps_by_theme.get(theme.id, ())
    if steps:
        blocks += [tree.heading(3, "Steg der dette gjelder"), tree.terms(words.steps(steps))]
    return blocks
