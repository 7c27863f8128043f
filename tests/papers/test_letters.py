"""The letters that a paper is set in are those of the fonts."""

from __future__ import annotations

from papers.letters import THEME_FONTS, letter_scripts


def test_the_scripts_are_made_of_the_fonts() -> None:
    for name, script in letter_scripts().items():
        assert (THEME_FONTS / name).read_text("utf-8") == script, "run: python -m papers.letters"
