"""Every form is filled in by the engines of Chrome, Edge and Firefox, and reads back right."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import real_forms
from filling import filled
from reading_files import pdf_values

from handbook.forms.fillable_pdf import form_pdf
from handbook.model.field_names import FieldName, names
from handbook.model.form import FieldType, Form

PDFJS = Path(__file__).parent.parent / "pdfjs"
TEXT = "Åse «på» Čáhppesjávri – đŋŧšž"
LATIN = "Åse «på» Blåbærjordet"
Given = dict[str, str | bool]


def wanted(form: Form, text: str) -> Given:
    """An answer for every field but the signatures: the text, a date, a number, the last option."""
    return {
        name.name: _answer(name, text)
        for name in names(form)
        if name.type is not FieldType.SIGNATURE
    }


def _answer(name: FieldName, text: str) -> str | bool:
    if name.type is FieldType.YES_NO:
        return True
    if name.options:
        return name.options[-1].id
    fixed = {FieldType.DATE: "30.11.2026", FieldType.NUMBER: "7,5"}
    return fixed.get(name.type, text)


def stored(answers: Given) -> dict[str, str]:
    return {name: "Ja" if value is True else str(value) for name, value in answers.items()}


def read_back(file: bytes) -> dict[str, str]:
    return {name: value for name, value in pdf_values(file).items() if value not in ("", "Off")}


def blank(form: Form) -> bytes:
    return form_pdf(form, real_forms.edition(), real_forms.titles())


@pytest.mark.slow
def test_every_form_is_filled_in_by_pdfium() -> None:
    """Chrome and Edge: clicks and key strokes in every field."""
    for form in real_forms.forms():
        answers = wanted(form, LATIN)
        clicks: dict[str, str | bool | int] = {}
        for name in names(form):
            if name.options and len(name.path) == 1:
                clicks[f"{name.name}/{len(name.options) - 1}"] = True
            elif name.options:
                clicks[name.name] = len(name.options)
            elif name.name in answers:
                clicks[name.name] = answers[name.name]
        assert read_back(filled(blank(form), clicks)) == stored(answers), form.id


@pytest.mark.slow
def test_every_form_is_filled_in_by_pdfjs(tmp_path: Path) -> None:
    """Firefox, with Northern Sámi letters and a dash."""
    assert (PDFJS / "node_modules").is_dir(), "pdf.js mangler. Kjør «make test»."
    jobs = []
    for form in real_forms.forms():
        source = tmp_path / f"{form.id}.pdf"
        source.write_bytes(blank(form))
        goal = tmp_path / f"{form.id}-filled.pdf"
        jobs.append({"from": str(source), "to": str(goal), "answers": wanted(form, TEXT)})
    run = subprocess.run(
        ["node", "fill.mjs"], cwd=PDFJS, input=json.dumps(jobs), text=True, capture_output=True
    )
    assert run.returncode == 0, run.stderr
    for form, job in zip(real_forms.forms(), jobs, strict=True):
        found = read_back(Path(str(job["to"])).read_bytes())
        assert found == stored(wanted(form, TEXT)), form.id
