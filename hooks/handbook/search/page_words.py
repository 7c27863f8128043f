"""Words people search with for pages that are no noun and so have no `search_words` in YAML.

Keyed by the page's address, by the name of a model's part, or by the kind of an exception.
"""

from __future__ import annotations

PAGE_WORDS: dict[str, tuple[str, ...]] = {
    "index": ("forside", "håndboka", "start her"),
    "modeller": (
        "modell", "hvilken modell passer", "velge modell", "oversikt over modeller", "metoder",
    ),
    "modeller/velg": (
        "velge modell", "valg av modell", "veiviser", "hva passer for oss", "hvilken modell",
        "hvilken modell skal vi velge", "hvor begynner vi",
    ),
    "modeller/sammenlign": (
        "sammenligne modeller", "forskjell på modellene", "tabell", "samanlikne",
    ),
    "roller": ("rolle", "min rolle", "hvem gjør hva", "ansvar"),
    "skjema": ("skjema", "maler", "mal", "blanketter", "dokumenter", "last ned", "skjemaliste"),
    "skjema/steg-for-steg": ("hvilke skjemaer trenger vi", "matrise", "skjema per steg"),
    "tema": ("temaer", "tema", "emner"),
    "ordliste": ("ordbok", "begreper", "ordforklaringer", "forkortelser", "hva betyr"),
    "kilder": ("kilde", "referanser", "litteratur", "rapporter", "hvor kommer det fra"),
    "kvalitet": ("dekning", "mangler", "kvalitetssikring", "kan jeg stole på dette"),
    "status-for-den-enkelte": (
        "ansatt eller ikke", "er deltakeren ansatt", "lønn", "ansettelsesforhold", "rettigheter",
        "ferie", "feriepenger", "stillingsvern", "arbeidskontrakt", "hvem er arbeidsgiver",
    ),
    "til-deg-som-deltar": (
        "deltaker", "lettlest", "hva kan jeg si nei til", "klage", "mine rettigheter",
        "hvem ser opplysninger om meg",
    ),
    "nytt": ("nyheter", "endringer", "endringslogg", "hva er nytt", "versjon"),
    "om": ("kontakt", "hvem står bak", "lisens", "om oss", "opphavsrett"),
    "kom-i-gang": ("starte", "de første skrittene", "begynne", "oppstart", "hva gjør vi mandag"),
    "praksis": (
        "suksessfaktorer", "vanlige feil", "fallgruver", "innvendinger", "tips", "gode råd",
        "dette virker",
    ),
    "nar-det-ikke-gar": ("problemer", "vanskelig", "krise", "avvik", "det går galt"),
    "resultater": (
        "tall", "effekt", "evaluering", "hvor mange fikk jobb", "erfaringer", "gevinster",
    ),
    "egenvurdering": (
        "kjennetegn", "troskap", "kvalitet", "selvevaluering", "sjekke oss selv", "fidelity",
    ),
    "skjemaer": ("skjemaene i modellen", "maler"),
    "til-deg": ("deltaker", "lettlest", "hva kan jeg si nei til", "klage", "hva skjer med meg"),
    "interruption": ("avbryte", "slutte før tida", "oppsigelse", "deltakeren slutter", "avbrutt"),
    "sickness": ("syk", "sykdom", "sykmelding", "fravær", "egenmelding", "møter ikke opp",
                 "deltakeren kommer ikke", "borte"),
    "conflict": ("krangel", "uenighet", "plaging", "diskriminering", "trakassering",
                 "samarbeidsproblemer"),
    "accident": ("skade", "yrkesskade", "arbeidsulykke", "nestenulykke", "skadet seg"),
    "confidentiality": ("taushetsbrudd", "brutt taushetsplikt", "sladder", "lekkasje",
                        "fortalt videre", "personvernbrudd"),
    "contact_leaves": ("kontaktperson slutter", "ny kontaktperson", "bytte kontakt",
                       "veilederen slutter", "stedfortreder"),
}  # fmt: skip
