"""The text below a field in the web editor is the text as the site tells it."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from handbook.build import Build
from handbook.model.noun import Noun
from handbook.model.prose import Block, Inline, Paragraph, Prose, Reference, Strong, Text, Told
from project import ROOT

PREVIEW = ROOT / "hooks/handbook/web_editor/pages/preview.js"
_RUN = """
const {blocks} = await import(process.argv[1]);
const texts = JSON.parse(await new Promise((done) => {
  let all = ''; process.stdin.on('data', (some) => all += some).on('end', () => done(all));
}));
const h = (tag, _, ...inside) => [tag, ...inside];
const titles = {get: (id) => id === 'borte' ? undefined : `tittel ${id}`};
console.log(JSON.stringify(texts.map((text) => blocks(text, h, titles))));
"""


def previewed(texts: list[str]) -> list[Any]:
    """What the script makes of each text: tags with what is inside."""
    node = shutil.which("node")
    assert node, "Node mangler"
    # Node 18, of Debian 12, takes a file's name alone for no module.
    script = base64.b64encode(PREVIEW.read_bytes()).decode()
    run = subprocess.run(
        [node, "--input-type=module", "-e", _RUN, f"data:text/javascript;base64,{script}"],
        input=json.dumps(texts), capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return list(json.loads(run.stdout))


def shown(blocks: Iterable[Block]) -> list[Any]:
    """The same of the tree that the site is printed from."""
    return [
        ["p", *_pieces(block.children)] if isinstance(block, Paragraph)
        else ["ol" if block.ordered else "ul", *(["li", *_item(item)] for item in block.items)]
        for block in blocks
    ]  # fmt: skip


def _item(blocks: Iterable[Block]) -> list[Any]:
    return [piece for tag, *inside in shown(blocks) for piece in inside]


def _pieces(children: Iterable[Inline]) -> list[Any]:
    made: list[Any] = []
    for child in children:
        if isinstance(child, Text):
            if made and isinstance(made[-1], str):
                made[-1] += child.text
            else:
                made.append(child.text)
        elif isinstance(child, Strong):
            made.append(["strong", *_pieces(child.children)])
        elif isinstance(child, Told):
            made.append(["u", f"tittel {child.rule}"])
        elif isinstance(child, Reference):
            made.append(["u", child.shown or f"tittel {child.target}"])
        else:
            made.append(["u", *_pieces(child.children)])
    return made


def _texts(value: Any) -> Iterator[Prose]:
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, Noun):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


def test_every_text_with_markup_looks_as_it_does_on_the_site(real: Build) -> None:
    book = real.book
    assert book is not None
    nouns = (
        book.edition,
        book.models,
        book.forms,
        book.roles,
        book.terms,
        book.themes,
        book.rules,
        book.instruments,
        book.routines,
    )
    texts = [text for text in _texts(nouns) if {*"*[\n"} & {*text.source}]
    assert len(texts) > 20
    made = previewed([text.source for text in texts])
    wrong = [
        (text.source, ours, site)
        for text, ours in zip(texts, made, strict=True)
        if ours != (site := shown(text.blocks))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "Spør [[fadder]] eller [[leder|lederen]] først.",
        "**Viktig:** les [loven](https://lovdata.no/x).",
        "Først dette.\n\n- en ting\n- **to** ting\n\nSå dette.",
        "1. en\n2. to",
    ],
)
def test_each_kind_of_markup_is_shown(text: str) -> None:
    assert previewed([text]) == [shown(Prose(text).blocks)]


def test_an_id_that_nothing_has_is_said_not_to_be_there() -> None:
    assert previewed(["Se [[borte]]."]) == [[["p", "Se ", ["mark", "[[borte]] finnes ikke"], "."]]]
