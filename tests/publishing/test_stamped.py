"""A name stands for one content, and everything that refers to an asset knows its name."""

from __future__ import annotations

import re

from handbook.publishing.assets import THEME, assets
from handbook.publishing.stamped import with_stamped

FONT, STYLE = "assets/fonts/a.woff2", "assets/css/base.css"
LEAF, SCRIPT, LICENCE = "assets/js/leaf.js", "assets/js/form.js", "assets/vendor/a.txt"
ASSETS = {
    FONT: b"letters",
    STYLE: b'@font-face{src:url("../fonts/a.woff2")}',
    LEAF: b"1",
    SCRIPT: b"load('assets/js/leaf.js'); load(\"assets/js/none.js\")",
    LICENCE: b"MIT",
}
PAGE = (
    b'<link href="../assets/css/base.css"><script src="../assets/js/form.js">'
    b'{"filler":"../assets/js/leaf.js"} hooks/theme/assets/js/form.js er fila'
)


def _made(**changed: bytes) -> dict[str, bytes]:
    files = ASSETS | {f"assets/{path}": content for path, content in changed.items()}
    return dict(with_stamped([("a/b.html", PAGE), ("a/b.md", PAGE), *files.items()], files))


def _name(made: dict[str, bytes], asset: str) -> str:
    stem, _, ending = asset.rpartition(".")
    pattern = re.compile(rf"{re.escape(stem)}\.[0-9a-f]{{10}}\.{ending}")
    (found,) = filter(pattern.fullmatch, made)
    return found


def test_pages_styles_and_scripts_know_the_new_names() -> None:
    made = _made()
    page = made["a/b.html"].decode()
    for asset in (STYLE, SCRIPT, LEAF):
        assert f'"../{_name(made, asset)}"' in page
    assert page.endswith("hooks/theme/assets/js/form.js er fila")
    assert f"../{_name(made, FONT).removeprefix('assets/')}" in made[_name(made, STYLE)].decode()
    script = made[_name(made, SCRIPT)].decode()
    assert script == f"load('{_name(made, LEAF)}'); load(\"assets/js/none.js\")"
    assert made["a/b.md"] == PAGE
    assert made[LICENCE] == b"MIT"


def test_a_changed_leaf_gives_whoever_loads_it_a_new_name_too() -> None:
    before, after = _made(), _made(**{"js/leaf.js": b"2"})
    for asset in (LEAF, SCRIPT):
        assert _name(before, asset) != _name(after, asset)
    for asset in (STYLE, FONT):
        assert _name(before, asset) == _name(after, asset)


def test_every_asset_of_ours_that_is_referred_to_is_there() -> None:
    ours = dict(assets())
    made = dict(with_stamped(ours.items(), ours))
    assert len(made) == len(ours)
    for name, content in made.items():
        if name.endswith((".css", ".js")) and "/vendor/" not in name:
            text = content.decode()
            assert not re.search(r"[\"']assets/(js|css|fonts|vendor)/[\w-]+\.\w+[\"']", text), name
            assert not re.search(r"url\(\"[^\"]*/[\w-]+\.woff2\"\)", text), name


def test_scripts_are_served_without_comments_and_with_all_their_code() -> None:
    for name, served in assets():
        if name.startswith("assets/js/"):
            source = (THEME / name).read_bytes()
            assert _code(served) == _code(source), name
            assert not re.search(rb"(?m)^\s*/\*\*?[^*]*\*/\s*$", served), name


def _code(script: bytes) -> bytes:
    """All that is no comment, without spaces; strings hold no comments in our scripts."""
    return re.sub(rb"\s+", b"", re.sub(rb"/\*.*?\*/", b"", script, flags=re.DOTALL))
