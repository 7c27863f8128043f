"""The process figure: every step once in each drawing, in order, and the same on every sheet."""

from __future__ import annotations

import re

from handbook.build import Build
from project import article_of


def test_each_step_has_one_link_in_each_drawing_and_one_in_the_list_in_the_same_order(
    real: Build,
) -> None:
    assert real.book
    pages = {page.path: page for page in real.pages}
    for model in real.book.models:
        steps = [f"steg-{step.id}.html" for step in model.steps]
        process = article_of(pages[f"modeller/{model.id}/stegene"])
        drawings = re.findall(r'<svg class="(?:wide|narrow)".*?</svg>', process, re.DOTALL)
        assert len(drawings) == 2
        for drawing in drawings:
            assert re.findall(r'<a class="step" href="(steg-[^"]+)"', drawing) == steps
        assert re.findall(r'<li value="\d+"><h3><a href="(steg-[^"]+)"', process) == steps
