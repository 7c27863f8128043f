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

  globalThis.handbookChooser = { decide, matters, monday, readHash, writeHash };
  if (typeof document === 'undefined') return;
  const place = /** @type {HTMLElement} */ (document.querySelector('[data-chooser]'));
  if (!place) return;

  /** @param {string} selector @returns {HTMLElement} */
  const find = (selector) => /** @type {HTMLElement} */ (place.querySelector(selector));
  /** @typedef {{id: string, text: string, only_for: string[]}} Option */
  /** @typedef {{id: string, heading: string, many: boolean, options: Option[]}} Question */
  /** @type {{questions: Question[], answers: [string, string, string][], models: string[], table: Table, monday: Monday, callees: [string, string][]}} */
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

  /** An answer as it stands further down, without the ids that only one may have. @param {string} answer */
  function copied(answer) {
    const card = document.getElementById(`svar-${answer}`)?.closest('section')?.cloneNode(true);
    if (!(card instanceof HTMLElement)) return make('section', '', titles[answer]);
    card.removeAttribute('aria-labelledby');
    for (const inner of card.querySelectorAll('[id]')) inner.removeAttribute('id');
    card.querySelector('h2, h3, h4')?.remove();
    return card;
  }

  /** One of the nearest, with its reason; what to do and whom to call come after all of them. @param {Reasoned} one @param {number} at */
  function nearestCard([answer, why], at) {
    const card = copied(answer);
    card.dataset.verdict = answer;
    for (const list of card.querySelectorAll(':scope > ol, :scope > .calls')) {
      list.previousElementSibling?.remove();
      list.remove();
    }
    const begin = /** @type {HTMLAnchorElement | null} */ (card.querySelector('.more a.button'));
    if (begin) {
      begin.className = '';
      takeAnswers(begin);
      begin.nextElementSibling?.remove();
    }
    const reason = make('p', 'answer-why');
    reason.append(make('strong', '', 'Hvorfor: '), why);
    card.querySelector('p')?.after(reason);
    card.querySelector('.provenance')?.remove();
    if (at) folded(card);
    card.prepend(make('h4', '', titles[answer]));
    return card;
  }

  /** What the second and third ask for opens where it stands. @param {HTMLElement} card */
  function folded(card) {
    const fold = make('details');
    fold.append(make('summary', '', 'Hva det krever'), ...card.querySelectorAll(':scope > :is(.facts, .more)'));
    card.append(fold);
  }

  /** Monday's one list. @param {Reasoned[]} best @param {[string, string[]][]} tasks */
  function toDo(best, tasks) {
    const list = make('ol');
    for (const [task, own] of tasks) {
      const item = make('li');
      const told = [...best.map(([answer]) => answer), ''].map((one) => document.getElementById(`gjor-${one}-${task}`)).find(Boolean);
      item.append(...(told?.cloneNode(true).childNodes || [task]));
      item.querySelectorAll('.when, .rule-ref').forEach((one) => one.remove());
      if (own.length) item.prepend(make('strong', '', `${own.map((one) => titles[one]).join(', ')}:`), ' ');
      list.append(item);
    }
    return list;
  }

  /** Whom to call, with one's own contact first. @param {string[]} calls */
  function toCall(calls) {
    const list = make('ul', 'calls');
    const own = ownContact();
    if (own.length) {
      const item = make('li', '', 'Kontakten deres: ');
      item.append(...own);
      list.append(item);
    }
    for (const name of calls) {
      const item = make('li');
      const told = document.querySelector(`[id^="ring-"][id$="-${name}"]`);
      item.append(...(told ? told.cloneNode(true).childNodes : [calleeOf(name)]));
      list.append(item);
    }
    return list;
  }

  /** Somebody no answer names: the way to what is said of them. @param {string} name */
  function calleeOf(name) {
    const way = /** @type {HTMLAnchorElement} */ (make('a', '', (about.callees.find(([id]) => id === name) || ['', name])[1]));
    way.href = `#kontakt-${name}`;
    return way;
  }

  /** The contact that has been written down further down the page. @returns {(string|Node)[]} */
  function ownContact() {
    const cases = globalThis.handbookCase;
    const contact = (cases && !cases.isOld() && cases.open()?.contact) || {};
    const ways = [contact.phone && ['tel:' + contact.phone.replace(/[^+\d]/g, ''), contact.phone], contact.email && ['mailto:' + encodeURIComponent(contact.email), contact.email]];
    const links = ways.filter(Boolean).map(([href, words]) => plainLink(href, words));
    return [contact.name, ...links].filter(Boolean).flatMap((one, at) => (at ? [', ', one] : [one]));
  }

  /** @param {string} href @param {string} words */
  function plainLink(href, words) {
    const made = button(href, words);
    made.className = '';
    return made;
  }

  /** To call now, and to write down whom one has got. @param {HTMLElement} calls */
  function callWays(calls) {
    const ways = make('p', 'more');
    const [first, any] = [calls.firstElementChild, calls].map((one) => one?.querySelector('a[href^="tel:"]'));
    const ring = any && button(any.getAttribute('href') || '', `Ring ${any.textContent}`);
    const write = button('#kontaktkort', 'Skriv ned kontakten deres');
    ways.append(...(first && ring ? [ring, ' ', write] : [write, ...(ring ? [' ', ring] : [])]));
    ways.lastElementChild?.classList.toggle('button-secondary', ways.children.length > 1);
    return ways;
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

  /** An answer that is possible too: it opens where it stands, with its own list. @param {Reasoned} one */
  function possible([answer, why]) {
    const fold = make('details', 'unprinted');
    fold.dataset.verdict = answer;
    const old = about.table.answers.some((one) => one.id === answer && one.historical);
    const card = copied(answer);
    const { tasks, calls } = monday(about.monday, about.table, [answer], state.given);
    card.querySelector(':scope > ol')?.replaceWith(toDo([[answer, why]], tasks));
    card.querySelector(':scope > .calls')?.replaceWith(toCall(calls));
    const reason = make('p', 'answer-why');
    reason.append(make('strong', '', 'Hvorfor: '), why);
    fold.append(make('summary', '', titles[answer] + (old ? ' (historisk modell)' : '')), reason, card);
    return fold;
  }

  /** What is not for them, folded: few ask. @param {Reasoned[]} out */
  function notForThem(out) {
    if (!out.length) return [];
    const fold = make('details', 'unprinted');
    const list = make('ul', 'verdicts');
    for (const [answer, why] of out) {
      const item = make('li', '', `${titles[answer]} – ${why}`);
      item.dataset.verdict = answer;
      list.append(item);
    }
    fold.append(make('summary', '', 'Ikke for dere, fordi'), list);
    return [fold];
  }

  /** What the answers rest on, folded, where it breaks no sentence. @param {string[]} best */
  function grounds(best) {
    const fold = make('details', 'unprinted');
    fold.append(make('summary', '', 'Grunnlag for svaret'));
    for (const answer of best) {
      const told = copied(answer).querySelector('.provenance');
      if (told) fold.append(make('h4', '', titles[answer]), told);
    }
    return fold;
  }

  /** @param {boolean} moveFocus */
  function showResult(moveFocus) {
    sections.forEach((section) => (section.hidden = true));
    find('[data-progress]').hidden = back.hidden = showNow.hidden = true;
    document.querySelectorAll('.answer-card a.button').forEach((way) => takeAnswers(/** @type {HTMLAnchorElement} */ (way)));
    const led = decide(about.table, state.given, dayHere());
    const best = led.best.map(([answer]) => answer);
    const { tasks, calls } = monday(about.monday, about.table, best, state.given);
    const called = toCall(calls);
    find('[data-verdicts]').replaceChildren(
      make('h3', '', 'Mest aktuelt nå'),
      ...led.best.map(nearestCard),
      make('h3', '', 'På mandag'),
      toDo(led.best, tasks),
      make('h3', '', 'Hvem dere ringer'),
      called,
      callWays(called),
      ...(led.also.length ? [make('h3', 'on-screen', 'Også mulig')] : []),
      ...led.also.map(possible),
      ...notForThem(led.out),
      grounds(best)
    );
    const named = [...best, ...led.also.map(([answer]) => answer)].filter((one) => about.models.includes(one));
    const beside = /** @type {HTMLAnchorElement} */ (find('[data-side-by-side]'));
    beside.hash = `modeller=${named.join(',')}`;
    beside.parentElement.hidden = named.length < 2;
    find('[data-given]').replaceChildren(...names.map(told));
    result.hidden = false;
    status.textContent = `Mest aktuelt nå: ${led.best.map(([answer]) => titles[answer]).join(', ')}.`;
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
  globalThis.handbookCase?.listen(() => {
    if (!result.hidden) showResult(false);
  });
  if (/^#(svar|kontakt|tre|tabell)/.test(location.hash)) state = readHash('', options);
  place.hidden = false;
  render(Object.keys(state.given).length > 0 && current() === '');
})();
