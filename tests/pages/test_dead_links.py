"""A link that leads nowhere stops the build and is told where an editor looks first."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from handbook.build import Build, Options, build
from handbook.document.blocks import Contents, File, Files, Paragraph, Picture, Section, Tool
from handbook.document.inline import Ref
from handbook.document.places import Place, page
from handbook.document.tools import Handover, Paper
from handbook.findings import Finding
from handbook.pages.dead_links import dead_links
from handbook.pages.page import Crumb, Menu, MenuItem, Page
from project import TODAY

TINY = Path(__file__).parents[1] / "checks" / "tiny"
HERE = Place("page", "tema/her")
SOURCE = "model/themes/her.yml"


def told(*blocks: object) -> Section:
    return Section("Her", blocks, "topp", place=HERE)  # type: ignore[arg-type]


def way(place: Place) -> Paragraph:
    return Paragraph((Ref(place, "dit"),))


def here(*blocks: object) -> Page:
    return Page("tema/her", "Her", "theme", "", source=SOURCE, section=told(*blocks))


def found(*pages: Page, files: tuple[str, ...] = ()) -> list[Finding]:
    return list(dead_links(pages, (), files, str))


def test_what_stands_there_is_no_dead_link() -> None:
    spot = Section("Der", (), "der")
    ways = (way(HERE), way(HERE.at("der")), way(page("tema/her", "valg=a")), way(page("om")))
    file = Files((File(Place("file", "last-ned/bok.pdf"), "Boka", "PDF", 1),))
    contents = Contents((("Der", "der"),))
    assert found(here(contents, spot, *ways, file), files=("last-ned/bok.pdf",)) == []


def test_a_page_a_spot_and_a_file_that_are_not_there_are_each_told() -> None:
    file = Files((File(Place("file", "last-ned/bok.pdf"), "Boka", "PDF", 1),))
    ways = (way(Place("role", "borte")), way(HERE.at("borte")), file, Contents((("X", "x"),)))
    dead = found(here(*ways))
    assert {f.code for f in dead} == {"H21"}
    assert {f.place.file for f in dead} == {SOURCE}
    assert sorted(f.found.split("»")[0] for f in dead) == [
        "«last-ned/bok.pdf", "«roller/borte.html", "«tema/her.html#borte", "«tema/her.html#x",
    ]  # fmt: skip


def test_a_build_without_files_is_not_asked_for_them() -> None:
    file = Files((File(Place("file", "last-ned/bok.pdf"), "Boka", "PDF", 1),))
    assert list(dead_links((here(file),), (), None, str)) == []


def test_pictures_and_the_files_of_a_tool_are_looked_for() -> None:
    paper = Paper("SKJ-10", "Plan", (), Place("file", "a.js"), Place("file", "a.docx"))
    tool = Tool(Handover("plan", Place("file", "b.js"), (paper,), None))
    dead = found(here(tool, Picture(Place("file", "a.png"), "En a")))
    assert sorted(f.found.split("»")[0] for f in dead) == ["«a.docx", "«a.js", "«a.png", "«b.js"]


def test_one_place_is_told_of_once_with_how_many_lead_there() -> None:
    other = replace(here(way(Place("role", "borte"))), path="tema/der")
    (dead,) = found(here(way(Place("role", "borte"))), other)
    assert dead.found == "«roller/borte.html» på tema/her.html, og 1 sider til"


def test_crumbs_menus_and_former_addresses_are_looked_at_too() -> None:
    menu = Menu("M", "tema/her", (MenuItem("a", "a", items=(MenuItem("b", "tema/her#b"),)),))
    lost = replace(here(), crumbs=(Crumb("c", "c"),), menu=menu, moved_to=Place("role", "borte"))
    dead = sorted(f.found.split("»")[0] for f in found(lost))
    assert dead == ["«a.html", "«c.html", "«roller/borte.html", "«tema/her.html#b"]


def test_a_page_without_a_file_is_told_of_where_the_handbook_begins() -> None:
    (dead,) = found(replace(here(way(page("borte"))), source=""))
    assert str(dead.place) == "model/handbook.yml:1:1"


def _written(tmp_path: Path, text: str) -> Build:
    root = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    (root / "docs/redaksjon").mkdir(parents=True)
    top = "---\ntitle: {0}\ndescription: {0}.\n---\n\n# {0} {{#topp}}\n\n"
    (root / "docs/om.md").write_text(top.format("Om") + text, encoding="utf-8")
    (root / "docs/redaksjon/index.md").write_text(top.format("Redaksjon"), encoding="utf-8")
    return build(root, TODAY, options=Options(files=False))


def test_hand_written_pages_lead_to_pages_of_both_kinds(tmp_path: Path) -> None:
    made = _written(tmp_path, "Se [rollene](roller/index.md) og [oss](redaksjon/index.md#topp).\n")
    assert [f for f in made.findings if f.code == "H21"] == []
    assert made.pages


def test_a_hand_written_link_to_nowhere_stops_the_build_at_its_line(tmp_path: Path) -> None:
    made = _written(tmp_path, "Se\n[oss](redaksjon/index.md#borte) og [her](roller/borte.md).\n")
    assert [str(f.place) for f in made.errors] == ["docs/om.md:9:7", "docs/om.md:9:42"]
    assert made.errors[0].found == "«redaksjon/index.md#borte»"
    assert made.pages == ()
