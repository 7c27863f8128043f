"""Nothing is fetched from elsewhere, nothing fails, and the strict policy is never broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache

import pytest
from playwright.sync_api import Browser, Page

from browser.built import BuiltSite
from browser.conftest import NewPage, each_kind
from browser.serving import read_headers
from browser.texts import letters
from browser.watching import Watch

pytestmark = pytest.mark.slow


def test_the_policy_is_strict(site: BuiltSite) -> None:
    (everywhere,) = (
        headers for path, headers in read_headers(site.folder / "_headers") if path == "/*"
    )
    policy = everywhere["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_the_watch_sees_what_is_seeded(chromium: Browser, server: str) -> None:
    context = chromium.new_context()
    watch = Watch(context, allowed=(server,))
    page = context.new_page()
    page.goto(server + "om.html")
    page.evaluate(
        """() => {
          const word = document.createElement('p'), picture = document.createElement('img');
          word.setAttribute('style', 'color:red');
          picture.src = 'https://elsewhere.invalid/x.png';
          document.body.append(word, picture);
          setTimeout(() => { throw new Error('seeded'); });
        }"""
    )
    page.wait_for_timeout(300)
    context.close()
    told = "\n".join(watch.faults)
    assert "CSP: style-src" in told
    assert "CSP: img-src" in told
    assert "script error: seeded" in told


@pytest.fixture(scope="module")
def form(chromium: Browser, server: str) -> Iterator[Page]:
    """A page with most scripts; every attack on it is refused, so one page takes them all."""
    with closing(chromium.new_context()) as context:
        page = context.new_page()
        page.goto(server + "skjema/SKJ-09.html")
        yield page


@pytest.mark.parametrize(
    "attack",
    [
        "document.body.innerHTML = '<p>x</p>'",
        "document.body.insertAdjacentHTML('beforeend', '<p>x</p>')",
        "new DOMParser().parseFromString('<p>x</p>', 'text/html')",
        "document.createElement('iframe').srcdoc = '<p>x</p>'",
        "document.createElement('script').src = 'assets/js/theme.js'",
        "document.createElement('script').text = 'alert(1)'",
        "trustedTypes.createPolicy('another', {})",
        "trustedTypes.createPolicy('handboka', {})",
        "handbookOwnScript.createScriptURL('https://elsewhere.invalid/x.js')",
        "handbookOwnScript.createScriptURL('data:text/javascript,alert(1)')",
        "handbookOwnScript.createScriptURL('//elsewhere.invalid/x.js')",
    ],
)
def test_text_becomes_neither_markup_nor_script(form: Page, attack: str) -> None:
    """Trusted Types: what is not asked for by its own name is refused, whoever tries."""
    told = form.evaluate(f"() => {{ try {{ {attack}; }} catch (e) {{ return e.name; }} }}")
    assert told == "TypeError"
    assert form.evaluate("String(handbookOwnScript.createScriptURL('../assets/js/theme.js'))")


ENGLISH = re.compile(
    r"\b(?:[Ss]earch(?:ing)?|Menu|Header|Footer|Next|Previous|Skip to|Home(?:page)?|Close|Open|"
    r"Table of contents|Copyright|Powered|Made with|Loading|Permanent link|Permalink|Back to top|"
    r"Submit|Reset|Download(?:s)?|Edit(?: this)?|Toggle|Switch to|Dark mode|Light mode|Theme|"
    r"Not found|No results|results?|[Cc]hoose [Ff]ile|No file chosen|Browse|Cancel|Save|Delete|"
    r"Warning|Error|Note|Tip|Read more|Last updated?|Sources?|Share|Version history|Yes|True|False|"
    r"None|undefined|NaN|January|February|March|October|December|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|mm/dd(?:/yyyy)?|yyyy-mm-dd)\b"
)
"""Words that machines and themes leave behind. None of them is a Norwegian word as written here."""

NAMES = re.compile(
    r"\S+\.(?:ya?ml|md|json|html)\b|Atkinson Hyperlegible Next|SIL Open Font License"
)
"""Files of the project and things that are called so."""


@lru_cache(maxsize=100_000)
def english_in(text: str) -> tuple[str, ...]:
    """The English words in a text, each with the text around it."""
    shown = " ".join(NAMES.sub("", text).split())
    return tuple(f"«{match[0]}» in «{shown[:90]}»" for match in ENGLISH.finditer(shown))


_SAID = """() => {
  const said = [];
  const exempt = '[lang]:not([lang="nb"]), code, pre, kbd, script, style, template';
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest(exempt)) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'label'])
      if (e.getAttribute(name)) said.push(e.getAttribute(name));
    for (const node of e.childNodes) if (node.nodeType === 3) said.push(node.textContent);
  }
  return said;
}"""


@each_kind("kinds")
def test_every_kind_of_page_is_quiet_and_speaks_norwegian(
    new_page: NewPage, server: str, site: BuiltSite, pages: str
) -> None:
    """The watch that every opened page has is read when the test ends; see `new_page`."""
    page = new_page()
    faults = []
    for address in getattr(site, pages).values():
        answer = page.goto(server + address)
        assert answer is not None
        assert "default-src 'none'" in answer.headers["content-security-policy"], address
        for text in page.evaluate(_SAID):
            faults += [f"{address}: {found}" for found in english_in(text)]
        own = page.locator("input[type=file]:visible, input[type=date]:visible, video, audio")
        if own.count():
            faults.append(f"{address}: a control that speaks the browser's language")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "pages", ["by_scripts", pytest.param("usual", marks=pytest.mark.exhaustive)]
)
def test_there_are_no_shortcuts_of_one_letter(
    new_page: NewPage, server: str, site: BuiltSite, pages: str
) -> None:
    """WCAG 2.1.4: such keys hit those who dictate or whose hand slips. Only scripts hear them."""
    page = new_page()
    state = """() => [location.href, scrollY, document.activeElement.tagName,
      !!document.querySelector('dialog[open]'),
      document.documentElement.outerHTML.length].join(' ')"""
    keys = "abcdefghijklmnopqrstuvwxyz0123456789/?.,-+'"
    for address in getattr(site, pages).values():
        page.goto(server + address)
        before = page.evaluate(state)
        page.keyboard.type(keys)
        assert page.evaluate(state) == before, f"{address}: a key does something"


def test_letters_are_compared_without_breaks() -> None:
    assert letters("Inklu-\nderings\u00adhånd\u2011boka, ﬁn") == "inkluderingshåndbokafin"
