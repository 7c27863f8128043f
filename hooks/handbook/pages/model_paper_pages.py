"""The papers of a model: its forms, and what is written down about personal data."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.blocks import Blocks, Files, Section
from handbook.pages.case_line import TAKES_DATE
from handbook.pages.in_model import InModel
from handbook.pages.page import Page
from handbook.sections.model_forms import model_forms_section
from handbook.sections.privacy import privacy_section

_PACKS = "last-ned/skjemapakker"
_PRIVACY_FILES = "last-ned/personvern"


def model_forms_page(of: InModel) -> Page:
    """The forms of a model, one by one and together."""
    files = _files(of, _PACKS)
    packs = (Section("Last ned samlet", files, "pakker"),) if files else ()
    return of.page(titles.MODEL_FORMS, model_forms_section(of.linker, of.model), below=packs)


def privacy_page(of: InModel) -> Page:
    """What must be written down about personal data, to read and to take away."""
    told = privacy_section(of.linker, of.model)
    scripts = (*TAKES_DATE, "assets/js/deletion.js")
    return of.page(titles.PRIVACY, told, above=_files(of, _PRIVACY_FILES), scripts=scripts)


def _files(of: InModel, folder: str) -> Blocks:
    found = of.context.downloads.named(folder, of.model.id)
    return (Files(found),) if found else ()
