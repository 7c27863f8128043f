"""The sections of a page, as a list on the page and in the menu."""

from __future__ import annotations

from handbook.build import Build
from handbook.pages.contents import PLACE, Section, sections, with_contents
from handbook.pages.frame import frame_of


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


def test_the_menu_shows_the_lines_of_the_part_the_reader_is_in_and_no_other(real: Build) -> None:
    assert real.book is not None
    model = real.book.models[0]
    by_path = {page.path: page for page in real.pages}
    overview = frame_of(real.book.edition, by_path[f"modeller/{model.id}/index"]).menu
    assert overview is not None
    first, *others = overview.items
    assert [link.url for link in first.items][:1] == ["#passer"]
    assert not any(item.items for item in others)
    phase = model.phases[1]
    step = by_path[f"modeller/{model.id}/steg-{phase.steps[0].id}"]
    menu = frame_of(real.book.edition, step).menu
    assert menu is not None
    (process,) = [item for item in menu.items if item.items]
    assert [item.title for item in process.items] == [phase.title for phase in model.phases]
    (opened,) = [item for item in process.items if item.items]
    assert opened.title == phase.title
    assert [line.current for line in opened.items] == [True] + [False] * (len(phase.steps) - 1)
