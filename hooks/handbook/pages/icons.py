"""The few signs and the still pieces of the frame. Signs never stand without words."""

from __future__ import annotations

_ICON = (
    'class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false"'
)
_SEARCH = (
    f'<svg {_ICON}><circle cx="10.5" cy="10.5" r="6.5"></circle>'
    '<path d="M15.5 15.5 21 21"></path></svg>'
)
_MENU = (
    f'<svg {_ICON}><path class="icon-open" d="M4 7h16M4 12h16M4 17h10"></path>'
    '<path class="icon-close" d="M6 6l12 12M18 6 6 18"></path></svg>'
)
_COLOURS = (
    f'<svg {_ICON}><circle cx="12" cy="12" r="8.5"></circle>'
    '<path class="icon-filled" d="M12 3.5a8.5 8.5 0 0 1 0 17z"></path></svg>'
)
MARK = (
    '<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" '
    'focusable="false"><path class="mark-left" d="M3 7.5C7.5 5.5 12 5.8 15 8v18.5c-3-2.2-7.5-2.5-12'
    '-.5z"></path><path class="mark-right" d="M29 7.5C24.5 5.5 20 5.8 17 8v18.5c3-2.2 7.5-2.5 12'
    '-.5z"></path><path class="mark-ribbon" d="M20.5 5.8h4.5v10l-2.25-2.2-2.25 2.2z"></path>'
    "</svg>"
)
"""An open book with a ribbon: the sign of the handbook."""

HEADER = (
    '<a class="skip-link" href="#hovedinnhold">Hopp til innholdet</a>\n'
    '<header class="site-header">\n<div class="header-row">\n{home}\n'
    f'<button type="button" class="tool search-button js-only" data-open-search>{_SEARCH}'
    "<span>Søk</span></button>\n"
    '<button type="button" class="tool menu-button js-only" aria-expanded="false" '
    f'aria-controls="hovedmeny" data-menu-button>{_MENU}<span>Meny</span></button>\n'
    '</div>\n<div class="header-menu" id="hovedmeny">\n'
    '<nav class="main-nav" aria-label="Hovedmeny">\n<ul>\n{links}</ul>\n</nav>\n</div>\n'
    '<noscript><p class="no-script">Søket trenger JavaScript. Alt innholdet kan leses uten. '
    "Bruk menyen over for å finne fram.</p></noscript>\n</header>\n"
)
"""The head of every page; `home` is the link to the front, `links` those of the main menu."""

COLOURS = (
    f'<button type="button" class="tool colour-button js-only" data-colours>{_COLOURS}'
    "<span>Farger: <span data-colours-name>auto</span></span></button>\n"
)
"""The button that turns the colours; in the footer, since one seldom needs it twice."""

SEARCH_DIALOG = """\
<dialog class="search" id="sok" aria-labelledby="sok-tittel">
<div class="search-head">
<h2 id="sok-tittel">Søk i håndboka</h2>
<button type="button" class="tool" data-close-search>Lukk</button>
</div>
<form class="search-form" role="search" data-search-form>
<label for="sok-ord">Hva leter du etter?</label>
<input type="search" id="sok-ord" name="ord" autocomplete="off" autocapitalize="none" \
spellcheck="false" aria-describedby="sok-hjelp">
<p class="field-help" id="sok-hjelp">Skriv et ord, et skjemanummer eller en rolle. For eksempel \
fadder, SKJ-09 eller første dag.</p>
</form>
<p class="search-status" role="status" data-search-status></p>
<ol class="search-results" data-search-results></ol>
</dialog>
"""
"""The search box; its script opens it."""
