from __future__ import annotations

import real_forms
import small_forms

from handbook.forms.file_kinds import downloads, key_of_files, version_of_writers
from handbook.forms.writers import write_form_files


def test_every_download_is_written_and_nothing_else() -> None:
    form = small_forms.form(kind="register")
    written = write_form_files(form, real_forms.edition())
    assert list(written) == [file.path for file in downloads(form)]
    assert [file.label for file in downloads(form)] == ["PDF", "Word", "Excel", "JSON Schema"]
    assert all(written.values())


def test_only_a_register_is_an_excel_file() -> None:
    assert [file.ending for file in downloads(small_forms.form())] == ["pdf", "docx", "json"]


def test_a_key_changes_with_what_is_printed_and_with_nothing_else() -> None:
    form, edition = small_forms.form(), real_forms.edition()
    key = key_of_files(form, edition, {"leder": "lederen", "fadder": "fadder"})
    assert key == key_of_files(form, edition, {"leder": "lederen", "fadder": "en annen"})
    assert key != key_of_files(form, edition, {"leder": "sjefen", "fadder": "fadder"})
    assert key != key_of_files(small_forms.form(title="Et annet"), edition, {"leder": "lederen"})
    later = edition.model_copy(update={"edition": "2027.1"})
    assert key != key_of_files(form, later, {"leder": "lederen"})


def test_the_version_of_the_writers_is_steady() -> None:
    assert version_of_writers() == version_of_writers()
    assert len(version_of_writers()) == 64
