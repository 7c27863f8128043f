"""How fast the book is typeset, against the first try of Typst in the same run.

    python tests/benchmark/bench_book.py --rounds 3

The yardstick is the prototype that chose Typst: its template and sample text, in our typeface and
in 96 copies (about 400 pages), tagged as PDF/UA-1 and PDF/A-2a. Both are made in turn, each in a
process of its own; a round's ratio is seconds per page of the book over seconds per page of the
yardstick, by CPU and by clock. Ours is what one process of a build makes: the book with the volumes
of forms and roles, whose pages its index names. It includes the tree and the packing, the yardstick
neither. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FONTS = ROOT / "hooks" / "handbook" / "fonts"
YARDSTICK = Path(__file__).parent / "yardstick"
COPIES = 96


Made = tuple[tuple[bytes, ...], float]


def prototype() -> Made:
    """The yardstick and the seconds of CPU it took."""
    import typst  # noqa: PLC0415 each process loads what it measures

    files = {
        "main.typ": (YARDSTICK / "book.typ").read_bytes(),
        "data.json": json.dumps(_data(), ensure_ascii=False).encode(),
        "figure.svg": (YARDSTICK / "figure.svg").read_bytes(),
    }
    started = time.process_time()
    pdf = typst.compile(
        files, font_paths=[str(FONTS)], ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"], timestamp=1_700_000_000,
    )  # fmt: skip
    return (pdf,), time.process_time() - started


def our_book() -> Made:
    """The book with two volumes, and the seconds of CPU it took without reading the YAML."""
    from handbook.book.volumes import Volume  # noqa: PLC0415
    from handbook.book.whole import book_pdf  # noqa: PLC0415
    from handbook.checking import collector_off  # noqa: PLC0415
    from handbook.reading.folder import read_handbook  # noqa: PLC0415

    book = read_handbook(ROOT).handbook
    assert book is not None
    started = time.process_time()
    with collector_off():
        pdfs = tuple(book_pdf(book, one) for one in (Volume.MODELS, Volume.FORMS, Volume.ROLES))
    return pdfs, time.process_time() - started


MAKERS: dict[str, Callable[[], Made]] = {"prototype": prototype, "ours": our_book}


def main() -> None:
    """Measure in turn and print a line for each round, then the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", choices=MAKERS)
    options = parser.parse_args()
    if options.one:
        _one(options.one)
        return
    ratios: dict[str, list[float]] = {"cpu": [], "wall": []}
    for number in range(1, options.rounds + 1):
        first, ours = _measured("prototype"), _measured("ours")
        for kind, values in ratios.items():
            values.append((ours[kind] / ours["pages"]) / (first[kind] / first["pages"]))
        print(f"runde {number}: " + "; ".join(
            f"{name} {m['pages']:.0f} sider, {m['cpu']:.1f} s CPU, {m['wall']:.1f} s, "
            f"{m['pages'] / m['cpu']:.0f} sider/s"
            for name, m in (("prototypen", first), ("vår", ours))
        ) + f"; forhold {ratios['cpu'][-1]:.2f} CPU, {ratios['wall'][-1]:.2f} klokke")  # fmt: skip
    print("median forhold: " + ", ".join(
        f"{statistics.median(values):.2f} ({kind})" for kind, values in ratios.items()
    ))  # fmt: skip


def _measured(name: str) -> dict[str, float]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, __file__, "--one", name]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def _one(name: str) -> None:
    import pikepdf  # noqa: PLC0415

    started = time.perf_counter()
    pdfs, cpu = MAKERS[name]()
    wall = time.perf_counter() - started
    pages = 0
    for pdf in pdfs:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            pages += len(document.pages)
    print(json.dumps({"pages": pages, "cpu": cpu, "wall": wall}))


def _data() -> dict[str, object]:
    """The prototype's one model as many, each leading to another."""
    text = (YARDSTICK / "model.json").read_text(encoding="utf-8")
    models = [
        json.loads(text.replace("modell-1", f"nr-{n}").replace("modell-6", f"nr-{other}"))
        for n, other in enumerate([*range(5, COPIES), *range(5)])
    ]
    ids = [m["id"] for m in models] + [step["id"] for m in models for step in m["steps"]]
    return {
        "title": "Målebok",
        "subtitle": "Prototypen, mange ganger",
        "version": "1",
        "date": "2026-11-22",
        "author": "Målebenken",
        "keywords": ["måling"],
        "base": "https://handbok.example/",
        "ids": [*ids, "ordliste"],
        "models": models,
        "glossary": [["Fadder", "Kollega som har avtalt ansvar for den nyansatte."]],
    }


if __name__ == "__main__":
    main()
