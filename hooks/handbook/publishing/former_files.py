"""Files that readers have taken from an address that was made of another id, title or edition."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import product

from handbook.document.places import FORM_FILES, form_stem
from handbook.model.former import Former
from handbook.model.handbook import Handbook
from handbook.model.ids import slug_of
from handbook.model.published import Published

_TAKEN = ("last-ned/", f"{FORM_FILES}/")
_OF_ROLES = "last-ned/roller/"
_PHASE = re.compile(r"fase-(\d+)-(.+)\.zip")


def former_files(book: Handbook, files: Collection[str], then: Published) -> dict[str, str]:
    """Former address → the address of what is there now, for all that readers take away.

    Scripts are left out: only our own pages ask for them, and by their new name.
    """
    found: dict[str, str] = {}
    now = frozenset(files)
    for new in sorted(now):
        if new.startswith(_TAKEN) and not new.endswith(".js"):
            for old in _before(book, new, then):
                if old not in now:
                    found.setdefault(old, new)
    return found


def _before(book: Handbook, new: str, then: Published) -> Iterator[str]:
    folder, _, name = new.rpartition("/")
    if folder == FORM_FILES:
        names = _of_form(book, name, then)
    else:
        names = (
            old
            for own in _of_edition(book, name, then)
            for old in _of_entry(book, new, own, then)
        )  # fmt: skip
    return (f"{folder}/{old}" for old in names)


def _of_form(book: Handbook, name: str, then: Published) -> Iterator[str]:
    form = next((one for one in book.forms if name.startswith(f"{form_stem(one)}.")), None)
    if form is None:
        return
    ending = name.removeprefix(form_stem(form))
    for id_ in (form.id, *form.former_ids):
        for title in dict.fromkeys((form.title, *then.forms.get(id_, ()))):
            yield form_stem(form.model_copy(update={"id": id_, "title": title})) + ending


def _of_edition(book: Handbook, name: str, then: Published) -> Iterator[str]:
    yield name
    mark = rf"-{re.escape(book.edition.edition)}(?=[.-])"
    if re.search(mark, name):
        yield from (re.sub(mark, f"-{one}", name) for one in then.editions)


def _of_entry(book: Handbook, new: str, name: str, then: Published) -> Iterator[str]:
    """A name that begins with the id of a model or a role, under every id it had."""
    kind = "role" if new.startswith(_OF_ROLES) else "model"
    known = book.role_by_id if kind == "role" else book.model_by_id
    own = max((id_ for id_ in known if re.match(rf"{id_}[.-]", name)), key=len, default="")
    rests = {name.removeprefix(own)}
    ids = (own, *Former(book).of(kind, own))
    found = _PHASE.fullmatch(name.removeprefix(own).lstrip("-"))
    if found and kind == "model":
        titles = (one for id_ in ids for one in then.phases.get(id_, ()))
        number = int(found[1])
        rests |= {
            f"-fase-{number}-{slug_of(one[number - 1])}.zip" for one in titles if len(one) >= number
        }
    for id_, rest in product(ids, sorted(rests)):
        yield id_ + rest
