"""The calendar file: read back by two libraries that are not ours, folded as the standard says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.node import run_node

NOW = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)
ABOUT = {"name": "Prøve; med, tegn", "edition": "2026.1", "now": NOW.timestamp() * 1000}


def calendar_text(entries: list[dict[str, Any]], later: float = 0) -> str:
    about = ABOUT | {"now": ABOUT["now"] + later * 1000}
    code = "const out = handbookCalendar.calendar(input.about, input.entries);"
    text = run_node(code, {"about": about, "entries": entries}, "plan-dates.js", "plan-calendar.js")
    assert isinstance(text, str)
    return text


def entry(**more: Any) -> dict[str, Any]:
    return {"uid": "m-s-1-plan1@x", "day": 20787, "summary": "Møt Åse, Bjørn; og Per\\Pål",
            "description": "Linje en\nLinje to: " + "æøå🙂" * 60, "url": "https://x.example/a.html",
            "until": None, "time": "", "alarm": "", **more}  # fmt: skip


THUNDERBIRDS = Path(__file__).parents[1] / "scripts/node_modules/ical.js/dist/ical.es5.cjs"
"""A second reader, which shares no line with the first."""

_READ = """
const ICAL = require(input.library);
const root = new ICAL.Component(ICAL.parse(input.text));
const out = root.getAllSubcomponents('vevent').map((part) => {
  const event = new ICAL.Event(part);
  const alarm = part.getFirstSubcomponent('valarm');
  return {
    uid: event.uid, sequence: event.sequence, summary: event.summary,
    description: event.description, start: event.startDate.toString(),
    end: event.endDate.toString(), stamp: String(part.getFirstPropertyValue('dtstamp')),
    alarm: alarm ? String(alarm.getFirstPropertyValue('trigger')) : '',
  };
});
"""


def read_by_the_other(text: str) -> list[dict[str, Any]]:
    """The events as ical.js has them."""
    assert THUNDERBIRDS.exists(), "ical.js mangler. Kjør: npm ci --prefix tests/scripts"
    found: list[dict[str, Any]] = run_node(_READ, {"library": str(THUNDERBIRDS), "text": text})
    return found


def test_two_libraries_read_the_same() -> None:
    made = [
        entry(), entry(uid="m-s-1-plan2@x", until=20790, alarm="7"),
        entry(uid="m-s-2-plan1@x", time="09:15", alarm="1"),
    ]  # fmt: skip
    text = calendar_text(made)
    ours = icalendar.Calendar.from_ical(text).walk("VEVENT")
    for event, other, wanted in zip(ours, read_by_the_other(text), made, strict=True):
        assert other["uid"] == str(event["UID"]) == wanted["uid"]
        assert other["summary"] == str(event["SUMMARY"]) == wanted["summary"]
        assert other["description"] == str(event["DESCRIPTION"]) == wanted["description"]
        assert other["sequence"] == int(event["SEQUENCE"])
        assert other["start"] == event.decoded("DTSTART").isoformat()
        assert other["stamp"] == event.decoded("DTSTAMP").strftime("%Y-%m-%dT%H:%M:%SZ")
    assert [one["alarm"] for one in read_by_the_other(text)] == ["", "-P6DT16H", "-P1DT1H15M"]
    assert [one["end"] for one in read_by_the_other(text)] == [
        "2026-12-01", "2026-12-04", "2026-11-30T10:15:00"
    ]  # fmt: skip


def test_an_independent_library_reads_what_we_wrote() -> None:
    text = calendar_text([entry(), entry(uid="m-s-2-plan1@x", day=20814)])
    first, second = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(first["SUMMARY"]) == entry()["summary"]
    assert str(first["DESCRIPTION"]) == entry()["description"]
    assert first.decoded("DTSTART").isoformat() == "2026-11-30"
    assert first.decoded("DTEND").isoformat() == "2026-12-01"
    assert first["DTSTART"].params["VALUE"] == "DATE"
    assert first.decoded("DTSTAMP").isoformat() == "2026-11-22T08:30:00+00:00"
    assert second.decoded("DTSTART").isoformat() == "2026-12-27"


def test_the_same_plan_made_later_rises() -> None:
    first, second = (icalendar.Calendar.from_ical(calendar_text([entry()], later)).walk("VEVENT")[0]
                     for later in (0, 61))  # fmt: skip
    assert first["UID"] == second["UID"]
    assert int(second["SEQUENCE"]) > int(first["SEQUENCE"]) > 0
    assert second.decoded("DTSTAMP") > first.decoded("DTSTAMP")


def test_what_takes_days_lasts_until_the_last_of_them() -> None:
    (event,) = icalendar.Calendar.from_ical(calendar_text([entry(until=20790)])).walk("VEVENT")
    assert event.decoded("DTEND").isoformat() == "2026-12-04"


def test_a_meeting_with_a_time_is_an_hour_and_an_alarm_is_heard() -> None:
    text = calendar_text([entry(time="09:15", alarm="1")])
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert event.decoded("DTSTART") == dt.datetime(2026, 11, 30, 9, 15)
    assert event.decoded("DURATION") == dt.timedelta(hours=1)
    (alarm,) = event.walk("VALARM")
    assert str(alarm["ACTION"]) == "DISPLAY"


@pytest.mark.slow
@pytest.mark.parametrize("time", ["", "08:00", "09:30", "13:05", "23:59"])
@pytest.mark.parametrize("days", [0, 1, 7])
def test_an_alarm_is_heard_at_eight_whenever_the_meeting_is(time: str, days: int) -> None:
    assert _heard(time, days) == dt.datetime(2026, 11, 30, 8) - dt.timedelta(days=days)


def test_an_alarm_never_comes_after_the_meeting_has_begun() -> None:
    assert _heard("07:15", 0) == dt.datetime(2026, 11, 30, 6, 15)
    assert _heard("07:15", 1) == dt.datetime(2026, 11, 29, 8)


def _heard(time: str, days: int) -> dt.datetime:
    """When a calendar rings, counted from the start as the file has it."""
    text = calendar_text([entry(time=time, alarm=str(days))])
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    begins = event.decoded("DTSTART")
    start = begins if time else dt.datetime.combine(begins, dt.time())
    (alarm,) = event.walk("VALARM")
    return start + alarm.decoded("TRIGGER")  # type: ignore[no-any-return]


def test_lines_end_and_fold_as_the_standard_says() -> None:
    text = calendar_text([entry()])
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert not [line for line in lines if "\n" in line or "\r" in line]
    assert max(len(line.encode()) for line in lines) <= 75


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=("Cc", "Cs")), max_size=400))
def test_any_text_survives(words: str) -> None:
    text = calendar_text([entry(summary=words)])
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(event["SUMMARY"]) == words
    assert read_by_the_other(text)[0]["summary"] == words
