"""Words that every form file shares, so that PDF, Word and Excel speak alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handbook.model.form import Field, FieldType, Form, Option
from handbook.model.handbook import Edition, Handbook
from handbook.model.prose import Prose, Reference

Titles = Mapping[str, str]
"""What a reference or role id is called: `leder` → «Leder»."""

REQUIRED = "må fylles ut"
PRIVACY_HEADING = "Hva skjer med svarene?"
DATE_HINT = "dd.mm.åååå"


def titles_of(book: Handbook) -> dict[str, str]:
    """What each role, theme, term, model and form is called, by id."""
    titles = {term.id: term.term for term in book.terms}
    titles |= {theme.id: theme.title for theme in book.themes}
    titles |= {role.id: role.title for role in book.roles}
    titles |= {form.id: form.title for form in book.forms}
    return titles | {model.id: model.short_title for model in book.models}


def condition(form: Form, field: Field) -> str:
    """`svaret er «Ja» på «Tilgang?»`: what follows «Hvis»; empty when always asked."""
    if field.shown_if is None:
        return ""
    wanted = field.shown_if.equals
    other = next((f for f in form.fields if f.id == field.shown_if.field), None)
    if other is None:
        return ""
    if other.type is FieldType.YES_NO:
        verb = "har krysset av" if wanted == "true" else "ikke har krysset av"
        return f"du {verb} for «{other.label}»"
    answer = next((option.label for option in other.options if option.id == wanted), wanted)
    return f"svaret er «{answer}» på «{other.label}»"


def hint(kind: FieldType) -> str:
    """How an answer of this kind is written, when that is not plain."""
    if kind is FieldType.DATE:
        return f"Dato, {DATE_HINT}"
    return "Tall" if kind is FieldType.NUMBER else ""


def unasked(label: str) -> str:
    """A question used as a heading over something: without its closing mark."""
    return label.rstrip(" ?:.")


def choice_notes(field: Field) -> Iterator[str]:
    """Which answers the columns of a table offer; on paper nobody can open a list."""
    columns: dict[tuple[Option, ...], list[str]] = {}
    for column in field.asked_columns:
        if column.type is FieldType.CHOICE:
            columns.setdefault(column.options, []).append(f"«{column.label}»")
    for options, labels in columns.items():
        answers = " · ".join(option.label for option in options)
        alone = len(labels) == len(field.asked_columns)
        yield f"Svar: {answers}" if alone else f"Svar i {listed(labels)}: {answers}"


def identity(form: Form, edition: Edition) -> str:
    """`SKJ-09 · versjon 1.0, 22.11.2026 · utgave 2026.1`: what a paper copy is known by."""
    day = f"{form.valid_from:%d.%m.%Y}"
    return f"{form.id} · versjon {form.version}, {day} · utgave {edition.edition}"


def address(form: Form, edition: Edition) -> str:
    """The page of the form on the web."""
    return f"{edition.site_url.rstrip('/')}/skjema/{form.id}.html"


def printed_address(form: Form, edition: Edition) -> str:
    """The address that a printed copy carries: it says whether this version still holds."""
    return f"{address(form, edition)}#v{form.version}"


def short_address(form: Form, edition: Edition) -> str:
    """The address as one types it."""
    return address(form, edition).partition("://")[2]


def facts(form: Form, titles: Titles) -> tuple[tuple[str, str], ...]:
    """Who fills the form in, who signs it, and when."""
    rows = [("Fylles ut av", _people(form.filled_in_by, titles))]
    if form.signed_by:
        rows.append(("Underskrives av", _people(form.signed_by, titles)))
    rows.append(("Når", form.when))
    return tuple(rows)


def privacy_rows(form: Form) -> tuple[tuple[str, Prose | str], ...]:
    """What happens to the answers, for the person who gives them."""
    privacy = form.privacy
    if privacy is None:
        return ()
    seen_by = " · ".join(privacy.recipients)
    rows: tuple[tuple[str, Prose | str], ...] = (
        ("Hvorfor", privacy.purpose),
        ("Hvem svarer for dem", privacy.controller),
        ("Hvem ser dem", seen_by),
        ("Når de slettes", privacy.deletion.text),
    )
    return tuple((term, text) for term, text in rows if text)


def named(reference: Reference, titles: Titles) -> str:
    """The words for a reference: the editor's own, a form by its id, anything else by its title."""
    if reference.shown:
        return reference.shown
    target = reference.target.rpartition(":")[2]
    return target if target.startswith("SKJ-") else titles.get(target, target)


def listed(words: Sequence[str]) -> str:
    """`a, b og c`."""
    return " og ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _people(roles: Sequence[str], titles: Titles) -> str:
    people = listed([titles.get(role, role) for role in roles])
    return people[:1].upper() + people[1:]
