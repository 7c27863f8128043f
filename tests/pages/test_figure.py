"""The process figure: every step once, in order, inside the picture."""

from __future__ import annotations

import re

import pytest

from handbook.build import Build
from handbook.document.linker import Linker
from handbook.render.svg import draw, wrap
from handbook.sections.process import drawing
from project import article_of


def test_each_step_has_one_link_in_the_figure_and_one_in_each_list_in_the_same_order(
    real: Build,
) -> None:
    assert real.book
    pages = {page.path: page for page in real.pages}
    for model in real.book.models:
        steps = [f"steg-{step.id}.html" for step in model.steps]
        process = article_of(pages[f"modeller/{model.id}/stegene"])
        assert re.findall(r'<a class="node" href="(steg-[^"]+)"', process) == steps
        assert re.findall(r'<li value="\d+"><h3><a href="(steg-[^"]+)"', process) == steps
        overview = article_of(pages[f"modeller/{model.id}/index"])
        assert re.findall(r'<li value="\d+"><a href="(steg-[^"]+)"', overview) == steps


def test_everything_stays_inside_the_picture_and_boxes_do_not_touch(real: Build) -> None:
    assert real.book
    for model in real.book.models:
        drawn = draw(drawing(Linker(real.book), model))
        last = 0
        for box in drawn.boxes:
            assert box.x > 0
            assert box.x + 152 < drawn.width
            assert box.y > last
            last = box.y + box.height
        assert last < drawn.height


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("kort", ("kort",)),
        ("to ord som brytes her", ("to ord som", "brytes her")),
        ("arbeidsmiljøutvalgsleder", ("arbeidsmi-", "ljøutvalg-", "sleder")),
    ],
)
def test_titles_are_broken_between_words_and_long_words_inside(
    text: str, lines: tuple[str, ...]
) -> None:
    assert wrap(text, 10) == lines
