"""The web editor's forms follow from the types: every field, every rule, every choice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handbook.build import Build
from handbook.checks.reference_fields import REFERENCES
from handbook.editing.shapes import KINDS
from handbook.model.form import Form
from handbook.model.inclusion_model import Overview
from handbook.model.process import Process, Responsibility, Step
from handbook.web_editor.config import Host, editor_config
from handbook.web_editor.fields import editor_fields
from handbook.web_editor.folder import headers, pick_lists

FieldDict = dict[str, Any]


def inside(field: FieldDict) -> list[FieldDict]:
    return [*field.get("fields", []), *field.get("types", []),
            *([field["field"]] if "field" in field else [])]  # fmt: skip


def walk(fields: list[FieldDict]) -> Iterator[FieldDict]:
    for field in fields:
        yield field
        yield from walk(inside(field))


def named(fields: list[FieldDict], *path: str) -> FieldDict:
    """The field at a path of names."""
    field: FieldDict = {"fields": fields}
    for name in path:
        field = next(one for one in inside(field) if one["name"] == name)
    return field


def kinds_in(group: dict[str, Any]) -> list[str]:
    return [one["kind"] for one in group.get("files", [group])]


EVERY_FIELD = [field for kind in KINDS for field in walk(editor_fields(kind.noun))]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_a_type_is_in_its_form_and_knows_its_place_in_the_file(kind: Any) -> None:
    fields = editor_fields(kind.noun)
    in_file_order = [field["name"] for field in sorted(fields, key=lambda field: field["at"])]
    assert in_file_order == list(kind.noun.model_fields)
    for field in fields:
        info = kind.noun.model_fields[field["name"]]
        assert (field["label"], field["required"]) == (info.title, info.is_required())


def test_every_field_has_a_norwegian_name_and_a_widget() -> None:
    assert len(EVERY_FIELD) > 300
    for field in EVERY_FIELD:
        assert field["label"] and field["widget"], field
        typed = {"boolean": "true", "datetime": "ÅÅÅÅ", "pick": "Id-e"}.get(field["widget"], "§§")
        assert typed not in field.get("hint", ""), field  # words for those who type the value


def test_steps_are_nested_in_phases_and_checklists_in_steps() -> None:
    fields = editor_fields(Process)
    do = named(fields, "phases", "steps", "do")
    assert (do["widget"], do["label_singular"]) == ("list", "Gjøremål")
    level = named(fields, "phases", "steps", "do", "level")
    assert [choice["label"] for choice in level["options"]] == ["Må", "Bør", "Kan", "Valg"]


def test_every_reference_is_picked_from_a_list_by_title() -> None:
    roles = named(editor_fields(Responsibility), "performed_by")
    assert (roles["widget"], roles["of"], roles["multiple"]) == ("pick", "role", True)
    for (noun, name), kind in REFERENCES.items():
        field = named(editor_fields(noun), name)
        assert (field["widget"], field["of"]) == ("pick", kind), (noun, name)
    assert named(editor_fields(Step), "sources")["of"] == "finding"


def test_what_may_be_absent_is_a_list_with_room_for_one() -> None:
    duration = named(editor_fields(Overview), "duration")
    assert (duration["widget"], duration["one"], duration["max"]) == ("list", True, 1)
    told = [kind["label"] for kind in duration["types"]]
    assert told == ["Varighet", "Ikke kjent", "Gjelder ikke"]
    funding = named(editor_fields(Overview), "funding")
    assert "one" not in funding and [kind["name"] for kind in funding["types"]][1:] == [
        "unknown", "not_applicable",
    ]  # fmt: skip
    assert named(editor_fields(Step), "responsibility")["widget"] == "object"


def test_rules_for_text_come_from_the_types_and_say_what_to_write() -> None:
    slug = named(editor_fields(Overview), "id")
    assert re.search(slug["pattern"][0], "ia-vikar") and not re.search(slug["pattern"][0], "IA")
    title = named(editor_fields(Step), "title")["pattern"]
    assert title == ["^.{1,60}$", "høyst 60 tegn"]
    assert named(editor_fields(Form), "sections")["min"] == 1


def test_every_model_and_every_file_has_its_place(real: Build) -> None:
    assert real.book is not None
    config = editor_config(real.book, None)
    files = {one["file"] for group in config["collections"] for one in group.get("files", [])}
    assert {f"model/{m.id}/process.yml" for m in real.book.models} <= files
    folders = {group["folder"] for group in config["collections"] if "folder" in group}
    assert folders == {
        "forms", "model/themes", "model/sources", "model/rules", "model/instruments",
        "model/routines", "model/examples",
    }  # fmt: skip
    shown = {kind for group in config["collections"] for kind in kinds_in(group)}
    assert shown == {kind.name for kind in KINDS}


def test_pick_lists_hold_every_id_with_its_title(real: Build, root: Path) -> None:
    assert real.book is not None
    lists = json.loads(pick_lists(root, real.book))
    told = {one["value"]: one["label"] for one in lists["form"]}
    assert told == {form.id: f"{form.id} · {form.title}" for form in real.book.forms}
    assert json.loads(pick_lists(root, None)) == lists  # the ids last known, when files are broken


def test_a_hosted_editor_saves_by_proposals_and_calls_one_host_alone(real: Build) -> None:
    assert real.book is not None
    host = Host("github", "eier/navn", relay="https://innlogging.example")
    config = editor_config(real.book, host)
    assert config["publish_mode"] == "editorial_workflow"
    assert config["backend"]["base_url"] == "https://innlogging.example"
    policy = headers(host)["Content-Security-Policy"]
    hosts = re.findall(r"https://[^\s;]+", policy)
    assert hosts == ["https://avatars.githubusercontent.com", "https://api.github.com"]
    assert "https:" not in headers(None)["Content-Security-Policy"]
