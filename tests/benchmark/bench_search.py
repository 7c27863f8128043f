"""How the search does at any size: what it weighs, what a question fetches, how long it takes.

`python tests/benchmark/bench_search.py site 150` lends the pages of a built site to the index of a
made-up handbook of 150 models, about 5 000 pages, and asks in the real box.
"""

from __future__ import annotations

import datetime as dt
import gzip
import shutil
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "hooks")]

from benchmark.synthetic import write_synthetic  # noqa: E402
from handbook.build import Options, build  # noqa: E402
from handbook.search.index import MAIN  # noqa: E402
from project import chromium_program  # noqa: E402
from search.conftest import SearchBox, _Quiet  # noqa: E402

QUESTIONS = ("fadder", "plan for oppstart", "hvem har ansvar for opplæring", "fader avtal")


def main(site: Path, models: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        root, served = Path(folder) / "book", Path(folder) / "site"
        write_synthetic(models, root)
        started = time.perf_counter()
        made = build(root, dt.date(2026, 11, 22), options=Options(files=False))
        assert not made.errors, made.errors[:3]
        print(f"{len(made.pages)} sider skrevet på {time.perf_counter() - started:.1f} s")
        shutil.copytree(site, served, ignore=shutil.ignore_patterns("last-ned", "filer"))
        shutil.rmtree(served / "assets/search")
        packed = {}
        for path, code in made.files.items():
            if path.startswith("assets/search/"):
                (served / path).parent.mkdir(parents=True, exist_ok=True)
                (served / path).write_bytes(code)
                packed[path.rpartition("/")[2]] = len(gzip.compress(code))
        first, whole = packed[MAIN.rpartition("/")[2]], sum(packed.values())
        print(f"{len(packed)} filer, {whole / 1e3:.0f} kB gzip, først {first / 1e3:.0f} kB")
        _ask(served, packed)


def _ask(site: Path, packed: dict[str, int]) -> None:
    handler = partial(_Quiet, directory=str(site))
    program = chromium_program()
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        box = SearchBox(browser.new_page())
        box.go(f"http://127.0.0.1:{server.server_port}/index.html")
        started = time.perf_counter()
        box.open().ask("avtale")
        print(f"åpnet og spurt første gang: {(time.perf_counter() - started) * 1e3:.0f} ms")
        for text in QUESTIONS:
            before = len(box.fetched)
            new, again = (box.ask_all([asked])[0] for asked in (text, f"{text} "))
            files = [url.rpartition("/")[2] for url in box.fetched[before:]]
            print(
                f"«{text}»: {len(new.addresses)} treff på {new.milliseconds:.0f} ms, igjen "
                f"{again.milliseconds:.1f} ms, hentet {len(files)} filer, "
                f"{sum(packed.get(file, 0) for file in files) / 1e3:.0f} kB"
            )
        server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
