"""The real content is whole: counted from the raw YAML, by other means than the handbook's own."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from content.raw_yaml import MODELS, may_have_gaps, raw, scalars, walk, whole
from handbook.build import Build
from handbook.document import places
from handbook.findings import Finding
from handbook.model.inclusion_model import GapCost
from handbook.model.noun import Basis
from handbook.model.people import Side
from handbook.norwegian import date_text
from project import ROOT, article_of

OF_THE_SOURCE_TEXTS = {
    "aft", "ia-vikar", "inkluderende-bedrift", "larekandidat", "springbrett",
    "tett-oppfolging-nav", "vta",
}  # fmt: skip
"""The models that the five source texts tell of. Editors may add others."""
ADDRESSES = ROOT / "tests/pages/published_addresses.txt"
DISCUSSING = "L82"
"""The finding that a place for work training must have been discussed with the employees."""
READ = [folder for folder in MODELS if not may_have_gaps(folder)]
"""The models that readers use."""


def test_every_model_of_the_source_texts_is_there() -> None:
    assert {folder.name for folder in MODELS} >= OF_THE_SOURCE_TEXTS


def test_every_form_ever_published_is_there_and_no_other_file() -> None:
    there = {file.stem for file in (ROOT / "forms").glob("*.yml")}
    published = set(re.findall(r"^skjema/(SKJ-\d\d)\.html$", ADDRESSES.read_text(), re.MULTILINE))
    assert published
    assert there >= published
    assert [name for name in there if not re.fullmatch(r"SKJ-\d\d", name)] == []


def test_every_fact_is_cited_or_says_why_not_or_is_reported(findings: list[Finding]) -> None:
    """All 186 facts of the source texts, and every other there is, accounted for one by one."""
    facts = {
        fact["id"]: (source["id"], fact)
        for source in map(raw, (ROOT / "model/sources").glob("*.yml"))
        for fact in source["findings"]
    }
    assert {f"S{n}" for n in range(1, 187)} <= facts.keys()
    assert {f"R{n}" for n in range(1, 17)} <= facts.keys()
    assert {f"L{n}" for n in range(1, 81)} <= facts.keys()
    cited = set()
    for file in [*(ROOT / "model").rglob("*.yml"), *(ROOT / "forms").glob("*.yml")]:
        # an example cites nothing; «sources» there is a field of a form
        if file.parent.name not in {"sources", "examples"}:
            for holder in walk(raw(file)):
                cited |= set(holder.get("sources") or [])
    assert cited <= facts.keys()
    loose = {n for n, (_, f) in facts.items() if n not in cited and not f.get("unused_because")}
    both = {n for n, (_, f) in facts.items() if n in cited and f.get("unused_because")}
    whole_sources = {Path(f.place.file).stem for f in findings if f.code == "H10"}
    told = {_named(f) for f in findings if f.code == "H11"}
    told |= {n for n in loose if facts[n][0] in whole_sources}
    assert (loose, both) == (told, {_named(f) for f in findings if f.code == "H12"})


def _named(told: Finding) -> str:
    """The number of the fact that a finding of the check is about."""
    return told.problem.split()[1]


def test_every_step_says_who_when_which_form_and_what_to_say_or_the_hole_is_reported(
    findings: list[Finding],
) -> None:
    holes: Counter[tuple[str, str]] = Counter()
    for folder in READ:
        file = f"model/{folder.name}/process.yml"
        for step in (step for phase in whole(folder)["phases"] for step in phase["steps"]):
            assert isinstance(step["responsibility"]["accountable"], str)
            documents = [*step.get("inputs", []), *step.get("outputs", [])]
            said = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+", step.get("to_participant", ""))
            holes["O04", file] += len(said) > 60
            involved = step["participant_involved"] == "true"
            holes["N20", file] += sum(not step.get(name) for name in ("why", "do", "timing"))
            holes["N23", file] += not (any("form" in d for d in documents) or step.get("no_form"))
            holes["N24", file] += involved and not said
    told = Counter((f.code, f.place.file) for f in findings if f.place.file.endswith("process.yml"))
    assert +holes == Counter(
        {key: n for key, n in told.items() if key[0] in ("N20", "N23", "N24", "O04")}
    )


def test_every_model_answers_six_situations_and_has_five_criteria_or_the_hole_is_reported(
    findings: list[Finding],
) -> None:
    six = {"interruption", "sickness", "conflict", "accident", "confidentiality", "contact_leaves"}
    told = {(f.code, f.place.file) for f in findings}
    for folder in READ:
        model, file = whole(folder), f"model/{folder.name}/practice.yml"
        kinds = {path["kind"] for path in model.get("exceptions", [])}
        if kinds:
            assert (six <= kinds) == (("N25", file) not in told)
        criteria = model.get("criteria", [])
        if criteria:
            assert len(criteria) >= 5 or ("N21", file) in told
        for criterion in criteria:
            texts = [level["text"] for level in criterion["levels"]]
            assert 3 <= len(texts) <= 5
            assert len(set(texts)) == len(texts)


def test_every_form_in_force_is_used_or_reported(findings: list[Finding]) -> None:
    files = [f for f in (ROOT / "model").rglob("*.yml") if f.name != "search.yml"]
    used = {one for file in files for one in scalars(raw(file)) if re.fullmatch(r"SKJ-\d\d", one)}
    idle = {f.stem for f in (ROOT / "forms").glob("*.yml") if "withdrawn" not in raw(f)} - used
    assert idle == {Path(f.place.file).stem for f in findings if f.code == "H08"}


def test_the_quality_page_shows_what_an_independent_count_gives(real: Build) -> None:
    page = next(p for p in real.pages if p.path == places.QUALITY)
    sums = re.search(r'<tr class="sum">.*?</tr>', article_of(page), re.DOTALL)
    assert sums
    shown = [tuple(map(int, m)) for m in re.findall(
        r'(\d+) av (\d+) <span class="note">(\d+) ikke kjent, (\d+) gjelder ikke', sums[0]
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


@pytest.mark.content
def test_whoever_must_discuss_a_place_does_so_with_the_employees(real: Build) -> None:
    """The duty stands on the shop steward's own page, as it does on the leader's."""
    assert real.book
    unions = {role.id for role in real.book.roles if role.belongs_to is Side.UNION}
    duties = [
        (model.id, item)
        for model in real.book.models
        for step in model.steps
        for item in step.do
        if item.basis is Basis.REGULATION and DISCUSSING in item.sources
    ]
    assert duties
    assert [(model, item.id) for model, item in duties if not unions & {*item.who}] == []


def test_the_participants_page_calls_each_step_what_it_is_to_them(real: Build) -> None:
    """Our own heading where the file has one; the step's title otherwise."""
    for folder in MODELS:
        page = next(p for p in real.pages if p.path == f"modeller/{folder.name}/til-deg")
        told = [
            step.get("participant_title", step["title"])
            for phase in whole(folder)["phases"]
            for step in phase["steps"]
            if step.get("to_participant")
        ]
        steps = re.findall(r'<li id="steg-.*?<strong>(.*?)</strong>', article_of(page), re.DOTALL)
        assert steps == told


def test_every_term_is_found_by_its_former_names(real: Build) -> None:
    page = next(p for p in real.pages if p.path == places.GLOSSARY)
    for term in raw(ROOT / "model/glossary.yml")["terms"]:
        for former in term.get("former_names", []):
            assert former["name"] in article_of(page).replace("&amp;", "&"), term["id"]


def test_nothing_in_the_content_is_dated_after_the_edition() -> None:
    edition = dt.date.fromisoformat(raw(ROOT / "model/handbook.yml")["date"])
    for file in (ROOT / "model/sources").glob("*.yml"):
        for holder in walk(raw(file)):
            if holder.get("checked"):
                assert dt.date.fromisoformat(holder["checked"]) <= edition, file.name


def test_open_questions_stand_by_what_they_cost_the_reader(real: Build) -> None:
    assert real.book
    page = next(p for p in real.pages if p.path == places.QUALITY)
    told = article_of(page)
    at = [told.find(f'id="hull-{cost}"') for cost in ("wrong", "ask", "less")]
    assert -1 not in at and at == sorted(at)
    ends = [*at[1:], len(told)]
    for cost, start, end in zip(GapCost, at, ends, strict=True):
        asked = [one for model in real.book.models for one in model.known_gaps if one.costs is cost]
        under = told[start:end]
        assert asked and under.count("Dette trengs: ") >= len(asked)
        for one in asked:
            assert f"Kan svare: {one.answered_by}. Notert {date_text(one.noted)}." in under
