"""Journey 10: an auditor goes from a claim to its words, from the table to the page, and counts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from itertools import pairwise

import pytest
from lxml import html
from lxml.html import HtmlElement

from handbook.build import Build
from handbook.document.places import anchor, path
from handbook.model.claims import Claim, claims
from handbook.model.coverage import basis_counts
from handbook.model.handbook import Handbook
from handbook.model.noun import Basis
from handbook.pages.quotations import QUOTATIONS
from handbook.publishing.claims_file import CLAIMS
from handbook.publishing.manifest import MANIFEST, with_manifest
from handbook.publishing.quality_file import QUALITY_DATA
from handbook.sections.claim_places import told_at
from project import article_of

pytestmark = pytest.mark.content

Row = dict[str, str]
_HEADING = re.compile(r"h[1-6]")


@pytest.fixture(scope="module")
def book(real: Build) -> Handbook:
    assert real.book
    return real.book


@pytest.fixture(scope="module")
def rows(real: Build) -> list[Row]:
    text = real.files[CLAIMS].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.fixture(scope="module")
def pages(real: Build) -> dict[str, HtmlElement]:
    return {page.path: html.fromstring(f"<div>{article_of(page)}</div>") for page in real.pages}


def _spots(page: HtmlElement) -> dict[str, str]:
    """Spot → what is told there: a heading tells all until the next of its level or above."""
    told: dict[str, str] = {}
    every = list(page.iter())
    heads = [(at, one) for at, one in enumerate(every) if _HEADING.fullmatch(str(one.tag))]
    for at, one in heads:
        after = (i for i, other in heads if i > at and other.tag <= one.tag)
        told[one.get("id", "")] = _words_between(every, at, next(after, len(every)))
    for one in every:
        if one.get("id") and one not in [head for _, head in heads]:
            told[one.get("id")] = one.text_content()
    return told


def _words_between(every: list[HtmlElement], start: int, end: int) -> str:
    return " ".join(f"{one.text or ''} {one.tail or ''}" for one in every[start:end])


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{4,}", text.lower())


def _told_there(book: Handbook, claim: Claim, told: str) -> bool:
    """Most words of a claim, or the name of the rule that it consists of."""
    there, said = set(_words(told)), _words(claim.said)
    names = [
        rule.title
        for rule in book.rules
        if any(one.plain[:60] in claim.said for one in (rule.wording, rule.exceptions) if one)
    ]
    known = sum(word in there for word in said)
    return known >= 0.6 * len(said) or any(set(_words(name)) <= there for name in names)


def test_the_table_leads_to_the_spot_where_each_claim_is_told(
    book: Handbook, pages: dict[str, HtmlElement]
) -> None:
    spots = {name: _spots(page) for name, page in pages.items()}
    astray = []
    for claim in claims(book):
        place = told_at(book, claim)
        told = spots[path(place)].get(anchor(place) or "topp")
        counted = claim.fields[-1:] in (("effort",), ("suits",), ("capacity",))
        if told is None or not (counted or _told_there(book, claim, told)):
            astray.append((claim.owner, claim.where, path(place), anchor(place)))
    assert astray == []


def test_what_a_model_says_is_on_its_step_and_not_on_its_front_page(rows: list[Row]) -> None:
    in_steps = [row for row in rows if ".steps." in row["Sted i fila"]]
    assert len(in_steps) > 1500
    assert [row for row in in_steps if "/steg-" not in row["Side"]] == []
    assert sum("#" in row["Side"] for row in rows) > 0.9 * len(rows)


def test_one_action_leads_from_every_mark_to_the_words_of_its_source(
    real: Build, book: Handbook, pages: dict[str, HtmlElement]
) -> None:
    """The link of a mark names the finding; the words are shown, and stand where it leads."""
    call = real.files[QUOTATIONS].decode()
    shown = json.loads(call[call.index("(") + 1 : call.rindex(")")])
    seen = set()
    for name, page in pages.items():
        for link in page.xpath("//*[contains(@class, 'basis')]//a[contains(@href, '#')]"):
            source, _, number = link.get("href").rpartition("#")
            if "/kilder/" in f"/{source}" and number not in seen:
                seen.add(number)
                _shows_the_words(book, pages, shown, number, name)
    assert len(seen) > 300


def _shows_the_words(
    book: Handbook, pages: dict[str, HtmlElement], shown: dict[str, list[str]], number: str, on: str
) -> None:
    source, finding = book.finding_by_id[number]
    wanted = finding.quote or finding.no_quote
    assert wanted and any(wanted in one for one in shown[number]), f"{on}: {number}"
    (there,) = pages[f"kilder/{source.id}"].xpath(f"//*[@id='{number}']")
    assert _bare(wanted) in _bare(there.text_content()), f"{on}: {number}"


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def test_the_page_counts_marks_as_the_table_and_the_data_do(
    real: Build, book: Handbook, rows: list[Row], pages: dict[str, HtmlElement]
) -> None:
    told = json.loads(real.files[QUALITY_DATA])
    counted = Counter(mark for _, _, mark in {_one(row) for row in rows} if mark)
    assert {basis.label: told["claims"][basis.value] for basis in Basis} == dict(counted)
    cells = pages["kvalitet"].xpath("//table[.//th[normalize-space()='Grunnlag']]//tbody/tr")
    shown = {_cell(row[0]): [int(_cell(one)) for one in row[1:]] for row in cells}
    models = sorted(book.models, key=lambda model: model.short_title)
    assert shown == {
        basis.label: sorted_counts
        for basis in Basis
        if any(sorted_counts := [basis_counts(model)[basis] for model in models])
    }


def _one(row: Row) -> tuple[str, str, str]:
    return row["Fil"], row["Sted i fila"], row["Merke"]


def _cell(cell: HtmlElement) -> str:
    return " ".join(cell.text_content().split())


def test_the_sums_say_which_content_was_audited(real: Build, book: Handbook) -> None:
    audited = {name: real.files[name] for name in (CLAIMS, QUALITY_DATA, "data/handbook.json")}
    listed = json.loads(dict(with_manifest(audited.items(), book.edition))[MANIFEST])["files"]
    assert json.loads(audited[QUALITY_DATA])["content_sha256"] == listed["data/handbook.json"]
    assert set(listed) == set(audited)


def test_every_model_has_an_owner_a_review_and_versions_with_reasons(real: Build) -> None:
    for model in json.loads(real.files[QUALITY_DATA])["models"]:
        assert model["owner"] and model["review_by"], model["id"]
        assert all(one["what"] for one in model["versions"]), model["id"]
        assert model["versions"] or model["status"] != "published", model["id"]
        dates = [one["date"] for one in model["versions"]]
        assert all(a >= b for a, b in pairwise(dates)) or all(a <= b for a, b in pairwise(dates))
