/* What is wrong, what is missing and what is too long, in the same words at the top and by each question. Nothing is blocked. */
'use strict';

(function () {
  const { isAsked, fieldOf, fieldsOf, spotOf, unanswered } = globalThis.handbookAnswers;
  const { checkOf, counter, order } = globalThis.handbookChecks;

  class Summary {
    /** @param {HTMLFormElement} form @param {*} fields @param {*} data @param {(control: HTMLElement) => void} reveal what lies folded */
    constructor(form, fields, data, reveal) {
      this.reveal = reveal;
      this.form = form;
      this.fields = fields;
      this.data = data;
      this.box = /** @type {HTMLElement} */ (form.querySelector('[data-error-summary]'));
      this.title = document.title;
      this.open = false;
    }

    /** What is wrong with one answer; empty when nothing is. @param {string} name @param {string|true|undefined} answer @returns {string} */
    wrong(name, answer) {
      const spot = typeof answer === 'string' ? spotOf(this.data, name) : null;
      const check = spot && checkOf(spot, name);
      return (check && check(/** @type {string} */ (answer)).error) || (spot && this.early(spot.field, /** @type {string} */ (answer))) || '';
    }

    /** What is wrong between two days. @param {*} field @param {string} answer @returns {string} */
    early(field, answer) {
      const first = field.not_before && /** @type {HTMLInputElement|null} */ (this.fields.first(field.not_before));
      return first ? order(answer, first.value, fieldOf(this.data, field.not_before).label) : '';
    }

    /** When a place is left. @param {HTMLInputElement} control */
    check(control) {
      if (control.type === 'checkbox' || control.type === 'radio') return;
      const later = fieldsOf(this.data).filter((field) => field.not_before === control.name).map(({ id }) => /** @type {HTMLInputElement} */ (this.fields.first(id)));
      for (const one of [control, ...later]) {
        const said = this.wrong(one.name, one.value);
        mark(one, 'feil', said, Boolean(said));
      }
    }

    /** How much room is left, near the end of it. @param {HTMLInputElement} control */
    count(control) {
      const spot = spotOf(this.data, control.name);
      if (!spot || !spot.field.most || spot.type === 'table') return;
      mark(control, 'teller', counter(control.value, spot.field.most), false);
    }

    /** Both lists, drawn anew. @param {Object<string, string|true>} answers @returns {boolean} whether there was anything to say */
    draw(answers) {
      const errors = Object.entries(answers).map(([name, answer]) => ({ name, said: this.wrong(name, answer) })).filter(({ name, said }) => said && this.asked(name, answers));
      const missing = unanswered(this.data, answers).map((field) => ({ name: field.id, said: field.label }));
      this.open = Boolean(errors.length || missing.length);
      this.unmark();
      for (const { name, said } of errors) mark(this.fields.first(name), 'feil', said, true);
      for (const { name } of missing) mark(this.fields.first(name), 'mangler', 'Svar mangler', false);
      this.box.hidden = !this.open;
      document.title = this.open ? `Feil: ${this.title}` : this.title;
      const parts = [
        heading(errors.length, missing.length),
        ...this.list('Rett dette', errors.map(({ name, said }) => ({ name, said: `${spotOf(this.data, name).label}: ${said}` }))),
        ...this.list('Mangler', missing),
      ];
      this.box.replaceChildren(...(this.open ? parts : []));
      return this.open;
    }

    asked(name, answers) {
      const field = fieldOf(this.data, name.split('.')[0]);
      return Boolean(field) && isAsked(this.data, field, answers);
    }

    unmark() {
      for (const old of this.form.querySelectorAll('.field-error[data-for]')) {
        const control = this.fields.first(/** @type {HTMLElement} */ (old).dataset.for);
        if (control) for (const kind of ['feil', 'mangler']) mark(control, kind, '', false);
        old.remove();
      }
    }

    list(title, lines) {
      if (!lines.length) return [];
      const head = document.createElement('h4'), list = document.createElement('ul');
      head.textContent = title;
      list.append(...lines.map(({ name, said }) => this.line(name, said)));
      return [head, list];
    }

    line(name, said) {
      const item = document.createElement('li'), link = document.createElement('a');
      const target = this.fields.first(name);
      if (target && !target.id) target.id = idOf(target, 'sted');
      link.href = `#${target ? target.id : 'skjema'}`;
      link.textContent = said;
      if (target) link.addEventListener('click', () => this.reveal(target));
      item.append(link);
      return item;
    }

    focus() {
      this.box.focus();
    }

    close() {
      this.open = false;
      this.unmark();
      this.box.hidden = true;
      this.box.replaceChildren();
      document.title = this.title;
    }

    /** What another tab wrote in the same place, laid beside what stands. @param {{name: string, aside: string}[]} clashes @param {(name: string, value: string) => void} use */
    layAside(clashes, use) {
      for (const { name, aside } of clashes) {
        const control = this.fields.first(name);
        if (!control) continue;
        const line = document.createElement('p'), take = globalThis.handbookFields.button('Bruk det', `Bruk det du skrev i en annen fane: ${aside}`);
        line.className = 'field-count';
        line.setAttribute('role', 'status');
        line.append(`Du skrev noe annet i en annen fane: ${aside} `, take);
        take.addEventListener('click', () => {
          use(name, aside);
          line.remove();
          control.focus();
        });
        control.after(line);
      }
    }
  }

  function heading(wrong, missing) {
    const whole = document.createElement('div'), head = document.createElement('h3'), text = document.createElement('p');
    const said = [wrong ? `${wrong} svar bør rettes` : '', missing ? (missing === 1 ? 'Ett svar mangler' : `${missing} svar mangler`) : ''].filter(Boolean).join(', ');
    head.textContent = said[0] ? said[0].toUpperCase() + said.slice(1) : '';
    text.textContent = 'Du kan gå videre likevel. Dette bør være i orden før skjemaet brukes:';
    whole.append(head, text);
    return whole;
  }

  const idOf = (control, kind) => `${kind}-${control.name.replace(/\./g, '-')}`;

  /** One kind of remark by a control: written, changed or taken away. @param {HTMLInputElement|null} control @param {string} kind @param {string} said @param {boolean} invalid */
  function mark(control, kind, said, invalid) {
    if (!control) return;
    const id = idOf(control, kind), old = document.getElementById(id);
    if (kind === 'feil') {
      if (invalid) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
    describe(control, (ids) => [...ids.filter((one) => one !== id), ...(said ? [id] : [])]);
    if (!said) {
      if (old) old.remove();
      return;
    }
    const words = old || document.createElement('p');
    words.className = 'field-error';
    words.id = id;
    words.dataset.for = control.name;
    if (kind === 'teller') {
      words.className = 'field-count';
      words.setAttribute('role', 'status');
    }
    if (words.textContent !== said) words.textContent = said;
    if (!old) place(control, kind, words);
  }

  /** A count stands after its control, a fault before; in a table of many, the fault stands in its cell. */
  function place(control, kind, words) {
    const where = control.closest('td') ? control : control.closest('label.option') || control;
    if (kind === 'teller' || control.closest('td')) where.after(words);
    else where.before(words);
  }

  function describe(control, change) {
    const ids = change((control.getAttribute('aria-describedby') || '').split(' ').filter(Boolean));
    if (ids.length) control.setAttribute('aria-describedby', ids.join(' '));
    else control.removeAttribute('aria-describedby');
  }

  globalThis.handbookSummary = { Summary };
})();
