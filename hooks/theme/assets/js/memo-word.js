/* «Last ned Word» on the memo: the built file with the figures, the sentences and the case that stand on the page. */
'use strict';

(function () {
  const { handbookFiles: files, handbookCase: cases } = globalThis;
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  /** @param {Element|Document} node @param {string} name @returns {Element[]} */
  const all = (node, name) => Array.from(node.getElementsByTagNameNS(W, name));
  /** @param {Element} element as one reads it, on one line */
  const words = (element) => (element.textContent || '').replace(/\u2060/g, '').replace(/\s+/g, ' ').trim();

  /**
   * What the page says now that the built file says of others.
   * @typedef {{assumed: string, total: string, about: string, contact: string, rows: string[][],
   *   answer?: {chosen: number, asked: string, decided: string}}} Told
   */

  /** @param {Document} body @param {Told} told */
  function write(body, told) {
    const assumed = /** @type {Element} */ (marked(body, 'regnet'));
    const contact = marked(body, 'kontakt');
    if (contact && told.contact) say(contact, told.contact);
    if (told.answer) answer(body, told.answer);
    const heading = all(body, 'p')[0];
    const before = told.about ? [paragraph(assumed, told.about)] : [];
    heading.after(...before);
    const total = told.total ? [paragraph(assumed, told.total)] : [];
    assumed.before(...total);
    say(assumed, told.assumed);
    const [, ...rows] = all(all(body, 'tbl')[0], 'tr');
    rows.forEach((row, at) => all(row, 'tc').forEach((cell, column) => say(all(cell, 'p')[0], told.rows[at][column])));
  }

  /** What the reader has chosen, and who decides. @param {Document} body @param {{chosen: number, asked: string, decided: string}} told */
  function answer(body, told) {
    const chosen = all(body, 'p').filter((one) => words(one).startsWith('\u2610'))[told.chosen];
    if (chosen) say(chosen, words(chosen).replace('\u2610', '\u2612'));
    const place = marked(body, 'avgjor');
    if (place && told.decided) say(place, `${told.asked} ${told.decided}`);
  }

  /** The paragraph with a bookmark. @param {Document} body @param {string} name */
  function marked(body, name) {
    const spot = all(body, 'bookmarkStart').find((one) => one.getAttributeNS(W, 'name') === name);
    return spot && /** @type {Element} */ (spot.parentNode);
  }

  /** Another one that looks the same. @param {Element} like @param {string} text */
  function paragraph(like, text) {
    const made = /** @type {Element} */ (like.cloneNode(true));
    for (const name of ['bookmarkStart', 'bookmarkEnd']) all(made, name).forEach((one) => one.remove());
    say(made, text);
    return made;
  }

  /** The first run has the words, as it looks. @param {Element} place a paragraph @param {string} text */
  function say(place, text) {
    const [run, ...others] = all(place, 'r');
    others.forEach((one) => one.remove());
    const [kept, ...rest] = all(run, 't');
    rest.forEach((one) => one.remove());
    const written = kept || run.appendChild((run.ownerDocument).createElementNS(W, 'w:t'));
    written.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
    written.textContent = text;
  }

  globalThis.handbookMemoWord = { write };
  const page = document.querySelector('.kind-memo');
  const data = page && page.querySelector('[data-memo-word]');
  if (!page || !data) return;
  /** @type {{title: string, blank: string, scripts: string[]}} */
  const about = JSON.parse(data.textContent || '');
  const link = /** @type {HTMLAnchorElement} */ (page.querySelector('a[href$=".docx"]'));

  /** @param {string} selector @returns {string} */
  function shown(selector) {
    const element = page && page.querySelector(selector);
    return element instanceof HTMLElement && !element.hidden ? words(element) : '';
  }

  /** @returns {Told} */
  function told() {
    const rows = Array.from(/** @type {Element} */ (page).querySelectorAll('.calculator tbody tr'));
    return {
      assumed: shown('.assumed'),
      total: shown('[data-total]'),
      about: shown('[data-case-line]') && [shown('[data-case-name]'), shown('[data-case-words]')].filter(Boolean).join('. '),
      contact: shown('[data-own-contact] > p:not(.blank)'),
      answer: globalThis.handbookMemoAnswer?.told(),
      rows: rows.map((row) => Array.from(row.children).map(words)),
    };
  }

  async function download() {
    await files.load(about.scripts);
    await files.again(about.blank);
    const blob = globalThis.handbookWord.changed((/** @type {Document} */ body) => write(body, told()));
    const name = (!cases.isOld() && cases.open()?.name) || '';
    files.download(blob, files.fileName({ id: 'Notat til ledelsen', title: about.title }, name, '.docx'));
  }

  /** A memo with a wrong figure goes to nobody: the field is shown. @returns {boolean} whether there is one */
  function refused() {
    const field = page && page.querySelector('[data-figure][aria-invalid="true"]');
    const problem = page && page.querySelector('[data-problem]');
    if (!(field instanceof HTMLElement) || !(problem instanceof HTMLElement)) return false;
    problem.textContent = 'Word er ikke lastet ned. Rett tallet som er feil, og prøv igjen.';
    problem.hidden = false;
    field.focus();
    return true;
  }

  link.textContent = 'Last ned Word med tallene deres';
  link.addEventListener('click', (event) => {
    event.preventDefault();
    if (refused()) return;
    download().catch(() => location.assign(link.href));
  });
})();
