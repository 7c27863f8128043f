/* What answers in «Hva passer for oss?» lead to: the same as model/deciding.py and monday.py; a test holds them together. */
'use strict';

(function () {
  /** @typedef {[string, string[]][]} Asked questions, each with the options that suit */
  /** @typedef {{id: string, historical: boolean, begins: string, ends: string, otherwise: string}} Weighed */
  /** @typedef {{answer: string, level: string, rank: number, when: Asked, unless: Asked, running: boolean, why: string}} Line */
  /**
   * @typedef {{skipped: Asked, options: Asked, only: [string, string, string[]][], many: string[], answers: Weighed[],
   *   lines: Line[], most: number, others: number, fallback: string}} Table
   */
  /** @typedef {Object<string, string[]>} Given question → options chosen */
  /** @typedef {[string, string]} Reasoned an answer, and why it is where it is */
  /** @typedef {Object<string, [number, number, string]>} Placed answer → rank, place in the table, reason */

  const SKIP = '-';
  const MATTER = 'sak';
  const CALLED = 'kontakt';
  const ENDED = 'Gjelder ikke lenger for nye avtaler.';
  const NOT_BEGUN = 'Kan ikke avtales ennå.';
  const FARTHER = 'Andre valg ligger nærmere det dere svarte.';
  const BY_RANK = 'Det nærmeste vi finner ut fra svarene.';

  /**
   * The same as decide() in model/deciding.py, line by line; a test holds them together.
   * @param {Table} table @param {Given} given @param {string} day ÅÅÅÅ-MM-DD
   * @returns {{best: Reasoned[], also: Reasoned[], out: Reasoned[]}}
   */
  function decide(table, given, day) {
    const { best, also, out } = byLevel(table, given, day);
    let first = historicalBehind(table, inOrder(best), inOrder(also));
    const moved = first.slice(table.most);
    first = first.slice(0, table.most);
    const named = [...first, ...moved].map(([answer]) => answer);
    let rest = [...moved, ...inOrder(also).filter(([answer]) => !named.includes(answer))];
    if (!first.length) [first, rest] = nearest(table, rest);
    const talk = rest.filter(([answer]) => answer === table.fallback);
    const others = rest.filter(([answer]) => answer !== table.fallback);
    const room = table.others - talk.length;
    const kept = [...others.slice(0, room), ...talk];
    /** @type {Reasoned[]} */
    const left = others.slice(room).map(([answer]) => [answer, FARTHER]);
    const shut = [...inOrder(out), ...left];
    const placed = [...first, ...kept, ...shut].map(([answer]) => answer);
    /** @type {Reasoned[]} */
    const unnamed = table.answers
      .filter((one) => one.otherwise && !placed.includes(one.id))
      .map((one) => [one.id, one.otherwise]);
    return { best: first, also: kept, out: [...shut, ...unnamed] };
  }

  /**
   * Whether any answer to a question can change where a reader may go; `ahead` are questions that come after it.
   * @param {Table} table @param {Given} given @param {string[]} ahead @param {string} name @param {string} day
   */
  function matters(table, given, ahead, name, day) {
    const { [name]: _, ...told } = given;
    const own = choicesOf(table, given, name);
    /** @param {Given} known @param {string[]} rest @returns {boolean} */
    const some = (known, rest) => {
      if (!rest.length) {
        const ways = waysOf(table, known, day);
        return own.some((one) => waysOf(table, { ...known, [name]: [one] }, day) !== ways);
      }
      const [next, ...others] = rest;
      const { [next]: __, ...without } = known;
      return some(without, others) || choicesOf(table, given, next).some((one) => some({ ...without, [next]: [one] }, others));
    };
    return some(told, ahead);
  }

  /** The options of a question that are a choice for the matter. @param {Table} table @param {Given} given @param {string} name */
  function choicesOf(table, given, name) {
    const matter = given[MATTER] || [];
    const whole = (table.options.find(([asked]) => asked === name) || ['', []])[1];
    const only = Object.fromEntries(table.only.filter(([asked]) => asked === name).map(([, one, wanted]) => [one, wanted]));
    return whole.filter((one) => !matter.length || !only[one] || only[one].some((other) => matter.includes(other)));
  }

  /** @param {Table} table @param {Given} given @param {string} day @returns {string} */
  function waysOf(table, given, day) {
    const { best, also } = decide(table, given, day);
    return JSON.stringify([best, also]);
  }

  /** @param {Table} table @param {Given} given @param {string} day */
  function byLevel(table, given, day) {
    /** @type {Placed} */
    const best = {};
    /** @type {Placed} */
    const also = {};
    /** @type {Placed} */
    const out = {};
    const answers = Object.fromEntries(table.answers.map((one) => [one.id, one]));
    const options = known(table, given);
    table.lines.forEach((line, at) => {
      if (!holds(line.when, options, table.many, false)) return;
      const certain = holds(line.when, options, table.many, true);
      if (line.unless.some((one) => holds([one], options, table.many, true))) return;
      const shut = closed(answers[line.answer], day);
      if (line.level === 'not') {
        if (certain) put(out, line, at, line.why);
      } else if (shut && !line.running) put(out, line, at, shut);
      else put(certain && line.level === 'best' ? best : also, line, at, line.why);
    });
    for (const answer of Object.keys(out)) delete best[answer];
    for (const answer of [...Object.keys(out), ...Object.keys(best)]) delete also[answer];
    return { best, also, out };
  }

  /** @param {Placed} group @param {Line} line @param {number} at @param {string} why */
  function put(group, line, at, why) {
    const before = group[line.answer];
    if (!before || line.rank < before[0]) group[line.answer] = [line.rank, at, why];
  }

  /** What each question may have for an answer. @param {Table} table @param {Given} given @returns {Given} */
  function known(table, given) {
    const skipped = Object.fromEntries(table.skipped);
    const chosen = (/** @type {string} */ name) => given[name] || [];
    const matter = chosen(MATTER).length ? chosen(MATTER) : skipped[MATTER] || [];
    const stray = table.only
      .filter(([, , only]) => !only.some((one) => matter.includes(one)))
      .map(([name, option]) => `${name}=${option}`);
    return Object.fromEntries(
      table.skipped.map(([name, usual]) => {
        const left = chosen(name).filter((one) => !stray.includes(`${name}=${one}`));
        return [name, left.length ? left : usual];
      })
    );
  }

  /** @param {Asked} asked @param {Given} options @param {string[]} many @param {boolean} every */
  function holds(asked, options, many, every) {
    return asked.every(([name, wanted]) => {
      const suits = (/** @type {string} */ one) => wanted.includes(one);
      return every && !many.includes(name) ? options[name].every(suits) : options[name].some(suits);
    });
  }

  /** @param {Weighed} answer @param {string} day @returns {string} */
  function closed(answer, day) {
    if (answer.ends && answer.ends < day) return ENDED;
    return answer.begins > day ? NOT_BEGUN : '';
  }

  /** @param {Placed} placed @returns {Reasoned[]} */
  function inOrder(placed) {
    return Object.entries(placed)
      .sort(([, one], [, other]) => one[0] - other[0] || one[1] - other[1])
      .map(([answer, [, , why]]) => [answer, why]);
  }

  /** @param {Table} table @returns {(one: Reasoned) => boolean} */
  function today(table) {
    const old = table.answers.filter((one) => one.historical).map((one) => one.id);
    return ([answer]) => !old.includes(answer);
  }

  /** @param {Table} table @param {Reasoned[]} best @param {Reasoned[]} also @returns {Reasoned[]} */
  function historicalBehind(table, best, also) {
    const now = today(table);
    if (!best.length || now(best[0])) return best;
    const first = best.filter(now).length ? best.filter(now).slice(0, 1) : also.filter(now).slice(0, 1);
    return [...first, ...best.filter((one) => !first.includes(one))];
  }

  /** @param {Table} table @param {Reasoned[]} rest @returns {[Reasoned[], Reasoned[]]} */
  function nearest(table, rest) {
    const now = today(table);
    const near = rest.filter((one) => one[0] !== table.fallback && now(one)).slice(0, 1);
    const talk = rest.filter(([answer]) => answer === table.fallback);
    /** @type {Reasoned[]} */
    const last = [[table.fallback, BY_RANK]];
    const first = near.length ? near : talk.length ? talk : last;
    return [first, rest.filter((one) => !first.includes(one))];
  }

  /** @typedef {{id: string, when: Asked, unless: Asked, answers: string[]}} Task */
  /** @typedef {{id: string, after: string[], unless: Asked}} Callee */
  /** @typedef {{tasks: Task[], callees: Callee[], calls: [string, string[]][]}} Monday */

  /**
   * The same as to_do() and to_call() in model/monday.py; a test holds them together.
   * @param {Monday} plan @param {Table} table @param {string[]} best @param {Given} given
   * @returns {{tasks: [string, string[]][], calls: string[]}}
   */
  function monday(plan, table, best, given) {
    const options = known(table, given);
    const some = (/** @type {Asked} */ asked) => asked.some((one) => holds([one], options, table.many, true));
    /** @type {[string, string[]][]} */
    const tasks = [];
    for (const task of plan.tasks) {
      const own = best.filter((one) => task.answers.includes(one));
      if (task.answers.length && !own.length) continue;
      if (!holds(task.when, options, table.many, false) || some(task.unless)) continue;
      tasks.push([task.id, own.includes(best[0]) ? [] : own]);
    }
    const calls = Object.fromEntries(plan.calls);
    const named = [...new Set(best.flatMap((one) => calls[one]))];
    const called = options[CALLED] || [];
    const first = plan.callees.filter((one) => one.after.some((after) => called.includes(after))).map((one) => one.id);
    const out = plan.callees.filter((one) => some(one.unless)).map((one) => one.id);
    const rest = named.filter((one) => !out.includes(one));
    return { tasks, calls: [...new Set([...first, ...(rest.length ? rest : named)])] };
  }

  /**
   * Answers in an address. What is not known is told, and the rest is kept.
   * @param {string} hash @param {Object<string, string[]>} options question → options it has
   */
  function readHash(hash, options) {
    const parts = new URLSearchParams(hash.replace(/^#/, ''));
    /** @type {Given} */
    const given = {};
    /** @type {string[]} */
    const skipped = [];
    /** @type {string[]} */
    const unknown = [];
    for (const [name, value] of parts) {
      if (name === 'endre' || name === 'vis') continue;
      if (!Object.hasOwn(options, name)) {
        if (value) unknown.push(`${name}=${value}`);
        continue;
      }
      if (value === SKIP) {
        skipped.push(name);
        continue;
      }
      const values = [...new Set(value.split(','))];
      const right = values.filter((one) => options[name].includes(one));
      for (const one of values) if (!right.includes(one)) unknown.push(`${name}=${one}`);
      if (right.length) given[name] = right;
    }
    const change = parts.get('endre') || '';
    return {
      given,
      skipped,
      unknown,
      change: Object.hasOwn(options, change) ? change : '',
      show: parts.get('vis') === 'svar',
    };
  }

  /** @param {Given} given @param {string[]} skipped @param {{change?: string, show?: boolean}} [more] */
  function writeHash(given, skipped, more = {}) {
    const parts = Object.entries(given).map(([name, values]) => `${name}=${values.join(',')}`);
    for (const name of skipped) if (!given[name]) parts.push(`${name}=${SKIP}`);
    if (more.change) parts.push(`endre=${more.change}`);
    if (more.show) parts.push('vis=svar');
    return '#' + parts.join('&');
  }

  globalThis.handbookChooser = { SKIP, choicesOf, decide, matters, monday, readHash, writeHash };
})();
