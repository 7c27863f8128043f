"""Whoever writes sees what is wrong on the page they look at, and sees it go when it is mended."""

from __future__ import annotations

import inspect
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from mkdocs import livereload
from mkdocs.commands import serve
from playwright.sync_api import Browser, Page, expect

from handbook.codes import finding
from handbook.findings import Place
from handbook.watching import FINDINGS, SCRIPT, nothing_yet, told, watched
from handbook.watching.server import only_here
from handbook.watching.terminal import in_norwegian
from project import ROOT, run_mkdocs

TINY = Path(__file__).parent.parent / "checks" / "tiny"
FILE = "model/mini/process.yml"
FAULT = finding("Y02", Place(FILE, 3, 1), "linja er ikke et felt", fix="skriv navnet på feltet")


def test_each_page_asks_from_where_it_stands() -> None:
    pages = {"index.html": b"<head></head>", "a/b/c.html": b"<head></head>", "404.html": b"</head>"}
    made = dict(watched([*pages.items(), ("x.css", b"</head>")]))
    assert made["x.css"] == b"</head>"
    for name, up in (("index.html", ""), ("a/b/c.html", "../../"), ("404.html", "/")):
        assert f'src="{up}{SCRIPT}" defer'.encode() in made[name]
    assert made[FINDINGS] == told(())
    assert b"linja er ikke et felt" in dict(nothing_yet([FAULT]))[FINDINGS]


def test_all_that_is_said_while_watching_is_said_in_norwegian() -> None:
    sources = inspect.getsource(livereload) + inspect.getsource(serve.serve)
    said = re.findall(r'log\.(?:info|error)\(\s*f?"([^"]+)"', sources)
    assert len(said) >= 8
    assert [line for line in said if in_norwegian(line) == line] == []


@pytest.mark.parametrize(
    ("host", "address", "answered"),
    [
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("localhost:8000", "127.0.0.1", True),
        ("[::1]:8000", "::1", True),
        ("min-maskin:80", "min-maskin", True),
        ("fremmed.example", "127.0.0.1", False),
        ("127.0.0.1.fremmed.example:8000", "127.0.0.1", False),
        ("", "127.0.0.1", False),
        ("fremmed.example", "0.0.0.0", True),
    ],
)
def test_only_this_machine_is_answered(host: str, address: str, answered: bool) -> None:
    """A name that a strange site has made up for this machine, leads to no drafts of ours."""
    said: list[str] = []
    app = only_here(lambda environ, respond: [b"siden"], address)
    body = b"".join(app({"HTTP_HOST": host}, lambda status, _: said.append(status)))
    assert (body == b"siden") is answered
    assert said == ([] if answered else ["421 Misdirected Request"])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny handbook with the settings of the real one."""
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    (folder / "hooks").symlink_to(ROOT / "hooks")
    (folder / "docs/redaksjon").mkdir(parents=True)
    for name in ("om", "redaksjon/index"):
        (folder / f"docs/{name}.md").write_text("---\ntitle: Om\n---\n\n# Om\n\nHer.\n", "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


class Watching:
    """`make serve` in a project, with what it says in the terminal."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        self._log = project / "terminal.txt"
        host = self.address.removeprefix("http://").rstrip("/")
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", host]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                command, cwd=project, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        deadline = time.monotonic() + 120
        while "Åpne http" not in self.said:
            assert self.process.poll() is None and time.monotonic() < deadline, self.said
            time.sleep(0.1)

    @property
    def said(self) -> str:
        return self._log.read_text("utf-8") if self._log.exists() else ""


@pytest.fixture
def start() -> Iterator[type[Watching]]:
    """Starts watching; all are stopped afterwards."""
    started: list[Watching] = []

    def begin(project: Path) -> Watching:
        started.append(Watching(project))
        return started[-1]

    yield begin  # type: ignore[misc]
    for one in started:
        one.process.terminate()
        one.process.wait(20)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


WAIT_MS = 20_000
"""A busy machine may need it; how long it takes in a quiet one is printed."""


@pytest.mark.slow
def test_a_fault_is_seen_on_the_page_and_goes_when_mended(
    project: Path, start: type[Watching], page: Page
) -> None:
    watching, file = start(project), project / FILE
    page.goto(f"{watching.address}modeller/mini/stegene.html")
    strange = Request(watching.address, headers={"Host": "fremmed.example"})
    with pytest.raises(HTTPError, match="421"):
        urlopen(strange, timeout=20)
    panel = page.locator("#feil-i-filene")
    expect(panel).to_be_hidden()
    good = file.read_text("utf-8")
    heading = page.locator("h1").inner_text()

    began = time.monotonic()
    file.write_text(good.replace("phases:", "faser her\nphases:", 1), "utf-8")
    expect(panel).to_be_visible(timeout=WAIT_MS)
    print(f"seen after {time.monotonic() - began:.1f} s")
    expect(panel).to_contain_text(FILE)
    expect(panel).to_contain_text("Slik retter du det")
    assert page.locator("h1").inner_text() == heading, "the last site stays"
    page.goto(f"{watching.address}modeller/mini/index.html")
    expect(panel).to_contain_text(FILE)

    file.write_text(good, "utf-8")
    expect(panel).to_be_hidden(timeout=WAIT_MS)
    assert "Til da står siden som den var" in watching.said
    assert not re.search(r"Traceback|Aborted|An error|Detected|Reloading", watching.said)


@pytest.mark.slow
def test_whoever_begins_with_a_fault_sees_it_and_then_the_handbook(
    project: Path, start: type[Watching], page: Page
) -> None:
    file = project / FILE
    good = file.read_text("utf-8")
    file.write_text(good.replace("phases:", "faser her\nphases:", 1), "utf-8")
    watching = start(project)
    page.goto(watching.address)
    panel = page.locator("#feil-i-filene")
    expect(panel).to_contain_text(FILE, timeout=WAIT_MS)
    file.write_text(good, "utf-8")
    expect(page.locator("main")).to_be_visible(timeout=WAIT_MS)
    expect(panel).to_be_hidden()


@pytest.mark.slow
def test_a_published_site_has_nothing_of_it(project: Path) -> None:
    run = run_mkdocs(project, project / "site")
    assert run.returncode == 0, run.stdout + run.stderr
    files = [file for file in (project / "site").rglob("*") if file.is_file()]
    assert len(files) > 50
    assert [file for file in files if "watching" in file.as_posix()] == []
    assert [f for f in files if f.suffix == ".html" and b"watching" in f.read_bytes()] == []
