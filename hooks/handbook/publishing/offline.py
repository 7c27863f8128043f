"""The site as one zip that opens with a double click, with checksums and a LESMEG."""

from __future__ import annotations

import hashlib
from pathlib import Path

from handbook.model.handbook import Edition
from handbook.publishing.packages import FOLDER as PACKAGES
from handbook.publishing.packages import zipped

_SERVER_ONLY = ("_headers", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "404.html")

_README = """{title}, utgave {edition}

Slik bruker du håndboka uten nett:

1. Pakk ut hele mappa. Windows: høyreklikk på zip-fila og velg «Pakk ut alle».
2. Åpne mappa og dobbeltklikk på index.html.

Alt virker uten nett: søket, skjemaene og PDF-filene. Ingenting sendes noe sted.
Boka ligger i mappa last-ned. Alt innholdet som data ligger i data/handbook.json.
SJEKKSUMMER.txt har SHA-256 for hver fil, om du vil kontrollere at ingenting er endret.

Har du en eldre utgave? Sammenlign utgavenummeret over med det på {site_url}
"""


def offline_zip(site: Path, edition: Edition) -> bytes:
    """Pack a built site. Packages of forms are left out; the forms themselves are all there.

    Files that only a web server needs are left out too, and copies packed for it. The same site
    gives the same bytes.
    """
    folder = f"inkluderingshandboka-{edition.edition}"
    files: dict[str, bytes] = {}
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if name not in _SERVER_ONLY and not name.startswith(PACKAGES) and file.suffix != ".gz":
            files[name] = file.read_bytes()
    sums = [f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in files.items()]
    readme = _README.format(title=edition.title, edition=edition.edition, site_url=edition.site_url)
    files["SJEKKSUMMER.txt"] = ("\n".join(sums) + "\n").encode()
    files["LESMEG.txt"] = readme.encode("utf-8-sig")
    return zipped({f"{folder}/{name}": files[name] for name in sorted(files)}, edition.date)
