/* Answers from a file or a link, shown before anything is taken in; what stands on the page stands until the reader says otherwise. */
'use strict';

(function () {
  const MOST = 5000; // answers; no form has half as many places
  const LONGEST = 1e6; // signs in all; a form filled to its limits has a twentieth
  const SHOWN = 60;
  const { asTyped, fieldOf, fieldsOf, readable, sorted, spotOf, takenOver } = globalThis.handbookAnswers;

  /**
   * What a file says, under the names this form has, or why it cannot be used.
   * @param {*} data @param {*} told @returns {{answers: Object<string, string|true>, from: string, about: string, later: string, outside: string[]}|string} `later` is its version when that is newer than ours
   */
  function understood(data, told) {
    const own = told && readable(told.answers), left = (told && readable(told.left)) || {};
    if (!own) return globalThis.handbookReading ? globalThis.handbookReading.STRANGE : 'Lenka har ingen svar.';
    if (Object.keys(own).length > MOST) return 'Fila har flere svar enn noe skjema i håndboka. Ingenting er hentet.';
    if (Object.values({ ...left, ...own }).join('').length > LONGEST) return 'Fila har mer tekst enn noe skjema i håndboka. Ingenting er hentet.';
    const from = typeof told.form === 'string' && told.form ? told.form : data.id;
    const answers = asTyped(data, from === data.id ? { ...left, ...own } : takenOver(data, from, own));
    const outside = Array.isArray(told.outside) ? told.outside.map(String) : [];
    if (!Object.keys(answers).length) return [from === data.id ? 'Fila har ingen svar.' : `Ingen svar fra ${from} passer her.`, beside(outside)].filter(Boolean).join(' ');
    return { answers: inOrder(data, answers), outside, from, about: typeof told.about === 'string' ? told.about.slice(0, 200) : '', later: from === data.id && isLater(told.version, data.version) ? told.version : '' };
  }

  /**
   * @param {HTMLDialogElement} dialog @param {*} data @param {Object<string, string|true>} here @param {{answers: *, from: string, later: string, outside: string[]}} told @param {string} source
   * @returns {Promise<Object<string, string|true>|null>} what is to be taken in; null for nothing
   */
  function ask(dialog, data, here, told, source) {
    const found = globalThis.handbookDrafts.proposal(here, told.answers);
    const { left } = sorted(data, told.answers);
    const body = dialog.querySelector('[data-proposal-body]');
    body.replaceChildren(
      line('p', `${[data.id, 'sak'].includes(told.from) ? 'Svar' : `Svar fra ${told.from}`} i ${source}. Ingenting er satt inn ennå.`),
      ...(told.later ? [line('p', `Fila er fra versjon ${told.later} av skjemaet. Denne siden har versjon ${data.version}. Se etter en nyere utgave av håndboka.`)] : []),
      ...fresh(data, found.fresh.filter((name) => !(name in left)), told.answers),
      ...other(data, found.other, here, told.answers),
      ...(told.outside.length ? [line('p', beside(told.outside).replace('ble ikke', 'blir ikke'))] : []),
      ...(found.same.length ? [line('p', `${found.same.length} svar er like dem som står her.`)] : []),
      ...(Object.keys(left).length ? [line('p', `${Object.keys(left).length} svar har ikke plass i denne versjonen av skjemaet. De blir tatt vare på og følger med i filene du lager: ${short(Object.keys(left).join(', '))}`)] : []),
    );
    return new Promise((resolve) => {
      dialog.onclose = () => resolve(dialog.returnValue === 'inn' ? chosen(dialog, found, told.answers) : null);
      dialog.returnValue = '';
      dialog.showModal();
    });
  }

  /** Words that stood beside the places for answers, told so that nobody believes they came along. @param {string[]} texts */
  function beside(texts) {
    return texts.length ? `Teksten ${texts.map((text) => `«${short(text)}»`).join(', ')} står utenfor feltene og ble ikke tatt med.` : '';
  }

  /** As the questions stand on the form, so that they can be checked against a paper. @param {*} data @param {Object<string, string|true>} answers */
  function inOrder(data, answers) {
    const ids = fieldsOf(data).map(({ id }) => id);
    const key = (name) => {
      const [id, row, column] = name.split('.'), field = fieldOf(data, id), within = field && (field.columns || field.options || []);
      const at = within ? within.findIndex((one) => (one.id || one[0]) === (column || row)) : 0;
      return [field ? ids.indexOf(id) : ids.length, Number(row) || 0, at];
    };
    const keyed = Object.entries(answers).map((one) => ({ one, key: key(one[0]) }));
    keyed.sort((a, b) => a.key.map((part, at) => part - b.key[at]).find(Boolean) || 0);
    return Object.fromEntries(keyed.map(({ one }) => one));
  }

  /** @param {*} there @param {string} here versions such as 1.10 */
  function isLater(there, here) {
    if (!/^\d{1,4}\.\d{1,4}$/.test(String(there))) return false;
    const [a, b] = [there, here].map((one) => one.split('.').map(Number));
    return a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
  }

  function chosen(dialog, found, answers) {
    const theirs = Array.from(dialog.querySelectorAll('input[value="there"]:checked'), (one) => /** @type {HTMLInputElement} */ (one).dataset.answer);
    return Object.fromEntries([...found.fresh, ...theirs].map((name) => [name, answers[name]]));
  }

  function fresh(data, names, answers) {
    if (!names.length) return [];
    const list = document.createElement('ul');
    list.append(...names.slice(0, SHOWN).map((name) => line('li', `${labelOf(data, name)}: ${words(data, name, answers[name])}`)));
    if (names.length > SHOWN) list.append(line('li', `… og ${names.length - SHOWN} til`));
    return [line('h3', names.length === 1 ? 'Ett nytt svar' : `${names.length} nye svar`), list];
  }

  function other(data, names, here, there) {
    if (!names.length) return [];
    const groups = names.map((name, at) => {
      const group = document.createElement('fieldset');
      group.append(line('legend', labelOf(data, name)));
      group.append(option(name, at, 'here', `Behold mitt: ${words(data, name, here[name])}`, true), option(name, at, 'there', `Bytt ut med: ${words(data, name, there[name])}`, false));
      return group;
    });
    return [line('h3', names.length === 1 ? 'Ett svar er et annet enn ditt' : `${names.length} svar er andre enn dine`), ...groups];
  }

  function option(name, at, value, text, checked) {
    const label = document.createElement('label'), input = document.createElement('input'), said = line('span', text);
    label.className = 'option';
    Object.assign(input, { type: 'radio', name: `valg-${at}`, value, checked });
    input.dataset.answer = name;
    said.dir = 'auto';
    label.append(input, said);
    return label;
  }

  const labelOf = (data, name) => { const spot = spotOf(data, name); return spot ? spot.label : name; };
  const short = (text) => (text.length > 300 ? `${text.slice(0, 300).replace(/[\ud800-\udbff]$/, '')} …` : text);

  function words(data, name, answer) {
    const spot = spotOf(data, name), option = spot && spot.options.find(([id]) => id === answer);
    return answer === true ? 'Ja' : short(option ? option[1] : String(answer));
  }

  function line(tag, text) {
    const node = document.createElement(tag);
    node.textContent = text;
    return node;
  }

  globalThis.handbookProposal = { ask, beside, understood };
})();
