"""One field at the top of a file, set without touching anything else in it."""

from __future__ import annotations

import re


def with_field(text: str, key: str, value: str, *, before: tuple[str, ...] = ()) -> str:
    """The text with one top-level field set; a comment on its line stays.

    `value` is written as it is. A field that is not there goes above the first one named in
    `before`, or last.
    """
    there = re.compile(
        rf"^{key}:[ \t]*(?:\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[^#\r\n]*?)([ \t]+#[^\r\n]*)?(\r?)$",
        re.MULTILINE,
    )
    if there.search(text):
        return there.sub(lambda m: f"{key}: {value}{m[1] or ''}{m[2]}", text, count=1)
    newline = "\r\n" if "\r\n" in text else "\n"
    spots = [m.start() for name in before if (m := re.search(rf"^{name}:", text, re.MULTILINE))]
    at = min(spots, default=len(text))
    above = text[:at]
    if above and not above.endswith("\n"):
        above += newline
    return f"{above}{key}: {value}{newline}{text[at:]}"
