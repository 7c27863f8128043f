"""Two builds in one process with a sentence edited between them: what a writer waits for.

    python tests/benchmark/rebuild.py pages.yml model/modell-0/model.yml site

Does in order what `mkdocs serve` does on a change, and prints the seconds of CPU of the second.
"""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig


def main() -> None:
    """Build, edit, build again."""
    settings, edited, site = sys.argv[1:]
    logging.getLogger("mkdocs").setLevel(logging.WARNING)

    def config() -> MkDocsConfig:
        return load_config(settings, site_dir=site)

    first = config()
    first.plugins.on_startup(command="serve", dirty=False)
    build(first)
    file = Path(edited)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("summary: ", "summary: Nytt. ", 1), encoding="utf-8")
    start = time.process_time()
    build(config())
    print(f"{time.process_time() - start:.2f}")
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
