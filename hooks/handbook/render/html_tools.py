"""What works on screen only → the markup its script wakes up; without scripts nothing shows."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from typing import Any
from urllib.parse import quote

from handbook.document import tools as t
from handbook.document.blocks import Tool
from handbook.document.places import file
from handbook.render import case_tools, choice_tools, model_tools
from handbook.render.form_scripts import LATER, scripts_element
from handbook.render.html_form import TAKEN_IN, fill_in
from handbook.render.tool_data import Href, data_element


def tool_markup(tool: Tool, href: Href, instead: Callable[[], str]) -> str:
    """The markup of a tool; `instead` prints what it carries, for the tool to take over."""
    return _MARKUP[type(tool.data)](tool.data, href, instead)


def _source_switch(_: t.SourceSwitch, __: Href, ___: Callable[[], str]) -> str:
    box = '<input type="checkbox" data-source-switch>'
    return f'<p class="source-switch" hidden><label>{box} Vis bare det kildene sier</label></p>'


def _wipe(_: t.Wipe, __: Href, ___: Callable[[], str]) -> str:
    return (
        '<div class="form-tools" data-wipe hidden><p data-wipe-lies></p>'
        '<p class="form-buttons"><button type="button" class="tool">Slett alt som ligger her'
        '</button></p><p class="form-status" role="status" data-wipe-status></p></div>'
    )


def _read_aloud(_: t.ReadAloud, __: Href, ___: Callable[[], str]) -> str:
    return (
        '<p class="read-aloud" data-read-aloud hidden>'
        '<button type="button" class="button button-secondary" data-listen>Les opp</button>'
        '<span role="status" data-listen-status></span></p>'
    )


def _handover(tool: t.Handover, href: Href, _: Callable[[], str]) -> str:
    papers = "".join(map(_paper, tool.papers))
    return (
        '<div class="form-tools" hidden data-handover>'
        "<p><strong>Velg fila du lagret fra planen.</strong> Alt skjer på denne enheten. "
        "Ingenting sendes eller lagres.</p>"
        '<p><button type="button" class="button" data-pick>Hent svar fra fil</button>'
        f'<input type="file" accept="{TAKEN_IN}" hidden data-file></p>'
        f'<ul class="handover-papers" hidden data-papers>{papers}</ul>'
        f'<p role="status" data-handover-status></p>{data_element(tool, href)}'
        f"{scripts_element(href)}</div>"
        f"{_contact_list(tool.contacts)}"
    )


def _paper(paper: t.Paper) -> str:
    buttons = "".join(
        f'<button type="button" class="button button-secondary" data-kind="{kind}" '
        f'aria-label="{escape(paper.title)} som {name}">{name}</button>'
        for kind, name in (("pdf", "PDF"), ("docx", "Word"))
        if kind == "pdf" or paper.docx
    )
    return (
        f'<li data-paper="{paper.form}"><strong>{paper.form} {escape(paper.title, quote=False)}'
        f'</strong><span class="form-buttons">{buttons}</span></li>'
    )


def _memo_word(tool: t.MemoWord, href: Href, _: Callable[[], str]) -> str:
    scripts = [href(file(name)) for name in LATER["word"]]
    told = {"title": tool.title, "blank": href(tool.blank), "scripts": scripts}
    inert = escape(json.dumps(told, ensure_ascii=False), quote=False)
    return f'<script type="application/json" data-memo-word>{inert}</script>'


def _sendable(tool: t.Sendable, _: Href, instead: Callable[[], str]) -> str:
    mail = f"mailto:?subject={quote(tool.subject)}&body={quote(tool.text)}"
    by_mail = f'<a class="button button-secondary" href="{escape(mail)}">Åpne i e-post</a>'
    return (
        f'<div class="sendable">{instead()}<p class="form-buttons js-only">'
        f'<button type="button" class="button button-secondary" data-copy="{escape(tool.text)}">'
        f"Kopier teksten</button>{by_mail if tool.subject else ''}"
        '<span role="status"></span></p></div>'
    )


def _contact_list(contacts: t.Contacts | None) -> str:
    columns = contacts.columns if contacts else ()
    heads = "".join(f'<th scope="col">{escape(title, quote=False)}</th>' for _, title in columns)
    return (
        '<div class="contact-list" data-contact-list hidden><h2 id="kontakter">Kontaktliste</h2>'
        '<div class="table-scroll" role="region" aria-labelledby="kontakter" tabindex="0">'
        f'<table class="stack"><thead><tr>{heads}</tr></thead>'
        "<tbody data-contact-rows></tbody></table></div>"
        '<p class="js-only"><button type="button" class="button button-secondary" data-print-list>'
        "Skriv ut kontaktlista</button></p></div>"
    )


_MARKUP: dict[type, Callable[[Any, Href, Callable[[], str]], str]] = {
    t.Assessment: model_tools.assessment,
    t.Calculator: choice_tools.calculator,
    t.CaseDesk: case_tools.desk,
    t.CaseLine: case_tools.line,
    t.Chooser: choice_tools.chooser,
    t.CompareModels: choice_tools.compare_models,
    t.DeletionPlan: model_tools.deletion_plan,
    t.FillIn: lambda tool, href, instead: fill_in(tool, href, instead()),
    t.Handover: _handover,
    t.MemoWord: _memo_word,
    t.OwnContact: case_tools.own_contact,
    t.Plan: model_tools.plan,
    t.ReadAloud: _read_aloud,
    t.Sendable: _sendable,
    t.SourceSwitch: _source_switch,
    t.Wipe: _wipe,
}
"""Kind of tool → its markup; a test holds that each kind has one."""
