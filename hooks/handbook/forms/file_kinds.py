"""Which files a form can be fetched as, what they are called, and when they are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from handbook.document.places import form_file
from handbook.fonts import BOLD, REGULAR
from handbook.model import field_names, form_texts
from handbook.model.form import Form, FormKind
from handbook.model.handbook import Edition

_PRINTED_OF_EDITION = {"title", "edition", "date", "site_url", "publishers"}
_LABELS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "json": "JSON Schema"}
_LIBRARIES = ("typst", "pikepdf", "fonttools", "segno", "python-docx", "lxml", "xlsxwriter")


@dataclass(frozen=True, slots=True)
class Download:
    """One file of a form."""

    path: str
    """From the site's root: `skjema/filer/SKJ-09-referat-fra-statusmote.pdf`."""
    ending: str
    label: str
    """What a reader calls the format."""


def downloads(form: Form) -> tuple[Download, ...]:
    """PDF, Word, Excel when it is a register, and the schema of its answers."""
    endings = ("pdf", "docx", "xlsx", "json") if has_workbook(form) else ("pdf", "docx", "json")
    return tuple(Download(form_file(form, end).name, end, _LABELS[end]) for end in endings)


def has_workbook(form: Form) -> bool:
    """Registers and result sheets are kept in Excel; other forms are filled in once."""
    return form.kind is FormKind.REGISTER


def key_of_files(form: Form, edition: Edition, titles: Mapping[str, str] | None = None) -> str:
    """Two forms with the same key have the same files; names a place in a cache."""
    known = titles or {}
    nouns = [
        form.model_dump_json(),
        edition.model_dump_json(include=_PRINTED_OF_EDITION),
        json.dumps({word: known[word] for word in _named_in(form) if word in known}),
    ]
    return hashlib.sha256("\0".join([version_of_writers(), *nouns]).encode()).hexdigest()


def _named_in(form: Form) -> list[str]:
    """Ids whose titles the files print."""
    texts = [form.purpose, *(field.text for field in form.fields)]
    texts += [section.intro for section in form.sections]
    texts += [form.official_form.text] if form.official_form else []
    texts += [form.privacy.purpose, form.privacy.deletion.text] if form.privacy else []
    references = {target for text in texts if text for target in text.references}
    bare = {target.rpartition(":")[2] for target in references}
    return sorted({*form.filled_in_by, *form.signed_by, *bare})


@lru_cache(maxsize=1)
def version_of_writers() -> str:
    """Changes with any line of the writers, the typeface or a library they stand on."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    shared = (here.parent / "lettering.py", REGULAR, BOLD, Path(form_texts.__file__),
              Path(field_names.__file__))  # fmt: skip
    for file in sorted([*here.glob("*.py"), *here.glob("*.typ"), *shared]):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\0".encode())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except ModuleNotFoundError:  # PackageNotFoundError is one
        return "missing"
