"""What a statement may be called by, from the findings it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.model.noun import Basis
from handbook.model.source import Confidence, Publisher, Source, SourceFinding, SourceType

_BY_TYPE = {
    SourceType.LAW: Basis.REGULATION,
    SourceType.REGULATION: Basis.REGULATION,
    SourceType.AGREEMENT: Basis.AGREEMENT,
    SourceType.REPORT: Basis.REPORT,
    SourceType.RESEARCH: Basis.REPORT,
    SourceType.STATISTICS: Basis.REPORT,
}
"""Documents that are what they are, whoever publishes them."""

_BY_PUBLISHER = {
    Publisher.AUTHORITY: Basis.GUIDANCE,
    Publisher.OWNER: Basis.OWNER,
    Publisher.OTHER: Basis.ARTICLE,
}
"""Pages, guides, news and advertisements are worth what their publisher is."""

_AT_BEST = {Confidence.SECONDARY: Basis.ARTICLE, Confidence.GENERAL: Basis.INTERPRETATION}
"""What was read as others retell it is their article; what nobody has read is our own reading."""


def mark_of(findings: Iterable[tuple[Source, SourceFinding]]) -> Basis:
    """The strongest mark that a statement resting on all of these may bear.

    A statement is as good as the weakest finding that carries it. A finding is worth what its
    document is: law and regulation, agreement and official requirement, guidance of an authority,
    the model's owner, a report, an article. Retold by others it is an article at best, even when
    it retells a law; known by hearsay alone it is our interpretation. Resting on nothing, it is a
    proposal.
    """
    return max((_worth(*one) for one in findings), key=_rank, default=Basis.PROPOSAL)


def _worth(source: Source, finding: SourceFinding) -> Basis:
    own = _BY_TYPE.get(source.type) or _BY_PUBLISHER[source.publisher_is]
    limit = _AT_BEST.get(finding.confidence or source.confidence, own)
    return max(own, limit, key=_rank)


def _rank(basis: Basis) -> int:
    return basis.rank
