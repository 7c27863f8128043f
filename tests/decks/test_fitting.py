"""Whether a slide has room is measured from letters, and what has not is told at its line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.decks import shape
from handbook.decks.fitting import body_points, title_points, too_long
from handbook.document.deck import Deck, Opening, Point, Points, Side, Sides, Written
from handbook.document.linker import Linker
from handbook.model.inclusion_model import InclusionModel
from handbook.model.prose import Prose
from handbook.publishing.deck_files import DeckFile, deck_findings
from handbook.reading.folder import Reading
from handbook.sections.leader_deck import leader_deck
from project import ROOT, real_reading

WHERE = Written("model", "ia-vikar", ("pitfalls", 0, "text"))


def points(*words: str) -> Points:
    return Points("Tittel", tuple(Point((one,), written=WHERE) for one in words), ())


def test_what_is_short_has_the_largest_letters_and_what_is_long_has_smaller() -> None:
    assert body_points(points("Kort.")) == shape.BODY_POINTS[0]
    longer = points(*["Ordet står her og der og overalt hele dagen. "] * 9)
    assert shape.BODY_POINTS[-1] <= body_points(longer) < shape.BODY_POINTS[0]


def test_only_the_first_sentence_takes_room() -> None:
    assert body_points(points("Kort. " + "Her er mer å si om det. " * 90)) == shape.BODY_POINTS[0]


def test_a_title_is_made_smaller_before_it_is_too_long() -> None:
    assert title_points(points()) == shape.TITLE_POINTS[0]
    assert title_points(replace(points(), title="Ganske lang tittel " * 7)) < shape.TITLE_POINTS[0]
    assert title_points(Opening("Kort", (), ())) == shape.OPENING_POINTS


def test_the_longest_text_is_told_with_how_much_must_go() -> None:
    slide = points("Kort nok.", "ordet " * 400)
    (found,) = too_long(Deck("En", (slide,), "fot"))
    assert (found.slide, found.written) == ("Tittel", WHERE)
    cut = int(found.reason.partition("minst ")[2].split()[0])
    assert 0 < cut < 400
    fits = points("Kort nok.", "ordet " * (400 - cut))
    assert not list(too_long(Deck("En", (fits,), "fot")))
    still_too_long = points("Kort nok.", "ordet " * (400 - cut + 1))
    assert list(too_long(Deck("En", (still_too_long,), "fot")))


def test_one_column_of_two_may_be_too_long() -> None:
    long, short = Side("Lang", points("ordet " * 200).points), Side("Kort", points("Ja.").points)
    for left, right in ((long, short), (short, long)):
        (found,) = too_long(Deck("En", (Sides("To", left, right, ()),), ""))
        assert found.written == WHERE


def test_a_title_of_many_lines_is_told() -> None:
    slide = replace(points("Kort."), title="Altfor lang tittel " * 20)
    (found,) = too_long(Deck("En", (slide,), ""))
    assert found.written is None
    assert "tittelen" in found.reason


@pytest.fixture(scope="module")
def reading() -> Reading:
    return real_reading()


def long_summary(model: InclusionModel) -> InclusionModel:
    return model.model_copy(update={"summary": Prose("Ordet står her og blir lest. " * 60)})


@pytest.mark.slow
def test_a_text_without_room_is_a_finding_at_its_line(reading: Reading) -> None:
    book = reading.handbook
    assert book
    for model in (book.models[0], book.models[-1]):
        deck = leader_deck(Linker(book), long_summary(model))
        (found,) = deck_findings(DeckFile("en.pptx", deck), model, reading.places)
        assert found.code == "B02"
        assert found.place.file == f"model/{model.id}/model.yml"
        line = (ROOT / found.place.file).read_text("utf-8").splitlines()[found.place.line - 1]
        assert line.startswith("summary:")
        assert "ta bort minst" in found.problem
