"""The form on the page asks exactly what the files ask, and reads well without scripts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import real_forms
import small_forms
from web_forms import web_form

from handbook.model.field_names import names
from handbook.model.form import Form
from handbook.reading.typed import typed
from handbook.reading.yaml_source import read_yaml

HOSTILE = """
id: SKJ-99
title: "<script>alert(1)</script> {{ x }} #import"
purpose: Prøve.
kind: plan
filled_in_by:
  - leder
when: Nå
if_omitted: Ingenting.
version: "1.0"
valid_from: 2026-01-01
basis:
  basis: proposal
  text: Prøve.
sections:
  - id: one
    title: "A & B <i> {{ x }} #import"
    fields:
      - id: name
        label: "\\" onfocus=alert(1) x=\\""
        type: text
        required: true
        personal_data: none
        example: "=cmd()"
"""


class _Places:
    def place(self, path: object, *, key: bool = False) -> None:
        return None

    def line_text(self, place: object) -> str:
        return ""


def test_the_same_places_for_answers_as_the_files() -> None:
    for form in real_forms.forms():
        shown = re.findall(r'data-name="([^"]+)"', web_form(form))
        assert shown == [name.name for name in names(form)], form.id


def test_every_control_has_a_name_for_a_screen_reader() -> None:
    for form in real_forms.forms():
        html = web_form(form)
        for control in re.findall(r"<(?:input|textarea|select)[^>]*>", html):
            own = re.search(r'id="([^"]+)"', control)
            labelled = own and (f'for="{own[1]}"' in html or "<label" in html)
            assert labelled or "aria-label=" in control, f"{form.id}: {control}"


def test_what_a_list_offers_is_printed() -> None:
    html = web_form(small_forms.form())
    assert '<p class="field-help on-paper">Svar i «Hvordan»: Alene · Sammen</p>' in html


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_text_is_data() -> None:
    document = read_yaml(HOSTILE.encode(), "forms/SKJ-99.yml")
    form, findings = typed(Form, document.value, _Places())
    assert form is not None, findings
    html = web_form(form)
    elements = _Elements()
    elements.feed(html)
    assert not elements.tags & {"script", "i"}
    assert not {name for name in elements.attributes if name.startswith("on")}
    assert "{{ x }} #import" in html
    assert "=cmd()" in html
