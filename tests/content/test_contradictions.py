"""The same thing told differently in two places is found, and what is right is left alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handbook.checks.contradictions import (
    no_text_tells_a_rule_with_another_number,
    no_text_tells_the_list_of_a_rule_by_hand,
)
from handbook.checks.where import Where
from handbook.editing.canonical import formatted
from handbook.findings import Finding
from handbook.reading.folder import read_handbook
from handbook.reading.yaml_source import read_yaml
from project import ROOT


def contradictions(root: Path) -> list[Finding]:
    """What is told otherwise than the register says."""
    reading = read_handbook(root)
    book = reading.handbook
    assert book, reading.findings[:3]
    where = Where(book, reading.places)
    return [
        *no_text_tells_a_rule_with_another_number(book, where),
        *no_text_tells_the_list_of_a_rule_by_hand(book, where),
    ]


@pytest.mark.content
def test_the_handbook_does_not_contradict_its_rules() -> None:
    assert contradictions(ROOT) == []


def _said(text: str) -> dict[str, str]:
    return {"basis": "proposal", "text": text}


def _step(file: dict[str, Any]) -> Any:
    return file["phases"][0]["steps"][0]


Change = Callable[[dict[str, Any], str], object]
MODEL = "model/springbrett"
PLANTED: dict[str, tuple[str, Change, str]] = {
    "Mentor kan gis i inntil ni måneder.": (
        "model/roles.yml",
        lambda file, text: file["roles"][0].setdefault("training", []).append(_said(text)),
        "mentor-lengde",
    ),
    "Arbeidstrening kan vare inntil to år.": (
        f"{MODEL}/process.yml",
        lambda file, text: _step(file).update(why=text),
        "lengde-arbeidstrening",
    ),
    "Send krav om lønnstilskudd senest tre måneder etter perioden.": (
        "forms/SKJ-05.yml",
        lambda file, text: file.update(purpose=text),
        "lonnstilskudd-krav",
    ),
    "Inkluderingstilskudd dekker inntil 150 000 kroner.": (
        "model/themes/okonomi.yml",
        lambda file, text: file["sections"][0]["statements"].append(_said(text)),
        "inkluderingstilskudd-sats",
    ),
    "Grunnbeløpet er 124 028 kroner.": (
        "model/glossary.yml",
        lambda file, text: file["terms"][0].update(note=text),
        "grunnbelop",
    ),
    "Avklaring kan vare i inntil seks uker.": (
        f"{MODEL}/model.yml",
        lambda file, text: file["purpose"].append(_said(text)),
        "avklaring-lengde",
    ),
    "Prøvetida kan være inntil tolv måneder.": (
        "model/vta/practice.yml",
        lambda file, text: file["pitfalls"].append(_said(text)),
        "provetid",
    ),
    "Ungdomsgarantien gjelder fra fylte 18 år.": (
        "model/handbook.yml",
        lambda file, text: file["front"].update(lead=text),
        "ungdomsgarantien",
    ),
    "Du får tiltakspenger på 450 kroner per dag.": (
        "model/ia-vikar/model.yml",
        lambda file, text: file["for_participant"].update(say_no=text),
        "tiltakspenger",
    ),
    "Spør ikke om graviditet, religion eller etnisitet.": (
        "model/aft/model.yml",
        lambda file, text: file["purpose"].append(_said(text)),
        "forbudte-sporsmal",
    ),
}
"""What is told wrongly → the file, how it comes there, and the rule it goes against."""


def test_ten_planted_contradictions_are_all_found_at_their_lines(tmp_path: Path) -> None:
    for folder in ("model", "forms"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for text, (name, change, _) in PLANTED.items():
        value = read_yaml((tmp_path / name).read_bytes(), name).value
        change(value, text)
        made = formatted(json.dumps(value).encode(), name)
        (tmp_path / name).write_text(made.text or "", encoding="utf-8")
    found = contradictions(tmp_path)
    assert len(found) == len(PLANTED) == 10
    for text, (name, _, rule) in PLANTED.items():
        (one,) = [one for one in found if one.place.file == name]
        line = (tmp_path / name).read_text(encoding="utf-8").splitlines()[one.place.line - 1]
        assert text in line
        assert f"«{rule}»" in one.problem and f"[[regel:{rule}]]" in one.fix


@pytest.mark.parametrize(
    "text",
    [
        "Arbeidstrening kan vare inntil ett år.",
        "Arbeidstrening kan vare i inntil 12 måneder.",
        "Arbeidstrening kan vare høyst 18 måneder.",
        "Han trente i arbeidstrening. Kurset varte i to år.",
        "Mentoren møter deltakeren i tre timer.",
        "[[regel:lengde-arbeidstrening]]",
        "Spør om graviditet.",
        "Spør ikke [[regel:forbudte-sporsmal|kort]].",
    ],
)
def test_what_is_right_or_about_something_else_is_left_alone(tmp_path: Path, text: str) -> None:
    for folder in ("model", "forms"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    name = "forms/SKJ-05.yml"
    value = read_yaml((tmp_path / name).read_bytes(), name).value
    value["purpose"] = text
    made = formatted(json.dumps(value).encode(), name)
    (tmp_path / name).write_text(made.text or "", encoding="utf-8")
    assert contradictions(tmp_path) == []
