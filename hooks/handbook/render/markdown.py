"""Blocks → CommonMark with tables: for another engine, and for readers without a browser."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.document.places import Place, relative, url
from handbook.norwegian import size
from handbook.render import markdown_signs as signs
from handbook.render.blank_form import blank_question
from handbook.render.renderer import Renderer
from handbook.render.search_text import plain

_HEADED = frozenset({"cards", "process-list", "step-cards"})
"""Lists whose items are small sections: the title stands over what is said."""
_LABELS = frozenset({"caution", "use", "when", "who"})
"""Quiet words that a page sets beside others with nothing between."""


class Markdown(Renderer[str, str]):
    """Prints one page; `here` is its path, and links lead to the `.md` files of other pages.

    Spots are empty `a` elements, which every reader of Markdown knows.
    """

    def __init__(self, here: str, level: int = 1) -> None:
        self.here = here
        self._level = level

    def run(self, words: i.Words) -> str:
        """Words inside a line. What stands beside a piece decides how its weight is written."""
        pieces = tuple(_flat(words))
        made = self.words(pieces)
        for at, piece in enumerate(pieces):
            made[at] = _beside(piece, made[at], _sign(made, at - 1, -1), _sign(made, at + 1, 1))
        return "".join(made)

    def line(self, words: i.Words) -> str:
        """Words as a line of their own."""
        return signs.line(self.run(words))

    def body(self, blocks: b.Blocks) -> str:
        """Blocks under each other."""
        return "\n\n".join(signs.kept_apart(list(filter(None, self.blocks(blocks)))))

    def href(self, place: Place) -> str:
        """The way from this page. A state that only a script reads, `#rolle=leder`, is left out."""
        address, _, spot = url(place, ".md").partition("#")
        return relative(f"{address}#{spot}" if spot and "=" not in spot else address, self.here)

    def spot(self, anchor: str) -> str:
        """A spot that links lead to."""
        return f'<a id="{anchor}"></a>' if anchor else ""

    def spots(self, former: tuple[str, ...]) -> str:
        """Spots that old links lead to."""
        return "".join(map(self.spot, former))

    def text(self, text: str) -> str:
        return signs.escaped(text)

    def strong(self, piece: i.Strong) -> str:
        return self.run(tuple(_flat(piece.words, heavy=False)))

    def quiet(self, piece: i.Quiet) -> str:
        return self.run(piece.words)

    def code(self, piece: i.Code) -> str:
        return signs.code(piece.text)

    def foreign(self, piece: i.Foreign) -> str:
        return f'<span lang="{piece.language}">{self.run(piece.words)}</span>'

    def link(self, piece: i.Link) -> str:
        return f"[{self.run(piece.words)}]({signs.address(piece.url)})"

    def ref(self, piece: i.Ref) -> str:
        if piece.kind == "rule":
            words = signs.escaped(f"Regel: {piece.words}")
            return f" ([{words}]({signs.address(self.href(piece.place))}))"
        return f"[{signs.escaped(piece.numbered)}]({signs.address(self.href(piece.place))})"

    def mark(self, piece: i.Mark) -> str:
        numbers = ", ".join(map(self.ref, piece.findings))
        return f"({piece.basis.label}{f': {numbers}' if numbers else ''})"

    def said(self, piece: i.Said) -> str:
        return self.run(piece.words)

    def until(self, piece: i.Until) -> str:
        return signs.escaped(piece.words)

    def index(self, piece: i.Index) -> str:
        return ""

    def paragraph(self, block: b.Paragraph) -> str:
        return self.line(block.words)

    def item_list(self, block: b.ItemList) -> str:
        if block.kind == "statement":
            return self._item(block.items[0], block.kind)
        items = (self._item(item, block.kind) for item in block.items)
        numbers = (item.number for item in block.items) if block.ordered else None
        return signs.listed(items, numbers)

    def _item(self, item: b.Item, kind: str) -> str:
        before: i.Words = (i.Strong((item.before,)),) if item.before else ()
        blocks = _opened(before, item.blocks)
        if item.title:
            blocks = _opened(_title(item, item.title, kind), blocks, over=kind in _HEADED)
        return self._told(blocks, item.mark, item.anchor)

    def _told(self, blocks: b.Blocks, mark: i.Mark | None, anchor: str) -> str:
        """Blocks with where they come from at the end, and the spot at the beginning."""
        return self.spot(anchor) + self.body(_marked(blocks, mark))

    def facts(self, block: b.Facts) -> str:
        return signs.listed(map(self._fact, block.rows))

    def _fact(self, fact: b.Fact) -> str:
        term = fact.term if fact.term.endswith("?") else f"{fact.term}:"
        blocks = _opened((i.Strong((term,)),), fact.blocks)
        return self.spots(fact.former) + self._told(blocks, fact.mark, fact.anchor)

    def checklist(self, block: b.Checklist) -> str:
        tasks = (f"[ ] {self._task(block.anchor, task)}" for task in block.tasks)
        numbers = (task.number for task in block.tasks) if block.ordered else None
        return signs.listed(tasks, numbers)

    def _task(self, anchor: str, task: b.Task) -> str:
        title: i.Words = (i.Strong((task.title,)),) if task.title else ()
        level: i.Words = (i.Strong((task.level.label,)),) if task.level else ()
        blocks = _opened(title, _opened(level, task.blocks), over=True)
        return self._told(blocks, task.mark, f"{anchor}-{task.id}")

    def duties(self, block: b.Duties) -> str:
        return self.facts(b.Facts(b.duties_by_part(block), "list"))

    def table(self, block: b.Table) -> str:
        width = len(block.head) or max(map(_width, block.rows), default=1)
        head = [self.run(column.words) for column in block.head] or [""] * width
        lines = [head, ["---"] * width, *(self._row(row, width) for row in block.rows)]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def _row(self, row: b.Row | b.RowGroup, width: int) -> list[str]:
        if isinstance(row, b.RowGroup):
            return [self.run((i.Strong(row.title),)), *[""] * (width - 1)]
        cells: list[str] = []
        for cell in row.cells:
            cells += [self._cell(cell), *[""] * (cell.span - 1)]
        cells[0] = self.spot(row.anchor) + cells[0]
        return cells

    def _cell(self, cell: b.Cell) -> str:
        return "<br>".join(signs.cell_lines(self.body(_marked(cell.blocks, cell.mark))))

    def notice(self, block: b.Notice) -> str:
        return "" if block.first_day else f"> {self.line(block.words)}"

    def figure(self, block: b.Figure) -> str:
        """What is drawn, in words. How to look at a drawing is not told where there is none."""
        caption = () if isinstance(block.data, b.Process) else block.caption
        lines = (caption, (block.text,))
        return self.spot(block.anchor) + "\n\n".join(filter(None, map(self.line, lines)))

    def picture(self, block: b.Picture) -> str:
        return f"![{signs.escaped(block.text)}]({signs.address(self.href(block.place))})"

    def files(self, block: b.Files) -> str:
        return signs.listed(map(self._file, block.items))

    def _file(self, file: b.File) -> str:
        return f"{self.ref(i.Ref(file.place, file.title))} ({file.kind}, {size(file.size)})"

    def fold(self, block: b.Fold) -> str:
        return self.body((b.Paragraph((i.Strong((block.summary,)),)), *block.blocks))

    def sample(self, block: b.Sample) -> str:
        caption = self.line((block.caption,))
        return "\n\n".join(filter(None, (caption, signs.fenced(block.text.replace("\t", "⇥ ")))))

    def group(self, block: b.Group) -> str:
        return self.body(_marked(block.blocks, block.mark))

    def question(self, block: b.Question) -> str:
        return self.body(blank_question(block))

    def contents(self, block: b.Contents) -> str:
        return ""

    def actions(self, block: b.Actions) -> str:
        return signs.listed(map(self.ref, block.items))

    def tool(self, block: b.Tool) -> str:
        return self.body(block.instead)

    def blank(self, block: b.Blank) -> str:
        return signs.line(f"{block.words}: ____") if block.shown else ""

    def pager(self, block: b.Pager) -> str:
        turns = (("Forrige steg", block.before), ("Neste steg", block.after))
        return signs.listed(f"{side}: {self.ref(ref)}" for side, ref in turns if ref)

    def section(self, block: b.Section) -> str:
        level = self._level
        self._level = min(level + 1, 6)
        body = self.body(block.blocks)
        self._level = level
        return self.headed(block, body)

    def headed(self, block: b.Section, body: str) -> str:
        """What stands in a section, under its heading."""
        title = self.heading(signs.escaped(block.title), block.anchor)
        head = f"{'#' * self._level} {self.spots(block.former)}{title}"
        return "\n\n".join(filter(None, (head, body)))

    def heading(self, title: str, anchor: str) -> str:
        """A heading's words with its spot."""
        return self.spot(anchor) + title


class Source(Markdown):
    """Prints one page for an engine that gives a heading the id in braces behind it."""

    def heading(self, title: str, anchor: str) -> str:
        return f"{title} {{#{anchor}}}" if anchor else title


def markdown(section: b.Section, path: str) -> str:
    """The page at a path, whose whole is one section, for whoever reads Markdown."""
    return Markdown(path).section(section) + "\n"


def source(section: b.Section, path: str) -> str:
    """The same as the source of an engine that makes pages of Markdown."""
    return Source(path).section(section) + "\n"


def _flat(words: i.Words, *, heavy: bool = True) -> Iterator[i.Inline]:
    """Pieces that look like themselves; what only tells why they are there is left out."""
    for piece in _parted(words):
        if isinstance(piece, i.Quiet | i.Said) or (isinstance(piece, i.Strong) and not heavy):
            yield from _flat(piece.words, heavy=heavy)
        else:
            yield piece


def _parted(words: i.Words) -> Iterator[i.Inline]:
    """Words with a dot where a page sets pieces side by side, each in a look of its own."""
    for before, piece, after in zip((None, *words), words, (*words[1:], None), strict=False):
        if isinstance(piece, str) and _is_gap(before, piece, after):
            yield f"{piece.rstrip(' ')} · "
        else:
            yield piece


def _is_gap(before: i.Inline | None, gap: str, after: i.Inline | None) -> bool:
    if not gap.endswith(" ") or after is None or isinstance(after, i.Mark):
        return False
    if gap != " ":
        return _is_label(after)
    led_in = before is None or plain((before,)).endswith(":")
    return not led_in and (_is_label(before) or _is_label(after))


def _is_label(piece: i.Inline | None) -> bool:
    """Whether a piece is a few words on their own, and no sentence nor what opens one."""
    if not isinstance(piece, i.Quiet) or piece.kind not in _LABELS:
        return False
    return not plain(piece.words).endswith((".", ":"))


def _beside(piece: i.Inline, told: str, before: str, after: str) -> str:
    """A piece as it must be written between two signs."""
    if isinstance(piece, i.Strong):
        return signs.strong(told, before, after)
    if isinstance(piece, i.Mark):
        return signs.set_apart(told, before, after)
    if isinstance(piece, i.Code) and before == "`":
        return signs.code_element(piece.text)
    return told[:-1] + "\\!" if told.endswith("!") and after == "[" else told


def _sign(made: list[str], at: int, way: int) -> str:
    """The sign that stands next to a piece, before it or after it; empty at the end of the line."""
    while 0 <= at < len(made):
        if made[at]:
            return made[at][0 if way > 0 else -1]
        at += way
    return ""


def _title(item: b.Item, ref: i.Ref, kind: str) -> i.Words:
    if kind == "process-list":
        return f"Fase {item.number} ", i.Strong((ref,))
    if kind in _HEADED:
        return (i.Strong((ref,)),)
    return (ref, ":") if item.before or item.blocks else (ref,)


def _opened(words: i.Words, blocks: b.Blocks, *, over: bool = False) -> b.Blocks:
    """Blocks with words before the first of them, or `over` it."""
    if not words:
        return blocks
    if blocks and isinstance(blocks[0], b.Paragraph) and not over:
        return (b.Paragraph((*words, " ", *blocks[0].words)), *blocks[1:])
    return (b.Paragraph(words), *blocks)


def _marked(blocks: b.Blocks, mark: i.Mark | None) -> b.Blocks:
    """Blocks with where they come from at the end of the last."""
    if mark is None:
        return blocks
    if blocks and isinstance(blocks[-1], b.Paragraph):
        return (*blocks[:-1], b.Paragraph((*blocks[-1].words, " ", mark)))
    return (*blocks, b.Paragraph((mark,)))


def _width(row: b.Row | b.RowGroup) -> int:
    return 1 if isinstance(row, b.RowGroup) else sum(cell.span for cell in row.cells)
