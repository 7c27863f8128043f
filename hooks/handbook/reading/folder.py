"""The project's folders → one handbook, all findings, and the place of every value."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from handbook.document.hand_written import HandWritten
from handbook.findings import Finding, Place, told_with
from handbook.kept import Cache
from handbook.model.decision import Decision
from handbook.model.example import Example
from handbook.model.field_titles import with_titles
from handbook.model.form import Form
from handbook.model.handbook import Edition, Handbook
from handbook.model.ids import FORM_PATTERN, SLUG_PATTERN, KeyPath
from handbook.model.inclusion_model import MODEL_FILES, InclusionModel
from handbook.model.instrument import Instrument
from handbook.model.noun import Noun, must
from handbook.model.people import Role, Term, Theme
from handbook.model.routine import Routine
from handbook.model.rule import Rule
from handbook.model.search_words import SearchWords
from handbook.model.source import Source
from handbook.model.transclusion import Teller, in_all
from handbook.model.wording import Wording
from handbook.programme import digest_of
from handbook.reading.by_hand import read_by_hand
from handbook.reading.docs_folder import (
    PAGE,
    is_published,
    name_findings,
    picture_findings,
)
from handbook.reading.plain_files import NotPlainError, TooBigError, files_below, plain_bytes
from handbook.reading.typed import typed
from handbook.reading.yaml_source import (
    KnownFile,
    YamlFile,
    read_yaml,
    report_conflict,
    too_big,
)

_N = TypeVar("_N", bound=Noun)


class RoleList(Noun):
    """The file roles.yml."""

    roles: tuple[Role, ...] = must("Roller", "Alle roller i håndboka.")


class TermList(Noun):
    """The file glossary.yml."""

    terms: tuple[Term, ...] = must("Ordliste", "Alle ord i håndboka.")


@dataclass
class Places:
    """Where things stand: one file, or the files of a model read as one."""

    documents: list[YamlFile]
    prefix: KeyPath = ()

    def document_of(self, path: KeyPath) -> YamlFile:
        """The file that holds the first key of a path; the file it belongs in when it is absent."""
        if len(self.documents) == 1:
            return self.documents[0]
        for document in self.documents:
            if path and document.has(path[0]):
                return document
        homes = (d for d in self.documents if path and path[0] in _fields_of(d))
        return next(homes, self.documents[0])

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """Place of a value or its key, counted from where this noun begins."""
        whole = (*self.prefix, *path)
        return self.document_of(whole).place(whole, key=key)

    def near(self, path: KeyPath, piece: str) -> Place:
        """Where a piece of a text stands; the place of the text when it is not written so."""
        whole = (*self.prefix, *path)
        return self.document_of(whole).near(whole, piece)

    def line_text(self, place: Place) -> str:
        """The line as the editor wrote it."""
        for document in self.documents:
            if document.file == place.file and 0 < place.line <= len(document.lines):
                return document.lines[place.line - 1]
        return ""


@dataclass
class Reading:
    """What came out of the folders. `handbook` is None when some file could not become nouns."""

    handbook: Handbook | None
    findings: list[Finding]
    readable: Handbook | None = None
    """What could be read, whole or not; None when even `handbook.yml` could not."""
    unread: set[str] = field(default_factory=set)
    """Kinds of which something could not be read."""
    places: dict[tuple[str, str], Places] = field(default_factory=dict)
    """(`model` | `form` | `role` | `term` | `theme` | `source` | `rule` |
    `edition`, id) → its places."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Every file read, by its path from the project root."""
    by_hand: list[HandWritten] = field(default_factory=list)
    """Pages that somebody writes in `docs/`, in sorted order."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Pictures in `docs/`, by their address on the site."""
    _known: dict[str, bytes] = field(default_factory=dict)

    def written(self, kind: str, name: str) -> bytes:
        """What tells whether an entry is what it was: its files, and those of rules it asks for."""
        files = [document.file for document in self.places[kind, name].documents]
        if any(b"regel:" in self.files[one] for one in files):
            files += self._rule_files
        return digest_of(map(self.known, files))

    @cached_property
    def _rule_files(self) -> list[str]:
        rules = (places for (kind, _), places in self.places.items() if kind == "rule")
        return [document.file for places in rules for document in places.documents]

    def known(self, file: str) -> bytes:
        """A number for the name and the bytes of a file."""
        if file not in self._known:
            self._known[file] = digest_of((file.encode(), self.files[file]))
        return self._known[file]


def read_handbook(root: Path, cache: Cache | None = None, *, libyaml: bool = True) -> Reading:
    """Read `model/` and `forms/` under a project root, in sorted order.

    Everything is read before anything is reported: one broken file does not hide the next. With a
    `cache`, files with the bytes they had give the values and the nouns they gave.
    """
    return _Reader(root, cache or Cache(), libyaml).run()


class _Reader:
    def __init__(self, root: Path, cache: Cache, libyaml: bool) -> None:
        self.root = root
        self.cache = cache
        self.libyaml = libyaml
        self.parser = b"libyaml" if libyaml else b"python"
        self.out = Reading(None, [])
        self.whole = True
        self.named_twice = False

    def run(self) -> Reading:
        edition = self.one("model/handbook.yml", Edition, "edition")
        models = tuple(self.models())
        forms = tuple(self.many("forms", Form, "form"))
        roles = self.listed("model/roles.yml", RoleList, "roles", "role")
        terms = self.listed("model/glossary.yml", TermList, "terms", "term")
        themes = tuple(self.many("model/themes", Theme, "theme"))
        sources = tuple(self.many("model/sources", Source, "source"))
        rules = tuple(self.many("model/rules", Rule, "rule"))
        instruments = tuple(self.many("model/instruments", Instrument, "instrument"))
        routines = tuple(self.many("model/routines", Routine, "routine"))
        examples = tuple(self.many("model/examples", Example, "example"))
        search = self.search_words()
        decision = self.decision()
        words = self.words()
        self.report_unread()
        self.docs()
        self.out.findings = [told_with(with_titles, one) for one in self.out.findings]
        if edition:
            told = (models, forms, roles, terms, themes, sources, search, rules, instruments,
                    routines)  # fmt: skip
            made = self.with_rules(
                Handbook(edition, *told, decision=decision, examples=examples, words=words)
            )
            self.out.readable = made
            self.out.handbook = made if self.whole else None
        return self.out

    def with_rules(self, book: Handbook) -> Handbook:
        """The handbook with rules in their own words; only what is new is made anew."""
        teller = Teller(book.rules)
        kept = Cache() if self.named_twice else self.cache

        def told(kind: str, noun: Any) -> Any:
            if not self.asks_for_rules(kind, noun):
                return noun
            id_ = getattr(noun, "id", "")
            given = (b"told", self.parser, id_.encode(), self.out.written(kind, id_))
            return self.cache.get_or_make(
                (Teller, kind, id_), (noun, book.rules),
                lambda: kept.from_bytes(given, lambda: teller.noun(noun)),
            )  # fmt: skip

        return in_all(book, told)

    def asks_for_rules(self, kind: str, noun: Any) -> bool:
        """Whether one of the files of an entry holds `regel:`, which is quickly seen."""
        places = self.out.places[kind, getattr(noun, "id", "")]
        return any(b"regel:" in self.out.files[one.file] for one in places.documents)

    def document(self, file: Path) -> YamlFile:
        name = self.name(file)
        data = self.content(file, name)
        if data is None:
            return YamlFile(name)
        self.out.files[name] = data
        document = self.cache.get_or_make(
            (read_yaml, name), (self.libyaml, data), lambda: self.yaml(data, name)
        )
        self.out.findings += document.findings
        return document

    def yaml(self, data: bytes, name: str) -> YamlFile:
        @cache
        def read() -> YamlFile:
            return read_yaml(data, name, libyaml=self.libyaml)

        def known() -> tuple[Any, list[Finding]]:
            made = read()
            return made.value, made.findings

        def spot(find: Callable[[], Place], sought: str) -> Place:
            return self.cache.from_bytes((b"place", *given, sought.encode()), find)

        given = (b"yaml", self.parser, self.out.known(name))
        return KnownFile(name, *self.cache.from_bytes(given, known), read, spot)

    def content(self, file: Path, name: str) -> bytes | None:
        try:
            return plain_bytes(file, self.root)
        except OSError as error:
            self.closed(name, error)
        except NotPlainError as error:
            self.out.files[name] = b""
            self.elsewhere(error)
        except TooBigError as error:
            self.whole = False
            self.out.files[name] = b""
            self.out.findings.append(too_big(name, error.size))
        return None

    def elsewhere(self, error: NotPlainError) -> None:
        """Tell of what is no plain file of this project."""
        self.whole = False
        name = self.name(error.path)
        told = Finding(
            Place(name), "Y14", f"«{name}» er {error.what}",
            fix="legg selve fila der, som en vanlig fil i en vanlig mappe",
        )  # fmt: skip
        if told not in self.out.findings:  # a linked folder is met once for each file in it
            self.out.findings.append(told)

    def name(self, file: Path) -> str:
        """Path from the project root; a byte that is no letter is written as its number."""
        path = file.relative_to(self.root).as_posix()
        return path.encode("utf-8", "backslashreplace").decode()

    def closed(self, name: str, error: OSError) -> None:
        """Tell of a file that is not there, or a file or folder that this machine will not open."""
        self.whole = False
        if isinstance(error, (FileNotFoundError, NotADirectoryError, IsADirectoryError)):
            told = Finding(Place(name), "N10", f"fila {name} mangler", fix="opprett fila")
        else:
            self.out.files[name] = b""
            told = Finding(
                Place(name), "Y13", f"«{name}» kan ikke åpnes",
                fix="gi deg selv lov til å lese den, eller lukk programmet som holder på den",
            )  # fmt: skip
        self.out.findings.append(told)

    def yaml_files(self, folder: Path) -> list[Path]:
        try:
            return _yaml_files(folder)
        except OSError as error:
            self.closed(self.name(folder), error)
            return []

    def noun(self, kind: type[_N], value: Any, places: Places) -> _N | None:
        read = tuple((d.file, self.out.files[d.file]) for d in places.documents)
        noun, findings = self.cache.get_or_make(
            (kind, tuple(name for name, _ in read)), (self.libyaml, read),
            lambda: self.cache.from_bytes(
                (b"noun", self.parser, kind.__name__.encode(), *self.given(places)),
                lambda: typed(kind, value, places),
            ),
        )  # fmt: skip
        self.out.findings += findings
        if noun is None:
            self.whole = False
        return noun

    def given(self, places: Places) -> Iterator[bytes]:
        """The files that an entry is read from."""
        return (self.out.known(document.file) for document in places.documents)

    def one(self, name: str, kind: type[_N], word: str) -> _N | None:
        document = self.document(self.root / name)
        if document.value is None:
            self.whole = False
            return None
        places = Places([document])
        self.out.places[word, ""] = places
        return self.noun(kind, document.value, places)

    def search_words(self) -> SearchWords:
        """A handbook may do without; then people find it by its own words."""
        name = "model/search.yml"
        if not (self.root / name).is_file():
            return SearchWords()
        return self.one(name, SearchWords, "search") or SearchWords()

    def decision(self) -> Decision | None:
        """A handbook may do without; then it has no chooser."""
        name = "model/decision.yml"
        return self.one(name, Decision, "decision") if (self.root / name).is_file() else None

    def words(self) -> Wording:
        """A handbook may do without; then any word will do."""
        name = "model/words.yml"
        if not (self.root / name).is_file():
            return Wording()
        found = self.one(name, Wording, "words")
        if found is None:
            self.missed("words")
        return found or Wording()

    def many(self, folder: str, kind: type[_N], word: str) -> Iterator[_N]:
        for file in self.yaml_files(self.root / folder):
            document = self.document(file)
            places = Places([document])
            readable = document.value is not None
            noun = self.noun(kind, document.value, places) if readable else None
            if noun is None:
                self.missed(word)
            else:
                self.remember(word, noun, places)
                self.named_after(file, noun, places)
                yield noun

    def listed(self, name: str, kind: type[_N], key: str, word: str) -> tuple[Any, ...]:
        whole = self.one(name, kind, word)
        if whole is None:
            self.missed(word)
        items: tuple[Any, ...] = getattr(whole, key, ())
        base = self.out.places.get((word, ""))
        for number, item in enumerate(items):
            if base:
                self.remember(word, item, Places(base.documents, (key, number)))
        return items

    def models(self) -> Iterator[InclusionModel]:
        for folder in sorted(p.parent for p in (self.root / "model").glob("*/model.yml")):
            model = self.model(folder)
            if model is not None:
                yield model

    def model(self, folder: Path) -> InclusionModel | None:
        documents: list[YamlFile] = []
        merged: dict[str, Any] = {}
        broken = False
        for file in self.yaml_files(folder):
            document = self.document(file)
            part = MODEL_FILES.get(file.name)
            if part is None:
                self.out.findings.append(Finding(
                    Place(document.file), "N11", f"fila «{file.name}» hører ikke til i en modell",
                    found="kjente filer: " + ", ".join(MODEL_FILES),
                    fix="gi fila et av navnene over",
                ))  # fmt: skip
                continue
            if document.value is None:
                broken = True
                continue
            documents.append(document)
            for key, value in document.value.items():
                if key not in part.model_fields and key in InclusionModel.model_fields:
                    self.misplaced(document, key)
                merged.setdefault(key, value)
        documents.sort(key=lambda d: list(MODEL_FILES).index(d.file.rsplit("/", 1)[1]))
        if broken or not documents:
            self.missed("model")
            self.parts(documents)
            return None
        places = Places(documents)
        model = self.noun(InclusionModel, merged, places)
        if model is None:
            self.missed("model")
        else:
            self.remember("model", model, places)
            self.named_after(folder, model, places)
        return model

    def parts(self, documents: list[YamlFile]) -> None:
        """What is wrong in the files of a model that can be read, while another cannot."""
        for document in documents:
            part = MODEL_FILES[document.file.rsplit("/", 1)[1]]
            elsewhere = InclusionModel.model_fields.keys() - part.model_fields.keys()
            own = {key: value for key, value in document.value.items() if key not in elsewhere}
            self.noun(part, own, Places([document]))

    def missed(self, word: str) -> None:
        """Note that something of a kind could not be read."""
        self.whole = False
        self.out.unread.add(word)

    def misplaced(self, document: YamlFile, key: str) -> None:
        home = next(name for name, part in MODEL_FILES.items() if key in part.model_fields)
        self.out.findings.append(Finding(
            document.place((key,), key=True), "N12", f"feltet «{key}» hører til i {home}",
            fix=f"flytt det til {home} i samme mappe",
        ))  # fmt: skip

    def report_unread(self) -> None:
        """A YAML file that nothing reads is a page that somebody believes is published."""
        for folder in ("model", "forms"):
            try:
                for file in files_below(self.root / folder, self.root):
                    self.unread(file, self.name(file))
            except NotPlainError as error:
                self.elsewhere(error)
            except OSError as error:
                self.closed(folder, error)

    def unread(self, file: Path, name: str) -> None:
        if name in self.out.files:
            return
        if file.is_symlink():
            self.content(file, name)
        elif file.suffix.lower() in (".yml", ".yaml"):
            self.out.findings.append(Finding(
                Place(name), "N11", f"fila «{name}» blir ikke lest",
                found="en modell er en mappe med fila model.yml; skjemaer ligger i forms/",
                fix="flytt fila dit den hører til, eller slett den",
            ))  # fmt: skip
        elif file.suffix in (".txt", ".json") and not name.startswith("model/schemas/"):
            self.merged_by_git(file, name)

    def merged_by_git(self, file: Path, name: str) -> None:
        """The word list and what a release wrote down meet other changes as the YAML files do."""
        data = self.content(file, name) or b""
        if b"<<<<<<<" in data or b">>>>>>>" in data:
            document = YamlFile(name)
            report_conflict(data.decode("utf-8", "replace"), document)
            self.out.findings += document.findings

    def docs(self) -> None:
        """Pages and pictures that people lay in `docs/`; a link is refused wherever it lies."""
        try:
            for file in files_below(self.root / "docs", self.root):
                name = self.name(file)
                if file.is_symlink() or is_published(name.removeprefix("docs/")):
                    self.in_docs(file, name)
        except NotPlainError as error:
            self.elsewhere(error)
        except OSError as error:
            self.closed("docs", error)

    def in_docs(self, file: Path, name: str) -> None:
        wrong = () if file.is_symlink() else tuple(name_findings(name))
        self.out.findings += wrong
        data = None if wrong else self.content(file, name)
        if data is None:
            return
        if file.suffix == PAGE:
            self.page_by_hand(name, data)
        else:
            self.out.findings += picture_findings(name, data)
            self.out.pictures[name.removeprefix("docs/")] = data

    def page_by_hand(self, name: str, data: bytes) -> None:
        page, findings = self.cache.get_or_make(
            (read_by_hand, name), data,
            lambda: self.cache.from_bytes(
                (b"page", name.encode(), data), lambda: read_by_hand(data, name)
            ),
        )  # fmt: skip
        self.out.findings += findings
        if page:
            self.out.by_hand.append(page)

    def remember(self, word: str, noun: Any, places: Places) -> None:
        first = self.out.places.get((word, noun.id))
        if first is not None:
            self.named_twice = True
            self.out.findings.append(Finding(
                places.place(("id",)), "H01", f"id-en «{noun.id}» er brukt to ganger",
                found=f"første gang i {first.place(('id',))}", fix="gi den ene en ny id",
            ))  # fmt: skip
            return
        self.out.places[word, noun.id] = places

    def named_after(self, path: Path, noun: Any, places: Places) -> None:
        """Others point to the id: a name that is none gives way, a copy gets its own id."""
        ending = path.suffix if path.is_file() else ""
        name, what = path.name.removesuffix(ending), "fila" if ending else "mappa"
        if noun.id == name:
            return
        could_be = re.fullmatch(FORM_PATTERN if isinstance(noun, Form) else SLUG_PATTERN, name)
        copied = (path.parent / f"{noun.id}{ending}").exists()
        fix = f"gi {what} navnet «{noun.id}{ending}»"
        if could_be:
            fix = f"skriv «{name}»" + (
                "; id og navn skal være like" if copied else f" som id, eller {fix}"
            )
        elif copied:
            fix = f"er dette en kopi, sletter du {what}; ellers gir du den en ny id og samme navn"
        self.out.findings.append(Finding(
            places.place(("id",)), "H02", f"id-en «{noun.id}» er ikke lik navnet på {what}",
            found=path.name, fix=fix,
        ))  # fmt: skip


def _fields_of(document: YamlFile) -> Container[str | int]:
    part = MODEL_FILES.get(document.file.rsplit("/", 1)[-1])
    return part.model_fields if part else ()


def _yaml_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(f for f in folder.iterdir() if f.suffix in (".yml", ".yaml") and _is_there(f))


def _is_there(file: Path) -> bool:
    """A file, or a link where one should be, which is told of when it is read."""
    return file.is_file() or file.is_symlink()
