/* What a plan is drawn with: an element with words, a table that scrolls within its frame, and what is late. */
'use strict';

(function () {
  /** @param {string} tag @param {string} [className] @param {string} [text] @returns {HTMLElement} */
  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /** @param {string} caption @param {string[]} headings @param {HTMLElement[]} body @returns {HTMLElement} */
  function tableOf(caption, headings, body) {
    const scroll = make('div', 'table-scroll');
    scroll.setAttribute('role', 'region');
    scroll.setAttribute('aria-label', caption);
    scroll.tabIndex = 0;
    const table = make('table', 'stack plan-table');
    const head = make('tr');
    for (const heading of headings) {
      const cell = make('th', '', heading);
      cell.setAttribute('scope', 'col');
      head.append(cell);
    }
    const thead = make('thead');
    thead.append(head);
    const tbody = make('tbody');
    tbody.append(...body);
    table.append(thead, tbody);
    scroll.append(table);
    return scroll;
  }

  /** Steps that are late, under their own numbers. @param {HTMLElement[]} items @returns {HTMLElement} */
  function listOf(items) {
    const list = make('ul', 'late-steps');
    list.append(...items);
    return list;
  }

  /** @param {HTMLElement} element @param {(Node|string)[]} said @param {string[]} lines a list below, when there are any @returns {HTMLElement} */
  function withList(element, said, lines) {
    const list = make('ul');
    list.append(...lines.map((line) => make('li', '', line)));
    element.append(...said, ...(lines.length ? [list] : []));
    return element;
  }

  /** What others should have done, with the way to each. @param {Node[][]} ways @returns {HTMLElement} */
  function lateForOthers(ways) {
    const said = make('p', '', `${ways.length} steg som andre har, ${ways.length === 1 ? 'skulle' : 'skulle også'} vært gjort: `);
    said.append(...ways.flatMap((way, n) => (n ? [', ', ...way] : way)), '. Velg «Alle» for å se hva de må gjøre.');
    return said;
  }

  /** @param {string} text @param {() => void} act @returns {HTMLElement} a button that looks like a link */
  function linkButton(text, act) {
    const button = /** @type {HTMLButtonElement} */ (make('button', 'link-button', text));
    button.type = 'button';
    button.addEventListener('click', act);
    return button;
  }

  globalThis.handbookPlanTable = { lateForOthers, linkButton, listOf, make, tableOf, withList };
})();
