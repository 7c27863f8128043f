"""A form: what it is for, what it asks, where it is used, and what happens to the answers."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Fact,
    Facts,
    File,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Table,
    columns,
    row,
    said,
)
from handbook.document.inline import Link, Quiet, Ref, Strong, Words, spread
from handbook.document.linker import Linker
from handbook.document.places import DATA, STARTING_POINT, Place, form_file
from handbook.document.tools import FillIn
from handbook.model import form_texts
from handbook.model.case import NAME as CASE
from handbook.model.form import Field, Form, LegalBasis, OfficialForm, PersonalData, Privacy
from handbook.model.form_texts import PRIVACY_HEADING, SIGNED_BY, people
from handbook.sections.around import changes, withdrawn
from handbook.sections.questions import questions

_DRAFT = "Dette er et utkast, som virksomheten må kvalitetssikre før bruk."


def form_section(linker: Linker, form: Form) -> Section:
    """Everything a form says."""
    blocks = (*opening(linker, form), *questions(linker, form), *background(linker, form))
    over = f"{form.id} · {form.kind.label}"
    return Section(form.title, blocks, place=_place(form), over=over)


def _place(form: Form) -> Place:
    return Place("form", form.id)


def position(form: Form) -> Paragraph:
    """Which form it is, of which kind, and that this version holds."""
    state = "trukket tilbake" if form.withdrawn else "gjeldende"
    holds = Ref(_place(form).at("versjoner"), f"versjon {form.version}, {state}")
    return Paragraph((Quiet((form.id,), "form-id"), f" · {form.kind.label} · ", holds), "position")


def opening(linker: Linker, form: Form) -> Blocks:
    """Whether it is in use, what it is for, who fills it in, and the official form before it."""
    gone, lead = withdrawn(linker, "form", form.withdrawn), _lead(linker, form)
    return (*gone, lead, Facts(tuple(_facts(linker, form))), *_official(linker, form))


def before_answering(linker: Linker, form: Form) -> Blocks:
    """The same without who fills it in and when, where the questions shall come at once."""
    return (*withdrawn(linker, "form", form.withdrawn), _lead(linker, form),
            *_official_in_short(linker, form))  # fmt: skip


def about(linker: Linker, form: Form) -> Section:
    """Who fills it in and when, what is lost without it, and what the official form is for.

    Who signs it is told where it is handed on.
    """
    facts = (
        *(fact for fact in _facts(linker, form) if fact.term != SIGNED_BY),
        *_official_fact(linker, form),
    )
    return Section("Om skjemaet", (Facts(facts),), "om-skjemaet", "fold")


def _lead(linker: Linker, form: Form) -> Paragraph:
    return Paragraph(linker.words(form.purpose), "lead")


def _facts(linker: Linker, form: Form) -> Iterator[Fact]:
    for term, roles in people(form):
        yield Fact(term, said(linker.roles(roles)))
    if form.definite:
        yield Fact("Navn i stegene", said(form.definite))
    yield Fact("Når", said(form.when))
    yield Fact("Hva skjer uten skjemaet", linker.blocks(form.if_omitted))
    if form.may_be_omitted_when:
        yield Fact("Når dere ikke trenger skjemaet", linker.blocks(form.may_be_omitted_when))


def _official(linker: Linker, form: Form) -> Blocks:
    official = form.official_form
    if official is None:
        return ()
    return (Notice("official", (_named(official), " ", *linker.words(official.text))),)


def _official_in_short(linker: Linker, form: Form) -> Blocks:
    """One line before the questions, with a way to the rest below them."""
    official = form.official_form
    if official is None:
        return ()
    more = Ref(_place(form).at("om-skjemaet"), "Når gjelder det?")
    return (Notice("official", (_named(official), " ", more)),)


def _official_fact(linker: Linker, form: Form) -> Iterator[Fact]:
    if form.official_form:
        yield Fact("Det offisielle skjemaet", linker.blocks(form.official_form.text))


def _named(official: OfficialForm) -> Strong:
    name = Link(official.url, (official.title,)) if official.url else official.title
    return Strong(("Bruk det offisielle skjemaet: ", name, "."))


def filling_in(linker: Linker, form: Form, files: tuple[File, ...]) -> FillIn:
    """What lets a reader answer the questions on the page; `files` are the blank ones there are."""
    spots = (spot.partition("/")[0] for field in form.fields for spot in field.same_as)
    others = dict.fromkeys(other for other in spots if other != CASE)
    return FillIn(
        form.id, form.version, linker.book.edition.edition,
        tuple(linker.to("form", other) for other in others),
        form_file(form, DATA), blank(form, "docx", files),
        form_file(form, STARTING_POINT) if form.id in linker.book.filled_by_form else None,
    )  # fmt: skip


def blank(form: Form, ending: str, files: tuple[File, ...]) -> Place | None:
    """A blank file of a form, if it is among those that could be made."""
    place = form_file(form, ending)
    return place if any(file.place == place for file in files) else None


def background(linker: Linker, form: Form) -> Blocks:
    """Where the form is used, what happens to the answers, and where the form comes from."""
    return (_uses(linker, form), *_privacy(linker, form), _basis(linker, form))


def background_on_screen(linker: Linker, form: Form) -> Blocks:
    """The same with the way to each model's own list of forms, which has the steps."""
    return (_used_in(linker, form), *_privacy(linker, form), _basis(linker, form))


def _basis(linker: Linker, form: Form) -> Section:
    return Section("Hvor skjemaet kommer fra", (linker.alone(form.basis),), "bakgrunn")


def _used_in(linker: Linker, form: Form) -> Section:
    models = dict.fromkeys(at.model.id for at in linker.book.steps_by_form.get(form.id, ()))
    ways = (
        linker.part(model, titles.MODEL_FORMS, model.short_title, anchor=form.id)
        for model in map(linker.book.model_by_id.__getitem__, models)
    )
    told = Paragraph(("Se stegene i: ", *spread(ways, " · "), "."))
    block = told if models else _unused(linker, form)
    return Section(_USED, (block, *_proves(linker, form)), "brukes")


_USED = "Hvor skjemaet brukes"


def _uses(linker: Linker, form: Form) -> Section:
    uses = linker.book.steps_by_form.get(form.id, ())
    lines = tuple(
        Item(said((Ref(
            linker.step(at.model, at.step.id).place,
            f"{at.model.short_title}, steg {at.number}: {at.step.title}",
        ),)))
        for at in uses
    )  # fmt: skip
    block: Block = ItemList(lines, kind="uses") if lines else _unused(linker, form)
    return Section(_USED, (block, *_proves(linker, form)), "brukes")


def _proves(linker: Linker, form: Form) -> Iterator[Paragraph]:
    if told := linker.book.routines_by_form.get(form.id, ()):
        refs = spread(linker.to("routine", one.id) for one in told)
        word = "rutinen" if len(told) == 1 else "rutinene"
        yield Paragraph((f"Viser at dere følger {word} ", *refs, "."), "note")


def _unused(linker: Linker, form: Form) -> Paragraph:
    themes = [theme.id for theme in linker.book.themes if form.id in theme.forms]
    home = spread(linker.to("theme", theme) for theme in themes) or ("ingen modell ennå",)
    return Paragraph(("Ingen steg bruker skjemaet. Det hører til ", *home, "."))


def _privacy(linker: Linker, form: Form) -> Blocks:
    if form.privacy is None:
        return ()
    rows = tuple(_answers_live(linker, form.privacy))
    blocks = (Facts(rows, "list"), Paragraph((_DRAFT,), "draft-note"), _personal(linker, form))
    return (Section(PRIVACY_HEADING, blocks, PRIVACY, former=("personvern",)),)


PRIVACY = "om-svarene"
"""The spot where a form tells what happens to its answers."""


def _answers_live(linker: Linker, privacy: Privacy) -> Iterator[Fact]:
    yield Fact(form_texts.WHY_ASKED, linker.blocks(privacy.purpose))
    yield Fact(form_texts.DELETED, (_deletion(linker, privacy),), linker.mark(privacy.deletion))
    if privacy.recipients:
        yield Fact(form_texts.SEEN_BY, said(form_texts.seen_by(privacy)))
    controller = f"{privacy.controller} (behandlingsansvarlig)"
    yield Fact(form_texts.ANSWERS_FOR_THEM, said(controller))
    if privacy.registered:
        yield Fact("Hvem det gjelder", said(privacy.registered))
    basis = privacy.legal_basis
    yield Fact("Grunnlag", (legal_bases(basis),), linker.mark(basis))


def _deletion(linker: Linker, privacy: Privacy) -> Paragraph:
    """When the answers go, then the time limit and what it is counted from."""
    deletion = privacy.deletion
    whole = (
        f"er {deletion.after.label}" if deletion.after else "regnes",
        f"fra {deletion.anchor.label}" if deletion.anchor else "",
    )
    there = deletion.after or deletion.anchor
    told = f"Fristen {' '.join(filter(None, whole))}." if there else ""
    return Paragraph((*linker.words(deletion.text), *((f" {told}",) if told else ())))


def legal_bases(basis: LegalBasis) -> ItemList:
    """What the answers may be kept by, one line for each kind of organisation."""
    lines = (f"{of}: {told}" for of, told in bases_told(basis))
    return ItemList(tuple(Item(said(line)) for line in lines))


def bases_told(basis: LegalBasis) -> tuple[tuple[str, str], ...]:
    """For whom, and what it is."""
    kinds = (
        ("Privat virksomhet", basis.private),
        ("Offentlig virksomhet", basis.public),
        ("Særlige kategorier", basis.special),
    )
    return tuple((of, told) for of, told in kinds if told)


def _personal(linker: Linker, form: Form) -> Block:
    """The questions whose answers tell of a person, by how much they may tell."""
    asked = tuple(f for f in form.fields if f.personal_data is not PersonalData.NONE)
    if not asked:
        return Paragraph(("Skjemaet spør ikke om personopplysninger.",))
    rows = tuple(row for kind in PersonalData for row in _of_kind(linker, asked, kind))
    head = columns("Spørsmål", "Nødvendig fordi")
    return Table(head, rows, f"Personopplysninger i {form.id}")


def _of_kind(
    linker: Linker, asked: tuple[Field, ...], kind: PersonalData
) -> Iterator[Row | RowGroup]:
    own = tuple(field for field in asked if field.personal_data is kind)
    if own:
        yield RowGroup((kind.label,))
        yield from (row(field.label, _why(linker, field)) for field in own)


def _why(linker: Linker, field: Field) -> Words:
    return linker.words(field.needed_because) if field.needed_because else ()


def changed(linker: Linker, form: Form) -> Blocks:
    """What is new since earlier versions; nothing in the first."""
    if not form.changes:
        return ()
    return (Section("Endringer", (changes(linker, form.changes),), "endringer"),)
