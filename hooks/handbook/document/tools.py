"""What the scripts of a page work on: one frozen value for each tool, and nothing of its looks.

The web writes a value as one JSON element beside the tool's markup; its keys are the fields' names.
"""

from __future__ import annotations

from enum import StrEnum

from handbook.document.inline import Ref, node
from handbook.document.places import Place
from handbook.model.costing import CostBasis
from handbook.model.deciding import Table
from handbook.model.monday import Monday


@node
class SourceSwitch:
    """Shows only what sources say."""


@node
class AssessmentCriterion:
    """A criterion to answer: the phases its steps stand in, its scale, and how much it weighs.

    `steps` is how many steps it touches.
    """

    id: str
    title: str
    phases: tuple[str, ...]
    lowest: int
    highest: int
    weight: float
    steps: int


@node
class Assessment:
    """Makes a profile of answers to criteria; a phase is its id and its title."""

    model: str
    version: str
    edition: str
    phases: tuple[tuple[str, str], ...]
    criteria: tuple[AssessmentCriterion, ...]


@node
class TickedTable:
    """A table of the plan with a column to tick when a row is done."""

    table: str
    column: str
    label: str


@node
class Paper:
    """A form that takes answers from the plan.

    `data` is the form as a script, `docx` its blank file, None when it could not be made.
    """

    form: str
    title: str
    ticks: tuple[TickedTable, ...]
    data: Place
    docx: Place | None


@node
class Contacts:
    """The table of the plan that says whom to call; a column is its id and its heading."""

    table: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[str, ...]
    """What the rows are called, where they have names."""


@node
class Sendable:
    """Lets a reader copy a text, or open it in the mail program; no subject, no mail."""

    subject: str
    text: str


@node
class Handover:
    """Fills the papers of the last day from a plan that was saved as a file."""

    plan: str
    data: Place
    papers: tuple[Paper, ...]
    contacts: Contacts | None


@node
class DeletionPeriod:
    """How long after the last day the answers of a form go."""

    form: str
    amount: int
    unit: str


@node
class DeletionPlan:
    """Counts dates from the last day of a period; a form that is not here is filled in by hand."""

    periods: tuple[DeletionPeriod, ...]


@node
class FillIn:
    """Lets a reader answer the questions of a form on the page, and take the answers along.

    `taken_from` are the forms whose saved answers it can use, `data` is the form as a script.
    `docx` is its blank file, None when such a file could not be made. `example` has the answers of
    a made-up example that one may begin from, None when there is none.
    """

    form: str
    version: str
    edition: str
    taken_from: tuple[Ref, ...]
    data: Place
    docx: Place | None
    example: Place | None = None


@node
class ChooserOption:
    """One answer a reader may choose; `only_for` are the matters that make it a choice."""

    id: str
    text: str
    only_for: tuple[str, ...]


@node
class ChooserQuestion:
    """One question, with the answers it may have."""

    id: str
    asked: str
    heading: str
    help: str
    many: bool
    options: tuple[ChooserOption, ...]


@node
class Chooser:
    """Asks one question at a time and says what suits; (id, title, place) of each answer.

    `models` are the answers that the comparison has columns for, `small_for` is the question and
    the answer of those whom the page for small employers is for, `callees` is (id, title, where)
    of each whom one may call: «Nav», or where a model's own contact sits.
    """

    questions: tuple[ChooserQuestion, ...]
    answers: tuple[tuple[str, str, Place], ...]
    models: tuple[str, ...]
    table: Table
    comparison: Place
    small: Place
    small_for: tuple[str, str]
    monday: Monday
    callees: tuple[tuple[str, str, str], ...]


@node
class HourlyCost:
    """What an hour costs in a group of occupations, as public figures have it."""

    title: str
    kroner: float


@node
class Calculator:
    """Counts what models cost, by model id; the table it carries is filled in anew.

    `hourly` is what one begins with, None where no public figure is known; `measured` says whose
    the figures are and from when. `grants` are those to a wage, (key, title): one may be taken off.
    `weeks` is None where each of several models begins with its own.
    `folded` where the figures are for those who ask to type their own.
    """

    costs: tuple[tuple[str, CostBasis], ...]
    weeks: int | None
    places: int
    hourly: float | None
    groups: tuple[HourlyCost, ...]
    measured: str
    grants: tuple[tuple[str, str], ...] = ()
    folded: bool = False


@node
class CompareModels:
    """Shows some columns of a comparison and marks where they differ; (id, title) of each."""

    models: tuple[tuple[str, str], ...]


@node
class Length:
    """A length of time, as an editor wrote it."""

    amount: int
    unit: str


@node
class Wipe:
    """Deletes all that the reader has written and that lies in this browser."""


@node
class ReadAloud:
    """Reads the page aloud with a voice of the reader's own machine, where it has one."""


class Turn(StrEnum):
    """Which of the times of a repeated step something is done."""

    EACH = "each"
    FIRST = "first"
    LAST = "last"


@node
class PlanTask:
    """One thing to do in a step, and the roles that do it.

    `lead` is what must be said before it: when, if it is not done on the day of its row, and
    that one may when one need not. `turn` is the time of a repeated step that it belongs to; `at`
    is the number of that time, the last when there are fewer, and 0 where `turn` decides. `before`
    is how many days before the start it is done, 0 when it is done on the day of its row. One
    `must` do it also when its step has no day left.
    """

    who: tuple[str, ...]
    text: str
    lead: str = ""
    turn: Turn = Turn.EACH
    before: int = 0
    at: int = 0
    must: bool = False


@node
class PlanStep:
    """A step to be dated: where it stands in time, and who has a hand in it.

    The participant is `involved` or not, and it is a `meeting` or not. `present` are those who
    meet, or do it; `own_title` is what the participant's own plan calls it.
    """

    step: str
    phase: str
    page: Place
    roles: tuple[str, ...]
    present: tuple[str, ...]
    own_title: str
    meeting: bool
    involved: bool
    anchor: str
    offset: Length | None
    duration: Length | None
    every: Length | None
    times: int
    deadline: bool
    needed: bool
    """Whether something in it must be done, so that it cannot be dropped when it is late."""
    after: tuple[str, ...]
    """The steps it waits for."""
    tasks: tuple[PlanTask, ...]


@node
class PlanTable:
    """A table of a form that grows as it must, and its columns for day, people and what."""

    table: str
    date: str
    who: str
    what: str = ""


@node
class PlanForm:
    """A form that takes the dates: its places for the first day, the last, and the rest."""

    id: str
    version: str
    called: str
    page: Place
    start: str
    end: str
    meetings: PlanTable
    activities: PlanTable


@node
class Plan:
    """Gives every step a date from a first day; `usual` is the usual length in words.

    `folder` is the public address where this page stands: a calendar knows no page to begin from.
    A role is its id and its title, and `called` has its name in a sentence; `ours` are those of the
    workplace, whose dates are shown until somebody asks for others, `own` the participant, and
    `answering` those who answer for a step and may move the first day. `first_day` stands in the
    plan when no step shown begins on it.
    """

    model: str
    title: str
    length: Length | None
    usual: str
    folder: str
    host: str
    edition: str
    date: str
    steps: tuple[PlanStep, ...]
    first_day: PlanStep
    roles: tuple[tuple[str, str], ...]
    called: dict[str, str]
    ours: tuple[str, ...]
    own: tuple[str, ...]
    answering: tuple[str, ...]
    form: PlanForm | None
    contact: str = "Nav"


@node
class CaseStep:
    """A step of the case's model: its time, what it is called, and the paper to fetch for it."""

    timed: PlanStep
    title: str
    paper: Ref | None


@node
class CaseDesk:
    """Where a case is begun, filled in, kept and saved, with the first days and papers of it.

    One without a model is a card for the contact alone. A role is its id and its title.
    `desks` has (id, title, place) of each model's own desk.
    """

    model: str
    title: str
    handbook: str
    edition: str
    length: Length | None
    roles: tuple[tuple[str, str], ...]
    steps: tuple[CaseStep, ...]
    plan: Place
    chooser: Place
    desks: tuple[tuple[str, str, Place], ...]
    contacts: tuple[tuple[str, str], ...]
    """Whom the workplace calls: the part of the case, and where they sit."""


@node
class CaseLine:
    """What the open case says of this page: who has its roles, the first day, whom to call.

    A role is its id and how a sentence names it. `desk` is where it is filled in.
    """

    model: str
    roles: tuple[tuple[str, str], ...]
    desk: Place
    contact: str = "Nav"


@node
class OwnContact:
    """Says whom the reader calls, where an open case has it; what it carries is a line to write on.

    `words` are what stands before it, `at` is where they sit, `desk` is where it is filled in.
    """

    words: str
    at: str
    desk: Place


@node
class MemoWord:
    """Makes the memo as a Word file with what the page says; `blank` is the built one."""

    title: str
    blank: Place


ToolData = (
    Assessment
    | Calculator
    | CaseDesk
    | CaseLine
    | Chooser
    | CompareModels
    | DeletionPlan
    | FillIn
    | Handover
    | MemoWord
    | OwnContact
    | Plan
    | ReadAloud
    | Sendable
    | SourceSwitch
    | Wipe
)
