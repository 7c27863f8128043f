"""The words of the programme itself keep to the same choices as what editors write."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.language.choices import slips
from handbook.model.handbook import Handbook
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


def own_texts() -> Iterator[tuple[str, str]]:
    """Place and words of everything Norwegian that the programme says."""
    for ending, read in (("py", _python), ("js", _script)):
        for file in sorted((ROOT / "hooks").rglob(f"*.{ending}")):
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


def test_the_programme_uses_the_words_the_handbook_has_chosen(book: Handbook) -> None:
    choices = tuple(one for one in book.words.choices if not one.from_steps)
    told = [
        f"{place}: «{match[0]}» → «{choice.write}»"
        for place, text in own_texts()
        for choice, match in slips(choices, text)
    ]
    assert told == []


@pytest.mark.parametrize("words", ["Tiden er ute, og du kan gå.", "Spør ikke om det."])
def test_a_left_word_would_be_found(words: str, book: Handbook) -> None:
    assert list(slips(book.words.choices, words))
