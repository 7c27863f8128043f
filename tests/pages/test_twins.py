"""Each page in Markdown beside it, the list of them, and the list of every address."""

from __future__ import annotations

import datetime as dt
import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from handbook.build import Build, Options, build, site
from project import KEPT, ROOT, TODAY

TINY = ROOT / "tests/checks/tiny"
OPTIONS = Options(files=False, twins=True)
_PARSER = MarkdownIt("commonmark").enable("table")
_SPOT = re.compile(r'<a id="([^"]+)"></a>')


@pytest.fixture(scope="module")
def tiny() -> Build:
    return build(TINY, TODAY, options=OPTIONS)


@pytest.fixture(scope="module", params=["tiny", pytest.param("real", marks=pytest.mark.content)])
def made(request: pytest.FixtureRequest) -> Build:
    if request.param == "tiny":
        return build(TINY, TODAY, options=OPTIONS)
    return build(ROOT, dt.date.today(), KEPT, OPTIONS)  # an editor may have written today


@pytest.fixture(scope="module")
def files(made: Build) -> dict[str, bytes]:
    return dict(site(made, OPTIONS))


def links(text: str) -> Iterator[str]:
    """Where the links in a text lead, as a reader of CommonMark finds them."""
    waiting: list[Token] = _PARSER.parse(text)
    for token in waiting:
        for inner in token.children or ():
            if inner.type == "link_open":
                yield str(inner.attrGet("href"))


def test_each_document_has_a_twin_beside_it(made: Build, files: dict[str, bytes]) -> None:
    documents = [page for page in made.pages if page.section and not page.moved_to]
    assert documents
    for page in documents:
        assert page.section is not None
        assert page.twin == page.url.removesuffix(".html") + ".md"
        assert page.section.title in files[page.twin].decode().splitlines()[0].replace("\\", "")


def test_a_former_address_has_no_twin(made: Build, files: dict[str, bytes]) -> None:
    former = [page for page in made.pages if page.moved_to]
    assert former
    assert not [page.path for page in former if f"{page.path}.md" in files]


def test_every_link_in_every_twin_lands(made: Build, files: dict[str, bytes]) -> None:
    """On a twin with such a spot, or on a file; a page that is a template still has no twin."""
    waiting = {page.uri for page in made.pages if not page.section}
    told = {name: data.decode() for name, data in files.items() if name.endswith(".md")}
    spots = {name: set(_SPOT.findall(text)) for name, text in told.items()}
    beside = {f.relative_to(ROOT / "docs").as_posix() for f in (ROOT / "docs").rglob("*.*")}
    count, faults = 0, []
    for name, text in told.items():
        for link in links(text):
            if re.match(r"[a-z]+:", link):
                continue
            file, _, spot = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), file))
            count += 1
            if target in waiting or not target.endswith(".md"):
                continue
            if target not in told and target not in beside:
                faults.append(f"{name}: no {target}")
            elif spot and "=" not in spot and spot not in spots.get(target, {spot}):
                faults.append(f"{name}: no spot {link}")
    assert count > 100
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:40])


def test_llms_txt_has_the_form_of_llmstxt_org_and_every_twin(
    made: Build, files: dict[str, bytes]
) -> None:
    assert made.book is not None
    text = made.files["llms.txt"].decode()
    kinds = [token.type for token in _PARSER.parse(text) if token.nesting == 1 and not token.level]
    assert kinds[:3] == ["heading_open", "blockquote_open", "paragraph_open"]
    sections = kinds[3:]
    assert sections == ["heading_open", "bullet_list_open"] * (len(sections) // 2)
    assert re.findall("^# (.*)$", text, re.MULTILINE) == [made.book.edition.title]
    found = list(links(text))
    site_url = made.book.edition.site_url
    assert sorted(found) == sorted(site_url + page.twin for page in made.pages if page.twin)
    assert all(link.removeprefix(site_url) in files for link in found)


def test_what_a_short_reader_may_pass_by_stands_last(made: Build) -> None:
    heads = re.findall("^## (.*)$", made.files["llms.txt"].decode(), re.MULTILINE)
    assert heads[-1] == "Optional" or "Optional" not in heads
    assert len(heads) == len(set(heads))


def test_the_addresses_are_those_of_the_edition(made: Build, files: dict[str, bytes]) -> None:
    assert made.book is not None
    told = json.loads(made.files["data/addresses.json"])
    assert told["edition"] == made.book.edition.edition
    pages = {page["address"]: page for page in told["pages"]}
    assert pages.keys() | told["moved"].keys() == {page.url for page in made.pages}
    twins = {page["markdown"] for page in told["pages"] if "markdown" in page}
    assert twins == {name for name in files if name.endswith(".md")}
    assert set(told["files"]) == {name for name in made.files if not name.startswith("assets/")}
    for old, new in told["moved"].items():
        assert new.partition("#")[0] in pages, old


def test_a_page_tells_of_its_twin(tiny: Build) -> None:
    told = dict(site(tiny, OPTIONS))
    link = b'<link rel="alternate" type="text/markdown" href="stegene.md">'
    assert link in told["modeller/mini/stegene.html"]
    assert b"text/markdown" not in told["404.html"]
    former = next(page for page in tiny.pages if page.moved_to)
    assert b"text/markdown" not in told[former.url]


def test_a_switch_leaves_them_out() -> None:
    options = Options(files=False)
    made = build(TINY, TODAY, options=options)
    told = dict(site(made, options))
    assert not [name for name in told if name.endswith(".md")]
    assert "llms.txt" not in told
    assert not [name for name, data in told.items() if b"text/markdown" in data]
    assert "markdown" not in json.loads(told["data/addresses.json"])["pages"][0]


def test_the_site_says_so_itself() -> None:
    assert "twins: true" in Path(ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_twin_is_the_same_every_time(tiny: Build) -> None:
    again = build(TINY, TODAY, options=OPTIONS)
    assert dict(site(again, OPTIONS)) == dict(site(tiny, OPTIONS))
