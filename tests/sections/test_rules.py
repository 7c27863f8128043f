"""A rule is told in its own words wherever a text asks for it, in every output."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.build import Options, build
from handbook.checks import run_checks
from handbook.document.linker import Linker
from handbook.model.transclusion import as_written
from handbook.pages.page import Page
from handbook.publishing.dump import dump
from handbook.reading.folder import read_handbook
from handbook.render.markdown import markdown
from handbook.render.search_text import search_text
from handbook.render.typst_tree import typst_tree
from project import ROOT, TODAY, article_of

RULE = "model/rules/sporsmal.yml"
THEME = "model/themes/personvern.yml"
WORDS = "Dere skal ikke spørre om sykdom."


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny handbook."""
    return Path(shutil.copytree(ROOT / "tests/checks/tiny", tmp_path / "tiny"))


def _edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def _pages(root: Path) -> dict[str, Page]:
    made = build(root, TODAY, options=Options(files=False))
    assert made.errors == ()
    return {page.path: page for page in made.pages}


@pytest.fixture
def theme(tiny: Path) -> Page:
    return _pages(tiny)["tema/personvern"]


def test_the_words_stand_on_the_page_with_a_quiet_way_to_the_rule(theme: Page) -> None:
    article = article_of(theme)
    assert WORDS in article
    assert 'class="rule-ref" href="../regler/sporsmal.html"' in article
    assert 'title="Regel: Det dere ikke kan spørre om (' in article
    assert "[[" not in article


def test_every_way_to_print_tells_the_words(theme: Page) -> None:
    assert WORDS in markdown(theme.section, theme.path)
    assert WORDS in search_text(theme.section.blocks)
    assert WORDS in str(typst_tree((theme.section,), "").nodes)


def test_one_edit_changes_every_page(tiny: Path) -> None:
    _edit(tiny, RULE, WORDS, "Dere skal ikke spørre om søvn.")
    assert "Dere skal ikke spørre om søvn." in article_of(_pages(tiny)["tema/personvern"])


@pytest.mark.parametrize(
    ("variant", "words"),
    [("kort", "om sykdom"), ("rolle", "Du skal ikke"), ("deltaker", "Ingen skal spørre deg"),
     ("unntak", "som trengs for oppgavene")],
)  # fmt: skip
def test_a_variant_is_told_by_its_word(tiny: Path, variant: str, words: str) -> None:
    _edit(tiny, THEME, "[[regel:sporsmal]]", f"[[regel:sporsmal|{variant}]]")
    assert words in article_of(_pages(tiny)["tema/personvern"])


def test_a_form_tells_the_words_in_its_plain_texts(tiny: Path) -> None:
    _edit(tiny, "forms/SKJ-01.yml", "\npurpose: ", '\npurpose: "[[regel:sporsmal]]" #')
    book = read_handbook(tiny).handbook
    assert book and book.form_by_id["SKJ-01"].purpose.plain == WORDS


def test_a_rule_may_tell_another(tiny: Path) -> None:
    text = (tiny / RULE).read_text(encoding="utf-8").replace("id: sporsmal", "id: annen")
    text = text.replace("title: Det", "title: Noe annet det")
    other = tiny / "model/rules/annen.yml"
    other.write_text(text.replace(WORDS, '"Husk: [[regel:sporsmal]]"'), encoding="utf-8")
    _edit(tiny, THEME, "[[regel:sporsmal]]", "[[regel:annen]]")
    assert f"Husk: {WORDS}" in search_text(_pages(tiny)["tema/personvern"].section.blocks)


def test_the_page_of_a_rule_knows_where_it_is_told(tiny: Path) -> None:
    article = article_of(_pages(tiny)["regler/sporsmal"])
    assert "Tema: Personvern" in article
    assert "loven § 2" in article and "Gjelder alle som tar imot noen." in article


def test_the_overview_lists_rules_by_kind_and_by_day(tiny: Path) -> None:
    text = search_text(_pages(tiny)["regler/index"].section.blocks)
    assert "Det dere ikke kan spørre om" in text
    assert "1.\u00a0januar 2028 leses på nytt innen" in text


def test_an_unknown_rule_is_told_of_where_it_stands(tiny: Path) -> None:
    _edit(tiny, THEME, "[[regel:sporsmal]]", "Husk. [[regel:sporsmaal]]")
    (found,) = run_checks(read_handbook(tiny), today=TODAY)
    line = (tiny / THEME).read_text(encoding="utf-8").splitlines()[found.place.line - 1]
    assert found.code == "H04"
    assert line[found.place.column - 1 :].startswith("[[regel:sporsmaal]]")
    assert "[[regel:sporsmal]]" in found.fix


def test_a_ring_of_rules_is_told_of_and_stops(tiny: Path) -> None:
    text = (tiny / RULE).read_text(encoding="utf-8").replace("id: sporsmal", "id: annen")
    text = text.replace("title: Det", "title: Noe annet det")
    other = tiny / "model/rules/annen.yml"
    other.write_text(text.replace(WORDS, '"[[regel:sporsmal]]"'), encoding="utf-8")
    _edit(tiny, RULE, WORDS, '"[[regel:annen]]"')
    assert "R04" in [one.code for one in run_checks(read_handbook(tiny), today=TODAY)]


def test_a_retired_rule_may_not_be_told_as_if_it_held(tiny: Path) -> None:
    _edit(tiny, RULE, "kind: prohibition", "kind: prohibition\n"
          "withdrawn: {date: 2026-11-01, reason: Opphevet.}")  # fmt: skip
    assert [one.code for one in run_checks(read_handbook(tiny), today=TODAY)] == ["H07"]


def test_a_handbook_as_written_asks_and_does_not_tell(tiny: Path) -> None:
    book = read_handbook(tiny).handbook
    assert book and '"[[regel:sporsmal]]"' in dump(book).decode()
    text = as_written(book).theme_by_id["personvern"].sections[0].statements[1].text
    assert text.plain == "regel:sporsmal"


def test_words_inside_a_sentence_keep_the_way(tiny: Path) -> None:
    book = read_handbook(tiny).handbook
    assert book
    text = book.theme_by_id["personvern"].sections[0].statements[1].text
    said, way = Linker(book).words(text)
    assert (type(said).__name__, getattr(way, "kind", "")) == ("Said", "rule")
