"""What an editor does to the handbook on an ordinary day, done to a copy of it.

Nothing here names a step, a form or a title of today's content: each act finds its own place, so
that it can be done to any handbook, again and again. `nth` keeps what is new apart.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from changing import TINY

from handbook.__main__ import main
from handbook.checks.completeness import needed_when_published
from handbook.editing.canonical import formatted
from handbook.model.inclusion_model import InclusionModel
from handbook.model.process import Step
from handbook.reading.yaml_source import read_yaml

Act = Callable[[Path, int], None]
Plain = dict[str, Any]
_PROPOSAL = {"basis": "proposal"}
_TEXT = {**_PROPOSAL, "text": "Spør deltakeren først."}


def plain(root: Path, file: str) -> Any:
    """What a file holds, as plain values."""
    document = read_yaml((root / file).read_bytes(), file)
    assert document.value is not None, document.findings
    return document.value


def rewrite(root: Path, file: str, change: Callable[[Any], object]) -> None:
    """Change the values of a file and save it in canonical form, as the web editor does."""
    value = plain(root, file)
    change(value)
    made = formatted(json.dumps(value).encode(), file)
    assert made.text is not None, made.findings
    (root / file).write_text(made.text, encoding="utf-8")


def command(root: Path, *words: str) -> None:
    """Give one of the handbook's own commands, which must end well."""
    assert main(["--root", str(root), *words]) == 0, words


def first_model(root: Path) -> str:
    """The published model that comes first."""
    files = sorted((root / "model").glob("*/model.yml"))
    models = (plain(root, file.relative_to(root).as_posix()) for file in files)
    return next(str(model["id"]) for model in models if model["status"] == "published")


def process(root: Path) -> str:
    """The file with the steps of the first model."""
    return f"model/{first_model(root)}/process.yml"


def accountable(root: Path) -> str:
    """A role that answers for a step already."""
    first = plain(root, process(root))["phases"][0]["steps"][0]
    return str(first["responsibility"]["accountable"])


def step(root: Path, name: str, title: str, **more: Any) -> Plain:
    """A whole step, as an editor fills it in."""
    role = accountable(root)
    return {
        **_PROPOSAL, "id": name, "title": title, "what": "Snakk sammen om uka som gikk.",
        "why": "Da vet alle hva som skjer.",
        "do": [{**_TEXT, "id": "spor", "level": "should", "who": [role]}],
        "responsibility": {"performed_by": [role], "accountable": role},
        "no_form": "Det trengs ikke.",
        "timing": {**_PROPOSAL, "label": "Hver fredag", "anchor": "start"},
        "participant_involved": True, "to_participant": "Du får si hva du tenker.",
        "pictogram": "talk", "routines": routines(root)[:1], **more,
    }  # fmt: skip


def routines(root: Path) -> list[str]:
    """Ids of the routines there are; a published step answers to one of them."""
    return sorted(file.stem for file in (root / "model/routines").glob("*.yml"))


def new_step(nth: int) -> str:
    """The id of the step that `add_a_step` makes."""
    return f"prat-pa-fredag-{nth}"


def verify_a_model(root: Path, nth: int) -> None:
    command(root, "verify", first_model(root), "--by", "fagansvarlig")


def rename_a_step(root: Path, nth: int) -> None:
    """Another title; the address is that of the id and stays."""

    def change(value: Plain) -> None:
        value["phases"][0]["steps"][0]["title"] = f"Begynn her, utgave {nth}"

    rewrite(root, process(root), change)


def add_a_step(root: Path, nth: int) -> None:
    command(root, "new", "step", f"{first_model(root)}/{new_step(nth)}")

    def fill_in(value: Plain) -> None:
        value["phases"][-1]["steps"][-1] = step(root, new_step(nth), f"Prat på fredag {nth}")

    rewrite(root, process(root), fill_in)
    tell_of_the_model(root)


def move_a_step(root: Path, nth: int) -> None:
    """To the beginning of the phase it stands in."""
    command(root, "move", "step", f"{first_model(root)}/{new_step(nth)}", "--first")


def move_a_step_to_another_phase(root: Path, nth: int) -> None:
    phase = plain(root, process(root))["phases"][0]["id"]
    command(root, "move", "step", f"{first_model(root)}/{new_step(nth)}", "--phase", phase)


def give_a_step_another_id(root: Path, nth: int) -> None:
    """One that readers may have an address to."""
    steps = plain(root, process(root))["phases"][-1]["steps"]
    old = steps[0]["id"]
    command(root, "rename", "step", f"{first_model(root)}/{old}", f"{old}-{nth}")


def add_a_phase(root: Path, nth: int) -> None:
    phase = {
        "id": f"tida-etter-{nth}", "title": f"Tida etter {nth}",
        "purpose": "Se hvordan det gikk.", "starts_when": "Avtalen er slutt.",
        "ends_when": "Dere har snakket sammen.",
        "steps": [step(root, f"ring-etterpa-{nth}", f"Ring etterpå {nth}")],
    }  # fmt: skip
    command(root, "new", "phase", f"{first_model(root)}/{phase['id']}")
    rewrite(root, process(root), lambda value: _replace(value["phases"], phase))


def add_a_finding(root: Path, nth: int) -> None:
    """A fact in a source that is there, and the statement that rests on it."""
    file = f"model/sources/{sorted((root / 'model/sources').glob('*.yml'))[0].name}"
    new = {
        "id": f"L{9000 + nth}",
        "statement": f"Samtaler hver uke ble prøvd i {nth} bedrifter.",
        "no_quote": "Vi har bare fått det fortalt.",
    }
    command(root, "new", "finding", f"{Path(file).stem}/{new['id']}")
    rewrite(root, file, lambda value: _replace(value["findings"], new))
    cite(root, new["id"])


def cite(root: Path, finding: str) -> None:
    """Let the new statement of a model rest on a finding."""
    statement = {
        "party": "employer", "basis": "interpretation", "sources": [finding],
        "text": "Dere ser tidlig om noe må endres.",
    }  # fmt: skip
    results = f"model/{first_model(root)}/results.yml"
    rewrite(root, results, lambda value: value.setdefault("benefits", []).append(statement))


def add_a_source(root: Path, nth: int) -> None:
    name = f"ny-rapport-{nth}"
    command(root, "new", "source", name)
    rewrite(root, f"model/sources/{name}.yml", lambda value: value.update(
        type="report", title=f"Rapport om samtaler {nth}", publisher="ASVL", confidence="B",
        findings=[{"id": f"L{9500 + nth}", "statement": "Samtaler hver uke virket godt.",
                   "no_quote": "Vi har bare fått det fortalt."}],
    ))  # fmt: skip
    cite(root, f"L{9500 + nth}")


def add_a_result(root: Path, nth: int) -> None:
    results = f"model/{first_model(root)}/results.yml"
    new = result(root, nth)
    command(root, "new", "result", f"{first_model(root)}/{new['id']}")
    rewrite(root, results, lambda value: _replace(value["outcomes"], new))


def result(root: Path, nth: int) -> Plain:
    """A result that rests on what the first model already cites."""
    cited = plain(root, f"model/{first_model(root)}/results.yml")["benefits"][-1]["sources"]
    return {
        "id": f"i-jobb-{nth}", "measure": "I lønnet arbeid", "kind": "count",
        "statement": "3 av 4 fikk arbeid.",
        "numerator": "3", "denominator": "4", "numerator_means": "De som hadde lønn.",
        "denominator_means": "Alle som deltok.", "period": "2026", "target_group": "Deltakere",
        "comparison": {"design": "none", "text": "Ikke sammenlignet med noe."},
        "source_kind": "self_report", "evidence_level": "2", "caveat": "Tallene er små.",
        "not_usable_for": "Å si at modellen virker.", "sources": cited,
    }  # fmt: skip


def add_a_role(root: Path, nth: int) -> None:
    """A role, and the step where somebody meets it."""
    name = f"vert-{nth}"
    role = {
        "id": name, "title": f"vert nummer {nth}", "belongs_to": "employer",
        "you_are": "Du er den som viser rundt.", "definite": f"vert {nth}",
        "must_not": [{**_PROPOSAL, "text": "spørre om helse."}],
        "confidentiality": {**_PROPOSAL, "duty": False, "text": "Ikke fortell videre."},
    }  # fmt: skip
    command(root, "new", "role", name)
    rewrite(root, "model/roles.yml", lambda value: _replace(value["roles"], role))

    has = {**_PROPOSAL, "role": name, "responsibility": "Viser rundt."}
    overview = f"model/{first_model(root)}/model.yml"
    rewrite(root, overview, lambda value: value["roles"].append(has))

    def meet(value: Plain) -> None:
        value["phases"][0]["steps"][0]["responsibility"].setdefault("informed", []).append(name)

    rewrite(root, process(root), meet)


def add_a_term(root: Path, nth: int) -> None:
    term = {**_PROPOSAL, "id": f"ukesamtale-{nth}", "term": f"ukesamtale nummer {nth}",
            "definition": "En kort samtale hver uke."}  # fmt: skip
    command(root, "new", "term", term["id"])
    rewrite(root, "model/glossary.yml", lambda value: _replace(value["terms"], term))


def _replace(entries: list[Plain], new: Plain) -> None:
    at = next(at for at, one in enumerate(entries) if one["id"] == new["id"])
    entries[at] = new


def add_a_theme(root: Path, nth: int) -> None:
    name = f"pauser-{nth}"
    command(root, "new", "theme", name)
    rewrite(root, f"model/themes/{name}.yml", lambda value: value.update(
        title=f"Pauser {nth}", summary="Alle trenger pauser.",
        sections=[{"id": "hvorfor", "title": "Hvorfor pauser", "statements": [_TEXT]}],
    ))  # fmt: skip
    rewrite(root, process(root), lambda value: value["phases"][0]["steps"][0].update(
        themes=[*value["phases"][0]["steps"][0].get("themes", []), name]
    ))  # fmt: skip


def add_a_rule(root: Path, nth: int) -> None:
    name = f"frist-{nth}"
    command(root, "new", "rule", name)
    source = sorted((root / "model/sources").glob("*.yml"))[0].relative_to(root).as_posix()
    finding = plain(root, source)["findings"][0]["id"]
    rewrite(root, f"model/rules/{name}.yml", lambda value: value.update(
        kind="deadline", title=f"Frist nummer {nth}", wording="Svaret skal komme innen to uker.",
        condition="Gjelder alle svar.", legal_basis=["forskriften § 1"], check_by="2099-01-01",
        basis="article", sources=[finding],
    ))  # fmt: skip
    rewrite(root, process(root), lambda value: value["phases"][0]["steps"][0].update(
        why=value["phases"][0]["steps"][0]["why"] + f" [[regel:{name}]]"
    ))  # fmt: skip


def add_an_instrument(root: Path, nth: int) -> None:
    name = f"tilskudd-{nth}"
    command(root, "new", "instrument", name)
    parts = ("for_whom", "duration", "payment", "asks_of_you", "begin", "papers")
    rewrite(root, f"model/instruments/{name}.yml", lambda value: value.update(
        title=f"Tilskudd nummer {nth}", state="in_use", summary="Nav betaler noe av lønna.",
        check_by="2099-01-01", **{part: [_TEXT] for part in parts},
    ))  # fmt: skip


def add_a_routine(root: Path, nth: int) -> None:
    """A routine, and the step with a form that answers to it."""
    name = f"rutine-{nth}"
    command(root, "new", "routine", name)
    action = {**_TEXT, "who": [accountable(root)]}
    one = {
        "title": f"Rutine nummer {nth}", "stage": "during", "purpose": "Alle blir spurt.",
        "when": "Hver uke", "accountable": accountable(root), "do": [action, action],
        "control": [action],
    }  # fmt: skip

    def answer_to_it(value: Plain) -> None:
        steps = (step for phase in value["phases"] for step in phase["steps"])
        forms = ((step, made["form"]) for step in steps for made in step.get("outputs", [])
                 if "form" in made)  # fmt: skip
        answering, one["proof"] = next((step, [form]) for step, form in forms)
        answering.setdefault("routines", []).append(name)

    rewrite(root, process(root), answer_to_it)
    rewrite(root, f"model/routines/{name}.yml", lambda value: value.update(one))


def look_at_a_contact_again(root: Path, nth: int) -> None:
    def looked_at(value: Plain) -> None:
        contact = value["contacts"][0]
        contact["checked"] = today()
        contact["words"] += f" Ha {nth + 1} spørsmål klare."

    rewrite(root, "model/decision.yml", looked_at)


def add_a_form_and_use_it(root: Path, nth: int) -> None:
    name = new_form(root, f"Samtale på fredag {nth}", accountable(root))

    def use(value: Plain) -> None:
        user = next(step for phase in value["phases"] for step in phase["steps"]
                    if step["id"] == new_step(nth))  # fmt: skip
        user.pop("no_form")
        user["outputs"] = [{"form": name, "action": "created"}]

    rewrite(root, process(root), use)


def new_form(root: Path, title: str, role: str) -> str:
    """A whole form with a question that hangs on several answers; its number."""
    name = free_form(root)
    command(root, "new", "form", name)
    answers = [{"id": id_, "label": label} for id_, label in (
        ("ja", "Ja"), ("delvis", "Litt"), ("nei", "Nei"))]  # fmt: skip
    rewrite(root, f"forms/{name}.yml", lambda value: value.update(
        title=title, purpose="Huske det dere ble enige om.", kind="minutes",
        filled_in_by=[role], when="I samtalen", if_omitted="Avtaler blir glemt.",
        basis={**_PROPOSAL, "text": "Spørsmålene er vårt forslag."},
        sections=[{"id": "uka", "title": "Uka", "fields": [
            {"id": "gikk_bra", "label": "Gikk det bra?", "type": "choice", "options": answers,
             "personal_data": "none"},
            {"id": "hvorfor", "label": "Hvorfor ikke?", "type": "long_text", "shown_if": [
                {"field": "gikk_bra", "any_of": ["delvis", "nei"]}], "personal_data": "none"},
        ]}, {"id": "neste", "title": "Neste uke", "fields": [
            {"id": "plan", "label": "Hva gjør dere?", "type": "text", "personal_data": "none"},
        ]}],
    ))  # fmt: skip
    return name


def move_what_stands_in_an_order(root: Path, nth: int) -> None:
    """A model, a role, and a part and a question of the last form."""
    form = max(file.stem for file in (root / "forms").glob("SKJ-*.yml"))
    last = plain(root, f"forms/{form}.yml")["sections"][-1]
    command(root, "move", "section", f"{form}/{last['id']}", "--first")
    command(root, "move", "field", f"{form}/{last['fields'][-1]['id']}", "--first")
    command(root, "move", "role", str(plain(root, "model/roles.yml")["roles"][-1]["id"]), "--first")
    command(root, "move", "model", first_model(root), "--first")


def accept_a_wording(root: Path, nth: int) -> None:
    """A text that must be long, with its reason."""
    many = ", ".join(["kaffe, brød og frukt"] * 12)

    def change(value: Plain) -> None:
        value["phases"][-1]["steps"][-1]["what"] = f"Ta fram uke {nth}: {many}."

    rewrite(root, process(root), change)
    reason = {"bound": "O24", "begins": f"Ta fram uke {nth}", "why": "Alt må nevnes."}
    rewrite(root, "model/handbook.yml", lambda value: value.setdefault(
        "accepted_wording", []).append(reason))  # fmt: skip


def add_an_answer_to_the_chooser(root: Path, nth: int) -> None:
    """The instrument that is new, as near as the last line of the table is today."""
    new = {
        **_PROPOSAL, "id": f"tilskudd_{nth}", "title": f"Spør om tilskudd {nth}",
        "instrument": f"tilskudd-{nth}", "today": "I bruk i dag.",
        "sentence": "Nav betaler noe av lønna.", "asks": "En telefon.",
        "monday": ["skriv-ned"],
    }  # fmt: skip

    def change(value: Plain) -> None:
        task = {"id": "skriv-ned", "text": "Skriv ned hva dere trenger."}
        value["tasks"] = [one for one in value["tasks"] if one["id"] != task["id"]] + [task]
        value["answers"].append({**new, "contacts": [value["contacts"][0]["id"]]})
        value["rules"].append({
            "id": f"D9{nth}", "answer": new["id"], "level": "also", "rank": "90",
            "when": value["rules"][-1].get("when", {}), "why": "Dere vil ansette noen.",
        })  # fmt: skip

    rewrite(root, "model/decision.yml", change)


def add_an_example(root: Path, nth: int) -> None:
    """How somebody came through the new model, with a form that is new too."""
    model = f"{NEW_MODEL}-{nth}"
    form = new_form(root, f"Samtale i en ny modell {nth}", "leder")
    one, other = (("Yrsa", "Torvald"), ("Svanlaug", "Torgrim"))[nth - 1]
    rewrite(root, f"model/{model}/process.yml", lambda value: value["phases"][0]["steps"][0][
        "outputs"].append({"form": form, "action": "created"}))  # fmt: skip
    story = [
        {"step": step, "date": f"2027-01-1{at}", "title": f"Samtale nummer {at}",
         "text": "De drikker kaffe og blir enige."}
        for at, step in enumerate((f"begynn-{nth}",) * 3 + (f"avslutt-{nth}",), 1)
    ]  # fmt: skip
    story[1]["mended"] = "Ingen hadde husket møtet. De tok det dagen etter."
    command(root, "new", "example", model)
    rewrite(root, f"model/examples/{model}.yml", lambda value: value.update(
        fiction=True, model=model, title=f"En vinter på kafeen {nth}", lead="Fire samtaler.",
        workplace=f"Nattugla kafé {nth}", first_day="2027-01-11", story=story,
        people=[{"name": one, "role": "deltaker", "about": "Liker å lage mat."},
                {"name": other, "role": "leder", "about": "Har ledet kafeen i fem år."}],
        ending="Begge ville fortsette.",
        filled=[{"form": form, "step": f"begynn-{nth}",
                 "answers": {"gikk_bra": "delvis", "hvorfor": "Det var mye å gjøre."}}],
    ))  # fmt: skip


def retire_a_form(root: Path, nth: int) -> None:
    """The one that was added; another is used instead."""
    name = max(file.stem for file in (root / "forms").glob("SKJ-*.yml"))
    instead = form_about_people(root)
    command(root, "retire", "form", name, "--replaced-by", instead, "--reason", "Ett er nok.")


def form_about_people(root: Path) -> str:
    """The first form that says what happens to the answers."""
    files = sorted(file.name for file in (root / "forms").glob("SKJ-*.yml"))
    return next(f[:6] for f in files if "privacy" in plain(root, f"forms/{f}"))


def free_form(root: Path) -> str:
    """The first number after those in use."""
    last = max(int(file.stem[4:]) for file in (root / "forms").glob("SKJ-*.yml"))
    return f"SKJ-{last + 1}"


def add_a_question(root: Path, nth: int) -> None:
    """To the last form there is; what changes in a form gives it a new version."""
    file = f"forms/{max(f.name for f in (root / 'forms').glob('SKJ-*.yml'))}"
    question = {"id": f"vanskelig_{nth}", "label": f"Hva var vanskelig? ({nth})",
                "type": "long_text", "personal_data": "none"}  # fmt: skip

    def change(value: Plain) -> None:
        _replace(value["sections"][-1]["fields"], question)
        tell(value, "Et spørsmål til.")

    command(root, "new", "question", f"{Path(file).stem}/{question['id']}")

    rewrite(root, file, change)


def tell(value: Plain, what: str, **more: Any) -> None:
    """Raise the version of a model or a form and say what is new."""
    great, small = value["version"].split(".")
    value["version"] = f"{great}.{int(small) + 1}"
    news = {"version": value["version"], "date": today(), "size": "minor", "what": what, **more}
    value["changes"] = [news, *value.get("changes", [])]


def tell_of_the_model(root: Path) -> None:
    """What an editor owes the readers of a model that gets new steps."""
    affects = [accountable(root)]
    rewrite(root, f"model/{first_model(root)}/model.yml", lambda value: tell(
        value, "Nye steg.", size="major", affects=affects
    ))  # fmt: skip


def add_a_criterion(root: Path, nth: int) -> None:
    """Asked of the step that is new."""
    new = plain(TINY, "model/mini/practice.yml")["criteria"][0] | {
        "id": f"prat-{nth}", "statement": f"Dere snakker sammen hver fredag ({nth}).",
        "applies_to": [new_step(nth)], "asked_of": [accountable(root)],
    }  # fmt: skip
    command(root, "new", "criterion", f"{first_model(root)}/{new['id']}")
    file = f"model/{first_model(root)}/practice.yml"
    rewrite(root, file, lambda value: _replace(value["criteria"], new))


def add_a_search_word(root: Path, nth: int) -> None:
    new = {"word": f"fredag {nth}", "search_words": [f"siste dag i uka {nth}"]}
    rewrite(root, "model/search.yml", lambda value: value["everyday"].append(new))


def choose_a_word(root: Path, nth: int) -> None:
    """A word to write, and one to avoid that nobody has written yet."""
    new = {"write": "fredagssamtale", "avoid": [f"ukesluttprat{nth * 'x'}"], "why": "Kortere."}
    rewrite(root, "model/words.yml", lambda value: value["choices"].append(new))


def today() -> str:
    """Today as a file says it."""
    return dt.date.today().isoformat()


NEW_MODEL = "ukesamtaler"


def begin_a_model(root: Path, nth: int) -> None:
    """`new`, and what a draft must have; all that may wait, waits."""
    name = f"{NEW_MODEL}-{nth}"
    command(root, "new", "model", name)
    for file, whole in _as_new(root, name, nth).items():
        written = {k: v for k, v in whole.items() if k not in needed_when_published(InclusionModel)}
        for phase in written.get("phases", []):
            phase["steps"] = [
                {k: v for k, v in one.items() if k not in needed_when_published(Step)}
                for one in phase["steps"]
            ]
        if written:  # else the file is left as `new` made it
            rewrite(root, f"model/{name}/{file}", lambda value, new=written: _become(value, new))


def fill_in_the_model(root: Path, nth: int) -> None:
    """Everything a reader needs; still a draft."""
    name = f"{NEW_MODEL}-{nth}"
    for file, whole in _as_new(root, name, nth).items():
        rewrite(root, f"model/{name}/{file}", lambda value, new=whole: _become(value, new))
    mirrored = {"model": name, "relation": "resembles", "difference": "Den er kortere."}
    rewrite(root, f"model/{first_model(root)}/model.yml", lambda value: value.setdefault(
        "related", []
    ).append(mirrored))  # fmt: skip


def _as_new(root: Path, name: str, nth: int) -> dict[str, Plain]:
    """A whole model, by file. Much of it is as in the tiny handbook."""
    a_year = dt.date.today() + dt.timedelta(days=365)
    related = {"model": first_model(root), "relation": "resembles", "difference": "Den er lengre."}
    duty = {"performed_by": ["leder"], "accountable": "leder", "informed": ["fadder", "deltaker"]}
    steps = [
        step(root, f"{word}-{nth}", f"{word.title()} {nth}", responsibility=duty)
        for word in ("begynn", "avslutt")
    ]
    steps[0]["outputs"] = [{"form": form_about_people(root), "action": "created"}]
    steps[0].pop("no_form")
    phases = [
        {"id": one["id"], "title": f"Fasen {one['title']}", "purpose": "Bli klare.",
         "starts_when": "I dag.", "ends_when": "Dere er klare.", "steps": [one]} for one in steps
    ]  # fmt: skip
    criteria = plain(TINY, "model/mini/practice.yml")["criteria"]
    own = {
        "model.yml": {
            "id": name, "title": f"Den nye modellen, nummer {nth}", "short_title": f"Ny {nth}",
            "status": "draft", "version": "1.0", "valid_from": today(), "last_verified": today(),
            "review_by": a_year.isoformat(), "changes": [], "related": [related],
            "legal": [{**_PROPOSAL, "title": "Avtale", "text": "Skriv en avtale."}],
        },
        "process.yml": {"phases": phases},
        "practice.yml": {"criteria": [one | {"applies_to": [steps[0]["id"]]} for one in criteria]},
        "results.yml": {"outcomes": [result(root, nth)], "benefits": [
            {**_TEXT, "party": "employer"}
        ]},
    }  # fmt: skip
    made = {file: plain(TINY, f"model/mini/{file}") | one for file, one in own.items()}
    made["model.yml"].pop("former_ids")
    return made


def _become(value: Plain, new: Plain) -> None:
    value.clear()
    value.update(new)


def publish_the_model(root: Path, nth: int) -> None:
    file = f"model/{NEW_MODEL}-{nth}/model.yml"
    rewrite(root, file, lambda value: value.update(status="published"))


def release(root: Path, nth: int) -> None:
    """A new edition: what is new is told first, then it is frozen."""
    edition = f"{dt.date.today().year + 1}.{nth}"
    news = {"version": edition, "date": today(), "size": "major", "what": "Flere samtaler."}

    def told(value: Plain) -> None:
        value["changes"].insert(0, news)
        # what a release waits for the owners to decide
        value.setdefault("feed_authority", "eksempel.no,2026")
        value.setdefault("contact", "mailto:redaksjonen@eksempel.no")

    rewrite(root, "model/handbook.yml", told)
    command(root, "release", edition)


ORDINARY: tuple[Act, ...] = (
    verify_a_model, rename_a_step, give_a_step_another_id, add_a_step, move_a_step,
    move_a_step_to_another_phase,
    add_a_phase, add_a_finding, add_a_source, add_a_result, add_a_role, add_a_term, add_a_theme,
    add_a_rule, add_an_instrument, add_a_routine, look_at_a_contact_again,
    add_a_form_and_use_it, add_a_question, add_a_criterion, add_a_search_word, begin_a_model,
    fill_in_the_model, publish_the_model, move_what_stands_in_an_order, accept_a_wording,
    add_an_answer_to_the_chooser, choose_a_word, retire_a_form, add_an_example,
)  # fmt: skip
"""In the order they are done; each leaves a handbook that may be proposed."""
