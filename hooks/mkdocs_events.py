"""The only file that knows MkDocs: it reads like the contents page of the build.

Every event does three things: takes MkDocs' objects apart, calls the core, wraps the answer. MkDocs
loads this file by its path and drops `hooks/` from the import path afterwards, so all imports stand
here at the top.
"""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from handbook.build import Build, build
from handbook.cache import CACHE_FOLDER, Cache
from handbook.document.places import relative
from handbook.document.walk import anchors
from handbook.hosting import content_policy
from handbook.memory import Forgetful, Memory
from handbook.pages.fast_html import Converted, convert
from handbook.pages.frame import Frame, frame_of, from_root
from handbook.pages.guide_pages import crumbs_of
from handbook.pages.page import Page
from handbook.render.html import article
from handbook.report import as_text, summary

_log = logging.getLogger("mkdocs.plugins.handbook")
_MATERIAL = Path(material.__file__).parent


class _Run:
    """What one build remembers between events; made anew in on_config."""

    def __init__(self, made: Build, settings: dict[str, Any], memory: Memory) -> None:
        self.made = made
        self.fast = settings.get("fast", True)
        self.edit_base = settings.get("edit_base", "")
        self.policy = content_policy(in_page=True) if settings.get("policy_in_page") else ""
        self.memory = memory
        self.addresses: dict[str, str] = {}
        """Source of every page → its address."""
        self.by_uri = {page.uri: page for page in made.pages}

    def frame(self, own: Page) -> Frame:
        """What stands around a page."""
        assert self.made.book is not None
        given = self.made.book.edition, own, self.edit_base, self.policy
        return self.memory.again(
            (Frame, own.path), given,
            lambda: frame_of(*given[:2], edit_base=self.edit_base, policy=self.policy),
        )  # fmt: skip

    def converted(self, own: Page) -> Converted | None:
        """A page as HTML, when the fast way knows all that it holds."""
        told = own.section
        if told:
            return self.memory.again(
                (Converted, own.path), told, lambda: Converted(article(told, own.path), ())
            )
        return self.memory.again(
            (Converted, own.path), (own, self.addresses),
            lambda: convert(own.markdown, lambda target: _resolve(own, target, self.addresses)),
        )  # fmt: skip


class _Seen(NamedTuple):
    """All that our theme sees of a page, so two that are equal give the same HTML."""

    frame: Frame
    base_url: str
    site_name: str
    canonical_url: str | None
    content: str

    @property
    def context(self) -> dict[str, Any]:
        """Under the names that MkDocs gives them."""
        return {
            "frame": self.frame,
            "base_url": self.base_url,
            "config": {"site_name": self.site_name},
            "page": {"canonical_url": self.canonical_url, "content": self.content},
        }


class _KeptTheme:
    """The theme's templates, with the pages they have filled before.

    `look` is the templates' own text: when it changes, everything is filled anew.
    """

    def __init__(self, env: jinja2.Environment, look: tuple[Any, ...], memory: Memory) -> None:
        self.look = memory.of(look, lambda: look)
        self.env = memory.of((jinja2.Environment, self.look), lambda: env)
        self.memory = memory

    def get_template(self, name: str) -> Any:
        """A template; the one for pages is ourselves."""
        return self if name == "main.html" else self.env.get_template(name)

    def render(self, context: dict[str, Any]) -> str:
        """The HTML of a page, as the template would write it now."""
        page, site_name = context["page"], context["config"].site_name
        seen = _Seen(
            context["frame"], context["base_url"], site_name, page.canonical_url, page.content
        )
        fill = self.env.get_template("main.html").render
        name = (MkDocsPage, page.file.src_uri)
        return self.memory.again(name, (self.look, seen), lambda: fill(seen.context))


_run: _Run
_watched = False
_memory = Memory()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether somebody watches the site while writing, and does not want to wait."""
    global _watched
    _watched = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check. This comes before MkDocs empties site/, so a fault leaves the last site."""
    global _run
    settings = config.extra.get("handbook") or {}
    root = Path(config.config_file_path).parent
    kept = settings.get("cache", True)
    memory = _memory if kept and _watched else Forgetful()
    cache = Cache(root / CACHE_FOLDER if kept else None)
    made = build(
        root, _today(config), cache, files=settings.get("files", True), patient=not _watched,
        memory=memory, libyaml=settings.get("libyaml", True),
    )  # fmt: skip
    if made.errors:
        raise PluginError("\n" + as_text(made.findings))
    for finding in made.findings:
        _log.info("%s: %s %s", finding.place, finding.code, finding.problem)
    cache.sweep()
    if made.book and not _watched:
        config.site_url = made.book.edition.site_url  # said once, in model/handbook.yml
    _run = _Run(made, settings, memory)
    # Our theme stands on its own feet; without this its files are sought among Material's 10 000.
    config.theme.dirs = [f for f in config.theme.dirs if not Path(f).is_relative_to(_MATERIAL)]
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what the handbook makes of itself."""
    for page in _run.made.pages:
        files.append(File.generated(config, page.uri, content=page.markdown or "\n"))
    for name, content in _run.made.files.items():
        files.append(File.generated(config, name, content=content))
    known = {file.src_uri: file.url for file in files.documentation_pages()}
    _run.addresses = _run.memory.again("addresses", known, lambda: known)
    return files


def on_pre_page(page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
    """Let our own pages skip the Markdown parser when they hold only what our templates write."""
    own = _run.by_uri.get(page.file.src_uri)
    if own and (_run.fast or own.section):
        _render_fast(page, own)
    return page


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> Any:
    """Let whoever watches the site have the pages that are as they were."""
    if _run.memory is not _memory:
        return env
    theme = Path(config.theme.custom_dir)
    look = tuple((str(f), f.read_bytes()) for f in sorted(theme.rglob("*.html")))
    return _KeptTheme(env, (tuple(config.theme.dirs), look), _run.memory)


def on_page_context(
    context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hand the theme the frame of the page."""
    own = _run.by_uri.get(page.file.src_uri) or _hand_written(page)
    context["frame"] = _run.frame(own)
    return context


def on_template_context(
    context: dict[str, Any], *, template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """A lost reader gets the frame too; at any depth, so its links begin at the root."""
    if template_name == "404.html":
        assert _run.made.book is not None
        lost = Page("404", "Siden finnes ikke", "lost", "", "")
        frame = frame_of(_run.made.book.edition, lost, policy=_run.policy)
        context["frame"] = from_root(frame, config.site_url or "/")
    return context


def on_post_build(*, config: MkDocsConfig) -> None:
    """Say in one line what was made."""
    _memory.turn()
    book = _run.made.book
    assert book is not None
    _log.info(
        "%d modeller, %d skjemaer, %d sider. %s",
        len(book.models), len(book.forms), len(_run.made.pages), summary(_run.made.findings),
    )  # fmt: skip
    if _run.made.missing:
        _log.info("%s.", _run.made.missing)


def _today(config: MkDocsConfig) -> dt.date:
    settings = config.extra.get("handbook") or {}
    fixed = settings.get("today")
    return dt.date.fromisoformat(str(fixed)) if fixed else dt.date.today()


def _hand_written(page: MkDocsPage) -> Page:
    path = page.file.src_uri.removesuffix(".md")
    return Page(
        path=path,
        title=page.title or path,
        kind=str(page.meta.get("kind", "text")),
        description=str(page.meta.get("description", "")),
        markdown="",
        source=f"docs/{page.file.src_uri}",
        crumbs=crumbs_of(path),
    )


def _resolve(own: Page, target: str, known: dict[str, str]) -> str | None:
    path, _, anchor = target.partition("#")
    parts = (own.path.rsplit("/", 1)[0] + "/" + path) if "/" in own.path else path
    found = known.get(_normal(parts))
    if found is None:
        return None
    return relative(found, own.path) + (f"#{anchor}" if anchor else "")


def _render_fast(page: MkDocsPage, own: Page) -> None:
    done = _run.converted(own)
    if done is None:
        return

    def render(config: MkDocsConfig, files: Files) -> None:
        page.content = done.html
        page.toc = get_toc([])
        page.present_anchor_ids = (
            set(anchors(own.section)) if own.section else {h.anchor for h in done.headings}
        )
        page._title_from_render = own.title

    page.render = render  # type: ignore[method-assign]


def _normal(path: str) -> str:
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
