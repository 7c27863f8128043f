"""The sections of a page, as a list on the page and in the menu."""

from __future__ import annotations

from handbook.pages.contents import PLACE, Section, sections, with_contents


def test_sections_are_the_headings_of_the_second_level_as_plain_text() -> None:
    page = (
        "# Topp {#topp}\n\n## Lønn \\& <tid> {#lonn}\n\n### Under {#under}\n\n## Slutt {#slutt}\n"
    )
    assert sections(page) == (Section("Lønn & <tid>", "lonn"), Section("Slutt", "slutt"))


def test_the_list_stands_where_the_template_asks_for_it_and_is_escaped() -> None:
    made = with_contents(f"{PLACE}\n\n## Mer <b> {{#mer}}\n")
    assert made.startswith('<nav class="on-this-page" aria-label="På denne siden">')
    assert '<a href="#mer">Mer &lt;b&gt;</a>' in made
    assert with_contents("## Mer {#mer}\n") == "## Mer {#mer}\n"
