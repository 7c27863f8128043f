"""Whether what is told to the participant stands alone: plain, one narrator, no riddles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.walk import Value
from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding
from handbook.language.texts import to_participant
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import ForParticipant, InclusionModel
from handbook.model.prose import Prose
from handbook.model.readability import sentences

_VERBS = (
    "er har vil kan skal får blir går trenger liker synes må ønsker kommer finner gir sier vet "
    "står slutter begynner mangler skjer passer lurer tror føler bor tar"
)
TURNED_ROUND = re.compile(rf"(?:{'|'.join(_VERBS.split())}) [^?]*,[^?]*", re.IGNORECASE)
"""A sentence that begins as a question and goes on after a comma is a condition turned round."""
_WE = re.compile(r"\b(?:[Vv]i|[Oo]ss|[Vv]åre?|[Vv]årt)\b")
_WHO_WE_ARE = "Når det står «vi»"
_HARD = ("verneombud", "attest", "Datatilsynet", "Arbeidstilsynet", "tillitsvalgt")
_EXPLAINS = r"(?:Det er|De |Den |Hun eller han|(?:Et |En )?\w*{0}\w* (?:er|passer|hjelper))"


def no_condition_is_turned_round(book: Handbook, where: Where) -> Iterator[Finding]:
    """Til deltakeren står en betingelse med «hvis»: «Hvis du er syk, ringer du»."""
    for text in _told(where):
        for sentence in sentences(text.value.plain):
            if TURNED_ROUND.fullmatch(sentence):
                yield finding(
                    "O28", where.of(text), f"en setning til deltakeren i {text.name} er snudd",
                    found=sentence, fix="begynn med «Hvis»: «Hvis du er syk, ringer du lederen.»",
                )  # fmt: skip


def every_narrator_says_who_they_are(book: Handbook, where: Where) -> Iterator[Finding]:
    """Står det «vi» til deltakeren, sier «Hva skjer med meg» hvem vi er."""
    named = {model.id for model in book.models if _names_us(model)}
    for text in _told(where):
        if text.owner[1] not in named and (said := _WE.search(text.value.plain)):
            yield finding(
                "O29", where.of(text), f"det står «{said[0]}» til deltakeren i {text.name}, men "
                "ingen har sagt hvem det er",
                fix="skriv hvem det er: «lederen», «Nav». Eller begynn «what_happens» med "
                "«Når det står «vi» her, er det …»",
            )  # fmt: skip


def _names_us(model: InclusionModel) -> bool:
    told = model.for_participant
    return told is not None and _WHO_WE_ARE in told.what_happens.plain


def every_hard_word_is_explained_in_place(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et vanskelig ord til deltakeren er forklart der det står først på siden."""
    for model in book.models:
        told = model.for_participant
        for word, field in _unexplained(told) if told else ():
            yield finding(
                "O30", where("model", model.id, "for_participant", field),
                f"«{word}» er ikke forklart til deltakeren i modellen «{model.id}»",
                fix="si hva det er i setningen etter: «Det er en kollega som passer på …»",
            )  # fmt: skip


def _unexplained(told: ForParticipant) -> Iterator[tuple[str, str]]:
    """Hard words whose first sentence is not followed by what they are, and their field."""
    for word in _HARD:
        for field, prose in told:
            said = list(sentences(prose.plain)) if isinstance(prose, Prose) else []
            at = next((n for n, one in enumerate(said) if word.lower() in one.lower()), None)
            if at is not None:
                after = said[at + 1] if at + 1 < len(said) else ""
                explains = re.compile(_EXPLAINS.format(word), re.IGNORECASE)
                if not explains.match(after) and not explains.match(said[at]):
                    yield word, field
                break


def _told(where: Where) -> Iterator[Value]:
    """Every text of a model that is said or written to the participant."""
    return (text for text in where.texts if text.kind == "model" and to_participant(text))
