"""A question that hangs on several others and several answers says so in every output."""

from __future__ import annotations

from typing import Any

import real_forms
import small_forms
from reading_files import pdf_fields, word_text
from web_forms import web_form

from handbook.document.linker import Linker
from handbook.forms.fillable_pdf import form_pdf
from handbook.forms.form_data import form_data
from handbook.forms.json_schema import form_schema
from handbook.forms.word import form_word
from handbook.model.form import Form
from handbook.model.form_texts import condition
from handbook.reading.folder import read_handbook
from handbook.render.markdown import Markdown
from handbook.render.typst_tree import typst_tree
from handbook.sections.questions import questions
from project import ROOT

SAID = "Hvis svaret er «Dårlig» eller «Vet ikke» på «Hvordan?» og du har krysset av for «Avtalt»"
WAY = [("well", "Bra"), ("badly", "Dårlig"), ("unknown", "Vet ikke")]
FIELDS: list[dict[str, Any]] = [
    {"id": "way", "label": "Hvordan?", "type": "choice",
     "options": [{"id": id_, "label": label} for id_, label in WAY]},
    {"id": "agreed", "label": "Avtalt", "type": "yes_no"},
    {"id": "why", "label": "Hvorfor?", "type": "text", "shown_if": [
        {"field": "way", "any_of": ["badly", "unknown"]},
        {"field": "agreed", "any_of": ["true"]}]},
]  # fmt: skip


def form() -> Form:
    return small_forms.form(FIELDS)


def test_all_conditions_and_any_answer_are_told_in_one_sentence() -> None:
    assert condition(form(), form().fields[2]) == SAID
    assert condition(form(), form().fields[1]) == ""


def test_three_conditions_are_a_list() -> None:
    third = {"field": "day", "any_of": ["false"]}
    fields = [*FIELDS[:2], {"id": "day", "label": "Hver dag", "type": "yes_no"}, FIELDS[2]]
    fields[-1] = {**FIELDS[2], "shown_if": [*FIELDS[2]["shown_if"], third]}
    made = small_forms.form(fields)
    said = SAID.replace(" og du", ", du") + " og du ikke har krysset av for «Hver dag»"
    assert condition(made, made.fields[-1]) == said


def test_every_output_tells_them() -> None:
    book = read_handbook(ROOT / "tests/checks/tiny").handbook
    assert book
    asked = questions(Linker(book), form())
    edition = real_forms.edition()
    told = {
        "web": web_form(form()),
        "word": word_text(form_word(form(), edition, {})),
        "pdf": repr(pdf_fields(form_pdf(form(), edition, {}))["why"].TU),
        "markdown": Markdown("skjema/SKJ-99").body(asked),
        "book": repr(typst_tree(asked, edition.site_url).nodes),
    }
    wanted = SAID.removeprefix("Hvis ")
    assert [name for name, text in told.items() if wanted not in text] == []


def test_scripts_and_data_have_every_condition() -> None:
    edition = real_forms.edition()
    *_, why = form_data(form(), edition, {})["sections"][0]["fields"]
    assert why["if"] == [["way", ["badly", "unknown"]], ["agreed", ["true"]]]
    schema = form_schema(form(), edition)["properties"]["answers"]["properties"]["why"]
    assert schema["x-asked-if"] == {"way": ["badly", "unknown"], "agreed": ["true"]}
