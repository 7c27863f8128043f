"""Small forms made in a test: one with every kind of field, and one full of traps."""

from __future__ import annotations

from typing import Any

from handbook.model.form import Form

HOSTILE = (
    '#import "x"', "<script>alert(1)</script>", "{{ 7*7 }}", "{% raw %}", "=cmd()", "+1+1",
    "@SUM(1)", "$a$", "\\n #panic()", "]] & \"'", "*ikke fet*", "_heller ikke_",
)  # fmt: skip
"""Texts that must be nothing but letters wherever they land."""

EVERY_FIELD: list[dict[str, Any]] = [
    {"id": "name", "label": "Navn", "type": "text", "required": True, "max_length": 60},
    {"id": "story", "label": "Fortell", "type": "long_text", "help": "Kort og godt."},
    {"id": "day", "label": "Dag", "type": "date", "required": True},
    {"id": "hours", "label": "Timer", "type": "number"},
    {"id": "way", "label": "Hvordan gikk det?", "type": "choice", "options": [
        {"id": "well", "label": "Bra"}, {"id": "badly", "label": "Dårlig"}]},
    {"id": "why", "label": "Hvorfor?", "type": "text", "required": True,
     "shown_if": [{"field": "way", "any_of": ["badly"]}]},
    {"id": "tools", "label": "Hva trengs?", "type": "multi_choice", "required": True, "options": [
        {"id": "shoes", "label": "Vernesko"}, {"id": "coat", "label": "Frakk"}]},
    {"id": "read", "label": "Jeg har lest dette", "type": "yes_no", "required": True},
    {"id": "plan", "label": "Plan", "type": "table", "rows": 2, "columns": [
        {"id": "what", "label": "Hva", "type": "text"},
        {"id": "when", "label": "Når", "type": "date"},
        {"id": "done", "label": "Gjort", "type": "yes_no"},
        {"id": "how", "label": "Hvordan", "type": "choice", "options": [
            {"id": "alone", "label": "Alene"}, {"id": "together", "label": "Sammen"}]}]},
    {"id": "duties", "label": "Ansvar", "type": "table", "row_labels": ["Leder", "Fadder"],
     "columns": [{"id": "who", "label": "Rolle", "type": "text"},
                 {"id": "does", "label": "Gjør", "type": "text"}]},
    {"id": "about", "label": "Om dette", "type": "info",
     "text": "Les **dette**:\n\n1. først\n2. så\n\n- [lenke](https://example.org/a)"},
    {"id": "sign", "label": "Underskrift", "type": "signature"},
]  # fmt: skip


def form(fields: list[dict[str, Any]] | None = None, **more: Any) -> Form:
    """A form with one section; every key can be set by name."""
    asked = [{"personal_data": "none", **field} for field in fields or EVERY_FIELD]
    return Form.model_validate({
        "id": "SKJ-99",
        "title": "Prøveskjema",
        "purpose": "Viser at alt virker.",
        "kind": "plan",
        "filled_in_by": ["leder"],
        "when": "Når det trengs",
        "if_omitted": "Ingenting.",
        "version": "1.0",
        "valid_from": "2026-11-22",
        "basis": {"basis": "proposal", "text": "Vårt forslag."},
        "sections": [{"id": "all", "title": "Alt", "fields": asked}],
    } | more)  # fmt: skip


def hostile_form(kind: str = "plan") -> Form:
    """Every trap as label, help, option, column, row name and title."""
    fields: list[dict[str, Any]] = []
    for at, text in enumerate(HOSTILE):
        fields += [
            {"id": f"plain_{at}", "label": text, "help": text, "type": "text"},
            {"id": f"pick_{at}", "label": text, "type": "choice",
             "options": [{"id": "one", "label": text}, {"id": "two", "label": "To"}]},
        ]  # fmt: skip
    fields.append({
        "id": "grid", "label": HOSTILE[0], "type": "table", "row_labels": list(HOSTILE),
        "columns": [{"id": "head", "label": HOSTILE[4], "type": "text"},
                    {"id": "cell", "label": HOSTILE[1], "type": "choice",
                     "options": [{"id": "one", "label": HOSTILE[4]}]}],
    })  # fmt: skip
    return form(fields, title=HOSTILE[0], when=HOSTILE[2], kind=kind)
