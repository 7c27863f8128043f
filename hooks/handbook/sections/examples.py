"""A worked example: the story with its days, and each form as it was filled in."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Cell,
    Fact,
    Facts,
    Figure,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Row,
    Scene,
    Section,
    Table,
    columns,
    said,
)
from handbook.document.inline import Quiet, Ref, Strong, Words
from handbook.document.linker import Linker
from handbook.document.places import Place
from handbook.document.titles import part_place
from handbook.model.example import FICTION, FICTION_WHOLE, Example, FilledForm, Told, told_in
from handbook.model.filled import Line, PaperPart, paper
from handbook.model.form import Form
from handbook.model.inclusion_model import InclusionModel
from handbook.model.picture import Picture
from handbook.model.process import Step
from handbook.norwegian import date_text, listed, lower_first, upper_first

OPEN = "Står åpent"


def fiction(words: str = FICTION_WHOLE) -> Notice:
    """What stands first wherever something is made up."""
    first, _, rest = words.partition(".")
    return Notice("fiction", (Strong((f"{first}.",)), rest))


def example_place(model: InclusionModel, anchor: str = "") -> Place:
    """Where a model's example is told."""
    return part_place(model, titles.EXAMPLE, anchor)


def filled_place(form_id: str) -> Place:
    """Where a form stands as an example filled it in."""
    return Place("filled", form_id)


def example_section(linker: Linker, model: InclusionModel, example: Example) -> Section:
    """The whole story, moment by moment, with the ways to the forms that were filled in."""
    blocks: Blocks = (
        fiction(_names_told(example)),
        Paragraph(linker.words(example.lead), "lead"),
        *drawn(example.id, example.picture, example.mark),
        _people(linker, example),
        *_moments(linker, model, example),
        Section("Slik gikk det", linker.blocks(example.ending), "slik-gikk-det"),
        _all_forms(linker, example),
    )
    return Section(example.title, blocks, place=example_place(model), over=example.mark)


def drawn(name: str, picture: Picture | None, mark: str = "") -> Blocks:
    """The drawing of this name with whose it is, and a mark when nobody in it exists."""
    if picture is None:
        return ()
    credit = f"{mark}. {picture.credit}" if mark else picture.credit
    return (Figure(Scene(name), picture.text, (Quiet((credit,), "use"),)),)


def _names_told(example: Example) -> str:
    names = listed([*example.made_up_names])
    return f"{example.mark}. {names} finnes ikke. Forløpet følger stegene i modellen."


def _people(linker: Linker, example: Example) -> Section:
    rows = tuple(
        Fact(one.name, said((linker.heading("role", one.role), f". {upper_first(one.about)}.")))
        for one in example.people
    )
    around = (
        Fact("Arbeidssted", said(example.workplace)),
        Fact("Perioden", said(period(example))),
    )
    return Section("Hvem er med", (Facts((*rows, *around), "list"),), "hvem")


def period(example: Example) -> str:
    """`24. mai 2027 – 3. desember 2027`; without a last day, from when."""
    first = date_text(example.first_day)
    return f"{first} – {date_text(example.last_day)}" if example.last_day else f"Fra {first}"


def _moments(linker: Linker, model: InclusionModel, example: Example) -> Iterator[Section]:
    shown: set[str] = set()
    for number, told in enumerate(told_in(example, model), 1):
        papers = () if told.moment.step in shown else example.filled_at(told.moment.step)
        shown.add(told.moment.step)
        blocks = tuple(_moment(linker, model, told, papers))
        yield Section(told.moment.title, blocks, f"dag-{number}", "moment")


def _moment(
    linker: Linker, model: InclusionModel, told: Told, papers: tuple[FilledForm, ...]
) -> Iterator[Block]:
    moment = told.moment
    day = upper_first(date_text(told.day)) if told.day else titles.UNKNOWN
    again = f", gang {moment.number}" if moment.number > 1 else ""
    step = linker.step(model, moment.step)
    yield Paragraph((Strong((day,)), " · ", step, again), "moment-when")
    yield from linker.blocks(moment.text)
    for one in moment.said:
        yield Paragraph((Strong((f"{one.by}:",)), f" «{one.words}»"), "quote")
    if moment.mended:
        yield Paragraph((Strong(("Slik ble det rettet:",)), " ", *linker.words(moment.mended)))
    if papers:
        yield ItemList(tuple(_filled_line(linker, one) for one in papers), kind="form-links")


def _filled_line(linker: Linker, one: FilledForm) -> Item:
    return Item(said((filled_ref(linker, one.form), " ", Quiet(("fylt ut",), "use"))))


def filled_ref(linker: Linker, form_id: str) -> Ref:
    """The way to a filled-in form by its number and title."""
    form = linker.book.form_by_id.get(form_id)
    return Ref(filled_place(form_id), form.title if form else "", "form-link", code=form_id)


def _all_forms(linker: Linker, example: Example) -> Section:
    lines = tuple(_filled_line(linker, one) for one in example.filled)
    return Section("Skjemaene, fylt ut", (ItemList(lines, kind="form-links"),), "skjemaer")


def from_step(linker: Linker, model: InclusionModel, step: Step) -> Blocks:
    """The way from a step to what happened there in the example; nothing where nothing did."""
    example = linker.book.example_by_model.get(model.id)
    steps = [moment.step for moment in example.story] if example else []
    if example is None or step.id not in steps:
        return ()
    at = steps.index(step.id)
    to = Ref(example_place(model, f"dag-{at + 1}"), example.story[at].title)
    return (Paragraph((f"{FICTION}: ", to), "more"),)


def way_to_example(linker: Linker, model: InclusionModel) -> Words:
    """The way to a model's example, with what it is; nothing where there is none."""
    if not linker.has(model, titles.EXAMPLE):
        return ()
    return (linker.part(model, titles.EXAMPLE, f"Et {lower_first(FICTION)}"),)


def filled_section(
    linker: Linker, model: InclusionModel, example: Example, filled: FilledForm, form: Form
) -> Section:
    """A form as the example filled it in."""
    whence: Words = (
        "Slik ble skjemaet fylt ut i steget ", linker.step(model, filled.step), " i ",
        Ref(example_place(model), example.title), ". Tomt skjema: ", linker.form(form.id),
    )  # fmt: skip
    parts = tuple(_part(part) for part in paper(form, filled.answers))
    return Section(
        f"{form.title}, fylt ut", (fiction(_what_is_made_up(form)), Paragraph(whence), *parts),
        place=filled_place(form.id), over=f"{form.id} · {FICTION}",
    )  # fmt: skip


def _what_is_made_up(form: Form) -> str:
    """A number in an example could be somebody's, so why there is none is said once."""
    columns_asked = {column.id for field in form.fields for column in field.columns}
    return f"{FICTION_WHOLE} {_NO_NUMBER}" if "phone" in columns_asked else FICTION_WHOLE


_NO_NUMBER = "Derfor er telefonnumrene utelatt. I deres eget skjema skal de stå."


def _part(part: PaperPart) -> Section:
    return Section(part.title, tuple(_lines(part.lines)))


def _lines(lines: tuple[Line, ...]) -> Iterator[Block]:
    """Plain answers side by side with their questions, and tables between them."""
    waiting: list[Fact] = []
    for line in lines:
        if not line.heads:
            waiting.append(Fact(line.label, _answer(line)))
            continue
        if waiting:
            yield Facts(tuple(waiting), "list")
            waiting = []
        yield from _table(line)
    if waiting:
        yield Facts(tuple(waiting), "list")


def _answer(line: Line) -> Blocks:
    if line.signed:
        return said((Quiet(("Underskrift – står åpent i eksempelet",), "when"),))
    if line.ticks:
        ticked = [words for words, on in line.ticks if on]
        return said(listed(ticked) if ticked else "Ikke krysset av")
    return said(line.value) if line.value else said((Quiet((OPEN,), "when"),))


def _table(line: Line) -> Iterator[Block]:
    if not line.rows:
        yield Facts((Fact(line.label, said((Quiet((OPEN,), "when"),))),), "list")
        return
    rows = tuple(Row(tuple(Cell(said(cell) if cell else ()) for cell in row)) for row in line.rows)
    yield Paragraph((Strong((line.label,)),))
    yield Table(columns(*line.heads), rows, line.label)
