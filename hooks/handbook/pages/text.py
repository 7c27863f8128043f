"""Rich text → HTML and Markdown. Text from YAML is data: it is escaped for where it lands."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from handbook.model.prose import (
    Block,
    Inline,
    Link,
    Paragraph,
    Prose,
    Reference,
    Strong,
    Text,
)

Find = Callable[[Reference], tuple[str, str, str] | None]
"""A reference → address, title and tooltip (may be empty) of what it names; None when dangling."""

_LEADING = re.compile(r"^(\s*)([-+#>]|\d+[.)])")


def html_blocks(prose: Prose, find: Find) -> str:
    """The whole text as HTML blocks on one line each."""
    return "\n".join(_html_block(block, find) for block in prose.blocks)


def html_inline(prose: Prose, find: Find) -> str:
    """The text as inline HTML. Several paragraphs or lists are joined with line breaks."""
    if prose.one_paragraph:
        block = prose.blocks[0]
        assert isinstance(block, Paragraph)
        return html_inlines(block.children, find)
    return "<br>".join(_flat(prose.blocks, find))


def _flat(blocks: tuple[Block, ...], find: Find) -> list[str]:
    lines = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(html_inlines(block.children, find))
        else:
            for number, item in enumerate(block.items, 1):
                sign = f"{number}. " if block.ordered else "– "
                lines += [sign + line for line in _flat(item, find)]
    return lines


def _html_block(block: Block, find: Find) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{html_inlines(block.children, find)}</p>"
    tag = "ol" if block.ordered else "ul"
    items = "".join(f"<li>{_html_item(item, find)}</li>" for item in block.items)
    return f"<{tag}>{items}</{tag}>"


def _html_item(item: tuple[Block, ...], find: Find) -> str:
    if len(item) == 1 and isinstance(item[0], Paragraph):
        return html_inlines(item[0].children, find)
    return "".join(_html_block(block, find) for block in item)


def html_inlines(children: tuple[Inline, ...], find: Find) -> str:
    """A run of inline text as HTML."""
    parts = []
    for child in children:
        if isinstance(child, Text):
            parts.append(escape(child.text, quote=False))
        elif isinstance(child, Strong):
            parts.append(f"<strong>{html_inlines(child.children, find)}</strong>")
        elif isinstance(child, Link):
            inner = html_inlines(child.children, find)
            parts.append(f'<a href="{escape(child.url)}">{inner}</a>')
        else:
            parts.append(_html_reference(child, find))
    return "".join(parts)


def _html_reference(reference: Reference, find: Find) -> str:
    found = find(reference)
    if found is None:
        return escape(reference.shown or reference.target, quote=False)
    url, title, tip = found
    words = escape(reference.shown or title, quote=False)
    if tip:
        return f'<a class="term" href="{escape(url)}" data-tip="{escape(tip)}">{words}</a>'
    return f'<a href="{escape(url)}">{words}</a>'


def markdown_text(text: str) -> str:
    """Plain text for a Markdown page: signs that Markdown would act on are made harmless."""
    safe = escape(text, quote=False)
    safe = re.sub(r"([\\`*_\[\]])", r"\\\1", safe)
    return _LEADING.sub(lambda m: m[1] + "\\" + m[2] if len(m[2]) == 1 else m[0], safe)
