"""How a model is carried out: the figure, then phase by phase and step by step."""

from __future__ import annotations

from handbook.book import tree
from handbook.book.process_figure import process_figure, responsibility_matrix
from handbook.book.tree import Blocks, Node, Run
from handbook.book.words import Words, mark
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.model.process import Decision, Document, MeetingKit, Phase, Step
from handbook.norwegian import listed, number, upper_first


def process(words: Words, model: InclusionModel) -> tuple[tuple[str, ...], Blocks]:
    """The figure, the matrix, and every phase with its steps."""
    blocks: Blocks = [
        tree.heading(2, "Slik foregår det", f"part:{model.id}/prosess"),
        *process_figure(words, model),
    ]
    step_number = 0
    for phase_number, phase in enumerate(model.phases):
        inner = _phase(words, model, phase, phase_number + 1)
        for n, step in enumerate(phase.steps):
            step_number += 1
            path = ("phases", phase_number, "steps", n)
            made = _step(words, model, step, step_number)
            inner.append(tree.chunk(("model", model.id), path, made))
        if phase.decision:
            inner.append(_decision(words, phase.decision))
        blocks.append(tree.chunk(("model", model.id), ("phases", phase_number), inner))
    blocks += responsibility_matrix(words, model)
    return ("phases",), blocks


def _phase(words: Words, model: InclusionModel, phase: Phase, count: int) -> Blocks:
    label = f"phase:{model.id}/{phase.id}"
    return [
        tree.heading(2, phase.title, label, over=f"Fase {count} av {len(model.phases)}"),
        *words.blocks(phase.purpose),
        tree.terms([
            ("Starter når", words.blocks(phase.starts_when)),
            ("Slutter når", words.blocks(phase.ends_when)),
        ], together=True),
    ]  # fmt: skip


def _decision(words: Words, decision: Decision) -> Node:
    blocks: Blocks = [
        tree.paragraph(["Avgjøres av ", *words.roles(decision.decided_by), "."], mark(decision))
    ]
    if decision.based_on:
        blocks.append(tree.paragraph(["Ha dette på bordet:"]))
        blocks.append(tree.items(tree.item(words.form(form)) for form in decision.based_on))
    outcomes = ((o.title, o.leads_to) for o in decision.outcomes)
    return tree.box(
        "decision", decision.question, [*blocks, tree.terms(outcomes)], over="Beslutning"
    )


def _step(words: Words, model: InclusionModel, step: Step, count: int) -> Blocks:
    blocks: Blocks = [
        tree.heading(3, step.title, f"step:{model.id}/{step.id}", number=count),
        _strip(words, step),
        *words.blocks(step.what, mark(step)),
    ]
    if step.do:
        done = (words.statement(one, level=one.level.label) for one in step.do)
        blocks += [tree.heading(4, "Gjør dette"), tree.items(done, "tick")]
    if step.to_participant:
        said = words.blocks(step.to_participant)
        blocks.append(tree.box("say", "Si dette til deltakeren", said))
    if step.why:
        blocks += [tree.heading(4, "Hvorfor"), *words.blocks(step.why)]
    blocks += _documents(words, step)
    blocks += _responsibility(words, step)
    if step.check:
        blocks += [tree.heading(4, "Slik ser dere at det er gjort")]
        blocks.append(tree.items((words.statement(one) for one in step.check), "tick"))
    if step.do_not:
        blocks.append(tree.box("donot", "Ikke gjør dette", words.statements(step.do_not)))
    if step.pitfall:
        said = words.blocks(step.pitfall.text, mark(step.pitfall))
        blocks.append(tree.box("pitfall", "Fallgruve", said))
    if step.meeting:
        blocks += _meeting(words, step.meeting)
    if step.examples:
        blocks += [tree.heading(4, "Eksempler"), *words.statements(step.examples)]
    return [*blocks, *_connections(words, model, step)]


def _strip(words: Words, step: Step) -> Node:
    timing = step.timing
    when: Run = ["Mangler"] if timing is None else [timing.label]
    rows: list[list[object]] = [["Hvem", words.roles(step.responsibility.performed_by)]]
    rows.append(["Når", when])
    if step.forms:
        forms: Run = []
        for form in step.forms:
            forms += [*([", "] if forms else []), *words.form(form, title=False)]
        rows.append(["Skjema", forms])
    source = None if timing is None or isinstance(timing, Absence) else mark(timing)
    return {"t": "facts", "rows": rows, "m": source, "small": True}


def _documents(words: Words, step: Step) -> Blocks:
    rows: list[tuple[str, object]] = [
        ("Trenger først", _listed(words, step.inputs)),
        ("Kommer ut", _listed(words, step.outputs)),
        ("Ingen skjema", words.run(step.no_form) if step.no_form else None),
    ]
    if not any(said for _, said in rows):
        return []
    return [tree.heading(4, "Skjemaer og dokumenter"), tree.terms(rows, dense=True)]


def _listed(words: Words, documents: tuple[Document, ...]) -> Run:
    """`SKJ-02 Avtale (s. 300), lages; referat, oppdateres`."""
    found: Run = []
    for document in documents:
        name = words.form(document.form) if document.form else [document.artefact or ""]
        found += [*(["; "] if found else []), *name, f", {document.action.label}"]
    return found


def _responsibility(words: Words, step: Step) -> Blocks:
    duty = step.responsibility
    row = [
        upper_first(words.role_names(names)) or "–"
        for names in (duty.performed_by, (duty.accountable,), duty.consulted, duty.informed)
    ]
    head = ("Utfører", "Ansvarlig", "Rådspørres", "Informeres")
    blocks = [
        tree.heading(4, "Hvem gjør hva"), tree.table(head, [row], (1, 1, 1, 1), style="duty")
    ]  # fmt: skip
    if isinstance(step.effort, Absence):
        blocks.append(tree.paragraph([tree.bold("Tidsbruk: "), step.effort.label.lower() + "."]))
    elif step.effort:
        said = listed([
            f"{words.titles.get(e.role, e.role)} {number(e.hours)}\u00a0"
            f"{'time' if e.hours == 1 else 'timer'} {e.per.label}" for e in step.effort
        ])  # fmt: skip
        words_of = [tree.bold("Tidsbruk: "), said + "."]
        blocks.append(tree.paragraph(words_of, mark(step.effort[0])))
    return blocks


def _meeting(words: Words, kit: MeetingKit) -> Blocks:
    blocks: Blocks = [
        tree.heading(4, "Møtepakke"),
        tree.paragraph(["Møtet ledes av ", words.role(kit.led_by), "."]),
        tree.paragraph([tree.bold("Dagsorden")], keep=True),
        tree.items((tree.item(line) for line in kit.agenda), "number"),
        tree.paragraph([tree.bold("Spørsmål som åpner samtalen")], keep=True),
        tree.items(tree.item(line) for line in kit.questions),
    ]
    if kit.bring:
        blocks.append(tree.paragraph([tree.bold("Ta med")], keep=True))
        blocks.append(tree.items((tree.item(line) for line in kit.bring), "tick"))
    return blocks


def _connections(words: Words, model: InclusionModel, step: Step) -> Blocks:
    logic, pieces = step.logic, []
    if logic:
        for title, ids in (
            ("Etter", logic.after), ("Samtidig med", logic.together_with),
            ("Kan byttes med", logic.either_or),
        ):  # fmt: skip
            for step_id in ids:
                other = model.step_by_id.get(step_id)
                link = tree.go(f"step:{model.id}/{step_id}", other.title if other else step_id,
                               page=True)  # fmt: skip
                pieces.append([f"{title} ", link, ". "])
        if logic.condition:
            pieces.append(["Bare hvis: ", *words.run(logic.condition), " "])
    if step.themes:
        links: Run = []
        for theme in step.themes:
            title = words.titles.get(theme, theme)
            links += [*([", "] if links else []), tree.go(f"theme:{theme}", title, page=True)]
        pieces.append(["Les mer om ", *links, "."])
    if not pieces:
        return []
    joined = [part for piece in pieces for part in piece]
    return [tree.paragraph([tree.quiet(joined)], style="after")]
