"""Zip files of forms: per model, per phase, and all of them, each with a LESMEG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from handbook.kept import Cache
from handbook.model.form import Form
from handbook.model.handbook import Handbook
from handbook.model.ids import slug_of
from handbook.model.inclusion_model import InclusionModel
from handbook.model.process import Phase
from handbook.publishing.zipping import Packed, packed, zipped

FOLDER = "last-ned/skjemapakker"
FormBytes = Mapping[str, Mapping[str, bytes]]
"""Form id → site path → bytes."""


class Package(NamedTuple):
    """One zip: where it lies, what it is called, and which forms are in it.

    One for a `later` phase is for those who are there already; lists of all leave it out.
    """

    path: str
    title: str
    forms: tuple[Form, ...]
    content: bytes
    later: bool = False


def packages(book: Handbook, made: FormBytes, cache: Cache | None = None) -> tuple[Package, ...]:
    """All packages: everything, then each model and its phases, the first as the start pack."""
    packer = _Packer(book, made, cache or Cache())
    return tuple(package for package in packer.packages() if package.forms)


class _Packer:
    def __init__(self, book: Handbook, made: FormBytes, cache: Cache) -> None:
        self.book = book
        self.made = made
        self.cache = cache
        self.known: dict[bytes, Packed] = {}

    def packages(self) -> Iterator[Package]:
        yield self.package(
            "alle-skjemaer", "Alle skjemaer", self.book.valid_forms, _about_all(self.book)
        )
        for model in self.book.models:
            forms = self.forms(model.forms)
            name = f"Alle skjemaene i {model.short_title}"
            yield self.package(model.id, name, forms, _about(model, forms))
            for number, phase in enumerate(model.phases, 1):
                yield self.of_phase(model, phase, number)

    def of_phase(self, model: InclusionModel, phase: Phase, number: int) -> Package:
        forms = self.forms(dict.fromkeys(form for step in phase.steps for form in step.forms))
        start = "startpakke" if number == 1 else f"fase-{number}-{slug_of(phase.title)}"
        word = "Startpakke" if number == 1 else f"Fase {number}"
        title = f"{word} for {model.short_title}: {phase.title}"
        made = self.package(f"{model.id}-{start}", title, forms, _about(model, forms, phase))
        return made._replace(later=number > 1)

    def forms(self, ids: Iterable[str]) -> tuple[Form, ...]:
        return tuple(self.book.form_by_id[i] for i in ids if i in self.book.form_by_id)

    def package(self, name: str, title: str, forms: Iterable[Form], about: str) -> Package:
        kept = tuple(form for form in forms if self.made.get(form.id))
        edition = self.book.edition
        head = f"{title}\nFra {edition.title}, utgave {edition.edition}\n{edition.site_url}\n\n"
        files = {"LESMEG.txt": (head + about).encode("utf-8-sig")}
        for form in kept:
            for path, content in self.made[form.id].items():
                if not path.endswith(".json"):
                    files[path.rpartition("/")[2]] = content
        path = f"{FOLDER}/{name}.zip"
        content = self.cache.get_or_make(
            path,
            (list(files.items()), edition.date),
            lambda: zipped(files, edition.date, self.once),
        )
        return Package(path, title, kept, content)

    def once(self, content: bytes) -> Packed:
        """A file compressed; most lie in several packages."""
        if content not in self.known:
            self.known[content] = packed(content)
        return self.known[content]


def _about_all(book: Handbook) -> str:
    lines = [f"{form.id} {form.title}: {form.purpose.plain}" for form in book.valid_forms]
    return _closing("\n".join(lines))


def _about(model: InclusionModel, forms: tuple[Form, ...], phase: Phase | None = None) -> str:
    wanted = {form.id: form for form in forms}
    lines = []
    for step in phase.steps if phase else model.steps:
        used = [form for form in step.forms if form in wanted]
        if used:
            number = list(model.step_by_id).index(step.id) + 1
            lines.append(f"Steg {number}. {step.title}")
            lines += [f"  {wanted[form].id} {wanted[form].title}" for form in used]
    return _closing("Skjemaene i den rekkefølgen stegene bruker dem:\n\n" + "\n".join(lines))


def _closing(text: str) -> str:
    return (
        f"{text}\n\nHvert skjema ligger som PDF og som Word. Begge kan fylles ut på skjermen.\n"
        "Registre ligger også som Excel.\n"
        "Filer som ender på «-eksempel», er oppdiktede eksempler på utfylte skjemaer.\n"
        "Fyll ut på egen maskin. Skjemaene sendes ikke til håndboka.\n"
        "Sjekk versjonen nederst på skjemaet mot siden på nettet før dere bruker det.\n"
    )
