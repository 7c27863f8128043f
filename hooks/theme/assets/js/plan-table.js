/* What a plan is drawn with: an element with words, and a table that scrolls within its frame. */
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

  globalThis.handbookPlanTable = { make, tableOf };
})();
