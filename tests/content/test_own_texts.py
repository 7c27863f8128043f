"""The words of the programme itself keep to the same choices as what editors write."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.checks.to_participant import TURNED_ROUND
from handbook.language.abbreviations import shortened
from handbook.language.choices import slips
from handbook.model.handbook import Handbook
from handbook.model.readability import sentences
from project import ROOT

pytestmark = pytest.mark.content

_TAG = re.compile(r"<[^>]*>|\$\{[^}]*\}")
_NORWEGIAN = re.compile(
    r"[æøåÆØÅ]|(?<!\w)(?:og|er|det|den|ikke|til|av|som|en|et|du|dere|fra|med|har|kan)(?!\w)"
)
_LABEL = re.compile(r"[A-ZÆØÅ][a-zæøå]+")
_PATTERN = re.compile(r"\(\?|\\b|\\w|\w\|\w|;\n")
"""What no reader sees: patterns, and set-ups of web servers."""
_SCRIPT_TEXT = re.compile(r"'((?:[^'\\\n]|\\.)*)'|\"((?:[^\"\\\n]|\\.)*)\"|`((?:[^`\\]|\\.)*)`")


def _python(file: Path) -> Iterator[tuple[int, str]]:
    """Every text but docstrings; the pieces of an f-string are one text."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    statements = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    pieces = {id(v) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for v in n.values}
    for node in ast.walk(tree):
        if id(node) in statements | pieces:
            continue
        if isinstance(node, ast.JoinedStr):
            said = (v.value if isinstance(v, ast.Constant) else "…" for v in node.values)
            yield node.lineno, "".join(map(str, said))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def _script(file: Path) -> Iterator[tuple[int, str]]:
    text = file.read_text(encoding="utf-8")
    for match in _SCRIPT_TEXT.finditer(text):
        yield (
            text.count("\n", 0, match.start()) + 1,
            next(g for g in match.groups() if g is not None),
        )


def _example(file: Path) -> Iterator[tuple[int, str]]:
    """The lines of an example that is shown to editors."""
    yield from enumerate(file.read_text(encoding="utf-8").splitlines(), 1)


def _beside(file: Path) -> Iterator[tuple[int, str]]:
    """The lines of a page that lies beside the programme, without what is code."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        yield number, _CODE.sub(" ", line)


_CODE = re.compile(r"`[^`]*`")
_BESIDE = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
_READ = {"py": _python, "js": _script, "yml": _example}


def own_texts() -> Iterator[tuple[str, str]]:
    """Place and words of everything Norwegian that the programme says, or that is told of it."""
    files = [
        (one, _READ[end]) for end in _READ for one in sorted((ROOT / "hooks").rglob(f"*.{end}"))
    ]
    for file, read in [*files, *((ROOT / name, _beside) for name in _BESIDE)]:
        for line, text in read(file):
            said = _TAG.sub(" ", text)
            if not _PATTERN.search(text) and (_LABEL.fullmatch(text) or _is_said(said)):
                yield f"{file.relative_to(ROOT).as_posix()}:{line}", said


def _is_said(text: str) -> bool:
    return " " in text and _NORWEGIAN.search(text) is not None


def test_the_programme_says_much_in_norwegian() -> None:
    texts = list(own_texts())
    assert len(texts) > 1000
    assert sum(place.startswith("hooks/theme/") for place, _ in texts) > 100
    assert {"SECURITY.md", "hooks/handbook/sections/examples/process.yml"} <= {
        place.rpartition(":")[0] for place, _ in texts
    }


def test_the_programme_uses_the_words_the_handbook_has_chosen(book: Handbook) -> None:
    choices = tuple(one for one in book.words.choices if not one.from_steps)
    told = [
        f"{place}: «{match[0]}» → «{choice.write}»"
        for place, text in own_texts()
        for choice, match in slips(choices, text)
    ]
    assert told == []


def test_the_programme_writes_words_out() -> None:
    told = [
        f"{place}: «{match[0]}»"
        for place, text in own_texts()
        if not place.startswith(_LISTS_THEM)
        for match in shortened(text)
    ]
    assert told == []


_LISTS_THEM = ("hooks/handbook/language/", "hooks/handbook/codes.py")
"""Which short forms there are, and how the message about them looks."""


def test_what_readers_are_told_is_not_turned_round() -> None:
    """A condition begins with «hvis» or «når», as in the texts of editors."""
    told = [
        f"{place}: {sentence}"
        for place, text in own_texts()
        if place.startswith(_TO_READERS)
        for sentence in sentences(text)
        if sentence[0].isupper() and f"{sentence}?" not in text
        if TURNED_ROUND.fullmatch(sentence)
    ]
    assert told == []


_TO_READERS = tuple(
    f"hooks/{room}/" for room in ("handbook/book", "handbook/render", "handbook/sections", "theme")
)
"""Messages to editors are elsewhere, and are read beside the line they are about."""


@pytest.mark.parametrize("words", ["Tiden er ute, og du kan gå.", "Spør ikke om det."])
def test_a_left_word_would_be_found(words: str, book: Handbook) -> None:
    assert list(slips(book.words.choices, words))
