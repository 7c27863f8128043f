"""For every finding code: the smallest change that raises it, and a near miss that does not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MODEL = "model/mini/model.yml"
PROCESS = "model/mini/process.yml"
PRACTICE = "model/mini/practice.yml"
RESULTS = "model/mini/results.yml"
OTHER = "model/andre/model.yml"
OTHER_PROCESS = "model/andre/process.yml"
FORM = "forms/SKJ-01.yml"
ROLES = "model/roles.yml"
EDITION = "model/handbook.yml"
WORDS = "model/glossary.yml"
CHOICES = "model/words.yml"
RULE = "model/rules/sporsmal.yml"
INSTRUMENT = "model/instruments/trening.yml"
ROUTINE = "model/routines/legge-planer.yml"
OTHER_ROUTINE = "model/routines/slutte.yml"
EXAMPLE = "model/examples/mini.yml"
THEME = "model/themes/personvern.yml"
REPORT = "model/sources/rapport.yml"
NEWS = "model/sources/avis.yml"
LAW = "model/sources/lov.yml"
BY_HAND = "docs/om.md"
COPY_OF_THE_FORM = "samme skjema med ny id"


@dataclass(frozen=True)
class Edit:
    """Replace a piece of a file that stands there once; no old piece means the whole file."""

    file: str
    old: str | None
    new: str | bytes | None

    def apply(self, root: Path) -> None:
        path = root / self.file
        if self.new is None:
            path.unlink()
        elif isinstance(self.new, bytes):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.new)
        elif self.new == COPY_OF_THE_FORM:
            text = (root / FORM).read_text(encoding="utf-8").replace("SKJ-01", path.stem)
            path.write_text(text.replace("title: Plan", "title: Ny plan"), encoding="utf-8")
        elif self.old is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.new, encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            assert text.count(self.old) == 1, f"{self.old!r} × {text.count(self.old)} i {self.file}"
            path.write_text(text.replace(self.old, self.new), encoding="utf-8")


@dataclass(frozen=True)
class Case:
    """A code, how to raise it, how to come near, and a piece of the line it points at."""

    code: str
    wrong: tuple[Edit, ...]
    near: tuple[Edit, ...]
    at: str = ""


def _case(  # noqa: PLR0917 – a table of cases reads best without names
    code: str, file: str, old: str | None, wrong: str | bytes, near: str | bytes, at: str = ""
) -> Case:
    return Case(code, (Edit(file, old, wrong),), (Edit(file, old, near),), at)


_NAME = "      - id: navn\n        label: Fornavn\n        type: text\n"
_PICTURE = "picture:\n  text: Ada i døra.\n  source: Egen tegning\n  licence: CC BY 4.0\n"
_SECOND = """  - form: SKJ-01
    step: ha-moter
    answers: {navn: Ada}
"""

SECOND_FORM = (Edit("forms/SKJ-02.yml", None, COPY_OF_THE_FORM),)


def takes(field: str, spot: str) -> Edit:
    """A field of the form takes its answer from elsewhere."""
    at = f"      - id: {field}\n"
    return Edit(FORM, at, f"{at}        same_as: [{spot}]\n")


def _words(count: int, word: str = "du") -> str:
    return " ".join([word] * count)


COMPARED = """near_copies:
  percent: 80
  fewest_words: 8
  entries: [model, role, theme, rule]
  bases: [regulation, interpretation]
  lists: [do, do_not, must_not, purpose]
  same_words: {bases: [proposal], lists: [do, purpose]}
  same_meaning: [deltakeren | arbeidstakeren]
"""


def _told_twice(said: str) -> tuple[Edit, ...]:
    """Two models that tell the same rule, or not."""
    told = "Nav skal si hvor lenge treningen varer, hver tredje måned."
    rests = "basis: regulation\n    sources: [L1]"
    return (
        Edit(CHOICES, "choices:\n", f"{COMPARED}choices:\n"),
        Edit(MODEL, "text: Nav betaler etter reglene.", f"text: {told}"),
        Edit(OTHER, "text: Vise et utkast.\n    basis: proposal", f"text: {said}\n    {rests}"),
    )


_ACCEPTED = """accepted_wording:
  - bound: O06
    begins: Vis fram
    why: Loven ramser opp alt dette.
"""

_ROLE = """
  - id: vert
    title: vert
    belongs_to: employer
    you_are: Du tar imot.
    must_not: [{text: gå hjem., basis: proposal}]
    confidentiality: {duty: false, text: Du sier lite., basis: proposal}
"""
_IN_ROUND = "        routines: [legge-planer]\n        logic:\n          after: [lag-plan]"
_IN_MEETINGS = "        routines: [legge-planer]\n        meeting"
_READ = "          - artefact: romliste\n            action: read\n"
_ROUTINE = """id: slutte
title: Slutte rolig
stage: end
purpose: Alle sier farvel.
when: Noen slutter
accountable: leder
do:
  - {text: Si takk., basis: interpretation, who: [leder]}
  - {text: Rydd., basis: interpretation, who: [leder]}
control:
  - {text: Se at det er ryddet., basis: interpretation, who: [leder]}
proof: [SKJ-01]
"""
_LAST_ROLE = """      text: Du bestemmer selv hva du forteller.
      basis: proposal
"""
_SOURCE = """id: blad
type: {type}
title: Bladet
publisher: Bladet
confidence: C
findings:
  - id: {id}
    statement: En sa noe.
"""
_FRONT = "---\ntitle: Om oss\n---\n"
_CRITERION_3 = "- {score: 3, text: Planen er skrevet.}"
_IN_WORK = "measure: I lønnet arbeid\n    kind: count\n    statement: 24 av 61 fikk arbeid.\n"

_COUNTED = """    numerator: 2
    denominator: 3
    numerator_means: To.
    denominator_means: Tre.
"""

_WROTE = """            text: Skriv planen sammen.
            basis: interpretation
"""
_UNQUOTED = "    no_quote: Kilden er funnet på.\n"
_HALF = "    statement: Arbeidsevnen må være nedsatt med minst 50 prosent.\n"
_LESS = _HALF.replace("minst ", "")
_QUOTED = "    quote: Arbeidsevnen må være nedsatt med minst 50 prosent\n"
_WHO = """            level: must
            who: [leder]
"""
_LISTED = "          - artefact: romliste\n            action: created\n"

CASES: tuple[Case, ...] = (
    # the file as YAML
    _case("Y01", REPORT, None, "title: På".encode("latin-1"), "title: På".encode()),
    _case("Y02", OTHER, "Den andre modellen", "Nav: den andre", '"Nav: den andre"', "Nav: den"),
    _case("Y03", OTHER, "owner: ASVL", "owner: ASVL\nowner: ASVL", "owner: ASVL\n# owner: ASVL",
          "owner"),
    _case("Y04", OTHER_PROCESS, "    purpose: Begynne.", "\tpurpose: Begynne.",
          "    purpose: Beg\tynne.", "purpose"),
    _case("Y05", OTHER, "owner: ASVL", "owner: *navn", 'owner: "*navn"', "*navn"),
    _case("Y06", OTHER, "owner: ASVL", "owner: !viktig", "owner: ASVL!", "!viktig"),
    _case("Y07", NEWS, None, "a: " + "[" * 50 + "]" * 50, "a: " + "[" * 30 + "]" * 30),
    _case("Y08", NEWS, None, "# bare en merknad\n", "id: avis\n"),
    _case("Y09", NEWS, None, "- id: avis\n", "id: avis\n", "- id"),
    _case("Y10", OTHER, 'version: "1.0"', 'version: "1.0"\n---', 'version: "1.0"\n#---', "---"),
    _case("Y11", OTHER, "Enda en modell", "Enda\u200b en modell", "Enda\u00a0en modell", "Enda"),
    _case("Y12", OTHER, "owner: ASVL",
          "<<<<<<< HEAD\nowner: ASVL\n=======\nowner: Spekter\n>>>>>>> a",
          'owner: "ASVL" # =======', ""),
    _case("Y15", OTHER, "Enda en modell", "F\u00c3\u00b8r en modell", "São Tomé, en modell", "Ã"),
    _case("Y16", OTHER, "Enda en modell", "Enda en m\u043edell", "Enda en \u03b1 modell",
          "m\u043edell"),
    _case("Y17", OTHER, "Enda en modell", "Enda en #modell", '"Enda en #modell"', "Enda en #"),
    # fields
    _case("N01", OTHER, "owner: ASVL\n", "", "owner: A\n", "id: andre"),
    Case("N01", (Edit(EXAMPLE, "story:\n", _PICTURE.replace("  licence: CC BY 4.0\n", "")
                      + "story:\n"),),
         (Edit(EXAMPLE, "story:\n", f"{_PICTURE}story:\n"),), "text: Ada i døra"),
    Case("N01", (Edit(EXAMPLE, "story:\n", _PICTURE.replace("  text: Ada i døra.\n", "")
                      + "story:\n"),),
         (Edit(EXAMPLE, "story:\n", f"{_PICTURE}story:\n"),), "source: Egen tegning"),
    _case("N02", OTHER, "owner:", "eier: ASVL\nowner:", "# eier: ASVL\nowner:", "eier"),
    _case("N03", OTHER, "owner: ASVL", "owner: #giensjanse", 'owner: "#giensjanse"', "#giensjanse"),
    _case("N04", OTHER, "status: draft", "status: utkast", "status: consultation", "utkast"),
    _case("N05", PROCESS, "participant_involved: true\n        to_participant: Vi",
          "participant_involved: yes\n        to_participant: Vi",
          "participant_involved: true\n        to_participant: Jo, vi", "yes"),
    _case("N06", OTHER, "valid_from: 2026-01-01", "valid_from: 2026-02-30",
          "valid_from: 2026-02-28", "2026-02-30"),
    _case("N07", OTHER, "owner: ASVL", "owner: " + "a" * 301, "owner: " + "a" * 300, "owner"),
    _case("B01", OTHER, "Enda en modell", "Enda en 😀 modell", "Enda én «modell» … –", "😀"),
    _case("N08", OTHER, "Vise et utkast.", "Vise *et* utkast.", "Vise **et** utkast.", "*et*"),
    _case("N09", OTHER_PROCESS, "id: begynn", "id: Begynn nå", "id: begynn-na", "Begynn nå"),
    Case("N10", (Edit(ROLES, None, None),), (Edit("model/mini/README.md", None, "Hei"),)),
    Case("N11", (Edit("model/ny/process.yml", None, "phases: []"),),
         (Edit("model/ny/process.txt", None, "phases: []"),)),
    _case("N12", OTHER, "owner: ASVL", "owner: ASVL\npitfalls: []", "owner: ASVL\nproblem: []",
          "pitfalls"),
    # what a published entry needs
    _case("N20", PROCESS, "        why: Da blir det trygt.\n", "", "        why: Ja.\n",
          "- id: vis-rundt"),
    _case("N21", MODEL, "  - text: Møtene er faste.\n    basis: proposal\n", "",
          "  - text: Møtene er ofte.\n    basis: proposal\n", "core:"),
    _case("N22", PROCESS, "what: Vis fram stedet.", "what: TODO", "what: Todokoppen vises.",
          "TODO"),
    _case("N23", PROCESS, "        no_form: Det trengs ikke.\n", "",
          "        no_form: Nei da.\n", "- id: vis-rundt"),
    _case("N24", PROCESS, "        to_participant: Vi lager en plan sammen med deg.\n", "",
          "        to_participant: Vi lager en plan.\n", "participant_involved: true"),
    _case("N29", PROCESS, "        pictogram: plan\n", "", "        pictogram: talk\n",
          "to_participant"),
    _case("N25", PRACTICE, "- kind: accident", "- kind: other",
          "- {kind: other, title: Noe, responses: [{role: leder, within: nå, text: Gå., "
          "basis: proposal}]}\n  - kind: accident", "exceptions:"),
    _case("N26", OTHER, "status: draft", "status: withdrawn",
          "status: withdrawn\nwithdrawn: {date: 2026-01-01, reason: Slutt.}", "status"),
    _case("N27", MODEL, "  unknown:\n    reason: not_described", "  unknown:",
          "  unknown:\n    reason: not_examined", "unknown"),
    _case("N28", PROCESS, "          - artefact: romliste\n            action: created",
          "          - artefact: romliste\n            form: SKJ-01\n            action: created",
          "          - artefact: romliste\n            action: created", "artefact: romliste"),
    # pages by hand
    _case("D01", BY_HAND, None, f"{_FRONT}# Om\n\n<b>Hei</b>\n", f"{_FRONT}# Om\n\n**Hei**\n"),
    _case("D02", BY_HAND, None, "# Om\n", f"{_FRONT}# Om\n"),
    Case("D03", (Edit("docs/oppskrift.txt", None, "# Om\n"),),
         (Edit("docs/oppskrift.md", None, f"{_FRONT}# Om\n"),)),
    Case("D04", (Edit("docs/Ny side.md", None, f"{_FRONT}# Om\n"),),
         (Edit("docs/ny-side.md", None, f"{_FRONT}# Om\n"),)),
    # references
    _case("H01", ROLES, _LAST_ROLE, _LAST_ROLE + _ROLE.replace("id: vert", "id: leder"),
          _LAST_ROLE + _ROLE, "id: leder"),
    _case("H02", THEME, "id: personvern", "id: person-vern", "id: personvern", "person-vern"),
    _case("H03", OTHER_PROCESS,
          "what: Sett i gang.\n        basis: proposal\n        responsibility: "
          "{performed_by: [leder], accountable: leder}",
          "what: Sett i gang.\n        basis: proposal\n        responsibility: "
          "{performed_by: [leeder], accountable: leder}",
          "what: Sett i gang.\n        basis: proposal\n        responsibility: "
          "{performed_by: [leder], accountable: leder, informed: [leder]}", "leeder"),
    _case("H04", PROCESS, "[[SKJ-01]]", "[[SKJ-02]]", "[[mini/lag-plan]]", "[[SKJ-02]]"),
    _case("H05", THEME, "Spør om behov på jobb.", "Spør [[role:mini]].", "Spør [[role:leder]].",
          "[[role:mini]]"),
    _case("H06", THEME, "sources: [L1]", "sources: [L1, S99]", "sources: [L1, S1]", "S99"),
    _case("H07", PROCESS, "Skriv planen i [[SKJ-01]].", "Skriv om [[attforing]] i [[SKJ-01]].",
          "Skriv om [[attforing|det gamle ordet]] i [[SKJ-01]].", "[[attforing]]"),
    Case("H08", (Edit("forms/SKJ-02.yml", None, COPY_OF_THE_FORM),),
         (Edit("forms/SKJ-02.yml", None, COPY_OF_THE_FORM),
          Edit(THEME, "forms: [SKJ-01]", "forms: [SKJ-01, SKJ-02]")), "id: SKJ-02"),
    Case("H09", (Edit(ROLES, _LAST_ROLE, _LAST_ROLE + _ROLE),),
         (Edit(ROLES, _LAST_ROLE, _LAST_ROLE + _ROLE),
          Edit(FORM, "filled_in_by: [leder]", "filled_in_by: [leder, vert]")), "id: vert"),
    Case("H10", (Edit("model/sources/blad.yml", None, _SOURCE.format(type="news", id="A2")),),
         (Edit("model/sources/blad.yml", None, _SOURCE.format(type="news", id="A2")),
          Edit(THEME, "Spør om behov", "Les [[blad]]. Spør om behov")), "id: blad"),
    _case("H11", REPORT, "    unused_because: Det gjelder ikke modellen.\n", "",
          "    unused_because: Nei.\n", "id: S3"),
    _case("H12", THEME, "sources: [L1]", "sources: [L1, S3]", "sources: [L1, S2]"),
    _case("H14", PROCESS, "after: [lag-plan]", "after: [vis-rundt]", "after: []", "vis-rundt"),
    _case("H15", PRACTICE, "- id: stemme", "- id: runde", "- id: vis-rundt", "- id: runde"),
    _case("H16", NEWS, "- id: A1", "- id: S1", "- id: S10", "S1"),
    _case("H17", PROCESS, "informed: [deltaker]", "informed: [deltaker, deltaker]",
          "informed: [deltaker, fadder]", "[deltaker, deltaker]"),
    _case("H18", REPORT, "https://eksempel.no/rapport", "www.eksempel.no/rapport",
          "http://eksempel.no/rapport", "www.eksempel.no"),
    _case("H19", MODEL, "former_ids: [mini-modellen]", "former_ids: [andre]",
          "former_ids: [andre-gamle]", "[andre]"),
    Case("H20", (Edit(MODEL, "relation: resembles", "relation: builds_on"),
                 Edit(OTHER, "relation: resembles", "relation: builds_on")),
         (Edit(MODEL, "relation: resembles", "relation: builds_on"),
          Edit(OTHER, "relation: resembles", "relation: replaces"))),
    # process
    _case("P01", OTHER_PROCESS,
          "what: Gjør ferdig.\n        basis: proposal\n        responsibility: "
          "{performed_by: [leder]", "what: Gjør ferdig.\n        basis: proposal\n        "
          "responsibility: {performed_by: [fadder]",
          "what: Gjør ferdig.\n        basis: proposal\n        responsibility: "
          "{consulted: [leder], performed_by: [leder]", "[fadder]"),
    _case("P02", PROCESS, "          informed: [deltaker]\n", "",
          "          consulted: [deltaker]\n"),
    Case("P03", (Edit(PROCESS, "          - artefact: romliste\n            action: created\n", ""),
                 Edit(PROCESS, "no_form: Bruk egen mal.",
                      "outputs: [{artefact: Romliste, action: created}]\n        no_form: Nei.")),
         (Edit(PROCESS, "no_form: Bruk egen mal.",
               "outputs: [{artefact: Romliste, action: created}]\n        no_form: Nei."),),
         "artefact: romliste"),
    _case("P04", PROCESS, "          - form: SKJ-01\n            action: created",
          "          - form: SKJ-01\n            action: updated",
          "          - form: SKJ-01\n            action: created", "form: SKJ-01"),
    _case("P05", PROCESS, "        themes: [personvern]\n",
          "        themes: [personvern]\n        logic: {after: [vis-rundt]}\n",
          "        themes: [personvern]\n        logic: {after: []}\n", "vis-rundt"),
    _case("P06", PROCESS, "        themes: [personvern]\n",
          "        themes: [personvern]\n        logic: {after: [skriv-attest]}\n",
          "        themes: [personvern]\n        logic: {after: []}\n", "skriv-attest"),
    Case("P07", (Edit(PROCESS, "        themes: [personvern]\n",
                      "        themes: [personvern]\n        logic: {either_or: [vis-rundt]}\n"),
                 Edit(PROCESS, "          after: [lag-plan]\n",
                      "          either_or: [lag-plan]\n"),
                 Edit(PROCESS, "after: [vis-rundt]", "after: [vis-rundt, lag-plan]")),
         (Edit(PROCESS, "        themes: [personvern]\n",
               "        themes: [personvern]\n        logic: {either_or: [vis-rundt]}\n"),
          Edit(PROCESS, "          after: [lag-plan]\n", "          either_or: [lag-plan]\n")),
         "lag-plan]"),
    _case("P08", PROCESS, "          together_with: [ha-moter]\n", "          after: []\n",
          "          together_with: [ha-moter]\n          after: [vis-rundt]\n", "skriv-attest"),
    _case("P09", PROCESS, "          after: [lag-plan]\n",
          "          after: [lag-plan]\n          together_with: [lag-plan]\n",
          "          after: [lag-plan]\n          condition: Hvis det passer.\n", "after"),
    _case("P10", PROCESS, "          - form: SKJ-01\n            action: created\n", "",
          "          - form: SKJ-01\n            action: updated\n", "based_on"),
    _case("P11", PROCESS, "offset: {amount: 3, unit: month}", "offset: {amount: 4, unit: month}",
          "offset: {amount: 13, unit: week}", "label: Hver uke"),
    _case("P12", MODEL, "typical: {amount: 3, unit: month}", "typical: {amount: 7, unit: month}",
          "typical: {amount: 26, unit: week}"),
    _case("P13", MODEL, "    responsibility: Sier fra.\n    basis: proposal\n",
          "    responsibility: Sier fra.\n    basis: proposal\n"
          "  - {role: leder, responsibility: Mer., basis: proposal}\n",
          "    responsibility: Sier fra.\n    basis: interpretation\n", "role: leder"),
    _case("P14", PROCESS, "        no_form: Bruk egen mal.\n",
          "        no_form: Bruk egen mal.\n        to_participant: Du får den.\n",
          "        no_form: Bruk egen mal.\n        examples: []\n", "to_participant"),
    _case("P15", PROCESS, _WHO, _WHO.replace("leder", "fadder"),
          f"{_WHO}            moment: null\n", "who: [fadder]"),
    _case("P16", PROCESS, _WHO, "            level: must\n",
          "            who: [leder]\n            level: must\n", "id: skriv"),
    _case("P17", PROCESS, "          performed_by: [leder]\n          accountable: leder\n"
          "          informed: [deltaker]\n",
          "          performed_by: [leder, fadder]\n          accountable: leder\n"
          "          informed: [deltaker]\n",
          "          performed_by: [leder]\n          accountable: leder\n"
          "          informed: [deltaker, fadder]\n", "performed_by"),
    _case("P18", PROCESS, _WHO, f"{_WHO}            to_participant: Du skriver planen.\n",
          f"{_WHO}            moment: null\n", "to_participant"),
    _case("P19", PROCESS, _WHO, f"{_WHO}            moment: {{when: first_day, amount: 2}}\n",
          f"{_WHO}            moment: {{when: before_start, amount: 2, unit: week}}\n", "moment"),
    _case("P20", PROCESS, _LISTED, f"{_LISTED}        main_form: SKJ-02\n",
          f"{_LISTED}        main_form: SKJ-01\n", "main_form: SKJ-02"),
    _case("P21", ROLES, "    definite: lederen\n", "", "    definite: sjefen\n", "title: leder"),
    # forms
    _case("F01", FORM, "        needed_because: Planen gjelder en person.\n", "",
          "        needed_because: Fordi.\n", "personal_data: ordinary"),
    _case("F02", FORM, "    special: Personvernforordningen artikkel 9 nr. 2 b\n", "",
          "    special: Personvernforordningen artikkel 9\n",
          "legal_basis"),
    _case("F03", FORM, "          - {id: halv, label: Halv dag}\n", "",
          "          - {id: kort, label: Kort dag}\n", "type: choice"),
    _case("F04", FORM, "        type: text\n        personal_data: ordinary",
          "        type: text\n        rows: 2\n        personal_data: ordinary",
          "        type: text\n        max_length: 20\n        personal_data: ordinary", "rows: 2"),
    Case("F05", (Edit(FORM, "        type: text\n        personal_data: ordinary",
                      "        type: table\n        personal_data: ordinary"),),
         (Edit(FORM, "        type: text\n        personal_data: ordinary",
               "        type: table\n        columns: [{id: a, label: A, type: text}]\n"
               "        personal_data: ordinary"),), "type: table"),
    _case("F06", FORM, "        text: Dere trenger ikke skrive diagnose.\n", "",
          "        text: Nei.\n", "type: info"),
    _case("F07", FORM, "{id: oppgave, label: Oppgave, type: text}",
          "{id: oppgave, label: Oppgave, type: signature}",
          "{id: oppgave, label: Oppgave, type: date}", "signature"),
    _case("F08", FORM, "{field: trenger_tilpasning,", "{field: oppgaver,",
          "{field: arbeidstid,", "oppgaver"),
    _case("F09", FORM, 'any_of: ["true"]', "any_of: [ja]", 'any_of: ["false"]', "any_of: [ja]"),
    _case("F10", FORM, "signed_by: [leder, deltaker]\n", "", "signed_by: [leder]\n",
          "type: signature"),
    _case("F11", PROCESS, "          informed: [deltaker]\n", "",
          "          consulted: [deltaker]\n", "signed_by"),
    _case("F12", FORM, "      - id: arbeidstid\n", "      - id: navn\n", "      - id: navn_leder\n",
          "- id: navn"),
    _case("F13", FORM, "label: Behov på jobb", "label: Diagnose", "label: Hva trenger du på jobb?",
          "Diagnose"),
    _case("F16", FORM, "          - {id: hel, label: Hel dag}\n",
          "          - {id: hel, label: Hel dag, pictogram: good}\n",
          "          - {id: hel, label: Hele dagen}\n", "pictogram: good"),
    _case("F17", FORM, "        type: text\n        personal_data: ordinary",
          "        type: date\n        not_before: slutt\n        personal_data: ordinary",
          "        type: date\n        personal_data: none\n      - id: slutt\n"
          "        label: Slutt\n        type: date\n        not_before: navn\n"
          "        personal_data: ordinary", "not_before"),
    _case("F14", FORM, "    after: {amount: 3, unit: month}\n", "",
          "    after: {amount: 4, unit: month}\n", "measure_end"),
    Case("F15", (*SECOND_FORM, takes("navn", "SKJ-02/arbeidstid")),
         (*SECOND_FORM, takes("navn", "SKJ-02/navn")), "SKJ-02/arbeidstid"),
    Case("F15", (takes("navn", "sak/start"),), (takes("navn", "sak/leder"),), "sak/start"),
    Case("F15", (takes("navn", "sak/lederen"),), (takes("navn", "sak/contact_name"),),
         "sak/lederen"),
    # criteria
    _case("K01", PRACTICE, "applies_to: [lag-plan]", "applies_to: [vis-rundt]",
          "applies_to: [vis-rundt, lag-plan]"),
    _case("K02", PRACTICE, _CRITERION_3, "- {score: 3, text: planen er  muntlig.}",
          "- {score: 3, text: Planen er muntlig og kjent.}", "planen er  muntlig"),
    _case("K03", PRACTICE, _CRITERION_3, "- {score: 5, text: Planen er skrevet.}",
          _CRITERION_3 + "\n      - {score: 4, text: Planen brukes.}", "score: 5"),
    _case("K04", PRACTICE, "    basis: report\n    sources: [S2]\n    weight: 2",
          "    basis: proposal\n    weight: 2", "    basis: proposal\n    weight: 1", "weight: 2"),
    # what statements rest on
    _case("G01", THEME, "        basis: regulation\n        sources: [L1]\n",
          "        basis: regulation\n        sources: [A1]\n",
          "        basis: article\n        sources: [A1]\n", "basis: regulation"),
    _case("G02", PROCESS, _WROTE, _WROTE.replace("interpretation", "proposal"),
          _WROTE.replace("Skriv", "Lag"), "level: must"),
    _case("G03", LAW, _HALF + _UNQUOTED, f"{_HALF}    quote: {_words(61)}\n",
          f"{_HALF}    quote: {_words(60)}\n", "quote:"),
    _case("G04", LAW, _HALF + _UNQUOTED, f"{_HALF}{_QUOTED}{_UNQUOTED}", f"{_HALF}{_QUOTED}",
          "no_quote:"),
    _case("G05", LAW, _HALF + _UNQUOTED, f"{_LESS}{_QUOTED}",
          f"{_LESS.replace('50', 'om lag 60')}{_QUOTED}", "statement: Arbeidsevnen"),
    _case("G06", LAW, _HALF + _UNQUOTED, f"{_HALF}{_QUOTED.replace('må', 'bør')}",
          f"{_HALF}{_QUOTED}", "statement: Arbeidsevnen"),
    _case("G07", LAW, _HALF, f"{_HALF}    open_copy: https://eksempel.no/noen\n",
          f"{_HALF}    open_copy: Norsk Lovtidend, lest 1.11.2026\n", "open_copy:"),
    _case("G09", LAW, _HALF + _UNQUOTED, f"{_HALF}{_QUOTED}    why_ok: Det er likt.\n",
          f"{_LESS}{_QUOTED}    why_ok: Det er likt.\n", "why_ok:"),
    _case("G08", LAW, _HALF + _UNQUOTED, _HALF, f"{_HALF}{_QUOTED}", "id: L1"),
    Case("G10", (Edit(LAW, f"{_HALF}{_UNQUOTED}    place: § 1\n", f"{_HALF}{_QUOTED}"),),
         (Edit(LAW, f"{_HALF}{_UNQUOTED}    place: § 1\n", f"{_HALF}{_QUOTED}    place: § 1\n"),),
         "quote:"),
    # results
    _case("T01", RESULTS, "    numerator: 24\n", "    numerator: 62\n", "    numerator: 61\n",
          "numerator: 62"),
    _case("T02", RESULTS, "    design: none\n".replace("    ", "      "),
          "      design: before_after\n      numerator: 4\n",
          "      design: before_after\n      numerator: 4\n      denominator: 9\n", "numerator: 4"),
    _case("T03", RESULTS, "    numerator_means: De som hadde lønn.\n", "",
          "    numerator_means: Alle med lønn.\n", "numerator: 24"),
    _case("T04", RESULTS, "Nær 39 prosent", "Nær 90 prosent", "Nær 39,3 %", "90 prosent"),
    _case("T05", RESULTS, _IN_WORK, _IN_WORK.replace("24 av 61", "39 prosent"),
          _IN_WORK.replace("24 av 61", "24 personer"), "39 prosent"),
    _case("T06", RESULTS, "stated_percentage: 39", "stated_percentage: 40",
          "stated_percentage: 39.3", "stated_percentage"),
    _case("T07", RESULTS, "    evidence_level: \"1\"\n",
          "    evidence_level: \"1\"\n    stated_percentage: 40\n", "    evidence_level: \"0\"\n",
          "stated_percentage: 40"),
    _case("T08", RESULTS, "measured_on: 2017-09-01", "measured_on: 2026-11-23",
          "measured_on: 2026-11-22", "2026-11-23"),
    _case("T09", RESULTS, "    caveat: Bare gjengitt i avisen.\n", "",
          "    caveat: Bare i avisen.\n", "A1"),
    _case("T10", RESULTS, 'evidence_level: "3"', 'evidence_level: "4"', 'evidence_level: "2"',
          'evidence_level: "4"'),
    Case("T11", (Edit(RESULTS, "measure: Fast jobb\n", f"measure: I lønnet arbeid\n{_COUNTED}"),),
         (Edit(RESULTS, "measure: Fast jobb\n", f"measure: I fast arbeid\n{_COUNTED}"),),
         "I lønnet arbeid"),
    _case("T12", RESULTS, f"{_IN_WORK}", _IN_WORK.replace("count", "survey"),
          _IN_WORK.replace("count", "survey\n    asked: Alle 70\n    answered: 61 av dem"),
          "kind: survey"),
    _case("T13", RESULTS, f"{_IN_WORK}", _IN_WORK.replace("count", "no_figures"),
          _IN_WORK.replace("count", "sample"), "kind: no_figures"),
    # upkeep
    _case("V01", MODEL, "review_by: 2027-11-01", "review_by: 2026-11-21", "review_by: 2026-11-22",
          "review_by"),
    _case("V02", MODEL, '\nversion: "1.1"', '\nversion: "2.0"', '\nversion: "1.1.0"', "2.0"),
    _case("V03", REPORT, "checked: 2026-11-01", "checked: 2027-11-01", "checked: 2026-11-22",
          "2027-11-01"),
    _case("V04", MODEL, "Deltakeren er ikke ansatt.", "Ring 912 34 567.", "Ring 55 55 33 33.",
          "912 34 567"),
    _case("V05", MODEL, "    affects: [leder]\n", "", "    affects: [fadder]\n", "version"),
    _case("V06", MODEL, '  - version: "1.1"', '  - version: "1.2"',
          '  - version: "1.0.1"\n    date: 2026-09-01\n    size: minor\n    what: Rettet.\n'
          '  - version: "1.1"', "1.2"),
    _case("V07", MODEL, "verified_by: redaktør\n", "", "verified_by: fagråd\n", "last_verified"),
    _case("V14", "model/handbook.yml", "feed_authority: eksempel.no,2026\n", "",
          "feed_authority: eksempel.no,2026-11\n", ""),
    _case("V15", "model/handbook.yml", "contact: mailto:redaksjonen@eksempel.no\n", "",
          "contact: https://eksempel.no/si-fra\n", ""),
    # rules
    _case("R01", RULE, "check_by: 2028-01-01\n", "", "valid_to: 2028-01-01\n", "id: sporsmal"),
    _case("R02", RULE, "basis: regulation", "basis: interpretation", "basis: report",
          "basis: interpretation"),
    _case("R03", THEME, "[[regel:sporsmal]]", "Spør [[regel:sporsmal|korrt]].",
          "Spør [[regel:sporsmal|kort]].", "sporsmal|korrt"),
    _case("R04", RULE, "wording: Dere skal ikke spørre om sykdom.",
          'wording: "[[regel:sporsmal]]"', 'wording: "Ikke spør [[regel:andre]]."', "id: sporsmal"),
    _case("R05", RULE, "check_by: 2028-01-01", "check_by: 2027-01-21", "check_by: 2027-01-22",
          "2027-01-21"),
    _case("R06", RULE, "check_by: 2028-01-01", "valid_to: 2026-11-21", "valid_to: 2026-11-22",
          "2026-11-21"),
    Case("R07", (Edit(RULE, "check_by: 2028-01-01", "valid_to: 2027-11-01"),
                 Edit(PROCESS, "why: Da blir det trygt.", 'why: "[[regel:sporsmal]]"')),
         (Edit(RULE, "check_by: 2028-01-01", "valid_to: 2027-11-02"),
          Edit(PROCESS, "why: Da blir det trygt.", 'why: "[[regel:sporsmal]]"')), "review_by"),
    _case("R08", THEME, "Spør om behov på jobb.", "Svar innen fristen på 20 dager.",
          "Svar innen fristen på to uker.", "20 dager"),
    _case("R09", THEME, "Spør om behov på jobb.", "Spør ikke om sykdom, medisin eller rus.",
          "Spør ikke om sykdom eller rus, takk.", "sykdom, medisin"),
    Case("R10", (Edit(THEME, "Spør om behov på jobb.", "Planen lages etter tre uker."),
                 Edit(FORM, "purpose: Skrive", "purpose: Planen lages etter to uker. Skrive")),
         (Edit(THEME, "Spør om behov på jobb.", "Planen lages etter tre uker."),
          Edit(FORM, "purpose: Skrive", "purpose: Planen lages etter 21 dager. Skrive")),
         "tre uker"),
    # instruments
    _case("I01", INSTRUMENT, "check_by: 2028-01-01", "check_by: 2026-11-21", "check_by: 2026-11-22",
          "2026-11-21"),
    _case("I02", INSTRUMENT, "valid_to: 2030-12-31", "valid_to: 2026-11-21", "valid_to: 2026-11-22",
          "state: in_use"),
    # routines
    _case("U01", PROCESS, _IN_ROUND, _IN_ROUND.partition("\n")[2],
          _IN_ROUND.replace("[legge-planer]", "[ legge-planer ]"), "- id: vis-rundt"),
    Case("U02", (Edit(OTHER_ROUTINE, None, _ROUTINE),),
         (Edit(OTHER_ROUTINE, None, _ROUTINE),
          Edit(PROCESS, _IN_MEETINGS, _IN_MEETINGS.replace("]", ", slutte]", 1))), "id: slutte"),
    Case("U03", (*SECOND_FORM, Edit(ROUTINE, "proof: [SKJ-01]", "proof: [SKJ-01, SKJ-02]")),
         (*SECOND_FORM, Edit(ROUTINE, "proof: [SKJ-01]", "proof: [SKJ-01, SKJ-02]"),
          Edit(PROCESS, _READ, f"{_READ}          - form: SKJ-02\n            action: read\n")),
         "proof: [SKJ-01, SKJ-02]"),
    # examples
    _case("E01", EXAMPLE, "nivaa: middels", "nivo: middels", "nivaa: lett", "nivo"),
    _case("E02", EXAMPLE, "arbeidstid: halv", "arbeidstid: kveld", "arbeidstid: hel", "kveld"),
    Case("E03", (Edit(FORM, _NAME, f"{_NAME}        required: true\n"),
                 Edit(EXAMPLE, "      navn: Ada\n", "")),
         (Edit(FORM, _NAME, f"{_NAME}        required: true\n"),), "answers"),
    _case("E04", EXAMPLE, "trenger_tilpasning: true", "trenger_tilpasning: false",
          "trenger_tilpasning:  true", "tilpasning: Korte"),
    _case("E05", EXAMPLE, "fiction: true", "fiction: false", "fiction:  true", "fiction"),
    _case("E06", THEME, "Spør om behov på jobb.", "Adas plan er god.", "Adams plan er god.",
          "Adas"),
    _case("E07", EXAMPLE, "De ser på rommene.", "De møtes i Storgata 4.", "De møtes i Storgata.",
          "Storgata 4"),
    _case("E08", EXAMPLE, "De ser på rommene.", "Hun har migrene.", "Hun vil ha et rolig rom.",
          "migrene"),
    _case("E09", EXAMPLE, "date: 2027-06-30", "date: 2027-01-04", "date: 2027-06-29",
          "skriv-attest"),
    _case("E10", EXAMPLE, "step: lag-plan\n    answers", "step: vis-rundt\n    answers",
          "step: ha-moter\n    answers", "vis-rundt"),
    _case("E11", EXAMPLE, "search_words: [eksempel]", _SECOND, "search_words: [hotell]", "SKJ-01"),
    _case("E12", EXAMPLE, "by: Ada", "by: Eva", "by: Ivar", "Eva"),
    _case("E13", EXAMPLE, "    mended: Lederen la møtet inn i kalenderen samme dag.\n", "",
          "    mended: Lederen la det inn samme dag.\n", "story"),
    Case("E14", (Edit(EXAMPLE, "story:\n", f"{_PICTURE}story:\n"),),
         (Edit(EDITION, "front:\n", "front:\n  " + _PICTURE.replace("\n  ", "\n    ")),),
         "Ada i døra"),
    # words
    _case("O01", THEME, "        basis: regulation\n        sources: [L1]\n",
          "        basis: regulation\n", "        basis: interpretation\n", "basis: regulation"),
    _case("O02", PROCESS, "title: Vis rundt", "title: Omvisning på stedet", "title: Ring alle",
          "Omvisning"),
    _case("O03", MODEL, "summary: Én fadder følger deltakeren tett.",
          "summary: " + "a" * 301, "summary: " + "a" * 300, "summary"),
    _case("O04", PROCESS, "to_participant: Vi lager en plan sammen med deg.",
          f"to_participant: {_words(61)}.", f"to_participant: {_words(20)}. {_words(20)}. "
          f"{_words(20)}.", "to_participant"),
    _case("O05", PROCESS, "to_participant: Vi lager en plan sammen med deg.",
          "to_participant: Arbeidsevnen din kartlegges i en individuell vurdering av behovet for "
          "tilrettelegging.", "to_participant: Vi ser sammen på hva du kan og hva du trenger av "
          "hjelp på jobben.", "to_participant"),
    _case("O06", PROCESS, "what: Vis fram stedet.", f"what: {_words(46)}.",
          f"what: {_words(23)}. {_words(23)}.", "what"),
    _case("O07", THEME, "Spør om behov på jobb.", "Spør utviklingshemmede.",
          "Spør personer med utviklingshemming.", "utviklingshemmede"),
    _case("O08", THEME, "Spør om behov på jobb.", "Spør NAV først.", "Spør Nav. Før: NAV Buskerud.",
          "NAV"),
    _case("O09", WORDS, "term: tiltak", "term: Arbeidstrening", "term: arbeidstreninger",
          "Arbeidstrening"),
    _case("O10", THEME, "Spør om behov på jobb.", "Les mer [her](https://nav.no).",
          "Les [om behov](https://nav.no).", "[her]"),
    _case("O11", ROLES, "you_are: Du leder avdelingen.", "you_are: En leder er sjef.",
          "you_are: Du leder. Du svarer.", "En leder"),
    _case("O21", THEME, "Spør om behov på jobb.", "Spør om HMS.",
          "Spør om helse, miljø og sikkerhet (HMS).", "HMS"),
    _case("O22", THEME, "Spør om behov på jobb.", "Spør f.eks. om behov.",
          "Spør for eksempel om behov.", "f.eks."),
    _case("O23", PROCESS, "to_participant: Vi lager en plan sammen med deg.",
          "to_participant: Vi lærer deg om HMS.", "to_participant: Vi ringer Nav sammen.", "HMS"),
    _case("O24", PROCESS, "to_participant: Vi lager en plan sammen med deg.",
          f"to_participant: {_words(13, 'plan')}.", f"to_participant: {_words(12, 'plan')}.",
          "to_participant"),
    _case("O25", ROLES, "text: spørre om helse.", "text: Spør aldri om helse.",
          "text: spørre om noen aldri er syke.", "Spør aldri"),
    _case("O26", ROLES, "text: spørre om helse.", "text: Spør om helse.", "text: gå hjem.",
          "Spør om"),
    _case("O27", PROCESS, "text: Skriv planen sammen.", "text: Lederen skriver planen.",
          "text: Skriv planen lederen trenger.", "Lederen skriver"),
    _case("O28", PROCESS, "to_participant: Du møter fadderen din hver uke.",
          "to_participant: Er du syk, ringer du fadderen.",
          "to_participant: Hvis du er syk, ringer du fadderen.", "Er du syk"),
    _case("O29", MODEL, " Når det står «vi» her, er det bedriften.", "",
          " Når det står «vi» her, er det lederen.", ""),
    _case("O30", MODEL, " Det er et brev om jobben.", "", " En attest er et brev.", "what_i_hold"),
    Case("O31", (Edit(EDITION, "front:\n", f"{_ACCEPTED}front:\n"),),
         (Edit(EDITION, "front:\n", f"{_ACCEPTED}front:\n"),
          Edit(PROCESS, "what: Vis fram stedet.", f"what: Vis fram {_words(46)}.")),
         "Vis fram"),
    _case("O32", PROCESS, "what: Vis fram stedet.", "what: Ring Nav. Spør om frist. Skriv datoen.",
          "what: Ring Nav. Spør om fristen, og skriv datoen i kalenderen. Det er alt.", "what"),
    _case("O33", PROCESS, "what: Vis fram stedet.", "what: Planen skal slettes.",
          "what: Dere skal slette planen når alt som skal gjøres, er gjort.", "what"),
    _case("O34", PROCESS, "what: Vis fram stedet.",
          "what: Gjennomføring av kartlegging krever avklaring.",
          "what: Dere avklarer hva dere skal kartlegge.", "what"),
    Case("O35", _told_twice("Nav skal si hvor lenge treningen varer hver tredje måned."),
         _told_twice("Nav ser på tida minst fire ganger i året, og sier fra."), "Nav"),
    _case("O36", PROCESS, "text: Skriv planen sammen.",
          "text: Møt fadderen, og skriv planen sammen.",
          "text: Møt fadderen for å skrive planen, eller skriv den alene.", "Møt fadderen"),
)  # fmt: skip

ELSEWHERE = {
    "H21": "tests/pages/test_dead_links.py",
    "H22": "tests/checks/test_decision.py",
    "D05": "tests/site/test_docs_folder.py",
    "Y13": "tests/reading/test_folder.py",
    "Y14": "tests/reading/test_plain_files.py",
    "O20": "tests/language/test_spelling_and_weight.py",
    "F30": "tests/publishing/test_files.py",
    "B02": "tests/decks/test_fitting.py",
    "B03": "tests/publishing/test_book_room.py",
}
"""Codes that no check of the handbook raises, and where they are tested."""
