"""LIX and its parts, counted by hand."""

from __future__ import annotations

import pytest

from handbook.model.prose import Paragraph, Prose, Reference
from handbook.model.readability import first_sentence, lix, sentence_count, word_count


def test_lix_of_a_text_counted_by_hand() -> None:
    text = "Du får en fadder. Fadderen hjelper deg på arbeidsplassen."
    assert word_count(text) == 9
    assert sentence_count(text) == 2
    assert lix(text) == pytest.approx(9 / 2 + 100 * 3 / 9)


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("...", 0), ("Ja", 1), ("Ja. Nei! Hva?", 3), ("Ta f.eks. en tur.", 1),
     ("Se kap. 3 nr. 2.", 1), ("Den 1.11.2026 kom de.", 1), ("en\nto\n\ntre", 3),
     ("Husk:\nkaffe\nte", 3)],
)  # fmt: skip
def test_sentences(text: str, count: int) -> None:
    assert sentence_count(text) == count


def test_words_without_letters_do_not_count() -> None:
    assert word_count("24 av 61 – 39,3 % av IA-vikarene") == 6
    assert lix("– …") == 0


@pytest.mark.parametrize(
    ("text", "gist", "rest"),
    [
        ("Ring [[leder]]. Spør om ja.", "Ring leder.", "Spør om ja."),
        ("Begynn f.eks. 1. mars. Slutt så.", "Begynn f.eks. 1. mars.", "Slutt så."),
        ("Spør: Hva var greit? Hva var uklart? Takk.", None, None),
        ("Er det greit? Da går du.", None, None),
        ("Bruk **to ord. Ikke tre.** Gå.", "Bruk to ord.", "Ikke tre. Gå."),
        ("Gå hjem.", None, None),
        ("Ta med:\n\n- kort\n- nøkkel", None, None),
    ],
)
def test_a_gist_is_the_first_sentence(text: str, gist: str | None, rest: str | None) -> None:
    prose = Prose(text)
    assert prose.gist.plain == (gist or prose.plain)
    assert (prose.rest.plain if prose.rest else None) == rest


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Be om forlengelse. Det kan vare i inntil ett år til.", True),
        ("Skriv avtalen. Den skal være klar senest sju dager etter start.", True),
        ("Spør om lønnstilskudd. Det er Nav som avgjør.", True),
        ("Send rapporten. Det er et krav fra 2019.", True),
        ("Spør hvem som vil være fadder. Rollen er frivillig.", True),
        ("Besøk en arbeidsplass. Det sier mer enn en test.", False),
        ("Tell jobbsøkerne. Heimdal hadde 15.", False),
    ],
)
def test_a_condition_is_told_with_the_gist(text: str, kept: bool) -> None:
    prose = Prose(text)
    assert prose.gist_and_limits.plain == (text if kept else prose.gist.plain)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Be Nav om kravene fra 19. desember 2025. Les dem.",
            "Be Nav om kravene fra 19. desember 2025.",
        ),
        ("Ta f.eks. en tur. Kom igjen.", "Ta f.eks. en tur."),
        ("Hva skjer? Vi ser.", "Hva skjer?"),
        ("Uten punktum", "Uten punktum"),
        ("Det tok 12. Så kom neste.", "Det tok 12."),
    ],
)
def test_the_first_sentence_is_whole(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_gist_keeps_what_it_refers_to_and_leaves_what_the_rest_refers_to() -> None:
    prose = Prose("Ring [[leder]]. Fyll ut [[SKJ-09]] sammen.")
    (first,) = prose.gist.blocks
    assert prose.rest
    (second,) = prose.rest.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    referred = [[one.target for one in part.children if isinstance(one, Reference)]
                for part in (first, second)]  # fmt: skip
    assert referred == [["leder"], ["SKJ-09"]]
