"""What an output may leave out, and where the reader finds it instead. The list may only shrink.

A field that is told nowhere because nobody has got round to it does not belong here: tell it.
"""

from __future__ import annotations

from proofs.telling import Untold

_CALENDAR = (
    "in the plan with dates, whose script counts with it; the label of the timing stands here"
)
_BESIDE = "on the page that the search leads to; nobody looks for it by its words"
_NOTICE = "in a notice at the top of the page that the search leads to"
_STORY = "in the story, which the search finds by its title, its lead and its own search words"
_FINDINGS = "on the source's page; each finding is a result of its own, found by its words"
_IN_THE_FORM = "in the form itself, where it is filled in"
_DRAWN = "in a drawing beside words that say the same, where people look: pages, leaves and forms"
_EDITORS = "on the page of the editors' guide; no reader of a book or a search chooses words"
_SEARCH = "in the search itself, which finds by it; the field says that it is never shown"

LASTING = (
    Untold("*.id", "all", "in the address or as an anchor; what is told is the title"),
    Untold("*.former_ids", "all", "in the addresses that lead here, and in `_redirects`"),
    Untold("*.search_words", "web markdown book epub", _SEARCH),
    Untold("words.*", "book epub search", _EDITORS),
    Untold("search.*", "web markdown book epub", _SEARCH),
    Untold("edition.feed_authority", "all", "in the ids of the feed, which only programs read"),
    Untold("edition.security.*", "all", "in .well-known/security.txt, where RFC 9116 says"),
    Untold("edition.language", "all", "in the head of every page and file, for screen readers"),
    Untold("edition.site_url", "web markdown search", "in the address line, and in print"),
    Untold(
        "model.outcomes.stated_percentage", "all",
        "the share that follows from the counts; a check holds the two against each other",
    ),
    Untold("model.phases.steps.timing.anchor", "all", _CALENDAR),
    Untold("model.phases.steps.timing.*.*", "all", _CALENDAR),
    Untold("model.phases.steps.participant_involved", "all", _CALENDAR),
    Untold("*.sources", "search", _BESIDE),
    Untold("*.basis", "search", _BESIDE),
    Untold("*.pictogram", "markdown book epub search", _DRAWN),
    Untold("edition.front.picture.text", "search", _BESIDE),
    Untold("*.why_ok", "all", "on the page about quality, where all are listed and counted"),
    Untold("rule.[sov][pwa][onr]*", "book epub search", _EDITORS),  # spoken_of, own_list, variants
    Untold("edition.accepted_wording.*", "book epub search", "on the page about quality"),
    Untold("*.level", "search", _BESIDE),
    Untold("*.url", "search", _BESIDE),
    Untold("*.withdrawn.*", "search", _NOTICE),
    Untold("model.historical.*", "search", _NOTICE),
    Untold("example.*", "search", _STORY),
    Untold("source.*", "search", _FINDINGS),
    Untold("edition.[de]*", "search", _BESIDE),
    Untold("form.sections.fields.not_before", "book search", _IN_THE_FORM),
    Untold("form.sections.fields.[sm]a[mx]*", "markdown book epub search", _IN_THE_FORM),
    Untold("form.sections.fields.lines", "markdown epub search", _IN_THE_FORM),
    Untold("form.sections.fields*.type", "markdown epub search", _IN_THE_FORM),
    Untold("form.sections.fields.r[eo][qw][us]*", "search", _IN_THE_FORM),  # required, rows
    Untold("form.sections.fields.shown_if.*", "search", _IN_THE_FORM),
    Untold("form.sections.fields.example", "book search", _IN_THE_FORM),
)  # fmt: skip
"""What stays untold, each for its reason."""

NOT_YET: tuple[Untold, ...] = ()
"""What is told in some outputs only, until the others are made from the same sections."""
