"""One model as a chapter: what it is and for whom, how it is done, and the frame around it."""

from __future__ import annotations

from dataclasses import replace

from handbook.book.process_chapter import process_parts
from handbook.document.blocks import Blocks, Group, Item, ItemList, Paragraph, Section, opened, said
from handbook.document.inline import Quiet, Ref, Words, joined
from handbook.document.linker import Linker
from handbook.document.places import Place
from handbook.model.inclusion_model import InclusionModel, ModelRole
from handbook.norwegian import listed
from handbook.sections import conditions, practice
from handbook.sections import model as told
from handbook.sections.around import foot, notices
from handbook.sections.costing import cost_section
from handbook.sections.exceptions import exceptions_section

_WHAT = (
    told.core, told.fit, told.purpose, told.target_group, told.prerequisites,
)  # fmt: skip
_FRAME = (conditions.duration, conditions.status, conditions.funding)
_AROUND = (told.adaptation, told.related)


def model_chapter(linker: Linker, model: InclusionModel, over: str) -> Section:
    """The whole model; `over` stands above its name.

    What is short of lines stands in two columns, before the process and after it.
    """
    blocks = (
        told.summary(linker, model),
        *notices(linker, model, None),
        told.facts(linker, model),
        foot(model),
        Group(_before(linker, model), "flow"),
        *process_parts(linker, model),
        cost_section(linker, model),
        Group(_after(linker, model), "flow"),
    )
    place = Place("model", model.id)
    return Section(model.title, blocks, place=place, over=over, short=model.short_title)


def _before(linker: Linker, model: InclusionModel) -> Blocks:
    what = (block for part in _WHAT for block in part(linker, model))
    return *what, practice.getting_started_section(linker, model)


def _after(linker: Linker, model: InclusionModel) -> Blocks:
    return (
        *(block for part in _FRAME for block in part(linker, model)),
        _roles(linker, model),
        *conditions.rules_on_paper(linker, model),
        practice.practice_section(linker, model),
        exceptions_section(linker, model),
        *told.results_in_short(linker, model),
        *_forms(linker, model),
        *(block for part in _AROUND for block in part(linker, model)),
        *_themes(linker, model),
    )


def _roles(linker: Linker, model: InclusionModel) -> Section:
    """Who answers for what, a line each."""
    lines = tuple(_role(linker, one) for one in model.roles)
    return Section("Roller", (ItemList(lines),), "roller")


def _role(linker: Linker, own: ModelRole) -> Item:
    local: Words = (Quiet((f"({own.local_name})",), "local-name"), " ") if own.local_name else ()
    told = opened(local, linker.blocks(own.responsibility))
    return Item(told, linker.mark(own), title=linker.heading("role", own.role))


def _themes(linker: Linker, model: InclusionModel) -> Blocks:
    """What applies here and in other models too, each theme with the steps it is for."""
    in_steps = (name for step in model.steps for name in step.themes)
    names = dict.fromkeys((*model.themes, *in_steps))
    if not names:
        return ()
    row = joined([_theme(linker, model, name) for name in names], "; ")
    return (Section("Temaer som gjelder her", (Paragraph((*row, ".")),), "temaer"),)


def _theme(linker: Linker, model: InclusionModel, name: str) -> Words:
    steps = [str(n) for n, step in enumerate(model.steps, 1) if name in step.themes]
    where = f": steg {listed(steps)}" if steps else ""
    return linker.heading("theme", name), where


def _forms(linker: Linker, model: InclusionModel) -> Blocks:
    """The forms by number and name; which step asks for each stands behind the model."""
    if not model.forms:
        return ()
    items = tuple(Item(said((_in_short(linker.form(form)),))) for form in model.forms)
    links = ItemList(items, kind="form-links")
    return (Section(f"Skjemaene i {model.short_title}", (links,), "skjemaer"),)


def _in_short(form: Ref) -> Ref:
    """A form by the first of its name; its number leads to the rest."""
    return replace(form, words=form.words.partition(":")[0])
