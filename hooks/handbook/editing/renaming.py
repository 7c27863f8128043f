"""A thing gets another id: its own place, all that names it, and the old id kept as a former one.

Links in `docs/` follow too; the address it had becomes a page that leads on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.called import KIND_WORDS
from handbook.editing.project import CannotChangeError, Project, Spot, checked_id
from handbook.model.form import Form
from handbook.model.former import Named, named_in
from handbook.model.inclusion_model import InclusionModel
from handbook.model.instrument import Instrument
from handbook.model.links import KINDS as MENTIONED
from handbook.model.links import resolve
from handbook.model.noun import Noun
from handbook.model.people import Role, Term, Theme
from handbook.model.process import Phase, Step
from handbook.model.routine import Routine
from handbook.model.rule import Rule
from handbook.model.source import Source

TYPES: dict[str, type[Noun]] = {
    "model": InclusionModel, "phase": Phase, "step": Step, "form": Form, "role": Role,
    "theme": Theme, "term": Term, "source": Source, "rule": Rule, "instrument": Instrument,
    "routine": Routine,
}  # fmt: skip
_FILES = {
    "form": "forms/{}.yml", "theme": "model/themes/{}.yml", "source": "model/sources/{}.yml",
    "rule": "model/rules/{}.yml", "instrument": "model/instruments/{}.yml",
    "routine": "model/routines/{}.yml",
}  # fmt: skip
_LINKS = {
    "model": ("modeller/{}/",),
    "step": ("{}/steg-{}.",),
    "phase": ("{}/stegene.md#fase-{})",),
    "form": ("skjema/{}.",),
    "role": ("roller/{}.", "roller/{}/"),
    "theme": ("tema/{}.",),
    "term": ("ordliste.md#{})",),
    "source": ("kilder/{}.",),
    "rule": ("regler/{}.",),
    "instrument": ("virkemidler/{}.",),
    "routine": ("rutiner/{}.",),
}
"""Kind → what stands in a link to one from a page in `docs/`."""


def rename(project: Project, kind: str, name: str, new: str) -> None:
    """Give a thing another id. Raises CannotChangeError."""
    one = project.named(kind, name)
    new = checked_id(kind, new.rpartition("/")[2])
    _free(project, one, new)
    keep_former(project, one, new)
    project.replace(_named_at(project, one), one.id, new)
    _in_texts(project, one, new)
    in_word_choices(project, one, new)
    _files(project, one, new)


def _free(project: Project, one: Named, new: str) -> None:
    taken = {(other.kind, other.inside, other.id) for other in named_in(project.book)}
    if (one.kind, one.inside, new) in taken:
        raise CannotChangeError(f"{KIND_WORDS[one.kind]} «{new}» finnes fra før")
    known = None if one.inside else resolve(project.book, new)
    if known:
        raise CannotChangeError(f"«{new}» er alt id-en til {KIND_WORDS[known[0]]} «{known[1]}»")


def keep_former(project: Project, one: Named, new: str) -> None:
    """Write the list of former ids as it is when the thing has got a new one."""
    former = [old for old in (*one.former, one.id) if old != new]
    file, path = project.spot(one.owner, (*one.path, "id"))
    project.draft(file).put_list(path[:-1], TYPES[one.kind], "former_ids", former)


def _named_at(project: Project, one: Named) -> Iterator[Spot]:
    """Where the id stands: in the thing itself, and in every field that names it."""
    yield project.spot(one.owner, (*one.path, "id"))
    for value in project.references(one):
        yield project.spot(value.owner, value.path)
    for form in project.book.forms if one.kind == "form" else ():
        for number, section in enumerate(form.sections):
            for at, field in enumerate(section.fields):
                for nth, other in enumerate(field.same_as):
                    if other.startswith(f"{one.id}/"):
                        path = ("sections", number, "fields", at, "same_as", nth)
                        yield project.spot(("form", form.id), path)


def in_word_choices(project: Project, one: Named, new: str) -> None:
    """The steps at which chosen words begin, by model and step."""
    inside = f"{one.inside}/" if one.kind == "step" else ""
    old = f"{inside}{one.id}"
    spots = [
        project.spot(("words", ""), ("choices", number, "from_steps", at))
        for number, choice in enumerate(project.book.words.choices)
        for at, step in enumerate(choice.from_steps)
        if one.kind in ("step", "model") and f"{step}/".startswith(f"{old}/")
    ]
    project.replace(iter(spots), old, f"{inside}{new}")


def _in_texts(project: Project, one: Named, new: str) -> None:
    """Every [[reference]] in the texts; those to the steps of a model too."""
    if one.kind in MENTIONED:
        name = f"{one.inside}/{new}" if one.inside else new
        for target in project.mentions(one.kind, one.name):
            respell_mention(project, target, target.removesuffix(one.name) + name)
    if one.kind == "model":
        for step in project.book.model_by_id[one.id].step_by_id:
            for target in project.mentions("step", f"{one.id}/{step}"):
                own = target.removesuffix(f"{one.id}/{step}")
                respell_mention(project, target, f"{own}{new}/{step}")


def respell_mention(project: Project, old: str, new: str) -> None:
    """Let texts that refer to one thing refer to another, with the words they have."""
    project.substitute(
        re.compile(rf"\[\[(\s*){re.escape(old)}(?=\s*(?:\||\]\]))"), rf"[[\g<1>{new}"
    )


def _files(project: Project, one: Named, new: str) -> None:
    if one.kind == "model":
        folder = project.root / "model" / one.id
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            inside = file.relative_to(folder).as_posix()
            project.move(f"model/{one.id}/{inside}", f"model/{new}/{inside}")
    elif one.kind in _FILES:
        project.move(_FILES[one.kind].format(one.id), _FILES[one.kind].format(new))
    _links(project, one, new)


def _links(project: Project, one: Named, new: str) -> None:
    for link in _LINKS[one.kind]:
        home = (one.inside,) if one.inside else ()
        old, now = link.format(*home, one.id), link.format(*home, new)
        project.substitute(re.compile(rf"(\]\([^)\s]*){re.escape(old)}"), rf"\g<1>{now}")
