"""What the page says that the browser keeps, is what the scripts keep."""

from __future__ import annotations

import re

from handbook.sections.site_privacy import KEPT
from project import ROOT

SCRIPTS = ROOT / "hooks/theme/assets/js"


def test_everything_the_scripts_keep_is_told_and_nothing_else() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in sorted(SCRIPTS.glob("*.js")))
    named = set(re.findall(r"""['"](handboka-[a-z-]+)['"]""", text))
    named |= set(re.findall(r"""Storage\.(?:get|set|remove)Item\(['"]([^'"]+)['"]""", text))
    named |= set(re.findall(r"const DELETED = '([^']+)'", text))
    assert named == {one.name for one in KEPT}
