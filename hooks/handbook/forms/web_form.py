"""A form as HTML: a readable blank form without scripts, a form to fill in with them.

Nothing is ever sent: the element has no action, and the site's policy forbids it. Every place for
an answer carries `data-name` as in field_names.py, so the script, the PDF and the Word file ask
the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from handbook.forms.field_names import FieldName, names_of
from handbook.forms.wording import REQUIRED, choice_notes, condition, hint
from handbook.model.form import Field, FieldType, Form, Section
from handbook.model.prose import Prose

Html = Callable[[Prose], str]
"""Rich text → HTML blocks, with references resolved by whoever knows the addresses."""


def web_form(form: Form, html: Html) -> str:
    """The whole form as one HTML island; it holds no blank line."""
    parts = [
        f'<form class="web-form" id="skjema" data-form="{escape(form.id)}" '
        f'data-version="{escape(form.version)}" data-title="{escape(form.title)}" '
        'autocomplete="off" novalidate aria-label="Fyll ut skjemaet">',
        '<div class="error-summary" tabindex="-1" hidden data-error-summary></div>',
        *(part for section in form.sections for part in _section(form, section, html)),
        "</form>",
    ]
    return "\n".join(part for part in parts if part)


def _section(form: Form, section: Section, html: Html) -> Iterator[str]:
    yield f'<fieldset id="{escape(section.id)}"><legend>{_text(section.title)}</legend>'
    if section.intro:
        yield f'<div class="form-intro">{html(section.intro)}</div>'
    for field in section.fields:
        yield _field(form, field, html)
    yield "</fieldset>"


def _field(form: Form, field: Field, html: Html) -> str:
    if field.type is FieldType.INFO:
        text = html(field.text) if field.text else ""
        heading = f"<p><strong>{_text(field.label)}</strong></p>"
        return f'<div class="field form-info"{_shown_if(field)}>{heading}{text}</div>'
    places = names_of(form, field)
    draw = _DRAWN.get(field.type, _single)
    return draw(form, field, places)


def _single(form: Form, field: Field, places: tuple[FieldName, ...]) -> str:
    (place,) = places
    label = f'<label for="{_id(place)}">{_text(field.label)}{_required(field)}</label>'
    return _wrapped(field, label + _notes(form, field) + _input(form, field, place))


def _yes_no(form: Form, field: Field, places: tuple[FieldName, ...]) -> str:
    (place,) = places
    box = f'<input type="checkbox" id="{_id(place)}" {_names(place)}{_described(form, field)}>'
    label = f"{_text(field.label)}{_required(field)}"
    inside = f'<label class="option">{box}<span>{label}</span></label>'
    return _wrapped(field, inside + _notes(form, field))


def _choice(form: Form, field: Field, places: tuple[FieldName, ...]) -> str:
    (place,) = places
    options = "".join(
        f'<label class="option"><input type="radio" id="{_id(place)}-{option.id}" '
        f'name="{place.name}" value="{option.id}"><span>{_text(option.label)}</span></label>'
        for option in field.options
    )
    return _group(form, field, options, f' data-name="{place.name}"')


def _multi_choice(form: Form, field: Field, places: tuple[FieldName, ...]) -> str:
    boxes = "".join(
        f'<label class="option"><input type="checkbox" id="{_id(place)}" {_names(place)}>'
        f"<span>{_text(place.label)}</span></label>"
        for place in places
    )
    return _group(form, field, boxes, "")


def _group(form: Form, field: Field, inside: str, extra: str) -> str:
    legend = f"<legend>{_text(field.label)}{_required(field)}</legend>"
    return (
        f'<fieldset class="field" id="felt-{field.id}" data-field="{field.id}"'
        f"{_marks(field)}{extra}{_described(form, field)}>"
        f"{legend}{_notes(form, field)}{inside}</fieldset>"
    )


def _table(form: Form, field: Field, places: tuple[FieldName, ...]) -> str:
    width = len(field.asked_columns)
    rows = [places[start : start + width] for start in range(0, len(places), width)]
    heads = "".join(f'<th scope="col">{_text(column.label)}</th>' for column in field.columns)
    body = "".join(_row(field, number, row) for number, row in enumerate(rows))
    label = f'<p class="table-label" id="tabell-{field.id}"><strong>{_text(field.label)}</strong>'
    table = (
        f'<div class="table-scroll" role="region" aria-labelledby="tabell-{field.id}" tabindex="0">'
        f'<table class="stack"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )
    paper = "".join(f'<p class="field-help on-paper">{_text(n)}</p>' for n in choice_notes(field))
    return _wrapped(field, f"{label}{_required(field)}</p>{_notes(form, field)}{paper}{table}")


def _row(field: Field, number: int, places: tuple[FieldName, ...]) -> str:
    head = f'<th scope="row">{_text(field.row_labels[number])}</th>' if field.row_labels else ""
    cells = "".join(
        f'<td data-label="{escape(column.label)}">{_cell(place)}</td>'
        for column, place in zip(field.asked_columns, places, strict=True)
    )
    return f"<tr>{head}{cells}</tr>"


def _cell(place: FieldName) -> str:
    said = f'aria-label="{escape(place.tooltip)}"'
    if place.type is FieldType.YES_NO:
        return f'<input type="checkbox" {_names(place)} {said}>'
    if place.type is FieldType.CHOICE:
        return _select(place, said)
    return f"<input {_kind(place.type)} {_names(place)} {said}>"


def _select(place: FieldName, said: str) -> str:
    options = "".join(f'<option value="{o.id}">{_text(o.label)}</option>' for o in place.options)
    return f'<select {_names(place)} {said}><option value="">Velg</option>{options}</select>'


def _signature(form: Form, field: Field, places: tuple[FieldName, ...]) -> str:
    (place,) = places
    line = (
        f'<p class="signature-line" data-name="{place.name}">'
        f"<span>{_text(field.label)}</span></p>"
        '<p class="field-help">Skriv under på utskriften, eller i PDF-fila.</p>'
    )
    return _wrapped(field, _notes(form, field) + line)


_DRAWN: dict[FieldType, Callable[[Form, Field, tuple[FieldName, ...]], str]] = {
    FieldType.YES_NO: _yes_no,
    FieldType.CHOICE: _choice,
    FieldType.MULTI_CHOICE: _multi_choice,
    FieldType.TABLE: _table,
    FieldType.SIGNATURE: _signature,
}


def _input(form: Form, field: Field, place: FieldName) -> str:
    attributes = f'id="{_id(place)}" {_names(place)}'
    attributes += _described(form, field)
    if field.max_length:
        attributes += f' maxlength="{field.max_length}"'
    if field.type is FieldType.LONG_TEXT:
        return f'<textarea rows="{field.lines}" {attributes}></textarea>'
    return f"<input {_kind(field.type)} {attributes}>"


def _kind(kind: FieldType) -> str:
    """A date is typed: a browser's own picker speaks the browser's language, also on paper."""
    if kind is FieldType.DATE:
        return 'type="text" inputmode="numeric" maxlength="10" data-date'
    if kind is FieldType.NUMBER:
        return 'type="text" inputmode="decimal"'
    return 'type="text"'


def _wrapped(field: Field, inside: str) -> str:
    return (
        f'<div class="field" id="felt-{field.id}" data-field="{field.id}"{_marks(field)}>'
        f"{inside}</div>"
    )


def _marks(field: Field) -> str:
    required = f' data-required="{escape(field.label)}"' if field.required else ""
    same_as = f' data-same-as="{" ".join(field.same_as)}"' if field.same_as else ""
    return required + same_as + _shown_if(field)


def _shown_if(field: Field) -> str:
    if field.shown_if is None:
        return ""
    return f' data-shown-if="{field.shown_if.field}" data-equals="{escape(field.shown_if.equals)}"'


def _notes(form: Form, field: Field) -> str:
    only_if = condition(form, field)
    written = hint(field.type)
    lines = (
        f'<span class="shown-if">Hvis {_text(only_if)}.</span>' if only_if else "",
        f"<span>{_text(field.help)}</span>" if field.help else "",
        f"<span>{written}.</span>" if written else "",
        f"<span>For eksempel: {_text(field.example)}</span>" if field.example else "",
    )
    said = " ".join(line for line in lines if line)
    return f'<p class="field-help" id="hjelp-{field.id}">{said}</p>' if said else ""


def _described(form: Form, field: Field) -> str:
    return f' aria-describedby="hjelp-{field.id}"' if _notes(form, field) else ""


def _required(field: Field) -> str:
    return f' <span class="required">{REQUIRED}</span>' if field.required else ""


def _names(place: FieldName) -> str:
    return f'name="{place.name}" data-name="{place.name}"'


def _id(place: FieldName) -> str:
    return "f-" + place.name.replace(".", "-")


def _text(text: str) -> str:
    return escape(text, quote=False)
