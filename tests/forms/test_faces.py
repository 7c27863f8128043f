"""An answer of a scale has its face beside the words, in any form that asks so, never instead."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
import real_forms
import small_forms
from docx import Document
from reading_files import pdf_fields, word_text
from web_forms import web_form

from handbook.forms.fillable_pdf import form_pdf
from handbook.forms.form_data import form_data
from handbook.forms.word import form_word
from handbook.model.form import Form
from handbook.model.pictogram import Face
from handbook.pictograms import drawing, face_path, face_picture

WORDS = ("Svært bra", "Bra", "Midt på", "Ikke bra", "Dårlig")


@pytest.fixture(scope="module")
def scale() -> Form:
    options = [
        {"id": f"a{at}", "label": words, "pictogram": str(face)}
        for at, (words, face) in enumerate(zip(WORDS, Face, strict=True))
    ]
    asked = {"id": "mood", "label": "Hvordan går det?", "type": "choice", "options": options}
    return small_forms.form([{**asked, "personal_data": "none"}])


def test_on_the_page_each_answer_has_a_face_that_is_not_heard(scale: Form) -> None:
    labels = re.findall(r'<label class="option">(.*?)</label>', web_form(scale))
    assert len(labels) == len(WORDS)
    for label, words in zip(labels, WORDS, strict=True):
        assert '<svg class="face" aria-hidden="true"' in label
        assert label.endswith(f"<span>{words}</span>")


def test_in_the_pdf_the_faces_are_artifacts_and_the_words_stay(scale: Form) -> None:
    file = form_pdf(scale, real_forms.edition(), real_forms.titles())
    with pikepdf.open(io.BytesIO(file)) as pdf:
        kinds = [str(one.S) for one in pdf.objects if isinstance(one, pikepdf.Dictionary)
                 and one.get("/Type") == "/StructElem"]  # fmt: skip
    assert kinds.count("/Figure") == 1  # the code to the page
    told = {str(one.get("/TU")) for one in pdf_fields(file).values()}
    assert any("Hvordan går det?" in words for words in told)


def test_in_word_each_face_is_decoration_beside_its_words(scale: Form) -> None:
    file = form_word(scale, real_forms.edition(), real_forms.titles())
    document = Document(io.BytesIO(file))
    drawn = document.element.body.xpath(".//w:drawing")
    assert len(drawn) == len(Face)
    assert all(re.search(r'adec:decorative [^>]*val="1"', one.xml) for one in drawn)
    assert all(words in word_text(file) for words in WORDS)
    assert file == form_word(scale, real_forms.edition(), real_forms.titles())


def test_papers_made_in_the_browser_get_strokes_that_they_can_draw(scale: Form) -> None:
    ((field,),) = (
        part["fields"] for part in form_data(scale, real_forms.edition(), {})["sections"]
    )
    assert [option[2] for option in field["options"]] == [face_path(face) for face in Face]
    for face in Face:
        places = {"M": 2, "L": 2, "C": 6}
        for kind, told in re.findall(r"([A-Za-z])([^A-Za-z]*)", face_path(face)):
            assert len(told.split()) == places[kind], (face, kind, told)


@pytest.mark.parametrize("face", Face)
def test_each_face_is_drawn_for_web_and_for_word(face: Face) -> None:
    assert "currentColor" in drawing(f"face-{face}")
    assert face_picture(face).startswith(b"\x89PNG")
    assert len(face_picture(face)) < 10_000
    assert len({face_path(one) for one in Face}) == len(Face)


@pytest.mark.content
def test_the_talk_with_employees_in_easy_words_has_faces() -> None:
    (form,) = (one for one in real_forms.forms() if one.id == "SKJ-18")
    faced = {field.id for field in form.fields if any(one.pictogram for one in field.options)}
    assert faced == {"wellbeing", "colleagues"}
