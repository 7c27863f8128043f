from __future__ import annotations

import json

import pytest
import real_forms
import small_forms
from jsonschema import Draft202012Validator

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
        "title": "Navn", "x-personal-data": "none", "x-required": True, "x-max-length": 60,
        "type": "string",
    }  # fmt: skip
    assert asked["day"]["anyOf"][0]["format"] == "date"
    assert asked["hours"]["anyOf"][0]["type"] == "number"
    assert asked["read"]["const"] is True
    assert asked["tools.coat"]["const"] is True
    assert asked["way"]["oneOf"][1] == {"const": "badly", "title": "Dårlig"}
    assert asked["plan.1.when"]["title"] == "Plan, rad 1: Når. Dato, dd.mm.åååå"


def test_what_must_be_answered_is_said_and_refuses_nothing() -> None:
    assert "required" not in answers()
    asked = answers()["properties"]
    assert asked["why"]["x-asked-if"] == {"way": ["badly"]}
    assert asked["why"]["x-required"] is True


def test_a_table_without_names_of_rows_can_grow() -> None:
    patterns = answers()["patternProperties"]
    assert "^plan\\.[1-9][0-9]?\\.when$" in patterns


@pytest.mark.slow
def test_the_schemas_are_valid_and_say_where_they_are() -> None:
    for form in real_forms.forms():
        schema = form_schema(form, real_forms.edition())
        Draft202012Validator.check_schema(schema)
        assert schema["$id"].endswith(".json")
        assert "#" not in schema["$id"]


def test_text_from_yaml_is_a_json_string() -> None:
    schema = json.loads(json.dumps(form_schema(small_forms.hostile_form())))
    titles = {value["title"] for value in schema["properties"]["answers"]["properties"].values()}
    assert set(small_forms.HOSTILE) <= titles


def test_a_day_that_follows_another_says_which() -> None:
    form = next(form for form in real_forms.forms() if form.id == "SKJ-13")
    asked = form_schema(form)["properties"]["answers"]["properties"]
    assert asked["end_date"]["x-not-before"] == "start_date"
    assert "x-not-before" not in asked["start_date"]
