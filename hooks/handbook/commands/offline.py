"""`handbook offline`: a built site as one zip to be used without a network."""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from handbook.editing.files import write_whole
from handbook.publishing.offline import offline_zip
from handbook.reading.folder import read_handbook


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--site", type=Path, default=Path("site"), help="det bygde nettstedet")
    parser.add_argument("--out", type=Path, required=True, help="mappa zip-fila legges i")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    book = read_handbook(options.root).handbook
    if book is None or not (options.site / "index.html").is_file():
        print("Bygg nettstedet først med «make site».", file=sys.stderr)
        return 2
    content = offline_zip(options.site, book.edition)
    target = options.out / f"inkluderingshandboka-{book.edition.edition}-uten-nett.zip"
    write_whole(target, content)
    digest = hashlib.sha256(content).hexdigest()
    sums = target.with_name(f"{target.name}.sha256")
    write_whole(sums, f"{digest}  {target.name}\n".encode())
    print(f"Skrev {target} ({len(content) / 1_000_000:.1f} MB), og {sums.name} med SHA-256.")
    return 0
