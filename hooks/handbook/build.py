"""The whole way once: folders → handbook → findings → pages and files, without any engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from handbook.checking import find
from handbook.codes import CODES, COMPARED_CODES
from handbook.collector import collector_off
from handbook.document.linker import Linker
from handbook.document.places import url
from handbook.editing.data_schema import published_schemas
from handbook.editing.news import FEED, atom_feed
from handbook.editing.release import changed_on, issued_versions, published
from handbook.editing.release_rules import address_findings
from handbook.findings import Finding, Severity
from handbook.hosting import content_policy, redirects
from handbook.kept import Cache
from handbook.model.handbook import Handbook
from handbook.pages import compose_pages
from handbook.pages.context import Context
from handbook.pages.dead_links import dead_links
from handbook.pages.frame import Frame
from handbook.pages.page import Page
from handbook.pages.page_digest import page_digest
from handbook.pages.printing import lost_html, printed
from handbook.pages.quotations import QUOTATIONS, quotations_file
from handbook.pages.sitemap import SITEMAP, sitemap
from handbook.pages.twins import addresses, llms, twins
from handbook.publishing.assets import assets
from handbook.publishing.files import build_files
from handbook.publishing.former_files import former_files
from handbook.publishing.manifest import with_manifest
from handbook.publishing.packed import with_packed
from handbook.publishing.stamped import with_stamped
from handbook.reading.docs_folder import taken_findings
from handbook.reading.folder import Reading
from handbook.search.index import MAIN as SEARCH
from handbook.search.index import search_files
from handbook.sections.downloads import ADDRESSES, LLMS, MANIFEST


@dataclass(frozen=True)
class Build:
    """What one run made. `book` is None and there are no pages when the reading failed."""

    book: Handbook | None
    findings: tuple[Finding, ...]
    pages: tuple[Page, ...]
    files: dict[str, bytes]
    """Site path → bytes of everything that is not a page."""
    changed: Mapping[str, dt.date] = field(default_factory=dict)
    """Address of a page → the day its content changed."""
    missing: str = ""
    """One sentence when some files could not be made on this machine."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that stop the site."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)


@dataclass(frozen=True)
class Options:
    """What may differ between two builds of the same content; see mkdocs.yml.

    `files` makes forms, book and packages. `cache` keeps what is slow to make. `libyaml` is that of
    `read_yaml`. `wait_for_book` is off while somebody watches: the last book made is laid out while
    the next is on its way. `edit_base` is where the code host lets somebody edit a file;
    `policy_in_page` puts the security policy into the pages. `preview` makes the site of a
    proposal: its pages say so, and neither read nor keep anything in the browser. `twins` lays a
    page in Markdown beside each page, with a list of them; `packed` lays each text file there
    packed for servers too. `commit` is what it is built from, for the list of the site's files.
    """

    files: bool = True
    cache: bool = True
    libyaml: bool = True
    wait_for_book: bool = True
    edit_base: str = ""
    policy_in_page: bool = False
    preview: bool = False
    twins: bool = False
    packed: bool = False
    commit: str = ""


def build(
    root: Path,
    today: dt.date,
    cache: Cache | None = None,
    options: Options | None = None,
) -> Build:
    """Read, check and, when nothing stops it, compose everything in memory.

    What the `cache` holds is not made again.
    """
    with collector_off():
        return _build(root, today, cache or Cache(), options or Options())


def _build(root: Path, today: dt.date, cache: Cache, options: Options) -> Build:
    reading, findings = find(root, today, cache, libyaml=options.libyaml)
    book = reading.handbook
    if book is None or _stopped(findings):
        return Build(book, findings, (), {})
    built = build_files(
        book,
        reading.places,
        cache,
        files=options.files,
        root=root,
        wait_for_book=options.wait_for_book,
    )
    findings = tuple(sorted({*findings, *built.findings}))
    if _stopped(findings):
        return Build(book, findings, (), {})
    context = Context(
        Linker(book, today),
        built.downloads,
        issued_versions(root),
        today,
        findings,
        (*CODES.values(), *COMPARED_CODES.values()),
        options.twins,
    )
    pages = tuple(compose_pages(context, reading.by_hand))
    findings = tuple(sorted({*findings, *address_findings(root, [page.url for page in pages])}))
    if _stopped(findings):
        return Build(book, findings, (), {})
    found = search_files(book, pages, cache)
    kept = former_files(book, built.files, published(root))
    leading = ((page.url, url(page.moved_to)) for page in pages if page.moved_to)
    served = redirects((*leading, *kept.items()))
    made = {
        FEED: atom_feed(book),
        QUOTATIONS: quotations_file(book),
        **published_schemas(book),
        **built.files,
        **found,
        **served,
        # where no server reads the list, the file of now answers under its former name
        **{old: built.files[new] for old, new in kept.items()},
    }
    taken = tuple(_taken(reading, pages, made))
    if taken:
        return Build(book, tuple(sorted({*findings, *taken})), (), {})
    made |= reading.pictures
    if options.twins:
        made[LLMS] = llms(pages, book.edition)
    made[ADDRESSES] = addresses(pages, made, book.edition, with_twins=options.twins)
    dead = tuple(_dead_links(root, reading, pages, made if options.files else None))
    if dead:
        return Build(book, tuple(sorted({*findings, *dead})), (), {})
    return Build(book, findings, pages, made, _changed(root, pages, book.edition.date),
                 built.downloads.missing)  # fmt: skip


def _changed(root: Path, pages: tuple[Page, ...], day: dt.date) -> dict[str, dt.date]:
    page_at = {page.url: page for page in pages}
    return changed_on(root, page_at, lambda url: page_digest(page_at[url]), day)


def _taken(
    reading: Reading, pages: tuple[Page, ...], made: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Files in docs/ that would stand where something else does."""
    by_hand = [page.file for page in reading.by_hand]
    files = [*by_hand, *(f"docs/{name}" for name in reading.pictures)]
    pages_made = (page.url for page in pages if page.source not in by_hand)
    return taken_findings(files, (*pages_made, *made, "404.html"))


def _dead_links(
    root: Path, reading: Reading, pages: tuple[Page, ...], made: dict[str, bytes] | None
) -> Iterator[Finding]:
    files = None if made is None else {*made, MANIFEST}
    return dead_links(pages, reading.by_hand, files, lambda name: (root / name).read_text("utf-8"))


def site(made: Build, options: Options, cache: Cache | None = None) -> Iterator[tuple[str, bytes]]:
    """Site path → bytes of every file of the site: pages first, each printed when asked for."""
    assert made.book is not None
    policy = content_policy(in_page=True) if options.policy_in_page else ""
    frame = Frame(
        made.book.edition,
        edit_base=options.edit_base,
        policy=policy,
        with_twins=options.twins,
        preview=options.preview,
    )
    yield from printed(made.pages, frame, cache)
    if options.twins:
        yield from twins(made.pages, cache)
    yield "404.html", lost_html(made.book, frame)
    yield SITEMAP, sitemap(made.pages, made.book.edition.site_url, made.changed)
    yield from made.files.items()
    yield from assets()


def whole_site(
    made: Build, options: Options, cache: Cache | None = None
) -> Iterator[tuple[str, bytes]]:
    """The site as it is published: assets named after their content, packed twins, and the list."""
    assert made.book is not None
    named = {**dict(assets()), SEARCH: made.files[SEARCH]}
    files = with_stamped(site(made, options, cache), named)
    packed = with_packed(files) if options.packed else files
    return with_manifest(packed, made.book.edition, options.commit)


def _stopped(findings: tuple[Finding, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
