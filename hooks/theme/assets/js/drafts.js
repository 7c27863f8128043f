/* The rules of drafts: what an answer is, how copies are joined, what an import would do. No page and no storage is touched. */
'use strict';

(function () {
  /** @typedef {Object<string, string|true>} Answers */
  /**
   * @typedef {{id: string, form: string, version: string, about: string, made: number, seen: number, until: number, answers: Object<string, {v: string|true, t: number}>, gone: Object<string, number>}} Draft
   * `t` is when an answer was last changed; `gone` are names that were emptied, so that an old tab does not bring them back.
   */

  const DAY = 86400000;
  const LIFE = 30 * DAY;

  /** What an object itself has; `constructor` is a name like any other. */
  const own = (object, name) => (Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined);

  /** @param {string} form @param {string} version @param {number} [now] @returns {Draft} */
  function blank(form, version, now = Date.now()) {
    const id = now.toString(36) + Math.random().toString(36).slice(2, 8);
    return { id, form, version, about: '', made: now, seen: now, until: now + LIFE, answers: {}, gone: {} };
  }

  /** One answer changed here; an empty one is gone. @param {Draft} draft @param {string} name @param {*} value @param {number} [now] @returns {Draft} */
  function changed(draft, name, value, now = Date.now()) {
    const before = own(draft.answers, name);
    const t = Math.max(now, ((before && before.t) || 0) + 1, (own(draft.gone, name) || 0) + 1);
    const answers = { ...draft.answers }, gone = { ...draft.gone };
    const empty = value === undefined || value === null || value === false || value === '';
    if (empty) delete answers[name];
    else answers[name] = { v: value, t };
    if (empty) gone[name] = t;
    else delete gone[name];
    return { ...draft, answers, gone, seen: now, until: now + LIFE };
  }

  /** @param {Draft} draft @returns {Answers} */
  function answersOf(draft) {
    return Object.fromEntries(Object.entries(draft.answers).map(([name, { v }]) => [name, v]));
  }

  /** Two copies of a draft → one with, for each answer, what was done last. In any order, any number of times. @param {Draft} one @param {Draft} two @returns {Draft} */
  function merged(one, two) {
    const names = new Set([one, two].flatMap((draft) => [...Object.keys(draft.answers), ...Object.keys(draft.gone)]));
    /** @type {Draft['answers']} */
    const answers = {};
    /** @type {Draft['gone']} */
    const gone = {};
    for (const name of [...names].sort()) {
      const last = later(own(one.answers, name), own(two.answers, name));
      const emptied = Math.max(own(one.gone, name) || 0, own(two.gone, name) || 0);
      if (last && last.t >= emptied) answers[name] = last;
      else gone[name] = emptied;
    }
    const newer = one.seen >= two.seen ? one : two;
    return { ...newer, until: Math.max(one.until, two.until), answers, gone };
  }

  function later(a, b) {
    if (!a || !b) return a || b;
    if (a.t !== b.t) return a.t > b.t ? a : b;
    return JSON.stringify(a.v) >= JSON.stringify(b.v) ? a : b;
  }

  /** Places where both tabs wrote since they agreed: the later stands, the other is laid beside it. @param {Draft} base @param {Draft} mine @param {Draft} theirs */
  function clashes(base, mine, theirs) {
    const value = (draft, name) => (own(draft.answers, name) || { v: '' }).v;
    const whole = merged(mine, theirs);
    const found = [];
    for (const name of Object.keys({ ...mine.answers, ...theirs.answers })) {
      const [b, m, t, kept] = [base, mine, theirs, whole].map((draft) => value(draft, name));
      const aside = kept === m ? t : m;
      const both = m !== t && m !== b && t !== b && m !== '' && t !== '';
      if (both && !String(kept).includes(String(aside))) found.push({ name, kept, aside });
    }
    return found;
  }

  /** What taking in some answers would do; nothing is done. @param {Answers} here @param {Answers} there */
  function proposal(here, there) {
    /** @type {{fresh: string[], same: string[], other: string[]}} */
    const found = { fresh: [], same: [], other: [] };
    for (const [name, answer] of Object.entries(there)) {
      const mine = own(here, name), kind = mine === undefined ? 'fresh' : mine === answer ? 'same' : 'other';
      found[kind].push(name);
    }
    return found;
  }

  /** A draft as it was stored, or null when it is none. @param {string|null} text @returns {Draft|null} */
  function read(text) {
    try {
      const told = JSON.parse(text);
      const good = told && typeof told === 'object' && typeof told.answers === 'object' && told.answers && typeof told.gone === 'object' && told.gone;
      if (!good || typeof told.form !== 'string') return null;
      const answers = Object.entries(told.answers).filter(([, one]) => one && (one.v === true || typeof one.v === 'string') && Number.isFinite(one.t));
      const gone = Object.entries(told.gone).filter(([, t]) => Number.isFinite(t));
      return { ...blank(told.form, String(told.version || '')), ...told, about: String(told.about || ''), answers: Object.fromEntries(answers), gone: Object.fromEntries(/** @type {*} */ (gone)) };
    } catch {
      return null;
    }
  }

  /** @param {Draft} draft @param {number} [now] */
  const expired = (draft, now = Date.now()) => draft.until < now;

  globalThis.handbookDrafts = { DAY, LIFE, answersOf, blank, changed, clashes, expired, merged, proposal, read };
})();
