"""The rules for Norwegian words, written once: Python uses them here, the script reads them there.

Everything is a table, so that `analysis.py` and `search-engine.js` can only differ in how they walk
it; a test in the browser holds the two to the same answers over the whole vocabulary.
"""

from __future__ import annotations

FOLD: tuple[tuple[str, str], ...] = (
    ("maet", "ma"), ("maer", "ma"), ("maene", "ma"), ("raet", "ra"),
    ("æ", "a"), ("ø", "o"), ("å", "a"), ("ä", "a"), ("ö", "o"), ("é", "e"), ("è", "e"),
    ("ê", "e"), ("ü", "u"), ("ô", "o"), ("ò", "o"), ("ó", "o"), ("ae", "a"), ("oe", "o"),
    ("aa", "a"),
)  # fmt: skip
"""Letters people lack on their keyboard: laerekandidat, larekandidat and lærekandidat are one.

First the forms of skjema, tema and kamera, where a and e are two letters.
"""

APART: dict[str, str] = {
    "mål": "maal", "målet": "maal", "måla": "maal", "målene": "maal", "maal": "maal",
    "employer": "employor",
}  # fmt: skip
"""Words that would be mixed up with another: «mål» is not «mal», an employer no employee."""

NYNORSK: tuple[tuple[str, str], ...] = (
    ("gjevar", "giver"), ("leiing", "ledelse"), ("leiar", "leder"), ("rettlei", "veiled"),
    ("skot", "skudd"), ("verksemd", "virksomhet"), ("medverknad", "medvirkning"),
    ("tryggleik", "sikkerhet"), ("leggjing", "legging"), ("leggje", "legge"), ("sjuk", "syk"),
    ("fylging", "folging"), ("fylgje", "folge"), ("fagleg", "faglig"), ("forebu", "forbered"),
    ("teie", "taushets"), ("samtykkje", "samtykke"),
    ("arbeidstakar", "arbeidstaker"), ("spursmal", "sporsmal"), ("marknad", "marked"),
    ("tilsett", "ansatt"), ("vanleg", "vanlig"), ("skjerma", "skjermet"),
    ("sjolv", "selv"), ("byrj", "begynn"), ("nedsett", "nedsatt"), ("personvernombod", "personvernombud"),
    ("verneombod", "verneombud"), ("kjenneteikn", "kjennetegn"), ("hending", "hendelse"),
)  # fmt: skip
"""Nynorsk → bokmål inside a folded word, in this order."""

ENDINGS: tuple[str, ...] = tuple(
    sorted(
        (
            "e a s en et er ar as es ene ane enes anes ens ets ers erne ernes ende este aste est "
            "ing inga ingen inger ingene ingar ingane ings ingens "
            "else elsen elser elsene elses"
        ).split(),
        key=lambda ending: (-len(ending), ending),
    )
)
"""Endings taken off a folded word, the longest first."""

SHORTEST_STEM = 3
ROUNDS = 3
"""Up to three endings are taken off, one after the other, while three letters are left."""

SAME: dict[str, str] = {"ansatt": "ansett", "tilsatt": "ansett", "avtalt": "avtal", "kurs": "kurs", "komm": "kom"}
"""Stems that belong together though no rule says so."""

NUMBERED: tuple[tuple[str, str], ...] = (
    (r"\b(?:skjemanummer|skjema|skj)[\s.:-]*(?:nr\.?\s*)?0*([0-9]{1,3})\b", r"skj$1"),
    (r"\b([a-z]{1,2})-([0-9]{1,4})\b", r"$1$2"),
)
"""Ids people write their own way: «skj 9», «Skjema nr. 9» and «SKJ-09» are `skj9`."""

STOP: tuple[str, ...] = tuple(
    sorted(
        set(
            "og i på til for av en et ei er å som med det den de vi du jeg meg deg oss dere dem seg "
            "han hun hans hennes deres min mitt mine din ditt dine vår vårt våre sin sitt sine "
            "hva hvem hvor når hvordan hvilke hvilken hvilket hvorfor hvis om kan kunne skal skulle må "
            "måtte har hadde ha vil ville blir bli ble blitt være var vært finnes finne finner fra ved "
            "eller men ikke at så da enn også bare mer mye veldig hos der her dette disse denne noen "
            "noe alle man en ett gjør gjøre gjort går får få fikk gi gir litt eg ikkje ein eit kva kven "
            "kor korleis kvifor frå vere vera blei noko nokon dei vår me dykk sjå gjer gjere ho "
            "the of and to in for how what is a an do we i nar pa ma gjor gjore fa far var "
            "trenger bør hvilke sier skjer skje egentlig altså slik samme selv bruke bruker mellom etter "
            "under over inn ut opp ned lurer please hei".split()
        )
    )
)
"""Words that say nothing about what is asked; question words too. As typed, not folded."""

SPLIT_SHORTEST = 3
"""No part of a compound is shorter."""

FUZZY: tuple[int, ...] = (0, 0, 0, 0, 0, 1, 1, 1, 2)
"""Typing mistakes allowed by length of the word; the last counts for everything longer."""


def as_table() -> dict[str, object]:
    """All rules as the script reads them."""
    return {
        "fold": FOLD, "apart": APART, "nynorsk": NYNORSK, "endings": ENDINGS,
        "shortestStem": SHORTEST_STEM, "rounds": ROUNDS, "same": SAME,
        "numbered": NUMBERED, "stop": STOP, "splitShortest": SPLIT_SHORTEST, "fuzzy": FUZZY,
    }  # fmt: skip
