"""Editors' text and the words around it → runs and blocks: references, provenance, roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handbook.book import tree
from handbook.book.tree import Blocks, Item, Node, Run
from handbook.forms.wording import titles_of
from handbook.model.handbook import Handbook, StepAt
from handbook.model.links import resolve
from handbook.model.noun import Absence, Basis, Sourced, Statement
from handbook.model.prose import Block, Inline, Link, Paragraph, Prose, Strong, Text
from handbook.norwegian import listed, upper_first

_PAGED = ("form", "model", "theme", "step")
"""Kinds worth a page number in running text; roles and words stand in the order of the alphabet."""

MISSING = "Mangler. Dette er ikke skrevet ennå."


@dataclass(frozen=True)
class Words:
    """What everything is called, for one handbook."""

    book: Handbook
    titles: dict[str, str]

    @classmethod
    def of(cls, book: Handbook) -> Words:
        """Collect the titles once."""
        return cls(book, titles_of(book))

    def role(self, role_id: str) -> Node:
        """The way to a role by its title."""
        return tree.go(f"role:{role_id}", self.titles.get(role_id, role_id))

    def roles(self, role_ids: Sequence[str]) -> Run:
        """Several roles, with commas; the first begins with a capital."""
        links: Run = []
        for number, role_id in enumerate(role_ids):
            link = self.role(role_id)
            links += [", "] if number else []
            links.append(link if number else {**link, "c": [upper_first(link["c"][0])]})
        return links

    def steps(self, at: Sequence[StepAt]) -> list[tuple[str, Run]]:
        """Steps by number with their pages, a line for each model: `2 (s. 14), 5 (s. 19)`."""
        found: dict[str, Run] = {}
        for one in at:
            line = found.setdefault(one.model.short_title, [])
            line += [", "] if line else ["Steg "]
            line.append(tree.go(f"step:{one.key}", str(one.number), page=True))
        return list(found.items())

    def role_names(self, role_ids: Sequence[str]) -> str:
        """The same as plain words: `leder, fadder og veileder`."""
        return listed([self.titles.get(role_id, role_id) for role_id in role_ids])

    def form(self, form_id: str, *, title: bool = True) -> Run:
        """The way to a form with its page, by id and title."""
        words = tree.go(f"form:{form_id}", form_id, page=not title)
        if not title:
            return [words]
        page = {"t": "page", "to": f"form:{form_id}"}
        return [tree.bold([words]), f" {self.titles.get(form_id, '')}", page]

    def run(self, prose: Prose) -> Run:
        """One run, also when the text has several paragraphs or lists."""
        lines = list(self._lines(prose.blocks))
        return [piece for n, line in enumerate(lines) for piece in ([" "] if n else []) + line]

    def _lines(self, blocks: tuple[Block, ...]) -> list[Run]:
        found: list[Run] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                found.append(self.inline(block.children))
            else:
                for line in block.items:
                    found += [["– ", *words] for words in self._lines(line)]
        return found

    def blocks(self, prose: Prose, mark: Node | None = None) -> Blocks:
        """The whole text; the mark stands beside the first block."""
        made = [self._block(block) for block in prose.blocks]
        if mark and made[0]["t"] == "p":
            made[0]["m"] = mark
        elif mark:
            made.insert(0, tree.paragraph("", mark))
        return made

    def _block(self, block: Block) -> Node:
        if isinstance(block, Paragraph):
            return tree.paragraph(self.inline(block.children))
        kind = "number" if block.ordered else "bullet"
        return tree.items(
            (tree.item([self._block(inner) for inner in line]) for line in block.items), kind
        )

    def inline(self, children: tuple[Inline, ...]) -> Run:
        """A run of text."""
        return [self._piece(child) for child in children]

    def _piece(self, child: Inline) -> str | Node:
        if isinstance(child, Text):
            return child.text
        if isinstance(child, Strong):
            return tree.bold(self.inline(child.children))
        if isinstance(child, Link):
            return {"t": "url", "u": child.url, "c": self.inline(child.children), "shown": True}
        found = resolve(self.book, child.target)
        if found is None:
            return child.shown or child.target
        kind, name = found
        title = name if kind == "form" else self._title(kind, name)
        return tree.go(f"{kind}:{name}", child.shown or title, page=kind in _PAGED)

    def _title(self, kind: str, name: str) -> str:
        if kind == "step":
            model_id, _, step_id = name.partition("/")
            return self.book.model_by_id[model_id].step_by_id[step_id].title
        if kind == "source":
            return self.book.source_by_id[name].title
        if kind == "term":
            return self.book.term_by_id[name].term
        return self.titles.get(name, name)

    def statement(self, said: Statement, **more: object) -> Item:
        """One statement as a line of a list."""
        return tree.item(self.blocks(said.text), mark(said), **more)

    def statements(
        self, said: Sequence[Statement] | Absence | None, kind: str = "bullet"
    ) -> Blocks:
        """Statements as a list, or what is said when there are none."""
        if isinstance(said, Absence):
            return [self.absence(said)]
        if not said:
            return [tree.paragraph([tree.quiet(MISSING)])]
        return [tree.items((self.statement(one) for one in said), kind)]

    def absence(self, hole: Absence) -> Node:
        """A stated hole."""
        note = [" ", *self.run(hole.note)] if hole.note else []
        return tree.paragraph([tree.bold(hole.label + "."), *note])


def mark(said: Sourced) -> Node:
    """Where a statement comes from: shape, words and the numbers of its findings."""
    return basis_mark(said.basis, said.sources)


def basis_mark(basis: Basis, numbers: Sequence[str]) -> Node:
    """The mark of a basis. Its numbers are one way, to the first; thousands would be slow."""
    ways = [tree.go(f"finding:{numbers[0]}", " ".join(numbers))] if numbers else []
    return {"t": "mark", "b": str(basis), "w": basis.label, "n": ways}


def finding(number: str) -> Node:
    """The way to a finding by its number."""
    return tree.go(f"finding:{number}", number)
