"""Which words and forms the handbook has chosen, and which it has left."""

from __future__ import annotations

from typing import ClassVar

from handbook.model.noun import Basis, Labelled, Line, Noun, may, must


class WordChoice(Noun):
    """One word or form that is written, and those it is written instead of."""

    noun_title: ClassVar[str] = "Ordvalg"

    write: Line = must("Skriv", "Ordet eller formen vi bruker.")
    avoid: tuple[Line, ...] = must(
        "Ikke skriv",
        "Det vi har gått bort fra. * står for resten av et ord. Begynner det med stor bokstav, "
        "gjelder det bare først i en setning.",
        min_length=1,
    )
    why: Line = must("Hvorfor", "Grunnen, slik en ny i redaksjonen forstår den.")
    unless: tuple[Line, ...] = may(
        "Unntatt i", "Uttrykk der formen likevel kan stå. * står for resten av et ord.", default=()
    )
    from_steps: tuple[Line, ...] = may(
        "Fra og med steget",
        "Gjelder bare i disse stegene og de som kommer etter i samme modell: modell/steg.",
        default=(),
    )


class KeptApart(Noun):
    """Words that look like two for one thing, and why both are written."""

    noun_title: ClassVar[str] = "Ord vi skiller"

    words: tuple[Line, ...] = must("Ordene", "Ordene det gjelder.", min_length=2)
    why: Line = must("Hvorfor begge", "Når vi skriver det ene, og når det andre.")


class Compared(Labelled):
    """What sort of entry sentences are taken from."""

    MODEL = "model", "modeller"
    ROLE = "role", "roller"
    THEME = "theme", "temaer"
    INSTRUMENT = "instrument", "virkemidler"
    ROUTINE = "routine", "rutiner"
    FORM = "form", "skjemaer"
    RULE = "rule", "regler"


class CommonWords(Noun):
    """What several models may say in the same words, so that it need not be one rule."""

    noun_title: ClassVar[str] = "Felles ordlyd"

    bases: tuple[Basis, ...] = may("Grunnlag", "Utsagn med disse grunnlagene.", default=())
    lists: tuple[Line, ...] = may("Lister", "Punkter i disse feltene.", default=())


class NearCopies(Noun):
    """When two entries say so nearly the same that it ought to be told once."""

    noun_title: ClassVar[str] = "Nesten like setninger"

    percent: int = must("Likhet", "Så stor del av ordene er felles, i prosent.", ge=50, le=100)
    fewest_words: int = must("Minste lengde", "Kortere setninger sammenlignes ikke.", ge=4, le=60)
    entries: tuple[Compared, ...] = must(
        "Steder",
        "Det som sammenlignes: model, role, theme, instrument, routine, form eller rule.",
        min_length=1,
    )
    bases: tuple[Basis, ...] = must(
        "Grunnlag", "Utsagn med disse grunnlagene sammenlignes hvor de enn står.", min_length=1
    )
    lists: tuple[Line, ...] = may(
        "Lister", "Punkter i disse feltene sammenlignes uansett grunnlag, som do.", default=()
    )
    same_words: CommonWords = may(
        "Felles ordlyd",
        "Det som kan stå med de samme ordene flere steder. Det må da være ordrett likt.",
        default=CommonWords(),
    )
    same_meaning: tuple[Line, ...] = may(
        "Regnes som like",
        "Ord modellene har hvert sitt av, så setningene likevel er like. | står mellom ordene.",
        default=(),
    )


class Wording(Noun):
    """The file words.yml."""

    noun_title: ClassVar[str] = "Ordvalg i håndboka"

    choices: tuple[WordChoice, ...] = may("Ordvalg", "Ord og former vi har valgt.", default=())
    kept_apart: tuple[KeptApart, ...] = may(
        "Ord vi skiller", "Ord som ligner, men som vi bruker om hver sin ting.", default=()
    )
    near_copies: NearCopies | None = may(
        "Nesten like setninger", "Når to modeller sier det samme. Uten den spør ingen."
    )
