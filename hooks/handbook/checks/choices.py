"""Whether every text has the words and forms the handbook has chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.walk import Value
from handbook.checks.where import ByHand, Where, steps_of
from handbook.codes import finding
from handbook.findings import Finding, Place, listed, nearest
from handbook.language.choices import Avoided, avoided
from handbook.language.texts import CODES_IN_TEXT, OTHERS_WORDS, read_aloud
from handbook.model.handbook import AcceptedWording, Handbook
from handbook.model.people import FormerName, Term
from handbook.model.practice import Objection
from handbook.model.wording import WordChoice


def no_text_uses_words_we_have_left(book: Handbook, where: Where) -> Iterator[Finding]:
    """Tekstene har ordene og formene som redaksjonen har valgt i model/words.yml."""
    pages = [(page, "\n".join(page.lines).lower()) for page in where.by_hand]
    for one in avoided(book.words.choices):
        for text in where.with_letters(one.letters):
            if not others_words(text) and _holds(one.choice, text, book):
                for match in one.in_text(read_aloud(text.source)):
                    yield _told(one, match, text.name, where.near(text, match[0]))
        for page, letters in pages:
            if one.letters in letters and not one.choice.from_steps:
                yield from _on_page(one, page)


def _on_page(one: Avoided, page: ByHand) -> Iterator[Finding]:
    for number, line in enumerate(page.lines, 1):
        for match in one.in_text(line):
            place = Place(page.file, number, match.start() + 1)
            yield _told(one, match, f"siden {page.file}", place)


def others_words(text: Value) -> bool:
    """Sources, old names, search words and what people say are not ours to reword."""
    return (
        text.kind == "source"
        or text.field in OTHERS_WORDS | CODES_IN_TEXT
        or isinstance(text.holder, (FormerName, Objection, AcceptedWording))
        or (isinstance(text.holder, Term) and text.field == "term")
    )


def _holds(choice: WordChoice, text: Value, book: Handbook) -> bool:
    """Whether a choice that begins at a step, has begun where the text stands."""
    if not choice.from_steps:
        return True
    kind, name = text.owner
    if kind != "model" or len(text.path) < 4 or text.path[2] != "steps":
        return False
    begun = (at.path for at in steps_of(book.model_by_id[name])
             if f"{name}/{at.step.id}" in choice.from_steps)  # fmt: skip
    return any(text.path[1:4:2] >= path[1:4:2] for path in begun)


def _told(one: Avoided, match: re.Match[str], name: str, place: Place) -> Finding:
    return finding(
        "O07", place, f"«{match[0]}» i {name} er et ord vi ikke bruker",
        found=one.choice.why, fix=f"skriv «{one.choice.write}»",
    )  # fmt: skip


def every_choice_begins_at_a_step(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et ordvalg som gjelder fra et steg, nevner et steg som finnes."""
    known = {f"{m.id}/{at.step.id}" for m in book.models for at in steps_of(m)}
    for number, choice in enumerate(book.words.choices):
        for at, name in enumerate(choice.from_steps):
            if name not in known:
                close = nearest(name, known)
                yield finding(
                    "H03", where("words", "", "choices", number, "from_steps", at),
                    f"ordvalget «{choice.write}» viser til steget «{name}», som ikke finnes",
                    found="" if close else "kjente steg: " + listed(sorted(known)),
                    fix=f"skriv «{close}»" if close else "skriv modell/steg med id-er som finnes",
                )  # fmt: skip
