"""Whether the process can be carried out as it is written, from the first step to the last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from handbook.checks.cycles import cycles
from handbook.checks.walk import Value
from handbook.checks.where import PlacedStep, Where, steps_of
from handbook.codes import finding
from handbook.findings import Finding, listed, nearest
from handbook.model.form import Change
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel, ModelDuration, ModelRole
from handbook.model.noun import Span
from handbook.model.process import Action, Anchor, StepDocument, Timing

_ABOUT = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


def everyone_who_acts_is_in_the_model(book: Handbook, where: Where) -> Iterator[Finding]:
    """Alle som gjør, avgjør eller blir spurt om noe i en modell, er blant modellens roller."""
    members = {model.id: [mr.role for mr in model.roles] for model in book.models}
    for reference in _acting(where):
        model = reference.owner[1]
        role = reference.value
        if role in book.role_by_id and role not in members[model]:
            close = nearest(role, members[model])
            yield finding(
                "P01", where.of(reference),
                f"rollen «{role}» i {reference.name} er ikke blant modellens roller",
                found=f"modellens roller: {listed(members[model])}",
                fix=f"legg «- role: {role}» til under «roles:» i model.yml"
                + (f", eller skriv «{close}»" if close else ""),
            )  # fmt: skip


def _acting(where: Where) -> Iterator[Value]:
    """Every naming of a role inside a model, save the list of roles itself."""
    for reference in where.references:
        if (
            reference.owner[0] == "model"
            and not isinstance(reference.holder, (ModelRole, Change))
            and reference.wanted == "role"
        ):
            yield reference


def every_role_of_a_model_has_a_step(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hver rolle i en modell er med i minst ett steg eller én beslutning."""
    acting: dict[str, set[str]] = {model.id: set() for model in book.models}
    for reference in _acting(where):
        if reference.path[0] == "phases":
            acting[reference.owner[1]].add(reference.value)
    for model in book.models:
        for at, mr in enumerate(model.roles):
            if mr.role not in acting[model.id]:
                yield finding(
                    "P02", where("model", model.id, "roles", at, "role"),
                    f"rollen «{mr.role}» har ingen steg i modellen «{model.id}»",
                    fix="nevn den i et steg («performed_by», «informed» …), eller ta den bort",
                )  # fmt: skip


def every_role_stands_once_in_a_model(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hver rolle står én gang i modellens roller."""
    for model in book.models:
        seen: set[str] = set()
        for at, mr in enumerate(model.roles):
            if mr.role in seen:
                yield finding(
                    "P13", where("model", model.id, "roles", at, "role"),
                    f"rollen «{mr.role}» står to ganger i modellen «{model.id}»",
                    fix="slå sammen ansvaret på ett sted",
                )  # fmt: skip
            seen.add(mr.role)


def nothing_is_used_before_it_is_made(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et skjema eller dokument lages i samme steg eller før det brukes, og noen lager det."""
    for model in book.models:
        steps = list(steps_of(model))
        made: dict[str, int] = {}
        for number, at in enumerate(steps):
            for _, document in _documents(at):
                if document.action is Action.CREATED:
                    made.setdefault(_key(document), number)
        told: set[str] = set()
        for number, at in enumerate(steps):
            for path, document in _documents(at):
                key = _key(document)
                if document.action is Action.CREATED or key in told:
                    continue
                if made.get(key, number) > number:
                    told.add(key)
                    yield _too_early(where, at, path, document, steps[made[key]])
                elif key not in made and document.form and document.form in book.form_by_id:
                    told.add(key)
                    yield finding(
                        "P04", where("model", model.id, *path),
                        f"{at.name} bruker «{document.form}», men ingen steg lager det",
                        fix=f"legg «form: {document.form}» med «action: created» til i et steg "
                        "før dette",
                    )  # fmt: skip


def _too_early(
    where: Where,
    at: PlacedStep,
    path: KeyPath,
    document: StepDocument,
    maker: PlacedStep,
) -> Finding:
    return finding(
        "P03", where("model", at.model.id, *path),
        f"{at.name} bruker «{document.form or document.artefact}» før det er laget",
        found=f"lages i steget «{maker.step.id}», som kommer senere",
        fix="flytt steget, eller la et tidligere steg lage det («action: created»)",
    )  # fmt: skip


def _documents(at: PlacedStep) -> Iterator[tuple[KeyPath, StepDocument]]:
    for side, documents in (("inputs", at.step.inputs), ("outputs", at.step.outputs)):
        for number, document in enumerate(documents):
            yield (*at.path, side, number), document


def _key(document: StepDocument) -> str:
    return document.form or (document.artefact or "").casefold()


def no_steps_wait_for_each_other(book: Handbook, where: Where) -> Iterator[Finding]:
    """Rekkefølgen av steg går ikke i ring."""
    for model in book.models:
        path = {at.step.id: at.path for at in steps_of(model)}
        for ring in cycles(_after(model)):
            yield finding(
                "P05", where("model", model.id, *path[ring[0]], "logic", "after"),
                f"stegene i modellen «{model.id}» venter på hverandre",
                found=" venter på ".join(f"«{name}»" for name in [*ring, ring[0]]),
                fix="ta bort en av dem fra «after:»",
            )  # fmt: skip


def _after(model: InclusionModel) -> dict[str, list[str]]:
    return {s.id: list(s.logic.after) if s.logic else [] for s in model.steps}


def every_step_comes_after_what_it_waits_for(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et steg står etter stegene det venter på."""
    for model in book.models:
        order = {at.step.id: number for number, at in enumerate(steps_of(model))}
        ringed = {name for ring in cycles(_after(model)) for name in ring}
        for number, at in enumerate(steps_of(model)):
            for spot, earlier in enumerate(at.step.logic.after if at.step.logic else ()):
                in_ring = at.step.id in ringed and earlier in ringed
                if order.get(earlier, -1) > number and not in_ring:
                    yield finding(
                        "P06", where("model", model.id, *at.path, "logic", "after", spot),
                        f"{at.name} står før «{earlier}», som det venter på",
                        fix=f"flytt «{at.step.id}» ned etter «{earlier}», eller ta bort «after»",
                    )  # fmt: skip


def no_step_waits_for_both_of_two_choices(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et steg venter ikke på to steg når bare ett av dem blir gjort; da kan det aldri begynne."""
    for model in book.models:
        instead = {s.id: set(s.logic.either_or) if s.logic else set() for s in model.steps}
        for at in steps_of(model):
            after = at.step.logic.after if at.step.logic else ()
            for spot, one in enumerate(after):
                others = [other for other in after[:spot] if other in instead.get(one, ())
                          or one in instead.get(other, ())]  # fmt: skip
                if others:
                    yield finding(
                        "P07", where("model", model.id, *at.path, "logic", "after", spot),
                        f"{at.name} kan aldri begynne: det venter på både «{others[0]}» og «{one}»",
                        found="bare ett av dem blir gjort («either_or»)",
                        fix="behold bare det som alltid blir gjort",
                    )  # fmt: skip


def what_goes_together_says_so_in_both_steps(book: Handbook, where: Where) -> Iterator[Finding]:
    """«Sammen med» og «enten eller» står i begge stegene."""
    for model in book.models:
        for at in steps_of(model):
            for field in ("together_with", "either_or"):
                for spot, other in enumerate(getattr(at.step.logic, field, ())):
                    partner = model.step_by_id.get(other)
                    if partner is None or other == at.step.id:
                        continue
                    if at.step.id not in getattr(partner.logic, field, ()):
                        yield finding(
                            "P08", where("model", model.id, *at.path, "logic", field, spot),
                            f"steget «{other}» sier ikke at det hører til «{at.step.id}»",
                            found=f"«{field}» i {at.name}",
                            fix=f"skriv «{field}: [{at.step.id}]» under «logic:» i «{other}»",
                        )  # fmt: skip


def two_steps_stand_in_one_relation(book: Handbook, where: Where) -> Iterator[Finding]:
    """To steg er enten etter, sammen med eller i stedet for hverandre."""
    for model in book.models:
        for at in steps_of(model):
            logic = at.step.logic
            if logic is None:
                continue
            named = Counter([*set(logic.after), *set(logic.together_with), *set(logic.either_or)])
            for other, times in named.items():
                if times > 1:
                    yield finding(
                        "P09", where("model", model.id, *at.path, "logic"),
                        f"{at.name} står til «{other}» på to måter som ikke går sammen",
                        found=f"«{other}» står i flere av after, together_with og either_or",
                        fix="behold den ene",
                    )  # fmt: skip


def every_decision_rests_on_forms_in_use(book: Handbook, where: Where) -> Iterator[Finding]:
    """Skjemaer en beslutning bygger på, brukes i et steg i samme fase eller før."""
    for model in book.models:
        seen: set[str] = set()
        for number, phase in enumerate(model.phases):
            seen.update(form for step in phase.steps for form in step.forms)
            for at, form in enumerate(phase.decision.based_on if phase.decision else ()):
                if form in book.form_by_id and form not in seen:
                    path = ("phases", number, "decision", "based_on", at)
                    yield finding(
                        "P10", where("model", model.id, *path),
                        f"beslutningen i fasen «{phase.id}» i modellen «{model.id}» bygger på "
                        f"«{form}», som ingen steg har brukt ennå",
                        fix=f"bruk «{form}» i et steg før beslutningen, eller ta det bort her",
                    )  # fmt: skip


def every_step_fits_in_the_duration(book: Handbook, where: Where) -> Iterator[Finding]:
    """Stegene får plass i modellens lengste varighet, regnet fra første eller siste dag."""
    for model in book.models:
        duration = model.duration
        if not isinstance(duration, ModelDuration) or duration.maximum is None:
            continue
        most = _days(duration.maximum)
        for at in steps_of(model):
            timing = at.step.timing
            if isinstance(timing, Timing) and _reach(timing) > most * 1.02:
                yield finding(
                    "P11", where("model", model.id, *at.path, "timing"),
                    f"{at.name} ligger utenfor modellens lengste varighet",
                    found=f"{timing.label}; lengste varighet er {duration.maximum.label}",
                    fix="rett tidspunktet, eller «maximum» under «duration:»",
                )  # fmt: skip


def _reach(timing: Timing) -> float:
    """How far from the anchor, into the period, the step goes; in days."""
    offset = _days(timing.offset) if timing.offset else 0.0
    length = _days(timing.duration) if timing.duration else 0.0
    if timing.anchor is Anchor.START:
        return offset + length if offset >= 0 else 0.0
    if timing.anchor is Anchor.END:
        return -offset
    return length


def _days(span: Span) -> float:
    return span.amount * _ABOUT[span.unit.value]


def every_duration_adds_up(book: Handbook, where: Where) -> Iterator[Finding]:
    """Korteste varighet er ikke lengre enn vanlig, og vanlig ikke lengre enn lengste."""
    for model in book.models:
        duration = model.duration
        if not isinstance(duration, ModelDuration):
            continue
        named = ("minimum", "typical", "maximum")
        spans = [(name, span) for name in named if (span := getattr(duration, name))]
        for (low_name, low), (high_name, high) in pairwise(spans):
            if _days(low) > _days(high) * 1.02:
                yield finding(
                    "P12", where("model", model.id, "duration", high_name),
                    f"varigheten i modellen «{model.id}» passer ikke sammen",
                    found=f"{low_name} er {low.label}, {high_name} er {high.label}",
                    fix=f"gjør «{low_name}» kortere eller «{high_name}» lengre",
                )  # fmt: skip


def nobody_speaks_to_a_participant_who_is_not_there(
    book: Handbook, where: Where
) -> Iterator[Finding]:
    """Ord til deltakeren står bare i steg der deltakeren er med."""
    for model in book.models:
        for at in steps_of(model):
            if at.step.to_participant is not None and not at.step.participant_involved:
                yield finding(
                    "P14", where("model", model.id, *at.path, "to_participant", key=True),
                    f"{at.name} har ord til deltakeren, men deltakeren er ikke med",
                    fix="skriv «participant_involved: true», eller ta bort «to_participant:»",
                )  # fmt: skip
