"""What is new in the handbook: the change notes of models, forms and edition, newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from handbook.model.form import Change
from handbook.model.handbook import Handbook


@dataclass(frozen=True)
class NewsItem:
    """One change note and what it is about."""

    kind: str
    """`model`, `form` or `edition`."""
    subject: str
    """The id of the model or form; the number of the edition."""
    title: str
    change: Change

    @property
    def key(self) -> str:
        """`model/ia-vikar/1.1`: stays the same for ever, also when the wording is mended."""
        return f"{self.kind}/{self.subject}/{self.change.version}"

    @property
    def date(self) -> dt.date:
        """The day of the change."""
        return self.change.date


_ORDER = {"edition": 0, "model": 1, "form": 2}


def news_items(book: Handbook) -> tuple[NewsItem, ...]:
    """Every change note; the same day: edition, models, forms, each by id and newest version."""
    edition = book.edition
    items = [NewsItem("edition", c.version, edition.title, c) for c in edition.changes]
    items += [NewsItem("model", m.id, m.title, c) for m in book.models for c in m.changes]
    items += [NewsItem("form", f.id, f"{f.id} {f.title}", c) for f in book.forms for c in f.changes]
    return tuple(sorted(items, key=_newest_first))


def _newest_first(item: NewsItem) -> tuple[int, int, str, tuple[int, ...]]:
    version = tuple(-int(part) for part in item.change.version.split("."))
    return -item.date.toordinal(), _ORDER[item.kind], item.subject, version
