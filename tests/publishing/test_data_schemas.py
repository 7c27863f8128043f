"""What lies in `data/` names a schema that is there, is resolvable, and describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from handbook.build import Build

DATA = ("handbook", "addresses", "manifest", "kvalitet")


@pytest.fixture(scope="module")
def published(built_site: Path) -> dict[str, Any]:
    return {
        file.name: json.loads(file.read_bytes())
        for file in sorted((built_site / "data/schemas").glob("*.json"))
    }


def validator(published: Mapping[str, Any], name: str) -> Draft202012Validator:
    registry: Registry[Any] = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in published.values()
    )
    return Draft202012Validator(published[name], registry=registry)


@pytest.mark.parametrize("name", DATA)
def test_data_is_as_its_schema_says(built_site: Path, published: dict[str, Any], name: str) -> None:
    data = json.loads((built_site / f"data/{name}.json").read_bytes())
    named = (built_site / "data" / data["$schema"]).resolve()
    judge = validator(published, named.name)
    assert [error.message for error in judge.iter_errors(data)] == []
    assert not judge.is_valid({**data, "noe annet": 1})
    assert not judge.is_valid({key: value for key, value in data.items() if key != "edition"})


def test_a_fault_deep_in_the_handbook_is_seen(built_site: Path, published: dict[str, Any]) -> None:
    data = json.loads((built_site / "data/handbook.json").read_bytes())
    data["forms"][0]["sections"][0]["fields"][0]["type"] = "tegning"
    assert not validator(published, "data-handbook.json").is_valid(data)


def test_every_reference_of_a_published_schema_leads_somewhere(
    published: dict[str, Any], real: Build
) -> None:
    assert real.book
    site = real.book.edition.site_url
    for name, schema in published.items():
        assert schema["$id"] == urljoin(site, f"data/schemas/{name}")
        Draft202012Validator.check_schema(schema)
        for reference in set(_references(schema)):
            file, _, place = reference.partition("#")
            found: Any = published[file or name]
            for key in place.strip("/").split("/") if place else ():
                found = found[key]
            assert found is not None


def _references(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [one for value in part.values() for one in _references(value)]
    return [one for value in part for one in _references(value)] if isinstance(part, list) else []
