"""The real edition: veraPDF's verdict, and everything in it; slow."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import pikepdf
import pytest
from filelock import FileLock
from pdf_reading import Tagged, letters_of, pages_of, running

from handbook.book.typesetter import page_count
from handbook.kept import Cache
from handbook.model.handbook import Handbook
from handbook.publishing.book_files import PdfBuilder
from handbook.publishing.book_room import outgrown
from project import CACHE, real_reading

sys.path.insert(0, str(Path(__file__).parent.parent / "verapdf"))

from verapdf_runner import validate

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def book() -> Handbook:
    found = real_reading().handbook
    assert found is not None
    return found


@pytest.fixture(scope="module")
def edition(
    book: Handbook, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("edition")
    files = {}
    pdfs = PdfBuilder(book, Cache(CACHE))
    with FileLock(shared / "files.lock"):  # another worker may be setting the same files
        for file in pdfs.files:
            files[file.path] = folder / file.path.replace("/", "-")
            files[file.path].write_bytes(pdfs.content(file))
    return files


@pytest.fixture(scope="module")
def pages(edition: dict[str, Path]) -> dict[str, list[str]]:
    """The text of every page of every file, read once."""
    return {name: pages_of(file.read_bytes()) for name, file in edition.items()}


@pytest.mark.parametrize("size", [
    slice(-3, -2), pytest.param(slice(-2, None), marks=pytest.mark.exhaustive)
])  # fmt: skip
def test_every_kind_of_file_conforms_to_pdf_ua_and_pdf_a(
    size: slice, edition: dict[str, Path], tmp_path: Path
) -> None:
    """One of each kind, the third in size; in the exhaustive layer the largest, also the book."""
    kinds: dict[str, list[Path]] = defaultdict(list)
    for name, file in sorted(edition.items(), key=lambda entry: entry[1].stat().st_size):
        kinds[name.rpartition("/")[0]].append(file)
    chosen = [file for files in kinds.values() for file in files[size]]
    assert len(chosen) >= len(kinds) > 4
    assert (_volumes(edition)[0] in chosen) == (size.stop is None)
    verdicts = validate(chosen, ("ua1", "2a"), tmp_path)
    broken = [f"{v.file.name} {v.flavour}: {v.rules}" for v in verdicts if not v.passed]
    assert not broken, "\n".join(broken)


def test_every_step_form_role_and_term_stands_in_the_book(
    book: Handbook, edition: dict[str, Path], pages: dict[str, list[str]]
) -> None:
    volumes = [name for name, file in edition.items() if file in _volumes(edition)]
    text = letters_of("".join(running(pages[name]) for name in volumes))
    wanted = [at.step.title for at in book.steps]
    wanted += [form.id for form in book.forms] + [form.title for form in book.forms]
    wanted += [role.title for role in book.roles] + [term.term for term in book.terms]
    wanted += [finding.id for source in book.sources for finding in source.findings]
    assert not [words for words in wanted if letters_of(words) not in text]


def test_nothing_has_more_pages_than_there_is_room_for(
    book: Handbook, edition: dict[str, Path]
) -> None:
    found = [told for path, file in edition.items()
             for told in outgrown(book, path, file.read_bytes())]  # fmt: skip
    assert found == []


def test_every_file_speaks_norwegian_and_leads_somewhere(edition: dict[str, Path]) -> None:
    for name, file in edition.items():
        tagged = Tagged(file.read_bytes())
        assert tagged.languages() == {"nb-NO"}, name
        assert tagged.lost_ways() == [], name
        assert tagged.kinds["H1"], name
        assert tagged.bookmarks(), name
        tagged.pdf.close()


def test_cards_and_memos_keep_to_their_pages(book: Handbook, edition: dict[str, Path]) -> None:
    for model in book.models:
        assert page_count(edition[f"last-ned/notat/{model.id}.pdf"].read_bytes()) == 1
    for role in book.roles:
        card = edition.get(f"last-ned/roller/{role.id}.pdf")
        if card:
            models = [m for m in book.models if role.id in {use.role for use in m.roles}]
            assert page_count(card.read_bytes()) <= 2 * len(models), role.id


def test_booklets_fold_from_one_sheet(edition: dict[str, Path]) -> None:
    booklets = {name: file for name, file in edition.items() if name.startswith("last-ned/til-deg")}
    assert booklets
    for name, file in booklets.items():
        with pikepdf.open(file) as pdf:
            assert len(pdf.pages) <= 4, name
            width, height = (round(float(side) / 72 * 25.4) for side in pdf.pages[0].mediabox[2:])
            assert (width, height) == (148, 210), name


def test_every_page_says_which_edition_it_is_from(
    book: Handbook, edition: dict[str, Path], pages: dict[str, list[str]]
) -> None:
    stamp = letters_of(f"utgave {book.edition.edition}")
    for name, file in edition.items():
        before = 2 if file in _volumes(edition) else 0  # the cover and the page behind it
        assert pages[name][before:], name
        assert all(stamp in letters_of(text) for text in pages[name][before:]), name


def test_each_models_file_holds_all_its_steps(book: Handbook, pages: dict[str, list[str]]) -> None:
    for model in book.models:
        text = letters_of(running(pages[f"last-ned/modeller/{model.id}.pdf"]))
        assert not [s.title for s in model.steps if letters_of(s.title) not in text]


def _volumes(edition: dict[str, Path]) -> list[Path]:
    return [file for name, file in edition.items() if name.startswith("last-ned/bok/")]
