"""Blocks as Markdown: any sign in any text survives, for CommonMark and for Python-Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt
from markdown_it.token import Token

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.document.places import Place
from handbook.export import EXTENSIONS
from handbook.model.noun import Basis
from handbook.model.process import Level
from handbook.render.markdown import markdown, source

HERE = "modeller/ia-vikar/steg-laer-sammen"
COMMON = MarkdownIt("commonmark").enable("table")
ROLE, FORM = Place("role", "fadder"), Place("form", "SKJ-09")

NASTY = (
    "*", "**", "_", "`", "``", "[a]", "[a](b)", "![a](b)", "](", "!", "<b>", "<!--", "</a>", "|",
    "\\", "\\|", "~~a~~", "~~~", "&amp;", "&lt", ";", "#", "# a", "- a", "+ a", "1. a", "1) a",
    "12.", "> a", "---", "***", "===", "{#a}", "{: .a }", "{", "}", ": a", "a\n\nb", "a\n- b",
    "    a", "\ta", "]:", "https://a.no", "<https://a.no>", "[ ] a", "\u00a0a\u00a0", "«a»", "a  ",
)  # fmt: skip
SIGNS = st.text("*_`[]()<>!#|\\-+.1~&;{}:\"'=a \n", min_size=1, max_size=12)
ANY = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)
TEXT = st.one_of(st.sampled_from(NASTY), SIGNS, ANY).filter(lambda text: bool(text.strip()))


def pieces() -> st.SearchStrategy[i.Words]:
    one = st.one_of(
        TEXT,
        st.builds(lambda t: i.Strong((t,)), TEXT),
        st.builds(lambda t: i.Quiet((t,)), TEXT),
        st.builds(lambda t: i.Foreign((t,), "en"), TEXT),
        st.builds(lambda t: i.Said((t,), Basis.PROPOSAL), TEXT),
        st.builds(i.Code, TEXT),
        st.builds(lambda t: i.Link("https://a.no/b_c(d)", (t,)), TEXT),
        st.builds(lambda t: i.Ref(ROLE, t), TEXT),
        st.builds(lambda t: i.Ref(FORM, t, code="SKJ-09"), TEXT),
        st.just(i.Mark(Basis.PROPOSAL, (i.Ref(Place("source", "rapport", "S14"), "S14"),))),
    )
    return st.lists(one, min_size=1, max_size=4).map(tuple)


PARAGRAPH = st.builds(b.Paragraph, pieces())
MARK = st.sampled_from((None, i.Mark(Basis.REGULATION)))
ITEM = st.builds(
    b.Item, st.tuples(PARAGRAPH), MARK, st.one_of(st.just(""), TEXT),
    st.one_of(st.none(), st.builds(lambda t: i.Ref(ROLE, t), TEXT)), st.sampled_from(("", "S14")),
)  # fmt: skip
ITEMS = st.lists(ITEM, min_size=1, max_size=3).map(tuple)
LIST = st.builds(
    b.ItemList, ITEMS, st.booleans(), st.sampled_from(("", "cards", "doors", "statement"))
)
FACTS = st.builds(lambda t, said: b.Facts((b.Fact(t, (said,)),)), TEXT, st.one_of(PARAGRAPH, LIST))
TASK = st.builds(b.Task, st.just("a"), st.tuples(PARAGRAPH), st.sampled_from((None, *Level)), MARK)
CHECKLIST = st.builds(lambda t, o: b.Checklist("k", (t,), ordered=o), TASK, st.booleans())
CELL = st.builds(lambda block: b.Cell((block,)), st.one_of(PARAGRAPH, LIST))
TABLE = st.builds(
    lambda head, title, cells: b.Table(
        b.columns(head, "B"), (b.RowGroup((title,)), b.Row(cells, anchor="r")), ""
    ),
    TEXT, TEXT, st.tuples(CELL, CELL),
)  # fmt: skip
OTHERS = st.one_of(
    st.builds(lambda w: b.Notice("draft", w), pieces()),
    st.builds(lambda t, said: b.Fold(t, (said,)), TEXT, PARAGRAPH),
    st.builds(lambda t: b.Figure(b.Share(40, 30, 50), t, (t,), "f"), TEXT),
    st.builds(lambda t: b.Actions((i.Ref(ROLE, t, "button"),)), TEXT),
    st.builds(lambda t: b.Files((b.File(Place("file", "a.pdf"), t, "PDF", 9),)), TEXT),
    st.builds(lambda t: b.Picture(Place("file", "a b.png"), t), TEXT),
    st.builds(lambda t: b.Pager(None, i.Ref(ROLE, t)), TEXT),
)
BLOCK = st.one_of(PARAGRAPH, LIST, FACTS, CHECKLIST, TABLE, OTHERS)
SECTION = st.builds(
    lambda title, blocks, inner, more: b.Section(
        title, (*blocks, b.Section(inner, more, "del")), "topp"
    ),
    TEXT, st.lists(BLOCK, max_size=3).map(tuple), TEXT, st.lists(BLOCK, max_size=2).map(tuple),
)  # fmt: skip


def with_texts(value: Any, told: Callable[[str], str], name: str = "") -> Any:
    """The same document with every text that readers see exchanged."""
    if isinstance(value, Place | Enum) or name in _SILENT:
        return value
    if isinstance(value, str):
        return told(value) if value else value
    if isinstance(value, tuple):
        return tuple(with_texts(one, told, name) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        return replace(value, **{n: with_texts(getattr(value, n), told, n) for n in names})
    return value


_SILENT = {"kind", "anchor", "language", "url", "id", "key", "view", "label", "tip",
           "state"}  # fmt: skip


def numbered(section: b.Section) -> tuple[b.Section, list[str]]:
    """The document with a harmless word for each text, and the texts in turn."""
    texts: list[str] = []

    def told(text: str) -> str:
        texts.append(text)
        return f"x{len(texts) - 1}x"

    return with_texts(section, told), texts


def expected(told: str, texts: list[str]) -> list[str]:
    """The words of the document, from those of the harmless one."""
    return re.sub(r"x(\d+)x", lambda found: texts[int(found[1])], told).split()


def flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "inline":
            yield from flat(token.children or [])
        else:
            yield token


_SAME = {"<strong>": "strong_open", "</strong>": "strong_close", "<code>": "code_inline"}
_NO_MATTER = {"text", "softbreak", "em_open", "em_close", "</code>"}


def read(text: str) -> tuple[str, list[str]]:
    """The words and the markup that a reader of CommonMark finds."""
    words, shape = [], []
    for token in flat(COMMON.parse(text)):
        if token.type == "image":
            words.append(
                token.content
                and COMMON.renderer.renderInlineAsText(token.children or [], COMMON.options, {})
            )
        elif token.type in ("text", "code_inline", "fence", "code_block"):
            words.append(token.content)
        elif token.block or token.content == "<br>":
            words.append(" ")
        kind = token.content if token.type in ("html_inline", "html_block") else token.type
        kind = _SAME.get(kind, kind)
        if kind not in _NO_MATTER:
            shape.append(f"{kind} {token.attrGet('href') or ''}".strip())
    return "".join(words), shape


class Html(HTMLParser):
    """The words and the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.shape: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("em", "strong", "p", "span", "code", "b", "i"):
            held = dict(attrs)
            self.shape.append(f"{tag} {held.get('href') or held.get('id') or ''}".strip())
            self.words.append(held.get("alt") or "")
        if tag in _BLOCKS:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


_BLOCKS = {"p", "li", "br", "td", "th", "h1", "h2", "blockquote", "ul", "ol"}


def built(text: str) -> tuple[str, list[str]]:
    """The words and the elements that the engine of the exported tree makes."""
    page = Html()
    page.feed(Markdown(extensions=list(EXTENSIONS)).convert(text))
    page.close()
    return "".join(page.words), page.shape


def everywhere(text: str) -> b.Section:
    """A document with a text in every place where one can stand alone."""
    alone, ref = b.Paragraph((text,)), i.Ref(ROLE, text)
    inlines = (
        i.Strong((text,)),
        i.Foreign((text,), "en"),
        i.Code(text),
        i.Link("/a", (text,)),
        ref,
    )
    item = b.Item((alone, alone), i.Mark(Basis.REPORT), text, ref, "S14")
    blocks: b.Blocks = (
        alone, *(b.Paragraph((piece,)) for piece in inlines),
        *(b.Paragraph(("a", piece, "b")) for piece in inlines),
        b.ItemList((item, b.Item((alone,)))), b.ItemList((item,), kind="cards"),
        b.ItemList((b.Item((b.ItemList((b.Item((alone,)),)),)),)),
        b.Facts((b.Fact(text, (alone,)),)), b.Checklist("k", (b.Task("a", (alone,)),)),
        b.Table(b.columns(text), (b.RowGroup((text,)), b.row(text), b.row((ref,))), ""),
        b.Picture(Place("file", "a.png"), text), b.Notice("", (text,)), b.Fold(text, (alone,)),
        b.Actions((ref,)), b.Pager(ref, None),
        b.Figure(b.Share(40, 30, 50), text, (text,), "f"),
        b.Files((b.File(Place("file", "a.pdf"), text, "PDF", 9),)),
        b.Section(text, (alone,), "del"),
    )  # fmt: skip
    return b.Section(text, blocks, "topp")


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize(("write", "find"), [(markdown, read), (source, built)])
def test_signs_that_act_somewhere_act_nowhere(
    text: str,
    write: Callable[[b.Section, str], str],
    find: Callable[[str], tuple[str, list[str]]],
) -> None:
    assert_survives(everywhere(text), write, find)


@pytest.mark.slow
@given(SECTION)
@settings(max_examples=300, deadline=None)
def test_any_text_survives_commonmark(section: b.Section) -> None:
    assert_survives(section, markdown, read)


@pytest.mark.slow
@given(SECTION)
@settings(max_examples=200, deadline=None)
def test_any_text_survives_the_engine_of_the_exported_tree(section: b.Section) -> None:
    assert_survives(section, source, built)


def assert_survives(
    section: b.Section,
    write: Callable[[b.Section, str], str],
    find: Callable[[str], tuple[str, list[str]]],
) -> None:
    """The same words, and no markup that a harmless text in its place would not give."""
    harmless, texts = numbered(section)
    told, shape = find(write(harmless, HERE))
    words, found = find(write(section, HERE))
    assert words.split() == expected(told, texts)
    assert found == shape


def test_a_page_reads_like_one_written_by_hand() -> None:
    finding = i.Ref(Place("source", "rapport", "S14"), "S14")
    tasks = (b.Task("ring", b.said("Ring Nav."), Level.MUST, i.Mark(Basis.REPORT, (finding,))),)
    duty = b.Duty(i.Ref(ROLE, "fadder"), (True, False, False, True))
    blocks: b.Blocks = (
        b.Paragraph((i.Strong(("Ikke noe skjema.",)), " Snakk med ", i.Ref(ROLE, "fadder"), ".")),
        b.Section("Gjør dette", (b.Checklist("k", tasks),), "gjor"),
        b.Section("Hvem", (b.Duties((duty,)),)),
        b.Pager(None, i.Ref(Place("step", "ia-vikar/avtal"), "Avtal")),
    )  # fmt: skip
    page = b.Section("Lær sammen", blocks, "topp")
    assert markdown(page, HERE) == (
        '# <a id="topp"></a>Lær sammen\n\n'
        "**Ikke noe skjema.** Snakk med [fadder](../../roller/fadder.md).\n\n"
        '## <a id="gjor"></a>Gjør dette\n\n'
        '-   [ ] <a id="punkt-ring"></a>**Må** Ring Nav. '
        "*(Fra rapport: [S14](../../kilder/rapport.md#S14))*\n\n"
        "## Hvem\n\n"
        "-   **Utfører:** [fadder](../../roller/fadder.md)\n"
        "-   **Informeres:** [fadder](../../roller/fadder.md)\n\n<!-- -->\n\n"
        "-   Neste steg: [Avtal](steg-avtal.md)\n"
    )
    assert source(page, HERE).startswith("# Lær sammen {#topp}\n\n**Ikke noe skjema.** Snakk")


def test_a_state_that_only_a_script_reads_is_no_spot() -> None:
    plan = Place("part", "ia-vikar/plan", "rolle=leder")
    page = b.Section("T", (b.Paragraph((i.Ref(plan, "planen"),)),))
    assert "[planen](plan.md)" in markdown(page, HERE)


def test_lists_beside_each_other_stay_two() -> None:
    one = b.ItemList((b.Item(b.said("en")),))
    page = b.Section("T", (one, b.ItemList((b.Item(b.said("to")),), ordered=True), one, one))
    _, shape = read(markdown(page, HERE))
    assert shape.count("bullet_list_open") == 3
    assert shape.count("ordered_list_open") == 1


def test_numbers_of_an_ordered_list_go_on_from_another() -> None:
    items = tuple(b.Item(b.said("a"), number=n) for n in (9, 10, 11))
    page = b.Section("T", (b.ItemList(items, ordered=True),))
    text = markdown(page, HERE)
    assert text == "# T\n\n9.  a\n10. a\n11. a\n"
    assert COMMON.parse(text)[3].attrGet("start") == 9
    assert '<ol start="9">' in Markdown(extensions=list(EXTENSIONS)).convert(text)


def _line(*words: i.Inline) -> str:
    told = markdown(b.Section("A", (b.Paragraph(words),)), HERE)
    return told.split("\n\n", 1)[1].strip()


def test_what_a_page_sets_side_by_side_has_a_dot_between() -> None:
    who, when = i.Quiet(("lederen",), "who"), i.Quiet(("Én gang",), "when")
    assert (
        _line(who, " ", when, " ", i.Quiet(("Frist",), "deadline")) == "lederen · Én gang · Frist"
    )
    assert _line("Er vi klare? ", who) == "Er vi klare? · lederen"
    assert _line(i.Strong(("Tall", " ", i.Quiet(("Obs",), "caution")))) == "**Tall · Obs**"


def test_what_is_led_in_or_is_a_sentence_has_none() -> None:
    mark = i.Mark(Basis.PROPOSAL)
    assert _line(i.Strong(("Når:",)), " ", i.Quiet(("Nå",), "when")) == "**Når:** Nå"
    assert _line(i.Quiet(("Nå",), "when"), " ", mark).startswith("Nå *(")
    assert _line("Et skjema.", " ", i.Quiet(("Fylles ut.",), "who")) == "Et skjema. Fylles ut."


def test_a_drawing_of_a_process_is_told_without_how_to_look_at_it() -> None:
    drawing = b.Figure(b.Process((), ()), "Elleve steg.", ("Hver kolonne er en rolle.",))
    assert markdown(b.Section("A", (drawing,)), HERE).endswith("\n\nElleve steg.\n")
