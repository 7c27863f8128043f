"""What a form says about its questions and answers, in the same words everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.model.form import Field, FieldType, Form, Option, PersonalData, Privacy
from handbook.model.prose import Prose
from handbook.norwegian import listed

REQUIRED = "må fylles ut"
PRIVACY_HEADING = "Hva skjer med svarene?"
DATE_HINT = "dd.mm.åååå"
WORKBOOK_OR_FORM = (
    "Før opplysningene bare ett sted. Excel-fila passer på PC, når dere fører mange personer over "
    "tid. Skjemaet på nettsiden passer på mobil, til utskrift og til det som gjelder i dag."
)


def condition(form: Form, field: Field) -> str:
    """`Hvis svaret er «Ja» på «Tilgang?»`, without a mark at its end; empty when always asked."""
    earlier = {other.id: other for other in form.fields}
    said = [
        _holds(earlier[one.field], one.any_of) for one in field.shown_if if one.field in earlier
    ]
    return f"Hvis {listed(said)}" if said else ""


def _holds(earlier: Field, answers: Sequence[str]) -> str:
    """`svaret er «Ja» eller «Delvis» på «Tilgang?»`."""
    if earlier.type is FieldType.YES_NO:
        verb = "har krysset av" if "true" in answers else "ikke har krysset av"
        return f"du {verb} for «{earlier.label}»"
    labels = {option.id: option.label for option in earlier.options}
    wanted = listed([f"«{labels.get(answer, answer)}»" for answer in answers], "eller")
    return f"svaret er {wanted} på «{earlier.label}»"


def told_hint(form: Form, field: Field) -> str:
    """How the answer is written, and which day it cannot come before; no mark at its end."""
    labels = [one.label for one in form.fields if one.id == field.not_before]
    return ". ".join(filter(None, [hint(field.type), *(f"Ikke før «{one}»" for one in labels)]))


def hint(kind: FieldType) -> str:
    """How an answer of this kind is written, when that is not plain."""
    if kind is FieldType.DATE:
        return f"Dato, {DATE_HINT}"
    return "Tall" if kind is FieldType.NUMBER else ""


def example(field: Field) -> str:
    """`For eksempel: vaktrom 2`; empty when there is none."""
    return f"For eksempel: {field.example}" if field.example else ""


def unasked(label: str) -> str:
    """A question used as a heading over something: without its closing mark."""
    return label.rstrip(" ?:.")


def choices(options: Sequence[Option]) -> str:
    """`Svar: Alene · Sammen`, where nobody can open a list."""
    return f"Svar: {_side_by_side(options)}"


def choice_notes(field: Field) -> Iterator[str]:
    """Which answers the columns of a table offer; on paper nobody can open a list."""
    columns: dict[tuple[Option, ...], list[str]] = {}
    for column in field.asked_columns:
        if column.type is FieldType.CHOICE:
            columns.setdefault(column.options, []).append(f"«{column.label}»")
    for options, labels in columns.items():
        alone = len(labels) == len(field.asked_columns)
        yield choices(options) if alone else f"Svar i {listed(labels)}: {_side_by_side(options)}"


def _side_by_side(options: Sequence[Option]) -> str:
    return " · ".join(option.label for option in options)


def people(form: Form) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Who fills the form in, and who signs it: a term with ids of roles."""
    yield "Fylles ut av", form.filled_in_by
    if form.signed_by:
        yield SIGNED_BY, form.signed_by


SIGNED_BY = "Skrives under av"


def given_to(form: Form) -> str:
    """Who gets the answers, without a mark at its end; empty when nobody is named."""
    known = form.privacy and form.privacy.recipients
    return f"{seen_by(form.privacy)}. Ingen andre" if form.privacy and known else ""


HEALTH = "Svarene kan røpe noe om helse"
PEOPLE = "Svarene sier noe om personer"
NEVER = "Ikke bruk vanlig e-post, SMS, nettprat eller en delt mappe flere kan åpne."
ANY_WAY = "Skjemaet spør ikke om personopplysninger, og kan sendes i vanlig e-post."
WAYS = {
    HEALTH: "Gi det fra hånd til hånd, send det i lukket brev, eller bruk en løsning virksomheten "
    f"har godkjent for helseopplysninger. {NEVER}",
    PEOPLE: "Send dem bare til dem som trenger dem, på en måte virksomheten har godkjent. Ikke "
    "bruk nettprat eller en delt mappe flere kan åpne.",
}
"""What answers may tell → the ways they may then travel, and those they may not."""
AFTERWARDS = "Når skjemaet er fylt ut"


def afterwards(form: Form) -> tuple[str, ...]:
    """Who gets the answers, and by which way, as lines on paper: the paper is what travels."""
    receivers, kinds = given_to(form), {field.personal_data for field in form.fields}
    first = (f"Gis til: {receivers}.",) if receivers else ()
    told = HEALTH if PersonalData.SPECIAL in kinds else PEOPLE
    plain = kinds <= {PersonalData.NONE}
    return (*first, ANY_WAY if plain else f"{told}. {WAYS[told]}")


WHY_ASKED = "Hvorfor"
ANSWERS_FOR_THEM = "Hvem svarer for dem"
SEEN_BY = "Hvem ser dem"
DELETED = "Når de slettes"


def privacy_rows(form: Form) -> tuple[tuple[str, Prose | str], ...]:
    """What happens to the answers, for the person who gives them."""
    privacy = form.privacy
    if privacy is None:
        return ()
    rows: tuple[tuple[str, Prose | str], ...] = (
        (WHY_ASKED, privacy.purpose),
        (ANSWERS_FOR_THEM, privacy.controller),
        (SEEN_BY, seen_by(privacy)),
        (DELETED, privacy.deletion.text),
    )
    return tuple((term, text) for term, text in rows if text)


def seen_by(privacy: Privacy) -> str:
    """Everyone who sees the answers."""
    return " · ".join(privacy.recipients)
