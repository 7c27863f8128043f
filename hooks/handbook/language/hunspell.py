"""Debian's Norwegian dictionary, asked through the programme hunspell."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable

DICTIONARY = "nb_NO"
HOW_TO_GET_IT = (
    "Stavekontrollen trenger programmet hunspell og ordboka nb_NO, som ikke finnes på denne "
    "datamaskinen.\nPå Debian og Ubuntu: apt-get install hunspell hunspell-no"
)


class DictionaryMissingError(RuntimeError):
    """hunspell or its Norwegian dictionary is not on this machine."""


def unknown_words(words: Iterable[str]) -> frozenset[str]:
    """Those of the words that the dictionary does not have."""
    return frozenset(_ask("-l", words).split())


def suggestions(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Unknown word → words the dictionary thinks were meant, nearest first."""
    found = {}
    for line in _ask("-a", (f"^{word}" for word in words)).splitlines():
        if line.startswith("& "):
            head, _, tail = line.partition(": ")
            found[head.split()[1]] = tuple(tail.split(", "))
    return found


def _ask(way: str, words: Iterable[str]) -> str:
    program = shutil.which("hunspell")
    if program is None:
        raise DictionaryMissingError(HOW_TO_GET_IT)
    run = subprocess.run(
        [program, "-d", DICTIONARY, "-i", "utf-8", way],
        input="\n".join(words) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode:
        raise DictionaryMissingError(HOW_TO_GET_IT)
    return run.stdout
