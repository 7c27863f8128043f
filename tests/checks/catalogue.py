"""The catalogue of real mistakes: how each is made, and the page that shows what is said about it.

A file in tests/goldens/messages is a group: `title`, and for each `[[mistake]]` the file, what
stood there (`base`), what somebody wrote (`wrong`) and how it is mended (`right`, or as it was).
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from handbook.checks import run_checks
from handbook.findings import Finding
from handbook.kept import Cache
from handbook.model.ids import slug_of
from handbook.reading.folder import read_handbook
from handbook.report import as_text

TINY = Path(__file__).parent / "tiny"
TODAY = dt.date(2026, 11, 22)
CACHE = Cache(in_process=True)
"""Most of a handbook with one mistake has been read before."""

MESSAGES = Path(__file__).parents[1] / "goldens" / "messages"
_ORDER = ("tegn", "felter", "sammenheng", "skjemaer", "resultater", "eksempler")
_FRONT = """\
---
title: Vanlige feil
kind: guide
description: Feil som lett skjer, ordrett det kontrollen sier, og hvordan det skal være.
---

# Vanlige feil {#topp}

Her står {count} feil som er lette å gjøre. For hver av dem ser du hva noen skrev, ordrett hva \
kontrollen sier, og hvordan det skal være. Finner du ikke din, kan du slå opp koden under \
[meldinger](meldinger.md).
"""
_GROUP = """\
---
title: "Vanlige feil: {title}"
kind: guide
description: Hva noen skrev, ordrett hva kontrollen sier, og hvordan det skal være.
---

# {heading} {#topp}

Her ser du hva noen skrev, ordrett hva kontrollen sier, og hvordan det skal være. Se også de \
andre [vanlige feilene](vanlige-feil.md).
"""


@dataclass(frozen=True)
class Mistake:
    """One thing an editor got wrong in the tiny handbook."""

    title: str
    file: str
    wrong: str
    base: str = ""
    right: str = ""
    whole: bool = False
    """The whole file is wrong, or should not be there."""
    encoding: str = "utf-8"

    def make(self, root: Path) -> None:
        """Do it wrong."""
        path = root / self.file
        if self.whole:
            path.write_text(self.wrong, encoding="utf-8")
            return
        text = path.read_text(encoding="utf-8")
        assert text.count(self.base) == 1, f"{self.title}: {self.base!r} × {text.count(self.base)}"
        text = text.replace(self.base, self.wrong)
        path.write_text(text, encoding=self.encoding)

    def mend(self, root: Path, kept: Path) -> None:
        """Do what the page says is right, in a handbook where it was done wrong."""
        path, before = root / self.file, kept / self.file
        if self.whole and not before.is_file():
            path.unlink()
            return
        text = before.read_text(encoding="utf-8")
        text = text.replace(self.base, self.right) if self.right else text
        path.write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Group:
    """Mistakes of one sort, which share a page."""

    name: str
    title: str
    mistakes: tuple[Mistake, ...]


def groups() -> Iterator[Group]:
    """Every group, in the order of the guide."""
    assert {file.stem for file in MESSAGES.glob("*.toml")} == set(_ORDER)
    for name in _ORDER:
        said = tomllib.loads((MESSAGES / f"{name}.toml").read_text(encoding="utf-8"))
        yield Group(name, said["title"], tuple(Mistake(**one) for one in said["mistake"]))


MISTAKES = tuple(one for group in groups() for one in group.mistakes)


def found_in(root: Path) -> list[Finding]:
    """Everything that reading and checking say about a folder."""
    reading = read_handbook(root, CACHE)
    return reading.findings + run_checks(reading, today=TODAY)


def said(findings: list[Finding]) -> str:
    """The findings as the command prints them, without the line that counts."""
    return as_text(findings).rpartition("\n")[0]


def pages(found: Callable[[Mistake], list[Finding]]) -> dict[str, str]:
    """The guide's pages by file name, with what is said about every mistake."""
    front = [_FRONT.replace("{count}", str(len(MISTAKES)))]
    made = {}
    for group in groups():
        name = f"vanlige-feil-{group.name}.md"
        front.append(f"## {group.title} {{#{group.name}}}\n")
        front.append("".join(f"- [{m.title}]({name}#{_anchor(m)})\n" for m in group.mistakes))
        title = group.title[0].lower() + group.title[1:]
        head = _GROUP.replace("{title}", title).replace("{heading}", group.title)
        made[name] = "\n".join([head, *(_section(m, said(found(m))) for m in group.mistakes)])
    return {"vanlige-feil.md": "\n".join(front), **made}


def _anchor(one: Mistake) -> str:
    return slug_of(one.title)


def _section(one: Mistake, message: str) -> str:
    right = one.right or one.base
    lines = [f"## {one.title} {{#{_anchor(one)}}}\n"]
    if one.encoding != "utf-8":
        lines.append(f"I `{one.file}`, lagret med tegnsettet «Windows» i stedet for UTF-8:\n")
    elif not one.wrong.strip():
        here = "I `{}` er dette tatt bort:\n" if one.base else "`{}` er tom.\n"
        lines.append(here.format(one.file))
        lines += [_fenced(one.base)] if one.base else []
    else:
        lines.append(f"I `{one.file}` skrev noen:\n")
        lines.append(_fenced(one.wrong))
    if one.encoding != "utf-8":
        lines.append(_fenced(one.wrong))
    lines += ["Da sier kontrollen:\n", _fenced(message, "text")]
    if one.wrong.strip() and right and right != one.wrong:
        lines += ["Slik skal det være:\n", _fenced(right)]
    return "\n".join(lines)


def _fenced(text: str, kind: str = "yaml") -> str:
    shown = dedent(text).strip("\n").replace("\t", "⇥ ").replace("\u200b", "␣")
    return f"```{kind}\n{shown}\n```\n"
