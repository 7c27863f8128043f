"""All steps of a model with their times, and what turns them into a plan with dates."""

from __future__ import annotations

import math

from handbook.document import places, titles
from handbook.document.blocks import (
    Cell,
    Column,
    Item,
    ItemList,
    Paragraph,
    Row,
    Section,
    Table,
    Tool,
    said,
)
from handbook.document.inline import Ref, Words
from handbook.document.linker import Linker
from handbook.document.titles import part_place
from handbook.document.tools import Length, Plan, PlanForm, PlanStep, PlanTable, PlanTask, Turn
from handbook.model.acts import usual_moments
from handbook.model.calendar import FIRST_DAY, needed, opens, timing_of, usual_length
from handbook.model.form import Form, FormKind
from handbook.model.inclusion_model import InclusionModel
from handbook.model.moments import NAMED, Moment, When
from handbook.model.noun import Span
from handbook.model.people import Side
from handbook.model.process import Anchor, ChecklistItem, Level, Step, Timing
from handbook.norwegian import lower_first
from handbook.sections.step import timing_words


def plan_section(linker: Linker, model: InclusionModel) -> Section:
    """Every step with its time; on screen each gets a date."""
    lead = "Her står alle steg, møter og frister, med hvem som gjør hva, og skjemaet dere bruker."
    tool = Tool(plan_tool(linker, model), (_steps(linker, model),))
    title = f"{titles.PLAN.title} for {model.short_title}"
    blocks = (Paragraph((lead,), "lead"), tool, _rules(linker, model))
    return Section(title, blocks, place=part_place(model, titles.PLAN))


def _steps(linker: Linker, model: InclusionModel) -> Table:
    head = (Column(("Hva",), "what"), Column(("Når",), "when"), Column(("Hvem",), "who"),
            Column(("Skjema",), "forms"))  # fmt: skip
    rows = tuple(_step(linker, model, step, at) for at, step in enumerate(model.steps, 1))
    return Table(head, rows, "Stegene med tidspunkt", "plan")


def _step(linker: Linker, model: InclusionModel, step: Step, at: int) -> Row:
    title = Ref(linker.step(model, step.id).place, f"{at}. {step.title}")
    form = (linker.heading("form", step.leading_form),) if step.leading_form else ()
    told: tuple[Words, ...] = (
        (title,), timing_words(step), linker.actors(step.present), form,
    )  # fmt: skip
    return Row(tuple(Cell(said(words)) for words in told), step.id)


def _acting(step: Step) -> tuple[str, ...]:
    """Who does it and who answers for it."""
    duty = step.responsibility
    return tuple(dict.fromkeys((*duty.performed_by, duty.accountable)))


def _rules(linker: Linker, model: InclusionModel) -> Section:
    steps = linker.part(model, titles.STEPS, "stegene")
    case = linker.part(model, titles.GETTING_STARTED)
    told: tuple[Words, ...] = (
        ("Tidspunktene er de som står i stegene. De fleste er forslag. Se ", steps,
         " for hva de bygger på."),
        ("Hver rad viser oppgavene til rollen du har valgt. Kryssene under «Gjort» ligger i saken, "
         "det dere har fylt ut på siden ", case, ". Lagre saken som fil der. Ellers blir den borte "
         "når du lukker nettleseren."),
    )  # fmt: skip
    way = linker.page(places.MODELS, "Se hvordan planen regner", anchor=RECKONING)
    items = ItemList(tuple(Item(said(words)) for words in (*told, (way, "."))), kind="statements")
    return Section(_RECKONED, (items,), "regler")


RECKONING = "slik-regner-planen"
_RECKONED = "Slik regner planen"


def reckoning_section() -> Section:
    """How every plan counts its days, whatever the model."""
    lines = (
        "Et steg står aldri før et steg det venter på.",
        "Ingenting legges på lørdag, søndag, norsk helligdag, julaften eller nyttårsaften. Det "
        "som skal være ferdig før noe annet, flyttes tidligere. Resten flyttes senere. Planen "
        "sier fra.",
        "Det som skulle vært gjort før i dag, står først. Steg med en frist eller noe som må "
        "gjøres, får ny dato. Andre steg kan gå ut.",
        "Det deltakeren er med på, får den tida det pleier å ta. Hvis det ikke går, sier planen at "
        "dere ikke rekker den første dagen. Da står det dere må gjøre, under hvert steg.",
        "Kalenderfila har bare det som er igjen og ikke er krysset av. Henter du den på nytt med "
        "samme plannummer og samme valg under «Vis for», oppdateres det du la inn før.",
    )
    items = tuple(Item(said(line)) for line in lines)
    return Section(_RECKONED, (ItemList(items, kind="statements"),), RECKONING, "fold")


def plan_tool(linker: Linker, model: InclusionModel) -> Plan:
    """What dates are counted from, and what a calendar and the participant's plan are told."""
    edition = linker.book.edition
    acting = dict.fromkeys(role for step in model.steps for role in _acting(step))
    length = usual_length(model)
    folder, _, _ = places.path(part_place(model, titles.PLAN)).rpartition("/")
    return Plan(
        model=model.id,
        title=model.short_title,
        length=_length(length),
        usual=length.label if length else "",
        folder=f"{edition.site_url}{folder}/",
        host=edition.site_url.split("//")[-1].strip("/"),
        edition=edition.edition,
        date=edition.date.isoformat(),
        steps=tuple(_timed(linker, model, step) for step in model.steps),
        first_day=_first_day(linker, model),
        roles=tuple((role, linker.title("role", role)) for role in acting),
        called={role: _called(linker, role) for role in acting},
        own=tuple(role for role in acting if _side(linker, role) is Side.PARTICIPANT),
        ours=tuple(role for role in acting if _at_work(linker, role)),
        answering=tuple(dict.fromkeys(one.responsibility.accountable for one in model.steps)),
        form=_form(linker, model),
        contact=contact_at(linker, model),
    )


def contact_at(linker: Linker, model: InclusionModel) -> str:
    """Where the workplace's contact sits: in Nav where Nav has a part, else with the school."""
    acting = dict.fromkeys(role for step in model.steps for role in _acting(step))
    sides = {linker.book.role_by_id[role].belongs_to: role
             for role in reversed(acting) if role in linker.book.role_by_id}  # fmt: skip
    if Side.NAV in sides or Side.EDUCATION not in sides:
        return Side.NAV.label
    return linker.title("role", sides[Side.EDUCATION])


def _called(linker: Linker, role: str) -> str:
    known = linker.book.role_by_id.get(role)
    return (known and known.definite) or linker.title("role", role)


def _at_work(linker: Linker, role: str) -> bool:
    return _side(linker, role) in (Side.EMPLOYER, Side.PROVIDER)


def _side(linker: Linker, role: str) -> Side | None:
    known = linker.book.role_by_id.get(role)
    return known.belongs_to if known else None


def _timed(linker: Linker, model: InclusionModel, step: Step) -> PlanStep:
    timing = timing_of(step)
    repeats = timing.repeats if timing else None
    return PlanStep(
        step=step.id,
        phase=model.phase_of[step.id].id,
        page=linker.step(model, step.id).place,
        roles=_acting(step),
        present=step.present,
        own_title=step.heading_for_participant,
        meeting=step.meeting is not None,
        involved=step.participant_involved,
        anchor=timing.anchor.value if timing else "",
        offset=_length(timing.offset) if timing else None,
        duration=_length(timing.duration) if timing else None,
        every=_length(repeats.every) if repeats else None,
        times=(repeats.times or 0) if repeats else 0,
        deadline=timing.deadline if timing else False,
        needed=needed(step),
        after=step.logic.after if step.logic else (),
        tasks=tuple(
            _task(item, told=not _on_its_days(model, step, item), at=_number(timing, item.moment))
            for item in step.do
            if not _for_first_day(model, step, item)
        ),
    )


def _task(item: ChecklistItem, *, told: bool, at: int = 0) -> PlanTask:
    """With its moment when that must be told, and then not at every time of its step."""
    when = item.moment.label if told and item.moment else ""
    level = item.level.label if item.level is Level.MAY else ""
    lead = f"{level}, {lower_first(when)}" if level and when else level or when
    turn = _turn(item.moment) if told and item.moment else Turn.EACH
    before = _days_before(item.moment) if told and item.moment else 0
    must = item.level is Level.MUST
    return PlanTask(item.who, item.text.gist_and_limits.plain, lead, turn, before, at, must)


def _number(timing: Timing | None, moment: Moment | None) -> int:
    """Which time of a repeated step it is so far into the stay; 0 when nobody has said how far."""
    if not (timing and timing.repeats and timing.anchor is Anchor.START and moment):
        return 0
    if moment.when is not When.DURING or not moment.amount or not moment.unit:
        return 0
    waits = Span(amount=moment.amount, unit=moment.unit).days
    first = timing.offset.days if timing.offset else 0
    return max(1, math.ceil((waits - first) / timing.repeats.every.days) + 1)


def _days_before(moment: Moment) -> int:
    """How long before the start something is done; 0 when it is not, or nobody has said."""
    if moment.when is When.DAY_BEFORE:
        return 1
    counted = moment.when is When.BEFORE_START and moment.amount and moment.unit
    return Span(amount=moment.amount, unit=moment.unit).days if counted else 0


def _turn(moment: Moment) -> Turn:
    return Turn.LAST if moment.when in (When.LAST_DAY, When.AFTER) else Turn.FIRST


def _on_its_days(model: InclusionModel, step: Step, item: ChecklistItem) -> bool:
    """Whether something is done on the days that its step has in a plan."""
    moment, timing = item.moment, timing_of(step)
    if moment is None:
        return True
    if moment.event or moment.when in NAMED or timing is None or timing.anchor is Anchor.PHASE:
        return False
    if moment.amount:
        offset = timing.offset
        counted = moment.when is When.BEFORE_START and timing.anchor is Anchor.START
        return bool(
            counted and offset and (-offset.amount, offset.unit) == (moment.amount, moment.unit)
        )
    return moment.when is usual_moments(model)[step.id]


def _for_first_day(model: InclusionModel, step: Step, item: ChecklistItem) -> bool:
    """Whether something is done on a first day that its step has no date of its own on.

    A step whose first date is weeks into the stay has another first day in mind.
    """
    timing = timing_of(step)
    if timing is None or timing.anchor is not Anchor.START or any(map(opens, model.steps)):
        return False
    soon = timing.offset is not None and 0 < timing.offset.days <= 7
    return soon and item.moment is not None and item.moment.when is When.FIRST_DAY


def _first_day(linker: Linker, model: InclusionModel) -> PlanStep:
    """The first day itself, for those whose own steps do not begin on it."""
    found = [(step, item) for step in model.steps for item in step.do
             if _for_first_day(model, step, item)]  # fmt: skip
    tasks = tuple(_task(item, told=bool(item.moment and item.moment.event)) for _, item in found)
    return PlanStep(
        step=FIRST_DAY,
        phase="",
        page=linker.step(model, found[0][0].id).place if found else part_place(model, titles.PLAN),
        roles=(roles := tuple(dict.fromkeys(role for task in tasks for role in task.who))),
        present=roles,
        own_title="Du begynner",
        meeting=False,
        involved=True,
        anchor=Anchor.START.value,
        offset=None,
        duration=None,
        every=None,
        times=0,
        deadline=False,
        needed=False,
        after=(),
        tasks=tasks,
    )


def _length(span: Span | None) -> Length | None:
    return Length(span.amount, span.unit.value) if span else None


_START, _END = "start_date", "end_date"
_MEETINGS, _ACTIVITIES = "meetings", "activities"
"""The places for answers that a dated plan fills; the form is known by having them."""


def _form(linker: Linker, model: InclusionModel) -> PlanForm | None:
    """The participant's own plan: the model's form of that kind with places for the dates."""
    for form_id in model.forms:
        form = linker.book.form_by_id.get(form_id)
        if form and form.kind is FormKind.PLAN and _has_places(form):
            return _filled(linker, form)
    return None


def _has_places(form: Form) -> bool:
    return {_START, _MEETINGS, _ACTIVITIES} <= {field.id for field in form.fields}


def _filled(linker: Linker, form: Form) -> PlanForm:
    return PlanForm(
        id=form.id,
        version=form.version,
        called=form.called,
        page=linker.form(form.id).place,
        start=_START,
        end=_END,
        meetings=PlanTable(_MEETINGS, "date", "who"),
        activities=PlanTable(_ACTIVITIES, "date", "who", "activity"),
    )
