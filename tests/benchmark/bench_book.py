"""How fast the book is typeset, against a plain Typst book of the same size in the same run.

    python tests/benchmark/bench_book.py --rounds 3

The yardstick is what a plain book costs: text blocks, lists, tables, callouts, a drawing and links
with page numbers, tagged as PDF/UA-1 and PDF/A-2a, from data by a short template. Both are made in
turn, each in a process of its own; a round's ratio is seconds per page of the book over seconds per
page of the yardstick, by CPU and by clock. Ours includes the tree and the packing. Nothing is
asserted.
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
FONTS = ROOT / "hooks" / "handbook" / "edition" / "fonts"
CHAPTERS, STEPS = 96, 6
"""About 400 pages, as the book."""

PLAIN = r"""
#let d = json("data.json")
#set document(title: d.title)
#set text(font: "Atkinson Hyperlegible Next", size: 10.5pt, lang: "nb", region: "NO")
#set page(paper: "a4", margin: 2.3cm, header: context {
  let h = query(selector(heading.where(level: 1)).before(here()))
  if h.len() > 0 { h.last().body }
}, footer: context counter(page).display())
#set heading(numbering: "1.1")
#show heading.where(level: 1): it => { pagebreak(weak: true); it }
#let inl(c) = for n in c {
  if type(n) == str { n } else if n.t == "b" { strong(n.c) }
  else { link(label(n.to), n.c); context [ (s. #counter(page).at(label(n.to)).first())] }
}
#let blk(nodes) = for n in nodes {
  if n.t == "p" { par(inl(n.c)) }
  else if n.t == "ul" { list(..n.c.map(inl)) }
  else if n.t == "ol" { enum(..n.c.map(inl)) }
  else if n.t == "box" { block(width: 100%, fill: luma(240), inset: 9pt, blk(n.c)) }
  else { table(columns: 3, table.header(..n.head), ..n.rows.flatten()) }
}
#title(d.title)
#outline(depth: 2)
#for m in d.chapters {
  [#heading(level: 1, m.title) #label(m.id)]
  blk(m.intro)
  figure(image("figure.svg", width: 100%, alt: m.alt), alt: m.alt, caption: "Trinn for trinn")
  for s in m.steps { [#heading(level: 2, s.title) #label(s.id)]; blk(s.body) }
}
"""

SENTENCES = (
    "Modellen bygger på at arbeidsgiveren og deltakeren møtes tidlig og vet hva de kan forvente. "
    "Erfaringen er at en fast kontakt betyr mer enn størrelsen på tilskuddet.",
    "Før oppstart avklares hvilke oppgaver som faktisk finnes på arbeidsplassen. Beskriv dem med "
    "verb: pakke, rydde, telle og følge opp kunder.",
    "Oppfølgingssamtalene holdes minst hver fjerde uke. Referatet er kort, skrevet i klart språk "
    "og godkjent av deltakeren før noen andre får se det.",
    "Mange opplever at opplæringen tar lengre tid enn planlagt. Sett av en person med tid til det, "
    "og avtal på forhånd hva som skjer når den personen er borte.",
)


def plain_book() -> tuple[bytes, float]:
    """The yardstick and the seconds of CPU it took."""
    import typst  # noqa: PLC0415 each process loads what it measures

    files = {"main.typ": PLAIN.encode(), "figure.svg": _figure().encode()}
    started = time.process_time()
    files["data.json"] = json.dumps(_data(), ensure_ascii=False).encode()
    pdf = typst.compile(
        files, font_paths=[str(FONTS)], ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"], timestamp=1_700_000_000,
    )  # fmt: skip
    return pdf, time.process_time() - started


def our_book() -> tuple[bytes, float]:
    """The real book and the seconds of CPU it took; reading the YAML is not counted."""
    from handbook.edition.book import book_pdf  # noqa: PLC0415
    from handbook.reading.folder import read_handbook  # noqa: PLC0415

    book = read_handbook(ROOT).handbook
    assert book is not None
    started = time.process_time()
    pdf = book_pdf(book)
    return pdf, time.process_time() - started


MAKERS: dict[str, Callable[[], tuple[bytes, float]]] = {"plain": plain_book, "ours": our_book}


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
        plain, ours = _measured("plain"), _measured("ours")
        for kind, values in ratios.items():
            values.append((ours[kind] / ours["pages"]) / (plain[kind] / plain["pages"]))
        print(f"runde {number}: " + "; ".join(
            f"{name} {m['pages']:.0f} sider, {m['cpu']:.1f} s CPU, {m['wall']:.1f} s, "
            f"{m['pages'] / m['cpu']:.0f} sider/s" for name, m in (("enkel", plain), ("vår", ours))
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
    pdf, cpu = MAKERS[name]()
    wall = time.perf_counter() - started
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = len(document.pages)
    print(json.dumps({"pages": pages, "cpu": cpu, "wall": wall}))


def _data() -> dict[str, object]:
    chapters = []
    for m in range(CHAPTERS):
        other = {"t": "go", "to": f"kapittel-{(m + 5) % CHAPTERS}", "c": "en annen modell"}
        steps = [
            {"id": f"steg-{m}-{s}", "title": f"Steg {s + 1}", "body": _body(s, other)}
            for s in range(STEPS)
        ]
        chapters.append({
            "id": f"kapittel-{m}", "title": f"Modell nummer {m + 1}", "intro": _body(0, other)[:2],
            "alt": "Seks steg fra kartlegging til fast jobb.", "steps": steps,
        })  # fmt: skip
    return {"title": "Målebok", "chapters": chapters}


def _body(number: int, other: dict[str, str]) -> list[dict[str, object]]:
    def text(n: int) -> dict[str, object]:
        return {"t": "p", "c": [SENTENCES[(number + n) % len(SENTENCES)], " Se også ", other, "."]}

    items = [[sentence] for sentence in SENTENCES]
    rows = [[f"Uke {week}", "Arbeidsgiver", "Statusmøte og justering av oppgaver"]
            for week in (1, 4, 12, 24)]  # fmt: skip
    table = {"t": "table", "head": ["Tidspunkt", "Ansvarlig", "Hva skjer"], "rows": rows}
    middle = [
        {"t": "ul", "c": items}, {"t": "ol", "c": items}, table, {"t": "ul", "c": items},
        {"t": "box", "c": [text(3)]}, table,
    ][number % 6]  # fmt: skip
    return [text(0), text(1), middle, text(2)]


def _figure() -> str:
    boxes = "".join(
        f'<rect x="{10 + 90 * n}" y="10" width="80" height="50" rx="8" fill="#e6f0f5"/>'
        for n in range(6)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 550 70" width="550" height="70">'
        f"{boxes}</svg>"
    )


if __name__ == "__main__":
    main()
