"""Renamed, moved, retired: all that names a thing follows, in one go or not at all."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from changing import TODAY, book_in, edit

from handbook import checking
from handbook.__main__ import main
from handbook.build import Options, build
from handbook.checking import find
from handbook.editing import together
from handbook.editing.canonical import formatted
from handbook.editing.differences import differences
from handbook.findings import Severity
from handbook.model.former import named_in
from handbook.model.handbook import Handbook
from handbook.reading import folder as reading
from project import KEPT, ROOT

Files = dict[str, bytes]
_PROCESS = "model/mini/process.yml"


def files(root: Path) -> Files:
    """Every file of a project."""
    every = (file for file in sorted(root.rglob("*")) if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in every}


def command(root: Path, *words: str, day: dt.date = TODAY) -> int:
    """Give a command of the handbook; the exit code."""
    return main(["--root", str(root), "--today", day.isoformat(), *words])


def errors(root: Path, day: dt.date = TODAY) -> list[str]:
    """Codes of the errors in a project."""
    return [one.code for one in find(root, day)[1] if one.severity is Severity.ERROR]


each_new_id = pytest.mark.parametrize(("kind", "old", "new"), [
    ("model", "mini", "storis"), ("phase", "mini/start", "begynn"),
    ("step", "mini/lag-plan", "legg-plan"), ("form", "SKJ-01", "SKJ-77"),
    ("role", "leder", "sjef"), ("theme", "personvern", "vern"), ("term", "tiltak", "grep"),
    ("source", "rapport", "notat"), ("rule", "sporsmal", "hemmelig"),
    ("instrument", "trening", "proving"), ("routine", "legge-planer", "planlegge"),
])  # fmt: skip
"""A thing of every kind that has an id, and another one for it."""


@each_new_id
def test_a_new_id_reaches_all_that_names_the_thing(
    kind: str, old: str, new: str, tiny: Path
) -> None:
    before = find(tiny, TODAY)[1]
    assert command(tiny, "rename", kind, old, new) == 0
    assert [one.code for one in find(tiny, TODAY)[1]] == [one.code for one in before]
    now = next(one for one in named_in(book_in(tiny)) if one.kind == kind and one.id == new)
    assert now.former[-1] == old.rpartition("/")[2]


def test_back_to_a_former_id_takes_it_out_of_the_list(tiny: Path) -> None:
    assert command(tiny, "rename", "term", "tiltak", "grep") == 0
    assert command(tiny, "rename", "term", "grep", "tiltak") == 0
    assert book_in(tiny).term_by_id["tiltak"].former_ids == ("grep",)


def test_references_in_texts_follow_with_the_words_they_have(tiny: Path) -> None:
    said = "what: Skriv planen i [[SKJ-01]]."
    edit(tiny, _PROCESS, said, said + " Se [[mini/vis-rundt|runden]] og [[step:mini/vis-rundt]].")
    assert command(tiny, "rename", "step", "mini/vis-rundt", "ga-rundt") == 0
    assert command(tiny, "rename", "model", "mini", "storis") == 0
    text = (tiny / "model/storis/process.yml").read_text(encoding="utf-8")
    assert "Se [[storis/ga-rundt|runden]] og [[step:storis/ga-rundt]]." in text


def test_answers_are_still_taken_over_from_a_renamed_form(tiny: Path) -> None:
    text = (tiny / "forms/SKJ-01.yml").read_text(encoding="utf-8").replace("SKJ-01", "SKJ-02")
    text = text.replace("title: ", "title: Ny ", 1)
    field = next(line for line in text.splitlines() if line.startswith("      - id: "))
    name = field.rpartition(" ")[2]
    taken = f"{field}\n        same_as: [SKJ-01/{name}]"
    (tiny / "forms/SKJ-02.yml").write_text(text.replace(field, taken, 1), encoding="utf-8")
    assert errors(tiny) == []
    assert command(tiny, "rename", "form", "SKJ-01", "SKJ-77") == 0
    book = book_in(tiny)
    assert book.form_by_id["SKJ-02"].fields[0].same_as == (f"SKJ-77/{name}",)


def test_links_in_pages_written_by_hand_follow(tiny: Path) -> None:
    page = tiny / "docs/om.md"
    page.parent.mkdir()
    page.write_text(
        "---\ntitle: Om\n---\n\n# Om\n\nSe [runden](modeller/mini/steg-vis-rundt.md).\n",
        encoding="utf-8",
    )
    assert command(tiny, "rename", "step", "mini/vis-rundt", "ga-rundt") == 0
    assert "(modeller/mini/steg-ga-rundt.md)" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(("words", "said"), [
    (("rename", "role", "bortre", "x"), "finnes ikke"),
    (("rename", "role", "ledr", "x"), "mente du «leder»"),
    (("rename", "role", "leder", "fadder"), "finnes fra før"),
    (("rename", "term", "tiltak", "mini"), "alt id-en til modellen «mini»"),
    (("rename", "step", "lag-plan", "x"), "modell/lag-plan"),
    (("rename", "role", "leder", "Leder"), "ikke en gyldig id"),
    (("move", "step", "mini/ha-moter", "--after", "ha-moter"), "etter seg selv"),
    (("move", "step", "mini/lag-plan", "--phase", "borte"), "finnes ikke"),
    (("move", "section", "hva", "--first"), "SKJ-05/hva"),
    (("move", "field", "SKJ-01/nvan", "--first"), "mente du «SKJ-01/navn»"),
    (("move", "role", "borte", "--first"), "finnes ikke"),
    (("retire", "form", "SKJ-01"), "--reason"),
    (("retire", "step", "mini/vis-rundt"), "--replaced-by"),
    (("retire", "role", "leder", "--reason", "x", "--replaced-by", "leder"), "seg selv"),
])  # fmt: skip
def test_what_cannot_be_done_is_told_and_nothing_is_changed(
    words: tuple[str, ...], said: str, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(tiny)
    assert command(tiny, *words) == 2
    assert said in capsys.readouterr().err
    assert files(tiny) == before


def test_what_would_go_wrong_is_found_before_anything_is_written(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(tiny)
    assert command(tiny, "move", "step", "mini/vis-rundt", "--first") == 1
    said = capsys.readouterr()
    assert " P03 " in said.out
    assert " P06 " in said.out
    assert "Ingenting er endret" in said.err
    assert files(tiny) == before


def test_a_full_disk_halfway_leaves_everything_as_it_was(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(tiny)
    write, count = together.write_whole, 0

    def fails_late(file: Path, content: bytes) -> bool:
        nonlocal count
        count += tiny in file.parents
        if count == 3:
            count = 99
            raise OSError(28, "No space left on device")
        return write(file, content)

    monkeypatch.setattr(together, "write_whole", fails_late)
    assert command(tiny, "rename", "model", "mini", "storis") == 2
    assert "Disken er full" in capsys.readouterr().err
    assert count >= 99
    assert files(tiny) == before


@pytest.mark.slow
@each_new_id
def test_a_new_id_is_one_change_to_those_who_review_it(
    kind: str, old: str, new: str, tiny: Path
) -> None:
    before = book_in(tiny)
    assert command(tiny, "rename", kind, old, new) == 0
    (only,) = differences(before, book_in(tiny))
    assert "Tidligere id-er" in only.sentence
    assert old.rpartition("/")[2] in only.sentence


@pytest.mark.slow
def test_what_an_edition_promised_holds_under_new_ids(tiny: Path) -> None:
    """Every kind renamed after a release: nothing is gone, no address dies, no change is untold."""
    edit(tiny, "model/handbook.yml", '  - version: "1.0"\n', '  - version: "2026.1"\n')
    assert command(tiny, "release", "2026.1") == 0
    for words in (
        ("model", "mini", "storis"), ("phase", "storis/start", "begynn"),
        ("step", "storis/lag-plan", "legg-plan"), ("form", "SKJ-01", "SKJ-77"),
        ("role", "leder", "sjef"), ("theme", "personvern", "vern"), ("term", "tiltak", "grep"),
        ("source", "rapport", "notat"), ("rule", "sporsmal", "hemmelig"),
        ("instrument", "trening", "proving"), ("routine", "legge-planer", "planlegge"),
    ):  # fmt: skip
        assert command(tiny, "rename", *words) == 0
    made = build(tiny, TODAY, options=Options(files=False))
    assert made.findings == ()
    form = next(page for page in made.pages if page.path == "skjema/SKJ-77")
    assert "v1.0" in form.ends.anchors


def _steps(root: Path) -> list[list[str]]:
    phases = book_in(root).model_by_id["mini"].phases
    return [[step.id for step in phase.steps] for phase in phases]


@pytest.mark.parametrize(("where", "expected"), [
    (("--after", "lag-plan"), [["lag-plan", "skriv-attest", "vis-rundt"], ["ha-moter"]]),
    (("--after", "mini/vis-rundt"), [["lag-plan", "vis-rundt", "skriv-attest"], ["ha-moter"]]),
    (("--phase", "start"), [["skriv-attest", "lag-plan", "vis-rundt"], ["ha-moter"]]),
    (("--first",), [["lag-plan", "vis-rundt"], ["skriv-attest", "ha-moter"]]),
])  # fmt: skip
def test_a_step_goes_where_it_is_asked_to(
    where: tuple[str, ...], expected: list[list[str]], tiny: Path
) -> None:
    before = sorted((tiny / _PROCESS).read_text(encoding="utf-8").splitlines())
    assert command(tiny, "move", "step", "mini/skriv-attest", *where) == 0
    assert _steps(tiny) == expected
    assert sorted((tiny / _PROCESS).read_text(encoding="utf-8").splitlines()) == before


@pytest.mark.parametrize(("words", "ids"), [
    (("section", "SKJ-01/hva", "--first"), lambda book: [
        part.id for part in book.form_by_id["SKJ-01"].sections][:2]),
    (("field", "SKJ-01/arbeidstid", "--after", "oppgaver"), lambda book: [
        field.id for field in book.form_by_id["SKJ-01"].fields]),
    (("role", "leder", "--after", "fadder"), lambda book: [role.id for role in book.roles]),
    (("model", "mini", "--first"), lambda book: [model.id for model in book.models]),
])  # fmt: skip
def test_what_stands_in_an_order_gets_another_place(
    words: tuple[str, ...], ids: Callable[[Handbook], list[str]], tiny: Path
) -> None:
    moved = words[1].rpartition("/")[2]
    before = ids(book_in(tiny))
    assert command(tiny, "move", *words) == 0
    after = ids(book_in(tiny))
    assert after != before and sorted(after) == sorted(before)
    wanted = 0 if words[2] == "--first" else after.index(words[3]) + 1
    assert after.index(moved) == wanted
    assert errors(tiny) == []


def test_an_order_of_models_follows_a_new_id_and_has_room_for_others(tiny: Path) -> None:
    first, *_ = [model.id for model in book_in(tiny).models]
    edit(tiny, "model/handbook.yml", "front:\n", f"model_order: [{first}]\nfront:\n")
    assert command(tiny, "rename", "model", first, "zz-sist") == 0
    assert book_in(tiny).models[0].id == "zz-sist"
    assert len(book_in(tiny).models) > 1


def test_a_comment_above_a_step_goes_with_it(tiny: Path) -> None:
    edit(tiny, _PROCESS, "      - id: skriv-attest", "      # husk\n      - id: skriv-attest")
    assert command(tiny, "move", "step", "mini/skriv-attest", "--phase", "start") == 0
    text = (tiny / _PROCESS).read_text(encoding="utf-8")
    assert "      # husk\n      - id: skriv-attest" in text


def test_a_retired_form_gives_its_place_to_the_new_one(tiny: Path) -> None:
    text = (tiny / "forms/SKJ-01.yml").read_text(encoding="utf-8").replace("SKJ-01", "SKJ-02")
    (tiny / "forms/SKJ-02.yml").write_text(text.replace("title: ", "title: Ny ", 1), "utf-8")
    words = ("--reason", "Den nye er kortere: ett ark.", "--replaced-by", "SKJ-02")
    assert command(tiny, "retire", "form", "SKJ-01", *words) == 0
    assert find(tiny, TODAY)[1] == ()
    book = book_in(tiny)
    gone = book.form_by_id["SKJ-01"].withdrawn
    assert gone is not None
    assert (gone.date, gone.replaced_by) == (TODAY, "SKJ-02")
    assert gone.reason.plain == "Den nye er kortere: ett ark."
    assert "SKJ-01" not in book.steps_by_form


def test_a_retired_form_goes_from_its_example_when_the_answers_do_not_suit_the_new(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (tiny / "forms/SKJ-01.yml").read_text(encoding="utf-8")
    for number, name in (("SKJ-02", "navn_her"), ("SKJ-03", "navn")):
        other = text.replace("SKJ-01", number).replace("title: Plan", f"title: Plan {number}")
        other = other.replace("id: navn\n", f"id: {name}\n")
        (tiny / f"forms/{number}.yml").write_text(other, encoding="utf-8")
    words = ("--reason", "For lang.", "--replaced-by", "SKJ-02")
    assert command(tiny, "retire", "form", "SKJ-01", *words) == 2
    assert "er det eneste som er fylt ut i eksempelet «mini»" in capsys.readouterr().err
    example = tiny / "model/examples/mini.yml"
    paper = example.read_text(encoding="utf-8").split("filled:\n")[1].split("search_words")[0]
    edit(tiny, "model/examples/mini.yml", paper, paper + paper.replace("SKJ-01", "SKJ-03"))
    process = (tiny / _PROCESS).read_text(encoding="utf-8")
    first = "          - form: SKJ-01\n"
    other = f"          - {{form: SKJ-03, action: created}}\n{first}"
    (tiny / _PROCESS).write_text(process.replace(first, other, 1), encoding="utf-8")
    assert command(tiny, "retire", "form", "SKJ-01", *words) == 0
    assert [one.form for one in book_in(tiny).examples[0].filled] == ["SKJ-03"]


def test_what_still_names_a_retired_thing_is_told(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(tiny, "retire", "form", "SKJ-01", "--reason", "Ingen brukte det.") == 0
    assert "H07" in capsys.readouterr().out
    assert errors(tiny) == []


def test_a_step_that_another_takes_over_leaves_its_address_to_it(tiny: Path) -> None:
    assert command(tiny, "retire", "step", "mini/vis-rundt", "--replaced-by", "lag-plan") == 0
    assert _steps(tiny) == [["lag-plan"], ["ha-moter", "skriv-attest"]]
    model = book_in(tiny).model_by_id["mini"]
    assert model.step_by_id["lag-plan"].former_ids == ("vis-rundt",)
    logic = model.step_by_id["ha-moter"].logic
    assert logic and logic.after == ("lag-plan",)


@pytest.mark.content
def test_the_real_handbook_lives_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model, a step, a role and a form renamed, and a step moved; nothing else comes of it."""
    for module in (reading, checking):  # what a command leaves alone is not read again
        monkeypatch.setattr(module, "Cache", lambda: KEPT)
    root = tmp_path
    for folder in ("model", "forms", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    today = dt.date.today()
    assert errors(root, today) == []
    book = book_in(root)
    model = book.models[0]
    step, role, form = model.steps[0], model.roles[0].role, model.forms[0]
    for kind, old, new in (
        ("step", f"{model.id}/{step.id}", "et-nytt-navn"), ("role", role, "en-ny-rolle"),
        ("form", form, "SKJ-999"), ("model", model.id, "en-ny-modell"),
    ):  # fmt: skip
        assert command(root, "rename", kind, old, new, day=today) == 0
    assert errors(root, today) == []
    now = book_in(root).model_by_id["en-ny-modell"]
    assert [one.id for one in now.steps][1:] == [one.id for one in model.steps][1:]
    for name, data in files(root).items():
        if name.startswith(("model/en-ny-modell/", "forms/")) and name.endswith(".yml"):
            assert formatted(data, name).text == data.decode(), f"{name} er ikke i fast form"
