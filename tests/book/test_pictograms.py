"""Pictograms stand beside words to participants, are silent and have no look of their own."""

from __future__ import annotations

import re

import pytest
from pdf_reading import Tagged
from tiny_book import tiny

from handbook.book.leaf_files import participant_booklet_pdf
from handbook.document.linker import Linker
from handbook.model.inclusion_model import InclusionModel
from handbook.model.pictogram import Pictogram
from handbook.pictograms import drawing
from handbook.publishing.assets import THEME
from handbook.render.html import article
from handbook.render.xhtml import Xhtml
from handbook.sections.participant import participant_section
from handbook.sections.step import step_section

_FIXED = 5
"""Beside each of the questions that every such page answers."""


def _told() -> InclusionModel:
    return next(model for model in tiny().models if model.for_participant)


@pytest.mark.parametrize("pictogram", Pictogram)
def test_each_is_an_outline_in_the_colour_of_the_text(pictogram: Pictogram) -> None:
    drawn = drawing(pictogram)
    assert 'viewBox="0 0 24 24"' in drawn
    assert 'stroke-width="1.75"' in drawn
    assert "<path" in drawn
    assert re.findall(r'(?:fill|stroke)="([^"]*)"', drawn) == ["none", "currentColor"]
    assert "<text" not in drawn


def test_no_two_look_alike_or_mean_the_same() -> None:
    assert len({drawing(one) for one in Pictogram}) == len(Pictogram)
    assert len({one.label for one in Pictogram}) == len(Pictogram)


def test_the_licence_lies_with_other_vendored_parts() -> None:
    told = (THEME / "assets" / "vendor" / "tabler-icons.LICENSE.txt").read_text(encoding="utf-8")
    assert told.startswith("MIT License")
    assert "Paweł Kuna" in told


def test_each_question_and_step_has_one_that_is_not_heard() -> None:
    linker, model = Linker(tiny()), _told()
    told = sum(step.to_participant is not None for step in model.steps)
    page = article(participant_section(linker, model), "modeller/mini/til-deg.html")
    tiles = re.findall(r'<span class="pict"><svg ([^>]*)>', page)
    assert len(tiles) == told + _FIXED > _FIXED
    assert all('aria-hidden="true"' in tile for tile in tiles)
    book = Xhtml(lambda _: "x", {}).section(participant_section(linker, model))
    assert book.count('class="pict"') == told + _FIXED


def test_they_are_on_pages_to_participants_alone() -> None:
    linker, model = Linker(tiny()), _told()
    told = (step_section(linker, model, step, n) for n, step in enumerate(model.steps, 1))
    assert not any('class="pict"' in article(one, "x.html") for one in told)


def test_on_paper_they_are_no_figures_and_need_no_words() -> None:
    linker, model = Linker(tiny()), _told()
    leaf = participant_booklet_pdf(linker.book, model)
    assert len(Tagged(leaf).of("Figure")) == 1  # the code for the telephone
    shapes = b"".join(page.Contents.read_bytes() for page in Tagged(leaf).pdf.pages)
    assert shapes.count(b"/Artifact") > _FIXED
