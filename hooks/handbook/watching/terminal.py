"""What the site engine says in the terminal while somebody watches, in Norwegian."""

from __future__ import annotations

import logging
import re

_SAID = (
    (r"Building documentation\.\.\.", "Bygger håndboka …"),
    (r"Cleaning site directory", "Rydder etter forrige gang"),
    (r"Documentation built in ([\d.]+) seconds", r"Ferdig på \1 sekunder"),
    (r"Detected file changes", "En fil er lagret"),
    (r"Reloading browsers", "Nettleseren viser siden på nytt"),
    (r"Browser connected: ", "Åpen i nettleseren: "),
    (r"Watching paths for changes: ", "Ser etter endringer i "),
    (r"Serving on (\S+)", r"Åpne \1 i nettleseren. Stopp med Ctrl og C"),
    (r"Shutting down\.\.\.", "Stopper"),
    (
        r"An error happened during the rebuild\..*",
        "Noe gikk galt i byggingen. Det står over, og er ikke noe du kan rette i innholdet",
    ),
)
_LEVELS = {"WARNING": "ADVARSEL", "ERROR": "FEIL"}


def in_norwegian(said: str) -> str:
    """The sentence, or as it was when nobody has put it into Norwegian."""
    for pattern, norwegian in _SAID:
        said = re.sub(pattern, norwegian, said)
    return said


class Norwegian(logging.Filter):
    """Lets every line through, said in Norwegian."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Put the line into Norwegian where it stands."""
        record.msg, record.args = in_norwegian(record.getMessage()), ()
        record.levelname = _LEVELS.get(record.levelname, record.levelname)
        return True


def speak_norwegian(logger: logging.Logger) -> None:
    """What is shown of a logger and those below it, is shown in Norwegian from now on."""
    for handler in logger.handlers:
        if not any(isinstance(one, Norwegian) for one in handler.filters):
            handler.addFilter(Norwegian())
