/* «Hva passer for oss?»: one question at a time. The state is the address; nothing is stored. */
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

  globalThis.handbookChooser = { decide, matters, readHash, writeHash };
  if (typeof document === 'undefined') return;
  const place = /** @type {HTMLElement} */ (document.querySelector('[data-chooser]'));
  if (!place) return;

  /** @param {string} selector @returns {HTMLElement} */
  const find = (selector) => /** @type {HTMLElement} */ (place.querySelector(selector));
  /** @typedef {{id: string, text: string, only_for: string[]}} Option */
  /** @typedef {{id: string, heading: string, many: boolean, options: Option[]}} Question */
  /** @type {{questions: Question[], answers: [string, string, string][], models: string[], table: Table}} */
  const about = JSON.parse(find('[data-tool]').textContent || '');
  const sections = /** @type {HTMLElement[]} */ ([...place.querySelectorAll('[data-question]')]);
  const names = about.questions.map((question) => question.id);
  const options = Object.fromEntries(
    about.questions.map((question) => [question.id, question.options.map((one) => one.id)])
  );
  const titles = Object.fromEntries(about.answers.map(([id, title]) => [id, title]));
  const result = find('[data-result]');
  const status = find('[data-chooser-status]');
  const back = find('[data-back]');
  const showNow = find('[data-show]');
  let state = readHash(location.hash, options);
  /* The question on the screen; where several answers are possible, one stays at it. */
  let shown = '';

  /** @param {string} tag @param {string} [className] @param {string} [text] @returns {HTMLElement} */
  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /** @param {string} name @returns {Question} */
  const question = (name) => about.questions[names.indexOf(name)];

  /** The options that are a choice now. @param {string} name @returns {Option[]} */
  function choices(name) {
    const left = choicesOf(about.table, state.given, name);
    return question(name).options.filter((one) => left.includes(one.id));
  }

  /** Today where the reader is, ÅÅÅÅ-MM-DD. */
  function dayHere() {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /** Whether a question is worth an answer after those given. @param {string} name @returns {boolean} */
  function asks(name) {
    if (choices(name).length < 2) return false;
    const ahead = names.slice(names.indexOf(name) + 1).filter((other) => !done(other));
    return matters(about.table, state.given, ahead, name, dayHere());
  }

  /** @param {string} name @returns {boolean} whether the reader has been past it */
  const done = (name) => Boolean(state.given[name]) || state.skipped.includes(name);

  /** The question to ask now, or '' for the answer. */
  function current() {
    if (state.change) return state.change;
    if (state.show) return '';
    return names.find((name) => !done(name) && asks(name)) || '';
  }

  /** Go on; the address changes and the page follows. @param {string} hash */
  function go(hash) {
    if (hash === location.hash) render(true);
    else location.hash = hash;
  }

  /** @param {string} name @param {boolean} moveFocus */
  function ask(name, moveFocus) {
    sections.forEach((section) => (section.hidden = section.dataset.question !== name));
    result.hidden = true;
    shown = name;
    const number = names.indexOf(name) + 1;
    find('[data-progress]').textContent = `Spørsmål ${number} av høyst ${names.length}`;
    find('[data-progress]').hidden = false;
    const section = sections[number - 1];
    const allowed = choices(name).map((one) => one.id);
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll('[data-answer]'))) {
      const value = button.dataset.answer || '';
      const chosen = (state.given[name] || []).includes(value) || (value === SKIP && state.skipped.includes(name));
      button.setAttribute('aria-pressed', String(chosen));
      if (button.parentElement) button.parentElement.hidden = value !== SKIP && !allowed.includes(value);
    }
    back.hidden = number === 1;
    showNow.hidden = !Object.keys(state.given).length;
    status.textContent = '';
    if (moveFocus) /** @type {HTMLElement} */ (section.querySelector('h2')).focus();
  }

  /** An answer whole, as it stands further down, with its reason. @param {Reasoned} one */
  function whole([answer, why]) {
    const card = document.getElementById(`svar-${answer}`)?.closest('section')?.cloneNode(true);
    if (!(card instanceof HTMLElement)) return make('section', '', titles[answer]);
    card.removeAttribute('aria-labelledby');
    for (const inner of card.querySelectorAll('[id]')) inner.removeAttribute('id');
    card.dataset.verdict = answer;
    const title = make('h4', '', titles[answer]);
    card.querySelector('h2, h3, h4')?.replaceWith(title);
    const reason = make('p', 'answer-why');
    reason.append(make('strong', '', 'Hvorfor: '), why);
    title.after(reason);
    twoButtons(card);
    return card;
  }

  /** What to do on Monday, and whom to call: both are in the list above, and a button finds them faster. @param {HTMLElement} card */
  function twoButtons(card) {
    const ways = card.querySelector('p.more') || card.appendChild(make('p', 'more'));
    const begin = ways.querySelector('a.button') || ways.appendChild(button('#kontaktkort', 'Skriv ned kontakten deres'));
    const called = ['[href^="tel:"]', '[href^="http"]', ''].map((way) => card.querySelector(`.calls a${way}`)).find(Boolean);
    if (!called) return;
    const href = called.getAttribute('href') || '';
    const words = href.startsWith('tel:') ? `Ring ${called.textContent}` : 'Hvem dere ringer';
    const call = button(href, words);
    call.classList.add('button-secondary');
    begin.after(' ', call);
  }

  /** @param {string} href @param {string} words */
  function button(href, words) {
    const made = /** @type {HTMLAnchorElement} */ (make('a', 'button', words));
    made.href = href;
    return made;
  }

  /** A way to a page of its own takes the answers along; that page offers to put them in the case. @param {HTMLAnchorElement} way */
  function takeAnswers(way) {
    const answers = writeHash(state.given, state.skipped, { show: true }).slice(1);
    if (!way.hash || way.hash.startsWith('#velg=')) way.hash = `velg=${encodeURIComponent(answers)}`;
  }

  /** An answer in one line, with the way to the rest. @param {Reasoned} one */
  function line([answer, why]) {
    const item = make('li');
    item.dataset.verdict = answer;
    const link = /** @type {HTMLAnchorElement} */ (make('a', '', titles[answer]));
    link.href = `#svar-${answer}`;
    const old = about.table.answers.some((one) => one.id === answer && one.historical);
    item.append(link, old ? ' (historisk modell)' : '', ` – ${why}`);
    return item;
  }

  /** @param {string} title @param {Reasoned[]} answers */
  function lines(title, answers) {
    if (!answers.length) return [];
    const list = make('ul', 'verdicts');
    list.append(...answers.map(line));
    return [make('h3', '', title), list];
  }

  /** @param {boolean} moveFocus */
  function showResult(moveFocus) {
    sections.forEach((section) => (section.hidden = true));
    find('[data-progress]').hidden = back.hidden = showNow.hidden = true;
    document.querySelectorAll('.answer-card a.button').forEach((way) => takeAnswers(/** @type {HTMLAnchorElement} */ (way)));
    const led = decide(about.table, state.given, dayHere());
    find('[data-verdicts]').replaceChildren(
      make('h3', '', 'Mest aktuelt nå'),
      ...led.best.map(whole),
      ...lines('Også mulig', led.also),
      ...lines('Ikke for dere, fordi', led.out)
    );
    const possible = [...led.best, ...led.also].map(([answer]) => answer).filter((one) => about.models.includes(one));
    const beside = /** @type {HTMLAnchorElement} */ (find('[data-side-by-side]'));
    beside.hash = `modeller=${possible.join(',')}`;
    beside.parentElement.hidden = possible.length < 2;
    find('[data-given]').replaceChildren(...names.map(told));
    result.hidden = false;
    status.textContent = `Mest aktuelt nå: ${led.best.length} svar. Også mulig: ${led.also.length}.`;
    if (moveFocus) find('#resultat').focus();
  }

  /** One line of the reader's own answers. @param {string} name */
  function told(name) {
    const given = state.given[name];
    const words = given
      ? question(name).options.filter((one) => given.includes(one.id)).map((one) => one.text).join(', ')
      : done(name) || asks(name) ? 'Ikke svart' : 'Har ikke noe å si her';
    const row = make('div');
    const answer = make('dd', '', `${words} `);
    const change = /** @type {HTMLButtonElement} */ (make('button', 'link-button', 'Endre'));
    change.type = 'button';
    change.dataset.change = name;
    change.append(make('span', 'sr', ` svaret: ${question(name).heading}`));
    answer.append(change);
    row.append(make('dt', '', question(name).heading), answer);
    return row;
  }

  /** @param {boolean} moveFocus */
  function render(moveFocus) {
    const strange = find('[data-unknown]');
    strange.hidden = !state.unknown.length;
    strange.textContent = state.unknown.length
      ? `Adressen har svar vi ikke kjenner: ${state.unknown.join(', ')}. Vi bruker resten. Svar på nytt der det mangler.`
      : '';
    const name = current();
    if (name) ask(name, moveFocus);
    else showResult(moveFocus);
  }

  /** A choice where several are possible: on or off. @param {string} name @param {string} value */
  function toggle(name, value) {
    const before = state.given[name] || [];
    const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
    if (after.length) state.given[name] = after;
    else delete state.given[name];
    ask(name, false);
  }

  /** The question before that was asked. @param {string} name */
  function previous(name) {
    const passed = names.slice(0, names.indexOf(name));
    return passed.filter(done).pop() || passed[passed.length - 1];
  }

  /** @param {string} name */
  function leave(name) {
    const rest = names.filter((other) => other !== name && !done(other) && asks(other));
    go(writeHash(state.given, state.skipped, { show: state.show || !rest.length }));
  }

  place.addEventListener('click', (event) => {
    const target = /** @type {HTMLElement} */ (event.target).closest('button');
    if (!target) return;
    const name = shown;
    const value = target.dataset.answer;
    if (value === SKIP) {
      delete state.given[name];
      state.skipped = [...new Set([...state.skipped, name])];
      leave(name);
    } else if (value && question(name).many) {
      toggle(name, value);
    } else if (value) {
      state.given[name] = [value];
      leave(name);
    } else if (target.dataset.goOn !== undefined) {
      if (!state.given[name]) state.skipped = [...new Set([...state.skipped, name])];
      leave(name);
    } else if (target.dataset.change) {
      go(writeHash(state.given, state.skipped, { change: target.dataset.change, show: state.show }));
    } else if (target === back) {
      go(writeHash(state.given, state.skipped, { change: previous(name) }));
    } else if (target === showNow) {
      go(writeHash(state.given, state.skipped, { show: true }));
    } else if (target.dataset.again !== undefined) {
      go('#');
    }
  });
  window.addEventListener('hashchange', () => {
    if (/^#(svar|kontakt|tre|tabell)/.test(location.hash)) return;
    state = readHash(location.hash, options);
    render(true);
  });
  if (/^#(svar|kontakt|tre|tabell)/.test(location.hash)) state = readHash('', options);
  place.hidden = false;
  render(Object.keys(state.given).length > 0 && current() === '');
})();
