"""Whether it is said plainly, in our words, and with its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from handbook.checks.choices import others_words
from handbook.checks.walk import Value
from handbook.checks.where import Where, steps_of
from handbook.codes import finding
from handbook.findings import Finding, Place
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import ForParticipant
from handbook.model.noun import Basis
from handbook.model.people import Side
from handbook.model.prose import Prose
from handbook.model.readability import (
    LONG_TEXT_WORDS,
    PARTICIPANT_LIX,
    TEXT_LIX,
    TO_PARTICIPANT_WORDS,
    lix,
    sentence_count,
    word_count,
)
from handbook.model.transclusion import asks

SUMMARY_SIGNS = 300
PARTICIPANT_WORDS = 60

_NOUNISH = re.compile(
    r"^(?!(?:ring|bring|spring|sving|tving)\b)"
    r"(?:\w+(?:ing|sjon|else|het|skap|møte|samtale|intervju|kontrakt|rapport)"
    r"|avtale|møte|samtale|intervju|rapport|plan|oppstart|start-?fase|slutt)\b",
    re.IGNORECASE,
)
_NAV = re.compile(
    r"NAV(?<!\wNAV)(?!\w)(?<!daværende NAV)(?<!tidligere NAV)(?<!«NAV)(?![ -]+[A-ZÆØÅ])"
)
"""Literal first, so that the search can leap; what may not stand before it is looked back at."""
_LINK_WORDS = re.compile(
    r"\[(?:her|klikk her|trykk her|se her|les mer|les mer her|lenke|lenken|denne lenken|link)\]\(",
    re.IGNORECASE,
)


def every_documented_statement_names_its_source(book: Handbook, where: Where) -> Iterator[Finding]:
    """Utsagn fra modelleier, rapport eller regelverk har minst ett funn i «sources»."""
    for citing in where.citing:
        basis = getattr(citing.value, "basis", None)
        if isinstance(basis, Basis) and basis.documented and not citing.cites:
            yield finding(
                "O01", where(*citing.owner, *citing.path, "basis"),
                f"et utsagn i {citing.name} sies å komme fra en kilde, men viser ikke til noen",
                found=f"basis: {basis} ({basis.label})",
                fix="legg til «sources:» med numre på funn, eller skriv interpretation (vår "
                "tolkning) eller proposal (vårt forslag)",
            )  # fmt: skip


def every_step_title_says_what_to_do(book: Handbook, where: Where) -> Iterator[Finding]:
    """Tittelen på et steg begynner med et verb."""
    for model in book.models:
        for at in steps_of(model):
            if _NOUNISH.match(at.step.title):
                yield finding(
                    "O02", where("model", model.id, *at.path, "title"),
                    f"tittelen på {at.name} begynner ikke med et verb", found=at.step.title,
                    fix="si hva dere skal gjøre: «Meld behov», «Lær sammen», «Vurder veien videre»",
                )  # fmt: skip


def every_summary_is_short(book: Handbook, where: Where) -> Iterator[Finding]:
    """«Kort sagt» om en modell er høyst 300 tegn."""
    for model in book.models:
        length = len(model.summary.plain)
        if length > SUMMARY_SIGNS:
            yield finding(
                "O03", where("model", model.id, "summary"),
                f"sammendraget av modellen «{model.id}» er for langt",
                found=f"{length} tegn; det skal være høyst {SUMMARY_SIGNS}",
                fix="ta bort det leseren kan vente med å vite",
            )  # fmt: skip


def every_word_to_the_participant_is_plain(book: Handbook, where: Where) -> Iterator[Finding]:
    """Det dere sier til deltakeren, er høyst 60 ord, og tekst til deltakeren har LIX under 33."""
    roles = {role.id for role in book.roles if role.belongs_to is Side.PARTICIPANT}
    for text in where.texts:
        if not _is_theirs(text, roles):
            continue
        plain = text.value.plain
        words = word_count(plain)
        if text.field == "to_participant" and words > PARTICIPANT_WORDS:
            yield finding(
                "O04", where.of(text), f"det dere sier til deltakeren i {text.name}, er for langt",
                found=f"{words} ord; det skal være høyst {PARTICIPANT_WORDS}",
                fix="behold det viktigste; resten kan stå i steget",
            )  # fmt: skip
        figure = lix(plain) if words >= TO_PARTICIPANT_WORDS else 0
        if figure >= PARTICIPANT_LIX:
            yield finding(
                "O05", where.of(text), f"«{text.called}» i {text.name} er for tungt for deltakeren",
                found=f"LIX {figure:.0f}; den skal være under {PARTICIPANT_LIX}",
                fix=_lighter(plain),
            )  # fmt: skip


def _is_theirs(text: Value, roles: set[str]) -> bool:
    """What a model says to whoever takes part, and what their own role is told."""
    if text.kind == "role":
        return text.owner[1] in roles and isinstance(text.value, Prose)
    return text.kind == "model" and _to_participant(text)


def _to_participant(text: Value) -> bool:
    return text.field == "to_participant" or isinstance(text.holder, ForParticipant)


def every_long_text_is_readable(book: Handbook, where: Where) -> Iterator[Finding]:
    """Tekst på 25 ord eller mer har LIX høyst 45."""
    for text in where.texts:
        short = len(text.source) < 4 * LONG_TEXT_WORDS and not asks(text.source)
        if short or not isinstance(text.value, Prose):
            continue
        if text.kind == "source" or _to_participant(text):
            continue
        plain = text.value.plain
        figure = lix(plain)
        if figure > TEXT_LIX and word_count(plain) >= LONG_TEXT_WORDS:
            yield finding(
                "O06", where.of(text), f"«{text.called}» i {text.name} er tung å lese",
                found=f"LIX {figure:.0f}; den bør være høyst {TEXT_LIX}", fix=_lighter(plain),
            )  # fmt: skip


def _lighter(text: str) -> str:
    long = sorted(set(re.findall(r"[^\W\d_]{13,}", text)), key=lambda w: (-len(w), w))[:3]
    average = word_count(text) / max(1, sentence_count(text))
    advice = "del opp setningene" if average > 15 else "bruk kortere ord"
    return advice + (f"; de lengste ordene er {', '.join(long)}" if long else "")


def no_text_shouts_nav(book: Handbook, where: Where) -> Iterator[Finding]:
    """Vi skriver «Nav»; «NAV» står bare i historiske navn."""
    for text, _ in where.search(_NAV):
        if not others_words(text):
            yield finding(
                "O08", where.of(text), f"«NAV» står med store bokstaver i {text.name}",
                fix="skriv «Nav»; i et gammelt navn, som «NAV Buskerud», kan det stå",
            )  # fmt: skip


def every_title_is_its_own(book: Handbook, where: Where) -> Iterator[Finding]:
    """To modeller, skjemaer, roller, temaer, rutiner, ord eller steg heter ikke det samme."""
    entries: tuple[tuple[str, str, str, Sequence[Any]], ...] = (
        ("modeller", "model", "title", book.models),
        ("modeller", "model", "short_title", book.models),
        ("skjemaer", "form", "title", book.forms),
        ("roller", "role", "title", book.roles),
        ("temaer", "theme", "title", book.themes),
        ("rutiner", "routine", "title", book.routines),
        ("ord", "term", "term", book.terms),
    )
    for word, kind, field, nouns in entries:
        yield from _same(word, ((getattr(one, field), one.id, partial(where, kind, one.id, field))
                                for one in nouns))  # fmt: skip
    for model in book.models:
        yield from _same(f"steg i modellen «{model.id}»", (
            (at.step.title, at.step.id, partial(where, "model", model.id, *at.path, "title"))
            for at in steps_of(model)
        ))  # fmt: skip


def _same(
    word: str, rows: Iterable[tuple[str, str, Callable[[], Place]]]
) -> Iterator[Finding]:  # fmt: skip
    seen: dict[str, str] = {}
    for title, name, place in rows:
        first = seen.setdefault(title.casefold(), name)
        if first != name:
            yield finding(
                "O09", place(), f"to {word} heter «{title}»", found=f"«{first}» og «{name}»",
                fix="legg til det som skiller dem",
            )  # fmt: skip


def every_link_says_where_it_goes(book: Handbook, where: Where) -> Iterator[Finding]:
    """Lenketekst sier hva som ligger bak lenken."""
    for text, match in where.search(_LINK_WORDS):
        yield finding(
            "O10", where.of(text), f"en lenke i {text.name} sier ikke hvor den går",
            found=match[0].rstrip("("), fix="la lenken være navnet på det som ligger bak",
        )  # fmt: skip


def every_role_speaks_to_you(book: Handbook, where: Where) -> Iterator[Finding]:
    """«Du er» begynner med «Du» og er høyst to setninger."""
    for role in book.roles:
        plain = role.you_are.plain
        sentences = sentence_count(plain)
        if not plain.startswith(("Du ", "Dere ")) or sentences > 2:
            yield finding(
                "O11", where("role", role.id, "you_are"),
                f"«you_are» for rollen «{role.id}» er ikke fortalt kort til «du»",
                found=f"{sentences} setninger: {plain[:80]}" if sentences > 2 else plain[:80],
                fix="begynn med «Du», og skriv høyst to setninger",
            )  # fmt: skip
