"""All pages as one tree, for engines that want to be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.pages.page import MenuItem, Page

Nav = list[dict[str, "str | Nav"]]
"""Title → source file, or title → the same again; as MkDocs and its heirs read it."""

SECTIONS = (
    ("Modeller", "modeller/"),
    ("Roller", "roller/"),
    ("Skjemaer", "skjema/"),
    ("Virkemidler", "virkemidler/"),
    ("Rutiner", "rutiner/"),
    ("Temaer", "tema/"),
    ("Regler", "regler/"),
    ("Kilder", "kilder/"),
    ("Redaksjon", "redaksjon/"),
)
"""What the pages of a folder are called together."""


def navigation(written: Sequence[Page]) -> Nav:
    """The tree: pages at the top first, then a section for each folder, models with their menus."""
    pages = [page for page in written if page.moved_to is None]
    nav: Nav = [{page.title: page.uri} for page in pages if "/" not in page.path]
    for title, folder in SECTIONS:
        inside: Nav = []
        menus = set()
        for page in pages:
            if not page.path.startswith(folder):
                continue
            if page.menu is None:
                inside.append({page.title: page.uri})
            elif page.menu.path not in menus:
                menus.add(page.menu.path)
                inside.append({page.menu.title: list(_menu(page.menu.items))})
        if inside:
            nav.append({title: inside})
    return nav


def _menu(items: tuple[MenuItem, ...]) -> Iterator[dict[str, str | Nav]]:
    for item in items:
        own: dict[str, str | Nav] = {item.title: item.path + ".md"}
        below = list(_menu(item.items))
        if "#" in item.path:  # a spot on a page groups its lines and is no page itself
            yield {item.title: below}
        else:
            yield {item.title: [own, *below]} if below else own
