"""The tree for Typst: where links lead, what is remembered, what paper lays out in its own way."""

from __future__ import annotations

from typing import Any

from handbook.document import blocks as b
from handbook.document.inline import Mark, Quiet, Ref
from handbook.document.places import GLOSSARY, Place, page
from handbook.model.noun import Basis
from handbook.render.typst_tree import Tree, typst_tree
from handbook.render.typst_words import Node, label

SITE = "https://prove.example"
STEP = Place("step", "mini/moete")
SOURCE = Place("source", "rapport")


def tree(*told: b.Section, **more: Any) -> Tree:
    return typst_tree(told, SITE, **more)


def nodes(value: Any, kind: str) -> list[Node]:
    """Every node of a kind, in reading order."""
    found = [value] if isinstance(value, dict) and value.get("kind") == kind else []
    inner = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | list):
        found += [node for one in inner for node in nodes(one, kind)]
    return found


def under(place: Place, *blocks: b.Block, title: str = "Del") -> b.Section:
    return b.Section(title, blocks, place=place)


def test_a_way_leads_into_the_document_or_to_the_web() -> None:
    told = under(page("roller/index"), b.Paragraph((Ref(STEP, "Møt"), Ref(SOURCE, "Rapport"))))
    made = tree(told, under(STEP, *b.said("Her.")))
    (inside,) = nodes(made.nodes, "link")
    (outside,) = nodes(made.nodes, "url")
    assert inside["to"] == label(STEP) == "modeller/mini/steg-moete"
    assert outside["url"] == f"{SITE}/kilder/rapport.html"
    assert made.ends == [label(STEP)]


def test_a_spot_that_is_not_printed_leads_to_what_holds_it() -> None:
    told = under(page("roller/index"), b.Paragraph((Ref(STEP.at("punkt-1"), "Punktet"),)))
    made = tree(told, under(STEP, *b.said("Her.")))
    assert [way["to"] for way in made.ways] == [label(STEP)]


def test_a_word_is_found_by_its_own_place_and_by_its_spot_in_the_glossary() -> None:
    fact = b.Fact("Fadder", b.said("En kollega."), anchor="fadder")
    words = under(page(GLOSSARY), b.Facts((fact,), "glossary"))
    told = under(STEP, b.Paragraph((Ref(Place("term", "fadder"), "fadder", "term"),)))
    assert tree(told, words).ends == ["ordliste#fadder"]


def test_each_finding_has_a_way_of_its_own() -> None:
    findings = tuple(Ref(SOURCE.at(number), number) for number in ("S1", "S2"))
    said = b.Paragraph(("Det virker.", " ", Mark(Basis.OWNER, findings)))
    lines = tuple(b.Item(b.said("Funn."), before=n, anchor=n) for n in ("S1", "S2"))
    made = tree(under(STEP, said), under(SOURCE, b.ItemList(lines, kind="findings")))
    assert [way["to"] for way in made.ways] == ["kilder/rapport#S1", "kilder/rapport#S2"]
    assert len(nodes(made.nodes, "mark")) == 1
    assert nodes(made.nodes, "paragraph")[0]["content"] == ["Det virker."]


def test_labels_nobody_leads_to_are_gone_but_those_that_are_kept() -> None:
    told = under(STEP, b.Section("Gjør dette", b.said("Ring."), "gjor"))
    assert {node["label"] for node in nodes(tree(told).nodes, "heading")} == {""}
    kept = tree(told, keep=(label(STEP.at("gjor")),))
    labels = [node["label"] for node in nodes(kept.nodes, "heading")]
    assert labels == ["", "modeller/mini/steg-moete#gjor"]


def test_pages_of_uses_are_told_and_nothing_else() -> None:
    uses = b.ItemList((b.Item(b.said((Ref(STEP, "Mini: Møt"),))),), kind="uses")
    made = tree(under(SOURCE, b.Fold("Brukt 1 sted", (uses,))), under(STEP))
    assert [node["to"] for node in nodes(made.nodes, "used")] == [[label(STEP)]]


def test_a_heading_too_deep_for_paper_answers_as_a_term() -> None:
    deep = b.Section("Trenger først", b.said("Avtalen."), "inn")
    (line,) = nodes(typst_tree((deep,), SITE, level=5).nodes, "list")
    assert line["items"][0]["term"] == ["Trenger først"]


def test_only_what_names_a_row_has_its_page() -> None:
    table = b.Table(
        b.columns("Steg", "Etter"), (b.row((Ref(STEP, "Møt"),), (Ref(STEP, "Ring"),)),), "Steg"
    )
    ways = tree(under(STEP, table)).ways
    assert [(way["content"], way["paged"]) for way in ways] == [(["Møt"], True), (["Ring"], False)]


def test_quiet_lines_on_a_leaf_share_one() -> None:
    lines = (b.Paragraph((Quiet(("To til.",)),)), b.Paragraph((Quiet(("Tre roller.",)),)))
    told = under(STEP, *lines)
    assert len(nodes(tree(told, small=True).nodes, "paragraph")) == 1
    assert len(nodes(tree(told).nodes, "paragraph")) == 2
