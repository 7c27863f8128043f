"""Test files that pytest can tell apart: of one name only where they lie in packages."""

from __future__ import annotations

from collections import Counter

from project import ROOT


def test_no_two_files_have_one_name() -> None:
    """The second of two would not be collected, and a whole run would end there."""
    files = (ROOT / "tests").glob("[!_]*/test_*.py")
    loose = [file.name for file in files if not (file.parent / "__init__.py").exists()]
    assert len(loose) > 100
    assert [name for name, count in Counter(loose).items() if count > 1] == []
