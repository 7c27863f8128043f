"""Text → the same text in Markdown, where no sign in it is taken for markup; and lines of it.

CommonMark and Python-Markdown do not read the same escapes; what is written here both read alike,
so one spelling serves every engine: a backslash where both know it, else a character reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

_WHITE = re.compile(r"[^\S\u00a0\u202f\u2007]+")
_ACTS = re.compile(r"[\\`*_{}\[\]<>|~#&!]")
_ESCAPED = re.compile(r"([\\`*_{}\[\]|#])")
_REFERENCE = re.compile(r"&(?=#?\w*(?:;|$))")
"""An ampersand that begins a character reference, or may do so together with what comes next."""
_LINE_START = re.compile(r"[-+](?=[\s-]|$)|>|\d+(?=[.)](?:\s|$))")
_PLAIN_CODE = re.compile(r"[^\s`|\\](?:[^`|\\\n]*[^\s`|\\])?")
_URL_ACTS = re.compile(r"[\s()<>\[\]{}\\`|*\"']")
_GAPS = ("", " ", "\u00a0", "\u202f")
_APART = "<!-- -->"
"""Between two lists, which would else be read as one."""
_BULLET = "-   "
_MARKER = re.compile(rf"{_BULLET}|\d+\. ")
INDENT = 4
"""How far in a list holds what belongs to it; Python-Markdown knows no less."""


def escaped(text: str) -> str:
    """Text inside a line; what only acts first in a line is left to `line`.

    Python-Markdown takes `]:` for where a link of that name leads, also after a backslash.
    """
    text = _WHITE.sub(" ", text)
    if not _ACTS.search(text):
        return text
    text = _ESCAPED.sub(r"\\\1", _REFERENCE.sub("&amp;", text))
    text = text.replace("<", "&lt;").replace("~", "&#126;")
    return text.replace("]:", "]&#58;")


def line(words: str) -> str:
    """Words already in Markdown as a line of their own, where a first sign could begin a block."""
    words = words.strip()
    start = _LINE_START.match(words)
    if not start:
        return words
    at = start.end() if start[0].isdigit() else 0
    return f"{words[:at]}\\{words[at:]}"


def code(text: str) -> str:
    """Letters typed exactly so; as an element where back-ticks cannot hold them."""
    if _PLAIN_CODE.fullmatch(text):
        return f"`{text}`"
    return code_element(text)


def code_element(text: str) -> str:
    """The same where a back-tick would meet another."""
    return f"<code>{escaped(text)}</code>"


def strong(words: str, before: str, after: str) -> str:
    """Words with weight; as an element where asterisks would not be read between such signs.

    `before` and `after` are the signs that stand next to it, empty at the ends of a line.
    """
    inner = words.strip()
    if not inner:
        return words
    left = words[0] if words[0].isspace() else ""
    right = words[-1] if words[-1].isspace() else ""
    safe = _opens(inner[0], left or before) and _opens(inner[-1], right or after)
    told = f"**{inner}**" if safe else f"<strong>{inner}</strong>"
    return f"{left}{told}{right}"


def set_apart(words: str, before: str, after: str) -> str:
    """Words in italics where asterisks would be read there; else as they are."""
    safe = _opens(words[0], before) and _opens(words[-1], after)
    return f"*{words}*" if safe else words


def _opens(inside: str, outside: str) -> bool:
    """Whether asterisks between two signs belong to the inner one, in every dialect."""
    return outside in _GAPS or (inside.isalnum() and outside not in ("*", "\\"))


def address(url: str) -> str:
    """An address inside the brackets of a link."""
    return _URL_ACTS.sub(lambda sign: quote(sign[0]), _REFERENCE.sub("&amp;", url))


def fenced(text: str) -> str:
    """Lines shown as they are typed."""
    longest = max(map(len, re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def indented(text: str, marker: str) -> str:
    """Lines as what a list's marker holds: the first beside it, the rest under the first."""
    width = max(INDENT, len(marker) + 1)
    lines = text.split("\n")
    rest = (f"{' ' * width}{one}" if one else "" for one in lines[1:])
    return "\n".join((f"{marker:<{width}}{lines[0]}".rstrip(), *rest))


def listed(items: Iterable[str], numbers: Iterable[int | None] | None = None) -> str:
    """Items under each other, with numbers when they have an order."""
    told = list(items)
    if numbers is None:
        lines = [indented(item, "-") for item in told]
    else:
        counted = (number or at for at, number in enumerate(numbers, 1))
        lines = [indented(item, f"{n}.") for n, item in zip(counted, told, strict=True)]
    return ("\n\n" if any("\n" in line for line in lines) else "\n").join(lines)


def kept_apart(parts: list[str]) -> Iterator[str]:
    """Blocks, with something between two lists."""
    last = ""
    for part in parts:
        if (_MARKER.match(last) or last.startswith(" ")) and _MARKER.match(part):
            yield _APART
        yield part
        last = part.rpartition("\n")[2]


def cell_lines(told: str) -> Iterator[str]:
    """Lines for a cell, which holds no lists and no blocks."""
    for line in told.split("\n"):
        words = line.strip().removeprefix(_BULLET)
        if words not in ("", _APART):
            yield words
