/* «Hva passer for oss?» on its page: one question at a time, and the answer. The state is the address; nothing is stored. */
'use strict';

(function () {
  /** @typedef {[string, string[]][]} Asked questions, each with the options that suit */
  /** @typedef {{id: string, historical: boolean}} Weighed */
  /** @typedef {{answers: Weighed[], skipped: Asked}} Table the rest of it is for chooser.js alone */
  /** @typedef {Object<string, string[]>} Given question → options chosen */
  /** @typedef {[string, string]} Reasoned an answer, and why it is where it is */

  const { SKIP, choicesOf, decide, matters, monday, readHash, writeHash } = globalThis.handbookChooser;
  const { make, listsOf } = globalThis.handbookChooserMonday;
  const place = /** @type {HTMLElement} */ (document.querySelector('[data-chooser]'));
  if (!place) return;

  /** @param {string} selector @returns {HTMLElement} */
  const find = (selector) => /** @type {HTMLElement} */ (place.querySelector(selector));
  /** @typedef {{id: string, text: string, only_for: string[]}} Option */
  /** @typedef {{id: string, heading: string, many: boolean, options: Option[]}} Question */
  /** @type {{questions: Question[], answers: [string, string, string][], models: string[], table: Table, monday: *, callees: [string, string, string][],
   *   small_for: [string, string]}} */
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
  const { callWays, toCall, toDo } = listsOf(about);
  const { alsoOnPaper, grounds, nearestCard, notForThem, possible, takeAnswers } = globalThis.handbookChooserAnswer.cardsOf(about, () => state);
  /* The question on the screen; where several answers are possible, one stays at it. */
  let shown = '';
  /* Answers of the door one came by: those given before the first question that is not. */
  const brought = names.filter((name, at) => state.given[name] && names.slice(0, at).some((one) => !state.given[one] && !state.skipped.includes(one)));

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

  /** What stands above all questions is read once; a title stays for those who hear the page. @param {boolean} seen */
  function headed(seen) {
    for (const one of document.querySelectorAll('article > :is(h1, .lead)')) one.classList.toggle('sr', !seen);
    document.querySelectorAll('nav.crumbs').forEach((one) => one.toggleAttribute('hidden', !seen));
  }

  /** How far one has come; an answer that the way here gave is told, and is not counted. @param {string} name */
  function progress(name) {
    const own = names.filter((one) => one === name || !brought.includes(one));
    const told = name === own[0] ? brought.map(wordsOf) : [];
    const before = own.slice(0, own.indexOf(name)).filter(done).length;
    return [`${before + 1} av høyst ${own.length}`, ...told.filter(Boolean)].join(' · ');
  }

  /** @param {string} name @returns {string} what has been answered */
  const wordsOf = (name) => question(name).options.filter((one) => state.given[name]?.includes(one.id)).map((one) => one.text).join(', ');

  /** @param {string} name @param {boolean} moveFocus */
  function ask(name, moveFocus) {
    sections.forEach((section) => (section.hidden = section.dataset.question !== name));
    result.hidden = true;
    shown = name;
    const number = names.indexOf(name) + 1;
    find('[data-progress]').textContent = progress(name);
    headed(number === 1);
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

  /** @param {boolean} moveFocus */
  function showResult(moveFocus) {
    sections.forEach((section) => (section.hidden = true));
    find('[data-progress]').hidden = back.hidden = showNow.hidden = true;
    headed(false);
    document.querySelectorAll('.answer-card a.button').forEach((way) => takeAnswers(/** @type {HTMLAnchorElement} */ (way)));
    const led = decide(about.table, state.given, dayHere());
    const best = led.best.map(([answer]) => answer);
    const { tasks, calls } = monday(about.monday, about.table, best, state.given);
    const called = toCall(calls);
    find('[data-verdicts]').replaceChildren(
      make('h3', '', 'Mest aktuelt nå'),
      ...led.best.map(nearestCard),
      make('h3', '', 'På mandag'),
      toDo(led.best, tasks, calls),
      make('h3', '', 'Hvem dere ringer'),
      called,
      callWays(called, calls),
      ...(led.also.length ? [make('h3', 'on-screen', 'Også mulig')] : []),
      ...led.also.map(possible),
      ...alsoOnPaper(led.also),
      ...notForThem(led.out),
      grounds(best)
    );
    const named = [...best, ...led.also.map(([answer]) => answer)].filter((one) => about.models.includes(one));
    const beside = /** @type {HTMLAnchorElement} */ (find('[data-side-by-side]'));
    beside.hash = `modeller=${named.join(',')}`;
    beside.parentElement.hidden = named.length < 2;
    const [asked, few] = about.small_for;
    const size = state.given[asked] || [few];
    /** @type {HTMLElement} */ (find('[data-small]').parentElement).hidden = !size.includes(few);
    find('[data-given]').replaceChildren(...names.map(told));
    result.hidden = false;
    status.textContent = `Mest aktuelt nå: ${led.best.map(([answer]) => titles[answer]).join(', ')}.`;
    if (moveFocus) find('#resultat').focus();
  }

  /** One line of the reader's own answers. @param {string} name */
  function told(name) {
    const given = state.given[name];
    const words = given
      ? wordsOf(name)
      : done(name) || asks(name) ? 'Ikke svart' : 'Har ikke noe å si her';
    const row = make('div', given ? '' : 'unprinted');
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

  /** «Vet ikke» stands alone, also where several answers are possible. @param {string} name @param {string} value */
  const unsure = (name, value) => Object.fromEntries(about.table.skipped)[name].includes(value);

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
    } else if (value && question(name).many && !unsure(name, value)) {
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
  /* A way further down the page does not take the answers out of the address, and «Tilbake» comes back to it. */
  /** @type {HTMLElement | null} */
  let jumped = null;
  result.addEventListener('click', (event) => {
    const way = /** @type {HTMLElement} */ (event.target).closest('a');
    const spot = way && way.pathname === location.pathname && document.getElementById(way.hash.slice(1));
    if (!spot) return;
    event.preventDefault();
    jumped = way;
    try {
      history.pushState(history.state, '', location.href);
    } catch {
      /* Opened from a disk that does not allow it: the way goes there all the same. */
    }
    for (let fold = spot.closest('details'); fold; fold = fold.parentElement?.closest('details') || null) fold.open = true;
    spot.scrollIntoView();
    spot.tabIndex = -1;
    spot.focus();
  });
  window.addEventListener('popstate', () => {
    if (jumped?.checkVisibility()) jumped.focus();
    jumped = null;
  });
  window.addEventListener('hashchange', () => {
    if (/^#(svar|kontakt|sak-|tre|tabell)/.test(location.hash)) return;
    state = readHash(location.hash, options);
    render(true);
  });
  globalThis.handbookCase?.listen(() => {
    if (!result.hidden) showResult(false);
  });
  if (/^#(svar|kontakt|sak-|tre|tabell)/.test(location.hash)) state = readHash('', options);
  place.hidden = false;
  render(Object.keys(state.given).length > 0 && current() === '');
})();
