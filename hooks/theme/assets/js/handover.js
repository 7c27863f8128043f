/* Papers for the last day, filled from the plan that was saved as a file. Nothing is sent or stored. */
'use strict';

(function () {
  const tool = /** @type {HTMLElement|null} */ (document.querySelector('[data-handover]'));
  if (!tool) return;
  const files = globalThis.handbookFiles, rules = globalThis.handbookAnswers;
  /** @typedef {{table: string, column: string, label: string}} Tick */
  /** @typedef {{form: string, title: string, ticks: Tick[], data: string, docx: string|null}} Paper */
  /** @type {{plan: string, data: string, papers: Paper[], contacts: {table: string, columns: string[][], rows: string[]}|null}} */
  const about = JSON.parse(tool.querySelector('[data-tool]').textContent);
  /** @type {Object<string, string[]>} */
  const scripts = JSON.parse(tool.querySelector('[data-scripts]').textContent);
  const picker = /** @type {HTMLInputElement} */ (tool.querySelector('[data-file]'));
  const papers = /** @type {HTMLElement} */ (tool.querySelector('[data-papers]'));
  const status = /** @type {HTMLElement} */ (tool.querySelector('[data-handover-status]'));
  const list = /** @type {HTMLElement} */ (document.querySelector('[data-contact-list]'));
  const rows = /** @type {HTMLElement} */ (document.querySelector('[data-contact-rows]'));
  /** What the plan says, in places it has. @type {Object<string, string|true>} */
  let answers = {};
  let called = '';

  /** @param {string} text what is read aloud and shown */
  function say(text) {
    status.textContent = text;
  }

  /** The rows of a table that the plan says something in. @param {string} table @returns {number[]} */
  function rowsOf(table) {
    const numbers = Object.keys(answers).map((name) => name.split('.')).filter(([name]) => name === table).map(([, row]) => Number(row));
    return [...new Set(numbers)].sort((a, b) => a - b);
  }

  function drawContacts() {
    if (!about.contacts) return;
    const { table, columns, rows: labels } = about.contacts;
    rows.replaceChildren(...rowsOf(table).map((number) => {
      const row = document.createElement('tr');
      row.append(...columns.map(([column, title], at) => {
        const fixed = at === 0 && labels[number - 1];
        const cell = document.createElement(fixed ? 'th' : 'td');
        if (fixed) cell.setAttribute('scope', 'row');
        cell.dataset.label = title;
        cell.dir = 'auto';
        cell.textContent = fixed || String(answers[`${table}.${number}.${column}`] || '');
        return cell;
      }));
      return row;
    }));
    list.hidden = !rows.children.length;
  }

  /** @param {File} file */
  async function take(file) {
    say('Leser fila …');
    await files.load([about.data, ...scripts.reading]);
    const plan = globalThis.handbookForms.get(about.plan);
    const told = await globalThis.handbookReading.read(file);
    const own = told.form === about.plan && rules.readable(told.answers);
    answers = own ? rules.sorted(plan, rules.asTyped(plan, own)).placed : {};
    called = own && typeof told.about === 'string' ? told.about : '';
    papers.hidden = !own;
    list.hidden = true;
    if (!own) return say(typeof told === 'string' ? told : `Fila er ikke lagret fra ${about.plan}. Velg en fil du har lastet ned derfra.`);
    drawContacts();
    const open = about.papers.flatMap((paper) => paper.ticks).map(unticked);
    return say(['Svarene er hentet. Last ned papirene, og fyll ut resten sammen.', ...new Set(open)].join(' ').trim());
  }

  /** Rows of the plan that nobody has ticked as done. @param {Tick} tick @returns {string} */
  function unticked({ table, column, label }) {
    const all = rowsOf(table), open = all.filter((row) => answers[`${table}.${row}.${column}`] !== true).length;
    return open ? `${open} av ${all.length} rader i «${label}» er ikke krysset av i planen. Stryk det som ikke ble gjort.` : '';
  }

  /** The plan's answers in the places that a form has for them. @param {*} form @returns {Object<string, string|true>} */
  function answersFor(form) {
    return rules.sorted(form, rules.takenOver(form, about.plan, answers)).placed;
  }

  const makers = {
    async pdf(form) {
      await files.load(scripts.pdf);
      const paper = globalThis.handbookPaper.paper(form, answersFor(form), { about: called });
      await files.load(globalThis.handbookPaperPdf.more(paper).flatMap((name) => scripts[name]));
      return (await globalThis.handbookPaperPdf.write(paper, globalThis.handbookPaper.saved(form, answersFor(form), called))).blob;
    },
    async docx(form, paper) {
      await files.load(scripts.word);
      await files.again(`${paper.docx}.js`); // each paper leaves its blank in the same place
      return globalThis.handbookWord.fill(answersFor(form), []);
    },
  };

  /** @param {Paper} paper @param {'pdf'|'docx'} kind */
  async function make(paper, kind) {
    say('Lager fila …');
    try {
      await files.load([paper.data]);
      const form = globalThis.handbookForms.get(paper.form);
      files.download(await makers[kind](form, paper), files.fileName(form, called, `.${kind}`));
      say('Fila er laget. Det som ikke sto i planen, er tomt.');
    } catch (error) {
      console.error(error);
      say('Fila kunne ikke lages. Last ned det tomme skjemaet, og fyll det ut der.');
    }
  }

  /** @type {HTMLElement} */ (tool.querySelector('[data-pick]')).addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    const file = picker.files[0];
    if (file) take(file);
    picker.value = '';
  });
  papers.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement|null} */ (/** @type {HTMLElement} */ (event.target).closest('[data-kind]'));
    const line = /** @type {HTMLElement|null} */ (button && button.closest('[data-paper]'));
    const paper = about.papers.find((one) => line && one.form === line.dataset.paper);
    if (button && paper) make(paper, button.dataset.kind === 'pdf' ? 'pdf' : 'docx');
  });
  const print = list.querySelector('[data-print-list]');
  if (print) {
    print.addEventListener('click', () => {
      document.body.dataset.printOnly = 'contacts';
      window.print();
    });
  }
  window.addEventListener('afterprint', () => delete document.body.dataset.printOnly);
  tool.hidden = false;
})();
