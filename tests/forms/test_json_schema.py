from __future__ import annotations

import json

import small_forms

from handbook.forms.json_schema import DIALECT, form_schema


def answers() -> dict[str, object]:
    schema: dict[str, object] = form_schema(small_forms.form())["properties"]["answers"]
    return schema


def test_the_schema_names_its_dialect_form_and_version() -> None:
    schema = form_schema(small_forms.form())
    assert schema["$schema"] == DIALECT
    assert schema["title"] == "Prøveskjema"
    assert schema["properties"]["form"]["const"] == "SKJ-99"
    assert schema["properties"]["version"]["const"] == "1.0"


def test_each_kind_of_answer_has_its_shape() -> None:
    asked = answers()["properties"]
    assert asked["name"] == {
        "title": "Navn", "x-personal-data": "none", "type": "string", "minLength": 1,
        "maxLength": 60,
    }  # fmt: skip
    assert asked["day"]["format"] == "date"
    assert asked["hours"]["type"] == "number"
    assert asked["read"]["const"] is True
    assert asked["tools.coat"]["type"] == "boolean"
    assert asked["way"]["oneOf"][1] == {"const": "badly", "title": "Dårlig"}
    assert asked["plan.1.when"]["title"] == "Plan, rad 1: Når. Dato, dd.mm.åååå"


def test_what_must_be_answered_depends_on_the_condition() -> None:
    assert answers()["required"] == ["name", "day", "read"]
    rules = answers()["allOf"]
    assert {
        "if": {"properties": {"way": {"const": "badly"}}, "required": ["way"]},
        "then": {"required": ["why"]},
    } in rules
    assert [rule for rule in rules if "anyOf" in rule]


def test_text_from_yaml_is_a_json_string() -> None:
    schema = json.loads(json.dumps(form_schema(small_forms.hostile_form())))
    titles = {value["title"] for value in schema["properties"]["answers"]["properties"].values()}
    assert set(small_forms.HOSTILE) <= titles
