"""What readers would see as raw signs: layout the handbook does not have, letters not in its font.

What prose holds that can be read and may not stand there, such as italics, is refused in reading.
Here is what stays a row of signs: it hides in any text, also those of one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category

from handbook.checks.walk import BREAK, Value
from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding
from handbook.model.handbook import Handbook
from handbook.model.prose import Prose

_SUSPECT = re.compile(
    rf"[<#{{&>~=]|\*\*|!\[|\[\^|\[\[(?!\w[^\]\n{BREAK}]*\]\])|\]\((?!https?:|mailto:|tel:)|\]\([^)]*{BREAK}"
    rf"|\||---|[Ss]cript:"
)
"""Cheap to seek; the few texts that have one of these are looked at closely."""

_LINK = re.compile(r"\[\[\w|\]\(h")
_START = r"(?:(?<=\n)|\A)[ \t]*"
_KINDS: tuple[tuple[str, str, str], ...] = (
    (r"<!--.*?(?:-->|\Z)", "en skjult merknad (HTML)",
     "ta den bort; en merknad til andre skriver du på en egen linje med # foran"),
    (r"</?[A-Za-z][^<>\n]*>|<![A-Za-z][^<>\n]*>", "HTML",
     "skriv det med vanlige ord; utheving skrives **slik**"),
    (r"!\[[^\]\n]*\]\([^)\n]*\)", "et bilde", "fortell det med ord; bilder kan ikke stå i tekst"),
    (r"(?i:(?:java|vb)script):\S*", "en lenke som kjører noe",
     "skriv en adresse som begynner med https://"),
    (_START + r"#{1,6} +\S.*", "en overskrift", "ta bort #, og la en tom linje skille avsnittene"),
    (_START + r"\|.*\|[ \t]*(?=\n|\Z)", "en tabell",
     "skriv en liste, med «- » foran hvert punkt"),
    (r"\[\^[^\]\n]+\]", "en fotnote", "skriv det i teksten, eller vis til funnet under «sources:»"),
    (r"\{[:#.][^}\n]*\}", "et merke for utseende", "ta bort klammene og det som står i dem"),
    (r"\[\[\s*(?:\|[^\]\n]*)?\]\]", "en henvisning uten id", "skriv id-en, som i [[SKJ-09]]"),
    (r"&(?:[A-Za-z]{2,8}|#[0-9]{2,5});", "en kode for et tegn", "skriv tegnet selv"),
    (_START + r">+ ?[A-Za-zÆØÅæøå«*].*", "et sitat med >", "skriv teksten i «anførselstegn»"),
    (r"~~[^~\n]+~~", "overstrøket tekst", "slett det som ikke gjelder"),
    (_START + r"(?:-{3,}|={3,}|\*{3,})[ \t]*(?=\n|\Z)", "en skillelinje",
     "la det stå en tom linje"),
)  # fmt: skip
"""How it looks → what it is, and what to do instead."""
_CLOSELY = tuple(
    (re.compile(rf"(?<!\\)(?:{look})", re.DOTALL if "<!--" in look else 0), what, fix)
    for look, what, fix in _KINDS
)
_LEFT = (
    ("**", "to stjerner uten makker", "sett to stjerner både foran og bak: **slik**"),
    ("[[", "en henvisning som ikke er lukket",
     "skriv den som [[SKJ-09]] eller [[fadder|fadderen]]"),
    ("](", "en lenke som ikke er hel", "skriv den som [teksten](https://adressen)"),
)  # fmt: skip
"""Signs left when all markup is read → what is wrong, and how it should be."""


def no_text_shows_raw_markup(book: Handbook, where: Where) -> Iterator[Finding]:
    """Tekst har ikke HTML, tabeller, bilder, overskrifter eller merker som ikke virker."""
    for text in where.having(_SUSPECT):
        for piece, what, fix in _raw(text):
            yield finding(
                "N08", where.near(text, piece), f"«{text.called}» i {text.name} har {what}",
                found=" ".join(piece.split())[:80], fix=fix,
            )  # fmt: skip


def no_line_has_markup(book: Handbook, where: Where) -> Iterator[Finding]:
    """Titler og andre felter på én linje er bare ord, uten henvisninger og lenker."""
    for text in where.having(_LINK):
        if not isinstance(text.value, Prose):
            yield finding(
                "N08", where.of(text), f"«{text.called}» i {text.name} har en henvisning",
                found=text.source[:80], fix="skriv det uten; feltet er bare ord",
            )  # fmt: skip


def _raw(text: Value) -> Iterator[tuple[str, str, str]]:
    source, told = text.source, False
    for look, what, fix in _CLOSELY:
        for match in look.finditer(source):
            told = True
            yield match[0].strip(), what, fix
    if told or "\\" in source:
        return
    shown = text.value.plain if isinstance(text.value, Prose) else source
    for sign, what, fix in _LEFT:
        if sign in shown and isinstance(text.value, Prose):
            yield sign, what, fix
        elif sign in shown:
            yield sign, f"oppsett («{sign}»)", "skriv det uten; feltet er bare ord"


COMMON = (
    "\x00-\x7e\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u00ff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026"
)
"""Letters and signs that the typeface is known to have."""
_RARE = re.compile(f"[^{COMMON}]")
_NEVER_PRINTED = frozenset({"search_words", "former_slugs"})


def every_letter_can_be_printed(book: Handbook, where: Where) -> Iterator[Finding]:
    """Alle bokstaver og tegn finnes i håndbokas skrift."""
    for text in where.having(_RARE):
        if text.field in _NEVER_PRINTED:
            continue
        from handbook.lettering import missing_letters  # noqa: PLC0415 - reads the fonts

        missing = [sign for sign in missing_letters(text.source) if not _told_in_reading(sign)]
        if missing:
            shown = " ".join(f"«{sign}» (U+{ord(sign):04X})" for sign in missing[:5])
            yield finding(
                "B01", where.near(text, missing[0]),
                f"skriften i skjemaene og boka har ikke tegnet {shown}",
                found=f"«{text.called}» i {text.name}", fix="skriv det med ord",
            )  # fmt: skip


def _told_in_reading(sign: str) -> bool:
    """Unseen and lost signs have been told of, by name."""
    return category(sign) == "Cf" or sign == "\ufffd" or "\ufe00" <= sign <= "\ufe0f"
