"""Every kind of real edit gives exactly one sentence, and a typo gives none."""

from __future__ import annotations

from pathlib import Path

import pytest
from changing import book_in, edit

from handbook.editing.differences import differences
from handbook.editing.editorial import editorial

MODEL = "model/mini/model.yml"
PROCESS = "model/mini/process.yml"
PRACTICE = "model/mini/practice.yml"
FORM = "forms/SKJ-01.yml"
ROLES = "model/roles.yml"
WORDS = "model/glossary.yml"
THEME = "model/themes/personvern.yml"

_READS = "        inputs:\n          - artefact: romliste\n            action: read\n"
_STEP_2 = "      - id: vis-rundt\n"
_NEW_STEP = """      - id: hent-nokkel
        title: Hent nøkkel
        what: Hent nøkkelen i resepsjonen.
        basis: proposal
        responsibility: {performed_by: [fadder], accountable: leder}
        participant_involved: false
"""

REAL = [
    (MODEL, "title: Minimodellen", "title: Storemodellen", "Tittel: ny tekst"),
    (MODEL, "status: published", "status: under_revision", "fra «Publisert» til «Under revisjon»"),
    (MODEL, "status: published", "status: withdrawn\nwithdrawn:\n  date: 2026-11-01\n  reason: "
     "Avløst.", "Modellen «Minimodellen» er trukket tilbake."),
    (MODEL, "kind: method", "kind: project", "Type: fra «Arbeidsmåte» til «Prosjekt»"),
    (MODEL, "employer_size: [small]", "employer_size: [small, large]", "nytt: «Stor (over 250"),
    (MODEL, "  - text: Møtene er faste.\n    basis: proposal\n", "", "fjernet «Møtene er faste»"),
    (MODEL, "  - text: Møtene er faste.\n", "  - text: Møtene er aldri faste.\n", "tekst"),
    (MODEL, "core:\n", "core:\n  - {text: Ny ting., basis: proposal}\n", "nytt punkt «Ny ting»"),
    (MODEL, "maximum: {amount: 6, unit: month}", "maximum: {amount: 9, unit: month}",
     "«9 måneder»"),
    (MODEL, "  unknown:\n    reason: not_described", "  not_applicable:\n    reason: Nei.",
     "Gjelder"),
    (MODEL, "review_by: 2027-11-01", "review_by: 2028-11-01", "1.11.2028"),
    (MODEL, "last_verified: 2026-11-01", "last_verified: 2026-11-02", "Sist verifisert"),
    (MODEL, "themes: [personvern]\n", "", "Temaer: fjernet"),
    (MODEL, "responsibility: Svarer for opplegget.", "responsibility: Betaler lønna.", "«leder»"),
    (MODEL, "employment: not_employed", "employment: by_employer", "Status for den enkelte"),
    (PROCESS, "title: Lag plan", "title: Skriv avtalen", "«Lag plan» – Tittel: ny tekst"),
    (PROCESS, "what: Vis fram stedet.", "what: Gi opplæring i brann.", "Hva: ny tekst"),
    (PROCESS, f"performed_by: [fadder]\n          accountable: leder\n{_READS}",
     f"performed_by: [fadder]\n          accountable: fadder\n{_READS}",
     "Ansvar: ansvarlig: fra «leder» til «fadder»"),
    (PROCESS, f"performed_by: [fadder]\n          accountable: leder\n{_READS}",
     f"performed_by: [leder]\n          accountable: fadder\n{_READS}",
     "utfører: nytt: «leder»; fjernet: «fadder»; ansvarlig"),
    (PROCESS, "offset: {amount: -1, unit: week}", "offset: {amount: -2, unit: week}", "avstand"),
    (PROCESS, "hours: 2", "hours: 4", "timer: fra «2.0» til «4.0»"),
    (PROCESS, "id: ga\n            level: should", "id: ga\n            level: must",
     "gjøremålet «Gå runden» – Nivå: fra «Bør» til «Må»"),
    (PROCESS, _STEP_2, _NEW_STEP + _STEP_2, "Nytt steg i Mini: «Hent nøkkel»"),
    (PROCESS, "          - form: SKJ-01\n            action: created\n", "",
     "Ut: fjernet «SKJ-01»"),
    (PROCESS, "no_form: Det trengs ikke.", "no_form: Bruk kalenderen.", "Ikke noe skjema"),
    (PROCESS, "question: Skal dere starte?", "question: Har dere råd?", "Beslutning: spørsmål"),
    (PROCESS, "title: Drift", "title: Hverdag", "fasen «Drift» – Tittel: ny tekst «Hverdag»"),
    (FORM, "label: Fornavn", "label: Hele navnet ditt", "«Fornavn» – Spørsmål: ny tekst"),
    (FORM, "type: long_text", "type: text", "Type: fra «Lang tekst» til «Kort tekst»"),
    (FORM, "          - {id: halv, label: Halv dag}\n",
     "          - {id: halv, label: Halv dag}\n          - {id: kort, label: Kort dag}\n",
     "nytt punkt «Kort dag»"),
    (FORM, "amount: 3, unit: month", "amount: 6, unit: month", "slettes etter"),
    (FORM, "signed_by: [leder, deltaker]", "signed_by: [leder]", "fjernet: «deltaker»"),
    (FORM, "when: Før første dag", "when: Etter en uke", "Når: ny tekst"),
    (ROLES, "belongs_to: participant", "belongs_to: support", "Hører til"),
    (ROLES, "duty: false\n      text: Du bestemmer", "duty: true\n      text: Du bestemmer",
     "taushetsplikt: fra nei til ja"),
    (WORDS, "definition: Hjelp fra Nav for å komme i arbeid.", "definition: Penger.", "Forklaring"),
    (WORDS, "search_words: [praksisplass]", "search_words: [praksis]", "Søkeord"),
    (THEME, "text: Spør om behov på jobb.", "text: Spør aldri om helse.", "tekst"),
    ("model/themes/hms.yml", "", "id: hms\ntitle: HMS\nsummary: Trygt.\nsections:\n  - id: a\n"
     "    title: Ansvar\n    statements: [{text: Se., basis: proposal}]\n", "Nytt tema: «HMS»"),
    ("model/handbook.yml", "promise: En liten håndbok for prøver.", "promise: Alt om arbeid.",
     "Håndboka – Forside"),
    ("model/handbook.yml", "publishers: [ASVL]", "publishers: [ASVL, Spekter]", "nytt: «Spekter»"),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("file", "old", "new", "said"), REAL, ids=[r[3] for r in REAL])
def test_one_real_edit_gives_one_sentence(
    file: str, old: str, new: str, said: str, tiny: Path
) -> None:
    before = book_in(tiny)
    edit(tiny, file, old, new)
    found = [d.sentence for d in differences(before, book_in(tiny))]
    assert len(found) == 1, found
    assert said in found[0], found
    assert "None" not in found[0] and "Prose(" not in found[0]


TYPOS = [
    (MODEL, "summary: Én fadder følger deltakeren tett.",
     "summary: Én fadder følgjer deltakeren tett."),
    (MODEL, "text: Møtene er faste.", "text: Møtene er **faste**."),
    (MODEL, "text: Tre måneder.", 'text: "Tre  måneder"'),
    (PROCESS, "what: Vis fram stedet.", "what: Vis fram hele det stedet.".replace("hele ", "")),
    (PROCESS, "to_participant: Vi lager en plan sammen med deg.",
     "to_participant: Vi lager plan sammen med deg."),
    (FORM, "if_omitted: Da husker alle ulikt.", "if_omitted: Da husker alle ulikt!"),
    (ROLES, "you_are: Du er en kollega som hjelper. Du svarer på spørsmål.",
     "you_are: Du er ein kollega som hjelper. Du svarar på spørsmål."),
    (THEME, "text: Spør om behov på jobb.", "text: Spør om behovet på jobb."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new"), TYPOS, ids=[t[2] for t in TYPOS])
def test_editorial_typo_gives_no_sentence(file: str, old: str, new: str, tiny: Path) -> None:
    before = book_in(tiny)
    edit(tiny, file, old, new)
    assert differences(before, book_in(tiny)) == ()


def test_an_id_that_is_removed_gives_one_sentence(tiny: Path) -> None:
    before = book_in(tiny)
    (tiny / THEME).unlink()
    assert [d.sentence for d in differences(before, book_in(tiny))] == [
        "Temaet «Personvern» (personvern) er fjernet."
    ]


def test_a_step_that_moves_to_another_phase_gives_one_sentence(tiny: Path) -> None:
    before = book_in(tiny)
    text = (tiny / PROCESS).read_text(encoding="utf-8")
    start, end = text.index("      - id: vis-rundt"), text.index("  - id: drift")
    step = text[start:end]
    last = "    steps:\n      - id: ha-moter"
    text = (text[:start] + text[end:]).replace(last, last.replace("      -", f"{step}      -"))
    (tiny / PROCESS).write_text(text, encoding="utf-8")
    assert [d.sentence for d in differences(before, book_in(tiny))] == [
        "Mini, steget «Vis rundt» er flyttet til fasen «Drift»."
    ]


def test_the_notes_of_a_change_are_not_a_change_themselves(tiny: Path) -> None:
    before = book_in(tiny)
    edit(tiny, FORM, 'version: "1.0"', 'version: "1.1"\nchanges:\n  - version: "1.1"\n'
         "    date: 2026-11-20\n    size: minor\n    what: Nytt felt.")  # fmt: skip
    assert differences(before, book_in(tiny)) == ()


def test_the_same_handbook_has_no_differences(tiny: Path) -> None:
    assert differences(book_in(tiny), book_in(tiny)) == ()


def test_a_change_in_a_step_names_who_notices(tiny: Path) -> None:
    before = book_in(tiny)
    edit(tiny, PROCESS, "what: Vis fram stedet.", "what: Gi opplæring i brann.")
    (change,) = differences(before, book_in(tiny))
    assert change.roles == ("leder", "fadder")


@pytest.mark.parametrize(("old", "new"), [
    ("Dere må spørre.", "Dere kan spørre."),
    ("Dere må spørre.", "Dere må ikke spørre."),
    ("Innen 3 dager.", "Innen 5 dager."),
    ("Bruk [[SKJ-01]].", "Bruk [[SKJ-02]]."),
    ("Se [Nav](https://nav.no).", "Se [Nav](https://nav.se)."),
    ("Lederen ringer.", "Fadderen ringer."),
    ("Du får lønn av Nav.", "Du får lønn av bedriften."),
])  # fmt: skip
def test_what_changes_the_meaning_is_never_editorial(old: str, new: str) -> None:
    assert not editorial(old, new)
