"""The rules for Norwegian words, written once: Python uses them here, the script reads them there.

Everything is a table, so that `analysis.py` and `search-words.js` can only differ in how they walk
it; a test in the browser holds the two to the same answers over the whole vocabulary.
"""

from __future__ import annotations

FOLD: tuple[tuple[str, str], ...] = (
    ("klær", "kler"), ("klaer", "kler"), ("tåre", "tere"),
    ("maet", "ma"), ("maer", "ma"), ("maene", "ma"), ("raet", "ra"),
    ("æ", "a"), ("ø", "o"), ("å", "a"), ("ä", "a"), ("ö", "o"), ("é", "e"), ("è", "e"),
    ("ê", "e"), ("ü", "u"), ("ô", "o"), ("ò", "o"), ("ó", "o"), ("ae", "a"), ("oe", "o"),
    ("aa", "a"),
)  # fmt: skip
"""Letters people lack on their keyboard: laerekandidat, larekandidat and lærekandidat are one.

First clothes and tears, which are not «klar» and «tar», then the forms of skjema, tema and kamera,
where a and e are two letters.
"""

APART: dict[str, str] = {
    "mål": "maal", "målet": "maal", "måla": "maal", "målene": "maal", "maal": "maal",
    "employer": "employor", "leve": "livet", "været": "veret",
    "sent": "seint", "måte": "maate", "måter": "maate", "måten": "maate", "mot": "imot",
}  # fmt: skip
"""Words that would be mixed up with another: «mål» is not «mal», an employer no employee,
to live is not to deliver, the weather does not last, a way is not food and a meeting not
against."""

NYNORSK: tuple[tuple[str, str], ...] = (
    ("gjevar", "giver"), ("leiing", "ledelse"), ("leiar", "leder"), ("rettlei", "veiled"),
    ("skot", "skudd"), ("verksemd", "virksomhet"), ("medverknad", "medvirkning"),
    ("tryggleik", "sikkerhet"), ("leggjing", "legging"), ("leggje", "legge"), ("sjuk", "syk"),
    ("fylging", "folging"), ("fylgje", "folge"), ("fagleg", "faglig"), ("forebu", "forbered"),
    ("teie", "taushets"), ("samtykkje", "samtykke"),
    ("arbeidstakar", "arbeidstaker"), ("spursmal", "sporsmal"), ("marknad", "marked"),
    ("tilsett", "ansatt"), ("vanleg", "vanlig"), ("skjerma", "skjermet"),
    ("sjolv", "selv"), ("byrj", "begynn"), ("nedsett", "nedsatt"), ("ombod", "ombud"),
    ("kjenneteikn", "kjennetegn"), ("hending", "hendelse"), ("bilete", "bilde"),
    ("mogleg", "mulig"), ("dagleg", "daglig"), ("skriftleg", "skriftlig"),
    ("personleg", "personlig"), ("offentleg", "offentlig"), ("arleg", "arlig"),
    ("tydeleg", "tydelig"), ("saman", "sammen"), ("eigen", "egen"), ("setjing", "setting"),
    ("semd", "somhet"), ("heiter", "heter"), ("sokjar", "soker"), ("sokje", "soke"),
    ("arbeidsstad", "arbeidssted"), ("lonstil", "lonnstil"), ("rettar", "rettigheter"),
    ("skilnad", "forskjell"), ("utrekning", "utregning"), ("tenest", "tjenest"),
    ("loyve", "tillatelse"),
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

_STRONG: dict[str, str] = {
    "begynn": "begynte begynt",
    "bestemm": "bestemte bestemt",
    "betal": "betalte betalt",
    "brenn": "brant brent",
    "bygg": "bygde bygd",
    "del": "delte delt",
    "dra": "dro drog dratt drar",
    "drikk": "drakk drukket",
    "fall": "falt",
    "fol": "folte folt",
    "forst": "forsto forstod forstatt",
    "fortell": "fortalte fortalt",
    "glemm": "glemte glemt",
    "grat": "gratt",
    "het": "hett",
    "hjelp": "hjalp hjulpet",
    "hor": "horte hort",
    "kjenn": "kjente kjent",
    "kjop": "kjopte kjopt",
    "kjor": "kjorte kjort",
    "klar": "klarte klart",
    "krev": "krevde krevd",
    "lan": "lante lant",
    "lar": "larte lart",
    "legg": "lagt",
    "les": "leste lest",
    "lyv": "loy loyet juger juge",
    "meld": "meldte meldt",
    "opplev": "opplevde opplevd",
    "prov": "provde provd",
    "ring": "ringte ringt",
    "rop": "ropte ropt",
    "selg": "solgte solgt",
    "send": "sendte sendt",
    "skrik": "skrek skreket",
    "skriv": "skrev skrevet",
    "sla": "slo slatt slar",
    "spi": "spiste spist",
    "sporr": "spurte spurt spor",
    "sprekk": "sprakk sprukket",
    "stjel": "stjal stjalet",
    "stryk": "strok stroket",
    "tal": "talte talt",
    "tenk": "tenkte tenkt",
    "tjen": "tjente tjent",
    "tren": "trente trent",
    "var": "varte",
    "velg": "valgte valgt",
    "vis": "viste vist",
    "vit": "visste visst",
}
"""Stems of verbs → their forms that no ending explains: «stjålet» is asked, «stjeler» is told."""

SAME: dict[str, str] = {form: verb for verb, forms in _STRONG.items() for form in forms.split()} | {
    "ansatt": "ansett",
    "tilsatt": "ansett",
    "avtalt": "avtal",
    "kurs": "kurs",
    "komm": "kom",
    "kjem": "kom",
    "igang": "gang",
    "lon": "lonn",
    "sei": "si",
    "seie": "si",
}
"""Stems that belong together though no rule says so."""

NUMBERED: tuple[tuple[str, str], ...] = (
    (r"\b(?:skjemanummer|skjema|skj)[\s.:-]*(?:nr\.?\s*)?0*([0-9]{1,3})\b", r"skj$1"),
    (r"\b([a-z]{1,2})-([0-9]{1,4})\b", r"$1$2"),
    (r"\b([0-9]{1,2})-([0-9]{1,2})\b", r"$1p$2"),
)
"""Ids people write their own way: «skj 9», «Skjema nr. 9» and «SKJ-09» are `skj9`.

A paragraph is one word too, «§ 4-6» is `4p6`.

The first needs «skj» in the text, the others a hyphen.
"""

PARTED: tuple[tuple[str, str], ...] = (
    (r"\b(?:si|sier|sa|sagt|sies) ((?:[a-zæøå]+ )?)opp\b", "oppsigelse $1"),
    (r"\b(?:møter|møtte|møtt|dukker|dukket|dukka) (?:[a-zæøå]+ )?opp\b", "uteblir"),
)
"""Verbs in two parts that mean something else than the first part; each has « opp» in it."""

STOP: tuple[str, ...] = tuple(
    (
        "a alle altså an and at av bare ble blei bli blir blitt bruke bruker bør da de "
        "deg dei dem den denne der dere deres det dette din dine disse ditt do du dykk eg "
        "egen eget egne egentlig ei ein eit eller en enn er et ett etter fa far fikk finne "
        "finner finnes for fra frå få får gi gir gjer gjere gjor gjore gjort gjør gjøre går "
        "ha hadde "
        "han hans har hei hennes her ho hos how hun hva hvem hvilke hvilken hvilket hvis "
        "hvor hvordan hvorfor i ikke ikkje in inn is jeg kan kor korleis kunne kva kven "
        "kvifor litt lurer mye mykje ma man mange me med meg mellom men mer min mine mitt må måtte "
        "nar ned noe noen noko nokon når of og også om opp oss over pa please på samme "
        "seg selv sier sin sine sitt sjå skal skje skjer skulle slik som så the til to "
        "trenger under ut var ved veldig vera vere vi vil ville vår våre vårt være vært "
        "we what å "
        "ka e æ kem koffer korsen itj mæ dæ dokker henne ham se vet veit tror trur brukt "
        "my detta hu korfor kordan åssen åffer itte inte berre ska nåkka nokka"
    ).split()
)
"""Words that say nothing about what is asked; question words too. As typed, not folded."""

VOICES: tuple[tuple[str, ...], ...] = (
    ("jeg", "eg", "æ", "meg", "mæ", "min", "mi", "mine", "mitt"),
    ("vi", "me", "oss", "vår", "våre", "vårt", "dere", "dykk", "dokker"),
    ("han", "ham", "hans", "hun", "hu", "ho", "henne", "hennes"),
)
"""Who speaks, and of whom. Such words tell nothing alone, but «får jeg lønn» and «skal vi betale
lønn» are asked by two, and have two answers."""

SPLIT_SHORTEST = 3
"""No part of a compound is shorter."""

FUZZY: tuple[int, ...] = (0, 0, 0, 0, 0, 1, 1, 1, 2)
"""Typing mistakes allowed by length of the word; the last counts for everything longer."""


def as_table() -> dict[str, object]:
    """All rules as the script reads them."""
    return {
        "fold": FOLD, "apart": APART, "nynorsk": NYNORSK, "endings": ENDINGS,
        "shortestStem": SHORTEST_STEM, "rounds": ROUNDS, "same": SAME,
        "numbered": NUMBERED + PARTED, "stop": STOP, "voices": VOICES,
        "splitShortest": SPLIT_SHORTEST, "fuzzy": FUZZY,
    }  # fmt: skip
