/* Fill in a form in the browser. Nothing leaves it: answers go to files on your own machine. */
'use strict';

(function () {
  /** @typedef {Object<string, string|number|boolean>} Answers place for an answer → what stands there */

  const form = /** @type {HTMLFormElement|null} */ (document.querySelector('form[data-form]'));
  const tools = /** @type {HTMLElement|null} */ (document.querySelector('[data-form-tools]'));
  const end = /** @type {HTMLElement|null} */ (document.querySelector('[data-form-end]'));
  if (!form || !tools || !end) return;

  /** @type {{form: string, version: string, edition: string, file: string, pdf: string|null, docx: string|null}} */
  const about = JSON.parse(tools.querySelector('[data-tool]').textContent);
  const id = about.form;
  const storageKey = 'handboka-skjema-' + id;
  const status = end.querySelector('[data-form-status]');
  const keep = /** @type {HTMLInputElement} */ (tools.querySelector('[data-keep]'));
  const forget = /** @type {HTMLButtonElement} */ (tools.querySelector('[data-forget]'));
  const summary = /** @type {HTMLElement} */ (form.querySelector('[data-error-summary]'));
  const picker = /** @type {HTMLInputElement} */ (tools.querySelector('[data-import-file]'));
  let stored = null;

  /** Say something to everyone, screen readers too. @param {string} text */
  function say(text) {
    status.textContent = text;
  }

  /** All inputs that carry an answer. @returns {HTMLInputElement[]} */
  function inputs() {
    return Array.from(form.querySelectorAll('[name]'));
  }

  /** What is answered now; empty answers are left out. @param {boolean} [asked] leave out what is hidden now @returns {Answers} */
  function collect(asked) {
    /** @type {Answers} */
    const answers = {};
    for (const input of inputs()) {
      if (asked && input.closest('[data-shown-if][hidden]')) continue;
      if (input.type === 'checkbox') {
        if (input.checked) answers[input.name] = true;
      } else if (input.type === 'radio') {
        if (input.checked) answers[input.name] = input.value;
      } else if (input.value.trim()) {
        answers[input.name] = input.value;
      }
    }
    return answers;
  }

  /** The answers as data: dates as ÅÅÅÅ-MM-DD, numbers as numbers. @returns {Object<string, *>} */
  function asData() {
    const answers = collect();
    for (const input of inputs()) {
      const text = answers[input.name];
      if (typeof text !== 'string') continue;
      const day = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
      if (input.dataset.date !== undefined && day) {
        answers[input.name] = `${day[3]}-${day[2].padStart(2, '0')}-${day[1].padStart(2, '0')}`;
      } else if (input.inputMode === 'decimal' && /^-?\d+([.,]\d+)?$/.test(text.trim())) {
        answers[input.name] = Number(text.trim().replace(',', '.'));
      }
    }
    return answers;
  }

  /** Put answers in place. @param {Answers} answers @returns {string[]} names that had no place */
  function restore(answers) {
    const left = new Set(Object.keys(answers));
    for (const input of inputs()) {
      const answer = answers[input.name];
      if (answer === undefined) continue;
      left.delete(input.name);
      if (input.type === 'checkbox') input.checked = answer === true;
      else if (input.type === 'radio') input.checked = input.value === answer;
      else if (input.dataset.date !== undefined) input.value = onPaper(String(answer));
      else input.value = typeof answer === 'number' ? String(answer).replace('.', ',') : String(answer);
    }
    applyConditions();
    return Array.from(left);
  }

  /** Only what can be an answer; a file may hold anything. @param {*} answers @returns {Answers|null} */
  function readable(answers) {
    if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return null;
    return Object.fromEntries(Object.entries(answers).filter(([, answer]) => ['string', 'number', 'boolean'].includes(typeof answer)));
  }

  /** `2026-11-30` becomes 30.11.2026; anything else stays. @param {string} text */
  function onPaper(text) {
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return day ? `${day[3]}.${day[2]}.${day[1]}` : text;
  }

  /** A phone's number pad has no dot, so `30112026` becomes 30.11.2026. @param {HTMLInputElement} input */
  function tidyDate(input) {
    const day = /^(\d{1,2})[./ -]?(\d{1,2})[./ -]?(\d{4})$/.exec(input.value.trim());
    const whole = day && (/\D/.test(input.value.trim()) || input.value.trim().length === 8);
    if (day && whole) input.value = `${day[1].padStart(2, '0')}.${day[2].padStart(2, '0')}.${day[3]}`;
  }

  /** Show only what the answers so far call for. */
  function applyConditions() {
    const answers = collect();
    form.toggleAttribute('data-blank', !Object.keys(answers).length); // a blank form is printed whole
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-shown-if]'))) {
      const answer = answers[field.dataset.shownIf];
      const asked = field.dataset.equals;
      const boxes = answers[field.dataset.shownIf + '.' + asked] === true;
      const plain = asked === 'false' ? answer === undefined : String(answer) === asked;
      field.hidden = !(plain || boxes) || Boolean(field.parentElement.closest('[data-shown-if][hidden]'));
    }
  }

  /** Required questions without an answer, hidden ones not counted. @returns {HTMLElement[]} */
  function unanswered() {
    const answers = collect();
    const required = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-required]'));
    return Array.from(required).filter((field) => {
      if (field.hidden) return false;
      const name = field.dataset.field;
      return !Object.keys(answers).some((key) => key === name || key.startsWith(name + '.'));
    });
  }

  /** Point out what is missing, in plain words; nothing is blocked. @returns {number} */
  function pointOut() {
    const missing = unanswered();
    for (const marked of form.querySelectorAll('[aria-invalid]')) {
      marked.removeAttribute('aria-invalid');
      describe(marked, (ids) => ids.filter((one) => !one.startsWith('mangler-')));
    }
    form.querySelectorAll('.field-error').forEach((words) => words.remove());
    summary.replaceChildren();
    summary.hidden = !missing.length;
    if (!missing.length) return 0;
    const heading = document.createElement('h3');
    heading.textContent =
      missing.length === 1 ? 'Ett svar mangler' : missing.length + ' svar mangler';
    const text = document.createElement('p');
    text.textContent = 'Du kan gå videre likevel. Dette bør fylles ut før skjemaet brukes:';
    const list = document.createElement('ul');
    for (const field of missing) {
      const target = /** @type {HTMLElement} */ (field.querySelector('input, textarea, select'));
      if (target) markMissing(field, target);
      const link = document.createElement('a');
      link.href = '#' + (target && target.id ? target.id : field.id);
      link.textContent = field.dataset.required;
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    summary.append(heading, text, list);
    return missing.length;
  }

  /** Say by the question that its answer is missing. @param {HTMLElement} field @param {HTMLElement} target */
  function markMissing(field, target) {
    const words = document.createElement('p');
    words.className = 'field-error';
    words.id = 'mangler-' + field.dataset.field;
    words.textContent = 'Svar mangler';
    const before = target.closest('.table-scroll') || target.closest('label.option') || target;
    before.before(words);
    target.setAttribute('aria-invalid', 'true');
    describe(target, (ids) => [...ids, words.id]);
  }

  /** @param {Element} target @param {(ids: string[]) => string[]} change what it is described by */
  function describe(target, change) {
    const ids = change((target.getAttribute('aria-describedby') || '').split(' ').filter(Boolean));
    if (ids.length) target.setAttribute('aria-describedby', ids.join(' '));
    else target.removeAttribute('aria-describedby');
  }

  /** Hand a file to the reader. @param {Blob} blob @param {string} name */
  function download(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /** The answers with what they belong to. @returns {string} */
  function asJson() {
    const saved = {
      handbook: 'Inkluderingshåndboka',
      edition: about.edition,
      form: id,
      version: about.version,
      saved: new Date().toISOString().slice(0, 10),
      answers: asData(),
    };
    return JSON.stringify(saved, null, 2) + '\n';
  }

  /** Read a saved file, from this form or another that asks some of the same. @param {string} text */
  function importJson(text) {
    let saved;
    try {
      saved = JSON.parse(text);
    } catch {
      saved = null;
    }
    const own = saved && readable(saved.answers);
    if (!own) {
      say('Fila er ikke lagret fra et skjema i håndboka. Velg en fil som slutter på .json.');
      return;
    }
    const answers = saved.form === id ? own : takenOver(saved.form, own);
    if (saved.form === id && Object.keys(collect()).length) {
      if (!window.confirm('Svarene som står her, byttes ut med dem i fila. Vil du det?')) return;
      form.reset();
    }
    const left = restore(answers);
    const count = Object.keys(answers).length - left.length;
    remember();
    if (saved.form !== id) say(count ? `Hentet ${count} svar fra ${saved.form}.` : `Ingen svar fra ${saved.form} passer her.`);
    else if (left.length) say(`Hentet ${count} svar. ${left.length} svar i fila har ikke plass i denne versjonen: ${left.slice(0, 5).join(', ')}.`);
    else say(`Hentet ${count} svar.`);
  }

  /** Answers that another page of the handbook sent along in the address. @param {string} text @returns {string} */
  function answersIn(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return '';
    }
  }

  /** Answers of another form under the names they have here. @param {string} from @param {Answers} answers @returns {Answers} */
  function takenOver(from, answers) {
    /** @type {Answers} */
    const found = {};
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-same-as]'))) {
      for (const spot of field.dataset.sameAs.split(' ')) {
        const [other, name] = spot.split('/');
        for (const key of Object.keys(other === from ? answers : {})) {
          if (key === name || key.startsWith(name + '.')) found[field.dataset.field + key.slice(name.length)] = answers[key];
        }
      }
    }
    return found;
  }

  /** Keep the draft on this machine if the reader has asked for it. */
  function remember() {
    if (!keep.checked || !stored) return;
    stored.setItem(storageKey, asJson());
  }

  /** What readers wrote and ticked that lies on this machine: drafts of all forms, lists, assessments. @returns {string[]} */
  function written() {
    return stored ? Object.keys(stored).filter((key) => key.startsWith('handboka-')) : [];
  }

  function openStorage() {
    try {
      stored = window.localStorage;
      return stored.getItem(storageKey);
    } catch {
      keep.closest('p').hidden = true;
      return null;
    }
  }

  function forgetAll() {
    written().forEach((key) => stored.removeItem(key));
    keep.checked = false;
    forget.hidden = true;
    say('Alle utkast, kryss og egenvurderinger som lå på denne maskinen, er slettet. Svarene på siden står til du tømmer skjemaet.');
  }

  /** Add a script of our own and wait for it. @param {string} url @returns {Promise<void>} */
  function load(url) {
    return new Promise((resolve, reject) => {
      if (document.querySelector(`script[src="${url}"]`)) return resolve();
      const script = document.createElement('script');
      script.src = url;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(url));
      document.head.append(script);
      return undefined;
    });
  }

  /** Make a filled PDF or Word file. @param {'pdf'|'docx'} kind */
  async function exportFile(kind) {
    say('Lager fila …');
    const vendor = kind === 'pdf' ? tools.dataset.pdfLibrary : tools.dataset.zipLibrary;
    try {
      await load(vendor);
      await load(tools.dataset.filler);
      await load(about[kind] + '.js');
      const blob = await window.handbookFill[kind](collect(true));
      download(blob, about.file + '-utfylt.' + kind);
    } catch (error) {
      console.error(error);
      say('Fila kunne ikke lages. Lagre svarene som fil, last ned det tomme skjemaet og fyll det ut der.');
      return;
    }
    const missing = pointOut();
    say(missing ? 'Fila er laget, men noe mangler. Se lista øverst i skjemaet.' : 'Fila er laget.');
    if (missing) summary.focus();
  }

  const actions = {
    pdf: () => exportFile('pdf'),
    docx: () => exportFile('docx'),
    json() {
      download(new Blob([asJson()], { type: 'application/json' }), about.file + '.json');
      say('Svarene er lagret som en fil på maskinen din.');
    },
    import: () => picker.click(),
    print() {
      pointOut();
      document.body.dataset.printOnly = 'form';
      window.print();
    },
    clear() {
      if (!window.confirm('Vil du tømme hele skjemaet?')) return;
      form.reset();
      if (stored) stored.removeItem(storageKey);
      applyConditions();
      pointOut();
      summary.hidden = true;
      say('Skjemaet er tomt.');
    },
  };

  for (const part of [tools, end]) {
    part.addEventListener('click', (event) => {
      const button = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (event.target).closest('[data-action]'));
      if (button) actions[button.dataset.action]();
    });
    part.hidden = false;
  }
  picker.addEventListener('change', () => {
    const file = picker.files[0];
    if (file) file.text().then(importJson);
    picker.value = '';
  });
  forget.addEventListener('click', forgetAll);
  keep.addEventListener('change', () => {
    if (keep.checked) {
      remember();
      say('Utkastet ligger nå på denne maskinen. Andre som bruker den, kan se det.');
    } else if (stored) {
      stored.removeItem(storageKey);
      say('Utkastet er slettet fra denne maskinen.');
    }
    forget.hidden = !written().length;
  });
  form.addEventListener('input', () => {
    applyConditions();
    remember();
  });
  form.addEventListener('change', (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.dataset.date !== undefined) tidyDate(input);
    if (!summary.hidden) pointOut();
  });
  window.addEventListener('afterprint', () => delete document.body.dataset.printOnly);
  window.addEventListener('beforeprint', () => {
    if (CSS.supports('field-sizing', 'content')) return;
    for (const box of form.querySelectorAll('textarea')) box.style.height = box.scrollHeight + 4 + 'px';
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && /** @type {HTMLElement} */ (event.target).matches('input')) event.preventDefault();
  });

  const draft = openStorage();
  if (draft) {
    keep.checked = true;
    importJson(draft);
    say('Utkastet ditt fra sist er hentet fra denne maskinen.');
  }
  const sent = /^#svar=(.+)$/.exec(location.hash);
  if (sent) {
    importJson(answersIn(sent[1]));
    form.scrollIntoView();
    try {
      history.replaceState(null, '', '#fyll-ut');
    } catch {
      /* Opened from a disk that does not allow it: the answers stay in the address. */
    }
  }
  forget.hidden = !written().length;
  applyConditions();
})();
