"""The editor as a folder of files: one page, its scripts, its settings and its security headers.

The same folder is served on this machine and hosted by a team. It is no part of the site.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from handbook.editing.schema import IDS, schemas, unknown_ids
from handbook.editing.shapes import SCHEMA_FOLDER
from handbook.model.handbook import Handbook
from handbook.web_editor.config import Host, editor_config
from handbook.web_editor.packages import editor_scripts

_PAGES = Path(__file__).with_name("pages")
_POLICY = {
    "default-src": "'none'",
    # Decap compiles the schema of its settings with `new Function` (ajv).
    "script-src": "'self' 'unsafe-eval'",
    # Decap writes its styles into the page (emotion).
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' blob:",
    "form-action": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_CALLS = {
    "github": ("https://api.github.com", "https://avatars.githubusercontent.com"),
    "gitlab": ("https://gitlab.com", "https://gitlab.com https://secure.gravatar.com"),
}
"""Host → where saves go, and where the picture of who is signed in comes from."""


def headers(host: Host | None) -> dict[str, str]:
    """What the web server must say. Only the host that keeps the repository may be called."""
    policy = dict(_POLICY)
    if host:
        api, pictures = _CALLS[host.name]
        if host.api:
            api = pictures = "{0.scheme}://{0.netloc}".format(urlsplit(host.api))
        policy["connect-src"] += f" {api}"
        policy["img-src"] += f" {pictures}"
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex",
        "Cache-Control": "no-cache",
    }


def editor_folder(root: Path, book: Handbook, host: Host | None) -> dict[str, bytes]:
    """Address → content of every file. Raises EditorMissingError."""
    files = {name: file.read_bytes() for name, file in editor_scripts(root).items()}
    files |= {file.name: file.read_bytes() for file in sorted(_PAGES.iterdir())}
    files["config.json"] = _json(editor_config(book, host))
    files["options.json"] = pick_lists(root, book)
    files["robots.txt"] = b"User-agent: *\nDisallow: /\n"
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers(host).items())]
    files["_headers"] = ("\n".join(lines) + "\n").encode()
    return dict(sorted(files.items()))


def pick_lists(root: Path, book: Handbook | None) -> bytes:
    """What references are picked from: kind → ids with titles.

    While the content is broken, the ids that were last known stand in.
    """
    last = root / SCHEMA_FOLDER / IDS
    made = schemas(book).get(IDS) or (last.read_bytes() if last.is_file() else unknown_ids())
    known = json.loads(made)["$defs"]
    return _json(
        {
            kind: [
                {"value": id_, "label": _told(kind, id_, title)}
                for id_, title in zip(
                    ids.get("enum", []), ids.get("enumDescriptions", []), strict=True
                )
            ]
            for kind, ids in known.items()
        }
    )


def _told(kind: str, id_: str, title: str) -> str:
    """Forms and findings are known by their numbers, the rest by their titles."""
    return f"{id_} · {title}" if kind in ("form", "finding") else title


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
