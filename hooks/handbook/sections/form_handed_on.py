"""What happens when a form is filled in: who signs and how, who gets it, and how it may travel."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from handbook.document.blocks import Item, ItemList, Paragraph, Section, said
from handbook.document.inline import Link, Ref, Strong, Words
from handbook.document.linker import Linker
from handbook.document.places import FORMS
from handbook.model import form_texts
from handbook.model.form import FieldType, Form, PersonalData

SENDING = "slik-sendes"
"""The spot on the list of forms that tells how a filled form may travel."""


def handed_on(linker: Linker, form: Form) -> Section:
    """Said on each form, from what the form itself says of signatures, readers and answers."""
    lines = (_signed(linker, form), *_readers(form), *_way(linker, form), _mail(form))
    items = ItemList(tuple(Item(said(line)) for line in lines))
    return Section(form_texts.AFTERWARDS, (items,), "etterpa")


def sending() -> Section:
    """How a filled form may travel, by what its answers may tell; the same for all forms."""
    items = (
        Item(said((Strong(("Skrives under",)), _HOW_TO_SIGN))),
        *(Item(said((Strong((f"{what}.",)), f" {how}"))) for what, how in form_texts.WAYS.items()),
    )
    blocks = (ItemList(items), Paragraph((_PROPOSED,)))
    return Section("Slik sender dere et utfylt skjema", blocks, SENDING)


_PROPOSED = "Dette er vårt forslag. Virksomheten bestemmer hvilke måter som er godkjent."


def _signed(linker: Linker, form: Form) -> Words:
    if not any(field.type is FieldType.SIGNATURE for field in form.fields):
        return ("Skjemaet har ingen underskrift.",)
    if not form.signed_by:
        return (Strong(("Skrives under",)), ".")
    return (*linker.who(form.signed_by), " ", Strong(("skriver under",)), ".")


_HOW_TO_SIGN = (
    ": for hånd på utskriften, på linja i PDF-fila, eller i signeringstjenesten dere bruker."
)


def _readers(form: Form) -> Iterator[Words]:
    if receivers := form_texts.given_to(form):
        yield Strong(("Gis til: ",)), f"{receivers}."


def _way(linker: Linker, form: Form) -> Iterator[Words]:
    """What the answers may tell, what one must then never do, and the way to how they travel."""
    kinds = {field.personal_data for field in form.fields}
    if PersonalData.SPECIAL in kinds:
        yield Strong((f"{form_texts.HEALTH}.",)), f" {form_texts.NEVER} ", _sent(linker), "."
    elif PersonalData.ORDINARY in kinds:
        yield f"{form_texts.PEOPLE}. ", _sent(linker), "."
    else:
        yield (form_texts.ANY_WAY,)


def _sent(linker: Linker) -> Ref:
    return linker.page(FORMS, "Les hvordan dere sender det", anchor=SENDING)


def _mail(form: Form) -> Words:
    return (Link(mail(form), ("Ferdig e-post om skjemaet",)), ", uten svarene.")


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
