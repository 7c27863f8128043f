"""A form: what it asks, of whom, why, and how long the answers may live."""

from __future__ import annotations

from typing import ClassVar

from handbook.model.ids import FieldAt, FieldId, FindingId, FormId, Slug, VersionNumber
from handbook.model.noun import (
    Day,
    Flag,
    Labelled,
    Line,
    Noun,
    Retirement,
    ShortLine,
    Sourced,
    Span,
    Statement,
    Title,
    former,
    may,
    must,
    publish,
    searched,
)
from handbook.model.pictogram import Face
from handbook.model.prose import Prose

MOST_ROWS = 50
"""Rows a table without names of its own can grow to."""


class FormKind(Labelled):
    """What a form is for."""

    AGREEMENT = "agreement", "Avtale"
    PLAN = "plan", "Plan"
    CHECKLIST = "checklist", "Sjekkliste"
    MINUTES = "minutes", "Referat"
    MAPPING = "mapping", "Kartlegging"
    CERTIFICATE = "certificate", "Attest eller dokumentasjon"
    LETTER = "letter", "Brev eller informasjon"
    REGISTER = "register", "Register eller oversikt"
    ROUTINE = "routine", "Rutine"
    SURVEY = "survey", "Undersøkelse"
    REPORT = "report", "Rapport"


class FieldType(Labelled):
    """How a question is answered."""

    TEXT = "text", "Kort tekst"
    LONG_TEXT = "long_text", "Lang tekst"
    DATE = "date", "Dato"
    NUMBER = "number", "Tall"
    CHOICE = "choice", "Velg ett svar"
    MULTI_CHOICE = "multi_choice", "Velg ett eller flere"
    YES_NO = "yes_no", "Kryss av"
    TABLE = "table", "Tabell"
    SIGNATURE = "signature", "Underskrift"
    INFO = "info", "Informasjon (fylles ikke ut)"


class PersonalData(Labelled):
    """Whether an answer says something about a person."""

    NONE = "none", "Ingen personopplysning"
    ORDINARY = "ordinary", "Vanlig personopplysning"
    SPECIAL = "special", "Særlig kategori (kan røpe helse)"


class Option(Noun):
    """One answer to choose."""

    id: FieldId = must("Id", "Varig kortnavn i feltet.")
    label: Line = must("Svar", "Svaret slik det vises.")

    @property
    def face(self) -> Face | None:
        """What is drawn beside the words; in a table there is no room for it."""
        return None


class FieldOption(Option):
    """One answer to choose outside a table."""

    pictogram: Face | None = may(
        "Ansikt",
        "Ved ordene, i et felt av typen choice: " + ", ".join(map(str, Face)) + ".",
    )

    @property
    def face(self) -> Face | None:
        """What is drawn beside the words."""
        return self.pictogram


class Column(Noun):
    """One column of a table question."""

    id: FieldId = must("Id", "Varig kortnavn i tabellen.")
    label: Line = must("Overskrift", "Kolonnens overskrift.")
    type: FieldType = must("Type", "text, date, number, choice eller yes_no.")
    options: tuple[Option, ...] = may("Svaralternativer", "Når typen er choice.", default=())


class Condition(Noun):
    """Ask only when an earlier question has one of some answers."""

    noun_title: ClassVar[str] = "Vilkår"

    field: FieldId = must("Felt", "Id-en til et tidligere felt i samme skjema.")
    any_of: tuple[Line, ...] = must(
        "Svar",
        'Id-er til svar; ett av dem er nok. For avkryssing "true" eller "false".',
        min_length=1,
    )


class Field(Noun):
    """One question."""

    noun_title: ClassVar[str] = "Felt"

    id: FieldId = must("Id", "Varig kortnavn i skjemaet. Endres aldri når skjemaet er i bruk.")
    label: Line = must("Spørsmål", "Det som spørres om, slik det står på skjemaet.")
    type: FieldType = must("Type", "Hvordan det svares.")
    help: str | None = may("Hjelp", "Høyst 200 tegn til den som fyller ut.", max_length=200)
    text: Prose | None = may("Informasjon", "Teksten i et info-felt.")
    required: Flag = may("Må fylles ut", "true når skjemaet ikke virker uten.", default=False)
    options: tuple[FieldOption, ...] = may(
        "Svaralternativer", "For choice og multi_choice.", default=()
    )
    columns: tuple[Column, ...] = may("Kolonner", "For tabell.", default=())
    rows: int = may("Rader", "Tomme rader i tabellen.", default=0, ge=0, le=40)
    row_labels: tuple[Line, ...] = may(
        "Faste rader",
        "Radenes navn. De står i første kolonne, som da ikke fylles ut; første punkt under columns "
        "er overskriften over dem.",
        default=(),
    )
    shown_if: tuple[Condition, ...] = may(
        "Vises hvis",
        "Når feltet bare gjelder etter visse svar. Er det flere vilkår, må alle holde.",
        default=(),
    )
    personal_data: PersonalData = must("Personopplysning", "none, ordinary eller special.")
    needed_because: Prose | None = may(
        "Nødvendig fordi", "Hvorfor dere trenger svaret. Kreves når det er en personopplysning."
    )
    lines: int = may("Linjer", "Høyden på et langt svar.", default=3, ge=1, le=30)
    max_length: int | None = may(
        "Lengde", "Helst høyst så mange tegn. Siden sier fra, men kutter ingenting.", ge=1, le=5000
    )
    example: Line | None = may("Eksempel", "Vises som hjelp, aldri som svar.")
    same_as: tuple[FieldAt, ...] = may(
        "Samme svar som",
        "Felt i andre skjemaer som svaret kan hentes fra, skrevet SKJ-05/participant_name. Fra "
        "saken leseren har åpen: sak/start, sak/end, sak/contact_name eller en rolle, sak/fadder.",
        default=(),
    )

    not_before: FieldId | None = may(
        "Ikke før", "For en dato: id-en til en tidligere dato i skjemaet som den ikke kan være før."
    )

    @property
    def asked_columns(self) -> tuple[Column, ...]:
        """Columns with cells to fill in; fixed row names take the first column."""
        return self.columns[1:] if self.row_labels else self.columns

    @property
    def row_count(self) -> int:
        """Rows of the table on the form."""
        return len(self.row_labels) or self.rows or 3

    @property
    def most_rows(self) -> int:
        """Rows the table can have once it is filled in."""
        return len(self.row_labels) or max(MOST_ROWS, self.row_count)


class Section(Noun):
    """Questions that belong together."""

    noun_title: ClassVar[str] = "Del av skjema"

    id: FieldId = must("Id", "Varig kortnavn i skjemaet.")
    title: Title = must("Overskrift", "Delens overskrift.")
    intro: Prose | None = may("Innledning", "Kort veiledning.")
    fields: tuple[Field, ...] = must("Felter", "Spørsmålene i rekkefølge.", min_length=1)


class OfficialForm(Noun):
    """The form of an authority that goes before ours."""

    title: Line = must("Navn", "Hva det heter.")
    url: Line | None = may("Adresse", "Nettadresse som begynner med https://.")
    text: Prose = must("Forholdet", "Når det offisielle brukes, og hva dette skjemaet er til.")


class DeletionAnchor(Labelled):
    """What the deletion period is counted from."""

    MEASURE_END = "measure_end", "den dagen perioden er slutt"
    EMPLOYMENT_END = "employment_end", "den dagen arbeidsforholdet er slutt"
    DECISION = "decision", "den dagen avgjørelsen er tatt"
    COMPLETED = "completed", "den dagen skjemaet er ferdig brukt"
    REPLACED = "replaced", "den dagen et nytt skjema har tatt over"
    CALENDAR_YEAR = "calendar_year", "utgangen av kalenderåret"


class Deletion(Sourced):
    """How long the answers may live. Periods are ours unless a source says otherwise."""

    anchor: DeletionAnchor | None = may("Regnes fra", "Hva fristen løper fra.")
    after: Span | None = may("Slettes etter", "Hvor lenge etter.")
    text: Prose = must("Regel", "Regelen i én setning.")


class LegalBasis(Sourced):
    """The legal basis we propose, told apart for private and public bodies."""

    private: Line = must(
        "Privat virksomhet", "For eksempel «Personvernforordningen artikkel 6 nr. 1 f»."
    )
    public: Line = must("Offentlig virksomhet", "Offentlige organer kan ikke bruke bokstav f.")
    special: Line | None = may("Særlige kategorier", "Unntaket i artikkel 9 når det trengs.")


class Privacy(Noun):
    """What happens to the answers."""

    noun_title: ClassVar[str] = "Personvern i skjemaet"

    controller: Line = must("Behandlingsansvarlig", "Hvem som svarer for opplysningene.")
    purpose: Prose = must("Formål", "Hvorfor opplysningene samles inn.")
    registered: Line | None = may("Hvem det gjelder", "Deltakere, ansatte eller andre.")
    legal_basis: LegalBasis = must("Behandlingsgrunnlag", "Forslag, ett grunnlag per formål.")
    recipients: tuple[Line, ...] = may("Mottakere", "Hvem som får se svarene.", default=())
    deletion: Deletion = must("Sletting", "Når svarene slettes.")


class ChangeSize(Labelled):
    """Whether the change asks somebody to do something differently."""

    MAJOR = "major", "Endrer bruken"
    MINOR = "minor", "Liten endring"


class Change(Noun):
    """What changed from one version to the next, told to the people who use it."""

    noun_title: ClassVar[str] = "Endring"

    version: VersionNumber = must("Versjon", "For eksempel 1.1.")
    date: Day = must("Dato", "ÅÅÅÅ-MM-DD.")
    size: ChangeSize = must("Størrelse", "major når bruken endres, minor ellers.")
    what: Prose = must("Hva", "Hva som er nytt, i én setning.")
    affects: tuple[Slug, ...] = may("Hvem merker det", "Id-er på roller.", default=())


class FormWithdrawal(Retirement):
    """Why a form is no longer in use, and which took over."""

    replaced_by: FormId | None = may("Erstattet av", "Nummeret på skjemaet som tok over.")


class Form(Noun):
    """A form to fill in, on the web, on paper, in PDF or Word."""

    noun_title: ClassVar[str] = "Skjema"

    id: FormId = must("Id", "SKJ- og to siffer, likt filnavnet. Brukes aldri om igjen.")
    former_ids: tuple[FormId, ...] = former()
    title: Title = must("Tittel", "Skjemaets navn.")
    definite: ShortLine | None = may(
        "Bestemt form", "Hva skjemaet heter i en setning: «planen for arbeidstreningen»."
    )
    purpose: Prose = must("Formål", "Hva skjemaet er til, i én setning.")
    kind: FormKind = must("Type", "agreement, plan, checklist, minutes …")
    filled_in_by: tuple[Slug, ...] = must("Fylles ut av", "Id-er på roller.", min_length=1)
    signed_by: tuple[Slug, ...] = may("Skrives under av", "Id-er på roller.", default=())
    when: Line = must("Når", "Når skjemaet fylles ut.")
    if_omitted: Prose = must("Hva skjer uten skjemaet", "Hva som går galt uten.")
    may_be_omitted_when: Prose | None = may(
        "Dere trenger ikke skjemaet når", "Når det ikke trengs."
    )
    official_form: OfficialForm | None = may(
        "Offisielt skjema", "Når Nav eller fylkeskommunen har et eget skjema som gjelder."
    )
    withdrawn: FormWithdrawal | None = may(
        "Trukket tilbake", "Når skjemaet ikke brukes lenger. Siden står, med hvorfor."
    )
    version: VersionNumber = must("Versjon", "For eksempel 1.0.")
    valid_from: Day = must("Gjelder fra", "ÅÅÅÅ-MM-DD.")
    changes: tuple[Change, ...] = may("Endringer", "Hva som er endret.", default=())
    basis: Statement = must("Bakgrunn", "Hvor skjemaet kommer fra, og hva som er vårt forslag.")
    search_words: tuple[Line, ...] = searched()
    privacy: Privacy | None = publish("Personvern", "Hva som skjer med svarene.", default=None)
    sections: tuple[Section, ...] = must("Deler", "Skjemaets deler.", min_length=1)

    @property
    def called(self) -> str:
        """What it is called in a sentence."""
        return self.definite or self.title

    @property
    def fields(self) -> tuple[Field, ...]:
        """All questions in the order they are asked."""
        return tuple(field for section in self.sections for field in section.fields)

    @property
    def finding_ids(self) -> tuple[FindingId, ...]:
        """Findings that the form rests on."""
        return self.basis.sources
