"""What experience says: the first days, what makes it work, what goes wrong, how to see it."""

from __future__ import annotations

from handbook.book import tree
from handbook.book.tree import Blocks, Run
from handbook.book.words import MISSING, Words, mark
from handbook.model.inclusion_model import InclusionModel
from handbook.norwegian import upper_first

Section = tuple[tuple[str, ...], Blocks]


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
