"""What stands around everything that is told: notices above, version and file below."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from handbook.document.blocks import (
    Blocks,
    Fact,
    Facts,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Section,
    said,
)
from handbook.document.inline import Quiet, Ref, Strong, Words
from handbook.document.linker import Linker
from handbook.model.form import Change, Form
from handbook.model.inclusion_model import InclusionModel, Status
from handbook.model.noun import Retirement
from handbook.model.upkeep import overdue
from handbook.model.versions import PrintedVersion
from handbook.norwegian import unbroken_date

_STATUS = {
    Status.DRAFT: "Teksten er ikke ferdig.",
    Status.CONSULTATION: "Eierne har ikke bekreftet teksten ennå.",
    Status.UNDER_REVISION: "Modellen er under endring. Sjekk hva som gjelder før dere bruker den.",
}


def notices(linker: Linker, model: InclusionModel, today: dt.date | None) -> Blocks:
    """What the reader must know before reading on, whole; `today` is None on paper."""
    return tuple(_notices(linker, model, today))


def notices_in_short(linker: Linker, model: InclusionModel, today: dt.date | None) -> Blocks:
    """The same where it is told whole further down: of the past only the first sentence."""
    return tuple(_shortened(linker, model, one) for one in _notices(linker, model, today))


def _shortened(linker: Linker, model: InclusionModel, notice: Notice) -> Notice:
    if notice.kind != "historical" or model.historical is None:
        return notice
    first = linker.first_sentence(model.historical.note)
    return replace(notice, words=(*notice.words[:2], *first))


def _notices(linker: Linker, model: InclusionModel, today: dt.date | None) -> Iterator[Notice]:
    yield from withdrawn(linker, "model", model.withdrawn)
    yield from past(linker, model)
    if model.status in _STATUS:
        words = _bold(f"{model.status.label}.", (_STATUS[model.status],))
        yield Notice(model.status.value, words)
    if today and overdue(model, today):
        yield _late(model)


def past(linker: Linker, model: InclusionModel) -> tuple[Notice, ...]:
    """That it tells of something that was, and what that means for whoever reads."""
    if model.historical is None:
        return ()
    title = f"Historisk: {model.historical.period}."
    return (Notice("historical", _bold(title, linker.words(model.historical.note))),)


def _late(model: InclusionModel) -> Notice:
    assert model.review_by is not None
    title = f"Skulle vært gjennomgått innen {unbroken_date(model.review_by)}."
    rest = "Innholdet kan fortsatt være riktig. Sjekk tall, satser og regler før dere bruker dem."
    return Notice("overdue", _bold(title, (rest,)))


def withdrawn(linker: Linker, kind: str, gone: Retirement | None) -> tuple[Notice, ...]:
    """That something is no longer in use: since when, why, and what took over."""
    return (Notice("withdrawn", withdrawn_words(linker, kind, gone)),) if gone else ()


def withdrawn_words(linker: Linker, kind: str, gone: Retirement) -> Words:
    """The same as a line."""
    words = _bold(f"Trukket tilbake {unbroken_date(gone.date)}.", linker.words(gone.reason))
    if gone.replaced_by:
        words = (*words, " Bruk ", linker.to(kind, gone.replaced_by), " i stedet.")
    return words


def warnings(linker: Linker, model: InclusionModel, today: dt.date | None) -> Blocks:
    """The same in a word, on pages deep inside a model."""
    if model.withdrawn:
        title = f"Modellen er trukket tilbake {unbroken_date(model.withdrawn.date)}."
        instead = ", og hva dere kan bruke i stedet" if model.withdrawn.replaced_by else ""
        why = Ref(linker.to("model", model.id).place, f"Les hvorfor{instead}")
        return (Notice("withdrawn", _bold(title, (why, "."))),)
    return (_late(model),) if today and overdue(model, today) else ()


def _bold(title: str, rest: Words) -> Words:
    return Strong((title,)), " ", *rest


def foot(noun: InclusionModel | Form, *files: str) -> Facts:
    """Which version it is, who has gone through it, and the files where an editor changes it."""
    by: tuple[_Row, ...] = ()
    when: tuple[_Row, ...] = ()
    if isinstance(noun, InclusionModel):
        by = (("Sist verifisert", verified(noun)),)
        when = (("Gjennomgås innen", unbroken_date(noun.review_by)),) if noun.review_by else ()
    return _foot(*by, _versioned(noun), *when, *_filed(files))


def brief_foot(noun: InclusionModel | Form | None, *files: str) -> Facts:
    """The version and the files, for pages that lead to where more is told."""
    version = (("Versjon", named_version(noun)),) if noun else ()
    return _foot(*version, *_filed(files))


def named_version(noun: InclusionModel | Form) -> str:
    """What a sheet of it is known by."""
    return f"{noun.id} {noun.version}"


_Row = tuple[str, str]


def _foot(*rows: _Row) -> Facts:
    return Facts(tuple(Fact(term, said(words)) for term, words in rows), "foot")


def _versioned(noun: InclusionModel | Form) -> _Row:
    since = unbroken_date(noun.valid_from)
    return "Versjon", f"{named_version(noun)}, gjelder fra {since}"


def _filed(files: tuple[str, ...]) -> tuple[_Row, ...]:
    title = "Kildefil" if len(files) == 1 else "Kildefiler"
    return ((title, ", ".join(files)),) if files else ()


def verified(model: InclusionModel) -> str:
    """When a model was last gone through by its owners, and by whom."""
    if not model.last_verified:
        return "Ikke verifisert av eieren ennå"
    by = f" av {model.verified_by}" if model.verified_by else ""
    return unbroken_date(model.last_verified) + by


def versions(
    linker: Linker, noun: InclusionModel | Form, known: tuple[PrintedVersion, ...]
) -> Section:
    """Whether a sheet somebody has on paper still holds, and what is new since."""
    told = ItemList(tuple(_version(linker, noun, one) for one in known), kind="versions")
    return Section("Har du en utskrift?", (told,), "versjoner")


def _version(linker: Linker, noun: InclusionModel | Form, one: PrintedVersion) -> Item:
    if noun.withdrawn:
        since = unbroken_date(noun.withdrawn.date)
        words = (Strong((f"Versjon {one.number} gjelder ikke.",)), f" Trukket tilbake {since}.")
        return Item(said(words), anchor=f"v{one.number}")
    if one.holds:
        since = unbroken_date(noun.valid_from)
        words = (Strong((f"Versjon {one.number} er gjeldende",)), f" fra {since}.")
        return Item(said(words), anchor=f"v{one.number}")
    told = Strong((f"Versjon {one.number} er erstattet av {noun.version}.",))
    if not one.changed:
        return Item(said((told,)), anchor=f"v{one.number}")
    blocks = (Paragraph((told, " Dette er endret:")), changes(linker, one.changed))
    return Item(blocks, anchor=f"v{one.number}")


def changes(linker: Linker, made: tuple[Change, ...]) -> ItemList:
    """What changed, newest first."""
    return ItemList(tuple(_change(linker, one) for one in reversed(made)), kind="changes")


def _change(linker: Linker, change: Change) -> Item:
    when = Quiet((unbroken_date(change.date),), "when")
    return Item(said((when, " ", *change_words(linker, change))), before=change.version)


def change_words(linker: Linker, change: Change) -> Words:
    """What is new, how large the change is, and for whom."""
    small = (" ", Quiet((f"{change.size.label}.",), "affects"))
    words: Words = (*linker.words(change.what), *small)
    if not change.affects:
        return words
    return (*words, " ", Quiet(("Gjelder ", *linker.roles(change.affects), "."), "affects"))
