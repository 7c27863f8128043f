"""The web editor in a real browser, on a copy of the project: what is saved, said and named."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Locator, Page, expect

from browser.watching import Watch
from handbook.web_editor.packages import FOLDER, editor_scripts
from project import ROOT

pytestmark = pytest.mark.slow

MODEL = "inkluderende-bedrift"
FORM = "SKJ-11"
"""The shortest one: each look and each save draws it whole."""
PROCESS = f"model/{MODEL}/process.yml"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ENGLISH = re.compile(
    r"\b(?:Add|Save|Saved|Saving|Publish|Delete|Remove|Loading|Search|Select|New|No|Entries|Entry|"
    r"Collections?|Login|Logout|Log|Sort|View|Status|Changes|Required|Optional|Error|Notes?)\b"
)
MEANT = re.compile(
    r"script error: (?:undefined|Object)$|422 for \S+/api/v1$|status of 422 |"
    rf"API_ERROR: forms/{FORM}\.yml er endret et annet sted"
)
"""What Decap makes of a field that is not filled in, and of the one save that is refused."""
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUNBUFFERED": "1"}


def handbook(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "handbook", "--root", str(project), *arguments],
        env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture(scope="module", params=["ends", pytest.param("", marks=pytest.mark.exhaustive)])
def phases(request: pytest.FixtureRequest) -> str:
    """Which phases the process has that is edited: two steps are drawn and judged sooner."""
    return str(request.param)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, shared: Path, phases: str) -> Path:
    """A copy of the content in Git, with a comment in it, and the editor's scripts from npm."""
    with FileLock(shared / "web-editor.lock"):
        editor_scripts(ROOT)  # fails with a sentence when npm cannot be reached
    copy = tmp_path_factory.mktemp("editor") / "project"
    for name in ("model", "forms", "docs"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copytree(ROOT / FOLDER, copy / FOLDER)
    process = copy / PROCESS
    text = process.read_text(encoding="utf-8")
    text = text.replace("phases:\n", "phases:\n  # Avklart i redaksjonen.\n", 1)
    process.write_text(_chosen(text, phases), encoding="utf-8")
    git(copy, "init", "-q")
    git(copy, "add", "model", "forms")
    git(copy, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-qm", "før")
    process.write_text(text, encoding="utf-8")  # the editor begins on a handbook without faults
    return copy


_PART = re.compile(r"^(?=  - id: |      - basis: )", re.MULTILINE)
"""Where a phase begins, and where a step does."""


def _kept(process: str, phases: str) -> list[int]:
    """Which parts stand in the form: the first step of the first and last phase, or all."""
    parts = _PART.split(process)
    heads = [at for at, part in enumerate(parts) if part.startswith("  - id: ")]
    ends = [at + step for at in (heads[0], heads[-1]) for step in (0, 1)]
    return [0, *ends] if phases else [*range(len(parts))]


def _chosen(process: str, phases: str) -> str:
    """A process with the parts that are edited."""
    parts = _PART.split(process)
    return "".join(parts[at] for at in _kept(process, phases))


def _whole_again(process: str, phases: str) -> str:
    """A process that has been edited, with the parts that were laid aside."""
    before = (ROOT / PROCESS).read_text(encoding="utf-8")
    parts = _PART.split(before)
    edited = zip(_kept(before, phases), _PART.split(process), strict=True)
    return "".join((dict(enumerate(parts)) | dict(edited)).values())


def git(project: Path, *arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=false", "-C", str(project), *arguments]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def address(project: Path, phases: str) -> Iterator[str]:
    """The editor as `make editor` starts it; then most steps are laid aside."""
    command = [sys.executable, "-m", "handbook", "--root", str(project),
               "editor", "--port", "0"]  # fmt: skip
    with subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as running:
        assert running.stdout is not None
        said = running.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found, said
        process = project / PROCESS
        text = process.read_text(encoding="utf-8")
        process.write_text(_chosen(text, phases), encoding="utf-8")
        yield found[0]
        running.terminate()


@pytest.fixture(scope="module")
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """Signed in once; when all is done, nothing may have gone wrong behind it."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, locale="nb-NO", reduced_motion="reduce"
    )
    context.set_default_timeout(60_000)
    expect.set_options(timeout=60_000)
    watch = Watch(context, allowed=(address,))
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Begynn å redigere").click()
    expect(page.get_by_text("Hva vil du rette?")).to_be_visible()
    yield page
    context.close()
    faults = [fault for fault in watch.faults if not MEANT.search(fault)]
    assert not faults, "\n".join(dict.fromkeys(faults))
    assert len(watch.requests) > 50


def go(page: Page, address: str, place: str) -> None:
    page.goto(f"{address}#/collections/{place}")


def unfold(page: Page, title: str) -> None:
    page.get_by_role("button", name=f"Åpne: {title}").click()


def save(page: Page) -> None:
    """Save, and see what the check says."""
    page.get_by_role("button", name="Lagre", exact=True).click()
    page.get_by_role("menuitem", name="Lagre i fila").click()
    expect(page.get_by_role("button", name="Lagret", exact=True)).to_be_visible()
    box = page.locator("#check-result")
    expect(box).to_contain_text("Lagret")
    box.get_by_role("button", name="Lukk").click()


def changed_lines(project: Path) -> list[str]:
    """The lines that Git says are gone and come, in all content files."""
    text = git(project, "diff", "-U0", "--", "model", "forms", ":!model/schemas")
    return [line for line in text.splitlines() if re.match(r"[+-](?![+-]{2} )", line)]


def faults(page: Page, within: Locator | None = None) -> list[Any]:
    """What axe finds against WCAG 2.2 A and AA in what is shown now, or only within a part."""
    page.evaluate(AXE)
    found = (within or page.locator("html")).evaluate(
        """async (shown, tags) => (await axe.run(shown, {runOnly: {type: 'tag', values: tags}}))
        .violations.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html)])""",
        RULES,
    )
    return list(found)


def english(page: Page) -> list[str]:
    """Words of Decap's own that are not Norwegian, in text and names; the content's are left out.

    What editors have written stands in fields, pick lists and summaries.
    """
    said = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter((one) =>
            one.offsetParent && !one.closest('[class*="NestedObjectLabel"], [class*="-control"],'
            + '[class*="ListCard"], svg, script, style'))
          .flatMap((one) => [one.getAttribute('aria-label')?.replace(/: .*/, ''), one.title,
            one.getAttribute('placeholder'), ...[...one.childNodes]
            .filter((node) => node.nodeType === 3).map((node) => node.data)])
          .filter(Boolean)"""
    )
    return [text for text in dict.fromkeys(said) if ENGLISH.search(text)]


def test_every_file_comes_back_byte_for_byte(page: Page, project: Path) -> None:
    """Opened and saved without a change, as the editor reads and writes it, also when hosted."""
    count, wrong = page.evaluate(
        """async () => {
          const {fromFile, toFile} = await import('/yaml_file.js');
          const {kinds, collections} = await (await fetch('config.json')).json();
          const ask = async (action, params) => (await fetch('/api/v1', {method: 'POST',
            headers: {'Content-Type': 'application/json'},
            body: JSON.stringify({action, params})})).json();
          let count = 0; const wrong = [];
          for (const {kind, files, folder} of collections) {
            const entries = files
              ? await ask('entriesByFiles', {files: files.map(({file}) => ({path: file}))})
              : await ask('entriesByFolder', {folder});
            entries.forEach(({data, file}, at) => {
              const {fields, first_line} = kinds[kind ?? files[at].kind];
              count += 1;
              const out = toFile(fromFile(data, fields), fields, first_line);
              if (out !== data) wrong.push(file.path);
            });
          }
          return [count, wrong];
        }"""
    )
    on_disk = [p for folder in ("model", "forms") for p in (project / folder).rglob("*.yml")]
    assert (count, wrong) == (len(on_disk), [])


def test_one_sentence_is_changed_and_nothing_else(page: Page, address: str, project: Path) -> None:
    go(page, address, f"{MODEL}/entries/process")
    first_phase, first_step, what = titles(project)
    unfold(page, first_phase)
    unfold(page, first_step)
    field = page.locator('textarea[id^="what-field"]:visible')
    assert field.input_value() == what
    assert not faults(page)
    assert not english(page)
    preview = field.locator("xpath=following-sibling::*[contains(@class, 'preview')]")
    field.fill(f"{what} Spør **alle**.")
    expect(preview.locator("strong")).to_have_text("alle")
    assert not faults(page, field.locator("xpath=.."))
    field.fill(f"{what} Si fra: «12:30» er på NO-tid.")
    expect(preview).to_have_count(0)
    save(page)
    gone, come = changed_lines(project)
    assert gone.endswith(what) and come[1:].strip().startswith(('what: "', "what: "))
    assert "Si fra: «12:30» er på NO-tid." in come
    text = (project / PROCESS).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../model/schemas/process.json\n")
    assert "phases:\n  # Avklart i redaksjonen.\n" in text


def titles(project: Path) -> tuple[str, str, str]:
    """Title of the first phase, title of its first step, and what the step says."""
    text = (project / PROCESS).read_text(encoding="utf-8")
    phase = re.search(r"^    title: (.*)$", text, re.MULTILINE)
    step = re.search(r"^        title: (.*)\n        what: (.*)$", text, re.MULTILINE)
    assert phase and step
    return phase[1], step[1], step[2]


def test_a_list_item_is_added_and_a_role_is_picked(page: Page, project: Path) -> None:
    """On the same form as above, still open."""
    before = set(changed_lines(project))
    page.get_by_role("button", name="Legg til gjøremål").locator("visible=true").first.click()
    text = page.locator('textarea[id^="text-field"]:visible').last
    text.fill("Spør hva som passer.")
    item = text.locator('xpath=ancestor::div[contains(@class, "SortableListItem")][1]')
    pick(item, "level-field", "Bør")
    pick(item, "basis-field", "Forslag")
    item.locator('input[id^="id-field"]').fill("spor-hva-som-passer")
    pick(item, "who-field", "veileder hos")
    pick(page.locator("body"), "consulted-field", "tillitsvalgt")
    save(page)
    new = [line for line in changed_lines(project) if line not in before]
    assert not [line for line in new if line.startswith("-")]
    assert [line[1:].strip() for line in new if "tillitsvalgt" not in line] == [
        "- basis: proposal",
        "text: Spør hva som passer.",
        "id: spor-hva-som-passer",
        "level: should",
        "who:",
        "- veileder",
    ]
    assert "- tillitsvalgt" in [line[1:].strip() for line in new]


def test_an_item_is_moved_by_keyboard(page: Page, project: Path) -> None:
    """On the form that is still open: the new item, which stands last, goes one place up."""
    text = page.locator('textarea[id^="text-field"]:visible').last
    item = text.locator('xpath=ancestor::div[contains(@class, "SortableListItem")][1]')
    handles = item.locator("xpath=../*").locator(
        'xpath=./*[contains(@class, "StyledListItemTopBar")]/*[@aria-roledescription]'
    )
    last = handles.count() - 1
    told, focused = page.locator(".told"), page.locator("*:focus")
    handles.nth(last).focus()
    page.keyboard.press("ArrowDown")
    expect(told).to_have_text("Punktet står sist.")
    page.keyboard.press("ArrowUp")
    expect(told).to_have_text(f"Flyttet til plass {last} av {last + 1}.")
    expect(focused).to_have_attribute("aria-label", re.compile("^Flytt: .*Spør hva som passer"))
    assert not faults(page, item.locator("xpath=../.."))
    before = _points(project)
    save(page)
    assert _points(project) == [*before[:-2], before[-1], before[-2]]


def _points(project: Path) -> list[str]:
    """The ids of what is done in the first step."""
    text = (project / PROCESS).read_text(encoding="utf-8")
    step = text.split("        do:\n", 1)[1]
    points = re.split(r"\n        \w", step, maxsplit=1)[0]
    return re.findall(r"^            id: (\S+)$", points, re.MULTILINE)


def pick(within: Locator, field: str, label: str) -> None:
    """Choose one value by its Norwegian words."""
    within.locator(f'input[id^="{field}"]').locator("visible=true").first.fill(label)
    within.page.get_by_role("option", name=label).first.click()


def write(field: Locator, text: str) -> None:
    """Put other words in a field, from within it: on focus Decap puts the caret where it was."""
    field.click()
    field.fill(text)
    expect(field).to_have_value(text)


def test_a_forms_question_is_changed(page: Page, address: str, project: Path) -> None:
    before = len(changed_lines(project))
    go(page, address, "skjemaer")  # by the list, as an editor does; Decap wants to close one first
    page.get_by_role("link", name=re.compile(f"^{FORM} ")).click()
    field = page.locator('input[id^="when-field"]:visible')
    expect(field).not_to_have_value("")  # Decap draws the empty form before the file has come
    was = field.input_value()
    write(field, f"{was}, hver gang")
    assert not faults(page)
    save(page)
    text = (project / f"forms/{FORM}.yml").read_text(encoding="utf-8")
    assert f"\nwhen: {was}, hver gang\n" in text
    assert len(changed_lines(project)) == before + 2


def test_a_refused_save_is_the_only_thing_that_is_said(
    page: Page, address: str, project: Path
) -> None:
    """Somebody else changes the file meanwhile; what was said of the save before is gone."""
    file = project / f"forms/{FORM}.yml"
    field = page.locator('input[id^="when-field"]:visible')
    was, text = field.input_value(), file.read_text(encoding="utf-8")
    write(field, f"{was}, og igjen")
    page.get_by_role("button", name="Lagre", exact=True).click()
    page.get_by_role("menuitem", name="Lagre i fila").click()
    box = page.locator("#check-result")
    expect(box).to_contain_text("Lagret")
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}# fra en annen\n", encoding="utf-8")
    write(field, f"{was}, enda en gang")
    page.get_by_role("button", name="Lagre", exact=True).click()
    page.get_by_role("menuitem", name="Lagre i fila").click()
    expect(box).to_contain_text("Ikke lagret")
    expect(box).to_contain_text("er endret et annet sted")
    expect(page.get_by_text("API_ERROR")).to_have_count(0)
    expect(page.get_by_text("Lagret. Kontrollen")).to_have_count(0)
    file.write_text(text, encoding="utf-8")
    write(field, was)
    save(page)
    assert f"\nwhen: {was}\n" in file.read_text(encoding="utf-8")


def test_a_field_that_must_be_filled_in_stops_the_save_in_norwegian(
    page: Page, project: Path
) -> None:
    before = changed_lines(project)
    field = page.locator('input[id^="when-field"]:visible')
    field.press("Control+a")
    field.press("Delete")
    page.get_by_role("button", name="Lagre", exact=True).click()
    page.get_by_role("menuitem", name="Lagre i fila").click()
    expect(page.get_by_text("Feltene merket med rødt må rettes først").first).to_be_visible()
    expect(page.get_by_text("må fylles ut").first).to_be_visible()
    assert changed_lines(project) == before


@pytest.mark.parametrize("place", ["skjemaer", "kilder", MODEL, "felles"])
def test_lists_are_without_faults_and_in_norwegian(page: Page, address: str, place: str) -> None:
    page.on("dialog", lambda dialog: dialog.accept())  # the unsaved change of the test before
    go(page, address, place)
    expect(page.locator('[class*="ListCard"]').first).to_be_visible()
    assert not faults(page)
    assert not english(page)
    assert page.title() == "Rediger håndboka"
    assert page.evaluate("document.documentElement.lang") == "nb"


def test_what_was_saved_passes_the_check_and_is_in_canonical_form(
    project: Path, phases: str
) -> None:
    """The other steps, which others lead to, are back."""
    assert changed_lines(project)
    process = project / PROCESS
    process.write_text(_whole_again(process.read_text(encoding="utf-8"), phases), encoding="utf-8")
    for arguments in (("check",), ("format", "--check")):
        run = handbook(project, *arguments)
        assert run.returncode == 0, run.stdout + run.stderr


def test_the_folder_to_host_is_whole_and_asks_for_what_it_needs(
    project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "rediger"
    refused = handbook(project, "editor", "--out", str(out), "--host", "github", "--repo", "a/b")
    assert refused.returncode == 2 and "innloggingstjeneste" in refused.stderr
    made = handbook(project, "editor", "--out", str(out), "--host", "gitlab", "--repo", "a/b",
                    "--app-id", "123")  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert {"index.html", "config.json", "options.json", "decap-cms.js", "_headers"} <= {
        file.name for file in out.iterdir()
    }
    again = handbook(project, "editor", "--out", str(project), "--host", "gitlab", "--repo", "a/b",
                     "--app-id", "123")  # fmt: skip
    assert again.returncode == 2 and "ikke tom" in again.stderr
