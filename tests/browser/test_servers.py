"""The set-ups for nginx and Caddy: judged by the servers, and the real site served by them."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from browser.built import BuiltSite
from browser.real_servers import SERVERS
from browser.watching import Watch
from handbook.hosting import headers

pytestmark = pytest.mark.slow


def _ask(address: str, *, packed: bool = False) -> tuple[int, Mapping[str, str], bytes]:
    wanted = {"Accept-Encoding": "gzip"} if packed else {}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=wanted)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.mark.parametrize("name", SERVERS)
def test_the_set_up_serves_the_site_as_it_should(
    name: str, site: BuiltSite, tmp_path: Path, chromium: Browser
) -> None:
    with SERVERS[name](site.folder, tmp_path) as address:
        _answers(address, site.folder)
        _no_policy_is_broken(address, site, chromium)


def _answers(address: str, site: Path) -> None:
    front = (site / "index.html").read_bytes()
    status, said, body = _ask(address)
    assert (status, body) == (200, front)
    for header, value in headers().items():
        assert said[header] == value
    assert said["Cache-Control"] == "no-cache"
    assert "1." not in said.get("Server", ""), "the version is nobody's business"
    assert said["Content-Type"].lower() == "text/html; charset=utf-8"
    status, said, body = _ask(address + "index.html", packed=True)
    assert (status, said["Content-Encoding"]) == (200, "gzip")
    assert body == (site / "index.html.gz").read_bytes()
    status, said, _ = _ask(address + "assets/css/base.css")
    assert (status, said["Cache-Control"]) == (200, "public, max-age=3600")
    assert said["Content-Security-Policy"] == headers()["Content-Security-Policy"]
    assert _ask(address + "redaksjon/")[2] == (site / "redaksjon/index.html").read_bytes()
    _leads_on(address, site)
    for lost in ("finnes-ikke", "_headers", "_redirects", "_redirects.nginx", "_redirects.caddy"):
        status, said, body = _ask(address + lost)
        assert (status, body) == (404, (site / "404.html").read_bytes())
        assert said["Content-Security-Policy"] == headers()["Content-Security-Policy"]
    for name in ("robots.txt", "sitemap.xml"):
        assert _ask(address + name)[2] == (site / name).read_bytes()


def _leads_on(address: str, site: Path) -> None:
    """A former address is answered with the new one, so that an anchor in the link is kept."""
    old, new, _ = (site / "_redirects").read_text(encoding="utf-8").splitlines()[0].split()
    asked = http.client.HTTPConnection(urlsplit(address).netloc)
    asked.request("GET", old)
    answer = asked.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, new)
    asked.close()


def _no_policy_is_broken(address: str, site: BuiltSite, chromium: Browser) -> None:
    context = chromium.new_context()
    watch = Watch(context, allowed=(address,))
    page = context.new_page()
    for path in site.kinds.values():
        page.goto(address + path)
    page.goto(address + "finnes-ikke.html")
    context.close()
    expected = (f": 404 for {address}finnes-ikke.html", "with a status of 404 (Not Found)")
    assert [fault for fault in watch.faults if not fault.endswith(expected)] == []
