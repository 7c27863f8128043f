"""A form's questions in a handbook that has nothing else, and the form as its page shows it."""

from __future__ import annotations

import real_forms

from handbook.document.blocks import Blocks, Tool
from handbook.document.linker import Linker
from handbook.model.form import Form
from handbook.model.handbook import Handbook
from handbook.model.search_words import SearchWords
from handbook.render.html import Html
from handbook.sections.form import filling_in
from handbook.sections.questions import questions


def linker(form: Form) -> Linker:
    """For a handbook with one form."""
    return Linker(Handbook(real_forms.edition(), (), (form,), (), (), (), (), SearchWords()))


def asked(form: Form) -> Blocks:
    """What the form asks."""
    return questions(linker(form), form)


def web_form(form: Form) -> str:
    """The form to fill in; the tools around it left out."""
    tool = Tool(filling_in(linker(form), form, ()), asked(form))
    (whole,) = Html(f"skjema/{form.id}").blocks((tool,))
    start = whole.index('<form class="web-form"')
    return whole[start : whole.index("</form>", start)]
