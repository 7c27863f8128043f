"""The only file that knows MkDocs: it reads like the contents page of the build.

Every event does three things: takes MkDocs' objects apart, calls the core, wraps the answer. The
core gives whole files and puts the finished site where the old one is, so MkDocs has nothing to
write: it watches and serves. MkDocs loads this file by its path and drops `hooks/` from the import
path afterwards, so all imports stand here at the top.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from handbook.build import Build, Options, build, site, whole_site
from handbook.collector import collector_off
from handbook.editing.schema_files import write_schemas
from handbook.findings import Finding
from handbook.kept import CACHE_FOLDER, Cache
from handbook.publishing import machine_faults
from handbook.publishing.manifest import faults
from handbook.publishing.standing import KEY as STANDING
from handbook.publishing.standing import Standing, Told
from handbook.publishing.whole_folder import NotWholeError, replace_folder, write_changes
from handbook.report import as_text, summary
from handbook.verdict import KEY as VERDICT
from handbook.watching import FINDINGS, nothing_yet, told, watched
from handbook.watching.server import only_here
from handbook.watching.terminal import speak_norwegian

_log = logging.getLogger("mkdocs.plugins.handbook")

_made: Build
_options = Options()
_watched = False
_cache = Cache()
_schemas_written = False
_site = Path()
"""Where the site is to be."""
_laid: dict[Path, dict[str, bytes]] = {}
"""The folder of a watched site → what lies in it."""
_standing: Standing | None = None
_told_before: Told | None = None
"""What was said of the site that stands there, when it is the very one to be made."""
_KEPT = "Nettstedet som lå der fra før, er som det var."


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether somebody watches the site while writing, and does not want to wait."""
    global _watched
    _watched = command == "serve"
    if _watched:
        speak_norwegian(logging.getLogger("mkdocs"))


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Go on serving the last site when findings stop a build; MkDocs would answer nobody.

    Other sites that give this machine a name of theirs are not answered.
    """
    build_anew = server.builder

    def patiently() -> None:
        with suppress(_ToldError):
            build_anew()

    server.builder = patiently
    server.set_app(only_here(server.serve_request, str(server.server_address[0])))
    return server


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check; and give MkDocs another folder to empty than the one with the last site."""
    global _options, _cache, _site, _standing, _told_before
    _options = _told(config)
    root = Path(config.config_file_path).parent
    folder = root / CACHE_FOLDER
    if not _options.cache:
        _cache = Cache()
    elif _cache.folder != folder or not _watched:
        _cache = Cache(folder, in_process=_watched)
    config.theme.static_templates.clear()
    _site = Path(config.site_dir)
    _standing = _told_before = None
    if _cache.keeps or not _watched:
        config.site_dir = str(_site.with_name(f".{_site.name}.mkdocs"))
    if not _watched:
        _standing = Standing(_cache, root, _today(config), _site, _asked(config))
        _told_before = _standing.told()
    if _told_before:
        _say(_told_before.findings)
        config.site_url = _told_before.site_url
    else:
        _make(config, root)
    return config


def _make(config: MkDocsConfig, root: Path) -> None:
    """Read, check and compose everything."""
    global _made, _schemas_written
    _made = build(root, _today(config), _cache, _options)
    if not _schemas_written:  # once: a file written while somebody watches, is an edit
        with suppress(OSError):  # they are for editors' programs; the site does without
            write_schemas(root, _made.book, _cache)
        _schemas_written = True
    _cache.keep_shelf()
    if _made.errors:
        _tell(config)
    else:
        _say(_made.findings)
        _cache.used |= {VERDICT, STANDING}  # what the last check said is still so
        _cache.sweep()
    if _made.book and not _watched:
        config.site_url = _made.book.edition.site_url  # said once, in model/handbook.yml


def _say(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        _log.info("%s: %s %s", finding.place, finding.code, finding.problem)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave MkDocs nothing: what lies in docs/ and in themes comes from the core, or not at all."""
    return Files([])


def on_post_build(*, config: MkDocsConfig) -> None:
    """Lay out the site, and say in one line what was made."""
    config.site_dir = str(_site)
    lines = _told_before.lines if _told_before else _laid_out()
    for line in lines:
        _log.info(line)


def _laid_out() -> tuple[str, ...]:
    """The site where it is to be, and what to say of it."""
    try:
        with collector_off():
            _lay_out()
    except OSError as error:
        raise PluginError(f"{machine_faults.told(error)} {_KEPT}") from error
    except NotWholeError as error:
        raise PluginError(f"Nettstedet ble ikke skrevet helt: {error} {_KEPT}") from error
    book = _made.book
    if _made.errors or book is None:
        return ()
    _cache.next_build()
    said = (
        f"{len(book.models)} modeller, {len(book.forms)} skjemaer, {len(_made.pages)} sider. "
        f"{summary(_made.findings)}"
    )
    lines = (said, f"{_made.missing}.") if _made.missing else (said,)
    if _standing:
        _standing.keep(Told(_made.findings, lines, book.edition.site_url))
    return lines


class _ToldError(Exception):
    """Findings stopped the build, and whoever watches has been told."""


def _tell(config: MkDocsConfig) -> None:
    """Findings stop the build. Whoever watches keeps the last site, and reads them on its pages.

    The first time there is no last site, so a page with the findings is built in its place.
    """
    report = as_text(_made.findings)
    if not _watched:
        raise PluginError("\n" + report)
    _log.info("\n%s\nRett det over, og lagre. Til da står siden som den var.", report)
    shown = _site / FINDINGS
    if shown.is_file():
        _laid.get(_site, {}).pop(FINDINGS, None)
        shown.write_bytes(told(_made.findings))
        raise _ToldError


def _lay_out() -> None:
    """A watched site lies in a folder that nobody else sees, so it is written where it is.

    Where nothing is kept, MkDocs has emptied the folder.
    """
    global _laid
    if _watched:
        before = _laid.get(_site, {}) if _cache.keeps else {}
        _laid = {_site: write_changes(_site, _watched_site(), before)}
    else:
        replace_folder(_site, whole_site(_made, _options, _cache), faults)


def _watched_site() -> Iterator[tuple[str, bytes]]:
    if _made.errors:
        return nothing_yet(_made.findings)
    return watched(site(_made, _options, _cache))


def _told(config: MkDocsConfig) -> Options:
    """What mkdocs.yml says under `extra.handbook`, and whether somebody is watching."""
    said = config.extra.get("handbook") or {}
    known = {name: said[name] for name in Options.__dataclass_fields__ if name in said}
    commit = str(known.get("commit", ""))
    return Options(**known | {"wait_for_book": not _watched, "commit": commit})


def _asked(config: MkDocsConfig) -> str:
    """All that decides what is made, beside the content, the day and the programme."""
    events = Path(__file__).stat()
    return f"{_options} {config.config_file_path} {events.st_size} {events.st_mtime_ns}"


def _today(config: MkDocsConfig) -> dt.date:
    fixed = (config.extra.get("handbook") or {}).get("today")
    return dt.date.fromisoformat(str(fixed)) if fixed else dt.date.today()
