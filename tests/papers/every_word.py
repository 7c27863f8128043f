"""Every place of every form filled to its limit, every paper made, every last word looked for.

    PYTHONPATH=hooks:tests python -m papers.every_word SITE OUT [SKJ-09 ...] [--rounds long]

`long` is Norwegian words up to the limits below, `unbroken` is as long without a space, and
`script` ends each answer with a word in one of twelve scripts. A place is whole when its last word
stands on the drawn page. Prints how many are, names those that are not, and exits with 1 when
there are any. The machine needs fonts for Arabic and emoji, as readers' machines have.
"""

from __future__ import annotations

import argparse
import collections
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from papers.pages import faults_of_ink, is_whole, page_text, plain
from waking import awake

ROUNDS = ("long", "unbroken", "script")
SCRIPTS = {
    "nordsamisk": "Áŋŋelčeahppi", "sørsamisk": "Gïelemaahtoe", "lulesamisk": "Julevsámeŋuolla",
    "polsk": "Wiśniewskąłź", "litauisk": "Žąsėlįūšč", "latvisk": "Ķīšņāģļ",
    "tyrkisk": "Şükrüoğluİı", "vietnamesisk": "Nguyễnđườngệ", "ukrainsk": "Їжакевичґє",
    "gresk": "Παπαδόπουλοςή", "arabisk": "محمدعبدالله", "emoji": "🧑‍🔧👍🏽",
}  # fmt: skip
LIMIT = {"cell": 150, "line": 200, "box": 2000}
FILL = "Møt i resepsjonen klokka åtte, spør etter fadderen og ta med legitimasjon og sko med vern. "


@dataclass
class Filled:
    """One form, filled one way: its places, and the papers that were made of it."""

    form: str
    round: str
    places: list[dict[str, Any]]
    papers: dict[str, Path] = field(default_factory=dict)
    saved: dict[str, Any] = field(default_factory=dict)

    def missing(self) -> Iterator[str]:
        """`long pdf SKJ-09 own_assessment (box)`: each place that is not whole, on each paper."""
        for paper, file in self.papers.items():
            text = page_text(file)
            for place in self.places:
                if not is_whole(text, place) and not self._on_the_next_page(text, place):
                    told = f"{place['kind']} {place.get('script', '')}".strip()
                    yield f"{self.round} {paper} {self.form} {place['name']} ({told})"

    def _on_the_next_page(self, text: str, place: dict[str, Any]) -> bool:
        """A row that breaks parts a word from its marker; then it stands as often as it is said."""
        if not place.get("script"):
            return False
        said = sum(one["last"] == place["last"] for one in self.places)
        raw, word = text.partition("|")[0], plain(place["last"])
        return raw.count(word) >= said


def filling() -> str:
    """The function that fills every place of the form on a page, and lists the places."""
    return (Path(__file__).parent / "filling_page.js").read_text(encoding="utf-8")


def filled(page: Page, form: str, round_: str, out: Path, *, rows: int = 0) -> Filled:
    """Fill the form on the page, with some rows more, and make all its papers."""
    awake(page)
    told = {"round": round_, "words": SCRIPTS, "limit": LIMIT, "fill": FILL, "rows": rows}
    one = Filled(form, round_, page.evaluate(filling(), told))
    stem = out / f"{form}-{round_}"
    one.saved = json.loads(_downloaded(page, "json", Path(f"{stem}.json")).read_text("utf-8"))
    one.papers["pdf"] = _downloaded(page, "pdf", Path(f"{stem}.pdf"))
    one.papers["print"] = printed(page, Path(f"{stem}-print.pdf"))
    _downloaded(page, "docx", Path(f"{stem}.docx"))
    return one


def _downloaded(page: Page, kind: str, goal: Path) -> Path:
    with page.expect_download(timeout=20_000) as waiting:
        page.click(f"[data-form-end] [data-action={kind}]")
    waiting.value.save_as(goal)
    return goal


def printed(page: Page, goal: Path) -> Path:
    """What Ctrl+P gives: no button is pressed, the page is asked as the browser asks it."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.pdf(path=str(goal), format="A4", prefer_css_page_size=True)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return goal


def draw_word(all_filled: list[Filled], out: Path) -> None:
    """Let LibreOffice draw the Word files."""
    files = [out / f"{one.form}-{one.round}.docx" for one in all_filled]
    home = f"-env:UserInstallation=file://{out.resolve()}/libreoffice"
    command = ["soffice", "--headless", home, "--convert-to", "pdf", "--outdir", out / "word"]
    subprocess.run([*command, *files], capture_output=True)
    for one, file in zip(all_filled, files, strict=True):
        one.papers["word"] = out / "word" / f"{file.stem}.pdf"


def fill_forms(
    open_page: Callable[[str], Page], forms: list[str], rounds: tuple[str, ...], out: Path
) -> list[Filled]:
    """Every form in every round; `open_page` gives a page with a form on it."""
    found = []
    for form in forms:
        for round_ in rounds:
            page = open_page(form)
            found.append(filled(page, form, round_, out))
            page.context.close()
    draw_word(found, out)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("forms", nargs="*")
    parser.add_argument("--rounds", default=",".join(ROUNDS))
    told = parser.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    forms = told.forms or sorted(file.stem for file in (told.site / "skjema").glob("SKJ-??.html"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell")
        found = fill_forms(
            lambda form: opened(browser, told.site, form), forms, tuple(told.rounds.split(",")),
            told.out,
        )  # fmt: skip
    return _report(found)


def opened(browser: Browser, site: Path, form: str) -> Page:
    """The page of a form from disk, in a browser of its own."""
    page = browser.new_context(accept_downloads=True).new_page()
    page.on("pageerror", lambda error: print(form, error, file=sys.stderr))
    page.goto(f"file://{site.resolve()}/skjema/{form}.html")
    return page


def _report(found: list[Filled]) -> int:
    missing = [line for one in found for line in one.missing()]
    faults = [
        f"{one.form} {one.round} {fault}"
        for one in found
        for fault in faults_of_ink(one.papers["pdf"])
    ]
    count = collections.Counter(one.round for one in found for _ in one.places)
    lost = collections.Counter(tuple(line.split()[:2]) for line in missing)
    for round_ in dict.fromkeys(one.round for one in found):
        for paper in found[0].papers:
            whole = count[round_] - lost[round_, paper]
            print(f"{round_:9} {paper:6} whole {whole:5} of {count[round_]:5}")
    print(*missing, *faults, sep="\n")
    return bool(missing or faults)


if __name__ == "__main__":
    sys.exit(main())
