"""LIX and its parts, counted by hand."""

from __future__ import annotations

import pytest

from handbook.model.readability import lix, sentence_count, word_count


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
