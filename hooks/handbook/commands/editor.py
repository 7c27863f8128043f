"""`handbook editor`: the content in forms, in the browser."""

from __future__ import annotations

import argparse
import re
import sys
from contextlib import suppress
from pathlib import Path

from handbook.checking import find
from handbook.editing.files import write_whole
from handbook.reading.folder import read_handbook
from handbook.report import as_json, as_text
from handbook.web_editor.config import Host
from handbook.web_editor.folder import editor_folder, pick_lists
from handbook.web_editor.packages import EditorMissingError
from handbook.web_editor.save_handler import SaveHandler
from handbook.web_editor.server import Server


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--port", type=int, default=8090, help="porten på denne datamaskinen")
    parser.add_argument("--out", type=Path, help="skriv mappa et team kan legge på en nettjener")
    parser.add_argument("--host", choices=("github", "gitlab"), help="hvor kodelageret ligger")
    parser.add_argument("--repo", default="", help="kodelageret, eier/navn")
    parser.add_argument("--branch", default="main", help="grenen det redigeres mot")
    parser.add_argument("--relay", default="", help="GitHub: adressen til innloggingstjenesten")
    parser.add_argument("--app-id", default="", help="GitLab: id-en til programmet dere har laget")
    parser.add_argument("--api", default="", help="adressen til API-et når tjeneren er deres egen")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
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
        server = Server(options.port, files, SaveHandler(root), fresh)
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
