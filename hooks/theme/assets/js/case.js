/* The case a reader works with: model, days, names, own contact. What a file of one says, and where the open one lies. */
'use strict';

(function () {
  /**
   * The same as Case in model/case.py; a test holds them together.
   * @typedef {{format: string, contract: number, name: string, model: string, start: string, end: string,
   *   people: Object<string, string>, contact: Object<string, string>, training_contact: Object<string, string>, options: Object<string, string>, done: string[]}} Case
   * @typedef {'tab'|'machine'|'shared'} Where until the tab is closed, on the machine, or only on this page
   */

  const FORMAT = 'inkluderingshandboka-sak';
  const CONTRACT = 1;
  const KEY = 'handboka-sak';
  const CHANGED = 'sak-endret';
  const LIFE = 30 * 86400000;
  const MOST = { file: 100000, line: 200, option: 2000, names: 60, done: 2000 };
  const STRANGE = 'Fila er ingen sak fra håndboka. Ingenting er hentet.';
  const WORDS = {
    name: 'Det saken heter', model: 'Modellen', start: 'Første dag', end: 'Siste dag',
    people: 'Navnene', contact: 'Kontakten i Nav', training_contact: 'Kontakten i opplæringen', options: 'Valgene', done: 'Det som er gjort',
  };

  /** @returns {Case} */
  function blank() {
    return { format: FORMAT, contract: CONTRACT, name: '', model: '', start: '', end: '', people: {}, contact: {}, training_contact: {}, options: {}, done: [] };
  }

  /** @param {*} value */
  const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

  /** One line of text, short enough. @param {*} value @param {number} [most] */
  const isLine = (value, most = MOST.line) => typeof value === 'string' && value.length <= most && !/[\u0000-\u001f]/.test(value);

  /** @param {*} value ÅÅÅÅ-MM-DD */
  function isDay(value) {
    const match = typeof value === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    return Boolean(match) && Number(match[1]) >= 1900 && new Date(`${value}T00:00Z`).toJSON()?.slice(0, 10) === value;
  }

  /** Names of ours: small letters, digits and single hyphens. @param {*} value */
  const isSlug = (value) => isLine(value, 60) && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value);

  /** @param {*} told @param {number} most @param {(name: string) => boolean} named */
  const areLines = (told, most, named) => isRecord(told) && Object.keys(told).length <= MOST.names
    && Object.entries(told).every(([name, text]) => named(name) && isLine(text, most));

  /** Whether a part can be used; an empty day is none yet. @type {Object<string, (value: *) => boolean>} */
  const GOOD = {
    name: (value) => isLine(value),
    model: (value) => value === '' || isSlug(value),
    start: (value) => value === '' || isDay(value),
    end: (value) => value === '' || isDay(value),
    people: (value) => areLines(value, MOST.line, isSlug),
    contact: (value) => areLines(value, MOST.line, isLine),
    training_contact: (value) => areLines(value, MOST.line, isLine),
    options: (value) => areLines(value, MOST.option, (name) => isLine(name, 60)),
    done: (value) => Array.isArray(value) && value.length <= MOST.done && value.every((one) => isLine(one)),
  };

  /**
   * What a file says. Parts we do not know are kept and handed on; parts that cannot be used are told.
   * @param {string} text @returns {{told: Case, edition: string, said: string[]}|string} or why it cannot be used
   */
  function read(text) {
    if (text.length > MOST.file) return 'Fila er for stor til å være en sak. Ingenting er hentet.';
    let found = null;
    try {
      found = JSON.parse(text);
    } catch {
      return STRANGE;
    }
    if (!isRecord(found)) return STRANGE;
    if (isLine(found.form) && /^SKJ-\d+$/.test(found.form)) return `Fila har svar på ${found.form}. Hent dem på siden til skjemaet. Ingenting er hentet her.`;
    if (found.format !== FORMAT || !Number.isInteger(found.contract) || found.contract < 1) return STRANGE;
    if (found.contract > CONTRACT) return 'Saken er laget med en nyere utgave av håndboka. Åpne den der. Fila er som før.';
    const bad = Object.keys(GOOD).filter((part) => found[part] !== undefined && !GOOD[part](found[part]));
    const good = Object.fromEntries(Object.entries(found).filter(([part]) => !bad.includes(part) && part !== '__proto__'));
    const edition = isLine(found.edition) ? found.edition : '';
    return { told: { ...blank(), ...good }, edition, said: bad.map((part) => spoilt(part, found[part])) };
  }

  /** @param {string} part @param {*} value */
  function spoilt(part, value) {
    const shown = typeof value === 'string' ? ` («${value.slice(0, 40)}»)` : '';
    return `${WORDS[part]}${shown} kunne ikke leses og er ikke tatt med.`;
  }

  /** A case as a file. @param {Case} told @param {{handbook: string, edition: string, saved: string}} about */
  function write(told, about) {
    const { seen: _, ...whole } = /** @type {*} */ (told);
    return JSON.stringify({ ...whole, ...about, format: FORMAT, contract: CONTRACT }, null, 1) + '\n';
  }

  /** Some parts changed, the rest as it was; an empty text is none. @param {Case} told @param {*} changes @returns {Case} */
  function changed(told, changes) {
    const after = { ...told };
    for (const [part, value] of Object.entries(changes)) {
      if (!isRecord(value)) after[part] = value;
      else after[part] = Object.fromEntries(Object.entries({ ...told[part], ...value }).filter(([, text]) => text !== ''));
    }
    return after;
  }

  /** Whether there is anything in it that somebody wrote. @param {Case} told */
  const isEmpty = (told) => JSON.stringify({ ...told, model: '', options: {} }) === JSON.stringify(blank());

  /** Whom they call in Nav or elsewhere; the same as contact_part in model/case.py. @param {Case|null} told @param {string} where @returns {Object<string, string>} */
  const contactAt = (told, where) => told?.[where === 'Nav' ? 'contact' : 'training_contact'] || {};

  /** What a form can take from a case; the names are those that `same_as: sak/…` asks for. @param {Case} told @returns {Object<string, string>} */
  function answers(told) {
    const { people, contact } = told;
    const rows = [[people.fadder], [people.leder], [contact.name, contact.phone]];
    const all = {
      start: told.start, end: told.end, contact_name: contact.name, contact_phone: contact.phone,
      ...Object.fromEntries(Object.entries(people).map(([role, name]) => [role.replace(/-/g, '_'), name])),
      ...Object.fromEntries(rows.flatMap(([name, phone], at) => [[`contacts.${at + 1}.name`, name], [`contacts.${at + 1}.phone`, phone]])),
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
  }

  globalThis.handbookCase = { CONTRACT, FORMAT, answers, blank, changed, contactAt, isDay, isEmpty, read, write };
  if (typeof document === 'undefined') return;

  const kept = globalThis.handbookKept;
  /** @type {Case|null} where nothing may lie, it lives as long as the page */
  let onPage = null;

  /** What lies in a store, as it was put there. @param {'tab'|'machine'} where */
  function lying(where) {
    const text = kept.get(where, KEY);
    const found = text === null ? STRANGE : read(text);
    return typeof found === 'string' ? null : found.told;
  }

  /** @returns {Where} */
  function where() {
    if (kept.shared()) return 'shared';
    return !kept.get('tab', KEY) && kept.get('machine', KEY) ? 'machine' : 'tab';
  }

  /** The open case, or null. @returns {Case|null} */
  function open() {
    const at = where();
    return at === 'shared' ? onPage : lying(at);
  }

  /** Whether it has lain on the machine for thirty days since somebody wrote in it. */
  function isOld() {
    if (where() !== 'machine') return false;
    try {
      return !(JSON.parse(kept.get('machine', KEY)).seen > Date.now() - LIFE);
    } catch {
      return false;
    }
  }

  /** @param {Case} told @param {Where} [at] @returns {boolean} whether it lies where it should */
  function keep(told, at = where()) {
    const done = laid(told, at);
    document.dispatchEvent(new Event(CHANGED));
    return done;
  }

  /** @param {Case} told @param {Where} at @returns {boolean} */
  function laid(told, at) {
    onPage = told;
    if (at === 'shared') return true;
    if (at === 'tab' && isEmpty(told)) {
      kept.drop('tab', KEY);
      return true;
    }
    return kept.put(at, KEY, JSON.stringify({ ...told, seen: Date.now() }));
  }

  /** Change some parts of what lies there now, which another tab may have written in. @param {*} changes @returns {boolean} */
  const change = (changes) => keep(changed(open() || blank(), changes));

  /** Lay it elsewhere; it leaves where it was only when it has come. @param {Where} to @returns {boolean} */
  function move(to) {
    const told = open() || blank();
    if (to === 'shared') kept.put('tab', kept.SHARED, 'ja');
    else kept.drop('tab', kept.SHARED);
    if (!keep(told, to)) return false;
    if (to !== 'tab') kept.drop('tab', KEY);
    if (to !== 'machine') kept.drop('machine', KEY);
    return true;
  }

  /** Close it: it lies nowhere any more. */
  function close() {
    onPage = null;
    kept.drop('tab', KEY);
    kept.drop('machine', KEY);
    document.dispatchEvent(new Event(CHANGED));
  }

  /** Run when the case is changed, here or in another tab. @param {() => void} heard */
  function listen(heard) {
    document.addEventListener(CHANGED, heard);
    kept.listen((key) => key === KEY && heard());
  }

  Object.assign(globalThis.handbookCase, { change, close, isOld, keep, listen, move, open, where });
})();
