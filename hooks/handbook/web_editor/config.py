"""What the web editor is told: which files there are, what each holds, and where saves go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from handbook.editing.shapes import KINDS, schema_line
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import MODEL_FILES
from handbook.web_editor.fields import editor_fields

API = "/api/v1"
_MODEL_PARTS = {
    "model.yml": "Oversikt",
    "process.yml": "Faser og steg",
    "practice.yml": "Praksis",
    "results.yml": "Resultater",
}
_WHOLE_BOOK = {
    "roles": ("model/roles.yml", "Roller"),
    "glossary": ("model/glossary.yml", "Ordliste"),
    "search": ("model/search.yml", "Søkeord"),
    "words": ("model/words.yml", "Ordvalg"),
    "decision": ("model/decision.yml", "Velger og kontakter"),
    "handbook": ("model/handbook.yml", "Forside og utgave"),
}
_FOLDERS = (
    ("form", "skjemaer", "Skjemaer", "Skjema", "forms"),
    ("theme", "temaer", "Temaer", "Tema", "model/themes"),
    ("source", "kilder", "Kilder", "Kilde", "model/sources"),
    ("rule", "regler", "Regler", "Regel", "model/rules"),
    ("instrument", "virkemidler", "Virkemidler", "Virkemiddel", "model/instruments"),
    ("routine", "rutiner", "Rutiner", "Rutine", "model/routines"),
    ("example", "eksempler", "Eksempler", "Eksempel", "model/examples"),
)
_NEW_IN_THE_BROWSER = ("theme", "source", "rule", "instrument", "routine", "example")
"""Kinds whose file may be made here. A form's id has capitals, which the editor's file names lack;
a model is four files at once. Both are begun with `handbook new`."""


@dataclass(frozen=True)
class Host:
    """Where a team's repository lives, and how editors sign in there."""

    name: str
    """`github` or `gitlab`."""
    repository: str
    """`owner/name`."""
    branch: str = "main"
    relay: str = ""
    """GitHub: the address of the sign-in relay. GitLab needs none."""
    app_id: str = ""
    """GitLab: the id of the application that editors sign in to."""
    api: str = ""
    """The address of a server of one's own; empty for github.com and gitlab.com."""


def editor_config(book: Handbook, host: Host | None) -> dict[str, Any]:
    """Settings for the editor. Without a host, saves go to the working copy on this machine."""
    return {
        "backend": _backend(host),
        "publish_mode": "editorial_workflow" if host else "simple",
        "locale": "nb_no",
        "media_folder": "docs/bilder",
        "show_preview_links": False,
        "editor": {"preview": False},
        "logo": {"src": "logo.svg", "show_in_header": False},
        **({"site_url": book.edition.site_url} if host else {}),
        "kinds": {
            kind.name: {"first_line": _first_line(kind.name), "fields": editor_fields(kind.noun)}
            for kind in KINDS
        },
        "collections": [
            *(_model(model.id, model.short_title) for model in book.models),
            *(_folder(*folder) for folder in _FOLDERS),
            _files("felles", "Hele håndboka", list(_WHOLE_BOOK.items())),
        ],
    }


def _backend(host: Host | None) -> dict[str, Any]:
    if host is None:
        return {"name": "proxy", "proxy_url": API, "branch": "main"}
    given: dict[str, Any] = {"name": host.name, "repo": host.repository, "branch": host.branch}
    if host.relay:
        given["base_url"] = host.relay
    if host.app_id:
        given |= {"auth_type": "pkce", "app_id": host.app_id}
        given |= {"base_url": host.api.split("/api/")[0]} if host.api else {}
    if host.api:
        given["api_root"] = host.api
    words = {"create": "Ny: {{slug}}", "update": "Rett {{slug}}", "delete": "Slett {{slug}}"}
    return {**given, "commit_messages": words}


def _first_line(kind: str) -> str:
    folders = {kind: folder for kind, *_, folder in _FOLDERS}
    if kind in _WHOLE_BOOK:
        return schema_line(f"model/{kind}.yml")
    return schema_line(f"{folders.get(kind, 'model/x')}/{kind}.yml")


def _model(id_: str, title: str) -> dict[str, Any]:
    parts = [
        (name.removesuffix(".yml"), (f"model/{id_}/{name}", _MODEL_PARTS[name]))
        for name in MODEL_FILES
    ]
    return _files(id_, title, parts)


def _files(name: str, label: str, parts: list[tuple[str, tuple[str, str]]]) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "format": "handbook",
        "files": [
            {"name": kind, "label": title, "file": file, "kind": kind}
            for kind, (file, title) in parts
        ],
    }


def _folder(kind: str, name: str, label: str, one: str, folder: str) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "label_singular": one,
        "folder": folder,
        "extension": "yml",
        "format": f"handbook-{kind}",
        "slug": "{{fields.id}}",
        "identifier_field": "id",
        "summary": "{{id}} · {{title}}" if kind == "form" else "{{title}}",
        "create": kind in _NEW_IN_THE_BROWSER,
        "delete": False,
        "sortable_fields": [{"field": "id", "label": "Id", "default_sort": "asc"}]
        if kind == "form" else [{"field": "title", "label": "Tittel", "default_sort": "asc"}],
        "kind": kind,
    }  # fmt: skip
