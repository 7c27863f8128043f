"""The case a reader works with: one small file with the model, days, names and chosen options.

A browser makes, reads and keeps it (`case.js`); nothing here does. This is its contract: the JSON
Schema of the file is made from it, and a test reads back what a page saved.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from handbook.model.form import FieldType
from handbook.model.ids import SLUG_PATTERN
from handbook.model.people import Side

CONTRACT = 1
"""Rises when an older handbook can no longer read the file."""

NAME = "sak"
"""What stands before the stroke in `same_as: sak/start`, where a form has an id."""

_Words = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00-\x1f]*$")]
_Chosen = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00-\x1f]*$")]
_RoleId = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=60)]
_Key = Annotated[str, StringConstraints(max_length=60)]


class CaseContact(BaseModel):
    """The employer's own contact somewhere; what a newer handbook asks for too, is kept."""

    model_config = ConfigDict(frozen=True, extra="allow")

    name: _Words = Field("", description="Navnet på kontakten.")
    phone: _Words = Field("", description="Telefonnummeret, slik det ble skrevet.")
    email: _Words = Field("", description="E-postadressen.")


class Case(BaseModel):
    """One person's case, as a file. Parts that are not known here are kept and handed on."""

    model_config = ConfigDict(frozen=True, extra="allow")

    format: Literal["inkluderingshandboka-sak"] = Field(description="Hva slags fil dette er.")
    contract: int = Field(ge=1, le=CONTRACT, description="Utgaven av denne kontrakten.")
    handbook: str = Field("", description="Navnet på håndboka.")
    edition: _Words = Field("", description="Utgaven av håndboka som fila ble laget med.")
    saved: dt.date | Literal[""] = Field("", description="Dagen fila ble laget, ÅÅÅÅ-MM-DD.")
    name: _Words = Field("", description="Det saken heter: initialer eller saksnummer.")
    model: _RoleId | Literal[""] = Field("", description="Id-en til modellen.")
    start: dt.date | Literal[""] = Field("", description="Første dag, ÅÅÅÅ-MM-DD.")
    end: dt.date | Literal[""] = Field("", description="Siste dag, ÅÅÅÅ-MM-DD.")
    people: dict[_RoleId, _Words] = Field(
        default_factory=dict, max_length=60, description="Id-en til en rolle, og hvem som har den."
    )
    contact: CaseContact = Field(CaseContact(), description="Deres egen kontakt hos Nav.")
    training_contact: CaseContact = Field(
        CaseContact(),
        description="Deres egen kontakt på opplæringskontoret eller i fylkeskommunen.",
    )
    options: dict[_Key, _Chosen] = Field(
        default_factory=dict, max_length=60,
        description="Valg på sidene: svarene i velgeren, valgene i planen og kalkulatoren.",
    )  # fmt: skip
    done: tuple[_Words, ...] = Field(
        (), max_length=2000, description="Det som er gjort i planen: steg/gang."
    )


def contact_part(where: str) -> str:
    """The part that has the contact who sits there; case.js: contactAt says the same."""
    return "contact" if where == Side.NAV.label else "training_contact"


SCHEMA = "data/schemas/sak.json"
"""Where the contract lies, for those who make other tools."""


def case_schema() -> bytes:
    """The contract as JSON Schema."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    told = dialect | Case.model_json_schema() | {"title": "Sak"}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


ASKED = {
    "start": FieldType.DATE,
    "end": FieldType.DATE,
    "contact_name": FieldType.TEXT,
    "contact_phone": FieldType.TEXT,
    "contacts": FieldType.TABLE,
}
"""What a form may take from a case beside the names of roles, and how it is answered."""

CONTACT_COLUMNS = ("name", "phone")
"""Columns of `contacts`, whose rows are the buddy, the leader and the contact at Nav."""
