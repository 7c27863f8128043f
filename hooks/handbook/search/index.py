"""The files the browser asks: one that is read when the search opens, more when a book is large."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from handbook.kept import Cache
from handbook.model.handbook import Handbook
from handbook.search import rules
from handbook.search.analysis import phrase, stem, telling, voices
from handbook.search.entries import (
    KIND_WORDS,
    KINDS,
    OF_OTHERS,
    QUESTIONS,
    SETTING,
    SHOWN,
    Entry,
    WrittenPage,
    entries,
    to_participants,
)
from handbook.search.vocabulary import Seen, Vocabulary, synonyms, vocabulary

FOLDER = "assets/search"
MAIN = f"{FOLDER}/index.js"
"""The file that the script asks for; it names the others."""

_CALL = "handbookSearchData"
_ONE_FILE = 1_300_000
_CHUNK = 60_000
"""Bytes before compression: up to the first everything is one file, else chunks of the second."""

TITLE, WORD, TOPIC, MODEL, LEAD, CONTEXT, BODY = 30.0, 22.0, 18.0, 10.0, 10.0, 5.0, 2.0
"""What a word weighs in each field of an entry; MODEL is the name of the model it belongs to."""

COMMON = 12
"""A word that is in more than one of so many entries is common: a mention of it tells nothing."""

LEVELS = (1, 2, 3, 4, 5, 7, 10, 14, 18, 22, 26, 30, 36, 42, 50)
"""The weights a posting may have, so few that they take little room."""

WEIGHTS = 64
"""A posting is entry × this + weight."""

NAME, ALIAS, ABOUT = 3, 2, 1
"""How a phrase belongs to an entry: as its name, as another name, or as a topic."""


class _Apart(NamedTuple):
    """What an entry adds to the index: how much it is about each stem, and its telling words."""

    weights: dict[str, int]
    asked: frozenset[str]
    """Stems of what people ask in several words; the whole is looked up, not each word."""
    shown: Counter[str]
    hidden: Counter[str]
    """Words that no reader meets on the page."""


@dataclass(frozen=True)
class _Chunk:
    first: int
    code: str


def search_files(
    book: Handbook, extra_pages: Iterable[WrittenPage] = (), cache: Cache | None = None
) -> dict[str, bytes]:
    """Site path → bytes of the search index.

    `extra_pages` are pages that may be found besides the nouns: give all written pages, also those
    by hand; pages of nouns are left out. The same book gives the same bytes. With a `cache`,
    entries that are as they were are not taken apart again.
    """
    kept = cache or Cache()
    found = entries(book, extra_pages)
    apart = [
        kept.get_or_make((_Apart, entry), None, partial(_taken_apart, entry)) for entry in found
    ]
    weights = [one.weights for one in apart]
    meant = [dict.fromkeys(one.asked, int(LEAD)) | one.weights for one in apart]
    seen = Seen()
    for one in apart:
        seen.note(one.shown, shown=True)
        seen.note(one.hidden, shown=False)
    words = vocabulary(seen, meant, least=int(LEAD))
    postings = _by_stem(words, list(_without_mentions(weights)))
    chunks = {
        "words": _chunks([_json(_steps(list_)) for list_ in postings]),
        "phrases": _chunks([_json(row) for row in _phrases(words, found)]),
        "entries": _chunks([_json(_row(entry)) for entry in found]),
    }
    main = _main(book, found, words)
    if sum(len(chunk.code) for many in chunks.values() for chunk in many) <= _ONE_FILE:
        main |= {name: [[0, ""]] for name in chunks}
        code = _call("main", 0, _json(main))
        code += "".join(_call(name, 0, _whole(many)) for name, many in chunks.items())
        return {MAIN: code.encode()}
    files: dict[str, bytes] = {}
    main |= {name: list(_store(files, name, many)) for name, many in chunks.items()}
    files[MAIN] = _call("main", 0, _json(main)).encode()
    return files


def _taken_apart(entry: Entry) -> _Apart:
    best: dict[str, float] = {}
    whole: dict[str, float] = {}
    shown: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    asked: set[str] = set()
    for text, field in _fields(entry):
        found = telling(text)
        (hidden if field in (WORD, TOPIC) else shown).update(found)
        if field in (WORD, TOPIC) and len(found) > 1:
            asked.update(map(stem, found))
            continue
        weight = field / (1 + 0.12 * (len(found) - 1)) if field > LEAD else field
        for word, count in Counter(found).items():
            key = stem(word)
            whole[key] = whole.get(key, 0) + weight * count
            if weight > best.get(key, 0):
                best[key] = weight
    weights = {key: _level(w + min(12, (whole[key] - w) / 4)) for key, w in best.items()}
    return _Apart(weights, frozenset(asked), shown, hidden)


def _level(weight: float) -> int:
    """The nearest of few weights, which take less room than many."""
    return min(LEVELS, key=lambda level: abs(level - weight))


def _fields(entry: Entry) -> Iterator[tuple[str, float]]:
    for name in entry.names:
        yield name, TITLE
    for word in entry.words:
        yield word, WORD
    for topic in entry.topics:
        yield topic, TOPIC
    yield entry.where, MODEL
    yield entry.lead, LEAD
    yield entry.context, CONTEXT
    yield entry.body, BODY


def _without_mentions(weights: list[dict[str, int]]) -> Iterator[dict[str, int]]:
    """The weights without those of a common word where it is hardly more than mentioned."""
    spread = Counter(key for found in weights for key in found)
    common = {key for key, count in spread.items() if count > len(weights) / COMMON}
    for found in weights:
        yield {key: w for key, w in found.items() if w > BODY or key not in common}


def _by_stem(words: Vocabulary, weights: list[dict[str, int]]) -> list[list[tuple[int, int]]]:
    lists: list[list[tuple[int, int]]] = [[] for _ in words.stems]
    for number, found in enumerate(weights):
        for key, weight in found.items():
            lists[words.number[key]].append((number, weight))
    return lists


def _steps(postings: list[tuple[int, int]]) -> list[int]:
    """Entry numbers as steps from the one before, each with its weight in the low six bits."""
    out, before = [], 0
    for number, weight in postings:
        out.append((number - before) * WEIGHTS + weight)
        before = number
    return out


def _phrases(words: Vocabulary, found: list[Entry]) -> list[list[Any]]:
    """Runs of words that are a name or that people ask, each as the numbers of its stems.

    Beside each run its entries, as entry × 4 + NAME, ALIAS or ABOUT, and who speaks, when said.
    """
    owners: dict[tuple[str, int], list[int]] = {}
    for number, entry in enumerate(found):
        ways: dict[tuple[str, int], int] = {}
        for way, texts in ((ABOUT, entry.topics), (ALIAS, entry.words), (NAME, entry.names)):
            for text in texts:
                ways[phrase(text), voices(text)] = way
        for said, way in ways.items():
            owners.setdefault(said, []).append(number * 4 + way)
    rows: list[list[Any]] = []
    for (run, voice), codes in owners.items():
        stems = run.split()
        if stems and all(key in words.number for key in stems):
            rows.append([[words.number[key] for key in stems], codes, *([voice] * (voice > 0))])
    return sorted(rows)


def _row(entry: Entry) -> list[str]:
    path, hash_sign, anchor = entry.path.partition("#")
    row = [entry.title, f"{path}.html{hash_sign}{anchor}", entry.excerpt, entry.where, entry.group]
    while not row[-1]:
        row.pop()
    return row


def _main(book: Handbook, found: list[Entry], words: Vocabulary) -> dict[str, Any]:
    counts = {kind: sum(entry.kind == kind for entry in found) for kind, _ in KINDS}
    marks = (words.rarity[n] * 2 + words.named[n] for n in range(len(words.stems)))
    return {
        "rules": rules.as_table(),
        "kinds": [[SHOWN.get(kind, kind), weight, counts[kind]] for kind, weight in KINDS],
        "kindWords": {stem(word): kind for word, kind in KIND_WORDS.items()},
        "setting": sorted({stem(word) for word in SETTING}),
        "questions": QUESTIONS,
        "ofOthers": OF_OTHERS,
        "toParticipants": [n for n, entry in enumerate(found) if to_participants(entry)],
        "modelNames": _model_names(book),
        "modelOf": [_model_of(book, entry) for entry in found],
        "written": " ".join(words.written),
        "hidden": words.hidden,
        "marks": "".join("0123456789abcdefghijklmnopqrstuv"[mark] for mark in marks),
        "synonyms": synonyms(book),
        "nav": _nav(book),
    }


def _model_names(book: Handbook) -> dict[str, int]:
    """What models are called → their number from 1, as in `modelOf`."""
    return {
        phrase(name): number
        for number, model in enumerate(book.models, 1)
        for name in (model.id, model.short_title)
    }


def _model_of(book: Handbook, entry: Entry) -> int:
    """The number of the model an entry belongs to, 0 when to none or to several."""
    for number, model in enumerate(book.models, 1):
        if entry.where == model.short_title or _is_in(entry.path, f"modeller/{model.id}"):
            return number
    return 0


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")


def _nav(book: Handbook) -> dict[str, str] | None:
    """Whom to call when the handbook has nothing to say: the first contact, if it has a number."""
    first = book.decision.contacts[0] if book.decision else None
    if first is None or first.phone is None:
        return None
    return {"title": first.title, "phone": first.phone, "hours": first.hours or ""}


def _chunks(items: Sequence[str]) -> list[_Chunk]:
    """Neighbours together, each chunk about as long as the others."""
    starts, length = [0], 0
    for number, code in enumerate(items):
        if length and length + len(code) > _CHUNK:
            starts.append(number)
            length = 0
        length += len(code)
    ends = [*starts[1:], len(items)]
    return [
        _Chunk(first, "[" + ",".join(items[first:end]) + "]")
        for first, end in zip(starts, ends, strict=True)
    ]


def _whole(chunks: list[_Chunk]) -> str:
    return "[" + ",".join(chunk.code[1:-1] for chunk in chunks) + "]"


def _store(files: dict[str, bytes], name: str, chunks: list[_Chunk]) -> Iterator[list[Any]]:
    """Put chunks in files named after their content, so that an old copy is never mixed in."""
    for number, chunk in enumerate(chunks):
        code = _call(name, number, chunk.code).encode()
        file = f"{name}-{hashlib.sha256(code).hexdigest()[:12]}.js"
        files[f"{FOLDER}/{file}"] = code
        yield [chunk.first, file]


def _call(name: str, number: int, code: str) -> str:
    return f'{_CALL}("{name}",{number},{code});\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
