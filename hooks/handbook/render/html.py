"""Blocks → the article of a web page, finished. Classes and data are what our CSS and JS read."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from html import escape as escape_all

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.document.places import Place, relative, url
from handbook.model.process import Level
from handbook.norwegian import size
from handbook.pictograms import tile
from handbook.render.html_form import question_markup, unbroken
from handbook.render.html_tools import tool_markup
from handbook.render.renderer import Renderer
from handbook.render.search_text import plain
from handbook.render.svg import drawn

_SET_APART = {
    "": "<h{n}{id}>{title}</h{n}>\n{body}",
    "answer": '<section class="answer-card" aria-labelledby="{a}"><h{n}{id}>{title}</h{n}>\n'
    "{body}\n</section>",
    "fold": '<details class="fold"><summary><h{n}{id}>{title}</h{n}></summary>\n{body}\n</details>',
    "letter": "<h{n}{id}>{title}</h{n}>\n{body}",
    "moment": '<section class="moment" aria-labelledby="{a}"><h{n}{id}>{title}</h{n}>\n'
    "{body}\n</section>",
    "related": "<h{n}{id}>{title}</h{n}>\n{body}",
    "part": '<section class="part">\n<h{n}{id}>{title}</h{n}>\n{body}\n</section>',
    "choose-when": '<section class="choose-when"><h{n}{id}>{title}</h{n}>\n{body}\n</section>',
    "choose-not": '<section class="choose-not"><h{n}{id}>{title}</h{n}>\n{body}\n</section>',
    "do-not": '<section class="do-not" aria-labelledby="{a}"><h{n}{id}>{title}</h{n}>\n'
    "{body}\n</section>",
    "say": '<aside class="say" aria-labelledby="{a}"><h{n}{id}>{title}</h{n}>{body}</aside>',
    "pitfall": '<aside class="pitfall" aria-labelledby="{a}"><h{n}{id}>{title}</h{n}>'
    "{body}</aside>",
    "questions": "<fieldset{id}><legend>{title}</legend>\n{body}</fieldset>",
}
_UNNAMED = '<div class="{kind}"><h{n}>{title}</h{n}>{body}</div>'
"""The same where there may be several alike: a landmark must have a name of its own."""
_REFS = {
    "": '<a href="{0}">{1}</a>',
    "button": '<a class="button" href="{0}">{1}</a>',
    "button-secondary": '<a class="button button-secondary" href="{0}">{1}</a>',
    "chip": '<a class="chip" href="{0}">{1}</a>',
    "download": '<a href="{0}" download>{1}</a>',
    "form": '<a class="form-ref" href="{0}" data-code="{2}">{1}</a>',
    "form-link": '<a class="form-link" href="{0}">{1}</a>',
    "paged": '<a href="{0}">{1}</a>',
    "rule": '<a class="rule-ref" href="{0}" title="{2}" aria-label="§ {3}">§</a>',
    "term": '<a class="term" href="{0}" data-tip="{2}">{1}</a>',
}
_TIPPED = frozenset({"rule", "term"})
_LISTS = {
    "choices": "statements choices",
    "checks": "statements",
    "names": "names",
    "results": "memo-outcomes",
    "sources": "memo-sources",
}
"""Kinds of list that look like another; the rest are called what they are."""
_FACTS = {
    "": "facts",
    "card": "card-facts",
    "criterion": "criterion-facts",
    "foot": "page-foot",
    "key": "facts facts-key",
    "list": "facts facts-list",
    "memo": "facts memo-facts",
    "outcome": "facts",
    "source": "facts",
    "status": "status-list",
    "step": "facts facts-step",
}
_TABLES = {
    "": "stack",
    "comparison": "stack comparison",
    "coverage": "matrix coverage",
    "costs": "stack costs",
    "criteria": "stack",
    "duties": "stack raci",
    "fields": "stack fields",
    "hours": "stack effort-table",
    "matrix": "matrix",
    "numbers": "stack outcome-overview",
    "plan": "stack plan-table",
    "plain": "",
    "responsibility": "matrix",
    "suits": "stack compare",
    "wide": "stack compare",
}
_CONTENTS = {"": "På denne siden", "letters": "Bokstaver", "moments": "Når"}
_HEADED = frozenset({"cards", "step-cards"})
"""Lists whose items are small sections, each with a heading."""


class Html(Renderer[str, str]):
    """Prints the article of one page; `here` is the page's path.

    With a `root` addresses begin there, for a page that is shown at any depth.
    """

    def __init__(self, here: str, root: str = "") -> None:
        self.here = here
        self._root = root
        self._level = 1

    def run(self, words: i.Words) -> str:
        """Words as one string."""
        if len(words) == 1 and type(words[0]) is str:
            return escape(words[0])
        printers = self._printers
        return "".join([printers[type(piece)](self, piece) for piece in words])

    def inside(self, blocks: b.Blocks, mark: i.Mark | None = None) -> str:
        """Blocks inside an item or a cell, with their mark: a lone paragraph is its words."""
        if len(blocks) == 1:
            (block,) = blocks
            if type(block) is b.Paragraph and not block.kind and not block.basis:
                told = self.run(block.words)
                return f"{told} {self.mark(mark)}" if mark else told
        return "".join(self._marked(blocks, mark))

    def href(self, place: Place) -> str:
        """The way from this page."""
        return self._root + url(place) if self._root else relative(url(place), self.here)

    def text(self, text: str) -> str:
        return unbroken(escape(text))

    def strong(self, piece: i.Strong) -> str:
        return f"<strong>{self.run(piece.words)}</strong>"

    def quiet(self, piece: i.Quiet) -> str:
        return f'<span class="{piece.kind}">{self.run(piece.words)}</span>'

    def code(self, piece: i.Code) -> str:
        return f"<code>{escape(piece.text)}</code>"

    def foreign(self, piece: i.Foreign) -> str:
        return f'<span lang="{piece.language}">{self.run(piece.words)}</span>'

    def link(self, piece: i.Link) -> str:
        return f'<a href="{escape_all(piece.url)}">{self.run(piece.words)}</a>'

    def ref(self, piece: i.Ref) -> str:
        tip = escape_all(piece.tip) if piece.kind in _TIPPED else ""
        words = escape(piece.words)
        if piece.kind == "form":
            tip = escape_all(piece.code)
        elif piece.code:
            words = f'<span class="form-id">{escape(piece.code)}</span> {words}'
        return _REFS[piece.kind].format(self.href(piece.place), words, tip, escape_all(piece.words))

    def mark(self, piece: i.Mark) -> str:
        """What a source says is marked with its kind and year; the rest is told of once a page."""
        basis, kind = piece.basis, f"basis basis-{piece.basis.value}"
        if not piece.findings:
            return "" if piece.proposed else f'<span class="{kind}">{basis.in_a_word}</span>'
        words = "Se kilde" if piece.proposed else basis.in_a_word
        told = f"{words}\u00a0{piece.year}" if piece.year else words
        return f'<span class="{kind}">{self._behind(piece.findings, told)}</span>'

    def _behind(self, findings: tuple[i.Ref, ...], words: str) -> str:
        """One link for all that a mark rests on: to the first, with the ways to the others."""
        tip = escape_all("; ".join(f"{ref.tip} ({ref.words})" for ref in findings))
        first, *others = (self.href(ref.place) for ref in findings)
        more = f' data-more="{" ".join(others)}"' if others else ""
        return f'<a href="{first}" title="{tip}"{more}>{words}</a>'

    def said(self, piece: i.Said) -> str:
        return f'<span data-basis="{piece.basis.value}">{self.run(piece.words)}</span>'

    def until(self, piece: i.Until) -> str:
        gone = " until-passed" if piece.passed else ""
        return (
            f'<time class="until{gone}" datetime="{piece.day.isoformat()}" '
            f'data-passed="{piece.gone}">{piece.words}</time>'
        )

    def index(self, piece: i.Index) -> str:
        return ""

    def paragraph(self, block: b.Paragraph) -> str:
        state = f" {block.kind}-{block.state}" if block.state else ""
        kind = f' class="{block.kind}{state}"' if block.kind else ""
        basis = f' data-basis="{block.basis.value}"' if block.basis else ""
        return f"<p{kind}{basis}>{self.run(block.words)}</p>"

    def item_list(self, block: b.ItemList) -> str:
        if block.kind == "statement":
            return self._alone(block.items[0])
        tag = "ol" if block.ordered else "ul"
        name = _LISTS.get(block.kind, block.kind)
        kind = f' class="{name}"' if name else ""
        items = "".join([self._item(item, block.kind) for item in block.items])
        return f"<{tag}{kind}>\n{items}</{tag}>"

    def _alone(self, said: b.Item) -> str:
        basis = f' data-basis="{said.mark.basis.value}"' if said.mark else ""
        body = "".join(self._marked(said.blocks, said.mark))
        before = f"<p><strong>{escape(said.before)}</strong></p>" if said.before else ""
        return f'<div class="statement"{basis}>{before}{body}</div>'

    def _marked(self, blocks: b.Blocks, mark: i.Mark | None) -> list[str]:
        """Blocks with a mark where the last words end, or below what is no paragraph."""
        if mark is None or not (told := self.mark(mark)):
            return self.blocks(blocks)
        last = blocks[-1] if blocks else None
        if isinstance(last, b.Paragraph):
            marked = replace(last, words=(*last.words, " ", mark))
            return self.blocks((*blocks[:-1], marked))
        return [*self.blocks(blocks), f'<p class="statement-basis">{told}</p>']

    def _item(self, item: b.Item, kind: str) -> str:
        anchor = f' id="{item.anchor}"' if item.anchor else ""
        basis = f' data-basis="{item.mark.basis.value}"' if item.mark else ""
        number = "" if item.number is None else f' value="{item.number}"'
        card = ' class="card"' if kind == "cards" else ""
        drawn = tile(item.pictogram)
        return f"<li{card}{anchor}{number}{basis}>{drawn}{self._told(item, kind)}</li>\n"

    def _told(self, item: b.Item, kind: str) -> str:
        if item.title and kind == "doors":
            words = f"<strong>{escape(item.title.words)}</strong>"
            told = f"{words}<span>{self.inside(item.blocks)}</span>"
            return f'<a href="{self.href(item.title.place)}">{told}</a>'
        if item.title and kind == "process-list":
            return f"{self._phase(item.title, item.number)}{self.inside(item.blocks)}"
        title = self._titled(item.title, headed=kind in _HEADED)
        before = f"<strong>{escape(item.before)}</strong> " if item.before else ""
        body = self.inside(item.blocks, item.mark)
        if kind == "names" and body:
            body = f"<span>{body}</span>"
        return f"{title}{before}{body}"

    def _phase(self, title: i.Ref, number: int | None) -> str:
        words = f'<span class="phase-number">Fase {number}</span> {escape(title.words)}'
        return f'<a class="phase-title" href="{self.href(title.place)}">{words}</a>\n'

    def _titled(self, title: i.Ref | None, *, headed: bool) -> str:
        if title is None:
            return ""
        if headed:
            return f"<h{self._level}>{self.ref(title)}</h{self._level}>"
        return f"{self.ref(title)} "

    def spots(self, former: tuple[str, ...]) -> str:
        """Empty spots where links to former anchors land."""
        return "".join([f'<span id="{anchor}"></span>' for anchor in former])

    def facts(self, block: b.Facts) -> str:
        kind = _FACTS.get(block.kind, block.kind)
        rows = "".join(map(self._fact, block.rows))
        return f'<dl class="{kind}">\n{rows}</dl>'

    def _fact(self, fact: b.Fact) -> str:
        anchor = f' id="{fact.anchor}"' if fact.anchor else ""
        basis = f' data-basis="{fact.mark.basis.value}"' if fact.mark else ""
        body = self.inside(fact.blocks, fact.mark)
        spots = self.spots(fact.former)
        return f"<div{anchor}{basis}><dt>{spots}{escape(fact.term)}</dt><dd>{body}</dd></div>\n"

    def checklist(self, block: b.Checklist) -> str:
        tag = "ol" if block.ordered else "ul"
        headed = bool(block.tasks and block.tasks[0].title)
        numbered = " checklist-numbered" if block.ordered and not headed else ""
        duties = " duties" if headed else ""
        view = f' data-view="{block.view}"' if block.view else ""
        tasks = "".join([self._task(block.anchor, task) for task in block.tasks])
        start = f'<{tag} class="checklist{numbered}{duties}" data-checklist="{block.key}"{view}>'
        return f"{start}\n{tasks}</{tag}>"

    def _task(self, anchor: str, task: b.Task) -> str:
        basis = f' data-basis="{task.mark.basis.value}"' if task.mark else ""
        number = "" if task.number is None else f' value="{task.number}"'
        level = _level(task.level) if task.level else ""
        start = f'<li id="{anchor}-{task.id}" data-item="{task.id}"{basis}{number}>'
        title = self._titled(task.title, headed=True)
        return f"{start}{title}{level}{self.inside(task.blocks, task.mark)}</li>\n"

    def duties(self, block: b.Duties) -> str:
        """Who does it, who answers for it …, each with names: a table would mostly be empty."""
        return self.facts(b.Facts(b.duties_by_part(block), "list"))

    def table(self, block: b.Table) -> str:
        label = escape_all(block.label)
        wide = " wide" if block.kind == "comparison" else ""
        opening = (
            f'<div class="table-scroll{wide}" role="region" aria-label="{label}" tabindex="0">'
        )
        return f"{opening}{self._grid(block)}</div>"

    def _grid(self, block: b.Table) -> str:
        name = _TABLES[block.kind]
        kind = f' class="{name}"' if name else ""
        labels = _labels(block.head) if name.startswith("stack") else ()
        rows = "".join([self._line(row, block, labels) for row in block.rows])
        return f"<table{kind}>\n{self._head(block.head)}<tbody>\n{rows}</tbody>\n</table>"

    def _head(self, head: tuple[b.Column, ...]) -> str:
        cells = "".join([f'<th scope="col"{_column(c.key)}>{self.run(c.words)}</th>' for c in head])
        return f"<thead><tr>{cells}</tr></thead>\n" if head else ""

    def _line(self, row: b.Row | b.RowGroup, block: b.Table, labels: tuple[str, ...]) -> str:
        if type(row) is b.RowGroup:
            title = self.run(row.title)
            wide = f'<th scope="rowgroup" colspan="{len(block.head)}">{title}</th>'
            start = "" if row is block.rows[0] else "</tbody>\n<tbody>\n"
            return f'{start}<tr class="group">{wide}</tr>\n'
        assert isinstance(row, b.Row)
        anchor = f' id="{row.anchor}"' if row.anchor else ""
        kind = f' class="{row.kind}"' if row.kind else ""
        key = f' data-row="{row.key}"' if row.key else ""
        basis = f' data-basis="{row.basis.value}"' if row.basis else ""
        cells = "".join([self._cell(c, n, block, labels) for n, c in enumerate(row.cells)])
        return f"<tr{anchor}{kind}{key}{basis}>{cells}</tr>\n"

    def _cell(self, cell: b.Cell, at: int, block: b.Table, labels: tuple[str, ...]) -> str:
        label = f' data-label="{labels[at]}"' if labels and cell.span == 1 else ""
        column = _column(block.head[at].key) if block.head and cell.span == 1 else ""
        key = f' data-key="{escape_all(cell.key)}"' if cell.key else ""
        state = f' class="state state-{cell.state}"' if cell.state else ""
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        names = not at and cell.span == 1 and bool(cell.blocks)
        tag, scope = ("th", ' scope="row"') if names else ("td", "")
        body = self.inside(cell.blocks, cell.mark)
        return f"<{tag}{scope}{state}{span}{label}{column}{key}>{body}</{tag}>"

    def notice(self, block: b.Notice) -> str:
        kind = f" banner-{block.kind}" if block.kind else ""
        later = f' data-from="{block.first_day.isoformat()}" hidden' if block.first_day else ""
        return f'<div class="banner{kind}" role="note"{later}><p>{self.run(block.words)}</p></div>'

    def figure(self, block: b.Figure) -> str:
        name, drawing = self.drawn(block)
        anchor = f' id="{block.anchor}"' if block.anchor else ""
        words = self.run(block.caption)
        caption = f"\n<figcaption>{words}</figcaption>" if words else ""
        return f'<figure class="{name}"{anchor}>\n{drawing}{caption}\n</figure>'

    def drawn(self, block: b.Figure) -> tuple[str, str]:
        """The class of the figure and its drawing."""
        return drawn(block, self.href)

    def picture(self, block: b.Picture) -> str:
        sizes = (("width", block.width), ("height", block.height))
        told = "".join(f' {name}="{value}"' for name, value in sizes if value)
        return f'<p><img src="{self.href(block.place)}" alt="{escape_all(block.text)}"{told}></p>'

    def files(self, block: b.Files) -> str:
        items = "".join(map(self._file, block.items))
        return f'<ul class="downloads">{items}</ul>'

    def _file(self, file: b.File) -> str:
        link = f'<a href="{self.href(file.place)}" download>{escape(file.title)}</a>'
        told = f'<span class="size">{file.kind}, {size(file.size)}</span>'
        return f"<li>{link} {told}</li>"

    def fold(self, block: b.Fold) -> str:
        body = "".join(self.blocks(block.blocks))
        kind = ' class="unprinted"' if block.asked else ""
        return f"<details{kind}><summary>{escape(block.summary)}</summary>{body}</details>"

    def sample(self, block: b.Sample) -> str:
        text = escape(block.text.replace("\t", "⇥ "))
        caption = f"<p>{escape(block.caption)}</p>" if block.caption else ""
        if not block.kind:
            return f"{caption}<pre>{text}</pre>"
        return f'<div class="example example-{block.kind}">{caption}<pre>{text}</pre></div>'

    def group(self, block: b.Group) -> str:
        kind = f' class="{block.kind}"' if block.kind else ""
        whole = block.mark and block.kind != "what"  # the gist of a step is never left out
        basis = f' data-basis="{block.mark.basis.value}"' if whole and block.mark else ""
        body = "\n".join(self._marked(block.blocks, block.mark))
        return f"<div{kind}{basis}>{body}</div>"

    def question(self, block: b.Question) -> str:
        return question_markup(block, lambda: "\n".join(self.blocks(block.text)))

    def contents(self, block: b.Contents) -> str:
        name, label = block.kind, _CONTENTS[block.kind]
        kind = f"on-this-page {name}".strip()
        items = "".join(
            [f'<li><a href="#{anchor}">{escape(title)}</a></li>' for title, anchor in block.items]
        )
        return f'<nav class="{kind}" aria-label="{label}"><ul>{items}</ul></nav>'

    def actions(self, block: b.Actions) -> str:
        items = [f"<li>{self.ref(ref)}</li>" for ref in block.items]
        if block.printing:
            look = "button button-secondary" if items else "button"
            button = f'<button type="button" class="{look}" data-print hidden>{block.printing}'
            items.append(f"<li>{button}</button></li>")
        return f'<ul class="shortcuts">{"".join(items)}</ul>'

    def tool(self, block: b.Tool) -> str:
        return tool_markup(block, self.href, lambda: "\n".join(self.blocks(block.instead)))

    def blank(self, block: b.Blank) -> str:
        return f'<p class="blank"><span>{escape(block.words)}</span></p>' if block.shown else ""

    def pager(self, block: b.Pager) -> str:
        before, after = self._turn(block.before, "prev"), self._turn(block.after, "next")
        return f'<nav class="pager" aria-label="Forrige og neste steg">{before}{after}</nav>'

    def _turn(self, ref: i.Ref | None, way: str) -> str:
        if ref is None:
            return ""
        side = "Forrige steg" if way == "prev" else "Neste steg"
        href = self.href(ref.place)
        return f'<a rel="{way}" href="{href}"><span>{side}</span> {escape(ref.words)}</a>'

    def section(self, block: b.Section) -> str:
        title, level = self.spots(block.former) + escape(block.title), self._level
        title = tile(block.pictogram) + title
        anchor = f' id="{block.anchor}"' if block.anchor else ""
        self._level = min(level + 1, 6)
        body = "\n".join(filter(None, self.blocks(block.blocks)))
        self._level = level
        shape = _SET_APART[block.kind]
        if "{a}" in shape and not block.anchor:
            shape = _UNNAMED
        return shape.format(
            n=level, id=anchor, a=block.anchor, kind=block.kind, title=title, body=body
        )


def _level(level: Level) -> str:
    """Only where it is not the usual: most of a list is what one should do."""
    if level is Level.SHOULD:
        return ""
    return f'<span class="level level-{level.value}">{level.label}</span> '


@lru_cache(maxsize=1000)
def _labels(head: tuple[b.Column, ...]) -> tuple[str, ...]:
    return tuple(escape_all(plain(column.words)) for column in head)


def _column(key: str) -> str:
    return f' data-column="{key}"' if key else ""


def escape(text: str) -> str:
    """Text for an element; most text has nothing to escape."""
    if "&" in text or "<" in text or ">" in text:
        return escape_all(text, quote=False)
    return text


def article(section: b.Section, path: str, root: str = "") -> str:
    """The article of the page at a path, whose whole is one section; `root` as in `Html`."""
    return Html(path, root).section(section)


def below(blocks: b.Blocks, path: str) -> str:
    """What stands below the article of the page at a path."""
    return "".join(Html(path).blocks(blocks))
