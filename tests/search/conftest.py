"""The real search box, in a real browser, over the real site."""

from __future__ import annotations

import fnmatch
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Query:
    """What somebody types, and the addresses that answer it; `*` stands for anything."""

    kind: str
    text: str
    accepted: tuple[str, ...]

    def rank(self, addresses: list[str]) -> int:
        """Place of the first right address, from 1; 0 when there is none."""
        for place, address in enumerate(addresses, 1):
            if any(_answers(address, wanted) for wanted in self.accepted):
                return place
        return 0


def _answers(address: str, wanted: str) -> bool:
    page = address if "#" in wanted or wanted == "ordliste" else address.partition("#")[0]
    return fnmatch.fnmatchcase(page, wanted)


def read_queries(name: str) -> list[Query]:
    """The queries of one file."""
    kinds = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return [
        Query(kind, str(row[0]), tuple(row[1:])) for kind, rows in kinds.items() for row in rows
    ]


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder under the policy of the real site, as strict as it gets.

    So strict that a test may not poll a script on it (`wait_for_function` evaluates a string):
    what is waited for is an element or an address.
    """

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def search_address(built_site: Path) -> Iterator[str]:
    """Where the site is served."""
    handler = partial(_Quiet, directory=str(built_site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Asked(NamedTuple):
    """The hits of one question, and how long they were in coming."""

    addresses: list[str]
    milliseconds: float


_HITS = """() => {
  const root = new URL(document.body.dataset.root || './', location).href;
  const links = document.querySelectorAll('[data-search-results] > li:not(.search-door) > a');
  return [...links].map(link => link.href.slice(root.length));
}"""

_ASK_ALL = """async texts => {
  const hits = HITS;
  const input = document.getElementById('sok-ord');
  const list = document.querySelector('[data-search-results]');
  const answers = [];
  for (const text of texts) {
    const shown = new Promise(done => {
      const watch = new MutationObserver(() => {
        if (list.dataset.query !== text) return;
        watch.disconnect();
        done(performance.now());
      });
      watch.observe(list, {attributes: true, childList: true});
    });
    const typed = performance.now();
    input.value = text;
    input.dispatchEvent(new Event('input', {bubbles: true}));
    const ms = await shown - typed;
    answers.push([hits(), ms]);
  }
  return answers;
}""".replace("HITS", _HITS)


@dataclass
class SearchBox:
    """The search dialog on one page, with everything that went wrong or was fetched."""

    page: Any
    problems: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def go(self, address: str) -> SearchBox:
        """Open a page."""
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("request", lambda request: self.fetched.append(request.url))
        self.page.goto(address)
        return self

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(message.text)

    def open(self) -> SearchBox:
        """Press the button."""
        self.page.locator("[data-open-search]:visible").first.click()
        self.page.wait_for_selector("#sok[open]")
        return self

    def ask(self, text: str) -> list[str]:
        """Type a question; the addresses of the hits as in queries.yml, best first."""
        self.page.fill("#sok-ord", text)
        answer = f"[data-search-results][data-query={json.dumps(text, ensure_ascii=False)}]"
        self.page.wait_for_selector(answer, state="attached")
        return [_short(link) for link in self.page.evaluate(_HITS)]

    def ask_all(self, texts: list[str]) -> list[Asked]:
        """Type one question after the other in the same box, as fast as the answers come."""
        rows = self.page.evaluate(_ASK_ALL, texts)
        return [Asked([_short(link) for link in links], ms) for links, ms in rows]


def _short(link: str) -> str:
    path, hash_sign, anchor = link.partition("#")
    path = path.removesuffix(".html").removesuffix("/index")
    return path + hash_sign + anchor


@pytest.fixture
def box(chromium: Any, search_address: str) -> Iterator[SearchBox]:
    """The dialog, opened on the front page."""
    page = chromium.new_page()
    yield SearchBox(page).go(f"{search_address}/index.html").open()
    page.close()


@pytest.fixture(scope="module")
def asked(chromium: Any, search_address: str) -> Iterator[SearchBox]:
    """The same, for those who only ask and leave everything as it was: opened once."""
    page = chromium.new_page()
    yield SearchBox(page).go(f"{search_address}/index.html").open()
    page.close()
