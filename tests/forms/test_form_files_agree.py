"""One truth: every format asks for the same answers. The real files are read back."""

from __future__ import annotations

import json
from functools import lru_cache

import real_forms
import small_forms
from reading_files import pdf_fields, word_controls, word_text

from handbook.forms.file_kinds import downloads
from handbook.forms.writers import write_form_files
from handbook.model.field_names import names
from handbook.model.form import Form

FORMS = [*real_forms.forms(), small_forms.form()]


@lru_cache(maxsize=64)
def files(form_id: str) -> dict[str, bytes]:
    made = write_form_files(one(form_id), real_forms.edition(), real_forms.titles())
    return {path.rpartition(".")[2]: file for path, file in made.items()}


def one(form_id: str) -> Form:
    return next(form for form in FORMS if form.id == form_id)


every_form = real_forms.every_form_and(small_forms.form().id)


@every_form
def test_all_formats_have_the_same_names(form_id: str) -> None:
    wanted = {name.name for name in names(one(form_id))}
    schema = json.loads(files(form_id)["json"])
    assert set(pdf_fields(files(form_id)["pdf"])) == wanted
    assert set(word_controls(files(form_id)["docx"])) == wanted
    assert set(schema["properties"]["answers"]["properties"]) == wanted


@every_form
def test_choices_offer_the_same_answers(form_id: str) -> None:
    schema = json.loads(files(form_id)["json"])["properties"]["answers"]["properties"]
    pdf, word = pdf_fields(files(form_id)["pdf"]), word_controls(files(form_id)["docx"])
    for name in names(one(form_id)):
        if name.options:
            wanted = [option.id for option in name.options]
            assert [answer["const"] for answer in schema[name.name]["oneOf"]] == wanted
            assert _pdf_answers(pdf[name.name]) == wanted
            items = [
                item.attrib for item in word[name.name].iter() if item.tag.endswith("}listItem")
            ]
            assert [next(v for k, v in item.items() if k.endswith("}value")) for item in items] == [
                "", *wanted
            ]  # fmt: skip


def _pdf_answers(field: object) -> list[str]:
    if "/Opt" in field:  # type: ignore[operator]
        return [str(pair[0]) for pair in field.Opt][1:]  # type: ignore[attr-defined]
    kids = field.Kids  # type: ignore[attr-defined]
    return [next(s for s in kid.AP.N if s != "/Off").removeprefix("/") for kid in kids]  # type: ignore[attr-defined]


@every_form
def test_every_question_is_asked_in_words(form_id: str) -> None:
    words = " ".join(word_text(files(form_id)["docx"]).split())
    for field in one(form_id).fields:
        assert " ".join(field.label.split()) in words


@every_form
def test_file_names_are_plain_and_whole(form_id: str) -> None:
    for file in downloads(one(form_id)):
        assert file.path.startswith(f"skjema/filer/{form_id}-")
        assert file.path.isascii()
        assert " " not in file.path


def test_the_name_of_a_file_says_what_it_is() -> None:
    if any(form.id == "SKJ-09" for form in FORMS):
        paths = [file.path for file in downloads(one("SKJ-09"))]
        assert paths[0] == "skjema/filer/SKJ-09-referat-fra-statusmote.pdf"
