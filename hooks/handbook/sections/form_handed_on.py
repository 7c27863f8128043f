"""What happens when a form is filled in: who signs and how, who gets it, and how it may travel."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from handbook.document.blocks import Item, ItemList, Paragraph, Section, said
from handbook.document.inline import Link, Strong, Words
from handbook.document.linker import Linker
from handbook.model import form_texts
from handbook.model.form import FieldType, Form, PersonalData


def handed_on(linker: Linker, form: Form) -> Section:
    """Said on each form, from what the form itself says of signatures, readers and answers."""
    lines = (_signed(linker, form), *_readers(form), *_ways(form), _mail(form))
    items = ItemList(tuple(Item(said(line)) for line in lines))
    return Section("Når skjemaet er fylt ut", (items, Paragraph((_PROPOSED,))), "etterpa")


_PROPOSED = (
    "Hvordan skjemaet kan sendes, er vårt forslag. Virksomheten bestemmer hvilke måter som er "
    "godkjent."
)


def _signed(linker: Linker, form: Form) -> Words:
    if not any(field.type is FieldType.SIGNATURE for field in form.fields):
        return ("Skjemaet har ingen underskrift.",)
    by = (" av ", *linker.roles(form.signed_by)) if form.signed_by else ()
    return (Strong(("Skrives under",)), *by, _HOW_TO_SIGN)


_HOW_TO_SIGN = (
    ": for hånd på utskriften, på linja i PDF-fila, eller i signeringstjenesten dere bruker."
)


def _readers(form: Form) -> Iterator[Words]:
    if form.privacy and form.privacy.recipients:
        yield Strong(("Gis til: ",)), f"{form_texts.seen_by(form.privacy)}. Ingen andre."


def _ways(form: Form) -> Iterator[Words]:
    kinds = {field.personal_data for field in form.fields}
    if PersonalData.SPECIAL in kinds:
        yield Strong(("Svarene kan røpe noe om helse.",)), _CLOSED_WAYS
        yield Strong(("Ikke send det",)), _OPEN_WAYS
    elif PersonalData.ORDINARY in kinds:
        yield (_TO_THEM_ALONE,)
    else:
        yield ("Skjemaet spør ikke om personopplysninger, og kan sendes på vanlig e-post.",)


_CLOSED_WAYS = (
    " Gi det fra hånd til hånd, send det i lukket brev, eller bruk en løsning virksomheten har "
    "godkjent for helseopplysninger."
)
_OPEN_WAYS = " på vanlig e-post, SMS, chat eller i en delt mappe flere kan åpne."
_TO_THEM_ALONE = (
    "Svarene sier noe om personer. Send dem bare til dem som trenger dem, på en måte virksomheten "
    "har godkjent. Ikke bruk chat eller en delt mappe flere kan åpne."
)


def _mail(form: Form) -> Words:
    return (Link(mail(form), ("Åpne en ferdig e-post om skjemaet",)), ", uten svarene.")


def mail(form: Form) -> str:
    """A mail with a subject and never an answer; where health may show, without the file too."""
    closed = any(field.personal_data is PersonalData.SPECIAL for field in form.fields)
    told = _NOT_BY_MAIL if closed else _ENCLOSED
    body = f"Hei\r\n\r\n{told.format(title=form.title)}\r\n"
    return f"mailto:?subject={quote(f'{form.id} {form.title}')}&body={quote(body)}"


_ENCLOSED = "Her er «{title}». Fila ligger ved."
_NOT_BY_MAIL = (
    "«{title}» er fylt ut. Jeg sender det ikke på e-post. Hvordan vil du ha det: på papir, i brev "
    "eller i en sikker løsning?"
)
