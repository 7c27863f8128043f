"""What the commands that change several files share: all of it, or nothing at all."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable

from handbook.checking import find
from handbook.editing.draft import NotInBlocksError
from handbook.editing.project import CannotChangeError, Project
from handbook.editing.together import carry_out, tried
from handbook.findings import Finding, Severity
from handbook.report import as_text


def change(options: argparse.Namespace, act: Callable[[Project], None], done: str) -> int:
    """Let `act` change the handbook, and return the exit code; on a fault nothing is written."""
    reading, findings = find(options.root, options.today)
    errors = [one for one in findings if one.severity is Severity.ERROR]
    if errors:
        print(as_text(errors))
        print("Ingenting er endret. Rett det over først.", file=sys.stderr)
        return 1
    try:
        project = Project(options.root, reading)
        act(project)
    except CannotChangeError as error:
        end = "" if str(error).endswith("?") else "."
        print(f"Ingenting er endret: {error}{end}", file=sys.stderr)
        return 2
    except NotInBlocksError as error:
        print(f"Ingenting er endret: {error} er en liste på én linje. Kjør «make format» først.",
              file=sys.stderr)  # fmt: skip
        return 2
    return _carried_out(options, project, findings, done)


def _carried_out(
    options: argparse.Namespace, project: Project, before: Iterable[Finding], done: str
) -> int:
    changes = project.changes()
    found = tried(options.root, changes, lambda copy: find(copy, options.today)[1])
    errors = [one for one in found if one.severity is Severity.ERROR]
    if errors:
        print(as_text(errors))
        print("Ingenting er endret: det over ville blitt galt.", file=sys.stderr)
        return 1
    carry_out(options.root, changes)
    print(f"{done}.")
    print(f"Endret: {', '.join(changes) or 'ingen filer'}.")
    told = {(one.code, one.problem) for one in before}
    if new := [one for one in found if (one.code, one.problem) not in told]:
        print("Dette bør følges opp:")
        print(as_text(new))
    return 0
