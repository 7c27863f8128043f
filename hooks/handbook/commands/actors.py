"""`handbook actors`: how much each role does in each model."""

from __future__ import annotations

import argparse

from handbook.model.duties import roles_in_models
from handbook.reading.folder import read_handbook
from handbook.report import as_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing of its own."""


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    reading = read_handbook(options.root)
    if reading.handbook is None:
        print(as_text(reading.findings))
        return 1
    for model in reading.handbook.models:
        items = [item for step in model.steps for item in step.do]
        named = sum(bool(item.who) for item in items)
        print(f"{model.id}: {named} av {len(items)} gjøremål har noen som gjør dem")
    for role in reading.handbook.roles:
        for mine in roles_in_models(reading.handbook, role):
            print(f"{role.id} i {mine.model.id}: {len(mine.acts)} gjøremål")
    return 0
