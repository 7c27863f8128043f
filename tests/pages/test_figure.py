"""The process figure: every step once, in order, inside the picture."""

from __future__ import annotations

import re

import pytest

from handbook.build import Build
from handbook.pages.figure import draw, wrap


def test_each_step_has_one_link_in_the_figure_and_one_in_the_list_in_the_same_order(
    real: Build,
) -> None:
    assert real.book
    for model in real.book.models:
        page = next(p for p in real.pages if p.path == f"modeller/{model.id}/index")
        figure, rest = page.markdown.split("</figure>", 1)
        listing = rest.split("## Kjernen", 1)[0]
        steps = [f"steg-{step.id}.html" for step in model.steps]
        assert re.findall(r'<a class="node" href="(steg-[^"]+)"', figure) == steps
        assert re.findall(r'<li value="\d+"><a href="(steg-[^"]+)"', listing) == steps


def test_everything_stays_inside_the_picture_and_boxes_do_not_touch(real: Build) -> None:
    assert real.book
    for model in real.book.models:
        drawing = draw(model)
        last = 0
        for box in drawing.boxes:
            assert box.x > 0
            assert box.x + 152 < drawing.width
            assert box.y > last
            last = box.y + box.height
        assert last < drawing.height


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
