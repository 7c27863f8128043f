"""LibreOffice opens every Word form and keeps every word, also answers of several lines."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

import pytest
import real_forms
import small_forms
from reading_files import word_text

from handbook.forms.word import form_word

PROMPT = '<w:t xml:space="preserve">Skriv her</w:t><w:br/><w:br/>'
ANSWER = "<w:t>første linje</w:t><w:br/><w:t>andre linje</w:t>"


@pytest.mark.slow
def test_every_form_opens_without_loss(tmp_path: Path) -> None:
    wanted = {}
    for form in (*real_forms.forms(), small_forms.form()):
        file = form_word(form, real_forms.edition(), real_forms.titles())
        wanted[form.id] = Counter(word_text(file).split())
        (tmp_path / f"{form.id}.docx").write_bytes(file)
    answered = _answered((tmp_path / "SKJ-99.docx").read_bytes())
    (tmp_path / "besvart.docx").write_bytes(answered)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path),
         *map(str, sorted(tmp_path.glob("*.docx")))],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    for form_id, words in wanted.items():
        found = Counter((tmp_path / f"{form_id}.txt").read_text("utf-8-sig").split())
        assert not words - found, (form_id, words - found)
    text = (tmp_path / "besvart.txt").read_text("utf-8-sig")
    assert "første linje\nandre linje" in text


def _answered(file: bytes) -> bytes:
    """With the long question answered on two lines, as the page's script writes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                assert content.count(PROMPT) == 1
                content = content.replace(PROMPT, ANSWER)
            target.writestr(name, content.encode("utf-8", "surrogateescape"))
    return out.getvalue()
