"""What chapters not yet made of sections call their places → what all others call them."""

from __future__ import annotations

from handbook.book.tree import Blocks, walk
from handbook.document import places
from handbook.document.linker import Linker, role_place
from handbook.document.places import Place, page
from handbook.render.typst import label

_PAGES = {
    "skjemaer": places.FORMS, "roller": places.ROLES, "temaer": places.THEMES,
    "ordliste": places.GLOSSARY, "nytt": places.NEWS,
}  # fmt: skip
_IN_MODEL = {
    "kjernen": "kjernen", "passer": "passer", "regler": "regler", "tilpasning": "tilpasning",
    "status": "status",
}  # fmt: skip


def translate(linker: Linker, blocks: Blocks) -> Blocks:
    """Rename every label and every end in place."""
    for node in walk(blocks):
        if "at" in node:
            node["place"] = _blame(node.pop("at"))
        for key in ("id", "to"):
            value = node.get(key)
            if isinstance(value, list):
                node[key] = [renamed(linker, one) for one in value]
            elif value:
                node[key] = renamed(linker, value)
    return blocks


def renamed(linker: Linker, old: str) -> str:
    """`finding:S14` → `kilder/rapport#S14`."""
    kind, colon, name = old.partition(":")
    return label(_place(linker, kind, name)) if colon else old


def _place(linker: Linker, kind: str, name: str) -> Place:
    if kind == "finding":
        return linker.to("finding", name).place
    if kind == "role":
        return role_place(linker.book, name)
    if kind in ("status", "sources"):
        return page(places.STATUS if kind == "status" else places.SOURCES)
    if kind != "part":
        return Place(kind, name)
    model, slash, part = name.partition("/")
    if not slash:
        return page(_PAGES.get(name, name))
    return Place("model", model, _IN_MODEL[part]) if part in _IN_MODEL else Place(kind, name)


def _blame(at: list[str | int]) -> list[str]:
    """A place as exact as one can be made of a way to a field."""
    return [str(at[0]), str(at[1]), ""]
