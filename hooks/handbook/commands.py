"""The editors' commands: schema, format, new, release, review, editor and verify."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from handbook.book.refusals import EditionRefused
from handbook.build import Options, build, find
from handbook.cache import CACHE_FOLDER, Cache
from handbook.checks.where import Where
from handbook.editing.base_tree import NoSuchBaseError, tree_at
from handbook.editing.canonical import NotCanonicalError, formatted, written
from handbook.editing.files import write_whole
from handbook.editing.one_line import with_field
from handbook.editing.release import (
    freeze,
    nouns_bytes,
    release_bytes,
    release_file,
)
from handbook.editing.review import Side, review
from handbook.editing.review_text import FORMATS
from handbook.editing.schema import schemas
from handbook.editing.schema_files import refresh_schemas
from handbook.editing.shapes import SCHEMA_FOLDER, content_files, kind_of
from handbook.editing.skeleton import KINDS, CannotStartError, start
from handbook.editing.verification import NoSuchModelError, verify
from handbook.findings import Finding
from handbook.model.ids import VERSION_PATTERN
from handbook.pages import write_pages
from handbook.publishing.book_files import Press
from handbook.publishing.files import build_files
from handbook.reading.folder import read_handbook
from handbook.reading.typed import FILL_IN
from handbook.report import as_json, as_text, exit_code
from handbook.web_editor.config import Host
from handbook.web_editor.desk import Desk
from handbook.web_editor.folder import editor_folder, pick_lists
from handbook.web_editor.packages import EditorMissingError
from handbook.web_editor.server import Server

_EDITION = "model/handbook.yml"


def add_commands(commands: Any) -> None:
    """Put the editors' commands beside the others."""
    command = commands.add_parser("schema", help="skriv JSON Schema for filene")
    command.add_argument("--out", type=Path, default=None, help=f"mappe; ellers {SCHEMA_FOLDER}")
    command.set_defaults(run=_schema)
    command = commands.add_parser("format", help="skriv filene i fast form")
    command.add_argument(
        "--check", action="store_true", help="bare si hvilke som ville blitt endret"
    )
    command.add_argument("files", nargs="*", help="bare disse filene")
    command.set_defaults(run=_format)
    command = commands.add_parser("new", help="begynn på noe nytt")
    command.add_argument("kind", choices=KINDS)
    command.add_argument("id", help="id-en; et steg skrives som modell/steg")
    command.add_argument("--phase", default="", help="fasen steget hører til; ellers den siste")
    command.set_defaults(run=_new)
    command = commands.add_parser("release", help="gi ut en utgave")
    command.add_argument("edition", help="for eksempel 2027.1")
    command.add_argument("--date", type=dt.date.fromisoformat, help="ÅÅÅÅ-MM-DD; ellers i dag")
    command.add_argument("--allow-warnings", action="store_true", help="gi ut tross advarsler")
    command.set_defaults(run=_release)
    command = commands.add_parser("review", help="se hva en endring fører til")
    command.add_argument("--base", default="HEAD", help="punktet i Git det sammenlignes med")
    command.add_argument("--format", choices=list(FORMATS), default="text", help="utskrift")
    command.set_defaults(run=_review)
    command = commands.add_parser("edition", help="sett boka og delene, så de ligger klare")
    command.add_argument("paths", nargs="*", help="bare disse filene, som de heter på nettstedet")
    command.set_defaults(run=_edition)
    command = commands.add_parser("editor", help="rediger i nettleseren, uten å åpne en fil")
    command.add_argument("--port", type=int, default=8090, help="porten på denne maskinen")
    command.add_argument("--out", type=Path, help="skriv mappa et team kan legge på en nettjener")
    command.add_argument("--host", choices=("github", "gitlab"), help="hvor kodelageret ligger")
    command.add_argument("--repo", default="", help="kodelageret, eier/navn")
    command.add_argument("--branch", default="main", help="grenen det redigeres mot")
    command.add_argument("--relay", default="", help="GitHub: adressen til innloggingstjenesten")
    command.add_argument("--app-id", default="", help="GitLab: id-en til programmet dere har laget")
    command.add_argument("--api", default="", help="adressen til API-et når tjeneren er deres egen")
    command.set_defaults(run=_editor)
    command = commands.add_parser("verify", help="bekreft at en modell er riktig i dag")
    command.add_argument("model", help="id-en til modellen")
    command.add_argument("--by", required=True, help="funksjonen som har gjort det, aldri et navn")
    command.set_defaults(run=_verify)


def _schema(options: argparse.Namespace) -> int:
    folder = options.out or options.root / SCHEMA_FOLDER
    made = schemas(read_handbook(options.root).handbook)
    changed = [name for name, content in made.items() if write_whole(folder / name, content)]
    print(f"{len(made)} skjemaer i {folder}, {len(changed)} nye eller endret.")
    if "ids.json" not in made:
        print("Id-ene er ikke oppdatert, fordi innholdet har feil.", file=sys.stderr)
        return 1
    return 0


def _format(options: argparse.Namespace) -> int:
    root: Path = options.root
    names = [_relative(root, name) for name in options.files] or list(content_files(root))
    findings: list[Finding] = []
    changed = []
    for name in filter(kind_of, names):
        data = (root / name).read_bytes()
        try:
            made = formatted(data, name)
        except NotCanonicalError:
            print(f"{name}: kan ikke skrives om uten å endre innholdet; fila er ikke rørt. "
                  "Si fra til utviklerne.", file=sys.stderr)  # fmt: skip
            return 2
        findings += made.findings
        if made.text is not None and made.text.encode() != data:
            changed.append(name)
            if not options.check:
                write_whole(root / name, made.text.encode())
    if not options.files:
        changed += refresh_schemas(root, write=not options.check)
    for name in changed:
        print(f"{name}: {'er ikke i fast form' if options.check else 'skrevet i fast form'}")
    if findings:
        print(as_text(findings))
        print("Filer med feil er ikke rørt.", file=sys.stderr)
    if options.check and changed:
        print("Kjør «make format» for å rette dem.", file=sys.stderr)
    return int(bool(findings) or (options.check and bool(changed)))


def _relative(root: Path, name: str) -> str:
    path = Path(name)
    if path.is_absolute():
        return path.relative_to(root.resolve()).as_posix()
    return path.as_posix()


def _new(options: argparse.Namespace) -> int:
    try:
        made = start(
            options.root, options.kind, options.id, today=options.today, phase=options.phase
        )
    except CannotStartError as error:
        print(f"Ikke laget: {error}.", file=sys.stderr)
        return 2
    print(f"Skrev {', '.join(made.files)}.")
    if made.to_do:
        print("Dette må fylles ut:")
        for finding in made.to_do:
            what = finding.fix.removeprefix(FILL_IN)
            print(f"  [ ] {finding.place}: {finding.problem}{what}")
            if finding.found:
                print(f"      {finding.found}")
    print("Kjør «make check» når du er ferdig.")
    return 0


def _release(options: argparse.Namespace) -> int:
    root: Path = options.root
    edition, day = options.edition, options.date or options.today
    if not re.fullmatch(VERSION_PATTERN, edition):
        print(f"«{edition}» er ikke en utgave. Skriv år og nummer, som 2027.1.", file=sys.stderr)
        return 2
    if (root / release_file(edition)).exists():
        print(f"Utgave {edition} er alt gitt ut. Velg et nytt nummer.", file=sys.stderr)
        return 2
    made = build(root, options.today, options=Options(files=False))
    if made.errors or (made.findings and not options.allow_warnings):
        print(as_text(made.findings))
        print("Utgaven er ikke laget. Rett det over først.", file=sys.stderr)
        return 1
    book = made.book
    assert book is not None
    if edition not in [change.version for change in book.edition.changes]:
        print(f'Utgaven er ikke laget. Fortell først hva som er nytt: legg til «- version: '
              f'"{edition}"» under «changes:» i {_EDITION}, med dato, størrelse og hva.',
              file=sys.stderr)  # fmt: skip
        return 1
    issued = replace(
        book, edition=book.edition.model_copy(update={"edition": edition, "date": day})
    )
    frozen = freeze(issued, [page.url for page in made.pages])
    file = root / release_file(edition)
    text = (root / _EDITION).read_bytes().decode("utf-8-sig")
    text = with_field(text, "edition", written(edition, str))
    text = with_field(text, "date", day.isoformat())
    write_whole(file.with_suffix(".nouns.json"), nouns_bytes(issued))
    write_whole(file, release_bytes(frozen))
    write_whole(root / _EDITION, text.encode())
    print(f"Utgave {edition} er gitt ut {day.isoformat()}: {len(frozen.models)} modeller, "
          f"{len(frozen.forms)} skjemaer, {len(frozen.addresses)} adresser.")  # fmt: skip
    return 0


def _review(options: argparse.Namespace) -> int:
    after = _side(options.root, options.today)
    if isinstance(after, tuple):
        print("Endringen kan ikke vurderes før filene kan leses:")
        print(as_text(after))
        return 1
    try:
        with tree_at(options.root, options.base) as base:
            before = _side(base, options.today)
    except NoSuchBaseError as error:
        print(f"Finner ikke «{options.base}» i historikken: {error}", file=sys.stderr)
        return 2
    if isinstance(before, tuple):
        print(f"Innholdet i «{options.base}» kan ikke leses:", file=sys.stderr)
        print(as_text(before), file=sys.stderr)
        return 2
    made = review(before, after)
    print(FORMATS[options.format](made))
    return int(bool(made.broken))


def _edition(options: argparse.Namespace) -> int:
    reading = read_handbook(options.root)
    if reading.handbook is None:
        print(as_text(reading.findings))
        return 1
    press = Press(reading.handbook, Cache(options.root / CACHE_FOLDER))
    if press.missing:
        print(press.missing, file=sys.stderr)
        return 2
    wanted = [f for f in press.files if f.path in options.paths or not options.paths]
    refused = 0
    for file in wanted:
        try:
            print(f"{file.path}: {len(press.content(file)) / 1000:.0f} kB")
        except EditionRefused as error:
            refused += 1
            print(f"{file.path}: {error}", file=sys.stderr)
    return int(bool(refused))


def _editor(options: argparse.Namespace) -> int:
    root: Path = options.root
    host, missing = _editor_host(options)
    if missing:
        print(missing, file=sys.stderr)
        return 2
    reading = read_handbook(root)
    if reading.handbook is None:
        print("Nettredigeringen kan ikke åpnes før disse filene kan leses:")
        print(as_text(reading.findings))
        return 1
    try:
        files = editor_folder(root, reading.handbook, host)
    except EditorMissingError as error:
        print(error, file=sys.stderr)
        return 2
    if options.out:
        return _write_editor(options.out, files)
    fresh = {
        "options.json": lambda: pick_lists(root, read_handbook(root).handbook),
        "check.json": lambda: as_json(find(root, options.today)[1]).encode(),
    }
    try:
        server = Server(options.port, files, Desk(root), fresh)
    except OSError as error:
        print(f"Port {options.port} er ikke ledig ({error.strerror}). Velg en annen med --port.",
              file=sys.stderr)  # fmt: skip
        return 2
    print(f"Åpne {server.address} i nettleseren. Avslutt med Ctrl+C.", flush=True)
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()
    return 0


def _editor_host(options: argparse.Namespace) -> tuple[Host | None, str]:
    """Where a hosted editor saves, or what is missing to say so."""
    if not options.out:
        return None, ""
    if not options.host or not re.fullmatch(r"[^/\s]+(/[^/\s]+)+", options.repo):
        return None, "Si hvor kodelageret ligger: --host github (eller gitlab) og --repo eier/navn."
    if options.host == "github" and not options.relay.startswith("https://"):
        return None, ("GitHub trenger en innloggingstjeneste. Si hvor den er: --relay https://…. "
                      "Siden «Rediger i nettleseren» forklarer hvorfor.")  # fmt: skip
    if options.host == "gitlab" and not options.app_id:
        return None, "GitLab trenger id-en til programmet dere har laget der: --app-id …."
    return Host(
        options.host, options.repo, options.branch, options.relay, options.app_id, options.api
    ), ""


def _write_editor(out: Path, files: dict[str, bytes]) -> int:
    if out.is_dir() and any(out.iterdir()) and not (out / "config.json").is_file():
        print(f"Mappa {out} er ikke tom. Velg en ny mappe, eller tøm den først.", file=sys.stderr)
        return 2
    for name, content in files.items():
        write_whole(out / name, content)
    print(f"Skrev {len(files)} filer til {out}. Legg mappa på en egen nettadresse.")
    return 0


def _side(root: Path, today: dt.date) -> Side | tuple[Finding, ...]:
    reading, findings = find(root, today)
    book = reading.handbook
    if book is None:
        return findings
    pages = {}
    if not exit_code(findings):
        made_files = build_files(book, reading.places, Cache(None), files=False)
        made = write_pages(book, findings, downloads=made_files.downloads)
        pages = {page.url: (page.title, page.markdown) for page in made}
    return Side(book, Where(book, reading.places), findings, pages)


def _verify(options: argparse.Namespace) -> int:
    try:
        findings = verify(options.root, options.model, by=options.by, today=options.today)
    except NoSuchModelError as error:
        print(f"Modellen «{options.model}» finnes ikke. Modellene er: {error}.", file=sys.stderr)
        return 2
    if findings:
        print(as_text(findings))
        return 1
    print(f"{options.model} er verifisert {options.today.isoformat()} av {options.by}.")
    return 0
