"""What the handbook owes those who use the last edition: nothing vanishes or changes unsaid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from handbook.codes import finding
from handbook.editing.release import (
    FrozenForm,
    FrozenModel,
    Release,
    ReleaseDamagedError,
    fields_of,
    fingerprint,
    last_release,
    release_file,
)
from handbook.findings import Finding, Place
from handbook.model.form import Form
from handbook.model.former import Named, named_in
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel


class _Placed(Protocol):
    def place(self, path: KeyPath, *, key: bool = False) -> Place: ...


class _Read(Protocol):
    @property
    def handbook(self) -> Handbook | None: ...

    @property
    def places(self) -> Mapping[tuple[str, str], _Placed]: ...


Where = Callable[..., Place]
_F = TypeVar("_F", FrozenModel, FrozenForm)
_WORDS = {
    "model": "modellen", "form": "skjemaet", "role": "rollen", "term": "ordet",
    "theme": "temaet", "source": "kilden", "rule": "regelen",
    "instrument": "virkemiddelet", "routine": "rutinen", "finding": "funnet",
}  # fmt: skip
_RETIRE = {
    "model": "legg tilbake mappa, og trekk modellen med «make retire»",
    "form": "legg skjemaet tilbake, og trekk det med «make retire»",
    "role": "legg rollen tilbake, og trekk den med «make retire»",
    "term": "legg ordet tilbake, og sett «replaced_by» til ordet som brukes nå",
    "theme": "legg temaet tilbake, og trekk det med «make retire»",
    "source": "legg kilden tilbake, og trekk den med «make retire»",
    "finding": "legg funnet tilbake, og fyll ut «unused_because» hvis det ikke brukes lenger",
}


def release_findings(root: Path, reading: _Read) -> list[Finding]:
    """What has changed since the last edition without being told. None when nothing is released."""
    book = reading.handbook
    if book is None:
        return []
    try:
        release = last_release(root)
    except ReleaseDamagedError as error:
        return [finding("V13", Place(str(error)), "fila med en tidligere utgave kan ikke leses",
                        fix="hent den tilbake fra Git; den endres aldri")]  # fmt: skip
    if release is None:
        return []
    return compared(book, release, _finder(reading))


def _finder(reading: _Read) -> Where:
    def where(kind: str, name: str, *path: str | int) -> Place:
        return reading.places[kind, name].place(path)

    return where


def compared(book: Handbook, release: Release, where: Where) -> list[Finding]:
    """Hold a handbook against the last edition."""
    found = [
        *_vanished(book, release),
        *_forms_changed(book, release, where),
        *_models_changed(book, release, where),
    ]
    return sorted(found)


def _vanished(book: Handbook, release: Release) -> Iterator[Finding]:
    kept: dict[str, Collection[str]] = defaultdict(set, finding=book.finding_by_id)
    for one in named_in(book):
        kept[one.kind] = {*kept[one.kind], *_spelled(one)}
    published: dict[str, Mapping[str, object]] = {
        "model": release.models, "form": release.forms, **release.entries
    }  # fmt: skip
    for kind, names in published.items():
        for name in names:
            if name not in kept[kind]:
                yield finding(
                    "V10", Place(_home(kind, name)),
                    f"{_WORDS[kind]} «{name}» er borte, men står i utgave {release.edition}",
                    fix=_RETIRE[kind],
                )  # fmt: skip
    for model, frozen in _models(book, release):
        for step in frozen.steps:
            gone = f"{model.id}/{step}" not in kept["step"]
            if gone and not _told_since(model, frozen):
                yield finding(
                    "V10", Place(f"model/{model.id}/process.yml"),
                    f"steget «{step}» i modellen «{model.id}» er borte, men står i utgave "
                    f"{release.edition}",
                    fix="legg steget tilbake, eller hev «version:» og fortell det under «changes:»",
                )  # fmt: skip


def _models(book: Handbook, release: Release) -> Iterator[tuple[InclusionModel, FrozenModel]]:
    """The models of the edition that are here still, by whatever id."""
    for model in book.models:
        frozen = _as_it_was(release.models, model)
        if frozen:
            yield model, frozen


def _as_it_was(published: Mapping[str, _F], noun: InclusionModel | Form) -> _F | None:
    """What the edition has of a thing, under the id it had then."""
    names = (noun.id, *noun.former_ids)
    return next((published[name] for name in names if name in published), None)


def _spelled(one: Named) -> Iterator[str]:
    """A name as it is and as it was; a step too where its model was called otherwise."""
    yield one.name
    for old in one.former:
        yield f"{one.inside}/{old}" if one.inside else old


def _home(kind: str, name: str) -> str:
    return {
        "model": f"model/{name}/model.yml",
        "form": f"forms/{name}.yml",
        "role": "model/roles.yml",
        "term": "model/glossary.yml",
        "theme": f"model/themes/{name}.yml",
        "source": f"model/sources/{name}.yml",
        "rule": f"model/rules/{name}.yml",
        "instrument": f"model/instruments/{name}.yml",
        "routine": f"model/routines/{name}.yml",
        "finding": "model/sources",
    }[kind]


def _told_since(noun: InclusionModel | Form, frozen: FrozenModel | FrozenForm) -> bool:
    return noun.version != frozen.version


def _forms_changed(book: Handbook, release: Release, where: Where) -> Iterator[Finding]:
    for form in book.forms:
        frozen = _as_it_was(release.forms, form)
        if frozen and not _told_since(form, frozen) and fields_of(form) != frozen.fields:
            yield finding(
                "V11", where("form", form.id, "version"),
                f"feltene i skjemaet «{form.id}» er endret, men versjonen er fortsatt "
                f"{form.version}",
                found=f"som i utgave {release.edition}",
                fix="hev «version:», og fortell hva som er nytt under «changes:»",
            )  # fmt: skip


def _models_changed(book: Handbook, release: Release, where: Where) -> Iterator[Finding]:
    roles = {old: role.id for role in book.roles for old in role.former_ids}
    for model, frozen in _models(book, release):
        if fingerprint(model) == frozen.content or _told_since(model, frozen):
            continue
        changed = list(_major(model, frozen, roles))
        if changed:
            yield finding(
                "V12", where("model", model.id, "version"),
                f"modellen «{model.id}» har fått en stor endring som ikke er fortalt",
                found="; ".join(changed[:3]) + (" …" if changed[3:] else ""),
                fix="hev «version:», og fortell det under «changes:» med «size: major»",
            )  # fmt: skip


def _major(model: InclusionModel, frozen: FrozenModel, roles: Mapping[str, str]) -> Iterator[str]:
    """Changes that ask somebody to do something differently; `roles` are called otherwise now."""
    for step in model.steps:
        then = next((one for one in (step.id, *step.former_ids) if one in frozen.steps), "")
        if not then:
            yield f"nytt steg «{step.id}»"
        elif _now(frozen.accountable.get(then, ""), roles) != step.responsibility.accountable:
            yield f"steget «{step.id}» har ny ansvarlig"


def _now(role: str, roles: Mapping[str, str]) -> str:
    return roles.get(role, role)


def address_findings(root: Path, now: Collection[str]) -> list[Finding]:
    """Addresses of the last edition that lead nowhere any more; asked when the pages are made."""
    try:
        release = last_release(root)
    except ReleaseDamagedError:
        return []  # told by release_findings
    if release is None:
        return []
    kept = set(now)
    return [
        finding(
            "V13", Place(release_file(release.edition)),
            f"adressen «{address}» er borte, men står i utgave {release.edition}",
            fix="legg siden tilbake",
        )
        for address in release.addresses
        if address not in kept
    ]  # fmt: skip
