from __future__ import annotations

import io
import subprocess
import time
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
import real_forms
import small_forms
from reading_files import word_part

from handbook.forms.excel import form_excel
from handbook.forms.file_kinds import has_workbook
from handbook.model.field_names import names
from handbook.model.form import FieldType, Form

CSV = "59,34,76,1,,0,false,true,false,false,false,1"
"""Semicolons, UTF-8, the first sheet only."""

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def made(form: Form) -> bytes:
    return form_excel(form, real_forms.edition(), real_forms.titles())


def register() -> Form:
    fields = [
        {"id": "owner", "label": "Ansvarlig", "type": "text"},
        {"id": "checked", "label": "Sjekket", "type": "date"},
        {"id": "people", "label": "Hvem er inne?", "type": "table", "rows": 20, "columns": [
            {"id": "number", "label": "Nummer", "type": "text"},
            {"id": "start", "label": "Start", "type": "date"},
            {"id": "planned_end", "label": "Slutt", "type": "date"},
            {"id": "status", "label": "Status", "type": "choice", "options": [
                {"id": "on", "label": "I gang"}, {"id": "off", "label": "Ferdig"}]}]},
        {"id": "ended", "label": "Ferdige", "type": "table", "rows": 20, "columns": [
            {"id": "number", "label": "Nummer", "type": "text"},
            {"id": "actual_end", "label": "Sluttet", "type": "date"}]},
    ]  # fmt: skip
    return small_forms.form(fields, kind="register")


def workbook(file: bytes) -> ElementTree.Element:
    return word_part(file, "xl/workbook.xml")


def sheet_names(file: bytes) -> list[str]:
    return [str(sheet.get("name")) for sheet in workbook(file).iter(f"{S}sheet")]


def test_only_registers_have_a_workbook() -> None:
    assert has_workbook(register())
    assert not has_workbook(small_forms.form())


def test_each_table_has_a_sheet_and_the_overview_comes_first() -> None:
    assert sheet_names(made(register())) == [
        "Oversikt", "Skjema", "Hvem er inne", "Ferdige", "Lister"
    ]  # fmt: skip


def test_lists_dates_and_deadlines_are_checked() -> None:
    sheet = word_part(made(register()), "xl/worksheets/sheet3.xml")
    rules = [rule.get("type") for rule in sheet.iter(f"{S}dataValidation")]
    assert rules == ["date", "date", "list"]
    formulas = [rule.findtext(f"{S}formula") for rule in sheet.iter(f"{S}cfRule")]
    assert len(formulas) == 1
    assert '$C5<>"",$C5<TODAY()' in str(formulas[0])


def test_the_overview_counts_who_is_in_now() -> None:
    sheet = word_part(made(register()), "xl/worksheets/sheet1.xml")
    formulas = [cell.findtext(f"{S}f") or "" for cell in sheet.iter(f"{S}c")]
    inside = next(formula for formula in formulas if "COUNTIFS" in formula)
    assert "'Hvem er inne'!$B$5:$B$1000<=TODAY()" in inside
    assert "Ferdige!$B$5" in inside.replace("'", "")


@pytest.mark.slow
def test_the_overview_counts_right_in_libreoffice(tmp_path: Path) -> None:
    """Four people: one in, one not started, one ended, one overdue."""
    file = tmp_path / "register.xlsx"
    file.write_bytes(_with_rows(made(register())))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
         "--convert-to", f"csv:Text - txt - csv (StarCalc):{CSV}",
         "--outdir", str(tmp_path), str(file)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    text = next(tmp_path.glob("*.csv")).read_text(encoding="utf-8")
    counted = dict(line.rsplit(";", 1) for line in text.splitlines() if line.count(";") == 1)
    assert counted["Rader i bruk"]
    assert counted["Inne nå"] == "2"
    assert counted["Slutt: fristen er ute"] == "1"
    assert counted["Status: I gang"] == "3"


def _with_rows(file: bytes) -> bytes:
    """The workbook with rows typed in, as numbers of days and plain strings."""
    past, future, now = 44000, 73000, 45000
    people = [
        ("1", past, future, "I gang"), ("2", future, future, "I gang"),
        ("3", past, past, "Ferdig"), ("4", past, now, "I gang"),
    ]  # fmt: skip
    ended = [("3", past)]
    sheets = {
        "xl/worksheets/sheet1.xml": [],
        "xl/worksheets/sheet3.xml": people,
        "xl/worksheets/sheet4.xml": ended,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, _filled(data, sheets[name]) if name in sheets else data)
    return out.getvalue()


def _filled(sheet: bytes, rows: list[tuple[object, ...]]) -> bytes:
    """With the stored results away, so that LibreOffice counts anew as Excel does."""
    tree = ElementTree.fromstring(sheet)
    for cell in tree.iter(f"{S}c"):
        if cell.find(f"{S}f") is not None:
            cell.remove(cell.find(f"{S}v"))
    cells = {cell.get("r"): cell for cell in tree.iter(f"{S}c")}
    for at, row in enumerate(rows, 5):
        for letter, value in zip("ABCD", row, strict=False):
            cell = cells[f"{letter}{at}"]
            if isinstance(value, str):
                cell.set("t", "inlineStr")
                ElementTree.SubElement(ElementTree.SubElement(cell, f"{S}is"), f"{S}t").text = value
            else:
                ElementTree.SubElement(cell, f"{S}v").text = str(value)
    return ElementTree.tostring(tree)


def test_text_from_yaml_is_never_a_formula() -> None:
    file = made(small_forms.hostile_form(kind="register"))
    strings = ElementTree.tostring(word_part(file, "xl/sharedStrings.xml"), encoding="unicode")
    words = "".join(ElementTree.fromstring(strings).itertext())
    for hostile in small_forms.HOSTILE:
        assert hostile in words
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/sheet"):
                tree = ElementTree.fromstring(parts.read(name))
                formulas = [cell.text or "" for cell in tree.iter(f"{S}f")]
                assert not [f for f in formulas if "cmd" in f or "1+1" in f]


def test_plain_answers_have_the_names_of_the_form() -> None:
    for form in filter(has_workbook, real_forms.forms()):
        defined = {str(name.get("name")) for name in workbook(made(form)).iter(f"{S}definedName")}
        plain = {f"svar.{n.name}" for n in names(form) if n.field.type is not FieldType.TABLE}
        assert plain <= defined, form.id


def test_same_nouns_give_same_bytes_at_another_time() -> None:
    first = made(register())
    time.sleep(2.1)  # a zip archive counts in steps of two seconds
    assert made(register()) == first
