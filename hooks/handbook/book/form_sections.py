"""The forms as blank forms: every question with room for an answer by hand."""

from __future__ import annotations

from handbook.book import tree
from handbook.book.refusals import EditionRefused
from handbook.book.tree import Blocks, Node, Run
from handbook.book.words import Words, mark
from handbook.forms.layout import Part, Question, layout
from handbook.forms.problem import FormNotLaidOut
from handbook.model.form import Field, FieldType, Form

MAX_ROWS = 4
"""Blank rows of a table in the book; the loose form has them all."""


def forms_chapter(words: Words) -> Blocks:
    """Every form, each on a page of its own so that it can be copied."""
    lead = "Alle skjemaene som blanke ark til kopiering. Fyllbare utgaver ligger på nettstedet."
    return [
        tree.heading(1, "Skjemaer", "part:skjemaer", over="Vedlegg"),
        {"t": "entry", "foot": f"Skjemaer · utgave {words.book.edition.edition}"},
        tree.paragraph(lead, style="lead"),
        _list(words),
        *(tree.chunk(("form", f.id), (), form_section(words, f)) for f in words.book.forms),
    ]


def _list(words: Words) -> Node:
    rows = [[words.form(f.id), f.kind.label, words.roles(f.filled_in_by)] for f in words.book.forms]
    return tree.table(("Skjema", "Slag", "Fylles ut av"), rows, (9, 4, 7), style="tasks")


def form_section(words: Words, form: Form) -> Blocks:
    """One blank form. Raises EditionRefused when a question does not fit on paper."""
    try:
        parts = layout(form)
    except FormNotLaidOut as problem:
        raise EditionRefused(
            "form", form.id, _path(form, problem.field_id), problem.reason
        ) from None
    edition = words.book.edition
    return [
        {"t": "newpage"},
        tree.heading(2, form.title, f"form:{form.id}", over=f"{form.id} · {form.kind.label}"),
        {"t": "entry", "foot": f"{form.id} · versjon {form.version} · utgave {edition.edition}"},
        {"t": "wide", "c": [
            tree.paragraph(words.run(form.purpose)),
            {"t": "facts", "small": True, "rows": _facts(words, form)},
            *_official(words, form),
            *(block for part in parts for block in _part(words, form, part)),
            *_privacy(words, form),
        ]},
    ]  # fmt: skip


def _path(form: Form, field_id: str) -> tuple[str | int, ...]:
    for s, section in enumerate(form.sections):
        for f, field in enumerate(section.fields):
            if field.id == field_id:
                return ("sections", s, "fields", f)
    return ()


def _facts(words: Words, form: Form) -> list[list[object]]:
    rows: list[list[object]] = [["Fylles ut av", words.roles(form.filled_in_by)]]
    if form.signed_by:
        rows.append(["Underskrives av", words.roles(form.signed_by)])
    rows += [["Når", [form.when]], ["Hvis det mangler", words.run(form.if_omitted)]]
    if form.may_be_omitted_when:
        rows.append(["Kan utelates når", words.run(form.may_be_omitted_when)])
    uses: Run = []
    for model, steps in words.steps(words.book.steps_by_form.get(form.id, ())):
        uses += [*(["; "] if uses else []), f"{model}: ", "steg ", *steps[1:]]
    return [*rows, ["Brukes i", uses]] if uses else rows


def _official(words: Words, form: Form) -> Blocks:
    official = form.official_form
    if official is None:
        return []
    title: Run = ["Bruk det offisielle skjemaet: ", official.title]
    link = [{"t": "url", "u": official.url, "c": [official.url]}] if official.url else []
    text = [*words.run(official.text), " ", *link]
    return [tree.box("note", title, [tree.paragraph(text)])]


def _part(words: Words, form: Form, part: Part) -> Blocks:
    intro = words.blocks(part.section.intro) if part.section.intro else []
    lines = [
        {"t": "question", "cells": [_question(words, question) for question in line]}
        for line in part.lines
    ]
    stays = [block | {"keep": True} if block["t"] == "p" else block for block in intro]
    return [tree.heading(3, part.section.title), *stays, *lines]


def _question(words: Words, question: Question) -> Node:
    field = question.field
    return {
        "label": field.label,
        "type": str(field.type),
        "required": field.required,
        "if": question.condition,
        "help": [text for text in (field.help, *question.notes) if text],
        "options": [option.label for option in field.options],
        "wide": not (question.side_by_side or question.two_columns),
        "halves": question.two_columns and not question.side_by_side,
        "lines": min(field.lines, 4),
        "info": words.blocks(field.text) if field.text else [],
        "table": _table(field, question.widths_mm) if field.type is FieldType.TABLE else None,
    }


def _table(field: Field, widths_mm: tuple[float, ...]) -> Node:
    """The blank table; fixed row names all stand, empty rows are fewer than on the loose form."""
    empty = min(field.row_count, MAX_ROWS)
    names = list(field.row_labels) or [""] * empty
    more = field.row_count - len(names)
    return {
        "head": [column.label for column in field.columns],
        "widths": list(widths_mm),
        "names": names,
        "named": bool(field.row_labels),
        "ticks": [column.type is FieldType.YES_NO for column in field.columns],
        "more": f"Det løse skjemaet har {field.row_count} rader." if more else "",
    }


def _privacy(words: Words, form: Form) -> Blocks:
    privacy = form.privacy
    if privacy is None:
        return []
    basis = privacy.legal_basis
    rows = [
        ("Hvorfor", words.run(privacy.purpose)),
        ("Ansvarlig", [privacy.controller]),
        ("Hvem ser dem", ["; ".join(privacy.recipients)]),
        ("Grunnlag", [f"Privat: {basis.private}. Offentlig: {basis.public}."]),
        ("Når de slettes", words.run(privacy.deletion.text)),
    ]
    return [tree.together([
        tree.heading(3, "Hva skjer med svarene?"),
        tree.paragraph("Utkast. Virksomheten må kvalitetssikre det før bruk.", mark(basis)),
        tree.terms([(name, said) for name, said in rows if said != [""]], dense=True),
    ], small=True)]  # fmt: skip
