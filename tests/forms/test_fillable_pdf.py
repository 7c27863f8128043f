from __future__ import annotations

import io
import subprocess

import pikepdf
import pytest
import real_forms
import small_forms
from filling import filled
from reading_files import pdf_fields, pdf_values

from handbook.book.typesetter import packed
from handbook.forms.fillable_pdf import form_pdf
from handbook.forms.problem import FormNotLaidOut
from handbook.forms.typesetting import typeset_form
from handbook.forms.typst_text import form_values
from handbook.forms.widgets import page_count
from handbook.model.field_names import names
from handbook.model.form import Form

MARGIN = 20 / 25.4 * 72 - 1
RIGHT = 190 / 25.4 * 72 + 1


def made(form: Form) -> bytes:
    return form_pdf(form, real_forms.edition(), real_forms.titles())


@pytest.fixture(scope="module")
def small() -> bytes:
    return made(small_forms.form())


def opened(file: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(file))


def text(file: bytes) -> str:
    run = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=file, capture_output=True, check=True
    )
    return run.stdout.decode("utf-8")


def elements(node: pikepdf.Object, kind: str) -> int:
    """How many structure elements of a kind there are below."""
    if not isinstance(node, pikepdf.Dictionary):
        return sum(elements(kid, kind) for kid in node) if isinstance(node, pikepdf.Array) else 0
    below = elements(node.K, kind) if "/K" in node else 0
    return below + (node.get("/S") == kind)


@real_forms.every_form_and()
def test_every_form_is_accessible_by_its_own_account(form_id: str) -> None:
    form = next(form for form in real_forms.forms() if form.id == form_id)
    with opened(made(form)) as pdf:
        root = pdf.Root
        assert str(root.Lang) == "nb-NO"
        assert {str(o.Lang) for o in pdf.objects if _has(o, "/Lang")} == {"nb-NO"}
        assert bool(root.MarkInfo.Marked)
        assert str(pdf.docinfo.Title) == form.title
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        widgets = [a for page in pdf.pages for a in page.obj.get("/Annots", []) if _widget(a)]
        assert all(str(widget.TU) for widget in widgets)
        assert all(float(w.Rect[0]) > MARGIN and float(w.Rect[2]) < RIGHT for w in widgets)
        assert elements(root.StructTreeRoot.K, pikepdf.Name.Form) == len(widgets)
        assert elements(root.StructTreeRoot.K, pikepdf.Name.H1) == len(form.sections) + bool(
            form.privacy
        )
        assert all(page.obj.Tabs == pikepdf.Name.S for page in pdf.pages)
        fonts = [o for o in pdf.objects if _has(o, "/FontName")]
        assert fonts
        assert all("/FontFile2" in f or "/FontFile3" in f for f in fonts)
        assert "outlines" in str(root.keys()).lower()


def _has(thing: pikepdf.Object, key: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and key in thing


def _widget(annotation: pikepdf.Object) -> bool:
    return bool(annotation.get("/Subtype") == pikepdf.Name.Widget)


def test_no_field_is_left_a_link(small: bytes) -> None:
    assert b"felt:" not in small
    with opened(small) as pdf:
        links = [a.A.URI for page in pdf.pages for a in page.obj.Annots if "/A" in a]
        assert [str(link) for link in links] == ["https://example.org/a"]


def test_tooltips_and_required_marks_reach_the_fields(small: bytes) -> None:
    fields = pdf_fields(small)
    assert str(fields["day"].TU) == "Dag. Dato, dd.mm.åååå. Må fylles ut"
    required = {name for name, field in fields.items() if int(field.get("/Ff", 0)) & 2}
    assert required == {"name", "day", "read"}


def test_typing_stops_where_a_box_is_full_and_nothing_is_cut(small: bytes) -> None:
    typed = [field for field in pdf_fields(small).values() if field.get("/FT") == "/Tx"]
    assert typed
    assert all(int(field.Ff) & 1 << 23 for field in typed)
    assert not any("/MaxLen" in field for field in typed)


def test_fields_come_in_the_order_of_the_form(small: bytes) -> None:
    assert list(pdf_fields(small)) == [name.name for name in names(small_forms.form())]


def test_what_one_fills_in_with_pdfium_reads_back(small: bytes) -> None:
    answers = {
        "name": "Åse Sørbø «æøå»",
        "story": "Første linje.\nAndre linje: ÆØÅ é",
        "day": "22.11.2026",
        "hours": "7,5",
        "way/1": True,
        "tools.coat": True,
        "read": True,
        "plan.1.what": "Rydde på lageret",
        "plan.2.how": 2,
        "plan.2.done": True,
        "duties.2.does": "Hjelper",
    }
    values = pdf_values(filled(small, answers))
    assert values.pop("story").split() == answers["story"].split()
    assert {name: value for name, value in values.items() if value not in ("", "Off")} == {
        "name": "Åse Sørbø «æøå»", "day": "22.11.2026", "hours": "7,5", "way": "badly",
        "tools.coat": "Ja", "read": "Ja", "plan.1.what": "Rydde på lageret",
        "plan.2.how": "together", "plan.2.done": "Ja", "duties.2.does": "Hjelper",
    }  # fmt: skip


def test_northern_sami_letters_are_in_the_typing_font(small: bytes) -> None:
    font = pdf_fields(small)["name"]
    encoding = font.AP.N.Resources.Font["/AHN"].Encoding
    named = {str(item) for item in encoding.Differences if isinstance(item, pikepdf.Name)}
    assert {"/ccaron", "/dcroat", "/eng", "/tbar", "/Eng"} <= named


def test_conditions_are_printed(small: bytes) -> None:
    assert "Hvis svaret er «Dårlig» på «Hvordan gikk det?»:" in text(small)


def test_a_paper_copy_is_known_by_its_foot(small: bytes) -> None:
    words = text(small)
    edition = real_forms.edition().edition
    assert f"SKJ-99 · versjon 1.0, 22.11.2026 · utgave {edition} · side 1 av 2" in words
    assert "/skjema/SKJ-99.html" in words


def test_rich_text_is_set_as_lists_and_links(small: bytes) -> None:
    with opened(small) as pdf:
        tree = pdf.Root.StructTreeRoot.K
        assert elements(tree, pikepdf.Name.L) == 2
        assert elements(tree, pikepdf.Name.Link) == 1
        assert elements(tree, pikepdf.Name.Figure) == 1


def test_text_from_yaml_is_never_code() -> None:
    words = "".join(text(made(small_forms.hostile_form())).split())
    for hostile in small_forms.HOSTILE:
        assert words.count("".join(hostile.split())) >= 2, hostile


def test_a_long_table_breaks_and_repeats_its_head() -> None:
    field = {
        "id": "log", "label": "Logg", "type": "table", "rows": 40,
        "columns": [{"id": "what", "label": "Hendelse", "type": "text"}],
    }  # fmt: skip
    file = made(small_forms.form([field]))
    with opened(file) as pdf:
        assert len(pdf.pages) >= 2
        assert elements(pdf.Root.StructTreeRoot.K, pikepdf.Name.THead) == 1
    assert text(file).count("Hendelse") == len(opened(file).pages)


def test_a_last_page_with_next_to_nothing_is_drawn_in() -> None:
    for count in range(5, 30):
        fields = [{"id": f"q_{n}", "label": "Spørsmål", "type": "text"} for n in range(count)]
        form = small_forms.form(fields)
        values = form_values(form, real_forms.edition(), {})
        if page_count(typeset_form(values, day=real_forms.edition().date)) == 2:
            break
    assert len(opened(made(form)).pages) == 1


def test_a_form_is_the_same_after_the_book_has_been_packed(small: bytes) -> None:
    packed(small)
    assert made(small_forms.form()) == small


def test_same_nouns_give_same_bytes(small: bytes) -> None:
    made(small_forms.hostile_form())
    assert made(small_forms.form()) == small


def refused(fields: list[dict[str, object]]) -> FormNotLaidOut:
    with pytest.raises(FormNotLaidOut) as caught:
        made(small_forms.form(fields))
    return caught.value


def test_a_letter_the_font_lacks_is_named_with_its_field() -> None:
    problem = refused([{"id": "odd", "label": "Skriv 漢字 her", "type": "text"}])
    assert problem.field_id == "odd"
    assert "«漢» (U+6F22)" in problem.reason


def test_a_word_wider_than_the_page_is_named_with_its_field() -> None:
    problem = refused([{"id": "wide", "label": "Å" * 90, "type": "text"}])
    assert problem.field_id == "wide"
    assert "bredere enn arket" in problem.reason


def test_too_many_answers_for_a_page_are_named_with_their_field() -> None:
    options = [{"id": f"a_{n}", "label": f"Svar nummer {n} " + "og mer " * 12} for n in range(60)]
    problem = refused([{"id": "many", "label": "Velg", "type": "choice", "options": options}])
    assert problem.field_id == "many"
    assert "høyere enn en side" in problem.reason


def test_too_many_columns_are_named_with_their_field() -> None:
    columns = [{"id": f"c_{n}", "label": "Overskrift", "type": "text"} for n in range(9)]
    problem = refused([{"id": "wide", "label": "Tabell", "type": "table", "columns": columns}])
    assert problem.field_id == "wide"
    assert "mm" in problem.reason


def test_a_form_just_wide_enough_is_laid_out() -> None:
    columns = [{"id": f"c_{n}", "label": "Overskrift", "type": "text"} for n in range(6)]
    assert made(small_forms.form([{"id": "t", "label": "T", "type": "table", "columns": columns}]))
