"""A text as the language rules meet it, and the page on which a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from handbook.findings import Place
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import ForParticipant
from handbook.model.rule import Variants


class Text(Protocol):
    """One text and where it stands; the walk over the handbook gives these."""

    @property
    def owner(self) -> tuple[str, str]: ...
    @property
    def path(self) -> KeyPath: ...
    @property
    def field(self) -> str: ...
    @property
    def value(self) -> Any: ...
    @property
    def holder(self) -> Any: ...
    @property
    def source(self) -> str: ...
    @property
    def name(self) -> str: ...


class Texts(Protocol):
    """All texts of a handbook, each with its place."""

    @property
    def texts(self) -> Sequence[Text]: ...
    def of(self, value: Any) -> Place: ...
    def having(self, pattern: re.Pattern[str]) -> Iterator[Text]: ...


NAMES = frozenset({
    "title", "short_title", "participant_title", "term", "scheme", "measure", "owner",
    "documented_by", "local_name", "perspective", "aliases", "publisher", "publishers",
    "organisation", "content_licence", "licence", "name",
})  # fmt: skip
"""Fields that are a heading or a name; what they say is explained in the text below."""

OTHERS_WORDS = frozenset({
    "search_words", "aliases", "nynorsk", "english", "abbreviation", "name", "language", "place",
    "quote", "open_copy",
})  # fmt: skip
"""Fields with words that are not ours, not bokmål, or meant to be wrong."""

CODES_IN_TEXT = frozenset({"any_of", "field", "items", "same_as", "words"})
"""Fields that hold the id of an answer or a question."""

_NOT_READ = re.compile(
    r"\[\[regel:[^\[\]\n]+\]\]|"
    r"\[\[[^\[\]|\n]+\||\[\[[^\[\]|\n]+\]\]|\]\([^)\s]*\)|(?:https?://|mailto:)\S+|"
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:no|com|org|example|html|pdf)\b(?:/\S*)?|\bSKJ-\d+|"
    r"\b(?:FOR|LOV)-\d{4}-\d\d-\d\d(?:-\d+)?"
)


def read_aloud(source: str) -> str:
    """The text with addresses and ids blanked out; every letter keeps its position."""
    return _NOT_READ.sub(lambda match: " " * len(match[0]), source)


def to_participant(text: Text) -> bool:
    """True when the text is said or written to the person it is about."""
    if isinstance(text.holder, Variants):
        return text.field == "participant"
    return text.field == "to_participant" or isinstance(text.holder, ForParticipant)


class Spot(NamedTuple):
    """A page and how far down on it: what a reader meets first, sorts first."""

    page: str
    order: KeyPath


_ORDER = {
    "steg": "what timing do to_participant why inputs outputs no_form effort check do_not limits "
    "pitfall "
    "meeting examples logic participant_title",
    "fase": "purpose starts_when ends_when decision",
    "oversikt": "summary historical withdrawn target_group duration choose_when choose_not_when "
    "naming_note core purpose prerequisites participant_status funding not_counted roles legal "
    "problem principles background adaptation related known_gaps changes",
    "form": "withdrawn purpose when if_omitted may_be_omitted_when official_form privacy "
    "sections basis changes",
    "role": "withdrawn you_are must_not limits confidentiality training",
    "theme": "withdrawn summary sections",
    "term": "definition note",
    "instrument": "withdrawn summary for_whom asks_of_you duration payment begin papers",
    "routine": "withdrawn purpose when do control",
    "example": "lead people story ending filled",
    "rule": "withdrawn wording condition exceptions variants",
    "edition": "front changes owners",
}
_RANK = {page: {name: at for at, name in enumerate(row.split())} for page, row in _ORDER.items()}
_PARTS = {
    "success_factors": "slik-lykkes", "pitfalls": "slik-lykkes", "objections": "slik-lykkes",
    "exceptions": "nar-det-ikke-gar", "getting_started": "kom-i-gang", "criteria": "kjennetegn",
    "outcomes": "resultater", "capacity": "resultater", "benefits": "resultater",
    "experiences": "resultater", "for_participant": "til-deg",
}  # fmt: skip


def spot(text: Text) -> Spot:
    """Where a reader meets the text."""
    kind, name = text.owner
    path = text.path
    if kind != "model":
        return Spot(f"{kind} {name}", (_rank(kind, path[0]), *_after(path[1:])))
    if path[0] == "phases":
        if path[2] == "steps" and len(path) > 4:
            page = f"{name} steg {path[1]}.{path[3]}"
            return Spot(page, (_rank("steg", path[4]), *_after(path[5:])))
        return Spot(f"{name} fase {path[1]}", (_rank("fase", path[2]), *_after(path[3:])))
    if part := _PARTS.get(str(path[0])):
        return Spot(f"{name} {part}", (list(_PARTS).index(str(path[0])), *_after(path[1:])))
    return Spot(f"{name} oversikt", (_rank("oversikt", path[0]), *_after(path[1:])))


def _rank(page: str, field: str | int) -> int:
    return _RANK.get(page, {}).get(str(field), 99)


def _after(path: KeyPath) -> Iterator[int]:
    """The way down as numbers; a heading and its text stand in the order of the type."""
    for part in path:
        yield part if isinstance(part, int) else 0
