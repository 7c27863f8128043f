"""A rule is told in its own words wherever a text asks for it, in every output."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from handbook.__main__ import main
from handbook.build import Options, build, site
from handbook.checks import run_checks
from handbook.checks.rules import expired_under_a_must
from handbook.checks.where import Where
from handbook.document.linker import Linker
from handbook.model.transclusion import as_written
from handbook.pages.page import Page
from handbook.pages.page_digest import page_digest
from handbook.publishing.dump import dump
from handbook.reading.folder import read_handbook
from handbook.render.markdown import markdown
from handbook.render.search_text import search_text
from handbook.render.typst_tree import typst_tree
from handbook.sections.rules import AFTERWARDS
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


def test_an_editor_sees_where_a_rule_is_told_and_a_reader_when_it_holds(tiny: Path) -> None:
    pages = _pages(tiny)
    article = article_of(pages["regler/sporsmal"])
    assert "Tema: Personvern" not in article
    assert "Tema: Personvern" in article_of(pages["redaksjon/reglene"])
    assert "loven § 2" in article and "Gjelder alle som tar imot noen." in article


def test_readers_have_the_rules_by_kind_and_editors_by_day(tiny: Path) -> None:
    pages = _pages(tiny)
    text = search_text(pages["regler/index"].section.blocks)
    assert "Det dere ikke kan spørre om" in text and "leses på nytt" not in text
    text = search_text(pages["redaksjon/reglene"].section.blocks)
    assert "1.\u00a0januar 2028 Det dere ikke kan spørre om: leses på nytt innen da" in text


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
    assert {one.code for one in run_checks(read_handbook(tiny), today=TODAY)} == {"H07"}


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


def _expiring(root: Path, day: str) -> None:
    _edit(root, RULE, "check_by: 2028-01-01", f"valid_to: {day}")


def test_a_rule_with_an_end_says_when_wherever_it_is_told(tiny: Path) -> None:
    _expiring(tiny, "2026-12-31")
    page = _pages(tiny)["tema/personvern"]
    assert "Gjelder til 31.\u00a0desember 2026." in markdown(page.section, page.path)
    assert 'data-passed="Gjaldt til 31. desember 2026."' in article_of(page)
    rule = article_of(_pages(tiny)["regler/sporsmal"])
    assert AFTERWARDS in rule, "and what to do before the day has come"
    assert 'data-from="2027-01-01" hidden' in rule


@pytest.mark.slow
def test_after_the_day_it_is_said_in_the_past_and_nothing_else_changes(tiny: Path) -> None:
    _expiring(tiny, "2026-12-31")
    for day, said, hidden in (
        (dt.date(2026, 12, 31), "Gjelder til", True),
        (dt.date(2027, 1, 1), "Gjaldt til", False),
    ):
        made = {p.path: p for p in build(tiny, day, options=Options(files=False)).pages}
        assert f"{said} 31." in markdown(made["tema/personvern"].section, "tema/personvern")
        assert (" hidden>" in article_of(made["regler/sporsmal"])) is hidden
    digests = {
        page_digest(next(p for p in build(tiny, day, options=Options(files=False)).pages
                         if p.path == "tema/personvern"))
        for day in (dt.date(2026, 12, 31), dt.date(2027, 1, 1))
    }  # fmt: skip
    assert len(digests) == 1, "a day that passes is no change of the content"


def test_the_same_day_gives_the_same_bytes(tiny: Path) -> None:
    _expiring(tiny, "2026-12-31")
    options = Options(files=False)
    one, two = (dict(site(build(tiny, TODAY, options=options), options)) for _ in range(2))
    assert one == two


@pytest.mark.parametrize(
    "must", ['text: "Skriv planen. [[regel:sporsmal]]"', "sources: [L2]\n            text: Skriv."]
)
def test_a_must_rests_on_the_rule_it_asks_for_and_on_its_findings(tiny: Path, must: str) -> None:
    _expiring(tiny, "2026-12-31")
    _edit(tiny, "model/mini/process.yml", "text: Skriv planen sammen.", must)
    reading = read_handbook(tiny)
    book = reading.handbook
    assert book
    where = Where(book, reading.places)

    def resting(today: dt.date) -> list[str]:
        return [rule.id for _, rule in expired_under_a_must(book, where, today)]

    assert resting(dt.date(2026, 12, 31)) == []
    assert resting(dt.date(2027, 1, 1)) == ["sporsmal"]


@pytest.mark.slow
def test_an_edition_is_refused_when_a_must_rests_on_what_is_over(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _expiring(tiny, "2026-12-31")
    _edit(tiny, "model/handbook.yml", '  - version: "1.0"\n', '  - version: "2026.1"\n')
    _edit(tiny, "model/mini/process.yml", "text: Skriv planen sammen.",
          'text: "Skriv planen sammen. [[regel:sporsmal]]"')  # fmt: skip
    words = ["--root", str(tiny), "--today", "2027-01-01", "release", "2026.1", "--allow-warnings"]
    assert main(words) == 1
    assert "gjaldt til 2026-12-31" in capsys.readouterr().out
    words[3] = "2026-12-30"
    assert main(words) == 0


def test_the_night_writes_what_has_passed_and_what_must_be_read(tiny: Path) -> None:
    _expiring(tiny, "2026-12-31")
    told = {}
    for day in ("2026-10-01", "2026-12-01", "2027-01-01", "2027-01-10"):
        assert main(["--root", str(tiny), "--today", day, "nightly"]) == 0
        told[day] = [
            "regelen «sporsmal»" in (tiny / "build/nightly" / name).read_text(encoding="utf-8")
            for name in ("turned.md", "reread.md")
        ]
    assert told == {
        "2026-10-01": [False, False], "2026-12-01": [False, True], "2027-01-01": [True, True],
        "2027-01-10": [False, True],
    }  # fmt: skip


def test_all_days_are_listed_when_asked_for(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--root", str(tiny), "--today", "2026-11-22", "freshness"]
    main(words)
    assert "sporsmal" not in capsys.readouterr().out
    main([*words, "--all"])
    told = capsys.readouterr().out
    assert "SENERE" in told
    assert "Les regelen «sporsmal» på nytt, innen 2028-01-01 (model/rules/sporsmal.yml:" in told
