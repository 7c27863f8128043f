"""The chapters of the book: all places have their own, citations are found, blame is exact."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tiny_book import tiny

from handbook.book.blame import SPOTS, blamed
from handbook.book.mentions import Mentions
from handbook.book.uses import uses
from handbook.book.volumes import all_chapters, model_chapters, model_on_paper
from handbook.document.blocks import Paragraph, Section
from handbook.document.inline import Index, Mark
from handbook.document.linker import Linker
from handbook.document.places import GLOSSARY, SOURCES, Place, message_place, page
from handbook.document.walk import walk
from handbook.model.coverage import cited
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.model.people import Term
from handbook.model.prose import Prose
from handbook.model.transclusion import Teller
from handbook.render.search_text import plain, search_text
from handbook.sections.practice import exception_anchor
from project import real_book
from proofs.specimen import Specimen


@pytest.fixture(scope="module")
def told() -> tuple[Section, ...]:
    return all_chapters(Linker(tiny()))


def places(told: tuple[Section, ...]) -> Iterator[Place]:
    for chapter in told:
        yield from (one.place for one in walk(chapter) if isinstance(one, Section) and one.place)


def test_every_noun_has_one_place_in_the_book(told: tuple[Section, ...]) -> None:
    book, found = tiny(), list(places(told))
    wanted = [Place("model", model.id) for model in book.models]
    wanted += [Place("step", at.key) for at in book.steps]
    wanted += [Place("form", form.id) for form in book.forms]
    wanted += [Place("theme", theme.id) for theme in book.themes]
    wanted += [Place("source", source.id) for source in book.sources]
    assert [place for place in wanted if found.count(place) != 1] == []
    assert len(found) == len(set(found))


def test_every_cited_finding_tells_where(told: tuple[Section, ...]) -> None:
    book = tiny()
    nouns = (*book.models, *book.roles, *book.forms, *book.themes, *book.terms)
    numbers = {number for noun in nouns for number in cited(noun)} & book.finding_by_id.keys()
    assert numbers
    assert uses(Linker(book), told[:-1]).keys() >= numbers


def test_a_use_is_told_at_the_narrowest_place(told: tuple[Section, ...]) -> None:
    found = {ref.place for refs in uses(Linker(tiny()), told[:-1]).values() for ref in refs}
    assert {place.kind for place in found} & {"step", "part", "role", "duties"}
    assert all(place.anchor for place in found if place == page(GLOSSARY))


def test_a_use_says_which_model_it_is_in(told: tuple[Section, ...]) -> None:
    names = {ref for refs in uses(Linker(tiny()), told[:-1]).values() for ref in refs}
    model = tiny().model_by_id["mini"]
    inside = [one for one in names if one.place.name.partition("/")[0] == model.id]
    assert any(" – " in one.words for one in inside)
    assert all(one.words.startswith(model.short_title) for one in inside)


def test_a_model_alone_has_the_sources_it_rests_on() -> None:
    book = tiny()
    model = book.models[0]
    chapter, sources = model_chapters(Linker(book), model)
    assert (chapter.place, sources.place) == (Place("model", model.id), page(SOURCES))
    own = {book.finding_by_id[n][0].id for n in cited(model) if n in book.finding_by_id}
    assert {p.name for p in places((sources,)) if p.kind == "source"} == own


def test_a_model_to_print_names_the_sources_of_every_number_in_it() -> None:
    book = Specimen().handbook()
    model = book.models[0]
    told = model_on_paper(Linker(book), model)
    (listed,) = (one for one in walk(told) if isinstance(one, Section) and one.anchor == "kilder")
    numbers = {ref.words for mark in walk(told) if isinstance(mark, Mark) for ref in mark.findings}
    assert numbers
    assert {number for number in numbers if number not in search_text((listed,))} == set()


def test_a_model_to_print_says_what_each_of_its_forms_is_for() -> None:
    book = Specimen().handbook()
    model = book.models[0]
    text = search_text(model_on_paper(Linker(book), model))
    assert model.forms
    assert [f for f in model.forms if book.form_by_id[f].purpose.plain not in text] == []


def test_a_step_names_its_texts_and_their_words_stand_once_elsewhere() -> None:
    book = Specimen().handbook()
    linker, model = Linker(book), book.models[0]
    texts = [(step, one) for step in model.steps for one in step.messages]
    (chapter,) = (one for one in all_chapters(linker) if one.place == Place("model", model.id))
    whole = all_chapters(linker)
    assert texts
    for step, one in texts:
        place = message_place(model.id, step.id, one.id)
        assert one.title in search_text((chapter,))
        assert one.text.plain not in search_text((chapter,))
        assert list(places(whole)).count(place) == 1
        assert one.text.plain in search_text(whole)


def test_what_stands_in_two_columns_is_told_of_at_its_narrowest_place() -> None:
    book = Specimen().handbook()
    linker, model = Linker(book), book.models[0]
    (chapter,) = (one for one in all_chapters(linker) if one.place == Place("model", model.id))
    spots = {ref.place for refs in uses(linker, (chapter,)).values() for ref in refs}
    assert {place.kind for place in spots} >= {"model", "phase", "step"}
    assert any(place.anchor == "formal" for place in spots)


def test_a_word_is_marked_once_in_each_stretch_inflected_or_not() -> None:
    term = Term.model_validate(
        {"id": "fadder", "term": "fadder", "definition": "En kollega.", "basis": "proposal"}
    )
    steps = tuple(
        Section("Steg", (Paragraph(("Fadderen hjelper. Spør fadderen.",)),), place=place)
        for place in (Place("step", "m/a"), Place("step", "m/b"))
    )
    phase = Section("Ute", (Paragraph(("To faddere.",)),), place=Place("phase", "m/ute"))
    model = Section("Modell", (*steps, phase), place=Place("model", "m"))
    marked = Mentions((term,)).marked(model)
    assert [piece.term for piece in walk(marked) if isinstance(piece, Index)] == ["fadder"] * 2
    assert Mentions(()).marked(model) == model


@pytest.mark.parametrize(
    ("kind", "inside", "anchor", "path"),
    [
        ("model", "", "kjernen", ("core",)),
        ("model", "", "", ()),
        ("part", "/resultater", "", ("outcomes",)),
        ("part", "/kom-i-gang", "", ("getting_started",)),
    ],
)
def test_what_cannot_be_set_is_blamed_on_its_field(
    kind: str, inside: str, anchor: str, path: KeyPath
) -> None:
    model = tiny().models[0].id
    assert blamed(tiny(), Place(kind, f"{model}{inside}", anchor)) == ("model", model, path)


def test_blame_counts_phases_steps_and_entries() -> None:
    model = tiny().models[0]
    phase = model.phases[-1]
    at, last = len(model.phases) - 1, len(phase.steps) - 1
    step = Place("step", f"{model.id}/{phase.steps[-1].id}", "gjor")
    assert blamed(tiny(), step)[2] == ("phases", at, "steps", last)
    assert blamed(tiny(), Place("phase", f"{model.id}/{phase.id}"))[2] == ("phases", at)
    assert blamed(tiny(), Place("role", "fadder")) == ("role", "fadder", ())
    assert blamed(tiny(), page(SOURCES)) == ("edition", "", ())


def test_blame_finds_the_entry_a_part_tells_of() -> None:
    book = Specimen().handbook()
    model = next(one for one in book.models if one.criteria)
    assert not isinstance(model.outcomes, Absence)
    criterion = Place("part", f"{model.id}/egenvurdering", model.criteria[-1].id)
    assert blamed(book, criterion)[2] == ("criteria", len(model.criteria) - 1)
    outcome = Place("part", f"{model.id}/resultater", model.outcomes[0].id)
    assert blamed(book, outcome)[2] == ("outcomes", 0)
    trouble = Place(
        "part", f"{model.id}/nar-det-ikke-gar", exception_anchor(model.exceptions[0], 1)
    )
    assert blamed(book, trouble)[2] == ("exceptions", 0)


def test_every_spot_of_a_models_first_page_has_a_field() -> None:
    book = Specimen().handbook()
    chapter, _ = model_chapters(Linker(book), book.models[0])
    parts = (one for one in chapter.blocks if isinstance(one, Section) and not one.place)
    assert {one.anchor for one in parts} <= SPOTS.keys()
    assert set(SPOTS.values()) <= InclusionModel.model_fields.keys()


def test_a_short_rule_is_told_on_paper_with_its_exceptions_and_a_long_one_is_named_once() -> None:
    book = real_book()
    short, long = book.rule_by_id["attest-arbeidstaker"], book.rule_by_id["forbudte-sporsmal"]
    told = [
        _on_paper(book, f"[[regel:{rule.id}]] [[regel:{rule.id}|unntak]]") for rule in (short, long)
    ]
    assert short.exceptions and long.exceptions
    assert short.wording.plain in told[0]
    assert short.exceptions.plain in told[0]
    assert told[1].count(long.title) == 1
    assert long.exceptions.plain not in told[1]


def _on_paper(book: Handbook, source: str) -> str:
    return plain(Linker(book).on_paper.words(Teller(book.rules).prose(Prose(source))))
