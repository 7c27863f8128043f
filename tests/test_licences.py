"""What the site is built with has a licence that lets anybody use it and pass it on."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageMetadata, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from project import ROOT

FREE = re.compile(
    r"MIT|BSD|Apache|ISC|MPL|Mozilla Public License|Python Software Foundation|PSF|0BSD|OFL"
)
BARRED = re.compile(r"A?GPL|GNU (?:Affero|General)|SSPL|Commons Clause|BUSL", re.IGNORECASE)


def packages() -> list[str]:
    """The names in the lock that hold on this machine."""
    lock = re.sub(r" \\\n.*", "", (ROOT / "requirements.lock").read_text("utf-8"))
    told = (Requirement(line) for line in lock.splitlines() if re.match(r"[a-z]", line))
    return [one.name for one in told if not one.marker or one.marker.evaluate()]


def licence(known: PackageMetadata) -> str:
    """What a package says of itself, in the newest field it has filled in."""
    kinds = [line for line in known.get_all("Classifier") or () if line.startswith("License ::")]
    return known.get("License-Expression") or " ".join(kinds) or (known.get("License") or "")[:200]


def test_the_lock_names_packages() -> None:
    assert "mkdocs" in packages()


@pytest.mark.parametrize("name", packages())
def test_a_package_has_a_free_licence(name: str) -> None:
    told = licence(metadata(name))
    assert FREE.search(told), f"{name}: «{told}»"
    assert not BARRED.search(told), f"{name}: «{told}»"


@pytest.mark.parametrize(
    "told",
    [
        "AGPL-3.0-only",
        "GPL-3.0-or-later",
        "License :: OSI Approved :: GNU Affero General Public License v3",
    ],
)
def test_a_licence_that_binds_the_site_is_seen(told: str) -> None:
    assert BARRED.search(told)


def _others() -> dict[str, str]:
    """What the site sends that others have made → where its licence lies."""
    vendor, fonts = "hooks/theme/assets/vendor", "hooks/handbook/fonts"
    told = {
        file.name.removesuffix(".LICENSE.txt"): f"{vendor}/{file.name}"
        for file in (ROOT / vendor).glob("*.LICENSE.txt")
    }
    letters = {re.split(r"[-.]", file.name)[0] for file in (ROOT / fonts).glob("*.ttf")}
    return told | dict.fromkeys(letters, f"{fonts}/OFL.txt")


@pytest.mark.parametrize(("name", "licence"), sorted(_others().items()))
def test_what_others_made_is_named_to_readers_and_has_its_licence(name: str, licence: str) -> None:
    text = (ROOT / licence).read_text("utf-8")
    assert "MIT License" in text or "SIL Open Font License" in text or "without restriction" in text
    for page in ("docs/om.md", "README.md"):
        words = re.sub(r"[\s-]+", "", (ROOT / page).read_text("utf-8")).lower()
        assert name.replace("-", "").lower() in words, f"{page}: {name}"


@pytest.mark.parametrize(
    "lock", sorted((ROOT / "tests").glob("*/package-lock.json")), ids=lambda path: path.parent.name
)
def test_what_comes_from_npm_is_free_too(lock: Path) -> None:
    told = json.loads(lock.read_text("utf-8"))["packages"]
    bad = {
        name: one.get("license")
        for name, one in told.items()
        if name and BARRED.search(str(one.get("license")))
    }
    assert bad == {}
