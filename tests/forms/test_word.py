from __future__ import annotations

import io
import re
import time
import zipfile

import pytest
import real_forms
import small_forms
from docx import Document
from reading_files import W, word_controls, word_part, word_text

from handbook.forms.problem import FormNotLaidOut
from handbook.forms.word import form_word
from handbook.forms.word_xml import _PROMPTS
from handbook.model.form import Form
from handbook.model.form_texts import AFTERWARDS
from project import ROOT


def made(form: Form) -> bytes:
    return form_word(form, real_forms.edition(), real_forms.titles())


@pytest.fixture(scope="module")
def small() -> bytes:
    return made(small_forms.form())


def test_each_kind_of_question_is_a_control_of_its_kind(small: bytes) -> None:
    controls = word_controls(small)
    kinds = {
        name: [child.tag.rpartition("}")[2] for child in properties][-1]
        for name, properties in controls.items()
    }
    assert kinds["name"] == "text"
    assert kinds["day"] == "date"
    assert kinds["way"] == "dropDownList"
    assert kinds["read"] == "checkbox"
    assert kinds["plan.1.how"] == "dropDownList"
    assert kinds["tools.coat"] == "checkbox"


def test_dates_are_picked_in_norwegian(small: bytes) -> None:
    date = word_controls(small)["day"].find(f"{W}date")
    assert date is not None
    assert date.find(f"{W}lid").get(f"{W}val") == "nb-NO"
    assert date.find(f"{W}dateFormat").get(f"{W}val") == "dd.MM.yyyy"


@pytest.mark.slow
def test_controls_have_a_name_for_screen_readers_within_the_limit(small: bytes) -> None:
    for form in (small_forms.form(), *real_forms.forms()):
        for name, control in word_controls(made(form)).items():
            alias = control.find(f"{W}alias").get(f"{W}val")
            assert 0 < len(alias) <= 64, (form.id, name)


def test_control_ids_are_unique(small: bytes) -> None:
    ids = [c.find(f"{W}id").get(f"{W}val") for c in word_controls(small).values()]
    assert len(ids) == len(set(ids))


def test_headings_tables_and_language_are_real(small: bytes) -> None:
    document = Document(io.BytesIO(small))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["Alt", AFTERWARDS]
    assert [p.text for p in document.paragraphs if p.style.name == "Title"] == ["Prøveskjema"]
    assert document.core_properties.title == "Prøveskjema"
    assert document.core_properties.language == "nb-NO"
    assert len(document.tables) == 2
    body = word_part(small, "word/document.xml")
    assert len(list(body.iter(f"{W}tblHeader"))) == 2
    assert len(list(body.iter(f"{W}tblCaption"))) == 2
    languages = {e.get(f"{W}val") for e in word_part(small, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {"nb-NO"}


def test_protection_lets_tab_move_between_answers(small: bytes) -> None:
    settings = [child.tag for child in word_part(small, "word/settings.xml")]
    protection = settings.index(f"{W}documentProtection")
    assert protection < settings.index(f"{W}defaultTabStop")
    assert settings.index(f"{W}zoom") < settings.index(f"{W}embedTrueTypeFonts") < protection


def test_the_typeface_goes_with_the_file(small: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(small)) as parts:
        fonts = [name for name in parts.namelist() if name.endswith(".odttf")]
        assert len(fonts) == 2
        assert not parts.read(fonts[0]).startswith(b"\x00\x01\x00\x00")


def test_the_foot_says_which_copy_it_is(small: bytes) -> None:
    foot = word_part(small, "word/footer1.xml")
    words = "".join(text.text or "" for text in foot.iter(f"{W}t"))
    edition = real_forms.edition().edition
    assert words.startswith(f"SKJ-99 · versjon 1.0, 22.11.2026 · utgave {edition} · side ")


def test_numbered_lists_start_again() -> None:
    info = {"type": "info", "text": "1. en\n2. to"}
    fields = [{"id": f"i_{n}", "label": "Slik", **info} for n in range(2)]
    body = word_part(made(small_forms.form(fields)), "word/document.xml")
    numbers = [e.get(f"{W}val") for e in body.iter(f"{W}numId")]
    assert len(set(numbers)) == 2
    assert len(numbers) == 4


def test_text_from_yaml_is_never_markup() -> None:
    words = word_text(made(small_forms.hostile_form()))
    for hostile in small_forms.HOSTILE:
        assert hostile in words


def test_same_nouns_give_same_bytes_at_another_time(small: bytes) -> None:
    time.sleep(2.1)  # a zip archive counts in steps of two seconds
    assert made(small_forms.form()) == small


def test_a_name_too_long_for_word_is_named_with_its_field() -> None:
    field = {
        "id": "a" * 40, "label": "Tabell", "type": "table", "rows": 1,
        "columns": [{"id": "b" * 40, "label": "Kolonne", "type": "text"}],
    }  # fmt: skip
    with pytest.raises(FormNotLaidOut) as caught:
        made(small_forms.form([field]))
    assert caught.value.field_id == "a" * 40
    assert "64" in caught.value.reason


@real_forms.every_form_and()
def test_every_form_opens_in_python_docx(form_id: str) -> None:
    form = next(form for form in real_forms.forms() if form.id == form_id)
    document = Document(io.BytesIO(made(form)))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [*(section.title for section in form.sections), AFTERWARDS]


def test_the_page_knows_what_stands_where_nothing_is_answered() -> None:
    """LibreOffice drops the mark that says so; then only the words tell."""
    script = (ROOT / "hooks/theme/assets/js/form-word.js").read_text(encoding="utf-8")
    (listed,) = re.findall(r"const PROMPTS = \[(.*)\];", script)
    words = set(re.findall(r"'([^']*)'", listed))
    assert words == {*_PROMPTS.values(), "Skriv her", ""}
