"""The kinds of block. A block says what something *is*; how it looks is the renderer's business.

Sections nest and have no level: the same section is a page on the web and a part of a chapter on
paper. Adding a kind here makes every renderer incomplete until it can print it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Literal

from handbook.document.inline import Mark, Ref, Words, node, spread
from handbook.document.places import Place
from handbook.document.tools import ToolData
from handbook.model.form import FieldType
from handbook.model.noun import Basis
from handbook.model.pictogram import Face, Pictogram
from handbook.model.process import Level


@node
class Paragraph:
    """One paragraph."""

    words: Words
    kind: Literal[
        "",
        "absence",
        "assumed",
        "call",
        "draft-note",
        "duty-facts",
        "duty-what",
        "effort",
        "lead",
        "meta",
        "moment-when",
        "more",
        "note",
        "position",
        "print-note",
        "promise",
        "provenance",
        "quote",
        "share",
        "status",
        "told",
        "unused",
    ] = ""
    basis: Basis | None = None
    """What the paragraph rests on as a whole, where its words hold the mark."""
    state: str = ""
    """How far what it tells of has come, for its colour, when it is a status."""


@node
class Item:
    """One line of a list, or one thing said.

    `mark` is where it comes from, `before` a word or two in front of it, `title` the way to where
    it is told whole, `anchor` its spot on the page, `number` its own number in an ordered list.
    """

    blocks: Blocks
    mark: Mark | None = None
    before: str = ""
    title: Ref | None = None
    anchor: str = ""
    number: int | None = None
    pictogram: Pictogram | None = None
    """A drawing beside the words; it says nothing that they do not."""


@node
class ItemList:
    """Lines of one kind. A `statement` is one alone, set as a paragraph and not as a list."""

    items: tuple[Item, ...]
    ordered: bool = False
    kind: Literal[
        "",
        "calls",
        "cards",
        "changes",
        "checks",
        "chips",
        "choices",
        "doors",
        "evidence",
        "findings",
        "first",
        "form-links",
        "gaps",
        "names",
        "participant-steps",
        "process-list",
        "related",
        "responses",
        "results",
        "sources",
        "statement",
        "statements",
        "step-cards",
        "tasks",
        "uses",
        "versions",
        "warnings",
    ] = ""


@node
class Fact:
    """A term with what is said about it."""

    term: str
    blocks: Blocks
    mark: Mark | None = None
    anchor: str = ""
    former: tuple[str, ...] = ()
    """Anchors it had before; links to them still land here."""


@node
class Facts:
    """Short questions with their answers."""

    rows: tuple[Fact, ...]
    kind: Literal[
        "",
        "card",
        "criterion",
        "foot",
        "funding",
        "glossary",
        "key",
        "legal",
        "list",
        "memo",
        "objections",
        "outcome",
        "outcomes",
        "source",
        "status",
        "step",
    ] = ""


@node
class Task:
    """One thing to do. `id` keeps a reader's tick when the words are edited.

    `title` is the way to where it is told whole, when this is only the gist of it.
    """

    id: str
    blocks: Blocks
    level: Level | None = None
    mark: Mark | None = None
    number: int | None = None
    title: Ref | None = None


@node
class Checklist:
    """Things to do, ticked on screen or on paper. `view` is whose copy of the list it is."""

    key: str
    tasks: tuple[Task, ...]
    anchor: str = "punkt"
    view: str = ""
    ordered: bool = False


PARTS = ("Utfører", "Ansvarlig", "Rådspørres", "Informeres")
"""What a role can be in a step."""


@node
class Duty:
    """What one role is in a step."""

    role: Ref
    parts: tuple[bool, bool, bool, bool]
    """Yes or no to each of `PARTS`."""


@node
class Duties:
    """Who does what in a step."""

    rows: tuple[Duty, ...]


@node
class Column:
    """The head of a column; `key` is the id of the thing the column is about, for scripts."""

    words: Words
    key: str = ""


@node
class Cell:
    """One cell. `state` colours it, `key` is what a script compares or counts from."""

    blocks: Blocks
    mark: Mark | None = None
    state: str = ""
    key: str = ""
    span: int = 1


@node
class Row:
    """Cells; the first names the row. `key` is the id of the thing the row is about.

    `basis` is what the row rests on, `anchor` its spot on the page.
    """

    cells: tuple[Cell, ...]
    key: str = ""
    basis: Basis | None = None
    anchor: str = ""
    kind: Literal["", "caution", "sum"] = ""


@node
class RowGroup:
    """A heading over the rows that follow."""

    title: Words


@node
class Table:
    """Rows under headings. `label` says what it shows, for those who do not see it.

    A `stack` becomes a list of cards on a narrow screen; a `grid` never does.
    """

    head: tuple[Column, ...]
    rows: tuple[Row | RowGroup, ...]
    label: str
    kind: Literal[
        "",
        "comparison",
        "costs",
        "coverage",
        "criteria",
        "duties",
        "fields",
        "hours",
        "matrix",
        "numbers",
        "plan",
        "plain",
        "responsibility",
        "suits",
        "wide",
    ] = ""
    widths: tuple[float, ...] = ()
    """How the columns share the width of a page; equal when empty."""


@node
class Notice:
    """What the reader must know before reading on."""

    kind: Literal[
        "",
        "caveat",
        "consultation",
        "draft",
        "expired",
        "fiction",
        "historical",
        "official",
        "overdue",
        "under_revision",
        "withdrawn",
    ]
    words: Words
    first_day: dt.date | None = None
    """When it begins to hold, where that is still to come: only a reader's own clock shows it."""


@node
class Share:
    """A share of a sample in per cent, and the range that chance may have put it in."""

    share: float
    low: float
    high: float


@node
class SignGroup:
    """Signs that say the same, and what they say with the number it has."""

    name: str
    signs: int
    look: Literal["filled", "empty", "unknown", "aim", "place", "free"]
    """Dots are people or things counted, dashed what is not known; diamonds are an aim, squares are
    places."""


@node
class Signs:
    """What was counted, a sign for each or for so many; rows of `across`, or as wide as may be."""

    groups: tuple[SignGroup, ...]
    across: int = 0


@node
class Actor:
    """A role in the drawing of a process, by its short name."""

    name: str
    participant: bool = False


@node
class DrawnPhase:
    """The beginning of a part of the process."""

    title: str


@node
class DrawnStep:
    """A step in the drawing: who answers for it and who else takes part, by number of the actor."""

    ref: Ref
    number: int
    lead: int
    also: tuple[int, ...] = ()
    when: str = ""
    notes: str = ""
    """What the order of the steps does not tell: together with which, and only sometimes."""
    repeated: bool = False
    sometimes: bool = False
    together: bool = False
    """At the same time as the step before it."""


@node
class DrawnDecision:
    """A question that ends a phase, who answers it, and the answers."""

    question: str
    by: tuple[int, ...]
    outcomes: tuple[str, ...] = ()


DrawnRow = DrawnPhase | DrawnStep | DrawnDecision


@node
class Process:
    """A process to be drawn: who, and from top to bottom what. A layout places it."""

    actors: tuple[Actor, ...]
    rows: tuple[DrawnRow, ...]


@node
class Scene:
    """One of our own drawings, by name."""

    name: str


@node
class Figure:
    """Something drawn, with a caption, and `text` that says the same in words."""

    data: Process | Share | Signs | Scene
    text: str
    caption: Words = ()
    anchor: str = ""


@node
class Picture:
    """A picture from a file; `text` says what it shows. Sizes are in px, 0 where not known."""

    place: Place
    text: str
    width: int = 0
    height: int = 0


@node
class File:
    """A file to take away: its place, its kind in words and its size in bytes."""

    place: Place
    title: str
    kind: str
    size: int


@node
class Files:
    """Files to take away. Checksums are told when the files have them."""

    items: tuple[File, ...]


@node
class Fold:
    """What is told on demand; paper tells it at once, or as `asked` only when it stands open."""

    summary: str
    blocks: Blocks
    asked: bool = False


@node
class Sample:
    """Text as one types it, line by line; `wrong` is how not to."""

    text: str
    caption: str = ""
    kind: Literal["", "right", "wrong"] = ""


@node
class Group:
    """Blocks that belong together and look alike or stand side by side."""

    blocks: Blocks
    kind: Literal[
        "",
        "beside",
        "choose",
        "code-entry",
        "criterion",
        "decide",
        "decision-box",
        "evidence",
        "flow",
        "form-intro",
        "meeting",
        "off-card",
        "on-paper",
        "on-screen",
        "opening",
        "pair",
        "printed-copy",
        "text",
        "theme-rules",
        "what",
    ] = ""
    mark: Mark | None = None


@node
class Choice:
    """One answer to choose, and the lasting name it is kept under."""

    id: str
    label: str
    face: Face | None = None
    """Drawn beside the words."""


@node
class Answer:
    """A place for one answer. `name` is the same in every format and never changes.

    `label` stands beside it; `spoken` makes sense without looking.
    """

    name: str
    kind: FieldType
    label: str
    spoken: str
    choices: tuple[Choice, ...] = ()


@node
class AskedIf:
    """An earlier question, and the answers to it of which one makes this one asked."""

    question: str
    answers: tuple[str, ...]


@node
class Question:
    """Something asked, with every place for an answer. One of kind INFO asks nothing.

    What is said to whoever answers: `condition` and `hint` lack the mark at their end, `offered`
    is for where nobody can open a list, `text` is what an INFO tells.
    """

    id: str
    label: str
    kind: FieldType
    answers: tuple[Answer, ...] = ()
    required: bool = False
    condition: str = ""
    help: str = ""
    hint: str = ""
    example: str = ""
    offered: tuple[str, ...] = ()
    text: Blocks = ()
    columns: tuple[str, ...] = ()
    """The heads of a table; row names take the first."""
    row_names: tuple[str, ...] = ()
    lines: int = 1
    max_length: int | None = None
    asked_if: tuple[AskedIf, ...] = ()
    """Empty when it is always asked; otherwise all must hold."""
    same_as: tuple[str, ...] = ()
    """Places in other forms that hold the same answer: `SKJ-05/participant_name`."""
    folded: bool = False
    """Whether what an INFO tells lies folded, since it stands before the first question."""
    spread: Literal["list", "line", "halves"] = "list"
    """How answers to choose lie on paper: under each other, on one line or in two columns."""
    widths_mm: tuple[float, ...] = ()
    """Of a table's columns on paper; equal when empty."""

    @property
    def rows(self) -> tuple[tuple[Answer, ...], ...]:
        """The places of a table, row by row."""
        wide = len(self.columns) - bool(self.row_names)
        return tuple(self.answers[at : at + wide] for at in range(0, len(self.answers), wide))


@node
class Contents:
    """The parts of a page, at its top; only where there are pages."""

    items: tuple[tuple[str, str], ...]
    """Title and anchor of each."""
    kind: Literal["", "letters", "moments"] = ""


@node
class Actions:
    """What a reader does next, as buttons; screens only. `printing` is on the one that prints."""

    items: tuple[Ref, ...]
    printing: str = ""


@node
class Tool:
    """Something that works on screen only. What it carries stands in `instead` too, as blocks.

    `data` has all a script needs, in one value. Renderers without scripts print `instead`.
    """

    data: ToolData
    instead: Blocks = ()


@node
class Blank:
    """Something to fill in by hand; screens leave it out and nothing else is lost.

    One line stands beside the words, more stand under them.
    """

    words: str = ""
    lines: int = 1
    shown: bool = False
    """Whether screens have it too, since the page is printed as it stands."""


@node
class Pager:
    """The way to the page before and after; only where there are pages."""

    before: Ref | None
    after: Ref | None


@node
class Section:
    """Blocks under a heading. `place` is what the section tells of, `anchor` its spot there.

    A `fold` is opened on demand where there are screens. `number` stands before the title, `over`
    above it.
    """

    title: str
    blocks: Blocks
    anchor: str = ""
    kind: Literal[
        "",
        "answer",
        "choose-not",
        "choose-when",
        "do-not",
        "fold",
        "letter",
        "moment",
        "part",
        "pitfall",
        "questions",
        "related",
        "say",
    ] = ""
    place: Place | None = None
    number: int | None = None
    over: str = ""
    short: str = ""
    """The title where there is little room; the title itself when empty."""
    former: tuple[str, ...] = ()
    """Anchors it had before; links to them still land here."""
    pictogram: Pictogram | None = None
    """A drawing beside the title."""


Block = (
    Paragraph | ItemList | Facts | Checklist | Duties | Table | Notice | Figure | Picture | Files
    | Fold | Sample | Group | Question | Contents | Actions | Tool | Blank | Pager | Section
)  # fmt: skip
Blocks = tuple[Block, ...]


def said(*words: str | Words) -> Blocks:
    """Words as one paragraph: what a cell, an item or an answer mostly holds."""
    run: Words = ()
    for piece in words:
        run += (piece,) if isinstance(piece, str) else piece
    return (Paragraph(run),)


def opened(words: Words, blocks: Blocks) -> Blocks:
    """Blocks with some words in front of the first of them."""
    first, *rest = blocks
    if isinstance(first, Paragraph):
        return (replace(first, words=(*words, *first.words)), *rest)
    return (Paragraph(words), *blocks)


def row(*cells: str | Words, key: str = "", basis: Basis | None = None) -> Row:
    """A row of words alone."""
    return Row(tuple(Cell(said(cell)) if cell else Cell(()) for cell in cells), key, basis)


def columns(*heads: str | Words) -> tuple[Column, ...]:
    """Heads of words alone."""
    return tuple(Column((head,) if isinstance(head, str) else head) for head in heads)


def duties_by_part(duties: Duties) -> tuple[Fact, ...]:
    """Who does what in a step: each part with the roles that have it."""
    return tuple(
        Fact(part, said(spread(roles)))
        for at, part in enumerate(PARTS)
        if (roles := [duty.role for duty in duties.rows if duty.parts[at]])
    )


def duties_table(duties: Duties) -> Table:
    """Who does what in a step, as a table of roles."""
    rows = (row((one.role,), *("Ja" if yes else "" for yes in one.parts)) for one in duties.rows)
    return Table(columns("Rolle", *PARTS), tuple(rows), "Ansvar i steget", "duties")
