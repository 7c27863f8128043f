"""What stands before the models: how to use the book, what is new, the models side by side."""

from __future__ import annotations

from handbook.book import tree
from handbook.book.tree import Blocks, Run
from handbook.book.words import Words
from handbook.model.form import Change
from handbook.norwegian import unbroken_date


def news(words: Words) -> Blocks:
    """What is new in this edition, in the book and in each model and form."""
    edition = words.book.edition
    blocks: Blocks = [
        tree.heading(1, "Nytt siden sist", "part:nytt", over="Først", flow=True),
        {"t": "entry", "foot": f"Nytt · utgave {edition.edition}"},
        *([changes(words, edition.changes)] if edition.changes else []),
    ]
    for model in words.book.models:
        if model.changes:
            blocks.append(tree.heading(2, model.short_title))
            blocks.append(changes(words, model.changes))
    changed = [form for form in words.book.forms if form.changes]
    if changed:
        rows: list[tree.Item] = []
        for form in changed:
            last = form.changes[-1]
            text: Run = [*words.form(form.id), f", versjon {last.version}: ", *words.run(last.what)]
            rows.append(tree.item(text))
        blocks += [tree.heading(2, "Skjemaer"), tree.items(rows)]
    return [*blocks, *_valid_now(words)]


def _valid_now(words: Words) -> Blocks:
    """Every version that holds in this edition, so that a binder can be checked by hand."""
    book = words.book
    rows: list[list[object]] = []
    for model in book.models:
        name = tree.go(f"model:{model.id}", model.short_title, page=True)
        rows.append(["Modell", [name], model.version, unbroken_date(model.valid_from)])
    for form in book.forms:
        name = tree.go(f"form:{form.id}", words.titles[form.id], page=True)
        rows.append([form.id, [name], form.version, unbroken_date(form.valid_from)])
    return [
        tree.heading(2, f"Dette gjelder i utgave {book.edition.edition}"),
        tree.paragraph("Nummer og versjon står nederst på hvert ark. Er tallet på arket et annet "
                       "enn her, er arket fra en annen utgave.", keep=True),
        tree.table(("Nummer", "Navn", "Versjon", "Gjelder fra"), rows, (3, 14, 3, 6),
                   style="tasks"),
    ]  # fmt: skip


def changes(words: Words, made: tuple[Change, ...]) -> tree.Node:
    """What changed, newest first."""
    lines = []
    for change in reversed(made):
        who = [" Gjelder ", *words.roles(change.affects), "."] if change.affects else []
        text = [f"{unbroken_date(change.date)}: ", *words.run(change.what), *who]
        lines.append(tree.item(text, term=[change.version]))
    return tree.items(lines, "plain")
