"""The commands of whoever runs the site: what is due, set-ups for servers, packed files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from handbook.checks.where import Where
from handbook.editing.files import write_whole
from handbook.editing.freshness import FORMATS, freshness
from handbook.hosting import EXAMPLES, server_examples
from handbook.publishing.compress import compress
from handbook.reading.folder import read_handbook
from handbook.report import as_text


def add_site_commands(commands: Any) -> None:
    """Put them beside the others."""
    command = commands.add_parser("freshness", help="se hva som må gjennomgås, og når")
    command.add_argument("--format", choices=list(FORMATS), default="text", help="utskrift")
    command.set_defaults(run=_freshness)
    command = commands.add_parser("hosting", help="skriv oppsett for nginx og Caddy")
    command.add_argument("--out", type=Path, default=None, help=f"mappe; ellers {EXAMPLES}")
    command.set_defaults(run=_hosting)
    command = commands.add_parser("compress", help="pakk tekstfilene på et bygd nettsted")
    command.add_argument("--site", type=Path, default=Path("site"), help="det bygde nettstedet")
    command.set_defaults(run=_compress)


def _freshness(options: argparse.Namespace) -> int:
    reading = read_handbook(options.root)
    if reading.handbook is None:
        print(as_text(reading.findings))
        return 1
    where = Where(reading.handbook, reading.places)
    made = freshness(reading.handbook, where, options.today)
    print(FORMATS[options.format](made))
    return int(made.overdue)


def _hosting(options: argparse.Namespace) -> int:
    reading = read_handbook(options.root)
    if reading.handbook is None:
        print(as_text(reading.findings))
        return 1
    folder = options.out or options.root / EXAMPLES
    for name, content in server_examples(reading.handbook.edition.site_url).items():
        write_whole(folder / name, content)
        print(f"Skrev {folder / name}.")
    return 0


def _compress(options: argparse.Namespace) -> int:
    count, before, after = compress(options.site)
    if not count:
        print(f"Fant ingen filer i {options.site}. Bygg nettstedet først med «make site».")
        return 2
    print(f"Pakket {count} filer: {before / 1e6:.1f} MB ble til {after / 1e6:.1f} MB.")
    return 0
