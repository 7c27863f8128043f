"""The one map of places: where every thing in the handbook stands. Addresses are permanent.

A path is an address without its ending, `modeller/ia-vikar/steg-laer-sammen`; each format adds its
own. `docs/decisions/0004` says why an address never changes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from handbook.model.form import Form
from handbook.model.ids import slug_of

FRONT = "index"
MODELS = "modeller/index"
CHOOSER = "modeller/velg"
COMPARISON = "modeller/sammenlign"
SMALL = "modeller/sma-virksomheter"
STATUS = "status-for-den-enkelte"
ROLES = "roller/index"
FORMS = "skjema/index"
FORM_FILES = "skjema/filer"
DATA = "form.js"
"""What a form as plain data ends with; a page opened from disk may load a script."""
EXAMPLE_FILES = "skjema/eksempler"
FILLED = "-eksempel"
"""What the address of a form as an example filled it in ends with."""
STARTING_POINT = "eksempel.js"
"""What the answers of an example end with, as a script that a form's page may load."""
FORMS_BY_STEP = "skjema/steg-for-steg"
"""Where a table of all forms and steps stood; each model's own list has them."""
HANDOVER = "skjema/overlevering"
THEMES = "tema/index"
GLOSSARY = "ordliste"
SOURCES = "kilder/index"
RULES = "regler/index"
INSTRUMENTS = "virkemidler/index"
ROUTINES = "rutiner/index"
QUALITY = "kvalitet"
NEWS = "nytt"
FEED = "nytt.xml"
PARTICIPANTS = "til-deg-som-deltar"
DOWNLOADS = "last-ned/index"
MEMOS = "notater"
ABOUT = "om"
SITE_PRIVACY = "personvern"
ACCESSIBILITY = "tilgjengelighet"
EDITING = "redaksjon/index"
CODES = "redaksjon/meldinger"
FIELDS = "redaksjon/felter"
WORD_CHOICES = "redaksjon/ordvalg"
RULES_IN_TEXTS = "redaksjon/reglene"

_PATHS = {
    "page": "{}",
    "model": "modeller/{}/index",
    "step": "modeller/{}/steg-{}",
    "phase": "modeller/{}/stegene",
    "part": "modeller/{}/{}",
    "role": "roller/{}",
    "duties": "roller/{}/{}",
    "form": "skjema/{}",
    "filled": f"skjema/{{}}{FILLED}",
    "theme": "tema/{}",
    "source": "kilder/{}",
    "rule": "regler/{}",
    "instrument": "virkemidler/{}",
    "memo": "virkemidler/{}-notat",
    "routine": "rutiner/{}",
    "term": GLOSSARY,
    "fields": "redaksjon/felter-{}",
}
"""Kind → path; a name with two parts, `ia-vikar/laer-sammen`, fills two gaps."""

_ANCHORS = {"term": "{}", "phase": "fase-{}"}
"""Kinds that are a spot on a page they share with others of their kind."""


class Place(NamedTuple):
    """A thing by kind and id; `anchor` is a spot inside it, as written on the block itself.

    The kind `page` takes a path, `file` a file's path with its ending, both from the site's root.
    """

    kind: str
    name: str
    anchor: str = ""

    @property
    def label(self) -> str:
        """`step:ia-vikar/laer-sammen`, and with a spot in it `source:rapport#S14`."""
        return f"{self.kind}:{self.name}" + (f"#{self.anchor}" if self.anchor else "")

    def at(self, anchor: str) -> Place:
        """A spot inside it."""
        return Place(self.kind, self.name, anchor)


def page(path: str, anchor: str = "") -> Place:
    """A page that is no noun, by its path."""
    return Place("page", path, anchor)


def file(path: str) -> Place:
    """A file that is no page, by its path with its ending."""
    return Place("file", path)


def as_script(place: Place) -> Place:
    """The same file as a script beside it, for a page that will change it."""
    return file(f"{place.name}.js")


WORD_LETTERS = f"{FORM_FILES}/bokstaver.js"
"""The letters that all Word files carry, for the scripts that fill them in."""


def form_file(form: Form, ending: str) -> Place:
    """A blank form as a file: `skjema/filer/SKJ-09-referat-fra-statusmote.pdf`."""
    return file(f"{FORM_FILES}/{form_stem(form)}.{ending}")


def filled_file(form_id: str) -> Place:
    """A form as an example filled it in: `skjema/eksempler/SKJ-09-eksempel.pdf`."""
    return file(f"{EXAMPLE_FILES}/{form_id}{FILLED}.pdf")


def form_stem(form: Form) -> str:
    """What the files of a form are called, without ending: `SKJ-09-referat-fra-statusmote`."""
    return f"{form.id}-{slug_of(form.title)}".rstrip("-")


@lru_cache(maxsize=200_000)
def path(place: Place) -> str:
    """The page that holds a place, without ending: `modeller/ia-vikar/steg-laer-sammen`."""
    if place.kind == "file":
        return place.name
    return _PATHS[place.kind].format(*place.name.split("/", 1 if place.kind != "page" else 0))


@lru_cache(maxsize=200_000)
def anchor(place: Place) -> str:
    """The spot on that page, or empty for the page as a whole."""
    if place.kind in _ANCHORS and not place.anchor:
        return _ANCHORS[place.kind].format(place.name.rpartition("/")[2])
    return place.anchor


@lru_cache(maxsize=200_000)
def message_place(model_id: str, step_id: str, message_id: str) -> Place:
    """Where a text to send stands in its step."""
    return Place("step", f"{model_id}/{step_id}", f"tekst-{message_id}")


def url(place: Place, ending: str = ".html") -> str:
    """The address from the site's root, with its anchor: `kilder/rapport.html#S14`."""
    spot = anchor(place)
    file = path(place) + ("" if place.kind == "file" else ending)
    return f"{file}#{spot}" if spot else file


@lru_cache(maxsize=200_000)
def relative(target: str, base: str) -> str:
    """The way from the page at path `base` to an address, both from the site's root."""
    file, hash_sign, spot = target.partition("#")
    here, there = base.split("/")[:-1], file.split("/")
    common = 0
    for one, two in zip(here, there[:-1], strict=False):
        if one != two:
            break
        common += 1
    steps = [".."] * (len(here) - common) + there[common:]
    return "/".join(steps) + hash_sign + spot
