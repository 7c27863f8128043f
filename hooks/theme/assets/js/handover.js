/* Papers for the last day, filled from the plan that was saved as a file. Nothing is sent or stored. */
'use strict';

(function () {
  /** @typedef {Object<string, string|number|boolean>} Answers */

  const LONGEST = 1000000; // letters in a file; a plan with every field filled has some thousands
  const MOST_ROWS = 200;

  /**
   * The answers in a saved file: texts, numbers and ticks, in rows that a table can have.
   * @param {string} text @param {string} plan the form it must come from @returns {Answers|null}
   */
  function answersIn(text, plan) {
    let saved = null;
    try {
      saved = text.length > LONGEST ? null : JSON.parse(text);
    } catch {
      return null;
    }
    const told = saved && saved.form === plan && saved.answers;
    if (!told || typeof told !== 'object' || Array.isArray(told)) return null;
    const good = Object.entries(told).filter(([key, value]) => {
      const row = Number((/^[^.]+\.(\d+)\./.exec(key) || [])[1] || 1);
      return ['string', 'number', 'boolean'].includes(typeof value) && row >= 1 && row <= MOST_ROWS;
    });
    return Object.fromEntries(good);
  }

  globalThis.handbookHandover = { answersIn };
  if (typeof document === 'undefined') return;
  const tool = /** @type {HTMLElement|null} */ (document.querySelector('[data-handover]'));
  if (!tool) return;
  /** @typedef {{table: string, column: string, label: string}} Tick */
  /** @typedef {{form: string, title: string, answers: string[][], ticks: Tick[], pdf: string|null, docx: string|null}} Paper */
  /** @type {{plan: string, papers: Paper[], contacts: {table: string, columns: string[][], rows: string[]}|null}} */
  const about = JSON.parse((tool.querySelector('[data-tool]') || tool).textContent || '');
  const picker = /** @type {HTMLInputElement} */ (tool.querySelector('[data-file]'));
  const papers = /** @type {HTMLElement} */ (tool.querySelector('[data-papers]'));
  const status = /** @type {HTMLElement} */ (tool.querySelector('[data-handover-status]'));
  const list = /** @type {HTMLElement} */ (document.querySelector('[data-contact-list]'));
  const rows = /** @type {HTMLElement} */ (document.querySelector('[data-contact-rows]'));
  /** @type {Answers} */
  let answers = {};

  /** @param {string} text what is read aloud and shown */
  function say(text) {
    status.textContent = text;
  }

  /** The answers under the names a paper has for them. @param {string[][]} names place for an answer here, and in the plan @returns {Answers} */
  function renamed(names) {
    /** @type {Answers} */
    const found = {};
    for (const [here, there] of names) {
      for (const key of Object.keys(answers)) {
        if (key === there || key.startsWith(there + '.')) found[here + key.slice(there.length)] = answers[key];
      }
    }
    return found;
  }

  function drawContacts() {
    if (!about.contacts) return;
    const { table: id, columns, rows: labels } = about.contacts;
    const numbers = Object.keys(answers).map((key) => new RegExp(`^${id}\\.(\\d+)\\.`).exec(key)).map((m) => Number(m && m[1]));
    const last = Math.max(0, ...numbers);
    rows.replaceChildren();
    for (let number = 1; number <= last; number += 1) {
      const row = document.createElement('tr');
      columns.forEach(([column, title], at) => {
        const fixed = at === 0 && labels[number - 1];
        const cell = document.createElement(fixed ? 'th' : 'td');
        if (fixed) cell.setAttribute('scope', 'row');
        cell.dataset.label = title;
        cell.textContent = fixed || String(answers[`${id}.${number}.${column}`] || '');
        row.append(cell);
      });
      const filled = columns.some(([column]) => answers[`${id}.${number}.${column}`]);
      if (filled) rows.append(row);
    }
    list.hidden = !rows.children.length;
  }

  /** @param {string} text a saved file */
  function read(text) {
    const good = answersIn(text, about.plan);
    answers = good || {};
    papers.hidden = !good;
    list.hidden = true;
    if (!good) return say(`Fila er ikke lagret fra ${about.plan}. Velg en fil som slutter på .json.`);
    drawContacts();
    const open = about.papers.flatMap((paper) => paper.ticks).map(unticked);
    say(['Svarene er hentet. Last ned papirene, og fyll ut resten sammen.', ...new Set(open)].join(' '));
  }

  /** Rows of the plan that nobody has ticked as done. @param {Tick} tick @returns {string} */
  function unticked({ table, column, label }) {
    const numbers = new Set(Object.keys(answers).map((key) => key.split('.')).filter(([name]) => name === table).map(([, row]) => row));
    const open = [...numbers].filter((row) => answers[`${table}.${row}.${column}`] !== true).length;
    return open ? `${open} av ${numbers.size} rader i «${label}» er ikke krysset av i planen. Stryk det som ikke ble gjort.` : '';
  }

  /** Add a script of our own and wait for it. @param {string} url @param {boolean} [again] @returns {Promise<void>} */
  function load(url, again) {
    return new Promise((resolve, reject) => {
      const there = document.querySelector(`script[src="${url}"]`);
      if (there && !again) return resolve();
      if (there) there.remove();
      const script = document.createElement('script');
      script.src = url;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(url));
      document.head.append(script);
      return undefined;
    });
  }

  /** @param {Paper} paper @param {'pdf'|'docx'} kind */
  async function make(paper, kind) {
    const blank = String(paper[kind]);
    say('Lager fila …');
    try {
      await load(String(kind === 'pdf' ? tool.dataset.pdfLibrary : tool.dataset.zipLibrary));
      await load(String(tool.dataset.filler));
      await load(blank + '.js', true); // each paper leaves its blank in the same place
      const blob = await /** @type {any} */ (window).handbookFill[kind](renamed(paper.answers));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = `${blank.replace(/^.*\/|\.\w+$/g, '')}-fra-plan.${kind}`;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      say('Fila er laget. Det som ikke sto i planen, er tomt.');
    } catch (error) {
      console.error(error);
      say('Fila kunne ikke lages. Last ned det tomme skjemaet, og fyll det ut der.');
    }
  }

  /** @type {HTMLElement} */ (tool.querySelector('[data-pick]')).addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    const file = (picker.files || [])[0];
    if (file) file.text().then(read);
    picker.value = '';
  });
  papers.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest('[data-kind]');
    const line = /** @type {HTMLElement|null} */ (button && button.closest('[data-paper]'));
    const paper = about.papers.find((one) => line && one.form === line.dataset.paper);
    if (button && paper) make(paper, /** @type {HTMLElement} */ (button).dataset.kind === 'pdf' ? 'pdf' : 'docx');
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
