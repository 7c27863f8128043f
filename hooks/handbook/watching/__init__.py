"""What somebody sees who writes while the site is watched: the findings, on the page they look at.

A published site has none of this: only a watched one is passed through `watched`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from handbook.findings import Finding, Severity
from handbook.report import as_json, summary

SCRIPT = "assets/watching/watching.js"
FINDINGS = "assets/watching/findings.json"
"""What the script asks for, again and again: the last report."""

_OWN_SCRIPT = Path(__file__).with_name("watching.js")
_ALONE = """<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Håndboka er ikke bygget ennå</title>
</head>
<body>
<h1>Håndboka er ikke bygget ennå</h1>
<p>Rett feilene under, og lagre. Da kommer håndboka hit av seg selv.</p>
</body>
</html>
"""


def watched(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The files of a site, where each page asks what is wrong; nothing is, since they were made."""
    for name, content in files:
        yield name, _asking(name, content) if name.endswith(".html") else content
    yield SCRIPT, _OWN_SCRIPT.read_bytes()
    yield FINDINGS, told(())


def nothing_yet(findings: Sequence[Finding]) -> Iterator[tuple[str, bytes]]:
    """A site of one page, for whoever begins to watch while something is wrong."""
    for name in ("index.html", "404.html"):
        yield name, _asking(name, _ALONE.encode())
    yield SCRIPT, _OWN_SCRIPT.read_bytes()
    yield FINDINGS, told(findings)


def told(findings: Sequence[Finding]) -> bytes:
    """The report that the script shows: what must be mended before the site can be made."""
    errors = [one for one in findings if one.severity is Severity.ERROR]
    report = {"summary": summary(errors), "findings": json.loads(as_json(errors))}
    return json.dumps(report, ensure_ascii=False).encode()


def _asking(name: str, page: bytes) -> bytes:
    """The page with the script; the lost page stands at any depth, so it asks from the root."""
    up = "/" if name == "404.html" else "../" * name.count("/")
    tag = f'<script src="{escape(up + SCRIPT)}" defer></script>\n</head>'
    return page.replace(b"</head>", tag.encode(), 1)
