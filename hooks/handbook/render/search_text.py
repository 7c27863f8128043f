"""Blocks → the words a reader may look for; marks and tools are no content."""

from __future__ import annotations

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.model.form import FieldType
from handbook.render.renderer import Renderer

_STANDING = frozenset(
    {"consultation", "draft", "expired", "historical", "overdue", "under_revision", "withdrawn"}
)


class SearchText(Renderer[str, str]):
    """Prints each block as words on a line of its own."""

    def run(self, words: i.Words) -> str:
        return "".join(self.words(words)).strip()

    def lines(self, blocks: b.Blocks) -> str:
        return "\n".join(filter(None, self.blocks(blocks)))

    def text(self, text: str) -> str:
        return text

    def strong(self, piece: i.Strong) -> str:
        return self.run(piece.words)

    def quiet(self, piece: i.Quiet) -> str:
        return self.run(piece.words)

    def code(self, piece: i.Code) -> str:
        return piece.text

    def foreign(self, piece: i.Foreign) -> str:
        return self.run(piece.words)

    def link(self, piece: i.Link) -> str:
        return self.run(piece.words)

    def ref(self, piece: i.Ref) -> str:
        if piece.kind == "rule":
            return ""
        return piece.words if piece.kind == "form" else piece.numbered

    def mark(self, piece: i.Mark) -> str:
        return ""

    def said(self, piece: i.Said) -> str:
        return self.run(piece.words)

    def until(self, piece: i.Until) -> str:
        return piece.words

    def index(self, piece: i.Index) -> str:
        return ""

    def paragraph(self, block: b.Paragraph) -> str:
        return self.run(block.words)

    def item_list(self, block: b.ItemList) -> str:
        """A list of where a thing is used tells of other pages, which are found by themselves."""
        if block.kind == "uses":
            return ""
        return "\n".join(map(self._item, block.items))

    def _item(self, item: b.Item) -> str:
        title = self.ref(item.title) if item.title else ""
        return "\n".join(filter(None, (title, item.before, self.lines(item.blocks))))

    def facts(self, block: b.Facts) -> str:
        if block.kind == "foot":
            return ""
        return "\n".join(f"{fact.term} {self.lines(fact.blocks)}" for fact in block.rows)

    def checklist(self, block: b.Checklist) -> str:
        return "\n".join(map(self._task, block.tasks))

    def _task(self, task: b.Task) -> str:
        return f"{task.title.words if task.title else ''}\n{self.lines(task.blocks)}".strip()

    def duties(self, block: b.Duties) -> str:
        return ", ".join(duty.role.words for duty in block.rows)

    def table(self, block: b.Table) -> str:
        return "\n".join(map(self._row, block.rows))

    def _row(self, row: b.Row | b.RowGroup) -> str:
        if isinstance(row, b.RowGroup):
            return self.run(row.title)
        return " ".join(self.lines(cell.blocks) for cell in row.cells)

    def notice(self, block: b.Notice) -> str:
        """How far a model has come is no content; what goes before a form or a source is."""
        return "" if block.kind in _STANDING else self.run(block.words)

    def figure(self, block: b.Figure) -> str:
        return self.run(block.caption)

    def picture(self, block: b.Picture) -> str:
        return ""

    def files(self, block: b.Files) -> str:
        return "\n".join(file.title for file in block.items)

    def fold(self, block: b.Fold) -> str:
        inside = self.lines(block.blocks)
        return f"{block.summary}\n{inside}" if inside else ""

    def sample(self, block: b.Sample) -> str:
        """Lines of a file and messages word for word: nobody searches the handbook for them."""
        return ""

    def group(self, block: b.Group) -> str:
        return self.lines(block.blocks)

    def question(self, block: b.Question) -> str:
        choices = (choice.label for answer in block.answers for choice in answer.choices)
        said = (block.label, block.help, self.lines(block.text), *block.columns, *block.row_names)
        boxes = (a.label for a in block.answers if block.kind is FieldType.MULTI_CHOICE)
        return "\n".join(dict.fromkeys(filter(None, (*said, *boxes, *choices))))

    def contents(self, block: b.Contents) -> str:
        return ""

    def actions(self, block: b.Actions) -> str:
        return ""

    def tool(self, block: b.Tool) -> str:
        return self.lines(block.instead)

    def blank(self, block: b.Blank) -> str:
        return ""

    def pager(self, block: b.Pager) -> str:
        return ""

    def section(self, block: b.Section) -> str:
        return "\n".join(filter(None, (block.title, self.lines(block.blocks))))


class OnScreen(SearchText):
    """Without what only paper has: nobody is led to words that are not there."""

    def group(self, block: b.Group) -> str:
        return "" if block.kind == "on-paper" else super().group(block)


_PRINTER = SearchText()
_FINDER = OnScreen()


def plain(words: i.Words) -> str:
    """Words as a reader says them, without marks."""
    return _PRINTER.run(words)


def search_text(blocks: b.Blocks) -> str:
    """All that a reader may look for in some blocks, line by line."""
    return _PRINTER.lines(blocks)


def found_text(blocks: b.Blocks) -> str:
    """The same as far as a screen shows it, opened or not."""
    return _FINDER.lines(blocks)
