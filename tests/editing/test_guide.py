"""The editors' guide holds: its examples are valid, its commands exist, its pictures are there."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.__main__ import main, told
from handbook.commands import COMMANDS
from handbook.editing.canonical import formatted
from handbook.editing.release import FOLDER
from handbook.editing.shapes import KINDS, kind_of
from handbook.findings import Severity
from handbook.model.noun import Noun
from handbook.reading.folder import read_handbook
from handbook.reading.yaml_source import read_yaml
from handbook.sections.guide import FILES
from project import ROOT

pytestmark = pytest.mark.content

GUIDE = ROOT / "docs/redaksjon"
PAGES = sorted(GUIDE.glob("*.md"))
EXAMPLES = ROOT / "hooks/handbook/sections/examples"
HOMES = {
    "handbook": "model/handbook.yml",
    "roles": "model/roles.yml",
    "glossary": "model/glossary.yml",
    "search": "model/search.yml",
    "words": "model/words.yml",
    "decision": "model/decision.yml",
    "form": "forms/SKJ-99.yml",
    "theme": "model/themes/eksempeltema.yml",
    "source": "model/sources/eksempelkilde.yml",
    "rule": "model/rules/eksempelregel.yml",
    "instrument": "model/instruments/eksempelvirkemiddel.yml",
    "routine": "model/routines/eksempelrutine.yml",
    "example": "model/examples/eksempel.yml",
    **{name: f"model/eksempel/{name}.yml" for name in ("model", "process", "practice", "results")},
}
"""Example → where it would lie."""


def _blocks(file: Path, kind: str) -> list[str]:
    text = re.sub(r"(?m)^    ", "", _text(file)) if kind == "yaml" else _text(file)
    return re.findall(rf"^```{kind}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def test_there_is_an_example_and_a_page_for_every_kind_of_file() -> None:
    names = {kind.name for kind in KINDS}
    assert {file.name for file in FILES} == names == set(HOMES)
    assert {file.stem for file in EXAMPLES.glob("*.yml")} == names


@pytest.mark.parametrize("name", HOMES)
def test_the_example_is_a_whole_valid_file_in_canonical_form(name: str) -> None:
    data = (EXAMPLES / f"{name}.yml").read_bytes()
    kind = kind_of(HOMES[name])
    assert kind is not None and kind.name == name
    made = formatted(data, HOMES[name])
    assert made.findings == ()
    assert made.text == data.decode()


def test_the_examples_can_be_put_into_the_handbook(tmp_path: Path) -> None:
    for folder in ("model", "forms"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for name, home in HOMES.items():
        if name not in ("handbook", "roles", "glossary", "search", "words", "decision"):
            (tmp_path / home).parent.mkdir(exist_ok=True)
            shutil.copy(EXAMPLES / f"{name}.yml", tmp_path / home)
    reading = read_handbook(tmp_path)
    assert [f for f in reading.findings if f.severity is Severity.ERROR] == []
    assert reading.handbook is not None and "eksempel" in reading.handbook.model_by_id


def _known_fields() -> set[str]:
    waiting, names = [Noun], {"terms", "roles"}
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        names |= kind.model_fields.keys()
    return names


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)


@pytest.mark.parametrize("page", [p for p in PAGES if "vanlige-feil" not in p.stem],
                         ids=lambda page: page.stem)  # fmt: skip
def test_snippets_can_be_read_and_use_fields_that_exist(page: Path) -> None:
    for block in _blocks(page, "yaml"):
        document = read_yaml(("a:\n" + block if block.startswith("- ") else block).encode(), "x")
        assert document.findings == [], block
        value = document.value["a"] if block.startswith("- ") else document.value
        assert set(_keys(value)) <= _known_fields(), block


def test_messages_shown_are_messages_given() -> None:
    """The page of mistakes is compared with what is said; other pages quote from it."""
    given = "".join(map(_text, GUIDE.glob("vanlige-feil-*.md")))
    shown = [block for page in PAGES for block in _blocks(page, "text")]
    assert shown
    assert all(block in given for block in shown)


def test_every_command_is_told() -> None:
    """Those for content in the guide, those for code where developers begin."""
    guide = _text(GUIDE / "kommandoer.md")
    for_code = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"(?m)^([a-z]+):.*##", makefile))
    told = {*re.findall(r"\bmake ([a-z]+)", guide + for_code)}
    assert targets <= told
    named = set(re.findall(r"`python -m handbook ([a-z-]+)", guide))
    assert set(COMMANDS) <= named | set(re.findall(r"`make ([a-z]+)`", guide))


def test_every_command_in_the_guide_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    asked = [line for page in PAGES for line in re.findall(r"(?:make|python -m handbook) [^`\n|]+",
                                                           _text(page))]  # fmt: skip
    assert len(asked) > 15
    for line in asked:
        words = shlex.split(line)
        if words[0] == "make":
            assert re.search(rf"(?m)^{words[1]}:", makefile), line
            more = [word for given in words[2:] for word in _arguments(given)]
            words = [words[1], *more] if more else []
        else:
            words = words[3:]
        if words:
            told(words)


def _arguments(given: str) -> list[str]:
    """What a variable of make becomes: `ARGS=` as it is, `TO=mappe` as `--to mappe`."""
    name, _, value = given.partition("=")
    return shlex.split(value) if name == "ARGS" else [f"--{name.lower()}", value]


_DONE = ("new", "rename", "move", "retire", "verify")


def _changes() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Page and words of every command that changes the handbook and needs nothing done before."""
    for page in PAGES:
        if page.stem.startswith("vanlige-feil"):
            continue  # these speak of a handbook for tests
        made: set[str] = set()
        for line in re.findall(r"make (?:\w+) ARGS=[^`\n|]+", _text(page)):
            _, name, given = shlex.split(line)
            words = (name, *_arguments(given))
            made |= {words[2]} if name == "new" else set()
            if name in _DONE and (name == "new" or words[2] not in made):
                yield page.stem, words


@pytest.mark.exhaustive
@pytest.mark.parametrize(("page", "words"), list(_changes()))
def test_whoever_does_what_the_guide_says_gets_what_it_says(
    page: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    for name in ("model", "forms", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.rmtree(tmp_path / FOLDER, ignore_errors=True)  # a new version is no part of the example
    assert main(["--root", str(tmp_path), *words]) == 0, page


def test_every_picture_is_there_small_and_told_in_words() -> None:
    shown = [
        found for page in PAGES for found in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", _text(page))
    ]
    assert {name for _, name in shown} == {f"bilder/{f.name}" for f in (GUIDE / "bilder").iterdir()}
    for words, name in shown:
        assert len(words) > 20
        assert (GUIDE / name).stat().st_size < 60_000


def test_the_way_in_leads_to_every_page() -> None:
    linked = set(re.findall(r"\]\(([a-z-]+)\.md\)", _text(GUIDE / "index.md")))
    own = {page.stem for page in PAGES if not page.stem.startswith("vanlige-feil-")}
    assert linked == own - {"index"} | {"felter", "meldinger", "ordvalg", "reglene"}
