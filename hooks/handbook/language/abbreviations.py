"""Every abbreviation is explained where a reader of the page first meets it.

Explained is: spelled out beside it, put in brackets after what it stands for, or a reference to the
glossary. A text to the participant has none at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from handbook.codes import finding
from handbook.findings import Finding
from handbook.language.texts import NAMES, OTHERS_WORDS, Text, Texts, read_aloud, spot
from handbook.language.texts import to_participant as for_the_participant
from handbook.model.handbook import Handbook

WELL_KNOWN = frozenset({
    "NAV", "TODO", "TBD", "FIXME", "XXX",  # other rules see to these
    "HR",  # what the function is called in working life, and a role of the handbook
    "LO", "NHO", "YS", "KS", "NRK",  # organisations that go by these letters alone
    "EU", "EØS", "TV", "PDF", "CV",  # words in the dictionary
    "AS", "HF",  # the last part of the name of a company or a hospital trust
})  # fmt: skip
"""Capitals that need no explanation in a text to employers."""

WRITTEN_OUT = {
    "art.": "artikkel", "kap.": "kapittel", "jf.": "se", "pkt.": "punkt", "aml.":
    "arbeidsmiljøloven", "ldl.": "likestillings- og diskrimineringsloven", "ftrl.":
    "folketrygdloven", "popplyl.": "personopplysningsloven", "mnd.": "måneder", "mnd": "måneder",
    "f.eks.": "for eksempel", "bl.a.": "blant annet", "osv.": "og så videre", "ca.": "om lag",
    "evt.": "eventuelt", "ev.": "eventuelt", "mht.": "om", "ift.": "når det gjelder",
    "pga.": "på grunn av", "dvs.": "det vil si", "inkl.": "med", "o.l.": "og lignende",
    "m.m.": "med mer", "mv.": "med mer", "hhv.": "henholdsvis",
}  # fmt: skip
"""Shortened words → the words they stand for; a text has room for them."""

_CAPITALS = re.compile(r"(?<!\w)[A-ZÆØÅ]{2,}(?:-[A-ZÆØÅ](?!\w))?(?![A-ZÆØÅa-zæøå\d])")
_SHORTENED = re.compile(
    # The first look ahead changes nothing but the time it takes.
    rf"(?<![\w.])(?=\w+\.|{'|'.join(word for word in WRITTEN_OUT if '.' not in word)})(?:"
    + "|".join(map(re.escape, sorted(WRITTEN_OUT, key=len, reverse=True))) + r")(?!\w)",
    re.IGNORECASE,
)  # fmt: skip


def shortened(text: str) -> Iterator[re.Match[str]]:
    """Every short form in a text that has room for the whole word."""
    return _SHORTENED.finditer(text)


_NOT_TEXT = frozenset({"any_of", "field", "date", "legal_basis"})


def every_abbreviation_is_explained(book: Handbook, where: Texts) -> Iterator[Finding]:
    """En forkortelse er forklart første gang den står på en side."""
    names = _names(book)
    long_forms = {t.abbreviation: t.term.lower() for t in book.terms if t.abbreviation}
    known = _in_the_heading(book)
    pages: dict[str, list[Text]] = defaultdict(list)
    for text in where.having(_CAPITALS):
        if _counts(text):
            pages[spot(text).page].append(text)
    for page, texts in pages.items():
        met = set(WELL_KNOWN) | known.get(page, set())
        if not page.endswith(" oversikt"):
            met |= known.get(page.partition(" ")[0], set())
        for text in sorted(texts, key=spot):
            for short, at in _in(text, names):
                if short not in met and not _explained(text, short, at, long_forms):
                    yield finding(
                        "O21", where.of(text), f"«{short}» i {text.name} er ikke forklart",
                        found=_around(text.source, at),
                        fix=_advice(short, book),
                    )  # fmt: skip
                met.add(short)


def no_shortened_word_stands_in_a_text(book: Handbook, where: Texts) -> Iterator[Finding]:
    """Ord er skrevet helt ut."""
    for text in where.having(_SHORTENED):
        if not _counts(text):
            continue
        for match in shortened(read_aloud(text.source)):
            yield finding(
                "O22", where.of(text), f"«{match[0]}» i {text.name} er ikke skrevet ut",
                found=_around(text.source, match.start()),
                fix=f"skriv «{WRITTEN_OUT[match[0].lower()]}»",
            )  # fmt: skip


def no_abbreviation_meets_the_participant(book: Handbook, where: Texts) -> Iterator[Finding]:
    """Tekst til deltakeren har ingen forkortelser; «Nav» er et navn."""
    names = _names(book)
    for text in where.texts:
        if text.owner[0] == "model" and for_the_participant(text):
            for short, at in _in(text, names):
                yield finding(
                    "O23", where.of(text), f"«{short}» i {text.name} er en forkortelse",
                    found=_around(text.source, at), fix="skriv det med hele ord",
                )  # fmt: skip


def _counts(text: Text) -> bool:
    if text.owner[0] in ("source", "edition") or for_the_participant(text):
        return False
    return text.field not in NAMES | OTHERS_WORDS | _NOT_TEXT


def _in(text: Text, names: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """Every abbreviation and where it stands, names of things in the handbook left out."""
    aloud = names.sub(lambda match: " " * len(match[0]), read_aloud(text.source))
    for match in _CAPITALS.finditer(aloud):
        yield match[0], match.start()


def _names(book: Handbook) -> re.Pattern[str]:
    """Names of models and roles that begin with an abbreviation, such as IA-vikar."""
    models = (title for model in book.models for title in (model.short_title, model.title))
    return _any_of(tuple(role.title for role in book.roles) + tuple(models))


@lru_cache(maxsize=2)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    begun = {match[0] for name in names for match in re.finditer(r"[A-ZÆØÅ]{2,}-\w{2,}", name)}
    return re.compile("|".join(sorted(map(re.escape, begun))) or r"(?!)")


def _in_the_heading(book: Handbook) -> dict[str, set[str]]:
    """Abbreviations that the page itself is about, by page or by model.

    The pages of a model carry its name with a link to the overview, where it is explained; an entry
    of the glossary explains its own word.
    """
    models = tuple((model.id, model.short_title, model.title) for model in book.models)
    return _about(models, tuple((one.id, f"{one.term} {one.abbreviation}") for one in book.terms))


@lru_cache(maxsize=2)
def _about(
    models: tuple[tuple[str, str, str], ...], terms: tuple[tuple[str, str], ...]
) -> dict[str, set[str]]:
    known = {}
    for id_, short, title in models:
        known[id_] = set(_CAPITALS.findall(f"{short} {title}"))
        known[f"{id_} oversikt"] = set(re.findall(r"(?<=\()[A-ZÆØÅ-]+(?=\))", title))
    for id_, term in terms:
        known[f"term {id_}"] = set(_CAPITALS.findall(term))
    return known


def _explained(text: Text, short: str, at: int, long_forms: dict[str, str]) -> bool:
    source = text.source
    before, after = source[:at], source[at + len(short) :]
    closing = r"[\w-]*(?:[),]| og | eller )"
    if before.rpartition("[[")[2].count("]]") == 0 and "[[" in before and "]]" in after:
        return True
    if re.search(r"\((?:[\w-]+ ){0,3}$", before) and re.match(closing, after):
        return True
    if re.match(r" \(\w", after) or re.search(rf"{short} (?:er|betyr|står for)\b", source):
        return True
    if re.match(r", altså ", after):
        return True
    return short in long_forms and long_forms[short] in source.lower()


def _around(source: str, at: int) -> str:
    start = max(0, at - 30)
    piece = " ".join(source[start : at + 40].split())
    return f"{'… ' if start else ''}{piece}{' …' if at + 40 < len(source) else ''}"


def _advice(short: str, book: Handbook) -> str:
    for term in book.terms:
        if short in (term.abbreviation, term.term):
            return (
                f"skriv «{term.term} ({short})» første gang, eller vis til ordlista med "
                f"[[term:{term.id}|{short}]]"
            )
    return f"skriv hva «{short}» står for første gang, med forkortelsen i parentes"
