"""One model as a chapter: what it is, for whom, and the frame around it."""

from __future__ import annotations

from handbook.book import tree
from handbook.book.practice_sections import criteria, exceptions, getting_started, practice
from handbook.book.process_chapter import process_parts
from handbook.book.results_part import results_part
from handbook.book.tree import Blocks, Node, Run
from handbook.book.words import MISSING, Words, mark
from handbook.document.linker import Linker
from handbook.model.form import Change
from handbook.model.inclusion_model import InclusionModel, LegalPoint, Status, TargetGroup
from handbook.model.noun import Absence, Statements
from handbook.norwegian import unbroken_date
from handbook.render.typst import Typst


def model_chapter(
    words: Words, linker: Linker, model: InclusionModel, number: int | None = None
) -> Blocks:
    """The whole model, in the order of its pages on the web."""
    owner = ("model", model.id)
    over = f"Modell {number}" if number else model.kind.label
    opening = tree.chunk(owner, (), [
        tree.heading(1, model.title, f"model:{model.id}", over=over, short=model.short_title),
        {"t": "entry", "foot": model_foot(words, model)},
        tree.paragraph(words.run(model.summary), style="lead"),
        *banners(words, model),
        facts(words, model),
    ])  # fmt: skip
    sections = [
        _core(words, model),
        _about(words, model),
        getting_started(words, model),
        (("phases",), Typst(2).nodes(process_parts(linker, model))),
        _frame(words, model),
        practice(words, model),
        exceptions(words, model),
        (("outcomes",), Typst(2).nodes(results_part(linker, model))),
        criteria(words, model),
        for_participant(words, model),
        _forms(words, model),
        _around(words, model),
    ]
    return [opening, *(tree.chunk(owner, path, blocks) for path, blocks in sections if blocks)]


def model_foot(words: Words, model: InclusionModel) -> str:
    """What a loose page is known by."""
    return f"{model.id} · versjon {model.version} · utgave {words.book.edition.edition}"


def banners(words: Words, model: InclusionModel) -> Blocks:
    """What the reader must know before reading on: withdrawn, historical, not finished."""
    found: Blocks = []
    if model.withdrawn:
        text: Run = words.run(model.withdrawn.reason)
        if model.withdrawn.replaced_by:
            other = model.withdrawn.replaced_by
            link = tree.go(f"model:{other}", words.titles.get(other, other), page=True)
            text = [*text, " Bruk ", link, " i stedet."]
        title = f"Trukket tilbake {unbroken_date(model.withdrawn.date)}"
        found.append(tree.box("note", title, [tree.paragraph(text)]))
    if model.historical:
        note = [tree.paragraph(words.run(model.historical.note))]
        found.append(tree.box("note", f"Historisk: {model.historical.period}", note))
    if model.status in _STATUS_NOTES:
        note = [tree.paragraph(_STATUS_NOTES[model.status])]
        found.append(tree.box("note", model.status.label, note))
    return found


_STATUS_NOTES = {
    Status.DRAFT: "Teksten er ikke ferdig.",
    Status.CONSULTATION: "Teksten er skrevet ferdig, men eierne har ikke bekreftet den. "
    "Det som er merket «Forslag», er vårt.",
    Status.UNDER_REVISION: "Modellen er under endring. Sjekk hva som gjelder før dere bruker den.",
}


def facts(words: Words, model: InclusionModel) -> Node:
    """The strip under the summary: who, how long, who employs, who pays, whose."""
    group, duration = model.target_group, model.duration
    status, funding = model.participant_status, model.funding
    unknown = "Ikke kjent"
    for_whom = words.run(group.description.text) if isinstance(group, TargetGroup) else [unknown]
    pays = unknown if isinstance(funding, Absence) or not funding else ""
    verified = model.last_verified
    return {"t": "facts", "rows": [
        ["For hvem", for_whom],
        ["Varighet", [unknown] if isinstance(duration, Absence) or not duration
         else words.run(duration.text)],
        ["Hvem ansetter", [unknown if isinstance(status, Absence) or not status
                           else status.employment.label]],
        ["Penger og tilskudd", [pays or ", ".join(
            f.scheme for f in (() if isinstance(funding, Absence) else funding))]],
        ["Eier", [model.owner]],
        ["Status", [f"{model.status.label}, versjon {model.version}, gjelder fra "
                    f"{unbroken_date(model.valid_from)}. "
                    + (f"Sist verifisert {unbroken_date(verified)}." if verified
                       else "Ikke verifisert av eieren ennå.")]],
    ]}  # fmt: skip


def _core(words: Words, model: InclusionModel) -> tuple[tuple[str, ...], Blocks]:
    core = [
        tree.heading(2, "Kjernen i modellen", f"part:{model.id}/kjernen"),
        *words.statements(model.core),
    ]
    return ("core",), [*core, *_choose(words, model)]


def _choose(words: Words, model: InclusionModel) -> Blocks:
    left = tree.box("good", "Velg modellen når", words.statements(model.choose_when))
    right = tree.box("donot", "Velg noe annet når", words.statements(model.choose_not_when))
    both = {"t": "columns", "c": [[left], [right]]}
    more = (
        words.blocks(model.naming_note.text, mark(model.naming_note)) if model.naming_note else []
    )
    return [tree.heading(2, "Passer den for dere?", f"part:{model.id}/passer"), both, *more]


def _about(words: Words, model: InclusionModel) -> tuple[tuple[str, ...], Blocks]:
    blocks = _titled(words, 2, "Formål", model.purpose)
    group = model.target_group
    if isinstance(group, TargetGroup):
        blocks.append(tree.heading(2, "Hvem modellen er for"))
        blocks += words.blocks(group.description.text, mark(group.description))
        blocks += words.statements(group.criteria) if group.criteria else []
        blocks += _titled(words, 3, "Ikke for", group.not_for)
    blocks += _titled(words, 2, "Dette må være på plass", model.prerequisites)
    return ("purpose",), blocks


def _titled(words: Words, level: int, title: str, said: Statements) -> Blocks:
    return [tree.heading(level, title), *words.statements(said)] if said else []


def _frame(words: Words, model: InclusionModel) -> tuple[tuple[str, ...], Blocks]:
    blocks = [tree.heading(2, "Status for den enkelte", f"part:{model.id}/status")]
    status = model.participant_status
    if status is None or isinstance(status, Absence):
        blocks += [words.absence(status) if status else tree.paragraph([tree.quiet(MISSING)])]
    else:
        lines = [
            ("Ansatt?", status.employment_note), ("Lønn", status.pay),
            ("Arbeidsmiljøloven", status.working_environment_act),
            ("Avtale", status.agreement), ("Forsikring", status.insurance),
        ]  # fmt: skip
        blocks.append(tree.items(
            (words.statement(said, term=[name]) for name, said in lines if said), "plain"
        ))  # fmt: skip
    blocks.append(tree.heading(2, "Hva det koster, og hvem som betaler"))
    if isinstance(model.funding, Absence) or not model.funding:
        blocks += words.statements(model.funding)
    else:
        lines_of = []
        for grant in model.funding:
            dates = [f"Gjelder fra {unbroken_date(grant.valid_from)}."] if grant.valid_from else []
            dates += [f"Kontrollert {unbroken_date(grant.checked)}."] if grant.checked else []
            text = [f"Hvem betaler: {grant.who_pays}. ", *words.run(grant.text), " ", *dates]
            lines_of.append(tree.item(text, mark(grant), term=[grant.scheme]))
        blocks.append(tree.items(lines_of, "plain"))
    blocks.append(tree.heading(2, "Roller i modellen"))
    blocks.append(tree.items((tree.item(
        words.run(role.responsibility), mark(role),
        term=[*words.roles([role.role]), f" ({role.local_name})" if role.local_name else ""],
    ) for role in model.roles), "plain"))  # fmt: skip
    blocks.append(tree.heading(2, "Regler dere må kjenne", f"part:{model.id}/regler"))
    if isinstance(model.legal, Absence) or not model.legal:
        blocks += words.statements(model.legal)
    else:
        blocks.append(tree.items((tree.item(
            [*words.run(p.text), _valid(p)], mark(p), term=[p.title],
        ) for p in model.legal), "plain"))  # fmt: skip
    return ("legal",), blocks


def for_participant(words: Words, model: InclusionModel) -> tuple[tuple[str, ...], Blocks]:
    """The model told to the person it is about."""
    told = model.for_participant
    blocks = [tree.heading(2, "Til deg som deltar", f"part:{model.id}/til-deg")]
    if told is None:
        return ("for_participant",), [*blocks, tree.paragraph([tree.quiet(MISSING)])]
    for title, prose in (
        ("Hva skjer med meg?", told.what_happens), ("Hva kan jeg si nei til?", told.say_no),
        ("Hvem ser opplysninger om meg?", told.who_sees),
        ("Hva har jeg i hånda til slutt?", told.what_i_hold),
    ):  # fmt: skip
        blocks += [tree.heading(3, title), *words.blocks(prose)]
    return ("for_participant",), blocks


def _valid(point: LegalPoint) -> str:
    return f" Gjelder fra {unbroken_date(point.valid_from)}." if point.valid_from else ""


def _forms(words: Words, model: InclusionModel) -> tuple[tuple[str, ...], Blocks]:
    rows = []
    for form_id in model.forms:
        form = words.book.form_by_id.get(form_id)
        used: Run = []
        for number, step in enumerate(model.steps, 1):
            if form_id in step.forms:
                used += [", "] if used else []
                used.append(tree.go(f"step:{model.id}/{step.id}", str(number)))
        who = words.roles(form.filled_in_by) if form else []
        rows.append([words.form(form_id), who, used])
    if not rows:
        return ("phases",), []
    head = ("Skjema", "Fylles ut av", "Steg")
    return ("phases",), [
        tree.heading(2, "Skjemaene i modellen", f"part:{model.id}/skjemaer"),
        tree.table(head, rows, (9, 8, 3), style="wide"),
    ]


def _around(words: Words, model: InclusionModel) -> tuple[tuple[str, ...], Blocks]:
    blocks: Blocks = []
    for title, said in (
        ("Problemet modellen svarer på", model.problem), ("Prinsipper", model.principles),
        ("Historien", model.background),
    ):  # fmt: skip
        blocks += _titled(words, 2, title, said)
    if model.adaptation:
        blocks.append(tree.heading(2, "Hva dere kan tilpasse", f"part:{model.id}/tilpasning"))
        blocks += _titled(words, 3, "Kan endres", model.adaptation.can_change)
        blocks += _titled(words, 3, "Bør beholdes", model.adaptation.should_keep)
        blocks += _titled(words, 3, "Må beholdes", model.adaptation.must_keep)
    if model.related:
        blocks.append(tree.heading(2, "Andre modeller i nærheten"))
        blocks.append(tree.items(tree.item([
            r.relation.label + " ",
            tree.go(f"model:{r.model}", words.titles.get(r.model, r.model), page=True),
            ". ", *words.run(r.difference),
        ]) for r in model.related))  # fmt: skip
    if model.known_gaps:
        blocks.append(tree.heading(2, "Det vi ikke vet ennå"))
        blocks.append(tree.items(tree.item([
            *words.run(gap.what), " ", tree.quiet(["Trengs: ", *words.run(gap.needed)]),
        ]) for gap in model.known_gaps))  # fmt: skip
    if model.changes:
        blocks += [tree.heading(2, "Endringer i modellen"), changes(words, model.changes)]
    return ("background",), blocks


def changes(words: Words, made: tuple[Change, ...]) -> Node:
    """What changed, newest first."""
    lines = []
    for change in reversed(made):
        who = [" Gjelder ", *words.roles(change.affects), "."] if change.affects else []
        text = [f"{unbroken_date(change.date)}: ", *words.run(change.what), *who]
        lines.append(tree.item(text, term=[change.version]))
    return tree.items(lines, "plain")
