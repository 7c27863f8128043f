/* Self-assessment: a profile from the answers. Nothing is sent; kept here only when the reader asks. */
'use strict';

(function () {
  /**
   * @typedef {{id: string, title: string, phases: string[], lowest: number, highest: number,
   *   weight: number, steps: number}} Criterion
   * @typedef {{level: number|'vet-ikke'|null, note: string}} Answer
   * @typedef {Object<string, Answer>} Answers criterion → answer
   * @typedef {{percent: number|null, answered: number, unsure: number, open: number}} Score
   */

  const UNSURE = 'vet-ikke';
  const LIFE = 30 * 86400000;
  const LARGEST = 1e6; // bytes; a whole assessment with long notes is a tenth of it
  const SHOWN = 20;
  const MOST = 500; // answers of another edition that are handed on

  /** How far up one criterion is, from 0 to 1. @param {Criterion} criterion @param {number} level */
  function share(criterion, level) {
    return (level - criterion.lowest) / (criterion.highest - criterion.lowest);
  }

  /**
   * The weighted mean of what is answered; null when nothing is. «Vet ikke» counts beside, never in it.
   * @param {Criterion[]} criteria @param {Answers} answers @returns {Score}
   */
  function score(criteria, answers) {
    let sum = 0;
    let weights = 0;
    const counts = { answered: 0, unsure: 0, open: 0 };
    for (const criterion of criteria) {
      const level = answers[criterion.id] ? answers[criterion.id].level : null;
      if (level === null) counts.open += 1;
      else if (level === UNSURE) counts.unsure += 1;
      else {
        counts.answered += 1;
        sum += criterion.weight * share(criterion, Number(level));
        weights += criterion.weight;
      }
    }
    return { percent: weights ? (100 * sum) / weights : null, ...counts };
  }

  /**
   * Score of the whole and of each phase. A criterion counts in every phase it belongs to.
   * @param {Criterion[]} criteria @param {string[]} phases @param {Answers} answers
   * @returns {{whole: Score, phases: Object<string, Score>}}
   */
  function profile(criteria, phases, answers) {
    const own = (/** @type {string} */ phase) => criteria.filter((c) => c.phases.includes(phase));
    return {
      whole: score(criteria, answers),
      phases: Object.fromEntries(phases.map((phase) => [phase, score(own(phase), answers)])),
    };
  }

  /**
   * Where to begin: lowest first; among equals the one that touches fewest steps; then as listed.
   * @param {Criterion[]} criteria @param {Answers} answers @param {number} [most]
   * @returns {string[]} ids
   */
  function improvements(criteria, answers, most = 3) {
    /** @type {{id: string, at: number, steps: number, n: number}[]} */
    const found = [];
    criteria.forEach((criterion, n) => {
      const level = answers[criterion.id] ? answers[criterion.id].level : null;
      if (level === null || level === UNSURE || Number(level) >= criterion.highest) return;
      found.push({ id: criterion.id, at: share(criterion, Number(level)), steps: criterion.steps, n });
    });
    found.sort((a, b) => a.at - b.at || a.steps - b.steps || a.n - b.n);
    return found.slice(0, most).map(({ id }) => id);
  }

  /**
   * Answers from a saved file. Unknown criteria and levels are told about, never guessed.
   * @param {string} text @param {string} model @param {Criterion[]} criteria
   * @returns {{answers: Answers, unknown: string[], left: Object<string, *>}|null} null when it is not such a file; `left` is what the unknown ones said, to hand on
   */
  function read(text, model, criteria) {
    let saved;
    try {
      saved = JSON.parse(text);
    } catch {
      return null;
    }
    if (!saved || saved.kind !== 'egenvurdering' || saved.model !== model) return null;
    if (typeof saved.answers !== 'object' || saved.answers === null) return null;
    /** @type {Answers} */
    const answers = {};
    const unknown = [];
    for (const [id, answer] of Object.entries(saved.answers)) {
      const criterion = criteria.find((c) => c.id === id);
      const level = answer ? answer.level : undefined;
      const whole = Number.isInteger(level) && criterion && level >= criterion.lowest && level <= criterion.highest;
      if (!criterion || !(whole || level === UNSURE || level === null)) unknown.push(id);
      else answers[id] = { level, note: typeof answer.note === 'string' ? answer.note : '' };
    }
    return { answers, unknown, left: Object.fromEntries(unknown.slice(0, MOST).map((id) => [id, saved.answers[id]])) };
  }

  /** Whether nobody has written in what is kept for thirty days. @param {string} text @param {number} now @returns {boolean} */
  function isOld(text, now) {
    try {
      const day = /^\d{4}-\d{2}-\d{2}$/.exec(JSON.parse(text).saved);
      return Boolean(day) && now - Date.parse(day[0]) > LIFE;
    } catch {
      return false;
    }
  }

  /**
   * @param {{edition: string, model: string, version: string, saved: string}} about
   * @param {Answers} answers @returns {string}
   */
  function write(about, answers) {
    const saved = {
      handbook: 'Inkluderingshåndboka',
      kind: 'egenvurdering',
      note: 'Egenvurdering, ikke sertifisering. Ingen har prøvd om skalaen måler riktig.',
      ...about,
      answers,
    };
    return JSON.stringify(saved, null, 2) + '\n';
  }

  globalThis.handbookAssessment = { score, profile, improvements, isOld, read, write };
  if (typeof document === 'undefined') return;
  const tool = /** @type {HTMLElement} */ (document.querySelector('[data-assessment]'));
  const end = /** @type {HTMLElement} */ (document.querySelector('[data-profile]'));
  if (!tool || !end) return;

  /** @type {{model: string, version: string, edition: string, phases: string[][], criteria: Criterion[]}} */
  const about = JSON.parse((tool.querySelector('[data-tool]') || tool).textContent || '');
  const { criteria } = about;
  if (!criteria.length) return;
  const phases = about.phases.map(([id, title]) => ({ id, title }));
  const key = 'handboka-egenvurdering-' + about.model;
  const keep = /** @type {HTMLInputElement} */ (tool.querySelector('[data-keep]'));
  const picker = /** @type {HTMLInputElement} */ (tool.querySelector('[data-import-file]'));
  const status = /** @type {HTMLElement} */ (end.querySelector('[data-assessment-status]'));
  const blocks = criteria.map(asQuestion);
  /** Answers this edition has no question for; they are handed on as they were. @type {Object<string, *>} */
  let strangers = {};
  const store = globalThis.handbookKept;
  const unsafe = store.unsafe(document.body.dataset.root);

  /** A list of levels becomes a question with a place for what the answer rests on. @param {Criterion} criterion @returns {HTMLElement} */
  function asQuestion(criterion) {
    const list = /** @type {HTMLElement} */ (document.querySelector(`[data-checklist="${criterion.id}"]`));
    const block = /** @type {HTMLElement} */ (list.closest('.criterion'));
    block.dataset.criterion = criterion.id;
    const question = make('fieldset');
    const legend = make('legend', criterion.title);
    legend.className = 'sr';
    const levels = /** @type {HTMLElement[]} */ ([...list.children]).map((level) => {
      const [score, ...words] = level.childNodes;
      const text = make('span');
      text.dataset.levelText = '';
      text.append(...words);
      return option(criterion.id, level.dataset.item || '', [score, text]);
    });
    question.append(legend, ...levels, option(criterion.id, UNSURE, ['Vet ikke']));
    list.replaceWith(question, noteField(criterion.id));
    return block;
  }

  /** @param {string} name @param {string} value @param {(Node|string)[]} words @returns {HTMLElement} */
  function option(name, value, words) {
    const label = make('label');
    label.className = 'option level-option';
    const radio = document.createElement('input');
    Object.assign(radio, { type: 'radio', name, value });
    const text = make('span');
    text.append(...words);
    label.append(radio, text);
    return label;
  }

  /** @param {string} id of a criterion @returns {HTMLElement} */
  function noteField(id) {
    const label = /** @type {HTMLLabelElement} */ (make('label', 'Hva bygger dere svaret på?'));
    const note = document.createElement('textarea');
    const help = make('span', 'Ikke skriv navn eller helseopplysninger.');
    label.htmlFor = note.id = `belegg-${id}`;
    help.id = `belegg-hjelp-${id}`;
    help.className = 'field-help';
    Object.assign(note, { rows: 2, spellcheck: false });
    note.dataset.note = '';
    note.setAttribute('aria-describedby', help.id);
    const field = make('p');
    field.className = 'field';
    field.append(label, note, help);
    return field;
  }

  /** @param {HTMLElement} block @returns {HTMLTextAreaElement} */
  const noteOf = (block) => /** @type {HTMLTextAreaElement} */ (block.querySelector('[data-note]'));

  /** @param {HTMLElement} block @returns {HTMLInputElement[]} */
  const radios = (block) => [...block.querySelectorAll('input')];

  /** What is answered now; criteria without answer and note are left out. @returns {Answers} */
  function collect() {
    /** @type {Answers} */
    const answers = {};
    for (const block of blocks) {
      const chosen = radios(block).find((radio) => radio.checked);
      const note = noteOf(block).value.trim();
      const level = !chosen ? null : chosen.value === UNSURE ? UNSURE : Number(chosen.value);
      if (level !== null || note) answers[block.dataset.criterion || ''] = { level, note };
    }
    return answers;
  }

  /** @param {Answers} answers */
  function restore(answers) {
    for (const block of blocks) {
      const answer = answers[block.dataset.criterion || ''];
      radios(block).forEach((radio) => (radio.checked = Boolean(answer) && radio.value === String(answer.level)));
      noteOf(block).value = answer ? answer.note : '';
    }
  }

  /** @param {Answers} [answers] @returns {string} */
  function asJson(answers = collect()) {
    const { edition, model, version } = about;
    return write({ edition, model, version, saved: new Date().toISOString().slice(0, 10) }, { ...strangers, ...answers });
  }

  /** @param {string} tag @param {string} [text] @returns {HTMLElement} */
  function make(tag, text) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    return element;
  }

  /** @param {string} title @param {Score} found @returns {HTMLElement} */
  function profileRow(title, found) {
    const row = make('tr');
    const head = make('th', title);
    head.setAttribute('scope', 'row');
    const value = make('td');
    value.dataset.label = 'Profil';
    if (found.percent === null) value.textContent = 'Ikke svart';
    else {
      const bar = make('span');
      bar.className = 'bar';
      const fill = make('span');
      fill.style.width = found.percent.toFixed(1) + '%';
      bar.append(fill);
      value.append(bar, ` ${Math.round(found.percent)}\u00a0%`);
    }
    const cells = [
      ['Svart', found.answered],
      ['Vet ikke', found.unsure],
      ['Ikke svart', found.open],
    ].map(([label, number]) => {
      const cell = make('td', String(number));
      cell.dataset.label = String(label);
      return cell;
    });
    row.append(head, value, ...cells);
    return row;
  }

  /** @param {string} id of a criterion @returns {string} */
  const titleOf = (id) => criteria.filter((criterion) => criterion.id === id).map(({ title }) => title).join('');

  /** @param {string} id @returns {HTMLElement} a criterion to begin with, and what the next level looks like */
  function improvement(id) {
    const block = /** @type {HTMLElement} */ (blocks.find((b) => b.dataset.criterion === id));
    const now = radios(block).findIndex((radio) => radio.checked);
    const next = /** @type {HTMLElement} */ (block.querySelectorAll('[data-level-text]')[now + 1]);
    const item = make('li');
    const link = /** @type {HTMLAnchorElement} */ (make('a', titleOf(id)));
    link.href = '#' + id;
    item.append(link, '. Neste trinn: ', next.textContent || '');
    return item;
  }

  function render() {
    const answers = collect();
    const found = profile(criteria, phases.map(({ id }) => id), answers);
    const table = make('table');
    table.className = 'stack profile-table';
    const head = make('tr');
    for (const title of ['Fase', 'Profil', 'Svart', 'Vet ikke', 'Ikke svart']) {
      const cell = make('th', title);
      cell.setAttribute('scope', 'col');
      head.append(cell);
    }
    const thead = make('thead');
    thead.append(head);
    const body = make('tbody');
    for (const { id, title } of phases) {
      if (criteria.some((c) => c.phases.includes(id))) body.append(profileRow(title, found.phases[id]));
    }
    body.append(profileRow('Alt samlet', found.whole));
    table.append(thead, body);
    const place = /** @type {HTMLElement} */ (end.querySelector('[data-profile-table]'));
    place.replaceChildren(table);
    const list = /** @type {HTMLElement} */ (end.querySelector('[data-improvements]'));
    const ids = improvements(criteria, answers);
    list.replaceChildren(
      ...(ids.length ? ids.map(improvement) : [make('li', found.whole.answered ? 'Alt dere har svart på, er på øverste trinn.' : 'Svar på noen kjennetegn først.')])
    );
    const { answered, unsure, open } = found.whole;
    status.textContent = `${answered} av ${criteria.length} besvart. ${unsure} vet ikke. ${open} gjenstår.`;
  }

  /** Keep what stands here; with the id of a criterion only that answer, so that another tab's stand. @param {string} [id] */
  function remember(id) {
    if (!keep.checked) return;
    const mine = collect(), there = id ? read(store.get('machine', key) || '', about.model, criteria) : null;
    /** @type {Answers} */
    const whole = there ? { ...there.answers, [id]: mine[id] } : mine;
    if (there && !mine[id]) delete whole[id];
    if (JSON.stringify(whole) !== JSON.stringify(mine)) showOthers(whole);
    if (!store.put('machine', key, asJson(whole))) {
      status.textContent = 'Svarene er IKKE lagret: det er fullt, eller det er ikke lov å lagre her. Lagre dem som fil.';
    }
  }

  /** What another tab has written, never under the reader's fingers. @param {Answers} answers */
  function showOthers(answers) {
    const active = document.activeElement && document.activeElement.closest('[data-criterion]');
    const here = active ? collect()[/** @type {HTMLElement} */ (active).dataset.criterion] : null;
    restore(here ? { ...answers, [/** @type {HTMLElement} */ (active).dataset.criterion]: here } : answers);
    render();
  }

  /** Mine stand unless the reader says otherwise. @param {Answers} mine @param {Answers} theirs @returns {Answers} */
  function joined(mine, theirs) {
    const other = Object.keys(mine).filter((id) => theirs[id] && JSON.stringify(theirs[id]) !== JSON.stringify(mine[id])).length;
    const said = other === 1 ? 'Ett svar i fila er et annet enn ditt.' : `${other} svar i fila er andre enn dine.`;
    const change = other > 0 && window.confirm(`${said} OK bytter ut dine. Avbryt beholder dine, og henter bare det du ikke har svart på.`);
    return change ? { ...mine, ...theirs } : { ...theirs, ...mine };
  }

  /** @param {string} text @param {string} from @returns {boolean} whether there was anything to take in */
  function load(text, from) {
    const found = read(text, about.model, criteria);
    if (!found) {
      status.textContent = 'Fila er ikke lagret fra denne egenvurderingen. Velg en fil som slutter på .json.';
      return false;
    }
    restore(joined(collect(), found.answers));
    strangers = { ...strangers, ...found.left };
    render();
    status.textContent += ` Hentet ${Object.keys(found.answers).length} svar fra ${from}.`;
    if (found.unknown.length) status.textContent += ` ${strange(found.unknown)}`;
    return true;
  }

  /** @param {string[]} names @returns {string} */
  function strange(names) {
    const rest = names.length - SHOWN;
    return `Disse finnes ikke lenger, og følger bare med i fila: ${names.slice(0, SHOWN).map((name) => name.slice(0, 60)).join(', ')}${rest > 0 ? ` og ${rest} til` : ''}.`;
  }

  /** @param {File} file */
  async function takeIn(file) {
    const text = file.size > LARGEST ? '' : await file.text();
    if (load(text, 'fila')) remember();
  }

  /** @type {Object<string, () => void>} */
  const actions = {
    import: () => picker.click(),
    export() {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([asJson()], { type: 'application/json' }));
      link.download = `egenvurdering-${about.model}.json`;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      status.textContent = 'Svarene er lagret som en fil. Hent dem inn igjen neste år og se hva som er endret.';
    },
    print: () => window.print(),
    clear() {
      if (!window.confirm('Vil du slette alle svarene på siden?')) return;
      restore({});
      strangers = {};
      store.drop('machine', key);
      keep.checked = false;
      render();
    },
  };

  for (const part of [tool, end]) {
    part.addEventListener('click', (event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest('[data-action]');
      if (button) actions[/** @type {HTMLElement} */ (button).dataset.action || '']();
    });
    part.hidden = false;
  }
  picker.addEventListener('change', () => {
    const file = picker.files && picker.files[0];
    if (file) takeIn(file);
    picker.value = '';
  });
  keep.addEventListener('change', () => {
    if (keep.checked) remember();
    else store.drop('machine', key);
    status.textContent = keep.checked
      ? 'Svarene ligger nå på denne enheten. Andre som bruker den, kan se dem.'
      : 'Svarene er slettet fra denne enheten. De du ser, blir borte når du lukker siden.';
  });
  for (const block of blocks) {
    block.addEventListener('input', () => {
      render();
      remember(block.dataset.criterion);
    });
  }
  render();
  const draft = store.get('machine', key);
  if (draft) {
    keep.checked = true;
    load(draft, 'denne enheten');
    if (isOld(draft, Date.now())) status.textContent += ' De har ligget her i over 30 dager. Ta bort krysset for å slette dem, eller skriv i dem for å beholde dem.';
  } else if (unsafe) {
    const line = /** @type {HTMLElement} */ (keep.closest('p'));
    line.textContent = `${unsafe} Lagre svarene som fil i stedet.`;
  }
  store.listen((changed) => {
    const there = changed === key && keep.checked ? read(store.get('machine', key) || '', about.model, criteria) : null;
    if (there) showOthers(there.answers);
  });
})();
