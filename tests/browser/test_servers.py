"""The set-ups for nginx and Caddy: judged by the servers, and the real site served by them."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from browser.built import BuiltSite
from browser.real_servers import SERVERS
from browser.watching import Watch
from handbook.hosting import headers

pytestmark = pytest.mark.slow

EXHAUSTIVE = pytest.mark.exhaustive


def _ask(address: str, *, packed: bool = False) -> tuple[int, Mapping[str, str], bytes]:
    wanted = {"Accept-Encoding": "gzip"} if packed else {}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=wanted)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.mark.parametrize("pages", ["by_scripts", pytest.param("kinds", marks=EXHAUSTIVE)])
@pytest.mark.parametrize("name", SERVERS)
def test_the_set_up_serves_the_site_as_it_should(
    name: str, pages: str, site: BuiltSite, tmp_path: Path, chromium: Browser
) -> None:
    """On a page of each set of scripts; a server of our own holds all kinds to the same policy."""
    with SERVERS[name](site.folder, tmp_path) as address:
        _answers(address, site.folder)
        _no_policy_is_broken(address, getattr(site, pages).values(), chromium)


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
    (style,) = (site / "assets/css").glob("base.*.css")
    status, said, _ = _ask(f"{address}assets/css/{style.name}")
    assert (status, said["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
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


_TOLD = (*headers(), "Cache-Control", "Content-Type", "Content-Encoding", "Vary", "Content-Range")
_PACKED, _PART = {"Accept-Encoding": "gzip"}, {"Range": "bytes=0-9"}


def _said(address: str, path: str, asked: Mapping[str, str]) -> tuple[str, ...]:
    """What a server answers, in the words that both servers have: status, place, headers."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", path, headers=dict(asked))
    answer = connection.getresponse()
    leads = answer.headers.get("Location", "") if 300 <= answer.status < 400 else ""
    status = "leder videre" if leads else "avvist" if answer.status in (400, 404) else answer.status
    told = {name: answer.headers.get(name, "") for name in _TOLD}
    told["Content-Type"] = told["Content-Type"].replace("application/java", "text/java")  # the same
    if leads:
        del told["Content-Type"]  # of a body that nobody sees
    connection.close()
    if status == "avvist" and ".." in path:
        return (status,)  # one of them answers before it has read the set-up
    return (str(status), leads, *(f"{name}: {told[name].lower()}" for name in told if told[name]))


def test_the_two_set_ups_answer_alike(site: BuiltSite, tmp_path: Path) -> None:
    style = next((site.folder / "assets/css").glob("base.*.css")).name
    script = next((site.folder / "assets/js").glob("theme.*.js")).name
    form = next(site.folder.rglob("*.pdf")).relative_to(site.folder).as_posix()
    table: list[tuple[str, Mapping[str, str]]] = [
        ("/", {}), ("/", _PACKED), ("/index.html", {}), ("/om.html", _PACKED), ("/om.md", {}),
        ("/modeller", {}), ("/modeller/", {}), ("/om.html/", {}),
        (f"/assets/css/{style}", {}), (f"/assets/css/{style}", _PACKED),
        (f"/assets/js/{script}", {}), ("/assets/css/base.css", {}),
        ("/assets", {}), ("/assets/", {}), ("/assets/css/", {}),
        ("/finnes-ikke", {}), ("/finnes-ikke/", {}), ("/finnes-ikke.html", _PACKED),
        ("/../etc/passwd", {}), ("/%2e%2e/%2e%2e/etc/passwd", {}), ("/assets/..%2f..%2fx", {}),
        (f"/{form}", _PART), ("/data/manifest.json", {}), ("/feed.xml", {}),
        ("/_headers", {}), ("/_redirects.nginx", {}), ("/404.html", {}), ("/robots.txt", {}),
    ]  # fmt: skip
    old = (site.folder / "_redirects").read_text(encoding="utf-8").split()[0]
    answers = {}
    for name, server in SERVERS.items():
        (tmp_path / name).mkdir()
        with server(site.folder, tmp_path / name) as address:
            answers[name] = {
                f"{path} {dict(asked) or ''}": _said(address, path, asked)
                for path, asked in (*table, (old, {}))
            }
    one, other = answers["nginx"], answers["caddy"]
    differing = {path: (one[path], other[path]) for path in one if one[path] != other[path]}
    assert differing == {}


def _no_policy_is_broken(address: str, pages: Iterable[str], chromium: Browser) -> None:
    context = chromium.new_context()
    watch = Watch(context, allowed=(address,))
    page = context.new_page()
    for path in pages:
        page.goto(address + path)
    page.goto(address + "finnes-ikke.html")
    context.close()
    expected = (f": 404 for {address}finnes-ikke.html", "with a status of 404 (Not Found)")
    assert [fault for fault in watch.faults if not fault.endswith(expected)] == []
