"""What experience says: the first days, what makes it work, what goes wrong, how to see it."""

from __future__ import annotations

from handbook.book import tree
from handbook.book.tree import Blocks, Run
from handbook.book.words import MISSING, Words, mark
from handbook.model.inclusion_model import InclusionModel
from handbook.norwegian import number, upper_first

Section = tuple[tuple[str, ...], Blocks]


def getting_started(words: Words, model: InclusionModel) -> Section:
    """The first things to do, in order, to tick."""
    blocks = [tree.heading(2, "Kom i gang", f"part:{model.id}/kom-i-gang")]
    if not model.getting_started:
        return ("getting_started",), [*blocks, tree.paragraph([tree.quiet(MISSING)])]
    lines = []
    for action in model.getting_started:
        more: Run = [" ", tree.bold(words.roles([action.role]))]
        more += [f", ca. {number(action.minutes)}\u00a0minutter"] if action.minutes else []
        more += [", ", *words.form(action.form, title=False)] if action.form else []
        lines.append(tree.item([*words.run(action.text), *more], mark(action)))
    intro = tree.paragraph("De første skrittene, i rekkefølge. Begynn med det øverste på mandag.")
    return ("getting_started",), [*blocks, intro, tree.items(lines, "tick")]


def practice(words: Words, model: InclusionModel) -> Section:
    """Success factors, usual mistakes, objections."""
    blocks = [
        tree.heading(2, "Slik lykkes dere", f"part:{model.id}/praksis"),
        tree.heading(3, "Dette gjør at det virker"),
        *words.statements(model.success_factors),
        tree.heading(3, "Vanlige feil"),
        *words.statements(model.pitfalls),
        tree.heading(3, "Vanlige innvendinger, og svar"),
    ]
    if not model.objections:
        return ("success_factors",), [*blocks, tree.paragraph([tree.quiet(MISSING)])]
    answers = (
        tree.item([tree.bold(f"«{o.claim}» "), *words.run(o.answer.text)], mark(o.answer))
        for o in model.objections
    )
    return ("success_factors",), [*blocks, tree.items(answers, "plain")]


def exceptions(words: Words, model: InclusionModel) -> Section:
    """What to do when it does not go as planned."""
    title = "Når det ikke går som planlagt"
    blocks = [tree.heading(2, title, f"part:{model.id}/nar-det-ikke-gar")]
    if not model.exceptions:
        return ("exceptions",), [*blocks, tree.paragraph([tree.quiet(MISSING)])]
    for path in model.exceptions:
        lines = [
            tree.item([
                tree.bold([upper_first(words.titles.get(r.role, r.role)), f", {r.within}: "]),
                *words.run(r.text),
            ], mark(r)) for r in path.responses
        ]  # fmt: skip
        blocks += [tree.heading(3, path.title), tree.items(lines, "number")]
        if path.forms:
            forms: Run = []
            for form in path.forms:
                forms += [*([", "] if forms else []), *words.form(form, title=False)]
            blocks.append(tree.paragraph([tree.bold("Skjema: "), *forms]))
        if path.to_participant:
            said = words.blocks(path.to_participant)
            blocks.append(tree.box("say", "Til deltakeren", said))
    return ("exceptions",), blocks


def criteria(words: Words, model: InclusionModel) -> Section:
    """How to see whether the model is followed; a box for each level."""
    title = f"Følger dere {model.short_title}?"
    blocks = [
        tree.heading(2, title, f"part:{model.id}/egenvurdering"),
        tree.paragraph("Kjennetegn dere kan måle dere selv mot. Kryss av for trinnet der dere er. "
                       "Det er en egenvurdering, ikke en sertifisering. Skalaen er ikke validert."),
    ]  # fmt: skip
    if not model.criteria:
        return ("criteria",), [*blocks, tree.paragraph([tree.quiet(MISSING)])]
    for at, one in enumerate(model.criteria):
        steps: Run = []
        for step_id in one.applies_to:
            step = model.step_by_id.get(step_id)
            steps += [", "] if steps else []
            title = step.title if step else step_id
            steps.append(tree.go(f"step:{model.id}/{step_id}", title, page=True))
        found = "; ".join(f"{e.method.label.lower()}: {e.what}" for e in one.evidence)
        inner = [
            tree.heading(3, one.statement),
            *words.blocks(one.why, mark(one)),
            {"t": "levels", "rows": [[level.score, words.run(level.text)] for level in one.levels]},
            tree.terms([
                ("Slik finner dere ut", upper_first(found) + "."),
                ("Spør", words.roles(one.asked_of)),
                ("Gjelder", steps),
            ]),
        ]  # fmt: skip
        blocks.append(tree.chunk(("model", model.id), ("criteria", at), inner))
    return ("criteria",), blocks
