"""The page of a model's example, and each form as it was filled in there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.document import places, titles
from handbook.document.blocks import Actions, Blocks, Files, Section
from handbook.document.inline import Ref
from handbook.document.places import Place
from handbook.model.example import FICTION, Example, FilledForm
from handbook.model.form import Form
from handbook.norwegian import upper_first
from handbook.pages.context import Context, compose
from handbook.pages.handover_page import FORMS_CRUMB
from handbook.pages.in_model import InModel
from handbook.pages.page import Crumb, Page
from handbook.sections.around import brief_foot
from handbook.sections.examples import example_section, filled_section


def example_page(of: InModel) -> Page:
    """The story, with its files last."""
    example = of.context.book.example_by_model[of.model.id]
    files = of.context.downloads.under(places.EXAMPLE_FILES)
    own = {places.filled_file(one.form).name for one in example.filled}
    mine = tuple(file for file in files if file.place.name in own)
    below: Blocks = (Section("Last ned", (Files(mine),), "last-ned"),) if mine else ()
    told = example_section(of.linker, of.model, example)
    return of.page(titles.EXAMPLE, told, warned=(), below=below, source=_file(example))


def _file(example: Example) -> str:
    return f"model/examples/{example.id}.yml"


def filled_page(context: Context, form: Form) -> Iterator[Page]:
    """A form as an example filled it in; nothing where no example did."""
    found = context.book.filled_by_form.get(form.id)
    model = context.book.model_by_id.get(found[0].model) if found else None
    if found and model:
        example, filled = found
        told = filled_section(context.linker, model, example, filled, form)
        yield compose(
            replace(told, blocks=(told.blocks[0], _ways(form), *told.blocks[1:])),
            title=f"{form.id} fylt ut – {FICTION.lower()}",
            kind="filled",
            description=f"{FICTION}: {form.title} slik det kan fylles ut.",
            below=(*_file_of(context, filled), brief_foot(None, _file(example))),
            source=_file(example),
            crumbs=(FORMS_CRUMB, _way_to(form)),
        )


def _way_to(form: Form) -> Crumb:
    return Crumb(upper_first(form.called), places.path(Place("form", form.id)))


def _ways(form: Form) -> Actions:
    to = Place("form", form.id, "fyll-ut")
    return Actions((Ref(to, "Bruk eksempelet som utgangspunkt", "button-secondary"),))


def _file_of(context: Context, filled: FilledForm) -> Blocks:
    name = places.filled_file(filled.form).name
    files = [f for f in context.downloads.under(places.EXAMPLE_FILES) if f.place.name == name]
    return (Section("Last ned", (Files(tuple(files)),), "last-ned"),) if files else ()
