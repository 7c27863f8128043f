"""Whether a form can be filled in, and asks only for what it may."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import partial
from typing import NamedTuple

from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding, listed, nearest
from handbook.model.form import Condition, Field, FieldType, Form, PersonalData
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath

_CHOOSING = (FieldType.CHOICE, FieldType.MULTI_CHOICE)
_COLUMN_TYPES = (
    FieldType.TEXT,
    FieldType.DATE,
    FieldType.NUMBER,
    FieldType.CHOICE,
    FieldType.YES_NO,
)
_SETTINGS: dict[str, tuple[FieldType, ...]] = {
    "options": _CHOOSING,
    "columns": (FieldType.TABLE,),
    "rows": (FieldType.TABLE,),
    "row_labels": (FieldType.TABLE,),
    "text": (FieldType.INFO,),
    "lines": (FieldType.LONG_TEXT,),
    "max_length": (FieldType.TEXT, FieldType.LONG_TEXT),
    "not_before": (FieldType.DATE,),
}
"""Setting → the types of field that use it."""

_BANNED = re.compile(
    r"(?P<number>f[øo]dsels?-?_?nummer|f[øo]dsels-?_?nr|personnummer|\bfnr\b|\bd-?nummer\b)"
    r"|(?P<diagnosis>diagnose|sykdomshistor|sykehistor|medisinbruk|medisinliste)"
    r"|(?P<benefit>\b(?:nav-?|trygde?-?)?ytelse(?:n|r|ne)?\b|\buf[øo]retrygd\b)"
    r"|(?P<cause>[åa]a?rsak(?:en)? (?:til|for) (?:behov|frav|syk|nedsatt|tilrettelegg|tilpas))",
    re.IGNORECASE,
)
_BANNED_WORDS = {
    "number": ("fødselsnummer", "bruk navn og fødselsår bare hvis det trengs, ellers bare navn"),
    "diagnosis": ("diagnose eller sykdom", "spør heller: «Behov på jobb»"),
    "benefit": ("ytelse", "ta det bort; arbeidsgiveren trenger ikke å vite det"),
    "cause": ("årsak", "spør heller: «Behov på jobb»"),
}


class Asked(NamedTuple):
    """A question and where it stands."""

    form: Form
    field: Field
    path: KeyPath

    @property
    def name(self) -> str:
        """`feltet «navn» i skjemaet «SKJ-05»`."""
        return f"feltet «{self.field.id}» i skjemaet «{self.form.id}»"


def _fields(book: Handbook) -> Iterator[Asked]:
    for form in book.forms:
        for part, section in enumerate(form.sections):
            for at, field in enumerate(section.fields):
                yield Asked(form, field, ("sections", part, "fields", at))


def every_question_about_a_person_says_why(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hvert felt med personopplysning sier hvorfor svaret trengs."""
    for asked in _fields(book):
        field = asked.field
        if field.personal_data is not PersonalData.NONE and field.needed_because is None:
            yield finding(
                "F01", where("form", asked.form.id, *asked.path, "personal_data"),
                f"{asked.name} er en personopplysning, men sier ikke hvorfor den trengs",
                found=f"{field.personal_data} ({field.personal_data.label})",
                fix="legg til «needed_because:» med én setning, eller ta bort spørsmålet",
            )  # fmt: skip


def every_form_that_may_reveal_health_has_grounds(
    book: Handbook, where: Where
) -> Iterator[Finding]:
    """Et skjema som kan røpe helse, sier hvilket unntak i artikkel 9 det bygger på."""
    for form in book.forms:
        special = [f.id for f in form.fields if f.personal_data is PersonalData.SPECIAL]
        if special and form.privacy and not form.privacy.legal_basis.special:
            yield finding(
                "F02", where("form", form.id, "privacy", "legal_basis", key=True),
                f"skjemaet «{form.id}» kan røpe helse, men har ikke grunnlag for det",
                found=f"felter: {listed(special)}",
                fix="legg til «special:» under «legal_basis:», for eksempel "
                "«Personvernforordningen artikkel 9 nr. 2 b»",
            )  # fmt: skip


def every_choice_has_answers(book: Handbook, where: Where) -> Iterator[Finding]:
    """Felter der en velger, har svar å velge mellom; choice har minst to."""
    for asked in _fields(book):
        field, fewest = asked.field, 2 if asked.field.type is FieldType.CHOICE else 1
        if field.type in _CHOOSING and len(field.options) < fewest:
            yield finding(
                "F03", where("form", asked.form.id, *asked.path, "type"),
                f"{asked.name} har for få svar å velge mellom",
                found=f"{len(field.options)} svar; {field.type} skal ha minst {fewest}",
                fix="legg til flere svar under «options:», hvert med «id» og «label»",
            )  # fmt: skip


def every_setting_belongs_to_the_type(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et felt har bare innstillinger som passer til typen."""
    for asked in _fields(book):
        field = asked.field
        for setting in field.model_fields_set & _SETTINGS.keys():
            if field.type not in _SETTINGS[setting]:
                words = " eller ".join(str(kind) for kind in _SETTINGS[setting])
                yield finding(
                    "F04", where("form", asked.form.id, *asked.path, setting, key=True),
                    f"{asked.name} har «{setting}», som bare {words} bruker",
                    found=f"type: {field.type}",
                    fix=f"ta bort «{setting}:», eller skriv «type: {_SETTINGS[setting][0]}»",
                )  # fmt: skip
        if field.required and field.type is FieldType.INFO:
            yield finding(
                "F04", where("form", asked.form.id, *asked.path, "required", key=True),
                f"{asked.name} er informasjon og kan ikke fylles ut",
                fix="ta bort «required:»",
            )  # fmt: skip


def every_scale_has_a_face_for_each_answer(book: Handbook, where: Where) -> Iterator[Finding]:
    """Har ett svar et ansikt, har alle svarene hvert sitt, og de står bare i «choice»."""
    for asked in _fields(book):
        faces = [option.pictogram for option in asked.field.options]
        if not any(faces):
            continue
        whole = None not in faces and len(set(faces)) == len(faces)
        if not whole or asked.field.type is not FieldType.CHOICE:
            yield finding(
                "F16", where("form", asked.form.id, *asked.path, "options"),
                f"{asked.name} har ikke ett ansikt til hvert svar man velger mellom",
                fix="gi hvert svar sitt «pictogram:» i et felt av typen choice, eller ta bort alle",
            )  # fmt: skip


def every_table_has_columns(book: Handbook, where: Where) -> Iterator[Finding]:
    """En tabell har kolonner."""
    for asked in _fields(book):
        if asked.field.type is FieldType.TABLE and not asked.field.columns:
            yield finding(
                "F05", where("form", asked.form.id, *asked.path, "type"),
                f"{asked.name} er en tabell uten kolonner",
                fix="legg til «columns:» med «id», «label» og «type» for hver kolonne",
            )  # fmt: skip


def every_piece_of_information_has_text(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et info-felt har tekst."""
    for asked in _fields(book):
        if asked.field.type is FieldType.INFO and asked.field.text is None:
            yield finding(
                "F06", where("form", asked.form.id, *asked.path, "type"),
                f"{asked.name} er informasjon, men har ingen tekst", fix="legg til «text:»",
            )  # fmt: skip


def every_column_fits_in_a_cell(book: Handbook, where: Where) -> Iterator[Finding]:
    """En kolonne er text, date, number, choice eller yes_no, og bare choice har svar."""
    for asked in _fields(book):
        for at, column in enumerate(asked.field.columns):
            place = partial(where, "form", asked.form.id, *asked.path, "columns", at, "type")
            name = f"kolonnen «{column.id}» i {asked.name}"
            if column.type not in _COLUMN_TYPES:
                yield finding(
                    "F07", place(), f"{name} kan ikke være {column.type}",
                    found="en kolonne kan være " + listed(str(kind) for kind in _COLUMN_TYPES),
                    fix="skriv «type: text», eller gjør kolonnen til et eget felt",
                )  # fmt: skip
            elif (column.type is FieldType.CHOICE) != bool(column.options):
                yield finding(
                    "F07", place(),
                    f"{name} har {'svar, men er ikke' if column.options else 'ingen svar, men er'} "
                    "choice",
                    fix="skriv «type: choice»" if column.options else "legg til «options:»",
                )  # fmt: skip


def every_condition_asks_about_something_earlier(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hvert vilkår i «shown_if» viser til et tidligere felt i skjemaet, med svar feltet kan få."""
    for form in book.forms:
        earlier: dict[str, Field] = {}
        for asked in _fields_of(form):
            for at, condition in enumerate(asked.field.shown_if):
                place = (*asked.path, "shown_if", at)
                if condition.field in earlier:
                    yield from _answers_it_cannot_get(asked, condition, earlier, where, place)
                else:
                    yield _not_asked_yet(asked, condition, earlier, where, place)
            earlier[asked.field.id] = asked.field


def every_last_day_follows_an_earlier_day(book: Handbook, where: Where) -> Iterator[Finding]:
    """En dato i «not_before» er en dato som skjemaet har spurt om før."""
    for form in book.forms:
        days: list[str] = []
        for asked in _fields_of(form):
            first = asked.field.not_before
            if first is not None and first not in days:
                close = nearest(first, days)
                yield finding(
                    "F17", where("form", form.id, *asked.path, "not_before"),
                    f"{asked.name} skal ikke være før «{first}», som ikke er en tidligere dato",
                    found="tidligere datoer: " + (listed(days) or "ingen"),
                    fix=f"skriv «{close}»" if close else "vis til en dato lenger oppe i skjemaet",
                )  # fmt: skip
            if asked.field.type is FieldType.DATE:
                days.append(asked.field.id)


def _not_asked_yet(
    asked: Asked, condition: Condition, earlier: Collection[str], where: Where, place: KeyPath
) -> Finding:
    later = condition.field in {field.id for field in asked.form.fields}
    close = nearest(condition.field, earlier)
    return finding(
        "F08", where("form", asked.form.id, *place, "field"),
        f"{asked.name} vises etter svaret på «{condition.field}», som "
        + ("ikke er spurt ennå" if later else "ikke finnes"),
        found="tidligere felter: " + (listed(earlier) or "ingen"),
        fix=f"skriv «{close}»" if close and not later
        else "flytt feltet ned, eller vis til et tidligere felt",
    )  # fmt: skip


def _answers_it_cannot_get(
    asked: Asked, condition: Condition, earlier: dict[str, Field], where: Where, place: KeyPath
) -> Iterator[Finding]:
    possible = _answers(earlier[condition.field])
    for at, answer in enumerate(condition.any_of):
        if answer not in possible:
            close = nearest(answer, possible)
            yield finding(
                "F09", where("form", asked.form.id, *place, "any_of", at),
                f"{asked.name} vises etter et svar «{condition.field}» ikke kan få",
                found=f"«{answer}»; mulige svar: "
                + (listed(possible) or "ingen, for feltet har ikke faste svar"),
                fix=f"skriv «{close}»" if close else "bruk et av de mulige svarene",
            )  # fmt: skip
    if {"true", "false"} <= set(condition.any_of):
        yield finding(
            "F09", where("form", asked.form.id, *place, "any_of"),
            f"{asked.name} vises både med og uten kryss for «{condition.field}»",
            fix="ta bort vilkåret, eller behold det ene svaret",
        )  # fmt: skip


def _fields_of(form: Form) -> Iterator[Asked]:
    for part, section in enumerate(form.sections):
        for at, field in enumerate(section.fields):
            yield Asked(form, field, ("sections", part, "fields", at))


def _answers(field: Field) -> list[str]:
    if field.type is FieldType.YES_NO:
        return ["true", "false"]
    if field.type in _CHOOSING:
        return [option.id for option in field.options]
    return []


def every_signature_has_a_signer(book: Handbook, where: Where) -> Iterator[Finding]:
    """Skjemaer med underskrift sier hvem som skriver under, og omvendt."""
    for form in book.forms:
        signatures = [a for a in _fields_of(form) if a.field.type is FieldType.SIGNATURE]
        if signatures and not form.signed_by:
            yield finding(
                "F10", where("form", form.id, *signatures[0].path, "type"),
                f"skjemaet «{form.id}» har underskrift, men sier ikke hvem som skriver under",
                fix="legg til «signed_by:» øverst, med id-en til rollen",
            )  # fmt: skip
        if form.signed_by and not signatures:
            yield finding(
                "F10", where("form", form.id, "signed_by", key=True),
                f"skjemaet «{form.id}» skal skrives under, men har ingen plass til det",
                found=f"signed_by: {listed(form.signed_by)}",
                fix="legg til et felt med «type: signature», eller ta bort «signed_by:»",
            )  # fmt: skip


def every_signer_meets_the_form(book: Handbook, where: Where) -> Iterator[Finding]:
    """Den som skriver under, er med i et steg der skjemaet brukes."""
    for form in book.forms:
        steps = book.steps_by_form.get(form.id, ())
        present = {role for at in steps for role in at.step.responsibility.all_roles}
        for at, role in enumerate(form.signed_by):
            if steps and role in book.role_by_id and role not in present:
                yield finding(
                    "F11", where("form", form.id, "signed_by", at),
                    f"«{role}» skriver under «{form.id}», men er ikke med i noe steg som bruker "
                    "det",
                    found="brukes i " + listed((step.key for step in steps), limit=5),
                    fix=f"legg «{role}» til under «responsibility:» i steget, eller ta den bort "
                    "her",
                )  # fmt: skip


def every_id_in_a_form_is_used_once(book: Handbook, where: Where) -> Iterator[Finding]:
    """Deler, felter, svar og kolonner har hver sin id i skjemaet."""
    for form in book.forms:
        parts: _Rows = [(("sections", at), section.id) for at, section in enumerate(form.sections)]
        yield from _twice(where, form, "deler", parts)
        yield from _twice(where, form, "felter", [(a.path, a.field.id) for a in _fields_of(form)])
        for asked in _fields_of(form):
            for word, rows in _rows_inside(asked):
                yield from _twice(where, form, word, rows)


_Rows = list[tuple[KeyPath, str]]


def _rows_inside(asked: Asked) -> Iterator[tuple[str, _Rows]]:
    field, path = asked.field, asked.path
    answers = [((*path, "options", at), one.id) for at, one in enumerate(field.options)]
    yield f"svar i feltet «{field.id}»", answers
    columns = [((*path, "columns", at), one.id) for at, one in enumerate(field.columns)]
    yield f"kolonner i feltet «{field.id}»", columns
    for at, column in enumerate(field.columns):
        here = (*path, "columns", at, "options")
        inside = [((*here, spot), one.id) for spot, one in enumerate(column.options)]
        yield f"svar i kolonnen «{column.id}»", inside


def _twice(where: Where, form: Form, word: str, rows: _Rows) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, name in rows:
        if name in seen:
            yield finding(
                "F12", where("form", form.id, *path, "id"),
                f"id-en «{name}» er brukt på to {word} i skjemaet «{form.id}»",
                fix="gi den ene en ny id",
            )  # fmt: skip
        seen.add(name)


def no_form_asks_what_it_may_not(book: Handbook, where: Where) -> Iterator[Finding]:
    """Ikke noe skjemaer spør om fødselsnummer, diagnose, ytelse eller årsaken til et behov."""
    for asked in _fields(book):
        field = asked.field
        if field.type in (FieldType.INFO, FieldType.YES_NO, FieldType.SIGNATURE):
            continue
        for path, text in _labels(field):
            match = _BANNED.search(text)
            if match and match.lastgroup:
                word, instead = _BANNED_WORDS[match.lastgroup]
                yield finding(
                    "F13", where("form", asked.form.id, *asked.path, *path),
                    f"{asked.name} spør om {word}", found=text[:80], fix=instead,
                )  # fmt: skip
                break


def _labels(field: Field) -> Iterator[tuple[KeyPath, str]]:
    yield ("label",), field.label
    yield ("id",), field.id.replace("_", " ")
    for at, column in enumerate(field.columns):
        yield ("columns", at, "label"), column.label
    for at, option in enumerate(field.options):
        yield ("options", at, "label"), option.label


def every_deletion_rule_is_whole(book: Handbook, where: Where) -> Iterator[Finding]:
    """Slettefristen har både hva den regnes fra, og hvor lenge."""
    for form in book.forms:
        if form.privacy is None:
            continue
        deletion = form.privacy.deletion
        if deletion.after is not None and deletion.anchor is None:
            yield finding(
                "F14", where("form", form.id, "privacy", "deletion", "after"),
                f"slettefristen i skjemaet «{form.id}» sier ikke hva den regnes fra",
                fix="legg til «anchor:», for eksempel measure_end",
            )  # fmt: skip
        if deletion.after is None and deletion.anchor is not None:
            yield finding(
                "F14", where("form", form.id, "privacy", "deletion", "anchor"),
                f"slettefristen i skjemaet «{form.id}» sier ikke hvor lenge",
                found=f"anchor: {deletion.anchor} ({deletion.anchor.label})",
                fix="legg til «after:», for eksempel {amount: 3, unit: month}; straks er amount: 0",
            )  # fmt: skip
