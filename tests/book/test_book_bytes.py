"""Same nouns, same bytes; texts are data; what cannot be set is named."""

from __future__ import annotations

import dataclasses
import io
import os
import subprocess
import sys

import pikepdf
import pytest
from pdf_reading import letters_of, text_of
from tiny_book import HOSTILE, ROOT, hostile, tiny, with_step

from handbook.book import typesetter
from handbook.book.files import available, edition_files, version_of_writers
from handbook.book.printing import PrintJob, fitted, printed
from handbook.book.refusals import EditionRefused, TypesetterMissing
from handbook.book.typesetter import NotTypeset
from handbook.book.volumes import Volume
from handbook.book.whole import book_pdf
from handbook.document.places import Place
from handbook.model.form import Column, Field, FieldType
from handbook.model.prose import Prose
from handbook.render.typst_tree import Tree
from handbook.render.typst_words import Node

_IN_ANOTHER_PROCESS = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from tiny_book import tiny
from handbook.book.files import edition_files
for file in edition_files(tiny()):
    print(file.path, hashlib.sha256(file.make()).hexdigest())
"""


@pytest.mark.slow
def test_the_same_bytes_in_another_process_zone_and_folder() -> None:
    prints = []
    for zone, seed in (("UTC", "1"), ("Pacific/Auckland", "2")):
        environment = {
            **os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "hooks"),
        }  # fmt: skip
        command = [sys.executable, "-c", _IN_ANOTHER_PROCESS, str(ROOT / "tests" / "book")]
        run = subprocess.run(command, capture_output=True, text=True, env=environment, cwd="/")
        assert run.returncode == 0, run.stderr
        prints.append(run.stdout)
    assert prints[0] == prints[1]
    assert prints[0].count("\n") == len(edition_files(tiny()))


def test_the_date_is_the_editions_and_not_the_clocks() -> None:
    with pikepdf.open(io.BytesIO(book_pdf(tiny()))) as pdf:
        made = str(pdf.docinfo["/CreationDate"])
    assert made.startswith(f"D:{tiny().edition.date:%Y%m%d}120000")


def test_markup_of_other_languages_is_only_letters() -> None:
    text = text_of(book_pdf(hostile()))
    squeezed = text.replace(" ", "")
    for words in HOSTILE:
        assert words.replace(" ", "") in squeezed, words


def test_a_letter_the_typeface_lacks_is_named_with_its_field() -> None:
    with pytest.raises(EditionRefused) as refused:
        book_pdf(with_step(tiny(), what=Prose("Ring 漢 i dag.")))
    problem = refused.value
    assert (problem.kind, problem.name) == ("model", tiny().models[0].id)
    assert problem.path == ("phases", 0, "steps", 0, "what")
    assert "漢" in problem.reason
    assert "U+6F22" in problem.reason


def test_a_table_that_is_too_wide_is_named_with_its_field() -> None:
    book = tiny()
    form = book.forms[0]
    section = form.sections[0]
    table = section.fields[0].model_copy(update={
        "type": "table",
        "columns": tuple(_column(n) for n in range(12)),
    })  # fmt: skip
    sections = (section.model_copy(update={"fields": (_as_table(table),)}), *form.sections[1:])
    wide = dataclasses.replace(book, forms=(form.model_copy(update={"sections": sections}),))
    with pytest.raises(EditionRefused) as refused:
        book_pdf(wide, Volume.FORMS)
    assert (refused.value.kind, refused.value.name) == ("form", form.id)
    assert refused.value.path == ("sections", 0, "fields", 0)


def test_what_typst_refuses_is_traced_to_its_entry() -> None:
    model = tiny().models[0]
    phase = f"{model.id}/{model.phases[1].id}"
    good = _chunk(Place("model", model.id, "kjernen"), [_heading("Godt"), _paragraph("Ja")])
    bad = _chunk(Place("phase", phase), [_paragraph({"kind": "ukjent"})])
    with pytest.raises(EditionRefused) as refused:
        printed(_job([_heading("Prøve"), good, bad]))
    assert (refused.value.kind, refused.value.name) == ("model", model.id)
    assert refused.value.path == ("phases", 1)


def test_a_way_to_nowhere_in_the_web_is_still_a_book() -> None:
    book = with_step(tiny(), what=Prose("Se [her](https://example.org/a?b=c&d=%20)."))
    assert book_pdf(book).startswith(b"%PDF")


def test_a_leaf_that_does_not_fit_is_refused() -> None:
    told = _chunk(Place("role", "fadder"), [_heading("Prøve"), *[_paragraph("Ord " * 200)] * 60])
    job = _job([told])
    leaf = dataclasses.replace(
        job,
        template="leaf",
        more={"paper": "a4", "side": 16, "columns": 1, "opening": 0, "site": "x", "codes": []},
    )
    with pytest.raises(EditionRefused, match="én side"):
        fitted(leaf, Place("role", "fadder"), pages=1, sizes=(10.0, 9.0))


def test_a_warning_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    bent = typesetter._templates() | {
        "book.typ": b'#set document(title: "x")\n#set text(font: "Finnes ikke")\n#title()\nHei'
    }
    monkeypatch.setattr(typesetter, "_templates", lambda: bent)
    with pytest.raises(NotTypeset, match="unknown font"):
        typesetter.typeset("book", {}, tiny().edition.date)


def test_without_typst_nothing_is_made_and_one_sentence_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typesetter, "typst", None)
    monkeypatch.setitem(sys.modules, "typst", None)
    assert not available()
    assert edition_files(tiny()) == ()
    with pytest.raises(TypesetterMissing, match="Windows på Arm"):
        typesetter.typeset("book", {}, tiny().edition.date)


def test_files_have_plain_names() -> None:
    names = {file.path for file in edition_files(tiny())}
    edition = tiny().edition.edition
    assert f"last-ned/bok/inkluderingshandboka-{edition}.pdf" in names
    for model in tiny().models:
        assert {f"last-ned/modeller/{model.id}.pdf", f"last-ned/notat/{model.id}.pdf"} <= names


def test_the_writers_version_is_stable() -> None:
    assert version_of_writers() == version_of_writers()
    assert len(version_of_writers()) == 16


def test_letters_survive() -> None:
    book = with_step(tiny(), title="Spør áđŋšŧž om «lønn» – § 5")
    assert letters_of("Spør áđŋšŧž om lønn 5") in letters_of(text_of(book_pdf(book)))


def _job(nodes: list[Node]) -> PrintJob:
    return PrintJob(
        template="book",
        book=tiny(),
        title="Prøve",
        description="Prøve",
        foot="Prøve",
        tree=Tree(nodes),
        more={"cover": None, "contents": False},
    )


def _heading(words: str) -> Node:
    return {"kind": "heading", "level": 1, "content": [words], "label": "", "over": ""}


def _paragraph(words: str | Node) -> Node:
    return {"kind": "paragraph", "content": [words], "mark": None}


def _chunk(place: Place, nodes: list[Node]) -> Node:
    return {"kind": "section", "place": list(place), "content": nodes}


def _column(number: int) -> object:
    return Column.model_validate(
        {"id": f"kolonne_{number}", "label": "Oppfølgingssamtale", "type": "text"}
    )


def _as_table(field: object) -> object:
    assert isinstance(field, Field)
    return field.model_copy(update={"type": FieldType.TABLE, "rows": 2, "options": ()})
