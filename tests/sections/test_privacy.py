"""The page about privacy and the file to take away say the same, and link to what there is."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document

from handbook.build import Build
from handbook.document.blocks import Fact
from handbook.document.inline import Mark, Ref
from handbook.document.linker import Linker
from handbook.document.walk import walk
from handbook.model.form import FormKind, PersonalData
from handbook.model.privacy import information_letter
from handbook.publishing.privacy_files import privacy_files
from handbook.render.search_text import search_text
from handbook.sections.privacy import all_periods, information, way_to_periods


def test_the_word_file_tells_the_participant_what_the_page_tells(real: Build) -> None:
    assert real.book is not None
    linker = Linker(real.book)
    for model in real.book.models:
        (content,) = (
            content
            for path, content in privacy_files(real.book, model).items()
            if path.endswith(".docx")
        )
        paper = "\n".join(p.text for p in Document(io.BytesIO(content)).paragraphs)
        for fact in walk(information(linker, model)):
            if isinstance(fact, Fact):
                assert fact.term in paper
                for line in search_text(fact.blocks).splitlines():
                    assert line in paper, (model.id, line)


def test_the_letter_to_the_participant_is_shown_with_the_rules_it_rests_on(real: Build) -> None:
    assert real.book is not None
    model = real.book.models[0]
    letter = information_letter(real.book, model)
    assert letter is not None
    told = information(Linker(real.book), model)
    assert letter.id in {ref.place.name for ref in walk(told) if isinstance(ref, Ref)}
    (mark,) = (found for found in walk(told) if isinstance(found, Mark))
    assert tuple(ref.words for ref in mark.findings) == letter.finding_ids


def test_a_model_without_such_a_letter_links_to_none(real: Build) -> None:
    assert real.book is not None
    forms = tuple(form for form in real.book.forms if form.kind is not FormKind.LETTER)
    book = replace(real.book, forms=forms)
    letters = {form.id for form in real.book.forms} - {form.id for form in forms}
    assert letters
    told = information(Linker(book), book.models[0])
    assert not [ref for ref in walk(told) if isinstance(ref, Ref) and ref.place.name in letters]


def test_every_form_tells_when_its_answers_go_in_one_table(real: Build) -> None:
    assert real.book is not None
    told = all_periods(Linker(real.book))
    keys = {one.place.name for one in walk(told) if isinstance(one, Ref)}
    asking = (one for one in real.book.valid_forms if one.privacy)
    assert keys == {one.id for one in asking if any(
        field.personal_data is not PersonalData.NONE for field in one.fields
    )}  # fmt: skip


@pytest.mark.parametrize("path", ["skjema/SKJ-31", "tema/personvern", "virkemidler/arbeidstrening"])
def test_those_who_ask_when_to_delete_are_led_to_the_table(real: Build, path: str) -> None:
    page = next(page for page in real.pages if page.path == path)
    spots = {one.place for one in walk(page.section) if isinstance(one, Ref)}
    assert way_to_periods().place in spots


def test_the_agreement_most_people_look_for_is_named_before_ours(real: Build) -> None:
    page = next(page for page in real.pages if page.path == "skjema/index")
    text = search_text((page.section,)).partition("\nAvtale\n")[2]
    assert text.index("Navs side om arbeidstrening") < text.index("SKJ-")
