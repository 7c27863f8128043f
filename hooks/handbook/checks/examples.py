"""Whether an example holds: the answers fit their forms, the days their model, the people nobody.

The answers are judged by the rules that the web form has for everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from handbook.checks.where import At, Where
from handbook.codes import finding
from handbook.findings import Finding, Place, listed, nearest
from handbook.model.answers import Answer, Cell, Row
from handbook.model.example import Example, FilledForm, told_in
from handbook.model.filled import day_of, is_asked, is_number, row_number
from handbook.model.form import Column, Field, FieldType, Form
from handbook.model.form_texts import condition
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.picture import FRONT, Picture
from handbook.norwegian import date_text
from handbook.pictograms import is_drawn


class Filled(NamedTuple):
    """A filled-in form, the form it is, and where it stands."""

    example: Example
    paper: FilledForm
    form: Form
    path: KeyPath

    @property
    def name(self) -> str:
        """`SKJ-05 i eksempelet «mini»`."""
        return f"{self.form.id} i eksempelet «{self.example.id}»"

    def place(self, where: Where, *path: str | int, key: bool = False) -> Place:
        """Where one of the answers stands."""
        return where("example", self.example.id, *self.path, "answers", *path, key=key)


def _filled(book: Handbook) -> Iterator[Filled]:
    """Every filled-in form that is a form of the handbook."""
    for example in book.examples:
        for at, paper in enumerate(example.filled):
            form = book.form_by_id.get(paper.form)
            if form is not None:
                yield Filled(example, paper, form, ("filled", at))


def every_picture_is_drawn(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et eksempel og en forside som forteller om et bilde, har en tegning med samme navn."""
    told: list[tuple[str, Picture | None, At]] = [
        (one.id, one.picture, ("example", one.id, "picture")) for one in book.examples
    ]
    told.append((FRONT, book.edition.front.picture, ("edition", "", "front", "picture")))
    for name, picture, place in told:
        if picture and not is_drawn(name):
            yield finding(
                "E14", where(*place), f"det finnes ingen tegning som heter «{name}»",
                fix=f"legg tegningen i hooks/handbook/pictograms/scene-{name}.svg, eller ta bort "
                "«picture:»",
            )  # fmt: skip


def every_answer_has_a_question(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et utfylt skjema svarer bare på felt og kolonner som skjemaet har."""
    for filled in _filled(book):
        fields = {one.id: one for one in filled.form.fields if one.type is not FieldType.INFO}
        for name, answer in filled.paper.answers:
            if name not in fields:
                yield _unknown(filled, where, (name,), name, list(fields))
            elif fields[name].type is FieldType.TABLE and isinstance(answer, tuple):
                columns = [column.id for column in fields[name].columns]
                for at, row in enumerate(answer):
                    for column, _ in () if isinstance(row, str) else row.cells:
                        if column not in columns:
                            yield _unknown(filled, where, (name, at, column), column, columns)


def _unknown(filled: Filled, where: Where, path: KeyPath, name: str, known: list[str]) -> Finding:
    close = nearest(name, known)
    return finding(
        "E01", filled.place(where, *path, key=True), f"{filled.name} svarer på «{name}», som "
        "skjemaet ikke har",
        found="" if close else "det har: " + listed(known, limit=40),
        fix=f"skriv «{close}»" if close else "flytt svaret dit det hører til, eller slett det",
    )  # fmt: skip


def every_answer_fits_its_question(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et svar i et eksempel følger de samme reglene som svaret til en som fyller ut skjemaet."""
    for filled in _filled(book):
        fields = {one.id: one for one in reversed(filled.form.fields)}
        for name, answer in filled.paper.answers:
            if name in fields:
                for path, problem, fix in _faults(fields[name], answer):
                    yield finding(
                        "E02", filled.place(where, name, *path),
                        f"svaret på «{name}» i {filled.name} {problem}", fix=fix,
                    )  # fmt: skip


Fault = tuple[KeyPath, str, str]
"""The way to it inside the answer, what is wrong, and how to mend it."""


def _faults(field: Field, answer: Answer) -> Iterator[Fault]:
    if field.type is FieldType.TABLE:
        yield from _in_table(field, answer)
    elif field.type is FieldType.MULTI_CHOICE:
        yield from _in_boxes(field, answer)
    elif field.type is FieldType.SIGNATURE:
        yield (), "er en underskrift", "ta bort linja; et eksempel er ikke underskrevet"
    elif isinstance(answer, tuple):
        yield (), "er en liste, men feltet tar ett svar", "skriv svaret rett etter feltets id"
    else:
        yield from (((), *fault) for fault in _in_place(field, answer))
        most = field.max_length
        if most and isinstance(answer, str) and len(answer) > most:
            yield (), f"er {len(answer) - most} tegn for langt", f"kort det ned til {most} tegn"


def _in_boxes(field: Field, answer: Answer) -> Iterator[Fault]:
    if not isinstance(answer, tuple):
        yield (), "skal være en liste", "skriv id-ene til svarene på egne linjer med «- » foran"
        return
    for at, one in enumerate(answer):
        if not isinstance(one, str) or one not in [option.id for option in field.options]:
            yield (at,), *_no_option(field, one if isinstance(one, str) else "")


def _in_table(field: Field, answer: Answer) -> Iterator[Fault]:
    if not isinstance(answer, tuple) or any(isinstance(one, str) for one in answer):
        yield (
            (),
            "skal være en tabell",
            "skriv hver rad med «- » foran, og én kolonne på hver linje",
        )
        return
    if len(answer) > field.most_rows:
        yield (), f"har {len(answer)} rader", f"skriv høyst {field.most_rows}"
    seen: set[int] = set()
    for at, row in enumerate(answer):
        if not isinstance(row, str):
            yield from _in_row(field, row, at, seen)


def _in_row(field: Field, row: Row, at: int, seen: set[int]) -> Iterator[Fault]:
    number = row_number(field, row, at)
    if number is None:
        head = field.columns[0].id
        near = nearest(str(row.get(head) or ""), field.row_labels)
        yield (at, head), "har en rad skjemaet ikke har", (
            f"skriv «{head}: {near}»" if near else f"skriv «{head}:» og en av radene: "
            + listed(field.row_labels)
        )  # fmt: skip
    elif number in seen:
        yield (at,), "har den samme raden to ganger", "slå de to sammen"
    seen.add(number or 0)
    columns = {column.id: column for column in field.asked_columns}
    for name, cell in row.cells:
        if name in columns:
            yield from (((at, name), *fault) for fault in _in_place(columns[name], cell))


def _in_place(place: Field | Column, cell: Cell) -> Iterator[tuple[str, str]]:
    """What is wrong with one cell, and how to mend it."""
    if place.type is FieldType.YES_NO:
        if not isinstance(cell, bool):
            yield "skal være true eller false", "skriv true når det er krysset av, ellers false"
    elif isinstance(cell, bool):
        yield "er true eller false, men feltet er ikke et kryss", "skriv svaret med ord"
    elif place.type is FieldType.CHOICE and cell not in [option.id for option in place.options]:
        yield _no_option(place, cell)
    elif place.type is FieldType.DATE and not day_of(cell):
        yield "er ikke en dato som finnes", "skriv ÅÅÅÅ-MM-DD"
    elif place.type is FieldType.NUMBER and not is_number(cell):
        yield "er ikke et tall", "skriv et tall, for eksempel 1200 eller 37,5"


def _no_option(place: Field | Column, cell: str) -> tuple[str, str]:
    by_word = {option.label.lower(): option.id for option in place.options} | {
        option.id: option.id for option in place.options
    }
    close = by_word.get(nearest(cell.lower(), by_word), "")
    return (
        f"er ikke et svar en kan velge: «{cell}»",
        f"skriv «{close}»" if close
        else "velg ett av disse: " + listed(option.id for option in place.options),
    )  # fmt: skip


def every_needed_question_is_answered(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et utfylt skjema svarer på alt som må fylles ut."""
    for filled in _filled(book):
        answers = filled.paper.answers
        for field in filled.form.fields:
            open_ = field.required and field.type is not FieldType.SIGNATURE
            if open_ and answers.get(field.id) is None and is_asked(filled.form, field, answers):
                yield finding(
                    "E03", filled.place(where, key=True),
                    f"{filled.name} svarer ikke på «{field.id}», som må fylles ut",
                    found=field.label, fix=f"legg til «{field.id}:»",
                )  # fmt: skip


def no_answer_is_given_to_what_is_not_asked(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et felt som bare vises etter et visst svar, står åpent når svaret er et annet."""
    for filled in _filled(book):
        known = {field.id for field in filled.form.fields}
        for field in filled.form.fields:
            decided_by = [condition.field for condition in field.shown_if]
            if filled.paper.answers.get(field.id) is None or not known.issuperset(decided_by):
                continue
            if not is_asked(filled.form, field, filled.paper.answers):
                yield finding(
                    "E04", filled.place(where, field.id, key=True),
                    f"{filled.name} svarer på «{field.id}», som ikke blir spurt om da",
                    found=condition(filled.form, field),
                    fix=f"ta bort svaret, eller endre svaret på «{listed(decided_by)}»",
                )  # fmt: skip


def every_example_is_marked_as_fiction(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et eksempel er oppdiktet og merket slik."""
    for example in book.examples:
        if not example.fiction:
            yield finding(
                "E05", where("example", example.id, "fiction"),
                f"eksempelet «{example.id}» er ikke merket som oppdiktet",
                fix="skriv «fiction: true»; virkelige personer hører ikke hjemme i et eksempel",
            )  # fmt: skip


def no_made_up_name_stands_elsewhere(book: Handbook, where: Where) -> Iterator[Finding]:
    """Navn i et eksempel står bare i det eksempelet."""
    for example in book.examples:
        for name in example.made_up_names:
            for text in where.with_letters(name.lower()):
                if text.owner == ("example", example.id) or text.kind == "source":
                    continue
                for match in _alone(name).finditer(text.source):
                    yield finding(
                        "E06", where.near(text, match[0]), f"«{match[0]}» i {text.name} er et navn "
                        f"fra eksempelet «{example.id}»",
                        fix="bruk et annet navn i eksempelet, eller ta navnet bort her",
                    )  # fmt: skip


@cache
def _alone(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?:s|')?(?!\w)")


_IDENTIFIES = (
    (re.compile(r"(?<!\d)\d{3} ?\d{3} ?\d{3}(?!\d)"), "et organisasjonsnummer"),
    (re.compile(r"https?://|\bwww\."), "en nettadresse"),
    (re.compile(r"\b[A-ZÆØÅ]\w*(?:vei|veien|vegen|veg|gata|gate|gaten|allé|plass) \d+"),
     "en adresse"),
    (re.compile(r"(?<![\d-])\d{4} [A-ZÆØÅ][a-zæøå]{2,}"), "en postadresse"),
)  # fmt: skip


def nobody_can_be_found_by_an_example(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et eksempel har ingen telefonnumre, e-postadresser, adresser eller numre på noen."""
    # numbers and addresses that no text may have, are told of as V04
    for pattern, what in _IDENTIFIES:
        for text, match in where.search(pattern, "example"):
            yield finding(
                "E07", where.near(text, match[0]), f"{text.name} har {what}", found=match[0],
                fix="la stedet stå åpent; tilfeldige numre og adresser kan være noens",
            )  # fmt: skip
    for filled in _filled(book):
        for path, _ in filled.paper.answers.texts:
            if re.search(r"(^|_)(phone|email|mail)$", str(path[-1])):
                yield finding(
                    "E07", filled.place(where, *path), f"{filled.name} har et svar på "
                    f"«{path[-1]}»", fix="ta bort linja; telefon og e-post står åpne",
                )  # fmt: skip


_HEALTH = re.compile(
    r"\b(?:diagnosen? (?:er|min|hans|hennes)|adhd|add|autis\w*|asperger\w*|depre(?:sjon|sjonen|rt)"
    r"|angst(?:en|lidelse\w*)?|bipolar\w*|psykose\w*|schizo\w*|epilep\w*|kreft(?:en|sjuk|syk)?"
    r"|migrene\w*|fibromyalgi\w*|dysleksi\w*|utviklingshem\w*|rus(?:en|misbruk\w*|avheng\w*)?"
    r"|medisin(?:en|er|ene)? (?:mot|for)|soning\w*|fengsel\w*"
    r"|arbeidsavklaringspenger|AAP|dagpenger|sosialhjelp)\b",
    re.IGNORECASE,
)


def no_example_tells_of_health(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et eksempel forteller om arbeid og behov på jobb, aldri om helse, ytelser eller fortid."""
    for text, match in where.search(_HEALTH, "example"):
        yield finding(
            "E08", where.near(text, match[0]), f"{text.name} forteller om helse, ytelser eller "
            "fortid", found=match[0], fix="skriv behovet på jobb i stedet: «korte økter»",
        )  # fmt: skip


def every_moment_has_its_day(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hvert øyeblikk har en dag fra planen eller sin egen, og de står i rekkefølge."""
    for example in book.examples:
        model = book.model_by_id.get(example.model)
        if model is None:
            continue
        before = None
        for at, (moment, day) in enumerate(told_in(example, model)):
            place = ("example", example.id, "story", at, "step")
            if moment.step not in model.step_by_id:
                continue
            if day is None:
                yield finding(
                    "E09", where(*place),
                    f"«{moment.title}» i eksempelet «{example.id}» har ingen dag",
                    found=f"planen gir ingen dag til «{moment.step}», gang {moment.number}",
                    fix="skriv «date:», eller rett «number:» eller «last_day:»",
                )  # fmt: skip
            elif before and day < before:
                yield finding(
                    "E09", where(*place),
                    f"«{moment.title}» i eksempelet «{example.id}» kommer før det "
                    "som står over",
                    found=f"{date_text(day)}, og {date_text(before)} over",
                    fix="flytt det dit det hører hjemme, eller rett datoen",
                )  # fmt: skip
            before = day or before


def every_filled_form_is_used_in_its_step(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et skjema er fylt ut i et steg som bruker det."""
    for filled in _filled(book):
        model = book.model_by_id.get(filled.example.model)
        step = model.step_by_id.get(filled.paper.step) if model else None
        if model and step and filled.form.id not in step.forms:
            steps = [one.id for one in model.steps if filled.form.id in one.forms]
            yield finding(
                "E10", where("example", filled.example.id, *filled.path, "step"),
                f"{filled.name} er fylt ut i steget «{step.id}», som ikke bruker skjemaet",
                found=f"det brukes i {listed(steps)}" if steps else "modellen bruker det ikke",
                fix=f"skriv «step: {steps[0]}»" if steps else "fyll ut et skjema modellen bruker",
            )  # fmt: skip


def no_form_is_filled_in_twice(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hvert skjema er fylt ut i ett eksempel, og hver modell har ett."""
    first: dict[tuple[str, str], str] = {}
    for example in book.examples:
        told = first.setdefault(("model", example.model), example.id)
        if told != example.id:
            yield finding(
                "E11", where("example", example.id, "model"),
                f"modellen «{example.model}» har to eksempler", found=f"det første er «{told}»",
                fix="slå dem sammen, eller slett det ene",
            )  # fmt: skip
        for at, paper in enumerate(example.filled):
            told = first.get(("form", paper.form), "")
            if told:
                yield finding(
                    "E11", where("example", example.id, "filled", at, "form"),
                    f"{paper.form} er fylt ut to ganger", found=f"første gang i «{told}»",
                    fix="slett det ene",
                )  # fmt: skip
            first[("form", paper.form)] = told or example.id


def everyone_who_speaks_is_in_the_example(book: Handbook, where: Where) -> Iterator[Finding]:
    """Den som sier noe, er en av personene, og hver person har en rolle i modellen."""
    for example in book.examples:
        names = [person.name for person in example.people]
        for at, moment in enumerate(example.story):
            for nth, said in enumerate(moment.said):
                if said.by not in names:
                    yield finding(
                        "E12", where("example", example.id, "story", at, "said", nth, "by"),
                        f"«{said.by}» sier noe i eksempelet «{example.id}», men er ikke en av "
                        "personene",
                        found=f"personene: {listed(names)}",
                        fix="skriv navnet til en av dem, eller legg personen til",
                    )  # fmt: skip
        model = book.model_by_id.get(example.model)
        roles = {one.role for one in model.roles} if model else set()
        for at, person in enumerate(example.people):
            if model and person.role in book.role_by_id and person.role not in roles:
                yield finding(
                    "E12", where("example", example.id, "people", at, "role"),
                    f"«{person.name}» i eksempelet «{example.id}» har en rolle som ikke er med i "
                    "modellen",
                    found=f"rollene: {listed(sorted(roles))}", fix="velg en av dem",
                )  # fmt: skip


def every_story_tells_how_something_was_mended(book: Handbook, where: Where) -> Iterator[Finding]:
    """Noe går galt én gang i historien, og det blir rettet."""
    for example in book.examples:
        if not any(moment.mended for moment in example.story):
            yield finding(
                "E13", where("example", example.id, "story", key=True),
                f"ingenting går galt i eksempelet «{example.id}»",
                fix="fortell om én ting som gikk galt, og skriv «mended:» der den ble rettet",
            )  # fmt: skip
