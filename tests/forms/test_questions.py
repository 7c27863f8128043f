"""What a form asks is one document: each format prints all of it, in the same order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import real_forms
import small_forms
from web_forms import asked, linker

from handbook.document.blocks import Question
from handbook.document.walk import walk
from handbook.model.field_names import names
from handbook.model.form import Form
from handbook.norwegian import lower_first
from handbook.render.markdown import Markdown
from handbook.render.search_text import search_text
from handbook.sections.form import filling_in, form_section


def words_of(question: Question) -> Iterator[str]:
    """Everything that is said to whoever answers, by the document itself."""
    yield question.label
    yield from filter(None, (question.help, question.example, lower_first(question.condition)))
    yield from (*question.columns, *question.row_names)
    for answer in question.answers:
        yield from (choice.label for choice in answer.choices)


def test_the_places_for_answers_are_those_of_the_files() -> None:
    for form in (*real_forms.forms(), small_forms.form()):
        found = [q for q in walk(asked(form)) if isinstance(q, Question)]
        assert [a.name for q in found for a in q.answers] == [one.name for one in names(form)]
        assert [q.id for q in found] == [field.id for field in form.fields]


def test_markdown_is_a_readable_blank_form() -> None:
    form = small_forms.form()
    told = Markdown("skjema/SKJ-99").body(asked(form))
    at = 0
    for question in (q for q in walk(asked(form)) if isinstance(q, Question)):
        at = told.index(question.label, at)
        for words in words_of(question):
            assert words in told[at:], (question.id, words)
    assert "**Navn** – må fylles ut\n\n……" in told
    assert "-   ○ Bra\n-   ○ Dårlig" in told
    assert "-   ☐ Vernesko" in told
    assert "☐ **Jeg har lest dette** – må fylles ut" in told
    assert "| Leder |  |" in told
    assert "Fyll ut dette hvis svaret er «Dårlig» på «Hvordan gikk det?»." in told


def test_questions_are_found_by_their_words() -> None:
    form = small_forms.form()
    told = search_text(asked(form))
    for words in ("Hvordan gikk det?", "Kort og godt.", "Vernesko", "Dårlig", "Fadder", "lenke"):
        assert words in told


@pytest.mark.parametrize("form", real_forms.forms(), ids=lambda form: form.id)
def test_nothing_of_the_privacy_of_a_form_is_left_out(form: Form) -> None:
    """The legal exception, who it is about and why each answer is needed stood in one output."""
    told = search_text((form_section(linker(form), form),))
    privacy = form.privacy
    if privacy is None:
        return
    basis = privacy.legal_basis
    wanted = [basis.private, basis.public, basis.special, privacy.controller, privacy.registered]
    wanted += [*privacy.recipients, privacy.purpose.plain, privacy.deletion.text.plain]
    wanted += [f.needed_because.plain for f in form.fields if f.needed_because]
    assert not [words for words in wanted if words and words not in told]
    assert form.basis.text.plain.split(". ")[0] in told


def test_a_form_without_files_offers_none() -> None:
    form = small_forms.form()
    tool = filling_in(linker(form), form, ())
    assert tool.docx is None
