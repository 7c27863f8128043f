"""Where every page lives. Addresses are permanent: what is written here is printed on paper.

A page is named by its path without ending, from the site's root: `modeller/ia-vikar/laer-sammen`.
Its source is that path with `.md`, its address that path with `.html` – the same on the web, on a
memory stick and in an exported tree.
"""

from __future__ import annotations

from functools import lru_cache

FRONT = "index"
MODELS = "modeller/index"
CHOOSER = "modeller/velg"
COMPARISON = "modeller/sammenlign"
ROLES = "roller/index"
FORMS = "skjema/index"
HANDOVER = "skjema/overlevering"
FORM_MATRIX = "skjema/steg-for-steg"
THEMES = "tema/index"
GLOSSARY = "ordliste"
SOURCES = "kilder/index"
QUALITY = "kvalitet"
STATUS = "status-for-den-enkelte"
PARTICIPANTS = "til-deg-som-deltar"
NEWS = "nytt"
DOWNLOADS = "last-ned/index"
CODES = "redaksjon/meldinger"
FIELDS = "redaksjon/felter"


def fields_of(kind: str) -> str:
    """The fields of one kind of file, in the editors' guide."""
    return f"redaksjon/felter-{kind}"


def model(model_id: str) -> str:
    """The overview of a model."""
    return f"modeller/{model_id}/index"


def step(model_id: str, step_id: str) -> str:
    """One step."""
    return f"modeller/{model_id}/steg-{step_id}"


def phase(model_id: str, phase_id: str) -> str:
    """One phase."""
    return f"modeller/{model_id}/fase-{phase_id}"


def part(model_id: str, name: str) -> str:
    """A page of a model beside its process, such as `resultater`."""
    return f"modeller/{model_id}/{name}"


def role(role_id: str) -> str:
    """One role across the models."""
    return f"roller/{role_id}"


def role_in_model(role_id: str, model_id: str) -> str:
    """One role in one model."""
    return f"roller/{role_id}/{model_id}"


def form(form_id: str) -> str:
    """One form, by the id printed on it."""
    return f"skjema/{form_id}"


def theme(theme_id: str) -> str:
    """One theme."""
    return f"tema/{theme_id}"


def source(source_id: str) -> str:
    """One source with its findings."""
    return f"kilder/{source_id}"


def term(term_id: str) -> str:
    """A word in the glossary; has an anchor."""
    return f"{GLOSSARY}#{term_id}"


@lru_cache(maxsize=200_000)
def relative(target: str, base: str, ending: str = ".html") -> str:
    """The way from one page to another, `../../roller/fadder.html`; anchors are kept.

    `base` is the page that holds the link. `ending` is `.md` in Markdown links, which engines
    resolve themselves, and `.html` in HTML.
    """
    path, hash_sign, anchor = target.partition("#")
    here, there = base.split("/")[:-1], path.split("/")
    common = 0
    for one, two in zip(here, there[:-1], strict=False):
        if one != two:
            break
        common += 1
    steps = [".."] * (len(here) - common) + there[common:]
    return "/".join(steps) + ending + hash_sign + anchor


def relative_file(target: str, base: str) -> str:
    """The way from a page to a file with an ending of its own, `../assets/x.js`."""
    return relative(target, base, "")
