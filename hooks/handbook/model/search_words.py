"""What people type instead of our words; the glossary has the words of the field itself."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from handbook.model.noun import Labelled, Line, Noun, may, must


class SearchedPage(Labelled):
    """A page with no file of its own where its search words could stand."""

    INDEX = "index", "forsiden"
    MODELS = "modeller", "alle modellene"
    CHOOSER = "modeller/velg", "«Hva passer for oss?»"
    COMPARISON = "modeller/sammenlign", "sammenligningen"
    SMALL = "modeller/sma-virksomheter", "siden for små virksomheter"
    ROLES = "roller", "alle rollene"
    FORMS = "skjema", "alle skjemaene"
    HANDOVER = "skjema/overlevering", "overleveringen"
    THEMES = "tema", "alle temaene"
    GLOSSARY = "ordliste", "ordlista"
    SOURCES = "kilder", "alle kildene"
    RULES = "regler", "alle reglene"
    INSTRUMENTS = "virkemidler", "alle virkemidlene"
    ROUTINES = "rutiner", "alle rutinene"
    ACCESSIBILITY = "tilgjengelighet", "tilgjengeligheten"
    QUALITY = "kvalitet", "kvalitetssiden"
    STATUS = "status-for-den-enkelte", "hvem som er ansatt"
    PARTICIPANTS = "til-deg-som-deltar", "inngangen for deltakere"
    DOWNLOADS = "last-ned", "nedlastinger"
    MEMOS = "notater", "lista over notater til ledelsen"
    NEWS = "nytt", "nytt i håndboka"
    ABOUT = "om", "om håndboka"
    EDITORS = "redaksjon", "redaksjonen"
    FIRST_CHANGE = "redaksjon/forste-endring", "den første endringen"
    MESSAGES = "redaksjon/meldinger", "meldinger fra kontrollen"
    FIELDS = "redaksjon/felter", "felter i filene"
    WORD_CHOICES = "redaksjon/ordvalg", "ordene håndboka har valgt"
    RULES_IN_TEXTS = "redaksjon/reglene", "hvor reglene er sagt"
    WRITING = "redaksjon/tekst", "hvordan tekst skrives"
    START = "kom-i-gang", "«Kom i gang» i hver modell"
    PRACTICE = "praksis", "«Slik lykkes dere» i hver modell"
    EXCEPTIONS = "nar-det-ikke-gar", "«Når det ikke går» i hver modell"
    STEPS = "stegene", "stegene i hver modell"
    RESULTS = "resultater", "resultatene i hver modell"
    ASSESSMENT = "egenvurdering", "egenvurderingen i hver modell"
    MODEL_FORMS = "skjemaer", "skjemaene i hver modell"
    PARTICIPANT = "til-deg", "«Til deg som deltar» i hver modell"
    PLAN = "plan", "planen med datoer i hver modell"
    EFFORT = "tidsbruk", "tid og penger i hver modell"
    MEMO = "notat", "notatet til ledelsen i hver modell"
    PRIVACY = "personvern", "personvernet i hver modell"
    INTERRUPTION = "interruption", "når treningen stopper"
    SICKNESS = "sickness", "når deltakeren er syk"
    CONFLICT = "conflict", "ved konflikt eller mobbing"
    ACCIDENT = "accident", "ved ulykke eller skade"
    CONFIDENTIALITY = "confidentiality", "når taushetsplikten er brutt"
    CONTACT_LEAVES = "contact_leaves", "når kontaktpersonen slutter"


class EverydayWord(Noun):
    """A plain word of ours and what people type instead."""

    noun_title: ClassVar[str] = "Hverdagsord"

    word: Line = must("Ord", "Ordet håndboka bruker, slik det står i titler og tekst.")
    search_words: tuple[Line, ...] = must(
        "Søkeord", "Ord folk skriver i stedet, også på nynorsk og engelsk. Vises aldri.",
        min_length=1,
    )  # fmt: skip


class PageWords(Noun):
    """What people type when a page of this kind is the answer."""

    noun_title: ClassVar[str] = "Søkeord for en side"

    page: SearchedPage = must("Side", "Siden, eller siden av dette slaget i hver modell.")
    search_words: tuple[Line, ...] = must(
        "Søkeord", "Ord og spørsmål som siden svarer på. Vises aldri.", min_length=1
    )


class SearchWords(Noun):
    """The file search.yml."""

    noun_title: ClassVar[str] = "Søkeord"

    everyday: tuple[EverydayWord, ...] = may("Hverdagsord", "Vanlige ord.", default=())
    pages: tuple[PageWords, ...] = may("Sider", "Sider uten egen fil.", default=())

    @cached_property
    def of_page(self) -> dict[str, tuple[str, ...]]:
        """Search words by the name of the page."""
        return {str(one.page): one.search_words for one in self.pages}
