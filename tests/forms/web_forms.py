"""A form to fill in, as its page shows it."""

from __future__ import annotations

import real_forms

from handbook.document.blocks import Tool
from handbook.document.linker import Linker
from handbook.model.form import Form
from handbook.model.handbook import Handbook
from handbook.model.search_words import SearchWords
from handbook.render.html import Html
from handbook.sections.form import filling_in
from handbook.sections.questions import questions


def web_form(form: Form) -> str:
    """A form to fill in, from a handbook that has nothing else; the tools around it left out."""
    book = Handbook(real_forms.edition(), (), (form,), (), (), (), (), SearchWords())
    linker = Linker(book)
    tool = Tool(filling_in(linker, form, ()), questions(linker, form))
    (whole,) = Html(f"skjema/{form.id}").blocks((tool,))
    return whole[whole.index("<form") : whole.index("</form>")]
