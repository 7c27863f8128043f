"""Whether every statement is as strong as what it rests on, and has its limiting words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from handbook.checks.walk import Value
from handbook.checks.where import Where, steps_of
from handbook.codes import finding
from handbook.findings import Finding, Place
from handbook.language.limiting import Dropped, dropped
from handbook.model.evidence import mark_of
from handbook.model.handbook import Handbook
from handbook.model.noun import Basis
from handbook.model.process import Level
from handbook.model.prose import Prose
from handbook.model.source import SourceFinding, quotable_words
from handbook.model.transclusion import ASKED

_OR_WHY = "er det riktig likevel, sier du hvorfor i «why_ok:»"
_ACCOUNT = re.compile(r"https?:|www\.|@|/|git(?:hub|lab)", re.IGNORECASE)


def every_mark_is_carried_by_its_findings(book: Handbook, where: Where) -> Iterator[Finding]:
    """Grunnlaget er ikke sterkere enn det svakeste funnet utsagnet bygger på."""
    for citing in where.citing:
        basis = getattr(citing.value, "basis", None)
        known = [book.finding_by_id[one] for one in citing.cites if one in book.finding_by_id]
        if not isinstance(basis, Basis) or not basis.documented or not known:
            continue
        best = mark_of(known)
        if basis.rank < best.rank:
            weak = [one.id for source, one in known if mark_of([(source, one)]) is best]
            yield finding(
                "G01", where(*citing.owner, *citing.path, "basis"),
                f"et utsagn i {citing.name} er merket sterkere enn funnene det bygger på",
                found=f"basis: {basis} ({basis.label}), men {', '.join(weak)} er {best.label}",
                fix=f"skriv «basis: {best}», eller la utsagnet bygge bare på sterkere funn; er "
                "kilden bedre enn dette, retter du «publisher_is» eller «confidence» der",
            )  # fmt: skip


def every_must_rests_on_something(book: Handbook, where: Where) -> Iterator[Finding]:
    """Det dere må gjøre, bygger på en kilde, en regel eller vår tolkning, ikke bare på et råd."""
    for model in book.models:
        for at in steps_of(model):
            for number, do in enumerate(at.step.do):
                proposed = do.level is Level.MUST and do.basis is Basis.PROPOSAL
                if proposed and not ASKED.search(do.text.source):
                    yield finding(
                        "G02", where("model", model.id, *at.path, "do", number, "level"),
                        f"gjøremålet «{do.id}» i {at.name} er noe dere må, men bygger bare på et "
                        "forslag", found=do.text.plain[:80],
                        fix="skriv «level: should», eller vis til regelen eller kilden som krever "
                        "det",
                    )  # fmt: skip


def every_quotation_is_short(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et sitat er høyst 60 ord fra lov, forskrift, avtale og krav, og høyst 25 fra andre."""
    for source in book.sources:
        most = quotable_words(source.type)
        for number, one in enumerate(source.findings):
            count = len((one.quote or "").split())
            if count > most:
                yield finding(
                    "G03", where("source", source.id, "findings", number, "quote"),
                    f"sitatet i funnet {one.id} i kilden «{source.id}» er for langt",
                    found=f"{count} ord; det skal være høyst {most}",
                    fix="ta med bare det som begrenser; « … » viser at noe er utelatt",
                )  # fmt: skip


def no_finding_is_quoted_and_not(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et funn har enten et sitat eller grunnen til at det ikke har det."""
    for source in book.sources:
        for number, one in enumerate(source.findings):
            if one.quote and one.no_quote:
                yield finding(
                    "G04", where("source", source.id, "findings", number, "no_quote"),
                    f"funnet {one.id} i kilden «{source.id}» har sitat, og sier hvorfor det ikke "
                    "har det", found=one.no_quote[:80], fix="ta bort «no_quote:»",
                )  # fmt: skip


def every_finding_shows_the_words_of_its_source(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et funn viser kildens egne ord, eller sier hvorfor det ikke gjør det."""
    for source in book.sources:
        for number, one in enumerate(source.findings):
            if not one.quote and not one.no_quote:
                yield finding(
                    "G08", where("source", source.id, "findings", number, "id"),
                    f"funnet {one.id} i kilden «{source.id}» viser ikke hva kilden sier",
                    found=one.statement.plain[:80],
                    fix="legg til «quote:» med ordene som avgjør, eller «no_quote:» med hvorfor de "
                    "ikke kan stå her",
                )  # fmt: skip


def every_quotation_says_where_it_stands(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et sitat har stedet i verket: kapittel, paragraf, side eller avsnitt."""
    for source in book.sources:
        for number, one in enumerate(source.findings):
            if one.quote and not one.place:
                yield finding(
                    "G10", where("source", source.id, "findings", number, "quote"),
                    f"funnet {one.id} i kilden «{source.id}» har sitat uten sted",
                    found=one.quote[:80], fix="legg til «place:», for eksempel «side 12»",
                )  # fmt: skip


def no_open_copy_names_an_account(book: Handbook, where: Where) -> Iterator[Finding]:
    """«Åpen kopi» sier hva slags kopi og datoen, uten adresser og navn på kontoer."""
    for source in book.sources:
        for number, one in enumerate(source.findings):
            if one.open_copy and _ACCOUNT.search(one.open_copy):
                yield finding(
                    "G07", where("source", source.id, "findings", number, "open_copy"),
                    f"den åpne kopien i funnet {one.id} i kilden «{source.id}» er en adresse",
                    found=one.open_copy[:80],
                    fix="skriv hva slags kopi det er, og datoen: «Norsk Lovtidend, 11.6.2026»",
                )  # fmt: skip


def no_limiting_word_is_lost(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et utsagn har ordene som begrenser i sitatet det bygger på."""
    for told in _told(book, where):
        for lost in () if told.excused else told.lost:
            if lost.sure:
                yield finding(
                    "G05", told.place(),
                    f"et tall i {told.name} har mistet ordet som begrenser det",
                    found=f"sitatet sier «{lost.word}»", fix=f"skriv ordet; {_OR_WHY}",
                )  # fmt: skip
            else:
                yield finding(
                    "G06", told.place(),
                    f"{told.name} kan ha mistet eller endret et ord som begrenser",
                    found=f"sitatet sier «{lost.word}»",
                    fix=f"se på sitatet, og ta med ordet; {_OR_WHY}",
                )  # fmt: skip


def no_excuse_is_left_behind(book: Handbook, where: Where) -> Iterator[Finding]:
    """En grunn i «why_ok» står bare der et ord faktisk er utelatt."""
    for told in _told(book, where):
        if told.excused and not told.lost:
            yield finding(
                "G09", told.excused(), f"{told.name} utelater ikke noe ord som begrenser",
                fix="ta bort «why_ok:»",
            )  # fmt: skip


class _Retold(NamedTuple):
    """A text beside the quotations it rests on; few are told of, so places are found when asked."""

    place: Callable[[], Place]
    name: str
    words: str
    quotes: Sequence[str]
    excused: Callable[[], Place] | None
    """Where it says why a word is left out."""
    others: Sequence[str] = ()
    beside: str = ""

    @property
    def lost(self) -> list[Dropped]:
        """Looked for when asked: one rule asks of those with an excuse, another of the rest."""
        return dropped(self.words, self.quotes, self.others, self.beside)


def _told(book: Handbook, where: Where) -> Iterator[_Retold]:
    """Every finding beside its own quotation, and every statement beside those it cites."""
    yield from _findings(where)
    texts_of = _texts_by_holder(where)
    near: dict[tuple[Any, ...], list[Value]] = {}
    for citing in where.citing:
        near.setdefault(_list_of(citing), []).extend(texts_of.get(id(citing.value), ()))
    for citing in where.citing:
        texts = texts_of.get(id(citing.value), [])
        known = [book.finding_by_id[n][1] for n in citing.cites if n in book.finding_by_id]
        quotes = [one.quote for one in known if one.quote]
        excuse = getattr(citing.value, "why_ok", None)
        if not texts or not (quotes or excuse):
            continue
        others = [one.statement.plain for one in known if not one.quote]
        beside = "\n".join(_plain(one) for one in near[_list_of(citing)] if one not in texts)
        said = _heading(citing) + "\n".join(map(_plain, texts))
        yield _Retold(
            partial(where.of, texts[0]),
            f"et utsagn i {citing.name}",
            said,
            quotes,
            partial(where, *citing.owner, *citing.path, "why_ok", key=True) if excuse else None,
            others,
            beside,
        )


def _findings(where: Where) -> Iterator[_Retold]:
    for text in where.texts:
        one = text.holder
        if not isinstance(one, SourceFinding) or text.field != "statement":
            continue
        if one.quote or one.why_ok:
            yield _Retold(
                partial(where.of, text),
                f"funnet {one.id} i kilden «{text.owner[1]}»",
                one.statement.plain,
                [one.quote] if one.quote else [],
                partial(where, *text.owner, *text.path[:-1], "why_ok", key=True)
                if one.why_ok
                else None,
            )


def _heading(citing: Value) -> str:
    """What a text continues, when its heading says a part of the sentence."""
    return "Dere skal ikke " if {"do_not", "must_not"} & set(citing.path) else ""


def _list_of(citing: Value) -> tuple[Any, ...]:
    """What is told in one list from the same findings is told together."""
    at_end = citing.path and isinstance(citing.path[-1], int)
    return (citing.owner, citing.path[:-1] if at_end else citing.path, citing.cites)


def _texts_by_holder(where: Where) -> dict[int, list[Value]]:
    found: dict[int, list[Value]] = {}
    for text in where.texts:
        if isinstance(text.value, Prose) and not isinstance(text.holder, SourceFinding):
            found.setdefault(id(text.holder), []).append(text)
    return found


def _plain(text: Value) -> str:
    value: Any = text.value
    return str(value.plain)
