"""A thing goes out of use: it says since when and why, and what names it turns to what took over.

A step and a phase have no page without their model, so another must take over for them; that one
answers for their addresses from then on.
"""

from __future__ import annotations

import datetime as dt

from handbook.checks.called import KIND_WORDS
from handbook.checks.walk import Value
from handbook.editing.canonical import written
from handbook.editing.project import CannotChangeError, Project
from handbook.editing.renaming import TYPES, in_word_choices, respell_mention
from handbook.model.example import FilledForm
from handbook.model.former import Named
from handbook.model.inclusion_model import Overview, Related
from handbook.model.links import KINDS as MENTIONED


def retire(
    project: Project, kind: str, name: str, *, reason: str, instead: str, today: dt.date
) -> None:
    """Take a thing out of use; `instead` is what took over, if any. Raises CannotChangeError."""
    one = project.named(kind, name)
    other = _taking_over(project, one, instead)
    if kind in ("step", "phase", "term") and other is None:
        raise CannotChangeError(f"si med --replaced-by hva som tar over for {KIND_WORDS[kind]}")
    if kind not in ("step", "phase", "term") and not reason:
        raise CannotChangeError("si hvorfor med --reason; leseren skal se det")
    if other:
        _lead_on(project, one, other)
    if other and one.inside:
        _merge(project, one, other)
    elif other and kind == "term":
        file, path = project.spot(one.owner, ("id",))
        line = f"replaced_by: {other.id}"
        project.draft(file).put(path[:-1], TYPES[kind], "replaced_by", [line])
    else:
        _say(project, one, _withdrawal(reason, other, today))


def _taking_over(project: Project, one: Named, instead: str) -> Named | None:
    if not instead:
        return None
    own = instead.rpartition("/")[2]
    other = project.named(one.kind, f"{one.inside}/{own}" if one.inside else own)
    if other == one:
        raise CannotChangeError(f"«{one.id}» kan ikke erstatte seg selv")
    return other


def _withdrawal(reason: str, other: Named | None, today: dt.date) -> list[str]:
    lines = [
        "withdrawn:", f"  date: {today.isoformat()}", f"  reason: {written(reason, str)}",
    ]  # fmt: skip
    return [*lines, f"  replaced_by: {other.id}"] if other else lines


def _say(project: Project, one: Named, lines: list[str]) -> None:
    """Write in the thing itself that it is out of use."""
    file, path = project.spot(one.owner, ("id",))
    kind = TYPES[one.kind] if one.kind != "model" else Overview
    draft = project.draft(file)
    draft.put(path[:-1], kind, "withdrawn", lines)
    if one.kind == "model":
        draft.put(path[:-1], kind, "status", ["status: withdrawn"])


def _lead_on(project: Project, one: Named, other: Named) -> None:
    """Let everything that names the one name the other."""
    kept = [value for value in project.references(one) if _follows(value, one, other)]
    papers = [value for value in kept if _is_another_paper(project, value, other)]
    kept = [value for value in kept if value not in papers]
    at_once = [value for value in kept if not _doubled(value, other)]
    project.replace((project.spot(value.owner, value.path) for value in at_once), one.id, other.id)
    _take_out(project, [value for value in kept if _doubled(value, other)])
    for value in reversed(papers):
        _tear_up(project, value)
    if one.kind in MENTIONED:
        for target in project.mentions(one.kind, one.name):
            respell_mention(project, target, target.removesuffix(one.name) + other.name)
    in_word_choices(project, one, other.id)


def _follows(value: Value, one: Named, other: Named) -> bool:
    """What the two say of themselves stays, and so does what is said of how models differ."""
    own = {one.owner, other.owner} if not one.inside else set()
    itself = getattr(value.inner, "id", "") in (one.id, other.id) and bool(one.inside)
    return value.owner not in own and not itself and not isinstance(value.holder, Related)


def _is_another_paper(project: Project, value: Value, other: Named) -> bool:
    """Whether what is filled in an example does not suit the form that takes over."""
    if not (isinstance(value.holder, FilledForm) and value.field == "form"):
        return False
    known = {field.id for field in project.book.form_by_id[other.id].fields}
    filled = {paper.form for example in project.book.examples for paper in example.filled}
    return other.id in filled or not known.issuperset(value.holder.answers.plain)


def _tear_up(project: Project, value: Value) -> None:
    """Take a filled form out of its example."""
    file, path = project.spot(value.owner, value.path)
    *items, at, _ = path
    draft = project.draft(file)
    if draft.count(tuple(items)) == 1:
        raise CannotChangeError(
            f"skjemaet er det eneste som er fylt ut i eksempelet «{value.owner[1]}»; "
            "fyll ut et annet der først"
        )
    assert isinstance(at, int)
    draft.cut(tuple(items), at)


def _doubled(value: Value, other: Named) -> bool:
    """Whether the list that names the one names the other already."""
    listed = getattr(value.holder, value.field)
    return isinstance(listed, tuple) and other.id in listed


def _take_out(project: Project, values: list[Value]) -> None:
    """Take ids out of the lists they stand in."""
    for value in values:
        left = [name for name in getattr(value.holder, value.field) if name != value.value]
        file, path = project.spot(value.owner, value.path)
        project.draft(file).put_list(path[:-2], type(value.holder), value.field, left)


def _merge(project: Project, one: Named, other: Named) -> None:
    """Take a step or a phase out; its addresses and the steps of a phase go to the other."""
    file, items = project.spot(one.owner, one.path[:-1])
    draft = project.draft(file)
    former = [*other.former, *one.former, one.id]
    draft.put_list(other.path, TYPES[one.kind], "former_ids", former)
    if one.kind == "step" and draft.count(items) == 1:
        raise CannotChangeError(f"«{one.id}» er det eneste steget i fasen; trekk fasen i stedet")
    if one.kind == "phase":
        steps, home = (*one.path, "steps"), (*other.path, "steps")
        moved = [draft.cut(steps, at) for at in reversed(range(draft.count(steps)))]
        for lines in reversed(moved):
            draft.paste(home, draft.count(home), lines)
    at = one.path[-1]
    assert isinstance(at, int)
    draft.cut(items, at)
