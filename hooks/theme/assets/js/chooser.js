/* «Hvilken modell passer oss?»: one question at a time. The state is the address; nothing is stored. */
'use strict';

(function () {
  /** @typedef {Object<string, string>} Answers field → value, or «alle» when it does not matter */
  /** @typedef {Object<string, Object<string, string[]>>} Table model → field → values it suits */
  /** @typedef {{fits: string[], nearest: string[], misses: Object<string, string[]>}} Choice */

  const ANY = 'alle';

  /**
   * The same filter as choose() in model/chooser.py; a test holds them together.
   * @param {Table} suits @param {Answers} answers @returns {Choice}
   */
  function choose(suits, answers) {
    /** @type {Object<string, string[]>} */
    const missed = {};
    for (const [model, fields] of Object.entries(suits)) {
      missed[model] = Object.keys(fields).filter((field) => {
        const answer = answers[field];
        return answer !== undefined && answer !== ANY && !fields[field].includes(answer);
      });
    }
    const models = Object.keys(missed);
    const fits = models.filter((model) => !missed[model].length);
    const fewest = Math.min(...models.map((model) => missed[model].length));
    const nearest = fits.length ? [] : models.filter((model) => missed[model].length === fewest);
    const misses = Object.fromEntries(Object.entries(missed).filter(([, fields]) => fields.length));
    return { fits, nearest, misses };
  }

  /**
   * Answers in an address, known questions and known answers only.
   * @param {string} hash @param {Object<string, string[]>} options field → allowed values
   * @returns {{answers: Answers, change: string, show: boolean}}
   */
  function readHash(hash, options) {
    const parts = new URLSearchParams(hash.replace(/^#/, ''));
    /** @type {Answers} */
    const answers = {};
    for (const [field, values] of Object.entries(options)) {
      const value = parts.get(field);
      if (value === ANY || (value !== null && values.includes(value))) answers[field] = value;
    }
    const change = parts.get('endre') || '';
    return { answers, change: Object.hasOwn(options, change) ? change : '', show: parts.get('vis') === 'svar' };
  }

  /** @param {Answers} answers @param {{change?: string, show?: boolean}} [more] @returns {string} */
  function writeHash(answers, more = {}) {
    const parts = new URLSearchParams(answers);
    if (more.change) parts.set('endre', more.change);
    if (more.show) parts.set('vis', 'svar');
    return '#' + parts.toString();
  }

  globalThis.handbookChooser = { choose, readHash, writeHash };
  if (typeof document === 'undefined') return;
  const place = /** @type {HTMLElement} */ (document.querySelector('[data-chooser]'));
  if (!place) return;

  /** @param {string} selector @returns {HTMLElement} */
  const find = (selector) => /** @type {HTMLElement} */ (place.querySelector(selector));
  /** @typedef {{field: string, heading: string, answers: string[][]}} Question answers: value and words */
  /** @typedef {{model: string, title: string, place: string, suits: [string, string[]][]}} Model suits: field and values */
  /** @type {{questions: Question[], models: Model[]}} */
  const about = JSON.parse(find('[data-tool]').textContent || '');
  const questions = /** @type {HTMLElement[]} */ ([...place.querySelectorAll('[data-question]')]);
  const fields = about.questions.map((question) => question.field);
  const result = find('[data-result]');
  const status = find('[data-chooser-status]');
  const back = find('[data-back]');
  const showNow = find('[data-show]');
  const compare = /** @type {HTMLAnchorElement} */ (find('[data-compare]'));

  const known = about.models.filter((model) => model.suits.length);
  /** @type {Table} */
  const suits = Object.fromEntries(known.map((model) => [model.model, Object.fromEntries(model.suits)]));
  /** @type {Object<string, string[]>} */
  const options = Object.fromEntries(
    about.questions.map((question) => [question.field, question.answers.map(([value]) => value)])
  );

  let state = readHash(location.hash, options);

  /** @param {string} tag @param {string} [className] @param {string} [text] @returns {HTMLElement} */
  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /** The question to ask now, or '' for the result. @returns {string} */
  function current() {
    if (state.change) return state.change;
    if (state.show) return '';
    return fields.find((field) => state.answers[field] === undefined) || '';
  }

  /** Go on; the address changes and the page follows. @param {string} hash */
  function go(hash) {
    if (hash === location.hash) render(true);
    else location.hash = hash;
  }

  /** @param {string} field @returns {Question} */
  const question = (field) => about.questions[fields.indexOf(field)];

  /** @param {string} field @param {string} value @returns {string} words of an answer */
  function words(field, value) {
    if (value === ANY) return find('.answer-any').textContent || '';
    return (question(field).answers.find(([other]) => other === value) || [])[1] || '';
  }

  /** @param {string} field @returns {string} heading of the column, such as «Varighet» */
  const heading = (field) => question(field).heading;

  /** @param {string} field @param {boolean} moveFocus */
  function ask(field, moveFocus) {
    questions.forEach((question) => (question.hidden = question.dataset.question !== field));
    result.hidden = true;
    const number = fields.indexOf(field) + 1;
    find('[data-progress]').textContent = `Spørsmål ${number} av ${fields.length}`;
    find('[data-progress]').hidden = false;
    const question = questions[number - 1];
    for (const button of question.querySelectorAll('[data-answer]')) {
      const chosen = /** @type {HTMLElement} */ (button).dataset.answer === state.answers[field];
      button.setAttribute('aria-pressed', String(chosen));
    }
    back.hidden = number === 1;
    showNow.hidden = !Object.keys(state.answers).length;
    status.textContent = '';
    if (moveFocus) /** @type {HTMLElement} */ (question.querySelector('h2')).focus();
  }

  /** @param {string} text @returns {string} small first letter, unless the word is a name */
  function lowerFirst(text) {
    return /^(Nav)\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
  }

  /** Why a model is out. @param {Model} model @param {string} field @param {string} answer */
  function against(model, field, answer) {
    const suited = suits[model.model][field].map((value) => lowerFirst(words(field, value)));
    const reason = make('li', 'reason-against');
    reason.append(
      make('strong', '', 'Passer ikke'),
      ` på ${heading(field).toLowerCase()}. Dere svarte «${lowerFirst(words(field, answer))}». Modellen er for: ${suited.join('; ')}.`
    );
    return reason;
  }

  /** One model with what speaks for and against it. @param {Model} model @param {string[]} missed */
  function verdict(model, missed) {
    const item = make('li', missed.length ? 'verdict verdict-out' : 'verdict verdict-in');
    item.dataset.verdict = model.model;
    const link = /** @type {HTMLAnchorElement} */ (make('a', '', model.title));
    link.href = model.place;
    const title = make('h4');
    title.append(link);
    item.append(title);
    const reasons = make('ul', 'reasons');
    const good = [];
    for (const field of fields) {
      const answer = state.answers[field];
      if (answer === undefined || answer === ANY) continue;
      if (missed.includes(field)) reasons.append(against(model, field, answer));
      else good.push(`${heading(field).toLowerCase()} «${lowerFirst(words(field, answer))}»`);
    }
    if (good.length) {
      const reason = make('li', 'reason-for');
      reason.append(make('strong', '', 'Passer'), ' på ' + good.join(', ') + '.');
      reasons.append(reason);
    }
    if (!reasons.children.length) reasons.append(make('li', '', 'Dere har ikke svart på noe som utelukker den.'));
    item.append(reasons);
    const basis = document.querySelector(`tr[data-row="${model.model}"] .basis`);
    if (basis) {
      const line = make('p', 'statement-basis', 'Hva dette hviler på: ');
      line.append(basis.cloneNode(true));
      item.append(line);
    }
    return item;
  }

  /** @param {string} title @param {string} note @param {string[]} models @param {Choice} choice */
  function group(title, note, models, choice) {
    if (!models.length) return [];
    const list = make('ul', 'verdicts');
    for (const model of about.models) {
      if (models.includes(model.model)) list.append(verdict(model, choice.misses[model.model] || []));
    }
    const parts = [make('h3', '', title), list];
    if (note) parts.splice(1, 0, make('p', '', note));
    return parts;
  }

  /** @param {boolean} moveFocus */
  function showResult(moveFocus) {
    questions.forEach((question) => (question.hidden = true));
    find('[data-progress]').hidden = true;
    back.hidden = showNow.hidden = true;
    const choice = choose(suits, state.answers);
    const shown = choice.fits.length ? choice.fits : choice.nearest;
    const out = Object.keys(choice.misses).filter((model) => !choice.nearest.includes(model));
    const unknown = about.models.map((one) => one.model).filter((model) => !(model in suits));
    find('[data-verdicts]').replaceChildren(
      ...group(choice.fits.length === 1 ? 'Denne passer' : 'Disse passer', '', choice.fits, choice),
      ...group(
        'Nærmeste treff',
        'Ingen modell passer på alt dere svarte. Disse mangler minst. Se om svaret kan endres, eller snakk med Nav om unntak.',
        choice.nearest,
        choice
      ),
      ...group('Disse passer ikke, og hvorfor', '', out, choice),
      ...group('Disse kan vi ikke vurdere', 'Modellen sier ikke ennå hvem den passer for.', unknown, choice)
    );
    const pick = shown.length > 1 ? shown : [...shown, ...out].slice(0, 2);
    compare.href = compare.href.split('#')[0] + '#modeller=' + pick.join(',');
    find('[data-given]').replaceChildren(...fields.map(given));
    result.hidden = false;
    status.textContent = choice.fits.length
      ? `${choice.fits.length} av ${about.models.length} modeller passer.`
      : `Ingen passer på alt. ${choice.nearest.length} er nærmest.`;
    if (moveFocus) find('#resultat').focus();
  }

  /** One line of the reader's own answers. @param {string} field */
  function given(field) {
    const line = make('div');
    const value = state.answers[field];
    const answer = make('dd', '', value === undefined ? 'Ikke besvart ' : words(field, value) + ' ');
    const change = /** @type {HTMLButtonElement} */ (make('button', 'link-button', 'Endre'));
    change.type = 'button';
    change.dataset.change = field;
    change.append(make('span', 'sr', ' svaret om ' + heading(field).toLowerCase()));
    answer.append(change);
    line.append(make('dt', '', heading(field)), answer);
    return line;
  }

  /** @param {boolean} moveFocus */
  function render(moveFocus) {
    const field = current();
    if (field) ask(field, moveFocus);
    else showResult(moveFocus);
  }

  place.addEventListener('click', (event) => {
    const target = /** @type {HTMLElement} */ (event.target).closest('button');
    if (!target) return;
    if (target.dataset.answer) {
      const field = current();
      const done = state.show || fields.every((other) => other === field || state.answers[other]);
      state.answers[field] = target.dataset.answer;
      go(writeHash(state.answers, { show: Boolean(state.change) && done }));
    } else if (target.dataset.change) {
      go(writeHash(state.answers, { change: target.dataset.change, show: state.show }));
    } else if (target === back) {
      go(writeHash(state.answers, { change: fields[fields.indexOf(current()) - 1] }));
    } else if (target === showNow) {
      go(writeHash(state.answers, { show: true }));
    } else if (target.dataset.again !== undefined) {
      go('#');
    }
  });
  window.addEventListener('hashchange', () => {
    state = readHash(location.hash, options);
    render(true);
  });
  place.hidden = false;
  render(Object.keys(state.answers).length > 0 && current() === '');
})();
