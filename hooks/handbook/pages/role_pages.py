"""Roles as pages: all of them, each across the models, and each in a model where it acts."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import Actions, Blocks, Contents, Files, Paragraph, Section
from handbook.document.inline import Ref
from handbook.document.linker import sole_model
from handbook.document.places import ROLES, Place, path
from handbook.model.duties import MyRole, my_role
from handbook.model.people import Role
from handbook.norwegian import upper_first
from handbook.pages.case_line import CASE_SCRIPTS
from handbook.pages.context import Context, compose
from handbook.pages.in_model import InModel
from handbook.pages.page import Crumb, Page
from handbook.pages.redirects import moved
from handbook.pages.step_pages import CHECKLIST
from handbook.sections.around import brief_foot, named_version
from handbook.sections.downloads import DECKS
from handbook.sections.duties import duties_section
from handbook.sections.moments import does_much
from handbook.sections.people import role_section, roles_section
from handbook.sections.training_deck import training_title

POSTER = ("assets/js/poster.js",)
"""What lets the letters of a printed sheet grow until it is full."""

_SOURCE = "model/roles.yml"
_TRAIL = (Crumb(titles.PAGES[ROLES], ROLES),)


def role_pages(context: Context) -> Iterator[Page]:
    """The list of roles, then each with its pages; one that acts in a single model has one page."""
    yield compose(
        roles_section(context.linker),
        kind="roles",
        description="Finn din rolle og se hva du gjør, når, og med hvilket skjema.",
        source=_SOURCE,
    )
    for role in context.book.roles:
        yield _role_page(context, role)
        for model in context.book.models_by_role.get(role.id, ()):
            yield _duties_page(context, my_role(model, role))


def _role_page(context: Context, role: Role) -> Page:
    if sole_model(context.book, role.id):
        return moved(path(Place("role", role.id)), context.linker.heading("role", role.id))
    linker = context.linker
    return compose(
        role_section(linker, role),
        kind="role",
        description=role.you_are.plain,
        below=(brief_foot(None, _SOURCE),),
        source=_SOURCE,
        crumbs=_TRAIL,
        scripts=POSTER,
    )


def _duties_page(context: Context, mine: MyRole) -> Page:
    role, model, linker = mine.role, mine.model, context.linker
    sole = sole_model(context.book, role.id)
    files = [f"model/{model.id}/process.yml", f"model/{model.id}/model.yml"]
    files.insert(0 if sole else 2, _SOURCE)
    across = Crumb(upper_first(role.title), path(Place("role", role.id)))
    told = duties_section(linker, mine)
    return compose(
        told,
        kind="my-role",
        description=f"Det du gjør som {role.title} i {model.short_title}, når, "
        "med hvilket skjema og sammen med hvem.",
        above=(*_case(context, mine), *_plan(context, mine), *_ways(mine, told)),
        below=(
            *_card(context, mine),
            *_training(context, mine),
            brief_foot(model, *(() if mine.takes_part else files)),
        ),
        source=files[0],
        crumbs=_TRAIL if sole else (*_TRAIL, across),
        scripts=tuple(dict.fromkeys((*CHECKLIST, *CASE_SCRIPTS, *POSTER))),
        version=named_version(model),
    )


def _case(context: Context, mine: MyRole) -> Blocks:
    """What an open case says; the participant's own page is not written to the employer."""
    if mine.takes_part:
        return ()
    return (InModel(context, mine.model).case_line(),)


def _ways(mine: MyRole, told: Section) -> Blocks:
    """The ways to each stretch of the work, unless it is short."""
    items = tuple((one.title, one.anchor) for one in told.blocks
                  if isinstance(one, Section) and one.kind == "moment")  # fmt: skip
    many = len(items) > (1 if does_much(mine) else _FEW)
    return (Contents(items, "moments"),) if many else ()


_FEW = 4
"""So many stretches are seen at once when each has little in it."""


def _card(context: Context, mine: MyRole) -> Blocks:
    """The buttons to a plan and to a printed card, and what the card is known by."""
    told = "På nettsiden ser du hva som er hentet fra kilder, og hva som er forslag."
    note = Paragraph((told,), "print-note")
    plan = _plan_button(context, mine)
    below = not _answers(mine) and mine.duties
    return Actions((plan,) if below else (), "Skriv ut som plakat, A4"), note


def _plan(context: Context, mine: MyRole) -> Blocks:
    """The way to a plan first, for whoever has a day to set."""
    return (Actions((_plan_button(context, mine),)),) if _answers(mine) else ()


def _plan_button(context: Context, mine: MyRole) -> Ref:
    """To the plan, which tells what cannot wait; the page itself begins months before the start."""
    anchor = f"rolle={mine.role.id}"
    words = "Kommer noen snart? Lag plan med datoer" if mine.first else "Lag plan med datoer"
    return context.linker.part(mine.model, titles.PLAN, words, "button", anchor)


def _answers(mine: MyRole) -> bool:
    """Whether the role answers for a step; a participant is asked of no day."""
    return not mine.takes_part and any(
        mine.role.id == duty.step.responsibility.accountable for duty in mine.duties
    )


def _training(context: Context, mine: MyRole) -> Blocks:
    """Slides for the training of those who have the role, where they have been made."""
    wanted = training_title(mine)
    files = context.downloads.named(DECKS.folder, mine.model.id)
    own = tuple(file for file in files if file.title == wanted)
    return (Files(own),) if own else ()
