"""The site as one zip that opens with a double click, with checksums and a LESMEG."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from handbook.model.handbook import Edition
from handbook.publishing.packages import FOLDER as PACKAGES
from handbook.publishing.zipping import zipped
from handbook.sections.downloads import LLMS, MANIFEST

_SERVER_ONLY = ("_headers", "_redirects", "_redirects.nginx", "_redirects.caddy", "robots.txt",
                "sitemap.xml", "404.html", MANIFEST)  # fmt: skip

SUMS = "SJEKKSUMMER.txt"
_SUMS = (f'{MANIFEST}" download>manifest.json'.encode(), f'{SUMS}" download>{SUMS}'.encode())
"""The sums of the site are those of other files than the folder has; it has its own."""
_PACKAGE = re.compile(
    r'<a href="(?:[^"]*/)?(?P<name>skjemapakker/[^"]+\.zip)"[^>]*>(?P<words>.*?)</a>', re.DOTALL
)

_README = """{title}, utgave {edition}

Slik bruker du håndboka uten nett:

1. Pakk ut hele mappa. Windows: høyreklikk på zip-fila og velg «Pakk ut alle».
2. Åpne mappa og dobbeltklikk på index.html.

Alt virker uten nett: søket, skjemaene og PDF-filene. Ingenting sendes noe sted.
Boka ligger i mappa last-ned. Alt innholdet som data ligger i data/handbook.json.
Hver side ligger også som ren tekst, med .md der nettsiden har .html. Lista er llms.txt.
SJEKKSUMMER.txt har SHA-256 for hver fil, om du vil kontrollere at ingenting er endret.
Hvert skjema ligger her som PDF og Word. Pakkene med de samme filene samlet ligger på nett.

Har du en eldre utgave? Sammenlign utgavenummeret over med det på {site_url}
"""


PACKED = (
    '<p class="packed"><strong>Pakk ut mappa først.</strong> Du ser dette fordi fila er åpnet inne '
    "i zip-fila. Lukk den, høyreklikk på zip-fila, velg «Pakk ut alle», og åpne index.html i mappa "
    "du får.</p>\n"
).encode()
"""Seen only where the styles are not: a page that is opened inside the zip has none."""


def offline_zip(site: Path, edition: Edition) -> bytes:
    """Pack a built site; the same site gives the same bytes."""
    folder = f"inkluderingshandboka-{edition.edition}"
    files = offline_files(site, edition)
    return zipped({f"{folder}/{name}": files[name] for name in sorted(files)}, edition.date)


def offline_files(site: Path, edition: Edition) -> dict[str, bytes]:
    """Path in the folder → bytes.

    Packages of forms are left out, since the forms themselves are all there; pages lead to them on
    the web instead. Files that only a web server needs are left out too.
    """
    files: dict[str, bytes] = {}
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if name in _SERVER_ONLY or name.startswith(PACKAGES) or file.suffix == ".gz":
            continue
        content = file.read_bytes()
        files[name] = _led(name, content, edition)
    sums = [f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in files.items()]
    readme = _README.format(title=edition.title, edition=edition.edition, site_url=edition.site_url)
    files[SUMS] = ("\n".join(sums) + "\n").encode()
    files["LESMEG.txt"] = readme.encode("utf-8-sig")
    return files


def _led(name: str, content: bytes, edition: Edition) -> bytes:
    """A file with its links as they must be in a folder."""
    if name == LLMS:
        return content.replace(f"]({edition.site_url}".encode(), b"](")
    if not name.endswith(".html"):
        return content
    page = _led_to_the_web(content, edition).replace(*_SUMS)
    return page.replace(b"<main", PACKED + b"<main", 1) if name == "index.html" else page


def _led_to_the_web(page: bytes, edition: Edition) -> bytes:
    base = f"{edition.site_url.rstrip('/')}/{PACKAGES.rpartition('/')[0]}"

    def link(found: re.Match[str]) -> str:
        return f'<a href="{base}/{found["name"]}">{found["words"]} (på nett)</a>'

    return _PACKAGE.sub(link, page.decode()).encode()
