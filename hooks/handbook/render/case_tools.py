"""The tools of a case → the markup their scripts wake up."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import starmap

from handbook.document import tools as t
from handbook.render.tool_data import Href, data_element

_DAY = 'type="text" inputmode="numeric" maxlength="20"'
_CONTACT = (
    ("name", "Navn", 'type="text"'),
    ("phone", "Telefon", 'type="tel"'),
    ("email", "E-post", 'type="email"'),
)


def desk(tool: t.CaseDesk, href: Href, _: Callable[[], str]) -> str:
    """Days, names and contact to fill in, what happens first, and where the case is kept."""
    about = f"{_days()}\n{_people(tool)}" if tool.model else ""
    contacts = "\n".join(starmap(_contact, tool.contacts))
    first = _first(tool, href) if tool.model else ""
    return (
        '<div class="form-tools case-tool" data-case-desk hidden>'
        "<p>Skriv det dere vet. Da står det i planen, på rollesidene og i notatet, og i skjemaer "
        "som spør om det. "
        "Ingenting sendes. <span data-case-lies></span></p>\n"
        f"{_OPENED}\n{about}\n{contacts}\n{first}\n{_BUTTONS}\n"
        f'<p role="status" data-case-status></p>\n{_KEPT}{data_element(tool, href)}</div>'
    )


def line(tool: t.CaseLine, href: Href, _: Callable[[], str]) -> str:
    """Room for a sentence or two; empty until a case is open."""
    change = f'<a href="{href(tool.desk)}">Endre</a>'
    return (
        '<div class="case-line" data-case-line hidden><details><summary data-case-name></summary>'
        f"<p><span data-case-words></span> {change}</p></details>{data_element(tool, href)}</div>"
    )


def own_contact(tool: t.OwnContact, href: Href, instead: Callable[[], str]) -> str:
    """A line to write on, and the way to where it is typed, until a case says who it is."""
    way = f'<a class="js-only unprinted" href="{href(tool.desk)}">Skriv inn kontakten</a>'
    at = f'data-contact-at="{escape(tool.at)}"'
    return f'<div data-own-contact="{escape(tool.words)}" {at}>{instead()}{way}</div>'


def _field(name: str, label: str, kind: str, more: str = "") -> str:
    return (
        f'<p class="field"><label for="sak-{name}">{escape(label, quote=False)}</label>'
        f'<input {kind} id="sak-{name}" autocomplete="off" spellcheck="false" {more}></p>'
    )


def _group(title: str, fields: str, spot: str = "") -> str:
    inner = f'<legend>{title}</legend><div class="plan-fields">{fields}</div>'
    return f"<fieldset{spot}>{inner}</fieldset>"


def _days() -> str:
    return _group("Saken", "\n".join((
        _field("name", "Initialer eller saksnummer", 'type="text" maxlength="60"',
               'data-part="name"'),
        _field("start", "Første dag (dd.mm.åååå)", _DAY, 'data-part="start"'),
        _field("end", "Siste dag (dd.mm.åååå)", _DAY, 'data-part="end"'),
    )))  # fmt: skip


def _people(tool: t.CaseDesk) -> str:
    named = (
        _field(f"rolle-{role}", title[:1].upper() + title[1:], 'type="text" maxlength="100"',
               f'data-part="people" data-key="{role}"')
        for role, title in tool.roles
    )  # fmt: skip
    return _group("Hvem gjør hva hos dere", "\n".join(named))


def _contact(part: str, at: str) -> str:
    fields = (
        _field(f"{part}-{key}", label, f'{kind} maxlength="100"',
               f'data-part="{part}" data-key="{key}"')
        for key, label, kind in _CONTACT
    )  # fmt: skip
    title = f"Kontakten deres i {escape(at, quote=False)}"
    return _group(title, "\n".join(fields), f' id="sak-{part}"')


def _first(tool: t.CaseDesk, href: Href) -> str:
    return (
        "<div data-case-first hidden><p><strong>Dette skjer først</strong></p><ol></ol>"
        f'<p data-case-late></p><p><a class="button" href="{href(tool.plan)}" data-case-plan>'
        "Hele planen med datoer</a></p></div>"
    )


def _action(name: str, words: str) -> str:
    button = 'type="button" class="button button-secondary"'
    return f'<button {button} data-action="{name}">{words}</button>'


_OPENED = (
    '<div class="notice" hidden data-case-ask><p data-case-question></p>'
    f'<p class="form-buttons">{_action("take", "Åpne fila")}{_action("leave", "Avbryt")}</p></div>'
    '<p class="notice-line" hidden data-case-other></p>'
    "<p hidden data-case-chosen><a>Svarene deres i velgeren</a></p>"
)
_BUTTONS = (
    '<div class="form-buttons">'
    f"{_action('save', 'Lagre saken som fil')}{_action('open', 'Åpne en sak fra fil')}"
    f"{_action('close', 'Lukk saken')}</div>"
    '<input type="file" accept=".json,application/json" hidden data-case-file '
    'aria-label="Fil med en sak">'
)
_KEPT = (
    "<details><summary>Ta vare på saken, eller slett den</summary>"
    '<p data-keep-line><label class="option"><input type="checkbox" data-keep><span>Ta vare på '
    "saken på denne enheten i 30 dager</span></label></p><p hidden data-keep-why></p>"
    '<p><label class="option"><input type="checkbox" data-shared><span>Andre bruker denne '
    "enheten: ikke ta vare på noe</span></label></p>"
    f"<p data-forget hidden>{_action('forget', 'Slett alt som er lagret her')}</p></details>"
)
