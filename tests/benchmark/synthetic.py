"""A made-up handbook of any size, as YAML for the same nouns as the real one.

Nothing in it is about the world. `python tests/benchmark/synthetic.py 40 book` writes 40 models with
12 steps and 8 forms each, about 33 pages a model.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

STEPS, FORMS = 12, 8
PAGES_PER_MODEL = 1 + 3 + STEPS + 7 + FORMS
_WORDS = (
    "avtale start prat plan leder fadder ordning mål oppgave møte dag uke plass hjelp "
    "øving rutine kontakt ansvar støtte lære trygg mestre arbeid hverdag beskjed"
).split()


def write_synthetic(models: int, root: Path) -> None:
    """Write a whole handbook with so many models under a folder."""
    for folder in ("forms", "model/rules", "model/sources", "model/themes"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    _save(root / "model/handbook.yml", _edition())
    _save(root / "model/roles.yml", {"roles": [_role(r) for r in _ROLES]})
    _save(root / "model/glossary.yml", {"terms": [_term(n) for n in range(20)]})
    _save(root / "model/themes/tema-en.yml", _theme())
    _save(root / "model/rules/regel-en.yml", _rule())
    for m in range(models):
        _write_model(m, root)


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes every value out; the handbook has no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_ROLES = ("leder", "fadder", "veileder", "deltaker")


def _save(file: Path, value: Any) -> None:
    text = yaml.dump(value, allow_unicode=True, sort_keys=False, width=10_000, Dumper=_Dumper)
    file.write_text(text, encoding="utf-8")


def _sentence(seed: int, length: int = 11) -> str:
    words = [_WORDS[(seed * 7 + i * (3 + seed % 5)) % len(_WORDS)] for i in range(length)]
    return " ".join(words).capitalize() + "."


def _text(seed: int, sentences: int = 3) -> str:
    return " ".join(_sentence(seed * 31 + i) for i in range(sentences))


def _say(seed: int, finding: str = "", **more: Any) -> dict[str, Any]:
    basis = {"basis": "report", "sources": [finding]} if finding else {"basis": "proposal"}
    return {**basis, "text": _sentence(seed), **more}


def _edition() -> dict[str, Any]:
    return {
        "title": "Prøvebok", "edition": "0.1", "date": "2026-01-01", "language": "nb-NO",
        "site_url": "https://prove.example/", "publishers": ["Ingen"],
        "owners": [{"organisation": "Ingen", "function": "prøve"}], "content_licence": "CC0",
        "front": {"promise": "En bok laget av en maskin for å måle fart.", "lead": _text(1)},
    }  # fmt: skip


def _role(role: str) -> dict[str, Any]:
    return {
        "id": role, "title": role, "definite": role[:18], "belongs_to": "employer", "you_are": f"Du er {role}.",
        "must_not": [{"basis": "proposal", "text": "spørre om helse."}], "confidentiality": {"basis": "proposal", "duty": True, "text": _text(2, 1)},
    }  # fmt: skip


def _term(n: int) -> dict[str, Any]:
    return {"id": f"ord-{n}", "term": f"ord {n}", "definition": _sentence(n), "basis": "proposal"}


def _rule() -> dict[str, Any]:
    return {"id": "regel-en", "kind": "duty", "title": "Regel en", "wording": _sentence(3),
            "condition": _sentence(4), "legal_basis": ["loven § 1"], "check_by": "2999-01-01",
            "basis": "report", "sources": ["S1"]}  # fmt: skip


def _theme() -> dict[str, Any]:
    sections = [{"id": f"del-{n}", "title": f"Del {n}", "statements": [_say(n), _say(n + 1)]}
                for n in range(4)]  # fmt: skip
    sections[0]["statements"].append({"basis": "interpretation", "text": "[[regel:regel-en]]"})
    return {"id": "tema-en", "title": "Tema en", "summary": _text(5, 1), "sections": sections}


def _write_model(m: int, root: Path) -> None:
    name = f"modell-{m}"
    folder = root / "model" / name
    folder.mkdir(parents=True, exist_ok=True)
    number = m + 1
    finding = f"S{number}"
    _save(root / f"model/sources/kilde-{m}.yml", {
        "id": f"kilde-{m}", "type": "report", "title": f"Kilde {m}", "publisher": "Ingen",
        "confidence": "A", "findings": [{"id": finding, "statement": _text(m, 1), "place": "side 1"}],
    })  # fmt: skip
    forms = [f"SKJ-{m * FORMS + f + 10}" for f in range(FORMS)]
    for form in forms:
        _save(root / f"forms/{form}.yml", _form(form, m))
    _save(folder / "model.yml", _overview(m, name, finding))
    _save(folder / "process.yml", {"phases": [_phase(m, p, forms, finding) for p in range(3)]})
    _save(folder / "practice.yml", _practice(m, finding))
    _save(folder / "results.yml", _results(m, finding))


def _overview(m: int, name: str, finding: str) -> dict[str, Any]:
    status = {"employment": "not_employed", "employment_note": _say(m), "pay": _say(m + 1),
              "working_environment_act": _say(m + 2), "agreement": _say(m + 3)}  # fmt: skip
    suits = {"basis": "proposal", "employer_kind": ["ordinary"], "employer_size": ["large"],
             "person": ["needs_experience"], "duration": ["limited"], "goals": ["experience"],
             "places": ["several"]}  # fmt: skip
    return {
        "id": name, "title": f"Modell nummer {m}", "short_title": f"Modell {m}", "summary": _text(m, 2),
        "owner": "Ingen", "documented_by": "Ingen", "kind": "method", "status": "published",
        "purpose": [_say(m, finding)], "core": [_say(m + i) for i in range(4)],
        "target_group": {"description": _say(m, finding), "criteria": [_say(m + 4)]},
        "suits": suits, "choose_when": [_say(m + i) for i in range(3)],
        "choose_not_when": [_say(m + 8)], "participant_status": status,
        "duration": {"basis": "proposal", "text": _sentence(m)},
        "funding": [_say(m, scheme="Ordning", who_pays="Nav")],
        "legal": [_say(m, title="Regel")],
        "roles": [{"basis": "proposal", "role": r, "responsibility": _sentence(m)} for r in _ROLES],
        "for_participant": {key: _say_you(m) for key in
                            ("what_happens", "say_no", "who_sees", "what_i_hold")},
        "version": "1.0", "valid_from": "2026-01-01", "review_by": "2099-01-01",
    }  # fmt: skip


def _say_you(m: int) -> str:
    return f"Du får en plan. Du får vite mer i uke {m % 9}."


def _phase(m: int, p: int, forms: list[str], finding: str) -> dict[str, Any]:
    decision = {"basis": "proposal", "question": "Går vi videre?", "decided_by": ["leder"],
                "outcomes": [{"title": "Ja", "leads_to": "Neste fase."},
                             {"title": "Nei", "leads_to": "Avslutt."}]}  # fmt: skip
    first = p * STEPS // 3
    return {
        "id": f"fase-{p}", "title": f"Fase {p}", "purpose": _text(m + p, 1),
        "starts_when": _sentence(p), "ends_when": _sentence(p + 1), "decision": decision,
        "steps": [_step(m, s, forms, finding) for s in range(first, first + STEPS // 3)],
    }  # fmt: skip


def _step(m: int, s: int, forms: list[str], finding: str) -> dict[str, Any]:
    seed = m * STEPS + s
    who = _ROLES[s % 3]
    return {
        "basis": "report", "sources": [finding], "id": f"steg-{s}", "title": f"Gjør steg nummer {s}",
        "what": _text(seed), "why": _text(seed + 1, 2),
        "do": [_say(seed + i, id=f"gjor-{i}", level="should", who=["deltaker" if i == 4 else who])
               for i in range(5)],
        "responsibility": {"performed_by": [who, "deltaker"], "accountable": who,
                           "informed": [_ROLES[(s + 1) % 3]]},
        "outputs": [{"form": forms[s % FORMS], "action": "created"}],
        "timing": {"basis": "proposal", "label": f"Uke {s}", "anchor": "start",
                   "offset": {"amount": s, "unit": "week"}},
        "check": [_say(seed)], "pitfall": _say(seed + 2), "do_not": [{"basis": "proposal", "text": f"spørre om {seed}."}],
        "participant_involved": True, "to_participant": _say_you(s), "themes": ["tema-en"],
    }  # fmt: skip


_KINDS = ("interruption", "sickness", "conflict", "accident", "confidentiality", "contact_leaves")


def _practice(m: int, finding: str) -> dict[str, Any]:
    responses = [_say(m, role="leder", within="samme dag")]
    levels = [{"score": n, "text": f"Trinn {n}. {_sentence(m + n)}"} for n in (1, 2, 3)]
    return {
        "success_factors": [_say(m + i, finding) for i in range(3)],
        "pitfalls": [_say(m + i) for i in range(3)],
        "objections": [{"claim": "Det har vi ikke tid til", "answer": _say(m)}],
        "exceptions": [{"kind": k, "title": f"Når det skjer {n}", "responses": responses}
                       for n, k in enumerate(_KINDS)],
        "getting_started": [_say(m + i, id=f"forst-{i}", role="leder") for i in range(6)],
        "criteria": [{"basis": "proposal", "id": f"kjennetegn-{i}", "statement": f"Kjennetegn {i}",
                      "why": _sentence(m), "levels": levels, "asked_of": ["leder"],
                      "evidence": [{"method": "document", "what": "Planen"}],
                      "applies_to": [f"steg-{s}" for s in range(STEPS)]} for i in range(5)],
    }  # fmt: skip


def _results(m: int, finding: str) -> dict[str, Any]:
    return {"outcomes": [{
        "id": "resultat", "measure": "I arbeid", "kind": "count", "statement": _sentence(m), "numerator": 20 + m % 20,
        "denominator": 60, "numerator_means": "i arbeid", "denominator_means": "ferdige",
        "period": "2025", "measured_on": "2025-12-31", "target_group": "Alle",
        "source_kind": "self_report", "evidence_level": "3", "not_usable_for": _sentence(m),
        "sources": [finding],
    }], "benefits": [_say(m, finding, party="employer")]}  # fmt: skip


def _form(form: str, m: int) -> dict[str, Any]:
    because = {"personal_data": "ordinary", "needed_because": _sentence(m)}
    none = {"personal_data": "none"}
    fields = [
        {"id": "name", "label": "Navn", "type": "text", "required": True, **because},
        {"id": "start_date", "label": "Dato", "type": "date", **none},
        {"id": "goal", "label": "Mål", "type": "long_text", "help": _sentence(m, 6), **because},
        {"id": "level", "label": "Nivå", "type": "choice", **none,
         "options": [{"id": "low", "label": "Lavt"}, {"id": "high", "label": "Høyt"}]},
        {"id": "plan", "label": "Plan", "type": "table", "rows": 4, **none,
         "columns": [{"id": "what", "label": "Hva", "type": "text"},
                     {"id": "when", "label": "Når", "type": "date"}]},
        {"id": "sign", "label": "Underskrift", "type": "signature", **because},
    ]  # fmt: skip
    return {
        "id": form, "title": f"Skjema {form}", "purpose": _sentence(m), "kind": "plan",
        "filled_in_by": ["leder"], "signed_by": ["leder"], "when": "Ved oppstart",
        "if_omitted": _sentence(m), "version": "1.0", "valid_from": "2026-01-01", "basis": _say(m),
        "privacy": {
            "controller": "Virksomheten", "purpose": _sentence(m),
            "legal_basis": {"basis": "proposal", "private": "artikkel 6 f", "public": "artikkel 6 e"},
            "deletion": {"basis": "proposal", "anchor": "completed", "text": _sentence(m),
                         "after": {"amount": 1, "unit": "year"}},
        },
        "sections": [{"id": "first", "title": "Om planen", "fields": fields}],
    }  # fmt: skip


if __name__ == "__main__":
    write_synthetic(int(sys.argv[1]), Path(sys.argv[2]))
