"""What an hour of work costs an employer, from public statistics of wages."""

from __future__ import annotations

import math
from typing import ClassVar

from handbook.model.ids import Slug
from handbook.model.noun import Day, Line, Noun, Sourced, must


class WageGroup(Noun):
    """A group of occupations with its average wage."""

    noun_title: ClassVar[str] = "Yrkesgruppe"

    id: Slug = must("Id", "Varig kortnavn.")
    title: Line = must("Navn", "Slik gruppa heter i statistikken.")
    monthly: float = must("Månedslønn", "Gjennomsnitt i kroner.", gt=0)


class PublicWages(Sourced):
    """Wages from statistics, and what an employer pays on top. An employer's own figure is better.

    The first group is the one we begin with.
    """

    noun_title: ClassVar[str] = "Timekostnad fra statistikk"

    publisher: Line = must("Hvem har tallene", "For eksempel «SSB».")
    measured: Line = must("Målt", "For eksempel «november 2024».")
    hours_per_month: float = must("Timer i måneden", "Det månedslønna deles på.", gt=0)
    holiday_pay: float = must("Feriepenger", "Prosent av lønna.", ge=0)
    employer_tax: float = must("Arbeidsgiveravgift", "Prosent av lønn og feriepenger.", ge=0)
    pension: float = must("Pensjon", "Prosent av lønna.", ge=0)
    check_by: Day = must("Les på nytt innen", "Når noen må se etter nyere tall, ÅÅÅÅ-MM-DD.")
    groups: tuple[WageGroup, ...] = must("Grupper", "Den første er den vi begynner med.",
                                         min_length=1)  # fmt: skip

    def hourly(self, group: WageGroup) -> float:
        """Kroner an hour with what comes on top, to the nearest five."""
        wage = group.monthly / self.hours_per_month
        taxed = wage * (1 + self.holiday_pay / 100) * (1 + self.employer_tax / 100)
        return math.floor((taxed + wage * self.pension / 100) / 5 + 0.5) * 5
