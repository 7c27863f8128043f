/* What the open case says of a page: who has its roles, the first day, and the contact one calls. */
'use strict';

(function () {
  const cases = globalThis.handbookCase;
  const line = /** @type {HTMLElement} */ (document.querySelector('[data-case-line]'));
  if (!line) return;
  /** @type {{model: string, roles: [string, string][], contact: string}} */
  const about = JSON.parse((line.querySelector('[data-tool]') || line).textContent || '');

  /** @param {string} text @returns {string} */
  const begun = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /** @param {*} told @returns {string[]} names and first day, where the case is about this model */
  function ofModel(told) {
    if (!about.model || told.model !== about.model) return [];
    const named = about.roles.filter(([role]) => told.people[role]).map(([role, words]) => `${words}: ${told.people[role]}`);
    const day = told.start && `Første dag er ${told.start.split('-').reverse().join('.')}.`;
    return [day, named.length ? `${begun(named.join(', '))}.` : ''].filter(Boolean);
  }

  /** The days of a case about this model: all that the memo prints of it. @param {*} told @returns {string} */
  function daysOf(told) {
    const days = about.model && told.model === about.model ? [told.start, told.end].filter(Boolean) : [];
    return days.length ? `${days.map((day) => day.split('-').reverse().join('.')).join(' til ')}. ` : '';
  }

  /** @param {*} told @returns {(string|Node)[]} */
  function contact(told) {
    const ways = contactWays(told, about.contact);
    return ways.length ? [`Kontakten deres i ${about.contact}: `, ...ways, '.'] : [];
  }

  /** Name, number and address, with commas between. @param {*} told @param {string} where @returns {(string|Node)[]} */
  function contactWays(told, where) {
    const { name, phone, email } = cases.contactAt(told, where);
    const ways = [phone && way(`tel:${phone.replace(/[^+\d]/g, '')}`, phone), email && way(`mailto:${encodeURIComponent(email)}`, email)].filter(Boolean);
    return [name, ...ways].filter(Boolean).flatMap((one, at) => (at ? [', ', one] : [one]));
  }

  /** Where a paper has a line for the contact: it is written there, also in print. @param {*} told */
  function onPaper(told) {
    for (const spot of document.querySelectorAll('[data-own-contact]')) {
      const said = told ? contactWays(told, spot.getAttribute('data-contact-at') || '') : [];
      const made = document.createElement('p');
      const words = document.createElement('strong');
      words.textContent = `${spot.getAttribute('data-own-contact')}: `;
      made.append(words, ...said, '.');
      if (!lines.has(spot)) lines.set(spot, [...spot.childNodes]);
      spot.replaceChildren(...(said.length ? [made] : lines.get(spot) || []));
    }
  }
  /** @type {Map<Element, ChildNode[]>} what stands there without a contact */
  const lines = new Map();

  /** @param {string} href @param {string} text */
  function way(href, text) {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = text;
    return link;
  }

  /** @param {*} told @returns {string} */
  function titleOf(told) {
    if (told.name) return `Saken «${told.name}»`;
    return about.model ? 'Saken deres' : 'Hvem dere ringer';
  }

  function show() {
    const told = cases.isOld() ? null : cases.open();
    const written = document.querySelector('[data-own-contact]');
    const called = told && !written ? contact(told) : [];
    const said = told ? [...ofModel(told).flatMap((sentence) => [sentence, ' ']), ...called] : [];
    onPaper(told);
    line.hidden = !said.length;
    /** @type {HTMLElement} */ (line.querySelector('[data-case-words]')).replaceChildren(...said);
    /** @type {HTMLElement} */ (line.querySelector('[data-case-name]')).textContent = told ? `${daysOf(told)}${titleOf(told)}` : '';
  }

  /* Folded on a phone, where the page itself comes first; a contact alone is one line, and is seen. */
  const begins = cases.isOld() ? null : cases.open();
  const alone = !begins || !ofModel(begins).length;
  /** @type {HTMLDetailsElement} */ (line.querySelector('details')).open = alone || window.matchMedia('(min-width: 40em)').matches;

  cases.listen(show);
  window.addEventListener('pageshow', show);
  show();
})();
