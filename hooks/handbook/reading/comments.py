"""Comments of a YAML file: what an editor wrote to other editors, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\n]*)")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment with its sign; line and column are counted from 1."""

    line: int
    column: int
    text: str
    alone: bool
    """True when nothing else stands on the line."""


def comments_of(text: str) -> tuple[Comment, ...]:
    """Every comment of a text that is known to be valid YAML, in order.

    A comment is what stands between two tokens; a # inside a text is never one. The head of a block
    text (`|- # so`) is the only token that may hold a comment.
    """
    if "#" not in text:
        return ()
    found: list[Comment] = []
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    end = 0
    loader = _Loader(text)
    try:
        while loader.check_token():
            token = loader.get_token()
            start = _index(token.start_mark, starts)
            found += _in_gap(text, end, start)
            end = max(end, _index(token.end_mark, starts))
            if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
                head = _BLOCK_HEAD.match(text, start)
                if head:
                    found.append(_comment(text, head.start(1), head[1]))
                tail = len(text[start:end].rstrip())
                end = start + tail if "#" not in text[start + tail : end] else end
    finally:
        loader.dispose()
    found += _in_gap(text, end, len(text))
    return tuple(found)


def _index(mark: Any, starts: list[int]) -> int:
    line: int = min(mark.line, len(starts) - 1)
    column: int = mark.column
    return starts[line] + column


def _in_gap(text: str, start: int, end: int) -> list[Comment]:
    return [
        _comment(text, match.start(), match[0].rstrip())
        for match in re.compile(r"#[^\r\n]*").finditer(text, start, end)
    ]


def _comment(text: str, index: int, words: str) -> Comment:
    line_start = text.rfind("\n", 0, index) + 1
    before = text[line_start:index]
    return Comment(text.count("\n", 0, index) + 1, index - line_start + 1, words.rstrip(),
                   not before.strip())  # fmt: skip
