"""Files ready to open, and a page of what to look for, for whoever has a program we have not.

    PYTHONPATH=hooks:tests python -m papers.to_try SITE OUT

`OUT/index.html` says in Norwegian which program opens which file, and what should be seen.
"""

from __future__ import annotations

import argparse
import functools
import sys
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from papers.every_word import fill_forms, opened
from project import chromium_program

FORMS = ["SKJ-09", "SKJ-12"]
ROUNDS = ("script", "long")
TRIALS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "Acrobat Reader",
        ("SKJ-09-script.pdf", "SKJ-12-long.pdf", "tomt/SKJ-09.pdf"),
        (
            "Fila åpnes uten melding.",
            "Linja for underskrift kan signeres.",
            "Blant vedleggene ligger «svar.json».",
            "Søk etter «Wiśniewskąłź» finner ordet.",
            "Det tomme skjemaet kan fylles ut og lagres. Når et felt er fullt, stopper det.",
        ),
    ),
    (
        "PAC (PDF Accessibility Checker)",
        ("SKJ-09-script.pdf", "SKJ-09-long.pdf", "SKJ-12-script.pdf", "tomt/SKJ-09.pdf"),
        ("Ingen feil mot PDF/UA.",),
    ),
    (
        "NVDA eller JAWS, med Acrobat",
        ("SKJ-09-script.pdf", "tomt/SKJ-09.pdf"),
        (
            "Overskrifter og tabeller med kolonnenavn blir lest.",
            "Arabisk og emoji blir lest, ikke hoppet over.",
            "I det tomme skjemaet blir spørsmålet lest når du kommer til feltet.",
        ),
    ),
    (
        "Microsoft Word, på PC og på nett",
        ("SKJ-09-script.docx", "SKJ-12-long.docx"),
        (
            "Fila åpnes uten melding, og alle rader er med.",
            "Skriv noe, lagre, og hent fila inn på skjemaets side: Alt du skrev, er med.",
        ),
    ),
    (
        "Excel",
        ("tomt/SKJ-12.xlsx",),
        (
            "Arket «Oversikt» sier hva Excel-fila er til, og hva skjemaet på nettsiden er til.",
            "Lister å velge fra virker, og en frist i fortiden blir merket.",
        ),
    ),
    (
        "Safari, på Mac og iPhone",
        ("side/SKJ-09", "side/SKJ-12", "SKJ-09-script.pdf"),
        (
            "Fyll ut halve skjemaet, følg en lenke og kom tilbake: Svarene står der.",
            "«Del PDF» åpner delemenyen på telefonen.",
            "PDF-en viser alle skriftspråkene.",
        ),
    ),
    (
        "En telefon med Android",
        ("side/SKJ-12",),
        (
            "Før opp tre personer: Hver blir én linje når du legger til den neste.",
            "«Del PDF» åpner delemenyen.",
        ),
    ),
)
"""Program → files, and what should be seen."""


def page(site: str) -> str:
    """What to open and what to look for; `site` is the way to a built site."""
    parts = "".join(_trial(*trial, site=site) for trial in TRIALS)
    return (
        '<!doctype html><html lang="nb"><meta charset="utf-8"><title>Prøv papirene</title>'
        "<style>body{max-width:45rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.5 sans-serif}"
        "</style><h1>Prøv papirene</h1><p>Disse programmene er ikke prøvd der håndboka blir "
        "laget. Har du ett av dem, tar det et kvarter. Skriv ned program, versjon og dato, og hva "
        f"som ikke stemte.</p>{parts}</html>\n"
    )


def _trial(program: str, files: tuple[str, ...], seen: tuple[str, ...], *, site: str) -> str:
    links = "".join(f'<li><a href="{_way(file, site)}">{escape(file)}</a></li>' for file in files)
    boxes = "".join(f'<li><label><input type="checkbox"> {escape(s)}</label></li>' for s in seen)
    return f"<h2>{escape(program)}</h2><p>Åpne:</p><ul>{links}</ul><p>Se etter:</p><ul>{boxes}</ul>"


def _way(file: str, site: str) -> str:
    place, _, form = file.partition("/")
    return f"{site}/skjema/{form}.html" if place == "side" else file


def blanks(site: Path, out: Path) -> None:
    """The blank files that trials name, under short names."""
    (out / "tomt").mkdir(parents=True, exist_ok=True)
    for _, files, _ in TRIALS:
        for file in (one for one in files if one.startswith("tomt/")):
            form, _, ending = file.removeprefix("tomt/").partition(".")
            (found,) = (site / "skjema/filer").glob(f"{form}-*.{ending}")
            (out / file).write_bytes(found.read_bytes())


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("out", type=Path)
    told = parser.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    blanks(told.site, told.out)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_program())
        fill_forms(functools.partial(opened, browser, told.site), FORMS, ROUNDS, told.out)
    (told.out / "index.html").write_text(page(told.site.resolve().as_uri()), encoding="utf-8")
    print(f"Åpne {told.out / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
