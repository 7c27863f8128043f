"""Whether the content is looked after: reviewed in time, changes told, and no personal data."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from handbook.checks.called import entry
from handbook.checks.walk import Owner
from handbook.checks.where import At, Where
from handbook.codes import finding
from handbook.findings import Finding
from handbook.model.form import Change, ChangeSize, Form
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel, Status

_MAIL = re.compile(
    r"@(?<=[\w.+-]@)(?<!\bpost@)(?<!postmottak@)(?<!firmapost@)(?<!kontakt@)(?<!redaksjon@)(?<!sikkerhet@)"
    r"(?<!personvern@)(?<!personvernombud@)(?<!\binfo@)[\w-]+(?:\.[\w-]+)+"
)
"""An address of somebody; an office's own mailbox names no person."""
_PHONE = re.compile(
    r"[2-9]\d(?:(?<![\w/=._-]\d\d)|(?<=\+47\d\d)|(?<=0047\d\d))"
    r"(?:\d{6}| \d\d \d\d \d\d|\d \d\d \d\d\d)(?![\w/=-]|[.,]\d)"
)
_SHARED_PHONES = frozenset({"55553333", "55553336"})
"""Nav's own lines, to everybody and to employers; nobody's person."""
_IDENTITY = re.compile(r"[0-7]\d(?<![\w/=._-]\d\d)\d{4} ?\d{5}(?![\w/=-])")


def every_model_is_reviewed_in_time(
    book: Handbook, where: Where, today: dt.date
) -> Iterator[Finding]:
    """En modell gjennomgås innen datoen som er satt."""
    for model in book.models:
        if model.status is not Status.WITHDRAWN and model.review_by and model.review_by < today:
            yield finding(
                "V01", where("model", model.id, "review_by"),
                f"modellen «{model.id}» skulle vært gjennomgått",
                found=f"innen {model.review_by.isoformat()}; i dag er det {today.isoformat()}",
                fix="gå gjennom modellen, og sett «last_verified:» og en ny «review_by:»",
            )  # fmt: skip


_Versioned = InclusionModel | Form


def _versioned(book: Handbook) -> Iterator[tuple[Owner, _Versioned]]:
    for model in book.models:
        yield ("model", model.id), model
    for form in book.forms:
        yield ("form", form.id), form


def _rank(version: str) -> tuple[int, ...]:
    parts = [int(part) for part in version.split(".")]
    return tuple(parts + [0] * (3 - len(parts)))


def every_new_version_tells_what_changed(book: Handbook, where: Where) -> Iterator[Finding]:
    """En versjon etter 1.0 har en melding om hva som er endret."""
    for owner, noun in _versioned(book):
        told = {_rank(change.version) for change in noun.changes}
        if _rank(noun.version) > (1, 0, 0) and _rank(noun.version) not in told:
            yield finding(
                "V02", where(*owner, "version"),
                f"{entry(*owner)} er i versjon {noun.version}, men ingen endring er fortalt",
                found="endringer: " + (", ".join(c.version for c in noun.changes) or "ingen"),
                fix=f'legg til «- version: "{noun.version}"» under «changes:», med dato og hva',
            )  # fmt: skip


def every_major_change_says_who_notices(book: Handbook, where: Where) -> Iterator[Finding]:
    """En endring som endrer bruken, sier hvilke roller den gjelder."""
    for place, name, change in _changes(book):
        if change.size is ChangeSize.MAJOR and not change.affects:
            yield finding(
                "V05", where(*place),
                f"versjon {change.version} av {name} endrer bruken, men sier ikke "
                "hvem den gjelder",
                found=change.what.plain[:80], fix="legg til «affects:» med id-er på roller",
            )  # fmt: skip


def _changes(book: Handbook) -> Iterator[tuple[At, str, Change]]:
    for owner, noun in _versioned(book):
        for at, change in enumerate(noun.changes):
            yield (*owner, "changes", at), entry(*owner), change


def nothing_done_has_a_date_to_come(
    book: Handbook, where: Where, today: dt.date
) -> Iterator[Finding]:
    """Det som er kontrollert, verifisert eller endret, har en dato som har vært."""
    for place, what, day in _past_days(book):
        if day > today:
            yield finding(
                "V03", where(*place), f"{what} har en dato i framtida",
                found=f"{day.isoformat()}; i dag er det {today.isoformat()}", fix="rett datoen",
            )  # fmt: skip


def _past_days(book: Handbook) -> Iterator[tuple[At, str, dt.date]]:
    for source in book.sources:
        name = f"kilden «{source.id}»"
        if source.checked:
            yield ("source", source.id, "checked"), f"«checked» i {name}", source.checked
        for at, one in enumerate(source.findings):
            if one.checked:
                spot = ("source", source.id, "findings", at, "checked")
                yield spot, f"«checked» på {one.id} i {name}", one.checked
    for model in book.models:
        if model.last_verified:
            yield (
                ("model", model.id, "last_verified"),
                f"«last_verified» i modellen «{model.id}»",
                model.last_verified,
            )
    for owner, noun in _versioned(book):
        for at, change in enumerate(noun.changes):
            yield (
                (*owner, "changes", at, "date"),
                f"endringen {change.version} av {entry(*owner)}",
                change.date,
            )


def every_model_has_its_dates_and_versions_in_order(
    book: Handbook, where: Where
) -> Iterator[Finding]:
    """En modell gjelder fra før den skal gjennomgås, og ingen endring er nyere enn versjonen."""
    for model in book.models:
        if model.review_by and model.review_by < model.valid_from:
            yield finding(
                "V06", where("model", model.id, "review_by"),
                f"modellen «{model.id}» skal gjennomgås før den gjelder",
                found=f"valid_from: {model.valid_from}, review_by: {model.review_by}",
                fix="rett en av datoene",
            )  # fmt: skip
    for owner, noun in _versioned(book):
        for at, change in enumerate(noun.changes):
            if _rank(change.version) > _rank(noun.version):
                yield finding(
                    "V06", where(*owner, "changes", at, "version"),
                    f"endringen {change.version} er nyere enn {entry(*owner)} selv",
                    found=f"version: {noun.version}",
                    fix=f'skriv «version: "{change.version}"» øverst, eller rett endringen',
                )  # fmt: skip


def every_verification_names_a_function(book: Handbook, where: Where) -> Iterator[Finding]:
    """Den som har verifisert en modell, er nevnt med funksjon."""
    for model in book.models:
        if model.last_verified and not model.verified_by:
            yield finding(
                "V07", where("model", model.id, "last_verified"),
                f"modellen «{model.id}» er verifisert, men ikke av noen",
                fix="legg til «verified_by:» med funksjonen, for eksempel «redaktør»",
            )  # fmt: skip
        elif model.verified_by and looks_like_a_name(model.verified_by):
            yield finding(
                "V07", where("model", model.id, "verified_by"),
                f"modellen «{model.id}» er verifisert av en person med navn",
                found=model.verified_by, fix="skriv funksjonen, for eksempel «redaktør»",
            )  # fmt: skip


_NAME = re.compile(r"[A-ZÆØÅ][a-zæøåé]+(?:[ -][A-ZÆØÅ][a-zæøåé.]*)+")
_FUNCTION = re.compile(
    r"\w*(?:ansvarlig|direktør|konsulent|koordinator|leder|redaktør|rådgiver|sjef)\b", re.I
)


def looks_like_a_name(text: str) -> bool:
    """Whether a text is a person's name, and not what the person does."""
    return bool(_NAME.fullmatch(text.strip())) and not _FUNCTION.match(text.strip())


def every_message_of_the_feed_is_named_by_its_owners(
    book: Handbook, where: Where
) -> Iterator[Finding]:
    """Meldingene i nyhetsstrømmen er navngitt med et domene utgiverne eier."""
    if not book.edition.feed_authority:
        yield finding(
            "V14", where("edition", "", "feed_authority"),
            "«Navn i nyhetsstrømmen» («feed_authority») er ikke bestemt",
            fix="legg til et domene utgiverne eier, og et år de eide det: "
            "«feed_authority: eksempel.no,2026»",
        )  # fmt: skip


def every_reader_has_somebody_to_tell(book: Handbook, where: Where) -> Iterator[Finding]:
    """Leseren har en adresse å si fra til."""
    if not book.edition.contact:
        yield finding(
            "V15", where("edition", "", "contact"),
            "«Kontakt» («contact») er ikke bestemt, så lesere har ingen å si fra til",
            fix="legg til en felles postkasse: «contact: mailto:redaksjonen@eksempel.no»",
        )  # fmt: skip


def no_text_has_personal_data(book: Handbook, where: Where) -> Iterator[Finding]:
    """Ingen tekst utenfor kildene har e-post, telefon eller fødselsnummer til personer."""
    for pattern, word, instead in (
        (_MAIL, "en e-postadresse", "skriv rollen i stedet, for eksempel «Nav-kontakten»"),
        (_PHONE, "et telefonnummer", "skriv rollen i stedet, eller et sentralbord"),
        (_IDENTITY, "noe som ligner et fødselsnummer", "ta det bort nå, også fra historikken"),
    ):
        for text, match in where.search(pattern):
            number = re.sub(r"\D", "", match[0])[-8:]
            shared = text.kind == "source" or text.path[-1:] == ("contact",)
            if not shared and number not in _SHARED_PHONES:
                yield finding(
                    "V04", where.of(text), f"«{text.called}» i {text.name} har {word}", fix=instead
                )
