"""The schemas accept all content, refuse what the types refuse, and are as old as the types."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from changing import book_in, edit

from handbook.__main__ import main
from handbook.editing.schema import IDS, schemas, unknown_ids
from handbook.editing.schema_files import write_schemas
from handbook.editing.shapes import KINDS, SCHEMA_FOLDER, content_files, kind_of, schema_line
from project import real_book

ROOT = Path(__file__).parents[2]
FILES = list(content_files(ROOT))
KNOWN = f"{SCHEMA_FOLDER}/{IDS}"


@cache
def _made() -> dict[str, bytes]:
    """The schemas of the real content, made for the first test that asks."""
    return schemas(real_book())


class _Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors' programs read it: no dates, no yes and no."""


_Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )


def _load(text: str) -> Any:
    return yaml.load(text, Loader=_Core)


def _faults(  # noqa: PLR0912 – one branch for each word of the language
    schema: Any, value: Any, home: dict[str, Any], path: str = ""
) -> Iterator[str]:
    """A judge of the words our schemas use, and of no others."""
    if "$ref" in schema:
        file, _, name = schema["$ref"].partition("#/$defs/")
        whole = json.loads(_made()[file]) if file else home
        yield from _faults(whole["$defs"][name], value, whole, path)
    if "anyOf" in schema and all(
        any(True for _ in _faults(one, value, home, path)) for one in schema["anyOf"]
    ):
        yield f"{path}: passer ikke noe av det som er lov"
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
             "boolean": bool}  # fmt: skip
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    odd = isinstance(value, bool) and "boolean" not in wanted
    if wanted and (odd or not any(isinstance(value, kinds[one]) for one in wanted)):
        yield f"{path}: skal være {wanted}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value!r} er ikke lov"
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{path}: {value!r} passer ikke mønsteret"
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
            yield f"{path}: lengden"
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{path}: antallet"
        for at, one in enumerate(value):
            yield from _faults(schema.get("items", {}), one, home, f"{path}/{at}")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        yield from (f"{path}: {k} mangler" for k in schema.get("required", []) if k not in value)
        for key, one in value.items():
            if key in known:
                yield from _faults(known[key], one, home, f"{path}/{key}")
            elif schema.get("additionalProperties") is False:
                yield f"{path}: {key} er ukjent"


def _judged(file: str, text: str) -> list[str]:
    kind = kind_of(file)
    assert kind
    schema = json.loads(_made()[f"{kind.name}.json"])
    return list(_faults(schema, _load(text), schema))


def test_one_command_lays_them_where_the_first_lines_lead(tiny: Path) -> None:
    assert main(["--root", str(tiny), "check"]) == 0
    for file in content_files(tiny):
        target = (tiny / file).parent / schema_line(file).split("$schema=")[1]
        assert json.loads(target.read_bytes())["$schema"].endswith("2020-12/schema")
    assert "vis-rundt" in json.loads((tiny / KNOWN).read_bytes())["$defs"]["step"]["enum"]


def test_broken_content_keeps_the_ids_that_were_known(tiny: Path) -> None:
    write_schemas(tiny, None)
    assert "enum" not in (tiny / KNOWN).read_text(encoding="utf-8"), "nothing is known yet"
    write_schemas(tiny, book_in(tiny))
    known = (tiny / KNOWN).read_bytes()
    edit(tiny, "model/mini/model.yml", "title: Minimodellen\n", "title: Mini: modellen\n")
    assert main(["--root", str(tiny), "check"]) == 1
    assert (tiny / KNOWN).read_bytes() == known


def test_none_of_them_is_part_of_the_project() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", SCHEMA_FOLDER], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert tracked.stdout == ""
    ignored = subprocess.run(["git", "check-ignore", "-q", KNOWN], cwd=ROOT)
    assert ignored.returncode == 0


@pytest.mark.content
@pytest.mark.parametrize("file", FILES)
def test_all_content_is_valid(file: str) -> None:
    assert _judged(file, (ROOT / file).read_text(encoding="utf-8")) == []


@pytest.mark.content
@pytest.mark.parametrize("file", FILES)
def test_the_first_line_leads_to_the_schema(file: str) -> None:
    first = (ROOT / file).read_text(encoding="utf-8").splitlines()[0]
    assert first == schema_line(file)
    target = first.split("$schema=")[1].rpartition("/")[2]
    assert target in _made()


@pytest.mark.parametrize(("old", "new"), [
    ("kind: ", "kind: feil-"),
    ("short_title:", "kort_tittel:"),
    ("valid_from: 20", "valid_from: 1.20"),
    ("status: ", "statuss: "),
    ("title: ", "title: true #"),
    ("purpose:\n", "purpose: tekst\nprinciple:\n"),
])  # fmt: skip
def test_what_the_types_refuse_the_schema_refuses(old: str, new: str) -> None:
    file = "model/vta/model.yml"
    text = (ROOT / file).read_text(encoding="utf-8")
    assert old in text
    assert _judged(file, text.replace(old, new, 1))


@pytest.mark.parametrize("version", ["1.0", '"1.0"'])
def test_a_number_is_welcome_where_a_text_is_meant(version: str) -> None:
    file = "forms/SKJ-01.yml"
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not _judged(file, re.sub(r"(?m)^version: .*$", f"version: {version}", text))


def test_every_field_has_a_norwegian_title_and_description() -> None:
    for kind in KINDS:
        schema = json.loads(_made()[f"{kind.name}.json"])
        assert schema["$schema"].endswith("2020-12/schema")
        for name, noun in schema["$defs"].items():
            assert noun["additionalProperties"] is False, name
            for key, field in noun["properties"].items():
                assert field["title"] and field["description"], f"{name}.{key}"
                if "enum" in field:
                    assert len(field["enumDescriptions"]) == len(field["enum"])


@pytest.mark.slow
def test_every_kind_of_id_that_a_schema_asks_for_is_there() -> None:
    made = {name: json.loads(content) for name, content in schemas(real_book()).items()}
    asked = set(re.findall(r"ids\.json#/\$defs/([a-z]+)", json.dumps(list(made.values()))))
    assert len(asked) > 5
    assert asked <= set(made[IDS]["$defs"])
    assert asked <= set(json.loads(unknown_ids())["$defs"])


@pytest.mark.slow
def test_ids_are_offered_with_their_titles() -> None:
    book = real_book()
    ids = json.loads(schemas(book)["ids.json"])["$defs"]
    assert ids["role"]["enum"] == [role.id for role in book.roles]
    assert ids["form"]["enumDescriptions"][0] == book.forms[0].title
    assert set(ids) == {
        "model",
        "form",
        "role",
        "term",
        "theme",
        "rule",
        "instrument",
        "routine",
        "source",
        "step",
        "finding",
    }
