/* Tables that can have more rows. On a phone a row that is filled in is one line, and opens when it is asked for. */
'use strict';

(function () {
  const narrow = matchMedia('(width < 40em)');
  const SHOWN = 4; // answers in a row's line
  /** @typedef {HTMLInputElement|HTMLSelectElement} Control */
  /** @typedef {{added: (row: HTMLTableRowElement, number: number) => void, removed: (number: number, names: string[]) => void, full: (most: number) => void}} Told */

  /** What a row says in one line; empty when it says nothing. @param {HTMLTableRowElement} row */
  function said(row) {
    const words = Array.from(row.querySelectorAll('[name]'), (one) => wordsOf(/** @type {Control} */ (one)));
    return words.filter(Boolean).slice(0, SHOWN).join(' · ');
  }

  /** @param {Control} control */
  function wordsOf(control) {
    if (control instanceof HTMLSelectElement) return control.value && control.selectedOptions[0].textContent;
    if (control.type === 'checkbox') return control.checked ? /** @type {HTMLElement} */ (control.closest('td')).dataset.label : '';
    return control.value.trim();
  }

  class Rows {
    /** @param {*} fields @param {Told} told */
    constructor(fields, told) {
      this.fields = fields;
      this.told = told;
      this.tables = fields.growing();
      for (const one of this.tables) this.listen(one);
      this.draw();
    }

    /** Every row as it should stand: what was filled in before is folded, but not under the reader. */
    draw() {
      for (const { table } of this.tables) {
        for (const row of Array.from(table.tBodies[0].rows)) this.fold(row, Boolean(said(row)) && !row.contains(document.activeElement));
      }
    }

    /** @param {HTMLTableRowElement} row @param {boolean} closed */
    fold(row, closed) {
      if (closed) row.dataset.row = 'closed';
      else delete row.dataset.row;
      this.line(row);
    }

    /** @param {HTMLTableRowElement} row */
    open(row) {
      row.dataset.row = 'open';
      this.line(row);
    }

    /** The line of a row, and whether it stands open. @param {HTMLTableRowElement} row */
    line(row) {
      let button = /** @type {HTMLButtonElement|null} */ (row.querySelector('.row-line button'));
      if (!button) {
        const cell = document.createElement('td');
        cell.className = 'row-line';
        button = document.createElement('button');
        button.type = 'button';
        cell.append(button);
        row.prepend(cell);
      }
      const number = row.sectionRowIndex + 1, closed = row.dataset.row === 'closed';
      button.textContent = closed ? `${number}. ${said(row) || 'Tom rad'}` : `Rad ${number}`;
      button.setAttribute('aria-expanded', String(!closed));
    }

    /** The row of a control, opened so that it can be seen. @param {HTMLElement} control */
    reveal(control) {
      const row = /** @type {HTMLTableRowElement|null} */ (control.closest('tr'));
      if (row && this.tables.some(({ table }) => table.contains(row))) this.open(row);
    }

    listen({ table, field }) {
      const body = table.tBodies[0], line = table.closest('[data-field]').querySelector('[data-rows]');
      const [more, less] = line.querySelectorAll('button');
      const fit = () => { less.hidden = body.rows.length <= field.rows; };
      new MutationObserver(fit).observe(body, { childList: true });
      fit();
      more.addEventListener('click', () => this.add(table, field));
      less.addEventListener('click', () => {
        const row = body.rows[body.rows.length - 1], number = body.rows.length;
        const names = Array.from(row.querySelectorAll('[name]'), (control) => /** @type {Control} */ (control).name);
        row.remove();
        more.focus();
        this.told.removed(number, names);
      });
      body.addEventListener('click', (event) => {
        const button = /** @type {HTMLElement} */ (event.target).closest('.row-line button');
        const row = /** @type {HTMLTableRowElement|null} */ (button && button.closest('tr'));
        if (!row) return;
        if (row.dataset.row === 'closed') this.open(row);
        else this.fold(row, true);
      });
    }

    /** One more row: on a phone the next empty one where there is one, else a new one. */
    add(table, field) {
      const rows = Array.from(table.tBodies[0].rows), empty = narrow.matches && rows.find((row, at) => (at || row.dataset.row) && !row.dataset.row && !said(row));
      const row = empty || this.fields.addRow(table, field);
      if (!row) {
        this.told.full(field.most_rows);
        return;
      }
      rows.filter((one) => one !== row && said(one)).forEach((one) => this.fold(one, true));
      this.open(row);
      this.told.added(row, row.sectionRowIndex + 1);
    }
  }

  globalThis.handbookRows = { Rows };
})();
