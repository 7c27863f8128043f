"""No sentence of the source texts is copied: no run of six words stands in both.

The source texts are not in this repository. Their fingerprints are: salted hashes of every run of
six words, which tell that a run is theirs without telling what it says. So the test is the same on
every machine; where the texts themselves lie beside the project, they are held against the
fingerprints too.

Renew the fingerprints, with the texts in ../shared/sources:
    PYTHONPATH=hooks python tests/content/test_sources_not_copied.py
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.checks.where import Where
from project import real_reading

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
FINGERPRINTS = Path(__file__).parent / "source_fingerprints.txt.gz"
SALT = "inkluderingshandboka:2026:"
RUN = 6

ALLOWED = {
    "lanserer modell for varig tilrettelagt arbeid": "tittelen på annonsen om VTA-modellen",
    "tett oppfølging i nav får folk i jobb": "tittelen på artikkelen om Heimdal",
    "springbrett fra arbeidstrening til lønnet arbeid": "tittelen på rapporten og nyheten om den",
}
"""Titles of the sources: a source must be named as it is called."""

STORED = {
    "spekter-springbrett-2015": ("000", 398),
    "spekter-springbrett-2017": ("001", 308),
    "idebanken-ia-vikar": ("002", 862),
    "nav-heimdal-2016": ("003", 542),
    "asvl-vta-annonse": ("004", 478),
}
"""Source whose whole text the fingerprints are of → its number there, and how many words it has."""


def runs(text: str) -> Iterator[str]:
    """Every run of six words, in small letters and without signs."""
    words = re.findall(r"[^\W_]+", text.lower())
    for at in range(len(words) - RUN + 1):
        yield " ".join(words[at : at + RUN])


def mark(run: str) -> str:
    """The fingerprint of one run."""
    return hashlib.sha256((SALT + run).encode()).hexdigest()[:16]


def of_the_texts() -> set[str]:
    """Fingerprints of the source texts themselves."""
    files = sorted(SOURCES.glob("*.txt"))
    return {mark(run) for file in files for run in runs(file.read_text(encoding="utf-8"))}


def bundled() -> set[str]:
    """The fingerprints that are checked in."""
    return set(gzip.decompress(FINGERPRINTS.read_bytes()).decode().split())


@pytest.fixture(scope="module")
def where() -> Where:
    reading = real_reading()
    assert reading.handbook
    return Where(reading.handbook, reading.places)


def test_no_run_of_six_words_is_copied(where: Where) -> None:
    theirs = bundled()
    allowed = {run for title in ALLOWED for run in runs(title)}
    copied = [
        f"{where.of(text)}: {run}"
        for text in where.texts
        if text.field != "quote"
        for run in runs(str(getattr(text.value, "plain", text.value)))
        if mark(run) in theirs and run not in allowed
    ]
    assert not copied, "\n".join(copied)


def quoted(where: Where) -> dict[str, list[tuple[str, str]]]:
    """Source whose text is stored → place and words of its quotations, in parts that stand so."""
    found: dict[str, list[tuple[str, str]]] = {name: [] for name in STORED}
    for text in where.texts:
        if text.field == "quote" and text.owner[1] in STORED:
            parts = [one for one in text.source.split("…") if one.strip()]
            found[text.owner[1]] += [(str(where.of(text)), one) for one in parts]
    return found


NOT_THERE = "{}: sitatet står ikke i kilden: «{}». Skriv kildens egne ord, eller «no_quote»."
"""What an editor is told: the file and line, what is wrong, and what to do."""


def words_of(text: str) -> list[str]:
    """Words in small letters, without signs."""
    return re.findall(r"[^\W_]+", text.lower())


def test_every_quotation_of_a_stored_text_is_verbatim(where: Where) -> None:
    """Runs of six words are held against the fingerprints; shorter parts where the texts lie."""
    theirs = bundled()
    altered = [
        NOT_THERE.format(place, part)
        for parts in quoted(where).values()
        for place, part in parts
        if any(mark(run) not in theirs for run in runs(part))
    ]
    assert not altered, "\n".join(altered)


def test_a_quotation_with_one_word_changed_would_be_found() -> None:
    theirs = bundled()
    true = next(iter(ALLOWED))
    assert all(mark(run) in theirs for run in runs(true))
    assert any(mark(run) not in theirs for run in runs(true.replace("varig", "fast")))


def test_at_most_a_tenth_of_each_stored_text_is_quoted(where: Where) -> None:
    for name, parts in quoted(where).items():
        taken = sum(len(words_of(part)) for _, part in parts)
        print(f"{name}: {taken} of {STORED[name][1]} words are quoted")
        assert taken <= STORED[name][1] / 10, name


def test_the_fingerprints_are_of_five_whole_texts() -> None:
    assert len(bundled()) > 2000


def test_a_copied_sentence_would_be_found() -> None:
    """The allowed titles are themselves in the sources, so the fingerprints do answer."""
    theirs = bundled()
    assert all(any(mark(run) in theirs for run in runs(title)) for title in ALLOWED)
    assert mark("dette er seks helt vanlige ord") not in theirs


def test_every_allowed_title_is_used_as_a_title(where: Where) -> None:
    titles = {run for t in where.texts if t.owner[0] == "source" and t.field == "title"
              for run in runs(t.source)}  # fmt: skip
    assert all(titles & set(runs(title)) for title in ALLOWED)


if SOURCES.is_dir():

    def test_the_fingerprints_are_those_of_the_texts() -> None:
        assert bundled() == of_the_texts()

    def test_every_part_of_a_quotation_stands_in_its_text(where: Where) -> None:
        for name, parts in quoted(where).items():
            (file,) = SOURCES.glob(f"{STORED[name][0]}_*.txt")
            whole = words_of(file.read_text(encoding="utf-8"))
            assert len(whole) == STORED[name][1], name
            text = f" {' '.join(whole)} "
            astray = [
                NOT_THERE.format(place, part)
                for place, part in parts
                if f" {' '.join(words_of(part))} " not in text
            ]
            assert not astray, "\n".join(astray)


if __name__ == "__main__":
    marks = "\n".join(sorted(of_the_texts())) + "\n"
    FINGERPRINTS.write_bytes(gzip.compress(marks.encode(), mtime=0))
    print(f"{len(marks.split())} fingeravtrykk i {FINGERPRINTS.relative_to(ROOT)}")
