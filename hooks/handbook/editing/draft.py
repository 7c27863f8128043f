"""One content file while a command changes it: whole lines are moved, the rest stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handbook.editing.canonical import written
from handbook.model.ids import KeyPath
from handbook.model.noun import Noun
from handbook.reading.yaml_source import YamlFile, read_yaml


class NotInBlocksError(Exception):
    """A list is written on one line; the message names the file and the line."""


class Draft:
    """The text of a file, and where everything in it stands. Each change is read anew."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @property
    def text(self) -> str:
        """The file as it will be."""
        return "".join(line + "\n" for line in self.lines)

    @text.setter
    def text(self, text: str) -> None:
        text = text.replace("\r\n", "\n")
        self.document: YamlFile = read_yaml(text.encode(), self.file)
        self.lines: list[str] = text.removesuffix("\n").split("\n")

    def respell(self, spots: Iterable[KeyPath], old: str, new: str) -> None:
        """Write `new` where `old` begins a value; what follows it stays."""
        at = sorted({self.document.values[spot] for spot in spots}, reverse=True)
        for line, column in at:
            whole = self.lines[line - 1]
            start = column - 1 + (whole[column - 1] in "\"'")
            assert whole[start : start + len(old)] == old, (self.file, line, column, old)
            self.lines[line - 1] = whole[:start] + new + whole[start + len(old) :]
        self._again()

    def put(self, noun: KeyPath, kind: type[Noun], key: str, lines: Sequence[str]) -> None:
        """Write a field of a mapping, in the order of the type; `lines` begin at its left edge."""
        self.drop(noun, key)
        order = list(kind.model_fields)
        keys = {path[-1]: spot for path, spot in self.document.keys.items()
                if path[:-1] == noun and path}  # fmt: skip
        before = [name for name in keys if order.index(str(name)) < order.index(key)]
        last = max(before, key=lambda name: keys[name])
        line, column = keys[last]
        at = self._end_of_field(line - 1, column - 1)
        self.lines[at:at] = [" " * (column - 1) + one if one else "" for one in lines]
        self._again()

    def drop(self, noun: KeyPath, key: str) -> None:
        """Take a field of a mapping away, if it is there."""
        spot = self.document.keys.get((*noun, key))
        if spot:
            start, pad = spot[0] - 1, spot[1] - 1
            del self.lines[start : self._end_of_field(start, pad)]
            self._again()

    def put_list(self, noun: KeyPath, kind: type[Noun], key: str, values: Sequence[str]) -> None:
        """Write a list of short texts; none at all when it is empty."""
        if values:
            self.put(noun, kind, key, [f"{key}:", *(f"  - {written(v, str)}" for v in values)])
        else:
            self.drop(noun, key)

    def cut(self, items: KeyPath, at: int) -> list[str]:
        """Take an item out of a list; its lines, with comments above it, from its left edge."""
        first, end, pad = self.span(items, at)
        lines = self.lines[first:end]
        del self.lines[first:end]
        self._again()
        return [line[pad:] for line in lines]

    def paste(self, items: KeyPath, at: int, lines: Sequence[str]) -> None:
        """Put an item into a list, so that it comes to stand as number `at` from 0."""
        count = self.count(items)
        first, end, pad = self.span(items, min(at, count - 1))
        line = first if at < count else end
        self.lines[line:line] = [" " * pad + one if one else "" for one in lines]
        self._again()

    def count(self, items: KeyPath) -> int:
        """How many items a list has."""
        return sum(1 for path in self.document.values if path[:-1] == items)

    def span(self, items: KeyPath, at: int) -> tuple[int, int, int]:
        """First line of an item, the line after it, both from 0, and how far in it stands."""
        line, column = self.document.values[(*items, at)]
        dash = self.lines[line - 1][: column - 1].rstrip()
        if not dash.endswith("-") or dash.strip() != "-":
            raise NotInBlocksError(f"{self.file}:{line}")
        pad, first = len(dash) - 1, line - 1
        while first and self.lines[first - 1].strip().startswith("#"):
            first -= 1
        following = self.document.values.get((*items, at + 1))
        end = following[0] - 1 if following else self._end_of_block(line - 1, pad)
        while following and self.lines[end - 1].strip().startswith("#"):
            end -= 1
        return first, end, pad

    def _end_of_field(self, start: int, pad: int) -> int:
        """The line after a field; a list may stand as far left as its key."""
        end = self._end_of_block(start, pad)
        in_list = self.lines[start].rstrip().endswith(":")
        while in_list and end < len(self.lines) and self.lines[end].startswith(" " * pad + "- "):
            end = self._end_of_block(end, pad)
        return end

    def _end_of_block(self, start: int, pad: int) -> int:
        """The line after what begins on a line and stands further in than `pad`."""
        end = start + 1
        for at in range(start + 1, len(self.lines)):
            line = self.lines[at]
            if not line.strip():
                continue
            if len(line) - len(line.lstrip()) <= pad:
                break
            end = at + 1
        return end

    def _again(self) -> None:
        self.text = "".join(line + "\n" for line in self.lines)
