/* The controls of a form on the page: what they hold, which are asked, and how many rows a table has. */
'use strict';

(function () {
  const { fieldOf, isAsked, rowsFor } = globalThis.handbookAnswers;

  /** @typedef {HTMLInputElement|HTMLTextAreaElement|HTMLSelectElement} Control */

  class Fields {
    /** @param {HTMLFormElement} form @param {*} data the form's data */
    constructor(form, data) {
      this.form = form;
      this.data = data;
    }

    /** @param {string} name @returns {HTMLInputElement[]} */
    named(name) {
      return Array.from(this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`));
    }

    /** What stands in a control now. @param {HTMLInputElement} control @returns {string|true|undefined} */
    value(control) {
      if (control.type === 'checkbox') return control.checked || undefined;
      if (control.type !== 'radio') return control.value || undefined;
      const chosen = this.named(control.name).find((one) => one.checked);
      return chosen ? chosen.value : undefined;
    }

    /** Put answers where they belong, never under the reader's fingers. @param {string[]} names @param {Object<string, string|true>} answers */
    show(names, answers) {
      this.growFor(names);
      for (const name of names) {
        for (const control of this.named(name)) {
          if (control === document.activeElement && control.type !== 'checkbox' && control.type !== 'radio') continue;
          const answer = answers[name];
          if (control.type === 'checkbox') control.checked = answer === true;
          else if (control.type === 'radio') control.checked = control.value === answer;
          else control.value = answer === undefined ? '' : String(answer);
        }
      }
    }

    /** Show only what the answers so far call for. @param {Object<string, string|true>} answers */
    ask(answers) {
      /* A blank form is printed whole. */
      this.form.toggleAttribute('data-blank', !Object.keys(answers).length);
      for (const node of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll('[data-shown-if]'))) {
        node.hidden = !isAsked(this.data, fieldOf(this.data, node.dataset.shownIf), answers);
      }
    }

    /** Answers without a place here: shown, kept, and handed on in every file. @param {HTMLElement} box @param {Object<string, string|true>} left */
    tellLeft(box, left) {
      const lines = Object.entries(left).map(([name, answer]) => {
        const item = document.createElement('li');
        item.textContent = `${name}: ${answer === true ? 'Ja' : answer}`;
        return item;
      });
      box.hidden = !lines.length;
      box.querySelector('ul').replaceChildren(...lines);
    }

    /** The first control of a question, or of a place for an answer. @param {string} name @returns {HTMLElement|null} */
    first(name) {
      const [control] = this.named(name);
      if (control) return control;
      const field = this.form.querySelector(`[data-field="${CSS.escape(name.split('.')[0])}"]`);
      return field ? field.querySelector('input, textarea, select') : null;
    }

    /** @returns {{table: HTMLTableElement, field: *}[]} tables that can have more rows */
    growing() {
      return Array.from(this.form.querySelectorAll('table')).map((table) => {
        const node = /** @type {HTMLElement} */ (table.closest('[data-field]'));
        return { table, field: fieldOf(this.data, node.dataset.field) };
      }).filter(({ field }) => field && field.most_rows > field.rows);
    }

    /** As many rows as some answers need. @param {string[]} names */
    growFor(names) {
      for (const { table, field } of this.growing()) {
        const body = table.tBodies[0], need = rowsFor(field, names);
        while (body.rows.length < need) this.addRow(table, field);
      }
    }

    /** The last row again, empty and with names of its own; null when there are as many as there may be. @returns {HTMLTableRowElement|null} */
    addRow(table, field) {
      const body = table.tBodies[0], number = body.rows.length + 1;
      if (number > field.most_rows) return null;
      const row = /** @type {HTMLTableRowElement} */ (body.rows[number - 2].cloneNode(true));
      for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll('[name]'))) {
        control.name = control.dataset.name = control.name.replace(/\.\d+\./, `.${number}.`);
        control.setAttribute('aria-label', control.getAttribute('aria-label').replace(/rad \d+/, `rad ${number}`));
        if (control.type === 'checkbox') control.checked = false;
        else control.value = '';
        for (const said of ['aria-invalid', 'aria-describedby']) control.removeAttribute(said);
      }
      row.querySelectorAll('.field-error, .field-count').forEach((old) => old.remove());
      delete row.dataset.row;
      body.append(row);
      return row;
    }
  }

  /** @param {string} words @param {string} spoken @returns {HTMLButtonElement} */
  function button(words, spoken) {
    const one = document.createElement('button');
    one.type = 'button';
    one.className = 'button button-secondary';
    one.textContent = words;
    one.setAttribute('aria-label', spoken);
    return one;
  }

  globalThis.handbookFields = { Fields, button };
})();
