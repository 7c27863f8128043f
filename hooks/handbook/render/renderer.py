"""What every renderer can print: one method for each kind of block and of inline piece.

A kind without a method is found by the type checker and by Python before anything is printed.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar, get_args

from handbook.document import blocks as b
from handbook.document import inline as i

_B = TypeVar("_B")
_I = TypeVar("_I")


class Renderer(ABC, Generic[_B, _I]):
    """Prints blocks as `_B` and inline pieces as `_I`."""

    _printers: ClassVar[dict[type, Callable[[Any, Any], Any]]]

    def __init_subclass__(cls) -> None:
        kinds = (*get_args(b.Block), *(kind for kind in get_args(i.Inline) if kind is not str))
        cls._printers = {kind: getattr(cls, _method(kind)) for kind in kinds} | {str: cls.text}

    def blocks(self, blocks: b.Blocks) -> list[_B]:
        """Blocks, one after the other."""
        printers = self._printers
        return [printers[type(block)](self, block) for block in blocks]

    def words(self, words: i.Words) -> list[_I]:
        """Pieces, one after the other."""
        printers = self._printers
        return [printers[type(piece)](self, piece) for piece in words]

    @abstractmethod
    def text(self, text: str) -> _I: ...
    @abstractmethod
    def strong(self, piece: i.Strong) -> _I: ...
    @abstractmethod
    def quiet(self, piece: i.Quiet) -> _I: ...
    @abstractmethod
    def code(self, piece: i.Code) -> _I: ...
    @abstractmethod
    def foreign(self, piece: i.Foreign) -> _I: ...
    @abstractmethod
    def link(self, piece: i.Link) -> _I: ...
    @abstractmethod
    def ref(self, piece: i.Ref) -> _I: ...
    @abstractmethod
    def mark(self, piece: i.Mark) -> _I: ...
    @abstractmethod
    def said(self, piece: i.Said) -> _I: ...
    @abstractmethod
    def until(self, piece: i.Until) -> _I: ...
    @abstractmethod
    def index(self, piece: i.Index) -> _I: ...

    @abstractmethod
    def paragraph(self, block: b.Paragraph) -> _B: ...
    @abstractmethod
    def item_list(self, block: b.ItemList) -> _B: ...
    @abstractmethod
    def facts(self, block: b.Facts) -> _B: ...
    @abstractmethod
    def checklist(self, block: b.Checklist) -> _B: ...
    @abstractmethod
    def duties(self, block: b.Duties) -> _B: ...
    @abstractmethod
    def table(self, block: b.Table) -> _B: ...
    @abstractmethod
    def notice(self, block: b.Notice) -> _B: ...
    @abstractmethod
    def figure(self, block: b.Figure) -> _B: ...
    @abstractmethod
    def picture(self, block: b.Picture) -> _B: ...
    @abstractmethod
    def files(self, block: b.Files) -> _B: ...
    @abstractmethod
    def fold(self, block: b.Fold) -> _B: ...
    @abstractmethod
    def sample(self, block: b.Sample) -> _B: ...
    @abstractmethod
    def group(self, block: b.Group) -> _B: ...
    @abstractmethod
    def question(self, block: b.Question) -> _B: ...
    @abstractmethod
    def contents(self, block: b.Contents) -> _B: ...
    @abstractmethod
    def actions(self, block: b.Actions) -> _B: ...
    @abstractmethod
    def tool(self, block: b.Tool) -> _B: ...
    @abstractmethod
    def blank(self, block: b.Blank) -> _B: ...
    @abstractmethod
    def pager(self, block: b.Pager) -> _B: ...
    @abstractmethod
    def section(self, block: b.Section) -> _B: ...


def _method(kind: type) -> str:
    """`ItemList` is printed by `item_list`."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in kind.__name__).lstrip("_")
