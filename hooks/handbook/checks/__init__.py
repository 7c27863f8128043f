"""Rules over the whole handbook, in the order they are asked."""
from __future__ import annotations
import datetime as dt
from typing import Any
from handbook.findings import Finding
def run_checks(reading: Any, *, today: dt.date, base: Any = None) -> list[Finding]:
    return []
