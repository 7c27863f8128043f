"""How fast the site is built, against stock Material building the same pages from Markdown.

    make bench                         about 100 and 1 000 pages, three rounds
    python tests/benchmark/bench.py --models 3 30 150 --rounds 1

The same made-up handbook is built several ways, in turn within each round, each in a process of its
own. CPU is user and system time of that process as the operating system counts it; ratios are taken
within a round, so a noisy machine disturbs them little. Nothing is asserted. Forms, packages and
the book are left out, since stock Material has none; bench_book.py tells of those.
"""

from __future__ import annotations

import argparse
import gzip
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from synthetic import write_synthetic

ROOT = Path(__file__).parent.parent.parent
STOCK_LIMIT = 40
"""Stock Material renders the whole menu on each page; above so many models that takes minutes."""


@dataclass(frozen=True)
class Measure:
    """One build: seconds of CPU and wall, peak memory, and what came out."""

    cpu: float
    wall: float
    megabytes: float
    pages: int
    html_kilobytes: float
    first_view_kilobytes: float


def main() -> None:
    """Measure and print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--models", type=int, nargs="+", default=[3, 30])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-stock", action="store_true", help="leave out Material without prune")
    options = parser.parse_args()
    sizes = []
    for models in options.models:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            stock = models <= STOCK_LIMIT and not options.no_stock
            results = _size(models, options.rounds, folder, stock=stock)
            print(
                f"\n{models} modeller: å lese og kontrollere tar {_reading(folder):.2f} s CPU, "
                f"å bygge på nytt etter én rettet setning {_rebuild(folder):.2f} s."
            )
        _table(models, results)
        ours = results["håndboka"]
        sizes.append((ours[0].pages, statistics.median(m.cpu for m in ours)))
    _growth(sizes)


def _size(models: int, rounds: int, folder: Path, *, stock: bool) -> dict[str, list[Measure]]:
    book = folder / "book"
    write_synthetic(models, book)
    shutil.copy(ROOT / "mkdocs.yml", book)
    (book / "docs").mkdir()
    (book / "hooks").symlink_to(ROOT / "hooks")
    tree = folder / "tree"
    command = [sys.executable, "-m", "handbook", "--root", str(book), "export", "--pages-only"]
    command += ["--out", str(tree)]
    subprocess.run(command, check=True, env=_environment(), stdout=subprocess.DEVNULL)
    ways = _ways(book, tree, folder, stock=stock)
    results: dict[str, list[Measure]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            results[name].append(_run(way, folder / "site"))
    return results


@dataclass(frozen=True)
class Way:
    """A way to build: where, and what is run; the folder of the site follows."""

    project: Path
    command: tuple[str, ...]


def _ways(book: Path, tree: Path, folder: Path, *, stock: bool) -> dict[str, Way]:
    """Ours without what others do not make, then stock Material, and Hugo where it is."""
    ours = (book / "mkdocs.yml").read_text(encoding="utf-8")
    for switch in ("files", "twins", "packed"):
        ours = ours.replace(f"{switch}: true", f"{switch}: false")
    (book / "pages.yml").write_text(ours, encoding="utf-8")
    pruned = (tree / "mkdocs.yml").read_text(encoding="utf-8")
    (tree / "stock.yml").write_text(
        pruned.replace("  features:\n    - navigation.prune\n", ""), encoding="utf-8"
    )
    ways = {
        "håndboka": _mkdocs(book, "pages.yml"),
        "Material + prune": _mkdocs(tree, "mkdocs.yml"),
    }
    if stock:
        ways["Material"] = _mkdocs(tree, "stock.yml")
    if shutil.which("hugo"):
        ways["Hugo"] = Way(_hugo(tree, folder), ("hugo", "--quiet", "-d"))
    return ways


def _mkdocs(project: Path, settings: str) -> Way:
    command = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", settings, "-d")
    return Way(project, command)


def _hugo(tree: Path, folder: Path) -> Path:
    """The same pages as ready Markdown, with the least layout and a JSON file to search in."""
    project = folder / "hugo"
    shutil.copytree(Path(__file__).with_name("hugo"), project)
    shutil.copytree(tree / "docs", project / "content")
    for page in project.rglob("index.md"):
        page.rename(page.with_name("_index.md"))  # else Hugo takes the pages beside for files
    return project


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}


def _run(way: Way, site: Path) -> Measure:
    shutil.rmtree(site, ignore_errors=True)
    start = time.perf_counter()
    command = [*way.command, str(site)]
    process = subprocess.Popen(
        command, cwd=way.project, env=_environment(), stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"bygget stoppet: {way}")
    pages = list(site.rglob("*.html"))
    size = sum(file.stat().st_size for file in pages)
    places = (site / "modeller/modell-0/index.html", site / "modeller/modell-0.html")
    first = next(place for place in places if place.is_file())  # as each way writes addresses
    return Measure(
        cpu=usage.ru_utime + usage.ru_stime,
        wall=wall,
        megabytes=usage.ru_maxrss / 1024,
        pages=len(pages),
        html_kilobytes=size / len(pages) / 1000,
        first_view_kilobytes=len(gzip.compress(first.read_bytes())) / 1000,
    )


_READING = """
import datetime, pathlib, time
from handbook.checking import find
start = time.process_time()
find(pathlib.Path("."), datetime.date(2026, 11, 22))
print(time.process_time() - start)
"""


def _reading(folder: Path) -> float:
    return _said([sys.executable, "-c", _READING], folder / "book")


def _rebuild(folder: Path) -> float:
    script = Path(__file__).with_name("rebuild.py")
    edited = "model/modell-0/model.yml"
    command = [sys.executable, str(script), "pages.yml", edited, str(folder / "site")]
    return _said(command, folder / "book")


def _said(command: list[str], project: Path) -> float:
    run = subprocess.run(
        command, cwd=project, env=_environment(), check=True, capture_output=True, text=True
    )
    return float(run.stdout.split()[-1])


def _table(models: int, results: dict[str, list[Measure]]) -> None:
    base = results["Material + prune"]
    print(f"\n{models} modeller, {results['håndboka'][0].pages} sider, median av {len(base)}\n")
    print("| måte | CPU s | klokke s | MB | ms CPU per side | kB HTML per side "
          "| kB første side pakket | CPU mot prune | CPU mot Hugo |")  # fmt: skip
    print("|---|---|---|---|---|---|---|---|---|")
    for name, rows in results.items():
        ratios = [one.cpu / other.cpu for one, other in zip(rows, base, strict=True)]
        cpu = statistics.median(m.cpu for m in rows)
        wall = statistics.median(m.wall for m in rows)
        memory = statistics.median(m.megabytes for m in rows)
        print(
            f"| {name} | {cpu:.2f} | {wall:.2f} | {memory:.0f} | {1000 * cpu / rows[0].pages:.2f} "
            f"| {rows[0].html_kilobytes:.1f} | {rows[0].first_view_kilobytes:.1f} "
            f"| {statistics.median(ratios):.2f} | {_against(rows, results.get('Hugo'))} |"
        )


def _against(rows: list[Measure], others: list[Measure] | None) -> str:
    if not others:
        return "–"
    ratios = [one.cpu / other.cpu for one, other in zip(rows, others, strict=True)]
    return f"{statistics.median(ratios):.2f}"


def _growth(sizes: list[tuple[int, float]]) -> None:
    for (pages, cpu), (more, longer) in pairwise(sizes):
        exponent = math.log(longer / cpu) / math.log(more / pages)
        print(f"\nFra {pages} til {more} sider vokser CPU-tiden som n^{exponent:.2f}.")


if __name__ == "__main__":
    main()
