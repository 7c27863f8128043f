"""From a mark in any volume to its quotation: the list of numbers, and the page it names."""

from __future__ import annotations

from functools import cache

import pytest

from handbook.book.look_up import BY_NUMBER
from handbook.book.volumes import Volume, volume_chapters, volumes_of
from handbook.document.blocks import Item, Section
from handbook.document.inline import Mark, Ref
from handbook.document.linker import Linker
from handbook.document.walk import walk
from handbook.model.handbook import Handbook
from handbook.render.search_text import search_text
from handbook.render.typst_tree import typst_tree
from handbook.render.typst_words import label
from project import real_reading


@cache
def _book() -> Handbook:
    book = real_reading().handbook
    assert book
    return book


@cache
def _told(volume: Volume) -> tuple[Section, ...]:
    return volume_chapters(Linker(_book()), volume)


def _list_of_numbers() -> dict[str, Ref]:
    (told,) = (one for one in _told(Volume.GROUNDS) if one.title == BY_NUMBER)
    return {ref.words: ref for ref in walk(told) if isinstance(ref, Ref)}


@pytest.mark.content
def test_every_mark_of_every_volume_stands_in_the_list_of_numbers() -> None:
    listed = _list_of_numbers()
    marked = {
        finding.words: finding.place
        for volume in volumes_of(_book())
        for chapter in _told(volume)
        for mark in walk(chapter)
        if isinstance(mark, Mark)
        for finding in mark.findings
    }
    assert len(marked) > 200
    assert {number: place for number, place in marked.items() if number not in listed} == {}
    assert all(listed[number].place == place for number, place in marked.items())


@pytest.mark.content
def test_the_list_leads_to_the_quotation_or_to_why_there_is_none() -> None:
    items = {
        item.anchor: search_text(item.blocks)
        for chapter in _told(Volume.GROUNDS) for item in walk(chapter)
        if isinstance(item, Item) and item.anchor in _book().finding_by_id
    }  # fmt: skip
    for number in _list_of_numbers():
        _, finding = _book().finding_by_id[number]
        wanted = f"«{finding.quote}»" if finding.quote else finding.no_quote
        assert wanted and _bare(wanted) in _bare(items[number]), number


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.content
def test_every_line_of_the_list_has_its_page_in_the_same_volume() -> None:
    tree = typst_tree(_told(Volume.GROUNDS), "https://eksempel.no/")
    paged = {way["to"] for way in tree.ways if way["paged"]}
    assert {label(ref.place) for ref in _list_of_numbers().values()} <= paged
