"""The tools for finding a model → the markup their scripts wake up."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from handbook.document import tools as t
from handbook.norwegian import number
from handbook.render.tool_data import Href, data_element

_STEPS = (
    '<p class="chooser-steps">'
    '<button type="button" class="button button-secondary" data-back hidden>Tilbake'
    '</button> <button type="button" class="button button-secondary" data-show hidden>'
    "Vis svaret</button></p>"
)
_SHARE = "Vil du dele svaret? Kopier adressen til siden. Valgene ligger i den."


def chooser(tool: t.Chooser, href: Href, _: Callable[[], str]) -> str:
    """One question at a time, and the answer."""
    questions = "\n".join(map(_question, tool.questions))
    return (
        '<div class="chooser" data-chooser hidden>'
        '<p class="notice-line" data-unknown role="alert" hidden></p>'
        f'<p class="progress" data-progress></p>\n{questions}\n{_STEPS}\n'
        f"{_result(href(tool.comparison), href(tool.small))}\n"
        f'<p class="sr" role="status" data-chooser-status></p>{data_element(tool, href)}</div>'
    )


def _question(one: t.ChooserQuestion) -> str:
    name = f"sporsmal-{one.id}"
    answers = "".join(_answer(option.id, option.text) for option in one.options)
    go_on = (
        '<p><button type="button" class="button" data-go-on>Gå videre</button></p>'
        if one.many else ""
    )  # fmt: skip
    helped = f'<p class="field-help">{escape(one.help)}</p>' if one.help else ""
    return (
        f'<section class="question" data-question="{one.id}" aria-labelledby="{name}" hidden>'
        f'<h2 id="{name}" tabindex="-1">{escape(one.asked)}</h2>'
        f'{helped}<ul class="answers">{answers}'
        '<li><button type="button" class="answer answer-any" data-answer="-">'
        f"Hopp over</button></li></ul>{go_on}</section>"
    )


def _answer(value: str, words: str) -> str:
    button = f'<button type="button" class="answer" data-answer="{value}">{escape(words)}</button>'
    return f"<li>{button}</li>"


def _result(comparison: str, small: str) -> str:
    return (
        '<section class="result" data-result aria-labelledby="resultat" hidden>'
        '<h2 id="resultat" tabindex="-1">Dette passer for dere</h2><div data-verdicts></div>\n'
        '<ul class="shortcuts">'
        '<li><button type="button" class="button button-secondary" data-print hidden>Skriv ut'
        '</button></li><li><button type="button" class="button button-secondary" data-again>'
        f'Begynn på nytt</button></li><li><a href="{comparison}" data-side-by-side>'
        "Modellene side om side</a></li>"
        f'<li><a href="{small}" data-small>For små virksomheter</a></li>'
        '</ul>\n<details class="given"><summary>Svarene deres</summary>'
        '<dl class="facts" data-given></dl>'
        f'<p class="share-note">{_SHARE}</p></details></section>'
    )


def compare_models(tool: t.CompareModels, href: Href, instead: Callable[[], str]) -> str:
    """Choose columns of the table that follows, and see where they differ."""
    choices = "".join(_choice(model, title) for model, title in tool.models)
    return (
        '<div class="compare-tool" data-compare-tool hidden>'
        "<fieldset><legend>Velg to eller tre modeller</legend>"
        f'<div class="compare-choices">{choices}</div></fieldset>'
        '<p><label class="option"><input type="checkbox" data-only-different>'
        "<span>Vis bare det som er ulikt</span></label></p>"
        '<p><button type="button" class="button button-secondary" data-print hidden>Skriv ut'
        '</button></p><p role="status" data-compare-status></p></div>\n'
        f"{instead()}"
    )


def _choice(model: str, title: str) -> str:
    box = f'<input type="checkbox" value="{model}" data-pick>'
    return f'<label class="option">{box}<span>{escape(title)}</span></label>'


def calculator(tool: t.Calculator, href: Href, instead: Callable[[], str]) -> str:
    """Figures to type above the tables that they change."""
    return (
        '<div class="calculator" data-calculator>'
        f"{_FOLDED if tool.folded else ''}"
        '<div class="calculator-tool" hidden data-calculator-fields>'
        '<div class="plan-fields">'
        f"{_figure('plasser', 'Plasser', str(tool.places))}"
        f"{_weeks(tool)}"
        f"{_hourly(tool) if any(basis.roles for _, basis in tool.costs) else ''}"
        f"{_wage(tool)}</div>\n"
        '<p class="field-error" role="alert" data-problem hidden></p></div>\n'
        f"{'</details>' if tool.folded else ''}"
        f'<p class="cost-total" role="status" data-total hidden></p>{instead()}'
        f"{data_element(tool, href)}</div>"
    )


def _weeks(tool: t.Calculator) -> str:
    if tool.weeks:
        return _figure("uker", "Uker", str(tool.weeks))
    return _figure("uker", "Uker (tomt felt: det som er vanlig)", "")


_FOLDED = '<details class="unprinted js-only"><summary>Regn med egne tall</summary>'


def _figure(name: str, title: str, value: str, more: str = "") -> str:
    return (
        f'<p class="field"><label for="kostnad-{name}">{title}</label>'
        f'<input type="text" inputmode="decimal" autocomplete="off" maxlength="12" '
        f'id="kostnad-{name}" data-figure="{name}" value="{value}" '
        f'aria-describedby="kostnad-{name}-feil">{more}'
        f'<span class="field-error" id="kostnad-{name}-feil" role="alert" '
        f'data-problem-of="{name}" hidden></span></p>'
    )


def _hourly(tool: t.Calculator) -> str:
    known = number(tool.hourly) if tool.hourly is not None else ""
    options = "".join(
        f'<option value="{number(one.kroner)}">{escape(one.title)}: {number(one.kroner)}</option>'
        for one in tool.groups
    )
    public = (
        f'<p class="field"><label for="kostnad-offentlig">Tall fra '
        f"{escape(tool.measured)}</label>"
        f'<select id="kostnad-offentlig" data-public><option value="">Eget tall</option>'
        f"{options}</select></p>"
        if tool.groups
        else ""
    )
    return _figure("timepris", "Kroner per time", known) + public


def _wage(tool: t.Calculator) -> str:
    if not tool.grants and not any(basis.employed for _, basis in tool.costs):
        return ""
    wage = _figure("lonn", "Lønn per måned til den dere ansetter, med avgifter", "")
    unpaid = any(basis.unpaid for _, basis in tool.costs) and tool.grants
    after = _figure("lonnsuker", "Uker som ansatt etterpå", "") if unpaid else ""
    return wage + after + (_grants(tool) if tool.grants else "")


def _grants(tool: t.Calculator) -> str:
    options = "".join(
        f'<option value="{key}">{escape(title)}</option>' for key, title in tool.grants
    )
    return (
        '<p class="field"><label for="kostnad-tilskudd">Trekk et tilskudd fra lønna</label>'
        '<select id="kostnad-tilskudd" data-grant><option value="">Ikke trekk fra noe</option>'
        f"{options}</select></p>"
    )
