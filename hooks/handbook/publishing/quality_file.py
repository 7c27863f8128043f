"""How good the handbook is, for machines: the same counts as on the page, and what they are of."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from handbook.kept import Files
from handbook.model import coverage
from handbook.model.claims import claims
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import GapCost, InclusionModel
from handbook.model.noun import Basis

QUALITY_DATA = "data/kvalitet.json"


def quality_file(book: Handbook, content: bytes) -> Files:
    """`data/kvalitet.json`; `content` is the whole handbook as data, and its sum says which."""
    findings = [finding for source in book.sources for finding in source.findings]
    marks = [claim.basis for claim in claims(book)]
    told = {
        "$schema": "schemas/data-quality.json",
        "edition": book.edition.edition,
        "date": book.edition.date.isoformat(),
        "content_sha256": hashlib.sha256(content).hexdigest(),
        "claims": {basis.value: marks.count(basis) for basis in Basis},
        "findings": {
            "all": len(findings),
            "quoted": sum(bool(one.quote) for one in findings),
            "without_quote": sum(bool(one.no_quote) for one in findings),
            "unused_on_purpose": sum(bool(one.unused_because) for one in findings),
        },
        "models": [_model(model) for model in book.models],
    }
    return {QUALITY_DATA: (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()}


def _model(model: InclusionModel) -> dict[str, Any]:
    cells = coverage.total(model)
    last, due = model.last_verified, model.review_by
    return {
        "id": model.id,
        "owner": model.owner,
        "status": model.status.value,
        "version": model.version,
        "last_verified": last.isoformat() if last else None,
        "review_by": due.isoformat() if due else None,
        "versions": [
            {"version": one.version, "date": one.date.isoformat(), "what": one.what.plain}
            for one in model.changes
        ],
        "fields": {state.value: getattr(cells, state.value) for state in coverage.State},
        "claims": {basis.value: n for basis, n in coverage.basis_counts(model).items()},
        "open_questions": {
            cost.value: sum(gap.costs is cost for gap in model.known_gaps) for cost in GapCost
        },
    }
