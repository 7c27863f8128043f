"""Whether what is told of an instrument is looked at again in time, and ends when it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding
from handbook.model.handbook import Handbook
from handbook.model.instrument import InstrumentState


def every_instrument_is_read_in_time(
    book: Handbook, where: Where, today: dt.date
) -> Iterator[Finding]:
    """Et virkemiddel leses på nytt innen dagen som er satt."""
    for one in book.instruments:
        if one.withdrawn is None and one.check_by < today:
            yield finding(
                "I01", where("instrument", one.id, "check_by"),
                f"virkemiddelet «{one.id}» skulle vært lest på nytt innen {one.check_by}",
                found=f"i dag er det {today.isoformat()}",
                fix="les kildene på nytt, rett det som er endret, og sett en ny dato",
            )  # fmt: skip


def no_instrument_in_use_has_ended(
    book: Handbook, where: Where, today: dt.date
) -> Iterator[Finding]:
    """Et virkemiddel som er i bruk, kan fortsatt avtales."""
    for one in book.instruments:
        if one.withdrawn or one.state is InstrumentState.CLOSED or one.valid_to is None:
            continue
        if one.valid_to < today:
            yield finding(
                "I02", where("instrument", one.id, "state"),
                f"virkemiddelet «{one.id}» er merket «{one.state.label}», men er slutt",
                found=f"valid_to: {one.valid_to}; i dag er det {today.isoformat()}",
                fix="skriv «state: closed», eller rett «valid_to:»",
            )  # fmt: skip
