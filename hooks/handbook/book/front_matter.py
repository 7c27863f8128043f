"""What stands before the models: how to use the book, what is new, the models side by side."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from handbook.book import tree
from handbook.book.tree import Blocks, Run
from handbook.book.words import Words, basis_mark
from handbook.model.form import Change
from handbook.model.handbook import Edition
from handbook.model.inclusion_model import ParticipantStatus, Suits
from handbook.model.noun import Basis
from handbook.model.prose import Prose
from handbook.norwegian import unbroken_date

_TEXTS = Path(__file__).parent / "texts"


def cover(edition: Edition) -> dict[str, object]:
    """What stands on the cover."""
    return {
        "title": edition.title,
        "promise": edition.front.promise,
        "edition": f"Utgave {edition.edition}",
        "date": unbroken_date(edition.date),
        "publishers": list(edition.publishers),
        "licence": edition.content_licence,
        "site": edition.site_url.partition("://")[2].rstrip("/"),
        "owners": [f"{o.organisation}: {o.function}" for o in edition.owners],
    }


def how_to_use(words: Words) -> Blocks:
    """The reader's guide, with the marks of provenance as they look."""
    marks = [tree.item(_MARKS[basis], {**basis_mark(basis, ()), "alone": True}) for basis in Basis]
    before, _, after = _text("slik-bruker-du-boka").partition("[merkene]")
    return [
        tree.heading(1, "Slik bruker du boka", "part:bruk", over="Først"),
        {"t": "entry", "foot": f"Utgave {words.book.edition.edition}"},
        *_sections(words, before),
        tree.items(marks, "plain"),
        *_sections(words, after),
    ]


_MARKS = {
    Basis.SOURCE: "Den som har laget modellen, sier det selv. Numrene fører til kilden.",
    Basis.REPORT: "En rapport eller evaluering sier det.",
    Basis.REGULATION: "Lov, forskrift eller veiledning fra myndighetene sier det.",
    Basis.INTERPRETATION: "Vi leser det ut av kildene. Andre kan lese dem annerledes.",
    Basis.PROPOSAL: "Vårt råd. Ingen kilde har prøvd det. Bruk eget skjønn.",
}


@lru_cache(maxsize=8)
def _text(name: str) -> str:
    return (_TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def _sections(words: Words, text: str) -> Blocks:
    """Headings are lines beginning with `= `; the rest is the handbook's own markup."""
    blocks: Blocks = []
    for part in text.split("\n\n"):
        if part.startswith("= "):
            blocks.append(tree.heading(2, part[2:].strip()))
        elif part.strip():
            blocks += words.blocks(Prose(part))
    return blocks


def news(words: Words) -> Blocks:
    """What is new in this edition, in the book and in each model and form."""
    edition = words.book.edition
    blocks: Blocks = [
        tree.heading(1, "Nytt siden sist", "part:nytt", over="Først", flow=True),
        {"t": "entry", "foot": f"Nytt · utgave {edition.edition}"},
        *([changes(words, edition.changes)] if edition.changes else []),
    ]
    for model in words.book.models:
        if model.changes:
            blocks.append(tree.heading(2, model.short_title))
            blocks.append(changes(words, model.changes))
    changed = [form for form in words.book.forms if form.changes]
    if changed:
        rows: list[tree.Item] = []
        for form in changed:
            last = form.changes[-1]
            text: Run = [*words.form(form.id), f", versjon {last.version}: ", *words.run(last.what)]
            rows.append(tree.item(text))
        blocks += [tree.heading(2, "Skjemaer"), tree.items(rows)]
    return [*blocks, *_valid_now(words)]


def _valid_now(words: Words) -> Blocks:
    """Every version that holds in this edition, so that a binder can be checked by hand."""
    book = words.book
    rows: list[list[object]] = []
    for model in book.models:
        name = tree.go(f"model:{model.id}", model.short_title, page=True)
        rows.append(["Modell", [name], model.version, unbroken_date(model.valid_from)])
    for form in book.forms:
        name = tree.go(f"form:{form.id}", words.titles[form.id], page=True)
        rows.append([form.id, [name], form.version, unbroken_date(form.valid_from)])
    return [
        tree.heading(2, f"Dette gjelder i utgave {book.edition.edition}"),
        tree.paragraph("Nummer og versjon står nederst på hvert ark. Er tallet på arket et annet "
                       "enn her, er arket fra en annen utgave.", keep=True),
        tree.table(("Nummer", "Navn", "Versjon", "Gjelder fra"), rows, (3, 14, 3, 6),
                   style="tasks"),
    ]  # fmt: skip


def side_by_side(words: Words) -> Blocks:
    """The models compared: for whom and how long, then what the person is in law."""
    models = words.book.models
    blocks: Blocks = [
        tree.heading(1, "Modellene side om side", "status:", over="Først"),
        {"t": "entry", "foot": f"Modellene · utgave {words.book.edition.edition}"},
        tree.paragraph("Ingen av modellene er best. De passer i ulike situasjoner.", style="lead"),
        tree.items((tree.item(
            words.run(m.summary), term=[tree.go(f"model:{m.id}", m.short_title, page=True)],
        ) for m in models), "plain"),
        tree.heading(2, "Hva passer når?"),
    ]  # fmt: skip
    rows = []
    for model in models:
        suits = model.suits
        cells = _suits(suits) if suits else ["Mangler"] * 4
        rows.append([[tree.go(f"model:{model.id}", model.short_title)], *cells])
    head = ("Modell", "Virksomhet", "Hvem det gjelder", "Mål", "Varighet")
    blocks.append(tree.table(head, rows, (5, 7, 8, 6, 6), style="tasks"))
    blocks += [tree.heading(2, "Status for den enkelte"), _status(words)]
    return blocks


def _suits(suits: Suits) -> list[str]:
    return [
        "; ".join(value.label for value in values)
        for values in (suits.employer_kind, suits.person, suits.goals, suits.duration)
    ]


def _status(words: Words) -> tree.Node:
    rows = []
    for model in words.book.models:
        status = model.participant_status
        name = [tree.go(f"part:{model.id}/status", model.short_title)]
        if not isinstance(status, ParticipantStatus):
            rows.append([name, status.label if status else "Mangler", "", "", ""])
            continue
        said: Run = [tree.bold(status.employment.label + ". ")]
        said += words.run(status.employment_note.text)
        others = (status.pay, status.working_environment_act, status.agreement)
        rows.append([name, said, *(words.run(other.text) for other in others)])
    head = ("Modell", "Ansatt?", "Lønn", "Arbeidsmiljøloven", "Avtale")
    return tree.table(head, rows, (5, 7, 8, 8, 7), style="tasks")


def changes(words: Words, made: tuple[Change, ...]) -> tree.Node:
    """What changed, newest first."""
    lines = []
    for change in reversed(made):
        who = [" Gjelder ", *words.roles(change.affects), "."] if change.affects else []
        text = [f"{unbroken_date(change.date)}: ", *words.run(change.what), *who]
        lines.append(tree.item(text, term=[change.version]))
    return tree.items(lines, "plain")
