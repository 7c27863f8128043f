"""The registry of finding codes: each with its rule, why it is there, and how it looks.

Letters: Y YAML, N fields, D pages by hand, H references, P process, F forms, K criteria, T results,
V upkeep, R rules, I instruments, U routines, E examples, G what statements rest on, O words.
A code is permanent. Findings are made with `finding`, so that code and severity live here alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from handbook.findings import Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One rule as an editor meets it."""

    code: str
    title: str
    rule: str
    why: str
    wrong: str = ""
    right: str = ""
    severity: Severity = Severity.ERROR
    by_status: bool = False
    """An error when the entry is published, a warning on its way there, nothing in a draft."""


def finding(
    code: str,
    place: Place,
    problem: str,
    *,
    found: str = "",
    fix: str = "",
    severity: Severity | None = None,
) -> Finding:
    """A finding with the severity its code has; only a code that follows the status takes one."""
    known = CODES.get(code) or COMPARED_CODES[code]
    if severity is not None and not known.by_status:
        raise ValueError(f"{code} has a severity of its own")
    weight = known.severity if severity is None else severity
    return Finding(place, code, problem, found=found, fix=fix, severity=weight)


_WARNING = Severity.WARNING

_ALL = (
    # Y – the file as YAML
    Code(
        "Y01", "Fila er ikke lagret som UTF-8", "Alle filer er lagret med tegnsettet UTF-8.",
        "Ellers blir æ, ø og å til rare tegn.",
        "fila er lagret som «ANSI» eller «Latin-1»", "fila er lagret som «UTF-8»",
    ),
    Code(
        "Y02", "Fila kan ikke leses", "Innrykk, kolon og anførselstegn følger reglene for YAML.",
        "En fil som ikke kan leses, blir ikke med på nettstedet.",
        "title: Nav: tett oppfølging", 'title: "Nav: tett oppfølging"',
    ),
    Code(
        "Y03", "Et felt står to ganger", "Hvert felt står høyst én gang i samme gruppe.",
        "Ellers vet ingen hvilket som gjelder.",
        "title: Plan\ntitle: Planen", "title: Planen",
    ),
    Code(
        "Y04", "Tabulator der det skal være mellomrom",
        "Innrykk lages med mellomrom, to for hvert nivå.",
        "Tabulatorer er ulikt brede fra sted til sted, så nivået blir uklart.",
        "steps:\n\t- id: start", "steps:\n  - id: start",
    ),
    Code(
        "Y05", "Anker eller henvisning", "Filene bruker ikke «&», «*» eller «<<» til gjenbruk.",
        "Teksten skal kunne leses der den står.",
        "title: *navnet", 'title: "*navnet"',
    ),
    Code(
        "Y06", "Merke med utropstegn", "En verdi begynner ikke med et merke som «!ord».",
        "Slike merker er beskjeder til programmer, ikke tekst.",
        "title: !viktig", 'title: "!viktig"',
    ),
    Code(
        "Y07", "Fila er for stor eller for dypt nøstet",
        "En fil er under 4 MB og har høyst 40 nivåer.",
        "Større filer er nesten alltid et uhell.",
        "[[[[[[[[ …", "del innholdet i flere filer",
    ),
    Code(
        "Y08", "Fila er tom", "En fil har innhold.", "En tom fil er som regel et uhell.",
        "(ingenting)", "id: ia-vikar\ntitle: IA-vikar",
    ),
    Code(
        "Y09", "Fila begynner ikke med felter", "Øverst i fila står felter: «navn: verdi».",
        "Ellers vet ikke håndboka hva verdiene er.",
        "- ia-vikar", "id: ia-vikar",
    ),
    Code(
        "Y10", "Flere dokumenter i én fil", "En fil har ett dokument.",
        "Det som står etter «---», ville ellers blitt borte.",
        "id: en\n---\nid: to", "to filer, én for hver",
    ),
    Code(
        "Y11", "Usynlig tegn",
        "Teksten har ingen tegn som ikke synes, som myke bindestreker og merker for leseretning.",
        "De følger med når tekst limes inn, og ødelegger søk og opplesing.",
        "Oppfølging<U+200B>", "Oppfølging",
    ),
    Code(
        "Y12", "Merker etter flettekonflikt",
        "Ingen fil har <<<<<<<, ======= eller >>>>>>>, heller ikke ordlista og utgavene.",
        "To har endret samme sted, og noen må velge.",
        "<<<<<<< HEAD\ntitle: Plan\n=======\ntitle: Planen\n>>>>>>> min-gren", "title: Planen",
    ),
    Code(
        "Y13", "Fila kan ikke åpnes", "Den som bygger håndboka, har lov til å lese alle filene.",
        "En fil som ikke kan åpnes, blir ikke med på nettstedet.",
        "fila er låst, eller tilhører en annen bruker", "fila kan leses av den som bygger",
    ),
    Code(
        "Y14", "Ikke en vanlig fil", "Alt innholdet er vanlige filer i vanlige mapper.",
        "En lenke kan hente inn noe hemmelig fra et annet sted, og noen enheter tar aldri slutt.",
        "docs/bilde.png er en lenke til /etc/passwd", "docs/bilde.png er selve bildet",
    ),
    Code(
        "Y15", "Ødelagte bokstaver", "Bokstavene er slik de ble skrevet.",
        "Tekst som er lagret feil et annet sted, får rare tegn i stedet for æ, ø og å.",
        "FÃ¸r dere begynner", "Før dere begynner",
    ),
    Code(
        "Y16", "Bokstav fra et annet alfabet", "Et ord har bokstaver fra ett alfabet.",
        "Ordet ser riktig ut, men finnes ikke i søket og leses opp feil.",
        "f<U+0430>dder, med en kyrillisk a", "fadder",
    ),
    Code(
        "Y17", "Teksten slutter ved #", "En tekst med « #» står i anførselstegn.",
        "Ellers blir resten av teksten borte uten at noen ser det.",
        "why: Ring nummer #4 i lista.", 'why: "Ring nummer #4 i lista."',
    ),
    # N – fields
    Code(
        "N01", "Et felt mangler", "Felter som alltid kreves, er med.",
        "Sidene og skjemaene er bygd på at de finnes.",
        "- id: lag-plan", "- id: lag-plan\n  title: Lag plan",
    ),
    Code(
        "N02", "Et ukjent felt", "Bare felter håndboka kjenner, er med.",
        "Et feilstavet felt ville ellers blitt borte uten at noen så det.",
        "tittel: Plan", "title: Plan",
    ),
    Code(
        "N03", "Et felt er tomt", "Et felt som er med, har en verdi.",
        "Vet dere ikke svaret, sier dere det med «unknown».",
        "summary:", "summary: Fadderen følger deg tett.",
    ),
    Code(
        "N04", "Svaret er ikke blant de gyldige", "Feltet har en liste med gyldige svar.",
        "Svarene brukes til å velge, sortere og sammenligne.",
        "status: ferdig", "status: published",
    ),
    Code(
        "N05", "Feil slags verdi", "Tekst, tall, ja/nei, lister og grupper står der de hører til.",
        "Ellers kan ikke verdien vises riktig.",
        "purpose: Gi erfaring", "purpose:\n  - text: Gi erfaring\n    basis: proposal",
    ),
    Code(
        "N06", "Ikke en dato", "Datoer skrives ÅÅÅÅ-MM-DD og finnes i kalenderen.",
        "Da forstår alle programmer og lesere det samme.",
        "checked: 1.11.2026", "checked: 2026-11-01",
    ),
    Code(
        "N07", "For kort, for langt eller for mange", "Feltet holder grensen som er satt for det.",
        "Grensene gjør at teksten får plass på skjerm og papir.",
        "amount: 900", "amount: 12",
    ),
    Code(
        "N08", "Oppsett som ikke finnes", "Tekst bruker avsnitt, lister, fet skrift og lenker.",
        "Samme tekst skal virke på nett, i PDF og i Word.",
        "text: Dette er *viktig*", "text: Dette er **viktig**",
    ),
    Code(
        "N09", "Ikke en gyldig id", "Id-er følger mønsteret for sitt slag.",
        "Id-er blir adresser og trykkes på papir.",
        "id: Lag plan", "id: lag-plan",
    ),
    Code(
        "N10", "En fil mangler", "Filene håndboka bygger på, finnes.",
        "Uten dem kan ikke sidene lages.",
        "model/roles.yml finnes ikke", "model/roles.yml med rollene",
    ),
    Code(
        "N11", "En fil som ikke leses", "Alle YAML-filer ligger på et sted håndboka kjenner.",
        "Ellers tror noen at innholdet er publisert.",
        "model/mini/steg.yml", "model/mini/process.yml",
    ),
    Code(
        "N12", "Feltet hører til i en annen fil", "Hvert felt i en modell har sin fil.",
        "Da finner alle igjen det de leter etter.",
        "«phases:» i model.yml", "«phases:» i process.yml",
    ),
    Code(
        "N20", "Mangler før publisering", "En publisert side har alt leseren trenger.",
        "Et hull skal være sagt, ikke glemt: bruk «unknown» eller «not_applicable».",
        "status: published, men ingen «core:»", "core: med tre til sju punkter",
        by_status=True,
    ),
    Code(
        "N21", "For få eller for mange punkter", "Listene har så mange punkter som er avtalt.",
        "For få sier for lite, for mange blir ikke lest.",
        "core: med ett punkt", "core: med tre til sju punkter",
        by_status=True,
    ),
    Code(
        "N22", "Tekst som ikke er skrevet", "Ingen felter har TODO, «fyll inn» eller lorem ipsum.",
        "Slik tekst teller som at feltet mangler.",
        "what: TODO", "what: Skriv planen sammen med deltakeren.",
        by_status=True,
    ),
    Code(
        "N23", "Steg uten skjema", "Hvert steg har et skjema, eller sier hvorfor det ikke trengs.",
        "Leseren skal slippe å lete etter et skjema som ikke finnes.",
        "et steg uten outputs og no_form", "no_form: Det holder å snakke sammen.",
        by_status=True,
    ),
    Code(
        "N24", "Ingenting er sagt til deltakeren",
        "Når deltakeren er med i et steg, står det hva dere sier til deltakeren.",
        "Den det gjelder, skal vite hva som skjer.",
        "participant_involved: true", "to_participant: Vi lager en plan sammen med deg.",
        by_status=True,
    ),
    Code(
        "N25", "En situasjon er ikke besvart",
        "Modellen svarer på avbrudd, sykefravær, konflikt, ulykke, brudd på taushetsplikten og "
        "at kontaktpersonen slutter.",
        "Det er da håndboka trengs mest.",
        "exceptions: uten «accident»", "- kind: accident\n  title: Noen skader seg",
        by_status=True,
    ),
    Code(
        "N26", "Trukket tilbake uten forklaring",
        "«withdrawn» er fylt ut når statusen er withdrawn, og bare da.",
        "Leseren må få vite hvorfor, og hva som gjelder nå.",
        "status: withdrawn", "status: withdrawn\nwithdrawn:\n  date: 2026-11-01\n  reason: …",
    ),
    Code(
        "N27", "Hullet sier ikke hva det er", "Et hull er enten «unknown» eller «not_applicable».",
        "«Ikke kjent» og «gjelder ikke» er to ulike svar.",
        "timing:\n  unknown:", "timing:\n  unknown:\n    reason: not_described",
    ),
    Code(
        "N28", "Skjema og dokument om hverandre",
        "Inn og ut av et steg er enten et skjema her («form») eller noe annet («artefact»).",
        "Ellers vet ikke leseren hva som menes.",
        "- action: created", "- form: SKJ-05\n  action: created",
    ),
    Code(
        "N29", "Steg uten piktogram",
        "Et steg som er fortalt til deltakeren, har et piktogram.",
        "Den som leser tungt, finner igjen steget på tegningen.",
        "to_participant: Vi lager en plan.", "to_participant: Vi lager en plan.\npictogram: plan",
        severity=_WARNING,
    ),
    # D – pages by hand
    Code(
        "D01", "Oppsettet finnes ikke i sidene",
        "En side i docs/ har overskrifter, avsnitt, lister, tabeller, **utheving**, lenker, bilder "
        "og kode mellom ```. Ikke HTML, kursiv eller sitater.",
        "Siden skal bli lik på skjerm, i tekst og på papir, og ingen skal kunne legge inn skript.",
        "Se <b>her</b>.", "Se **dette**.",
    ),
    Code(
        "D02", "Toppen av siden er ikke riktig",
        "En side i docs/ begynner med tittel og beskrivelse mellom to linjer med ---.",
        "Tittelen står i fanen og i søket.",
        "# Om håndboka", "---\ntitle: Om håndboka\n---\n\n# Om håndboka",
    ),
    Code(
        "D03", "En slags fil som ikke publiseres",
        "I docs/ ligger bare sider (.md) og bilder (.png, .jpg, .webp).",
        "Alt i docs/ blir publisert, og et skript der kunne lest det folk har skrevet i skjemaene.",
        "docs/oppskrift.docx", "docs/oppskrift.md",
    ),
    Code(
        "D04", "Navnet virker ikke overalt",
        "Filer og mapper i docs/ har små bokstaver a–z, tall og bindestrek, høyst 120 tegn i alt.",
        "Navnet blir en adresse, og skal virke på alle maskiner.",
        "docs/Ny side.md", "docs/ny-side.md",
    ),
    Code(
        "D05", "Adressen er i bruk", "Ingen fil i docs/ har en adresse som håndboka selv lager.",
        "Ellers ville den ene siden blitt borte uten at noen så det.",
        "docs/ordliste.md", "docs/om-ordlista.md",
    ),
    # H – references
    Code(
        "H01", "Samme id er brukt to ganger", "En id peker på én ting.",
        "Lenker og skjemaer må treffe riktig.",
        "to roller med id: fadder", "id: fadder og id: mentor",
    ),
    Code(
        "H02", "Id og filnavn er ulike", "Fila eller mappa heter det samme som id-en.",
        "Da finner du fila når du leser en henvisning.",
        "forms/SKJ-05.yml med id: SKJ-06", "forms/SKJ-05.yml med id: SKJ-05",
    ),
    Code(
        "H03", "Id-en finnes ikke", "En id i et felt er id-en til noe som finnes.",
        "Ellers går lenken ingen steder.",
        "accountable: leeder", "accountable: leder",
    ),
    Code(
        "H04", "Henvisningen i teksten finnes ikke", "[[…]] i tekst er id-en til noe som finnes.",
        "Ellers går lenken ingen steder.",
        "Skriv i [[SKJ-99]].", "Skriv i [[SKJ-05]].",
    ),
    Code(
        "H05", "Id-en er til noe annet",
        "En id i et felt er id-en til det slaget feltet spør etter.",
        "En rolle kan ikke stå der et skjema skal stå.",
        "accountable: ia-vikar", "accountable: leder",
    ),
    Code(
        "H06", "Funnet finnes ikke", "Numrene i «sources» er funn i model/sources/.",
        "Hvert utsagn skal kunne følges til ett sted i en kilde.",
        "sources: [S9999]", "sources: [S60]",
    ),
    Code(
        "H07", "Viser til noe som er gått ut",
        "En henvisning til noe som er trukket tilbake eller erstattet, sier det med egne ord.",
        "Leseren skal ikke ta det gamle for det som gjelder.",
        "Se [[gammel-modell]].", "Se [[gammel-modell|den gamle modellen, nå trukket tilbake]].",
        severity=_WARNING,
    ),
    Code(
        "H08", "Skjemaet er ikke i bruk", "Hvert skjema brukes i minst ett steg eller tema.",
        "Et skjema ingen viser til, blir ikke funnet.",
        "SKJ-40 uten steg", "outputs:\n  - form: SKJ-40\n    action: created",
        severity=_WARNING,
    ),
    Code(
        "H09", "Rollen er ikke i bruk",
        "Hver rolle har oppgaver i minst én modell eller ett skjema.",
        "Rollens side lages av oppgavene.",
        "rollen «vert» uten steg", "performed_by: [vert]",
        severity=_WARNING,
    ),
    Code(
        "H10", "Kilden er ikke i bruk", "Minst ett funn i hver kilde er brukt.",
        "En kilde ingen bruker, er kanskje glemt.",
        "en kilde med bare ubrukte funn", "bruk et funn, eller fyll ut «unused_because»",
        severity=_WARNING,
    ),
    Code(
        "H11", "Funnet er ikke brukt", "Hvert funn er brukt, eller sier hvorfor det ikke er det.",
        "Slik ser vi at ingenting fra kilden er glemt.",
        "- id: S3\n  statement: …", "- id: S3\n  statement: …\n  unused_because: Gjelder ikke her.",
        severity=_WARNING,
    ),
    Code(
        "H12", "Funnet er brukt likevel", "Et funn med «unused_because» er ikke brukt noe sted.",
        "Begge deler kan ikke være sant.",
        "unused_because: … på S3, og sources: [S3]", "ta bort det ene",
        severity=_WARNING,
    ),
    Code(
        "H14", "Viser til seg selv", "Ingenting viser til seg selv.",
        "Det er nesten alltid en avskriftsfeil.",
        "id: lag-plan … after: [lag-plan]", "after: [kartlegg]",
    ),
    Code(
        "H15", "Samme id to ganger i samme modell", "Id-er er ulike der de hører sammen.",
        "Avkryssinger og lenker bruker dem.",
        "to steg med id: lag-plan", "id: lag-plan og id: juster-plan",
    ),
    Code(
        "H16", "Samme nummer på to funn", "Nummeret på et funn er brukt én gang i hele håndboka.",
        "Et nummer skal lede til ett sted.",
        "S3 i to kilder", "S3 og S187",
    ),
    Code(
        "H17", "Samme id to ganger i en liste", "En id står én gang i en liste.",
        "Den andre sier ingenting.",
        "performed_by: [fadder, fadder]", "performed_by: [fadder]",
        severity=_WARNING,
    ),
    Code(
        "H18", "Nettadressen er ikke hel", "Nettadresser begynner med https://.",
        "Ellers virker ikke lenken.",
        "url: www.nav.no", "url: https://www.nav.no",
    ),
    Code(
        "H19", "Den gamle id-en er opptatt",
        "En tidligere id er ikke id-en til noe annet av samme slag.",
        "Den gamle lenken må lede til ett sted.",
        "former_ids: [ia-vikar] i en annen modell", "former_ids: [vikar]",
    ),
    Code(
        "H20", "Henvisninger i ring", "«Bygger på» og «erstattet av» går ikke i ring.",
        "To ting kan ikke ha kommet før hverandre.",
        "A bygger på B, og B bygger på A", "B bygger på A",
    ),
    Code(
        "H21", "Lenken leder ingen steder",
        "Hver lenke på nettstedet leder til en side, en overskrift på siden eller en fil.",
        "En leser skal aldri havne på en side som ikke finnes.",
        "Se [når du står fast](fasst.md).", "Se [når du står fast](fast.md).",
    ),
    Code(
        "H22", "«Ring Nav» uten nummer",
        "Når en tekst ber leseren ringe eller spørre Nav, har den første kontakten i velgeren "
        "telefon. Nummeret settes da på siden av seg selv.",
        "Et råd om å ringe hjelper ingen som ikke vet hvor.",
        "contacts:\n  - id: arbeidsgivertelefonen\n    title: Arbeidsgivertelefonen",
        "contacts:\n  - id: arbeidsgivertelefonen\n    title: Arbeidsgivertelefonen\n"
        "    phone: 55 55 33 36",
    ),
    # P – process
    Code(
        "P01", "Rollen er ikke med i modellen",
        "Alle som gjør noe i en modell, er blant modellens roller.",
        "Rollelista skal være hel.",
        "accountable: leder, uten leder i «roles»", "roles:\n  - role: leder",
    ),
    Code(
        "P02", "Rollen har ingen steg", "Hver rolle i en modell er med i minst ett steg.",
        "En rolle uten oppgaver forvirrer.",
        "roles: [vert], men ingen steg", "performed_by: [vert]",
        severity=_WARNING,
    ),
    Code(
        "P03", "Brukt før det er laget", "Et skjema eller dokument lages før det brukes.",
        "Ellers står noen uten det de trenger.",
        "steg 1 leser planen, steg 2 lager den", "steg 1 lager planen, steg 2 leser den",
    ),
    Code(
        "P04", "Ingen lager skjemaet", "Et skjema som brukes, lages i et steg i modellen.",
        "Leseren må vite når det fylles ut første gang.",
        "action: read, men ingen created", "action: created i et tidligere steg",
        severity=_WARNING,
    ),
    Code(
        "P05", "Steg venter på hverandre", "Rekkefølgen av steg går ikke i ring.",
        "Da kan ingen av dem begynne.",
        "a etter b, og b etter a", "b etter a",
    ),
    Code(
        "P06", "Steget står før det det venter på", "Et steg står etter stegene det venter på.",
        "Leseren går ovenfra og ned.",
        "steg 1: after: [steg-2]", "bytt om på stegene",
    ),
    Code(
        "P07", "Steget kan aldri begynne",
        "Et steg venter ikke på to steg når bare ett av dem blir gjort.",
        "Da stopper arbeidet.",
        "after: [a, b], der a og b er enten–eller", "after: [a]",
    ),
    Code(
        "P08", "Bare det ene steget sier det",
        "«Sammen med» og «enten eller» står i begge stegene.",
        "Leseren møter bare det ene av dem først.",
        "a sammen med b, men b sier ingenting", "begge nevner hverandre",
        severity=_WARNING,
    ),
    Code(
        "P09", "Stegene sier mot hverandre",
        "To steg er enten etter, sammen med eller i stedet for hverandre.",
        "Bare én av delene kan være sann.",
        "after: [a]\ntogether_with: [a]", "after: [a]",
    ),
    Code(
        "P10", "Beslutningen bygger på et skjema som ikke er brukt ennå",
        "Skjemaer en beslutning bygger på, brukes i et steg før beslutningen.",
        "Ellers er det ikke fylt ut når dere skal bestemme.",
        "based_on: [SKJ-20]", "outputs:\n  - form: SKJ-20\n    action: created",
        severity=_WARNING,
    ),
    Code(
        "P11", "Steget ligger utenfor varigheten",
        "Stegene får plass i modellens lengste varighet.",
        "Kalenderen blir ellers gal.",
        "steg i måned 8, modellen varer 6", "steg i måned 6",
        severity=_WARNING,
    ),
    Code(
        "P12", "Tidene i varigheten passer ikke sammen", "Kortest ≤ vanlig ≤ lengst.",
        "Tallene brukes til å sammenligne modeller.",
        "minimum: 6 måneder, maximum: 3 måneder", "minimum: 3 måneder, maximum: 6 måneder",
    ),
    Code(
        "P13", "Samme rolle to ganger i modellen", "Hver rolle står én gang i modellens roller.",
        "Ansvaret skal stå ett sted.",
        "- role: leder … - role: leder", "én linje for leder",
    ),
    Code(
        "P14", "Ord til deltakeren uten at deltakeren er med",
        "«to_participant» står bare i steg der deltakeren er med.",
        "Ett av de to feltene er galt.",
        "participant_involved: false\nto_participant: …", "participant_involved: true",
        severity=_WARNING,
    ),
    Code(
        "P15", "Den som skal gjøre det, utfører ikke steget",
        "Den som gjør noe i et steg, står blant utførerne av steget.",
        "Ellers får noen et gjøremål på siden sin i et steg de ikke har noe med.",
        "who: [hr], og «performed_by: [leder]»", "who: [leder], og «performed_by: [leder]»",
    ),
    Code(
        "P16", "Gjøremålet har ingen som gjør det", "Hvert gjøremål sier hvem som gjør det.",
        "Det alle skal gjøre, blir ikke gjort.",
        "text: Skriv planen.", "text: Skriv planen.\nwho: [leder]",
    ),
    Code(
        "P17", "En utfører har ikke noe å gjøre",
        "Hver rolle som utfører et steg, har minst ett gjøremål i det.",
        "Siden om rollen skal si hva hun skal gjøre, ikke bare at hun er med.",
        "performed_by: [leder, fadder], men ingen «who: [fadder]»",
        "performed_by: [leder]\ninformed: [fadder]",
    ),
    Code(
        "P18", "Deltakerens eget gjøremål er ikke sagt til deltakeren",
        "Det deltakeren gjør, er sagt til deltakeren med «du»; det andre gjør, er ikke det.",
        "Siden til deltakeren er skrevet til deltakeren.",
        "who: [leder, deltaker]", "who: [leder, deltaker]\nto_participant: Du lager planen …",
    ),
    Code(
        "P19", "Øyeblikket kan ikke plasseres",
        "Et øyeblikk sier akkurat nok til å bli plassert, og passer til steget.",
        "Gjøremålet skal stå under riktig overskrift på siden om rollen.",
        "moment: {when: first_day, amount: 2}",
        "moment: {when: before_start, amount: 2, unit: week}",
    ),
    Code(
        "P20", "Hovedskjemaet er ikke med i steget",
        "Hovedskjemaet går inn i steget eller kommer ut av det.",
        "Det er det skjemaet leseren henter først.",
        "main_form: SKJ-09, uten SKJ-09 under «outputs:»", "main_form: SKJ-09, og «form: SKJ-09»",
    ),
    Code(
        "P21", "Den som gjør noe, har ikke noe kort navn",
        "Den som gjør noe i et steg, har et kort navn i bestemt form.",
        "Det står over gjøremålene i steget.",
        "title: lederen som tar imot", "title: lederen som tar imot\ndefinite: lederen",
    ),
    # F – forms
    Code(
        "F01", "Personopplysning uten grunn",
        "Hvert felt om en person sier hvorfor svaret trengs.",
        "Loven sier: spør bare om det som er nødvendig.",
        "personal_data: ordinary", "personal_data: ordinary\nneeded_because: Vi må kunne ringe.",
    ),
    Code(
        "F02", "Særlige opplysninger uten grunnlag",
        "Et skjema som kan røpe helse, sier hvilket unntak i artikkel 9 det bygger på.",
        "Slike opplysninger er forbudt å behandle uten et unntak.",
        "personal_data: special, uten «special» i legal_basis",
        "special: Personvernforordningen artikkel 9 nr. 2 b",
    ),
    Code(
        "F03", "Valg uten svar", "choice og multi_choice har svaralternativer: to for choice.",
        "Ellers er det ingenting å velge mellom.",
        "type: choice",
        "type: choice\noptions:\n  - {id: ja, label: Ja}\n  - {id: nei, label: Nei}",
    ),
    Code(
        "F04", "Innstilling som ikke hører til",
        "Et felt har bare innstillinger som passer til «type».",
        "Resten blir borte, og noen tror det virker.",
        "type: date\noptions: …", "type: choice\noptions: …",
    ),
    Code(
        "F05", "Tabell uten kolonner", "En tabell har kolonner.",
        "Ellers er det ingen tabell.",
        "type: table", "type: table\ncolumns:\n  - {id: oppgave, label: Oppgave, type: text}",
    ),
    Code(
        "F06", "Informasjon uten tekst", "Et info-felt har «text».", "Ellers viser det ingenting.",
        "type: info", "type: info\ntext: Deltakeren får en kopi.",
    ),
    Code(
        "F07", "Kolonnen kan ikke være slik",
        "En kolonne er text, date, number, choice eller yes_no, og choice har svar.",
        "Det er det som får plass i en rute.",
        "- {id: navn, label: Navn, type: signature}", "- {id: navn, label: Navn, type: text}",
    ),
    Code(
        "F08", "Vilkår på et felt som ikke er spurt ennå",
        "«shown_if» viser til et tidligere felt i skjemaet.",
        "Den som fyller ut på papir, leser ovenfra og ned.",
        "shown_if: [{field: senere, any_of: [ja]}]", "shown_if: [{field: tidligere, any_of: [ja]}]",
    ),
    Code(
        "F09", "Vilkår på et svar som ikke finnes",
        "«shown_if» har et svar som feltet kan få.",
        "Ellers vises spørsmålet aldri.",
        "any_of: [kanskje]", "any_of: [ja]",
    ),
    Code(
        "F10", "Underskrift uten navn",
        "Skjemaer med underskrift sier hvem som skriver under, og omvendt.",
        "Den som får skjemaet, må vite om det er deres tur.",
        "type: signature, uten signed_by", "signed_by: [leder]",
    ),
    Code(
        "F11", "Den som skriver under, er ikke med i steget",
        "Den som skriver under, er med i et steg der skjemaet brukes.",
        "Ellers får de aldri se skjemaet.",
        "signed_by: [deltaker]", "informed: [deltaker] i steget",
        severity=_WARNING,
    ),
    Code(
        "F12", "Samme id to ganger i skjemaet",
        "Deler, felter, svar og kolonner har hver sin id i skjemaet.",
        "Svarene lagres under id-en i PDF og Word.",
        "to felter med id: navn", "id: navn_leder og id: navn_deltaker",
    ),
    Code(
        "F13", "Skjemaet spør om noe det ikke skal",
        "Ikke noe skjemaer spør om fødselsnummer, diagnose, ytelse eller årsak.",
        "Arbeidsgiver trenger å vite hva som skal til på jobb, ikke hvorfor.",
        "label: Diagnose", "label: Behov på jobb",
    ),
    Code(
        "F14", "Halv slettefrist", "Slettefristen har både hva den regnes fra, og hvor lenge.",
        "Ellers kan ingen regne ut når det skal slettes.",
        "anchor: measure_end", "anchor: measure_end\nafter: {amount: 3, unit: month}",
    ),
    Code(
        "F15", "Svaret kan ikke hentes derfra",
        "Et felt henter svar bare fra et felt som finnes, og som svares på samme måte.",
        "Ellers blir det tomt når noen henter svarene sine.",
        "same_as: [SKJ-05/navnet]", "same_as: [SKJ-05/participant_name]",
    ),
    Code(
        "F16", "Et svar mangler ansikt",
        "Har ett svar et ansikt, har alle svarene hvert sitt, og de står bare i «choice».",
        "Den som peker på et ansikt, skal kunne peke på alle svarene.",
        "- id: bra\n  label: Bra\n  pictogram: good\n- id: trist\n  label: Dårlig",
        "- id: bra\n  label: Bra\n- id: trist\n  label: Dårlig",
    ),
    Code(
        "F17", "En dato kan ikke være før en dato skjemaet ikke har",
        "En dato i «not_before» er en dato som skjemaet har spurt om før.",
        "Siden sier fra når en sluttdato er før startdatoen. Da må den vite hvilken dato det er.",
        "not_before: oppstart", "not_before: start_date",
    ),
    Code(
        "F30", "Skjemaet får ikke plass på papiret",
        "Alt i et skjema kan settes på A4 med håndbokas skrift.",
        "Uten det blir det ingen PDF.",
        "label: et spørsmål på tre hundre tegn uten mellomrom", "label: Et kort spørsmål",
    ),
    Code(
        "B01", "Teksten kan ikke settes i boka",
        "Alt i håndboka kan settes på papir med håndbokas skrift.",
        "Uten det blir det ingen bok, og den forrige blir stående.",
        "text: et tegn skriften ikke har", "text: vanlige bokstaver",
    ),
    Code(
        "B02", "Teksten får ikke plass på lysarket",
        "Alt på et lysark kan leses fra bakerste rad: ingen bokstav er under 18 punkt.",
        "Lysarket har første setning, og notatene har resten. Ellers går teksten ut av arket.",
        "text: en første setning på hundre ord", "text: Én kort setning. Så resten.",
        severity=_WARNING,
    ),
    Code(
        "B03", "Boka eller et kapittel er for langt",
        "Boka er på høyst 250 sider, et kapittel om en modell på 22 og fila til en modell på 35.",
        "Det som er for langt, blir ikke skrevet ut, og ingen finner fram i det på papir.",
        "et kapittel på 24 sider", "et kapittel på 22 sider",
        severity=_WARNING,
    ),
    # K – criteria
    Code(
        "K01", "Noe dere må gjøre, har ikke kjennetegn",
        "Steg med noe dere må gjøre, har et kjennetegn på god praksis.",
        "Det viktigste skal kunne sees.",
        "level: must i et steg uten kjennetegn", "applies_to: [lag-plan]",
        severity=_WARNING,
    ),
    Code(
        "K02", "To trinn er like", "Hvert trinn har sin egen tekst.",
        "Ellers kan ingen velge mellom dem.",
        "1: Noen møter. 2: Noen møter.", "1: Sjelden møter. 2: Noen møter.",
    ),
    Code(
        "K03", "Trinnene hopper", "Trinnene går 1, 2, 3 … i rekkefølge.",
        "Skalaen er lik på alle kjennetegn.",
        "score: 1, 3, 5", "score: 1, 2, 3",
    ),
    Code(
        "K04", "Vekt uten kilde", "Vekten er 1 når ingen kilde sier noe annet.",
        "En vekt vi har funnet på, ser sannere ut enn den er.",
        "weight: 2\nbasis: proposal", "weight: 1",
    ),
    # T – results
    Code(
        "T01", "Flere enn alle", "Telleren er ikke større enn nevneren.",
        "Ingen kan være med i delen uten å være med i helheten.",
        "numerator: 61\ndenominator: 24", "numerator: 24\ndenominator: 61",
    ),
    Code(
        "T02", "Teller eller nevner mangler", "Teller og nevner står sammen, eller ingen av dem.",
        "Et tall uten «av hvor mange» sier lite.",
        "numerator: 24", "numerator: 24\ndenominator: 61",
    ),
    Code(
        "T03", "Ikke sagt hva som er talt",
        "Et resultat med teller og nevner sier hva begge er.",
        "«I arbeid» kan bety mye.",
        "numerator: 24 uten numerator_means", "numerator_means: De som hadde lønn 1. september.",
    ),
    Code(
        "T04", "Prosent uten dekning",
        "Prosent i tekst er regnet ut av et resultat i modellen, eller står i funnet teksten "
        "viser til.",
        "Løse prosenter vandrer videre uten kilde.",
        "text: Over 90 prosent får jobb.", "text: 24 av 61 fikk jobb.",
        severity=_WARNING,
    ),
    Code(
        "T05", "Prosent skrevet i resultatet", "Resultatet er skrevet uten prosent.",
        "Prosenten regnes ut og vises sammen med usikkerheten.",
        "statement: 39 prosent fikk arbeid.", "statement: 24 av 61 fikk arbeid.",
    ),
    Code(
        "T06", "Oppgitt prosent stemmer ikke", "Oppgitt prosent er lik den utregnede.",
        "Ett av de tre tallene er galt.",
        "24 av 61, stated_percentage: 45", "24 av 61, stated_percentage: 39",
    ),
    Code(
        "T07", "Oppgitt prosent uten tall", "Oppgitt prosent har teller og nevner.",
        "Uten dem kan ingen kontrollere den.",
        "stated_percentage: 39", "numerator: 24\ndenominator: 61\nstated_percentage: 39",
    ),
    Code(
        "T08", "Målt i framtida", "Et resultat er målt før i dag.",
        "Datoen er trolig skrevet feil.",
        "measured_on: 2071-09-01", "measured_on: 2017-09-01",
    ),
    Code(
        "T09", "Bare annonse eller avis, uten forbehold",
        "Et resultat som bare bygger på annonse eller avis, har et forbehold.",
        "Leseren skal vite at ingen andre har sett etter.",
        "source_kind: advertisement", "caveat: Fra en annonse; ikke kontrollert.",
    ),
    Code(
        "T10", "Bevisnivået er for høyt", "Bevisnivået følger kriteriene som er publisert.",
        "Nivået skal bety det samme overalt.",
        "evidence_level: 4 uten sammenligning", "evidence_level: 3",
    ),
    Code(
        "T11", "Samme mål, ulik telling",
        "To resultater med samme mål teller det samme.",
        "Ellers sammenligner leseren epler og pærer.",
        "to «I arbeid» med ulik «numerator_means»", "I lønnet arbeid · I arbeid eller utdanning",
        severity=_WARNING,
    ),
    Code(
        "T12", "Undersøkelse uten hvem",
        "Et resultat fra en undersøkelse sier hvem som ble spurt, og hvem som svarte.",
        "De som svarer, har ofte en grunn til det. Uten hvem kan ingen lese svaret.",
        "kind: survey", "kind: survey\nasked: 36 deltakere\nanswered: 15 av dem",
    ),
    Code(
        "T13", "Slaget passer ikke til tallene",
        "Et tilfeldig utvalg har teller og nevner, og resultater uten tall har det ikke.",
        "Slaget avgjør om andelen har et intervall, og hvordan den skal leses.",
        "kind: no_figures\nnumerator: 24\ndenominator: 61",
        "kind: count\nnumerator: 24\ndenominator: 61",
    ),
    # V – upkeep
    Code(
        "V01", "Gjennomgangen er på overtid", "En modell gjennomgås innen datoen som er satt.",
        "Regler og satser endres.",
        "review_by: 2024-01-01", "review_by: 2027-11-01",
        severity=_WARNING,
    ),
    Code(
        "V02", "Ny versjon uten endringsmelding",
        "En versjon etter 1.0 har en melding om hva som er endret.",
        "De som bruker håndboka, skal slippe å lete etter forskjellen.",
        'version: "2.0", uten «changes»', 'changes:\n  - version: "2.0"',
    ),
    Code(
        "V03", "Dato i framtida", "Det som er gjort, har en dato som har vært.",
        "Datoen er trolig skrevet feil.",
        "checked: 2062-11-01", "checked: 2026-11-01",
    ),
    Code(
        "V04", "Personopplysning i teksten",
        "Håndboka har ikke e-postadresser, telefonnumre eller fødselsnumre til personer.",
        "Folk slutter og bytter nummer, og opplysningene er ikke våre å spre.",
        "text: Ring Kari på 912 34 567", "text: Ring kontaktpersonen i Nav.",
    ),
    Code(
        "V05", "Stor endring uten å si hvem den gjelder",
        "En endring som endrer bruken, sier hvilke roller den gjelder.",
        "De må få beskjed.",
        "size: major", "size: major\naffects: [leder]",
        severity=_WARNING,
    ),
    Code(
        "V06", "Datoene passer ikke sammen",
        "En modell gjelder fra før den skal gjennomgås, og ingen endring er nyere enn versjonen.",
        "En av datoene eller versjonene er skrevet feil.",
        "valid_from: 2028-01-01\nreview_by: 2027-01-01",
        "valid_from: 2026-01-01\nreview_by: 2027-01-01",
    ),
    Code(
        "V07", "Verifisert uten å si av hvem",
        "Den som har verifisert en modell, er nevnt med funksjon.",
        "En verifisering uten avsender er ikke verdt noe.",
        "last_verified: 2026-11-01", "last_verified: 2026-11-01\nverified_by: redaktør",
        severity=_WARNING,
    ),
    Code(
        "V14", "Nyhetsstrømmen har et navn ingen eier",
        "Meldingene i nyhetsstrømmen er navngitt med et domene utgiverne eier.",
        "Navnet kan aldri endres uten at alle får alle meldinger på nytt. Bestem det før dere "
        "gir ut første gang.",
        "feed_authority mangler", "feed_authority: eksempel.no,2026",
        severity=_WARNING,
    ),
    Code(
        "V15", "Leseren har ingen å si fra til",
        "Håndboka har en adresse lesere kan skrive til.",
        "Den som ikke får brukt en side, må kunne si fra. Uten adresse viser siden bare hvor "
        "teksten kan endres.",
        "contact mangler", "contact: mailto:redaksjonen@eksempel.no",
        severity=_WARNING,
    ),
    # G – what statements rest on
    Code(
        "G01", "Merket er sterkere enn funnet",
        "Grunnlaget er ikke sterkere enn det svakeste funnet utsagnet bygger på.",
        "En avis er ikke modelleieren, og en lov noen andre gjengir, er ikke lest i loven.",
        "basis: regulation\nsources: [A1]", "basis: article\nsources: [A1]",
    ),
    Code(
        "G02", "Noe dere må, er bare et forslag",
        "Det dere må gjøre, bygger på en kilde, en regel eller vår tolkning av en.",
        "«Må» betyr at noen krever det. Det vi bare anbefaler, er «bør».",
        "level: must\nbasis: proposal", "level: should\nbasis: proposal",
    ),
    Code(
        "G03", "For langt sitat",
        "Et sitat er høyst 60 ord fra lov, forskrift, avtale og krav, og høyst 25 fra andre.",
        "Tekstene er andres. Vi siterer bare det som trengs for å se hva de sier.",
        "quote: tretti ord fra en artikkel", "quote: setningen som begrenser",
    ),
    Code(
        "G04", "Funnet har både sitat og grunn til å mangle det",
        "Et funn har enten et sitat eller grunnen til at det ikke har det.",
        "Leseren skal vite om ordene er kildens egne.",
        "quote: inntil 6 måneder\nno_quote: Ikke lest.", "quote: inntil 6 måneder",
    ),
    Code(
        "G05", "Et tall har mistet ordet som begrenser det",
        "Et tall med «inntil», «minst» eller «om lag» i sitatet har det i utsagnet også.",
        "«Inntil seks måneder» er ikke et løfte om seks.",
        "text: Det varer i seks måneder.", "text: Det varer i inntil seks måneder.",
    ),
    Code(
        "G06", "Et ord som begrenser, kan være borte",
        "Et utsagn har ordene som begrenser i sitatet det bygger på.",
        "De fleste feil i håndboka har kommet av at et lite ord falt ut.",
        "text: Nav lar deltakeren fullføre.",
        "text: I særlige tilfeller kan Nav la deltakeren fullføre.",
        severity=_WARNING,
    ),
    Code(
        "G07", "Åpen kopi med adresse eller konto",
        "«Åpen kopi» sier hva slags kopi det er, og datoen.",
        "Stedet er i verket selv. Hvem som la ut en kopi, hører ikke hjemme i håndboka.",
        "open_copy: github.com/noen/lover", "open_copy: Norsk Lovtidend, lest 22.11.2026",
    ),
    Code(
        "G08", "Funn uten sitat",
        "Et funn viser kildens egne ord, eller sier hvorfor det ikke gjør det.",
        "Leseren skal kunne holde det vi sier, opp mot det som står.",
        "id: L99, uten «quote» og «no_quote»", "quote: inntil 6 måneder",
        severity=_WARNING,
    ),
    Code(
        "G09", "Grunn uten noe utelatt",
        "En grunn i «why_ok» står bare der et ord som begrenser, er utelatt.",
        "Lista over utelatte ord skal være kort og sann.",
        "why_ok: «Inntil» er underforstått, der «inntil» står i teksten", "uten «why_ok»",
        severity=_WARNING,
    ),
    Code(
        "G10", "Sitat uten sted",
        "Et sitat har stedet i verket: kapittel, paragraf, side eller avsnitt.",
        "Uten stedet kan ingen kontrollere sitatet.",
        "quote: 45 av 90 var i arbeid", "quote: 45 av 90 var i arbeid\nplace: side 12",
    ),
    # R – rules that others have made
    Code(
        "R01", "Regelen har ingen sluttdato",
        "En regel sier når den slutter å gjelde («valid_to»), eller når noen må lese den på nytt "
        "(«check_by»).",
        "Satser og frister endres. Uten en dato blir den gamle stående.",
        "(ingen dato)", "check_by: 2027-01-15",
    ),
    Code(
        "R02", "En regel uten kilde", "En regel er lest i en kilde, og sier hvilken.",
        "Leseren skal kunne stole på at en regel er bestemt av noen andre enn oss.",
        "basis: proposal", "basis: regulation\nsources: [L7]",
    ),
    Code(
        "R03", "Regelen har ikke varianten", "En tekst henter bare varianter som regelen har.",
        "Ellers får leseren ingen ord der regelen skulle stått.",
        "text: \"[[regel:mentor|korrt]]\"", "text: \"[[regel:mentor|kort]]\"",
    ),
    Code(
        "R04", "En regel henter seg selv",
        "En regel henter ikke sine egne ord, heller ikke gjennom andre regler.",
        "Da finnes det ingen ord å hente.",
        "wording: \"[[regel:mentor]]\"", "wording: Nav kan betale for en mentor.",
    ),
    Code(
        "R05", "Regelen går snart ut",
        "En regel leses på nytt i god tid før den går ut. Kontrollen sier fra 60 dager før.",
        "Da rekker noen å finne den nye satsen eller fristen. Et forslag stopper ikke av dette.",
        "valid_to: 2026-12-31, og i dag er det 2026-12-01",
        "wording med satsen for 2027 og valid_to: 2027-12-31",
        severity=_WARNING,
    ),
    Code(
        "R06", "Regelen har gått ut", "Ingen regel har gått ut, eller skulle vært lest på nytt.",
        "Leseren får beskjed om at regelen gjaldt, men ikke hva som gjelder nå. En utgave kan ikke "
        "gis ut når noe som må gjøres, bygger på den.",
        "valid_to: 2026-12-31, og i dag er det 2027-01-02",
        "wording med satsen for 2027 og valid_to: 2027-12-31",
        severity=_WARNING,
    ),
    Code(
        "R07", "Modellen gjennomgås ikke før en regel går ut",
        "En modell gjennomgås før den dagen en regel den sier, går ut.",
        "Ellers står en gammel sats eller frist i modellen til noen tilfeldigvis ser den.",
        "review_by: 2027-05-22, og regelen har valid_to: 2026-12-31", "review_by: 2026-12-15",
        severity=_WARNING,
    ),
    Code(
        "R08", "Et annet tall enn regelen har",
        "En setning som handler om en regel, har regelens tall.",
        "To tall om det samme betyr at minst ett av dem er galt, og leseren vet ikke hvilket.",
        "text: Arbeidstrening kan vare i to år.", "text: \"[[regel:lengde-arbeidstrening]]\"",
        severity=_WARNING,
    ),
    Code(
        "R09", "Lista i en regel er skrevet om igjen",
        "Lista i en regel er skrevet ett sted, og hentes derfra.",
        "Lister som skrives om igjen, mister ledd. Da får leseren ikke vite alt.",
        "text: Ikke spør om graviditet, religion eller etnisitet.",
        "text: \"[[regel:forbudte-sporsmal]]\"",
        severity=_WARNING,
    ),
    Code(
        "R10", "To steder sier det med ulike tall",
        "To steder som sier det samme, sier det med samme tall.",
        "Leseren vet ikke hvilket sted som er riktig, og følger det som ble lest sist.",
        "text: Planen slettes etter ett år. (et annet sted står det tre måneder)",
        "text: Planen slettes etter tre måneder.",
        severity=_WARNING,
    ),
    # I – what Nav and the municipality offer beside the models
    Code(
        "I01", "Virkemiddelet skulle vært lest på nytt",
        "Et virkemiddel leses på nytt innen dagen som er satt.",
        "Ordninger endres. Uten ny lesing blir det gamle stående.",
        "check_by: 2026-06-01, og i dag er det 2026-12-01", "check_by: 2027-06-01",
        severity=_WARNING,
    ),
    Code(
        "I02", "Virkemiddelet er slutt, men merket i bruk",
        "Et virkemiddel som er i bruk, kan fortsatt avtales.",
        "Ingen skal bli rådet til noe som er stengt.",
        "state: in_use, og valid_to er passert", "state: closed",
        severity=_WARNING,
    ),
    # U – routines for internal control
    Code(
        "U01", "Steget hører ikke til noen rutine",
        "Hvert steg hører til minst én rutine, når håndboka har rutiner.",
        "En arbeidsgiver skal kunne se hvilken rutine som dekker det de gjør.",
        "et steg uten «routines:»", "routines:\n  - folge-opp",
        by_status=True,
    ),
    Code(
        "U02", "Rutinen er ikke i bruk",
        "Minst ett steg hører til hver rutine som er i bruk.",
        "En rutine ingen følger, gir falsk trygghet.",
        "rutinen «slette», og ingen steg med «routines: [slette]»",
        "routines:\n  - slette",
        severity=_WARNING,
    ),
    Code(
        "U03", "Skjemaet brukes ikke i stegene til rutinen",
        "Skjemaene som viser at en rutine følges, brukes i minst ett av stegene som hører til den.",
        "Ellers finnes ikke papiret den dagen noen spør etter det.",
        "proof: [SKJ-04], og ingen av stegene bruker SKJ-04", "proof: [SKJ-31]",
        severity=_WARNING,
    ),
    # E – examples with the papers filled in
    Code(
        "E01", "Svar på et felt skjemaet ikke har",
        "Et utfylt skjema svarer bare på felt og kolonner som skjemaet har.",
        "Når et skjema endres, skal eksempelet endres med det, og ikke vise noe som ikke finnes.",
        "arbeidstida: half", "arbeidstid: half",
    ),
    Code(
        "E02", "Svaret passer ikke til feltet",
        "Et svar i et eksempel følger de samme reglene som svaret til en som fyller ut skjemaet.",
        "Et eksempel skal vise hvordan skjemaet virkelig fylles ut.",
        "start_date: i mai", "start_date: 2027-05-03",
    ),
    Code(
        "E03", "Et felt som må fylles ut, står åpent",
        "Et utfylt skjema svarer på alt som må fylles ut.",
        "Ellers viser eksempelet et skjema ingen kan bruke.",
        "answers uten «start_date», som må fylles ut", "start_date: 2027-05-03",
    ),
    Code(
        "E04", "Svar på noe som ikke blir spurt om",
        "Et felt som bare vises etter et visst svar, står åpent når svaret er et annet.",
        "Den som fyller ut på nettsiden, får ikke se feltet.",
        "needs_tools: false\ntools: Skriver med stor skrift", "needs_tools: false",
    ),
    Code(
        "E05", "Eksempelet er ikke merket som oppdiktet",
        "Et eksempel er oppdiktet og merket slik.",
        "Ingen skal tro at dette er en virkelig person, og ingen virkelig person skal stå her.",
        "fiction: false", "fiction: true",
    ),
    Code(
        "E06", "Et oppdiktet navn står et annet sted",
        "Navn i et eksempel står bare i det eksempelet.",
        "Ellers blir det uklart hva som er virkelig, og hvem som er hvem.",
        "«Kari» i to eksempler", "hvert eksempel har sine egne navn",
    ),
    Code(
        "E07", "Eksempelet kan føre til en virkelig person",
        "Et eksempel har ingen telefonnumre, e-postadresser, adresser eller numre på noen.",
        "Et nummer vi finner på, kan være noens. Derfor står slike felt åpne.",
        "phone: 912 34 567", "(ingen linje; feltet står åpent)",
    ),
    Code(
        "E08", "Eksempelet forteller om helse, ytelser eller fortid",
        "Et eksempel forteller om arbeid og behov på jobb, aldri om helse, ytelser eller fortid.",
        "Håndboka sier at arbeidsplassen ikke spør. Da skal ikke eksempelet svare.",
        "text: Hun har migrene.", "text: Hun trenger et rolig rom.",
    ),
    Code(
        "E09", "Et øyeblikk uten dag, eller i feil rekkefølge",
        "Hvert øyeblikk har en dag fra planen eller sin egen, og de står i rekkefølge.",
        "Datoene i historien er de planen gir. Da ser leseren hvor lang tid ting tar.",
        "step: statusmoter\nnumber: 40", "step: statusmoter\nnumber: 2",
    ),
    Code(
        "E10", "Skjemaet er fylt ut i et steg som ikke bruker det",
        "Et skjema er fylt ut i et steg som bruker det.",
        "Eksempelet skal følge modellen.",
        "form: SKJ-11\nstep: intervju", "form: SKJ-11\nstep: avslutt",
    ),
    Code(
        "E11", "Fylt ut to ganger",
        "Hvert skjema er fylt ut i ett eksempel, og hver modell har ett.",
        "Skjemaets side viser ett utfylt eksempel, og fila heter det samme hver gang.",
        "form: SKJ-05 i to eksempler", "form: SKJ-05 i ett av dem",
    ),
    Code(
        "E12", "En person som ikke er med",
        "Den som sier noe, er en av personene, og hver person har en rolle i modellen.",
        "Leseren skal vite hvem som snakker, og i hvilken rolle.",
        "by: Ada, som ikke står under people", "by: Ane, som står under people",
    ),
    Code(
        "E13", "Ingenting går galt",
        "Noe går galt én gang i historien, og det blir rettet.",
        "Folk lærer mest av å se hva noen gjorde da det ikke gikk.",
        "story uten «mended:»", "mended: Lederen ringte samme dag.",
    ),
    Code(
        "E14", "Bildet er ikke tegnet",
        "Et eksempel og en forside som forteller om et bilde, har en tegning med samme navn.",
        "Uten tegning står det bare en tom plass der.",
        "picture: i et eksempel uten tegning", "uten «picture:»",
    ),
    # O – words
    Code(
        "O01", "Sagt å komme fra en kilde, uten kilde",
        "Utsagn fra modelleier, rapport eller regelverk har minst ett funn i «sources».",
        "Leseren skal kunne se etter.",
        "basis: report", "basis: report\nsources: [S60]",
    ),
    Code(
        "O02", "Tittelen begynner ikke med et verb",
        "Tittelen på et steg sier hva dere skal gjøre.",
        "«Meld behov» er lettere å følge enn «Behovsmelding».",
        "title: Evaluering av plassen", "title: Vurder plassen",
        severity=_WARNING,
    ),
    Code(
        "O03", "Sammendraget er for langt", "«Kort sagt» er høyst 300 tegn.",
        "Det står i kort, søk og deling.",
        "summary: (tre avsnitt)", "summary: Én fadder følger deltakeren tett.",
        severity=_WARNING,
    ),
    Code(
        "O04", "For mange ord til deltakeren", "Det dere sier til deltakeren, er høyst 60 ord.",
        "Det skal kunne sies, ikke leses opp.",
        "to_participant: (hundre ord)", "to_participant: Vi lager en plan sammen med deg.",
        severity=_WARNING,
    ),
    Code(
        "O05", "For tungt for deltakeren", "Tekst til deltakeren har LIX under 33.",
        "Korte setninger og vanlige ord når fram til flere.",
        "Deltakelsesforpliktelsen konkretiseres individuelt.",
        "Vi blir enige om hva du skal gjøre.",
        severity=_WARNING,
    ),
    Code(
        "O06", "Teksten er tung å lese", "Tekst på 25 ord eller mer har LIX høyst 45.",
        "Håndboka leses i en travel hverdag.",
        "én setning på 45 ord", "tre setninger på 15 ord",
        severity=_WARNING,
    ),
    Code(
        "O07", "Ord vi ikke bruker",
        "Tekstene har ordene og formene som redaksjonen har valgt i model/words.yml.",
        "Ordene former hvordan vi møter hverandre, og leseren skal ikke merke at vi er flere.",
        "utviklingshemmede", "personer med utviklingshemming",
        severity=_WARNING,
    ),
    Code(
        "O08", "NAV med store bokstaver", "Vi skriver «Nav»; «NAV» står bare i historiske navn.",
        "Slik skriver etaten det selv.",
        "Ring NAV.", "Ring Nav.",
        severity=_WARNING,
    ),
    Code(
        "O09", "To heter det samme", "Titler av samme slag er ulike.",
        "Ellers vet ikke leseren hvilken lenke som er hvilken.",
        "to skjemaer med tittelen «Plan»", "«Plan for perioden» og «Plan for dagen»",
        severity=_WARNING,
    ),
    Code(
        "O10", "Lenketeksten sier ikke hvor", "Lenketekst sier hva som ligger bak lenken.",
        "Skjermlesere leser lenkene for seg selv.",
        "Les mer [her](https://www.nav.no).", "Les om [arbeidstrening](https://www.nav.no).",
        severity=_WARNING,
    ),
    Code(
        "O11", "Rollen er ikke fortalt til «du»",
        "«Du er» begynner med «Du» og er høyst to setninger.",
        "Leseren skal kjenne seg igjen.",
        "you_are: En fadder er en kollega.", "you_are: Du er en kollega som hjelper.",
        severity=_WARNING,
    ),
    Code(
        "O20", "Ordet står ikke i ordboka",
        "Alle ord står i den norske ordboka, i ordlista eller i model/words.txt "
        "(«handbook spell»).",
        "Skrivefeil stjeler oppmerksomhet fra det dere vil si.",
        "en fader", "en fadder",
        severity=_WARNING,
    ),
    Code(
        "O21", "Forkortelsen er ikke forklart",
        "En forkortelse er forklart eller viser til ordlista første gang den står på en side.",
        "Den som ikke er fra fagfeltet, skal også henge med.",
        "Gå en HMS-runde.", "Gå en runde for helse, miljø og sikkerhet (HMS).",
        severity=_WARNING,
    ),
    Code(
        "O22", "Ordet er ikke skrevet ut", "Ord er skrevet helt ut, ikke forkortet med punktum.",
        "Korte former må oversettes av den som leser.",
        "Si fra, f.eks. til fadderen.", "Si fra, for eksempel til fadderen.",
        severity=_WARNING,
    ),
    Code(
        "O23", "Forkortelse til deltakeren",
        "Tekst til deltakeren har ingen forkortelser; «Nav» er et navn.",
        "Deltakeren skal ikke måtte spørre hva bokstavene betyr.",
        "to_participant: Vi lærer deg om HMS.", "to_participant: Vi lærer deg å jobbe trygt.",
        severity=_WARNING,
    ),
    Code(
        "O24", "Setningen er for lang",
        "En setning til deltakeren har høyst 12 ord, i et sammendrag høyst 20 og ellers høyst 25.",
        "I en lang setning mister mange tråden.",
        "én setning med tre ledd og to innskudd", "tre setninger",
        severity=_WARNING,
    ),
    Code(
        "O25", "Forbudet nekter to ganger",
        "Under «Du skal ikke» og «Dere skal ikke» begynner ingen tekst med en nektelse.",
        "«Du skal ikke: Ikke spør om diagnose» sier det motsatte av det vi mener.",
        "must_not: Ikke spør om diagnose.", "must_not: spørre om diagnose.",
    ),
    Code(
        "O26", "Teksten passer ikke under overskriften",
        "Forbud og opplæring begynner med et verb i infinitiv uten «å» og med liten bokstav.",
        "Overskriften og teksten er én setning: «Du skal ikke / spørre om diagnose».",
        "training: Lær reglene om taushet.", "training: kjenne reglene om taushet.",
    ),
    Code(
        "O27", "Den som gjør det, står i teksten",
        "Et gjøremål begynner med det som skal gjøres, ikke med den som gjør det.",
        "Gjøremålet står på siden til den som gjør det, og sier «gjør dette».",
        "text: HR sender planen til Nav.", "text: Send planen til Nav.\nwho: [hr]",
        severity=_WARNING,
    ),
    Code(
        "O28", "Betingelsen er snudd",
        "Til deltakeren står en betingelse med «hvis»: «Hvis du er syk, ringer du».",
        "«Er du syk, ringer du» leses først som et spørsmål.",
        "Er du syk, ringer du lederen.", "Hvis du er syk, ringer du lederen.",
    ),
    Code(
        "O29", "Ingen har sagt hvem «vi» er",
        "Står det «vi» til deltakeren, sier «Hva skjer med meg» hvem vi er.",
        "Deltakeren møter både Nav og arbeidsplassen, og må vite hvem som lover noe.",
        "Vi lager en plan.", "Lederen lager en plan sammen med deg.",
    ),
    Code(
        "O30", "Ordet er ikke forklart til deltakeren",
        "Et vanskelig ord til deltakeren er forklart der det står først på siden.",
        "Den som må spørre hva ordet betyr, spør kanskje ikke.",
        "Du kan gå til verneombudet.",
        "Du kan gå til verneombudet. Det er en kollega som passer på at jobben er trygg.",
    ),
    Code(
        "O31", "Godtatt ordlyd som ikke trengs",
        "Hvert punkt i «accepted_wording» gjelder en tekst som er over grensen den nevner.",
        "En gammel grunn skjuler den neste som er for tung.",
        "begins: De første ordene i en tekst som er skrevet om", "uten punktet",
        severity=_WARNING,
    ),
    Code(
        "O32", "Teksten er hakkete",
        "Tre setninger på høyst sju ord, til sammen høyst atten, står ikke på rad. Det gjelder "
        "ikke tekst til deltakeren, lister eller det noen sier.",
        "Uten bindeord må leseren selv finne ut hvorfor.",
        "Ring Nav. Spør om frist. Skriv datoen.",
        "Ring Nav og spør om fristen, og skriv datoen i kalenderen.",
        severity=_WARNING,
    ),
    Code(
        "O33", "Ingen har plikten",
        "En plikt vi selv skriver, sier hvem som har den. Sier loven eller kilden det ikke, er "
        "grunnlaget en kilde, og da står det slik.",
        "Det ingen er bedt om, blir ikke gjort.",
        "Referatet skal slettes.", "Lederen skal slette referatet.",
        severity=_WARNING,
    ),
    Code(
        "O34", "Setningen er tung av substantiv",
        "En setning har ikke tre eller flere substantiv som egentlig er verb, når de er en femdel "
        "av ordene.",
        "Verb sier hvem som gjør hva.",
        "Gjennomføring av vurdering krever avklaring.", "Dere må vite hva dere skal vurdere.",
        severity=_WARNING,
    ),
    Code(
        "O35", "To steder sier nesten det samme",
        "Det to steder sier nesten likt om lov eller avtale, er en regel som begge henter. Et "
        "råd eller et gjøremål kan stå flere steder, men da med de samme ordene. Hva som "
        "sammenlignes, står under «near_copies» i model/words.yml.",
        "Endres loven, blir bare den ene rettet, og to ordlyder av ett råd leses som to råd.",
        "den samme setningen i to modeller", 'text: "[[regel:tiltakspenger]]"',
        severity=_WARNING,
    ),
    Code(
        "O36", "To gjøremål i ett",
        "Et gjøremål har ett hovedverb: det ber om én ting, så ett kryss sier at den er gjort.",
        "Den som har gjort det ene, kan ikke krysse av, og det andre blir glemt.",
        "text: Skriv attesten, og gi den til deltakeren.",
        "text: Skriv attesten.\ntext: Gi attesten til deltakeren.",
        severity=_WARNING,
    ),
)  # fmt: skip

_COMPARED = (
    # V – upkeep, held against the last edition
    Code(
        "V10", "Borte siden forrige utgave",
        "Det som er publisert i en utgave, blir stående, trukket tilbake eller erstattet.",
        "Folk har lenker, utskrifter og skjemaer som viser til det.",
        "forms/SKJ-05.yml er slettet", "SKJ-05 blir stående, og temaet forteller hva som gjelder",
    ),
    Code(
        "V11", "Feltene er endret, men ikke versjonen",
        "Et skjema med andre felter enn i forrige utgave har et nytt versjonsnummer.",
        "Svar som er lagret, hører til feltene slik de var.",
        'nytt felt, og fortsatt version: "1.0"', 'nytt felt og version: "1.1"',
    ),
    Code(
        "V12", "Stor endring uten melding",
        "Et nytt steg eller en ny ansvarlig siden forrige utgave er fortalt under «changes».",
        "Noen skal gjøre noe annet enn før, og må få vite det.",
        'nytt steg, og fortsatt version: "1.0"',
        'version: "1.1"\nchanges:\n  - version: "1.1"\n    size: major',
    ),
    Code(
        "V13", "En publisert adresse er borte",
        "Adresser fra forrige utgave virker fortsatt.",
        "Adressene står på trykk og i andres lenker.",
        "siden roller/fadder.html er borte", "rollen «fadder» blir stående",
    ),
)  # fmt: skip

CODES: dict[str, Code] = {code.code: code for code in _ALL}
"""Every code in the order of the editors' guide."""

COMPARED_CODES: dict[str, Code] = {code.code: code for code in _COMPARED}
"""Codes that need an earlier edition to be raised; they belong to the room editing/."""
