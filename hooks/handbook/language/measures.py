"""How heavy the texts are: LIX and the length of sentences, by kind and by entry."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from handbook.codes import finding
from handbook.findings import Finding
from handbook.language.texts import CODES_IN_TEXT, OTHERS_WORDS, Text, Texts, to_participant
from handbook.model.handbook import Handbook
from handbook.model.prose import Prose
from handbook.model.readability import (
    LONG_TEXT_WORDS,
    PARTICIPANT_LIX,
    TEXT_LIX,
    TO_PARTICIPANT_WORDS,
    lix,
    longest_sentence,
    sentences,
    word_count,
)
from handbook.model.transclusion import asks


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of text and what it must keep to; a limit of 0 means none."""

    id: str
    title: str
    lix_limit: int
    """The heaviest it may be; to the participant it must stay under."""
    sentence_limit: int
    """The number of words a sentence may have."""
    measured_from: int
    """A text with fewer words than this swings too much for LIX."""


PARTICIPANT = Kind(
    "participant", "Til deltakeren", PARTICIPANT_LIX, 12, measured_from=TO_PARTICIPANT_WORDS
)
SUMMARY = Kind("summary", "Sammendrag", TEXT_LIX, 20, measured_from=LONG_TEXT_WORDS)
STEP = Kind("step", "Steg: hva og hvorfor", TEXT_LIX, 25, measured_from=LONG_TEXT_WORDS)
STATEMENT = Kind("statement", "Andre tekster", TEXT_LIX, 25, measured_from=LONG_TEXT_WORDS)
LINE = Kind("line", "Korte linjer", 0, 20, measured_from=0)
TITLE = Kind("title", "Titler", 0, 12, measured_from=0)
KINDS = (PARTICIPANT, SUMMARY, STEP, STATEMENT, LINE, TITLE)

_TITLES = frozenset(
    {"title", "short_title", "participant_title", "term", "question", "measure", "scheme"}
)
_SUMMARIES = frozenset({"summary", "lead", "you_are"})
_ENTRIES = {
    "form": "Skjemaene", "role": "Rollene", "theme": "Temaene", "term": "Ordlista",
    "rule": "Reglene", "instrument": "Virkemidlene", "routine": "Rutinene",
    "example": "Eksemplene",
    "edition": "Forsiden",
}  # fmt: skip


def kind_of(text: Text) -> Kind | None:
    """The kind of a text; None for what is not ours to write."""
    if text.owner[0] == "source" or text.field in OTHERS_WORDS | CODES_IN_TEXT:
        return None
    if text.owner[0] in ("model", "rule") and to_participant(text):
        return PARTICIPANT
    if text.field in _SUMMARIES:
        return SUMMARY
    if text.field in _TITLES:
        return TITLE
    if not isinstance(text.value, Prose):
        return LINE
    return STEP if text.field in ("what", "why") else STATEMENT


def no_sentence_is_too_long(book: Handbook, where: Texts) -> Iterator[Finding]:
    """En setning til deltakeren har høyst 12 ord, en annen høyst 25 (titler og linjer færre)."""
    for text in where.texts:
        kind = kind_of(text)
        if kind is None or (len(text.source) < 4 * kind.sentence_limit and not asks(text.source)):
            continue
        longest = longest_sentence(_plain(text))
        count = word_count(longest)
        if count > kind.sentence_limit:
            yield finding(
                "O24", where.of(text), f"en setning i {text.name} er for lang",
                found=f"{count} ord; den skal ha høyst {kind.sentence_limit}: «{longest[:60]} …»",
                fix="sett punktum tidligere",
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """One kind of text in one entry, measured."""

    entry: str
    kind: Kind
    texts: int
    words: int
    lix_of: int
    """How many of the texts are long enough for LIX."""
    lix_median: float
    lix_max: float
    sentence_median: float
    sentence_max: int

    @property
    def within(self) -> bool:
        """True when nothing is past the limits."""
        limit = self.kind.lix_limit
        strict = self.kind is PARTICIPANT
        light = not limit or (self.lix_max < limit if strict else self.lix_max <= limit)
        return light and self.sentence_max <= self.kind.sentence_limit


def measures(book: Handbook, where: Texts) -> list[Measure]:
    """Every kind in every model and in the other parts, and last each kind in the whole."""
    groups: dict[tuple[str, Kind], list[Text]] = defaultdict(list)
    for text in where.texts:
        kind = kind_of(text)
        if kind is not None:
            group, name = text.owner
            groups[_ENTRIES.get(group, name), kind].append(text)
    entries = [*(model.id for model in book.models), *_ENTRIES.values()]
    rows = [
        _measure(entry, kind, groups[entry, kind])
        for entry in entries for kind in KINDS if (entry, kind) in groups
    ]  # fmt: skip
    whole = {kind: [t for (_, k), texts in groups.items() if k is kind for t in texts]
             for kind in KINDS}  # fmt: skip
    return rows + [_measure("Hele håndboka", kind, texts) for kind, texts in whole.items() if texts]


def _measure(entry: str, kind: Kind, texts: list[Text]) -> Measure:
    plain = [_plain(text) for text in texts]
    counts = [word_count(one) for one in plain]
    figures = [
        lix(one)
        for one, count in zip(plain, counts, strict=True)
        if kind.lix_limit and count >= kind.measured_from
    ] or [0.0]
    lengths = [word_count(s) for one in plain for s in sentences(one)] or [0]
    return Measure(
        entry, kind, len(texts), sum(counts), 0 if figures == [0.0] else len(figures),
        round(median(figures), 1), round(max(figures), 1), median(lengths), max(lengths),
    )  # fmt: skip


def _plain(text: Text) -> str:
    """As it is read: a reference has its words, or one word for the title it will show."""
    if isinstance(text.value, Prose):
        return text.value.plain
    return re.sub(r"\s+", " ", str(text.value))


def as_table(rows: list[Measure]) -> str:
    """Lines for a person: one row for each kind in each entry."""
    columns = f"{'tekster':>8}{'ord':>8}{'LIX':>6}{'høyest':>8}{'ord i setning':>15}{'flest':>8}"
    lines = [f"{'':46}{columns}", f"{'':62}{'median':>6}{'':8}{'median':>15}"]
    last = ""
    for row in rows:
        entry = "" if row.entry == last else row.entry
        last = row.entry
        figures = f"{row.lix_median:6.0f}{row.lix_max:8.0f}" if row.lix_of else f"{'–':>6}{'–':>8}"
        lines.append(
            f"{entry:24}{row.kind.title:22}{row.texts:8}{row.words:8}{figures}"
            f"{row.sentence_median:15.0f}{row.sentence_max:8}"
            f"{'' if row.within else '  over grensen'}"
        )
    return "\n".join(lines)


def as_rows(rows: list[Measure]) -> list[dict[str, object]]:
    """The same for a tool."""
    return [
        {
            "entry": row.entry,
            "kind": row.kind.id,
            "texts": row.texts,
            "words": row.words,
            "lix_measured": row.lix_of,
            "lix_median": row.lix_median if row.lix_of else None,
            "lix_max": row.lix_max if row.lix_of else None,
            "lix_limit": row.kind.lix_limit or None,
            "sentence_median": row.sentence_median,
            "sentence_max": row.sentence_max,
            "sentence_limit": row.kind.sentence_limit,
            "within": row.within,
        }
        for row in rows
    ]
