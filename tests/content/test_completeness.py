"""The real content is whole: counted from the raw YAML, by other means than the handbook's own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.build import Build
from handbook.model.inclusion_model import MODEL_FILES
from handbook.pages import addresses
from project import ROOT

MODELS = sorted(p.parent for p in (ROOT / "model").glob("*/model.yml"))
SEVEN = {
    "aft", "ia-vikar", "inkluderende-bedrift", "larekandidat", "springbrett",
    "tett-oppfolging-nav", "vta",
}  # fmt: skip


def raw(file: Path) -> Any:
    """A file as any YAML reader sees it, all scalars as text."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(file.read_text(encoding="utf-8"), Loader=loader)


def whole(folder: Path) -> dict[str, Any]:
    return {k: v for name in MODEL_FILES for k, v in raw(folder / name).items()}


def walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def test_all_seven_models_and_38_forms_are_there() -> None:
    assert {folder.name for folder in MODELS} == SEVEN
    assert sorted(p.stem for p in (ROOT / "forms").glob("*.yml")) == [
        f"SKJ-{n:02}" for n in range(1, 39)
    ]


def test_every_fact_is_cited_or_says_why_not() -> None:
    """186 of 186 seed facts, and every fact from report and law, accounted for one by one."""
    findings = {
        f["id"]: f for file in (ROOT / "model/sources").glob("*.yml") for f in raw(file)["findings"]
    }
    assert {f"S{n}" for n in range(1, 187)} <= findings.keys()
    assert {f"R{n}" for n in range(1, 17)} <= findings.keys()
    assert {f"L{n}" for n in range(1, 81)} <= findings.keys()
    cited = set()
    for file in [*(ROOT / "model").rglob("*.yml"), *(ROOT / "forms").glob("*.yml")]:
        if file.parent.name != "sources":
            for holder in walk(raw(file)):
                cited |= set(holder.get("sources") or [])
    assert cited <= findings.keys()
    loose = [n for n, f in findings.items() if n not in cited and not f.get("unused_because")]
    both = [n for n, f in findings.items() if n in cited and f.get("unused_because")]
    assert (loose, both) == ([], [])


@pytest.mark.parametrize("folder", MODELS, ids=lambda p: p.name)
def test_every_step_says_who_when_which_form_and_what_to_say(folder: Path) -> None:
    for phase in whole(folder)["phases"]:
        for step in phase["steps"]:
            assert isinstance(step["responsibility"]["accountable"], str)
            documents = [*step.get("inputs", []), *step.get("outputs", [])]
            assert any("form" in d for d in documents) or step.get("no_form"), step["id"]
            assert step["timing"]
            assert step["do"]
            if step["participant_involved"] == "true":
                words = step["to_participant"].split()
                assert 0 < len(words) <= 60, step["id"]


@pytest.mark.parametrize("folder", MODELS, ids=lambda p: p.name)
def test_every_model_answers_six_situations_and_has_five_criteria(folder: Path) -> None:
    model = whole(folder)
    kinds = {path["kind"] for path in model["exceptions"]}
    assert {
        "interruption", "sickness", "conflict", "accident", "confidentiality", "contact_leaves",
    } <= kinds  # fmt: skip
    assert len(model["criteria"]) >= 5
    for criterion in model["criteria"]:
        texts = [level["text"] for level in criterion["levels"]]
        assert 3 <= len(texts) <= 5
        assert len(set(texts)) == len(texts)


def test_every_form_is_used_by_a_step_or_a_theme() -> None:
    used = {
        d["form"]
        for folder in MODELS
        for phase in whole(folder)["phases"]
        for step in phase["steps"]
        for d in [*step.get("inputs", []), *step.get("outputs", [])]
        if "form" in d
    }
    assert {p.stem for p in (ROOT / "forms").glob("*.yml")} - used == set()


def test_the_quality_page_shows_what_an_independent_count_gives(real: Build) -> None:
    page = next(p for p in real.pages if p.path == addresses.QUALITY)
    sums = re.search(r'<tr class="sum">.*?</tr>', page.markdown, re.DOTALL)
    assert sums
    shown = [tuple(map(int, m)) for m in re.findall(
        r"<span>(\d+) av (\d+)</span> <small>(\d+) ikke kjent, (\d+) gjelder ikke", sums[0]
    )]  # fmt: skip
    assert real.book
    folders = {folder.name: folder for folder in MODELS}
    assert shown == [_recount(whole(folders[m.id])) for m in real.book.models]


_COUNTED = (
    "purpose core target_group suits choose_when choose_not_when participant_status duration "
    "funding legal roles for_participant outcomes success_factors pitfalls objections exceptions "
    "getting_started criteria version valid_from review_by"
).split()


def _recount(model: dict[str, Any]) -> tuple[int, int, int, int]:
    states = [_state(model.get(name)) for name in _COUNTED]
    for phase in model["phases"]:
        for step in phase["steps"]:
            states += [_state(step.get(name)) for name in ("why", "do", "timing")]
            documents = [*step.get("inputs", []), *step.get("outputs", [])]
            form = any("form" in d for d in documents) or step.get("no_form")
            states.append("filled" if form else "missing")
            if step["participant_involved"] == "true":
                states.append(_state(step.get("to_participant")))
            else:
                states.append("na")
    filled, missing = states.count("filled"), states.count("missing")
    return filled, filled + missing, states.count("unknown"), states.count("na")


def _state(value: Any) -> str:
    if isinstance(value, dict) and value.keys() & {"unknown", "not_applicable"}:
        return "na" if "not_applicable" in value else "unknown"
    return "filled" if value else "missing"


def test_the_participants_page_calls_each_step_what_it_is_to_them(real: Build) -> None:
    """Our own heading where the file has one; the step's title otherwise."""
    for folder in MODELS:
        page = next(p for p in real.pages if p.path == addresses.part(folder.name, "til-deg"))
        told = [
            step.get("participant_title", step["title"])
            for phase in whole(folder)["phases"]
            for step in phase["steps"]
            if step.get("to_participant")
        ]
        assert re.findall(r"<li><strong>(.*?)</strong>", page.markdown) == told


def test_every_term_is_found_by_its_former_names(real: Build) -> None:
    page = next(p for p in real.pages if p.path == addresses.GLOSSARY)
    for term in raw(ROOT / "model/glossary.yml")["terms"]:
        for former in term.get("former_names", []):
            assert former["name"] in page.markdown.replace("&amp;", "&"), term["id"]


def test_nothing_in_the_content_is_dated_after_the_edition() -> None:
    edition = dt.date.fromisoformat(raw(ROOT / "model/handbook.yml")["date"])
    for file in (ROOT / "model/sources").glob("*.yml"):
        for holder in walk(raw(file)):
            if holder.get("checked"):
                assert dt.date.fromisoformat(holder["checked"]) <= edition, file.name
