"""What `python -m handbook` can do, one command a file: `arguments` it takes, and `run` does it.

A command is imported when it is asked for, so that `check` loads no writer of PDF or Word.
"""

from __future__ import annotations

COMMANDS: dict[str, str] = {
    "check": "kontroller innholdet",
    "format": "skriv filene i fast form",
    "new": "begynn på noe nytt",
    "rename": "gi noe en ny id; den gamle adressen leder videre",
    "move": "flytt et steg eller en fase",
    "retire": "trekk noe tilbake; siden står, og sier hva som gjelder nå",
    "verify": "bekreft at en modell er riktig i dag",
    "review": "se hva en endring fører til",
    "actors": "se hvor mye hver rolle gjør i hver modell",
    "freshness": "se hva som må gjennomgås, og når",
    "nightly": "skriv hva som er gått ut, og hva som må leses på nytt",
    "spell": "se etter ord som ikke står i ordboka",
    "language": "mål hvor tunge tekstene er",
    "release": "gi ut en utgave",
    "editor": "rediger i nettleseren, uten å åpne en fil",
    "edition": "sett boka og delene, så de ligger klare",
    "offline": "pakk et bygd nettsted til bruk uten nett",
    "publish": "legg et bygd nettsted der tjeneren viser det",
    "rollback": "vis nettstedet som lå der før",
    "verify-site": "kontroller at et bygd nettsted er helt",
    "hosting": "skriv oppsett for nginx og Caddy",
    "export": "skriv håndboka som filer en annen motor kan bygge",
    "schema": "skriv JSON Schema for filene",
}
"""Name → what it is for; each is a module of this room."""
