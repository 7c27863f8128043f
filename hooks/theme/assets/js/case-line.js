/* What the open case says of a page: who has its roles, the first day, and the contact one calls. */
'use strict';

(function () {
  const cases = globalThis.handbookCase;
  const line = /** @type {HTMLElement} */ (document.querySelector('[data-case-line]'));
  if (!line) return;
  /** @type {{model: string, roles: [string, string][]}} */
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

  /** @param {*} told @returns {(string|Node)[]} */
  function contact(told) {
    const { name, phone, email } = told.contact;
    const ways = [phone && way(`tel:${phone.replace(/[^+\d]/g, '')}`, phone), email && way(`mailto:${encodeURIComponent(email)}`, email)].filter(Boolean);
    if (!name && !ways.length) return [];
    return ['Kontakten deres i Nav: ', [name, ...ways].filter(Boolean).flatMap((one, at) => (at ? [', ', one] : [one])), '.'].flat();
  }

  /** @param {string} href @param {string} text */
  function way(href, text) {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = text;
    return link;
  }

  function show() {
    const told = cases.isOld() ? null : cases.open();
    const said = told ? [...ofModel(told).flatMap((sentence) => [sentence, ' ']), ...contact(told)] : [];
    line.hidden = !said.length;
    const name = told && told.name ? `Saken «${told.name}»: ` : '';
    /** @type {HTMLElement} */ (line.querySelector('[data-case-words]')).replaceChildren(name, ...said);
  }

  cases.listen(show);
  window.addEventListener('pageshow', show);
  show();
})();
