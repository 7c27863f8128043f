"""A drawing of what happens in a text: what it shows, whose it is and who may use it."""

from __future__ import annotations

from typing import ClassVar

from handbook.model.noun import Line, Noun, must

FRONT = "forside"
"""The drawing of the front page; that of an example has the example's own id."""


class Picture(Noun):
    """What is told of a drawing beside it, and instead of it."""

    noun_title: ClassVar[str] = "Bilde"

    text: Line = must("Det bildet viser", "En setning eller to til den som ikke ser det.")
    source: Line = must("Hvor det er fra", "For eksempel «Egen tegning».")
    licence: Line = must("Lisens", "For eksempel «CC BY 4.0».")

    @property
    def credit(self) -> str:
        """What stands below it."""
        return f"{self.source}, {self.licence}"
