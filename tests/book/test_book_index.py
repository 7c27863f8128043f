"""The index of the book: words, roles and forms with their pages, also in other volumes."""

from __future__ import annotations

from functools import cache

import pytest
from pdf_reading import pages_of
from tiny_book import tiny

from handbook.book.index import index_node, led_to
from handbook.book.volumes import Volume
from handbook.book.whole import book_job, book_pdf
from handbook.document.linker import Linker, role_place
from handbook.document.places import CHOOSER, Place, page
from handbook.render.typst_words import Node, label
from project import real_reading


@cache
def lines() -> dict[str, Node]:
    return {line["words"]: line for line in book_job(tiny()).tree.nodes[-1]["lines"]}


def test_a_role_is_found_on_its_page_in_the_volume_of_roles() -> None:
    pages = pages_of(book_pdf(tiny(), Volume.ROLES))
    found = [line for line in lines().values() if line.get("volume") == "Rollene"]
    assert len(found) == len(tiny().roles)
    assert [line["words"] for line in found
            if line["words"].lower() not in pages[line["page"] - 1].lower()] == []  # fmt: skip


def test_a_form_is_found_by_its_name_on_its_page_in_the_volume_of_forms() -> None:
    pages = pages_of(book_pdf(tiny(), Volume.FORMS))
    form = tiny().forms[0]
    (line,) = (line for words, line in lines().items() if words.endswith(f"({form.id})"))
    assert line["volume"] == "Skjemaene"
    assert form.id in pages[line["page"] - 1]


@pytest.mark.content
def test_a_word_and_the_role_it_names_are_one_line() -> None:
    book = real_reading().handbook
    assert book
    node = index_node(Linker(book), {role_place(book, "fadder"): (Volume.ROLES, 22)})
    (fadder,) = (line for line in node["lines"] if line["words"] == "fadder")
    assert (fadder["term"], fadder["volume"], fadder["page"]) == ("fadder", "Rollene", 22)


def test_a_volume_that_cannot_be_set_leaves_the_line_without_a_page() -> None:
    node = index_node(Linker(tiny()), {})
    assert all("page" not in line for line in node["lines"])
    assert {line["words"] for line in node["lines"]} == lines().keys()


@pytest.mark.content
def test_every_line_of_the_real_book_leads_to_something_in_it() -> None:
    book = real_reading().handbook
    assert book
    kept = set(book_job(book).tree.kept)
    wanted = set(led_to(Linker(book)))
    assert len(wanted) > 100
    assert [place for place in wanted if label(place) not in kept] == []
    assert Place("theme", "personvern", "spor-ikke") in wanted


@pytest.mark.content
def test_what_people_look_for_leads_where_the_words_of_the_handbook_lead() -> None:
    book = real_reading().handbook
    assert book
    spots = {role_place(book, "nav-veileder"): (Volume.ROLES, 34),
             Place("form", "SKJ-06"): (Volume.FORMS, 22)}  # fmt: skip
    told = {line["words"]: line for line in index_node(Linker(book), spots)["lines"]}
    assert told["skade"]["ways"] == told["ulykke eller skade"]["ways"] != []
    assert told["Nav-veileder"]["page"] == 34
    assert told["intervju: det dere ikke spør om"]["page"] == 22
    assert told["telefon til Nav"]["ways"] == [["", label(page(CHOOSER, "kontakter"))]]
    health = [to for _, to in told["helse: det dere ikke spør om"]["ways"]]
    assert label(Place("theme", "personvern", "helse-ved-ansettelse")) in health


@pytest.mark.content
def test_an_agreement_is_found_also_when_the_handbook_has_no_form_for_it() -> None:
    book = real_reading().handbook
    assert book
    lines = [line for line in index_node(Linker(book), {})["lines"]
             if line["words"].startswith("avtale: ")]  # fmt: skip
    (followed,) = (line for line in lines if "oppfølging" in line["words"])
    assert [name for name, _ in followed["ways"]] == ["Springbrett"]
    assert {"Fadderavtale", "Hospiteringsavtale"} <= {
        form.title for form in book.forms for line in lines if f"({form.id})" in line["words"]
    }
