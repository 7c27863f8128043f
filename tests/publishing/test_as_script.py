"""A Word file as a script: the script and the letters beside it are the whole file."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile

from handbook.document.places import WORD_LETTERS
from handbook.forms.word_package import blank_document, finished_paper
from handbook.publishing.as_script import beside
from project import real_reading

_BASE64 = re.compile(r'handbookBlank\("([A-Za-z0-9+/=]+)"\);\n')


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def paper(title: str) -> bytes:
    book = real_reading().handbook
    assert book
    document = blank_document()
    document.add_paragraph(title, style="Title")
    return finished_paper(document, title, "prøve", "1.0", book.edition)


def test_letters_lie_once_and_nothing_is_lost() -> None:
    made = {"a/en.docx": paper("En"), "a/to.docx": paper("To"), "a/en.pdf": b"%PDF"}
    scripts = beside(made)
    assert set(scripts) == {"a/en.docx.js", "a/to.docx.js", WORD_LETTERS}
    shared = json.loads(scripts[WORD_LETTERS].decode()[len("handbookWordLetters(") : -len(");\n")])
    letters = {name: base64.b64decode(part) for name, part in shared.items()}
    assert letters
    for path in ("a/en.docx", "a/to.docx"):
        found = _BASE64.fullmatch(scripts[f"{path}.js"].decode())
        assert found
        blank = parts(base64.b64decode(found[1]))
        assert not blank.keys() & letters.keys()
        assert blank | letters == parts(made[path])


def test_the_same_file_gives_the_same_script_and_without_word_files_there_is_none() -> None:
    made = {"a/en.docx": paper("En")}
    assert beside(made) == beside(made)
    assert beside({"a/en.pdf": b"%PDF"}) == {}
