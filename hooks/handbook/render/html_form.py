"""A form to fill in: without scripts a readable blank form, with them a tool.

Nothing is ever sent: the element has no action, and the site's policy forbids it. Every place for
an answer carries `data-name`, so the script, the PDF and the Word file ask the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from handbook.document.blocks import Answer, Choice, Question
from handbook.document.places import Place
from handbook.document.tools import FillIn
from handbook.document.walk import question_anchor
from handbook.model.form import FieldType
from handbook.model.form_texts import REQUIRED
from handbook.norwegian import lower_first
from handbook.pictograms import face_on_page
from handbook.render.form_scripts import scripts_element
from handbook.render.tool_data import data_element

TAKEN_IN = ".pdf,.docx,.json,application/pdf,application/json"
"""Files with answers that a page can take in again."""


def fill_in(tool: FillIn, href: Callable[[Place], str], questions: str) -> str:
    """The form with its questions, between the tools to begin and to end with."""
    return f"{_begin(tool, href)}\n{_form(tool, questions)}\n{_end(tool)}"


def _begin(tool: FillIn, href: Callable[[Place], str]) -> str:
    return (
        f'<div class="form-tools" hidden data-form-tools>{_BEGIN}{_CASE}'
        f"<details><summary>Ta vare på, eller hent svar</summary>{_IMPORT}"
        f"{_example(tool)}{_taken_from(tool, href)}</p>{_DRAFTS}</details>"
        f"{_PARTS}{_LEFT_OVER}{_PROPOSAL}"
        f"{data_element(tool, href)}{scripts_element(href)}</div>"
    )


def _action(name: str, words: str, look: str = "button button-secondary") -> str:
    return f'<button type="button" class="{look}" data-action="{name}">{words}</button>'


_BEGIN = (
    "<p><strong>Ingenting sendes.</strong> "
    "<span data-lies>Svarene ligger i denne fanen til du lukker den.</span> "
    f"<span hidden data-offer>{_action('keep', 'Ta vare på dem på denne enheten')}</span></p>"
)
_IMPORT = (
    "<p>Nettleserens stavekontroll er slått av, for den kan sende det du skriver.</p>"
    f"<p>{_action('import', 'Hent svar fra fil')}"
    f'<input type="file" accept="{TAKEN_IN}" hidden data-import-file>'
)
_CASE = (
    '<p hidden data-from-case><span></span> <button type="button" '
    'class="button button-secondary">Sett inn fra saken</button></p>'
)
_DRAFTS = (
    '<p class="field"><label for="utkast-navn">Hvem eller hva gjelder det?</label>'
    '<span class="field-help" id="utkast-navn-hjelp">Initialer eller saksnummer er nok. Det står '
    'på papiret og i navnet på fila.</span><input type="text" id="utkast-navn" maxlength="60" '
    'autocomplete="off" spellcheck="false" aria-describedby="utkast-navn-hjelp" data-about></p>'
    '<p hidden data-keep-line><label class="option"><input type="checkbox" data-keep><span>'
    "Ta vare på utkastet på denne enheten</span></label></p><p hidden data-keep-why></p>"
    '<p><label class="option"><input type="checkbox" data-shared><span>Andre bruker denne '
    "enheten: ikke ta vare på noe</span></label></p>"
    "<div hidden data-drafts><p>Utkast av dette skjemaet på denne enheten:</p>"
    f"<ul data-draft-list></ul><p>{_action('new', 'Begynn på et nytt utkast')}</p></div>"
    f"<p data-forget hidden>{_action('forget', 'Slett alt som er lagret her')}</p>"
)
_PARTS = '<details class="form-parts" hidden data-parts><summary></summary><ol></ol></details>'
_LEFT_OVER = (
    '<div class="notice" hidden data-left-over><p><strong>Svar uten plass i denne versjonen av '
    "skjemaet.</strong> De blir tatt vare på, og følger med i filene du lager.</p><ul></ul></div>"
)
_PROPOSAL = (
    '<dialog class="proposal" aria-labelledby="forslag" data-proposal><form method="dialog">'
    '<h2 id="forslag" tabindex="-1" autofocus>Dette kan settes inn</h2>'
    "<div data-proposal-body></div>"
    '<p class="form-buttons"><button class="button" value="inn">Sett inn</button>'
    '<button class="button button-secondary" value="">Avbryt</button></p></form></dialog>'
)


def _end(tool: FillIn) -> str:
    buttons = "".join((
        _action("pdf", "Last ned utfylt PDF", "button"),
        _action("docx", "Last ned utfylt Word", "button") if tool.docx else "",
        f"<span hidden data-share>{_action('share', 'Del PDF')}</span>",
        _action("print", "Skriv ut"),
        _action("missing", "Se hva som mangler"),
        _action("json", "For dataprogrammer: svarene som datafil"),
        _action("clear", "Tøm skjemaet"),
    ))  # fmt: skip
    return (
        '<div class="form-tools form-tools-end" hidden data-form-end>'
        '<h3 id="ferdig">Når du er ferdig</h3><p>PDF-en og Word-fila har alle svarene, og kan '
        "hentes inn igjen her. Fila får navn etter skjemaet, det du kalte utkastet, og datoen."
        f'</p><div class="form-buttons">{buttons}</div>'
        '<p role="status" data-form-status></p>'
        f"<p data-undo hidden>{_action('undo', 'Angre')}</p></div>"
    )


def _example(tool: FillIn) -> str:
    """Answers of a made-up example, without anything that says who; shown before they are taken."""
    return f" {_action('example', 'Bruk eksempelet som utgangspunkt')}" if tool.example else ""


def _taken_from(tool: FillIn, href: Callable[[Place], str]) -> str:
    if not tool.taken_from:
        return ""
    forms = (f'<a href="{href(ref.place)}">{_text(ref.words)}</a>' for ref in tool.taken_from)
    return f" <span>Noen svar kan også hentes fra {' eller '.join(forms)}.</span>"


def _form(tool: FillIn, questions: str) -> str:
    return (
        f'<form class="web-form" id="skjema" data-form="{escape(tool.form)}" data-blank '
        'autocomplete="off" spellcheck="false" novalidate aria-label="Fyll ut skjemaet">\n'
        '<div class="error-summary" tabindex="-1" hidden data-error-summary></div>\n'
        f"{questions}\n</form>"
    )


def question_markup(question: Question, text: Callable[[], str]) -> str:
    """One question with its places for answers; `text` prints what a piece of information tells."""
    if question.kind is FieldType.INFO:
        if question.folded:
            return _folded(question, text())
        label = f"<p><strong>{_text(question.label)}</strong></p>"
        return f'<div class="field form-info"{_asked_if(question)}>{label}{text()}</div>'
    return _DRAWN.get(question.kind, _single)(question)


def _folded(question: Question, text: str) -> str:
    summary = f"<summary>{_text(question.label)}</summary>"
    return f'<details class="form-info folded"{_asked_if(question)}>{summary}{text}</details>'


def _single(question: Question) -> str:
    (answer,) = question.answers
    label = f'<label for="{_id(answer)}">{_text(question.label)}{_required(question)}</label>'
    return _wrapped(question, label + _notes(question) + _input(question, answer))


def _yes_no(question: Question) -> str:
    (answer,) = question.answers
    box = f'<input type="checkbox" id="{_id(answer)}" {_names(answer)}{_described(question)}>'
    label = f"{_text(question.label)}{_required(question)}"
    inside = f'<label class="option">{box}<span>{label}</span></label>'
    return _wrapped(question, inside + _notes(question))


def _choice(question: Question) -> str:
    (answer,) = question.answers
    buttons = "".join(_button(answer, choice) for choice in answer.choices)
    return _group(question, buttons, f' data-name="{answer.name}"')


def _button(answer: Answer, choice: Choice) -> str:
    return (
        f'<label class="option"><input type="radio" id="{_id(answer)}-{choice.id}" '
        f'name="{answer.name}" value="{choice.id}">{face_on_page(choice.face)}'
        f"<span>{_text(choice.label)}</span></label>"
    )


def _multi_choice(question: Question) -> str:
    boxes = "".join(
        f'<label class="option"><input type="checkbox" id="{_id(answer)}" {_names(answer)}>'
        f"<span>{_text(answer.label)}</span></label>"
        for answer in question.answers
    )
    return _group(question, boxes, "")


def _group(question: Question, inside: str, extra: str) -> str:
    legend = f"<legend>{_text(question.label)}{_required(question)}</legend>"
    return (
        f'<fieldset class="field" id="{question_anchor(question.id)}" data-field="{question.id}"'
        f"{_asked_if(question)}{extra}{_described(question)}>"
        f"{legend}{_notes(question)}{inside}</fieldset>"
    )


def _table(question: Question) -> str:
    name = f"tabell-{question.id}"
    label = f'<p class="table-label" id="{name}"><strong>{_text(question.label)}</strong>'
    heads = "".join(f'<th scope="col">{_text(head)}</th>' for head in question.columns)
    body = "".join(_row(question, number) for number in range(len(question.rows)))
    kind = "stack" if question.row_names else "stack grows"
    table = (
        f'<div class="table-scroll" role="region" aria-labelledby="{name}" tabindex="0">'
        f'<table class="{kind}"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )
    paper = "".join(f'<p class="field-help on-paper">{_text(n)}</p>' for n in question.offered)
    more = "" if question.row_names else _rows(question)
    inside = f"{label}{_required(question)}</p>{_notes(question)}{paper}{table}{more}"
    return _wrapped(question, inside)


def _rows(question: Question) -> str:
    """Buttons for one row more and one less; the script shows them."""
    table = escape(question.label)
    return (
        '<p class="row-buttons" hidden data-rows>'
        f'<button type="button" class="button button-secondary" aria-label="Legg til rad i '
        f'«{table}»">Legg til rad</button> '
        f'<button type="button" class="button button-secondary" hidden aria-label="Fjern siste rad '
        f'i «{table}»">Fjern siste rad</button></p>'
    )


def _row(question: Question, number: int) -> str:
    names = question.row_names
    head = f'<th scope="row">{_text(names[number])}</th>' if names else ""
    cells = "".join(
        f'<td data-label="{escape(answer.label)}">{_cell(answer)}</td>'
        for answer in question.rows[number]
    )
    return f"<tr>{head}{cells}</tr>"


def _cell(answer: Answer) -> str:
    said = f'aria-label="{escape(answer.spoken)}"'
    if answer.kind is FieldType.YES_NO:
        return f'<input type="checkbox" {_names(answer)} {said}>'
    if answer.kind is FieldType.CHOICE:
        return _select(answer, said)
    return f"<input {_kind(answer.kind)} {_names(answer)} {said}>"


def _select(answer: Answer, said: str) -> str:
    choices = "".join(
        f'<option value="{choice.id}">{escape(choice.label, quote=False)}</option>'
        for choice in answer.choices
    )
    return f'<select {_names(answer)} {said}><option value="">Velg</option>{choices}</select>'


def _signature(question: Question) -> str:
    (answer,) = question.answers
    line = (
        f'<p class="signature-line" data-name="{answer.name}">'
        f"<span>{_text(question.label)}</span></p>"
        '<p class="field-help">Skriv under på utskriften, eller i PDF-fila.</p>'
    )
    return _wrapped(question, _notes(question) + line)


_DRAWN: dict[FieldType, Callable[[Question], str]] = {
    FieldType.YES_NO: _yes_no,
    FieldType.CHOICE: _choice,
    FieldType.MULTI_CHOICE: _multi_choice,
    FieldType.TABLE: _table,
    FieldType.SIGNATURE: _signature,
}


def _input(question: Question, answer: Answer) -> str:
    attributes = f'id="{_id(answer)}" {_names(answer)}{_described(question)}'
    if question.kind is FieldType.LONG_TEXT:
        return f'<textarea rows="{question.lines}" {attributes}></textarea>'
    return f"<input {_kind(question.kind)} {attributes}>"


def _kind(kind: FieldType) -> str:
    """A date is typed: a browser's own picker speaks the browser's language, also on paper."""
    if kind is FieldType.DATE:
        return 'type="text" inputmode="numeric" data-date'
    if kind is FieldType.NUMBER:
        return 'type="text" inputmode="decimal"'
    return 'type="text"'


def _wrapped(question: Question, inside: str) -> str:
    return (
        f'<div class="field" id="{question_anchor(question.id)}" data-field="{question.id}"'
        f"{_asked_if(question)}>{inside}</div>"
    )


def _asked_if(question: Question) -> str:
    """The script reads the conditions of a question among the data of the form."""
    if not question.asked_if:
        return ""
    blank = all("false" in one.answers for one in question.asked_if)
    return f' data-shown-if="{question.id}"' + ("" if blank else " data-unasked")


def _notes(question: Question) -> str:
    condition, hint, most = question.condition, question.hint, question.max_length
    lines = (
        f'<span class="shown-if">Fyll ut dette {_text(lower_first(condition))}.</span>'
        if condition
        else "",
        f"<span>{_text(question.help)}</span>" if question.help else "",
        f"<span>{hint}.</span>" if hint else "",
        f"<span>Helst høyst {most} tegn.</span>" if most else "",
        f"<span>{_text(question.example)}</span>" if question.example else "",
    )
    said = " ".join(line for line in lines if line)
    return f'<p class="field-help" id="hjelp-{question.id}">{said}</p>' if said else ""


def _described(question: Question) -> str:
    return f' aria-describedby="hjelp-{question.id}"' if _notes(question) else ""


def _required(question: Question) -> str:
    return f' <span class="required">{REQUIRED}</span>' if question.required else ""


def _names(answer: Answer) -> str:
    return f'name="{answer.name}" data-name="{answer.name}"'


def _id(answer: Answer) -> str:
    return "f-" + answer.name.replace(".", "-")


def _text(text: str) -> str:
    return unbroken(escape(text, quote=False))


_NUMBER = re.compile(r"\bSKJ-\d\d\b")


def unbroken(markup: str) -> str:
    """The same, where no line ends inside the number of a form."""
    return _NUMBER.sub(r'<span class="form-number">\g<0></span>', markup)
