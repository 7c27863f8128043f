"""The scripts of others that the site sends are, byte for byte, what the registry has.

`npm ci` has held each package against the hash in the lock before any of this is read.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from project import ROOT

VENDOR = ROOT / "hooks/theme/assets/vendor"
NPM = ROOT / "tests/scripts"
COPIES = {
    "bidi-js-1.1.0.js": ("bidi-js", "dist/bidi.min.js"),
    "bidi-js.LICENSE.txt": ("bidi-js", "LICENSE.txt"),
    "fflate-0.8.3.js": ("fflate", "umd/index.js"),
    "fflate.LICENSE.txt": ("fflate", "LICENSE"),
}
"""File of ours → package, and which of its files it is."""
NOTICES = {"tabler-icons.LICENSE.txt"}
"""Licences of what is not sent as a file: the pictograms in hooks/handbook/pictograms."""


def test_each_file_has_its_source() -> None:
    assert {file.name for file in VENDOR.iterdir()} == COPIES.keys() | NOTICES


@pytest.mark.parametrize("name", COPIES)
def test_a_file_is_the_one_in_the_package(name: str) -> None:
    package, inside = COPIES[name]
    assert (NPM / "node_modules").is_dir(), "Pakkene mangler. Kjør «make test»."
    original = NPM / "node_modules" / package / inside
    assert (VENDOR / name).read_bytes() == original.read_bytes()


@pytest.mark.parametrize("name", [name for name in COPIES if name.endswith(".js")])
def test_the_package_is_locked_by_hash_and_its_version_is_in_the_name(name: str) -> None:
    package, _ = COPIES[name]
    locked = json.loads((NPM / "package-lock.json").read_text("utf-8"))["packages"]
    told = locked[f"node_modules/{package}"]
    assert name == f"{package}-{told['version']}.js"
    assert told["integrity"].startswith("sha512-")
    installed = Path(NPM / "node_modules" / package / "package.json").read_text("utf-8")
    assert json.loads(installed)["version"] == told["version"]
