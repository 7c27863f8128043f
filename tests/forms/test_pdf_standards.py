"""veraPDF's verdict on the real forms: PDF/UA-1 for people, PDF/A-2a for the archive."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import real_forms
import small_forms
from filling import filled

from handbook.forms.fillable_pdf import form_pdf

sys.path.insert(0, str(Path(__file__).parent.parent / "verapdf"))

from verapdf_runner import validate

FLAVOURS = ("ua1", "2a")


@pytest.mark.slow
@pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.exhaustive)])
def test_every_form_conforms_before_and_after_filling(every: int, tmp_path: Path) -> None:
    """Every eighth of the real ones, and all in the exhaustive layer; two hold all there can be."""
    real = real_forms.forms()[::every]
    forms = [*real, small_forms.form(), small_forms.hostile_form()]
    files = []
    for at, form in enumerate(forms):
        file = tmp_path / f"{at:02}-{form.id}.pdf"
        file.write_bytes(form_pdf(form, real_forms.edition(), real_forms.titles()))
        files.append(file)
    answered = tmp_path / "filled.pdf"
    answers = {"name": "Åse Sørbø «æøå»", "way/1": True, "read": True, "plan.1.what": "Rydde"}
    answered.write_bytes(filled(files[-2].read_bytes(), answers))
    verdicts = validate([*files, answered], FLAVOURS, tmp_path)
    broken = [f"{v.file.name} {v.flavour}: {v.rules}" for v in verdicts if not v.passed]
    assert not broken, "\n".join(broken)
