"""The fast way from Markdown to HTML gives what Python-Markdown gives, or steps aside."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.pages.fast_html import convert
from handbook.pages.text import markdown_text


def slow(text: str) -> str:
    return markdown.markdown(text, extensions=["attr_list", "tables", "toc"])


def same(target: str) -> str:
    return target


@pytest.mark.parametrize(
    "text",
    [
        "# Tittel {#topp}\n\nEt avsnitt med **utheving** og [lenke](../a.md#b).",
        "# A \\* b \\_c\\_ {#topp}\n\n<div>\n<p>x</p>\n</div>\n\n<ul>\n<li>y</li>\n</ul>",
        "# 5 &lt; 6 &amp; 7 {#topp}\n\n<div><div>a</div></div>\n\n## To {#to}",
    ],
)
def test_what_templates_write_is_the_same_both_ways(text: str) -> None:
    done = convert(text, same)
    assert done is not None
    assert done.html == slow(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Uten id",
        "- liste",
        "et `kodeord`",
        "<div>a</div> etterpå",
        "<div><div>a</div>",
        "> sitat",
        "en\nto",
        "[ukjent](x.md)",
        "1. tall",
        "a  \nb",
    ],
)
def test_anything_else_steps_aside(text: str) -> None:
    assert convert(text, lambda _: None) is None


@given(st.text(alphabet="ab æ*_`[]()#<>&\\!-+.1~^=|:$\"'", max_size=30))
def test_any_title_survives_both_ways(title: str) -> None:
    words = " ".join(title.split())
    text = f"# x{markdown_text(words)}x {{#topp}}"
    done = convert(text, same)
    if done is not None:
        assert done.html == slow(text)
