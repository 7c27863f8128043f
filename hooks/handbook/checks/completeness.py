"""Whether all is there that a reader needs; how strictly follows how far the entry has come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from handbook.checks.walk import BREAK
from handbook.checks.where import Where, steps_of
from handbook.codes import finding
from handbook.findings import Finding, Severity, listed
from handbook.model.form import Form, PersonalData
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel, Status
from handbook.model.noun import PUBLISHED, Noun
from handbook.model.pictogram import Pictogram
from handbook.model.practice import ExceptionKind
from handbook.model.process import StepDocument

COUNTS: dict[str, tuple[int, int]] = {
    "core": (3, 7),
    "success_factors": (3, 99),
    "pitfalls": (3, 99),
    "objections": (1, 99),
    "getting_started": (5, 10),
    "criteria": (5, 99),
}
"""Field of a model → fewest and most entries it has when published."""

_PLACEHOLDER = re.compile(
    rf"(?=[{BREAK}TFXLl\[<(])"  # this changes nothing but the time it takes
    rf"(?:{BREAK}[^\w{BREAK}]*(?i:todo|tbd|fyll inn|fyll ut|kommer|kommer senere|skriv her"
    rf"|tekst her|mangler)?[^\w{BREAK}]*(?={BREAK})"
    rf"|\b(?:TODO|TBD|FIXME|XXX)\b|[Ll]orem ipsum|[\[<(] ?[Ff]yll inn\b[^\])>{BREAK}]*[\])>])"
)
"""A whole text that says nothing, or a note to oneself inside one."""


def weight(status: Status) -> Severity | None:
    """How hard a hole weighs: an error when published, a warning on the way, nothing in a draft."""
    if status is Status.PUBLISHED:
        return Severity.ERROR
    if status in (Status.UNDER_REVISION, Status.CONSULTATION):
        return Severity.WARNING
    return None


@cache
def needed_when_published(kind: type[Noun]) -> tuple[str, ...]:
    """Fields that may wait while the entry is a draft, but not when it is published."""
    return tuple(
        name
        for name, info in kind.model_fields.items()
        if isinstance(info.json_schema_extra, dict)
        and info.json_schema_extra.get("x-needed") == PUBLISHED
    )


def every_published_model_has_what_readers_need(book: Handbook, where: Where) -> Iterator[Finding]:
    """En publisert modell og stegene i den har alle feltene leseren trenger."""
    for model in book.models:
        hard = weight(model.status)
        if hard is None:
            continue
        for name, path, noun in _parts(model):
            for field, problem, fix in _missing(noun, name):
                yield finding(
                    "N20", where("model", model.id, *path, field), problem,
                    found=_so_far(model.status), fix=fix, severity=hard,
                )  # fmt: skip


def _parts(model: InclusionModel) -> Iterator[tuple[str, KeyPath, Noun]]:
    yield f"modellen «{model.id}»", (), model
    for at in steps_of(model):
        yield at.name, at.path, at.step


def every_form_about_people_says_what_happens_to_the_answers(
    book: Handbook, where: Where
) -> Iterator[Finding]:
    """Et skjema med personopplysninger har feltet «privacy» når en modell som bruker det er ute."""
    for form in book.forms:
        about_people = any(f.personal_data is not PersonalData.NONE for f in form.fields)
        status = _status_of(book, form)
        hard = weight(status) if status else None
        if hard is not None and status and about_people:
            for field, problem, fix in _missing(form, f"skjemaet «{form.id}»"):
                yield finding(
                    "N20", where("form", form.id, field), problem,
                    found=f"i en modell der {_so_far(status)}", fix=fix, severity=hard,
                )  # fmt: skip


def _status_of(book: Handbook, form: Form) -> Status | None:
    """The status that asks most, among the models that use a form."""
    using = {at.model.status for at in book.steps_by_form.get(form.id, ())}
    order = (Status.PUBLISHED, Status.UNDER_REVISION, Status.CONSULTATION, Status.DRAFT)
    return next((status for status in order if status in using), None)


def _so_far(status: Status) -> str:
    return f"statusen er {status} ({status.label})"


def _missing(noun: Noun, name: str) -> Iterator[tuple[str, str, str]]:
    """Field, what is wrong and how to mend it, for each hole."""
    for field in needed_when_published(type(noun)):
        value: Any = getattr(noun, field)
        if value is None or value == ():
            info = type(noun).model_fields[field]
            fix = f"fyll inn «{field}:» – {info.description}{_or_absent(noun, field)}"
            yield field, f"{name} mangler «{info.title} (`{field}`)»", fix


def _or_absent(noun: Noun, field: str) -> str:
    may_be_absent = "absence" in str(type(noun).model_fields[field])
    return " Vet dere det ikke, skriver dere «unknown» med en «reason»." if may_be_absent else ""


def every_list_has_as_many_as_agreed(book: Handbook, where: Where) -> Iterator[Finding]:
    """Listene i en publisert modell er verken for korte eller for lange."""
    for model in book.models:
        hard = weight(model.status)
        if hard is None:
            continue
        for field, (fewest, most) in COUNTS.items():
            count = len(getattr(model, field))
            if count and not fewest <= count <= most:
                few = count < fewest
                yield finding(
                    "N21", where("model", model.id, field, key=True),
                    f"«{field}» i modellen «{model.id}» har for {'få' if few else 'mange'} punkter",
                    found=f"{count} punkt{'' if count == 1 else 'er'}; det skal være "
                    + (f"minst {fewest}" if most == 99 else f"{fewest} til {most}"),
                    fix="legg til flere" if few else "slå sammen eller ta bort noen",
                    severity=hard,
                )  # fmt: skip


def every_text_is_written(book: Handbook, where: Where) -> Iterator[Finding]:
    """Ingen tekst er TODO, «fyll inn» eller lorem ipsum; slikt teller som at feltet mangler."""
    for text, _ in where.search(_PLACEHOLDER):
        if text.field == "search_words":
            continue
        if text.kind == "model":
            hard = weight(book.model_by_id[text.owner[1]].status)
            if hard is None:
                continue
        else:
            hard = Severity.ERROR
        yield finding(
            "N22", where.of(text), f"«{text.called}» i {text.name} er ikke skrevet ennå",
            found=text.source[:80].replace("\n", " "),
            fix="skriv teksten, eller ta bort feltet til den er klar",
            severity=hard,
        )  # fmt: skip


def every_step_has_a_form_or_says_why_not(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hvert steg har et skjema, eller sier hvorfor det ikke trengs."""
    for model in book.models:
        hard = weight(model.status)
        if hard is None:
            continue
        for at in steps_of(model):
            if not at.step.forms and at.step.no_form is None:
                yield finding(
                    "N23", where("model", model.id, *at.path), f"{at.name} har ikke noe skjema",
                    fix="legg til et skjema under «outputs:», eller skriv «no_form:» med grunnen",
                    severity=hard,
                )  # fmt: skip


def every_step_with_the_participant_speaks_to_them(
    book: Handbook, where: Where
) -> Iterator[Finding]:
    """Når deltakeren er med i et steg, står det hva dere sier til deltakeren."""
    for model in book.models:
        hard = weight(model.status)
        if hard is None:
            continue
        for at in steps_of(model):
            if at.step.participant_involved and at.step.to_participant is None:
                yield finding(
                    "N24", where("model", model.id, *at.path, "participant_involved"),
                    f"{at.name} sier ingenting til deltakeren, som er med",
                    fix="legg til «to_participant:» med høyst 60 enkle ord til «du»",
                    severity=hard,
                )  # fmt: skip


def every_step_told_to_the_participant_has_a_pictogram(
    book: Handbook, where: Where
) -> Iterator[Finding]:
    """Et steg som er fortalt til deltakeren, har et piktogram."""
    for model in book.models:
        for at in steps_of(model):
            if at.step.to_participant and at.step.pictogram is None:
                yield finding(
                    "N29", where("model", model.id, *at.path, "to_participant"),
                    f"{at.name} er fortalt til deltakeren uten piktogram",
                    fix="legg til «pictogram:» med " + listed(map(str, Pictogram), limit=99),
                )  # fmt: skip


def every_model_answers_the_six_situations(book: Handbook, where: Where) -> Iterator[Finding]:
    """Modellen sier hva dere gjør i de seks situasjonene der det ikke går som planlagt."""
    wanted = [kind for kind in ExceptionKind if kind is not ExceptionKind.OTHER]
    for model in book.models:
        hard = weight(model.status)
        if hard is None or not model.exceptions:
            continue
        there = {path.kind for path in model.exceptions}
        missing = [kind for kind in wanted if kind not in there]
        if missing:
            yield finding(
                "N25", where("model", model.id, "exceptions", key=True),
                f"modellen «{model.id}» svarer ikke på alle situasjonene",
                found="mangler: " + listed(f"{kind} ({kind.label})" for kind in missing),
                fix=f"legg til «- kind: {missing[0]}» med hvem som gjør hva, og innen når",
                severity=hard,
            )  # fmt: skip


def every_withdrawn_model_says_why(book: Handbook, where: Where) -> Iterator[Finding]:
    """Feltet «withdrawn» er fylt ut når statusen er withdrawn, og bare da."""
    for model in book.models:
        gone = model.status is Status.WITHDRAWN
        if gone and model.withdrawn is None:
            yield finding(
                "N26", where("model", model.id, "status"),
                f"modellen «{model.id}» er trukket tilbake, men sier ikke hvorfor",
                fix="legg til «withdrawn:» med «date:» og «reason:»",
            )  # fmt: skip
        if model.withdrawn is not None and not gone:
            yield finding(
                "N26", where("model", model.id, "withdrawn", key=True),
                f"modellen «{model.id}» har «withdrawn», men er ikke trukket tilbake",
                found=f"status: {model.status}",
                fix="skriv «status: withdrawn», eller ta bort «withdrawn:»",
            )  # fmt: skip


def every_hole_says_which_kind_it_is(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et hull er enten «unknown» eller «not_applicable», aldri begge."""
    for hole in where.absences:
        both = hole.value.unknown and hole.value.not_applicable
        neither = not hole.value.unknown and not hole.value.not_applicable
        if both or neither:
            field = str(next((part for part in reversed(hole.path) if isinstance(part, str)), ""))
            yield finding(
                "N27", where.of(hole),
                f"hullet i «{field}» i {hole.name} sier "
                + ("både «unknown» og «not_applicable»" if both else "ikke hva det er"),
                fix="behold den ene" if both else "skriv «unknown:» med «reason: not_described»",
            )  # fmt: skip


def every_document_is_a_form_or_something_else(book: Handbook, where: Where) -> Iterator[Finding]:
    """Det som går inn i og ut av et steg, er et skjema eller et annet dokument, ikke begge."""
    for model in book.models:
        for at in steps_of(model):
            for side, number, document in _documents(at.step.inputs, at.step.outputs):
                if bool(document.form) == bool(document.artefact):
                    yield finding(
                        "N28", where("model", model.id, *at.path, side, number),
                        f"punkt {number + 1} i «{side}» i {at.name} er "
                        + ("både skjema og annet dokument" if document.form else "ikke navngitt"),
                        found=f"{document.form}, {document.artefact}" if document.form else "",
                        fix="skriv «form: SKJ-…» for et skjema her, eller «artefact:» med et navn",
                    )  # fmt: skip


def _documents(
    inputs: tuple[StepDocument, ...], outputs: tuple[StepDocument, ...]
) -> Iterator[tuple[str, int, StepDocument]]:
    for number, document in enumerate(inputs):
        yield "inputs", number, document
    for number, document in enumerate(outputs):
        yield "outputs", number, document
