"""The tools of a model's pages → the markup their scripts wake up."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from handbook.document import tools as t
from handbook.norwegian import upper_first
from handbook.render.tool_data import Href, data_element


def deletion_plan(tool: t.DeletionPlan, href: Href, instead: Callable[[], str]) -> str:
    """A last day to type over the table whose dates are counted from it."""
    return (
        '<div data-deletion><p class="js-only">'
        '<label for="siste-dag">Siste dag i perioden (dd.mm.åååå)</label> '
        '<input type="text" inputmode="numeric" maxlength="20" id="siste-dag" data-last-day> '
        '<span role="status" data-deletion-status></span></p>\n'
        f"{instead()}{data_element(tool, href)}</div>"
    )


def assessment(tool: t.Assessment, href: Href, instead: Callable[[], str]) -> str:
    """What surrounds the criteria: where answers come from before them, the profile after."""
    return f"{_answers(data_element(tool, href))}\n{instead()}\n{_PROFILE}"


def _answers(data: str) -> str:
    return (
        '<div class="assessment-tool" data-assessment hidden>'
        "<p>Kryss av for det som stemmer best i dag. Hvis dere er usikre, velg «Vet ikke». "
        "Ingenting sendes.</p>\n"
        '<p><label class="option"><input type="checkbox" data-keep>'
        "<span>Ta vare på svarene på denne enheten til jeg nullstiller</span></label></p>\n"
        '<div class="form-buttons">'
        '<button type="button" class="button button-secondary" data-action="import">'
        "Hent svar fra fil</button>"
        '<button type="button" class="button button-secondary" data-action="clear">'
        "Nullstill</button></div>"
        '<input type="file" accept=".json,application/json" hidden data-import-file '
        f'aria-label="Fil med svar">{data}</div>'
    )


_PROFILE = (
    '<section class="profile" data-profile aria-labelledby="profil" hidden>'
    '<h2 id="profil">Slik ligger dere an</h2>'
    "<p>Egenvurdering. Ikke en sertifisering, og skalaen er ikke validert. "
    "Den kan ikke brukes til å sammenligne virksomheter.</p>\n"
    '<p role="status" data-assessment-status></p>'
    '<div class="table-scroll" role="region" aria-label="Profil per fase" tabindex="0" '
    "data-profile-table></div>\n"
    '<h3>Tre steder å begynne</h3><p class="field-help">Vi viser kjennetegnene med lavest trinn. '
    "Når flere står likt, kommer de som gjelder færrest steg, først. Alt på øverste trinn, og alt "
    "dere svarte «Vet ikke» på, er holdt utenfor.</p><ol data-improvements></ol>\n"
    '<div class="form-buttons">'
    '<button type="button" class="button" data-action="export">Lagre svarene som fil</button>'
    '<button type="button" class="button button-secondary" data-action="print">Skriv ut</button>'
    "</div></section>"
)


def plan(tool: t.Plan, href: Href, instead: Callable[[], str]) -> str:
    """What is asked, room for the plan with dates, and the steps with their times until then."""
    return (
        '<div class="plan-tool" data-plan hidden>'
        "<p>Velg første dag. Alt skjer på denne enheten, og ingenting sendes.</p>\n"
        f"{_plan_fields(tool)}\n{_plan_buttons(tool.form)}\n{_plan_form(tool.form, href)}"
        f'<p role="status" data-plan-status></p>{data_element(tool, href)}</div>\n'
        '<div class="dated" data-dated hidden></div>\n'
        f"<div data-relative>{instead()}</div>"
    )


def _plan_fields(tool: t.Plan) -> str:
    suggested = (
        f"Vi foreslår {tool.usual}, det som er vanlig."
        if tool.usual
        else "Modellen har ingen vanlig lengde. Uten siste dag viser planen ett år."
    )
    number = "Bytt nummer når du følger opp flere. Da blandes de ikke i kalenderen din."
    options = "".join(
        f'<option value="{role}">{escape(title, quote=False)}</option>'
        for role, title in tool.roles
    )
    date = 'type="text" inputmode="numeric" maxlength="20" size="12" autocomplete="off"'
    return (
        '<div class="plan-fields">'
        '<p class="field"><label for="plan-start">Første dag (dd.mm.åååå)</label>'
        f'<input {date} id="plan-start" data-start></p>\n'
        '<p class="field"><label for="plan-slutt">Siste dag (dd.mm.åååå)</label>'
        f'<input {date} id="plan-slutt" data-end aria-describedby="plan-slutt-hjelp">'
        f'<span class="field-help" id="plan-slutt-hjelp">{suggested}</span></p>\n'
        '<p class="field"><label for="plan-rolle">Vis for</label>'
        f'<select id="plan-rolle" data-role>{_whose(tool)}{options}</select></p>\n'
        '<p class="field"><label for="plan-nummer">Plannummer</label>'
        '<input type="number" id="plan-nummer" min="1" max="99" value="1" data-number '
        'aria-describedby="plan-nummer-hjelp">'
        f'<span class="field-help" id="plan-nummer-hjelp">{number}</span></p>\n'
        '<p class="field"><label for="plan-klokka">Klokkeslett for møtene, om det er bestemt '
        '(tt.mm)</label><input type="text" inputmode="numeric" maxlength="5" size="6" '
        'autocomplete="off" id="plan-klokka" data-time></p>\n'
        '<p class="field"><label for="plan-varsel">Varsel i kalenderen</label>'
        f'<select id="plan-varsel" data-alarm>{_ALARMS}</select></p></div>'
    )


def _whose(tool: t.Plan) -> str:
    """Those of the workplace first; all others when somebody asks."""
    ours = '<option value="">Oss på arbeidsplassen</option>' if tool.ours else ""
    return f'{ours}<option value="{"alle" if tool.ours else ""}">Alle</option>'


_ALARMS = (
    '<option value="">Ikke noe varsel</option><option value="0">Samme dag klokka 8</option>'
    '<option value="1">Dagen før klokka 8</option>'
    '<option value="7">En uke før klokka 8</option>'
)
"""How many days before a calendar tells of it; always at eight in the morning."""


def _plan_buttons(form: t.PlanForm | None) -> str:
    buttons = [("calendar", "Last ned til kalenderen"), ("print", "Skriv ut")]
    if form:
        buttons.append(("form", f"Fyll ut {escape(form.called, quote=False)} med datoene"))
    made = "".join(
        f'<button type="button" class="button{" button-secondary" * bool(at)}" '
        f'data-action="{action}" disabled>{words}</button>'
        for at, (action, words) in enumerate(buttons)
    )
    return f'<div class="form-buttons">{made}</div>'


def _plan_form(form: t.PlanForm | None, href: Href) -> str:
    if form is None:
        return ""
    link = f'<a href="{href(form.page)}">{escape(upper_first(form.called), quote=False)}</a>'
    return (
        f'<p class="field-help">{link} er planen deltakeren får. Datoene følger med '
        "dit. Der skriver du inn navn og telefon til kontaktene, og lager PDF eller Word.</p>\n"
    )
