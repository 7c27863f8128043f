"""Whether everything that was called otherwise before, still can be found by that name."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.called import KIND_WORDS
from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding
from handbook.model.former import Named, named_in
from handbook.model.handbook import Handbook


def no_old_address_is_taken(book: Handbook, where: Where) -> Iterator[Finding]:
    """En tidligere id er ikke id-en til noe annet av samme slag, verken nå eller før."""
    every = list(named_in(book))
    taken = {(one.kind, one.inside, one.id): one for one in every}
    for one in every:
        for at, old in enumerate(one.former):
            holder = taken.setdefault((one.kind, one.inside, old), one)
            if holder is not one or old == one.id or old in one.former[:at]:
                yield _taken(where, one, at, holder)


def _taken(where: Where, one: Named, at: int, holder: Named) -> Finding:
    word = KIND_WORDS[one.kind]
    return finding(
        "H19", where(*one.owner, *one.path, "former_ids", at),
        f"«{one.former[at]}» i {word} «{one.name}» er opptatt",
        found=f"brukt av {word} «{holder.name}»",
        fix="ta den bort her; en adresse kan bare lede til ett sted",
    )  # fmt: skip
