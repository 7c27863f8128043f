"""Markup that readers would see as raw signs is told at its line; what looks like it is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from check_cases import OTHER, Edit

from handbook.checks.markup import COMMON
from handbook.findings import Finding
from handbook.lettering import missing_letters

Find = Callable[[Sequence[Edit]], list[Finding]]
_BEFORE = "summary: Enda en modell, ikke ferdig."


def _summary(text: str) -> Edit:
    lines = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
    return Edit(OTHER, f"{_BEFORE}\n", f"summary: |-\n  Enda en modell.\n\n{lines}")


@pytest.mark.parametrize(("text", "what", "fix"), [
    ("Se <b>her</b>.", "HTML", "**slik**"),
    ("<script>alert(1)</script>", "HTML", "vanlige ord"),
    ("Si <!-- ikke --> ja.", "en skjult merknad", "med # foran"),
    ("| a | b |\n| --- | --- |", "en tabell", "en liste"),
    ("## Mer om dette", "en overskrift", "ta bort #"),
    ("Trykk [her](javascript:alert(1)).", "en lenke som kjører noe", "https://"),
    ("Dette er **viktig.", "to stjerner uten makker", "foran og bak"),
    ("Se [[]] først.", "en henvisning uten id", "[[SKJ-09]]"),
    ("Se [[|fadderen]] først.", "en henvisning uten id", "[[SKJ-09]]"),
    ("Se [[fadder først.", "en henvisning som ikke er lukket", "[[SKJ-09]]"),
    ("Se noe[^1].", "en fotnote", "sources"),
    ("Dette{: .viktig} gjelder.", "et merke for utseende", "klammene"),
    ("Lønn&nbsp;og tid.", "en kode for et tegn", "tegnet selv"),
    ("> Slik sa hun.", "et sitat med >", "anførselstegn"),
    ("Det er ~~ikke~~ slik.", "overstrøket tekst", "slett"),
    ("Først.\n\n---\n\nSå.", "en skillelinje", "tom linje"),
])  # fmt: skip
def test_raw_markup_is_told_at_its_line(find: Find, text: str, what: str, fix: str) -> None:
    found = [f for f in find([_summary(text)]) if f.code == "N08"]
    assert what in found[0].problem and fix in found[0].fix
    assert found[0].place.line > 5, found[0].place


def test_a_picture_is_told(find: Find) -> None:
    assert ["et bilde" in f.problem for f in find([_summary("Se ![en](a.png).")])] == [True]


@pytest.mark.parametrize("text", [
    "Under 5 < 6 og 7 > 6.", "Skriv \\<b\\> slik.", "> 5 ansatte må til.", "Pris = 5 & moms.",
    "En av de 5|6.", "[navn] på virksomheten.", "Det er **viktig**.", "Lønn – 50 % av 100.",
    "Se [Nav](https://www.nav.no).", "Ring #4 først.", "- ett\n- to", "Du & jeg; vi to.",
])  # fmt: skip
def test_what_only_looks_like_markup_is_let_be(find: Find, text: str) -> None:
    assert [f for f in find([_summary(text)]) if f.code == "N08"] == []


@pytest.mark.parametrize("title", ["Den **andre**", "Den <b>andre</b>", "Den [[leder]]"])
def test_a_title_is_words_alone(find: Find, title: str) -> None:
    found = find([Edit(OTHER, "title: Den andre modellen", f'title: "{title}"')])
    assert next((f.code, f.place.line) for f in found if f.code == "N08") == ("N08", 2)


def test_all_at_once(find: Find) -> None:
    found = find([_summary("Se <b>her</b>.\n\n## Mer\n\nSi 😀 og שלום.")])
    assert {f.code for f in found} == {"N08", "B01"}
    assert len({f.place.line for f in found}) == 3


def test_what_is_taken_to_be_in_the_typeface_is_there() -> None:
    taken = re.compile(f"[{COMMON}]")
    signs = [chr(code) for code in range(0x20, 0x2200) if taken.match(chr(code))]
    assert len(signs) > 190
    assert missing_letters("".join(signs).replace("\x7f", "")) == ""
