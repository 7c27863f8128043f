"""Reading aloud: only with a voice of the machine itself, tried with voices that are made up.

No browser of the tests has a voice, so a stub stands in for the browser's own speech.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tools.node import run_node

VOICES = {
    "none": [],
    "only on the net": [{"lang": "nb-NO", "localService": False}],
    "no Norwegian": [{"lang": "en-GB", "localService": True}],
    "nynorsk": [{"lang": "en-GB", "localService": True}, {"lang": "nn-NO", "localService": True}],
    "both": [{"lang": "no", "localService": True}, {"lang": "nb_NO", "localService": True}],
}
CHOSEN = {"none": None, "only on the net": None, "no Norwegian": None, "nynorsk": "nn-NO",
          "both": "nb_NO"}  # fmt: skip

_STUB = """(voices) => {
  const said = [];
  globalThis.said = said;
  const stub = {
    getVoices: () => voices, addEventListener: () => {}, cancel: () => said.push('(stopp)'),
    speak: (one) => said.push(one.text),
  };
  Object.defineProperty(window, 'speechSynthesis', { value: stub });
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""


def test_only_a_norwegian_voice_of_the_machine_is_used() -> None:
    code = "const out = input.map((v) => (handbookReadAloud.chosen(v) || { lang: null }).lang);"
    assert run_node(code, list(VOICES.values()), "read-aloud.js") == list(CHOSEN.values())


def _with(chromium: Browser, voices: list[dict[str, Any]], site: Path) -> Page:
    page = chromium.new_page()
    page.add_init_script(f"({_STUB})({json.dumps(voices)})")
    page.goto((site / "modeller/ia-vikar/til-deg.html").as_uri())
    return page


@pytest.mark.slow
def test_the_page_is_read_from_its_title_and_can_be_stopped(
    chromium: Browser, built_site: Path
) -> None:
    page = _with(chromium, VOICES["both"], built_site)
    button = page.get_by_role("button", name="Les opp")
    button.click()
    said = page.evaluate("said")
    assert said[0] == page.locator("h1").inner_text()
    assert "Hva kan jeg si nei til?" in said
    assert "Hvis en som hjelper deg, slutter" in said  # what is folded is read with its name
    assert "Navn og telefon" not in said  # a line to write on is paper's
    assert len(said) == len(set(said)) or len(said) - len(set(said)) < 3
    assert not [one for one in said if "Utgave" in one or "model/" in one]
    page.get_by_role("button", name="Stopp").click()
    assert page.evaluate("said").count("(stopp)") == 1
    assert button.is_visible()


@pytest.mark.slow
@pytest.mark.parametrize("voices", ["none", "only on the net", "no Norwegian"])
def test_without_such_a_voice_there_is_no_button(
    chromium: Browser, built_site: Path, voices: str
) -> None:
    page = _with(chromium, VOICES[voices], built_site)
    assert not page.locator("[data-listen]").is_visible()
